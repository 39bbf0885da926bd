"""The rule book tells every rule: its number, its source, what it guards, what it needs and what helps."""

from __future__ import annotations

import re

import attrs
import pytest

from complaintflow import Ask, InvalidInput, Lifecycle, Policy, Refusal
from complaintflow.commands import BUILTIN
from complaintflow.errors.reasons.kept import KEPT
from complaintflow.lifecycle import LifecycleBuilder, RuleEntry
from complaintflow.lifecycle.articles import ARTICLES, SOURCES
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.rule_book import find_rules
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Effect
from tests.lifecycle.cases import CASES, Case

CHINESE = re.compile(r"[\u4e00-\u9fff]")
BOOK = {one.name: one for one in Lifecycle.default().rules()}
ENTRIES = [pytest.param(one, id=one.name) for one in BOOK.values()]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_guard_has_a_number_a_source_and_a_sentence_in_both_languages(entry: RuleEntry) -> None:
    chinese, english = entry.keeps
    assert entry.numbers
    assert set(entry.numbers) <= set(SOURCES)
    assert entry.sources
    assert CHINESE.search(chinese)
    assert english[0].isupper() or english[0] == "`"
    assert not CHINESE.search(english)


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_case_of_a_guard_tells_what_helps_or_that_nothing_is_needed(entry: RuleEntry) -> None:
    assert entry.cases
    for case in entry.cases:
        assert all((*case.why, *case.remedy))
        assert not (case.nothing_helps and case.commands)
        assert set(case.commands) <= set(BUILTIN)


def test_the_book_has_all_rules_and_no_others() -> None:
    guards = {rule_of(guard) for called in GUARDS.values() for guard in called}
    rows = {rule_of(rule) for row in TABLE for rule in row.rules}
    assert guards | rows <= set(BOOK)
    assert set(BOOK) | {"required-fields"} == set(KEPT)


def test_what_an_edge_requires_stands_in_the_book_in_both_languages() -> None:
    rules = LifecycleBuilder.default().command("Shelve", {"reason": "text"}, required=())
    book = rules.add("Shelve", "triaged", required="reason").build().rules()
    (entry,) = [one for one in book if one.name == "required-fields"]
    assert entry.keeps == (KEPT["required-fields"], "The fields that the edge requires of its command are given.")
    assert (entry.commands, len(entry.cases)) == (("Shelve",), 1)


def test_every_source_names_an_article_or_a_law() -> None:
    cited = {place for entry in BOOK.values() for place in entry.sources}
    named = {place.partition(" ")[0] for place in cited}
    assert named - set(ARTICLES) == {"EU", "GDPR", "ISO"}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_what_refuses_a_command_stands_in_the_book_with_what_helps(case: Case, lifecycle: Lifecycle) -> None:
    refused, _ = case.tell(lifecycle)
    for refusal in refused.decision.refusals:
        entry = BOOK[refusal.rule]
        assert type(refused.command).__name__ in entry.commands or entry.of_changes
        assert set(refusal.commands) <= set(entry.remedies)


@pytest.mark.parametrize(
    ("named", "command", "found"),
    [
        ("r14", "", {"handoff-carries-context"}),
        ("Confirm-Before-Close", "", {"confirm-before-close"}),
        ("R26", "close", {"nothing-left-open"}),
        ("R22", "Retract", {"standing-entry", "room-for-parts"}),
    ],
)
def test_a_number_a_name_and_a_command_find_rules(named: str, command: str, found: set[str]) -> None:
    assert {one.name for one in find_rules(BOOK.values(), named, command)} == found


def test_an_unknown_number_and_an_unknown_command_are_named_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        find_rules(BOOK.values(), "R99", "Dance")
    assert [one.path for one in caught.value.problems] == ["rule", "command"]


def lab_has_answered(ask: Ask) -> Refusal | None:
    """X7, ISO 10002: the lab has answered.

    It answers by mail.
    """
    return Refusal("lab-has-answered", "the lab has not answered", "wait for it")


def without_number(ask: Ask) -> Refusal | None:
    """Nothing at all: whatever it is."""
    return lab_has_answered(ask)


def test_a_guard_of_a_house_is_told_by_its_docstring() -> None:
    house = Lifecycle.default().with_guards({Effect.CLOSES: [lab_has_answered, without_number]})
    found = {one.name: one for one in house.rules()}
    lab, other = found["lab-has-answered"], found["without-number"]
    assert (lab.numbers, lab.sources, lab.keeps) == (("X7",), ("ISO 10002",), ("The lab has answered.",) * 2)
    assert (lab.commands, lab.cases, lab.remedies) == (("Close", "Import"), (), ())
    assert (other.numbers, other.source("zh"), other.keeps[1]) == ((), "本库自定", "Nothing at all: whatever it is.")


def test_the_policy_says_what_may_be_overridden() -> None:
    policy = attrs.evolve(Policy(), overridable=frozenset({"plain-words"}))
    found = {one.name: one.lifted for one in Lifecycle.default(policy).rules()}
    named = ("plain-words", "party-heard", "confirm-before-close", "allowed")
    assert [found[name] for name in named] == ["listed", "not listed", "never", "never"]


def test_a_document_tells_all_in_one_language() -> None:
    document = BOOK["clock-stands"].as_document("zh")
    assert document["needs"] == "已暂停的计时才能恢复。"
    assert document["cases"] == [
        {"case": "", "why": "没有暂停", "helps": "无需处理", "commands": [], "nothing_helps": True}
    ]


def test_an_edge_with_one_guard_names_it_as_a_text() -> None:
    """Else each of its letters is taken for a guard."""
    built = LifecycleBuilder.default().add("Note", "closed", guards="somebody-owns-it").build()
    found = {one.name: one.commands for one in built.rules()}
    assert found["somebody-owns-it"] == ("Note", "Unassign")
