"""What the desk does by itself stays possible where a house has an edge of its own for people.

A triage sets a task, a clock escalates, an intake is acknowledged: such a command of the system moves nothing. An edge
that a house draws for people leads elsewhere, and takes no such command away: else a person's step would be refused by
what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from complaintflow.lifecycle.conditions import ByItself, ByPeople
from complaintflow.lifecycle.meaning import KeptWay, case_of
from complaintflow.lifecycle.rows import STAY, SYSTEM_ONLY, Row, When
from complaintflow.lifecycle.states import stage_of
from complaintflow.lifecycle.table import TABLE, begins
from complaintflow.vocabulary import SYSTEM

_Place = tuple[str, str, When | None]
"""A command, a state from which a house leads by it, and the case of the command in which it does; None for each."""


def keep_what_the_desk_does(own: Sequence[Row]) -> Iterator[Row]:
    """The rows of a house's edges, and those by which the system goes on where these are for people alone."""
    for_system = {place for row in own if SYSTEM in row.who for place in _places(row)}
    kept: dict[_Place, list[Row]] = {}
    for row in own:
        for place in _places(row):
            if place not in for_system | kept.keys() and (found := [*_of_system(*place)]):
                kept[place] = found
    for row in own:
        meets = not kept.keys().isdisjoint(_places(row))
        yield attrs.evolve(row, when=ByPeople(row.when)) if meets else row
    yield from _joined(kept)


def _places(row: Row) -> list[_Place]:
    return [(row.kind, source, case_of(row)) for source in row.sources]


def _of_system(kind: str, source: str, case: When | None) -> Iterator[Row]:
    """What the built-in table lets the system do by this command in such a state, without moving anything."""
    stage = stage_of(source)
    for row in (row for row in TABLE if row.kind == kind and stage in row.sources and SYSTEM in row.who):
        if case in {None, row.when} and (row.target is STAY or begins(row)):
            yield row


def _joined(kept: dict[_Place, list[Row]]) -> Iterator[Row]:
    sources: dict[Row, set[str]] = {}
    for (_, source, _), rows in kept.items():
        for row in rows:
            sources.setdefault(row, set()).add(source)
    for row, some in sources.items():
        yield KeptWay(row.command, frozenset(some), STAY, row.effects, SYSTEM_ONLY, row.rules, ByItself(row.when))
