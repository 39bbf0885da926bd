"""A realistic life of one complaint: thirteen commands by six people, with texts of the usual length."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

import attrs

from complaintflow import Actor, Complaint, Customer, Lifecycle, Option, Policy, Said, Signals, commands as c
from complaintflow.record.complaint import Event
from complaintflow.vocabulary import Emotion, ReceiptStatus, Remedy, Urgency

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = BEGIN + timedelta(days=2)

LI = Actor("li", frozenset({"agent"}), "payments")
WANG = Actor("wang", frozenset({"agent"}), "payments")
SYSTEM = Actor.system()

STORY = (
    "On 28 February I paid for order A-1001 in your app with my bank card. The app showed an error, so I tried again, "
    "and now my bank statement shows the same amount twice. I called your hotline on Saturday and was told to wait. "
    "Nothing has happened since. I need the money for my rent, which is due on Thursday. 请尽快把多扣的钱退给我。"
)


@cache
def roomy() -> Lifecycle:
    """Rules under which one complaint has as many notes as a benchmark writes; ordinary ones end at 500."""
    policy = Policy()
    return Lifecycle.default(attrs.evolve(policy, limits=attrs.evolve(policy.limits, parts=100_000)))


def commands(customer: str = "u-17") -> list[tuple[c.Command, Actor]]:
    """What is asked, and by whom, from the intake to the end."""
    herself = Actor.customer(customer)
    who = Customer(customer, "vip", "Zhang Wei", {"email": f"{customer}@example.com"}, "en", "email")
    option = Option(Remedy.REPAIR, "payment terms 4.2", "the money is back in two days", "none", "agrees")
    return [
        (c.Receive("app", who, STORY, type="billing", area="payment", order="A-1001", desired="a refund"), SYSTEM),
        (c.Acknowledge("We have recorded your complaint and look into both payments.", LATER), LI),
        (c.Triage("billing", "payment", Signals(urgency=Urgency.BLOCKED, emotion=Emotion.ANGRY), "payments"), LI),
        (c.AddEvidence("log", "gateway", "two captures of 259.00 CNY at 10:02:11 and 10:02:14, one order"), LI),
        (c.CheckEvidence("E1", "agrees with the ledger of the bank; the second one was never settled"), LI),
        (c.Propose((option,)), LI),
        (c.Agree("O1", Said("Yes, please send it back", "app")), herself),
        (c.Resolve("the second capture is reversed, reference 7782-1"), LI),
        (c.Verify(True, "ledger", "one capture left, the reversal is booked"), WANG),
        (c.Notify(
            "You paid once and were charged twice for order A-1001",
            "Our gateway repeated the capture after a time-out; the mistake was ours",
            "We have sent the second payment back to your card",
            "Please look at your statement and tell us whether it has arrived",
            LATER,
            "Our till rang twice for one purchase",
        ), LI),
        (c.Receipt("M3", ReceiptStatus.DELIVERED), SYSTEM),
        (c.Confirm(Said("The money is back, thank you", "app")), herself),
        (c.Close(), LI),
    ]  # fmt: skip


@attrs.frozen
class Step:
    """One command where it was accepted, with what came of it."""

    complaint: Complaint
    command: c.Command
    by: Actor
    at: datetime
    event: Event
    after: Complaint


def live(lifecycle: Lifecycle, id: str = "C-1", customer: str = "u-17") -> Iterator[Step]:
    """The steps of one life; each must be accepted."""
    complaint, at = Complaint.blank(id), BEGIN
    for command, by in commands(customer):
        decision = lifecycle.decide(complaint, command, by=by, at=at)
        if not decision.accepted:
            raise AssertionError(f"{command} by {by.id}: {decision}")
        after = lifecycle.evolve(complaint, decision.events)
        yield Step(complaint, command, by, at, decision.events[0], after)
        complaint, at = after, at + timedelta(minutes=7)
