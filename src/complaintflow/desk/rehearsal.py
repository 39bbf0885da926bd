"""A rehearsal of a tick or an import: what it would write is kept here, so that nobody who writes waits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from heapq import heapify, heappop, heappush, merge
from typing import Any, cast

import attrs

from complaintflow.insight.batches import AlikeIndex, Only, Sighting
from complaintflow.insight.spikes import hour_of
from complaintflow.plugins import Message, OutboxEntry, Page, Query, Remembered, Session, Shard, Store, Stored
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import Sealed
from complaintflow.record.matter import filed_under
from complaintflow.stores.memory_lists import Wanted

_PAGE = 1000
_AT_ONE_INSTANT = 1_000_000
"""More than come in at one instant."""


def _sighting(stored: Stored) -> Sighting:
    return Sighting.of(stored.complaint.id, stored.received_at, stored.complaint.facts)


class Rehearsal:
    """A session that reads the store in short transactions and sees its own writes, which nobody else does.

    It has what a tick and what comes in need. What others write meanwhile, it sees where it changed nothing itself.
    """

    def __init__(self, store: Store, now: datetime) -> None:
        self._store = store
        self._stored: dict[str, Stored] = {}
        self._clocks: dict[str, bytes] = {}
        self._events: dict[str, tuple[Sealed, ...]] = {}
        self._alike = AlikeIndex()
        self._sighted: dict[str, Sighting] = {}
        self._new: dict[str, None] = {}
        self._keys: dict[str, Remembered] = {}
        self._filed: dict[str, dict[str, datetime]] = {}
        self._by_hour: dict[str, Counter[int]] = {}
        with store.reading() as session:
            self._checks: dict[str, datetime | None] = {id: when for when, id in _due(session, now)}
        self._turns = {id: turn for turn, id in enumerate(self._checks)}
        self._waiting = [(when, self._turns[id], id) for id, when in self._checks.items() if when]
        heapify(self._waiting)
        self._session: Any = None

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """The rehearsal over a transaction of the store that only reads."""
        with self._store.reading() as self._session:
            yield cast(Session, self)

    def __getattr__(self, name: str) -> Any:
        """What it does not know, the store's session answers."""
        return getattr(self._session, name)

    # ── complaints

    def load(self, id: str) -> Stored | None:
        stored: Stored | None = self._stored.get(id) or self._session.load(id)
        return attrs.evolve(stored, clocks=self._clocks[id]) if stored and id in self._clocks else stored

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        """That of the store up to the first event that happened here, and what happened here."""
        own = self._events.get(id, ())
        theirs: tuple[Sealed, ...] = self._session.history(id, after, limit)
        if not own:
            return theirs
        first = own[0].seq
        both = (*[one for one in theirs if one.seq < first], *[one for one in own if one.seq > after])
        return both[:limit]

    def find(self, query: Query) -> Page:
        """What fits in the store, as it stands here."""
        page: Page = self._session.find(query)
        own = (self._stored.get(one.id) for one in page.complaints)
        changed = zip(own, page.complaints, strict=True)
        there = [mine.complaint if mine else one for mine, one in changed]
        return attrs.evolve(page, complaints=(*there, *(self._find_new(query) if page.next is None else ())))

    def _find_new(self, query: Query) -> Iterator[Complaint]:
        """What came in here and fits, after all that the store has. Nobody asks it for words."""
        wanted = Wanted.by(query)
        fitting = (self._stored[id] for id in self._new if wanted.fits(self._stored[id], {}, {}))
        return (one.complaint for one in fitting)

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        """R26: what paid something in the store or here."""
        theirs: tuple[str, ...] = self._session.find_paid(customer, orders)
        known = ((id, one.complaint.facts) for id, one in self._stored.items())
        paid = ((id, facts) for id, facts in known if facts.customer == customer and facts.paid)
        ours = [id for id, facts in paid if not filed_under(facts).isdisjoint(orders)]
        return tuple(dict.fromkeys((*theirs, *ours)))

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        theirs = (one for one in self._session.alike(type, area, at, until, only) if one.id not in self._sighted)
        ours = (self._sighted[id] for _, id in self._alike.read(type, area, at, until, only))
        return merge(theirs, ours, key=lambda one: one.received_at, reverse=until < at)

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        id = stored.complaint.id
        before = self._sighted.get(id)
        self._sighted[id] = _sighting(stored)
        self._alike.put(self._sighted[id], before)
        if events[0].seq == 1:
            self._new[id] = None
        self._events[id] = (*self._events.get(id, ()), *events)  # those of the store are read when somebody asks
        self._stored[id] = stored

    # ── the schedule

    def schedule(self, id: str, when: datetime | None, clocks: bytes = b"") -> None:
        self._clocks[id] = clocks
        self._checks[id] = when
        if when is not None:
            heappush(self._waiting, (when, self._turns.setdefault(id, len(self._turns)), id))

    def due(self, limit: int, now: datetime, until: datetime, shard: Shard = WHOLE) -> tuple[str, ...]:
        found = list[str]()
        while len(found) < limit and self._waiting and self._waiting[0][0] <= now:
            when, _, id = heappop(self._waiting)
            if self._checks[id] == when and shard.holds(id):
                found.append(id)
                self._checks[id] = until
        return tuple(found)

    # ── what is written and not read

    def enqueue(self, message: Message) -> None:
        """Nobody is told."""

    def file_in_series(self, id: str, series: Mapping[str, datetime]) -> Mapping[str, int]:
        """R41: count it here, so that a rehearsal finds the spikes that a tick would, where the store counts any."""
        if not callable(getattr(self._session, "file_in_series", None)):
            return {}
        filed, counts = self._filed.setdefault(id, {}), dict[str, int]()
        for name, at in series.items():
            if name not in filed and not self._is_filed(id, name, at):
                filed[name] = at
                self._by_hour.setdefault(name, Counter[int]())[hour_of(at)] += 1
                counts[name] = self._count_in(name, hour_of(at))
        return counts

    def count_by_hour(self, series: str, since: int, until: int) -> Iterator[tuple[int, int]]:
        both: Counter[int] = Counter(dict(self._session.count_by_hour(series, since, until)))
        for hour, count in self._by_hour.get(series, Counter[int]()).items():
            both[hour] += count if since <= hour < until else 0
        return ((hour, both[hour]) for hour in sorted(both) if both[hour])

    def in_series(self, series: str, since: datetime, until: datetime, limit: int) -> tuple[str, ...]:
        """What is filed here comes first: the store does not say when the others came."""
        filed = ((one[series], id) for id, one in self._filed.items() if series in one)
        ours = [id for at, id in sorted(filed, reverse=True) if since <= at <= until]
        theirs = self._session.in_series(series, since, until, limit)
        return (*ours, *(id for id in theirs if id not in ours))[:limit]

    def _is_filed(self, id: str, series: str, at: datetime) -> bool:
        """Whether the store has it in the series at this time: what came at one instant is looked through."""
        return id in self._session.in_series(series, at, at, _AT_ONE_INSTANT)

    def _count_in(self, series: str, hour: int) -> int:
        return sum(count for _, count in self.count_by_hour(series, hour, hour + 1))

    def note_due(self, id: str, when: datetime | None, clock: str) -> None:
        """A tick lists nothing."""

    def keep_policy(self, digest: str, document: bytes) -> None:
        """A tick receives nothing."""

    def reschedule(self, entry: OutboxEntry) -> None:
        """No letter waits otherwise."""

    def remove(self, number: int) -> None:
        """No letter goes."""

    # ── the keys of what comes in

    def remember(self, key: str, what: Remembered) -> None:
        self._keys[key] = what

    def result_for_key(self, key: str) -> Remembered | None:
        theirs: Remembered | None = self._session.result_for_key(key)
        return self._keys.get(key, theirs)


def _due(session: Session, now: datetime) -> Iterator[tuple[datetime, str]]:
    """All checks that are due by now. How many there are is not known before."""
    limit, found = _PAGE, session.next_checks(_PAGE)
    while len(found) == limit and found[-1][0] <= now:
        limit *= 4
        found = session.next_checks(limit)
    return ((when, id) for when, id in found if when <= now)
