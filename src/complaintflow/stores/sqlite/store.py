"""The file of the embedded store, its connections and its transactions.

Durable as it comes: write-ahead log, `synchronous=FULL`, foreign keys. A writer takes the file's lock when it begins,
so two processes wait for each other instead of failing half-way.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import monotonic, sleep

from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.stores.sqlite.schema import migrate, roll_back, version_of
from complaintflow.stores.sqlite.session import Session

_PAUSE = 0.005
_POLL = 0.0005
_WRITE = "BEGIN IMMEDIATE"
_REMEDIES = (
    ("locked", "try again: another process is writing"),
    ("full", "make room and try again"),
    ("disk i/o error", "look at the disk and its limits, then try again"),
    ("readonly", "make the file and its folder writable"),
    ("unable to open", "make the folder, and make it writable"),
    ("not a database", "name another file"),
)


def open_sqlite(url: str) -> SqliteStore:
    """The store that `sqlite:///relative.db` or `sqlite:////absolute.db` names."""
    path = url.removeprefix("sqlite:///")
    if path == url or path in {"", ":memory:"}:  # what is to be forgotten has memory://
        raise DefinitionError((Problem("store", url, "sqlite:///relative.db or sqlite:////absolute.db"),))
    return SqliteStore(Path(path))


class SqliteStore:
    """A `Store` in one file. `synchronous` is FULL unless you can afford to lose what was acknowledged.

    `patience` is how long, in seconds, a writer waits for another one. Raises `StoreError` when the file
    cannot be opened, is no database of ours, or comes from a newer version.
    """

    def __init__(self, path: Path, *, synchronous: str = "FULL", patience: float = 10.0) -> None:
        if synchronous not in {"FULL", "NORMAL", "OFF"}:
            raise DefinitionError((Problem("synchronous", synchronous, "FULL, NORMAL or OFF"),))
        self.path = path.absolute()
        self._name = f"sqlite {self.path.name}"
        self._synchronous = synchronous
        self._patience = patience
        self._mine = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._open = True
        self._lock = threading.Lock()
        try:
            with self._translating_errors():
                migrate(self._connection(), self._name)
        except BaseException:
            self.close()
            raise

    def reading(self) -> AbstractContextManager[Session]:
        """A snapshot of the file."""
        return self._transaction("BEGIN")

    def writing(self) -> AbstractContextManager[Session]:
        """The only writer; what it wrote is synced to the disk before this returns."""
        return self._transaction(_WRITE)

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            self._open = False
            while self._all:
                self._all.pop()[1].close()
            self._mine = threading.local()

    @contextmanager
    def _transaction(self, begin: str) -> Generator[Session, None, None]:
        with self._translating_errors():
            connection = self._connection()
            self._begin(connection, begin)
            try:
                yield Session(connection)
                connection.execute("COMMIT")
            except BaseException:
                roll_back(connection)
                raise

    def _begin(self, connection: sqlite3.Connection, begin: str) -> None:
        """A writer who waits asks often. SQLite by itself asks ever more seldom, so that another is always first."""
        if begin != _WRITE:
            connection.execute(begin)
            return
        deadline = monotonic() + self._patience
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    connection.execute(begin)
                    return
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() >= deadline:
                        raise
                sleep(_POLL)
        finally:
            connection.execute(f"PRAGMA busy_timeout = {int(self._patience * 1000)}")

    @contextmanager
    def _translating_errors(self) -> Generator[None, None, None]:
        """SQLite's errors as ours, with what would help."""
        try:
            yield
        except sqlite3.Error as error:
            text = str(error)
            remedy = next((help for sign, help in _REMEDIES if sign in text.lower()), "look at the file with fsck")
            raise StoreError(self._name, text, remedy) from error

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if found is None:
            found = self._mine.connection = self._connect()
        return found

    def _connect(self) -> sqlite3.Connection:
        with self._lock:
            if not self._open:
                raise StoreError(self._name, "the store is closed", "open the desk again")
            self._close_connections_of_ended_threads()
            connection = sqlite3.connect(
                self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            self._all.append((threading.current_thread(), connection))
        version_of(connection, self._name)  # before anything is written: a file of another program stays as it is
        connection.execute("PRAGMA page_size = 4096")
        self._switch_to_write_ahead_log(connection)
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _close_connections_of_ended_threads(self) -> None:
        """Else a process that starts many threads runs out of files."""
        for thread, connection in [one for one in self._all if not one[0].is_alive()]:
            self._all.remove((thread, connection))
            connection.close()

    def _switch_to_write_ahead_log(self, connection: sqlite3.Connection) -> None:
        """Switch to the write-ahead log. SQLite does not wait here by itself while another opens the same file."""
        deadline = monotonic() + self._patience
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() >= deadline:
                    raise
            sleep(_PAUSE)
