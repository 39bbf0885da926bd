"""The states of a run: what is over stays over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from complaintflow import commands as c
from complaintflow.record.keys import RunKey
from complaintflow.sla.runs import TRANSITIONS, Run, RunState, Signal
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, open_case

WAITING = Run(RunKey("cause", 1, number=1), MONDAY, MONDAY, grade="A", applies=True)


def test_every_signal_ends_a_run_that_waits() -> None:
    assert set(TRANSITIONS) == set(RunState)
    assert set(TRANSITIONS[RunState.WAITING]) == set(Signal)
    for signal, state in TRANSITIONS[RunState.WAITING].items():
        after = WAITING.after(signal, MONDAY + timedelta(hours=1))
        assert (after.state, after.ended) == (state, MONDAY + timedelta(hours=1))


@pytest.mark.parametrize("signal", Signal)
@pytest.mark.parametrize("first", Signal)
def test_no_signal_changes_a_run_that_is_over(first: Signal, signal: Signal) -> None:
    over = WAITING.after(first, MONDAY)
    assert over.after(signal, MONDAY + timedelta(days=1)) is over


def test_no_run_ends_before_it_starts() -> None:
    """The clock that recorded it was behind."""
    assert WAITING.after(Signal.SATISFIED, MONDAY - timedelta(minutes=1)).ended == MONDAY


def test_a_question_that_came_back_and_was_asked_another_way_has_a_clock_anew() -> None:
    """R3: else the time of a question that nobody could read counts against the customer."""
    case = open_case().do(c.AskCustomer({"order": "请问订单号?"}))
    case.do(s.receipt("M1"), by=s.SYSTEM).later(hours=30)
    case.do(s.receipt("M1", "failed"), by=s.SYSTEM).later(hours=1)
    again = case.clock.now
    case.do(s.receipt("M1"), by=s.SYSTEM)
    assert [run.start for run in case.runs("answer")] == [MONDAY, again]
