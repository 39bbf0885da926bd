"""What all recorders have: statements on the connection of their transaction, and what it knows of rows.

A round trip costs more than what the server does in it. So what is written waits until something is read, or until the
transaction ends, and goes then in one (`_later`); and questions that belong together are asked in one (`_ask`). A
transaction of the store itself begins with the first of them, and ends with the last write, see `Turns.commit`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from complaintflow.errors import StoreError
from complaintflow.stores.sql.batches import FROM, run_in_batches
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, Result, send, translating
from complaintflow.stores.sql.together import Asked, only_reads, run_together

CHUNK = 500
"""So many rows are fetched at once of what may be long. No cursor stays open, which a pooler could not keep."""


class Known(NamedTuple):
    """What a transaction knows of the row of a complaint: its number and version, its customer, its place in the
    indexes, what is kept of its clocks, what is due for which clock, and until when it counts.
    """

    number: int
    version: int
    customer: str
    place: tuple[Any, ...]
    clocks: bytes
    due: tuple[int, str]
    counted_to: int


class Recorder:
    """Statements on one connection, within one transaction. A driver's error comes out as a `StoreError`.

    `begin` is the statement that begins it, and goes with the first one; blank where it has begun already.
    """

    def __init__(self, driver: Driver, dialect: Dialect, *, begin: str = "") -> None:
        self._driver, self._dialect = driver, dialect
        self._begin = begin
        self.only_read = True
        """Whether it has changed and locked nothing until now."""
        self._process, self._over = os.getpid(), False
        self._known: dict[str, Known] = {}
        self._waiting: list[Asked] = []
        self._met: list[Asked] = []
        self._keys_ahead: dict[str, Any] = {}
        self._policies_there = set[str]()

    def _run(self, sql: str, **values: Any) -> Sequence[Any]:
        """Run it now, after what waits, and give its rows."""
        self._flush()
        self._check_mine()
        self.only_read = self.only_read and only_reads(sql)
        with translating(self._dialect):
            return send(self._driver, self._dialect, [*self._beginning(), (sql, values)])[-1][1]

    def _row(self, sql: str, **values: Any) -> Any:
        return next(iter(self._run(sql, **values)), None)

    def _later(
        self, sql: str, values: dict[str, Any] | list[dict[str, Any]], met: Callable[[int], None] | None = None
    ) -> None:
        """Run it before anything is read, or at the end of the transaction."""
        self._check_mine()
        rows = values if isinstance(values, list) else [values]
        self._waiting += (Asked(sql, row, met) for row in rows)

    def _flush(self) -> None:
        """Run what waits."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        for one, (count, _) in zip(waiting, self._send(waiting), strict=True):
            if one.met:
                one.met(count)
                self._met.append(one)

    def _ask(self, asked: Sequence[Asked]) -> list[Sequence[Any]]:
        """The rows of each; each sees what those before it did, and what others have committed until then."""
        self._flush()
        return [rows for _, rows in self._send(asked)]

    def _send(self, asked: Sequence[Asked]) -> list[Result]:
        """How many rows each met, and those that it gives: in one round trip, where the driver can."""
        self._check_mine()
        self.only_read = self.only_read and all(only_reads(one.sql) for one in asked)
        first = [Asked(*one) for one in self._beginning()]
        with translating(self._dialect):
            run_all = run_in_batches if self._dialect.many and len(asked) >= FROM else run_together
            return run_all(self._driver, self._dialect, [*first, *asked])[len(first) :]

    def _beginning(self) -> list[tuple[str, dict[str, Any]]]:
        """What goes before the first statement of the transaction, once."""
        begin, self._begin = self._begin, ""
        return [(begin, {})] if begin else []

    def end(self) -> None:
        """The transaction is over, and its connection may be that of another one."""
        self._over = True

    def _check_mine(self) -> None:
        if self._over:  # what came now would be committed by itself, or within the transaction of somebody else
            cause = "the transaction is over, and nothing more happens in it"
            raise StoreError(self._dialect.name, cause, "read and write within its block")
        if self._process != os.getpid():
            cause = "this process was forked in the middle of a transaction"
            raise StoreError(self._dialect.name, cause, "fork between two calls")
