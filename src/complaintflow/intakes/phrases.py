"""The notation of phrases, and how several lists of them are found in a text in one pass.

Phrases stand on lines of their own or between ` / `; a line that ends in `|` goes on. `(a|b)` are alternatives, `~` is
a gap within a clause, `~~` one within a sentence, `*` after an English word stands for any ending; the rest is a
regular expression. English phrases fit whole words. A phrase is tried only where it may begin, and compiled
when that first happens: so a text takes time in proportion to its length, and to start costs nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

_GOES_ON = re.compile(r"\|\s*\n\s*")
_SEPARATOR = re.compile(r" / |\n")
_GROUP = re.compile(r"\((?!\?)")
_REPEATS = ("?", "*", "+", "{")
_ENGLISH = re.compile(r"\(*[a-z0-9]")
_ENDS_WORD = re.compile(r"[a-z0-9)]\??$")
_ANY_ENDING = re.compile(r"(?<=[a-z])\*")
_NEAR = {False: r"[^,;:.!?。]{0,12}?", True: r"(?:[^,;:.!?。]|\.(?! )){0,30}?"}
_FAR = {False: r"[^;!?。]{0,30}?", True: r"[^;!?。]{0,80}?"}
_KEY = re.compile(r"(?: ?[^\W_]+)*(?![?*{])| ?")
"""The first characters of a pattern that stand for themselves."""
_LONGEST_KEY = 16
"""So many of them are looked up."""
_HEAD = 3
"""So many of these tell which lengths of keys are looked up: most words of a text begin like no phrase."""


class PhraseIndex:
    """Several lists of phrases, each known by its place."""

    def __init__(self, lists: Iterable[str]) -> None:
        self._patterns: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        phrases = ((place, pattern) for place, text in enumerate(lists) for pattern in read_phrases(text))
        for order, (place, pattern) in enumerate(phrases):
            self._patterns[_key(pattern)].append((order, place, pattern))
        self._anywhere = self._patterns.pop("", [])
        # most places are none of these: asked together, a text takes a fifth of the time that trying each took
        self._any = _together(self._anywhere)
        self._together = {key: _together(several) for key, several in self._patterns.items() if len(several) > 1}
        sizes: Mapping[str, set[int]] = defaultdict(set)
        for key in self._patterns:
            sizes[key[:_HEAD]].add(len(key))
        self._sizes = {head: tuple(sorted({*range(1, _HEAD), *several})) for head, several in sizes.items()}
        self._firsts = "|".join(re.escape(first) for first in sorted({key[0] for key in self._patterns}))

    def find(self, text: str, denied: Callable[[int, int], bool]) -> Iterator[tuple[int, int, str]]:
        """Place, position and words of each phrase in the text, from left to right; those of one list do not overlap.

        `denied` says of a list and a position whether what stands there does not count.
        """
        ends: dict[int, int] = defaultdict(int)
        for at, place, pattern in self._candidates(text):
            if at < ends[place]:
                continue
            match = _compile(pattern).match(text, at)
            if match and match.end() > at and not denied(place, at):
                ends[place] = match.end()
                yield place, at, match[0].strip()

    def _candidates(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Each phrase that may begin somewhere, from left to right; at one place in the order of the lists."""
        keyless = frozenset(_places(_compile(self._any), text)) if self._anywhere else frozenset[int]()
        begins = (found.start() for found in _compile(self._firsts).finditer(text)) if self._patterns else ()
        for at in sorted(keyless.union(begins)):
            found = [*self._anywhere] if at in keyless else []
            for key in self._keys_at(text, at):
                found += self._fitting(key, text, at)
            found.sort()
            for _, place, pattern in found:
                yield at, place, pattern

    def _keys_at(self, text: str, at: int) -> Iterable[str]:
        """The keys that stand there."""
        sizes = self._sizes.get(text[at : at + _HEAD], range(1, _HEAD))
        return [key for size in sizes if (key := text[at : at + size]) in self._patterns]

    def _fitting(self, key: str, text: str, at: int) -> Sequence[tuple[int, int, str]]:
        """The phrases of a key, unless none fits there: asked together, which took half the time of asking each."""
        together = self._together.get(key)
        return self._patterns[key] if together is None or _compile(together).match(text, at) else ()


def _together(several: Iterable[tuple[int, int, str]]) -> str:
    return "|".join(f"(?:{pattern})" for _, _, pattern in several)


def _places(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Every place where the pattern fits, also within what fits before it."""
    found = pattern.search(text)
    while found:
        yield found.start()
        found = pattern.search(text, found.start() + 1)


def read_phrases(text: str) -> Iterator[str]:
    """The pattern of each phrase of a list; one for each alternative that it begins with."""
    for written in _SEPARATOR.split(_GOES_ON.sub("|", text)):
        if phrase := written.strip():
            yield from map(_pattern, _spread(phrase))


def _spread(phrase: str) -> Iterator[str]:
    """The phrase, once for each alternative of the group that it begins with."""
    begins = _alternatives(phrase)
    rest = phrase[sum(map(len, begins)) + len(begins) + 1 :]
    if not _GROUP.match(phrase) or rest[:1] in _REPEATS:
        yield phrase
    else:
        yield from (begin + rest for begin in begins)


def _alternatives(phrase: str) -> list[str]:
    """The alternatives of the group at the beginning, inner groups as they stand."""
    found, depth = [""], 0
    for char in phrase:
        depth += (char == "(") - (char == ")")
        if depth == 0:
            break
        if char == "|" and depth == 1:
            found.append("")
        elif depth > 1 or char != "(":
            found[-1] += char
    return found


def _pattern(phrase: str) -> str:
    english = bool(_ENGLISH.match(phrase))
    parts = [[_word(part.strip(), english) for part in near.split("~")] for near in phrase.split("~~")]
    pattern = _BOUNDLESS.sub(_BOUND, _FAR[english].join(_NEAR[english].join(near) for near in parts))
    return pattern.replace(_BEGIN, " ", 1) if english else pattern


_BEGIN = "(?<![a-z0-9])"
_BOUNDLESS = re.compile(r"(?<=\\d|\w\)|.\])\+(?!\+)")
_BOUND = "{1,12}"
"""So often may what a phrase repeats stand there: of a million digits each would else look at all that follow."""


def _word(part: str, english: bool) -> str:
    """A part between gaps; an English one neither begins nor ends within a word."""
    pattern = _GROUP.sub("(?:", part)
    if not english or not pattern:
        return pattern
    ends = "(?![a-z0-9])" if _ENDS_WORD.search(pattern) else ""
    return _BEGIN + _ANY_ENDING.sub("[a-z]{0,30}", pattern) + ends


def _key(pattern: str) -> str:
    """The characters with which every text that fits begins."""
    found = _KEY.match(pattern)
    return found[0][:_LONGEST_KEY] if found else ""


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
