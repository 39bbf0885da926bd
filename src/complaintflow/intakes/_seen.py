"""The keys that a reader has read already: kept on disk, so that a file of any length fills no memory."""

from __future__ import annotations

import sqlite3
from types import TracebackType


class SeenKeys:
    """Each key with the line where it stood first. What is kept is gone when it is closed.

    A set in memory took 160 bytes a key. Here a look-up takes some microseconds, and memory stays as it is.
    """

    def __init__(self) -> None:
        # a reader may go on in another thread, one at a time; the file has no name
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("PRAGMA cache_size = -2000")  # kB
        self._rows.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")

    def __enter__(self) -> SeenKeys:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.close()

    def find(self, key: str) -> int | None:
        """In which line it stood first, or None: it was not read yet."""
        row = self._rows.execute("SELECT line FROM seen WHERE key = ?", (key,)).fetchone()
        return int(row[0]) if row else None

    def add(self, key: str, line: int) -> int | None:
        """Keep it. Answers in which line it stood before, or None: it is new."""
        added = self._rows.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, line)).rowcount
        return None if added else self.find(key)
