"""R2, R15, R33: what was taken back before it was sent was never said, to no clock."""

from __future__ import annotations

from datetime import timedelta

import pytest

from complaintflow import Actor, Customer, Policy, commands as c
from complaintflow.sla import DeadlineStatus
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case

MAIL = {"sending": {"undo": "10min"}}
HOUSE = Policy.from_data(
    {**MAIL, "clocks": {"written": {"rule": "house", "starts": ["received"], "satisfied": ["Update"], "budget": "2d"}}}
)
WHO = Customer("u-17", contact={"email": "u@example.com"})
HOUR = timedelta(hours=1)


@pytest.fixture
def case() -> Case:
    return open_case("B", HOUSE, channel="email", customer=WHO).later(hours=1)


def test_a_recalled_answer_does_not_meet_the_first_response(case: Case) -> None:
    """Else a team says something, takes it back, and nobody waits for it any more but the customer."""
    case.do(s.update())
    assert case.status("first_response") is DeadlineStatus.MET
    case.later(minutes=1).do(c.Recall("M1", "it names the wrong amount"))
    run = case.run("first_response")
    assert (run.status, run.start, run.due) == (DeadlineStatus.RUNNING, MONDAY, MONDAY + timedelta(hours=24))
    case.later(hours=24).tick()
    assert case.run("first_response").late
    assert case.desk.check_integrity().sound


def test_the_next_answer_meets_it_from_the_beginning(case: Case) -> None:
    case.do(s.update()).do(c.Recall("M1", "it names the wrong amount")).later(hours=1).do(s.update("银行"))
    run = case.run("first_response")
    assert (run.status, run.start, run.ended) == (DeadlineStatus.MET, MONDAY, MONDAY + 2 * HOUR)
    assert len(case.runs("first_response")) == 1


def test_an_answer_that_stands_beside_it_meets_it(case: Case) -> None:
    case.do(s.update()).later(hours=1).do(s.update("银行")).do(c.Recall("M2", "the same once more"))
    assert case.run("first_response").ended == MONDAY + HOUR


def test_news_are_owed_as_if_nothing_had_been_said(case: Case) -> None:
    """R15, R26a: neither is the next due later, nor is a time due that was named to nobody."""
    before = case.run("customer_news").due
    case.do(s.update())
    assert case.status("named_time") is DeadlineStatus.RUNNING
    case.do(c.Recall("M1", "it names the wrong amount"))
    assert case.run("customer_news").due == before
    assert case.status("named_time") is None


def test_what_the_customer_wrote_awaits_its_reply_all_the_time(case: Case) -> None:
    case.do(c.Hear("When will the money come back?"), by=Actor.customer("u-17"))
    asked = case.clock.now
    case.later(hours=1).do(s.update()).later(minutes=1).do(c.Recall("M1", "it names the wrong amount"))
    (run,) = case.runs("next_response")
    assert (run.status, run.start) == (DeadlineStatus.RUNNING, asked)


def test_a_clock_that_waits_for_a_command_of_words_waits_on(case: Case) -> None:
    case.do(s.update()).do(c.Recall("M1", "it names the wrong amount"))
    assert case.status("written") is DeadlineStatus.RUNNING
    case.do(s.update("银行"))
    assert case.status("written") is DeadlineStatus.MET


def test_a_recalled_acknowledgement_is_none() -> None:
    """The automatic reply of an instant channel counts (R2), unless it was taken back."""
    policy = Policy.from_data({"sending": {"undo_by_kind": {"Acknowledge": "10min"}, "never_held": []}})
    case = open_case(policy=policy, channel="app").do(s.acknowledge())
    assert case.status("first_response_instant") is DeadlineStatus.MET
    case.do(c.Recall("M1", "it names another customer"))
    assert case.status("first_response_instant") is DeadlineStatus.RUNNING
