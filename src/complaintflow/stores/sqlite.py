"""The embedded store: one SQLite file, by the standard library alone.

Durable as it comes: write-ahead log, `synchronous=FULL`, foreign keys. A writer takes the file's lock
when it begins, so two processes wait for each other instead of failing half-way. The history is clustered
by complaint, so that loading one complaint reads neighbouring pages.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import msgspec

from complaintflow.errors import Conflict, DefinitionError, Problem, StoreError
from complaintflow.insight.batches import Sighting
from complaintflow.plugins import (
    CustomerMessage,
    Message,
    OutboxEntry,
    Page,
    Query,
    Remembered,
    StaffMessage,
    Stored,
)
from complaintflow.record.complaint import Body, Complaint, Entry, microseconds, moment
from complaintflow.record.facts import decode_facts, encode_facts
from complaintflow.record.history import Sealed
from complaintflow.stores._schema import APPLICATION_ID, MIGRATIONS
from complaintflow.vocabulary import OPEN

_REMEDIES = (
    ("locked", "try again: another process is writing"),
    ("full", "make room and try again"),
    ("disk i/o error", "look at the disk and its limits, then try again"),
    ("readonly", "make the file and its folder writable"),
    ("unable to open", "make the folder, and make it writable"),
    ("not a database", "name another file"),
)


def open_sqlite(url: str) -> SqliteStore:
    """The store that `sqlite:///relative.db` or `sqlite:////absolute.db` names."""
    path = url.removeprefix("sqlite:///")
    if path == url or path in {"", ":memory:"}:  # what is to be forgotten has memory://
        raise DefinitionError((Problem("store", url, "sqlite:///relative.db or sqlite:////absolute.db"),))
    return SqliteStore(Path(path))


class SqliteStore:
    """A `Store` in one file. `synchronous` is FULL unless you can afford to lose what was acknowledged.

    `patience` is how long, in seconds, a writer waits for another one. Raises `StoreError` when the file
    cannot be opened, is no database of ours, or comes from a newer version.
    """

    def __init__(self, path: Path, *, synchronous: str = "FULL", patience: float = 10.0) -> None:
        if synchronous not in {"FULL", "NORMAL", "OFF"}:
            raise DefinitionError((Problem("synchronous", synchronous, "FULL, NORMAL or OFF"),))
        self.path = path.absolute()
        self._synchronous = synchronous
        self._patience = patience
        self._mine = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._open = True
        self._lock = threading.Lock()
        try:
            with self._named():
                self._migrate(self._connection())
        except BaseException:
            self.close()
            raise

    def reading(self) -> AbstractContextManager[_Session]:
        """A snapshot of the file."""
        return self._transaction("BEGIN")

    def writing(self) -> AbstractContextManager[_Session]:
        """The only writer; what it wrote is synced to the disk before this returns."""
        return self._transaction("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            self._open = False
            while self._all:
                self._all.pop()[1].close()
            self._mine = threading.local()

    @contextmanager
    def _transaction(self, begin: str) -> Generator[_Session, None, None]:
        with self._named():
            connection = self._connection()
            connection.execute(begin)
            try:
                yield _Session(connection)
                connection.execute("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise

    @contextmanager
    def _named(self) -> Generator[None, None, None]:
        """SQLite's errors as ours, with what would help."""
        try:
            yield
        except sqlite3.Error as error:
            text = str(error)
            remedy = next((help for sign, help in _REMEDIES if sign in text.lower()), "look at the file with fsck")
            raise StoreError(f"sqlite {self.path.name}", text, remedy) from error

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._mine, "connection", None)
        if found is None:
            found = self._mine.connection = self._connect()
        return found

    def _connect(self) -> sqlite3.Connection:
        with self._lock:
            if not self._open:
                raise StoreError(f"sqlite {self.path.name}", "the store is closed", "open the desk again")
            self._leave_the_dead()
            connection = sqlite3.connect(
                self.path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            self._all.append((threading.current_thread(), connection))
        self._version(connection)  # first of all: what is not ours stays as it is
        connection.execute("PRAGMA page_size = 4096")
        self._log_ahead(connection)
        connection.execute(f"PRAGMA synchronous = {self._synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _leave_the_dead(self) -> None:
        """Close the connections of threads that have ended."""
        for thread, connection in [one for one in self._all if not one[0].is_alive()]:
            self._all.remove((thread, connection))
            connection.close()

    def _log_ahead(self, connection: sqlite3.Connection) -> None:
        """Switch to the write-ahead log. SQLite does not wait here by itself while another opens the same file."""
        deadline = monotonic() + self._patience
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() >= deadline:
                    raise
            sleep(_PAUSE)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Bring the schema forward, one version after the other, in one transaction."""
        if self._version(connection) == len(MIGRATIONS):
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            for script in MIGRATIONS[self._version(connection) :]:
                for statement in filter(str.strip, script.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise

    def _version(self, connection: sqlite3.Connection) -> int:
        """The version of the schema in the file; 0 for an empty one."""
        version, owner, tables = connection.execute(_IDENTITY).fetchone()
        name = f"sqlite {self.path.name}"
        if tables and owner != APPLICATION_ID:
            raise StoreError(name, "this database belongs to another program", "name another file")
        if version > len(MIGRATIONS):
            cause = f"its schema has version {version}, this library knows {len(MIGRATIONS)}"
            raise StoreError(name, cause, "use the version of complaintflow that wrote it, or a newer one")
        return int(version)


def _roll_back(connection: sqlite3.Connection) -> None:
    """After some errors (a full disk) SQLite has done so by itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


_PAUSE = 0.005
_IDENTITY = (  # one statement, so that nobody migrates the file between two looks
    "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) "
    "FROM pragma_user_version, pragma_application_id"
)
_COLUMNS = {"order": "order_no"}
_LOAD = "SELECT number, id, version, received_at, link, facts FROM complaints WHERE id = ?"
_BODY = "SELECT seq, at, by, kind, coalesce(data, x'7b7d') FROM events WHERE complaint = ? ORDER BY seq"
_HISTORY = (
    "SELECT seq, at, by, kind, events.state, changes, versions, salt, data, events.link, commitment "
    "FROM events JOIN complaints ON complaints.number = complaint WHERE id = ? ORDER BY seq"
)
_INSERT = (
    "INSERT INTO complaints (version, state, grade, type, area, team, owner, order_no, link, facts, "
    "id, customer, channel, received_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_UPDATE = (
    "UPDATE complaints SET version = ?, state = ?, grade = ?, type = ?, area = ?, team = ?, owner = ?, order_no = ?, "
    "link = ?, facts = ? WHERE number = ? AND version = ?"
)
_EVENT = "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
# Each complaint waits in one of three places, and for good reason: `looks` is in the order of time, so what is due lies
# together and is taken away together; `claimed` and `changed` are short. Its row is not touched by a claim.
_DUE = (
    "SELECT number, id, look_at FROM ("
    "SELECT 0 AS at, complaint FROM (SELECT complaint FROM changed ORDER BY complaint LIMIT ?1) UNION ALL "
    "SELECT until, complaint FROM claimed WHERE until <= ?2 UNION ALL SELECT at, complaint FROM looks WHERE at <= ?2 "
    "ORDER BY at, complaint LIMIT ?1) CROSS JOIN complaints ON number = complaint"
)
_LOOKS = (
    "SELECT at, id FROM ("
    "SELECT 0 AS at, complaint FROM (SELECT complaint FROM changed ORDER BY complaint LIMIT ?1) UNION ALL "
    "SELECT until, complaint FROM claimed WHERE complaint NOT IN (SELECT complaint FROM changed) UNION ALL "
    "SELECT at, complaint FROM looks WHERE complaint NOT IN (SELECT complaint FROM changed) "
    "ORDER BY at, complaint LIMIT ?1) CROSS JOIN complaints ON number = complaint ORDER BY at, id"
)
_SIGHTED = (
    "SELECT id, received_at, facts FROM complaints WHERE received_at BETWEEN ?1 AND ?2 "
    "AND ?3 IN ('', type) AND ?4 IN ('', area) ORDER BY received_at, number"
)
_TAKEN = "DELETE FROM looks WHERE at = ? AND complaint = ?"
_WAITING = (
    "SELECT number, audience, message, attempts, leased_until, why FROM outbox WHERE number > ? ORDER BY number LIMIT ?"
)
_DEAD = (
    "SELECT number, audience, message, attempts, NULL, why FROM dead_letters WHERE number > ? ORDER BY number LIMIT ?"
)
_SENDING = (  # several may go at the same instant
    "INSERT INTO sendings SELECT ?1, ?2, count(*) FROM sendings WHERE recipient = ?1 AND at = ?2"
)
_DAY = 86_400_000_000
_MESSAGES: dict[str, Callable[[bytes], Message]] = {
    "customer": msgspec.json.Decoder(CustomerMessage, dec_hook=lambda _, value: value).decode,
    "staff": msgspec.json.Decoder(StaffMessage).decode,
}


def _written(message: Message) -> tuple[str, bytes]:
    """Whom a message is for, and the message."""
    audience = "customer" if isinstance(message, CustomerMessage) else "staff"
    return audience, msgspec.json.encode(message, enc_hook=dict)


def _entry(number: int, audience: str, message: bytes, attempts: int, until: int | None, why: str) -> OutboxEntry:
    return OutboxEntry(number, _MESSAGES[audience](message), attempts, None if until is None else moment(until), why)


class _Session:
    """One transaction on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute
        self._many = connection.executemany
        self._numbers: dict[str, int] = {}

    def load(self, id: str) -> Stored | None:
        row = self._execute(_LOAD, (id,)).fetchone()
        return None if row is None else self._stored(row)

    def _stored(self, row: tuple[Any, ...]) -> Stored:
        number, id, version, received_at, link, facts = row
        self._numbers[id] = number
        body = Body(tuple([Entry(*entry) for entry in self._execute(_BODY, (number,))]))
        return Stored(Complaint(id, version, decode_facts(facts), body), link, moment(received_at))

    def history(self, id: str) -> tuple[Sealed, ...]:
        return tuple(Sealed(*row) for row in self._execute(_HISTORY, (id,)))

    def find(self, query: Query) -> Page:
        where, values = _conditions(query)
        text = (
            "SELECT number, id, version, received_at, link, facts FROM complaints "  # noqa: S608  # names are ours
            f"WHERE {where} ORDER BY number LIMIT ?"
        )
        rows = self._execute(text, (*values, query.limit + 1)).fetchall()
        shown = rows[: query.limit]
        complaints = tuple(self._stored(row).complaint for row in shown)
        return Page(complaints, shown[-1][0] if len(rows) > len(shown) else None)

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        complaint, facts = stored.complaint, stored.complaint.facts
        before = events[0].seq - 1
        columns: tuple[Any, ...] = (
            complaint.version,
            facts.state,
            facts.grade.value if facts.grade else None,  # exactly a str: anything else is adapted, slowly
            facts.type,
            facts.area,
            facts.team,
            facts.owner,
        )
        columns += (facts.order, stored.link, encode_facts(facts))
        number = self._update(complaint.id, before, columns) if before else self._insert(stored, columns)
        if number is None:
            raise Conflict(complaint.id, before, self._version(complaint.id))
        self._append(number, events)

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
        more = (complaint.id, complaint.facts.customer, complaint.facts.channel, microseconds(stored.received_at))
        return self._execute(_INSERT, (*columns, *more)).lastrowid

    def _version(self, id: str) -> int:
        row = self._execute("SELECT version FROM complaints WHERE id = ?", (id,)).fetchone()
        return int(row[0]) if row else 0

    def _append(self, number: int, events: Sequence[Sealed]) -> None:
        self._execute("INSERT OR IGNORE INTO changed VALUES (?)", (number,))
        for one in events:
            head = (number, one.seq, one.at, one.by, one.kind, one.state, one.changes, one.versions)
            self._execute(_EVENT, (*head, one.salt, one.data, one.link, one.commitment))
            self._execute("INSERT INTO ledger (link) VALUES (?)", (one.link,))

    def enqueue(self, message: Message) -> None:
        self._execute("INSERT INTO outbox (audience, message) VALUES (?, ?)", _written(message))

    def claim(self, limit: int, now: datetime, until: datetime) -> tuple[OutboxEntry, ...]:
        rows = self._execute(
            "SELECT number, audience, message, attempts, leased_until, why FROM outbox "
            "WHERE leased_until <= ? ORDER BY number LIMIT ?",
            (microseconds(now), limit),
        ).fetchall()
        lease = "UPDATE outbox SET leased_until = ?, attempts = attempts + 1 WHERE number = ?"
        self._many(lease, [(microseconds(until), row[0]) for row in rows])
        return tuple(_entry(*row) for row in rows)

    def remove(self, number: int) -> None:
        self._take_out(number)

    def _take_out(self, number: int) -> bool:
        return any(
            self._execute(text, (number,)).rowcount
            for text in ("DELETE FROM outbox WHERE number = ?", "DELETE FROM dead_letters WHERE number = ?")
        )

    def reschedule(self, entry: OutboxEntry) -> None:
        if not self._take_out(entry.number):
            return
        row = (entry.number, *_written(entry.message), entry.attempts)
        if entry.until is None:
            self._execute("INSERT INTO dead_letters VALUES (?, ?, ?, ?, ?)", (*row, entry.why))
        else:
            until = microseconds(entry.until)
            self._execute("INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?)", (*row, until, entry.why))

    def waiting(self) -> int:
        (count,) = self._execute("SELECT count(*) FROM outbox").fetchone()
        return int(count)

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        rows = self._execute(_DEAD if dead else _WAITING, (after, limit))
        return tuple(_entry(*row) for row in rows)

    def note_sending(self, recipient: str, at: datetime) -> None:
        now = microseconds(at)
        self._execute("DELETE FROM sendings WHERE recipient = ? AND at <= ?", (recipient, now - _DAY))
        self._execute(_SENDING, (recipient, now))

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        rows = self._execute(
            "SELECT at FROM sendings WHERE recipient = ? AND at > ? ORDER BY at", (recipient, microseconds(since))
        )
        return tuple(moment(at) for (at,) in rows)

    def schedule(self, id: str, when: datetime | None) -> None:
        number, before = self._execute("SELECT number, look_at FROM complaints WHERE id = ?", (id,)).fetchone()
        after = None if when is None else microseconds(when)
        self._execute("DELETE FROM changed WHERE complaint = ?", (number,))
        self._execute("DELETE FROM claimed WHERE complaint = ?", (number,))
        self._execute(_TAKEN, (before, number))
        if before != after:
            self._execute("UPDATE complaints SET look_at = ? WHERE number = ?", (after, number))
        if after is not None:
            self._execute("INSERT INTO looks VALUES (?, ?)", (after, number))

    def due(self, limit: int, now: datetime, until: datetime) -> tuple[str, ...]:
        rows = self._execute(_DUE, (limit, microseconds(now))).fetchall()
        found = {number: (id, look_at) for number, id, look_at in rows}
        self._many("DELETE FROM changed WHERE complaint = ?", ((number,) for number in found))
        self._many(_TAKEN, ((look_at, number) for number, (_, look_at) in found.items()))
        lease = microseconds(until)
        self._many("INSERT OR REPLACE INTO claimed VALUES (?, ?)", ((number, lease) for number in found))
        return tuple(id for id, _ in found.values())

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple((moment(at), id) for at, id in self._execute(_LOOKS, (limit,)))

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        rows = self._execute(_SIGHTED, (microseconds(since), microseconds(until), type, area))
        return tuple(Sighting(id, moment(received_at), decode_facts(facts)) for id, received_at, facts in rows)

    def keep_policy(self, digest: str, document: bytes) -> None:
        self._execute("INSERT OR IGNORE INTO policies VALUES (?, ?)", (digest, document))

    def policy(self, digest: str) -> bytes | None:
        row = self._execute("SELECT document FROM policies WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None

    def remember(self, key: str, what: Remembered) -> None:
        self._execute("INSERT INTO keys VALUES (?, ?, ?, ?)", (key, what.complaint, what.version, what.asked))

    def result_for_key(self, key: str) -> Remembered | None:
        row = self._execute("SELECT complaint, version, asked FROM keys WHERE key = ?", (key,)).fetchone()
        return Remembered(*row) if row else None

    def links(self) -> Iterator[bytes]:
        return (link for (link,) in self._execute("SELECT link FROM ledger ORDER BY place"))

    def ids(self) -> Iterator[str]:
        return iter([id for (id,) in self._execute("SELECT id FROM complaints ORDER BY number")])


def _conditions(query: Query) -> tuple[str, list[Any]]:
    """The parts of a WHERE with their values; the names of columns are ours, never the caller's."""
    exact = query.exact()
    parts = ["number > ?", *(f"{_COLUMNS.get(name, name)} = ?" for name in exact)]
    values: list[Any] = [query.after, *exact.values()]
    if query.open is not None:
        states = sorted(map(str, OPEN))
        parts.append(f"state {'' if query.open else 'NOT '}IN ({','.join('?' * len(states))})")
        values += states
    if query.received_since is not None:
        parts.append("received_at >= ?")
        values.append(microseconds(query.received_since))
    return " AND ".join(parts), values
