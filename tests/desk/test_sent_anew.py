"""R33: what came back is another sending, under a key of its own: a channel that drops repeats would swallow it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from complaintflow import Customer, Desk, Policy, commands as c
from complaintflow.inbound import Bounce, Disposition, Reply
from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.record.keys import MessageKey
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience, ReceiptStatus
from tests import stories as s
from tests.desk.test_returns import ACCEPTED, AWAKE, MAIL, House, days, solved
from tests.stores.desks import Opener, at_desk, received

HANDED_ON = Outcome(ReceiptStatus.ACCEPTED, final=False)
NOT_NOW = Outcome(ReceiptStatus.FAILED, final=False)


def keys(house: House, message: str) -> list[str]:
    """Under which keys the customer got it: what a channel took whose repeats are dropped."""
    return [one.key for one in house.way.to_customers if one.id == message]


def bounced(desk: Desk, house: House, message: str, ref: str) -> str:
    """The last mail of this message comes back."""
    return desk.hear(Bounce(ref, keys(house, message)[-1], "5.1.1")).disposition


def failing_mail(outcome: Outcome) -> Callable[[Message], Outcome]:
    """A channel that fails for mails, and takes everything else."""
    return lambda one: outcome if isinstance(one, CustomerMessage) and one.channel == "email" else ACCEPTED


def retry(desk: Desk) -> None:
    """A person sends every dead letter again."""
    for letter in desk.dead_letters():
        desk.retry(letter.number)
    desk.deliver()


def sent_twice(desk: Desk, house: House) -> tuple[str, str]:
    """A complaint and its notice, which came back and was sent again."""
    id, notice = solved(desk, MAIL)
    bounced(desk, house, notice, "<1@mx>")
    retry(desk)
    return id, notice


# ── the customer gets it


def test_a_dead_letter_that_came_back_reaches_the_corrected_contact_though_its_channel_drops_repeats(
    opener: Opener, clock: FrozenClock
) -> None:
    """Everybody would believe that it was sent, and the customer would never read it."""
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        bounced(desk, house, notice, "<1@mx>")
        at_desk(desk, id, c.Correct({"contact.email": "new@example.com"}, "told by phone"))
        retry(desk)
        assert keys(house, notice) == [f"{id}/1/1/{notice}", f"{id}/1/1/{notice}/2"]
        assert house.way.to_customers[-1].to == {"email": "new@example.com"}
        assert desk.check_integrity().sound


def test_the_next_way_of_one_provider_takes_what_came_back_by_mail(opener: Opener, clock: FrozenClock) -> None:
    """One account sends mail and SMS, and knows the key: the SMS would never go out."""
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        _, notice = solved(desk)
        bounced(desk, house, notice, "<1@mx>")
        desk.deliver()
        assert [one.channel for one in house.way.to_customers if one.id == notice] == ["email", "sms"]


@pytest.mark.parametrize("answer", [NOT_NOW, Outcome(ReceiptStatus.FAILED)], ids=["not now", "for good"])
def test_the_next_way_of_one_provider_takes_what_failed_on_the_first(
    opener: Opener, clock: FrozenClock, answer: Outcome
) -> None:
    """One account sends mail and SMS, and dropped the SMS as a repeat: everybody believed that it was sent."""
    house = House(answer=failing_mail(answer))
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        for _ in range(40):
            clock.later(minutes=90)
            desk.deliver()
        took = [(one.channel, one.key) for one in house.way.to_customers if one.id == notice]
        assert took == [("email", f"{id}/1/1/{notice}"), ("sms", f"{id}/1/1/{notice}/2")]
        assert desk.get(id).cycle.delivered is not None
        assert desk.check_integrity().sound


def test_each_next_way_of_one_provider_takes_what_failed_on_all_before(opener: Opener, clock: FrozenClock) -> None:
    """Also when a person begins anew: the first way comes after the last one."""
    customer = Customer("u-17", contact={"email": "li@example.com", "phone": "+8613800000000", "app": "u-17"})
    policy = Policy.from_toml('sending.rings = []\nsending.fallback = ["email", "sms", "app"]')
    house = House("email", "sms", "app", answer=Outcome(ReceiptStatus.FAILED))
    with opener(clock, [house], policy=policy) as desk:
        _, notice = solved(desk, customer)
        for _ in range(3):
            desk.deliver()
        house.way.outcome = ACCEPTED
        desk.retry(next(one.number for one in desk.dead_letters() if one.message.id == notice))
        desk.deliver()
        took = [(one.channel, MessageKey.parse(one.key).sending) for one in house.way.to_customers if one.id == notice]
        assert took == [*zip(house.went(notice), (1, 2, 3, 4), strict=True)]
        assert {channel for channel, _ in took} == {"email", "sms", "app"}
        assert desk.check_integrity().sound


def test_a_dead_letter_that_a_person_sends_by_another_way_is_taken_there(opener: Opener, clock: FrozenClock) -> None:
    house = House(answer=failing_mail(Outcome(ReceiptStatus.FAILED)))
    with opener(clock, [house], policy=Policy.from_toml("sending.fallback = []\nsending.rings = []")) as desk:
        id, notice = solved(desk)
        for _ in range(2):
            (letter,) = [one for one in desk.dead_letters() if one.message.id == notice]
            desk.retry(letter.number, channel="email")
            desk.deliver()
        assert keys(house, notice) == [f"{id}/1/1/{notice}"], "on one way the key stays"
        (letter,) = [one for one in desk.dead_letters() if one.message.id == notice]
        desk.retry(letter.number, channel="sms")
        desk.deliver()
        assert keys(house, notice) == [f"{id}/1/1/{notice}", f"{id}/1/1/{notice}/2"]
        assert desk.get(id).cycle.delivered is not None
        assert desk.check_integrity().sound


def test_what_was_tried_on_a_way_that_is_gone_is_taken_by_the_next_one(opener: Opener, clock: FrozenClock) -> None:
    """The house took the mail plugin out while mails waited to be tried again."""
    house = House(answer=failing_mail(NOT_NOW))
    with opener(clock, [house], policy=AWAKE) as desk:
        _, notice = solved(desk)
        left = {name: way for name, way in desk.plugins.channels.items() if name != "email"}
        desk.plugins.channels = left
        for _ in range(2):
            clock.later(minutes=90)
            desk.deliver()
        took = [(one.channel, MessageKey.parse(one.key).sending) for one in house.way.to_customers if one.id == notice]
        assert took == [("email", 1), ("sms", 2)]


def test_what_comes_back_again_and_again_is_taken_each_time(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        for ref in ("<1@mx>", "<2@mx>", "<3@mx>"):
            assert bounced(desk, house, notice, ref) == Disposition.FAILED
            retry(desk)
        assert [MessageKey.parse(one).sending for one in keys(house, notice)] == [1, 2, 3, 4]
        assert desk.get(id).cycle.delivered is not None


def test_a_question_whose_channel_only_handed_it_on_comes_back_twice_and_a_person_hears_each_time(
    opener: Opener, clock: FrozenClock
) -> None:
    """The second bounce was taken for the first one over again: no letter and no task was left."""
    house = House("email", answer=HANDED_ON)
    with opener(clock, [house]) as desk:
        id, notice = sent_twice(desk, house)
        at_desk(desk, id, c.FinishTask("T1", "nothing"))
        bounced(desk, house, notice, "<2@mx>")
        assert [letter.message.id for letter in desk.dead_letters()] == [notice]
        assert desk.get(id).facts.open_tasks == {"T2"}


def test_what_a_person_records_as_come_back_is_taken_anew(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        desk.do(id, s.receipt(notice, "failed", channel="email"), by=s.SYSTEM)
        retry(desk)
        assert len(keys(house, notice)) == 2


def test_what_a_listener_gave_back_before_it_answered_is_taken_anew(opener: Opener, clock: FrozenClock) -> None:
    desks: list[Desk] = []

    def answer(message: Message) -> Outcome:
        if isinstance(message, CustomerMessage) and message.kind == "Notify" and message.channel == "email":
            desks[0].do(message.complaint, s.receipt(message.id, "failed", channel="email"), by=s.SYSTEM)
        return ACCEPTED

    house = House(answer=answer)
    with opener(clock, [house], policy=AWAKE) as desk:
        desks.append(desk)
        _, notice = solved(desk)
        desk.deliver()
        assert [MessageKey.parse(one).sending for one in keys(house, notice)] == [1, 2]


def test_a_staff_message_that_came_back_is_taken_anew(opener: Opener, clock: FrozenClock) -> None:
    """The team would never read what was retried for them."""
    house = House("email", answer=lambda one: Outcome(ReceiptStatus.FAILED) if is_update(one) else ACCEPTED)
    with opener(clock, [house]) as desk:
        id, _ = solved(desk, MAIL)
        at_desk(desk, id, c.Update(Audience.TEAM, done="for the team: read the second ledger as well"))
        desk.deliver()
        (letter,) = desk.dead_letters()
        desk.do(id, s.receipt(letter.message.id, "failed", detail="no such user"), by=s.SYSTEM)
        house.way.outcome = ACCEPTED
        retry(desk)
        assert [one.key for one in house.way.to_staff if is_update(one)][-1] == f"{letter.message.key}/2"
        assert desk.check_integrity().sound


def die(message: Message) -> Outcome:
    """The process ends while a channel has the notice."""
    if message.kind == "Notify":
        raise KeyboardInterrupt
    return ACCEPTED


def is_update(message: Message) -> bool:
    return isinstance(message, StaffMessage) and message.kind == "Update"


# ── nobody gets it twice


@pytest.mark.parametrize("answer", [NOT_NOW, Outcome(ReceiptStatus.FAILED)])
def test_what_no_channel_took_or_nobody_knows_of_keeps_its_key(
    opener: Opener, clock: FrozenClock, answer: Outcome
) -> None:
    """A channel that took it, and said that it failed, would send the customer the same twice."""
    house = House("email", answer=answer)
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        for _ in range(40):
            clock.later(hours=6)
            desk.deliver()
        house.way.outcome = ACCEPTED
        retry(desk)
        assert keys(house, notice) == [f"{id}/1/1/{notice}"]
        assert desk.get(id).cycle.delivered is not None


def test_what_was_sent_anew_and_not_recorded_comes_again_under_the_same_key(opener: Opener, clock: FrozenClock) -> None:
    """A crash between sending and recording: the second sending has one key, too."""
    house = House("email")
    with opener(clock, [house]) as desk:
        _, notice = solved(desk, MAIL)
        bounced(desk, house, notice, "<1@mx>")
        house.way.outcome = die
        for letter in desk.dead_letters():
            desk.retry(letter.number)
        with pytest.raises(KeyboardInterrupt):
            desk.deliver()
        house.way.outcome = ACCEPTED
        clock.later(minutes=2)
        desk.deliver()
        went = [one.key for one in house.way.calls if one.id == notice and isinstance(one, CustomerMessage)]
        assert [MessageKey.parse(one).sending for one in went] == [1, 2, 2]


# ── what comes late


def test_a_late_bounce_of_the_first_sending_takes_nothing_from_the_second(opener: Opener, clock: FrozenClock) -> None:
    """The customer has it at the new address: the end would wait for ever, and it would be sent a third time."""
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = sent_twice(desk, house)
        first = keys(house, notice)[0]
        before = desk.get(id).facts
        assert desk.hear(Bounce("<late@mx>", first, "5.1.1")).recorded
        desk.do(id, s.receipt(notice, "failed", channel="email", sending=1), by=s.SYSTEM)
        assert desk.get(id).facts == before
        assert desk.get(id).cycle.delivered is not None
        assert (desk.dead_letters(), desk.outbox()) == ((), ())


def test_a_late_bounce_of_the_first_sending_while_the_second_waits_changes_nothing(
    opener: Opener, clock: FrozenClock
) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        first = keys(house, notice)[0]
        bounced(desk, house, notice, "<1@mx>")
        desk.retry(desk.dead_letters()[0].number)
        desk.hear(Bounce("<late@mx>", first, "5.1.1"))
        desk.deliver()
        assert keys(house, notice)[-1] == f"{id}/1/1/{notice}/2"


@pytest.mark.parametrize("again", [False, True], ids=["it lies there", "it waits again"])
def test_a_bounce_of_what_nobody_knew_was_taken_frees_the_key(opener: Opener, clock: FrozenClock, again: bool) -> None:
    """The channel said that it failed, and had taken it: a retry under the old key would go nowhere."""
    house = House("email", answer=Outcome(ReceiptStatus.FAILED))
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        house.way.outcome = ACCEPTED
        if again:
            desk.retry(next(one.number for one in desk.dead_letters() if one.message.id == notice))
        for ref in ("<1@mx>", "<2@mx>"):
            desk.hear(Bounce(ref, f"{id}/1/1/{notice}", "5.1.1"))
        retry(desk)
        assert keys(house, notice) == [f"{id}/1/1/{notice}", f"{id}/1/1/{notice}/2"]


def test_a_late_bounce_by_mail_takes_nothing_from_the_sms_that_went_after_it(
    opener: Opener, clock: FrozenClock
) -> None:
    """The mail was given up, though it had gone; the SMS arrived."""
    house = House(answer=failing_mail(NOT_NOW))
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk)
        for _ in range(40):
            clock.later(minutes=90)
            desk.deliver()
        assert set(house.went(notice)) == {"email", "sms"}
        desk.hear(Bounce("<late@mx>", f"{id}/1/1/{notice}", "5.1.1"))
        assert desk.get(id).cycle.delivered is not None
        assert (notice in desk.get(id).facts.unproved, desk.get(id).facts.sending(notice)) == (False, 2)


def test_a_bounce_of_a_sending_that_never_was_is_none(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        assert not desk.hear(Bounce("<1@mx>", f"{id}/1/1/{notice}/7", "5.1.1")).recorded
        assert desk.get(id).cycle.delivered is not None


def test_a_late_bounce_of_the_first_sending_opens_nothing_after_the_archive(opener: Opener, clock: FrozenClock) -> None:
    """The customer got the second one: a new complaint would say that they never knew."""
    house = House("email")
    with opener(clock, [house]) as desk:
        id, notice = sent_twice(desk, house)
        first = keys(house, notice)[0]
        at_desk(desk, id, c.FinishTask("T1", "nothing"))
        days(desk, clock, 5)
        at_desk(desk, id, s.LABEL, c.Archive())
        assert not desk.hear(Bounce("<late@mx>", first, "5.1.1")).recorded
        assert desk.hear(Bounce("<2@mx>", f"{first}/2", "5.1.1")).disposition == Disposition.FOLLOWED_UP


def test_what_the_customer_answers_to_the_second_sending_is_heard(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id = received(desk, customer=MAIL).id
        at_desk(desk, id, s.triage(), c.AskCustomer({"card": "请问您用哪张卡付的款?"}))
        desk.deliver()
        bounced(desk, house, "M1", "<1@mx>")
        retry(desk)
        reply = Reply("<r@x>", "li@example.com", "尾号 1234 的卡", s.T0, refers_to=keys(house, "M1")[1:])
        assert desk.hear(reply).disposition == Disposition.HEARD
