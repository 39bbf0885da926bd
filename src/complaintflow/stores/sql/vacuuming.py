"""How what was deleted is taken out of the files of all tables.

No longer than a writer waits for a lock, since whoever comes after it waits behind it. That is set for the connection,
and afterwards as it was: the connection may be a host's. Behind a pooler that gives each transaction another connection
it would be set for somebody else, and no vacuum is within a transaction. So there each table is locked before, in a
transaction of its own that waits so long; a transaction that begins between the two is waited for without a limit.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager, suppress

from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, errors_of, run, send
from complaintflow.stores.sql.poolers import PROCESS, is_straight
from complaintflow.stores.sql.schema import table_names

_HOW_LONG = f"SELECT current_setting('lock_timeout'), {PROCESS}"
_WAIT_SO_LONG = "SELECT set_config('lock_timeout', :waits, false)"
_WAIT_HERE = "SELECT set_config('lock_timeout', :waits, true)"


def vacuum(driver: Driver, dialect: Dialect, patience: float) -> None:
    """On a connection that is in no transaction, and commits each statement."""
    waits = f"{int(patience * 1000)}ms"
    if dialect.vacuum_table:
        with _waiting_at_most(driver, dialect, waits) as is_set:
            for table in table_names():
                if not is_set:
                    _wait_for(table, driver, dialect, waits)
                run(driver, dialect, dialect.vacuum_table.format(table))
    for statement in dialect.vacuum:
        run(driver, dialect, statement)


@contextmanager
def _waiting_at_most(driver: Driver, dialect: Dialect, waits: str) -> Generator[bool, None, None]:
    """Whether it could be set how long this connection waits for a lock."""
    [[before, process]] = run(driver, dialect, _HOW_LONG)[1]
    if not is_straight(driver, process):
        yield False
        return
    run(driver, dialect, _WAIT_SO_LONG, {"waits": waits})
    try:
        yield True
    finally:
        if not driver.closed:
            run(driver, dialect, _WAIT_SO_LONG, {"waits": before})


def _wait_for(table: str, driver: Driver, dialect: Dialect, waits: str) -> None:
    """Wait until nobody has the table."""
    lock = f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE"
    try:
        send(driver, dialect, [("BEGIN", {}), (_WAIT_HERE, {"waits": waits}), (lock, {}), ("COMMIT", {})])
    except Exception:
        with suppress(*errors_of(dialect)):  # of a connection that is lost, which the first error tells
            run(driver, dialect, "ROLLBACK")
        raise
