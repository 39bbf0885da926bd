"""How like a sentence is to those that claim a solution: it finds the claims that no phrase thought of (R16, R32).

Each word and each group of neighbours (in Chinese: of characters) has a weight, learnt from the sentences in
`tests/wording`: how much more it speaks for a claim than for a harmless sentence, as the logarithm of the odds. Their
sum is the likeness. A phrase of the rules counts as one more such word, a heavy one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from heapq import nlargest
from itertools import pairwise

from complaintflow.wording.folding import HAN
from complaintflow.wording.patterns import compile_late

CLAIMS = 0.6
"""A sentence of a greater likeness counts as a claim."""
PHRASE, EXCUSED = 2.0, 1.0
"""What a phrase that claims adds to it, and what one that is taken back ("not solved") takes away.

The three numbers were chosen on authors from whom nothing was learnt.
"""

LEAST_WORDS, LEAST_CHARACTERS = 2, 3
"""A sentence of fewer different words or Chinese characters is a name or a number: only a phrase can claim with it."""

_HAN = compile_late(f"[{HAN}]")
_WORD = compile_late(r"[a-z']+|[0-9]+|[^\sa-z0-9]")
_LATIN = compile_late("[a-z]{2,}")
_NUMBER = compile_late(r"[0-9][0-9.]*")
_BEGIN, _END, _GAP = "^", "$", "_"
_MARKED = compile_late(r"[\^$_]")
_LONGEST = 4
"""Characters in a group."""


def is_alike(sentence: str, *, excused: bool = False) -> bool:
    """Whether a folded sentence counts as a claim without any phrase, or though its phrases are `excused`."""
    characters = set(_HAN.findall(sentence))
    enough = len(characters) >= LEAST_CHARACTERS or (
        not characters and len(set(_LATIN.findall(sentence))) >= LEAST_WORDS
    )
    return enough and likeness(sentence) > CLAIMS + EXCUSED * excused


def likeness(sentence: str) -> float:
    """The likeness of a folded sentence; above 0 it is more like a claim than like a harmless sentence."""
    weights = _weights_for(sentence)
    return weights[""] + sum(weights.get(group, 0.0) for group in groups(sentence))


def telling_groups(sentence: str, count: int = 3) -> tuple[str, ...]:
    """The words and groups of the sentence that speak most for a claim, for people to read."""
    weights = _weights_for(sentence)
    heard = {group: weights.get(group, 0.0) for group in groups(sentence) if not _MARKED.search(group)}
    return tuple(nlargest(count, sorted(heard), key=heard.__getitem__))


def groups(sentence: str) -> set[str]:
    """The words, and the groups of neighbours; each number is a 0."""
    if _HAN.search(sentence):
        return set(_groups_of_characters(sentence))
    return set(_groups_of_words(sentence))


def _groups_of_words(sentence: str) -> Iterator[str]:
    words = [_BEGIN, *_WORD.findall(_NUMBER.sub("0", sentence)), _END]
    yield from words
    yield from map(" ".join, pairwise(words))
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        yield f"{first} {second} {third}"
        yield f"{first} {_GAP} {third}"


def _groups_of_characters(sentence: str) -> Iterator[str]:
    text = _BEGIN + _NUMBER.sub("0", sentence).replace(" ", "") + _END
    for length in range(1, _LONGEST + 1):
        yield from (text[start : start + length] for start in range(len(text) - length + 1))


def _weights_for(sentence: str) -> Mapping[str, float]:
    """The weights of its language; under the blank group stands what every sentence begins with."""
    return _read_chinese() if _HAN.search(sentence) else _read_english()


@cache
def _read_chinese() -> Mapping[str, float]:
    from complaintflow.wording._weights_chinese import GROUPS  # noqa: PLC0415 - large, and many judge no words

    return _unpack(GROUPS)


@cache
def _read_english() -> Mapping[str, float]:
    from complaintflow.wording._weights_english import GROUPS  # noqa: PLC0415

    return _unpack(GROUPS)


def _unpack(packed: Mapping[float, str]) -> Mapping[str, float]:
    return {group: weight for weight, listed in packed.items() for group in listed.split("\t")[:-1]}
