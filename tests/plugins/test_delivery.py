"""From the outbox to the channels: sent once, and what became of each message is on record."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import attrs
import pytest

from complaintflow import Customer, Desk, commands as c
from complaintflow.delivery import Pen
from complaintflow.outbox import LEASE
from complaintflow.plugins import hookimpl
from complaintflow.plugins.ports import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.vocabulary import Audience, ReceiptStatus
from tests.core import stories as s
from tests.stores.desks import Clock, Opener, at_desk, received, told

DELIVERED = Outcome(ReceiptStatus.DELIVERED)
Answer = Callable[[Message], Any]


@attrs.define
class Recording:
    """A way out that keeps what it was handed, and answers as told."""

    answer: Answer = lambda message: DELIVERED  # said shortly
    sent: list[Message] = attrs.Factory(list)
    name: str = "recording"

    def send(self, message: Any) -> Any:
        self.sent.append(message)
        return self.answer(message)

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"app": self, "email": self}

    @hookimpl
    def staff_channels(self) -> dict[str, object]:
        return {"team": self}


def acknowledged(desk: Desk, **fields: Any) -> str:
    return at_desk(desk, received(desk, **fields).id, s.acknowledge()).id


def receipts(desk: Desk, id: str) -> list[dict[str, Any]]:
    return [dict(event.said) for event in desk.history(id) if event.kind == "Receipt"]


def test_a_message_waits_until_it_is_delivered_and_its_receipt_is_an_event(opener: Opener, clock: Clock) -> None:
    channel = Recording(lambda message: Outcome(ReceiptStatus.DELIVERED, detail="read at noon"))
    with opener(clock, [channel]) as desk:
        id = acknowledged(desk)
        assert channel.sent == []
        assert desk.get(id).facts.open_messages == {"M1"}
        clock.later(minutes=5)
        delivery = desk.deliver()
        assert (len(delivery.outcomes), delivery.failures, delivery.waiting) == (1, (), 0)
        assert delivery.count(ReceiptStatus.DELIVERED) == delivery.count("delivered") == 1
        assert delivery.count("failed") == 0
        assert receipts(desk, id) == [
            {"message": "M1", "status": "delivered", "channel": "app", "detail": "read at noon"}
        ]
        last = desk.history(id)[-1]
        assert (last.by, last.at) == ("system", s.T0 + timedelta(minutes=5))
        assert desk.get(id).facts.open_messages == frozenset()


def test_delivering_twice_sends_once(opener: Opener) -> None:
    """Promise 2."""
    channel = Recording()
    with opener(plugins=[channel]) as desk:
        acknowledged(desk)
        assert len(desk.deliver().outcomes) == 1
        assert desk.deliver() == desk.deliver()
        assert len(channel.sent) == 1


def test_nothing_is_sent_that_was_not_saved(opener: Opener) -> None:
    """Promise 1: the message of a refused call never reaches the outbox."""
    channel = Recording()
    with opener(plugins=[channel]) as desk:
        id = received(desk).id
        with pytest.raises(Exception, match="not possible"):
            desk.do(id, s.acknowledge(), c.Close(), by=s.LI)
        assert (desk.deliver().outcomes, channel.sent) == ((), [])


def test_a_channel_that_fails_is_named_and_keeps_the_message_for_later(opener: Opener, clock: Clock) -> None:
    """Promise 10: the others go on; the message is tried again when its lease has ended, with the same key."""
    broken = [True]

    def answer(message: Message) -> Outcome:
        if broken[0] and message.id == "M1":
            raise ConnectionError("mail server is down")
        return DELIVERED

    channel = Recording(answer)
    with opener(clock, [channel]) as desk:
        id = acknowledged(desk)
        at_desk(desk, id, s.acknowledge("我们还在查"))
        delivery = desk.deliver()
        assert [message.id for message, _ in delivery.outcomes] == ["M2"]
        (failure,) = delivery.failures
        assert (failure.plugin, failure.hook, delivery.waiting) == ("app", "send", 1)
        assert f"{id}/1/0/M1: ConnectionError('mail server is down')" in str(failure)
        assert desk.get(id).facts.open_messages == {"M1"}

        broken[0] = False
        assert desk.deliver().outcomes == ()
        clock.later(seconds=LEASE.total_seconds())
        assert [message.id for message, _ in desk.deliver().outcomes] == ["M1"]
        first, _, again = channel.sent
        assert first == again
        assert desk.get(id).facts.open_messages == frozenset()


@pytest.mark.parametrize("answer", [None, "delivered", ReceiptStatus.DELIVERED], ids=repr)
def test_a_channel_that_answers_nonsense_is_named(opener: Opener, answer: object) -> None:
    """Whether it was sent nobody knows: it stays, and nothing is claimed."""
    with opener(plugins=[Recording(lambda message: answer)]) as desk:
        id = acknowledged(desk)
        delivery = desk.deliver()
        assert ([failure.plugin for failure in delivery.failures], delivery.waiting) == (["app"], 1)
        assert desk.get(id).facts.open_messages == {"M1"}


def test_an_outcome_of_an_unknown_status_is_nonsense_too(opener: Opener) -> None:
    with opener(plugins=[Recording(lambda message: Outcome("sent"))]) as desk:  # type: ignore[arg-type]
        acknowledged(desk)
        (failure,) = desk.deliver().failures
        assert "one of accepted, delivered, failed" in str(failure)


@pytest.mark.parametrize(
    ("outcome", "waiting", "on_its_way", "attempts"),
    [
        (Outcome(ReceiptStatus.DELIVERED), 0, set(), 0),
        (Outcome(ReceiptStatus.ACCEPTED), 0, set(), 0),
        (Outcome(ReceiptStatus.ACCEPTED, final=False), 0, {"M1"}, 0),
        (Outcome(ReceiptStatus.FAILED), 0, set(), 1),
        (Outcome(ReceiptStatus.FAILED, final=False), 1, {"M1"}, 1),
    ],
    ids=["delivered", "accepted for good", "accepted for now", "failed for good", "failed for now"],
)
def test_each_outcome_ends_as_it_says(
    opener: Opener, outcome: Outcome, waiting: int, on_its_way: set[str], attempts: int
) -> None:
    """R33: a failed attempt counts; what failed for now stays in the outbox; another receipt may come later."""
    with opener(plugins=[Recording(lambda message: outcome)]) as desk:
        id = acknowledged(desk)
        assert desk.deliver().waiting == waiting
        facts = desk.get(id).facts
        assert facts.open_messages == on_its_way
        assert len(facts.attempts) == attempts


def test_the_notice_counts_as_delivered_from_its_receipt(opener: Opener, clock: Clock) -> None:
    """R33: the customer's window runs from delivery, not from the writing."""
    with opener(clock, [Recording()]) as desk:
        id = told(desk).id
        clock.later(hours=2)
        desk.deliver()
        assert desk.get(id).cycle.delivered == s.T0 + timedelta(hours=2)


def test_no_more_are_claimed_than_the_limit(opener: Opener) -> None:
    with opener(plugins=[Recording()]) as desk:
        for _ in range(3):
            acknowledged(desk)
        assert [len(desk.deliver(limit=2).outcomes) for _ in range(3)] == [2, 1, 0]


def test_a_preferred_channel_is_respected(opener: Opener) -> None:
    """R1: the way in is not the way out when the customer likes another one better."""
    channel = Recording()
    customer = Customer("u-17", contact={"email": "li@example.com"}, preferred_channel="email")
    with opener(plugins=[channel]) as desk:
        acknowledged(desk, customer=customer)
        desk.deliver()
    (message,) = channel.sent
    assert isinstance(message, CustomerMessage)
    assert (message.channel, dict(message.to)) == ("email", {"email": "li@example.com"})


def test_a_channel_that_nobody_brings_falls_back_to_the_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """With the text only at DEBUG: a log is no place for what is private."""
    id = acknowledged(desk, channel="social")
    at_desk(desk, id, c.Update(Audience.TEAM, done="银行还没有回复"))
    with caplog.at_level(logging.INFO, "complaintflow.channels.log"):
        assert len(desk.deliver().outcomes) == 2
    assert f"Acknowledge M1 of {id}, key {id}/1/0/M1" in caplog.text
    assert "记下了" not in caplog.text
    assert "银行" not in caplog.text
    assert [one.get("channel", "") for one in receipts(desk, id)] == ["social", ""]
    with caplog.at_level(logging.DEBUG, "complaintflow.channels.log"):
        acknowledged(desk)
        desk.deliver()
    assert "您的投诉我们记下了" in caplog.text


def test_a_staff_message_never_goes_to_a_customers_channel(opener: Opener) -> None:
    """Promise 6: visibility is a type."""
    channel = Recording()
    with opener(plugins=[channel]) as desk:
        id = acknowledged(desk)
        at_desk(desk, id, s.triage(), c.Watch("zhou", "business_lead"))
        at_desk(desk, id, c.Update(Audience.TEAM, done="for the team"))
        at_desk(desk, id, c.Update(Audience.STAKEHOLDERS, done="for the leads"))
        desk.deliver()
        assert [type(message) for message in channel.sent] == [CustomerMessage, StaffMessage]
        assert desk.get(id).facts.open_messages == frozenset()


def test_a_key_names_cycle_and_fix_so_that_a_second_notice_is_no_repeat(opener: Opener) -> None:
    """Promise 2, R34: after a dispute "solved" is said anew, under another key."""
    channel = Recording()
    with opener(plugins=[channel]) as desk:
        id = told(desk).id
        desk.deliver()
        at_desk(desk, id, s.DISPUTE, by=s.CUSTOMER)
        at_desk(desk, id, s.propose("第二次"))
        at_desk(desk, id, c.Agree("O2", s.HEARD), by=s.CUSTOMER)
        at_desk(desk, id, s.RESOLVE)
        at_desk(desk, id, s.PASSED, by=s.WANG)
        at_desk(desk, id, s.notice("第二次"))
        desk.deliver()
    keys = [message.key.removeprefix(f"{id}/") for message in channel.sent if message.kind == "Notify"]
    assert keys == ["1/1/M2", "2/2/M4"]


def test_what_a_receipt_brings_is_told_to_observers(opener: Opener) -> None:
    seen: list[str] = []

    class Watching:
        name = "watching"

        def saw(self, complaint: Any, events: Any) -> None:
            seen.extend(event.kind for event in events)

        @hookimpl
        def observers(self) -> list[object]:
            return [self]

    with opener(plugins=[Watching()]) as desk:
        acknowledged(desk)
        desk.deliver()
    assert seen == ["Receive", "Acknowledge", "Receipt"]


@attrs.define
class Scribe:
    """Links and renders, and says what it was asked."""

    forms: list[str] = attrs.Factory(list)

    def linked(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        return attrs.evolve(message, links={"confirm": f"https://example.com/{message.complaint}/{now:%H%M}"})

    def rendered(self, message: Any, form: str) -> Any:
        self.forms.append(form)
        links = getattr(message, "links", {})
        return attrs.evolve(message, text=f"{form}: {len(links)} links")


def test_a_message_is_linked_and_written_in_the_form_of_its_channel(clock: Clock) -> None:
    channel, scribe = Recording(), Scribe()
    with Desk.open("memory://", clock=clock, plugins=[channel], pen=Pen(scribe, scribe)) as desk:
        id = acknowledged(desk)
        desk.do(id, c.Update(Audience.TEAM, done="the cause is found"), by=s.LI)
        desk.deliver()
    assert [message.text for message in channel.sent] == ["plain: 1 links", "plain: 0 links"]
    assert scribe.forms == ["plain", "plain"]
