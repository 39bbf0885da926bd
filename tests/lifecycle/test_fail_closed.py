"""What a house has written, and what it has left out, stops no clock and ends in no fault of the library."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from complaintflow import Ask, Desk, Lifecycle, NotPossible, Refusal, Refused, commands as c
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.lifecycle.table import TABLE
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.lifecycle.systems import zendesk
from tests.stores.desks import received


def failing(ask: Ask) -> Refusal | None:
    """A slip of its author."""
    raise ZeroDivisionError("the secret roster")


def answering(ask: Ask) -> Any:
    """It says yes, its author hoped."""
    return True


def telling(ask: Ask) -> Refusal | None:
    return None


@pytest.mark.parametrize(
    ("guard", "rule", "fault"),
    [
        (failing, "failing", "ZeroDivisionError at test_fail_closed.py:"),
        (answering, "answering", "TypeError: a bool is neither a Refusal nor None"),
    ],
)
def test_a_guard_of_a_house_that_fails_refuses_and_is_named(guard: Any, rule: str, fault: str) -> None:
    """A rule that cannot be asked counts as broken; nobody meets a fault of Python, and no word of it is told."""
    lifecycle = LifecycleBuilder.default().guard("speaks", guard).build()
    with Desk.open("memory://", lifecycle=lifecycle, clock=FrozenClock()) as desk:
        id = desk.do(received(desk).id, s.triage(), by=s.LI).id
        with pytest.raises(Refused) as refused:
            desk.do(id, s.update(), by=s.LI)
        (only,) = refused.value.refusals
        assert (only.rule, only.why.startswith(f"the rule {rule} failed: {fault}")) == (rule, True)
        assert "roster" not in str(refused.value)
        (step,) = (one for one in desk.steps(id, by=s.LI) if one.command == "AskCustomer")
        assert rule in [one.rule for one in step.refusals]


def test_a_guard_that_works_is_asked_as_before() -> None:
    lifecycle = LifecycleBuilder.default().guard("speaks", telling).build()
    assert s.triaged(lifecycle).do(s.update()).complaint.version == 3


def test_a_command_of_the_library_that_a_lifecycle_leaves_out_is_possible_in_no_state() -> None:
    lifecycle = Lifecycle(row for row in TABLE if row.command is not c.Decline)
    decision = s.triaged(lifecycle).asks(c.Decline("no reason", "the ombudsman")).decision
    assert isinstance(decision.not_possible, NotPossible)
    assert "Decline" not in decision.not_possible.possible


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_the_clocks_of_a_lifecycle_without_what_a_clock_asks_for_go_on() -> None:
    """An unanswered question is declined after 14 days; where nobody declines, reminders and reviews go on."""
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=zendesk(), clock=clock) as desk:
        id = desk.do(received(desk).id, s.triage(), by=s.LI).id
        desk.do(id, c.AskCustomer({"device": "What telephone do you use?"}), by=s.LI)
        for _ in range(2 * 16):
            clock.later(hours=12)
            desk.deliver()
            assert desk.tick().failed == ()
        later = [event for event in desk.history(id) if event.at > s.T0 + timedelta(days=15)]
        assert {"MissDeadline", "Remind"} & {event.kind for event in later}
