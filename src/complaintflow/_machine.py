"""The only importer of `transitions`: it executes the table's edges.

One shared `Machine` without a model; a step sends a throw-away cursor through it. `transitions`
finds the edges that leave the cursor's state, asks each edge's condition in turn, and moves the cursor
over the first whose condition holds. What holds is the lifecycle's to say: a condition hands the edge
to the `judge` that came along with the cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar, cast

import attrs
from transitions import EventData, Machine

__all__ = ["Edge", "Stepper"]

R = TypeVar("R")


@attrs.frozen
class Edge(Generic[R]):
    """One move: an event's name, a source, a target, and the row it comes from."""

    event: str
    source: str
    target: str
    row: R


class _Cursor(Generic[R]):
    """What moves through the machine for one step."""

    __slots__ = ("judge", "state")

    def __init__(self, state: str, judge: Callable[[R], bool]) -> None:
        self.state = state
        self.judge = judge


class _Condition(Generic[R]):
    """The condition of one edge; its text labels the edge in a diagram."""

    __slots__ = ("row",)

    def __init__(self, row: R) -> None:
        self.row = row

    def __call__(self, event: EventData) -> bool:
        return cast("_Cursor[R]", event.model).judge(self.row)

    def __str__(self) -> str:
        return str(self.row)


class Stepper(Generic[R]):
    """All edges in one shared machine."""

    def __init__(self, states: Iterable[str], edges: Iterable[Edge[R]]) -> None:
        self._machine = Machine(model=None, states=list(states), initial=None, auto_transitions=False, send_event=True)
        for edge in edges:
            target = None if edge.target == edge.source else edge.target  # None: nothing is left or entered
            self._machine.add_transition(edge.event, edge.source, target, conditions=[_Condition(edge.row)])

    def leaves(self, event: str, state: str) -> bool:
        """Whether any edge of this event leaves the state."""
        found = self._machine.events.get(event)
        return found is not None and state in found.transitions

    def step(self, event: str, state: str, judge: Callable[[R], bool]) -> str | None:
        """The state to which the event leads, or None when no edge leaves or no edge's condition holds."""
        if not self.leaves(event, state):
            return None
        cursor = _Cursor(state, judge)
        return cursor.state if self._machine.events[event].trigger(cursor) else None

    def edges(self) -> list[tuple[str, str, str]]:
        """What the machine really holds: (event, source, target)."""
        held: list[tuple[str, str, str]] = []
        for name, event in self._machine.events.items():
            for source, transitions in event.transitions.items():
                held.extend((name, str(source), str(one.dest or source)) for one in transitions)
        return held

    @property
    def raw(self) -> Any:
        """The machine itself, for measuring its floor."""
        return self._machine
