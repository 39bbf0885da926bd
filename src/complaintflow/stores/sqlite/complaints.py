"""Complaints with their snapshots, their histories, and the ledger of all links.

The history is clustered by complaint, so that loading one complaint reads neighbouring pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from complaintflow.errors import Conflict, SetAside, UnreadableRecord
from complaintflow.insight.batches import Only, Sighting, is_apart, proposed_for
from complaintflow.plugins import Page, Query, Stored, reading
from complaintflow.record.complaint import Complaint, Entry, microseconds, moment
from complaintflow.record.facts import decode_facts, encode_facts
from complaintflow.record.history import Sealed
from complaintflow.record.matter import filed_under
from complaintflow.stores.sqlite.bodies import Bodies, Reading
from complaintflow.stores.sqlite.recorder import Recorder, is_text, named
from complaintflow.vocabulary import OPEN, State

_COLUMNS = {"order": "order_no"}
_SNAPSHOT = "SELECT number, id, version, received_at, link, state, clocks, facts, card FROM complaints"
_LOAD = f"{_SNAPSHOT} WHERE id = ?"
_BODY = "SELECT seq, at, by, kind, coalesce(data, x'7b7d') FROM events WHERE complaint = ? AND seq <= ? ORDER BY seq"
_HISTORY = (
    "SELECT seq, at, by, kind, events.state, changes, versions, salt, data, events.link, commitment "
    "FROM events JOIN complaints ON complaints.number = complaint WHERE id = ? ORDER BY seq"
)
_INSERT = (
    "INSERT INTO complaints (version, state, grade, team, owner, order_no, link, facts, card, "
    "id, customer, channel, received_at, type, area) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_UPDATE = (
    "UPDATE complaints SET version = ?, state = ?, grade = ?, team = ?, owner = ?, order_no = ?, "
    "link = ?, facts = ?, card = ? WHERE number = ? AND version = ?"
)
_EVENT = "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
_SIGHTING = "SELECT id, received_at, type, area, customer, state, incident, proposed, apart FROM complaints WHERE "
_RECEIVED = (
    _SIGHTING + "received_at BETWEEN ?1 AND ?2 AND ?3 IN ('', type) AND ?4 IN ('', area) ORDER BY received_at, number"
)
_ALIKE = _SIGHTING + "type = ? AND area = ? AND received_at BETWEEN ? AND ?"
_ONLY: dict[Only, str] = {"": "", "incident": " AND incident != ''", "proposed": " AND proposed != ''"}
_PLACE = (  # apart from the rest, so that the indexes are written only when it changes
    "UPDATE complaints SET type = ?1, area = ?2, incident = ?3, proposed = ?4, apart = ?5, awaiting = ?6 "
    "WHERE number = ?7 AND (type, area, incident, proposed, apart, awaiting) != (?1, ?2, ?3, ?4, ?5, ?6)"
)


_FILE_PAID = "INSERT OR IGNORE INTO paid VALUES (?, ?, ?)"
_FIND_PAID = (
    "SELECT id FROM paid CROSS JOIN complaints ON number = complaint WHERE paid.customer = ? AND paid.order_no = ? "
    "ORDER BY complaint"
)


class Complaints(Recorder):
    """The tables of complaints, histories and links."""

    def __init__(self, connection: sqlite3.Connection, reading: Reading) -> None:
        super().__init__(connection)
        self.bodies = Bodies(self, reading)
        self._numbers: dict[str, int] = {}

    def load(self, id: str) -> Stored | None:
        return next(map(self._read, self._rows(_LOAD, (id,))), None)

    def _read(self, row: tuple[Any, ...]) -> Stored:
        number, id, version, received_at, link, state, clocks, facts, card = row
        self._numbers[id] = number
        with reading("complaints", id):
            id.encode()  # raises for bytes that are no text
            known = decode_facts(facts)
            if known.state == State.NEW != state:
                raise ValueError("facts that say nothing")
            complaint = Complaint(id, version, known, self.bodies.later(number, version), card=card)
            return Stored(complaint, link, moment(received_at), clocks)

    def texts(self, number: int, version: int) -> tuple[Entry, ...]:
        """What the events of a complaint say, up to this version."""
        return tuple([Entry(*row) for row in self._rows(_BODY, (number, version))])

    def history(self, id: str) -> tuple[Sealed, ...]:
        return tuple([Sealed(*row) for row in self._rows(_HISTORY, (id,))])

    def find(self, query: Query) -> Page:
        where, values = _conditions(query)
        rows = self._rows(f"{_SNAPSHOT} WHERE {where} ORDER BY number LIMIT ?", (*values, query.limit + 1))
        shown = rows[: query.limit]
        complaints, unreadable = list[Complaint](), list[SetAside]()
        for row in shown:
            try:
                complaints.append(self._read(row).complaint)
            except UnreadableRecord as error:
                unreadable.append(error.record)
        return Page(tuple(complaints), shown[-1][0] if len(rows) > len(shown) else None, tuple(unreadable))

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        rows = self._rows(_RECEIVED, (microseconds(since), microseconds(until), type, area))
        return tuple(_sightings(rows))

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        ends, order = sorted((microseconds(at), microseconds(until))), "DESC" if until < at else "ASC"
        text = f"{_ALIKE}{_ONLY[only]} ORDER BY received_at {order}, number {order}"
        return _sightings(self._each(text, (type, area, *ends)))

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        found = (self._execute(_FIND_PAID, (customer, order)) for order in sorted(orders))
        return tuple(dict.fromkeys(id for rows in found for (id,) in rows))

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        complaint, facts = stored.complaint, stored.complaint.facts
        before = events[0].seq - 1
        columns: tuple[Any, ...] = (
            complaint.version,
            facts.state,
            facts.grade.value if facts.grade else None,  # exactly a str: anything else is adapted, slowly
            facts.team,
            facts.owner,
            facts.order,
            stored.link,
            encode_facts(facts),
            complaint.card,
        )
        number = self._update(complaint.id, before, columns) if before else self._insert(stored, columns)
        if number is None:
            raise Conflict(complaint.id, before, self._version(complaint.id))
        batch = (facts.incident, proposed_for(facts), is_apart(facts))
        self._execute(_PLACE, (facts.type, facts.area, *batch, bool(facts.signs), number))
        self._append(number, events)
        if facts.paid:
            self._many(_FILE_PAID, ((facts.customer, order, number) for order in filed_under(facts)))

    def _update(self, id: str, before: int, columns: tuple[Any, ...]) -> int | None:
        number = self._numbers.get(id)
        if number is None:
            row = self._execute(_LOAD, (id,)).fetchone()
            number = row[0] if row else None
        return number if self._execute(_UPDATE, (*columns, number, before)).rowcount else None

    def _insert(self, stored: Stored, columns: tuple[Any, ...]) -> int | None:
        complaint = stored.complaint
        if self._version(complaint.id):
            return None
        facts, received_at = complaint.facts, microseconds(stored.received_at)
        more = (complaint.id, facts.customer, facts.channel, received_at, facts.type, facts.area)
        return self._execute(_INSERT, (*columns, *more)).lastrowid

    def _version(self, id: str) -> int:
        row = self._execute("SELECT version FROM complaints WHERE id = ?", (id,)).fetchone()
        return int(row[0]) if row else 0

    def _append(self, number: int, events: Sequence[Sealed]) -> None:
        for one in events:
            head = (number, one.seq, one.at, one.by, one.kind, one.state, one.changes, one.versions)
            self._execute(_EVENT, (*head, one.salt, one.data, one.link, one.commitment))
            self._execute("INSERT INTO ledger (link) VALUES (?)", (one.link,))

    def links(self) -> Iterator[bytes]:
        return (link for (link,) in self._execute("SELECT link FROM ledger ORDER BY place"))

    def ids(self) -> Iterator[str]:
        return iter([named(id) for (id,) in self._rows("SELECT id FROM complaints ORDER BY number")])


def _sightings(rows: Iterable[tuple[Any, ...]]) -> Iterator[Sighting]:
    """What the rows show. One whose id or customer cannot be read shows nothing; a query names it."""
    for id, received_at, type, area, customer, state, incident, proposed, apart in rows:
        if is_text(id) and is_text(customer):
            yield Sighting(id, moment(received_at), type, area, customer, state, incident, proposed, bool(apart))


def _conditions(query: Query) -> tuple[str, list[Any]]:
    """The parts of a WHERE with their values; the names of columns are ours, never the caller's."""
    exact = query.exact()
    parts = ["number > ?", *(f"{_COLUMNS.get(name, name)} = ?" for name in exact)]
    values: list[Any] = [query.after, *exact.values()]
    if query.open is not None:
        states = sorted(map(str, OPEN))
        parts.append(f"state {'' if query.open else 'NOT '}IN ({','.join('?' * len(states))})")
        values += states
    if query.awaiting_reply is not None:
        parts.append("awaiting" if query.awaiting_reply else "NOT awaiting")
    if query.received_since is not None:
        parts.append("received_at >= ?")
        values.append(microseconds(query.received_since))
    return " AND ".join(parts), values
