"""Complaints with their snapshots and their histories.

The events stand in the order in which they were saved, which is the ledger: each is written behind the last one, and
pages are filled one after the other. An index finds those of a complaint.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from complaintflow.errors import Conflict, SetAside, UnreadableRecord
from complaintflow.insight.batches import Only, Sighting, is_apart, proposed_for
from complaintflow.plugins import Page, Query, Stored, reading
from complaintflow.record.card import decode_card, make_card
from complaintflow.record.complaint import Complaint, Entry, microseconds, moment
from complaintflow.record.facts import Facts, decode_facts, encode_facts
from complaintflow.record.history import Sealed
from complaintflow.record.matter import filed_under
from complaintflow.stores.sqlite.bodies import Bodies, Reading
from complaintflow.stores.sqlite.recorder import Recorder, is_text, named
from complaintflow.vocabulary import OPEN, State

_COLUMNS = {"order": "order_no"}
_RAREST = ("id", "customer", "owner", "team", "state")
"""Where several of these are asked for, only the index of the first is used: SQLite cannot know which finds fewest."""
_SNAPSHOT = "SELECT number, id, version, received_at, link, state, clocks, facts, card FROM complaints"
_LOAD = f"{_SNAPSHOT} WHERE id = ?"
_TEXTS = (
    "SELECT seq, at, by, kind, coalesce(data, x'7b7d') FROM events "
    "WHERE complaint = (SELECT number FROM complaints WHERE id = ?)"
)
_BODY = f"{_TEXTS} AND seq <= ? ORDER BY seq"
_TEXT = f"{_TEXTS} AND seq = ?"
_HISTORY = (
    "SELECT seq, at, by, kind, events.state, changes, versions, salt, data, events.link, commitment "
    "FROM events JOIN complaints ON complaints.number = complaint WHERE id = ? ORDER BY seq"
)
_INSERT = (
    "INSERT INTO complaints (version, grade, order_no, link, facts, card, state, team, owner, type, area, incident, "
    "proposed, apart, awaiting, id, customer, channel, received_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_UPDATE = (
    "UPDATE complaints SET version = ?, grade = ?, order_no = ?, link = ?, facts = ?, card = ?{} "
    "WHERE number = ? AND version = ?"
)
_PLACE = ("state", "team", "owner", "type", "area", "incident", "proposed", "apart", "awaiting")
"""The columns that indexes have. SQLite writes an index anew whose column is named, also where it stays as it is, so
only those that changed are named. That saved 1.7 of 8.8 pages a command."""
_EVENT = (
    "INSERT INTO events (complaint, seq, at, by, kind, state, changes, versions, salt, data, link, commitment) "
    "VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
)
_SIGHTING = "SELECT id, received_at, type, area, customer, state, incident, proposed, apart FROM complaints WHERE "
_RECEIVED = (
    _SIGHTING + "received_at BETWEEN ?1 AND ?2 AND ?3 IN ('', type) AND ?4 IN ('', area) ORDER BY received_at, number"
)
_ALIKE = _SIGHTING + "type = ? AND area = ? AND received_at BETWEEN ? AND ?"
_ONLY: dict[Only, str] = {"": "", "incident": " AND incident != ''", "proposed": " AND proposed != ''"}
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
        self._known: dict[str, tuple[int, tuple[object, ...]]] = {}

    def load(self, id: str) -> Stored | None:
        return next(map(self._read, self._rows(_LOAD, (id,))), None)

    def _read(self, row: tuple[Any, ...]) -> Stored:
        number, id, version, received_at, link, state, clocks, facts, card = row
        with reading("complaints", id):
            id.encode()  # raises for bytes that are no text
            known = decode_facts(facts)
            if known.state == State.NEW != state:
                raise ValueError("facts that say nothing")
            card = card or self._made_card(id, version)
            if card:
                decode_card(
                    card
                )  # about a microsecond: one that is damaged is set aside here, and holds up nobody later
            self._known[id] = number, _place(known)
            complaint = Complaint(id, version, known, self.bodies.later(id, version), card=card)
            return Stored(complaint, link, moment(received_at), clocks)

    def _made_card(self, id: str, version: int) -> bytes:
        """The card of one from whom it was taken by an erasure, or that a file of an older version brought."""
        try:
            return make_card(self.texts(id, version))
        except UnreadableRecord as error:
            raise UnreadableRecord.of("events", f"{id}#{error.key}", error.cause) from None

    def texts(self, id: str, version: int) -> tuple[Entry, ...]:
        """What the events of a complaint say, up to this version."""
        return tuple([Entry(*row) for row in self._rows(_BODY, (id, version))])

    def text(self, id: str, version: int) -> Entry:
        """What this event of a complaint says. Raises `UnreadableRecord` when it is not there."""
        for row in self._rows(_TEXT, (id, version)):
            return Entry(*row)
        raise UnreadableRecord.of("events", version, "it is not there")

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
            facts.grade.value if facts.grade else None,  # exactly a str: anything else is adapted, slowly
            facts.order,
            stored.link,
            encode_facts(facts),
            complaint.card,
        )
        number = self._update(stored, before, columns) if before else self._insert(stored, columns)
        if number is None:
            raise Conflict(complaint.id, before, self._version(complaint.id))
        self._known[complaint.id] = number, _place(facts)
        self._append(number, events)
        if facts.paid:
            self._many(_FILE_PAID, ((facts.customer, order, number) for order in filed_under(facts)))

    def _update(self, stored: Stored, before: int, columns: tuple[Any, ...]) -> int | None:
        id, place = stored.complaint.id, _place(stored.complaint.facts)
        if id not in self._known:
            self.load(id)
        number, former = self._known.get(id, (None, ()))
        moved = [(name, now) for name, now, then in zip(_PLACE, place, former, strict=False) if now != then]
        text = _UPDATE.format("".join([f", {name} = ?" for name, _ in moved]))
        values = (*columns, *[now for _, now in moved], number, before)
        return number if self._execute(text, values).rowcount else None

    def _insert(self, stored: Stored, columns: tuple[Any, ...]) -> int | None:
        complaint = stored.complaint
        if self._version(complaint.id):
            return None
        facts, received_at = complaint.facts, microseconds(stored.received_at)
        more = (complaint.id, facts.customer, facts.channel, received_at)
        self._execute("UPDATE received SET complaints = complaints + 1")
        return self._execute(_INSERT, (*columns, *_place(facts), *more)).lastrowid

    def _version(self, id: str) -> int:
        row = self._execute("SELECT version FROM complaints WHERE id = ?", (id,)).fetchone()
        return int(row[0]) if row else 0

    def _append(self, number: int, events: Sequence[Sealed]) -> None:
        for one in events:
            head = (number, one.seq, one.at, one.by, one.kind, one.state, one.changes, one.versions)
            self._execute(_EVENT, (*head, one.salt, one.data, one.link, one.commitment))

    def links(self) -> Iterator[bytes]:
        return (link for (link,) in self._execute("SELECT link FROM events ORDER BY place"))

    def ids(self) -> Iterator[str]:
        return iter([named(id) for (id,) in self._rows("SELECT id FROM complaints ORDER BY number")])


def _place(facts: Facts) -> tuple[object, ...]:
    """Where the indexes have a complaint."""
    batch = (facts.incident, proposed_for(facts), is_apart(facts), bool(facts.signs))
    return facts.state, facts.team, facts.owner, facts.type, facts.area, *batch


def _sightings(rows: Iterable[tuple[Any, ...]]) -> Iterator[Sighting]:
    """What the rows show. One whose id or customer cannot be read shows nothing; a query names it."""
    for id, received_at, type, area, customer, state, incident, proposed, apart in rows:
        if is_text(id) and is_text(customer):
            yield Sighting(id, moment(received_at), type, area, customer, state, incident, proposed, bool(apart))


def _conditions(query: Query) -> tuple[str, list[Any]]:
    """The parts of a WHERE with their values; the names of columns are ours, never the caller's."""
    exact = query.exact()
    indexed = next((name for name in _RAREST if name in exact), "")
    parts, values = ["number > ?"], list[Any]([query.after])
    for name, wanted in exact.items():
        parts.append(f"{'' if name == indexed else '+'}{_COLUMNS.get(name, name)} IN ({','.join('?' * len(wanted))})")
        values += sorted(wanted)
    parts += [f"{indexed} != ''"] if indexed in {"team", "owner"} and "" not in exact[indexed] else []  # partial index
    if query.open is not None:
        states = sorted(map(str, OPEN))
        parts.append(f"+state {'' if query.open else 'NOT '}IN ({','.join('?' * len(states))})")
        values += states
    if query.awaiting_reply is not None:
        parts.append("awaiting" if query.awaiting_reply else "NOT awaiting")
    if query.received_since is not None:
        parts.append("received_at >= ?")
        values.append(microseconds(query.received_since))
    return " AND ".join(parts), values
