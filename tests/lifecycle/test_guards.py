"""Every guard and every rule of a row refuses what it must, by its name and with a remedy, and lets pass the rest."""

from __future__ import annotations

import inspect
import re

import attrs
import pytest

from complaintflow import Actor, Ask, Lifecycle, Policy, Refusal, Signals
from complaintflow.commands import BUILTIN, Close, Command, Escalate, Note
from complaintflow.lifecycle import guards, imported, machines, preconditions
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.row_access import allowed
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Effect, Ground
from tests import stories as s
from tests.lifecycle.cases import CASES, Case

ALL = [pytest.param(case, id=case.name) for case in CASES]


@pytest.mark.parametrize("case", ALL)
def test_refuses_with_a_remedy_and_passes(case: Case, lifecycle: Lifecycle) -> None:
    """What the remedy names as commands is what `commands` lists."""
    for refusal in case(lifecycle):
        assert refusal.why.strip()
        assert refusal.remedy.strip()
        assert set(refusal.commands) == named_in(refusal.remedy), str(refusal)


def named_in(text: str) -> set[str]:
    """The commands that a text calls: `Verify(...)`."""
    return set(re.findall(r"\b([A-Z]\w+)\(", text)) & set(BUILTIN)


def test_every_guard_and_every_rule_of_a_row_has_a_case() -> None:
    called = {guard for hanging in GUARDS.values() for guard in hanging} | {rule for row in TABLE for rule in row.rules}
    assert {case.guard for case in CASES} == called | {allowed}


def test_every_precondition_hangs_on_a_row() -> None:
    named = {
        one
        for room in (preconditions, imported, machines)
        for name, one in vars(room).items()
        if inspect.isfunction(one) and one.__module__ == room.__name__ and name[0] != "_"
    }
    assert named - {machines.machine_budget} == {rule for row in TABLE for rule in row.rules}


def test_every_effect_calls_for_a_guard() -> None:
    assert set(GUARDS) == set(Effect)
    assert all(GUARDS.values())


def test_a_rule_has_the_name_of_its_function_with_dashes() -> None:
    assert rule_of(preconditions.open_task) == "open-task"
    assert rule_of(preconditions.part_exists) == "part-exists"


@attrs.frozen(eq=False, repr=False)
class Finish(Command):
    """A command of a house that ends a complaint, into another one or alone."""

    into: str | None = None


def test_r35_a_command_that_names_no_other_complaint_needs_none(lifecycle: Lifecycle) -> None:
    """Else the command of a house that may merge would end nothing without it."""
    story = s.triaged(lifecycle)

    def answer(into: str | None) -> Refusal | None:
        return guards.same_customer_open_target(Ask("C-1", story.facts, Finish(into), s.LI, story.at, lifecycle.policy))

    assert answer("C-2") is not None
    assert answer(None) is None


def test_r32_a_machine_may_say_at_any_grade_that_nothing_is_mended(lifecycle: Lifecycle) -> None:
    """In the row of a house for every verification, too: bad news of an emergency waits for nobody."""
    machine = Actor.machine("probe", {"engineer"})
    story = s.triaged(lifecycle).do(s.regrade("E", "funds are lost"))

    def answer(command: Command) -> Refusal | None:
        return machines.proved_by_a_person(Ask("C-1", story.facts, command, machine, story.at, lifecycle.policy))

    assert answer(s.PASSED) is not None
    assert answer(s.FAILED) is None


def test_r33_a_command_that_closes_without_naming_the_ground_passes_when_there_is_one(lifecycle: Lifecycle) -> None:
    """A plugin's command may close a complaint, too."""

    def answer(story: s.Story) -> Refusal | None:
        ask = Ask("C-1", story.facts, Note("we close it"), s.LI, story.at, lifecycle.policy)
        return guards.confirm_before_close(ask)

    assert answer(s.delivered(lifecycle)) is not None
    assert answer(s.confirmed(lifecycle)) is None


@attrs.frozen
class Forget(Command):
    """A command of a house that takes a hazard off, with or without a reason."""

    reason: str = ""

    def changes(self, ask: Ask) -> dict[str, object]:
        return {"signals": Signals()}


def test_r11_whatever_command_takes_a_hazard_off_needs_an_authority_and_a_reason(lifecycle: Lifecycle) -> None:
    """A plugin's command may not make a danger disappear either."""
    row = next(row for row in TABLE if row.command is Note)
    house = Lifecycle((*TABLE, attrs.evolve(row, command=Forget)))
    story = s.received(house).do(s.triage(signals=s.EMERGENCY))
    assert story.refused(Forget(), s.LEAD) == {"cleared-by-authority"}
    assert story.refused(Forget("no loss")) == {"cleared-by-authority"}
    assert story.refused(Forget("no loss"), s.LEAD) == set()


def test_r33_where_a_house_lets_a_plan_end_a_serious_complaint_it_needs_the_customers_word() -> None:
    house = Lifecycle.default(Policy.from_toml('[closing]\nstrict_grounds = ["confirmed", "planned"]'))
    (refusal,) = s.planned(house).do(Escalate("no breakthrough")).asks(Close(Ground.PLANNED)).decision.refusals
    assert refusal.why == "planned: lacks the customer's own word that the plan is the end"
