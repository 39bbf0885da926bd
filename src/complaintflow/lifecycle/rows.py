"""How a line of the table is made, and what is wrong with one that says less than its command does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from complaintflow._validation.structure import Listing
from complaintflow.commands import Command
from complaintflow.commands._context import Ask
from complaintflow.errors import DefinitionError, Problem, Refusal
from complaintflow.lifecycle.guards import Guard, rule_of
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, SYSTEM, Effect, State

STAY = None
"""A target: the state does not change."""

STAFF_ROLE = "staff"
"""In a row's `who`: any actor who is neither a customer nor the system."""

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
    """Its own rules, with their names."""
    return tuple((rule_of(rule), rule) for rule in row.rules)


def _added_effects(row: Row) -> Mapping[str, frozenset[Effect]]:
    """For each source the effects that it adds to those of its command: its own, and what the target implies."""
    beyond = row.effects - row.command.EFFECTS
    return {source: beyond | implied_effects(source, row.leads(source)) for source in row.sources}


@attrs.frozen
class Row:
    """One line of the table: from these states, this command leads there, with these effects, for these actors.

    `target` is a state or `STAY`; `rules` are asked besides the guards of the effects; `when` tells rows
    apart that leave the same state.
    """

    command: type[Command]
    sources: frozenset[str]
    target: str | None
    effects: frozenset[Effect] = frozenset()
    who: frozenset[str] = STAFF
    rules: tuple[Guard, ...] = ()
    when: When | None = None
    named: tuple[tuple[str, Guard], ...] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_named_rules, takes_self=True)
    )
    adds: Mapping[str, frozenset[Effect]] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_added_effects, takes_self=True)
    )

    @property
    def kind(self) -> str:
        """The name of the command."""
        return self.command.__name__

    def leads(self, source: str) -> str:
        """The state after it, from this source."""
        return source if self.target is None else self.target

    def __str__(self) -> str:
        when = f" [{self.when.__name__}]" if self.when else ""
        return f"{self.kind}{when}"


def implied_effects(source: str, target: str) -> frozenset[Effect]:
    """The effects that entering a state brings with it."""
    return _NOTHING if source == target else _IMPLIED.get(target, _NOTHING)


def allowed(row: Row, ask: Ask) -> Refusal | None:
    """R18a, R33: this kind of actor may ask for it; a customer for their own complaint only."""
    by = ask.by
    if by.is_customer and by.id != _owner(ask):
        return Refusal("allowed", "it is another customer's complaint", "act as the customer of this one")
    if may(row, by):
        return None
    others = ", ".join(sorted(row.who))
    return Refusal("allowed", f"{row.kind} is not for {', '.join(sorted(by.roles))}", f"ask one of: {others}")


def may(row: Row, by: Actor) -> bool:
    """Whether the row is for this kind of actor at all."""
    return not by.roles.isdisjoint(row.who) or (STAFF_ROLE in row.who and by.is_staff)


def _owner(ask: Ask) -> str:
    """Whose complaint it is; of one that is just coming in, its own customer."""
    customer: Any = ask.field("customer", None)
    return ask.facts.customer or (customer.id if customer else "")


def rows(*lines: tuple[Any, ...]) -> Listing[Row]:
    """The lines of a table as rows.

    Raises `DefinitionError` that quotes every row which says less than its command or its target does.
    """
    table = Listing(_row(*line) for line in lines)
    check_rows(table)
    return table


def _row(command: type[Command], sources: Any, target: str | None, effects: Any = (), *rest: Any) -> Row:
    names = frozenset({sources}) if isinstance(sources, str) else frozenset(sources)
    return Row(command, names, target, frozenset(effects), *rest)


def check_rows(table: Iterable[Row]) -> None:
    """Raise `DefinitionError` for rows with too few effects, no source, a name taken, or the same move twice."""
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
    if problems:
        raise DefinitionError(tuple(problems))


def _missing_effects(row: Row) -> Iterable[Problem]:
    needed = row.command.EFFECTS.union(*(implied_effects(source, row.leads(source)) for source in row.sources))
    missing = needed - row.effects
    if missing:
        names = ", ".join(sorted(missing))
        yield Problem(f"{row} → {row.target or 'stay'}", f"no {names}", "every effect of its command and target")
