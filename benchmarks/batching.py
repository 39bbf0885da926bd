"""What a hundred questions at once take at a PostgreSQL server, and what a look takes beside a command.

Time is that of the processors of client and server, as in `durable`. Each process that begins opens the keys of its
complaints anew, where words lie encrypted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import attrs
import psycopg

from benchmarks import life
from benchmarks.durable import processors
from benchmarks.measuring import Figure
from complaintflow import Complaint, Customer, Desk, commands as c
from complaintflow.desk import Asked
from complaintflow.errors import ComplaintflowError
from complaintflow.stores import HouseKeys
from tests import stories as s

_MANY, _LOOKS = 100, 50
_KEYS = HouseKeys({"2026-11": bytes(range(32))})


def batching(url: str, encrypted: str, rounds: int) -> Iterator[Figure]:
    """Of one of a hundred, and of a command with what stands before it; the least of the rounds."""
    with psycopg.connect(url, autocommit=True) as plain:
        yield from _beside_a_command(Measured(url, None, plain, rounds))
        yield from _by_a_hundred(Measured(url, None, plain, rounds), "")
        yield from _by_a_hundred(Measured(encrypted, _KEYS, plain, rounds), ", encrypted")


@attrs.frozen
class Measured:
    """Processes that begin at a database, and what one of so many acts takes in them."""

    url: str
    keys: HouseKeys | None
    plain: psycopg.Connection[Any]
    rounds: int

    def least(self, name: str, act: Callable[[Desk], None], of: int) -> Figure:
        """The least of the rounds."""
        taken = list[float]()
        for _ in range(self.rounds):
            with Desk.open(self.url, lifecycle=life.roomy(), keys=self.keys) as desk:
                begun = processors(self.plain)
                act(desk)
                taken.append((processors(self.plain) - begun) / of)
        return Figure(name, min(taken) * 1e6, "µs", "", "", "of all processors")


def _beside_a_command(measured: Measured) -> Iterator[Figure]:
    with Desk.open(measured.url, lifecycle=life.roomy()) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id

    def act(before: Callable[[Desk], object]) -> Callable[[Desk], None]:
        def every(desk: Desk) -> None:
            for _ in range(_LOOKS):
                before(desk)
                desk.do(id, c.Note("looked at it again"), by=s.LI)

        return every

    yield measured.least("a command", act(lambda _: None), _LOOKS)
    yield measured.least("a look and a command", act(lambda desk: desk.get(id)), _LOOKS)
    yield measured.least("a refusal and a command", act(partial(_is_possible, id)), _LOOKS)


def _is_possible(id: str, desk: Desk) -> bool:
    try:
        desk.do(id, c.Archive(), by=s.LI)
    except ComplaintflowError:
        return False
    return True


def _by_a_hundred(measured: Measured, where: str) -> Iterator[Figure]:
    """Complaints of different customers that come in, and their triages by another process."""
    ids = list[list[str]]()

    def receive(desk: Desk) -> None:
        asked = [Asked(s.receive(customer=Customer(f"u-{len(ids)}-{one}")), s.SYSTEM) for one in range(_MANY)]
        ids.append([one.id for one in desk.receive_many(asked) if isinstance(one, Complaint)])

    def triage(desk: Desk) -> None:
        answers = desk.do_many([Asked(s.triage(), s.LI, id) for id in ids.pop()])
        assert all(isinstance(one, Complaint) for one in answers)

    yield measured.least(f"a complaint that comes in by 100{where}", receive, _MANY)
    yield measured.least(f"a triage by 100{where}", triage, _MANY)
