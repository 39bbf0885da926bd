"""The database of the SQL store and its transactions.

What `writing()` left is durable as far as the server makes it so. An answer to a commit that is lost is settled: the
server is asked how the transaction ended.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from complaintflow.errors import Overtaken, StoreError
from complaintflow.plugins.forks import live_through_forks
from complaintflow.stores.bodies import Reading
from complaintflow.stores.copying import HALF
from complaintflow.stores.schema_parts import SchemaPart
from complaintflow.stores.sql.attempts import Attempts
from complaintflow.stores.sql.bell import Bell
from complaintflow.stores.sql.connections import KEPT, begin, lend, lent, make_engine, read_url
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, errors_of, translating
from complaintflow.stores.sql.endings import PAUSE, ask_ending, settle
from complaintflow.stores.sql.entrance import Entrance
from complaintflow.stores.sql.faults import fault_of
from complaintflow.stores.sql.joined import JoinedStore
from complaintflow.stores.sql.schema import missing_parts_in, scripts, upgrade, version_of
from complaintflow.stores.sql.session import Session
from complaintflow.stores.sql.vacuuming import vacuum
from complaintflow.stores.sql.whereabouts import Found, Whereabouts, find_tables

T = TypeVar("T")

_LOOKS = 5
_GLANCE = 10.0
_OPENING = 0.3
"""So long, in seconds, a store that is opened looks for a server that does not answer at once."""


def open_sql(url: str, *, copying: bool = False) -> SqlStore:
    """The store that `postgresql://user@host/database` or `sqlite+sql:///file.db` names."""
    return SqlStore(url, copying=copying)


def read_version(url: str, *, copying: bool = False) -> tuple[int, int]:
    """The version of the tables that are there, 0 for none, and the one that this library makes."""
    with _looking(url) as (driver, dialect):
        return version_of(driver, dialect, copying=copying) if driver else 0, len(scripts())


def read_tables(url: str) -> tuple[int, int, tuple[SchemaPart, ...]]:
    """Both versions, and what the database lacks of the tables that its version has. Nothing is changed."""
    with _looking(url) as (driver, dialect):
        if driver is None:
            return 0, len(scripts()), ()
        version = version_of(driver, dialect)
        return version, len(scripts()), missing_parts_in(driver, dialect, version)


@contextmanager
def _looking(url: str) -> Generator[tuple[Driver | None, Dialect], None, None]:
    """The database, to be read. None where there is no file."""
    target, dialect = read_url(url)
    if not dialect.many and not Path(str(target.database)).exists():
        yield None, dialect
        return
    engine = make_engine(target, dialect, _GLANCE)
    try:
        with translating(dialect), lend(engine, dialect, writes=False) as connection:
            yield begin(connection, dialect, writes=False), dialect
    except SQLAlchemyError as error:
        raise _unreachable(fault_of(dialect.name, error)) from None
    finally:
        engine.dispose()


def upgrade_store(url: str) -> None:
    """Make the tables, or bring them forward."""
    SqlStore(url, upgrading=True).close()


def _look_until_heard(times: int, look: Callable[[], T]) -> T:
    """So many times at most: once more where a connection is lost meanwhile."""
    for _ in range(times - 1):
        with suppress(Overtaken):
            return look()
    return look()


def _unreachable(error: StoreError) -> StoreError:
    if not isinstance(error, Overtaken):
        return error
    remedy = "look whether the server runs, and at the user, password and database of the URL"
    return StoreError(error.store, "the database cannot be reached", remedy)


class SqlStore:
    """A `Store` in a database. An empty one gets our tables; older ones wait for `complaintflow db upgrade`.

    `patience` is how long, in seconds, a writer waits for another one, a transaction for a connection, and all of them
    for a server that is gone. Whoever is `copying` a house may open one that is half copied. Raises `DefinitionError`
    for a URL that is none, and `StoreError` when the database cannot be reached or comes from another version.
    """

    def __init__(self, url: str, *, patience: float = 10.0, upgrading: bool = False, copying: bool = False) -> None:
        target, self._dialect = read_url(url)
        self._patience, self._copying = patience, copying
        self._engine: Engine = make_engine(target, self._dialect, patience)
        self._entrance = Entrance(self._dialect.name, patience)
        self._attempts = Attempts()
        self._faults: tuple[type[Exception], ...] = (*errors_of(self._dialect), SQLAlchemyError)
        self._bell = Bell(self._engine, self._dialect)
        self._whereabouts = Whereabouts(self._dialect, self._find_tables)
        self._known = False
        try:
            self._open(upgrading=upgrading)
        except BaseException:
            self._engine.dispose()
            raise
        self._known = True
        live_through_forks(self)

    def reading(self) -> AbstractContextManager[Session]:
        """What it reads is of one moment."""
        return self._transaction(writes=False)

    def writing(self) -> AbstractContextManager[Session]:
        """One of many writers. Raises `Overtaken` when what it had read stands no more: then decide again."""
        return self._transaction(writes=True)

    def join(self, connection: object) -> JoinedStore:
        """The store within the transaction of a host. Raises `DefinitionError` for what is no connection of its kind,
        and `StoreError` where the host commits each statement by itself; its transactions raise `DefinitionError` where
        the connection finds other tables than those of this store."""
        own, where = self._read_later, self._whereabouts
        return JoinedStore(connection, self._dialect, self._entrance, own, self._patience, whereabouts=where)

    def vacuum(self) -> None:
        """Write the tables anew without what was deleted, and on SQLite the file. Everybody waits meanwhile.

        Raises `StoreError` where somebody has a transaction open for longer than the patience; asked again, it goes on.

        A server has its log (WAL), replicas and backups beside the tables, which this does not touch.
        """
        with self._entrance.enter(alone=False), self._translating(), closing(self._engine.raw_connection()) as lease:
            vacuum(lease.driver_connection, self._dialect, self._patience)

    def close(self) -> None:
        """Refuse new work, wait for the transactions that are open, and close the connections."""
        try:
            self._entrance.close()
        finally:
            self._bell.close()
            self._engine.dispose()

    def wait_for_letters(self, seconds: float) -> bool:
        """Whether letters may have come, within so many seconds at most: at once, on PostgreSQL."""
        return self._bell.wait(seconds)

    # ── transactions

    @contextmanager
    def _transaction(self, *, writes: bool) -> Generator[Session, None, None]:
        with self._entrance.enter(alone=writes):
            connection = self._lend(writes=writes)
            session = self._session(connection, self._read_later, writes=writes)
            try:
                commit = partial(self._commit, connection, session)
                with self._attempts.deciding(session, commit, partial(self._take_back, connection, session)):
                    yield session
            finally:
                self._release(connection)

    def _session(self, connection: Connection, read_later: Reading, *, writes: bool) -> Session:
        begin = self._dialect.begin(writes=writes)
        return Session(lent(connection), self._dialect, read_later, writes=writes, patience=self._patience, begin=begin)

    def _release(self, connection: Connection) -> None:
        with suppress(SQLAlchemyError):
            if not self._entrance.open:
                connection.detach()  # else the pool that is closed would keep it
            connection.close()

    def _commit(self, connection: Connection, session: Session) -> None:
        if not session.writes:
            with suppress(SQLAlchemyError):
                connection.commit()
            return
        try:
            session.commit()
            connection.commit()
        except self._faults as error:
            settle(self._dialect, self._patience, error, session.number, self._ask)

    def _take_back(self, connection: Connection, session: Session) -> None:
        """With a rollback psycopg forgets all that it has prepared, so what has only read ends with a commit there."""
        with self._translating():
            (connection.commit if self._dialect.many and session.only_read else connection.rollback)()

    def _ask(self, number: str) -> str:
        with self._look() as driver:
            return ask_ending(driver, self._dialect, number)

    def _find_tables(self) -> tuple[Found, str]:
        """Each connection that is kept may have been lost with the server."""
        return _look_until_heard(KEPT + 1, self._find_tables_once)

    def _find_tables_once(self) -> tuple[Found, str]:
        with self._look() as driver:
            return find_tables(driver, self._dialect)

    @contextmanager
    def _look(self) -> Generator[Driver, None, None]:
        """A connection that only reads, and is not that of any transaction."""
        with self._translating(), lend(self._engine, self._dialect, writes=False) as connection:
            yield begin(connection, self._dialect, writes=False)

    def _lend(self, *, writes: bool) -> Connection:
        """A server that was there before may come back."""
        deadline = monotonic() + (self._patience if self._known else _OPENING)
        while True:
            try:
                with self._translating():
                    return lend(self._engine, self._dialect, writes=writes)
            except Overtaken as error:
                if monotonic() > deadline:
                    raise _unreachable(error) from None
            sleep(PAUSE)

    @contextmanager
    def _translating(self) -> Generator[None, None, None]:
        """The errors of the pool and of the driver."""
        try:
            with translating(self._dialect):
                yield
        except SQLAlchemyError as error:
            raise fault_of(self._dialect.name, error) from None

    def _read_later(self) -> AbstractContextManager[Session]:
        """For the texts of a complaint that was loaded: they can be read after the store was closed, too."""
        return self.reading() if self._entrance.open else self._reading_closed()

    @contextmanager
    def _reading_closed(self) -> Generator[Session, None, None]:
        connection = self._lend(writes=False)
        try:
            yield self._session(connection, self._reading_closed, writes=False)
        finally:
            self._release(connection)
            self._engine.dispose()

    # ── the tables

    def _open(self, *, upgrading: bool) -> None:
        """Look at the tables, and make them where there are none."""
        _look_until_heard(_LOOKS, partial(self._make_tables, upgrading=upgrading))

    def _make_tables(self, *, upgrading: bool) -> None:
        connection = self._lend(writes=True)
        try:
            with self._translating():
                driver = begin(connection, self._dialect, writes=True)
                before = version_of(driver, self._dialect, copying=self._copying)
                if before == 0 or (0 < before < len(scripts()) and (upgrading or not self._dialect.many)):
                    upgrade(driver, self._dialect)
                elif before not in {HALF, len(scripts())}:
                    cause = f"its tables have version {before}, this library works with {len(scripts())}"
                    raise StoreError(self._dialect.name, cause, "stop the others, then run complaintflow db upgrade")
                connection.commit()
        finally:
            self._release(connection)

    # ── a fork

    def rest(self) -> None:
        """Before a fork: a file of SQLite does not live through it."""
        if not self._dialect.many:
            self._engine.dispose()

    def wake(self, *, child: bool) -> None:
        """After a fork: the child opens connections of its own, and leaves those of its parent alone."""
        if child:
            self._bell.leave_alone()
            self._engine.dispose(close=False)
            self._entrance.begin_anew()
