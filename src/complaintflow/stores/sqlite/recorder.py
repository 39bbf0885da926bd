"""What all recorders of the embedded store have: the connection of their transaction."""

from __future__ import annotations

import sqlite3


class Recorder:
    """Statements on one connection, within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        self._many = connection.executemany
