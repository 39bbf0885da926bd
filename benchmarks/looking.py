"""What the clocks cost: in a command that is durable, and in a look of a new process by what it does not ask for.

CPU time of the thread, the best of some rounds. A look is flat: neither the length of the history nor the number of
complaints that are alike counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from benchmarks.storing import HAND, Hand, Ours, PlainCommand, plain_life
from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.record.complaint import microseconds
from complaintflow.stores import SqliteStore

COLUMNS = "version, state, type, area, team, owner, order_no, channel, link, facts, card"
HOURS = timedelta(hours=2)


def looking(rounds: int, many: int, events: int, alike: int) -> Iterator[Figure]:
    """A command with the look that it causes; a look by events, and by how many are alike."""
    yield _with_its_look(rounds, many)
    many_events, many_alike = ((10, most // 10, most) for most in (events, alike))
    yield from _grown("a look of a new process, by events", "10 events", many_events, rounds, _events, "")
    yield from _grown("a look for a batch, by how many are alike", "10 alike", many_alike, rounds, _alike, "≤1")


def _with_its_look(rounds: int, many: int) -> Figure:
    """Each command over all complaints, then a tick, and the same commands by a loop that knows no deadline."""
    spent = [_lives(many) for _ in range(rounds)]
    command, look, hand = (min(one[place] for one in spent) for place in range(3))
    detail = f"{command * 1e6:.0f} + {look * 1e6:.0f} ÷ {hand * 1e6:.0f} µs"
    return Figure("a durable command with its deadlines", (command + look) / hand, "×", HAND, "≤3.5", detail)


def _lives(many: int) -> tuple[float, float, float]:
    with TemporaryDirectory() as folder:
        ours, hand = Ours(Path(folder, "ours.db"), "OFF"), Hand(Path(folder, "hand.db"), "OFF")
        lives = [life.commands(f"u-{number}") for number in range(many)]
        asked = plain_life()
        spent = [0.0, 0.0, 0.0]
        for place, plain in enumerate(asked):
            spent[0] += cpu(partial(_do, ours, [one[place] for one in lives]))
            spent[1] += cpu(ours.desk.tick)
            spent[2] += cpu(partial(_do_by_hand, hand, plain, many))
        ours.close()
        hand.close()
    command, look, by_hand = (one / many / len(asked) for one in spent)
    return command, look, by_hand


def _do(ours: Ours, steps: list[tuple[c.Command, Actor]]) -> None:
    for number, step in enumerate(steps):
        ours.do(number, *step)


def _do_by_hand(hand: Hand, command: PlainCommand, many: int) -> None:
    for number in range(many):
        hand.do(f"C-{number}", command)


def _grown(
    name: str, floor: str, sizes: tuple[int, int, int], rounds: int, look: Callable[[Path, int, int], float], most: str
) -> Iterator[Figure]:
    """How much dearer it is with most of them than with few, and how long it takes then."""
    spent: list[float] = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            spent.append(look(Path(folder, "desk.db"), size, rounds))
    told = ", ".join(f"{one * 1000:.2f} ms with {size:,}" for size, one in zip(sizes, spent, strict=True))
    yield Figure(name, spent[-1] / spent[0], "×", floor, "≤1.5", told)
    for size, one in zip(sizes[1:], spent[1:], strict=True):
        yield Figure(f"{name.partition(',')[0]}, with {size:,}", one * 1000, "ms", "", most)


def _events(path: Path, events: int, rounds: int) -> float:
    """The look after one more event, at a complaint with so many, by a desk that was just opened."""
    one = Ours(path, "OFF", life.roomy())
    for command, by in life.commands()[:3]:
        one.do(0, command, by)
    for number in range(events - 3):
        one.do(0, c.Note(f"somebody looks, {number}"), life.LI)
    one.desk.tick()
    spent: list[float] = []
    for _ in range(rounds):
        ((when, _),) = one.desk.agenda(1)
        one.desk.close()
        one.at = max(one.at, when)
        one.desk = Desk(SqliteStore(path, synchronous="OFF"), life.roomy(), clock=one.clock)
        assert one.desk.tick(dry_run=True).checked == 1  # what a process does once
        spent.append(cpu(one.desk.tick))
    one.close()
    return min(spent)


def _alike(path: Path, many: int, rounds: int) -> float:
    """The look of one that comes in, when so many are alike in two hours and belong to an incident."""
    one = Ours(path, "OFF")
    one.do(0, _complaint("u-0"), life.SYSTEM)
    one.desk.tick()
    with closing(sqlite3.connect(path)) as connection, connection:
        row = f"SELECT ?, ?, ?, 'I-1', {COLUMNS} FROM complaints WHERE number = 1"
        connection.executemany(
            f"INSERT INTO complaints (id, customer, received_at, incident, {COLUMNS}) {row}",
            ((f"C-{place}", f"u-{place}", _received(place / many)) for place in range(1, many)),
        )
    spent: list[float] = []
    for number in range(rounds + 1):
        one.do(number + 1, _complaint(f"v-{number}"), life.SYSTEM)
        spent.append(cpu(one.desk.tick))
    one.close()
    return min(spent)


def _received(share: float) -> int:
    return microseconds(life.BEGIN - HOURS * share)


def _complaint(customer: str) -> c.Receive:
    who = Customer(customer, contact={"email": f"{customer}@example.com"})
    return c.Receive("app", who, "I paid twice for one order", type="billing", area="payment", order=f"A-{customer}")
