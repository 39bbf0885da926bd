"""A durable command on PostgreSQL against one statement by hand that writes as much and decides nothing.

`python -m benchmarks.run --postgresql` starts a server of its own, which waits for no disk. Of a command only the
processor of the client is measured: what the server does for each, and how long both wait, depends on the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count

import psycopg

from benchmarks import life
from benchmarks.batching import batching
from benchmarks.capacity import capacity
from benchmarks.claiming import claiming
from benchmarks.crowded import crowded
from benchmarks.durable import durable
from benchmarks.growth import growth_on
from benchmarks.measuring import Figure, compare, wall
from benchmarks.working import working
from complaintflow import Desk, commands as c
from complaintflow.stores import SqlStore
from tests import stories as s
from tests.stores.servers import server

_TABLES = (
    "CREATE TABLE hand (id TEXT PRIMARY KEY, version BIGINT, facts BYTEA)",
    "CREATE TABLE hand_events (complaint TEXT, seq BIGINT, data BYTEA, link BYTEA, PRIMARY KEY (complaint, seq))",
    "CREATE TABLE hand_ledger (events BIGINT)",
    "INSERT INTO hand_ledger VALUES (0)",
    "INSERT INTO hand VALUES ('C-1', 0, '')",
)
_READ = "SELECT version, facts FROM hand WHERE id = %s"
_WRITE = (
    "WITH now AS (UPDATE hand SET version = version + 1, facts = %s WHERE id = %s AND version = %s RETURNING version), "
    "turn AS (UPDATE hand_ledger SET events = events + 1 RETURNING events) "
    "INSERT INTO hand_events SELECT %s, version, %s, %s FROM now, turn"
)

_CALLS, _COMMANDS, _COSTED = 10, 30, 2_000
"""How often each side is called in one round, how many commands a house gets, and of how many the cost is counted."""


def postgresql(
    rounds: int,
    span: float,
    house: tuple[int, int],
    history: tuple[int, int],
    seconds: float,
    crowds: tuple[int, ...],
    claimed: int,
) -> Iterator[Figure]:
    """A command of a person, what several workers get through, and what grows with the house."""
    with server() as one:
        yield from _commands(one.database("benchmark"), rounds, span)
        yield from durable(one.database("durable"), one.database("peers"), rounds, _CALLS, one.url)
        yield from batching(one.database("batching"), one.database("encrypted"), rounds)
        yield from capacity(one.database("capacity"), one.url, _COSTED)
        yield from crowded([one.database(f"crowded{size}") for size in crowds], crowds, rounds, _COMMANDS)
        yield from working(one.database("workers"), seconds)
        yield from claiming((one.database(f"claims{number}") for number in count()), claimed)
        urls = [one.database(f"growth{number}") for number in range(4)]
        vacuum = partial(_vacuum, urls)
        yield from growth_on("PostgreSQL", map(SqlStore, urls), house, history, wall, vacuum)


def _vacuum(urls: Iterable[str]) -> None:
    """As autovacuum does by itself, which is off here."""
    for url in urls:
        with psycopg.connect(url, autocommit=True) as plain:
            plain.execute("VACUUM ANALYZE")


def _commands(url: str, rounds: int, span: float) -> Iterator[Figure]:
    """The processor of the client for one command, the same by hand, and within a transaction of a host."""
    with Desk.open(url, lifecycle=life.roomy()) as desk, psycopg.connect(url) as plain:
        id, number = desk.receive(s.receive(), by=s.SYSTEM).id, count()
        for table in _TABLES:
            plain.execute(table)
        plain.commit()

        def by_hand() -> None:
            found = plain.execute(_READ, ("C-1",)).fetchone()
            plain.execute(_WRITE, (bytes(600), "C-1", found and found[0], "C-1", bytes(60), bytes(32)))
            plain.commit()

        def ours() -> None:
            desk.do(id, c.Note(f"looked at it again, {next(number)}"), by=s.LI)

        def in_host() -> None:
            desk.on(plain).do(id, c.Note(f"looked at it again, {next(number)}"), by=s.LI)
            plain.commit()

        by = "a read and one CTE by hand"
        yield _compared("a durable command on PostgreSQL", by, "≤1.7", compare(ours, by_hand, rounds, span))
        yield _compared("in a transaction of a host", "its own one", "≤1.3", compare(in_host, ours, rounds, span))


def _compared(name: str, of: str, goal: str, measured: tuple[float, float, float]) -> Figure:
    ratio, mine, theirs = measured
    return Figure(name, ratio, "×", of, goal, f"{mine * 1e6:,.0f} ÷ {theirs * 1e6:,.0f} µs of the client")
