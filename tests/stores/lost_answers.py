"""Connections that break at the commit: before it reaches the server, or after it is done and before its answer comes.

A commit travels with the last statements, or alone where a hundred were written or nothing was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

BEFORE, AFTER = "before", "after"

Patch = Callable[[object, str, Any], None]


def break_at_commits(draw: Callable[[bool], str], patch: Patch = setattr) -> None:
    """From now on each commit of psycopg breaks as it is drawn: `BEFORE`, `AFTER`, or not at all (a blank text). It is
    drawn by whether the commit travels with what is written."""
    commit, execute, leave = psycopg.Connection.commit, psycopg.Cursor.execute, psycopg.Pipeline.__exit__
    lost = set[int]()

    def alone(self: Any) -> None:
        if self.info.transaction_status == TransactionStatus.IDLE:
            return
        drawn = draw(False)
        if drawn == BEFORE:
            _break(self)
        commit(self)
        if drawn == AFTER:
            _break(self)

    def with_others(self: Any, query: Any, *given: Any, **named: Any) -> Any:
        drawn = draw(True) if query == "COMMIT" else ""
        if drawn == BEFORE:
            _break(self.connection)
        if drawn == AFTER:
            lost.add(id(self.connection))
        return execute(self, query, *given, **named)

    def heard(self: Any, *error: Any) -> None:
        leave(self, *error)
        if id(self._conn) in lost:
            lost.discard(id(self._conn))
            _break(self._conn)

    patch(psycopg.Connection, "commit", alone)
    patch(psycopg.Cursor, "execute", with_others)
    patch(psycopg.Pipeline, "__exit__", heard)


def _break(connection: Any) -> None:
    connection.close()
    raise psycopg.OperationalError("server closed the connection unexpectedly")
