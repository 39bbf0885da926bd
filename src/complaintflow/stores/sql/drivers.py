"""Statements on a connection of the drivers psycopg and sqlite3: one of ours, or one that a host gives us.

Rows come as tuples, whatever kind of row the host has asked for, and the driver's errors as ours.
"""

from __future__ import annotations

import json
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


def run(
    driver: Driver, dialect: Dialect, sql: str, values: dict[str, Any] | None = None, *, again: bool = False
) -> Result:
    """Run a statement. `again` says that it is asked again and again."""
    return send(driver, dialect, [(sql, values or {})], again=again)[0]


def send(
    driver: Driver, dialect: Dialect, asked: Sequence[tuple[str, dict[str, Any]]], *, again: bool = False
) -> list[Result]:
    """What comes of each statement: in one round trip, where there is a server."""
    if dialect.many:
        found: list[Result] = _exchange()(driver, asked, again=again)
        return found
    return [_run_in_file(driver, dialect, sql, values) for sql, values in asked]


def run_many(driver: Driver, dialect: Dialect, sql: str, rows: Sequence[dict[str, Any]]) -> None:
    """Run a statement for each of these rows."""
    if dialect.many:
        send(driver, dialect, [(sql, row) for row in rows])
    else:
        driver.executemany(prepare(dialect.name, sql), [*map(_pack, rows)])


def _run_in_file(driver: Driver, dialect: Dialect, sql: str, values: dict[str, Any]) -> Result:
    cursor = driver.cursor()
    cursor.row_factory = None
    cursor.execute(prepare(dialect.name, sql), _pack(values))
    return cursor.rowcount, cursor.fetchall() if cursor.description else ()


def _pack(values: dict[str, Any]) -> dict[str, Any]:
    """SQLite has no arrays: several values are a text of JSON."""
    return {name: json.dumps(one) if isinstance(one, list) else one for name, one in values.items()}


@cache
def _exchange() -> Any:
    from complaintflow.stores.sql.wire import exchange  # with its extra

    return exchange


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
