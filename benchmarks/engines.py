"""What we are measured against: a raw shared machine, a step written by hand, a machine for each complaint, a peer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

import attrs
from statemachine import State, StateMachine
from transitions import EventData, Machine

from complaintflow import Lifecycle
from complaintflow.vocabulary import State as S

Edge = tuple[str, str, str]


class Cursor:
    """What a raw machine moves."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def edges_of(lifecycle: Lifecycle) -> list[Edge]:
    """Every edge of the table once: command, from, to. A row that stays leads back to where it came from."""
    found = {(row.kind, str(source), str(row.leads(source))): None for row in lifecycle.table for source in row.sources}
    return list(found)


def states_of(edges: Iterable[Edge]) -> list[str]:
    return sorted({str(S.NEW), *(state for _, *both in edges for state in both)})


def raw(edges: Iterable[Edge]) -> Callable[[str, str], object]:
    """The floor: one shared machine without conditions, and a throw-away cursor for each step."""
    edges = list(edges)
    machine = Machine(model=None, states=states_of(edges), initial=None, auto_transitions=False, send_event=True)
    for event, source, target in edges:
        machine.add_transition(event, source, target)
    events = machine.events

    def step(event: str, state: str) -> object:
        return events[event].trigger(Cursor(state))

    return step


class Owned:
    """A complaint that owns a machine."""


def own_machine(edges: Iterable[Edge]) -> tuple[Callable[[], Any], Callable[[Any, str, str], object]]:
    """How a complaint with a machine of its own is made, and how it takes a step."""
    edges = list(edges)
    states = states_of(edges)
    listed = [list(edge) for edge in edges]

    def make() -> Any:
        owner: Any = Owned()
        owner.machine = Machine(owner, states, "new", listed, auto_transitions=False, send_event=True)
        return owner

    def step(owner: Any, event: str, state: str) -> object:
        owner.state = state
        return owner.trigger(event)

    return make, step


def statemachine(edges: Iterable[Edge]) -> tuple[Callable[[], Any], Callable[[Any, str, str], object]]:
    """The same edges on python-statemachine: how an instance is made, and how it takes a step."""
    edges = list(edges)
    left = {source for _, source, _ in edges}
    states = {name: State(initial=name == "new", final=name not in left) for name in states_of(edges)}
    body: dict[str, Any] = dict(states)
    for event, source, target in edges:
        made = states[source].to(states[target])
        body[event] = body[event] | made if event in body else made
    kind: Any = type("Complaints", (StateMachine,), body)

    def step(machine: Any, event: str, state: str) -> object:
        machine.current_state_value = state
        return machine.send(event)

    return kind, step


@attrs.frozen
class Case:
    """The record of a step that is written by hand."""

    id: str
    version: int
    state: str
    owner: str
    link: bytes


@attrs.define
class Turn:
    """What a machine that is written by hand moves, with what its conditions look at."""

    state: str
    said: dict[str, Any]
    by: str


def by_hand(edges: Iterable[Edge]) -> Callable[[str, Case, dict[str, Any], str, bytes], Case]:
    """A step as one writes it on `transitions`: two guards, a new record, the data as JSON, and two digests."""
    edges = list(edges)
    machine = Machine(model=None, states=states_of(edges), initial=None, auto_transitions=False, send_event=True)

    def is_somebody(event: EventData) -> bool:
        turn: Any = event.model
        return bool(turn.by.strip())

    def is_said(event: EventData) -> bool:
        turn: Any = event.model
        return all(value != "" for value in turn.said.values())

    for event, source, target in edges:
        machine.add_transition(event, source, target, conditions=[is_somebody, is_said])
    events = machine.events

    def step(event: str, case: Case, said: dict[str, Any], by: str, salt: bytes) -> Case:
        turn = Turn(case.state, said, by)
        if not events[event].trigger(turn):
            raise AssertionError(f"{event} of {case}")
        data = json.dumps(said, ensure_ascii=False, sort_keys=True).encode()
        public = json.dumps([case.id, case.version + 1, by, event, turn.state]).encode()
        committed = hashlib.sha256(salt + data).digest()
        link = hashlib.sha256(case.link + committed + public).digest()
        return attrs.evolve(case, version=case.version + 1, state=turn.state, owner=by, link=link)

    return step
