"""What a command costs a client, a PostgreSQL server and its disk: from it follows what breaks first in a large house.

Time is that of the processors, which other programs do not change: of the client by its thread, of the server by Linux,
for each of its processes. Bytes are those of the log that a disk and a replica have to take.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time

import psycopg

from benchmarks import life
from benchmarks.measuring import Figure
from complaintflow import Desk, commands as c

_TICKS = os.sysconf("SC_CLK_TCK")


def capacity(url: str, admin: str, commands: int) -> Iterator[Figure]:
    """Of one command in a life of thirteen, on the average; and how many commits the disk takes."""
    with Desk.open(url, clock=lambda: life.BEGIN) as desk, psycopg.connect(url, autocommit=True) as plain:
        _live(desk, 1)
        lives = max(1, commands // len(life.commands()))
        log, server, client = _log(plain), server_seconds(plain), thread_time()
        for number in range(lives):
            _live(desk, number + 2)
        client = thread_time() - client
        done = lives * len(life.commands())
        server, log = server_seconds(plain) - server, _log(plain) - log
        plain.execute("VACUUM FULL")
        size = plain.execute(_SIZE).fetchone()
        assert size
    yield Figure("a command at a client", client / done * 1e6, "µs", "", "", f"of its processor, {done:,} commands")
    yield Figure("a command at the server", server / done * 1e6, "µs", "", "", "of its processors")
    yield Figure("a command in the log of the server", log / done, "bytes", "", "", "of WAL")
    yield Figure("a complaint and its thirteen commands", int(size[0]) / (lives + 1), "bytes", "", "", "with indexes")
    yield _commits(admin)


_SIZE = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'complaintflow%'"


def _live(desk: Desk, number: int) -> None:
    id = ""
    for command, by in life.commands(f"u-{number}"):
        if isinstance(command, c.Receive):
            id = desk.receive(command, by=by).id
        else:
            desk.do(id, command, by=by)


def _log(plain: psycopg.Connection) -> int:
    row = plain.execute("SELECT pg_current_wal_insert_lsn() - '0/0'").fetchone()
    assert row
    return int(row[0])


def server_seconds(plain: psycopg.Connection) -> float:
    """The seconds of the processors that the server has used for our connections and for what it does beside them."""
    row = plain.execute("SELECT pid FROM pg_stat_activity").fetchall()
    return sum(_spent(Path(f"/proc/{pid}")) for (pid,) in row)


def _spent(process: Path) -> float:
    """In nanoseconds, where the kernel counts so: a tick is longer than thirty statements."""
    exact = process / "schedstat"
    if exact.exists():
        return int(exact.read_text().split()[0]) / 1e9
    fields = (process / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _commits(admin: str, seconds: float = 3.0) -> Figure:
    """One row, one commit after the other, each of which waits for the disk."""
    with psycopg.connect(admin, autocommit=True) as plain:
        _sync(plain, b"on")
        plain.execute("CREATE TABLE IF NOT EXISTS commits (one BIGINT)")
        done, begin = 0, perf_counter()
        while perf_counter() - begin < seconds:
            plain.execute("INSERT INTO commits VALUES (1)")
            done += 1
        taken = perf_counter() - begin
        _sync(plain, b"off")
    return Figure("commits that wait for the disk", done / taken, "/s", "", "", "one row each, one after the other")


def _sync(plain: psycopg.Connection, on: bytes) -> None:
    plain.execute(b"ALTER SYSTEM SET fsync = %b" % on)
    plain.execute("SELECT pg_reload_conf()")
