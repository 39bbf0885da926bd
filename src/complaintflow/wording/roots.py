"""Roots of phrases: words and other parts of texts of which every match of a pattern contains one.

A text without any root has no match, and needs no pattern: most texts have none. `tests/wording/roots.py` reads the
roots from the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from complaintflow.wording.patterns import compile_late


class Roots:
    """Looks for roots: 1 µs for 75 characters, where the patterns of a denial take 200."""

    def __init__(self, words: str, parts: str) -> None:
        listed = parts.split("\t")[:-1]
        self._words = frozenset(words.split("\t"))
        self._parts = compile_late("|".join(map(re.escape, listed)))
        self._latin_parts = tuple(filter(str.isascii, listed))

    def are_in(self, folded: str, words: Iterable[str]) -> bool:
        """Whether a folded text of these words has a root."""
        if not self._words.isdisjoint(words):
            return True
        if not folded.isascii():
            return bool(self._parts.search(folded))
        for part in self._latin_parts:  # noqa: SIM110 - few, if any: a loop takes a third of a pattern
            if part in folded:
                return True
        return False
