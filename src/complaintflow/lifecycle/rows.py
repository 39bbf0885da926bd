"""The rows of the table, and the checks that no row declares less than its command does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from complaintflow._validation.structure import Listing, Record
from complaintflow.commands import Command
from complaintflow.commands._context import Ask
from complaintflow.errors import DefinitionError, Problem
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.endings import closing_effects
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.lasting import lasting_problems
from complaintflow.lifecycle.states import stage_of
from complaintflow.lifecycle.timers import Timer
from complaintflow.values import Notice
from complaintflow.vocabulary import CUSTOMER, OPEN, SYSTEM, Effect, State

STAY = None
"""A target that leaves the state as it is."""

STAFF_ROLE = "staff"
"""In `Row.who`: any actor who is neither a customer nor the system."""

STAFF = frozenset({STAFF_ROLE})
"""Who may ask: staff."""
HANDS = frozenset({STAFF_ROLE, SYSTEM})
"""Who may ask: staff and the system."""
THEIRS = frozenset({CUSTOMER, STAFF_ROLE})
"""Who may ask: the customer, and staff."""
ANYONE = frozenset({CUSTOMER, STAFF_ROLE, SYSTEM})
"""Who may ask: everybody."""
SYSTEM_ONLY = frozenset({SYSTEM})
"""Who may ask: the system."""

When = Callable[[Ask], bool]

_NOTHING: frozenset[Effect] = frozenset()
_IMPLIED: Mapping[str, frozenset[Effect]] = {
    State.AWAITING_CONFIRMATION: frozenset({Effect.TELLS_SOLVED}),
    State.CLOSED: frozenset({Effect.CLOSES}),
    State.WITHDRAWN: frozenset({Effect.ENDS}),
    State.DECLINED: frozenset({Effect.ENDS}),
    State.MERGED: frozenset({Effect.ENDS}),
    State.ARCHIVED: frozenset({Effect.ARCHIVES}),
}


def _named_rules(row: Row) -> tuple[tuple[str, Guard], ...]:
    """The rules of a row, with their names."""
    return tuple((rule_of(rule), rule) for rule in row.rules)


def _added_effects(row: Row) -> Mapping[str, frozenset[Effect]]:
    """For each source, the effects beyond those of the command: the row's own, and those of entering the target."""
    beyond = row.effects - row.command.EFFECTS
    return {source: beyond | needed_effects(row.command, source, row.leads(source)) for source in row.sources}


def needed_effects(command: type[Command], source: str, target: str) -> frozenset[Effect]:
    """The effects of coming from one state to another by this command."""
    return implied_effects(source, target) | closing_effects(command, source, target)


@attrs.frozen(eq=False, repr=False)
class Row(Record):
    """One row of the table: a command leads from these states to a target, with these effects, for these actors.

    `target` is a state or `STAY`. `rules` are checked in addition to the guards of the effects. `when` distinguishes
    rows of a command that leave the same state. `notices` say who is told when the move is made, and a `timer` after
    how long in the state the system asks for it.
    """

    command: type[Command]
    sources: frozenset[str]
    target: str | None
    effects: frozenset[Effect] = frozenset()
    who: frozenset[str] = STAFF
    rules: tuple[Guard, ...] = ()
    when: When | None = None
    notices: tuple[Notice, ...] = ()
    timer: Timer | None = None
    named_rules: tuple[tuple[str, Guard], ...] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_named_rules, takes_self=True)
    )
    added_effects: Mapping[str, frozenset[Effect]] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_added_effects, takes_self=True)
    )

    @property
    def kind(self) -> str:
        """The name of the command."""
        return self.command.__name__

    def leads(self, source: str) -> str:
        """The state after the move from this source."""
        return source if self.target is None else self.target

    def __str__(self) -> str:
        when = f" [{self.when.__name__}]" if self.when else ""
        return f"{self.kind}{when}"


def implied_effects(source: str, target: str) -> frozenset[Effect]:
    """The effects of entering a state. From one end to another of the same meaning nothing is entered."""
    same = source == target or (stage_of(source) == stage_of(target) and stage_of(target) not in OPEN)
    return _NOTHING if same else _IMPLIED.get(stage_of(target), _NOTHING)


def rows(*lines: tuple[Any, ...]) -> Listing[Row]:
    """Build the rows of a table from its lines.

    Raises `DefinitionError` naming every row that declares less than its command or target requires.
    """
    table = Listing(_row(*line) for line in lines)
    check_rows(table)
    return table


def _row(command: type[Command], sources: Any, target: str | None, effects: Any = (), *rest: Any) -> Row:
    names = frozenset({sources}) if isinstance(sources, str) else frozenset(sources)
    return Row(command, names, target, frozenset(effects), *rest)


def check_rows(table: Iterable[Row]) -> None:
    """Raise `DefinitionError` for rows with missing effects, no source, a name in use, or a move of another row."""
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Row] = {}
    named: dict[str, type[Command]] = {}
    for row in table:
        problems.extend(_missing_effects(row))
        if not row.sources:
            problems.append(Problem(str(row), "no source", "at least one state"))
        if named.setdefault(row.kind, row.command) is not row.command:
            problems.append(Problem(str(row), "two commands of one name", "one command"))
        for source in row.sources:
            other = seen.setdefault((row.kind, source), row)
            if other is not row and not (other.when and row.when):
                problems.append(Problem(f"{row} from {source}", "two rows without a when", "exactly one that applies"))
    problems.extend(lasting_problems(named))
    if problems:
        raise DefinitionError(tuple(problems))


def _missing_effects(row: Row) -> Iterable[Problem]:
    needed = row.command.EFFECTS.union(
        *(needed_effects(row.command, source, row.leads(source)) for source in row.sources)
    )
    missing = needed - row.effects
    if missing:
        names = ", ".join(sorted(missing))
        yield Problem(f"{row} → {row.target or 'stay'}", f"no {names}", "every effect of its command and target")
