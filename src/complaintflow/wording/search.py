"""From a text to the words of an index, Chinese included, and from what somebody looks for to words of that index.

Chinese has no blanks between its words. Each run of Chinese characters becomes its overlapping pairs, so that every
word of two characters is found wherever it stands: 要退款 is 要退 and 退款.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import add
from typing import NamedTuple

from complaintflow.wording.folding import fold_characters
from complaintflow.wording.patterns import compile_late

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
_RUN = compile_late(f"[{_CJK}]+|[^\\W_{_CJK}]+")
_PAIRED = compile_late(f"[{_CJK}]")
_NUMBER = compile_late(r"(?<![a-z0-9])\+?\d+(?:[ .()/-]{1,2}\d+)+(?![a-z0-9])")
_DIGITS = compile_late(r"\d+")
_LONG_NUMBER = 7
"""So many digits in groups are one number, however people part them: `138-0013-8000`."""
_PREFIX = 3
"""A word of so many letters or digits finds those that begin with it, too."""
_LONGEST = 64
"""A longer run of letters is no word: as many of its characters are kept."""
ASKED = 20
"""So many words of a question count; a longer one is about nothing more."""


def is_paired(word: str) -> bool:
    """Whether it is of a script without blanks, of which pairs of characters are kept."""
    return bool(_PAIRED.match(word))


def word_runs(plain: str) -> Iterator[list[str]]:
    """The runs of a folded text: a word of letters or digits, or the pairs of a run of Chinese characters."""
    for run in _RUN.findall(plain):
        paired = len(run) > 1 and is_paired(run)
        yield [run[place : place + 2] for place in range(len(run) - 1)] if paired else [run]


def index_words(text: str) -> str:
    """The words of a text as an index keeps them, with a blank between two.

    The last character of a Chinese run stands behind its pairs, so that it is found alone, and no pairs of two runs
    stand side by side. A number in groups stands there as one as well.
    """
    plain = fold_characters(text)
    words: list[str] = []
    for run in _RUN.findall(plain):
        if run.isascii() or not is_paired(run):  # most words of most texts are: half of the time went into asking
            words.append(run[:_LONGEST])
        else:
            words += [*map(add, run, run[1:]), run[-1]]
    for found in _NUMBER.findall(plain):
        words += _whole_numbers(found)
    return " ".join(words)


class Phrase(NamedTuple):
    """Words that must stand one behind the other. With `begins` there is one, and it may be longer in the text."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def sought(self) -> str:
        """As it stands in a text of words, before and behind which there are blanks."""
        return f" {' '.join(self.words)}{'' if self.begins else ' '}"

    def is_in(self, indexed: str) -> bool:
        """Whether a text whose words `index_words` gave has it."""
        return self.sought in f" {indexed} "


def asked_phrases(text: str) -> tuple[Phrase, ...]:
    """What must be in a text for this question to find it, each once: every word, each run of Chinese as it stands."""
    if not text:  # as most lists are asked for
        return ()
    plain = fold_characters(text)
    numbers = [whole for found in _NUMBER.findall(plain) for whole in _whole_numbers(found)[-1:]]
    rest = _NUMBER.sub(lambda found: " " if _whole_numbers(found.group()) else found.group(), plain)
    words = (_phrase(run) for run in word_runs(rest))
    return tuple(dict.fromkeys((*words, *(Phrase((number,), True) for number in numbers))))[:ASKED]


def _phrase(run: list[str]) -> Phrase:
    first = run[0][:_LONGEST] if len(run) == 1 else run[0]
    alone = is_paired(first) and len(first) == 1
    return Phrase((first, *run[1:]), alone or (len(run) == 1 and not is_paired(first) and len(first) >= _PREFIX))


def _whole_numbers(text: str) -> list[str]:
    """A number in groups as one; that of another country without the code of the country as well, at the end."""
    groups = _DIGITS.findall(text)
    if sum(map(len, groups)) < _LONG_NUMBER:
        return []
    return ["".join(groups), *(["".join(groups[1:])] if text.startswith("+") else [])]
