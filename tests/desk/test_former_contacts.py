"""Whoever steals an account changes the address first: the former one hears of it, and nothing of the new one."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from complaintflow import Customer, Desk, Policy, commands as c
from complaintflow.plugins import CustomerMessage, Outcome, hookimpl
from complaintflow.policy import Sending
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.values import Contact
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s

OLD, NEW, PHONE = "old@example.com", "thief@example.org", "+8613800138000"
NAME = "Mallory Thief"


@attrs.define
class Ways:
    """Mail and text messages, each kept."""

    mail: RecordingChannel = attrs.field(factory=RecordingChannel)
    sms: RecordingChannel = attrs.field(factory=RecordingChannel)
    name: str = "ways"

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"email": self.mail, "sms": self.sms}

    @property
    def told(self) -> list[CustomerMessage]:
        """What former addresses were told."""
        sent = (*self.mail.sent, *self.sms.sent)
        return [one for one in sent if isinstance(one, CustomerMessage) and one.kind == "Remind"]


@pytest.fixture
def ways() -> Ways:
    return Ways()


def desk_with(ways: Ways, policy: Policy | None = None) -> Desk:
    return Desk.open("memory://", clock=FrozenClock(s.T0), policy=policy or Policy(), plugins=[ways])


@pytest.fixture
def desk(ways: Ways) -> Iterator[Desk]:
    with desk_with(ways) as desk:
        yield desk


def received(desk: Desk, *contacts: Contact, language: str = "") -> str:
    listed = contacts or (Contact("email", OLD, verified=True),)
    customer = Customer("u-17", language=language, contacts=listed)
    return desk.receive(c.Receive("email", customer, "I paid twice"), by=s.SYSTEM).id


def corrected(desk: Desk, id: str, correction: c.Correct) -> None:
    desk.do(id, correction, by=s.LI)
    desk.deliver()


TAKES_AWAY = [
    c.Correct({"contact.email": NEW, "customer.name": NAME, "customer.language": "zh"}, "she called"),
    c.Correct({"contact.email": ""}, "she called"),
    c.Correct({}, "she called", remove_contacts=[OLD]),
    c.Correct({}, "she called", contacts=[Contact("email", NEW, verified=True)], remove_contacts=[OLD]),
    c.Correct({}, "it is not hers", contacts=[Contact("email", OLD, verified=False), Contact("email", NEW, True)]),
]


@pytest.mark.parametrize("correction", TAKES_AWAY, ids=range(len(TAKES_AWAY)))
def test_the_verified_address_that_is_taken_away_hears_of_it_there(
    desk: Desk, ways: Ways, correction: c.Correct
) -> None:
    id = received(desk)
    corrected(desk, id, correction)
    [told] = ways.told
    assert (dict(told.to), told.channel, told.language) == ({"email": OLD}, "email", "en")
    assert f"The contact on record for your complaint {id} was changed" in told.text


@pytest.mark.parametrize("correction", TAKES_AWAY, ids=range(len(TAKES_AWAY)))
def test_it_hears_nothing_of_the_new_address_nor_of_the_new_name_and_gets_no_link(
    desk: Desk, ways: Ways, correction: c.Correct
) -> None:
    """If the change was right, the former address may be somebody else's."""
    corrected(desk, received(desk), correction)
    [told] = ways.told
    shown = f"{attrs.asdict(told)}"
    assert NEW not in shown
    assert NAME not in shown
    assert not told.links


def test_it_is_told_in_the_language_that_the_customer_had(desk: Desk, ways: Ways) -> None:
    id = received(desk, language="zh")
    corrected(desk, id, c.Correct({"contact.email": NEW, "customer.language": "en"}, "she called"))
    [told] = ways.told
    assert (
        told.text == f"您的投诉 {id} 登记的联系方式已更改，我们不再使用此地址。如果不是您本人要求的，请尽快告诉我们。"
    )


@pytest.mark.parametrize(
    "correction",
    [
        c.Correct({"customer.name": "Wang"}, "a slip of the pen"),
        c.Correct({"contact.email": OLD}, "she said so again"),
        c.Correct({}, "she has a phone", contacts=[Contact("phone", PHONE)]),
        c.Correct({}, "a second one, not verified yet", contacts=[Contact("email", NEW)]),
    ],
)
def test_where_the_address_stays_nobody_is_told(desk: Desk, ways: Ways, correction: c.Correct) -> None:
    corrected(desk, received(desk), correction)
    assert ways.told == []


@pytest.mark.parametrize("contact", [Contact("email", OLD, verified=False), Contact("email", OLD)])
def test_an_address_that_nobody_verified_is_told_nothing(desk: Desk, ways: Ways, contact: Contact) -> None:
    """It may be mistyped, and a stranger's."""
    corrected(desk, received(desk, contact), c.Correct({"contact.email": NEW}, "a slip of the pen"))
    assert ways.told == []


def test_of_two_kinds_each_is_told_where_it_was(desk: Desk, ways: Ways) -> None:
    id = received(desk, Contact("email", OLD, verified=True), Contact("phone", PHONE, verified=True))
    corrected(desk, id, c.Correct({"contact.phone": "+8613900139000"}, "a new number"))
    [told] = ways.told
    assert dict(told.to) == {"phone": PHONE}
    assert ways.sms.sent == [told]


def test_a_later_correction_does_not_lead_the_warning_to_the_new_address(desk: Desk, ways: Ways) -> None:
    """It waits in the outbox, and letters that wait go to the address as it stands."""
    id = received(desk)
    desk.do(id, c.Correct({"contact.email": NEW}, "she called"), by=s.LI)
    desk.do(id, c.Correct({"contact.email": "another@example.org"}, "she called again"), by=s.LI)
    desk.deliver()
    assert [dict(one.to) for one in ways.told] == [{"email": OLD}]


def test_a_warning_that_failed_is_tried_again_at_the_former_address(desk: Desk, ways: Ways) -> None:
    ways.mail.outcome = Outcome(ReceiptStatus.FAILED, final=True, detail="the mailbox is full")
    corrected(desk, received(desk), c.Correct({"contact.email": NEW}, "she called"))
    [dead] = desk.dead_letters()
    desk.retry(dead.number)
    desk.deliver()
    assert [one.to["email"] for one in ways.mail.calls if isinstance(one, CustomerMessage)] == [OLD, OLD]


def test_it_is_no_message_to_the_customer_of_today(desk: Desk, ways: Ways) -> None:
    """It proves nothing, holds up no closing, and stands on no page of the customer's."""
    id = received(desk)
    corrected(desk, id, c.Correct({"contact.email": NEW}, "she called"))
    facts = desk.get(id).facts
    assert (facts.unproved, facts.open_messages, facts.last_told) == (frozenset(), frozenset(), 0)
    assert not any("changed" in text for text in desk.customer_view(id).told)
    assert [(event.kind, event.by) for event in desk.history(id)][-2:] == [("Remind", "system"), ("Receipt", "system")]


def test_a_house_may_leave_it_out(ways: Ways) -> None:
    with desk_with(ways, Policy(sending=Sending(tell_former=False))) as desk:
        corrected(desk, received(desk), c.Correct({"contact.email": NEW}, "she called"))
    assert ways.told == []
