"""A database that is put back to where a story begins, and the desks that work on it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import attrs

from complaintflow import Complaint, Desk, Lifecycle, Policy
from complaintflow.desk import builtin
from complaintflow.plugins import Channel, Host, Observer, StaffChannel, Store, hookimpl
from complaintflow.stores import SqliteStore, SqlStore
from complaintflow.stores.sql.attempts import Attempts
from complaintflow.testing import FrozenClock
from tests.stores.schedules.actors import Actor
from tests.stores.schedules.stops import StoppingChannel, stop_at_ends, written
from tests.stores.servers import empty, pass_time


@attrs.define
class Way:
    """A plugin with one channel for everybody, and an observer that keeps what it was told."""

    channel: StoppingChannel = attrs.field(factory=StoppingChannel)
    seen: list[tuple[str, int, str]] = attrs.field(factory=list[tuple[str, int, str]])

    @hookimpl
    def channels(self) -> dict[str, Channel]:
        return {"app": self.channel, "email": self.channel}

    @hookimpl
    def staff_channels(self) -> dict[str, StaffChannel]:
        return {"team": self.channel}

    @hookimpl
    def observers(self) -> list[Observer]:
        return [self]

    def saw(self, complaint: Complaint, events: Any) -> None:
        self.seen += ((complaint.id, one.seq, one.kind) for one in events)


@attrs.frozen
class OnRecord:
    """An event as its row has it."""

    place: int
    complaint: str
    seq: int
    kind: str
    by: str
    data: dict[str, Any]
    changes: dict[str, Any]


@attrs.frozen
class Letter:
    """A letter as its row has it; without `until` it is dead."""

    number: int
    key: str
    attempts: int
    until: int | None


@attrs.frozen
class Raw:
    """What the tables say, read by plain statements: none of the code that is tested has a part in it."""

    events: tuple[OnRecord, ...]
    complaints: dict[str, dict[str, Any]]
    letters: tuple[Letter, ...]
    checks: dict[str, int]
    sendings: dict[str, int]
    keys: int
    counts: tuple[int, ...] | None
    unlinked: tuple[str, ...]
    """The complaints whose snapshot is not of their last event."""

    def of(self, *kinds: str) -> list[OnRecord]:
        """The events of these kinds."""
        return [one for one in self.events if one.kind in kinds]

    def kinds(self, id: str) -> list[str]:
        """The kinds of the events of a complaint, in order."""
        return [one.kind for one in sorted(self.events, key=lambda one: one.seq) if one.complaint == id]


_EVENTS = "SELECT place, id, seq, kind, by, data, changes FROM {0}events JOIN {0}complaints ON number = complaint"
_COMPLAINTS = "SELECT id, version, state, customer, order_no, incident, facts FROM {0}complaints"
_LETTERS = {
    "": "SELECT number, key, attempts, until FROM outbox "
    "UNION ALL SELECT number, key, attempts, NULL FROM dead_letters",
    "complaintflow_": "SELECT number, key, attempts, CASE leased WHEN 1 THEN 1 ELSE until END "
    "FROM complaintflow_outbox",
}
_CHECKS = {
    "": "SELECT id, at FROM (SELECT complaint, at FROM checks UNION ALL SELECT complaint, until FROM claimed) "
    "JOIN complaints ON number = complaint",
    "complaintflow_": "SELECT id, CASE leased WHEN 1 THEN 1 ELSE at END FROM complaintflow_checks "
    "JOIN complaintflow_complaints ON number = complaint",
}
_COUNTS = "SELECT events, complaints, letters, waiting FROM complaintflow_ledger"
_UNLINKED = (
    "SELECT id FROM {0}complaints c WHERE NOT EXISTS "
    "(SELECT 1 FROM {0}events e WHERE e.complaint = c.number AND e.seq = c.version AND e.link = c.link) ORDER BY id"
)
_COLUMNS = ("version", "state", "customer", "order_no", "incident")

Ask = Callable[[str], list[tuple[Any, ...]]]


def read_raw(ask: Ask, prefix: str) -> Raw:
    """What the tables say."""
    events = (
        OnRecord(place, id, seq, kind, by, json.loads(data or b"{}"), json.loads(changes or b"{}"))
        for place, id, seq, kind, by, data, changes in ask(_EVENTS.format(prefix))
    )
    complaints = {
        row[0]: {**dict(zip(_COLUMNS, row[1:6], strict=True)), "facts": json.loads(row[6])}
        for row in ask(_COMPLAINTS.format(prefix))
    }
    counts = next(iter(ask(_COUNTS)), None) if prefix else None
    return Raw(
        tuple(sorted(events, key=lambda one: one.place)),
        complaints,
        tuple(sorted((Letter(*row) for row in ask(_LETTERS[prefix])), key=lambda one: one.number)),
        {row[0]: row[1] for row in ask(_CHECKS[prefix])},
        dict(ask(f"SELECT recipient, count(*) FROM {prefix}sendings GROUP BY recipient")),
        int(ask(f"SELECT count(*) FROM {prefix}keys")[0][0]),
        counts,
        tuple(id for (id,) in ask(_UNLINKED.format(prefix))),
    )


class House(Protocol):
    """Where the desks of a story work."""

    kind: str

    def store(self) -> Store:
        """One more store on the database."""
        ...

    def empty(self) -> None:
        """Take everything out."""
        ...

    def keep(self) -> None:
        """Remember what is there."""
        ...

    def restore(self) -> None:
        """Put back what was there."""
        ...

    def raw(self) -> Raw:
        """What the tables say."""
        ...

    def pass_time(self, span: timedelta) -> None:
        """Its own clock goes on by so much, where leases end by one."""
        ...

    def is_waiting(self, actor: Actor) -> bool:
        """Whether the database makes it wait."""
        ...

    def close(self) -> None:
        """Let the database go."""
        ...


class SqliteHouse:
    """A file: with the embedded store, or with the SQL store (`sqlite+sql`). A writer has it alone."""

    def __init__(self, folder: Path, kind: str = "sqlite") -> None:
        self.kind, self._path = kind, folder / f"{kind}.db"
        self._kept = sqlite3.connect(":memory:")
        self.store().close()
        self._plain = sqlite3.connect(self._path, isolation_level=None)
        self._plain.execute("PRAGMA synchronous = OFF")
        self._plain.backup(self._kept)
        self._empty = sqlite3.connect(":memory:")
        self._plain.backup(self._empty)

    def store(self) -> Store:
        if self.kind == "sqlite":
            return SqliteStore(self._path, synchronous="OFF")
        one = SqlStore(f"sqlite+sql:///{self._path}")
        stop_at_ends(one._engine)
        return one

    def empty(self) -> None:
        self._empty.backup(self._plain)

    def keep(self) -> None:
        self._plain.backup(self._kept)

    def restore(self) -> None:
        self._kept.backup(self._plain)

    def raw(self) -> Raw:
        return read_raw(
            lambda sql: self._plain.execute(sql).fetchall(), "" if self.kind == "sqlite" else "complaintflow_"
        )

    def pass_time(self, span: timedelta) -> None:
        """It goes by the times of the story."""

    def is_waiting(self, _: Actor) -> bool:
        return False

    def close(self) -> None:
        for one in (self._plain, self._kept, self._empty):
            one.close()


_SCHEMA = "kept"
PREPARE = "SELECT 1"
"""What is done before stores are opened; a seeded race needs something of its own."""
_VACUUM_AFTER = 200


class PostgresHouse:
    """A database on a real server, where many write at once."""

    kind = "postgresql"

    def __init__(self, url: str) -> None:
        import psycopg

        self._address = url
        # who waits looks for a circle at once, so that it is always the last one in it that gives way
        self._url = f"{url}{'&' if '?' in url else '?'}options=-c%20deadlock_timeout%3D1ms"
        self.store().close()
        self._plain = psycopg.connect(url, autocommit=True)
        self._tables = [
            name
            for (name,) in self._ask(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'complaintflow%'"
            )
        ]
        self._plain.execute(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE; CREATE SCHEMA {_SCHEMA}")
        self._restored = 0
        for table in self._tables:
            self._plain.execute(f"CREATE TABLE {_SCHEMA}.{table} AS TABLE {table}")

    def store(self) -> Store:
        one = SqlStore(self._url)
        one._attempts = Attempts(knows_words=True)  # it looks once whether words lie encrypted: a step more in one run
        stop_at_ends(one._engine)
        return one

    def empty(self) -> None:
        empty(self._address)
        self._plain.execute(PREPARE)
        self.keep()
        self.restore()
        self._plain.execute("VACUUM ANALYZE")

    def keep(self) -> None:
        for table in self._tables:
            self._plain.execute(f"DELETE FROM {_SCHEMA}.{table}; INSERT INTO {_SCHEMA}.{table} SELECT * FROM {table}")
        written.clear()

    def restore(self) -> None:
        changed = [name for name in self._tables if name.removeprefix("complaintflow_") in written]
        if changed:
            self._plain.execute(
                "; ".join(f"DELETE FROM {name}; INSERT INTO {name} SELECT * FROM {_SCHEMA}.{name}" for name in changed)
            )
        written.clear()
        self._restored += 1
        if self._restored % _VACUUM_AFTER == 0:
            self._plain.execute("VACUUM")

    def raw(self) -> Raw:
        return read_raw(self._ask, "complaintflow_")

    def pass_time(self, span: timedelta) -> None:
        pass_time(self._address, span)
        written.update(("outbox", "checks"))

    def is_waiting(self, actor: Actor) -> bool:
        return bool(self._plain.execute("SELECT cardinality(pg_blocking_pids(%s))", (actor.pid,)).fetchone()[0])  # type: ignore[index]

    def _ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self._plain.execute(sql).fetchall()

    def close(self) -> None:
        self._plain.execute(f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE")
        self._plain.close()


class Scene:
    """A story on a house: one desk for each who acts, one clock, and one channel."""

    def __init__(self, house: House, policy: Policy) -> None:
        self.house, self.clock, self.way = house, FrozenClock(), Way()
        self._rules = Lifecycle.default(policy)
        self._open = ExitStack()
        self._desks = dict[str, Desk]()
        self._named = dict[str, int]()
        self.ids = dict[str, str]()

    def desk(self, name: str) -> Desk:
        """The desk of this name; nobody else works on it."""
        if name not in self._desks:
            host = Host([builtin, self.way])
            made = Desk(self.house.store(), self._rules, host, self.clock, new_id=lambda _: self._name(name))
            made._units.sealing.fits = True  # asked once in a process: else the first schedule alone had these steps
            self._desks[name] = self._open.enter_context(made)
        return self._desks[name]

    def _name(self, desk: str) -> str:
        self._named[desk] = self._named.get(desk, 0) + 1
        return f"C-{desk}-{self._named[desk]}"

    def keep(self) -> None:
        """From here on the story is told again and again."""
        self.house.keep()
        self._start, self._start_named = self.clock.now, dict(self._named)

    def begin_anew(self) -> None:
        """As it was when it was kept."""
        self.house.restore()
        self.clock.now, self._named = self._start, dict(self._start_named)
        self.way.channel.calls.clear()
        self.way.channel.sent.clear()
        self.way.seen.clear()

    @property
    def now(self) -> datetime:
        return self.clock.now

    def later(self, **span: int) -> None:
        """Time goes on for all: for the house, and for whatever measures leases."""
        self.clock.later(**span)
        self.house.pass_time(timedelta(**span))

    def close(self) -> None:
        self._open.close()
