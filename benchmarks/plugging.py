"""What plugins cost a step: the same step, and two observers who are told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks import life
from benchmarks.measuring import SPAN, Figure, Side, compare
from complaintflow import Complaint, Event, Lifecycle
from complaintflow.plugins import Host, hookimpl
from complaintflow.record.history import seal

SALT = b"0123456789abcdef"
PREVIOUS = b"0" * 32


class Counter:
    """An observer that does next to nothing: what is measured is the way to it."""

    def __init__(self) -> None:
        self.seen = 0

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """One more."""
        self.seen += len(events)


class Two:
    """A plugin with two observers."""

    name = "two"

    @hookimpl
    def observers(self) -> list[Counter]:
        """Both."""
        return [Counter(), Counter()]


def plugging(rounds: int, span: float = SPAN) -> Iterator[Figure]:
    """A step (decide, evolve, encode, chain) that is told to two observers, and one that is told to nobody."""
    lifecycle = Lifecycle.default()
    lived = list(life.live(lifecycle))
    told, untold = (_steps(lifecycle, lived, Host(plugins).tell) for plugins in ([Two()], []))
    ratio, ours, floor = compare(told, untold, rounds, span)
    detail = f"{ours / len(lived) * 1e6:.1f} µs ÷ {floor / len(lived) * 1e6:.1f} µs"
    yield Figure("a step with two observers", ratio, "×", "without plugins", "≤1.1", detail)


def _steps(
    lifecycle: Lifecycle, lived: Sequence[life.Step], tell: Callable[[Complaint, Sequence[Event]], None]
) -> Side:
    def side() -> None:
        for step in lived:
            events = lifecycle.decide(step.complaint, step.command, by=step.by, at=step.at).events
            after = lifecycle.evolve(step.complaint, events)
            seal(after.id, PREVIOUS, events[0], SALT)
            tell(after, events)

    return side
