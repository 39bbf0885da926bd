"""What all recorders have: statements on the connection of their transaction, and what it knows of rows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from complaintflow.errors import StoreError
from complaintflow.stores.sql.dialects import Dialect, prepare
from complaintflow.stores.sql.faults import fault_of

Values = dict[str, Any] | list[dict[str, Any]]
CHUNK = 500
"""So many rows are fetched at once of what may be long. No cursor stays open, which a pooler could not keep."""


class Known(NamedTuple):
    """What a transaction knows of the row of a complaint: its number, its customer, its place in the indexes, what is
    kept of its clocks, and what is due for which clock.
    """

    number: int
    customer: str
    place: tuple[Any, ...]
    clocks: bytes
    due: tuple[int, str]


class Recorder:
    """Statements on one connection, within one transaction. A driver's error comes out as a `StoreError`."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection, self._dialect = connection, dialect
        self._process = os.getpid()
        self._known: dict[str, Known] = {}

    def _run(self, sql: str, values: Values | None = None) -> Any:
        if self._process != os.getpid():
            raise StoreError(
                self._dialect.name, "this process was forked in the middle of a transaction", "fork between two calls"
            )
        try:
            return self._connection.execute(prepare(self._dialect.name, sql), values)
        except (SQLAlchemyError, UnicodeError, OverflowError) as error:
            raise fault_of(self._dialect.name, error) from None

    def _rows(self, sql: str, **values: Any) -> Sequence[Any]:
        rows: Sequence[Any] = self._run(sql, values).all()
        return rows

    def _row(self, sql: str, **values: Any) -> Any:
        return self._run(sql, values).first()
