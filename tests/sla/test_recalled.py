"""R2, R15, R33: what was taken back before it was sent was never said, to no clock."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

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


def test_an_erasure_takes_no_answer_away_and_brings_none(case: Case) -> None:
    """Promise 5: the words go, and the figures, the return and the clocks of the house stay what they were."""
    case.do(s.update(), c.Call("apologise, explain", "nobody picked up", answered=False))
    case.do(c.Recall("M1", "it names the wrong amount")).later(hours=1).do(c.Call("apologise", "she knows"))
    case.do(c.Retract("P2", "that was another customer")).do(s.WITHDRAW)
    period: dict[str, Any] = {
        "since": MONDAY,
        "until": MONDAY + timedelta(days=9),
        "measures": ("first_response", "deadlines_met"),
    }

    def told() -> list[object]:
        found = [case.desk.figures(anew=anew, least=1, **period) for anew in (False, True)]
        return [
            [(one.key, one.number, one.value) for one in each[name].cells] for each in found for name in each.tables
        ]

    before = told()
    assert before[0] == []
    case.desk.erase("u-17", by=s.LEAD, reason="asked by letter")
    assert told() == before
    assert case.desk.check_integrity().sound
    case.later(days=40).tick()


def test_an_erasure_leaves_the_first_answer_as_it_was(case: Case) -> None:
    case.do(s.update()).delivered().do(s.WITHDRAW)
    period: dict[str, Any] = {
        "since": MONDAY,
        "until": MONDAY + timedelta(days=9),
        "measures": "first_response",
        "least": 1,
    }
    before = case.desk.figures(**period)["first_response"].shown
    case.desk.erase("u-17", by=s.LEAD, reason="asked by letter")
    assert case.desk.figures(**period)["first_response"].shown == before != ()
    assert case.desk.figures(**period, anew=True)["first_response"].shown == before


def test_what_the_outbox_did_not_send_answered_nobody(case: Case) -> None:
    """It was not true any more when its turn came: the customer heard nothing of it."""
    case.do(s.update())
    case.do(c.Receipt("M1", "dropped"), by=s.SYSTEM)
    run = case.run("first_response")
    assert (run.status, run.start) == (DeadlineStatus.RUNNING, MONDAY)
    assert case.desk.check_integrity().sound
    case.later(hours=1).do(s.update("银行"))
    assert case.run("first_response").status is DeadlineStatus.MET
