"""R3, R33 as a law over random histories: nothing ends by silence over a sign that no person has handled.

The judge reads raw events only: who said what, when, and what became of each message.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

import pytest

from complaintflow import Actor, ComplaintflowError, Customer, Desk, Event, commands as c
from complaintflow.channels import Channels
from complaintflow.inbound import Bounce, Reply
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.stores.desks import at_desk, ready, received
from tests.unheard import Unheard

CUSTOMER = Customer("u-17", contact={"email": "u17@example.com"})
WINDOW, UNANSWERED = timedelta(hours=72), timedelta(days=14)
THEIRS: tuple[c.Command, ...] = (
    c.Hear("还没到账"),
    c.Hear("谢谢", request=False),
    c.Answer({"card": "招行1234"}),
    c.AddEvidence("picture", "app", "the account"),
    c.Dispute(s.HEARD),
)
OURS: tuple[c.Command, ...] = (
    s.update(),
    s.update("第二次"),
    c.NoReplyNeeded("answered by phone"),
    c.Call("apologise, explain", "nobody picked up", answered=False),
    c.Note("ask the bank"),
    c.Update("team", done="we asked the bank for its log"),
    c.AskCustomer({"bank": "请问是哪家银行?"}),
    c.AddEvidence("log", "gateway", "two captures"),
)


class Life:
    """One complaint, and others of the same customer, in the hands of chance."""

    def __init__(self, seed: int) -> None:
        self.chance, self.clock = random.Random(seed), FrozenClock()
        self.channel = RecordingChannel(Outcome(ReceiptStatus.DELIVERED))
        self.desk = Desk.open("memory://", clock=self.clock, plugins=[Channels({"app": self.channel})])
        if self.chance.random() < 0.6:
            self.id = ready(self.desk, order="A-1", customer=CUSTOMER).id
            self.attempt(s.notice(), s.LI)
        else:
            self.id = received(self.desk, order="A-1", customer=CUSTOMER).id
            self.attempt(s.triage(), s.LI)
            self.attempt(c.AskCustomer({"card": "哪张卡?", "order_time": "何时下单?"}), s.LI)

    def attempt(self, command: c.Command, by: Actor) -> None:
        with suppress(ComplaintflowError):
            self.desk.do(self.id, command, by=by)

    def step(self) -> None:
        match self.chance.choice(["theirs", "ours", "writes", "again", "merges", "bounce", "days", "days", "days"]):
            case "theirs":
                self.attempt(self.chance.choice(THEIRS), s.CUSTOMER)
            case "ours":
                self.attempt(self.chance.choice(OURS), s.LI)
            case "writes":
                address = self.chance.choice(["u17@example.com", "husband@example.com"])
                ref = f"<{self.chance.random()}@example.com>"
                self.desk.hear(Reply(ref, address, self.chance.choice(["谢谢", "还没到账"]), s.T0, complaint=self.id))
            case "again" if self.chance.random() < 0.3:
                received(self.desk, order="A-1", customer=CUSTOMER)
            case "merges" if self.chance.random() < 0.3:
                other = received(self.desk, order="A-9", type="billing", customer=CUSTOMER).id
                with suppress(ComplaintflowError):
                    at_desk(self.desk, other, c.Merge(self.id))
            case "bounce" if self.channel.sent and self.chance.random() < 0.3:
                self.desk.hear(Bounce(f"<{self.chance.random()}@mx>", self.channel.sent[-1].key))
            case _:
                self.clock.later(days=self.chance.choice([0.5, 1, 3, 8]))
        if self.chance.random() < 0.8:
            self.desk.deliver()
        assert self.desk.tick().failed == ()


def ends_by_silence(events: Iterable[Event]) -> list[str]:
    """How it ended by silence; fails where something was not handled, or the notice had not arrived."""
    unheard, ended, state = Unheard(), list[str](), "new"
    told: dict[str, list[str]] = {"Notify": [], "AskCustomer": []}
    arrived: dict[str, bool] = {}
    for event in events:
        end = event.state in {"closed", "declined"} and event.state != state
        if end and event.by == "system":
            where = f"event {event.seq}, {event.kind}"
            assert unheard.signs == set(), f"{where}: ended over {unheard.signs}"
            waited = event.at - (unheard.answered or event.at - UNANSWERED)
            assert waited >= (WINDOW if event.state == "closed" else UNANSWERED), f"{where}: answered lately"
            about = told["Notify"][-1:] if event.state == "closed" else told["AskCustomer"]
            assert any(arrived.get(name) for name in about), f"{where}: {about} did not arrive"
            ended.append(event.state)
        if event.kind in told:
            told[event.kind].append(f"M{event.changes['messages']}")
        if event.kind == "Receipt":
            arrived[event.data["message"]] = event.data["status"] == "delivered"
        unheard.hears(event, by_customer=event.by == "u-17", by_system=event.by.startswith("system"))
        state = event.state
    return ended


def live(seeds: Iterable[int], steps: int) -> list[str]:
    """All the ends by silence of these lives."""
    ended: list[str] = []
    for seed in seeds:
        life = Life(seed)
        for _ in range(steps):
            life.step()
        ended += ends_by_silence(life.desk.history(life.id))
    return ended


def test_nothing_ends_by_silence_over_what_nobody_handled() -> None:
    """The seeds were chosen so that some do end by silence."""
    assert set(live(range(8), 9)) == {"closed", "declined"}


@pytest.mark.explore
def test_nothing_ends_by_silence_in_many_lives() -> None:
    assert len(live(range(100, 1_600), 18)) > 50
