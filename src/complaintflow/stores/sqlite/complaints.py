"""Complaints with their snapshots and their histories.

The events stand in the order in which they were saved, which is the ledger: each is written behind the last one, and
pages are filled one after the other. An index finds those of a complaint.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from complaintflow.errors import Conflict, UnreadableRecord
from complaintflow.insight.batches import Only, Sighting
from complaintflow.plugins import Counted, Page, Query, Stored, reading
from complaintflow.plugins.paging import sheet_of
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.record.complaint import Entry, microseconds
from complaintflow.record.facts import LATEST_FACTS, decode_facts
from complaintflow.record.history import Sealed
from complaintflow.record.matter import filed_under
from complaintflow.record.searched import NOTHING_NEW, Searched
from complaintflow.stores.bodies import Bodies, Reading
from complaintflow.stores.columns import (
    COUNTED,
    DAY,
    ONLY,
    PLACE,
    SEALED,
    SIGHTING,
    SNAPSHOT,
    Snapshot,
    counted_days,
    counted_to,
    named,
    place_of,
    sightings,
)
from complaintflow.stores.sqlite.conditions import LAST, SHIFT
from complaintflow.stores.sqlite.lists import Lists
from complaintflow.stores.sqlite.recorder import Known
from complaintflow.stores.sqlite.sheets import Sheets

_SNAPSHOT = f"SELECT number, check_at, {SNAPSHOT} FROM complaints"  # noqa: S608  # ours
_LOAD = f"{_SNAPSHOT} WHERE id = ?"
_TEXTS = (
    "SELECT seq, at, by, kind, coalesce(data, x'7b7d') FROM events "
    "WHERE complaint = (SELECT number FROM complaints WHERE id = ?)"
)
_BODY = f"{_TEXTS} AND seq <= ? ORDER BY seq"
_TEXT = f"{_TEXTS} AND seq = ?"
_HISTORY = (
    f"SELECT {SEALED} FROM events WHERE complaint = (SELECT number FROM complaints WHERE id = ?) "  # noqa: S608  # ours
    "AND seq > ? ORDER BY seq LIMIT ?"
)
_INSERT = (
    "INSERT INTO complaints (version, link, facts, card, clocks, counted, state, team, owner, type, area, order_no, "
    "incident, proposed, apart, rank, ended, waits_since, closed_at, id, customer, channel, received_at, counted_to) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_UPDATE = (
    "UPDATE complaints SET version = ?, link = ?, facts = ?, card = ?, clocks = ?, counted = ?{} "
    "WHERE number = ? AND version = ?"
)
_PLACES = f"SELECT id, facts, {', '.join(PLACE)} FROM complaints"  # noqa: S608  # ours
_NUMBER = "(SELECT number FROM complaints WHERE id = ?1)"
_OWN = f"BETWEEN {_NUMBER} << {SHIFT} AND ({_NUMBER} << {SHIFT}) + {LAST}"
_WORDS = (
    f"SELECT rowid, text FROM words WHERE rowid {_OWN} "  # noqa: S608
    f"UNION ALL SELECT number, text FROM fresh_words WHERE number {_OWN}"
)
_FRESH = 64
"""So many rows of words wait for the index, and are looked through by each search. What is written to it at once takes
5 pages a row, and 1 of 10 pages that a command writes in the mean: a row for each segment, its directory and merges."""
_FILE_WORDS = (
    "INSERT OR REPLACE INTO words (rowid, text) SELECT number, text FROM fresh_words",
    "DELETE FROM fresh_words",
)
_LABELS = f"SELECT name, value FROM labels WHERE complaint = {_NUMBER}"  # noqa: S608
_EVENT = f"INSERT INTO events (complaint, {SEALED}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608
_SIGHTING = f"SELECT {SIGHTING} FROM complaints WHERE "  # noqa: S608  # ours
_RECEIVED = (
    _SIGHTING + "received_at BETWEEN ?1 AND ?2 AND ?3 IN ('', type) AND ?4 IN ('', area) ORDER BY received_at, number"
)
_COUNTED = f"SELECT {COUNTED} FROM complaints WHERE counted_to >= ? AND received_at < ?"  # noqa: S608  # ours
_ALIKE = _SIGHTING + "type = ? AND area = ? AND received_at BETWEEN ? AND ?"
_FILE_PAID = "INSERT OR IGNORE INTO paid VALUES (?, ?, ?)"
_FIND_PAID = (
    "SELECT id FROM paid CROSS JOIN complaints ON number = complaint WHERE paid.customer = ? AND paid.order_no = ? "
    "ORDER BY complaint"
)


class Complaints(Lists, Sheets):
    """The tables of complaints, histories and links."""

    texts_of_history = True
    """Texts are read from the rows of the events."""

    def __init__(self, connection: sqlite3.Connection, reading: Reading) -> None:
        super().__init__(connection)
        self.bodies = Bodies(self, reading)

    def load(self, id: str) -> Stored | None:
        return next(map(self._read, self._rows(_LOAD, (id,))), None)

    def _read(self, row: tuple[Any, ...]) -> Stored:
        number, check_at, *values = row
        snapshot = Snapshot(*values)
        with reading("complaints", snapshot.id):
            stored = snapshot.read(self, self.bodies)
            facts, due = stored.complaint.facts, (snapshot.due, snapshot.due_for)
            self._known[snapshot.id] = Known(number, facts, check_at, snapshot.clocks, due, snapshot.counted_to)
            return stored

    def texts(self, id: str, version: int) -> tuple[Entry, ...]:
        """What the events of a complaint say, up to this version."""
        return tuple([Entry(*row) for row in self._rows(_BODY, (id, version))])

    def text(self, id: str, version: int) -> Entry:
        """What this event of a complaint says. Raises `UnreadableRecord` when it is not there."""
        for row in self._rows(_TEXT, (id, version)):
            return Entry(*row)
        raise UnreadableRecord.of("events", version, "it is not there")

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return tuple([Sealed(*row) for row in self._rows(_HISTORY, (id, after, -1 if limit is None else limit))])

    def find(self, query: Query) -> Page:
        sheet = sheet_of(query, lambda start, down, limit: self.walk(query, start, limit, down=down))
        numbers = [place[-1] for place in sheet.places]
        found = self._rows(f"{_SNAPSHOT} WHERE number IN ({', '.join('?' * len(numbers))})", numbers)
        rows = {row[0]: row for row in found}
        return sheet.read(lambda number: self._read(rows[number]).complaint)

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        rows = self._rows(_RECEIVED, (microseconds(since), microseconds(until), type, area))
        return tuple(sightings(rows, self.load))

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        ends, order = sorted((microseconds(at), microseconds(until))), "DESC" if until < at else "ASC"
        text = f"{_ALIKE}{ONLY[only]} ORDER BY received_at {order}, number {order}"
        return sightings(self._each(text, (type, area, *ends)), self.load)

    def counted(self, since: datetime, until: datetime) -> Iterator[Counted]:
        rows = self._each(_COUNTED, (microseconds(since), microseconds(until)))
        return (Counted(named(id), *kept) for id, *kept in rows)

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        found = (self._execute(_FIND_PAID, (customer, order)) for order in sorted(orders))
        return tuple(dict.fromkeys(id for rows in found for (id,) in rows))

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        complaint, facts = stored.complaint, stored.complaint.facts
        before = events[0].seq - 1
        columns: tuple[Any, ...] = (
            complaint.version,
            stored.link,
            LATEST_FACTS.write(complaint.id, facts),
            complaint.card,
            stored.clocks,
            stored.counted,
        )
        then = self._known_of(complaint.id) if before else None
        known = self._update(stored, before, columns, then) if before else self._insert(stored, columns)
        if known is None:
            raise Conflict(complaint.id, before, self._version(complaint.id))
        self._known[complaint.id] = known
        if days := counted_days(known.counted_to, then.counted_to if then else known.counted_to):
            self._take_sheets(days, events[-1].at // DAY)
        self._append(known.number, events)
        if stored.searched is not NOTHING_NEW:
            self._keep_searched(known.number, stored.searched, before)
        if facts.paid:
            self._many(_FILE_PAID, ((facts.customer, order, known.number) for order in filed_under(facts)))

    def _known_of(self, id: str) -> Known | None:
        if id not in self._known:
            self.load(id)
        return self._known.get(id)

    def _update(self, stored: Stored, before: int, columns: tuple[Any, ...], known: Known | None) -> Known | None:
        if known is None:
            return None
        facts = stored.complaint.facts
        # SQLite writes an index anew whose column is named, also where it stays as it is, so only those that changed
        # are named. That saved 1.7 of 8.8 pages a command.
        names = zip(PLACE, place_of(facts), place_of(known.facts), strict=True)
        moved: list[tuple[str, object]] = [(name, now) for name, now, then in names if now != then]
        until = counted_to(stored)
        moved += [("counted_to", until)] if until != known.counted_to else []
        text = _UPDATE.format("".join([f", {name} = ?" for name, _ in moved]))
        values = (*columns, *[now for _, now in moved], known.number, before)
        if not self._execute(text, values).rowcount:
            return None
        return known._replace(facts=facts, clocks=stored.clocks, counted_to=until)

    def _insert(self, stored: Stored, columns: tuple[Any, ...]) -> Known | None:
        complaint = stored.complaint
        if self._version(complaint.id):
            return None
        facts, received_at = complaint.facts, microseconds(stored.received_at)
        until = counted_to(stored)
        more = (complaint.id, facts.customer, facts.channel, received_at, until)
        self._execute("UPDATE received SET complaints = complaints + 1")
        number = self._execute(_INSERT, (*columns, *place_of(facts), *more)).lastrowid
        return None if number is None else Known(number, facts, None, stored.clocks, (NEVER, ""), until)

    def _version(self, id: str) -> int:
        row = self._execute("SELECT version FROM complaints WHERE id = ?", (id,)).fetchone()
        return int(row[0]) if row else 0

    def _append(self, number: int, events: Sequence[Sealed]) -> None:
        for one in events:
            self._execute(_EVENT, (number, *msgspec.structs.astuple(one)))

    def _keep_searched(self, number: int, news: Searched, before: int) -> None:
        """The words are written when words come, and the labels when one of them may be another. Those of events behind
        the version `before` are not there yet."""
        for place, words in news.indexed.items():
            row = (number << SHIFT) + place
            if before and not before < place:
                self._execute("DELETE FROM words WHERE rowid = ?", (row,))
                self._execute("DELETE FROM fresh_words WHERE number = ?", (row,))
            if words:
                self._execute("INSERT OR REPLACE INTO fresh_words VALUES (?, ?)", (row, words))
        if news.words and self._execute("SELECT count(*) FROM fresh_words").fetchone()[0] >= _FRESH:
            self._file_words()
        if news.labels is not None:
            self._execute("DELETE FROM labels WHERE complaint = ?", (number,))
            self._many("INSERT INTO labels VALUES (?, ?, ?)", ((number, *one) for one in news.labels.items()))

    def _file_words(self) -> None:
        """Put the words that wait into the index."""
        for text in _FILE_WORDS:
            self._execute(text)

    def searched(self, id: str) -> Searched:
        words = {row & LAST: text for row, text in self._rows(_WORDS, (id,))}
        return Searched(words, dict(self._rows(_LABELS, (id,))))

    def misplaced(self) -> Iterator[tuple[str, str]]:
        """What the indexes have otherwise than the facts: the id, and the name of the column."""
        for id, facts, *columns in self._each(_PLACES):
            try:
                with reading("complaints", id):
                    place = place_of(decode_facts(facts))
            except UnreadableRecord:
                continue  # it is told by itself
            yield from ((named(id), name) for name, kept, is_ in zip(PLACE, columns, place, strict=True) if kept != is_)

    def links(self, after: int = 0) -> Iterator[bytes]:
        return (link for (link,) in self._execute("SELECT link FROM events WHERE place > ? ORDER BY place", (after,)))

    def ids(self) -> Iterator[str]:
        return iter([named(id) for (id,) in self._rows("SELECT id FROM complaints ORDER BY number")])
