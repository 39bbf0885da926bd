"""The file of the embedded store, its connections and its transactions.

Durable as it comes: write-ahead log, `synchronous=FULL`, foreign keys. A writer takes the file's lock when it begins,
so two processes wait for each other instead of failing half-way.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.plugins.private_file import make_private, warn_if_others_may_read
from complaintflow.stores.file_faults import file_fault
from complaintflow.stores.schema_parts import SchemaPart
from complaintflow.stores.sqlite.connections import Connection, Connections
from complaintflow.stores.sqlite.schema import MIGRATIONS, migrate, missing_parts_in, roll_back, version_of
from complaintflow.stores.sqlite.session import Session

_PAUSE = 0.005
_POLL = 0.0005
_WRITE = "BEGIN IMMEDIATE"
_SCRUB = ("INSERT INTO words (words) VALUES ('optimize')", "VACUUM")
"""The index of words marks what is deleted, and keeps it until it is merged."""


def open_sqlite(url: str, *, copying: bool = False) -> SqliteStore:
    """The store that `sqlite:///relative.db` or `sqlite:////absolute.db` names."""
    return SqliteStore(_path_of(url), copying=copying)


def _path_of(url: str) -> Path:
    path = url.removeprefix("sqlite:///")
    if path == url or path in {"", ":memory:"}:  # what is to be forgotten has memory://
        raise DefinitionError((Problem("store", url, "sqlite:///relative.db or sqlite:////absolute.db"),))
    return Path(path)


def read_version(url: str, *, copying: bool = False) -> tuple[int, int]:
    """The version of the schema in the file, 0 for none, and the one that this library makes. Nothing is changed."""
    with _looking(url) as (connection, name):
        return version_of(connection, name, copying=copying) if connection else 0, len(MIGRATIONS)


def read_tables(url: str) -> tuple[int, int, tuple[SchemaPart, ...]]:
    """Both versions, and what the file lacks of the schema that its version has. Nothing is changed."""
    with _looking(url) as (connection, name):
        if connection is None:
            return 0, len(MIGRATIONS), ()
        version = version_of(connection, name)
        return version, len(MIGRATIONS), missing_parts_in(connection, version)


@contextmanager
def _looking(url: str) -> Generator[tuple[sqlite3.Connection | None, str], None, None]:
    """The file, to be read, and how it is called in errors. None where there is no file."""
    path = _path_of(url).absolute()
    name = f"sqlite {path.name}"
    if not path.exists():
        yield None, name
        return
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            yield connection, name
    except sqlite3.Error as error:
        raise file_fault(name, error) from None


class SqliteStore:
    """A `Store` in one file. `synchronous` is FULL unless you can afford to lose what was acknowledged.

    `patience` is how long, in seconds, a writer waits for another one, and `close` and a fork for those at work.
    A file that it makes is for its owner alone. Whoever is `copying` a house may open one that is half copied. Raises
    `StoreError` when the file cannot be opened, is no database of ours, or comes from a newer version.
    """

    def __init__(self, path: Path, *, synchronous: str = "FULL", patience: float = 10.0, copying: bool = False) -> None:
        if synchronous not in {"FULL", "NORMAL", "OFF"}:
            raise DefinitionError((Problem("synchronous", synchronous, "FULL, NORMAL or OFF"),))
        self.path = path.absolute()
        self._name = f"sqlite {self.path.name}"
        self._synchronous = synchronous
        self._patience, self._copying = patience, copying
        self._connections = Connections(self._name, self.path, self._connect, patience)
        try:
            with self._translating_errors(), self._connections.lend() as connection:
                migrate(connection, self._name, copying=copying)
            warn_if_others_may_read(self.path)
        except BaseException:
            self.close()
            raise

    def reading(self) -> AbstractContextManager[Session]:
        """A snapshot of the file."""
        return self._transaction("BEGIN")

    def writing(self) -> AbstractContextManager[Session]:
        """The only writer; what it wrote is synced to the disk before this returns."""
        return self._transaction(_WRITE)

    def vacuum(self) -> None:
        """Write the file anew without what was deleted, and empty the log beside it. Writers wait meanwhile.

        Raises `StoreError`, also while another process reads what stands in the log.
        """
        with self._translating_errors(), self._connections.lend() as connection:
            self._set_patience(connection, int(self._patience * 1000))
            for statement in _SCRUB:
                connection.execute(statement)
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError(self._name, "somebody still reads what stands in its log", "try again")

    def close(self) -> None:
        """Refuse new work, wait for the transactions that are open, and close the file.

        Raises `StoreError` when some stay open beyond the patience. The file is let go when the last of them ends.
        """
        self._connections.close()

    @contextmanager
    def _transaction(self, begin: str) -> Generator[Session, None, None]:
        """One generator: with others for the loan and for the errors within it, a command took 5 µs more."""
        try:
            loan, connection = self._connections.take()
            try:
                self._begin(connection, begin)
                session = Session(connection, self._reading_later)
                yield from self._run(connection, session)
            finally:
                self._connections.give_back(loan)
        except sqlite3.Error as error:
            raise file_fault(self._name, error) from None

    def _run(self, connection: Connection, session: Session) -> Generator[Session, None, None]:
        process = os.getpid()
        try:
            yield session
            connection.execute("COMMIT")
        except BaseException:
            if process == os.getpid():  # else it is the parent's
                roll_back(connection)
            raise
        finally:
            session.bodies.end()

    def _reading_later(self) -> AbstractContextManager[Session]:
        """For the texts of a complaint that was loaded: they can be read after the store was closed, too."""
        return self.reading() if self._connections.is_open else self._reading_closed_file()

    @contextmanager
    def _reading_closed_file(self) -> Generator[Session, None, None]:
        self._connections.check_file()
        uri = f"{self.path.as_uri()}?mode=rw"
        with (
            self._translating_errors(),
            closing(sqlite3.connect(uri, uri=True, timeout=self._patience, isolation_level=None)) as connection,
        ):
            version_of(connection, self._name)
            yield Session(connection, self._reading_closed_file)

    def _begin(self, connection: Connection, begin: str) -> None:
        """A writer who waits asks often. SQLite by itself asks ever more seldom, so that another is always first."""
        if begin != _WRITE:
            self._set_patience(connection, int(self._patience * 1000))
            connection.execute(begin)
            return
        if self._connections.is_nested:
            raise StoreError(self._name, "this thread has a transaction open already", "end it before the next one")
        self._set_patience(connection, 0)  # whoever has begun to write waits for nobody any more
        self._insist(connection, begin, _POLL)

    def _set_patience(self, connection: Connection, milliseconds: int) -> None:
        """How long SQLite itself waits. It is told only when that changes: twice a command took 5 of 40 µs."""
        if connection.patience != milliseconds:
            connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
            connection.patience = milliseconds

    @contextmanager
    def _translating_errors(self) -> Generator[None, None, None]:
        """SQLite's errors as ours, with what would help; by their codes, not in the words of a trigger."""
        try:
            yield
        except sqlite3.Error as error:
            raise file_fault(self._name, error) from None

    def _connect(self) -> Connection:
        make_private(self.path)
        uri = f"{self.path.as_uri()}?mode=rw"
        connection = sqlite3.connect(
            uri,
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
        try:
            # Before anything is written: a file of another program stays as it is.
            version_of(connection, self._name, copying=self._copying)
            connection.execute("PRAGMA page_size = 4096")
            self._insist(connection, "PRAGMA journal_mode = WAL", _PAUSE)  # SQLite by itself does not wait here
            connection.execute(f"PRAGMA synchronous = {self._synchronous}")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def _insist(self, connection: Connection, statement: str, pause: float) -> None:
        """Ask again after each pause while another has the file, as long as the patience lasts."""
        deadline = monotonic() + self._patience
        while True:
            try:
                connection.execute(statement)
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() >= deadline:
                    raise
            sleep(pause)
