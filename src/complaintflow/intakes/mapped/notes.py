"""The notes of a second file, by the case that they belong to: kept on disk, so that a large file fills no memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, TextIO

from complaintflow.intakes.mapped.files import look_up, read_csv, read_json_lines


class NotesFile:
    """The rows of a second file. Each belongs to the case that its column names, and to no other."""

    def __init__(self, source: TextIO, case: str, *, lines: bool = False) -> None:
        self._rows = sqlite3.connect("")  # a file of its own, which is gone when it is closed
        self._rows.execute(
            "CREATE TABLE notes (line INTEGER, of TEXT, cells TEXT, broken TEXT, used INTEGER DEFAULT 0)"
        )
        every = read_json_lines(source) if lines else read_csv(source)
        if not lines:
            next(every, None)
        rows = ((one.number, str(look_up(one.cells, case) or "").strip(), one.cells, one.broken) for one in every)
        found = ((number, of, json.dumps(cells), broken) for number, of, cells, broken in rows)
        self._rows.executemany("INSERT INTO notes (line, of, cells, broken) VALUES (?, ?, ?, ?)", found)
        self._rows.execute("CREATE INDEX by_case ON notes (of, line)")

    def of(self, case: str) -> list[Any]:
        """The rows of this case, in the order of the file."""
        found = self._rows.execute("SELECT cells FROM notes WHERE of = ? ORDER BY line", (case,)).fetchall()
        if found:
            self._rows.execute("UPDATE notes SET used = 1 WHERE of = ?", (case,))
        return [json.loads(cells) for (cells,) in found]

    def left(self) -> Iterator[tuple[int, str]]:
        """The rows that belong to no case which was read, each with its line and the reason."""
        rows = self._rows.execute("SELECT line, of, broken FROM notes WHERE NOT used ORDER BY line")
        return (
            (line, broken or f"line {line} of the notes is of case {of!r}, which is not there")
            for line, of, broken in rows
        )

    def close(self) -> None:
        """Give back the disk."""
        self._rows.close()
