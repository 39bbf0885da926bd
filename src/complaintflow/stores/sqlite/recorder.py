"""What all recorders of the embedded store have: the connection of their transaction, and rows that stay readable."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from complaintflow.record.facts import Facts


class Known(NamedTuple):
    """What a transaction knows of the row of a complaint: its number, the facts by which indexes have it, its next
    check, what is due for which clock, and until when it counts.
    """

    number: int
    facts: Facts
    check_at: int | None
    clocks: bytes
    due: tuple[int, str]
    counted_to: int


class Recorder:
    """Statements on one connection, within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._known: dict[str, Known] = {}
        self._execute = connection.execute
        self._many = connection.executemany
        self._connection = connection

    def _rows(self, text: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows. Where one has a text that is no UTF-8, all come with such bytes escaped, so that it has a name."""
        try:
            return self._execute(text, values).fetchall()  # row by row took 0.1 µs more for each
        except sqlite3.OperationalError as error:
            if not _is_no_text(error):
                raise
            return self._escaped_rows(text, values)

    def _each(self, text: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows, as far as somebody reads them."""
        read = 0
        try:
            for row in self._execute(text, values):
                yield row
                read += 1
        except sqlite3.OperationalError as error:
            if not _is_no_text(error):
                raise
            yield from self._escaped_rows(text, values)[read:]

    def _escaped_rows(self, text: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        self._connection.text_factory = _escape
        try:
            return self._execute(text, values).fetchall()
        finally:
            self._connection.text_factory = str


def _is_no_text(error: sqlite3.OperationalError) -> bool:
    return "decode to UTF-8" in str(error)


def _escape(text: bytes) -> str:
    return text.decode(errors="surrogateescape")
