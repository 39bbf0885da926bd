"""What the desk does by itself stays possible where a house has an edge of its own for people.

A triage sets a task, a clock escalates, an intake is acknowledged: such a command of the system moves nothing. An edge
that a house draws for people leads elsewhere, and takes no such command away: else a person's step would be refused by
what follows from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from complaintflow.commands._context import Ask
from complaintflow.lifecycle.meaning import KeptWay
from complaintflow.lifecycle.rows import STAY, SYSTEM_ONLY, Row
from complaintflow.lifecycle.states import stage_of
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import SYSTEM

When = Callable[[Ask], bool]


def keep_what_the_desk_does(own: Sequence[Row]) -> Iterator[Row]:
    """The rows of a house's edges, and those by which the system goes on where these are for people alone."""
    for_system = {(row.kind, source) for row in own if SYSTEM in row.who for source in row.sources}
    kept: dict[tuple[str, str], list[Row]] = {}
    for row in own:
        for source in row.sources:
            if (place := (row.kind, source)) not in for_system | kept.keys() and (found := _of_system(*place)):
                kept[place] = found
    for row in own:
        meets = any((row.kind, source) in kept for source in row.sources)
        yield attrs.evolve(row, when=_by_people(row.when)) if meets else row
    yield from _joined(kept)


def _of_system(kind: str, source: str) -> list[Row]:
    """What the built-in table lets the system do by this command in such a state, without moving anything."""
    stage = stage_of(source)
    rows = (row for row in TABLE if row.kind == kind and stage in row.sources)
    return [row for row in rows if SYSTEM in row.who and row.target is STAY]


def _joined(kept: dict[tuple[str, str], list[Row]]) -> Iterator[Row]:
    sources: dict[Row, set[str]] = {}
    for (_, source), rows in kept.items():
        for row in rows:
            sources.setdefault(row, set()).add(source)
    for row, some in sources.items():
        yield KeptWay(row.command, frozenset(some), STAY, row.effects, SYSTEM_ONLY, row.rules, _by_itself(row.when))


def _by_people(when: When | None) -> When:
    def by_people(ask: Ask) -> bool:
        return not ask.by.is_system and (when is None or when(ask))

    by_people.__name__ = " ".join(filter(None, (when and when.__name__, "by people")))
    return by_people


def _by_itself(when: When | None) -> When:
    def by_itself(ask: Ask) -> bool:
        return ask.by.is_system and (when is None or when(ask))

    by_itself.__name__ = " ".join(filter(None, (when and when.__name__, "by itself")))
    return by_itself
