"""What is the same wherever a transaction of ours is a part of one of a host."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import attrs

from complaintflow.errors import Overtaken, StoreError
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, run, translating

HOW_LONG = "SELECT current_setting('lock_timeout')"
"""How long a statement of the host waits for a lock."""

_DO_ALL_AGAIN = "roll your transaction back, and do all of it again"
_BEGIN_EARLIER = f"{_DO_ALL_AGAIN}; one that begins with BEGIN IMMEDIATE waits instead"
_TAKE_FILE = "UPDATE complaintflow_ledger SET one = 1 WHERE 0"


def take_file(driver: Driver, dialect: Dialect) -> None:
    """A writer of SQLite takes the file before it reads: one that has read already cannot wait for another one."""
    with translating(dialect):
        run(driver, dialect, _TAKE_FILE)


@contextmanager
def naming_the_remedy() -> Generator[None, None, None]:
    """Where the database has ended the transaction of the host, going back to a savepoint does not help."""
    try:
        yield
    except Overtaken as error:
        says_so = not error.whole or error.remedy.startswith(_DO_ALL_AGAIN)
        raise error if says_so else attrs.evolve(error, remedy=_DO_ALL_AGAIN) from None


@contextmanager
def naming_an_earlier_begin() -> Generator[None, None, None]:
    """Where the file is somebody else's, and the host's transaction has begun with a look at it: it cannot go on."""
    try:
        yield
    except StoreError as error:
        raise Overtaken(error.store, error.cause, _BEGIN_EARLIER, whole=True) from None
