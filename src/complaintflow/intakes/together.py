"""Concepts that a text names near each other, in any order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

_SENTENCE_ENDS = re.compile(r"[。!?;]++|[.]++(?= |$)")
_LONGEST = 240
"""Characters of a sentence that is cut, so that a text without a full stop does not put everything together."""


@attrs.frozen
class Combination:
    """Concepts that must be named and that must not be named."""

    wanted: frozenset[str]
    unwanted: frozenset[str]
    order: tuple[str, ...]

    def fits(self, named: Mapping[str, str]) -> bool:
        return named.keys() >= self.wanted and named.keys().isdisjoint(self.unwanted)


class Windows:
    """What each two sentences in a row name: the first words of each concept."""

    def __init__(self, text: str) -> None:
        self._starts = list(_starts(text))
        self._named: dict[int, dict[str, str]] = defaultdict(dict)
        self._supposed = -1

    def suppose(self, at: int) -> None:
        """What follows in the sentence is only asked or supposed."""
        self._supposed = self._sentence(at)

    def supposes(self, at: int) -> bool:
        return self._supposed == self._sentence(at)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def add(self, concept: str, at: int, words: str) -> None:
        sentence = self._sentence(at)
        for window in (sentence, sentence - 1):
            self._named[window].setdefault(concept, words)

    def find(self, combinations: Iterable[Combination]) -> Sequence[str]:
        """The words of the first combination that fits, else none."""
        for named in self._named.values():
            for one in combinations:
                if one.fits(named):
                    return tuple(named[concept] for concept in one.order)
        return ()


def read_combinations(text: str) -> Sequence[Combination]:
    """One a line: `a + b - c`."""
    return tuple(_read(line) for line in text.splitlines() if line.strip())


def _read(line: str) -> Combination:
    wanted, *unwanted = (part.strip() for part in line.split(" - "))
    order = tuple(part.strip() for part in wanted.split("+"))
    return Combination(frozenset(order), frozenset(unwanted), order)


def _starts(text: str) -> Iterator[int]:
    start = 0
    for end in (*(match.end() for match in _SENTENCE_ENDS.finditer(text)), len(text)):
        yield from range(start, max(end, start + 1), _LONGEST)
        start = end
