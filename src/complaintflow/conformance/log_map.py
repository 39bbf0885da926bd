"""A map: which row of another system's event log is which command of ours, asked for by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import cached_property
from typing import Any

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Command
from complaintflow.intakes.mapped.mapping import Source

Cells = Mapping[str, str]
"""What the columns of one row hold, as text."""


@attrs.frozen
class Condition:
    """When a row is meant: by its activity, by the values of its columns, or by how they differ from the row before.

    `values` are those of the row, `before` those of the row before it of the same case. `changes` are columns that
    hold something else than in the row before, `grows` are numbers that grew since. `first` asks whether the row is
    the first of its case. Everything that is named must hold.
    """

    activity: tuple[str, ...] = ()
    first: bool | None = None
    values: Mapping[str, tuple[str, ...]] = FrozenMap()
    before: Mapping[str, tuple[str, ...]] = FrozenMap()
    changes: tuple[str, ...] = ()
    grows: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """The columns that it looks at."""
        return frozenset((*self.values, *self.before, *self.changes, *self.grows))

    def holds(self, activity: str, cells: Cells, before: Cells | None) -> bool:
        """Whether it holds of a row; `before` is the row before it, None for the first one."""
        return (
            (not self.activity or activity in self.activity)
            and self.first in {None, before is None}
            and all(cells.get(column, "") in told for column, told in self.values.items())
            and self._holds_since(cells, before)
        )

    def _holds_since(self, cells: Cells, before: Cells | None) -> bool:
        if not (self.before or self.changes or self.grows):
            return True
        return before is not None and (
            all(before.get(column, "") in told for column, told in self.before.items())
            and all(cells.get(column, "") != before.get(column, "") for column in self.changes)
            and all(_number(cells.get(column, "")) > _number(before.get(column, "")) for column in self.grows)
        )


def _number(text: str) -> float:
    """The number in a cell; what is none counts as nothing."""
    try:
        return float(text)
    except ValueError:
        return 0.0


@attrs.frozen
class Part:
    """Somebody of staff in the log: with which roles, and which columns name the person and the team."""

    roles: frozenset[str]
    id: Source
    team: Source = attrs.field(factory=Source)

    @property
    def columns(self) -> Iterator[str]:
        """The columns that it reads."""
        yield from (*self.id.columns, *self.team.columns)


@attrs.frozen
class MappedMove:
    """Rows of this kind are this command.

    `constants` are fields that the map says itself, `columns` those that the row says, `after` times so long after
    the row. `state` is where the other system is afterwards, when our rules would have refused it; blank: where the
    command leads.
    """

    when: Condition
    do: type[Command]
    by: str
    state: str = ""
    constants: Mapping[str, Any] = FrozenMap()
    columns: Mapping[str, Source] = FrozenMap()
    after: Mapping[str, timedelta] = FrozenMap()


@attrs.frozen
class IgnoredRows:
    """Rows of this kind are no move of ours, for this reason."""

    when: Condition
    why: str


@attrs.frozen
class LogMap:
    """A map of one system's log. `arrives` says that its messages count as arrived when they are sent."""

    system: str
    case: Source
    time: Source
    activity: Source
    moves: tuple[MappedMove, ...]
    ignored: tuple[IgnoredRows, ...] = ()
    actors: Mapping[str, Part] = FrozenMap()
    zone: str = ""
    formats: tuple[str, ...] = ()
    encoding: str = ""
    arrives: bool = False

    @cached_property
    def columns(self) -> frozenset[str]:
        """Every column that it names."""
        sources = [self.case, self.time, self.activity, *(one for move in self.moves for one in move.columns.values())]
        named = {column for source in sources for column in source.columns}
        named |= {column for part in self.actors.values() for column in part.columns}
        return frozenset(named.union(*(one.columns for one in self.conditions)))

    @cached_property
    def compared(self) -> frozenset[str]:
        """The columns of a row that the next one of its case is compared with."""
        return frozenset(column for one in self.conditions for column in (*one.before, *one.changes, *one.grows))

    @cached_property
    def activities(self) -> frozenset[str]:
        """The activities that it names."""
        return frozenset(name for one in self.conditions for name in one.activity)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of all its entries."""
        return (*(one.when for one in self.moves), *(one.when for one in self.ignored))
