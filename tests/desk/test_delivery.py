"""From the outbox to the channels: sent once, and what became of each message is on record."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

import attrs
import pytest
from hypothesis import event, example, given, settings, strategies as st

from complaintflow import Customer, Desk, InvalidInput, NotPossible, Policy, Refusal, Signals, commands as c
from complaintflow.channels import Channels
from complaintflow.desk.outbox import SENDING_LEASE
from complaintflow.plugins import CustomerMessage, Link, Message, Outcome, StaffMessage, hookimpl
from complaintflow.policy.sending import Sending
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import Audience, ReceiptStatus
from tests import stories as s
from tests.stores.desks import Opener, at_desk, received, told

DELIVERED = Outcome(ReceiptStatus.DELIVERED)


def carrying(channel: RecordingChannel) -> Channels:
    """The channel is every way out that a message of these tests asks for."""
    return Channels({"app": channel, "email": channel}, {"team": channel})


def acknowledged(desk: Desk, **fields: Any) -> str:
    return at_desk(desk, received(desk, **fields).id, s.acknowledge()).id


def receipts(desk: Desk, id: str, message: str = "") -> list[dict[str, Any]]:
    """What became of all messages, or of one; the owner hears of what did not arrive."""
    said = [dict(event.data) for event in desk.history(id) if event.kind == "Receipt"]
    return [one for one in said if message in {"", one["message"]}]


def test_a_message_waits_until_it_is_delivered_and_its_receipt_is_an_event(opener: Opener, clock: FrozenClock) -> None:
    channel = RecordingChannel(Outcome(ReceiptStatus.DELIVERED, detail="read at noon"))
    with opener(clock, [carrying(channel)]) as desk:
        id = acknowledged(desk)
        assert channel.calls == []
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
    channel = RecordingChannel()
    with opener(plugins=[carrying(channel)]) as desk:
        acknowledged(desk)
        assert len(desk.deliver().outcomes) == 1
        assert desk.deliver() == desk.deliver()
        assert len(channel.calls) == 1


def test_nothing_is_sent_that_was_not_saved(opener: Opener) -> None:
    """Promise 1: the message of a refused call never reaches the outbox."""
    channel = RecordingChannel()
    with opener(plugins=[carrying(channel)]) as desk:
        id = received(desk).id
        with pytest.raises(NotPossible):
            desk.do(id, s.acknowledge(), c.Close(), by=s.LI)
        assert (desk.deliver().outcomes, channel.calls) == ((), [])


def test_a_channel_that_fails_is_named_and_keeps_the_message_for_later(opener: Opener, clock: FrozenClock) -> None:
    """Promise 10: the others go on; the message is tried again when its lease has ended, with the same key."""
    broken = [True]

    def answer(message: Message) -> Outcome:
        if broken[0] and message.id == "M1":
            raise ConnectionError("mail server is down")
        return DELIVERED

    channel = RecordingChannel(answer)
    with opener(clock, [carrying(channel)]) as desk:
        id = acknowledged(desk)
        at_desk(desk, id, s.acknowledge("我们还在查"))
        delivery = desk.deliver()
        assert [message.id for message, _ in delivery.outcomes] == ["M2"]
        (failure,) = delivery.failures
        assert (failure.plugin, failure.hook, delivery.waiting) == ("app", "send", 1)
        assert f"{id}/1/0/M1: ConnectionError at test_delivery.py:" in str(failure)
        assert desk.get(id).facts.open_messages == {"M1"}

        broken[0] = False
        assert desk.deliver().outcomes == ()
        clock.later(seconds=SENDING_LEASE.total_seconds())
        assert [message.id for message, _ in desk.deliver().outcomes] == ["M1"]
        first, _, again = channel.calls
        assert first == again
        assert desk.get(id).facts.open_messages == frozenset()


@pytest.mark.parametrize("answer", [None, "delivered", ReceiptStatus.DELIVERED], ids=repr)
def test_a_channel_that_answers_nonsense_is_named(opener: Opener, answer: object) -> None:
    """Whether it was sent nobody knows: it stays, and nothing is claimed."""
    with opener(plugins=[carrying(RecordingChannel(lambda message: cast(Any, answer)))]) as desk:
        id = acknowledged(desk)
        delivery = desk.deliver()
        assert ([failure.plugin for failure in delivery.failures], delivery.waiting) == (["app"], 1)
        assert desk.get(id).facts.open_messages == {"M1"}


def test_an_outcome_of_an_unknown_status_is_nonsense_too(opener: Opener) -> None:
    with opener(plugins=[carrying(RecordingChannel(Outcome("sent")))]) as desk:  # type: ignore[arg-type]
        acknowledged(desk)
        (failure,) = desk.deliver().failures
        assert "one of accepted, recorded, delivered, dropped, failed" in str(failure)


@pytest.mark.parametrize(
    ("outcome", "waiting", "on_its_way", "attempts"),
    [
        (Outcome(ReceiptStatus.DELIVERED), 0, set(), 0),
        (Outcome(ReceiptStatus.ACCEPTED), 0, set(), 0),
        (Outcome(ReceiptStatus.ACCEPTED, final=False), 0, {"M1"}, 0),
        (Outcome(ReceiptStatus.FAILED), 1, {"M2"}, 1),
        (Outcome(ReceiptStatus.FAILED, final=False), 1, {"M1"}, 1),
    ],
    ids=["delivered", "accepted for good", "accepted for now", "failed for good", "failed for now"],
)
def test_each_outcome_ends_as_it_says(
    opener: Opener, outcome: Outcome, waiting: int, on_its_way: set[str], attempts: int
) -> None:
    """R33: a failed attempt counts, and the owner hears of what failed for good; what failed for now stays in the
    outbox; another receipt may come later."""
    with opener(plugins=[carrying(RecordingChannel(outcome))]) as desk:
        id = acknowledged(desk)
        assert desk.deliver().waiting == waiting
        facts = desk.get(id).facts
        assert facts.open_messages == on_its_way
        assert len(facts.attempts) == attempts


def test_the_notice_counts_as_delivered_from_its_receipt(opener: Opener, clock: FrozenClock) -> None:
    """R33: the customer's window runs from delivery, not from the writing."""
    with opener(clock, [carrying(RecordingChannel())]) as desk:
        id = told(desk).id
        clock.later(hours=2)
        desk.deliver()
        assert desk.get(id).cycle.delivered == s.T0 + timedelta(hours=2)


def test_no_more_are_claimed_than_the_limit(opener: Opener) -> None:
    with opener(plugins=[carrying(RecordingChannel())]) as desk:
        for _ in range(3):
            acknowledged(desk)
        assert [len(desk.deliver(limit=2).outcomes) for _ in range(3)] == [2, 1, 0]


def test_a_preferred_channel_is_respected(opener: Opener) -> None:
    """R1: the way in is not the way out when the customer likes another one better."""
    channel = RecordingChannel()
    customer = Customer("u-17", contact={"email": "li@example.com"}, preferred_channel="email")
    with opener(plugins=[carrying(channel)]) as desk:
        acknowledged(desk, customer=customer)
        desk.deliver()
    (message,) = channel.calls
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
    channel = RecordingChannel()
    with opener(plugins=[carrying(channel)]) as desk:
        id = acknowledged(desk)
        at_desk(desk, id, s.triage(), c.Watch("zhou", "business_lead"))
        at_desk(desk, id, c.Update(Audience.TEAM, done="for the team"))
        at_desk(desk, id, c.Update(Audience.STAKEHOLDERS, done="for the leads"))
        desk.deliver()
        assert [type(message) for message in channel.calls] == [CustomerMessage, StaffMessage, StaffMessage]
        assert desk.get(id).facts.open_messages == frozenset()


def test_a_key_names_cycle_and_fix_so_that_a_second_notice_is_no_repeat(opener: Opener) -> None:
    """Promise 2, R34: after a dispute "solved" is said anew, under another key."""
    channel = RecordingChannel()
    with opener(plugins=[carrying(channel)]) as desk:
        id = told(desk).id
        desk.deliver()
        at_desk(desk, id, s.DISPUTE, by=s.CUSTOMER)
        at_desk(desk, id, s.propose("第二次"))
        at_desk(desk, id, c.Agree("O2", s.HEARD), by=s.CUSTOMER)
        at_desk(desk, id, s.RESOLVE)
        at_desk(desk, id, s.PASSED, by=s.WANG)
        at_desk(desk, id, s.notice("第二次"))
        desk.deliver()
    keys = [message.key.removeprefix(f"{id}/") for message in channel.calls if message.kind == "Notify"]
    assert keys == ["1/1/M2", "2/2/M5"]


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

    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        return attrs.evolve(message, links={"confirm": f"https://example.com/{message.complaint}/{now:%H%M}"})

    def read(self, token: str, now: datetime) -> Link | Refusal:
        raise AssertionError(token)

    def render(self, message: Any, form: str) -> Any:
        self.forms.append(form)
        links = getattr(message, "links", {})
        return attrs.evolve(message, text=f"{form}: {len(links)} links")


def test_a_message_is_linked_and_written_in_the_form_of_its_channel(clock: FrozenClock) -> None:
    channel, scribe = RecordingChannel(), Scribe()
    with Desk.open("memory://", clock=clock, plugins=[carrying(channel)], linker=scribe, renderer=scribe) as desk:
        id = acknowledged(desk)
        desk.do(id, c.Update(Audience.TEAM, done="the cause is found"), by=s.LI)
        desk.deliver()
    assert [message.text for message in channel.calls] == ["plain: 1 links", "plain: 0 links"]
    assert scribe.forms == ["plain", "plain"]


# ── what fails for now, and what fails for good


@attrs.define
class Ways:
    """Several ways out by name, each with its own answer; an exception is raised."""

    answers: dict[str, Any]
    sent: list[tuple[str, Message]] = attrs.Factory(list)
    name: str = "ways"

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {name: RecordingChannel(partial(self._answer, name)) for name in self.answers}

    def _answer(self, name: str, message: Message) -> Any:
        self.sent.append((name, message))
        answer = self.answers[name]
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def by(self) -> list[str]:
        return [name for name, _ in self.sent]


FOR_NOW = Outcome(ReceiptStatus.FAILED, final=False, detail="busy")
FOR_GOOD = Outcome(ReceiptStatus.FAILED, detail="no such address")
REACHABLE = Customer("u-17", contact={"email": "li@example.com", "phone": "+86 10"}, preferred_channel="email")


def exhausted(desk: Desk, clock: FrozenClock) -> None:
    """Delivers until nothing waits any more."""
    while desk.deliver().waiting:
        clock.later(hours=1)


def test_what_fails_for_now_is_tried_until_it_is_given_up(opener: Opener, clock: FrozenClock) -> None:
    """Promise 10: then it is a dead letter, and its receipt says that it failed for good."""
    ways = Ways({"app": FOR_NOW})
    with opener(clock, [ways]) as desk:
        id = acknowledged(desk)
        exhausted(desk, clock)
        assert ways.by == ["app"] * 10
        assert desk.get(id).facts.open_messages == frozenset()
        assert receipts(desk, id, "M1")[-1]["detail"] == "given up after 10 attempts: busy"
        [letter] = desk.dead_letters()
        assert (letter.message.id, letter.attempts, letter.until) == ("M1", 10, None)
        assert letter.why == "given up after 10 attempts: busy"
        clock.later(days=9)
        assert (desk.deliver().outcomes, desk.outbox()) == ((), ())


def test_a_channel_that_falls_over_every_time_ends_as_a_dead_letter_too(opener: Opener, clock: FrozenClock) -> None:
    """Only the end is on record: of each attempt nobody knows whether it was one."""
    with opener(clock, [Ways({"app": ConnectionError("服务器 down")})]) as desk:
        id = acknowledged(desk)
        exhausted(desk, clock)
        [receipt] = receipts(desk, id, "M1")
        assert (receipt["status"], receipt.get("final", True)) == ("failed", True)
        assert receipt["detail"].startswith("given up after 10 attempts: ConnectionError at ")
        assert len(desk.dead_letters()) == 1


def test_a_reason_that_cannot_be_recorded_is_told_by_its_kind(opener: Opener, clock: FrozenClock) -> None:
    class Odd(Exception):
        def __repr__(self) -> str:
            raise KeyError

    with opener(clock, [Ways({"app": Odd()})]) as desk:
        acknowledged(desk)
        exhausted(desk, clock)
        assert desk.dead_letters()[0].why.startswith("given up after 10 attempts: Odd at ")


def test_a_channel_that_asks_for_time_gets_it(opener: Opener, clock: FrozenClock) -> None:
    busy = attrs.evolve(FOR_NOW, retry_after=timedelta(hours=3))
    with opener(clock, [Ways({"app": busy})]) as desk:
        acknowledged(desk)
        desk.deliver()
        [letter] = desk.outbox()
        assert (letter.until, letter.why) == (s.T0 + timedelta(hours=3), "busy")


def test_what_fails_for_good_goes_to_the_next_channel_that_has_a_contact(opener: Opener, clock: FrozenClock) -> None:
    """Under a key of its own; the first failure counts as an attempt to reach the customer (R33)."""
    ways = Ways({"email": FOR_GOOD, "sms": DELIVERED})
    with opener(clock, [ways]) as desk:
        id = acknowledged(desk, customer=REACHABLE)
        assert desk.deliver().waiting == 1
        facts = desk.get(id).facts
        assert ([one.channel for one in facts.attempts], set(facts.open_messages)) == (["email"], {"M1"})
        assert desk.deliver().waiting == 0
        assert ways.by == ["email", "sms"]
        assert [message.key for _, message in ways.sent] == [f"{id}/1/0/M1", f"{id}/1/0/M1/2"]
        assert [(one["channel"], one["status"]) for one in receipts(desk, id)] == [
            ("email", "failed"), ("sms", "delivered")
        ]  # fmt: skip
        assert desk.get(id).facts.open_messages == frozenset()


def test_when_every_way_failed_it_is_a_dead_letter(opener: Opener, clock: FrozenClock) -> None:
    ways = Ways({"email": FOR_GOOD, "sms": FOR_GOOD, "app": DELIVERED})
    with opener(clock, [ways]) as desk:
        acknowledged(desk, customer=REACHABLE)
        assert [desk.deliver().dead for _ in range(3)] == [0, 1, 0]
        assert ways.by == ["email", "sms"]


def test_a_way_that_nobody_brings_is_replaced_before_the_log_is(opener: Opener) -> None:
    ways = Ways({"email": DELIVERED})
    with opener(plugins=[ways]) as desk:
        id = acknowledged(desk, channel="web", customer=attrs.evolve(REACHABLE, preferred_channel=""))
        desk.deliver()
        assert ways.by == ["email"]
        assert receipts(desk, id)[0]["channel"] == "email"


def test_a_dead_letter_is_tried_again_with_the_contacts_of_today(opener: Opener, clock: FrozenClock) -> None:
    """The key stays the same, so a channel that took it after all drops it."""
    ways = Ways({"email": FOR_GOOD})
    with opener(clock, [ways]) as desk:
        id = acknowledged(desk, customer=attrs.evolve(REACHABLE, contact={"email": "old@example.com"}))
        desk.deliver()
        at_desk(desk, id, c.Correct({"contact.email": "new@example.com"}, "misspelt"))
        [letter] = desk.dead_letters()
        desk.retry(letter.number)
        ways.answers["email"] = DELIVERED
        desk.deliver()
        (_, first), (_, second) = ways.sent
        assert isinstance(first, CustomerMessage)
        assert isinstance(second, CustomerMessage)
        assert (first.to["email"], second.to["email"]) == ("old@example.com", "new@example.com")
        assert first.key == second.key
        assert [one["status"] for one in receipts(desk, id, "M1")] == ["failed", "delivered"]
        assert desk.dead_letters() == ()


def test_a_dead_letter_may_be_sent_another_way(opener: Opener) -> None:
    ways = Ways({"email": FOR_GOOD, "chat": DELIVERED})
    with opener(plugins=[ways]) as desk:
        acknowledged(desk, customer=REACHABLE)
        desk.deliver()
        desk.retry(desk.dead_letters()[0].number, channel="chat")
        desk.deliver()
        assert ways.by == ["email", "chat"]


def test_a_discarded_dead_letter_is_gone_and_its_failure_stays_on_record(opener: Opener) -> None:
    with opener(plugins=[Ways({"email": FOR_GOOD})]) as desk:
        id = acknowledged(desk, customer=REACHABLE)
        desk.deliver()
        desk.discard(desk.dead_letters()[0].number)
        assert (desk.dead_letters(), [one.message.id for one in desk.outbox()]) == ((), ["M2"])
        assert [one["status"] for one in receipts(desk, id)] == ["failed", "dropped"]


@pytest.mark.parametrize("number", [1, 2, 0, -5])
def test_only_a_dead_letter_can_be_retried_or_discarded(opener: Opener, number: int) -> None:
    """What waits goes by itself; to touch what is on its way could send it twice."""
    with opener(plugins=[Ways({"email": DELIVERED})]) as desk:
        acknowledged(desk, customer=REACHABLE)
        for act in (desk.retry, desk.discard):
            with pytest.raises(InvalidInput, match="the number of a dead letter"):
                act(number)
        assert len(desk.outbox()) == 1


def test_a_staff_message_that_cannot_be_sent_is_a_dead_letter_too(opener: Opener) -> None:
    channel = RecordingChannel(lambda message: FOR_GOOD if isinstance(message, StaffMessage) else DELIVERED)
    with opener(plugins=[carrying(channel)]) as desk:
        at_desk(desk, acknowledged(desk), c.Update(Audience.TEAM, done="for the team"))
        desk.deliver()
        [letter] = desk.dead_letters()
        channel.outcome = DELIVERED
        desk.retry(letter.number)
        assert desk.deliver().count("delivered") == 1


# ── when it may go


def test_what_rings_waits_for_the_morning_and_is_sent_then(opener: Opener, clock: FrozenClock) -> None:
    ways = Ways({"sms": DELIVERED})
    with opener(clock, [ways]) as desk:
        id = received(desk, customer=attrs.evolve(REACHABLE, preferred_channel="sms")).id
        clock.later(hours=8)
        at_desk(desk, id, s.triage(signals=Signals()), s.update(next_at=clock.now + timedelta(days=1)))
        assert (desk.deliver().outcomes, ways.sent) == ((), [])
        [letter] = desk.outbox()
        assert (letter.why, letter.attempts) == ("quiet hours", 0)
        clock.now = letter.until or clock.now
        assert desk.deliver().count("delivered") == 1


def test_no_more_go_to_one_customer_in_an_hour_than_the_policy_says_and_none_is_lost(
    opener: Opener, clock: FrozenClock
) -> None:
    ways, policy = Ways({"app": DELIVERED}), Policy.from_toml("[sending]\nper_hour = 2\nnever_held = []")
    with opener(clock, [ways], policy) as desk:
        for number in range(5):
            at_desk(desk, received(desk).id, s.acknowledge(f"记下了 {number}"))
        at_desk(desk, received(desk, customer=Customer("u-18")).id, s.acknowledge())
        gone: list[int] = []
        for _ in range(3):
            gone.append(len(desk.deliver(limit=3).outcomes))
            clock.later(hours=1)
    assert gone == [3, 2, 1]
    assert len({message.key for _, message in ways.sent}) == 6


def test_what_is_held_back_does_not_stand_in_the_way_of_what_may_go(opener: Opener, clock: FrozenClock) -> None:
    ways, policy = Ways({"app": DELIVERED}), Policy.from_toml("[sending]\nper_hour = 1\nnever_held = []")
    with opener(clock, [ways], policy) as desk:
        for customer in ("u-17", "u-17", "u-17", "u-18"):
            at_desk(desk, received(desk, customer=Customer(customer)).id, s.acknowledge())
        assert len(desk.deliver(limit=2).outcomes) == 2


def test_a_channel_that_hangs_holds_up_its_own_letter_and_sends_no_other_one_twice(
    opener: Opener, clock: FrozenClock
) -> None:
    """Each letter is claimed when its turn comes, so the time that another one took is not its own."""

    def hanging(message: Message) -> Outcome:
        clock.now += SENDING_LEASE
        return DELIVERED

    channel = RecordingChannel(hanging)
    with opener(clock, [carrying(channel)]) as desk:
        for _ in range(3):
            acknowledged(desk)
        assert [len(desk.deliver().outcomes) for _ in range(2)] == [3, 0]
        assert len(channel.calls) == 3


def test_a_notice_whose_proof_has_lapsed_is_not_sent(opener: Opener) -> None:
    """R32: neither from the outbox nor when somebody tries the dead letter again."""
    channel = RecordingChannel()
    with opener(plugins=[carrying(channel)]) as desk:
        id = told(desk).id
        at_desk(desk, id, s.FAILED, by=s.WANG)
        for _ in range(2):
            assert desk.deliver().dead == 1
            [letter] = desk.dead_letters()
            assert letter.why == "outdated: fix 1 is no longer proved"
            desk.retry(letter.number)
        assert "Notify" not in {message.kind for message in channel.calls}
        assert desk.get(id).cycle.delivered is None
        (notice,) = {one["message"] for one in receipts(desk, id) if one["status"] == "dropped"}
        assert [one["status"] for one in receipts(desk, id, notice)] == ["dropped", "dropped"]
        facts = desk.get(id).facts
        assert (facts.attempts, notice in facts.open_messages) == (frozenset(), False), "nobody was called"
        assert [one.kind for one in channel.to_staff] == ["Remind", "Remind"], (
            "the owner hears that the customer does not know"
        )


def by_night(desk: Desk, clock: FrozenClock) -> str:
    """A complaint whose customer is told its progress by SMS in the evening, when that waits for the morning."""
    id = received(desk, customer=attrs.evolve(REACHABLE, preferred_channel="sms")).id
    clock.later(hours=8)
    at_desk(desk, id, s.triage(signals=Signals()), s.update(next_at=clock.now + timedelta(days=1)))
    return id


def solved(desk: Desk, id: str) -> None:
    """It is solved, and the notice that it is waits in the outbox."""
    at_desk(desk, id, c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "true"))
    at_desk(desk, id, c.Resolve("the second payment is reversed", touches="nothing"))
    at_desk(desk, id, s.PASSED, by=s.WANG)
    at_desk(desk, id, s.notice())


def test_what_waits_for_the_morning_keeps_its_order(opener: Opener, clock: FrozenClock) -> None:
    ways = Ways({"sms": DELIVERED})
    with opener(clock, [ways]) as desk:
        id = by_night(desk, clock)
        desk.deliver()
        solved(desk, id)
        desk.deliver()
        assert ways.sent == []
        clock.later(hours=10)
        desk.deliver()
        assert [message.kind for _, message in ways.sent] == ["Update", "Notify"]


def test_progress_that_the_notice_overtook_is_dropped_and_on_record(opener: Opener, clock: FrozenClock) -> None:
    """A house may let the notice go at night; then nobody reads in the morning that we are still looking."""
    ways = Ways({"sms": DELIVERED})
    with opener(clock, [ways], attrs.evolve(s.CHINA, sending=Sending(never_held=frozenset({"Notify"})))) as desk:
        id = by_night(desk, clock)
        desk.deliver()
        solved(desk, id)
        desk.deliver()
        clock.later(hours=10)
        delivery = desk.deliver()
        assert ([message.kind for _, message in ways.sent], delivery.count("dropped")) == (["Notify"], 1)
        assert receipts(desk, id)[-1] == {
            "message": "M1", "status": "dropped", "channel": "sms", "detail": "overtaken by M2"
        }  # fmt: skip
        assert (desk.outbox(), desk.dead_letters(), desk.get(id).facts.open_messages) == ((), (), frozenset())


def test_a_channel_cannot_drop_what_it_is_handed(opener: Opener) -> None:
    with opener(plugins=[carrying(RecordingChannel(Outcome(ReceiptStatus.DROPPED)))]) as desk:
        acknowledged(desk)
        (failure,) = desk.deliver().failures
        assert "does not drop" in str(failure)


def test_a_contact_that_no_channel_reaches_is_a_dead_letter_and_nobody_counts_as_told(opener: Opener) -> None:
    """R33: the log reaches no customer."""
    with opener(plugins=[Ways({"email": DELIVERED})]) as desk:
        id = told(desk, customer=Customer("u-17", contact={"phone": "13800000000"}, preferred_channel="sms")).id
        desk.deliver()
        assert {letter.why for letter in desk.dead_letters()} == {"no channel is there that reaches this contact"}
        assert desk.get(id).cycle.delivered is None


def test_a_house_without_channels_writes_to_the_log(opener: Opener) -> None:
    with opener() as desk:
        acknowledged(desk)
        assert desk.deliver().count("recorded") == 1


def test_a_dead_letter_begins_only_on_a_channel_that_is_there(opener: Opener) -> None:
    with opener(plugins=[Ways({"app": FOR_GOOD, "email": DELIVERED})]) as desk:
        acknowledged(desk)
        desk.deliver()
        [letter] = desk.dead_letters()
        with pytest.raises(InvalidInput, match="channel: found 'pigeon', expected one of app, email, log"):
            desk.retry(letter.number, channel="pigeon")


# ── a channel that fails, hangs and lies, in any order


class Wild:
    """Answers as a list says; it honours keys, and takes what it was given before it falls over."""

    name = "wild"

    def __init__(self, clock: FrozenClock, draws: Iterator[str]) -> None:
        self.clock, self.draws = clock, draws
        self.taken: dict[str, int] = {}
        self.seen: Counter[str] = Counter()

    def send(self, message: Message) -> Any:
        mood = next(self.draws, "deliver")
        self.seen[mood] += 1
        if mood == "hang":
            self.clock.later(minutes=2)
        if mood in {"deliver", "hang", "take and fall"}:
            self.taken.setdefault(message.key, len(self.taken))
        if "fall" in mood:
            raise ConnectionError(mood)
        return {"for now": FOR_NOW, "for good": FOR_GOOD, "lie": "sent, trust me"}.get(mood, DELIVERED)

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"app": self, "email": self}


MOODS = ("deliver", "for now", "for good", "lie", "fall", "take and fall", "hang")


@given(st.lists(st.sampled_from(MOODS), max_size=40))
@settings(max_examples=60, deadline=None)
@example([*MOODS, *reversed(MOODS)])
@example(["fall"] * 40)
def test_nothing_is_lost_and_what_failed_is_seen(moods: list[str]) -> None:
    """Every message was taken by its channel, under one key, or is a dead letter; nothing stays open."""
    clock = FrozenClock()
    wild = Wild(clock, iter(moods))
    with Desk.open("memory://", clock=clock, plugins=[wild]) as desk:
        ids = [acknowledged(desk, customer=REACHABLE) for _ in range(4)]
        exhausted(desk, clock)
        dead = {letter.message.key for letter in desk.dead_letters()}
        for id in ids:
            key = f"{id}/1/0/M1"
            last = receipts(desk, id, "M1")[-1]
            assert (key in wild.taken) or (key in dead)
            assert (last["status"] == "failed") == (key in dead)
            assert desk.get(id).facts.open_messages == frozenset()
        assert len(wild.taken) <= 4
        if len(moods) > 25:
            for mood in wild.seen:
                event(f"a channel that does: {mood}")
