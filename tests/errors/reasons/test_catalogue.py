"""The catalogue of refusals: each reason and fault has its words in Chinese and English, and its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from complaintflow.errors.reasons.faults import FAULTS
from complaintflow.errors.reasons.pairs import Pair
from complaintflow.errors.reasons.rendering import REASONS
from complaintflow.errors.reasons.terms import TERMS
from complaintflow.messages import words
from complaintflow.vocabulary import Abuse, Audience, Ground, PausedBy, Remedy, SignKind, State
from tests.errors.reasons import written
from tests.errors.reasons.written import places
from tests.lifecycle.test_guards import named_in
from tests.messages.test_one_language import CHINESE

REFUSALS = [*written.refusals()]
JOINED = {"bad-tier", "bad-zone", "answered-days", "asked-days"}
"""Faults that are found under a name that is put together."""
TEXTS: dict[str, Pair] = {
    **{f"{name} why": reason.why for name, reason in REASONS.items()},
    **{f"{name} remedy": reason.remedy for name, reason in REASONS.items()},
    **{f"fault {name}": pair for name, pair in FAULTS.items()},
}
ONE_LANGUAGE = {
    "readable remedy": "the error says it in English",
    "known-root-cause remedy": "a cause has a name in each language",
    "old-cause-known remedy": "a cause has a name in each language",
    "fault bad-zone": "the check of the zone says it in English",
}
"""Where English tells a fact that Chinese does not."""
CODE = re.compile(
    r"\{[^{}]*\}"  # a fact
    r"|\w+=\[.*\]|[A-Z]\w+\([^()]*\)"  # a command as one calls it
    r"|\b\w+=\S*|\((?:limits|machines)[.\w]*\)|\b(?:judged|extra|since|email)\b|customer\.contact|\b[A-Z]\d?\b|Asia/Shanghai"
)
"""What stands in a Chinese text as it is typed: code."""
TYPED = {"None", "material", "no", "because"}
"""Names of fields and values."""


def test_a_refusal_that_is_made_has_its_words_and_all_the_facts_that_they_tell() -> None:
    """Else the person who is refused gets an error instead of a reason."""
    reasons = {one: REASONS[one.name] for one in REFUSALS}
    lacks = {one: _told(*reason.why, *reason.remedy) - one.facts for one, reason in reasons.items()}
    assert [one for one in REFUSALS if lacks[one] and not one.open] == []


def test_a_refusal_is_made_with_the_commands_of_its_remedy() -> None:
    """In the source, since no case makes every refusal. A form that offers them offers the right ones."""
    texts = [(one, text) for one in REFUSALS for text in REASONS[one.name].remedy if "calls}" not in text]
    assert [(one, text) for one, text in texts if named_in(text) != one.commands] == []


def test_a_fault_that_is_found_has_its_words_and_all_the_facts_that_they_tell() -> None:
    lacks = {one: _told(*FAULTS[one.name]) - one.facts for one in written.faults()}
    assert [one for one, facts in lacks.items() if facts and not one.open] == []


def _told(*texts: str) -> set[str]:
    return set[str]().union(*map(places, texts))


def test_no_words_are_for_nobody() -> None:
    assert {one.name for one in REFUSALS} == set(REASONS)
    assert {one.name for one in written.faults()} | JOINED == set(FAULTS)


def test_no_refusal_has_a_fact_that_it_does_not_tell() -> None:
    """What is not told may be private, and would be kept and printed."""
    told: dict[str, set[str]] = {}
    for name, reason in REASONS.items():
        told.setdefault(name.partition(":")[0], set()).update(_told(*reason.why, *reason.remedy))
    assert [one for one in REFUSALS if not one.facts <= told[one.name.partition(":")[0]]] == []


def test_a_text_tells_the_same_facts_in_chinese_and_english() -> None:
    other = [name for name, (chinese, english) in TEXTS.items() if places(chinese) != places(english)]
    assert sorted(other) == sorted(ONE_LANGUAGE)


def test_an_english_text_has_no_chinese_sign() -> None:
    assert [name for name, (_, english) in TEXTS.items() if CHINESE.search(english)] == []


def test_a_chinese_text_has_no_english_words_but_what_is_typed() -> None:
    """Else a house in Shanghai reads half a sentence."""
    rest = {name: re.findall("[A-Za-z]{2,}", CODE.sub(" ", chinese)) for name, (chinese, _) in TEXTS.items()}
    assert {name: found for name, found in rest.items() if not {*found} <= TYPED} == {}


def test_a_text_that_says_something_says_it_in_chinese() -> None:
    silent = [name for name, (chinese, _) in TEXTS.items() if not CHINESE.search(chinese)]
    assert [name for name in silent if re.search("[A-Za-z]{2,}", CODE.sub(" ", TEXTS[name][1]))] == []


def named_by_messages() -> Iterator[tuple[str, str]]:
    for names in (words.STATUS_FOR_STAFF, words.SIGN):
        yield from ((name, chinese) for name, (chinese, _) in names.items())
    yield from words._REMEDIES.items()


@pytest.mark.parametrize(("name", "chinese"), [*named_by_messages()])
def test_a_word_has_the_name_that_messages_give_it(name: str, chinese: str) -> None:
    """Staff meet one name for one thing, in a notice and in a refusal."""
    assert TERMS[name] == chinese


@pytest.mark.parametrize("kind", [Abuse, Audience, Ground, PausedBy, Remedy, SignKind, State])
def test_every_word_of_the_vocabulary_that_a_refusal_tells_has_a_chinese_name(kind: type[State]) -> None:
    assert [word for word in kind if word not in TERMS] == []
