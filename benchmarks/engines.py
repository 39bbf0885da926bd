"""What we are measured against: a raw shared machine, a machine for each complaint, python-statemachine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from statemachine import State, StateMachine
from transitions import Machine

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
