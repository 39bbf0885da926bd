"""The database of an index: one connection, one thread at a time, private, and opened anew after a fork."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from complaintflow.errors import StoreError
from complaintflow.plugins.forks import leave_alone, live_through_forks
from complaintflow.plugins.private_file import make_private, warn_if_others_may_read
from complaintflow.plugins.sqlite_faults import meaning_of

IN_MEMORY = ":memory:"
_PATIENCE = 10.0
"""So long, in seconds, a fork waits for the one who is at work."""


class IndexFile:
    """A database at this path, or in memory. `prepare` looks at it when it is opened, and may raise."""

    def __init__(self, path: str, name: str, prepare: Callable[[sqlite3.Connection], None]) -> None:
        self._path = path if path == IN_MEMORY else str(Path(path).absolute())
        self._name, self._prepare = name, prepare
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._open, self._inherited, self._resting = True, False, False
        with self.alone():
            if path != IN_MEMORY:
                warn_if_others_may_read(Path(self._path))
        live_through_forks(self)

    @contextmanager
    def alone(self) -> Generator[sqlite3.Connection, None, None]:
        """The connection for one thread, with every error of SQLite as a `StoreError`."""
        with self._lock:
            try:
                yield self._connected()
            except sqlite3.Error as error:
                lacking = "no such module" in str(error)
                remedy = "use a Python whose SQLite has FTS5" if lacking else "remove the file: it is made anew"
                cause = "no such module: fts5" if lacking else meaning_of(error)
                raise StoreError(self._name, cause, remedy) from None

    def close(self) -> None:
        """Give the file back, when the one who is at work has ended."""
        with self._lock:
            self._open = False
            self._let_go()

    def _connected(self) -> sqlite3.Connection:
        if not self._open:
            raise StoreError(self._name, "the index is closed", "open it again")
        if self._inherited:
            cause = "this process was forked while its parent was at work on the index"
            raise StoreError(self._name, cause, "fork between two calls, or begin the process anew")
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        if self._path != IN_MEMORY:
            make_private(Path(self._path))
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    # ── a fork

    def rest(self) -> None:
        """Before a fork: who is at work ends, and the file is closed."""
        self._resting = self._lock.acquire(timeout=_PATIENCE)
        idle = self._connection is not None and not self._connection.in_transaction
        if self._resting and idle and self._path != IN_MEMORY:
            self._let_go()

    def wake(self, *, child: bool) -> None:
        """After a fork: a child opens the file anew; what it inherited open it leaves alone."""
        if not child:
            if self._resting:
                self._lock.release()
            return
        self._lock = RLock()
        if self._connection is not None and self._path != IN_MEMORY:
            leave_alone(self._connection)
            self._inherited = True
