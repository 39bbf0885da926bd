"""Statements on a connection of the drivers psycopg and sqlite3: one of ours, or one that a host gives us.

Rows come as tuples, whatever kind of row the host has asked for, and the driver's errors as ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from complaintflow.stores.sql.dialects import Dialect, prepare
from complaintflow.stores.sql.faults import fault_of

Driver = Any
"""A `psycopg.Connection` or a `sqlite3.Connection`."""

Result = tuple[int, Sequence[Any]]
"""How many rows a statement met, and those that it gives."""


def run(driver: Driver, dialect: Dialect, sql: str, values: dict[str, Any] | None = None) -> Result:
    """Run a statement."""
    return result_of(begin(driver, dialect, sql, values))


def begin(driver: Driver, dialect: Dialect, sql: str, values: dict[str, Any] | None = None) -> Any:
    """The cursor of a statement that was sent; within a pipeline its result may come later."""
    cursor = _open_cursor(driver, dialect)
    cursor.execute(prepare(dialect.name, sql), dialect.pack(values or {}))
    return cursor


def run_many(driver: Driver, dialect: Dialect, sql: str, rows: Sequence[dict[str, Any]]) -> None:
    """Run a statement for each of these rows."""
    _open_cursor(driver, dialect).executemany(prepare(dialect.name, sql), [dialect.pack(row) for row in rows])


def result_of(cursor: Any) -> Result:
    """What came of a statement."""
    return cursor.rowcount, cursor.fetchall() if cursor.description else ()


@contextmanager
def translating(dialect: Dialect) -> Generator[None, None, None]:
    """The errors of the driver come out as `StoreError`."""
    try:
        yield
    except errors_of(dialect) as error:
        raise fault_of(dialect.name, error) from None


@cache
def errors_of(dialect: Dialect) -> tuple[type[Exception], ...]:
    """What the driver raises, also for a text or a number that the database cannot have."""
    if not dialect.many:
        return sqlite3.Error, UnicodeError, OverflowError
    from psycopg import Error  # with its extra

    return Error, UnicodeError, OverflowError


def kind_of(dialect: Dialect) -> type:
    """The class of the driver's connections."""
    if not dialect.many:
        return sqlite3.Connection
    from psycopg import Connection

    return Connection


def _open_cursor(driver: Driver, dialect: Dialect) -> Any:
    if dialect.many:  # not `driver.cursor`, which makes cursors of whatever kind the host has asked for
        return _cursor_kind()(driver, row_factory=_tuple_row())
    cursor = driver.cursor()
    cursor.row_factory = None
    return cursor


@cache
def _cursor_kind() -> Any:
    from psycopg import Cursor

    return Cursor


@cache
def _tuple_row() -> Any:
    from psycopg.rows import tuple_row

    return tuple_row
