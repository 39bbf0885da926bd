"""Until where an index has learnt the archive: the cursor, what waits, and at which version each was learnt."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping

SCHEMA = """
CREATE TABLE learnt (ref TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE waiting (ref TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE cursor (at TEXT NOT NULL) STRICT;
"""


def load_cursor(connection: sqlite3.Connection) -> str:
    """The cursor that was kept last, or nothing."""
    row = connection.execute("SELECT at FROM cursor").fetchone()
    return row[0] if row else ""


def keep_cursor(connection: sqlite3.Connection, cursor: str) -> None:
    """The archive is learnt until here."""
    connection.execute("DELETE FROM cursor")
    connection.execute("INSERT INTO cursor VALUES (?)", (cursor,))


def load_waiting(connection: sqlite3.Connection) -> list[str]:
    """What is looked at the next time, though nothing may have happened to it."""
    return [ref for (ref,) in connection.execute("SELECT ref FROM waiting")]


def replace_waiting(connection: sqlite3.Connection, before: Iterable[str], now: Iterable[str]) -> None:
    """Those that waited before are done with, and these wait. What began to wait meanwhile stays."""
    connection.executemany("DELETE FROM waiting WHERE ref = ?", [(ref,) for ref in before])
    connection.executemany("INSERT OR IGNORE INTO waiting VALUES (?)", [(ref,) for ref in now])


def load_learnt(connection: sqlite3.Connection) -> dict[str, int]:
    """At which version each complaint of the archive was learnt, also where it had nothing to tell."""
    return dict(connection.execute("SELECT ref, version FROM learnt").fetchall())


def replace_learnt(connection: sqlite3.Connection, before: Collection[str] | None, versions: Mapping[str, int]) -> None:
    """Those are forgotten, all where it is None, and these were learnt at these versions."""
    if before is None:
        connection.execute("DELETE FROM learnt")
    else:
        connection.executemany("DELETE FROM learnt WHERE ref = ?", [(ref,) for ref in before])
    connection.executemany("INSERT OR REPLACE INTO learnt VALUES (?, ?)", versions.items())
