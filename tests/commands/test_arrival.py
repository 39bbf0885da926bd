"""What a receipt proves: only what arrived counts as told or asked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from complaintflow import Lifecycle, commands as c
from complaintflow.commands.silence import asked_in_vain, rested_on
from complaintflow.record.facts import Facts, Return, Wait
from complaintflow.vocabulary import Ground
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


@pytest.mark.parametrize("name", [":", "M", "T1", "M0", "M12345678901", "№1"])
@pytest.mark.parametrize("status", ["delivered", "accepted", "failed", "dropped"])
def test_a_receipt_for_what_is_no_message_is_refused_and_breaks_nothing(
    lifecycle: Lifecycle, name: str, status: str
) -> None:
    refused = s.told(lifecycle).asks(s.receipt(name, status), s.SYSTEM).decision
    assert {refusal.rule for refusal in refused.refusals} == {"part-exists"}
