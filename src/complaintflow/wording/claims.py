"""Whether a text tells a customer that the problem is solved, or its remedy completed (R16, R32), and why or why not.

Phrase rules in Chinese and English, not understanding; and how like a sentence is to claims (`likeness`),
which finds what no phrase knows. A text is folded (`folding`), cut into sentences and clauses
(`clauses`), and each clause is read for the words of a claim and for those that take it back: a negation, a condition,
a time to come, a wish, the words of somebody else, another case, a part, a question. `docs/explanation/wording.md` says
how often they are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import NamedTuple

from complaintflow.wording import chinese, english
from complaintflow.wording.clauses import Clause, split_clauses, split_sentences
from complaintflow.wording.english_spelling import spell
from complaintflow.wording.folding import HAN, fold
from complaintflow.wording.latin import hyphenated_words
from complaintflow.wording.likeness import (
    ALONE,
    BARE,
    CLAIMS,
    PHRASE,
    Likeness,
    is_alike,
    likeness,
    telling_groups,
    without_stop,
)
from complaintflow.wording.patterns import compile_late


class Reading(NamedTuple):
    """The words found in a text that may claim a solution, and what takes the claim back; blank when nothing does."""

    words: str
    excuse: str = ""

    @property
    def claims(self) -> bool:
        """Whether the words stand as a claim."""
        return bool(self.words) and not self.excuse

    @property
    def telling(self) -> tuple[str, ...]:
        """The words and groups of neighbours in it that speak most for a claim, by what was learnt."""
        return telling_groups(self.words)


_HAN = compile_late(f"[{HAN}✓]")
_PERFECT = compile_late(r"\b(?:has|have|had|was|were|'ve|been)\b")
_LATIN = compile_late("[a-z]{2}")
_TRANSLATED = tuple((compile_late(pattern), plain) for pattern, plain in chinese.TRANSLATED)


def claims_solved(text: str) -> str:
    """The first words that claim a completed solution; blank when there are none."""
    return claims_in(fold(text))


def claims_in(folded: str) -> str:
    """The first words of a folded text that claim a completed solution; blank when there are none."""
    for sentence in split_sentences(folded):
        clauses = _clauses(sentence)
        if _may_claim(sentence, clauses):
            for reading in _judge_sentence(sentence, clauses, likeness):
                if reading.claims:
                    return reading.words
    return ""


def claims_by_phrase(text: str) -> str:
    """The first words that claim a completed solution by a phrase alone; blank when there are none."""
    found = (reading for clauses in map(_clauses, split_sentences(fold(text))) for reading in _read_sentence(clauses))
    return next((reading.words for reading in found if reading.claims), "")


def read_claims(text: str, like: Likeness = likeness) -> Iterator[Reading]:
    """Each place where the text may claim a solution, with what takes it back; `like` weighs its sentences."""
    for sentence in split_sentences(fold(text)):
        yield from _judge_sentence(sentence, _clauses(sentence), like)


def _may_claim(sentence: str, clauses: Sequence[Clause]) -> bool:
    """Whether the sentence is enough like a claim that it may be one: else no phrase is looked for.

    Of the harmless sentences of the corpus 8 in 10 are not. Weighing takes a tenth of the time of the phrases.
    """
    weighed = likeness(sentence)
    if not clauses:
        return weighed >= CLAIMS
    if weighed + PHRASE >= CLAIMS:
        return True
    whole = without_stop(sentence).strip()
    return any(likeness(clause.text) + PHRASE >= CLAIMS for clause in clauses if clause.text != whole)


def _judge_sentence(sentence: str, clauses: Sequence[Clause], like: Likeness) -> Iterator[Reading]:
    readings = tuple(_read_sentence(clauses))
    if not any(reading.claims for reading in readings):
        yield from readings
        if is_alike(like(sentence), sentence, excused=bool(readings)):
            yield Reading(sentence.strip())
    elif like(sentence) + PHRASE >= CLAIMS or any(_stands_alone(clause.text, readings, like) for clause in clauses):
        yield from readings
    else:
        yield from (reading._replace(excuse=reading.excuse or "unlike") for reading in readings)


def _stands_alone(clause: str, readings: Sequence[Reading], like: Likeness) -> bool:
    """Whether a clause claims whatever stands around it: it is very like a claim, or little more than a phrase."""
    said = (reading.words for reading in readings if reading.claims and reading.words in clause)
    bare = any(len(words) >= BARE * len(clause) for words in said)
    return like(clause) >= (CLAIMS - PHRASE if bare else ALONE)


def _clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence that may have a claim by a phrase: most have none of the words."""
    words = hyphenated_words(sentence)
    return tuple(split_clauses(spell(sentence, words))) if _tells(sentence, words) else ()


def _tells(sentence: str, words: Sequence[str]) -> bool:
    """Whether it may have a claim at all: most sentences have none of the words."""
    if not sentence.isascii() and (chinese.TELLING.search(sentence) or _LATIN.search(sentence)):
        return True
    return english.tells(words)


Span = tuple[int, int]


class _Voice(NamedTuple):
    """A clause as it is read in one language, and where it may claim something."""

    language: ModuleType
    text: str
    spans: tuple[Span, ...]


def _read_sentence(sentence: Sequence[Clause]) -> Iterator[Reading]:
    voices = [tuple(_voices(clause.text)) for clause in sentence]
    last = max((place for place, spoken in enumerate(voices) if any(voice.spans for voice in spoken)), default=-1)
    carried = ""
    for place, clause in enumerate(sentence[: last + 1]):
        asked = "asked" if clause.asked and place == len(sentence) - 1 else ""
        rest = " ".join(later.text for later in sentence[place + 1 : place + 4])
        following = sentence[place + 1].text if rest else ""
        taken = ""
        for voice in voices[place]:
            masked = _mask(voice.language.STILL_CLAIMS, voice.text)
            open_words = tuple(voice.language.OPEN.finditer(masked))
            around = carried or asked or _surroundings(voice, rest)
            for span in voice.spans:
                excuse = around or _excuse(voice.language, masked, span, open_words)
                yield Reading(voice.text[slice(*span)].strip(), excuse)
            taken = taken or _carry(voice, open_words, clause.mark, following)
        carried = taken or (carried if not _HAN.search(following) else "")


def _voices(text: str) -> Iterator[_Voice]:
    """The clause in each language that it has words of; a mixed one in both."""
    han, latin = _HAN.search(text), _LATIN.search(text)
    if han:
        mixed = _to_chinese(text) if latin else text
        yield _Voice(chinese, mixed, tuple(chinese.find_claims(mixed)))
    if latin:
        mixed = text.replace("退款", " refund ").replace("问题", " problem ") if han else text
        yield _Voice(english, mixed, tuple(english.find_claims(mixed)))


def _carry(voice: _Voice, open_words: Sequence[re.Match[str]], mark: str, following: str) -> str:
    """What of a clause takes back the claims of the next ones: a condition, or that somebody else speaks."""
    kinds = {one.lastgroup for one in open_words}
    if voice.language is chinese:
        told = any(one.lastgroup == "reported" and one.end() >= len(voice.text) for one in open_words)
        told = told or (mark == ":" and "partial" in kinds)
        conditional = "conditional" in kinds and bool(chinese.THEN.search(following))
    else:
        told = mark == ":" and "reported" in kinds
        conditional = "conditional" in kinds and not english.POLITE.search(voice.text)
    return "conditional" if conditional else "reported" if told else ""


def _surroundings(voice: _Voice, rest: str) -> str:
    """What takes back all claims of a clause: that it asks, or what the rest of the sentence says."""
    if voice.language is chinese and chinese.ASKED_AFTER.search(voice.text):
        return "asked"
    return "doubted" if rest and voice.language.DOUBT.search(rest) else ""


def _excuse(language: ModuleType, text: str, span: Span, open_words: Sequence[re.Match[str]]) -> str:
    """What in its own clause takes a claim back."""
    return (_chinese_excuse if language is chinese else _english_excuse)(text, *span, open_words)


_FAR = frozenset({"conditional", "reported", "other", "partial", "asked"})
"""Words that reach over a whole clause; the others only over a few words."""
_REACH = 40
_CHINESE_REACH = 12
"""Characters over which a negation reaches."""


def _english_excuse(text: str, start: int, end: int, open_words: Sequence[re.Match[str]]) -> str:
    for one in open_words:
        kind = str(one.lastgroup)
        within = one.end() > start and one.start() < end
        counts = kind in {"other", "partial"} or (kind == "negated" and one.start() > start) or english.BARE.match(text)
        if one.start() >= end or (within and not counts):
            continue
        between = text[one.end() : start]
        if kind in _FAR or (len(between) <= _REACH and " and " not in between):
            return kind
    if english.CHECKS.search(text, end):
        return "doubted"
    perfect = _PERFECT.search(text, start, end)
    return "future" if not perfect and english.LATER.search(text, end) else ""


def _chinese_excuse(text: str, start: int, end: int, open_words: Sequence[re.Match[str]]) -> str:
    before = (one for one in open_words if one.start() < end)
    near = (one for one in before if one.lastgroup != "negated" or start - one.end() <= _CHINESE_REACH)
    excuse = next((str(one.lastgroup) for one in near), "")
    return excuse or ("conditional" if chinese.AFTER.match(text, end) else "")


def _mask(pattern: re.Pattern[str], text: str) -> str:
    """The text with blanks in the place of what the pattern finds."""
    return pattern.sub(lambda found: " " * len(found.group()), text)


def _to_chinese(text: str) -> str:
    for pattern, plain in _TRANSLATED:
        text = pattern.sub(plain, text)
    return text
