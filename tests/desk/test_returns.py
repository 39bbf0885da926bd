"""R33: what did not reach the customer goes another way or comes before a person, and nothing ends by silence on it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from complaintflow import Customer, Desk, Policy, commands as c
from complaintflow.channels import FileChannel
from complaintflow.inbound import Bounce, Disposition
from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage, hookimpl
from complaintflow.record.keys import MessageKey
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import Audience, ReceiptStatus
from tests import stories as s
from tests.stores.desks import Opener, at_desk, received, told

ACCEPTED = Outcome(ReceiptStatus.ACCEPTED)
BOTH = Customer("u-17", contact={"email": "li@example.com", "phone": "13800000000"}, preferred_channel="email")
MAIL = attrs.evolve(BOTH, contact={"email": "li@example.com"})
QUESTION = c.AskCustomer({"card": "请问您用哪张卡付的款?"})


class House:
    """The ways out of a house that wakes nobody up, and to its staff."""

    name = "house"

    def __init__(self, *names: str, answer: Any = ACCEPTED) -> None:
        self.way = RecordingChannel(answer)
        self.names = names or ("email", "sms")

    @hookimpl
    def channels(self) -> dict[str, RecordingChannel]:
        return dict.fromkeys(self.names, self.way)

    @hookimpl
    def staff_channels(self) -> dict[str, RecordingChannel]:
        return {"team": self.way}

    def went(self, id: str) -> list[str]:
        """The ways by which this message went."""
        calls = (one for one in self.way.calls if isinstance(one, CustomerMessage) and one.id == id)
        return [one.channel for one in calls]

    def to_owner(self) -> list[str]:
        return [one.text for one in self.way.calls if isinstance(one, StaffMessage) and one.recipients == ("owner",)]


AWAKE = Policy.from_toml("sending.rings = []")


def bounce(
    desk: Desk, id: str, message: str, ref: str = "<1@mx>", channel: str = "email", sending: int = 1
) -> Disposition:
    key = MessageKey(id, 1, 1, message, sending)
    return desk.hear(Bounce(ref, str(key), "5.1.1", channel)).disposition


def days(desk: Desk, clock: FrozenClock, count: int) -> None:
    for _ in range(4 * count):
        clock.later(hours=6)
        desk.tick()
        desk.deliver()


def solved(desk: Desk, customer: Customer = BOTH) -> tuple[str, str]:
    """Told and sent; and the name of the notice."""
    id = told(desk, customer=customer).id
    desk.deliver()
    return id, desk.get(id).cycle.notice


def asked(desk: Desk, customer: Customer = MAIL) -> str:
    """Asked by mail."""
    id = received(desk, customer=customer).id
    at_desk(desk, id, s.triage(), QUESTION)
    desk.deliver()
    return id


def missed(desk: Desk, id: str) -> int:
    return sum(event.kind == "MissDeadline" for event in desk.history(id))


# ── a log or a file reaches nobody


def test_a_house_without_channels_closes_nobody_as_silent(opener: Opener, clock: FrozenClock) -> None:
    """Trial 2: nobody was reached, and the customer would have lost the complaint."""
    with opener(clock) as desk:
        id, _ = solved(desk)
        assert desk.get(id).cycle.delivered is None
        days(desk, clock, 5)
        assert desk.get(id).state == "awaiting_confirmation"


def test_a_house_that_says_by_name_that_its_log_reaches_is_believed(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, policy=Policy.from_toml('sending.reaching = ["log"]')) as desk:
        id, _ = solved(desk)
        days(desk, clock, 5)
        assert desk.get(id).state == "closed"


def test_a_file_asks_nobody_until_the_job_that_sends_its_lines_reports(
    opener: Opener, clock: FrozenClock, tmp_path: Any
) -> None:
    """A question in a file declines nobody; the report that it was sent starts the days to answer."""
    house = House("email")
    house.way = FileChannel(tmp_path / "out.jsonl")  # type: ignore[assignment]
    with opener(clock, [house]) as desk:
        id = asked(desk)
        days(desk, clock, 15)
        assert desk.get(id).state == "triaged"
        desk.do(id, s.receipt("M1", channel="email"), by=s.SYSTEM)
        clock.later(days=13)
        desk.tick()
        assert desk.get(id).state == "triaged"
        for message in sorted(desk.get(id).facts.unproved):
            desk.do(id, s.receipt(message, channel="email"), by=s.SYSTEM)
        clock.later(days=1)
        desk.tick()
        assert desk.get(id).state == "declined"


def test_the_developer_hears_that_nothing_reaches_the_customer(
    opener: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    with opener() as desk:
        at_desk(desk, received(desk).id, s.acknowledge())
        done = desk.deliver()
        assert [one.id for one in done.unreached] == ["M1"]
        assert "only recorded, which reaches nobody" in caplog.text


# ── a question that never arrived was not asked


def test_a_question_that_came_back_declines_nobody(opener: Opener, clock: FrozenClock) -> None:
    """Field 1: the customer would be declined for not answering what they never read."""
    with opener(clock, [House("email")]) as desk:
        id = asked(desk)
        assert bounce(desk, id, "M1") == "failed"
        days(desk, clock, 20)
        assert (desk.get(id).state, set(desk.get(id).facts.open_tasks)) == ("triaged", {"T1"})


def test_what_goes_the_second_way_keeps_its_name_though_a_fix_came_since(opener: Opener, clock: FrozenClock) -> None:
    """With another cycle or fix in its key its answer would find nothing."""
    house = House()
    with opener(clock, plugins=[house], policy=AWAKE) as desk:
        id = asked(desk, BOTH)
        at_desk(desk, id, c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "genuine"))
        at_desk(desk, id, c.Resolve("mended", s.OWN))
        bounce(desk, id, "M1")
        desk.deliver()
        assert house.went("M1") == ["email", "sms"]
        keys = [MessageKey.parse(one.key) for one in house.way.to_customers if one.id == "M1"]
        assert keys[1] == attrs.evolve(keys[0], sending=2)


def test_a_question_that_went_the_second_way_runs_from_there(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House()], policy=AWAKE) as desk:
        id = asked(desk, BOTH)
        days(desk, clock, 10)
        bounce(desk, id, "M1")
        days(desk, clock, 12)
        assert desk.get(id).state == "triaged"
        days(desk, clock, 3)
        assert desk.get(id).state == "declined"


def test_a_question_that_waits_in_the_outbox_is_not_asked(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id = received(desk, customer=MAIL).id
        at_desk(desk, id, s.triage(), QUESTION)
        clock.later(days=20)
        desk.tick()
        assert desk.get(id).state == "triaged"


def test_a_question_that_is_asked_again_makes_the_lost_one_good(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id = asked(desk)
        bounce(desk, id, "M1")
        at_desk(desk, id, c.CancelTask("T1", "the mailbox is mended"), c.AskCustomer({"card": "再问一次:哪张卡?"}))
        desk.deliver()
        assert desk.get(id).facts.unproved == frozenset()
        days(desk, clock, 15)
        assert desk.get(id).state == "declined"


def test_news_that_came_back_after_the_notice_bars_silence(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id, _ = solved(desk, MAIL)
        at_desk(desk, id, s.update("还有一件事"))
        desk.deliver()
        bounce(desk, id, f"M{desk.get(id).facts.messages}")
        days(desk, clock, 5)
        assert desk.get(id).state == "awaiting_confirmation"


def test_the_reminder_that_silence_will_close_must_arrive(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id, _ = solved(desk, MAIL)
        clock.later(hours=50)
        desk.tick()
        (reminder,) = desk.get(id).facts.unproved
        desk.deliver()
        bounce(desk, id, reminder)
        days(desk, clock, 3)
        assert desk.get(id).state == "awaiting_confirmation"


# ── what comes back goes the next way, else before a person


def test_a_notice_that_came_back_goes_the_next_way(opener: Opener, clock: FrozenClock) -> None:
    """Field 3."""
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        bounce(desk, id, notice)
        assert desk.get(id).cycle.delivered is None
        desk.deliver()
        assert house.went(notice) == ["email", "sms"]
        assert desk.get(id).cycle.delivered is not None
        assert (desk.get(id).facts.unproved, desk.get(id).facts.open_tasks) == (frozenset(), frozenset())


def test_the_same_word_of_a_way_twice_sends_nothing_twice(opener: Opener, clock: FrozenClock) -> None:
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        for ref in ("<1@mx>", "<1@mx>", "<2@mx>"):
            bounce(desk, id, notice, ref)
            desk.deliver()
        bounce(desk, id, notice, "<3@mx>")
        assert house.went(notice) == ["email", "sms"]
        assert desk.get(id).cycle.delivered is not None, "it arrived by SMS, whatever the mail server says again"
        assert len(desk.get(id).facts.attempts) == 0


def test_what_comes_back_by_both_ways_is_one_dead_letter_and_one_task(opener: Opener, clock: FrozenClock) -> None:
    """No endless going to and fro; the owner hears once."""
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        for ref, channel, sending in (("<1@mx>", "email", 1), ("2", "sms", 2), ("<3@mx>", "email", 1), ("4", "sms", 2)):
            bounce(desk, id, notice, ref, channel, sending)
            desk.deliver()
        assert [letter.message.id for letter in desk.dead_letters()] == [notice]
        assert desk.get(id).facts.open_tasks == {"T1"}
        assert len(house.to_owner()) == 1
        days(desk, clock, 5)
        assert desk.get(id).state == "awaiting_confirmation"


def test_a_person_sends_the_dead_letter_to_the_corrected_contact(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        bounce(desk, id, notice)
        at_desk(desk, id, c.Correct({"contact.email": "new@example.com"}, "told by phone"))
        desk.retry(desk.dead_letters()[0].number)
        desk.deliver()
        assert desk.get(id).cycle.delivered is not None
        at_desk(desk, id, c.FinishTask("T1", "nothing"))
        assert desk.get(id).cycle.proved, "to reach the customer is no work on the fix"
        days(desk, clock, 5)
        assert desk.get(id).state == "closed"


def test_a_receipt_by_hand_is_followed_like_a_bounce(opener: Opener, clock: FrozenClock) -> None:
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        desk.do(id, s.receipt(notice, "failed", channel="email", detail="the letter came back"), by=s.SYSTEM)
        desk.deliver()
        assert house.went(notice) == ["email", "sms"]


def test_a_failure_that_is_not_the_last_word_sends_nothing_on(opener: Opener, clock: FrozenClock) -> None:
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        desk.do(id, s.receipt(notice, "failed", final=False, channel="email"), by=s.SYSTEM)
        assert (desk.outbox(), desk.get(id).cycle.delivered is None) == ((), False)


def test_what_came_back_before_the_channel_answered_did_not_arrive(opener: Opener, clock: FrozenClock) -> None:
    """A listener reports faster than it answers: its acceptance proves nothing any more."""
    desks: list[Desk] = []

    def answer(message: Message) -> Outcome:
        if isinstance(message, CustomerMessage) and message.kind == "Notify" and message.channel == "email":
            failed = s.receipt(message.id, "failed", channel="email")
            desks[0].do(message.complaint, failed, by=s.SYSTEM)
        return ACCEPTED

    house = House(answer=answer)
    with opener(clock, [house], policy=AWAKE) as desk:
        desks.append(desk)
        id, notice = solved(desk)
        assert desk.get(id).cycle.delivered is None
        desk.deliver()
        assert house.went(notice) == ["email", "sms"]
        assert desk.get(id).cycle.delivered is not None


def test_a_staff_mail_that_comes_back_says_nothing_about_the_customer(opener: Opener, clock: FrozenClock) -> None:
    """Late bounces of staff mail were attempts to reach the customer, and would bar silence for good."""
    with opener(clock, [House("email")]) as desk:
        id, _ = solved(desk, MAIL)
        at_desk(desk, id, c.Update(Audience.TEAM, done="for the team: read the second ledger as well"))
        desk.deliver()
        bounce(desk, id, f"M{desk.get(id).facts.messages}")
        facts = desk.get(id).facts
        assert (facts.unproved, facts.attempts, facts.open_tasks) == (frozenset(), frozenset(), frozenset())


def test_what_nobody_needs_any_more_is_not_sent_again_but_the_owner_hears(opener: Opener, clock: FrozenClock) -> None:
    """An acknowledgement after the notice would only confuse; the address may be dead all the same."""
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id = told(desk, customer=BOTH).id
        first = min(desk.get(id).facts.unproved, key=lambda name: int(name[1:]))
        desk.deliver()
        bounce(desk, id, first)
        desk.deliver()
        assert house.went(first) == ["email"]
        assert desk.get(id).facts.open_tasks == {"T1"}


def test_a_bounce_of_a_merged_complaint_goes_to_the_owner_of_its_target(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id, target = asked(desk), received(desk, customer=MAIL, order="B-2").id
        at_desk(desk, target, s.triage(), c.Assign("li"))
        at_desk(desk, id, c.Merge(target))
        bounce(desk, id, "M1")
        assert len(desk.get(target).facts.open_tasks) == 1
        assert desk.get(id).facts.open_tasks == frozenset()


# ── after the end


def test_a_bounce_after_the_silent_close_brings_it_back_once_and_nags_nobody(
    opener: Opener, clock: FrozenClock
) -> None:
    """Field 2."""
    with opener(clock, [House("email")]) as desk:
        id, notice = solved(desk, MAIL)
        days(desk, clock, 5)
        assert desk.get(id).state == "closed"
        for ref in ("<1@mx>", "<2@mx>"):
            bounce(desk, id, notice, ref)
        assert desk.get(id).state == "awaiting_confirmation"
        assert [event.kind for event in desk.history(id)].count("Unclose") == 1
        assert (set(desk.get(id).facts.open_tasks), len(desk.dead_letters())) == ({"T1"}, 1)
        days(desk, clock, 5)
        assert desk.get(id).state == "awaiting_confirmation"


def test_brought_back_it_may_close_again_once_the_notice_arrived_another_way(
    opener: Opener, clock: FrozenClock
) -> None:
    with opener(clock, [House()], policy=AWAKE) as desk:
        id, notice = solved(desk)
        days(desk, clock, 5)
        bounce(desk, id, notice)
        desk.deliver()
        days(desk, clock, 2)
        assert desk.get(id).state == "awaiting_confirmation", "the window runs from the second way"
        days(desk, clock, 2)
        assert desk.get(id).state == "closed"


def test_a_plan_that_comes_back_after_the_closing_is_planned_again(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id = received(desk, customer=MAIL).id
        at_desk(desk, id, s.triage(), c.AddEvidence("log", "gateway", "two"), c.CheckEvidence("E1", "agrees"), s.plan())
        desk.deliver()
        at_desk(desk, id, c.Close())
        bounce(desk, id, desk.get(id).cycle.plan_notice)
        assert (desk.get(id).state, set(desk.get(id).facts.open_tasks)) == ("planned", {"T1"})


def test_a_question_that_comes_back_after_the_decline_takes_the_decline_back(
    opener: Opener, clock: FrozenClock
) -> None:
    with opener(clock, [House("email")]) as desk:
        id = asked(desk)
        days(desk, clock, 15)
        assert desk.get(id).state == "declined"
        bounce(desk, id, "M1")
        assert (desk.get(id).state, set(desk.get(id).facts.open_tasks)) == ("received", {"T1"})


def test_a_bounce_after_the_customers_word_is_no_noise(opener: Opener, clock: FrozenClock) -> None:
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
        at_desk(desk, id, c.Close())
        desk.deliver()
        for message in (notice, f"M{desk.get(id).facts.messages}"):
            bounce(desk, id, message, f"<{message}@mx>")
        desk.deliver()
        assert (desk.get(id).state, desk.get(id).facts.open_tasks, desk.dead_letters()) == ("closed", frozenset(), ())
        assert (house.went(notice), house.to_owner()) == (["email"], [])
        before = missed(desk, id)
        days(desk, clock, 5)
        assert missed(desk, id) == before, "no clock nags a closed complaint"


def test_a_notice_that_comes_back_after_the_archive_opens_one_new_complaint(opener: Opener, clock: FrozenClock) -> None:
    """R34: an archived record never changes, and nothing is lost in silence."""
    with opener(clock, [House("email")]) as desk:
        id, notice = solved(desk, MAIL)
        days(desk, clock, 5)
        at_desk(desk, id, s.LABEL, c.Archive())
        found = [desk.hear(Bounce(ref, f"{id}/1/1/{notice}")) for ref in ("<1@mx>", "<2@mx>")]
        assert {one.disposition for one in found} == {Disposition.FOLLOWED_UP}
        (later,) = {one.complaint for one in found} - {id}
        assert desk.get(later).intake["follows"] == id


def test_a_notice_that_is_dropped_is_told_to_the_owner(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id = told(desk, customer=MAIL).id
        at_desk(desk, id, c.Mitigate("a second gateway"))  # the proof lapses
        assert desk.deliver().dead == 1
        desk.deliver()
        assert house.to_owner()[0].startswith("M2 "), "the owner hears that the customer does not know"
        assert desk.get(id).cycle.notice == ""


def test_a_dead_letter_that_a_person_takes_away_bars_nothing_any_more(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id, _ = solved(desk, MAIL)
        at_desk(desk, id, s.update("还有一件事"))
        desk.deliver()
        bounce(desk, id, f"M{desk.get(id).facts.messages}")
        desk.discard(desk.dead_letters()[0].number)
        assert desk.get(id).facts.unproved == frozenset()
