"""Statements that are sent together: in one round trip, and several writes as one statement, where the driver can.

Writes that follow each other go as one, as long as each names one table alone, and no two the same: what they do then
does not depend on each other. With columns named only where they changed, that took a tenth off a command: four
statements instead of nine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from complaintflow.stores.sql.dialects import NAMED, Dialect
from complaintflow.stores.sql.drivers import Driver, Result, send

_TABLE = re.compile(r"\bcomplaintflow_\w+")
_WRITES = ("INSERT ", "UPDATE ", "DELETE ")
_COMMIT = "COMMIT"


class Asked(NamedTuple):
    """A statement with its values. `met`, if there is one, is told how many rows it met, and raises when it is none."""

    sql: str
    values: dict[str, Any]
    met: Callable[[int], None] | None = None


def run_together(driver: Driver, dialect: Dialect, asked: Sequence[Asked]) -> list[Result]:
    """What comes of each statement, in their order."""
    if not dialect.many:
        return send(driver, dialect, [(one.sql, one.values) for one in asked])
    groups = list(grouped(asked))
    found = send(driver, dialect, [_join(group) for group in groups], again=True)
    return [result for group, one in zip(groups, found, strict=True) for result in _results_of(group, one)]


def commit_together(driver: Driver, dialect: Dialect, asked: Sequence[Asked]) -> None:
    """Do all of it and commit, in one message to a server. Where one of those with `met` meets no row, the server
    raises (`faults.is_refused`) and skips whatever stands behind it: nothing is committed."""
    send(driver, dialect, [*map(_join_checked, grouped(asked)), (_COMMIT, {})], again=True)


def grouped(asked: Sequence[Asked]) -> Iterator[list[Asked]]:
    """The statements in their order, those together that may go as one."""
    group, tables = list[Asked](), set[str]()
    for one in asked:
        table = only_table(one.sql)
        if group and (not table or table in tables or "" in tables):
            yield group
            group, tables = [], set[str]()
        group.append(one)
        tables.add(table)
    if group:
        yield group


def _join(group: Sequence[Asked]) -> tuple[str, dict[str, Any]]:
    if len(group) == 1:
        return group[0].sql, group[0].values
    return _joined(tuple([one.sql for one in group])), _values_of(group)


def _join_checked(group: Sequence[Asked]) -> tuple[str, dict[str, Any]]:
    checked = tuple([place for place, one in enumerate(group) if one.met])
    if len(group) == 1 and not checked:
        return group[0].sql, group[0].values
    return _checked(tuple([one.sql for one in group]), checked), _values_of(group)


def _values_of(group: Sequence[Asked]) -> dict[str, Any]:
    return {f"w{place}_{name}": value for place, one in enumerate(group) for name, value in one.values.items()}


def _results_of(group: Sequence[Asked], result: Result) -> list[Result]:
    if len(group) == 1:
        return [result]
    (counts,) = result[1]
    return [(count, ()) for count in counts]


@lru_cache(maxsize=512)
def only_table(sql: str) -> str:
    """The one table that a write names, or a blank text."""
    tables = set(_TABLE.findall(sql)) if sql.startswith(_WRITES) else set[str]()
    return tables.pop() if len(tables) == 1 else ""


@lru_cache(maxsize=512)
def only_reads(sql: str) -> bool:
    """Whether a statement changes and locks nothing."""
    return sql.startswith("SELECT ") and " FOR UPDATE" not in sql


@lru_cache(maxsize=512)
def _joined(statements: tuple[str, ...]) -> str:
    """One statement that does all of them, and counts the rows that each met."""
    parts = [f"w{place} AS ({sql} RETURNING 1)" for place, sql in enumerate(_named(statements))]
    counts = [f"(SELECT count(*) FROM w{place})" for place in range(len(statements))]  # noqa: S608  # ours
    return f"WITH {', '.join(parts)} SELECT {', '.join(counts)}"


@lru_cache(maxsize=512)
def _checked(statements: tuple[str, ...], checked: tuple[int, ...]) -> str:
    """One statement that does all of them, and divides by the rows that these met."""
    named = [f"{sql} RETURNING 1" if place in checked else sql for place, sql in enumerate(_named(statements))]
    parts = [f"w{place} AS ({sql})" for place, sql in enumerate(named)]
    met = [f"1 / (SELECT count(*) FROM w{place})" for place in checked]  # noqa: S608  # ours
    return f"WITH {', '.join(parts)} SELECT {', '.join(met) or '1'}"


def _named(statements: tuple[str, ...]) -> list[str]:
    """Each with names of its own for its values."""
    return [NAMED.sub(rf":w{place}_\1", sql) for place, sql in enumerate(statements)]
