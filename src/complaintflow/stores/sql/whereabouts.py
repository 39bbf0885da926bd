"""Where our tables are, as a connection finds them: the transaction of a host is the desk's where both find the same.

Else the ticket of the host and our events would lie in two databases, or ours in a schema that nobody looks at. A host
may change its `search_path` at any time, so each transaction of ours asks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from complaintflow.errors import DefinitionError, Problem
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, run, translating
from complaintflow.stores.sql.together import Asked

Found = tuple[object, ...]
"""What differs wherever the tables are others."""

_ON_POSTGRESQL = Asked(
    "SELECT current_setting('lock_timeout'), CAST(to_regclass('complaintflow_ledger') AS oid), current_database(), "
    "CAST(extract(epoch FROM pg_postmaster_start_time()) AS TEXT)",
    {},
)
"""First how long a statement waits for a lock, which is asked at the same time. The last changes when a server is
started anew; two servers never have the same."""
_ON_SQLITE = Asked("PRAGMA database_list", {})
_SCHEMA = (
    "SELECT nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace "
    "WHERE c.oid = to_regclass('complaintflow_ledger')"
)


def question_of(dialect: Dialect) -> Asked:
    """What a connection is asked. It reads no table of ours, and writes nothing."""
    return _ON_POSTGRESQL if dialect.many else _ON_SQLITE


def waits_in(rows: Sequence[Any]) -> str:
    """How long a statement on this connection of PostgreSQL waits for a lock."""
    return str(rows[0][0])


class Whereabouts:
    """Where the tables of a store are. `look` finds them by a connection of its own; without it, the first that is
    checked says it, and then a server that was started anew is the same.
    """

    def __init__(self, dialect: Dialect, look: Callable[[], tuple[Found, str]] | None = None) -> None:
        self._dialect, self._look = dialect, look
        self._known: Found = ()
        self._words = ""

    def forget(self) -> None:
        """The next connection that is checked may find others."""
        self._known = ()

    def check(self, driver: Driver, rows: Sequence[Any] | None = None) -> None:
        """Raises `DefinitionError` where this connection finds other tables; `rows` are its answer, if it was asked."""
        if rows is None:
            with translating(self._dialect):
                _, rows = run(driver, self._dialect, question_of(self._dialect).sql)
        found = _found_in(rows, self._dialect)
        if self._look is None and self._dialect.many:
            found = found[:-1]
        if found != self._known and not self._is_there_now(driver, found):
            told = _describe(driver, self._dialect)
            beside = f"{self._words}, where the desk is"
            raise DefinitionError((Problem("connection", f"one to {told}", f"one to {beside}"),))

    def _is_there_now(self, driver: Driver, found: Found) -> bool:
        """The server may have been started anew, and the tables restored."""
        if self._look is not None:
            self._known, self._words = self._look()
        elif not self._known:
            self._known, self._words = found, _describe(driver, self._dialect)
        return found == self._known


def find_tables(driver: Driver, dialect: Dialect) -> tuple[Found, str]:
    """Where this connection finds our tables, also in words."""
    return _found_in(run(driver, dialect, question_of(dialect).sql)[1], dialect), _describe(driver, dialect)


def _found_in(rows: Sequence[Any], dialect: Dialect) -> Found:
    if dialect.many:
        return tuple(rows[0][1:])
    file = _main_file(rows)
    if not file:
        return ()
    try:
        there = os.stat(file)  # noqa: PTH116  # each transaction asks
    except OSError:  # somebody took its name away: no other one is this file
        return (file,)
    return file, there.st_dev, there.st_ino


def _main_file(rows: Sequence[Any]) -> str:
    """The file of the connection itself, whatever it has attached. A blank text for one in memory."""
    return str(next((file for _, name, file in rows if name == "main"), ""))


def _describe(driver: Driver, dialect: Dialect) -> str:
    """In words, without any password."""
    if not dialect.many:
        file = _main_file(run(driver, dialect, _ON_SQLITE.sql)[1])
        return f"the file {file}" if file else "a database in memory"
    _, rows = run(driver, dialect, _SCHEMA)
    where = f"schema {rows[0][0]}" if rows else "without tables of complaintflow where it looks"
    info = driver.info
    return f"the database {info.dbname} at {info.host}:{info.port}, {where}"
