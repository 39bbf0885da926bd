"""What one would take instead: each keeps the same life in SQLite as durably, and all run in one race.

Only CPU time of the thread counts, since the disk is the same for all. The sides take turns at each command, and the
least of the rounds counts. A peer that is in no lock is measured where somebody has installed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from benchmarks import engines, life
from benchmarks.frameworks import DjangoFsm, EventSourcing
from benchmarks.measuring import Figure, cpu
from benchmarks.storing import Hand, Ours, plain_life
from complaintflow import Lifecycle

BY_HAND = "a loop by hand"
GOAL = 2.0
OURS = "complaintflow"
STATE_MACHINE = "python-statemachine and that loop"
INSTALLABLE = ("django-fsm-2 with a log", "eventsourcing")
"""The peers that are in no lock."""


class Peer(Protocol):
    """One way to keep the life of complaints."""

    def do(self, number: int, place: int) -> object:
        """Do the command at this place of the life for the complaint of this number."""
        ...

    def close(self) -> object: ...


class OfHand:
    """The loop that one writes by hand, which decides nothing."""

    def __init__(self, path: Path) -> None:
        self.asked = plain_life()
        self.loop = Hand(path, "OFF")

    def do(self, number: int, place: int) -> None:
        self.loop.do(f"C-{number}", self.asked[place])

    def close(self) -> object:
        return self.loop.close()


class OfMachine(OfHand):
    """The same loop, and a state machine that says before each step whether there is such a move."""

    def __init__(self, path: Path, make: Callable[[], Any], step: Callable[[Any, str, str], object]) -> None:
        super().__init__(path)
        self.states = ["new", *(asked.state for asked in self.asked)]
        self.make, self.step = make, step

    def do(self, number: int, place: int) -> None:
        self.step(self.make(), self.asked[place].kind, self.states[place])
        super().do(number, place)


class Complaintflow:
    """A desk: rules, facts, clocks, messages and a history that is chained."""

    def __init__(self, path: Path, complaints: int) -> None:
        self.lives = [life.commands(f"u-{number}") for number in range(complaints)]
        self.desk = Ours(path, "OFF")

    def do(self, number: int, place: int) -> None:
        self.desk.do(number, *self.lives[number][place])

    def close(self) -> object:
        return self.desk.close()


def peers(rounds: int, complaints: int) -> Iterator[Figure]:
    """The CPU time of a durable step of each, ÷ that of the loop by hand."""
    names, least = list[str](), list[float]()
    for _ in range(rounds):
        with TemporaryDirectory() as folder:
            running = _open_all(Path(folder), complaints)
            spent = _race([*running.values()], complaints)
        names = list(running)
        least = [min(pair) for pair in zip(least or spent, spent, strict=True)]
    steps = complaints * len(plain_life())
    hand = least[names.index(BY_HAND)]
    for name, taken in zip(names, least, strict=True):
        if name != BY_HAND:
            detail = f"{taken / steps * 1e6:.0f} µs ÷ {hand / steps * 1e6:.0f} µs of CPU"
            yield Figure(f"a durable step: {name}", taken / hand, "×", BY_HAND, _goal(name), detail)
    ours, theirs = (least[names.index(name)] for name in (OURS, STATE_MACHINE))
    yield Figure("a durable step with rules, clocks and letters", ours / theirs, "×", STATE_MACHINE, "≤0.5")


def _goal(name: str) -> str:
    return f"≤{GOAL}" if name == OURS else ""


def _open_all(folder: Path, complaints: int) -> dict[str, Peer]:
    edges = engines.edges_of(Lifecycle.default())
    raw = engines.raw(edges)
    found: dict[str, Peer] = {
        BY_HAND: OfHand(folder / "hand.db"),
        "transitions and that loop": OfMachine(
            folder / "transitions.db", str, lambda _, event, state: raw(event, state)
        ),
        STATE_MACHINE: OfMachine(folder / "statemachine.db", *engines.statemachine(edges)),
        OURS: Complaintflow(folder / "ours.db", complaints),
    }
    if find_spec("django_fsm"):
        found[INSTALLABLE[0]] = DjangoFsm(folder / "django.db", plain_life())
    if find_spec("eventsourcing"):
        found[INSTALLABLE[1]] = EventSourcing(folder / "events.db", plain_life())
    return found


def _race(running: Sequence[Peer], complaints: int) -> list[float]:
    """The seconds that each took for all steps. They take turns at each command of the life."""
    spent = [0.0] * len(running)
    for place in range(len(plain_life())):
        for lane, peer in enumerate(running):
            spent[lane] += cpu(partial(_do, peer, place, complaints))
    for peer in running:
        peer.close()
    return spent


def _do(peer: Peer, place: int, complaints: int) -> None:
    for number in range(complaints):
        peer.do(number, place)


def main() -> None:
    """Print the figures alone."""
    for figure in peers(rounds=5, complaints=100):
        print(f"{figure.name:<50} {figure.value:6.1f} {figure.unit} ÷ {figure.floor}  {figure.detail}")


if __name__ == "__main__":
    main()
