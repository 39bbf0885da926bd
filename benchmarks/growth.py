"""What grows with the house: the same work beside a hundred times as many complaints, and after as many more events.

Each store. The figure is how much longer the work takes in the larger house than in the smaller one, the least of some
turns: by the CPU of the thread, and on PostgreSQL, where a server works as well, by the clock on the wall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import msgspec

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from complaintflow import Complaint, Customer, Desk, Lifecycle, commands as c
from complaintflow.inbound import Reply
from complaintflow.plugins import CustomerMessage, Store, Stored
from complaintflow.record.history import GENESIS, seal
from complaintflow.stores import MemoryStore, SqliteStore

_LATER = life.BEGIN + timedelta(days=2)
_TURNS = 15
_CHUNK = 5_000
_EVENTS_A_CALL = 10

Timer = Callable[[Callable[[], object]], float]
"""How long a call takes, in seconds."""


@attrs.define
class House:
    """A desk with so many complaints in it, or with one of so many events."""

    desk: Desk
    id: str = "C-1"
    turn: int = 0


def growth(complaints: tuple[int, int], events: tuple[int, int]) -> Iterator[Figure]:
    """Each work in a small and in a large house, then on a complaint of few and of many events."""
    with TemporaryDirectory() as folder:
        files = (SqliteStore(Path(folder, f"{number}.db"), synchronous="OFF") for number in range(4))
        yield from growth_on("SQLite", files, complaints, events)
    yield from growth_on("memory", (MemoryStore() for _ in range(4)), complaints, events)


def growth_on(
    name: str,
    stores: Iterator[Store],
    complaints: tuple[int, int],
    events: tuple[int, int],
    time: Timer = cpu,
    tidy: Callable[[], object] = lambda: None,
) -> Iterator[Figure]:
    """The same on one kind of store, of which four are taken. `tidy` is what the store does by itself in time."""
    houses = [_house(next(stores), many) for many in complaints]
    tidy()
    for work, (act, goal) in _BESIDE.items():
        yield _figure(f"{name}: {work}", act, houses, f"{complaints[1]:,} complaints", goal, time)
    long = [_long(next(stores), many) for many in events]
    for work, act in _AFTER.items():
        yield _figure(f"{name}: {work}, long history", act, long, f"{events[1]:,} events", "", time)
    for house in (*houses, *long):
        house.desk.close()


def _figure(
    name: str, act: Callable[[House], object], houses: list[House], what: str, most: str, time: Timer
) -> Figure:
    small, large = (min(_time(act, house, time) for _ in range(_TURNS)) * 1e3 for house in houses)
    detail = f"{large:.2f} ÷ {small:.2f} ms, {what}"
    if most:
        return Figure(name, large, "ms", "", most, detail)
    return Figure(name, large / small, "×", "the smaller one", "≤1.5", detail)


def _time(act: Callable[[House], object], house: House, time: Timer) -> float:
    house.turn += 1
    return time(partial(act, house))


def _house(store: Store, many: int) -> House:
    """So many complaints, the last one of a rare team and state; each has a look and a letter that wait for later."""
    step = next(life.live(Lifecycle.default()))
    for begin in range(1, many + 1, _CHUNK):
        with store.writing() as session:
            for number in range(begin, min(begin + _CHUNK, many + 1)):
                place = ("rare", "resolved") if number == many else ("payments", "received")
                facts = msgspec.structs.replace(
                    step.after.facts, customer=f"u-{number}", team=place[0], state=place[1], policy=""
                )
                id = f"C-{number}"
                sealed = seal(id, GENESIS, step.event, bytes(16))
                complaint = Complaint(id, 1, facts, step.after.body, card=step.after.card)
                session.save(Stored(complaint, sealed.link, life.BEGIN), [sealed])
                session.schedule(id, _LATER)
                session.enqueue(
                    CustomerMessage("M1", id, f"{id}/1/0/M1", "Update", "app", "en", "about it", "Good day")
                )
            for entry in session.claim(_CHUNK, life.BEGIN, life.BEGIN):
                session.reschedule(attrs.evolve(entry, until=_LATER, why="quiet hours"))
    return House(Desk(store, clock=lambda: life.BEGIN))


def _long(store: Store, many: int) -> House:
    """One complaint of so many events."""
    desk = Desk(store, life.roomy(), clock=lambda: life.BEGIN)
    id = _receive(House(desk)).id
    for _ in range(0, many - 1, _EVENTS_A_CALL):
        desk.do(id, *[c.Note("seen")] * _EVENTS_A_CALL, by=life.LI)
    return House(desk, id)


def _receive(house: House) -> Complaint:
    who = Customer(f"new-{house.turn}", contact={"email": "u@example.com"})
    return house.desk.receive(c.Receive("app", who, life.STORY, order=f"N-{house.turn}"), by=life.SYSTEM)


def _reply(house: House) -> Reply:
    ref, text = f"<{house.turn}@example.com>", f"Is there any news of my money, {house.turn}?"
    return Reply(ref, "u@example.com", text, life.BEGIN, complaint=house.id)


def _ask_twice(house: House) -> None:
    """A form that is sent, and sent again since no answer came."""
    for _ in range(2):
        house.desk.do(house.id, c.Note("seen"), by=life.LI, key=f"form {house.turn}")


_BESIDE: dict[str, tuple[Callable[[House], object], str]] = {
    "find a rare team": (lambda house: house.desk.find(team="rare"), "≤5"),
    "find a rare state": (lambda house: house.desk.find(state="resolved"), "≤5"),
    "find the first fifty": (lambda house: house.desk.find(), ""),
    "get": (lambda house: house.desk.get("C-1"), ""),
    "receive": (_receive, ""),
    "idle tick": (lambda house: house.desk.tick(), ""),
    "idle deliver": (lambda house: house.desk.deliver(), "≤2"),
}
"""What is done beside many complaints, with the most milliseconds where the goal is a time; else it stays as long."""

_AFTER: dict[str, Callable[[House], object]] = {
    "do": lambda house: house.desk.do(house.id, c.Note("seen"), by=life.LI),
    "get": lambda house: house.desk.get(house.id),
    "hear": lambda house: house.desk.hear(_reply(house)),
    "the same key again": _ask_twice,
    "steps": lambda house: house.desk.steps(house.id, by=life.LI),
}
