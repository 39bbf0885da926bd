"""Who is told, once, whatever becomes of the hours; and in whose words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from complaintflow import Customer, Desk, Policy, commands as c
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case
from tests.sla.test_agenda import QUESTION, only

pytestmark = pytest.mark.uncounted  # counted, it is twice as slow; the tests beside it reach as much

REVIEWERS = ["service lead", "technical lead", "product manager"]
WAITS = {"rule": "house 3", "starts": ["triaged"], "satisfied": ["Answer"], "budget": "20h", "tells": ["customer"]}


def told(case: Case, about: str = "") -> list[Any]:
    return [said.get("tells", []) for said in case.events("Remind") if about in said["about"]]


def moved(tmp_path: Path, before: Policy, after: Policy) -> Case:
    """A review that was missed, called, and looked at again after the complaint had moved to other hours."""
    url, clock = f"sqlite:///{tmp_path / 'desk.db'}", FrozenClock(MONDAY)
    with Desk.open(url, policy=before, clock=clock) as desk:
        case = Case(desk, clock, desk.receive(s.receive(), s.triage(), by=s.LI).id).later(hours=24)
        case.tick()
    desk = Desk.open(url, policy=after, clock=clock)
    desk.migrate(case.id, by=s.MANAGER, reason="other hours")
    case = Case(desk, clock, case.id).later(minutes=5)
    case.tick()
    return case


@pytest.mark.parametrize("together_first", [True, False])
def test_a_migration_to_other_hours_repeats_no_reminder(tmp_path: Path, together_first: bool) -> None:
    apart, together = only("review"), only("review", working_hours={})
    case = moved(tmp_path, *((together, apart) if together_first else (apart, together)))
    assert sorted(who for tells in told(case, "@lead") for who in tells) == sorted([*REVIEWERS, "lead"])


def test_who_was_not_there_yet_is_told_after_a_migration_too(tmp_path: Path) -> None:
    """The lead works at the office; afterwards with the others."""
    before = only("review", working_hours={"lead": "office"})
    after = only("review", working_hours={"product manager": "office"})
    url, clock = f"sqlite:///{tmp_path / 'desk.db'}", FrozenClock(MONDAY)
    with Desk.open(url, policy=before, clock=clock) as desk:
        case = Case(desk, clock, desk.receive(s.receive(), s.triage(), by=s.LI).id).later(hours=27)  # 20:00
        case.tick()
        assert told(case, "@lead") == [REVIEWERS]
    with Desk.open(url, policy=after, clock=clock) as desk:
        desk.migrate(case.id, by=s.MANAGER, reason="other hours")
        case = Case(desk, clock, case.id)
        case.tick()
        case.later(days=1).tick()
        assert told(case, "@lead") == [REVIEWERS, ["lead"]]


@pytest.mark.parametrize("older", ["review/1/1@lead", "review/1/1@lead/awake"])
def test_a_level_that_an_older_version_told_is_not_told_again(older: str) -> None:
    """It put the level on record, and the hours of those who came later, not who they were."""
    case = open_case("B", only("review")).do(c.Remind("said", Audience.TEAM, older), by=s.SYSTEM).later(hours=24)
    case.tick()
    expected = {"review/1/1@lead": [["lead"]], "review/1/1@lead/awake": [REVIEWERS]}
    assert [tells for tells in told(case, "@lead") if tells] == expected[older]


# ── recovery


def test_who_heard_of_a_breach_hears_that_it_is_over_once_and_in_their_hours() -> None:
    case = open_case("A", only("cause")).later(hours=4)
    case.tick()
    case.later(hours=4).do(c.AddEvidence("log", "gateway", "two captures"), c.FindCause("a retry", "E1"))
    assert case.tick().done == ()  # one in the night
    for _ in range(2):
        case.later(hours=8).tick()
    (over,) = [said for said in case.events("Remind") if said["about"] == "cause/1/1@recovered"]
    assert over["tells"] == ["owner", "lead"]
    assert over["message"] == "cause(R9)已恢复:应于 2026-03-02 13:00 UTC 完成,实际 2026-03-02 17:00 UTC"


def test_of_a_breach_that_nobody_heard_of_nobody_hears_that_it_is_over() -> None:
    case = open_case("A", only("cause")).later(hours=5)
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.FindCause("a retry", "E1")).later(hours=12).tick()
    case.later(hours=12).tick()
    assert (case.misses(), case.reminders()) == (["cause/1/1"], [])


def test_a_cadence_that_goes_on_does_not_recover() -> None:
    case = open_case("B", only("customer_news")).later(hours=25)
    case.tick()
    case.do(s.update()).tick()
    assert case.reminders("recovered") == []


# ── words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-CN", "我们还在等待您的回复,以便继续处理。"),
        ("en", "We still wait for your reply, to go on with your complaint."),
        ("de", "We still wait for your reply, to go on with your complaint."),
    ],
)
def test_a_house_clock_of_the_customers_names_no_clock_to_them(language: str, text: str) -> None:
    case = open_case(
        "B", Policy.from_data({"clocks": {"doc_wait": WAITS}}), customer=Customer("u-17", language=language)
    )
    case.later(hours=16).tick()
    assert [said["message"] for said in case.events("Remind") if "doc_wait" in said["about"]] == [text]


def test_a_clock_of_ours_speaks_of_the_clock_whatever_its_name() -> None:
    """Those of the customer's have words for the customer, and for nobody else."""
    clock = {"tells": ["owner"], "budget": "20h", "then": "tell"}
    case = open_case("B", Policy.from_data({"clocks": {"agreement": clock}}))
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "agrees")).do(s.propose())
    case.later(hours=16).tick()
    (said,) = [said for said in case.events("Remind") if said["about"].startswith("agreement/")]
    assert said["message"].startswith("agreement(R25)warn1")


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "cause(R9)lead:应于 2026-03-02 13:00 UTC 完成"), ("en-GB", "cause (R9) lead: due 2026-03-02 13:00 UTC")],
)
def test_our_people_read_the_language_of_the_house(language: str, text: str) -> None:
    case = open_case("A", only("cause", staff_language=language)).later(hours=4)
    case.tick()
    assert case.events("Remind")[-1]["message"] == text


@pytest.mark.parametrize("language", ["zh-CN", "zh_Hans", "ZH"])
def test_chinese_is_chinese_however_it_is_written(language: str) -> None:
    case = (
        open_case("B", only("answer", "unanswered"), customer=Customer("u-17", language=language))
        .do(QUESTION)
        .delivered()
    )
    case.later(hours=64).tick()
    case.delivered()
    case.later(days=12).tick()
    assert case.events("Remind")[0]["message"].startswith("我们还在等待")
    assert "12315投诉" in case.events("Decline")[0]["recourse"]
