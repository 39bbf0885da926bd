"""The URL of a store may hold a user and a password, in many forms. What may be shown of it is decided here alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from complaintflow.wording.patterns import compile_late

_SCHEME = compile_late(r"[A-Za-z][A-Za-z0-9+.-]{0,39}(?=://)", re.ASCII)
_PATH = compile_late(r"(?:/:memory:|/[^@?#;=%:&]*|[\w.-]+(?:/[\w.-]+)*\.\w+|)")
"""A path of a file, in which no password can stand."""
_SEPARATORS = compile_late(r"[:@/?&=#;,\s]+")
_ESCAPE = compile_late(r"%([0-9A-Fa-f]{2})")
_SHORTEST = 3
"""A shorter part of a URL stands in any sentence by chance."""


def show_url(url: str) -> str:
    """The scheme of a URL, and its path where that is all there is; the rest is not for the eyes of others."""
    scheme = _SCHEME.match(url)
    begin = f"{scheme[0]}://" if scheme else ""
    rest = url[len(begin) :]
    return f"{begin}{rest if _PATH.fullmatch(rest) else '…'}"


def reveals(error: Exception, url: str) -> bool:
    """Whether an error tells something of a URL that is not shown."""
    if show_url(url) == url:
        return False
    told = f"{error} {error!r} {_unescape(str(error))}"
    return any(part in told for part in _parts_of(url))


def _parts_of(url: str) -> Iterator[str]:
    """What stands between the separators, with and without its escapes."""
    rest = url.partition("://")[2] or url
    for text in (rest, _unescape(rest), _unescape(rest.replace("+", " "))):
        yield from (part for part in _SEPARATORS.split(text) if len(part) >= _SHORTEST)


def _unescape(text: str) -> str:
    """The text with its percent escapes as what they stand for; of letters beyond ASCII each byte by itself."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
