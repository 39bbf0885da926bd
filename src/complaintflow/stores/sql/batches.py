"""Many statements as few: what a hundred commands write goes into each table by one statement.

A statement is planned each time it is sent, and that takes the server longer than the rows. So statements of one text
are sent as one, whose values are arrays. What they do stays the same: a table's rows are written in their order, and a
statement joins earlier ones only where none in between names its row. Writes to different tables do not depend on each
other: each names one table alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, Result, send
from complaintflow.stores.sql.schema import column_types
from complaintflow.stores.sql.together import Asked, only_table

FROM = 20
"""From so many statements on that wait it is worth it."""
_INSERT = re.compile(
    r"INSERT INTO (?P<table>\w+) (?:\((?P<columns>[\w, ]+)\) )?VALUES \((?P<values>[^()]*)\)"
    r"(?P<conflict> ON CONFLICT .*)?"
)
_UPDATE = re.compile(
    r"UPDATE (?P<table>\w+) SET (?P<sets>\w+ = :\w+(?:, \w+ = :\w+)*) WHERE (?P<where>\w+ = :\w+(?: AND \w+ = :\w+)*)"
)
_DELETE = re.compile(r"DELETE FROM (?P<table>\w+) WHERE (?P<where>\w+ = :\w+(?: AND \w+ = :\w+)*)")
_SET = re.compile(r"(\w+) = :(\w+)")
_CONFLICT = re.compile(r" ON CONFLICT \((\w+)\) ")
_ROW_NAMES = ("number", "complaint", "recipient", "day", "name", "key", "digest")
"""What names a row, or more than it: the first of these that a statement has."""


class _Many(NamedTuple):
    """A statement for many rows. `types` has the type of each value, `row` the value that tells which rows it met, and
    `again` says whether one row may come twice.
    """

    sql: str
    types: dict[str, str]
    row: str
    again: bool


class _Run(NamedTuple):
    """Statements of one text, by their places among all."""

    many: _Many | None
    places: list[int]

    @property
    def whole(self) -> _Many | None:
        """The statement for all of them; None where one is sent as it is."""
        return self.many if len(self.places) > 1 else None


def run_in_batches(driver: Driver, dialect: Dialect, asked: Sequence[Asked]) -> list[Result]:
    """What comes of each statement, in their order."""
    runs = [run for some in _segments(asked) for run in _runs(asked, some)]
    found = send(driver, dialect, [_statement_of(run, asked) for run in runs], again=True)
    results: list[Result] = [(0, ())] * len(asked)
    for run, one in zip(runs, found, strict=True):
        for place, result in zip(run.places, _results(run, asked, one), strict=True):
            results[place] = result
    return results


def _segments(asked: Sequence[Asked]) -> Iterator[list[int]]:
    """The places of writes that name one table each; whatever else is asked stands alone."""
    some = list[int]()
    for place, one in enumerate(asked):
        if only_table(one.sql):
            some.append(place)
            continue
        yield some
        yield [place]
        some = []
    yield some


def _runs(asked: Sequence[Asked], places: Sequence[int]) -> Iterator[_Run]:
    tables = defaultdict[str, _Table](_Table)
    for place in places:
        tables[only_table(asked[place].sql)].add(place, asked[place])
    for table in tables.values():
        yield from table.runs


class _Table:
    """The runs of one table."""

    def __init__(self) -> None:
        self.runs = list[_Run]()
        self._open = dict[str, int]()
        self._latest = dict[Any, int]()
        self._named = ""

    def add(self, place: int, one: Asked) -> None:
        """Put it into the run of its text, where it comes after all others that name its row; else begin a new one."""
        named = next((name for name in _ROW_NAMES if name in one.values), "")
        if not named or (self._named and named != self._named):
            self._open.clear()
        self._named = named or self._named
        row, many = one.values.get(named), _many_of(one.sql)
        at, last = self._open.get(one.sql, -1), self._latest.get(row, -1)
        tells = many is not None and (one.met is None or bool(many.row))
        if not (many and tells and named and (last < at or (last == at >= 0 and many.again))):
            at = len(self.runs)
            self.runs.append(_Run(many, []))
            self._open[one.sql] = at
        self.runs[at].places.append(place)
        self._latest[row] = at


def _statement_of(run: _Run, asked: Sequence[Asked]) -> tuple[str, dict[str, Any]]:
    first = asked[run.places[0]]
    many = run.whole
    if many is None:
        return first.sql, first.values
    rows = [asked[place].values for place in run.places]
    return many.sql, {name: [row[name] for row in rows] for name in many.types}


def _results(run: _Run, asked: Sequence[Asked], result: Result) -> Iterator[Result]:
    """How many rows each met. Of those that nobody asks about it is not told."""
    many = run.whole
    if many is None:
        yield result
        return
    met = {row for (row,) in result[1]}
    for place in run.places:
        row = asked[place].values.get(many.row)
        yield int(row in met), ()
        met.discard(row)


@lru_cache(maxsize=512)
def _many_of(sql: str) -> _Many | None:
    """The statement for many rows that does the same; None where it cannot be told."""
    if found := _INSERT.fullmatch(sql):
        return _insert_many(found)
    if found := _UPDATE.fullmatch(sql):
        return _update_many(found)
    if found := _DELETE.fullmatch(sql):
        return _delete_many(found)
    return None


def _insert_many(found: re.Match[str]) -> _Many:
    columns, values = found["columns"], found["values"].split(", ")
    every = column_types(found["table"])
    names = columns.split(", ") if columns else [*every]
    types = {value[1:]: every[name] for name, value in zip(names, values, strict=True) if value.startswith(":")}
    given = ", ".join(f"given.{value[1:]}" if value.startswith(":") else value for value in values)
    conflict = found["conflict"] or ""
    one = _CONFLICT.match(conflict)
    row = one[1] if one and one[1] in types else ""
    into = f"{found['table']} ({columns})" if columns else found["table"]
    returning = f" RETURNING {found['table']}.{row}" if row else ""
    text = f"INSERT INTO {into} SELECT {given} FROM {_given(types)}{conflict}{returning}"  # noqa: S608  # ours
    return _Many(text, types, row, "DO UPDATE" not in conflict)


def _update_many(found: re.Match[str]) -> _Many | None:
    sets, where = _SET.findall(found["sets"]), _SET.findall(found["where"])
    row = where[0][1]
    if row not in _ROW_NAMES:
        return None
    every = column_types(found["table"])
    types = {name: every[column] for column, name in (*sets, *where)}
    changed = ", ".join(f"{column} = given.{name}" for column, name in sets)
    fitting = _fitting(found["table"], where)
    text = f"UPDATE {found['table']} SET {changed} FROM {_given(types)} WHERE {fitting} RETURNING given.{row}"  # noqa: S608
    return _Many(text, types, row, again=False)


def _delete_many(found: re.Match[str]) -> _Many:
    every, where = column_types(found["table"]), _SET.findall(found["where"])
    types = {name: every[column] for column, name in where}
    fitting = _fitting(found["table"], where)
    text = f"DELETE FROM {found['table']} USING {_given(types)} WHERE {fitting}"  # noqa: S608  # ours
    return _Many(text, types, "", again=True)


def _fitting(table: str, where: Sequence[tuple[str, str]]) -> str:
    return " AND ".join(f"{table}.{column} = given.{name}" for column, name in where)


def _given(types: dict[str, str]) -> str:
    arrays = ", ".join(f"CAST(:{name} AS {type}[])" for name, type in types.items())
    return f"unnest({arrays}) AS given({', '.join(types)})"
