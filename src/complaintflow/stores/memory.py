"""A store in memory: for tests and for trying things out. It forgets everything with the process."""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from heapq import merge
from itertools import islice
from threading import RLock

import attrs

from complaintflow.errors import Conflict, SetAside, StoreError, UnreadableRecord
from complaintflow.insight.batches import AlikeIndex, Only, Sighting
from complaintflow.plugins import Flaw, Message, OutboxEntry, Page, Query, Remembered, Stored, ToldTime
from complaintflow.record.complaint import AT_ONCE, Complaint
from complaintflow.record.history import Sealed
from complaintflow.record.matter import filed_under
from complaintflow.vocabulary import OPEN

_DAY = timedelta(days=1)
_PATIENCE = 10.0
"""So long, in seconds, `close` waits for the transaction that is open."""


def _sighting(stored: Stored) -> Sighting:
    return Sighting.of(stored.complaint.id, stored.received_at, stored.complaint.facts)


class _Tables:
    """All that is kept."""

    def __init__(self) -> None:
        self.complaints: dict[str, Stored] = {}
        self.histories: dict[str, tuple[Sealed, ...]] = {}
        self.outbox: dict[int, OutboxEntry | None] = {}  # None: removed
        self.sent: dict[str, tuple[datetime, ...]] = {}
        self.keys: dict[str, Remembered] = {}
        self.checks: dict[str, datetime | None] = {}
        self.policies: dict[str, bytes] = {}
        self.paid: dict[tuple[str, str], frozenset[str]] = {}
        self.leased: dict[int, bool] = {}
        self.claimed: dict[str, bool] = {}
        self.told: ToldTime | None = None
        self.links: list[bytes] = []
        self.damaged: set[tuple[str, str]] = set()
        self.alike = AlikeIndex()


class MemoryStore:
    """Keeps everything in dictionaries. One transaction at a time; a failed one leaves no trace.

    A child of a fork gets a `StoreError`: what it did to its copy would be lost.
    """

    def __init__(self) -> None:
        self._process = os.getpid()
        self._lock = RLock()
        self._open = True
        self._tables = _Tables()

    @contextmanager
    def reading(self) -> Generator[_Session, None, None]:
        """A transaction that only reads."""
        with self._alone():
            yield self._session()

    @contextmanager
    def writing(self) -> Generator[_Session, None, None]:
        """A transaction whose changes are kept when its block ends without an exception."""
        with self._alone():
            session = self._session()
            yield session
            session.keep(self._tables)

    def damage(self, table: str, key: str) -> None:
        """From now on this record (of `complaints`, `outbox`, `policies`) cannot be read, so that tests can try it."""
        self._tables.damaged.add((table, key))

    def mend(self) -> None:
        """Whatever was damaged can be read again."""
        self._tables.damaged.clear()

    def close(self) -> None:
        """Refuse new work, and let the transaction end that is open."""
        self._open = False
        if self._process == os.getpid() and self._lock.acquire(timeout=_PATIENCE):
            self._lock.release()

    def _alone(self) -> RLock:
        if self._process != os.getpid():  # where the lock may stay locked for ever
            raise StoreError("memory", "it belongs to the parent of this process", "open a desk after the fork")
        return self._lock

    def _session(self) -> _Session:
        if not self._open:
            raise StoreError("memory", "the store is closed", "open the desk again")
        return _Session(self._tables)


class _Session:
    """Reads through to the tables and keeps its own changes beside them."""

    def __init__(self, tables: _Tables) -> None:
        self.complaints: ChainMap[str, Stored] = ChainMap({}, tables.complaints)
        self.histories: ChainMap[str, tuple[Sealed, ...]] = ChainMap({}, tables.histories)
        self.outbox: ChainMap[int, OutboxEntry | None] = ChainMap({}, tables.outbox)
        self.sent: ChainMap[str, tuple[datetime, ...]] = ChainMap({}, tables.sent)
        self.keys: ChainMap[str, Remembered] = ChainMap({}, tables.keys)
        self.checks: ChainMap[str, datetime | None] = ChainMap({}, tables.checks)
        self.policies: ChainMap[str, bytes] = ChainMap({}, tables.policies)
        self.paid: ChainMap[tuple[str, str], frozenset[str]] = ChainMap({}, tables.paid)
        self.leased: ChainMap[int, bool] = ChainMap({}, tables.leased)
        self.claimed: ChainMap[str, bool] = ChainMap({}, tables.claimed)
        self.told = tables.told
        self.added: list[bytes] = []
        self._links = tables.links
        self._damaged = tables.damaged
        self._numbered = len(tables.outbox)
        self._alike = tables.alike

    def keep(self, tables: _Tables) -> None:
        """What changed here is kept there."""
        for id, stored in self.complaints.maps[0].items():
            before = tables.complaints.get(id)
            tables.alike.put(_sighting(stored), _sighting(before) if before else None)
        tables.complaints.update(self.complaints.maps[0])
        tables.histories.update(self.histories.maps[0])
        tables.outbox.update(self.outbox.maps[0])
        tables.sent.update(self.sent.maps[0])
        tables.keys.update(self.keys.maps[0])
        tables.checks.update(self.checks.maps[0])
        tables.policies.update(self.policies.maps[0])
        tables.paid.update(self.paid.maps[0])
        tables.leased.update(self.leased.maps[0])
        tables.claimed.update(self.claimed.maps[0])
        tables.told = self.told
        tables.links.extend(self.added)

    # ── complaints and their histories

    def load(self, id: str) -> Stored | None:
        self._read("complaints", id)
        return self.complaints.get(id)

    def _read(self, table: str, key: object) -> None:
        """Raises `UnreadableRecord` for what is damaged."""
        if (table, str(key)) in self._damaged:
            raise UnreadableRecord.of(table, key, "it is damaged")

    def history(self, id: str) -> tuple[Sealed, ...]:
        return self.histories.get(id, ())

    def find(self, query: Query) -> Page:
        numbered = enumerate(self.ids(), 1)
        fitting = ((number, id) for number, id in numbered if number > query.after and self._fits(id, query))
        found = list(islice(fitting, query.limit + 1))
        shown = found[: query.limit]
        complaints, unreadable = list[Complaint](), list[SetAside]()
        for _, id in shown:
            try:
                self._read("complaints", id)
                complaints.append(self.complaints[id].complaint)
            except UnreadableRecord as error:
                unreadable.append(error.record)
        return Page(tuple(complaints), shown[-1][0] if len(found) > len(shown) else None, tuple(unreadable))

    def _fits(self, id: str, query: Query) -> bool:
        stored = self.complaints[id]
        facts = stored.complaint.facts
        since = query.received_since
        wanted = query.exact()
        return (
            wanted.pop("id", id) == id
            and all(getattr(facts, name) == value for name, value in wanted.items())
            and (query.open is None or query.open == (facts.state in OPEN))
            and (query.awaiting_reply is None or query.awaiting_reply == bool(facts.signs))
            and (since is None or stored.received_at >= since)
        )

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        seen = (_sighting(one) for one in self.complaints.values() if since <= one.received_at <= until)
        return tuple(one for one in seen if type in {"", one.type} and area in {"", one.area})

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        changed, mine = self.complaints.maps[0], AlikeIndex()
        for one in changed.values():
            mine.put(_sighting(one))
        kept = (place for place in self._alike.read(type, area, at, until, only) if place[1] not in changed)
        places = merge(kept, mine.read(type, area, at, until, only), reverse=until < at)
        return (_sighting(self.complaints[id]) for _, id in places)

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        found = (self.paid.get((customer, order), frozenset()) for order in orders)
        return tuple(sorted(frozenset[str]().union(*found)))

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        complaint = stored.complaint
        there = self.histories.get(complaint.id, ())
        if len(there) != events[0].seq - 1:
            raise Conflict(complaint.id, events[0].seq - 1, len(there))
        self.complaints[complaint.id] = stored
        self.histories[complaint.id] = (*there, *events)
        self.added.extend(event.link for event in events)
        facts = complaint.facts
        for order in filed_under(facts) if facts.paid else ():
            key = (facts.customer, order)
            self.paid[key] = self.paid.get(key, frozenset()) | {complaint.id}

    def links(self) -> Iterator[bytes]:
        return iter((*self._links, *self.added))

    def ids(self) -> Iterator[str]:
        fresh = [id for id in self.complaints.maps[0] if id not in self.complaints.maps[1]]
        return iter((*self.complaints.maps[1], *fresh))

    # ── the outbox

    def enqueue(self, message: Message) -> None:
        self._numbered += 1
        self.outbox[self._numbered] = OutboxEntry(self._numbered, message)

    def claim(self, limit: int, now: datetime, until: datetime, after: int = 0) -> tuple[OutboxEntry, ...]:
        free = (one for one in self._entries(after) if one.until is not None and one.until <= now)
        found = list[OutboxEntry]()
        for entry in islice(free, limit):
            try:
                self._read("outbox", entry.number)
            except UnreadableRecord:
                if not found:
                    raise
                break
            found.append(entry)
            self.outbox[entry.number] = attrs.evolve(entry, attempts=entry.attempts + 1, until=until)
            self.leased[entry.number] = True
        return tuple(found)

    def reschedule(self, entry: OutboxEntry) -> None:
        if self.outbox.get(entry.number) is not None:
            self.outbox[entry.number] = entry
            self.leased[entry.number] = False

    def remove(self, number: int) -> None:
        self.outbox[number] = None

    def waiting(self) -> int:
        return sum(not entry.dead for entry in self._entries())

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        found = (one for one in self._entries(after) if one.dead == dead and not self._letter_fault(one))
        return tuple(islice(found, limit))

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        return tuple(fault for one in self._entries() if (fault := self._letter_fault(one)))

    def _letter_fault(self, entry: OutboxEntry) -> SetAside | None:
        try:
            self._read("outbox", entry.number)
        except UnreadableRecord as error:
            return attrs.evolve(error.record, about=entry.message.key)
        return None

    def find_message(self, key: str) -> OutboxEntry | None:
        found = (one for one in self._entries() if one.message.key == key and not self._letter_fault(one))
        return next(found, None)

    def _entries(self, after: int = 0) -> Iterator[OutboxEntry]:
        numbers = range(after + 1, self._numbered + 1)
        return (one for number in numbers if (one := self.outbox.get(number)) is not None)

    def note_sending(self, recipient: str, at: datetime) -> None:
        self.sent[recipient] = (*self.sendings(recipient, at - _DAY), at)

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        return tuple(sorted(at for at in self.sent.get(recipient, ()) if at > since))

    # ── the schedule

    def schedule(self, id: str, when: datetime | None, clocks: bytes = b"") -> None:
        stored = self.complaints[id]
        if stored.clocks != clocks:
            self.complaints[id] = attrs.evolve(stored, clocks=clocks)
        self.checks[id] = when
        self.claimed[id] = False

    def due(self, limit: int, now: datetime, until: datetime) -> tuple[str, ...]:
        found = tuple(id for when, id in self.next_checks(limit) if when <= now)
        for id in found:
            self.checks[id] = until
            self.claimed[id] = True
        return found

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple(sorted((when, id) for id, when in self.checks.items() if when is not None)[:limit])

    def told_time(self) -> ToldTime | None:
        return self.told

    def tell_time(self, told: ToldTime) -> None:
        self.told = told

    def recall(self, leases: datetime, waits: datetime) -> None:
        for entry in self._entries():
            longest = leases if self.leased.get(entry.number) else waits
            if entry.until is not None and entry.until > longest:
                self.reschedule(attrs.evolve(entry, until=AT_ONCE))
        for when, id in self.next_checks(len(self.checks)):
            if when > (leases if self.claimed.get(id) else waits):
                self.schedule(id, AT_ONCE)

    # ── keys and policies

    def remember(self, key: str, what: Remembered) -> None:
        if key in self.keys:
            raise StoreError("memory", "a key is remembered already", "read what it stands for")
        self.keys[key] = what

    def result_for_key(self, key: str) -> Remembered | None:
        return self.keys.get(key)

    def keep_policy(self, digest: str, document: bytes) -> None:
        self.policies.setdefault(digest, document)

    def policy(self, digest: str) -> bytes | None:
        self._read("policies", digest)
        return self.policies.get(digest)

    # ── what a check of everything reads

    def flaws(self) -> Iterator[Flaw]:
        return iter(())

    def remembered(self) -> Iterator[tuple[str, Remembered]]:
        return iter(self.keys.items())

    def kept_policies(self) -> Iterator[str]:
        return iter(self.policies)
