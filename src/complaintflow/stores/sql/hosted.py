"""The store on the connections of a host that keeps them itself, as Django does: one for each thread.

Within a transaction of the host each of ours is a part of it, which stays or goes with it. Outside of one it is
committed by itself, with the promises that the store has on connections of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from typing import Any, Protocol

from complaintflow.errors import Overtaken, StoreError
from complaintflow.plugins.forks import leave_alone, live_through_forks
from complaintflow.stores.sql.attempts import Attempts
from complaintflow.stores.sql.dialects import Dialect, dialect_of
from complaintflow.stores.sql.drivers import Driver, errors_of, translating
from complaintflow.stores.sql.endings import ask_ending, settle
from complaintflow.stores.sql.entrance import Entrance
from complaintflow.stores.sql.faults import fault_of
from complaintflow.stores.sql.nested import naming_the_remedy, take_file
from complaintflow.stores.sql.schema import scripts, version_of
from complaintflow.stores.sql.session import Session
from complaintflow.stores.sql.together import Asked, run_together
from complaintflow.stores.sql.vacuuming import vacuum
from complaintflow.stores.sql.whereabouts import Whereabouts, question_of, waits_in

_SEES_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
_SEES_WHAT_IS_THERE = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"
_LOOK_AT_SERVER = "look whether the server runs, and at the settings of the connection"


class HostConnections(Protocol):
    """The connections of a host to one database. Each thread has its own, and calls for that one.

    - Calls: `begin` for each transaction of ours, and the others at any time.
    - Threads: many at once.
    - Errors: `begin` and the end of its block raise errors of the driver, or such that have one as their cause, and
      `StoreError` where nothing can be begun.
    - Idempotency: nothing is kept.
    - Time: no time comes or goes here.
    """

    @property
    def database(self) -> str:
        """`postgresql` (by psycopg 3) or `sqlite` (by sqlite3)."""
        ...

    def begin(self) -> AbstractContextManager[Driver]:
        """A transaction on the driver's connection, committed when its block ends and rolled back when it raises.

        Within one that is open it is a savepoint there.
        """
        ...

    def outside(self) -> Driver:
        """The driver's connection of this thread, opened if need be, with no transaction on it: each statement is
        committed by itself."""
        ...

    def is_nested(self) -> bool:
        """Whether a transaction is open, so that the next one is a part of it."""
        ...

    def check_beside(self) -> None:
        """Raises `StoreError` where no transaction is open here, and the host has one open on another database: what is
        written here would be no part of it."""
        ...

    def in_transaction(self) -> bool:
        """The same, for whoever asks what is done in it may still be taken back."""
        ...

    def call_after_commit(self, told: Callable[[], object]) -> None:
        """Call it after the commit, and not at all when what was done here is rolled back."""
        ...

    def rest(self) -> None:
        """Close the connection of this thread, unless a transaction is open; the next one is opened when needed."""
        ...

    def forget(self) -> object:
        """In the child of a fork: use the parent's connection no more. It is given back, to be left alone."""
        ...


class HostedStore:
    """A `Store` on the connections of a host, whose tables are there already.

    `remedy` says how they are made, `patience` as for `SqlStore`. Raises `DefinitionError` for another database.
    """

    def __init__(self, connections: HostConnections, *, remedy: str, patience: float = 10.0) -> None:
        self._connections, self._remedy, self._patience = connections, remedy, patience
        self._dialect: Dialect = dialect_of(connections.database)
        self._entrance = Entrance(self._dialect.name, patience)
        self._attempts = Attempts()
        self._whereabouts = Whereabouts(self._dialect)
        self._known = False
        live_through_forks(self)

    def reading(self) -> AbstractContextManager[Session]:
        """What it reads is of one moment; within a transaction of the host, what that sees."""
        return self._transaction(writes=False)

    def writing(self) -> AbstractContextManager[Session]:
        """One of many writers. Raises `Overtaken`; `whole` where the host has to do all of its transaction again."""
        return self._transaction(writes=True)

    def vacuum(self) -> None:
        """As that of `SqlStore`; on SQLite it writes the tables of the host anew, too."""
        if self._connections.is_nested():
            cause = "no database takes out what was deleted within a transaction"
            raise StoreError(self._dialect.name, cause, "call it outside of your transaction")
        with self._entrance.enter(alone=False), self._translating():
            vacuum(self._connections.outside(), self._dialect, self._patience)

    def close(self) -> None:
        """Refuse new work and wait for the transactions that are open. The connections are the host's."""
        self._entrance.close()

    def in_transaction(self) -> bool:
        """Whether this thread is within a transaction of the host."""
        return self._connections.in_transaction()

    def call_after_commit(self, told: Callable[[], object]) -> None:
        """Call it after the commit of the host's transaction, or at once where none is open."""
        self._connections.call_after_commit(told)

    # ── transactions

    @contextmanager
    def _transaction(self, *, writes: bool) -> Generator[Session, None, None]:
        with self._entrance.enter(alone=writes), self._work(writes=writes) as session:
            yield session

    @contextmanager
    def _work(self, *, writes: bool) -> Generator[Session, None, None]:
        nested = self._connections.is_nested()
        if writes:
            self._connections.check_beside()
        with naming_the_remedy(self._dialect) if nested else nullcontext():
            block, driver, waits = self._begin(writes=writes, nested=nested)
            session = Session(
                driver, self._dialect, self._read_later, writes=writes, patience=self._patience, waits=waits
            )
            commit = partial(self._commit, block, session, nested=nested)
            end = _Once(commit, block)
            try:
                with self._attempts.deciding(session, end.commit, end.take_back):
                    yield session
            finally:
                end.take_back()

    def _begin(self, *, writes: bool, nested: bool) -> tuple[AbstractContextManager[Driver], Driver, str]:
        """The block, its connection, and how long a statement of the host waits for a lock.

        A connection that was lost while nobody used it is replaced once.
        """
        if nested:
            return self._begin_once(writes=writes, nested=nested)
        with suppress(Overtaken):
            return self._begin_once(writes=writes, nested=nested)
        self._connections.rest()
        try:
            return self._begin_once(writes=writes, nested=nested)
        except Overtaken:
            raise StoreError(self._dialect.name, "the database cannot be reached", _LOOK_AT_SERVER) from None

    def _begin_once(self, *, writes: bool, nested: bool) -> tuple[AbstractContextManager[Driver], Driver, str]:
        block = self._connections.begin()
        with self._translating():
            driver = block.__enter__()
        try:
            return block, driver, self._prepare(driver, writes=writes, nested=nested)
        except BaseException as error:
            _take_back(block, error)
            raise

    def _prepare(self, driver: Driver, *, writes: bool, nested: bool) -> str:
        try:
            waits = (self._prepare_postgresql if self._dialect.many else self._prepare_sqlite)(driver, writes, nested)
        except StoreError:
            self._check_tables(driver)
            raise
        self._check_tables(driver)
        return waits

    def _prepare_postgresql(self, driver: Driver, writes: bool, nested: bool) -> str:
        first = [] if nested else [Asked(_SEES_WHAT_IS_THERE if writes else _SEES_ONE_MOMENT, {})]
        with translating(self._dialect):
            *_, (_, found) = run_together(driver, self._dialect, [*first, question_of(self._dialect)])
        self._check_where(driver, found)
        return waits_in(found) if nested and writes else ""

    def _check_where(self, driver: Driver, found: Sequence[Any] | None = None) -> None:
        """What is known of the tables is known of those that the first connection found."""
        if self._known:
            self._whereabouts.check(driver, found)

    def _prepare_sqlite(self, driver: Driver, writes: bool, nested: bool) -> str:
        self._check_where(driver)
        if writes:
            take_file(driver, self._dialect, nested=nested)
        return ""

    def _check_tables(self, driver: Driver) -> None:
        if self._known:
            return
        with translating(self._dialect):
            version = version_of(driver, self._dialect)
        if version < len(scripts()):
            cause = f"its tables have version {version}, this library works with {len(scripts())}"
            raise StoreError(self._dialect.name, cause if version else "its tables are not there", self._remedy)
        self._whereabouts.check(driver)
        self._known = True

    def _commit(self, block: AbstractContextManager[Driver], session: Session, *, nested: bool) -> None:
        try:
            block.__exit__(None, None, None)
        except Exception as error:
            ours = "" if nested else session.number
            settle(self._dialect, self._patience, self._cause_of(error), ours, self._ask)

    def _ask(self, number: str) -> str:
        with self._translating(), self._connections.begin() as driver:
            return ask_ending(driver, self._dialect, number)

    @contextmanager
    def _translating(self) -> Generator[None, None, None]:
        """The errors of the driver, also where the host has put its own around them."""
        try:
            yield
        except StoreError:
            raise
        except Exception as error:
            raise fault_of(self._dialect.name, self._cause_of(error)) from None

    def _cause_of(self, error: Exception) -> Exception:
        """The error of the driver. Anything else is raised again."""
        kinds = errors_of(self._dialect)
        for one in (error, error.__cause__):
            if isinstance(one, kinds):
                return one
        raise error

    # ── what is read later

    def _read_later(self) -> AbstractContextManager[Session]:
        """For the texts of a complaint that was loaded: they can be read after the store was closed, too."""
        return self.reading() if self._entrance.open else self._work(writes=False)

    # ── a fork

    def rest(self) -> None:
        """Before a fork: a file of SQLite does not live through it."""
        if not self._dialect.many:
            self._connections.rest()

    def wake(self, *, child: bool) -> None:
        """After a fork: the child opens connections of its own, and leaves those of its parent alone."""
        if child:
            leave_alone(self._connections.forget())
            self._entrance.begin_anew()
            self._known = False  # a host may give a child another database, as Django does to those of its tests
            self._whereabouts.forget()


class _Once:
    """The end of a block, which comes once: whoever closes it also closes it when everything else has failed."""

    def __init__(self, commit: Callable[[], None], block: AbstractContextManager[Any]) -> None:
        self._commit, self._block, self._over = commit, block, False

    def commit(self) -> None:
        self._over = True
        self._commit()

    def take_back(self) -> None:
        if not self._over:
            self._over = True
            _take_back(self._block, _TakenBack())


class _TakenBack(Exception):
    """Tells the block of the host that what was done in it is to be rolled back."""


def _take_back(block: AbstractContextManager[Any], error: BaseException) -> None:
    """What fails here fails because the connection is gone, and then nothing is saved either."""
    with suppress(Exception):
        block.__exit__(type(error), error, error.__traceback__)
