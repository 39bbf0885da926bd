"""How a worker hears at once that letters have come: PostgreSQL rings a bell in all processes at the commit.

It is one connection more for the process, on which nothing else is asked: one of the threads that wait listens there
for all of them. Behind a pooler by transaction nobody hears it: then a worker looks again by its pace, as on a store
without a bell.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Condition, local
from time import monotonic, sleep
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
        self._begin_alone()

    def _begin_alone(self) -> None:
        self._changed = Condition()
        self._taken = False  # whether a thread listens for all
        self._rung = 0
        self._heard = local()  # of each thread: how often it had rung when it was told last

    def wait(self, seconds: float) -> bool:
        """Whether letters may have come, within so many seconds at most. The first time it says so at once."""
        if not self._dialect.listen:
            sleep(seconds)
            return False
        deadline = monotonic() + seconds
        if self._take(seconds):
            self._listen(deadline)
        return self._is_told()

    def close(self) -> None:
        """Listen no more."""
        with self._changed:
            self._changed.wait_for(lambda: not self._taken)
            self._hang_up()

    def leave_alone(self) -> None:
        """In the child of a fork the connection is its parent's."""
        inherited, self._listening = self._listening, None
        self._begin_alone()
        if inherited is not None:
            leave_alone(inherited)

    # ── one listens for all

    def _take(self, seconds: float) -> bool:
        """Whether this thread is to listen: not while another one does so, which may have heard the bell."""
        with self._changed:
            self._changed.wait_for(lambda: self._has_news() or not self._taken, seconds)
            mine = not self._has_news() and not self._taken
            self._taken = self._taken or mine
            return mine

    def _listen(self, deadline: float) -> None:
        rang = False
        try:
            rang = self._is_new() or self._rings(deadline - monotonic())
        except self._faults:
            self._hang_up()
            sleep(max(0.0, deadline - monotonic()))  # the server is gone: who waits next listens anew
        finally:
            with self._changed:
                self._taken, self._rung = False, self._rung + rang
                self._changed.notify_all()

    def _has_news(self) -> bool:
        """Whether it has rung since this thread was told. One that never asked has looked just now."""
        if not hasattr(self._heard, "rung"):
            self._heard.rung = self._rung
        return bool(self._heard.rung != self._rung)

    def _is_told(self) -> bool:
        with self._changed:
            news, self._heard.rung = self._has_news(), self._rung
            return news

    # ── the connection

    def _is_new(self) -> bool:
        """Begin to listen, if nobody did. What came before that is there without a bell."""
        if self._listening is not None:
            return False
        pooled = self._engine.raw_connection()
        self._listening = pooled.driver_connection
        pooled.detach()
        self._listening.execute(self._dialect.listen)
        return True

    def _rings(self, seconds: float) -> bool:
        return any(self._listening.notifies(timeout=max(0.0, seconds), stop_after=1))

    def _hang_up(self) -> None:
        listening, self._listening = self._listening, None
        if listening is not None:
            with suppress(*self._faults):
                listening.close()
