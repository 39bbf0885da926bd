"""Table, compiled moves, machine and pictures are one lifecycle: edge by edge, and on every way through it."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st
from transitions import MachineError

from complaintflow import Actor, Ask, Complaint, Lifecycle, NotPossible, Refused, commands as c
from complaintflow.lifecycle._machine import edges_of
from complaintflow.lifecycle.diagram import dot, mermaid
from complaintflow.lifecycle.moves import compile_table
from complaintflow.lifecycle.rows import ANYONE, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import State
from tests import stories as s
from tests.lifecycle.test_diagram import drawn

Edges = list[tuple[str, str, str]]


@attrs.frozen
class Inspect(c.Command):
    """A command of a house that leads to a state of its own."""


def tables() -> list[Lifecycle]:
    """The built-in table, and one with a state and a command more."""
    lab = Row(Inspect, frozenset({State.TRIAGED, State.INVESTIGATING}), "in_a_lab", who=ANYONE)
    return [Lifecycle.default(), Lifecycle((*TABLE, lab))]


def compiled_edges(lifecycle: Lifecycle) -> Edges:
    kinds = compile_table(lifecycle.table).values()
    moves = ((kind.name, state, one.reached) for kind in kinds for state in kind.moves for one in kind.moves[state])
    return sorted((name, str(state), reached) for name, state, reached in moves)


@pytest.mark.parametrize("lifecycle", tables(), ids=["built-in", "of a house"])
def test_every_edge_of_the_table_is_compiled_held_by_the_machine_and_drawn_and_no_other(lifecycle: Lifecycle) -> None:
    table = sorted((row.kind, str(source), str(row.leads(source))) for row in lifecycle.table for source in row.sources)
    assert compiled_edges(lifecycle) == table
    assert sorted(edges_of(lifecycle.machine())) == table
    assert drawn(mermaid(lifecycle, staying=True)) == drawn(dot(lifecycle, staying=True)) == {*table}
    assert sorted((text.split()[0], source, target) for text, source, target, *_ in lifecycle.moves()) == table


def test_a_compiled_move_has_the_effects_and_the_when_of_its_row() -> None:
    for kind in compile_table(TABLE).values():
        for state, moves in kind.moves.items():
            rows = [row for row in TABLE if row.command is kind.command and state in row.sources]
            assert [(one.row, one.when, one.effects) for one in moves] == [
                (row, row.when, row.added_effects[state]) for row in rows
            ]


# ── machine and `decide` on the same way


@cache
def machine() -> Any:
    return Lifecycle.default().machine()


class Ticket:
    """A model of the machine."""

    state: str

    def __init__(self) -> None:
        self.complaint = s.BLANK


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_machine_and_decide_go_every_way_together(data: st.DataObject) -> None:
    """Whatever is asked: both move, both refuse with the same reasons, or for both there is no such move."""
    lifecycle, ticket = Lifecycle.default(), Ticket()
    machine().add_model(ticket, initial="new")
    story = s.Story(lifecycle)
    for _ in range(12):
        command, by = data.draw(wishes(story))
        decision = story.asks(command, by).decision
        if decision.accepted:
            story = story.do(command, by=by)
            getattr(ticket, type(command).__name__)(command=command, by=by, at=story.at)
        else:
            with pytest.raises((Refused, NotPossible, MachineError)) as said:
                getattr(ticket, type(command).__name__)(command=command, by=by, at=story.at)
            assert getattr(said.value, "refusals", ()) == decision.refusals
            assert isinstance(said.value, Refused) == bool(decision.refusals)
        assert (ticket.state, ticket.complaint) == (story.complaint.state, story.complaint)
    machine().remove_model(ticket)


@st.composite
def wishes(draw: st.DrawFn, story: s.Story) -> tuple[c.Command, Actor]:
    """Mostly what leads on from here, by somebody who may ask for it; sometimes anything by anybody."""
    there = sorted(kind for kind, source, _ in table_edges() if source == story.complaint.state)
    kind = draw(st.sampled_from(there) | st.sampled_from(sorted(c.BUILTIN)))
    by = draw(st.sampled_from((s.MANAGER, s.MANAGER, *s.EVERYBODY)))
    if kind == "Receive":
        return s.receive(), by
    blank = Ask("C-1", story.facts, c.Command(), by, story.at, story.lifecycle.policy)
    return draw(st.sampled_from([*c.BUILTIN[kind].samples(blank)])), by


@cache
def table_edges() -> Edges:
    return compiled_edges(Lifecycle.default())


def test_a_way_leads_far_enough_to_prove_something() -> None:
    """The complaint that the machine moved is the one that was decided about, from the intake to the end."""
    ticket = Ticket()
    machine().add_model(ticket, initial="new")
    for command, by in [(s.receive(), s.SYSTEM), (s.triage(), s.LI), (c.AddEvidence("log", "bank", "two"), s.LI)]:
        getattr(ticket, type(command).__name__)(command=command, by=by, at=s.T0)
    assert (ticket.state, Complaint.blank("C-1") != ticket.complaint) == ("investigating", True)
    machine().remove_model(ticket)
