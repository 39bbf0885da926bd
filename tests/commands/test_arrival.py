"""What a receipt proves: only what arrived counts as told or asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from complaintflow import Lifecycle, commands as c
from complaintflow.commands.silence import asked_in_vain, rested_on
from complaintflow.record.facts import Facts, Return, Wait
from complaintflow.vocabulary import Audience, Ground
from tests import stories as s

QUESTION = c.AskCustomer({"card": "哪张卡?"})


@pytest.fixture(scope="module")
def lifecycle() -> Lifecycle:
    return Lifecycle.default()


def test_a_plan_that_arrived_and_came_back_is_not_explained(lifecycle: Lifecycle) -> None:
    planned = s.planned(lifecycle)
    plan = planned.facts.cycle.plan_notice
    assert planned.facts.cycle.plan_delivered
    lost = planned.do(s.receipt(plan, "failed"), by=s.SYSTEM).facts
    assert (lost.cycle.plan_delivered, set(lost.unproved)) == (None, {plan})


def test_a_question_keeps_its_first_proof_and_loses_it_when_it_comes_back(lifecycle: Lifecycle) -> None:
    asked = s.triaged(lifecycle).do(QUESTION)
    first = asked.do(s.receipt("M1"), by=s.SYSTEM)
    again = first.later(days=1).do(s.receipt("M1"), by=s.SYSTEM)
    lost = again.do(s.receipt("M1", "failed", channel="email"), by=s.SYSTEM)
    assert [one.facts.waits[0].arrived for one in (first, again, lost)] == [s.T0, s.T0, None]
    assert lost.facts.returned == {Return("M1", "email")}


def test_the_notice_makes_good_whatever_was_asked_before(lifecycle: Lifecycle) -> None:
    story = s.investigating(lifecycle).do(QUESTION, s.propose())
    told = story.do(c.Agree("O1", s.HEARD), by=s.CUSTOMER).do(s.RESOLVE).do(s.PASSED, by=s.WANG).do(s.notice())
    assert told.do(s.receipt(told.facts.cycle.notice), by=s.SYSTEM).facts.unproved == frozenset()


def test_an_offer_is_not_made_good_by_later_words(lifecycle: Lifecycle) -> None:
    story = s.investigating(lifecycle).do(s.propose()).do(s.update())
    offer, news = story.facts.cycle.offer, f"M{story.facts.messages}"
    assert story.do(s.receipt(news), by=s.SYSTEM).facts.unproved == {offer}


def test_a_drop_takes_the_present_notice_back_and_no_other(lifecycle: Lifecycle) -> None:
    told = s.told(lifecycle)
    notice = told.facts.cycle.notice
    assert told.do(s.receipt(notice, "dropped"), by=s.SYSTEM).facts.cycle.notice == ""
    other = told.do(s.update("再说一次"))
    assert other.do(s.receipt(f"M{other.facts.messages}", "dropped"), by=s.SYSTEM).facts.cycle.notice == notice


def test_older_questions_count_from_the_time_of_asking() -> None:
    old = Wait("Q1", "customer", "card", since=s.T0)
    assert not asked_in_vain(Facts(waits=(old,)), s.T0)
    assert asked_in_vain(Facts(waits=(old,)), s.T0 - timedelta(days=1))
    assert not asked_in_vain(Facts(), s.T0)


def test_an_end_rests_on_the_notice_and_what_followed_it(lifecycle: Lifecycle) -> None:
    told = s.delivered(lifecycle).later(days=3).do(c.Close(), by=s.SYSTEM)
    facts, notice = told.facts, told.facts.cycle.notice
    assert facts.ground == Ground.SILENT
    assert rested_on(facts, notice)
    assert not rested_on(facts, "M0")
    assert not rested_on(s.closed(lifecycle).facts, notice)


def test_whether_later_words_reached_the_customer(lifecycle: Lifecycle) -> None:
    story = s.triaged(lifecycle).do(s.acknowledge()).do(s.update())
    assert not story.facts.reached_after("M1")
    assert story.do(s.receipt("M2"), by=s.SYSTEM).facts.reached_after("M1")


# ── which sending


def came_back(story: s.Story, *, times: int = 1, **fields: Any) -> s.Story:
    """M1, as often."""
    for _ in range(times):
        story = story.do(s.receipt("M1", "failed", channel="email", **fields), by=s.SYSTEM)
    return story


def accepted(story: s.Story) -> s.Story:
    """M1 was handed on; another receipt will come."""
    return story.do(s.receipt("M1", "accepted", final=False, channel="email"), by=s.SYSTEM)


def test_what_came_back_is_another_sending_once(lifecycle: Lifecycle) -> None:
    """A second word of the same way would make a late bounce of the present sending one of an earlier."""
    sent = accepted(s.triaged(lifecycle).do(QUESTION))
    assert [came_back(sent, times=times).facts.sending("M1") for times in (0, 1, 2)] == [1, 2, 2]
    assert came_back(accepted(came_back(sent))).facts.sending("M1") == 3
    assert sent.facts.sending("M2") == 1


@pytest.mark.parametrize("fields", [{"taken": False}, {"final": False}])
def test_what_no_channel_took_or_what_may_go_yet_is_the_same_sending(
    lifecycle: Lifecycle, fields: dict[str, bool]
) -> None:
    assert came_back(s.triaged(lifecycle).do(QUESTION), **fields).facts.sending("M1") == 1


def test_what_a_bounce_says_of_another_sending_changes_nothing(lifecycle: Lifecycle) -> None:
    again = accepted(came_back(s.triaged(lifecycle).do(QUESTION)))
    for other in (1, 3):
        assert came_back(again, sending=other).facts == again.facts
    assert came_back(again, sending=2).facts.sending("M1") == 3


def test_a_bounce_of_what_the_outbox_gave_up_frees_its_key(lifecycle: Lifecycle) -> None:
    """The channel had taken it, and said that it failed."""
    given_up = came_back(s.triaged(lifecycle).do(QUESTION), taken=False)
    assert [came_back(given_up, sending=one).facts.sending("M1") for one in (0, 1)] == [1, 2]


def test_a_bounce_of_a_way_that_another_followed_leaves_the_other_its_key(lifecycle: Lifecycle) -> None:
    gone_on = came_back(s.triaged(lifecycle).do(QUESTION), taken=False, final=False, onward="sms")
    arrived = gone_on.do(s.receipt("M1", channel="sms"), by=s.SYSTEM)
    assert [came_back(one, sending=1).facts.sending("M1") for one in (gone_on, arrived)] == [2, 2]


@pytest.mark.parametrize(
    ("fields", "sending"), [({}, 2), ({"taken": False}, 1), ({"final": False}, 1), ({"status": "delivered"}, 1)]
)
def test_a_message_to_staff_that_came_back_is_another_sending(
    lifecycle: Lifecycle, fields: dict[str, Any], sending: int
) -> None:
    told = s.triaged(lifecycle).do(c.Update(Audience.TEAM, done="we asked the warehouse"))
    told = told.do(s.receipt(f"M{told.facts.messages}", **{"status": "failed", **fields}), by=s.SYSTEM)
    assert told.facts.sending(f"M{told.facts.messages}") == sending


@pytest.mark.parametrize("name", [":", "M", "T1", "M0", "M12345678901", "№1"])
@pytest.mark.parametrize("status", ["delivered", "accepted", "failed", "dropped"])
def test_a_receipt_for_what_is_no_message_is_refused_and_breaks_nothing(
    lifecycle: Lifecycle, name: str, status: str
) -> None:
    refused = s.told(lifecycle).asks(s.receipt(name, status), s.SYSTEM).decision
    assert {refusal.rule for refusal in refused.refusals} == {"part-exists"}
