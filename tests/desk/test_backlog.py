"""How much waits, and since when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from complaintflow import Customer, Desk
from complaintflow.channels import Channels
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s

HOUR = timedelta(hours=1)


class Dead:
    def send(self, message: object) -> Outcome:
        return Outcome(ReceiptStatus.FAILED, detail="no such mailbox")


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


def acknowledged(desk: Desk, customer: str) -> str:
    id = desk.receive(s.receive(customer=Customer(customer, contact={"email": "a@example.com"})), by=s.SYSTEM).id
    desk.do(id, s.acknowledge(), by=s.LI)
    return id


def test_nothing_waits_on_a_new_desk(clock: FrozenClock) -> None:
    with Desk.open("memory://", clock=clock) as desk:
        backlog = desk.backlog()
    assert (backlog.waiting, backlog.oldest, backlog.dead, backlog.due, backlog.overdue) == (0, None, 0, 0, 0)
    assert backlog.late == timedelta(0)


def test_the_oldest_letter_is_as_old_as_what_it_tells(clock: FrozenClock) -> None:
    """Or nobody sees that the letters of yesterday still wait."""
    with Desk.open("memory://", clock=clock) as desk:
        began = clock.now
        acknowledged(desk, "u-1")
        clock.later(hours=2)
        acknowledged(desk, "u-2")
        backlog = desk.backlog()
    assert backlog.waiting >= 2
    assert backlog.oldest == began


def test_dead_letters_and_what_is_due_and_overdue_are_counted(clock: FrozenClock) -> None:
    with Desk.open("memory://", clock=clock, plugins=[Channels({"email": Dead()})]) as desk:
        for number in range(3):
            acknowledged(desk, f"u-{number}")
        desk.deliver()
        desk.tick()
        assert desk.backlog().dead == 3
        clock.later(hours=48)
        backlog = desk.backlog()
        assert (backlog.due, backlog.overdue) == (3, 3)
        assert timedelta(0) < backlog.late <= timedelta(hours=48)
        bounded = desk.backlog(2)
        assert (bounded.dead, bounded.due) == (2, 2)
