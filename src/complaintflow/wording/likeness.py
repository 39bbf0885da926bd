"""How like a sentence is to those that claim a solution: it finds the claims that no phrase thought of (R16, R32).

Each word and each group of neighbours (in Chinese: of characters) has a weight, learnt from the sentences in
`tests/wording`: how much more it speaks for a claim than for a harmless sentence, as the logarithm of the odds. Their
sum is the likeness. A phrase of the rules counts as one more such word, a heavy one.

English words count by their first letters as well, so that what was learnt of "refunded" helps with "refund". The full
stop of a sentence is no group: a sentence is as like a claim as the clause that is all of it.

All weights here are whole hundredths, so that a sum is the same in every order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from heapq import nlargest
from itertools import pairwise, repeat
from operator import add, itemgetter

from complaintflow.wording.folding import HAN
from complaintflow.wording.latin import is_simple
from complaintflow.wording.patterns import compile_late

CLAIMS = 0
"""A sentence of this likeness or a greater one counts as a claim."""
PHRASE, EXCUSED = 200, 100
"""What a phrase that claims adds to that of its sentence, and what one that is taken back ("not solved") takes away."""
ALONE, BARE = 200, 0.6
"""A clause of this likeness lets a phrase count in any sentence, and so does one of which this share is the phrase.

So neither padding nor thanks hide a claim. These numbers were chosen on authors from whom nothing was learnt.
"""

LEAST_WORDS, LEAST_CHARACTERS = 2, 3
"""A sentence of fewer different words or Chinese characters is a name or a number: only a phrase can claim with it."""

Likeness = Callable[[str], int]
"""How like a folded sentence is to a claim, in hundredths."""

_HAN = compile_late(f"[{HAN}]")
_WORD = compile_late(r"[a-z']+|[0-9]+|[^\sa-z0-9]")
_LATIN = compile_late("[a-z]{2,}")
_NUMBER = compile_late(r"[0-9][0-9.]*")
_BEGIN, _END, _GAP = "^", "$", "_"
_MARKED = compile_late(r"[\^$_]")
_STOPS = ".!;…。 "
_STEM = slice(4)
"""So many letters at the beginning of a word stand for all of its forms."""


def is_alike(likeness: int, sentence: str, *, excused: bool = False) -> bool:
    """Whether a folded sentence of this likeness counts as a claim without any phrase, or though they are `excused`."""
    return likeness >= CLAIMS + EXCUSED * excused and _is_more_than_a_name(sentence)


def _is_more_than_a_name(sentence: str) -> bool:
    characters = set(_HAN.findall(sentence))
    if characters:
        return len(characters) >= LEAST_CHARACTERS
    return len(set(_LATIN.findall(sentence))) >= LEAST_WORDS


def likeness(sentence: str) -> int:
    """The likeness of a folded sentence; above 0 it is more like a claim than like a harmless sentence."""
    return _scale_for(sentence).likeness(sentence)


def telling_groups(sentence: str, count: int = 3) -> tuple[str, ...]:
    """The words and groups of the sentence that speak most for a claim, for people to read."""
    scale, plain = _scale_for(sentence), f" {' '.join(_WORD.findall(sentence))} "
    whole = groups(sentence) if _has_han(sentence) else {one for one in groups(sentence) if f" {one} " in plain}
    heard = {group: scale.weight(group) for group in whole if not _MARKED.search(group)}
    return tuple(nlargest(count, sorted(heard), key=heard.__getitem__))


def without_stop(sentence: str) -> str:
    """The sentence as it is weighed: without what ends it, if that does not ask."""
    return sentence.rstrip(_STOPS)


def groups(sentence: str) -> set[str]:
    """The words, and the groups of neighbours; each number is a 0."""
    return {group if isinstance(group, str) else " ".join(group) for group in _groups_of(sentence)}


_Group = str | tuple[str, ...]
"""Neighbouring characters or one word as a text, the others as a tuple: both are made without Python code."""


def _groups_of(sentence: str) -> list[_Group]:
    """All groups; some come twice. A list is looked up in four fifths of the time of an iterator."""
    bare = without_stop(sentence)
    if is_simple(bare):  # as most sentences in English: a quarter of the time of the patterns
        return _groups_of_words([_BEGIN, *bare.replace(",", " , ").split(), _END])
    plain = _NUMBER.sub("0", bare)
    if _has_han(sentence):
        return _groups_of_characters(_BEGIN + plain.replace(" ", "") + _END)
    return _groups_of_words([_BEGIN, *_WORD.findall(plain), _END])


def _groups_of_words(words: list[str]) -> list[_Group]:
    stems = list(map(itemgetter(_STEM), words))
    gapped = zip(stems, repeat(_GAP), stems[2:], strict=False)
    return [*words, *stems, *pairwise(words), *pairwise(stems), *gapped]


def _groups_of_characters(text: str) -> list[_Group]:
    return [*text, *map(add, text, text[1:]), *zip(text, repeat(_GAP), text[2:], strict=False)]


class Scale:
    """Weights, by which a sentence is weighed: about 0.1 µs a character of English, 0.35 of Chinese.

    Half of what it took while each group was looked for by Python code. Under the blank group stands what every
    sentence begins with.
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights: dict[_Group, int] = {_key(group): weight for group, weight in weights.items()}

    def likeness(self, sentence: str) -> int:
        """The likeness of a folded sentence by these weights."""
        weights = self._weights
        return weights[""] + sum(map(weights.__getitem__, weights.keys() & _groups_of(sentence)))

    def weight(self, group: str) -> int:
        """What this word or group speaks for a claim."""
        return self._weights.get(_key(group), 0)


def _key(group: str) -> _Group:
    return tuple(group.split(" ")) if " " in group else group


def _scale_for(sentence: str) -> Scale:
    """The scale of its language."""
    return _read_chinese() if _has_han(sentence) else _read_english()


def _has_han(sentence: str) -> bool:
    return not sentence.isascii() and bool(_HAN.search(sentence))


@cache
def _read_chinese() -> Scale:
    from complaintflow.wording._weights_chinese import GROUPS  # noqa: PLC0415 - large, and many judge no words

    return Scale(_unpack(GROUPS))


@cache
def _read_english() -> Scale:
    from complaintflow.wording._weights_english import GROUPS  # noqa: PLC0415

    return Scale(_unpack(GROUPS))


def _unpack(packed: Mapping[float, str]) -> Mapping[str, int]:
    exact = ((round(weight * 100), listed) for weight, listed in packed.items())
    return {group: weight for weight, listed in exact for group in listed.split("\t")[:-1]}
