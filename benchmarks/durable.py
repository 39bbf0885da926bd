"""What a durable command takes at a PostgreSQL server, against what one writes by hand.

The sides take turns, and each figure is how many commands we do in the time in which the other does one. Where nobody
waits for a disk it is the time of the processors, of the client and of the server together, which other programs do not
change; where each commit waits for the disk it is the clock on the wall. The rows by hand have as many bytes as ours,
and decide nothing; psycopg prepares their statements as it does by itself, and ours are prepared, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from time import perf_counter, thread_time
from typing import Any

import attrs
import psycopg

from benchmarks import life
from benchmarks.capacity import server_seconds
from benchmarks.django_log import NAME, installed, open_log
from benchmarks.measuring import Figure
from complaintflow import Complaint, Desk, commands as c
from complaintflow.desk import Asked
from tests import stories as s

_MANY = 100
_TABLES = (
    "CREATE TABLE hand (id TEXT PRIMARY KEY, version BIGINT, facts BYTEA)",
    "CREATE TABLE hand_events (complaint TEXT, seq BIGINT, data BYTEA, link BYTEA, PRIMARY KEY (complaint, seq))",
    "CREATE TABLE hand_ledger (events BIGINT)",
    "INSERT INTO hand_ledger VALUES (0)",
    "INSERT INTO hand SELECT 'C-' || n, 0, '' FROM generate_series(1, 100) n",
)
_READ = "SELECT version, facts FROM hand WHERE id = %s"
_WRITE = (
    "WITH now AS (UPDATE hand SET version = version + 1, facts = %s WHERE id = %s AND version = %s RETURNING version), "
    "turn AS (UPDATE hand_ledger SET events = events + 1 RETURNING events) "
    "INSERT INTO hand_events SELECT %s, version, %s, %s FROM now, turn"
)
_LOCK = "SELECT version, facts FROM hand WHERE id = %s FOR UPDATE"
_UPDATE = "UPDATE hand SET version = version + 1, facts = %s WHERE id = %s"
_INSERT = "INSERT INTO hand_events VALUES (%s, %s, %s, %s)"
_EACH = "INSERT INTO hand_events SELECT id, version, %s, %s FROM hand WHERE id = %s"
_LOAD = (
    "SELECT octet_length(facts) + octet_length(card) + octet_length(clocks), octet_length(changes) + octet_length(data)"
    " FROM complaintflow_complaints c JOIN complaintflow_events e ON complaint = number AND seq = c.version "
    "WHERE id = %s"
)


@attrs.frozen
class Load:
    """So many bytes has the row of a complaint, and that of its last event."""

    complaint: int
    event: int


@attrs.frozen
class Hand:
    """Rows by hand on a connection of its own."""

    plain: psycopg.Connection[Any]
    load: Load

    def by_one_statement(self) -> None:
        """A read, and one statement that writes all."""
        found = self.plain.execute(_READ, ("C-1",)).fetchone()
        version = found and found[0]
        self.plain.execute(
            _WRITE, (bytes(self.load.complaint), "C-1", version, "C-1", bytes(self.load.event), bytes(32))
        )
        self.plain.commit()

    def by_three_statements(self) -> None:
        """BEGIN, three statements, COMMIT."""
        found = self.plain.execute(_LOCK, ("C-1",)).fetchone()
        assert found
        self.plain.execute(_UPDATE, (bytes(self.load.complaint), "C-1"))
        self.plain.execute(_INSERT, ("C-1", found[0] + 1, bytes(self.load.event), bytes(32)))
        self.plain.commit()

    def many(self) -> None:
        """A hundred, each to a complaint of its own, in one transaction by `executemany`."""
        ids = [f"C-{number}" for number in range(1, _MANY + 1)]
        with self.plain.cursor() as cursor:
            cursor.executemany(_UPDATE, [(bytes(self.load.complaint), id) for id in ids])
            cursor.executemany(_EACH, [(bytes(self.load.event), bytes(32), id) for id in ids])
        self.plain.commit()


def durable(url: str, peers: str, rounds: int, calls: int, admin: str) -> Iterator[Figure]:
    """Each ratio where nobody waits for a disk, and where each commit does. `peers` is a database for Django."""
    with Desk.open(url, lifecycle=life.roomy()) as desk, psycopg.connect(url) as plain:
        number = count()
        ids = [desk.receive(s.receive(order=f"A-{one}"), by=s.SYSTEM).id for one in range(_MANY)]
        desk.do(ids[0], c.Note(_text(0)), by=s.LI)
        for table in _TABLES:
            plain.execute(table)
        load = _load_of(plain, ids[0])
        plain.commit()
        hand = Hand(plain, load)
        log = open_log(peers, load.complaint) if installed() else None

        def ours() -> None:
            desk.do(ids[0], c.Note(_text(next(number))), by=s.LI)

        def many() -> None:
            asked = [Asked((c.Note(_text(next(number))),), s.LI, id) for id in ids]
            assert all(isinstance(one, Complaint) for one in desk.do_many(asked))

        def logged() -> None:
            assert log
            log.note(_text(next(number)))

        for synced in (False, True):
            _wait_for_disk(admin, synced)
            time = perf_counter if synced else partial(processors, plain)
            race = partial(_race, time=time, where="and the disk" if synced else "no disk", rounds=rounds)
            yield race("a durable command", "one CTE by hand", "≥0.6", ours, hand.by_one_statement, calls=calls)
            yield race("a durable command", "BEGIN + 3 + COMMIT", "≥1.2", ours, hand.by_three_statements, calls=calls)
            if log:
                yield race("a durable command", NAME, "≥3", ours, logged, calls=calls)
            yield race("do_many by 100", "executemany", "≥0.4", many, hand.many, calls=max(1, calls // 20))
        _wait_for_disk(admin, synced=False)


def _load_of(plain: psycopg.Connection[Any], id: str) -> Load:
    found = plain.execute(_LOAD, (id,)).fetchone()
    assert found
    return Load(*found)


def _text(number: int) -> str:
    return f"looked at it again, {number}"


def _wait_for_disk(admin: str, synced: bool) -> None:
    """Whether each commit waits until it is on the disk, as a server in earnest does."""
    with psycopg.connect(admin, autocommit=True) as plain:
        for name in (b"fsync", b"full_page_writes"):
            plain.execute(b"ALTER SYSTEM SET %b = %b" % (name, b"on" if synced else b"off"))
        plain.execute("SELECT pg_reload_conf()")
        plain.execute("CHECKPOINT")


def processors(plain: psycopg.Connection[Any]) -> float:
    """The seconds that this thread and the server have worked."""
    seconds = thread_time() + server_seconds(plain)
    plain.rollback()
    return seconds


def _race(  # noqa: PLR0913  # what is compared with what, how often
    name: str,
    of: str,
    goal: str,
    ours: Callable[[], None],
    theirs: Callable[[], None],
    *,
    time: Callable[[], float],
    where: str,
    rounds: int,
    calls: int,
) -> Figure:
    ours()
    theirs()
    mine = other = 0.0
    for _ in range(rounds):
        mine += _spend(ours, calls, time)
        other += _spend(theirs, calls, time)
    count = rounds * calls
    detail = f"{mine / count * 1e6:,.0f} ÷ {other / count * 1e6:,.0f} µs"
    return Figure(f"{name}, {where}", other / max(mine, 1e-9), "×", of, goal, detail)


def _spend(act: Callable[[], None], calls: int, time: Callable[[], float]) -> float:
    begin = time()
    for _ in range(calls):
        act()
    return time() - begin
