"""The lifecycle as a machine of `transitions`, which only this module imports.

`Lifecycle.machine()` builds it for those who adopt, draw or extend it. The lifecycle itself never steps through it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

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
    """One move: the name of its event, its source, its target, and its row, whose text labels it in a drawing."""

    event: str
    source: str
    target: str
    row: R


class _Condition(Generic[R]):
    """The condition of one edge: the lifecycle chose its row."""

    __slots__ = ("row",)

    def __init__(self, row: R) -> None:
        self.row = row

    def __call__(self, event: EventData) -> bool:
        return event.kwargs.get("row") is self.row

    def __str__(self) -> str:
        return str(self.row)


def build_machine(states: Iterable[str], edges: Iterable[Edge[R]], decide: Callable[[EventData], R]) -> Machine:
    """A machine without a model. Before each move `decide` names its row, or raises what speaks against it."""

    def choose(event: EventData) -> None:
        event.kwargs["row"] = decide(event)

    made = Machine(
        model=None,
        states=list(states),
        initial=None,
        auto_transitions=False,
        send_event=True,
        prepare_event=[choose],
    )
    for edge in edges:
        target = None if edge.target == edge.source else edge.target  # None: nothing is left or entered
        made.add_transition(edge.event, edge.source, target, conditions=[_Condition(edge.row)])
    return made


def edges_of(machine: Machine) -> list[tuple[str, str, str]]:
    """The edges that a machine holds: (event, source, target)."""
    held: list[tuple[str, str, str]] = []
    events: dict[str, Any] = machine.events
    for name, event in events.items():
        for source, transitions in event.transitions.items():
            held.extend((name, str(source), str(one.dest or source)) for one in transitions)
    return held
