"""The keys of messages as headers have them: the same message has the same id whenever it is sent."""

from __future__ import annotations

import re
from base64 import b32encode, urlsafe_b64encode
from urllib.parse import quote, unquote

import attrs

from complaintflow._validation.secrets import as_secrets, check_signing_secrets, is_one_of, sign
from complaintflow._validation.structure import Record
from complaintflow.record.keys import MessageKey

_SIGNATURE = 15
"""So many bytes of a signature stand in an id: nobody guesses them, and an id still fits into a line."""
_MARK = 10
"""So many bytes of a signature stand in the name of a mailbox: 16 characters."""
_BOX = 64
"""So long may the name of a mailbox be (RFC 5321)."""
_MESSAGE = re.compile("=m(?=[0-9])")


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
    key = _key_in(encoded)
    return (key, signature) if at and key else ("", "")


def _key_in(encoded: str) -> str:
    """The key, or a blank text: it is none."""
    key = unquote(encoded)
    try:
        MessageKey.parse(key)
    except ValueError:
        return ""
    return key


@attrs.frozen(eq=False, repr=False)
class SignedIds(Record):
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

    def bounce_address(self, key: str, address: str) -> str:
        """The address to which a mail server sends back the message with this key: `bounce+…@help.example.com`.

        It is the address itself where the key does not fit: a mailbox's name has at most 64 characters.

        >>> ids = SignedIds(b"a secret of thirty-two bytes, or more")
        >>> ids.key_of_address(ids.bounce_address("C-261125-1f/1/2/M3", "bounce@help.example.com"))
        'C-261125-1f/1/2/M3'
        """
        name, _, domain = address.rpartition("@")
        box = f"{name}+{encode_key(key).replace('/', '=')}.{_mark(self.secrets[0], key)}"
        return f"{box}@{domain}" if len(box) <= _BOX else address

    def key_of_address(self, address: str) -> str:
        """The key for which such an address was made, if one of the secrets signed it; or a blank text.

        Servers on the way may have written it in lower case.
        """
        encoded, _, given = address.rpartition("@")[0].rpartition("+")[2].partition(".")
        for key in dict.fromkeys((_decode(encoded), _decode(_with_capitals(encoded)))):
            if key and is_one_of(given.lower(), (_mark(one, key) for one in self.secrets)):
                return key
        return ""


def _decode(encoded: str) -> str:
    return _key_in(encoded.replace("=", "/"))


def _with_capitals(encoded: str) -> str:
    """As `Desk` writes an id and a message by itself."""
    return _MESSAGE.sub("=M", encoded.lower().replace("c-", "C-", 1), count=1)


def _mark(secret: bytes, key: str) -> str:
    """A signature of small letters and digits, since the name of a mailbox may lose its capitals."""
    return b32encode(sign(secret, "bounce address", key)[:_MARK]).decode().lower()


def _signature(secret: bytes, key: str) -> str:
    return urlsafe_b64encode(sign(secret, "message id", key)[:_SIGNATURE]).decode()
