"""What is decided about a message on its way out: pure, so that each case is one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import given, strategies as st

from complaintflow import Customer, DefinitionError, InvalidInput, Lifecycle, Policy
from complaintflow._validation.structure import FrozenMap
from complaintflow.desk.dispatch import HOUR, Settlement, hold_back, next_channel, renew, route, settle, why_lapsed
from complaintflow.plugins import OutboxEntry, Outcome
from complaintflow.policy.sending import Sending
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Grade, ReceiptStatus
from tests import stories as s
from tests.channels.messages import to_customer, to_staff

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)  # in Shanghai
NIGHT = datetime(2026, 3, 2, 15, tzinfo=UTC)
MORNING = datetime(2026, 3, 3, 0, tzinfo=UTC)
SMS = to_customer(channel="sms")
POLICY = s.CHINA
LIFECYCLE = Lifecycle.default()
FAILED, ACCEPTED, DELIVERED = ReceiptStatus.FAILED, ReceiptStatus.ACCEPTED, ReceiptStatus.DELIVERED
FOR_NOW, FOR_GOOD = Outcome(FAILED, False, "busy"), Outcome(FAILED, True, "no such number")
EVERYWHERE = {"app", "email", "sms"}


def complaint(**customer: Any) -> Complaint:
    return s.received(LIFECYCLE, customer=Customer("u-17", **customer)).complaint


def graded(grade: Grade) -> Complaint:
    one = complaint()
    return attrs.evolve(one, facts=msgspec.structs.replace(one.facts, grade=grade))


# ── how long it waits for another attempt

DRAWS = st.floats(0, 1, exclude_max=True)
SENDINGS = st.builds(
    Sending,
    attempts=st.integers(1, 100),
    first_wait=st.timedeltas(timedelta(seconds=1), HOUR),
    longest_wait=st.timedeltas(HOUR, timedelta(days=2)),
)


@given(SENDINGS, st.integers(1, 1000), DRAWS)
def test_the_wait_doubles_up_to_the_longest_and_spreads_over_its_second_half(
    sending: Sending, attempt: int, draw: float
) -> None:
    whole = min(sending.first_wait * 2 ** min(attempt - 1, 20), sending.longest_wait)
    wait = sending.wait(attempt, draw)
    assert whole / 2 <= wait <= whole
    assert wait <= sending.wait(attempt + 1, draw)


@given(SENDINGS, st.integers(1, 50), DRAWS, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_a_channel_that_asks_for_more_gets_it_up_to_a_limit(
    sending: Sending, attempt: int, draw: float, asked: timedelta
) -> None:
    wait = sending.wait(attempt, draw, asked)
    assert wait == max(sending.wait(attempt, draw), min(asked, sending.longest_asked))


def test_the_defaults_spread_ten_attempts_over_some_hours() -> None:
    waits = [Sending().wait(attempt, 0.5) for attempt in range(1, Sending().attempts)]
    assert [wait.total_seconds() / 60 for wait in waits] == [0.75, 1.5, 3, 6, 12, 24, 45, 45, 45]


@pytest.mark.parametrize(
    "text", ["per_hour = -1", "attempts = 0", "first_wait = -5", "fallback = 'sms'", "rings = ['']", "sms = 3"]
)
def test_numbers_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(DefinitionError, match="sending"):
        Policy.from_toml(f"[sending]\n{text}")


# ── whether it waits for its time


def waits(message: Any, of: Complaint, now: datetime = NIGHT, policy: Policy = POLICY) -> datetime | None:
    later = hold_back(OutboxEntry(1, message), of, (), policy, now)
    return later.until if later else None


def test_what_rings_keeps_quiet_hours() -> None:
    assert waits(SMS, complaint()) == MORNING
    assert waits(SMS, complaint(), NOON) is None


@pytest.mark.parametrize("channel", ["email", "app", "chat"])
def test_what_does_not_ring_does_not_wait(channel: str) -> None:
    assert waits(to_customer(channel=channel), complaint()) is None


def test_an_emergency_waits_for_nothing() -> None:
    assert waits(SMS, graded(Grade.E)) is None
    assert waits(SMS, graded(Grade.A)) == MORNING
    assert hold_back(OutboxEntry(1, SMS), graded(Grade.E), [NOON] * 99, POLICY, NOON) is None


@pytest.mark.parametrize("kind", sorted(Sending().never_held))
def test_an_acknowledgement_and_the_notice_that_it_is_solved_wait_for_nothing(kind: str) -> None:
    message = attrs.evolve(SMS, kind=kind)
    assert waits(message, complaint()) is None
    assert hold_back(OutboxEntry(1, message), complaint(), [NOON] * 99, POLICY, NOON) is None


def test_quiet_hours_are_those_of_the_customers_zone() -> None:
    """At noon in Shanghai it is eleven at night in New York."""
    assert waits(SMS, complaint(zone="America/New_York"), NOON) == datetime(2026, 3, 2, 13, tzinfo=UTC)
    assert waits(SMS, complaint(zone="America/New_York"), NIGHT) is None


def test_a_house_without_quiet_hours_has_none() -> None:
    assert waits(SMS, complaint(), policy=Policy(awake="")) is None


def test_our_own_people_are_not_held_back() -> None:
    assert hold_back(OutboxEntry(1, to_staff("payments")), complaint(), [NIGHT] * 99, POLICY, NIGHT) is None


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "Asia", " "])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(InvalidInput, match="zone"):
        Customer("u-17", zone=zone)


TWO = Policy.from_toml("[sending]\nper_hour = 2")


def held_by_limit(sent: Sequence[datetime], entry: OutboxEntry, policy: Policy = TWO) -> datetime | None:
    later = hold_back(entry, complaint(), sent, policy, NOON)
    return later.until if later else None


def test_a_later_message_waits_until_the_hour_has_room_again() -> None:
    sent = [NOON - timedelta(minutes=minutes) for minutes in (50, 30, 10)]
    message = OutboxEntry(1, to_customer())
    assert held_by_limit(sent[:1], message) is None
    assert held_by_limit(sent[1:], message) == NOON + timedelta(minutes=30)
    assert held_by_limit(sent, message) == NOON + timedelta(minutes=30)
    assert held_by_limit(sent, message, Policy.from_toml("[sending]\nper_hour = 0")) is None


@pytest.mark.parametrize(
    "entry", [OutboxEntry(1, to_customer(), 1), OutboxEntry(1, to_customer(tried=("app",)))], ids=["twice", "elsewhere"]
)
def test_what_was_tried_before_has_its_place_already(entry: OutboxEntry) -> None:
    assert held_by_limit([NOON] * 2, entry) is None


# ── whether it is still worth saying


def in_cycle(number: int, **cycle: Any) -> Complaint:
    one = complaint()
    facts = msgspec.structs.replace(one.facts, cycle=msgspec.structs.replace(one.cycle, number=number, **cycle))
    return attrs.evolve(one, facts=facts)


@pytest.mark.parametrize(
    ("kind", "now", "why"),
    [
        ("Update", in_cycle(1), ""),
        ("Update", in_cycle(1, notice="M10"), ""),  # nobody has read it yet
        ("Update", in_cycle(1, notice="M10", delivered=NOON), "overtaken by M10"),
        ("Update", in_cycle(1, plan_notice="M10", plan_delivered=NOON), "overtaken by M10"),
        ("Update", in_cycle(1, notice="M8", delivered=NOON), ""),
        ("Update", in_cycle(2), "overtaken: cycle 1 is over"),
        ("Acknowledge", in_cycle(2, notice="M10", delivered=NOON), ""),
        ("Notify", in_cycle(1, notice="M9", fix=3, proof=3), ""),
        ("Notify", in_cycle(1, notice="M9", fix=3), "outdated: fix 3 is no longer proved"),
        ("Notify", in_cycle(1, notice="M10", fix=3, proof=3), "outdated: fix 3 is no longer proved"),
        ("Notify", in_cycle(1), "outdated: fix 3 is no longer proved"),
    ],
)
def test_what_is_not_true_any_more_or_overtaken_is_not_worth_saying(kind: str, now: Complaint, why: str) -> None:
    assert why_lapsed(to_customer(id="M9", kind=kind, key="C/with/1/3/M9"), now) == why


# ── which way it goes


def test_a_message_goes_the_way_that_it_names() -> None:
    assert route(to_customer(channel="app"), EVERYWHERE, POLICY) == to_customer(channel="app")
    assert route(to_staff("payments"), EVERYWHERE, POLICY) == to_staff("payments")


def test_a_way_that_is_not_there_is_replaced_by_the_first_that_has_a_contact() -> None:
    assert route(to_customer(channel="web"), EVERYWHERE, POLICY) == to_customer(channel="email")
    by_phone = to_customer(channel="web", to=FrozenMap({"phone": "+86"}))
    assert route(by_phone, EVERYWHERE, POLICY) == attrs.evolve(by_phone, channel="sms")
    assert route(by_phone, {"email"}, POLICY) == by_phone


def test_each_way_is_gone_once() -> None:
    assert next_channel(to_customer(channel="app"), EVERYWHERE, POLICY) == "email"
    assert next_channel(to_customer(channel="email", tried=("app",)), EVERYWHERE, POLICY) == "sms"
    assert next_channel(to_customer(channel="sms", tried=("app", "email")), EVERYWHERE, POLICY) is None
    assert next_channel(to_customer(channel="sms"), EVERYWHERE, POLICY) == "email"


# ── what follows from an attempt


def settled(outcome: Outcome, entry: OutboxEntry = OutboxEntry(7, SMS), way: str | None = None) -> Settlement:  # noqa: B008
    return settle(entry, outcome, way, POLICY, NOON)


@pytest.mark.parametrize("outcome", [Outcome(DELIVERED), Outcome(ACCEPTED), Outcome(ACCEPTED, False)], ids=str)
def test_what_was_taken_is_done_with(outcome: Outcome) -> None:
    assert settled(outcome, way="email") == Settlement(outcome, None)


def test_what_fails_for_now_is_tried_again() -> None:
    result = settled(FOR_NOW, OutboxEntry(7, SMS, 2), "email")
    assert (result.outcome, result.again, result.dead) == (FOR_NOW, True, False)
    assert result.entry is not None
    until = result.entry.until
    assert result.entry == OutboxEntry(7, SMS, 3, until, "busy")
    assert until is not None
    assert timedelta(minutes=2) <= until - NOON < timedelta(minutes=4)


def test_what_failed_at_once_does_not_come_back_at_once() -> None:
    """The times spread over messages, and are the same for one message wherever they are computed."""
    several = [OutboxEntry(7, attrs.evolve(SMS, key=f"C-{number}/1/0/M1")) for number in range(100)]
    times = {later.until for entry in several if (later := settled(FOR_NOW, entry).entry)}
    assert len(times) == 100
    assert settled(FOR_NOW, several[0]) == settled(FOR_NOW, several[0])


@pytest.mark.parametrize("outcome", [FOR_GOOD, FOR_NOW], ids=["for good", "too often"])
def test_what_fails_for_good_or_too_often_goes_the_next_way_under_the_same_key(outcome: Outcome) -> None:
    result = settled(outcome, OutboxEntry(7, SMS, 9), "email")
    elsewhere = attrs.evolve(SMS, channel="email", tried=("sms",))
    assert result.entry == OutboxEntry(7, elsewhere, 0, NOON, result.outcome.detail)
    assert (result.outcome.final, result.again, result.dead) == (False, False, False)


@pytest.mark.parametrize(
    ("outcome", "why"), [(FOR_GOOD, "no such number"), (FOR_NOW, "given up after 10 attempts: busy")]
)
def test_without_another_way_it_is_a_dead_letter(outcome: Outcome, why: str) -> None:
    result = settled(outcome, OutboxEntry(7, SMS, 9))
    assert result == Settlement(Outcome(FAILED, True, why), OutboxEntry(7, SMS, 10, None, why))
    assert (result.again, result.dead) == (False, True)


def test_tried_anew_it_begins_where_it_began_with_the_contacts_of_today() -> None:
    tired = to_customer(channel="sms", tried=("app", "email"))
    today = complaint(contact={"email": "new@example.com"})
    fresh = renew(tired, today)
    assert (fresh.channel, fresh.tried, dict(fresh.to)) == ("app", (), {"email": "new@example.com"})
    assert renew(tired, today, "email").channel == "email"
    assert fresh.key == tired.key
