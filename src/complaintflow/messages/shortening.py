"""Bring a text within a limit: the longest pieces give way first, and what is kept is never cut."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from complaintflow.messages import sms
from complaintflow.messages.spans import Line, text_of

_ELLIPSIS = "…"
_ELLIPSIS_GSM = "..."
"""For a text in the alphabet of GSM: one sign beyond makes an SMS of it that has half the room."""
_LEAST = 12
"""A piece with less room than this says nothing: the last pieces are left out instead."""
_WORD = 24
"""How far back a cut looks for the end of a word, at most half of what is left."""
_NAME_ALONE = re.compile(r"(?:-|[^:：]*[:：]) ?(?:…|\.\.\.)\Z")


def shorten(lines: Sequence[Line], limit: int) -> str:
    """The text within the limit: the longest pieces give way first, to one length; what is kept is never cut.

    So each row still says something. What is kept stays even when it alone is too long.
    """
    whole = "\n".join(map(text_of, lines))
    if len(whole) <= limit:
        return whole
    pieces = list(chain.from_iterable(lines))
    free = [piece.text for piece in pieces if not piece.kept]
    room = limit - sum(len(piece.text) + 1 for piece in pieces if piece.kept)  # with its line end
    shortened = chain(_shorten_pieces(free, room), repeat(""))
    texts = ("".join(piece.text if piece.kept else next(shortened) for piece in line) for line in lines)
    return "\n".join(filter(None, texts))


def _shorten_pieces(pieces: Sequence[str], room: int) -> Iterable[str]:
    """As many of the first pieces as have room to say something, cut to one length."""
    lengths = list(map(len, pieces))

    def level(many: int) -> int:
        return _level(sorted(lengths[:many]), room - many)  # each with its line end

    fit = bisect_right(range(len(pieces) + 1), -_LEAST, key=lambda many: -level(many)) - 1
    longest = level(fit)
    return (_NAME_ALONE.sub("", cut(piece, longest)) for piece in pieces[:fit])


def _level(lengths: list[int], room: int) -> int:
    """The length to which pieces may go, so that together they have room: short ones leave theirs to the long.

    Never less than `_LEAST` for no pieces.
    """
    for place, length in enumerate(lengths):
        left = len(lengths) - place
        if length * left > room:
            return max(0, room // left)
        room -= length
    return max((_LEAST, *lengths))


def cut(text: str, room: int) -> str:
    """The text within so many characters, cut at the end of a word where one is near; never within a character."""
    if len(text) <= room:
        return text
    ellipsis = _ELLIPSIS_GSM if sms.in_gsm(text) else _ELLIPSIS
    end = max(0, room - len(ellipsis))
    least = max(end // 2, end - _WORD)
    space = max(text.rfind(" ", least, end + 1), text.rfind("\n", least, end + 1))
    around = text[end - 1 : end + 1]
    if space > 0 and around.isascii() and around.isalnum():  # within a word
        end = space
    while end and _within_character(text, end):
        end -= 1
    return text[:end].rstrip(" \n") + ellipsis


def _within_character(text: str, end: int) -> bool:
    """Whether a cut here would tear an accent, an emoji or an escape from its beginning."""
    after = text[end]
    if unicodedata.combining(after) or after in "\u200d\ufe0e\ufe0f" or text[end - 1] == "\u200d":
        return True
    slashes = len(text[:end]) - len(text[:end].rstrip("\\"))
    return slashes % 2 == 1
