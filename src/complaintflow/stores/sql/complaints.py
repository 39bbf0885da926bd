"""Complaints with their snapshots and their histories. Places in the ledger are given in the order of the commits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from complaintflow.errors import Conflict, UnreadableRecord
from complaintflow.insight.batches import Only, Sighting
from complaintflow.plugins import Counted, Page, Query, Stored, reading
from complaintflow.plugins.paging import Sheet, sheet_of
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.record.complaint import Entry, microseconds
from complaintflow.record.facts import LATEST_FACTS, Facts, decode_facts
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
    place_of,
    sightings,
)
from complaintflow.stores.sql.ahead import Row, RowsAhead
from complaintflow.stores.sql.dialects import Dialect, fit
from complaintflow.stores.sql.drivers import Driver
from complaintflow.stores.sql.lists import Lists
from complaintflow.stores.sql.recorder import CHUNK, Known
from complaintflow.stores.sql.sheets import Sheets
from complaintflow.stores.sql.together import Asked
from complaintflow.stores.sql.turns import mark_of_customer, mark_of_problem

_COLUMNS = f"number, customer, {SNAPSHOT}"
_SNAPSHOTS = f"SELECT {_COLUMNS} FROM complaintflow_complaints WHERE number IN :numbers"  # noqa: S608  # ours
_MARK = "(SELECT changes FROM complaintflow_marks WHERE name = 'customer ' || customer)"
_LOAD = f"SELECT {_COLUMNS}, {_MARK} FROM complaintflow_complaints WHERE id = :id"  # noqa: S608
_COLUMNS_AHEAD = f"{_COLUMNS}, ended"
_AHEAD = f"SELECT {_COLUMNS_AHEAD}, {_MARK} FROM complaintflow_complaints WHERE id IN :ids"  # noqa: S608
_OPEN_AHEAD = (
    f"SELECT {_COLUMNS_AHEAD} FROM unnest(CAST(:customers AS TEXT[])) AS asked(name) CROSS JOIN LATERAL "  # noqa: S608
    "(SELECT * FROM complaintflow_complaints WHERE customer = asked.name AND ended = 0 "
    "ORDER BY received_at, number LIMIT :limit) AS theirs"
)
_MOST_AHEAD = 50
"""Of who has more open complaints than so many, none is read ahead."""
_NUMBER = "(SELECT number FROM complaintflow_complaints WHERE id = :id)"
_TEXTS = f"SELECT seq, at, by, kind, coalesce(data, :blank) FROM complaintflow_events WHERE complaint = {_NUMBER}"  # noqa: S608
_BODY = f"{_TEXTS} AND seq <= :version ORDER BY seq"
_TEXT = f"{_TEXTS} AND seq = :version"
_HISTORY = (
    f"SELECT {SEALED} FROM complaintflow_events WHERE complaint = {_NUMBER} AND seq > :after "  # noqa: S608
    "ORDER BY seq LIMIT :limit"
)
_NO_LIMIT = 2**62
"""For one statement with a limit and without: SQLite knows no LIMIT NULL, and PostgreSQL none below zero."""
_WHOLE = ("version", "link", "facts", "card", "clocks", "counted", "counted_to")
"""What each event changes. The others are named where they changed: each value takes time of the driver."""
_PLACED = (*PLACE, "shop")
_SNAPSHOT = (*_WHOLE, *_PLACED)
_NEW = ("number", "id", "customer", "channel", "received_at", "due", "due_for")
_INSERT = (
    f"INSERT INTO complaintflow_complaints ({', '.join((*_SNAPSHOT, *_NEW))}) "  # noqa: S608
    f"VALUES ({', '.join(f':{name}' for name in (*_SNAPSHOT, *_NEW))}) ON CONFLICT (id) DO NOTHING"
)
_VERSION = "SELECT version FROM complaintflow_complaints WHERE id = :id"
_EVENT = (
    "INSERT INTO complaintflow_events VALUES (:place, :complaint, "
    ":seq, :at, :by, :kind, :state, :changes, :versions, :salt, :data, :link, :commitment) "
    "ON CONFLICT (complaint, seq) DO NOTHING"
)
_DELETE_WORDS = "DELETE FROM complaintflow_words WHERE complaint = :complaint AND place = :place"
_INSERT_WORDS = "INSERT INTO complaintflow_words VALUES (:complaint, :place, :text)"
_DELETE_LABELS = "DELETE FROM complaintflow_labels WHERE complaint = :complaint"
_INSERT_LABEL = "INSERT INTO complaintflow_labels VALUES (:complaint, :name, :value, :whole)"
_WORDS = f"SELECT place, text FROM complaintflow_words WHERE complaint = {_NUMBER}"  # noqa: S608
_LABELS = f"SELECT name, coalesce(whole, value) FROM complaintflow_labels WHERE complaint = {_NUMBER}"  # noqa: S608
_FILE_PAID = "INSERT INTO complaintflow_paid VALUES (:customer, :order_no, :complaint) ON CONFLICT DO NOTHING"
_FIND_PAID = (
    "SELECT DISTINCT id, number FROM complaintflow_paid p JOIN complaintflow_complaints ON number = complaint "
    "WHERE p.customer = :customer AND p.order_no IN :orders ORDER BY number"
)
_RECEIVED = (
    f"SELECT {SIGHTING} FROM complaintflow_complaints "  # noqa: S608
    "WHERE received_at BETWEEN :since AND :until{} ORDER BY received_at, number"
)
_COUNTED = (
    f"SELECT counted_to, number, {COUNTED} FROM complaintflow_complaints "  # noqa: S608  # ours
    "WHERE (counted_to, number) > (:counted_to, :number) AND received_at < :until "
    "ORDER BY counted_to, number LIMIT :limit"
)
_ALIKE = (
    f"SELECT {SIGHTING}, number FROM complaintflow_complaints "  # noqa: S608
    "WHERE type = :type AND area = :area AND received_at BETWEEN :first AND :last{}"
)
_RECEIVED_AT = 1
"""The place of `received_at` in `SIGHTING`."""
_LINKS = "SELECT place, link FROM complaintflow_events WHERE place > :after ORDER BY place LIMIT :limit"
_IDS = "SELECT number, id FROM complaintflow_complaints WHERE number > :after ORDER BY number LIMIT :limit"
_PLACES = (
    f"SELECT number, id, facts, {', '.join(PLACE)} FROM complaintflow_complaints "  # noqa: S608
    "WHERE number > :after ORDER BY number LIMIT :limit"
)
_SEEN = ("type", "area", "state", "incident", "proposed", "apart")
"""The columns of which a search for batches sees that they changed."""


class Complaints(Lists, Sheets):
    """The tables of complaints and of events."""

    texts_of_history = True
    """Texts are read from the rows of the events."""

    def __init__(
        self,
        driver: Driver,
        dialect: Dialect,
        read_later: Reading,
        *,
        writes: bool,
        patience: float,
        waits: str = "",
        begin: str = "",
    ) -> None:
        super().__init__(driver, dialect, writes=writes, patience=patience, waits=waits, begin=begin)
        self.bodies = Bodies(self, read_later)
        self._ahead = RowsAhead(_COLUMNS_AHEAD.split(", "))

    def end(self) -> None:
        """What is read of texts from now on is read in a transaction of its own."""
        super().end()
        self.bodies.end()

    def load(self, id: str) -> Stored | None:
        if ahead := self._ahead.find(id):
            return self._read_ahead(ahead)
        rows = self._ask([Asked(_LOAD, {"id": id})])[0]
        if not rows:
            return None
        *place, changes = rows[0]
        self._saw_mark(mark_of_customer(place[1]), changes)
        return self._read(place)

    def _read_ahead(self, row: Row) -> Stored:
        return self._read([*row.values()][:-1])

    def _read_complaints_ahead(self, ids: Collection[str]) -> None:
        """What others have changed until this transaction has its turn is seen then, as if each were loaded now."""
        for *row, changes in self._run(_AHEAD, ids=sorted({*ids})):
            self._saw_mark(mark_of_customer(row[1]), changes)
            self._ahead.keep(row)

    def _customers_ahead(self, ids: Collection[str]) -> set[str]:
        """Whose complaints these are, of those that are here."""
        return {row["customer"] for id in ids if (row := self._ahead.find(id))}

    def _read_open_ahead(self, customers: Collection[str]) -> None:
        """What each of these has open, by one search. Without a server, a search takes no round trip."""
        if not self._dialect.many:
            return
        self._look_at(*map(mark_of_customer, customers))
        found: dict[str, list[str]] = {fit(one): [] for one in customers}
        limit = _MOST_AHEAD + 1
        for row in self._run(_OPEN_AHEAD, customers=sorted(found), limit=limit):
            self._ahead.keep(row)
            found[row[1]].append(row[2])
        for customer, theirs in found.items():
            if len(theirs) < limit:
                self._ahead.keep_customer(customer, theirs)

    def _later(
        self, sql: str, values: dict[str, Any] | list[dict[str, Any]], met: Callable[[int], None] | None = None
    ) -> None:
        if self._ahead:
            for row in values if isinstance(values, list) else [values]:
                self._ahead.write(sql, row)
        super()._later(sql, values, met)

    def _read(self, row: Any) -> Stored:
        number, customer, *values = row
        snapshot = Snapshot(*values)
        with reading("complaints", snapshot.id):
            stored = snapshot.read(self, self.bodies)
            place, due = _place_of(stored.complaint.facts), (snapshot.due, snapshot.due_for)
            more = (snapshot.clocks, due, snapshot.counted_to)
            self._known[snapshot.id] = Known(number, snapshot.version, customer, place, *more)
            return stored

    def texts(self, id: str, version: int) -> tuple[Entry, ...]:
        """What the events of a complaint say, up to this version."""
        return tuple([Entry(*row) for row in self._run(_BODY, id=id, version=version, blank=b"{}")])

    def text(self, id: str, version: int) -> Entry:
        """What this event of a complaint says. Raises `UnreadableRecord` when it is not there."""
        row = self._row(_TEXT, id=id, version=version, blank=b"{}")
        if row is None:
            raise UnreadableRecord.of("events", version, "it is not there")
        return Entry(*row)

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        most = _NO_LIMIT if limit is None else limit
        return tuple([Sealed(*row) for row in self._run(_HISTORY, id=id, after=after, limit=most)])

    def find(self, query: Query) -> Page:
        self._look_at(*map(mark_of_customer, query.customer or ()))
        ahead = self._ahead.open_ones(query) if self._ahead else None
        if ahead is not None:
            rows = {row["number"]: row for row in ahead}
            return Sheet([(number,) for number in rows], None, None).read(
                lambda number: self._read_ahead(rows[number]).complaint
            )
        sheet = sheet_of(query, lambda start, down, limit: self.walk(query, start, limit, down=down))
        numbers = [place[-1] for place in sheet.places]
        rows = {row[0]: row for row in self._run(_SNAPSHOTS, numbers=numbers)} if numbers else {}
        return sheet.read(lambda number: self._read(rows[number]).complaint)

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        given = {name: fit(value) for name, value in (("type", type), ("area", area)) if value}
        text = _RECEIVED.format("".join(f" AND {name} = :{name}" for name in given))
        return tuple(
            sightings(self._run(text, since=microseconds(since), until=microseconds(until), **given), self.load)
        )

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        self._look_at(mark_of_problem(type, area))
        rows = (row[:-1] for row in self._alike(fit(type), fit(area), at, until, only))
        return sightings(rows, self.load)

    def _alike(self, type: str, area: str, at: datetime, until: datetime, only: Only) -> Iterator[Any]:
        down = until < at
        first, last = sorted((microseconds(at), microseconds(until)))
        values: dict[str, Any] = {"type": type, "area": area, "first": first, "last": last, "limit": CHUNK}
        order = f" ORDER BY received_at{' DESC' if down else ''}, number{' DESC' if down else ''} LIMIT :limit"
        text, behind = _ALIKE.format(ONLY[only]), ""
        while True:
            rows = self._run(f"{text}{behind}{order}", **values)
            yield from rows
            if len(rows) < CHUNK:
                return
            behind = f" AND (received_at, number) {'<' if down else '>'} (:from_at, :from_number)"
            values |= {"from_at": rows[-1][_RECEIVED_AT], "from_number": rows[-1][-1]}

    def counted(self, since: datetime, until: datetime) -> Iterator[Counted]:
        """A chunk at a time, in the order of the index, each behind the last one."""
        place: tuple[int, int] | None = (microseconds(since) - 1, NEVER)
        while place is not None:
            last = {"counted_to": place[0], "number": place[1]}
            rows = self._run(_COUNTED, until=microseconds(until), limit=CHUNK, **last)
            yield from (Counted(*kept) for _, _, *kept in rows)
            place = (rows[-1][0], rows[-1][1]) if len(rows) == CHUNK else None

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        self._look_at(mark_of_customer(customer))
        if not orders:
            return ()
        found = self._run(_FIND_PAID, customer=fit(customer), orders=sorted(map(fit, orders)))
        return tuple(id for id, _ in found)

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        self.take_turn()
        complaint, before = stored.complaint, events[0].seq - 1
        then = self._known_at(complaint.id, before) if before else None
        known = self._update(stored, then) if then else self._insert(stored)
        self._known[complaint.id] = known
        if days := counted_days(known.counted_to, then.counted_to if then else known.counted_to):
            self._take_sheets(days, events[-1].at // DAY)
        self._append(known.number, events)
        if stored.searched is not NOTHING_NEW:
            self._keep_searched(known.number, stored.searched, before)
        self._file_paid(complaint.facts, known)

    def _known_at(self, id: str, before: int) -> Known:
        if id not in self._known:
            self.load(id)
        known = self._known.get(id)
        if known is None or known.version != before:
            raise Conflict(id, before, known.version if known else 0)
        return known

    def _update(self, stored: Stored, known: Known) -> Known:
        complaint, place, before = stored.complaint, _place_of(stored.complaint.facts), known.version
        now = known._replace(
            version=complaint.version, place=place, clocks=stored.clocks, counted_to=counted_to(stored)
        )
        self._touch_marks(now, known)
        both = zip(_PLACED, place, known.place, strict=True)
        moved = {name: _fitted(new) for name, new, old in both if new != old}  # to fit each took 4 % of a command
        values = {**dict(zip(_WHOLE, _whole(stored), strict=True)), **moved}
        update = _update_of(tuple(values))
        self._later(update, {**values, "number": known.number, "before": before}, self._one_row(complaint.id, before))
        return now

    def _insert(self, stored: Stored) -> Known:
        complaint, facts = stored.complaint, stored.complaint.facts
        number, customer = self._counts().complaints + 1, fit(facts.customer)
        place, until = _place_of(facts), counted_to(stored)
        known = Known(number, complaint.version, customer, place, stored.clocks, (NEVER, ""), until)
        new = (number, complaint.id, customer, fit(facts.channel), microseconds(stored.received_at), NEVER, "")
        values = dict(zip((*_SNAPSHOT, *_NEW), (*_whole(stored), *map(_fitted, place), *new), strict=True))
        self._later(_INSERT, values, self._one_row(complaint.id, 0))
        self._counts().complaints = number
        self._touch_marks(known, None)
        return known

    def _touch_marks(self, now: Known, then: Known | None) -> None:
        self._touch(mark_of_customer(now.customer))
        new, old = (dict(zip(_PLACED, one.place, strict=True)) if one else {} for one in (now, then))
        if any(new[name] != old.get(name) for name in _SEEN):
            self._touch(*(mark_of_problem(one["type"], one["area"]) for one in (new, old) if one))

    def _one_row(self, id: str, before: int) -> Callable[[int], None]:
        """Raises `Conflict` where the place of an event is taken, or those before it are not there."""

        def check(count: int) -> None:
            if count != 1:
                raise Conflict(id, before, self._version(id))

        return check

    def _version(self, id: str) -> int:
        row = self._row(_VERSION, id=id)
        return int(row[0]) if row else 0

    def _append(self, number: int, events: Sequence[Sealed]) -> None:
        counts = self._counts()
        rows = [
            {"place": place, "complaint": number, **{name: getattr(one, name) for name in Sealed.__struct_fields__}}
            for place, one in enumerate(events, counts.events + 1)
        ]
        self._later(_EVENT, rows)
        counts.events += len(rows)

    def _keep_searched(self, number: int, news: Searched, before: int) -> None:
        """The words are written when words come, and the labels when one of them may be another. Those of events behind
        the version `before` are not there yet."""
        for place, words in news.indexed.items():
            row = {"complaint": number, "place": place}
            if not 0 < before < place:
                self._later(_DELETE_WORDS, row)
            if words:
                self._later(_INSERT_WORDS, {**row, "text": words})
        if news.labels is not None:
            self._later(_DELETE_LABELS, {"complaint": number})
            rows = [_label_row(number, name, value) for name, value in news.labels.items()]
            self._later(_INSERT_LABEL, rows)

    def _file_paid(self, facts: Facts, known: Known) -> None:
        if facts.paid:
            orders = sorted(map(fit, filed_under(facts)))
            row = {"customer": known.customer, "complaint": known.number}
            self._later(_FILE_PAID, [{**row, "order_no": order} for order in orders])

    def searched(self, id: str) -> Searched:
        words, labels = self._run(_WORDS, id=id), self._run(_LABELS, id=id)
        return Searched({row[0]: row[1] for row in words}, {row[0]: row[1] for row in labels})

    def misplaced(self) -> Iterator[tuple[str, str]]:
        """What the columns have otherwise than the facts: the id, and the name of the column."""
        for _, id, facts, *columns in self._each(_PLACES):
            try:
                with reading("complaints", id):
                    place = _fitted_place(decode_facts(facts))
            except UnreadableRecord:
                continue  # it is told by itself
            yield from ((id, name) for name, kept, is_ in zip(PLACE, columns, place, strict=True) if kept != is_)

    def links(self, after: int = 0) -> Iterator[bytes]:
        return (link for _, link in self._each(_LINKS, after))

    def ids(self) -> Iterator[str]:
        return (id for _, id in self._each(_IDS))

    def _each(self, sql: str, after: int = 0) -> Iterator[Any]:
        """All rows behind this number, a chunk at a time, each behind the number of the last one."""
        last: int | None = after
        while last is not None:
            rows = self._run(sql, after=last, limit=CHUNK)
            yield from rows
            last = rows[-1][0] if len(rows) == CHUNK else None


def _fitted_place(facts: Facts) -> tuple[Any, ...]:
    """Where the indexes have a complaint."""
    return tuple(map(_fitted, place_of(facts)))


def _fitted(value: object) -> object:
    """A value as its column has it."""
    if isinstance(value, str):
        return fit(value)
    return int(value) if isinstance(value, bool) else value


def _place_of(facts: Facts) -> tuple[Any, ...]:
    """The values of `_PLACED`, which are not fitted yet."""
    return (*place_of(facts), facts.shop)


def _whole(stored: Stored) -> tuple[Any, ...]:
    """The values of `_WHOLE`."""
    complaint, counted = stored.complaint, (stored.counted, counted_to(stored))
    return (
        complaint.version,
        stored.link,
        LATEST_FACTS.write(complaint.id, complaint.facts),
        complaint.card,
        stored.clocks,
        *counted,
    )


@cache
def _update_of(names: tuple[str, ...]) -> str:
    """The statement that changes these columns."""
    columns = ", ".join(f"{name} = :{name}" for name in names)
    return f"UPDATE complaintflow_complaints SET {columns} WHERE number = :number AND version = :before"  # noqa: S608


def _label_row(number: int, name: str, value: str) -> dict[str, Any]:
    fitted = fit(value)
    return {"complaint": number, "name": fit(name), "value": fitted, "whole": None if fitted == value else value}
