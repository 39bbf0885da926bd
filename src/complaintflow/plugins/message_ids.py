"""The keys of messages as headers have them: the same message has the same id whenever it is sent."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from urllib.parse import quote, unquote

import attrs

from complaintflow._validation.secrets import as_secrets, check_signing_secrets, is_one_of
from complaintflow.record.keys import MessageKey

_SIGNATURE = 15
"""So many bytes of a signature stand in an id: nobody guesses them, and an id still fits into a line."""


def encode_key(key: str) -> str:
    """The key as a header may have it: no Chinese, and no dots, which a signed id does not allow."""
    return quote(key, safe="/").replace(".", "%2E")


def message_id(key: str, domain: str) -> str:
    """The Message-ID of the message with this key, `{complaint}/{cycle}/{fix}/M{n}`, sent from this domain.

    >>> message_id("C-261125-1f/1/2/M3", "help.example.com")
    '<C-261125-1f/1/2/M3@help.example.com>'
    """
    return f"<{encode_key(key)}@{domain}>"


def key_of(message_id: str) -> str:
    """The key from which a Message-ID was made, or a blank text: it is none of ours. A signature is not looked at.

    >>> key_of("<C-261125-1f/1/2/M3@help.example.com>")
    'C-261125-1f/1/2/M3'
    """
    return _split(message_id)[0]


def _split(message_id: str) -> tuple[str, str]:
    """The key and its signature, which may be blank."""
    local, at, _ = message_id.strip().removeprefix("<").removesuffix(">").rpartition("@")
    encoded, _, signature = local.partition(".")
    key = unquote(encoded)
    try:
        MessageKey.parse(key)
    except ValueError:
        return "", ""
    return (key, signature) if at else ("", "")


@attrs.frozen
class SignedIds:
    """Signs the Message-IDs of our mails, so that nobody makes one up who never got the mail.

    Who does not know an id can neither claim that the mail came back nor answer it. The first of the `secrets` (32
    bytes or more, kept out of `repr`) signs, the others still count: put a new one in front, and drop the old one
    when no mail that it signed is answered any more. Raises `DefinitionError` for none, and for a short one.

    >>> ids = SignedIds(b"a secret of thirty-two bytes, or more")
    >>> ids.key_of(ids.message_id("C-261125-1f/1/2/M3", "help.example.com"))
    'C-261125-1f/1/2/M3'
    >>> ids.key_of("<C-261125-1f/1/2/M3@help.example.com>")
    ''
    """

    secrets: tuple[bytes, ...] = attrs.field(converter=as_secrets, repr=False)

    def __attrs_post_init__(self) -> None:
        check_signing_secrets(self.secrets)

    def message_id(self, key: str, domain: str) -> str:
        """The Message-ID of the message with this key, signed: the same whenever it is sent."""
        return f"<{encode_key(key)}.{_signature(self.secrets[0], key)}@{domain}>"

    def key_of(self, message_id: str) -> str:
        """The key from which a Message-ID was made, if one of the secrets signed it; or a blank text."""
        key, given = _split(message_id)
        genuine = is_one_of(given, (_signature(one, key) for one in self.secrets))
        return key if key and genuine else ""


def _signature(secret: bytes, key: str) -> str:
    signed = b"complaintflow message id\0" + key.encode(errors="replace")
    return urlsafe_b64encode(hmac.digest(secret, signed, "sha256")[:_SIGNATURE]).decode()
