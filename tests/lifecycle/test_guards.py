"""Every guard and every rule of a row refuses what it must, by its name and with a remedy, and lets pass the rest."""

from __future__ import annotations

from inspect import isfunction

import pytest

from complaintflow import Lifecycle
from complaintflow.lifecycle import preconditions
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.rows import allowed
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Effect
from tests.lifecycle.cases import CASES, Case

ALL = [pytest.param(case, id=case.name) for case in CASES]


@pytest.mark.parametrize("case", ALL)
def test_refuses_and_passes(case: Case, lifecycle: Lifecycle) -> None:
    case(lifecycle)


@pytest.mark.parametrize("case", ALL)
def test_a_refusal_says_why_and_what_would_help(case: Case, lifecycle: Lifecycle) -> None:
    refused, _ = case.tell(lifecycle)
    for refusal in refused.decision.refusals:
        assert refusal.why.strip()
        assert refusal.remedy.strip()


def test_every_guard_and_every_rule_of_a_row_has_a_case() -> None:
    called = {guard for guards in GUARDS.values() for guard in guards} | {rule for row in TABLE for rule in row.rules}
    assert {case.guard for case in CASES} == called | {allowed}


def test_every_precondition_hangs_on_a_row() -> None:
    named = {
        one
        for name, one in vars(preconditions).items()
        if isfunction(one) and one.__module__ == preconditions.__name__ and name[0] != "_"
    }
    assert named == {rule for row in TABLE for rule in row.rules}


def test_every_effect_calls_for_a_guard() -> None:
    assert set(GUARDS) == set(Effect)
    assert all(GUARDS.values())


def test_a_rule_has_the_name_of_its_function_with_dashes() -> None:
    assert rule_of(preconditions.open_task) == "open-task"
    assert rule_of(preconditions.part_exists) == "part-exists"
