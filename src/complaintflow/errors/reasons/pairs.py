"""The form of the texts: pairs of Chinese and English."""

from __future__ import annotations

from typing import NamedTuple

Pair = tuple[str, str]
"""A text in Chinese and in English, in the order of `LANGUAGES`."""


class Reason(NamedTuple):
    """The two sentences of a refusal: why, and what would help."""

    why: Pair
    remedy: Pair


NOTHING: Pair = ("无需处理", "nothing to do")
"""What helps where the rule has nothing to wait for: the command is not needed."""
