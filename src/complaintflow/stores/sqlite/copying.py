"""All rows of a file, and a house that is copied into one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from complaintflow.errors import StoreError
from complaintflow.record.complaint import microseconds
from complaintflow.stores.copying import ANOTHER_WRITES, HALF, Counts, Part, Row
from complaintflow.stores.sqlite.conditions import LAST, SHIFT
from complaintflow.stores.sqlite.recorder import Recorder
from complaintflow.stores.sqlite.schema import MIGRATIONS

_NAME = "sqlite"
_LETTERS = (
    "SELECT number, audience, message, key, attempts, until, why, mending, leased, held FROM outbox UNION ALL "
    "SELECT number, audience, message, key, attempts, NULL, why, 0, 0, 0 FROM dead_letters ORDER BY number"
)
_WORDS = (
    f"SELECT rowid >> {SHIFT}, rowid & {LAST}, text FROM words "  # noqa: S608  # ours
    "WHERE rowid NOT IN (SELECT number FROM fresh_words) "
    f"UNION ALL SELECT number >> {SHIFT}, number & {LAST}, text FROM fresh_words"
)
_CHECKS = (
    "SELECT complaint, min(at), 0 FROM checks WHERE complaint NOT IN (SELECT complaint FROM claimed) "
    "GROUP BY complaint UNION ALL SELECT complaint, until, 1 FROM claimed"
)
_PUT_WORDS = f"INSERT INTO words (rowid, text) VALUES ((? << {SHIFT}) + ?, ?)"  # noqa: S608  # ours
_READ = {"letters": _LETTERS, "words": _WORDS, "checks": _CHECKS}
_WAIT = (
    "INSERT INTO outbox (number, audience, message, key, attempts, until, why, mending, leased, held) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_BURY = "INSERT INTO dead_letters (number, audience, message, key, attempts, why) VALUES (?, ?, ?, ?, ?, ?)"
_NUMBERED = (
    "SELECT (SELECT coalesce(max(place), 0) FROM events), (SELECT complaints FROM received), "
    "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'outbox'), 0)"
)
_HOUSE = ("complaints", "events", "outbox", "dead_letters", "keys")
"""Where one of these has a row, there is a house."""
_EMPTIED = (
    *_HOUSE,
    *("policies", "data_keys", "labels", "words", "fresh_words", "paid", "series", "series_hours", "sendings"),
    *("checks", "claimed", "told_time", "counted_days", "sheets", "tiles"),
)


class Copying(Recorder):
    """Gives and takes all rows."""

    def hold(self) -> None:
        """A transaction that writes is the only one."""

    def count_leases(self, now: datetime) -> int:
        [(count,)] = self._rows("SELECT count(*) FROM outbox WHERE leased AND until > ?", (microseconds(now),))
        return int(count)

    def numbered(self) -> Counts:
        [row] = self._rows(_NUMBERED)
        return Counts(*row)

    def rows_of(self, part: Part) -> Iterator[Row]:
        columns = ", ".join("NULL" if name in part.guessed else name for name in part.columns)
        default = f"SELECT {columns} FROM {part.name} ORDER BY {', '.join(part.key)}"  # noqa: S608  # ours
        return self._each(_READ.get(part.name, default))

    def is_begun(self) -> bool:
        [(version,)] = self._rows("PRAGMA user_version")
        return bool(version == HALF)

    def check_empty(self) -> None:
        if self.is_begun():
            self._check_unused()
            return
        for table in _HOUSE:
            if self._rows(f"SELECT 1 FROM {table} LIMIT 1"):  # noqa: S608  # ours
                raise StoreError(_NAME, f"it is not empty: there are {table} in it", "name an empty store")

    def begin_copy(self) -> None:
        self.check_empty()
        for table in _EMPTIED:
            self._execute(f"DELETE FROM {table}")  # noqa: S608  # ours
        self._number(Counts(0, 0, 0))
        self._execute(f"PRAGMA user_version = {HALF}")

    def put_rows(self, part: Part, rows: list[Row]) -> None:
        self._check_unused()
        if part.name == "letters":
            self._many(_WAIT, [row for row in rows if row[5] is not None])
            self._many(_BURY, [(*row[:5], row[6]) for row in rows if row[5] is None])
        elif part.name == "words":
            self._many(_PUT_WORDS, rows)
        elif part.name == "checks":
            self._put_checks(rows)
        elif part.name == "told_time":
            self._many("INSERT INTO told_time VALUES (1, ?, ?)", rows)
        else:
            self._put(part, rows)

    def _check_unused(self) -> None:
        """Until the end nothing has come in, as far as the file knows: else it came from a desk."""
        [(version, complaints)] = self._rows("SELECT user_version, complaints FROM pragma_user_version, received")
        if version != HALF or complaints:
            raise StoreError(_NAME, *ANOTHER_WRITES)

    def _put(self, part: Part, rows: list[Row]) -> None:
        kept = [place for place, name in enumerate(part.columns) if name not in part.guessed]
        names = ", ".join(part.columns[place] for place in kept)
        text = f"INSERT INTO {part.name} ({names}) VALUES ({', '.join('?' * len(kept))})"  # noqa: S608  # ours
        self._many(text, [tuple(row[place] for place in kept) for row in rows])

    def _put_checks(self, rows: list[Row]) -> None:
        waiting = [(at, complaint) for complaint, at, leased in rows if not leased]
        self._many("INSERT INTO checks VALUES (?, ?)", waiting)
        self._many("UPDATE complaints SET check_at = ? WHERE number = ?", waiting)
        self._many("INSERT INTO claimed VALUES (?, ?)", [(one, until) for one, until, leased in rows if leased])

    def end_copy(self, counts: Counts) -> None:
        self._check_unused()
        self._number(counts)
        self._execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _number(self, counts: Counts) -> None:
        self._execute("UPDATE received SET complaints = ?", (counts.complaints,))
        self._execute("DELETE FROM sqlite_sequence WHERE name = 'outbox'")
        self._execute("INSERT INTO sqlite_sequence VALUES ('outbox', ?)", (counts.letters,))
