"""A pattern of many phrases, of which a text is searched for those alone that it may have.

Each alternative of the pattern has roots, as in `roots`. Where the words of a text are known, looking up which phrases
it may have takes 0.3 to 1.2 µs for 70 characters, and looking for all of them 3 to 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import methodcaller

from complaintflow.wording.patterns import compile_late

_TOKEN = compile_late(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|.", re.DOTALL)
_START = methodcaller("start")


class Phrases:
    """The alternatives of a pattern. `roots` are for each its words and its other parts, as `_roots` has them.

    A part that is no ASCII is a single character.
    """

    def __init__(self, source: str, roots: Sequence[tuple[str, str]]) -> None:
        self.source = source
        self._roots = roots

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(map(compile_late, split_phrases(self.source)))

    @cached_property
    def _by_word(self) -> dict[str, tuple[int, ...]]:
        return _index(words for words, _ in self._roots)

    @cached_property
    def _by_part(self) -> dict[str, tuple[int, ...]]:
        return _index(parts for _, parts in self._roots)

    @cached_property
    def _latin_parts(self) -> tuple[str, ...]:
        return tuple(filter(str.isascii, self._by_part))

    @cached_property
    def _characters(self) -> re.Pattern[str] | None:
        listed = "".join(part for part in self._by_part if not part.isascii())
        return re.compile(f"[{listed}]") if listed else None

    def among(self, folded: str, words: Sequence[str]) -> list[re.Pattern[str]]:
        """The phrases that a folded text of these words may have, in the order of the pattern."""
        places: set[int] = set()
        by_word, by_part = self._by_word, self._by_part
        if words:
            for word in by_word.keys() & words:
                places.update(by_word[word])
        for part in self._latin_parts:
            if part in folded:
                places.update(by_part[part])
        if self._characters and not folded.isascii():
            for character in self._characters.findall(folded):
                places.update(by_part[character])
        patterns = self._patterns
        return [patterns[place] for place in sorted(places)] if places else []

    def search(self, folded: str, words: Sequence[str]) -> re.Match[str] | None:
        """What the whole pattern finds in a folded text of these words."""
        return search_first(self.among(folded, words), folded)


def search_first(phrases: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """What a pattern of these alternatives finds: of those that begin first, the first."""
    found = [one for phrase in phrases if (one := phrase.search(text))]
    return min(found, key=_START) if found else None


def split_phrases(source: str) -> Iterator[str]:
    """The alternatives of a pattern, which together match what it matches; also those within a pair of `\\b`.

    >>> [*split_phrases(r"\\b(?:yes|no(?:pe|t))\\b|[|]")]
    ['\\\\byes\\\\b', '\\\\bno(?:pe|t)\\\\b', '[|]']
    """
    for parts in _split(_TOKEN.findall(source)):
        inner = [*_split(parts[2:-2])]
        if parts[:2] == [r"\b", "(?:"] and parts[-2:] == [")", r"\b"] and all(map(_is_closed, inner)):
            yield from (rf"\b{''.join(one)}\b" for one in inner)
        else:
            yield "".join(parts)


def _split(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The parts between the bars that stand in no brackets."""
    begin = depth = 0
    for place, part in enumerate(parts):
        depth += part[0] == "("
        depth -= part == ")"
        if part == "|" and depth == 0:
            yield parts[begin:place]
            begin = place + 1
    yield parts[begin:]


def _is_closed(parts: Sequence[str]) -> bool:
    """Whether each of its brackets closes within it: else the first and the last one of the whole are no pair."""
    depth = 0
    for part in parts:
        depth += part[0] == "("
        depth -= part == ")"
        if depth < 0:
            return False
    return depth == 0


def _index(roots: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The places of the phrases that have a root."""
    found: dict[str, tuple[int, ...]] = {}
    for place, listed in enumerate(roots):
        for root in listed.split("\t")[:-1]:
            found[root] = (*found.get(root, ()), place)
    return found
