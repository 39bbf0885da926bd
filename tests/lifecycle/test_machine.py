"""`Lifecycle.machine()`: the whole lifecycle as a machine of `transitions`, which asks the same rules."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from transitions import MachineError

from complaintflow import Actor, Complaint, InvalidInput, Lifecycle, NotPossible, Refused, commands as c
from complaintflow.commands import Command
from tests import stories as s


class Ticket:
    """What a helpdesk has: a model of its own that moves with the machine."""

    def __init__(self, lifecycle: Lifecycle, complaint: Complaint) -> None:
        self.complaint = complaint
        self.state = str(complaint.state)
        lifecycle.machine().add_model(self, initial=self.state)

    def move(self, command: Command, by: Actor = s.LI) -> None:
        getattr(self, type(command).__name__)(command=command, by=by, at=s.T0)


STEPS: list[tuple[Command, Actor]] = [
    (s.receive(), s.SYSTEM),
    (s.triage(), s.LI),
    (c.AddEvidence("log", "gateway", "two captures at 10:02"), s.LI),
    (c.CheckEvidence("E1", "agrees with the ledger"), s.LI),
    (s.propose(), s.LI),
    (c.Agree("O1", s.HEARD), s.CUSTOMER),
    (s.RESOLVE, s.LI),
    (c.Verify(False, "ledger", "still two captures"), s.WANG),
    (s.RESOLVE, s.LI),
    (s.PASSED, s.WANG),
    (s.notice(), s.LI),
]


def test_machine_and_decide_walk_side_by_side(lifecycle: Lifecycle) -> None:
    ticket, story = Ticket(lifecycle, s.BLANK), s.Story(lifecycle)
    for command, by in STEPS:
        ticket.move(command, by)
        story = story.do(command, by=by)
        assert (ticket.state, ticket.complaint) == (story.complaint.state, story.complaint)


def test_a_move_that_the_rules_refuse_raises_all_reasons_and_moves_nothing(lifecycle: Lifecycle) -> None:
    story = s.resolved(lifecycle)
    ticket = Ticket(lifecycle, story.complaint)
    with pytest.raises(Refused) as refused:
        ticket.move(c.Notify("you paid twice"), s.ENGINEER)
    assert refused.value.refusals == story.asks(c.Notify("you paid twice"), s.ENGINEER).decision.refusals
    assert (ticket.state, ticket.complaint) == ("resolved", story.complaint)


def test_a_move_that_does_not_exist_is_none_of_the_machine(lifecycle: Lifecycle) -> None:
    with pytest.raises(MachineError):
        Ticket(lifecycle, s.received(lifecycle).complaint).move(s.notice())


def test_a_state_that_is_not_the_complaints_moves_nothing(lifecycle: Lifecycle) -> None:
    ticket = Ticket(lifecycle, s.received(lifecycle).complaint)
    ticket.state = "resolved"
    with pytest.raises(NotPossible):
        ticket.move(s.notice())


def test_an_event_takes_its_own_command_only(lifecycle: Lifecycle) -> None:
    ticket: Any = Ticket(lifecycle, s.received(lifecycle).complaint)
    with pytest.raises(InvalidInput) as invalid:
        ticket.Triage(command=c.Note("look"), by=s.LI, at=s.T0)
    assert [problem.expected for problem in invalid.value.problems] == ["Triage"]


def test_a_move_logs_nothing_unless_the_application_asks_for_it(
    lifecycle: Lifecycle, caplog: pytest.LogCaptureFixture
) -> None:
    """`transitions` writes two lines a move; its warnings still pass, and the root logger is left alone."""
    log, root = logging.getLogger("transitions"), logging.getLogger().level
    with caplog.at_level(logging.DEBUG):
        Ticket(lifecycle, s.BLANK).move(s.receive(), s.SYSTEM)
        assert caplog.records == []
        log.warning("a warning of its own")
        assert [record.getMessage() for record in caplog.records] == ["a warning of its own"]
    with caplog.at_level(logging.INFO, "transitions"):
        Ticket(lifecycle, s.BLANK).move(s.receive(), s.SYSTEM)
    assert len(caplog.records) > 1
    assert logging.getLogger().level == root
