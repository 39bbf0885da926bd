"""Rows of complaints that were read before anybody asked, as their transaction has them by then.

What it writes to one of them is written here, too: so whoever asks for one again needs no round trip, and what waits to
be written need not be sent for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

import attrs

from complaintflow.plugins import Query
from complaintflow.record.complaint import microseconds
from complaintflow.stores.sql.dialects import fit

_COMPLAINTS = "complaintflow_complaints"
_INSERT, _UPDATE = f"INSERT INTO {_COMPLAINTS} ", f"UPDATE {_COMPLAINTS} "
_SETS = re.compile(_UPDATE + r"SET (\w+ = :\w+(?:, \w+ = :\w+)*) WHERE .*")
_OPEN_ONES = {"customer", "open", "received_from", "limit"}
"""What is asked for where the open ones of a customer are."""

_FIELDS = [(one.name, getattr(Query(), one.name)) for one in attrs.fields(Query)]
"""The fields of a query, with their values in one that asks for everything."""

Row = dict[str, Any]


class RowsAhead:
    """The rows by their ids, with these columns; and of which customers all that are open are here."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns
        self._rows: dict[str, Row] = {}
        self._ids: dict[int, str] = {}
        self._customers: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._rows or self._customers)

    @property
    def ids(self) -> Collection[str]:
        """The complaints that are here."""
        return [*self._rows]

    def keep(self, values: Sequence[Any]) -> None:
        """A row that was read. One that is here already has what was written since."""
        row = dict(zip(self._columns, values, strict=True))
        if row["id"] not in self._rows:
            self._add(row)

    def keep_customer(self, customer: str, ids: Sequence[str]) -> None:
        """These are all that the customer has open; their rows are here."""
        self._customers[customer] = [*ids]

    def find(self, id: str) -> Row | None:
        """The row of a complaint, if it is here."""
        return self._rows.get(id)

    def open_ones(self, query: Query) -> list[Row] | None:
        """What a customer has open, the oldest first, if that is asked for and all of it is here, on one page."""
        (customer,) = query.customer if query.customer and len(query.customer) == 1 else ("",)
        ids = self._customers.get(fit(customer))
        if ids is None or query.open is not True or not _asked_in(query) <= _OPEN_ONES:
            return None
        since = microseconds(query.received_from) if query.received_from else 0
        found = [row for id in ids for row in (self._rows[id],) if not row["ended"] and row["received_at"] >= since]
        return sorted(found, key=_place) if len(found) <= query.limit else None

    def write(self, sql: str, values: Mapping[str, Any]) -> None:
        """Write the same to the rows that are here."""
        if sql.startswith(_INSERT):
            self._insert({name: values[name] for name in self._columns})
        elif sql.startswith(_UPDATE):
            id = values["id"] if "id" in values else self._ids.get(values["number"], "")
            self._update(id, [*_columns_in(sql)], values)

    def _insert(self, row: Row) -> None:
        if row["customer"] in self._customers:
            self._add(row)
            self._customers[row["customer"]].append(row["id"])

    def _update(self, id: str, names: Sequence[str], values: Mapping[str, Any]) -> None:
        """One that is not here may come back to the open ones of anybody."""
        row = self._rows.get(id)
        if row is None:
            if "ended" in names or not names:
                self._customers.clear()
        elif names:
            row.update((name, values[name]) for name in names if name in row)
        else:
            self._forget(row)

    def _add(self, row: Row) -> None:
        self._rows[row["id"]] = row
        self._ids[row["number"]] = row["id"]

    def _forget(self, row: Row) -> None:
        """Nobody knows what becomes of it."""
        del self._rows[row["id"]]
        self._customers.pop(row["customer"], None)


def _place(row: Row) -> tuple[int, int]:
    return row["received_at"], row["number"]


def _asked_in(query: Query) -> set[str]:
    """The fields by which the query differs from one that asks for everything."""
    return {name for name, everything in _FIELDS if getattr(query, name) != everything}


@lru_cache(maxsize=128)
def _columns_in(sql: str) -> tuple[str, ...]:
    """The columns that this statement gives the values of their names; none where it gives others."""
    found = _SETS.fullmatch(sql)
    sets = [one.split(" = :") for one in found[1].split(", ")] if found else []
    return tuple(column for column, _ in sets) if all(column == name for column, name in sets) else ()
