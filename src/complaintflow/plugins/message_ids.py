"""The keys of messages as headers have them: the same message has the same id whenever it is sent."""

from __future__ import annotations

from urllib.parse import quote, unquote

from complaintflow.record.keys import MessageKey


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
    """The key from which a Message-ID was made, or a blank text: it is none of ours.

    >>> key_of("<C-261125-1f/1/2/M3@help.example.com>")
    'C-261125-1f/1/2/M3'
    """
    local, at, _ = message_id.strip().removeprefix("<").removesuffix(">").rpartition("@")
    key = unquote(local)
    try:
        MessageKey.parse(key)
    except ValueError:
        return ""
    return key if at else ""
