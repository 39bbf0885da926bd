"""What somebody else says was sent leaves the outbox with that word: otherwise the customer would get it twice."""

from __future__ import annotations

import pytest

from complaintflow import Desk, Refused, commands as c
from complaintflow.inbound import Reply, Report
from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.stores import memory
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience, ReceiptStatus
from tests import stories as s
from tests.desk.test_returns import ACCEPTED, AWAKE, BOTH, MAIL, House, solved
from tests.stores.desks import Opener, at_desk, received, told

FAILED = Outcome(ReceiptStatus.FAILED)
NOT_NOW = Outcome(ReceiptStatus.FAILED, final=False)
SENT = [("accepted", True), ("accepted", False), ("delivered", True), ("delivered", False)]
NOT_SENT = [("failed", True), ("failed", False), ("recorded", True), ("dropped", True)]


def waiting(desk: Desk) -> list[str]:
    return [one.message.id for one in desk.outbox()]


def say(desk: Desk, id: str, message: str, status: str = "delivered", *, final: bool = True) -> None:
    """The host knows better."""
    desk.do(id, s.receipt(message, status, final=final, channel="email"), by=s.SYSTEM)


@pytest.mark.parametrize(("status", "final"), SENT)
def test_what_was_sent_elsewhere_is_not_sent_again(
    opener: Opener, clock: FrozenClock, status: str, final: bool
) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id = told(desk, customer=MAIL).id
        assert waiting(desk) == ["M1", "M2", "M3"]
        say(desk, id, "M2", status, final=final)
        assert waiting(desk) == ["M1", "M3"], "the others wait as before"
        desk.deliver()
        assert (house.went("M1"), house.went("M2")) == (["email"], [])
        assert desk.check_integrity().sound


@pytest.mark.parametrize(("status", "final"), NOT_SENT)
def test_what_nobody_was_sent_waits_on(opener: Opener, clock: FrozenClock, status: str, final: bool) -> None:
    """Otherwise the customer would never get it."""
    house = House("email")
    with opener(clock, [house]) as desk:
        id = told(desk, customer=MAIL).id
        say(desk, id, "M1", status, final=final)
        assert waiting(desk)[:2] == ["M1", "M2"]
        desk.deliver()
        assert house.went("M1") == ["email"]


def test_a_receipt_that_is_refused_takes_no_letter(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id = told(desk, customer=MAIL).id
        with pytest.raises(Refused):
            desk.do(id, s.receipt("M1"), s.receipt("M99"), by=s.SYSTEM)
        assert waiting(desk) == ["M1", "M2", "M3"]


def test_a_letter_of_the_same_number_of_another_complaint_stays(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        one, other = told(desk, customer=MAIL).id, told(desk, customer=MAIL, order="B-2").id
        say(desk, one, "M1")
        gone = {(id, name) for id in (one, other) for name in ("M1", "M2", "M3")} - {
            (entry.message.complaint, entry.message.id) for entry in desk.outbox()
        }
        assert gone == {(one, "M1")}


def test_a_message_of_an_earlier_cycle_leaves_the_outbox_too(opener: Opener, clock: FrozenClock) -> None:
    """Its key names the cycle and the fix as they were then."""
    with opener(clock, [House("email")]) as desk:
        id = told(desk, customer=MAIL).id
        at_desk(desk, id, s.DISPUTE, by=s.CUSTOMER)
        at_desk(desk, id, s.update("我们重新核实"))
        before = waiting(desk)
        say(desk, id, "M1")
        assert waiting(desk) == [name for name in before if name != "M1"]


def test_a_receipt_reads_no_history_so_that_a_delivery_costs_the_same_after_years(
    clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Desk.open("memory://", clock=clock, plugins=[House("email")]) as desk:
        id = told(desk, customer=MAIL).id
        monkeypatch.setattr(memory._Session, "history", lambda *_: pytest.fail("it reads the whole history"))
        say(desk, id, "M1")
        desk.deliver()
        assert waiting(desk) == []


def test_what_is_said_and_sent_in_one_call_never_waits(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, [House("email")]) as desk:
        id = received(desk, customer=MAIL).id
        desk.do(id, s.acknowledge(), s.receipt("M1"), by=s.SYSTEM)
        assert waiting(desk) == []
        assert desk.check_integrity().sound


def test_a_dead_letter_that_somebody_sent_is_none_any_more(opener: Opener, clock: FrozenClock) -> None:
    """A person would retry it, and the customer would get it twice."""
    house = House("email", answer=FAILED)
    with opener(clock, [house]) as desk:
        id = told(desk, customer=MAIL).id
        desk.deliver()
        say(desk, id, "M2")
        assert "M2" not in [one.message.id for one in desk.dead_letters()]
        assert "M1" in [one.message.id for one in desk.dead_letters()]
        assert desk.get(id).cycle.delivered is not None


def test_a_staff_message_that_was_handed_over_otherwise_leaves_the_outbox(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id, _ = solved(desk, MAIL)
        at_desk(desk, id, c.Update(Audience.TEAM, done="for the team: read the second ledger as well"))
        (letter,) = desk.outbox()
        assert isinstance(letter.message, StaffMessage)
        desk.do(id, s.receipt(letter.message.id), by=s.SYSTEM)
        assert waiting(desk) == []
        assert desk.check_integrity().sound


def test_what_goes_the_second_way_is_not_sent_when_it_arrived_by_the_first(opener: Opener, clock: FrozenClock) -> None:
    """It came back, and a server delivered it in the end."""
    house = House()
    with opener(clock, [house], policy=AWAKE) as desk:
        id, notice = solved(desk, BOTH)
        say(desk, id, notice, "failed")
        assert waiting(desk) == [notice]
        say(desk, id, notice)
        desk.deliver()
        assert house.went(notice) == ["email"]


@pytest.mark.parametrize("answer", [FAILED, NOT_NOW, ACCEPTED])
def test_what_was_reported_as_sent_while_its_channel_hung_is_not_sent_again(
    opener: Opener, clock: FrozenClock, answer: Outcome
) -> None:
    """A report that was faster than the channel, which says at last that it failed."""
    desks: list[Desk] = []

    def report(message: Message) -> Outcome:
        if isinstance(message, CustomerMessage) and message.kind == "Notify":
            desks[0].do(message.complaint, s.receipt(message.id, channel="email"), by=s.SYSTEM)
            return answer
        return ACCEPTED

    house = House(answer=report)
    with opener(clock, [house], policy=AWAKE) as desk:
        desks.append(desk)
        id, notice = solved(desk, BOTH)
        for _ in range(4):
            clock.later(hours=6)
            desk.deliver()
        assert (house.went(notice), desk.dead_letters()) == (["email"], ())
        assert desk.get(id).cycle.delivered is not None


def test_what_somebody_sent_may_come_back_all_the_same(opener: Opener, clock: FrozenClock) -> None:
    house = House("email")
    with opener(clock, [house]) as desk:
        id = told(desk, customer=MAIL).id
        say(desk, id, "M2")
        say(desk, id, "M2", "failed")
        assert [one.message.id for one in desk.dead_letters()] == ["M2"]


# ── what a mail reports


def report(desk: Desk, key: str, kind: Report) -> None:
    """A machine's mail about the message with this key."""
    came = Reply(f"<{kind}@mx>", "mailer-daemon@mx", "", s.T0, refers_to=(key,), automatic=True, report=kind)
    assert desk.hear(came).recorded


@pytest.mark.parametrize("kind", [Report.DELIVERED, Report.READ, Report.DISCARDED, Report.SPAM])
def test_what_arrived_though_its_channel_hung_is_not_sent_again_when_a_mail_reports_it(
    opener: Opener, clock: FrozenClock, kind: Report
) -> None:
    """The customer would get it twice. What ends by silence rests on it no more than before."""
    house = House("email", answer=NOT_NOW)
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        before = waiting(desk)
        report(desk, f"{id}/1/1/{notice}", kind)
        assert waiting(desk) == [name for name in before if name != notice]
        clock.later(hours=6)
        desk.deliver()
        assert house.went(notice) == ["email"]
        assert desk.get(id).cycle.delivered is None
        assert notice in desk.get(id).facts.unproved
        assert desk.check_integrity().sound


def test_what_is_only_delayed_or_was_never_tried_or_is_another_sending_waits_on(
    opener: Opener, clock: FrozenClock
) -> None:
    """Whoever makes up a report keeps nothing from the customer that was not on its way."""
    house = House("email", answer=NOT_NOW)
    with opener(clock, [house]) as desk:
        id, notice = solved(desk, MAIL)
        at_desk(desk, id, s.update("还有一件事"))
        before, latest = waiting(desk), f"M{desk.get(id).facts.messages}"
        report(desk, f"{id}/1/1/{notice}", Report.DELAYED)
        report(desk, f"{id}/1/1/{notice}/2", Report.READ)
        report(desk, f"{id}/1/1/{latest}", Report.DELIVERED)
        assert waiting(desk) == before


def test_a_dead_letter_of_which_a_mail_says_that_it_arrived_stays_for_a_person(
    opener: Opener, clock: FrozenClock
) -> None:
    with opener(clock, [House("email", answer=FAILED)]) as desk:
        id, notice = solved(desk, MAIL)
        report(desk, f"{id}/1/1/{notice}", Report.DELIVERED)
        assert notice in [one.message.id for one in desk.dead_letters()]
