"""What the file is made of, against what we ship: pages, tables, indexes, triggers, and rows that belong together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from complaintflow.plugins import Flaw, Remembered
from complaintflow.plugins.private_file import mode_for_others
from complaintflow.plugins.sqlite_faults import meaning_of
from complaintflow.stores.schema_parts import meaning_of_missing
from complaintflow.stores.sqlite.conditions import SHIFT
from complaintflow.stores.sqlite.recorder import Recorder
from complaintflow.stores.sqlite.schema import APPLICATION_ID, read_schema, shipped_schema

MOST = 100
DATABASE = "database"
_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "complaints",
        "SELECT id FROM complaints LEFT JOIN checks ON complaint = number AND at = check_at "
        "WHERE check_at IS NOT NULL AND at IS NULL AND number NOT IN (SELECT complaint FROM claimed)",
        "the time of its next look stands in no schedule",
    ),
    (
        "checks",
        "SELECT id FROM checks JOIN complaints ON number = complaint WHERE at IS NOT check_at",
        "is scheduled for another time than it says itself",
    ),
    *(
        (
            table,
            f"SELECT complaint FROM {table} WHERE complaint NOT IN (SELECT number FROM complaints)",  # noqa: S608
            "belongs to no complaint",
        )
        for table in ("checks", "claimed", "events", "labels", "paid", "series")
    ),
    *(
        (
            table,
            f"SELECT {row} FROM {table} WHERE {row} >> {SHIFT} NOT IN (SELECT number FROM complaints)",  # noqa: S608
            "belongs to no complaint",
        )
        for table, row in (("words", "rowid"), ("fresh_words", "number"))
    ),
    (
        "paid",
        "SELECT id FROM paid JOIN complaints ON number = complaint "
        "WHERE paid.customer != complaints.customer OR json_valid(CAST(facts AS TEXT)) "
        "AND CASE WHEN json_valid(CAST(facts AS TEXT)) THEN json_type(CAST(facts AS TEXT), '$.paid') END IS NULL",
        "is filed as paid, which it was not, or not to this customer",
    ),
    *(
        (
            table,
            f"SELECT number FROM {table} WHERE CASE WHEN json_valid(CAST(message AS TEXT)) "  # noqa: S608
            "THEN key IS NOT json_extract(CAST(message AS TEXT), '$.key') END",
            "is filed under another key than its own",
        )
        for table in ("outbox", "dead_letters")
    ),
    ("dead_letters", "SELECT number FROM dead_letters JOIN outbox USING (number)", "waits as well, under one number"),
    (
        "outbox",
        "SELECT number FROM (SELECT number FROM outbox UNION ALL SELECT number FROM dead_letters) "
        "WHERE number > coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0)",
        "has a number that was not given yet",
    ),
    (
        "events",
        "SELECT count(*) FROM events HAVING count(*) != coalesce(max(place), 0) OR min(place) != 1",
        "has gaps: some were removed, or were never saved by a desk",
    ),
    (
        "events",
        "SELECT one.complaint FROM events one JOIN events next "
        "ON next.complaint = one.complaint AND next.seq = one.seq + 1 WHERE next.place < one.place",
        "stand in another order than they happened",
    ),
    (
        "complaints",
        "SELECT count(*) FROM complaints HAVING count(*) != coalesce(max(number), 0) OR min(number) != 1",
        "has gaps: complaints were removed",
    ),
    (
        "complaints",
        "SELECT complaints FROM received WHERE complaints IS NOT (SELECT coalesce(max(number), 0) FROM complaints)",
        "are fewer than came in: some were removed",
    ),
    ("told_time", "SELECT count(*) FROM told_time HAVING count(*) > 1", "has more than one row"),
)
"""Rows that no desk leaves so: the table, what to look for, and what is wrong with them."""


class Checks(Recorder):
    """What only the store can see of itself. It reads, and changes nothing."""

    def flaws(self) -> Iterator[Flaw]:
        """Everything that is not as we ship it, then everything that no desk leaves so."""
        try:
            yield from self._damage()
            yield from self._foreign_schema()
            for table, query, what in _ROWS:
                yield from (Flaw(table, what, str(row[0])) for row in self._rows(f"{query} LIMIT {MOST}"))
            yield from self._open_files()
        except sqlite3.DatabaseError as error:
            yield Flaw(DATABASE, meaning_of(error))

    def remembered(self) -> Iterator[tuple[str, Remembered]]:
        for key, *what in self._each("SELECT key, complaint, version, asked FROM keys"):
            yield key, Remembered(*what)

    def kept_policies(self) -> Iterator[str]:
        return (digest for (digest,) in self._each("SELECT digest FROM policies"))

    def _damage(self) -> Iterator[Flaw]:
        for (what,) in self._execute(f"PRAGMA integrity_check({MOST})"):
            if what != "ok":
                yield Flaw(DATABASE, what)
        for table, row, other, _ in self._execute("PRAGMA foreign_key_check"):
            yield Flaw(table, f"names what is not in {other}", "" if row is None else str(row))
        (owner,) = self._execute("PRAGMA application_id").fetchone()
        if owner != APPLICATION_ID:
            yield Flaw(DATABASE, "is not marked as ours")

    def _foreign_schema(self) -> Iterator[Flaw]:
        """What of the schema is missing, changed, or not ours."""
        shipped, found = shipped_schema(), read_schema(self._connection)
        for name in sorted({*shipped, *found}):
            if found.get(name) != shipped.get(name):
                what = "is missing" if name not in found else "is not ours" if name not in shipped else "was changed"
                more = meaning_of_missing(name[1]) if name not in found else ""
                yield Flaw(DATABASE, f"the {' '.join(name)} {what}{more}")

    def _open_files(self) -> Iterator[Flaw]:
        """That others may read it is said, and is no breach: a house may have meant it so."""
        for _, _, name in self._execute("PRAGMA database_list"):
            for path in map(Path, (name, f"{name}-wal", f"{name}-shm")):
                if name and path.exists() and (mode := mode_for_others(path)):
                    yield Flaw(DATABASE, f"{path.name} is open to others (mode {mode:04o})", harmless=True)
