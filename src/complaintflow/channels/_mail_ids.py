"""The Message-ID of what we send by mail, and back: the same message has the same id whenever it is sent."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_KEY = re.compile(r"(?s:.+)/[0-9]+/[0-9]+/M[0-9]+")


def message_id(key: str, domain: str) -> str:
    """The Message-ID of the message with this key, `{complaint}/{cycle}/{fix}/M{n}`, sent from this domain.

    >>> message_id("C-261125-1f/1/2/M3", "help.example.com")
    '<C-261125-1f/1/2/M3@help.example.com>'
    """
    return f"<{quote(key, safe='/').replace('.', '%2E')}@{domain}>"


def key_of(message_id: str) -> str:
    """The key from which a Message-ID was made, or a blank text: it is none of ours.

    >>> key_of("<C-261125-1f/1/2/M3@help.example.com>")
    'C-261125-1f/1/2/M3'
    """
    local, at, _ = message_id.strip().removeprefix("<").removesuffix(">").rpartition("@")
    key = unquote(local)
    return key if at and _KEY.fullmatch(key) else ""
