"""A mistyped year is refused, in every field of every command, before any clock or calendar sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

from complaintflow import Lifecycle, Policy, commands as c
from complaintflow.commands import BUILTIN
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.horizon import time_fields, within_horizon
from complaintflow.lifecycle.rows import STAY, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy import Limits
from complaintflow.record.facts import Facts
from complaintflow.values import Action, OldCase, SpikeFigures
from complaintflow.vocabulary import State
from tests import stories as s

FAR = datetime(9026, 3, 1, tzinfo=UTC)
LONG_AGO = datetime(26, 3, 1, tzinfo=UTC)
KINDS: Mapping[str, Any] = BUILTIN
FIELDS = [(name, field) for name, kind in KINDS.items() for field in time_fields(kind)]


def said(field: str, time: datetime, command: Any) -> Any:
    """The command with this time in this field, in the form that the field has."""
    values: Mapping[str, Any] = {
        "actions": (Action("test it", "qian", time.date(), "process"),),
        "old": OldCase("helpdesk", "4711", time),
        "spike": SpikeFigures("type", "billing", time, 50, 20, 20),
        "improvement": Action("test it", "qian", time.date(), "process"),
    }
    return attrs.evolve(command, **{field: values.get(field, time)})


def sample(name: str) -> c.Command:
    ask = Ask("C-1", Facts(state=State.INVESTIGATING), c.Command(), s.LI, s.T0, Policy())
    return next(iter(BUILTIN[name].samples(ask)))


def refuses(command: c.Command, policy: Policy | None = None) -> bool:
    return within_horizon(Ask("C-1", Facts(), command, s.LI, s.T0, policy or Policy())) is not None


@pytest.mark.uncounted
@pytest.mark.parametrize("time", [FAR, LONG_AGO, datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)])
@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_no_command_takes_a_year_that_was_mistyped(name: str, field: str, time: datetime) -> None:
    if field in {"actions", "improvement"} and time.year == 1:
        time = LONG_AGO
    assert refuses(said(field, time, sample(name)))


@pytest.mark.parametrize(("name", "field"), FIELDS)
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_what_people_mean_is_no_mistyped_year(name: str, field: str) -> None:
    assert not refuses(said(field, s.T0 + timedelta(days=3650), sample(name)))
    assert not refuses(said(field, datetime(1970, 1, 1, tzinfo=UTC), sample(name)))


def test_the_mistyped_year_of_a_referral_locks_nobody_out() -> None:
    story = s.Story(Lifecycle()).do(s.receive(), by=s.CUSTOMER).do(s.triage())
    refusals = story.asks(s.refer(expected_by=FAR, feedback_at=FAR)).decision.refusals
    (refusal,) = [one for one in refusals if one.rule == "within-horizon"]
    assert "expected_by 9026-03-01" in refusal.why
    assert "feedback_at 9026-03-01" in refusal.why
    assert "3653 days" in refusal.remedy


def test_it_is_one_reason_among_all_that_speak_against_a_command() -> None:
    story = s.Story(Lifecycle()).do(s.receive(), by=s.CUSTOMER).do(s.triage())
    assert story.refused(c.ExplainPlan("", "", FAR)) >= {"within-horizon", "complete-expression"}


def test_a_house_decides_how_far_its_times_lie() -> None:
    wide = Policy(limits=Limits(horizon=timedelta(days=36_525), past=timedelta(days=1)))
    assert not refuses(s.refer(expected_by=datetime(2099, 1, 1, tzinfo=UTC)), wide)
    assert refuses(s.receive(occurred_at=datetime(2026, 2, 1, tzinfo=UTC)), wide)
    assert refuses(s.refer(expected_by=datetime(2099, 1, 1, tzinfo=UTC)))


@attrs.frozen
class Loan(c.Command):
    """A command of a house, with times in every form."""

    name: str = ""
    returned: date | None = None
    rates: tuple[Action, ...] = ()
    days: Mapping[str, date] = c.FrozenMap()
    else_: Any = None


def test_the_command_of_a_house_is_looked_at_as_ours_are() -> None:
    lifecycle = Lifecycle((*TABLE, Row(Loan, frozenset({State.TRIAGED}), STAY)))
    story = s.Story(lifecycle).do(s.receive(), by=s.CUSTOMER).do(s.triage())
    assert time_fields(Loan) == ("returned", "rates", "days", "else_")
    for wrong in (
        Loan(returned=FAR.date()),
        Loan(rates=(Action("test it", "qian", FAR.date(), "process"),)),
        Loan(days=c.FrozenMap({"first": FAR.date()})),
        Loan(else_=[{"at": FAR}]),
    ):
        assert story.refused(wrong) == {"within-horizon"}
    assert story.do(Loan("bike", s.T0.date(), else_="now")).state == State.TRIAGED
