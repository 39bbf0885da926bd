"""The rows of a log case by case, in the order of time: kept on disk, so that a log of any length fills no memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from types import TracebackType

from complaintflow.conformance.rows import LogRow


class RowsByCase:
    """Rows that are added in any order, and read case by case. What is kept is gone when it is closed."""

    def __init__(self) -> None:
        self._rows = sqlite3.connect("", isolation_level=None)  # a file without a name
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("PRAGMA cache_size = -8000")  # kB
        self._rows.execute("CREATE TABLE log (of TEXT, at TEXT, line INTEGER, activity TEXT, cells TEXT)")

    def __enter__(self) -> RowsByCase:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def add(self, rows: Iterable[LogRow]) -> None:
        """Keep these rows."""
        self._rows.execute("BEGIN")
        told = ((row.case, row.at.isoformat(), row.line, row.activity, json.dumps({**row.cells})) for row in rows)
        self._rows.executemany("INSERT INTO log VALUES (?, ?, ?, ?, ?)", told)
        self._rows.execute("COMMIT")

    def __iter__(self) -> Iterator[tuple[str, Iterator[LogRow]]]:
        """Each case with its rows, by time; rows of one time as they stood in the log."""
        found = self._rows.execute("SELECT line, of, at, activity, cells FROM log ORDER BY of, at, line")
        rows = (
            LogRow(line, case, datetime.fromisoformat(at), activity, json.loads(cells))
            for line, case, at, activity, cells in found
        )
        return groupby(rows, lambda row: row.case)
