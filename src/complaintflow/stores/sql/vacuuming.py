"""How what was deleted is taken out of the files of all tables."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, run
from complaintflow.stores.sql.schema import vacuum_statements

_HOW_LONG = "SELECT current_setting('lock_timeout')"
_WAIT_SO_LONG = "SELECT set_config('lock_timeout', :waits, false)"


def vacuum(driver: Driver, dialect: Dialect, patience: float) -> None:
    """On a connection that is in no transaction, and commits each statement."""
    with _waiting_at_most(driver, dialect, patience):
        for statement in vacuum_statements(dialect):
            run(driver, dialect, statement)


@contextmanager
def _waiting_at_most(driver: Driver, dialect: Dialect, patience: float) -> Generator[None, None, None]:
    """No longer than a writer waits for a lock, since whoever comes after it waits behind it; and afterwards as long as
    before: the connection may be a host's."""
    if not dialect.many:
        yield
        return
    [[before]] = run(driver, dialect, _HOW_LONG)[1]
    run(driver, dialect, _WAIT_SO_LONG, {"waits": f"{int(patience * 1000)}ms"})
    try:
        yield
    finally:
        if not driver.closed:
            run(driver, dialect, _WAIT_SO_LONG, {"waits": before})
