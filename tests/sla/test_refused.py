"""What the rules refuse to a clock is asked again, and why is told once, to those who are case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from complaintflow import Customer, Policy, commands as c
from complaintflow.vocabulary import Audience
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case
from tests.sla.test_agenda import QUESTION, only

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
EIGHT = datetime(2026, 3, 6, 0, tzinfo=UTC)
"""Eight in the morning in Shanghai, on the fourth day."""


def silent(grade: str = "B", hours: float = 0) -> Case:
    """Told so many hours after Monday, 17:00 in Shanghai, with a task that is still open."""
    task = c.AddTask("look once more", "li", MONDAY + 30 * DAY)
    return open_case(grade, only("silence")).later(hours=hours).do(task).told()


def reasons(case: Case) -> list[tuple[str, list[str]]]:
    refused = (said for said in case.events("Remind") if "-refused:" in said["about"])
    return [(said["about"].partition(":")[2], said["tells"]) for said in refused]


def test_silence_closes_once_what_barred_it_is_gone() -> None:
    """R33: nothing can hang for ever."""
    case = silent().later(hours=73)
    assert [refusal.rule for done in case.tick().done for refusal in done.refusals] == ["nothing-left-open"]
    assert case.tick().checked == 0  # nothing changed
    case.later(hours=7).do(c.FinishTask("T1", "nothing"))
    assert [(str(done.key), done.refusals) for done in case.tick().done] == [("silence/1/1@close", ())]
    assert case.desk.get(case.id).state == "closed"


def test_why_is_told_once_for_each_set_of_rules() -> None:
    case = silent().later(hours=73)
    for _ in range(3):
        case.tick()
        case.do(c.Note("somebody looks at it")).later(hours=1)
    assert reasons(case) == [("nothing-left-open", ["owner", "lead"])]
    case.do(c.Hear(s.HEARD), by=s.CUSTOMER)
    for _ in range(3):
        case.tick()
        case.do(c.Note("and again")).later(hours=1)
    assert [rules for rules, _ in reasons(case)] == ["nothing-left-open", "confirm-before-close+nothing-left-open"]


def test_why_waits_for_the_morning_and_is_told_then() -> None:
    case = silent(hours=9.5).later(hours=72)  # at half past two in the night
    assert case.tick().done[0].refusals
    assert reasons(case) == []
    case.at(EIGHT).tick()
    assert [rules for rules, _ in reasons(case)] == ["nothing-left-open"]
    assert case.tick().checked == 0


def test_why_is_told_at_any_hour_of_an_emergency() -> None:
    case = silent("E", hours=9.5).later(hours=72)
    case.tick()
    assert [rules for rules, _ in reasons(case)] == ["confirm-before-close+nothing-left-open"]


def test_what_was_told_by_an_older_version_is_not_told_again_and_asked_again() -> None:
    case = silent().do(c.Remind("why", Audience.TEAM, "silence/1/1@close"), by=s.SYSTEM).later(hours=73)
    assert case.tick().done[0].refusals
    assert reasons(case) == []
    case.do(c.FinishTask("T1", "nothing")).tick()
    assert case.desk.get(case.id).state == "closed"


def test_a_decline_lets_the_customer_sleep() -> None:
    """R3: what ends the complaint is read in the morning."""
    case = (
        open_case("B", only("unanswered"), customer=Customer("u-17", language="zh"))
        .later(hours=10)
        .do(QUESTION)
        .delivered()
    )
    assert case.later(days=14).tick().done == ()  # three in the night
    case.later(hours=5).tick()
    assert case.desk.get(case.id).state == "declined"
    assert (case.clock.now + 8 * HOUR).hour == 8


@pytest.mark.parametrize(("language", "begin"), [("zh", "silence/1/1@close 未能执行"), ("en", "silence/1/1@close was")])
def test_why_is_said_in_the_language_of_the_house(language: str, begin: str) -> None:
    policy = only("silence", staff_language=language)
    case = open_case("B", policy).do(c.AddTask("look", "li", MONDAY + 30 * DAY)).told().later(hours=73)
    case.tick()
    (told,) = [said["message"] for said in case.events("Remind") if "-refused:" in said["about"]]
    assert told.startswith(begin)


def test_a_house_without_the_lead_on_duty_tells_the_owner_first() -> None:
    """Each of ours in their own hours."""
    policy = only("silence", working_hours={"lead": "office"}, calendars=Policy().calendars)
    case = open_case("B", policy).do(c.AddTask("look", "li", MONDAY + 30 * DAY)).told().later(hours=75)  # 20:00
    case.tick()
    case.at(EIGHT + HOUR).tick()
    assert [tells for _, tells in reasons(case)] == [["owner"], ["lead"]]
