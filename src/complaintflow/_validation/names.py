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


_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")
"""Letters and marks that show as nothing, or as a blank."""
_VARIANTS = (range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Marks that choose the shape of the sign before them."""


def is_unseen(char: str) -> bool:
    """Whether nobody sees the character: a control, a format sign, a line end, a filler."""
    if char.isascii():
        return not char.isprintable()
    hidden = category(char) in {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
    return hidden or char in _BLANK_LETTERS or any(ord(char) in variants for variants in _VARIANTS)


def _plain(char: str) -> str:
    """The character itself, a hyphen for every dash, nothing for what is blank or cannot be seen."""
    kind = category(char)
    return "-" if kind == "Pd" else "" if kind[0] in "CZ" else char
