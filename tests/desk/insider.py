"""An insider who may write everything, knows the code and has the key, and makes everything fit again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any, Protocol

import attrs
import msgspec
import psycopg

from complaintflow import Desk
from complaintflow.desk.ledger import fold
from complaintflow.record.history import GENESIS, Sealed, commitment, link
from complaintflow.stores import SqliteStore, SqlStore
from complaintflow.testing import FrozenClock

Row = tuple[str, Sealed]
"""An event with the id of its complaint."""
Ledger = list[Row]


class Insider(Protocol):
    """Who may write everything that is stored."""

    def read(self) -> Ledger:
        """The whole ledger, in order."""
        ...

    def write(self, rows: Ledger, *, tiles: bool) -> None:
        """Put it in the place of what is there, with its snapshots, and with new tiles."""
        ...

    def desk(self, key: bytes) -> AbstractContextManager[Desk]:
        """A desk on what is stored, with this key."""
        ...


_COLUMNS = "seq, at, by, kind, {events}.state, changes, versions, salt, data, {events}.link, commitment"


@attrs.frozen
class InsiderOfFile:
    """On a file of SQLite."""

    path: Path

    def read(self) -> Ledger:
        asked = (
            f"SELECT id, {_COLUMNS.format(events='events')} FROM events JOIN complaints ON number = complaint "
            "ORDER BY place"
        )
        with closing(sqlite3.connect(self.path)) as file:
            return [(id, Sealed(*rest)) for id, *rest in file.execute(asked)]

    def write(self, rows: Ledger, *, tiles: bool) -> None:
        with closing(sqlite3.connect(self.path)) as file, file:
            file.execute("PRAGMA synchronous = OFF")
            numbers: dict[str, int] = dict(file.execute("SELECT id, number FROM complaints"))
            file.execute("DELETE FROM events")
            if tiles:
                file.execute("DELETE FROM tiles")
            columns = f"place, complaint, {_COLUMNS.format(events='events').replace('events.', '')}"
            text = f"INSERT INTO events ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
            file.executemany(text, _values(rows, numbers))
            last = [(one.link, one.seq, id) for id, one in rows]
            file.executemany("UPDATE complaints SET link = ?, version = ? WHERE id = ?", last)
        if tiles:
            self._fold()

    def _fold(self) -> None:
        with closing(SqliteStore(self.path, synchronous="OFF")) as store, store.writing() as session:
            fold(session, 1000)

    @contextmanager
    def desk(self, key: bytes) -> Iterator[Desk]:
        with Desk(SqliteStore(self.path, synchronous="OFF"), clock=FrozenClock(), chain_key=key) as desk:
            yield desk


@attrs.frozen
class InsiderOfServer:
    """On a database of PostgreSQL, as the owner of the tables."""

    url: str

    def read(self) -> Ledger:
        asked = (
            f"SELECT id, {_COLUMNS.format(events='e')} FROM complaintflow_events e "
            "JOIN complaintflow_complaints ON number = complaint ORDER BY place"
        )
        with psycopg.connect(self.url) as plain:
            return [(id, Sealed(*rest)) for id, *rest in plain.execute(asked.encode())]

    def write(self, rows: Ledger, *, tiles: bool) -> None:
        with psycopg.connect(self.url) as plain, plain.cursor() as cursor:
            numbers: dict[str, int] = dict(plain.execute("SELECT id, number FROM complaintflow_complaints"))
            plain.execute("DELETE FROM complaintflow_events")
            if tiles:
                plain.execute("DELETE FROM complaintflow_tiles")
            columns = f"place, complaint, {_COLUMNS.format(events='e').replace('e.', '')}"
            text = f"INSERT INTO complaintflow_events ({columns}) VALUES ({', '.join(['%s'] * 13)})"
            cursor.executemany(text.encode(), _values(rows, numbers))
            last = [(one.link, one.seq, id) for id, one in rows]
            cursor.executemany("UPDATE complaintflow_complaints SET link = %s, version = %s WHERE id = %s", last)
            plain.execute("UPDATE complaintflow_ledger SET events = %s", (len(rows),))
        if tiles:
            with closing(SqlStore(self.url)) as store, store.writing() as session:
                fold(session, 1000)

    @contextmanager
    def desk(self, key: bytes) -> Iterator[Desk]:
        with Desk(SqlStore(self.url), clock=FrozenClock(), chain_key=key) as desk:
            yield desk


def _values(rows: Ledger, numbers: Mapping[str, int]) -> Iterator[tuple[Any, ...]]:
    """What is inserted for each event, with its place."""
    for place, (id, one) in enumerate(rows, 1):
        head = (place, numbers[id], one.seq, one.at, one.by, one.kind, one.state, one.changes, one.versions)
        yield (*head, one.salt, one.data, one.link, one.commitment)


def said(rows: Sequence[Row]) -> Mapping[tuple[str, int], tuple[Any, ...]]:
    """What each event says, and its place; words that were erased are what their commitment says."""
    return {
        (id, one.seq): (place, one.at, one.by, one.kind, one.state, one.changes, one.versions, commitment(one))
        for place, (id, one) in enumerate(rows)
    }


def forge(rows: Ledger, key: bytes) -> Ledger:
    """Number the events of each complaint anew, and make all their links."""
    seen: dict[str, int] = {}
    last: dict[str, bytes] = {}
    forged: Ledger = []
    for id, one in rows:
        seen[id] = seen.get(id, 0) + 1
        fresh = msgspec.structs.replace(one, seq=seen[id])
        fresh = msgspec.structs.replace(fresh, link=link(id, last.get(id, GENESIS), fresh, key))
        last[id] = fresh.link
        forged.append((id, fresh))
    return forged


def _change(rows: Ledger, place: int, **fields: Any) -> None:
    id, one = rows[place]
    rows[place] = (id, msgspec.structs.replace(one, **fields))


def other_words(rows: Ledger, place: int, draw: Random) -> None:
    data = rows[place][1].data or b"{}"
    _change(rows, place, data=data[:-1] + b',"more":"%d"}' % draw.getrandbits(32), commitment=None)


def other_person(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, by=f"staff-{draw.getrandbits(32)}")


def other_time(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, at=rows[place][1].at + draw.choice((-1, 1)) * draw.randint(1, 10**12))


def other_command(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, kind=draw.choice(("Close", "Decline", "Confirm")) + str(draw.randint(1, 9)))


def other_state(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, state=f"{rows[place][1].state}-{draw.randint(1, 9)}")


def other_facts(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, changes=b'{"owner":"%d"}' % draw.getrandbits(32))


def other_rules(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, versions=f"{draw.getrandbits(64):016x} {draw.getrandbits(64):016x}")


def erased_with_a_lie(rows: Ledger, place: int, draw: Random) -> None:
    _change(rows, place, data=None, salt=b"", commitment=draw.randbytes(32))


def gone(rows: Ledger, place: int, draw: Random) -> None:
    del rows[place : place + draw.randint(1, 3)]


def end_cut_off(rows: Ledger, place: int, draw: Random) -> None:
    del rows[max(place, 1) :]


def copied(rows: Ledger, place: int, draw: Random) -> None:
    rows.insert(draw.randint(0, place), rows[place])


def other_order(rows: Ledger, place: int, draw: Random) -> None:
    rows.insert(draw.randrange(len(rows)), rows.pop(place))


def other_complaint(rows: Ledger, place: int, draw: Random) -> None:
    ids = sorted({id for id, _ in rows} - {rows[place][0]}) or [rows[place][0]]
    rows[place] = (draw.choice(ids), rows[place][1])


Rewrite = Callable[[Ledger, int, Random], None]

IN_PLACE: tuple[Rewrite, ...] = (
    *(other_words, other_person, other_time, other_command, other_state, other_facts, other_rules),
    erased_with_a_lie,
)
"""What may be done without making any link anew."""

REWRITES: tuple[Rewrite, ...] = (*IN_PLACE, gone, end_cut_off, copied, other_order, other_complaint)
"""What the insider does to one event; one that may end where it began touches nothing then."""
