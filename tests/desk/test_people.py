"""Somebody hears: who gets, solves, reports or decides something is told, once, in the language of the house."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from complaintflow import Customer, Desk, Participant, Policy, Signals, commands as c
from complaintflow.plugins import StaffMessage
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience, Urgency
from tests import stories as s
from tests.messages.samples import record
from tests.stores.desks import Opener, at_desk, received, told

SERIOUS = Signals(urgency=Urgency.CRITICAL)
TAKEOVER = Signals(hazards=frozenset({"account_takeover"}))
ENGLISH = Policy(language="en")


def letters(
    opener: Opener, *steps: Any, policy: Policy | None = None, **fields: Any
) -> tuple[Desk, str, list[StaffMessage]]:
    """A complaint after these steps, and what staff were sent meanwhile."""
    channel, channels = record()
    desk = opener(plugins=[channels], policy=policy)
    id = received(desk, **fields).id
    at_desk(desk, id, *steps)
    desk.deliver()
    return desk, id, list(channel.to_staff)


def to(who: str, sent: Iterable[StaffMessage]) -> list[StaffMessage]:
    return [message for message in sent if who in message.recipients]


def test_who_gets_a_task_hears_what_to_do_until_when_and_about_what(opener: Opener) -> None:
    _, _, sent = letters(opener, s.triage(), c.AddTask("reverse the second capture", "wang", s.LATER, "risk"))
    (task,) = to("wang", sent)
    assert task.recipients == ("wang", "risk")
    assert all(part in task.text for part in ("reverse the second capture", "2027-03-02", "背景"))


def test_a_task_of_a_team_that_nobody_knows_reaches_the_lead(opener: Opener) -> None:
    _, _, sent = letters(opener, s.triage(), c.AddTask("ask them", "somebody", s.LATER, "team of the moon"))
    assert to("somebody", sent)[0].recipients == ("somebody", "team of the moon", "lead")


def test_who_worked_on_a_task_hears_that_it_is_cancelled(opener: Opener) -> None:
    _, _, sent = letters(opener, s.triage(), s.TASK, c.CancelTask("T1", "the bank did it already"))
    assert [message.kind for message in to("wang", sent)] == ["AddTask", "CancelTask"]
    assert "the bank did it already" in to("wang", sent)[1].text


def test_a_new_owner_reads_the_case_and_who_takes_it_alone_needs_no_word(opener: Opener) -> None:
    _, _, sent = letters(opener, s.triage(), c.Assign("li"), c.Assign("wang"), c.Assign("wang"))
    assert [(message.kind, message.recipients) for message in sent] == [("Assign", ("wang",))]
    assert "背景" in sent[0].text


def test_the_risk_team_hears_of_a_stolen_account_in_the_language_of_the_house(opener: Opener) -> None:
    for house, text in ((None, "启动风控流程"), (ENGLISH, "start the risk-control flow")):
        desk, _, sent = letters(opener, s.triage(signals=TAKEOVER), policy=house)
        assert [text in message.text for message in to("risk", sent)] == [True]
        desk.close()


def test_who_reported_it_watches_it_and_gets_the_news_of_stakeholders(opener: Opener) -> None:
    news = c.Update(Audience.STAKEHOLDERS, done="the bank looks into its log")
    _, _, sent = letters(opener, s.triage(), news, reported_by="zhou")
    assert [message.kind for message in to("zhou", sent)] == ["Watch", "Update"]


def test_who_is_named_as_reporter_later_watches_too_and_a_customer_does_not(opener: Opener) -> None:
    desk, id, _ = letters(opener, c.Correct({"reported_by": "zhou"}, "they called for the customer"))
    assert desk.get(id).facts.watchers == {"zhou"}
    assert received(desk, reported_by=s.CUSTOMER.id).facts.watchers == frozenset()


def test_the_resolvers_are_thanked_once_and_the_stakeholders_hear_it(opener: Opener) -> None:
    channel, channels = record()
    with opener(plugins=[channels]) as desk:
        id = told(desk).id
        at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
        desk.deliver()
        thanks = [message for message in channel.to_staff if message.kind == "Remind"]
        assert [message.recipients for message in thanks] == [("li",)]
        assert "感谢" in thanks[0].text


def test_nobody_is_thanked_before_it_is_proved(opener: Opener) -> None:
    _, _, sent = letters(opener, s.triage(), c.Resolve("the cache is mended", s.OWN))
    assert not [message for message in sent if message.kind == "Remind"]


def test_after_a_merge_the_people_of_the_source_hear_of_the_target(opener: Opener) -> None:
    desk, source, _ = letters(opener, reported_by="zhou")
    target = received(desk).id
    at_desk(desk, source, c.Merge(target), c.Unmerge(), c.Merge(target))
    assert desk.get(target).facts.watchers == {"zhou"}
    assert [event.kind for event in desk.history(target)].count("Watch") == 2
    assert desk.get(target).facts.messages == 1, "once, however often it was merged"


def test_who_decided_and_who_carries_it_out_read_the_decision(opener: Opener) -> None:
    zhou, wang = Participant("service lead", "zhou"), Participant("technical lead", "wang")
    review = c.RecordReview("roll back the release", [zhou, wang, "product manager"])
    _, _, sent = letters(opener, s.triage(), c.Assign("li"), review)
    (decided,) = [message for message in sent if message.kind == "RecordReview"]
    assert decided.recipients == ("zhou", "wang", "product manager", "li", "payments")
    assert "roll back the release" in decided.text


def test_news_of_a_complaint_without_a_team_reaches_the_lead(opener: Opener) -> None:
    _, _, sent = letters(opener, c.Update(Audience.TEAM, done="the bank looks into its log"))
    assert [message.recipients for message in sent] == [("lead",)]


def test_the_owner_of_a_late_task_hears_that_it_is_late(opener: Opener, clock: FrozenClock) -> None:
    channel, channels = record()
    with opener(clock, [channels]) as desk:
        id = received(desk).id
        at_desk(desk, id, s.triage(), c.AddTask("reverse it", "wang", clock.now.replace(hour=12)))
        clock.later(hours=4)
        desk.tick()
        desk.deliver()
        late = [one for one in to("wang", channel.to_staff) if one.kind == "Remind"]
        assert late
        assert "task" in late[0].text


# ── R21: phone first


def test_a_serious_complaint_makes_a_task_to_call_with_script_and_objections(opener: Opener) -> None:
    desk, id, sent = letters(opener, s.triage(signals=SERIOUS))
    assert desk.get(id).facts.open_tasks == {"call"}
    assert desk.get(id).state == "triaged", "a call begins no investigation"
    (call,) = [message for message in sent if message.kind == "AddTask"]
    assert call.recipients[0] == "payments"
    assert all(part in call.text for part in ("致电客户", "话术", "可能的异议"))


def test_an_english_house_prepares_the_call_in_english(opener: Opener) -> None:
    _, _, sent = letters(opener, s.triage(signals=TAKEOVER), policy=ENGLISH, description="they took my account")
    (call,) = [message for message in sent if message.text.startswith("Task: call the customer")]
    assert not any(letter >= "\u2e80" for letter in call.text)
    assert "lead" in call.recipients, "at E somebody listens in"


def test_a_missed_call_leaves_the_task_and_an_answered_one_finishes_it(opener: Opener) -> None:
    missed = c.Call("apologise, explain, offer", "nobody picked up", answered=False)
    desk, id, _ = letters(opener, s.triage(signals=SERIOUS), missed)
    assert desk.get(id).facts.open_tasks == {"call"}
    at_desk(desk, id, c.Call("apologise, explain, offer", "will send a screenshot"))
    assert desk.get(id).facts.open_tasks == frozenset()


def test_a_call_that_nobody_made_keeps_nothing_open_and_ends_with_the_complaint(opener: Opener) -> None:
    desk, id, _ = letters(opener, s.triage(signals=SERIOUS))
    at_desk(desk, id, s.WITHDRAW, by=s.CUSTOMER)
    assert "call" not in desk.get(id).facts.open_tasks


def test_a_grade_that_falls_takes_the_call_away_and_a_dispute_asks_for_it_again(opener: Opener) -> None:
    desk, id, _ = letters(opener, s.triage(), s.regrade("A", "many are concerned"))
    assert desk.get(id).facts.open_tasks == {"call"}
    desk.do(id, s.regrade("B", "one customer only"), by=s.LEAD)
    assert desk.get(id).facts.open_tasks == frozenset()


# ── R44: anything else?


def test_what_else_the_customer_has_becomes_a_complaint_that_somebody_hears_of(opener: Opener) -> None:
    channel, channels = record()
    with opener(plugins=[channels]) as desk:
        id = told(desk).id
        desk.do(id, c.Confirm(s.HEARD, anything_else="my other parcel is late"), by=s.LI)
        (more,) = [one for one in desk.find().complaints if one.id != id]
        assert (more.description, more.intake["follows"], more.customer.id) == ("my other parcel is late", id, "u-17")
        desk.deliver()
        assert [one.recipients for one in channel.to_staff if one.complaint == more.id] == [("payments",)]


@pytest.mark.parametrize(
    "nothing", ["", "没有了", "No.", "－", "没有其他问题了,谢谢", "無", "No, that's all. Thank you!"]
)
def test_nothing_else_opens_nothing(opener: Opener, nothing: str) -> None:
    with opener() as desk:
        id = told(desk).id
        desk.do(id, c.Confirm(s.HEARD, anything_else=nothing), by=s.LI)
        assert [one.id for one in desk.find().complaints] == [id]


def test_the_same_confirmation_twice_opens_one_follow_up(opener: Opener) -> None:
    with opener() as desk:
        id = told(desk).id
        for _ in range(2):
            desk.do(id, c.Confirm(s.HEARD, anything_else="my other parcel is late"), by=s.LI, key="click")
        assert len(desk.find().complaints) == 2


def test_the_notice_asks_whether_there_is_anything_else(opener: Opener) -> None:
    for language, question in (("zh", "您还有其他问题"), ("en", "anything else")):
        channel, channels = record()
        with opener(plugins=[channels]) as desk:
            told(desk, customer=Customer("u-17", contact={"email": "u@example.com"}, language=language))
            desk.deliver()
            assert question in channel.to_customers[-1].text
