"""One line for a header, a title or a server's answer, whatever came in."""

from __future__ import annotations

from unicodedata import category

_BREAKS = frozenset({"Cc", "Zl", "Zp"})
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that change the direction of the text after them, so that a line reads as something else."""


def one_line(text: str, length: int = 200) -> str:
    """The text without line breaks, control characters and turns of direction, no longer than this.

    >>> one_line("paid twice\\r\\nBcc: all@example.com")
    'paid twice Bcc: all@example.com'
    """
    shown = "".join(" " if category(char) in _BREAKS else char for char in text[: 4 * length] if char not in _TURNS)
    return " ".join(shown.split())[:length]
