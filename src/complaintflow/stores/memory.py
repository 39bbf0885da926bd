"""A store in memory: for tests and for trying things out. It forgets everything with the process.

It finds by sorted lists, so that nothing is read that nobody asked for.
"""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right, insort
from collections import ChainMap
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from heapq import merge, nsmallest
from itertools import islice, repeat, takewhile
from threading import RLock
from typing import Any, Generic, Protocol, TypeVar, overload

import attrs
import msgspec

from complaintflow.errors import Conflict, Overtaken, SetAside, StoreError, UnreadableRecord
from complaintflow.insight.batches import AlikeIndex, Only, Sighting
from complaintflow.insight.spikes import hour_of
from complaintflow.plugins import (
    Counted,
    CountedDay,
    DataKey,
    Flaw,
    Message,
    OutboxEntry,
    Page,
    Query,
    Remembered,
    Shard,
    Stored,
    ToldTime,
)
from complaintflow.plugins.keys_of_words import needs_keys
from complaintflow.plugins.paging import sheet_of
from complaintflow.plugins.ports.lists import Place
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import AT_ONCE, Body, Complaint, Entry, day_of, moment
from complaintflow.record.encrypted import OF_THE_SEARCH
from complaintflow.record.history import Sealed, without_words
from complaintflow.record.keys import KEYED
from complaintflow.record.matter import filed_under
from complaintflow.record.searched import NOTHING_NEW, Searched
from complaintflow.stores.memory_lists import ListIndex, Wanted, place_of
from complaintflow.stores.memory_sheets import Columns, put_sheet, read_sheets, take_sheets

_DAY = timedelta(days=1)
_PATIENCE = 10.0
"""So long, in seconds, `close` waits for the transaction that is open."""

_AFTER_ALL = "\U0010ffff"
"""Behind every id."""

_Key = TypeVar("_Key")
_Value = TypeVar("_Value", bool, str)


def _without_texts(stored: Stored) -> Stored:
    """What is stored, as far as a list looks at it."""
    return attrs.evolve(stored, complaint=attrs.evolve(stored.complaint, body=Body(), card=b""), counted=b"")


def _keep_true(kept: dict[_Key, _Value], changed: Mapping[_Key, _Value]) -> None:
    """Only what is true stays, or is not blank: few are leased at a time."""
    for key, value in changed.items():
        if value:
            kept[key] = value
        else:
            kept.pop(key, None)


def _keep_there(kept: dict[_Key, Any], changed: Mapping[_Key, Any]) -> None:
    """What is None is gone."""
    for key, value in changed.items():
        if value is None:
            kept.pop(key, None)
        else:
            kept[key] = value


def _sighting(stored: Stored) -> Sighting:
    return Sighting.of(stored.complaint.id, stored.received_at, stored.complaint.facts)


def _behind(after: int, kept: Sequence[_Key], added: Sequence[_Key]) -> Iterator[_Key]:
    """What was kept and added, behind so many."""
    yield from (kept[place] for place in range(after, len(kept)))
    yield from added[max(0, after - len(kept)) :]


class _Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


_T = TypeVar("_T", bound=_Comparable)


class _Sorted(Generic[_T]):
    """Different things in order. To add or to remove one of 10^5 takes some microseconds."""

    def __init__(self) -> None:
        self.all: list[_T] = []

    def __len__(self) -> int:
        return len(self.all)

    def add(self, one: _T) -> None:
        """One more."""
        insort(self.all, one)

    def remove(self, one: _T) -> None:
        """One less, if it is there."""
        place = bisect_left(self.all, one)
        if self.all[place : place + 1] == [one]:
            del self.all[place]

    def after(self, one: _T) -> Iterator[_T]:
        """Those behind this one; nothing is added or removed meanwhile."""
        return (self.all[place] for place in range(bisect_right(self.all, one), len(self.all)))

    def between(self, first: _T, last: _T) -> list[_T]:
        """Those from the first on, up to the last one."""
        return self.all[bisect_left(self.all, first) : bisect_right(self.all, last)]

    def take_until(self, one: _T) -> list[_T]:
        """Take out all up to this one."""
        end = bisect_right(self.all, one)
        taken, self.all[:end] = self.all[:end], []
        return taken


class _Letters:
    """The numbers of letters: those that may go, those that wait for a time, the dead ones, and all by their keys and
    complaints."""

    def __init__(self) -> None:
        self.all, self.free, self.dead = _Sorted[int](), _Sorted[int](), _Sorted[int]()
        self.held = _Sorted[tuple[datetime, int]]()
        self.by_key: dict[str, set[int]] = {}
        self.by_complaint: dict[str, set[int]] = {}

    def put(self, number: int, now: OutboxEntry | None, before: OutboxEntry | None) -> None:
        """A letter as it is, and as it was; None: it is not there."""
        if before:
            self._take_out(number, before)
        if now is None:
            return
        self.all.add(number)
        self.by_key.setdefault(now.message.key, set()).add(number)
        self.by_complaint.setdefault(now.message.complaint, set()).add(number)
        if now.until is None:
            self.dead.add(number)
        elif now.until > AT_ONCE:
            self.held.add((now.until, number))
        else:
            self.free.add(number)

    def _take_out(self, number: int, letter: OutboxEntry) -> None:
        for numbers in (self.all, self.free, self.dead):
            numbers.remove(number)
        if letter.until is not None:
            self.held.remove((letter.until, number))
        _remove(self.by_key, letter.message.key, number)
        _remove(self.by_complaint, letter.message.complaint, number)

    def let_go(self, now: datetime) -> None:
        """What waited until now is among the free ones; each moves once, so what waits for later costs nothing."""
        for _, number in self.held.take_until((now, 1 << 62)):
            self.free.add(number)


def _remove(numbers: dict[str, set[int]], of: str, number: int) -> None:
    numbers[of].remove(number)
    if not numbers[of]:
        del numbers[of]


def _with_words_of(one: Sealed, new: Sealed) -> Sealed:
    return msgspec.structs.replace(one, salt=new.salt, data=new.data, commitment=new.commitment)


@attrs.frozen(eq=False)
class History(Sequence[Sealed]):
    """The events of one complaint at one version: so many of the list, and those that a transaction adds to them.

    A copy for each version would take longer with each event: after 10,000 of them a command took 4.7 times as long.
    """

    kept: list[Sealed] = attrs.field(factory=list[Sealed])
    size: int = 0
    added: tuple[Sealed, ...] = ()

    @classmethod
    def of(cls, kept: list[Sealed]) -> History:
        """All that is kept by now."""
        return cls(kept, len(kept))

    def __len__(self) -> int:
        return self.size + len(self.added)

    @overload
    def __getitem__(self, place: int) -> Sealed: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sealed]: ...
    def __getitem__(self, place: int | slice) -> Sealed | Sequence[Sealed]:
        if isinstance(place, int) and 0 <= place < self.size:
            return self.kept[place]
        return self.all()[place]

    def __iter__(self) -> Iterator[Sealed]:
        return iter(self.all())

    def all(self) -> tuple[Sealed, ...]:
        """The events, in order."""
        return self.part(0)

    def part(self, after: int, limit: int | None = None) -> tuple[Sealed, ...]:
        """At most so many of them, after so many others."""
        end = len(self) if limit is None else after + limit
        mine = self.added[max(after - self.size, 0) : max(end - self.size, 0)]
        return (*self.kept[after : min(end, self.size)], *mine)

    def add(self, events: Sequence[Sealed]) -> History:
        """The history with these at its end. The list stays as it is: the transaction may fail."""
        return History(self.kept, self.size, (*self.added, *events))

    def without_words(self, events: Collection[int]) -> History:
        """Another one, in which these events say nothing; who has the old one keeps its words."""
        return History(added=tuple([without_words(one) if one.seq in events else one for one in self.all()]))

    def resealed(self, events: Sequence[Sealed]) -> History:
        """Another one, in which the words of these events lie like this."""
        anew = {one.seq: one for one in events}
        return History(added=tuple([_with_words_of(one, anew.get(one.seq, one)) for one in self.all()]))

    def keep(self) -> list[Sealed]:
        """The list of all its events. It grows, unless another transaction of this thread has added to it."""
        if len(self.kept) != self.size:
            return [*self.all()]
        self.kept.extend(self.added)
        return self.kept

    def body(self) -> Body:
        """The texts of the complaint at this version: it has them once, in its history."""
        return Body.later(len(self), self._texts, self._text)

    def _texts(self) -> tuple[Entry, ...]:
        return tuple([one.entry for one in self.all()])

    def _text(self, version: int) -> Entry:
        return self[version - 1].entry


class _Tables:
    """All that is kept."""

    def __init__(self) -> None:
        self.complaints: dict[str, Stored] = {}
        self.histories: dict[str, list[Sealed]] = {}
        self.outbox: dict[int, OutboxEntry | None] = {}  # None: removed
        self.sent: dict[str, tuple[datetime, ...]] = {}
        self.keys: dict[str, Remembered | None] = {}  # None: erased
        self.checks: dict[str, datetime | None] = {}
        self.policies: dict[str, bytes] = {}
        self.data_keys: dict[str, DataKey | None] = {}  # None: destroyed
        self.paid: dict[tuple[str, str], frozenset[str]] = {}
        self.series: dict[str, Mapping[str, datetime]] = {}  # of each complaint
        self.filed: dict[str, _Sorted[tuple[datetime, str]]] = {}  # the same by the series
        self.hours: dict[tuple[str, int], int] = {}
        self.leased: dict[int, bool] = {}
        self.claimed: dict[str, bool] = {}
        self.told: ToldTime | None = None
        self.links: list[bytes] = []
        self.owners: list[str] = []  # the complaint of each link
        self.placed: dict[bytes, int] = {}  # of the links, as far as somebody asked for a place
        self.tiles: dict[int, list[bytes]] = {}
        self.sheets: dict[int, tuple[CountedDay, Columns]] = {}  # by their days
        self.damaged: set[tuple[str, str]] = set()
        self.alike, self.lists = AlikeIndex(), ListIndex()
        self.numbers: dict[str, int] = {}  # of the complaints, by their ids
        self.ids: list[str] = []  # and the other way round, from 1 on
        self.unlisted: dict[str, Stored | None] = {}  # what changed since somebody asked for a list, as it was then
        self.words: dict[str, dict[int, str]] = {}
        self.labels: dict[str, Mapping[str, str]] = {}
        self.due = _Sorted[tuple[datetime, str]]()
        self.letters = _Letters()
        self.numbered = 0  # so many letters were given a number


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

    def vacuum(self) -> None:
        """What is deleted here is gone."""

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


class _Ids:
    """The ids of complaints by their numbers; what came in in this transaction has the next ones."""

    def __init__(self, tables: _Tables, changed: Mapping[str, Stored]) -> None:
        self._kept, self._numbers = tables.ids, tables.numbers
        self._fresh = [id for id in changed if id not in tables.numbers]

    def __getitem__(self, number: int) -> str:
        count = len(self._kept)
        return self._kept[number - 1] if number <= count else self._fresh[number - count - 1]

    def number(self, id: str) -> int:
        """The number of a complaint."""
        return self._numbers.get(id) or len(self._kept) + self._fresh.index(id) + 1


class _Session:
    """Reads through to the tables and keeps its own changes beside them."""

    def __init__(self, tables: _Tables) -> None:
        self.complaints: ChainMap[str, Stored] = ChainMap({}, tables.complaints)
        self.histories: dict[str, History] = {}  # those that changed
        self.outbox: ChainMap[int, OutboxEntry | None] = ChainMap({}, tables.outbox)
        self.sent: ChainMap[str, tuple[datetime, ...]] = ChainMap({}, tables.sent)
        self.keys: ChainMap[str, Remembered | None] = ChainMap({}, tables.keys)
        self.checks: ChainMap[str, datetime | None] = ChainMap({}, tables.checks)
        self.policies: ChainMap[str, bytes] = ChainMap({}, tables.policies)
        self.kept_keys: ChainMap[str, DataKey | None] = ChainMap({}, tables.data_keys)
        self.paid: ChainMap[tuple[str, str], frozenset[str]] = ChainMap({}, tables.paid)
        self.series: ChainMap[str, Mapping[str, datetime]] = ChainMap({}, tables.series)
        self.hours: ChainMap[tuple[str, int], int] = ChainMap({}, tables.hours)
        self.leased: ChainMap[int, bool] = ChainMap({}, tables.leased)
        self.claimed: ChainMap[str, bool] = ChainMap({}, tables.claimed)
        self.words: dict[str, dict[int, str]] = {}  # those that changed; blank ones are gone
        self.labels: ChainMap[str, Mapping[str, str]] = ChainMap({}, tables.labels)
        self.told = tables.told
        self.day_sheets: ChainMap[int, tuple[CountedDay, Columns]] = ChainMap({}, tables.sheets)
        self.added: list[bytes] = []
        self.added_to: list[str] = []
        self.erased: set[str] = set()
        self.tiled: dict[int, list[bytes]] = {}
        self._links = tables.links
        self._damaged = tables.damaged
        self._numbered = tables.numbered
        self._tables = tables

    def keep(self, tables: _Tables) -> None:
        """What changed here is kept there."""
        self._index(tables)
        tables.complaints.update(self.complaints.maps[0])
        tables.histories.update((id, history.keep()) for id, history in self.histories.items())
        _keep_there(tables.outbox, self.outbox.maps[0])
        for number in [number for number, entry in self.outbox.maps[0].items() if entry is None]:
            tables.leased.pop(number, None)
        tables.sent.update(self.sent.maps[0])
        _keep_there(tables.keys, self.keys.maps[0])
        tables.checks.update(self.checks.maps[0])
        tables.policies.update(self.policies.maps[0])
        _keep_there(tables.data_keys, self.kept_keys.maps[0])
        tables.paid.update(self.paid.maps[0])
        self._keep_series(tables)
        for id, texts in self.words.items():
            _keep_true(tables.words.setdefault(id, {}), texts)
        tables.labels.update(self.labels.maps[0])
        _keep_true(tables.leased, self.leased.maps[0])
        _keep_true(tables.claimed, self.claimed.maps[0])
        tables.told = self.told
        tables.links.extend(self.added)
        tables.owners.extend(self.added_to)
        tables.sheets.update(self.day_sheets.maps[0])
        for level, hashes in self.tiled.items():
            tables.tiles.setdefault(level, []).extend(hashes)

    def _keep_series(self, tables: _Tables) -> None:
        for id, series in self.series.maps[0].items():
            before = tables.series.get(id, {})
            for name in before.keys() - series.keys():
                tables.filed[name].remove((before[name], id))
            for name in series.keys() - before.keys():
                tables.filed.setdefault(name, _Sorted[tuple[datetime, str]]()).add((series[name], id))
        tables.series.update(self.series.maps[0])
        tables.hours.update(self.hours.maps[0])

    def _index(self, tables: _Tables) -> None:
        for id, stored in self.complaints.maps[0].items():
            before = tables.complaints.get(id)
            tables.alike.put(_sighting(stored), _sighting(before) if before else None)
            if before is None:
                tables.ids.append(id)
                tables.numbers[id] = len(tables.ids)
            tables.unlisted.setdefault(id, before)
            if id in self.erased and (unlisted := tables.unlisted[id]):
                tables.unlisted[id] = _without_texts(unlisted)
        for id, when in self.checks.maps[0].items():
            if former := tables.checks.get(id):
                tables.due.remove((former, id))
            if when is not None:
                tables.due.add((when, id))
        for number, entry in self.outbox.maps[0].items():
            tables.letters.put(number, entry, tables.outbox.get(number))
        tables.numbered = self._numbered

    # ── complaints and their histories

    def load(self, id: str) -> Stored | None:
        self._read("complaints", id)
        return self.complaints.get(id)

    def _read(self, table: str, key: object) -> None:
        """Raises `UnreadableRecord` for what is damaged."""
        if (table, str(key)) in self._damaged:
            raise UnreadableRecord.of(table, key, "it is damaged")

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        return self._history(id).part(after, limit)

    def _history(self, id: str) -> History:
        changed = self.histories.get(id)
        return History.of(self._tables.histories.get(id, [])) if changed is None else changed

    def find(self, query: Query) -> Page:
        ids = _Ids(self._tables, self.complaints.maps[0])
        sheet = sheet_of(query, lambda start, down, _: self._walk(query, ids, start, down=down))

        def read(number: int) -> Complaint:
            self._read("complaints", id := ids[number])
            return self.complaints[id].complaint

        return sheet.read(read)

    def count(self, query: Query) -> int:
        return sum(1 for _ in self._walk(query, _Ids(self._tables, self.complaints.maps[0]), None, down=False))

    def _walk(self, query: Query, ids: _Ids, start: Place | None, *, down: bool) -> Iterator[Place]:
        """The places of what fits: as it is kept, or as it was changed here."""
        changed, wanted = self.complaints.maps[0], Wanted.by(query)

        def place(number: int) -> Place:
            return place_of(query.sort, number, self.complaints[ids[number]])

        self._bring_lists_up_to_date()
        kept = self._tables.lists.walk(query, start, place, down=down)
        mine = sorted((place(ids.number(id)) for id in changed), reverse=down)
        beyond = (one for one in mine if start is None or (one < start if down else one > start))
        for one in merge((one for one in kept if ids[one[-1]] not in changed), beyond, reverse=down):
            id = ids[one[-1]]
            if wanted.fits(self.complaints[id], self._words(id), self.labels.get(id, {})):
                yield one

    def _bring_lists_up_to_date(self) -> None:
        """Whoever asks for a list pays for it; one who writes does not."""
        tables = self._tables
        for id, before in tables.unlisted.items():
            tables.lists.put(tables.numbers[id], tables.complaints[id], before)
        tables.unlisted.clear()

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        seen = (_sighting(one) for one in self.complaints.values() if since <= one.received_at <= until)
        return tuple(one for one in seen if type in {"", one.type} and area in {"", one.area})

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        changed, mine = self.complaints.maps[0], AlikeIndex()
        for one in changed.values():
            mine.put(_sighting(one))
        kept = (place for place in self._tables.alike.read(type, area, at, until, only) if place[1] not in changed)
        places = merge(kept, mine.read(type, area, at, until, only), reverse=until < at)
        return (_sighting(self.complaints[id]) for _, id in places)

    def counted(self, since: datetime, until: datetime) -> Iterator[Counted]:
        for id, one in self.complaints.items():
            if one.received_at < until and (one.counted_to is None or one.counted_to >= since):
                yield Counted(id, one.counted, one.clocks, one.link)

    def counted_days(self, since: int) -> Mapping[int, CountedDay]:
        return {day: one for day, (one, _) in self.day_sheets.items() if day >= since}

    def days_without_sheet(self, format: int, before: int, limit: int) -> Sequence[int]:
        days = ((day, one) for day, (one, _) in self.day_sheets.items() if one.format < format)
        return nsmallest(limit, (day for day, one in days if max(day, one.touched) < before))

    def counted_on(self, day: int) -> Iterator[Counted]:
        for id, one in self.complaints.items():
            if one.counted_to is not None and day_of(one.counted_to) == day:
                yield Counted(id, one.counted, one.clocks, one.link)

    def sheets(self, since: int, names: Collection[str]) -> Iterator[tuple[int, Mapping[str, bytes]]]:
        return read_sheets(self.day_sheets, since, names)

    def keep_sheet(self, day: int, format: int, columns: Mapping[str, bytes]) -> None:
        put_sheet(self.day_sheets, day, format, columns)

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        found = (self.paid.get((customer, order), frozenset()) for order in orders)
        return tuple(sorted(frozenset[str]().union(*found)))

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        complaint = stored.complaint
        there = self._history(complaint.id)
        if len(there) != events[0].seq - 1:
            raise Conflict(complaint.id, events[0].seq - 1, len(there))
        history = self.histories[complaint.id] = there.add(events)
        before = self.complaints.get(complaint.id)
        due, due_for = (before.complaint.next_due, before.complaint.next_due_for) if before else (None, "")
        complaint = attrs.evolve(complaint, body=history.body(), next_due=due, next_due_for=due_for)
        self.complaints[complaint.id] = attrs.evolve(stored, complaint=complaint, searched=NOTHING_NEW)
        if days := {day_of(one.counted_to) for one in (stored, before) if one and one.counted_to}:
            take_sheets(self.day_sheets, days, day_of(moment(events[-1].at)))
        self._keep_searched(complaint.id, stored.searched)
        self.added.extend(event.link for event in events)
        self.added_to.extend(repeat(complaint.id, len(events)))
        facts = complaint.facts
        for order in filed_under(facts) if facts.paid else ():
            key = (facts.customer, order)
            self.paid[key] = self.paid.get(key, frozenset()) | {complaint.id}

    def _keep_searched(self, id: str, news: Searched) -> None:
        if news.words:
            self.words.setdefault(id, {}).update(news.indexed)
        if news.labels is not None:
            self.labels[id] = news.labels

    def _words(self, id: str) -> ChainMap[int, str]:
        """What a search finds it by: the changes, and behind them what is kept, which no command copies."""
        return ChainMap(self.words.get(id, {}), self._tables.words.get(id, {}))

    def links(self, after: int = 0) -> Iterator[bytes]:
        return _behind(after, self._links, self.added)

    def place(self, id: str, seq: int) -> int | None:
        history = self._history(id)
        if not 0 < seq <= len(history):
            return None
        link, placed, kept = history[seq - 1].link, self._tables.placed, self._links
        for place in range(len(placed), len(kept)):
            placed[kept[place]] = place
        return placed[link] if link in placed else len(kept) + self.added.index(link)

    def ids_behind(self, after: int) -> Iterator[str]:
        return iter(dict.fromkeys(_behind(after, self._tables.owners, self.added_to)))

    def count_tiles(self, level: int) -> int:
        if not level:
            return len(self._links) + len(self.added)
        return len(self._tables.tiles.get(level, ())) + len(self.tiled.get(level, ()))

    def tiles(self, level: int, after: int = 0) -> Iterator[bytes]:
        return _behind(after, self._tables.tiles.get(level, []), self.tiled.get(level, []))

    def keep_tiles(self, level: int, after: int, hashes: Sequence[bytes]) -> None:
        self.tiled.setdefault(level, []).extend(hashes[self.count_tiles(level) - after :])

    def ids(self) -> Iterator[str]:
        fresh = [id for id in self.complaints.maps[0] if id not in self.complaints.maps[1]]
        return iter((*self.complaints.maps[1], *fresh))

    # ── series

    def file_in_series(self, id: str, series: Mapping[str, datetime]) -> Mapping[str, int]:
        there, counts = self.series.get(id, {}), dict[str, int]()
        new = {name: at for name, at in series.items() if name not in there}
        self.series[id] = {**there, **new}
        for name, at in new.items():
            hour = (name, hour_of(at))
            counts[name] = self.hours[hour] = self.hours.get(hour, 0) + 1
        return counts

    def count_by_hour(self, series: str, since: int, until: int) -> Iterator[tuple[int, int]]:
        hours: Iterable[int] = range(since, until)
        if until - since > len(self.hours):  # years, in which few hours have any
            hours = sorted(hour for name, hour in self.hours if name == series and since <= hour < until)
        return ((hour, count) for hour in hours if (count := self.hours.get((series, hour))))

    def in_series(self, series: str, since: datetime, until: datetime, limit: int) -> tuple[str, ...]:
        changed = self.series.maps[0]
        mine = [(at, id) for id, filed in changed.items() if (at := filed.get(series)) and since <= at <= until]
        kept = self._tables.filed.get(series)
        theirs = kept.between((since, ""), (until, _AFTER_ALL)) if kept else []
        there = [one for one in theirs if one[1] not in changed]
        return tuple(id for _, id in sorted((*there, *mine), reverse=True)[:limit])

    # ── the outbox

    def enqueue(self, message: Message) -> None:
        self._numbered += 1
        self.outbox[self._numbered] = OutboxEntry(self._numbered, message)

    def claim(
        self, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        self._tables.letters.let_go(now)
        sent = self._on_their_way()
        free = (
            one
            for one in self._letters(self._tables.letters.free, after)
            if one.until and one.until <= now and shard.holds(one.message.complaint)
            if one.number <= sent.get(one.message.complaint, one.number)
        )
        found = list[OutboxEntry]()
        for entry in islice(free, limit):
            try:
                self._read("outbox", entry.number)
            except UnreadableRecord:
                if not found:
                    raise
                break
            found.append(attrs.evolve(entry, until=AT_ONCE) if self.leased.get(entry.number) else entry)
            self.outbox[entry.number] = attrs.evolve(entry, attempts=entry.attempts + 1, until=until)
            self.leased[entry.number] = True
        return tuple(found)

    def _on_their_way(self) -> Mapping[str, int]:
        """The first letter of each complaint that somebody has now."""
        leased = (self.outbox.get(number) for number, is_leased in self.leased.items() if is_leased)
        newest_first = sorted((one for one in leased if one), key=lambda one: -one.number)
        return {one.message.complaint: one.number for one in newest_first}

    def reschedule(self, entry: OutboxEntry) -> None:
        if self.outbox.get(entry.number) is not None:
            self.outbox[entry.number] = entry
            self.leased[entry.number] = False

    def remove(self, number: int) -> None:
        self.outbox[number] = None

    def waiting(self) -> int:
        kept, changed = self.outbox.maps[1], self.outbox.maps[0]
        count = len(self._tables.letters.all) - len(self._tables.letters.dead)
        before = sum((letter := kept.get(number)) is not None and not letter.dead for number in changed)
        return count - before + sum(entry is not None and not entry.dead for entry in changed.values())

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        letters = self._tables.letters
        there = self._letters(letters.dead if dead else letters.all, after)
        return tuple(islice((one for one in there if one.dead == dead and not self._letter_fault(one)), limit))

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        return tuple(fault for one in self._entries() if (fault := self._letter_fault(one)))

    def _letter_fault(self, entry: OutboxEntry) -> SetAside | None:
        try:
            self._read("outbox", entry.number)
        except UnreadableRecord as error:
            return attrs.evolve(error.record, about=entry.message.key)
        return None

    def find_message(self, key: str) -> OutboxEntry | None:
        there = self._found_letters(self._tables.letters.by_key.get(key, ()))
        return next((one for one in there if one.message.key == key and not self._letter_fault(one)), None)

    def _found_letters(self, numbers: Collection[int]) -> Iterator[OutboxEntry]:
        """The letters with these numbers, and those that changed here, which may be others by now."""
        there = (self.outbox.get(number) for number in sorted({*numbers, *self.outbox.maps[0]}))
        return (one for one in there if one)

    def _entries(self) -> Iterator[OutboxEntry]:
        return self._letters(self._tables.letters.all, 0)

    def _letters(self, numbers: _Sorted[int], after: int) -> Iterator[OutboxEntry]:
        """The letters with these numbers that are there, and those that changed here, in order."""
        changed = self.outbox.maps[0]
        kept = (number for number in numbers.after(after) if number not in changed)
        mine = sorted(number for number in changed if number > after)
        return (one for number in merge(kept, mine) if (one := self.outbox.get(number)) is not None)

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

    def note_due(self, id: str, when: datetime | None, clock: str) -> None:
        stored = self.complaints[id]
        complaint = stored.complaint
        if (complaint.next_due, complaint.next_due_for) != (when, clock):
            complaint = attrs.evolve(complaint, next_due=when, next_due_for=clock)
            self.complaints[id] = attrs.evolve(stored, complaint=complaint)

    def due(self, limit: int, now: datetime, until: datetime, shard: Shard = WHOLE) -> tuple[str, ...]:
        over = takewhile(lambda one: one[0] <= now, self._next_checks())
        found = tuple(islice((id for _, id in over if shard.count == 1 or shard.holds(id)), limit))
        for id in found:
            self.checks[id] = until
            self.claimed[id] = True
        return found

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple(islice(self._next_checks(), limit))

    def _next_checks(self) -> Iterator[tuple[datetime, str]]:
        changed = self.checks.maps[0]
        mine = sorted((when, id) for id, when in changed.items() if when is not None)
        return merge((one for one in self._tables.due.all if one[1] not in changed), mine)

    def told_time(self) -> ToldTime | None:
        return self.told

    def tell_time(self, told: ToldTime) -> None:
        self.told = told

    def recall(self, now: datetime, leases: datetime, waits: datetime) -> None:
        waiting = [number for _, number in self._tables.letters.held.after((waits, 1 << 62))]
        for number in {*waiting, *self.leased, *self.outbox.maps[0]}:
            entry = self.outbox.get(number)
            longest = leases if self.leased.get(number) else waits
            if entry and entry.until is not None and entry.until > longest:
                self.reschedule(attrs.evolve(entry, until=AT_ONCE))
        late = [id for _, id in self._tables.due.after((waits, "\U0010ffff"))]
        for id in {*late, *self.claimed, *self.checks.maps[0]}:
            when = self.checks.get(id)
            if when and when > (leases if self.claimed.get(id) else waits):
                self.checks[id], self.claimed[id] = AT_ONCE, False

    # ── keys and policies

    def remember(self, key: str, what: Remembered) -> None:
        if self.keys.get(key) is not None:
            raise StoreError("memory", "a key is remembered already", "read what it stands for")
        self.keys[key] = what

    def result_for_key(self, key: str) -> Remembered | None:
        return self.keys.get(key)

    def keep_policy(self, digest: str, document: bytes) -> None:
        self.policies.setdefault(digest, document)

    def policy(self, digest: str) -> bytes | None:
        self._read("policies", digest)
        return self.policies.get(digest)

    # ── keys of words

    def data_keys(self, complaints: Collection[str]) -> tuple[DataKey, ...]:
        return tuple(key for one in complaints if (key := self.kept_keys.get(one)))

    def check_no_keys(self) -> None:
        if self.kept_keys.get(OF_THE_SEARCH):
            raise needs_keys()

    def data_keys_behind(self, after: str, limit: int) -> tuple[DataKey, ...]:
        return self.data_keys(nsmallest(limit, (one for one in self.kept_keys if one > after)))

    def keep_data_key(self, key: DataKey) -> None:
        if self.kept_keys.get(key.complaint):
            raise Overtaken("memory", "another one has made its key, and nothing was saved", "try again")
        self.kept_keys[key.complaint] = key

    def rewrap_data_key(self, key: DataKey) -> None:
        there = self.kept_keys.get(key.complaint)
        if there and there.id == key.id:
            self.kept_keys[key.complaint] = key

    def destroy_data_key(self, complaint: str) -> None:
        self.kept_keys[complaint] = None

    def reseal(self, id: str, events: Sequence[Sealed], card: bytes, searched: Searched) -> None:
        self._put_words(id, self._history(id).resealed(events), card)
        stored = self.complaints[id] = attrs.evolve(self.complaints[id], counted=b"")
        if until := stored.counted_to:
            take_sheets(self.day_sheets, {day_of(until)}, day_of(until))
        self.words[id] = {**dict.fromkeys(self._words(id), ""), **searched.indexed}
        self.labels[id] = searched.labels or {}

    def _put_words(self, id: str, history: History, card: bytes) -> None:
        """The words of a complaint lie like this from now on."""
        stored = self.complaints[id]
        complaint = attrs.evolve(stored.complaint, body=history.body(), card=card)
        self.histories[id], self.complaints[id] = history, attrs.evolve(stored, complaint=complaint)
        self.erased.add(id)

    # ── an erasure

    def erase(self, id: str, events: Collection[int]) -> None:
        if id in self.complaints:
            self._put_words(id, self._history(id).without_words(events), b"")
            self.words[id], self.labels[id] = dict.fromkeys(self._words(id), ""), {}
            self.series[id] = {}
        letters = self._found_letters(self._tables.letters.by_complaint.get(id, ()))
        for letter in [one.number for one in letters if one.message.complaint == id]:
            self.remove(letter)
        theirs = [key for key, what in self.keys.items() if what and what.complaint == id]
        self.keys.update(dict.fromkeys((key for key in theirs if f"/{KEYED}" not in key), None))

    # ── what a check of everything reads

    def flaws(self) -> Iterator[Flaw]:
        return iter(())

    def remembered(self) -> Iterator[tuple[str, Remembered]]:
        return ((key, what) for key, what in self.keys.items() if what is not None)

    def kept_policies(self) -> Iterator[str]:
        return iter(self.policies)

    def searched(self, id: str) -> Searched:
        words = {place: text for place, text in self._words(id).items() if text}
        return Searched(words, self.labels.get(id, {}))
