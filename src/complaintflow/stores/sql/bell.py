"""How a worker hears at once that letters have come: PostgreSQL rings a bell in all processes at the commit.

It is one connection more, on which nothing else is asked. Behind a pooler by transaction nobody hears it: then a worker
looks again by its pace, as on a store without a bell.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from time import sleep
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from complaintflow.plugins.forks import leave_alone
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import errors_of


class Bell:
    """Listens for the letters of all processes, from the first time that somebody waits."""

    def __init__(self, engine: Engine, dialect: Dialect) -> None:
        self._engine, self._dialect = engine, dialect
        self._faults: tuple[type[Exception], ...] = (*errors_of(dialect), SQLAlchemyError)
        self._listening: Any = None
        self._alone = Lock()

    def wait(self, seconds: float) -> bool:
        """Whether letters may have come, within so many seconds at most. The first time it says so at once."""
        if not self._dialect.listen:
            sleep(seconds)
            return False
        if not self._alone.acquire(timeout=seconds):
            return False
        try:
            return self._is_new() or self._rings(seconds)
        except self._faults:
            self._hang_up()
        finally:
            self._alone.release()
        sleep(seconds)  # the server is gone: who waits next listens anew
        return False

    def close(self) -> None:
        """Listen no more."""
        with self._alone:
            self._hang_up()

    def leave_alone(self) -> None:
        """In the child of a fork the connection is its parent's."""
        inherited, self._listening, self._alone = self._listening, None, Lock()
        if inherited is not None:
            leave_alone(inherited)

    def _is_new(self) -> bool:
        """Begin to listen, if nobody did. What came before that is there without a bell."""
        if self._listening is not None:
            return False
        pooled = self._engine.raw_connection()
        self._listening = pooled.driver_connection
        pooled.detach()
        self._listening.rollback()
        self._listening.autocommit = True
        self._listening.execute(self._dialect.listen)
        return True

    def _rings(self, seconds: float) -> bool:
        return any(self._listening.notifies(timeout=seconds, stop_after=1))

    def _hang_up(self) -> None:
        listening, self._listening = self._listening, None
        if listening is not None:
            with suppress(*self._faults):
                listening.close()
