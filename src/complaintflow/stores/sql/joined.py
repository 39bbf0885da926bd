"""The store within a transaction of its host: the host commits all of it, or rolls all of it back.

Each transaction of the desk is a savepoint there, so that what is refused leaves nothing behind, and the host goes on.
The turn to write (`turns`) is kept until the host ends: other writers wait so long.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from complaintflow.errors import StoreError, UnreadableRecord
from complaintflow.record.complaint import Entry
from complaintflow.stores.bodies import Reader, Reading
from complaintflow.stores.sql.attempts import Attempts
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, Result, translating
from complaintflow.stores.sql.entrance import Entrance
from complaintflow.stores.sql.hosts import Told, after_commit_of, check_host, driver_of, is_open
from complaintflow.stores.sql.nested import naming_the_remedy, take_file
from complaintflow.stores.sql.session import Session
from complaintflow.stores.sql.together import Asked, run_together
from complaintflow.stores.sql.whereabouts import Whereabouts, question_of, waits_in

_SAVEPOINT = Asked("SAVEPOINT complaintflow", {})
_RELEASE = Asked("RELEASE SAVEPOINT complaintflow", {})
_TAKE_BACK = Asked("ROLLBACK TO SAVEPOINT complaintflow", {})


class JoinedStore:
    """A `Store` on a connection of the host. `own_reading` reads what is committed, on a connection of ours.

    `whereabouts` are those of our tables: each transaction looks whether the connection finds the same.
    """

    def __init__(
        self,
        host: object,
        dialect: Dialect,
        entrance: Entrance,
        own_reading: Reading,
        patience: float,
        *,
        whereabouts: Whereabouts,
    ) -> None:
        self._host, self._dialect, self._entrance, self._patience = host, dialect, entrance, patience
        self._whereabouts = whereabouts
        self._own_reading = own_reading
        self._attempts = Attempts(knows_words=True)  # the desk was opened on its store
        check_host(host, dialect)

    @property
    def after_commit(self) -> Callable[[Told], object] | None:
        """Takes what is to be called after the host's commit; None where the connection does not say when that is."""
        return after_commit_of(self._host)

    def reading(self) -> AbstractContextManager[Session]:
        """It sees what the host's transaction sees."""
        return self._transaction(writes=False)

    def writing(self) -> AbstractContextManager[Session]:
        """One of many writers. Raises `Overtaken`; `whole` where the host has to do all of its transaction again."""
        return self._transaction(writes=True)

    def close(self) -> None:
        """The connection is the host's."""

    @contextmanager
    def _transaction(self, *, writes: bool) -> Generator[Session, None, None]:
        with self._entrance.enter(alone=writes):
            driver = driver_of(self._host, self._dialect)
            with naming_the_remedy(self._dialect):
                waits = self._begin(driver, writes=writes)
                session = Session(
                    driver, self._dialect, self._read_later, writes=writes, patience=self._patience, waits=waits
                )
                end, take_back = partial(self._run, driver, _RELEASE), partial(self._run, driver, _TAKE_BACK, _RELEASE)
                with self._attempts.deciding(session, end, take_back):
                    yield session

    def _begin(self, driver: Driver, *, writes: bool) -> str:
        """Begin, and say how long a statement of the host waits for a lock. Raises `DefinitionError` before anything
        is written where the connection finds other tables."""
        if not self._dialect.many:
            self._whereabouts.check(driver)
            if writes:
                take_file(driver, self._dialect)
            self._run(driver, _SAVEPOINT)
            return ""
        _, (_, found) = self._run(driver, _SAVEPOINT, question_of(self._dialect))
        try:
            self._whereabouts.check(driver, found)
        except BaseException:
            self._run(driver, _TAKE_BACK, _RELEASE)
            raise
        return waits_in(found) if writes else ""

    def _run(self, driver: Driver, *asked: Asked) -> list[Result]:
        with translating(self._dialect):
            return run_together(driver, self._dialect, asked)

    # ── what is read later

    @contextmanager
    def _read_later(self) -> Generator[Reader, None, None]:
        yield self

    def texts(self, id: str, version: int) -> tuple[Entry, ...]:
        """Texts that are committed are read on a connection of ours, since the host's may be somebody else's by now."""
        with self._own_reading() as reader:
            found = reader.texts(id, version)
        if len(found) == version:
            return found
        self._check_open()
        with self.reading() as session:
            return session.texts(id, version)

    def text(self, id: str, version: int) -> Entry:
        """The same, of one event. Raises `UnreadableRecord` when it is not there."""
        try:
            with self._own_reading() as reader:
                return reader.text(id, version)
        except UnreadableRecord:
            self._check_open()
            with self.reading() as session:
                return session.text(id, version)

    def _check_open(self) -> None:
        """What is read in no transaction of the host any more, and is not on record, was rolled back."""
        if not is_open(self._host, self._dialect):
            raise StoreError(
                self._dialect.name, "the transaction in which this was said was rolled back", "say it again"
            )
