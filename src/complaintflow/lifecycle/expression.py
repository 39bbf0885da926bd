"""How much a text says: signs say nothing, and neither does a word like `ok` or 处理中 (R15, R16, R29).

The guard of what staff report stands here. What customers read has more guards, in `communication`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from complaintflow.commands import Call, CancelTask, FindCause, Mitigate, NoReplyNeeded, PartyReply
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.wording import fold
from complaintflow.wording.patterns import compile_late

_FILLERS = compile_late("[\u115f\u1160\u3164\uffa0]+")
"""Letters of Hangul that show nothing."""
_CHINESE = "\u2e80"
"""From here on letters are written without blanks between words."""
_WIDE = compile_late(f"[{_CHINESE}-\U0010ffff]+")
_WORD = compile_late(r"[^\W_]+")
_PLAIN = bytes([ord(char.lower()) if (char := chr(code)).isalnum() and code < 128 else 32 for code in range(256)])
"""Each byte of a text in ASCII as it compares: a sign is a blank."""
_PLAIN_LETTER = compile_late("[A-Za-z0-9\u4e00-\u9fff]")
"""A letter in every form of a text: most texts have one early."""
_MAY_BE_SHORT = (Call, CancelTask, FindCause, Mitigate, NoReplyNeeded, PartyReply)
"""What may be said in one word: an answer, a cause, a reason."""


def words_in(text: str) -> list[str]:
    """The words of a text in one form: without signs and case, and the same for full-width letters."""
    if text.isascii():  # the same words as by the pattern, in a quarter of the time
        return text.encode().translate(_PLAIN).decode().split()
    return _WORD.findall(_FILLERS.sub("", unicodedata.normalize("NFKC", text).casefold()))


def is_worded(text: str) -> bool:
    """Whether it has a word at all, which `words_in` would find."""
    return bool(_PLAIN_LETTER.search(text) or words_in(text))


def letters_in(text: str) -> str:
    """The letters and digits of a text in the same form, without what stands between them."""
    return "".join(words_in(text))


def weight(text: str) -> int:
    """How many letters and digits it has; a Chinese one counts as two."""
    return _weigh(letters_in(text))


def weighs(text: str, least: int) -> bool:
    """Whether it has so many letters and digits. Most texts show it by their first plain ones: a tenth of the time."""
    return bool(_first_letters(least).match(text)) or weight(text) >= least


@lru_cache(maxsize=16)
def _first_letters(count: int) -> re.Pattern[str]:
    """So many plain letters, each of which counts as one at least, with anything between them."""
    plain = "A-Za-z0-9\u4e00-\u9fff"
    return re.compile(f"(?:[^{plain}]*+[{plain}]){{{count}}}")


def _weigh(letters: str) -> int:
    return len(letters) if letters.isascii() else 2 * len(letters) - len(_WIDE.sub("", letters))


def says_nothing(ask: Ask, text: str) -> bool:
    """Whether a text in question has no word, or only words that the policy lists as empty, also 好的好的."""
    return ask.read(consists_of, text, ask.policy.empty_words)


def consists_of(text: str, phrases: frozenset[str]) -> bool:
    """Whether it is made of these phrases alone, in any order and number, or of nothing."""
    return _is_made_of(letters_in(text), phrases)


def _is_made_of(letters: str, phrases: frozenset[str]) -> bool:
    begun, ends, furthest = _by_first_letter(phrases), {0}, 0
    if letters and not letters.startswith(begun.get(letters[0], ())):  # as most: a sixth of the time
        return False
    for start in range(len(letters)):
        if start in ends:
            here = begun.get(letters[start], ())  # few of all: a quarter of the time
            reached = [start + len(phrase) for phrase in here if letters.startswith(phrase, start)]
            ends.update(reached)
            furthest = max((furthest, *reached))
        elif furthest < start:
            return False
    return len(letters) in ends


@lru_cache(maxsize=64)
def _joined(phrases: Iterable[str]) -> tuple[str, ...]:
    """Phrases as one word each."""
    return tuple({*map(letters_in, phrases)})


@lru_cache(maxsize=64)
def _by_first_letter(phrases: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The same, each under the letter that it begins with."""
    joined = _joined(phrases)
    return {first: tuple(one for one in joined if one[:1] == first) for first in {one[:1] for one in joined}}


def short_report(text: str, empty: frozenset[str], least: int) -> Fault | None:
    """Why a text is no report, or None: it says nothing but `empty` words, is one word, or has less letters."""
    words = words_in(text)
    letters = "".join(words)
    if _is_made_of(letters, empty):
        return Fault("says-nothing")
    if _weigh(letters) < least:
        return Fault("short-report", {"least": least})
    return Fault("one-word") if len(set(words)) < 2 and max(text) < _CHINESE else None


def find_short(ask: Ask, text: str) -> Fault | None:
    """Why a text in question is no report by the policy, or None."""
    return ask.read(short_report, text, ask.policy.empty_words, ask.policy.report_min_chars)


def complete_report(ask: Ask) -> Refusal | None:
    """R15, R16, R29, R30: a report to staff says what happened; a blank or one-word one meets no clock."""
    text = ask.command.report_text()
    if isinstance(ask.command, _MAY_BE_SHORT):
        fault = Fault("says-nothing") if says_nothing(ask, text) else _missed(ask)
    else:
        fault = find_short(ask, text)
    if not fault:
        return None
    return Refusal.of("complete-expression", case="report", fault=fault)


_ASIDE = 12
"""Letters beside the phrase that a call was missed which tell of no talk: three times, the line is busy."""


def _folded_letters(text: str) -> str:
    return letters_in(fold(text))


def _missed(ask: Ask) -> Fault | None:
    """R21: why an outcome tells of a call that nobody answered though it is said to be answered."""
    if not (isinstance(ask.command, Call) and ask.command.answered):
        return None
    said = ask.read(_folded_letters, ask.command.outcome)
    missed = (phrase for phrase in _joined(ask.policy.calls.missed) if phrase in said)
    if not any(weight(said) - weight(phrase) <= _ASIDE for phrase in missed):
        return None
    return Fault("nobody-answered")
