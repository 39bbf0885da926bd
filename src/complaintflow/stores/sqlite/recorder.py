"""What all recorders of the embedded store have: the connection of their transaction, and rows that stay readable."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from complaintflow.record.complaint import AT_ONCE, moment

_LATEST = datetime.max.replace(tzinfo=UTC)


class Recorder:
    """Statements on one connection, within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        self._many = connection.executemany
        self._connection = connection

    def _rows(self, text: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows. Where one has a text that is no UTF-8, all come with such bytes escaped, so that it has a name."""
        try:
            return self._execute(text, values).fetchall()
        except sqlite3.OperationalError as error:
            if "decode to UTF-8" not in str(error):
                raise
        self._connection.text_factory = _escaped
        try:
            return self._execute(text, values).fetchall()
        finally:
            self._connection.text_factory = str


def _escaped(text: bytes) -> str:
    return text.decode(errors="surrogateescape")


def clamped_moment(at: int) -> datetime:
    """A time that is stored, or the earliest or latest one where no time is stored so."""
    try:
        return max(moment(at), AT_ONCE)
    except OverflowError:
        return _LATEST if at > 0 else AT_ONCE
