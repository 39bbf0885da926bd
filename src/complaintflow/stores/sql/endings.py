"""An answer to a commit that was lost: the server is asked how the transaction ended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep

from complaintflow.errors import Overtaken, StoreError
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, run
from complaintflow.stores.sql.faults import fault_of, is_lost

PAUSE = 0.05
"""So long, in seconds, one waits before one asks a server again."""
_COMMITTED, _ABORTED = "committed", "aborted"


def settle(dialect: Dialect, patience: float, error: Exception, number: str, ask: Callable[[str], str]) -> None:
    """What it means that the commit of this transaction failed. Where the connection was lost, `ask` how it ended, as
    long as the patience lasts: raises nothing where it was committed, and `Overtaken` where nothing was saved.

    One without a number has written nothing, or is not ours to commit.
    """
    if not (number and is_lost(error)):
        raise fault_of(dialect.name, error) from None
    deadline = monotonic() + patience
    while monotonic() < deadline:
        ended = ""
        with suppress(StoreError):
            ended = ask(number)
        if ended == _COMMITTED:
            return
        if ended == _ABORTED:
            raise Overtaken(dialect.name, "the connection was lost, and nothing was saved", "try again")
        sleep(PAUSE)
    cause = "the connection was lost in the commit, and nobody answers whether it was saved"
    raise StoreError(dialect.name, cause, "ask again with the same key, or look at the complaint")


def ask_ending(driver: Driver, dialect: Dialect, number: str) -> str:
    """What the server says of the transaction of this number."""
    return str(run(driver, dialect, dialect.ended, {"number": number})[1][0][0])
