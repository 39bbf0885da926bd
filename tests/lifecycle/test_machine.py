"""`Lifecycle.machine()`: the whole lifecycle as a machine of `transitions`, which asks the same rules."""

from __future__ import annotations

import logging
from typing import Any

import attrs
import pytest
from transitions import MachineError

from complaintflow import Actor, Complaint, InvalidInput, Lifecycle, NotPossible, Refused, commands as c
from complaintflow.commands import Command
from complaintflow.lifecycle import LifecycleBuilder
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


def test_a_state_that_is_not_the_complaints_is_told_and_moves_nothing(lifecycle: Lifecycle) -> None:
    """No edge leaves both: the machine said no more than False, and both disagreed for ever."""
    ticket: Any = Ticket(lifecycle, s.received(lifecycle).complaint)
    ticket.state = "resolved"
    for call in (ticket.Notify, ticket.may_Notify):
        with pytest.raises(InvalidInput) as invalid:
            call(command=s.notice(), by=s.LI, at=s.T0)
        assert [one.path for one in invalid.value.problems] == ["state"]
    assert (ticket.state, ticket.complaint.state) == ("resolved", "received")


def test_a_move_that_no_row_has_for_these_facts_is_not_possible(lifecycle: Lifecycle) -> None:
    """The state has edges of the event, and each waits for another fact."""
    ticket: Any = Ticket(waiting := _chosen(), s.triaged(waiting).complaint)
    assert not ticket.may_Go(command=waiting.commands["Go"](), by=s.LI, at=s.T0)
    with pytest.raises(NotPossible):
        ticket.move(waiting.commands["Go"]())


def _chosen() -> Lifecycle:
    """A lifecycle in which one goes on from `triaged` only when a clock is missed."""
    rules = LifecycleBuilder.default().state("parked", "investigating").command("Go", {})
    rules.add("Go", "triaged", "parked")
    rows = [attrs.evolve(row, when=_never) if row.kind == "Go" else row for row in rules.build().table]
    return Lifecycle(rows)


def _never(ask: object) -> bool:
    return False


def _plain() -> Any:
    """A model of whoever has one."""
    return type("Plain", (), {})()


class Call:
    """The words that an event is called with."""

    def __init__(self, command: Command, by: Actor = s.LI) -> None:
        self.words: dict[str, Any] = {"command": command, "by": by, "at": s.T0}


def test_a_question_changes_nothing_and_the_move_is_made_after_it(lifecycle: Lifecycle) -> None:
    """A form that asked which buttons to show carried the commands out."""
    ticket: Any = Ticket(lifecycle, s.received(lifecycle).complaint)
    before, triage = ticket.complaint, Call(s.triage()).words
    assert ticket.may_Triage(**triage)
    assert ticket.may_trigger("Triage", **triage)
    assert (ticket.state, ticket.complaint) == ("received", before)
    assert ticket.Triage(**triage)
    assert ticket.state == ticket.complaint.state == "triaged"


def test_a_question_answers_false_where_a_rule_refuses_or_no_move_leaves_the_state(lifecycle: Lifecycle) -> None:
    ticket: Any = Ticket(lifecycle, s.resolved(lifecycle).complaint)
    before = ticket.complaint
    assert not ticket.may_Notify(**Call(s.notice()).words)  # nothing proves it yet
    assert not ticket.may_Triage(**Call(s.triage()).words)
    assert not ticket.may_Verify(**Call(s.PASSED, s.SYSTEM).words)  # two edges, and neither is for the system
    assert not ticket.may_Resolve(**Call(s.RESOLVE, s.CUSTOMER).words)
    assert (ticket.state, ticket.complaint) == ("resolved", before)


def test_a_call_without_its_words_is_told_whole(lifecycle: Lifecycle) -> None:
    ticket: Any = Ticket(lifecycle, s.received(lifecycle).complaint)
    for call in (ticket.Triage, ticket.may_Triage):
        with pytest.raises(InvalidInput) as invalid:
            call()
        assert [one.path for one in invalid.value.problems] == ["command", "by", "at"]


def test_a_machine_that_ignores_what_leads_nowhere_still_keeps_the_rules(lifecycle: Lifecycle) -> None:
    machine, ticket = lifecycle.machine(), _plain()
    machine.ignore_invalid_triggers = True
    ticket.complaint = s.resolved(lifecycle).complaint
    machine.add_model(ticket, initial="resolved")
    assert not ticket.Triage(**Call(s.triage()).words)
    assert not ticket.may_Triage(**Call(s.triage()).words)
    with pytest.raises(Refused):
        ticket.Notify(**Call(s.notice()).words)


def test_models_of_one_machine_are_asked_and_moved_each_by_itself(lifecycle: Lifecycle) -> None:
    machine, (one, other) = lifecycle.machine(), (_plain(), _plain())
    for ticket, id in ((one, "C-1"), (other, "C-2")):
        ticket.complaint = attrs.evolve(s.received(lifecycle).complaint, id=id)
        machine.add_model(ticket, initial="received")
    assert one.may_Triage(**Call(s.triage()).words)
    assert other.Triage(**Call(s.triage()).words)
    assert [(ticket.complaint.id, ticket.state, ticket.complaint.state) for ticket in (one, other)] == [
        ("C-1", "received", "received"),
        ("C-2", "triaged", "triaged"),
    ]


@pytest.mark.parametrize("queued", [False, True])
def test_callbacks_see_the_complaint_as_it_is_at_their_time(lifecycle: Lifecycle, queued: bool) -> None:
    seen: list[tuple[str, str, str]] = []

    def note(when: str) -> Any:
        return lambda event: seen.append((when, event.model.state, event.model.complaint.state))

    machine, ticket = lifecycle.machine(), _plain()
    machine._queued = queued  # what `Machine(queued=True)` sets
    machine.before_state_change.append(note("before"))
    machine.after_state_change.append(note("after"))
    machine.get_state("received").on_exit.append(note("exit"))
    machine.get_state("triaged").on_enter.append(note("enter"))
    ticket.complaint = s.received(lifecycle).complaint
    machine.add_model(ticket, initial="received")
    ticket.may_Triage(**Call(s.triage()).words)
    assert seen == []
    ticket.Triage(**Call(s.triage()).words)
    old, new = ("received", "received"), ("triaged", "triaged")
    assert seen == [("before", *old), ("exit", *old), ("enter", *new), ("after", *new)]


@pytest.mark.parametrize("where", ["before_state_change", "on_exit"])
def test_a_callback_that_fails_before_the_move_leaves_state_and_complaint_together(
    lifecycle: Lifecycle, where: str
) -> None:
    def fail(event: object) -> None:
        raise RuntimeError("no printer")

    machine, ticket = lifecycle.machine(), _plain()
    ticket.complaint = before = s.received(lifecycle).complaint
    machine.add_model(ticket, initial="received")
    getattr(machine if where == "before_state_change" else machine.get_state("received"), where).append(fail)
    with pytest.raises(RuntimeError):
        ticket.Triage(**Call(s.triage()).words)
    assert (ticket.state, ticket.complaint) == ("received", before)


def test_an_event_that_was_added_to_the_machine_is_not_asked_about(lifecycle: Lifecycle) -> None:
    """Who extends it has edges of theirs, which are no commands."""
    machine, ticket = lifecycle.machine(), _plain()
    machine.add_transition("print_label", "received", None)
    machine.add_transition("shelve", "received", "triaged")
    ticket.complaint = before = s.received(lifecycle).complaint
    machine.add_model(ticket, initial="received")
    assert ticket.may_print_label()
    assert ticket.print_label()
    assert ticket.shelve()
    assert ticket.complaint is before


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
