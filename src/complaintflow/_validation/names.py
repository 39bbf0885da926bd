"""Names as they compare: without case, width, blanks and signs that nobody sees."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, normalize


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """The form in which a name compares with others.

    Every dash counts as a hyphen.

    >>> fold_name("Ａ–1001 ") == fold_name("a-1001")
    True
    """
    folded = normalize("NFKC", normalize("NFKC", name).casefold())
    return "".join([_plain(char) for char in folded])


def name_key(name: str) -> str:
    """What the spellings of one name have in common: `account takeover`, `Account-Takeover`, `account_takeover`."""
    return fold_name(name).replace("_", "").replace("-", "")


def _plain(char: str) -> str:
    """The character itself, a hyphen for every dash, nothing for what is blank or cannot be seen."""
    kind = category(char)
    return "-" if kind == "Pd" else "" if kind[0] in "CZ" else char
