"""How many commands a second one writer gets through beside ever more complaints at one PostgreSQL server.

The rows of one complaint are copied by the server itself, each to another customer and order. What is measured is a mix
of what a house does: complaints come in, and people work on some that lie anywhere among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from random import Random
from statistics import median
from time import perf_counter

import attrs
import psycopg

from benchmarks import life
from benchmarks.measuring import Figure
from complaintflow import Customer, Desk, commands as c

_OTHERS = {
    "complaintflow_complaints": {
        "number": "n",
        "id": "'C-' || n",
        "customer": "'u-' || n",
        "order_no": "'A-' || n",
        "received_at": "t.received_at + n",
    },
    "complaintflow_events": {"complaint": "n", "place": "%(events)s + (n - %(first)s) * %(each)s + t.seq"},
    "complaintflow_words": {"complaint": "n"},
    "complaintflow_labels": {"complaint": "n"},
    "complaintflow_checks": {"complaint": "n", "at": "t.at + n"},
}
"""The tables of a complaint, and what is another one in each copy."""
_COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position"
_COPIES = "generate_series(%(first)s::bigint, %(last)s::bigint) n"
_MARKS = f"INSERT INTO complaintflow_marks SELECT 'customer u-' || n, 1 FROM {_COPIES}"
_COUNTS = (
    "UPDATE complaintflow_ledger SET events = events + (%(last)s - %(first)s + 1) * %(each)s, complaints = %(last)s"
)


@attrs.frozen
class House:
    """A desk on a database with so many complaints."""

    desk: Desk
    plain: psycopg.Connection
    size: int


def crowded(urls: Sequence[str], sizes: Sequence[int], rounds: int, commands: int) -> Iterator[Figure]:
    """The commands a second among so many complaints, ÷ those of the smallest house: the median of the rounds.

    Each house has a database of its own, and they take turns.
    """
    with ExitStack() as opened:
        houses = [_house(opened, url, size) for url, size in zip(urls, sizes, strict=True)]
        for house in houses:
            _rate(house, 10, Random(0))
        rates = [[_rate(house, commands, Random(turn)) for house in houses] for turn in range(rounds)]
        for nth, house in enumerate(houses):
            ratio = median(each[nth] / each[0] for each in rates)
            rate = median(each[nth] for each in rates)
            detail = f"{rate:,.0f} a second; {_bytes(house.plain) / house.size:,.0f} bytes a complaint, with indexes"
            yield Figure(f"commands among {house.size:,} complaints", ratio, "×", "the smallest house", "≥0.8", detail)


def _house(opened: ExitStack, url: str, size: int) -> House:
    desk = opened.enter_context(Desk.open(url, lifecycle=life.roomy()))
    plain = opened.enter_context(psycopg.connect(url, autocommit=True))
    who = Customer("u-first", contact={"email": "u@example.com"})
    words = c.Receive("app", who, life.STORY, type="billing", area="payment", order="A-first")
    desk.receive(words, c.Triage("billing", "payment", team="payments"), c.Note("called back"), by=life.LI)
    _copy(plain, size)
    return House(desk, plain, size)


def _rate(house: House, commands: int, draw: Random) -> float:
    """A third of the commands are complaints that come in."""
    desk, ids = house.desk, [_id(house.plain, draw.randint(2, house.size)) for _ in range(commands)]
    begin = perf_counter()
    for number, id in enumerate(ids):
        if number % 3:
            desk.do(id, c.Note(f"looked at it again, {number}"), by=life.LI)
        else:
            who = Customer(f"new-{draw.getrandbits(40)}", contact={"email": "u@example.com"})
            desk.receive(c.Receive("app", who, life.STORY, order=f"N-{draw.getrandbits(40)}"), by=life.SYSTEM)
    return commands / (perf_counter() - begin)


def _id(plain: psycopg.Connection, number: int) -> str:
    row = plain.execute("SELECT id FROM complaintflow_complaints WHERE number >= %s ORDER BY number LIMIT 1", (number,))
    return str((row.fetchone() or ("",))[0])


def _copy(plain: psycopg.Connection, size: int) -> None:
    """Copies of the first complaint, until there are so many, as far as autovacuum would have looked at them."""
    there, events = _row(plain, "SELECT complaints, events FROM complaintflow_ledger")
    (each,) = _row(plain, "SELECT version FROM complaintflow_complaints WHERE number = 1")
    given = {"first": there + 1, "last": size, "events": events, "each": each}
    with plain.transaction():
        for table, others in _OTHERS.items():
            names = [name for (name,) in plain.execute(_COLUMNS, (table,))]
            values = ", ".join(others.get(name, f"t.{name}") for name in names)
            key = "number" if "number" in others else "complaint"
            text = (
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} "
                f"FROM {table} t CROSS JOIN {_COPIES} WHERE t.{key} = 1"
            )
            plain.execute(text.encode(), given)
        plain.execute(_MARKS.encode(), given)
        plain.execute(_COUNTS, given)
    plain.execute("VACUUM ANALYZE")


def _bytes(plain: psycopg.Connection) -> int:
    """What all our tables take, with their indexes."""
    asked = (
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'complaintflow%'"
    )
    return int(_row(plain, asked)[0])


def _row(plain: psycopg.Connection, asked: str) -> tuple[int, ...]:
    found = plain.execute(asked.encode()).fetchone()
    assert found
    return tuple(found)
