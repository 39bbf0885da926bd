"""The lifecycle as a machine of `transitions`, which only this module imports.

`Lifecycle.machine()` builds it for those who adopt, draw or extend it. The lifecycle itself never steps through it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import attrs
from transitions import EventData, Machine, State

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


@attrs.frozen
class Choice(Generic[R]):
    """What was decided about an event: the row of its move and what the model keeps after it, or what is against it."""

    row: R | None = None
    after: object = None
    against: Exception | None = None


class _Condition(Generic[R]):
    """The condition of one edge: the lifecycle chose its row."""

    __slots__ = ("row",)

    def __init__(self, row: R) -> None:
        self.row = row

    def __call__(self, event: EventData) -> bool:
        return _CHOICE in event.kwargs and event.kwargs[_CHOICE].row is self.row

    def __str__(self) -> str:
        return str(self.row)


def build_machine(
    states: Iterable[str],
    edges: Iterable[Edge[R]],
    decide: Callable[[EventData], Choice[R]],
    keep: Callable[[Any, Any], None],
) -> Machine:
    """A machine without a model. Before each move `decide` chooses its row; what is against it is raised.

    A question (`may_…`) is decided in the same way, and raises nothing of it. `keep` gives the model what it has after
    the move: when its state has just become another one, or stays, so that both change together or not at all.
    """
    edges = list(edges)
    ours = {edge.event for edge in edges}

    def choose(event: EventData) -> None:
        if event.event.name not in ours:  # one that was added to the machine
            return
        if _CHOICE not in event.kwargs:  # a question comes here once for each of its transitions
            event.kwargs[_CHOICE] = decide(event)
        against = event.kwargs[_CHOICE].against
        if against is not None and not _is_question(event):
            raise against

    def carry_out(event: EventData) -> None:
        if _CHOICE in event.kwargs:
            keep(event.model, event.kwargs[_CHOICE].after)

    made = Machine(
        model=None,
        states=[State(name, on_enter=[carry_out]) for name in states],
        initial=None,
        auto_transitions=False,
        send_event=True,
        prepare_event=[choose],
    )
    for edge in edges:
        target = None if edge.target == edge.source else edge.target  # None: nothing is left or entered
        after = None if target else carry_out
        made.add_transition(edge.event, edge.source, target, conditions=[_Condition(edge.row)], after=after)
    return made


def _is_question(event: EventData) -> bool:
    """Whether a model only asks: the machine makes an event for the question, which is none of those it has."""
    return event.event is not event.machine.events[event.event.name]


_CHOICE = "choice"
"""Among what an event was called with: what was decided about it."""


def edges_of(machine: Machine) -> list[tuple[str, str, str]]:
    """The edges that a machine holds: (event, source, target)."""
    held: list[tuple[str, str, str]] = []
    events: dict[str, Any] = machine.events
    for name, event in events.items():
        for source, transitions in event.transitions.items():
            held.extend((name, str(source), str(one.dest or source)) for one in transitions)
    return held
