"""How many parts an SMS takes: in the alphabet of GSM 03.38 (GSM-7) when it has every letter, else in UTF-16 (UCS-2).

A single SMS holds 140 octets. Each of several that belong together has a header of six, which leaves 153 septets
instead of 160, or 67 letters instead of 70. A letter of two units never lies in two parts.
"""

from __future__ import annotations

from itertools import accumulate

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION = frozenset("\f^{}\\[~]|€")
"""Letters that are sent as an escape and a letter: two septets."""
_GSM = _BASIC | _EXTENSION
_SEVERAL, _SEVERAL_WIDE = 153, 67
"""Units of each part of a long SMS."""
_SINGLE = {_SEVERAL: 160, _SEVERAL_WIDE: 70}
"""Units of a single SMS in the same alphabet."""


def in_gsm(text: str) -> bool:
    """Whether every letter stands in the alphabet or its extension."""
    return _GSM.issuperset(text)


def units(text: str) -> int:
    """How long the text is in its alphabet: septets, or units of UTF-16 (an emoji has two)."""
    return sum(_sizes(text))


def room(text: str, parts: int) -> int:
    """How many units a long text in this alphabet may have in so many parts."""
    return parts * _part_size(text)


def parts(text: str) -> int:
    """How many SMS the text takes."""
    sizes, several = _sizes(text), _part_size(text)
    if sum(sizes) <= _SINGLE[several]:
        return 1
    *_, end = accumulate(sizes, lambda end, size: _end_after(end, size, several))
    return -(-end // several)


def _end_after(end: int, size: int, room: int) -> int:
    """Where a letter ends: in the next part, when it would lie in two."""
    left = -end % room
    return end + size + (left if left < size else 0)


def _part_size(text: str) -> int:
    return _SEVERAL if in_gsm(text) else _SEVERAL_WIDE


def _sizes(text: str) -> list[int]:
    if in_gsm(text):
        return [2 if letter in _EXTENSION else 1 for letter in text]
    return [2 if letter > "\uffff" else 1 for letter in text]
