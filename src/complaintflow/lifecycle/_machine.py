"""Executes the edges of the table with `transitions`, which only this module imports.

All steps share one `Machine` without a model; each step sends a new cursor through it. Several edges of one event may
leave a state. The lifecycle decides which of their rows applies, and the condition of an edge holds only for a cursor
with its own row.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any, Generic, TypeVar, cast

import attrs
from transitions import EventData, Machine

R = TypeVar("R")


def quiet(log: logging.Logger) -> None:
    """Log warnings only, unless the application has chosen a level: `transitions` writes two lines for every move."""
    if log.level == logging.NOTSET:
        log.setLevel(logging.WARNING)


quiet(logging.getLogger("transitions"))


@attrs.frozen
class Edge(Generic[R]):
    """One move: the name of its event, its source, its target, and its row."""

    event: str
    source: str
    target: str
    row: R


class _Cursor(Generic[R]):
    """The model that moves through the machine in one step."""

    __slots__ = ("row", "state")

    def __init__(self, state: str, row: R) -> None:
        self.state = state
        self.row = row


class _Condition(Generic[R]):
    """The condition of one edge; its text labels the edge in a diagram."""

    __slots__ = ("row",)

    def __init__(self, row: R) -> None:
        self.row = row

    def __call__(self, event: EventData) -> bool:
        return cast("_Cursor[R]", event.model).row is self.row

    def __str__(self) -> str:
        return str(self.row)


class Stepper(Generic[R]):
    """All edges in one shared machine."""

    def __init__(self, states: Iterable[str], edges: Iterable[Edge[R]]) -> None:
        self._machine = Machine(model=None, states=list(states), initial=None, auto_transitions=False, send_event=True)
        self._rows: dict[tuple[str, str], tuple[R, ...]] = {}
        for edge in edges:
            target = None if edge.target == edge.source else edge.target  # None: nothing is left or entered
            self._machine.add_transition(edge.event, edge.source, target, conditions=[_Condition(edge.row)])
            self._rows[edge.event, edge.source] = (*self.rows(edge.event, edge.source), edge.row)

    def rows(self, event: str, state: str) -> tuple[R, ...]:
        """The rows of this event that leave the state, in the order of the table."""
        return self._rows.get((event, state), ())

    def step(self, event: str, state: str, row: R) -> str:
        """Take the edge of this row, which must leave the state; returns the new state."""
        cursor = _Cursor(state, row)
        self._machine.events[event].trigger(cursor)
        return cursor.state

    def edges(self) -> list[tuple[str, str, str]]:
        """The edges that the machine holds: (event, source, target)."""
        held: list[tuple[str, str, str]] = []
        for name, event in self._machine.events.items():
            for source, transitions in event.transitions.items():
                held.extend((name, str(source), str(one.dest or source)) for one in transitions)
        return held

    @property
    def raw(self) -> Any:
        """The machine itself, for measuring its floor."""
        return self._machine
