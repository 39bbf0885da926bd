"""What a run reached: the moves taken, the guards that refused and that let pass, the states and the grounds."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from complaintflow import Event, Lifecycle
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Ground, State
from tests.lifecycle.points import HOUSE

__all__ = ["ALL_GUARDS", "ALL_MOVES", "Move", "ObservedLifecycle", "Reached"]

Move = tuple[str, str, str]

ALL_MOVES: frozenset[Move] = frozenset(
    (row.kind, str(source), str(row.leads(source))) for row in TABLE for source in row.sources
)
"""Every row of the table from each of its states: the command, from, to."""

ALL_GUARDS: frozenset[str] = frozenset(
    {"allowed"}
    | {guard.__name__ for called in GUARDS.values() for guard in called}
    | {rule.__name__ for row in TABLE for rule in row.rules}
)
"""Every guard of an effect and every rule of a row; `allowed` is asked of all rows."""


@attrs.define
class Reached:
    """What was reached so far."""

    moves: set[Move] = attrs.field(factory=set[Move])
    refused: set[str] = attrs.field(factory=set[str])
    passed: set[str] = attrs.field(factory=set[str])
    grounds: set[str] = attrs.field(factory=set[str])
    commands: int = 0
    accepted: int = 0
    asked: list[tuple[str, bool]] = attrs.field(factory=list[tuple[str, bool]])
    """The guards asked since the last answer, and whether each refused."""

    @property
    def states(self) -> set[str]:
        """Every state that was entered."""
        return {target for _, _, target in self.moves}

    def answered(self, refusals: Iterable[Refusal], accepted: bool) -> None:
        """A command was answered: a guard passed if all did, and refused if it was one that did."""
        self.commands += 1
        self.accepted += accepted
        if accepted:
            self.passed |= {name for name, refuses in self.asked if not refuses} | {"allowed"}
        else:
            self.refused |= {name for name, refuses in self.asked if refuses}
            self.refused |= {"allowed"} & {refusal.rule for refusal in refusals}
        self.asked.clear()

    def happened(self, before: str, events: Iterable[Event]) -> None:
        """A history went on from this state."""
        for event in events:
            self.moves.add((event.kind, before, str(event.state)))
            if event.kind in {"Close", "Import"} and "ground" in event.changes:
                self.grounds.add(str(event.changes["ground"]))
            before = str(event.state)

    def __or__(self, other: Reached) -> Reached:
        """What either of them reached."""
        return Reached(
            self.moves | other.moves,
            self.refused | other.refused,
            self.passed | other.passed,
            self.grounds | other.grounds,
            self.commands + other.commands,
            self.accepted + other.accepted,
        )

    def lacks(self) -> dict[str, list[object]]:
        """What there is and was not reached; nothing when the run was complete."""
        left: dict[str, frozenset[object]] = {
            "moves": frozenset(ALL_MOVES - self.moves),
            "guards that never refused": frozenset(ALL_GUARDS - self.refused),
            "guards that never passed": frozenset(ALL_GUARDS - self.passed),
            "states": frozenset(set(map(str, State)) - self.states - {State.NEW}),
            "grounds": frozenset(set(map(str, Ground)) - self.grounds),
        }
        return {name: sorted(ones, key=str) for name, ones in left.items() if ones}

    def __str__(self) -> str:
        return (
            f"{self.commands} commands, {self.accepted} accepted; {len(self.moves & ALL_MOVES)} of {len(ALL_MOVES)} "
            f"moves, {len(self.refused & ALL_GUARDS)} and {len(self.passed & ALL_GUARDS)} of {len(ALL_GUARDS)} guards "
            f"refused and passed, {len(self.states)} of {len(State) - 1} states, "
            f"{len(self.grounds)} of {len(Ground)} grounds"
        )


class ObservedLifecycle(Lifecycle):
    """The library's own lifecycle, under a house's policy, whose guards tell `reached` how they answered.

    Its digest is that of the lifecycle that nobody watches: the rules are the same.
    """

    def __init__(self, reached: Reached) -> None:
        self.reached = reached
        super().__init__([_observed_row(row, reached) for row in TABLE], HOUSE)
        self.guards = {
            effect: tuple(_observed(guard, reached) for guard in called) for effect, called in GUARDS.items()
        }


def _observed_row(row: Row, reached: Reached) -> Row:
    return attrs.evolve(row, rules=tuple(_observed(rule, reached) for rule in row.rules))


def _observed(guard: Guard, reached: Reached) -> Guard:
    def observing(ask: Ask) -> Refusal | None:
        refusal = guard(ask)
        reached.asked.append((guard.__name__, refusal is not None))
        return refusal

    observing.rule = rule_of(guard)  # type: ignore[attr-defined]  # a plugin's guard names its rule in this way, too
    return observing
