"""What is the same wherever a transaction of ours is a part of one of a host."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import attrs

from complaintflow.errors import Overtaken
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, errors_of, run
from complaintflow.stores.sql.faults import fault_of, is_locked

_DO_ALL_AGAIN = "roll your transaction back, and do all of it again"
_OR_BEGIN_EARLIER = "; one that begins with BEGIN IMMEDIATE waits instead"
_TAKE_FILE = "UPDATE complaintflow_ledger SET one = 1 WHERE 0"


def take_file(driver: Driver, dialect: Dialect, *, nested: bool = True) -> None:
    """A writer of SQLite takes the file before it reads: one that has read already cannot wait for another one.

    So a transaction of a host that began with a look is `Overtaken` where the file is somebody else's.
    """
    try:
        run(driver, dialect, _TAKE_FILE)
    except errors_of(dialect) as error:
        fault = fault_of(dialect.name, error)
        if nested and is_locked(error):
            raise Overtaken(fault.store, fault.cause, fault.remedy, whole=True) from None
        raise fault from None


@contextmanager
def naming_the_remedy(dialect: Dialect) -> Generator[None, None, None]:
    """Where the database has ended the transaction of the host, going back to a savepoint does not help."""
    try:
        yield
    except Overtaken as error:
        remedy = _DO_ALL_AGAIN if dialect.many else _DO_ALL_AGAIN + _OR_BEGIN_EARLIER
        raise attrs.evolve(error, remedy=remedy) if error.whole else error from None
