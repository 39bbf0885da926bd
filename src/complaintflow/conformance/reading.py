"""Reads one case of another system: each row becomes the moves that the map says, or it is left out and told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import attrs

from complaintflow.commands import Command, make
from complaintflow.conformance.document import nest
from complaintflow.conformance.log_map import LogMap, MappedMove
from complaintflow.conformance.rows import LeftOut, LogRow, read_time, show, value_of
from complaintflow.errors import InvalidInput
from complaintflow.intakes.mapped.mapping import Source
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, SYSTEM, names_machine


@attrs.frozen
class Move:
    """A move that the other system made: our command for it, who made it, and when.

    `state` is where the other system is afterwards; blank: where the command leads.
    """

    line: int
    at: datetime
    command: Command
    by: Actor
    state: str = ""


@attrs.frozen
class IgnoredRow:
    """A row that the map ignores, and why."""

    why: str = attrs.field(repr=False)


@attrs.define(repr=False)
class CaseReader:
    """Reads the rows of one case, one after the other.

    Unless `with_ids`, the people have numbers in the place of their ids: `agent-1`, `agent-2`. Nothing that is told of
    the case then names anybody.
    """

    log_map: LogMap
    known: Mapping[str, type[Command]]
    with_ids: bool = False
    _before: dict[str, str] | None = None
    _customer: str = ""
    _people: dict[tuple[str, str], str] = attrs.field(factory=dict[tuple[str, str], str])

    def read(self, row: LogRow) -> tuple[Move, ...] | IgnoredRow | LeftOut:
        """The moves of a row, in the order of the map. Where one of them cannot be made, the row has none."""
        before = self._before
        self._before = {column: row.cells[column] for column in self.log_map.compared}
        meant = [one for one in self.log_map.moves if one.when.holds(row.activity, row.cells, before)]
        if not meant:
            return self._ignored(row, before)
        try:
            return tuple([self._move(one, row) for one in meant])
        except (InvalidInput, ValueError) as error:
            return LeftOut(row.line, "unreadable", str(error))

    def _ignored(self, row: LogRow, before: dict[str, str] | None) -> IgnoredRow | LeftOut:
        for one in self.log_map.ignored:
            if one.when.holds(row.activity, row.cells, before):
                return IgnoredRow(one.why)
        named = row.activity in self.log_map.activities
        what = "no entry of the map holds here" if named else "the map does not name it"
        shown = show(row.activity)
        return LeftOut(row.line, "unknown", f"activity {shown}: {what}", shown, named)

    def _move(self, mapped: MappedMove, row: LogRow) -> Move:
        fields: dict[str, Any] = {**mapped.constants}
        for name, source in mapped.columns.items():
            value = self._value(name, source, row)
            if value != "":
                fields[name] = value
        fields |= {name: row.at + span for name, span in mapped.after.items()}
        try:
            command = make(mapped.do.__name__, nest(fields), self.known)
            by = self._actor(mapped.by, command, row)
        except InvalidInput as wrong:
            what = "; ".join(f"{one.path}: expected {one.expected}" for one in wrong.problems)
            raise ValueError(f"{mapped.do.__name__}: {what}") from None
        return Move(row.line, row.at, command, by, mapped.state)

    def _value(self, name: str, source: Source, row: LogRow) -> str | datetime:
        """What the row says of a field. A column with a format is a time."""
        try:
            text = value_of(source, row.cells, time=bool(source.formats))
            return read_time(text, source, self.log_map) if text and source.formats else text
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None

    def _actor(self, by: str, command: Command, row: LogRow) -> Actor:
        customer: Any = getattr(command, "customer", None)
        if customer is not None:
            self._customer = customer.id
        if by == SYSTEM:
            return Actor.system()
        if by == CUSTOMER:
            return Actor.customer(self._customer or CUSTOMER)
        part = self.log_map.actors[by]
        id = value_of(part.id, row.cells) or by
        named = self.with_ids or names_machine(id)  # a machine is nobody, and stays one
        return Actor(id if named else self._number(by, id), part.roles, value_of(part.team, row.cells))

    def _number(self, part: str, id: str) -> str:
        """The name of a person in what is told: the part, and which of its people it is."""
        same = sum(one == part for one, _ in self._people)
        return self._people.setdefault((part, id), f"{part}-{same + 1}")
