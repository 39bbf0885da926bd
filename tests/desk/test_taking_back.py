"""What is corrected and taken back: contacts, owner, messages that wait, wrong notes and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, Policy, Refused, Step, commands as c
from complaintflow.desk.acting import ActingDesk
from complaintflow.inbound import ConfirmLinks, Disposition, Reply
from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage, hookimpl
from complaintflow.policy import Sending
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.values import Contact, Signals
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.stores.desks import erase_for_good

LI, SYSTEM = s.LI, Actor.system()
HOUR = timedelta(hours=1)
OLD, NEW = "old@example.com", "new@example.com"
ZHANG = Customer("u-1", contact={"email": OLD})
SECRET = b"k" * 32


@attrs.define
class Mail:
    """The way by mail."""

    channel: RecordingChannel = attrs.field(factory=RecordingChannel)
    name: str = "mail"

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"email": self.channel}


class House:
    """A desk whose mails are kept, with confirm links."""

    def __init__(self, url: str = "memory://", undo: timedelta = timedelta(0)) -> None:
        self.clock = FrozenClock(s.T0)
        self.way = Mail()
        self.desk = Desk.open(
            url,
            clock=self.clock,
            policy=Policy(sending=Sending(undo=undo)),
            plugins=[self.way],
            linker=ConfirmLinks("https://shop.example/confirm", (SECRET,)),
        )

    @property
    def sent(self) -> list[CustomerMessage]:
        return [one for one in self.way.channel.sent if isinstance(one, CustomerMessage)]

    def receive(self, customer: Customer = ZHANG, type: str = "") -> str:
        return self.desk.receive(c.Receive("email", customer, "I paid twice", type), by=SYSTEM).id

    def solved(self, id: str) -> None:
        self.desk.do(id, s.triage(), c.AddEvidence("log", "gateway", "two captures"), by=LI)
        self.desk.do(id, c.Resolve("the retry has a key now", "own_system"), by=LI)
        self.desk.do(id, c.Verify(True, "ledger", "E1"), by=s.WANG)

    def notified(self) -> CustomerMessage:
        self.desk.deliver()
        found = [one for one in self.sent if one.kind == "Notify"]
        return found[-1]

    def hear(self, id: str, address: str) -> Disposition:
        came = Reply(f"<1.{address}>", address, "When will the money come back?", s.T0, complaint=id)
        return self.desk.hear(came).disposition


@pytest.fixture
def house() -> Iterator[House]:
    house = House()
    yield house
    house.desk.close()


# ── contacts


def test_of_two_addresses_of_one_kind_the_verified_one_is_written_to(house: House) -> None:
    two = Customer("u-1", contacts=[Contact("email", NEW, verified=False), Contact("email", OLD, verified=True)])
    id = house.receive(two)
    assert dict(two.contact) == {"email": OLD}
    house.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    house.desk.deliver()
    assert [dict(one.to) for one in house.sent] == [{"email": OLD}]


def test_a_second_address_is_added_verified_and_taken_away_by_corrections(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.Correct({}, "she moves", contacts=[Contact("email", NEW)]), by=LI)
    complaint = house.desk.get(id)
    assert [(one.address, one.verified) for one in complaint.contacts] == [(OLD, None), (NEW, False)]
    assert dict(complaint.customer.contact) == {"email": OLD}
    house.desk.do(id, c.Correct({}, "the code came back", contacts=[Contact("email", NEW, verified=True)]), by=LI)
    assert dict(house.desk.get(id).customer.contact) == {"email": NEW}
    house.desk.do(id, c.Correct({}, "it is closed", remove_contacts=[NEW.upper()]), by=LI)
    assert [one.address for one in house.desk.get(id).contacts] == [OLD]


def test_a_corrected_address_gets_no_link_until_it_is_verified_and_has_stood_for_a_while(house: House) -> None:
    id = house.receive()
    house.solved(id)
    house.desk.do(id, c.Correct({"contact.email": NEW}, "she called"), by=LI)
    house.desk.do(id, s.notice(), by=LI)
    assert (dict(house.notified().to), dict(house.notified().links)) == ({"email": NEW}, {})
    house.desk.do(id, c.Correct({}, "the code came back", contacts=[Contact("email", NEW, verified=True)]), by=LI)
    house.desk.do(id, s.notice(understood="You paid twice for order A-1"), by=LI)
    assert not house.notified().links
    house.clock.later(days=1)
    house.desk.do(id, s.notice(understood="You paid two times for order A-1"), by=LI)
    assert set(house.notified().links) == {"confirm", "dispute"}


def test_the_address_with_which_the_complaint_came_in_gets_its_links(house: House) -> None:
    id = house.receive()
    house.solved(id)
    house.desk.do(id, s.notice(), by=LI)
    assert house.notified().links


def test_a_letter_that_waits_goes_to_the_corrected_address(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    house.desk.do(id, c.Correct({"contact.email": NEW}, "a slip of the pen"), by=LI)
    house.desk.deliver()
    assert [dict(one.to) for one in house.sent] == [{"email": NEW}]


@pytest.mark.parametrize(
    ("contact", "heard"),
    [
        (Contact("email", NEW, verified=True), Disposition.HEARD),
        (Contact("email", NEW), Disposition.HEARD),
        (Contact("email", NEW, verified=False), Disposition.NOTED),
    ],
)
def test_an_unverified_address_does_not_prove_the_sender(house: House, contact: Contact, heard: Disposition) -> None:
    id = house.receive(Customer("u-1", contacts=[contact]))
    assert house.hear(id, NEW) == heard


def test_an_address_that_was_corrected_a_moment_ago_does_not_prove_the_sender(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.Correct({"contact.email": NEW}, "she called"), by=LI)
    assert house.hear(id, NEW) == Disposition.NOTED
    assert house.hear(id, OLD) == Disposition.NOTED


def test_a_new_complaint_of_an_archived_one_makes_no_address_genuine(house: House) -> None:
    id = house.receive()
    customer = house.desk.do(id, c.Correct({"contact.email": NEW}, "she called"), by=LI).customer
    again = house.receive(customer)
    assert house.hear(again, NEW) == Disposition.NOTED


def test_a_stolen_account_is_not_handed_over_by_a_correction(house: House) -> None:
    id = house.receive(type="account_security")
    for correction in (
        c.Correct({"contact.email": NEW}, "he called"),
        c.Correct({}, "he called", contacts=[Contact("phone", "+8613800001111")]),
        c.Correct({}, "he called", remove_contacts=[OLD]),
    ):
        with pytest.raises(Refused) as refused:
            house.desk.do(id, correction, by=LI)
        assert [one.rule for one in refused.value.refusals] == ["identity-checked"]
    house.desk.do(id, c.AddEvidence("identity", "branch", "passport seen"), c.CheckEvidence("E1", "it is hers"), by=LI)
    assert house.desk.do(id, c.Correct({"contact.email": NEW}, "he called"), by=LI).customer.contact["email"] == NEW


def test_an_answer_takes_no_verified_address_away(house: House) -> None:
    id = house.receive(Customer("u-1", contacts=[Contact("email", OLD, verified=True)]))
    answer = c.Answer({"contact.email": NEW}, s.HEARD)
    complaint = house.desk.do(id, answer, by=LI)
    assert dict(complaint.customer.contact) == {"email": OLD}
    assert [one.address for one in complaint.contacts] == [OLD, NEW]


def test_a_customer_corrects_their_own_profile_and_adds_a_contact_that_a_person_looks_at(house: House) -> None:
    id, customer = house.receive(), Actor.customer("u-1")
    corrected = house.desk.do(
        id, c.Correct({"customer.name": "Zhang", "customer.zone": "Asia/Shanghai"}, "me"), by=customer
    )
    assert (corrected.customer.name, corrected.awaiting_reply) == ("Zhang", ())
    added = house.desk.do(id, c.Correct({}, "write there", contacts=[Contact("email", NEW)]), by=customer)
    assert len(added.awaiting_reply) == 1


@pytest.mark.parametrize(
    "correction",
    [
        c.Correct({"customer.tier": "vip"}, "I am one"),
        c.Correct({"contact.email": NEW}, "it is me"),
        c.Correct({}, "it is me", remove_contacts=[OLD]),
        c.Correct({}, "it is me", contacts=[Contact("email", NEW, verified=True)]),
    ],
)
def test_a_customer_raises_no_tier_verifies_no_address_and_takes_none_away(house: House, correction: c.Correct) -> None:
    id = house.receive()
    with pytest.raises(Refused) as refused:
        house.desk.do(id, correction, by=Actor.customer("u-1"))
    assert {one.rule for one in refused.value.refusals} <= {"corrected-by-staff", "said-by-staff"}


def test_a_correction_of_nothing_is_refused(house: House) -> None:
    id = house.receive()
    with pytest.raises(Refused, match="corrects nothing"):
        house.desk.do(id, c.Correct({}, "hm"), by=LI)


def test_another_tier_counts_at_once_and_lowers_no_grade(house: House) -> None:
    id = house.receive()
    before = house.desk.do(id, s.triage(), by=LI)
    raised = house.desk.do(id, c.Correct({"customer.tier": "vip"}, "she is"), by=LI)
    assert raised.facts.score == before.facts.score + 5
    lowered = house.desk.do(id, c.Correct({"customer.tier": "ordinary"}, "she was"), by=LI)
    assert lowered.facts.score == before.facts.score
    assert lowered.grade == raised.grade
    assert house.desk.check_integrity().sound


def test_no_address_is_printed(house: House) -> None:
    id = house.receive()
    complaint = house.desk.do(id, c.Correct({}, "she moves", contacts=[Contact("email", NEW)]), by=LI)
    shown = (
        repr(complaint.contacts) + repr(complaint.customer) + repr(house.desk.history(id)) + repr(Contact("email", NEW))
    )
    assert NEW not in shown
    assert OLD not in shown


# ── the owner


def test_who_owned_it_hears_of_an_unassigning_that_names_no_reason(house: House) -> None:
    """Else nobody takes it up, and a message that was never written keeps the record from the archive."""
    id = house.receive()
    house.desk.do(id, s.triage(), c.Assign("zhao"), by=LI)
    house.desk.deliver()
    told = house.desk.do(id, c.Unassign(), by=LI)
    (letter,) = house.desk.outbox()
    assert isinstance(letter.message, StaffMessage)
    assert letter.message.id in told.facts.open_messages
    assert {"zhao", "lead"} <= set(letter.message.recipients)
    house.clock.later(hours=1)
    house.desk.deliver()
    assert not house.desk.get(id).facts.open_messages
    assert house.desk.check_integrity().sound


def test_an_owner_is_taken_off_and_somebody_hears_of_it(house: House) -> None:
    id = house.receive()
    house.desk.do(id, s.triage(), c.Assign("zhao"), by=LI)
    free = house.desk.do(id, c.Unassign("zhao is ill"), by=LI)
    assert free.facts.owner == ""
    told = house.desk.outbox()[-1].message
    assert set(getattr(told, "recipients", ())) >= {"zhao", "lead"}
    with pytest.raises(Refused, match="nobody owns it"):
        house.desk.do(id, c.Unassign(), by=LI)


# ── a message that waits


@pytest.fixture
def slow() -> Iterator[House]:
    house = House(undo=timedelta(minutes=5))
    yield house
    house.desk.close()


def test_what_a_person_says_waits_so_that_it_can_be_recalled(slow: House) -> None:
    id = slow.receive()
    slow.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    slow.desk.deliver()
    assert slow.sent == []
    (waiting,) = slow.desk.outbox()
    recalled = slow.desk.recall(waiting, by=LI, reason="we know the order")
    assert slow.desk.outbox() == ()
    assert (recalled.facts.waits, recalled.facts.unproved, recalled.facts.open_messages) == (
        (),
        frozenset(),
        frozenset(),
    )
    last = slow.desk.history(id)[-1]
    assert (last.kind, last.by, last.data["reason"]) == ("Recall", "li", "we know the order")
    slow.clock.later(hours=1)
    slow.desk.deliver()
    assert slow.sent == []
    assert slow.desk.check_integrity().sound


def test_after_the_window_it_goes(slow: House) -> None:
    id = slow.receive()
    slow.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    slow.clock.later(minutes=5)
    slow.desk.deliver()
    assert len(slow.sent) == 1


def test_nothing_is_recalled_once_a_channel_was_given_it(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    (waiting,) = house.desk.outbox()
    house.desk.deliver()
    with pytest.raises(Refused, match="given to a channel"):
        house.desk.recall(waiting.message.key, by=LI, reason="too late")
    with pytest.raises(Refused, match="given to a channel"):
        house.desk.do(id, c.Recall("M1", "too late"), by=LI)


def test_a_recall_loses_the_race_once_the_channel_has_the_message(house: House) -> None:
    id, rules = house.receive(), list[str]()

    def recall(message: Message) -> Outcome:
        with pytest.raises(Refused) as refused:
            house.desk.recall(message, by=LI, reason="too late")
        rules.extend(one.rule for one in refused.value.refusals)
        return Outcome(ReceiptStatus.DELIVERED)

    house.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    house.way.channel.outcome = recall
    house.desk.deliver()
    assert (rules, len(house.sent)) == (["not-yet-sent"], 1)


def test_what_a_channel_failed_to_take_may_have_arrived_and_is_not_recalled(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    house.way.channel.outcome = Outcome(ReceiptStatus.FAILED, final=False)
    house.desk.deliver()
    with pytest.raises(Refused, match="given to a channel"):
        house.desk.do(id, c.Recall("M1", "too late"), by=LI)


def failed_for_now(house: House) -> str:
    """A complaint whose letter `M1` a channel was given and could not take: the record says nothing of it."""
    id = house.receive()
    house.desk.do(id, c.AskCustomer({"order": "Which order is it?"}), by=LI)
    house.way.channel.outcome = Outcome(ReceiptStatus.FAILED, final=False)
    house.desk.deliver()
    return id


def recall_step(desk: Desk | ActingDesk, id: str) -> Step:
    steps = desk.steps(id, by=LI)
    return next(step for step in steps if step.command == "Recall")


def test_nobody_is_offered_to_take_back_a_letter_that_may_have_arrived_and_then_refused(house: House) -> None:
    id = failed_for_now(house)
    with pytest.raises(Refused) as refused:
        house.desk.do(id, c.Recall("M1", "too late"), by=LI)
    for step in (recall_step(house.desk, id), recall_step(house.desk.acting(LI), id)):
        assert (step.status, step.refusals) == ("refused", refused.value.refusals)


def test_of_several_letters_only_those_that_wait_are_offered_to_be_taken_back(house: House) -> None:
    id = failed_for_now(house)
    house.desk.do(id, s.update(), by=LI)
    house.desk.do(id, c.AskCustomer({"device": "Which phone is it?"}), by=LI)
    for desk in (house.desk, house.desk.acting(LI)):
        step = recall_step(desk, id)
        need = next(one for one in step.needs if one.name == "message")
        assert (step.status, [choice.value for choice in need.choices], need.closed) == ("open", ["M2", "M3"], True)
    for choice in need.choices:
        assert house.desk.do(id, c.Recall(choice.value, "we know it"), by=LI).facts.unproved >= {"M1"}


def test_what_is_said_and_taken_back_in_one_breath_is_never_told(house: House) -> None:
    id = house.receive()
    recalled = house.desk.do(id, c.AskCustomer({"order": "Which?"}), c.Recall("M1", "it is on the bill"), by=LI)
    assert (recalled.facts.waits, house.desk.outbox()) == ((), ())


def test_who_may_not_take_back_is_told_so_also_when_the_letter_went(house: House) -> None:
    """All reasons at once: else the customer believes that it was only too late."""
    id = failed_for_now(house)
    with pytest.raises(Refused) as refused:
        house.desk.do(id, c.Recall("M1", "too late"), by=Actor.customer("u-1"))
    assert [one.rule for one in refused.value.refusals] == ["allowed", "not-yet-sent"]


def test_nobody_is_asked_to_approve_a_recall_that_comes_too_late(house: House) -> None:
    id = failed_for_now(house)
    with pytest.raises(Refused, match="given to a channel"):
        house.desk.do(id, c.AskApproval.to(c.Recall("M1", "too late"), "it is wrong"), by=LI)


def test_a_letter_of_an_earlier_cycle_is_offered_only_as_long_as_no_channel_was_given_it(house: House) -> None:
    id = failed_for_now(house)
    failed, delivered = Outcome(ReceiptStatus.FAILED, final=False), Outcome(ReceiptStatus.DELIVERED)
    house.way.channel.outcome = lambda message: failed if message.id == "M1" else delivered
    house.solved(id)
    house.desk.do(id, s.notice(), by=LI)
    house.desk.deliver()
    house.desk.do(id, s.update(), by=LI)
    house.desk.do(id, c.Dispute("It is charged again"), by=Actor.customer("u-1"))
    facts = house.desk.get(id).facts
    assert (facts.cycle.number, sorted(facts.open_messages)) == (2, ["M1", "M4"])
    assert [choice.value for choice in recall_step(house.desk, id).needs[0].choices] == ["M4"]


def test_a_recalled_answer_leaves_the_customers_words_unanswered(slow: House) -> None:
    id = slow.receive()
    slow.hear(id, OLD)
    answered = slow.desk.do(id, s.update(), by=LI)
    assert answered.awaiting_reply == ()
    recalled = slow.desk.do(id, c.Recall("M1", "it names the wrong amount"), by=LI)
    assert len(recalled.awaiting_reply) == 1


def test_a_recalled_notice_was_never_told_and_is_told_anew(slow: House) -> None:
    id = slow.receive()
    slow.solved(id)
    slow.desk.do(id, s.notice(), by=LI)
    (notice,) = (one for one in slow.desk.outbox() if one.message.kind == "Notify")
    recalled = slow.desk.recall(notice, by=LI, reason="the wrong amount")
    assert (recalled.cycle.notice, recalled.cycle.delivered) == ("", None)
    assert slow.desk.customer_view(id).told == ()
    slow.desk.do(id, s.notice(), by=LI)


@pytest.mark.parametrize("key", ["M1", "nothing"])
def test_what_is_no_key_of_a_message_is_no_message(house: House, key: str) -> None:
    with pytest.raises(InvalidInput, match="key of a message"):
        house.desk.recall(key, by=LI, reason="hm")


def test_an_acknowledgement_an_emergency_and_the_system_wait_for_nobody(slow: House) -> None:
    id = slow.receive()
    slow.desk.do(id, c.Acknowledge("We have recorded it and look into it", s.T0 + HOUR), by=LI)
    slow.desk.do(id, s.triage(signals=Signals(hazards={"funds"})), by=LI)
    slow.desk.do(id, s.update(), by=LI)
    slow.desk.deliver()
    assert [one.kind for one in slow.sent] == ["Acknowledge", "Update"]


# ── a wrong note, call or piece of evidence


def test_a_wrong_note_stays_on_record_and_is_marked(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.Note("she has been refunded"), by=LI)
    retracted = house.desk.do(id, c.Retract("N1", "it was another customer"), by=s.WANG)
    assert retracted.facts.retracted == {"N1"}
    history = house.desk.history(id)
    assert [event.kind for event in history] == ["Receive", "Note", "Retract"]
    assert history[1].data["text"] == "she has been refunded"
    assert (history[2].by, history[2].data["reason"]) == (s.WANG.id, "it was another customer")


def test_evidence_that_a_proof_stands_on_does_not_vanish_in_silence(house: House) -> None:
    id = house.receive()
    house.desk.do(
        id, s.triage(), c.AddEvidence("log", "gateway", "one capture"), c.CheckEvidence("E1", "it fits"), by=LI
    )
    house.desk.do(id, c.Resolve("the retry has a key now", "own_system"), by=LI)
    house.desk.do(id, c.Verify(True, "ledger", "E1"), by=s.WANG)
    retracted = house.desk.do(id, c.Retract("E1", "it is another shop's log"), by=LI)
    assert (retracted.state, retracted.cycle.proved, retracted.facts.checked) == ("investigating", False, frozenset())
    with pytest.raises(Refused, match="taken back"):
        house.desk.do(id, c.CheckEvidence("E1", "it fits after all"), by=LI)


def test_a_call_that_never_was_answers_nobody(house: House) -> None:
    id = house.receive()
    house.hear(id, OLD)
    called = house.desk.do(id, c.Call("apologise and explain", "she will send a picture"), by=LI)
    assert called.awaiting_reply == ()
    assert len(house.desk.do(id, c.Retract("P1", "it was another case"), by=LI).awaiting_reply) == 1


@pytest.mark.parametrize("entry", ["N1", "E9", "M1", "x"])
def test_what_is_not_there_is_not_taken_back(house: House, entry: str) -> None:
    id = house.receive()
    with pytest.raises(Refused, match="can be taken back"):
        house.desk.do(id, c.Retract(entry, "wrong"), by=LI)


def test_what_the_customer_sent_stays_theirs_and_nothing_is_taken_back_twice(house: House) -> None:
    id = house.receive()
    house.desk.do(id, c.AddEvidence("chat", "customer", "a picture"), by=Actor.customer("u-1"))
    with pytest.raises(Refused, match="what the customer sent"):
        house.desk.do(id, c.Retract("E1", "wrong"), by=LI)
    house.desk.do(id, c.Note("a note"), c.Retract("N1", "wrong"), by=LI)
    with pytest.raises(Refused, match="taken back already"):
        house.desk.do(id, c.Retract("N1", "wrong"), by=LI)


# ── erasure


def test_erasing_leaves_no_private_word_of_any_correction_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    house = House(f"sqlite:///{file}", undo=HOUR)
    id = house.receive(Customer("u-1", name="PLANTED-0", contacts=[Contact("email", "PLANTED-1@x.cn", verified=True)]))
    house.desk.do(
        id, c.Correct({"customer.name": "PLANTED-2"}, "PLANTED-3", contacts=[Contact("phone", "PLANTED-4")]), by=LI
    )
    house.desk.do(id, c.Correct({}, "PLANTED-5", remove_contacts=["PLANTED-1@x.cn"]), by=LI)
    house.desk.do(id, s.triage(), c.Assign("zhao"), c.Unassign("PLANTED-6"), c.Note("PLANTED-7"), by=LI)
    house.desk.do(id, c.Retract("N1", "PLANTED-8"), by=LI)
    message = house.desk.do(id, c.AskCustomer({"order": "PLANTED-9?"}), by=LI).facts.messages
    house.desk.do(id, c.Recall(f"M{message}", "PLANTED-A"), by=LI)
    house.desk.deliver()
    assert house.desk.check_integrity().sound
    house.desk.close()
    erase_for_good(file, id)
    assert b"PLANTED" not in b"".join(part.read_bytes() for part in tmp_path.iterdir())
    again = attrs.evolve(Policy(), sending=Sending(undo=HOUR))
    with Desk.open(f"sqlite:///{file}", policy=again) as desk:
        assert desk.check_integrity().sound
