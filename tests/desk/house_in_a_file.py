"""A lively house in one file: letters that wait and a dead one, complaints merged, paid, erased, closed, with keys."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from complaintflow import Customer, Desk, Lifecycle, Policy, commands as c
from complaintflow.channels import Channels
from complaintflow.desk import builtin
from complaintflow.plugins import Host, Message, Outcome
from complaintflow.stores import SqliteStore
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.golden.script import perform
from tests.stores.desks import erase

__all__ = ["make_house", "open_house"]

_REFUSED = "u-99"
"""The customer whom no way reaches."""


def _answer(message: Message) -> Outcome:
    lost = getattr(message, "customer", "") == _REFUSED
    return Outcome(ReceiptStatus.FAILED if lost else ReceiptStatus.DELIVERED)


def _someone(id: str) -> Customer:
    return Customer(id, contact={"email": f"{id}@example.com", "phone": "+86 10"})


def open_house(path: Path, clock: FrozenClock) -> Desk:
    """A desk on the file of a house."""
    ways = Channels(dict.fromkeys(Policy().channels, RecordingChannel(_answer)))
    return Desk(SqliteStore(path, synchronous="OFF"), Lifecycle.default(Policy()), Host([builtin, ways]), clock)


def make_house(path: Path) -> tuple[FrozenClock, dict[str, str]]:
    """Make it, and say what time it is there, and the ids of its complaints by name."""
    clock = FrozenClock()
    with open_house(path, clock) as desk:
        ids = perform(desk, clock, "zh")
        lost = s.receive(customer=_someone(_REFUSED), order="A-99", channel="app")
        ids["dead"] = desk.receive(lost, by=s.SYSTEM, key="form-1").id
        desk.do(ids["dead"], c.Acknowledge("We look into it", clock.now + timedelta(days=1)), by=s.LI)
        ids["gone"] = desk.receive(s.receive(customer=_someone("u-98"), order="A-98"), by=s.SYSTEM, key="form-2").id
        desk.deliver()
        for _ in range(3):
            clock.later(hours=26)
            desk.tick()
            desk.deliver()
        ids["fresh"] = desk.receive(s.receive(customer=_someone("u-97"), order="A-97"), by=s.SYSTEM).id
        desk.tick()
        desk.do(ids["fresh"], c.Acknowledge("We have it", clock.now + timedelta(days=1)), by=s.LI)
        desk.tick()
    erase(path, ids["gone"])
    return clock, ids
