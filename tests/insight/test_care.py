"""R48: a vulnerable customer is heard sooner, on the channel of the policy, and nobody reads why who need not."""

from __future__ import annotations

import pytest

from complaintflow import Complaint, Customer, Desk, Policy, Signals, commands as c
from complaintflow.errors import DefinitionError
from complaintflow.insight import count_vulnerable
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Vulnerability
from tests import stories as s

NOTE = "dialysis three times a week"
ILL = c.RecordVulnerability(Vulnerability.ILLNESS, NOTE)
TAKEN_BACK = c.RecordVulnerability(Vulnerability.AGE, stands=False)
BOTH = {"email": "u17@example.com", "phone": "13800000000"}


def take_in(desk: Desk, *then: c.Command, order: str = "A-1", contact: dict[str, str] | None = None) -> Complaint:
    customer = Customer("u-17", contact=contact or BOTH, language="en")
    return desk.receive(c.Receive("app", customer, "I paid twice", order=order), *then, by=s.LI)


def opened(policy: Policy | None = None) -> Desk:
    return Desk.open("memory://", policy=policy, clock=FrozenClock())


def test_who_needs_care_is_graded_higher_at_once_and_at_every_later_triage() -> None:
    desk = opened()
    plain = take_in(desk, c.Triage("billing"), order="A-2")
    known = take_in(desk, ILL, c.Triage("billing"))
    later = desk.do(take_in(desk, c.Triage("billing"), order="A-3").id, ILL, by=s.LI)
    assert (plain.grade, known.grade, later.grade) == ("B", "A", "A")
    assert plain.priority
    assert known.priority
    assert known.priority.score == plain.priority.score + Policy().weights.care


def test_nobody_is_made_vulnerable_by_signals_without_a_reason() -> None:
    complaint = take_in(opened(), c.Triage("billing", signals=Signals(vulnerable=True)))
    assert not complaint.facts.vulnerable
    assert complaint.grade == "B"


def test_taken_back_the_mark_is_gone_and_the_grade_stays() -> None:
    desk = opened()
    complaint = take_in(desk, ILL, c.Triage("billing"))
    after = desk.do(complaint.id, c.RecordVulnerability("illness", "another customer", stands=False), by=s.LI)
    assert (after.facts.vulnerable, after.care_reasons, after.grade) == (False, (), "A")
    assert after.facts.signals is not None
    assert not after.facts.signals.vulnerable
    again = desk.do(take_in(desk, order="A-9").id, TAKEN_BACK, by=s.LI)
    assert not again.facts.vulnerable


def test_a_merge_keeps_the_care_of_the_one_that_is_merged() -> None:
    desk = opened()
    target = take_in(desk, c.Triage("billing"))
    source = take_in(desk, ILL)
    desk.do(source.id, c.Merge(target.id), by=s.LI)
    merged = desk.get(target.id)
    assert merged.facts.vulnerable
    assert merged.facts.signals is not None
    assert merged.facts.signals.vulnerable


def test_what_makes_a_customer_vulnerable_is_in_no_message_page_or_label() -> None:
    desk = opened()
    complaint = take_in(desk, ILL, c.Triage("billing"))
    desk.do(
        complaint.id, c.Watch("emergency", "response_team"), c.Escalate("no news"), s.handoff("logistics"), by=s.LEAD
    )
    desk.do(complaint.id, s.acknowledge(), by=s.LI)
    told = [entry.message for entry in desk.outbox()]
    assert len(told) >= 4
    views = [desk.brief(complaint.id, language) for language in ("zh", "en")]
    views += [str(desk.customer_view(complaint.id)), desk.get(complaint.id).label(), repr(ILL)]
    texts = [f"{message.subject} {message.text} {message.fields}" for message in told] + views
    for hidden in (NOTE, "illness", "vulnerable", "particular care"):
        assert not [text for text in texts if hidden in text], hidden


def test_the_policy_chooses_the_channel_of_who_can_be_reached_on_it() -> None:
    desk = opened(Policy.from_data({"care_channels": {"illness": "phone"}}))
    for contact, preferred, channel in ((BOTH, "", "phone"), ({"email": "u@x.de"}, "", "app"), (BOTH, "app", "app")):
        customer = Customer("u-17", contact=contact, preferred_channel=preferred)
        received = c.Receive("app", customer, "I paid twice", order=f"{channel}{preferred}{len(contact)}")
        complaint = desk.receive(received, ILL, s.acknowledge(), by=s.LI)
        (message,) = [one.message for one in desk.outbox() if one.message.complaint == complaint.id]
        assert getattr(message, "channel", "") == channel


def test_without_a_reason_for_which_the_policy_has_a_channel_it_stays_as_it_was() -> None:
    desk = opened(Policy.from_data({"care_channels": {"age": "phone"}}))
    complaint = take_in(desk, ILL, s.acknowledge())
    assert [getattr(one.message, "channel", "") for one in desk.outbox() if one.message.complaint == complaint.id] == [
        "app"
    ]


def test_a_policy_with_an_unknown_reason_channel_or_cause_is_refused() -> None:
    """A cause that is misspelt would count nobody in the return to a regulator."""
    with pytest.raises(DefinitionError) as caught:
        Policy.from_data({"care_channels": {"wealth": "phone", "age": "pigeon"}, "care_causes": ["no car"]})
    assert [(problem.path, problem.found) for problem in caught.value.problems] == [
        ("care_channels", "wealth"), ("care_channels.age", "pigeon"), ("care_causes", "no car"),
    ]  # fmt: skip


def test_vulnerable_customers_are_counted_by_reason_and_nothing_else_is_told() -> None:
    desk = opened()
    take_in(desk, ILL, c.RecordVulnerability("age"))
    take_in(desk, c.RecordVulnerability("language"), order="A-2")
    take_in(desk, order="A-3")
    counts = count_vulnerable(desk.find().complaints)
    assert counts == {"all": 2, "age": 1, "illness": 1, "distress": 0, "language": 1}
