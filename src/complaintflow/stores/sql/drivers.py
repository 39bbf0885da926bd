"""Statements on a connection of the drivers psycopg and sqlite3: one of ours, or one that a host gives us.

Rows come as tuples, whatever kind of row the host has asked for, and the driver's errors as ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import Any

from complaintflow.stores.sql.dialects import Dialect, prepare
from complaintflow.stores.sql.faults import NOT_PREPARED, fault_of, is_lost

Driver = Any
"""A `psycopg.Connection` or a `sqlite3.Connection`."""

Result = tuple[int, Sequence[Any]]
"""How many rows a statement met, and those that it gives."""


def run(driver: Driver, dialect: Dialect, sql: str, values: dict[str, Any] | None = None) -> Result:
    """Run a statement."""
    return send(driver, dialect, [(sql, values or {})])[0]


def send(
    driver: Driver, dialect: Dialect, asked: Sequence[tuple[str, dict[str, Any]]], *, again: bool = False
) -> list[Result]:
    """What comes of each statement: in one round trip, where there is a server.

    What is asked `again` and again is planned once, if the connection allows it: planning was a third of what a command
    cost the server.
    """
    packed = [(prepare(dialect.name, sql), dialect.pack(values)) for sql, values in asked]
    if not dialect.many:
        return [_run_in_file(driver, *one) for one in packed]
    with _noticing_faults(driver), _pipeline(driver) if len(packed) > 1 else nullcontext():
        cursors = [_run_at_server(driver, *one, again=again) for one in packed]
    return [*map(_result_of, cursors)]


@contextmanager
def _pipeline(driver: Driver) -> Generator[None, None, None]:
    """What the block sends goes in one message. Of its errors the first one counts: those that follow from it would be
    lines in the log of psycopg, which mean nothing to who reads them."""
    first: Exception | None = None
    try:
        with driver.pipeline():
            try:
                yield
            except Exception as error:
                first = error
    except Exception as error:
        raise first or error from None
    if first:
        raise first


def run_many(driver: Driver, dialect: Dialect, sql: str, rows: Sequence[dict[str, Any]]) -> None:
    """Run a statement for each of these rows."""
    if dialect.many:
        send(driver, dialect, [(sql, row) for row in rows])
    else:
        driver.executemany(prepare(dialect.name, sql), [*map(dialect.pack, rows)])


def _run_in_file(driver: Driver, sql: str, values: dict[str, Any]) -> Result:
    cursor = driver.cursor()
    cursor.row_factory = None
    cursor.execute(sql, values)
    return cursor.rowcount, cursor.fetchall() if cursor.description else ()


def _run_at_server(driver: Driver, sql: str, values: dict[str, Any], *, again: bool) -> Any:
    cursor = _cursor_kind()(driver, row_factory=_tuple_row())  # `driver.cursor` makes what the host has asked for
    return cursor.execute(sql, values, prepare=None if again else False)


def _result_of(cursor: Any) -> Result:
    """Its `description` would tell the same, and make an object of each column: a twentieth of a command."""
    return cursor.rowcount, cursor.fetchall() if cursor.pgresult.nfields else ()


@contextmanager
def _noticing_faults(driver: Driver) -> Generator[None, None, None]:
    """Where what was prepared is gone, a pooler stands between that could not be told: nothing is prepared any more.

    One that is lost in the middle of a message is closed: psycopg may not get out of the message, and then not even say
    that it is lost.
    """
    try:
        yield
    except Exception as error:
        if getattr(error, "sqlstate", None) == NOT_PREPARED:
            driver.prepare_threshold = None
        if is_lost(error):
            driver.close()
        raise


@cache
def _cursor_kind() -> Any:
    from psycopg import Cursor  # with its extra

    return Cursor


@cache
def _tuple_row() -> Any:
    from psycopg.rows import tuple_row  # with its extra

    return tuple_row


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
