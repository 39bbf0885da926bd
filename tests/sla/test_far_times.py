"""A year that an older version let in builds no calendars: the tick stays short, and the deadline is still there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest

from complaintflow import DefinitionError, Desk, InvalidInput, Lifecycle, Policy, commands as c
from complaintflow.lifecycle import lifecycle as lifecycle_module
from complaintflow.policy.clock_rules import Budget
from complaintflow.sla import Calendar
from complaintflow.sla.calendar import REACH
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, open_case

FAR = datetime(9026, 3, 1, tzinfo=UTC)
LAST = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
OFFICE = Policy.from_data({"clocks": {"referral": {"calendar": "office"}, "task": {"calendar": "office"}}})


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version that had no horizon yet."""
    monkeypatch.setattr(lifecycle_module, "within_horizon", lambda _: None)


def in_seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


@pytest.mark.usefixtures("older")
@pytest.mark.parametrize("far", [FAR, LAST])
@pytest.mark.parametrize("policy", [Policy(), OFFICE], ids=["always", "office"])
def test_a_far_date_on_record_holds_up_no_tick(policy: Policy, far: datetime) -> None:
    case = open_case(policy=policy).do(s.refer(expected_by=far, feedback_at=far), c.AddTask("ask", "wang", far))
    assert in_seconds(case.tick) < 1
    assert in_seconds(case.later(days=400).tick) < 2
    assert in_seconds(lambda: case.desk.explain(case.id)) < 1
    assert case.run("referral").due == far


@pytest.mark.usefixtures("older")
@pytest.mark.parametrize("far", [FAR, LAST])
def test_a_pause_beside_a_far_date_holds_up_no_tick(far: datetime) -> None:
    case = open_case(policy=OFFICE).do(s.refer(expected_by=far, feedback_at=far), s.pause("party"))
    case.later(days=2).do(c.Resume())
    assert in_seconds(case.tick) < 1
    assert case.run("referral").due == far


@pytest.mark.parametrize("year", [2226, 3026, 9026])
def test_nobody_asks_what_will_be_in_a_thousand_years(year: int) -> None:
    case, far = open_case(), datetime(year, 3, 1, tzinfo=UTC)
    with pytest.raises(InvalidInput, match=r"at most 3653 days ahead \(limits.horizon\)"):
        case.desk.tick(at=far)
    with pytest.raises(InvalidInput, match=r"limits\.horizon"):
        case.desk.explain(case.id, far)
    assert case.desk.explain(case.id, MONDAY + timedelta(days=3000))


def test_a_search_between_far_times_finds_what_lies_between(tmp_path: Path) -> None:
    with Desk.open(f"sqlite:///{tmp_path}/a.db", clock=FrozenClock()) as desk:
        desk.receive(s.receive(), by=s.CUSTOMER)
        assert len(desk.find(received_from=datetime.min.replace(tzinfo=UTC)).complaints) == 1
        assert not desk.find(received_from=LAST).complaints


def test_a_calendar_says_how_far_it_looks() -> None:
    office, start = Calendar("UTC", {"mon": [("09:00", "10:00")]}), datetime(2026, 1, 5, 9, tzinfo=UTC)
    far = start.replace(year=2026 + REACH + 1)
    for look in (
        lambda: office.between(start, far),
        lambda: office.between(far, start),
        lambda: list(office.segments(start, far)),
        lambda: office.add(start, timedelta(days=5000)),
        lambda: office.add(far, timedelta(days=-5000)),
        lambda: office.add_working_days(date(2026, 1, 5), 10**9),
    ):
        with pytest.raises(InvalidInput, match=f"at most {REACH} years"):
            look()


def test_a_calendar_that_never_closes_only_adds() -> None:
    always = Calendar.always("Asia/Shanghai")
    assert always.between(MONDAY, FAR) == FAR - MONDAY
    assert always.between(FAR, MONDAY) == MONDAY - FAR
    assert always.add(MONDAY, FAR - MONDAY) == FAR
    assert list(always.segments(MONDAY, FAR)) == [(MONDAY, FAR)]
    assert list(always.segments(FAR, MONDAY)) == []


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"clocks": {"cause": {"budget": "9999 months"}}}, "clocks.cause.budget"),
        ({"clocks": {"cause": {"budget": "999999d"}}}, "clocks.cause.budget"),
        ({"clocks": {"customer_news": {"by_grade": {"E": "9999 working days"}}}}, "clocks.customer_news.by_grade.E"),
        ({"promises": {"medium_closed": "9999d"}}, "promises.medium_closed"),
        ({"limits": {"horizon": "1d"}}, "promises.low_answered"),
        ({"escalation": [{"name": "late", "after": 10**9, "tells": ["lead"]}]}, "escalation[0].after"),
    ],
)
def test_no_clock_of_a_policy_runs_beyond_the_horizon(data: dict[str, object], path: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        Policy.from_data(data)
    assert path in {problem.path for problem in caught.value.problems}


def seldom(budget: str) -> Policy:
    """A house whose calendar opens for a minute a week."""
    calendars = {"seldom": {"hours": {"mon": ["09:00-09:01"]}}}
    rule = {"budget": budget, "by_grade": {}, "calendar": "seldom"}
    return Policy.from_data({"calendars": calendars, "clocks": {"cause": rule}})


def test_no_clock_waits_for_ages_on_a_calendar_that_seldom_opens() -> None:
    expected = r"clocks.cause.budget: found 30d, expected a length of at most 3653 days on its calendar"
    with pytest.raises(DefinitionError, match=expected):
        Lifecycle(policy=seldom("30d"))
    assert Lifecycle(policy=seldom("520 weeks")).policy == seldom("520 weeks")
    assert in_seconds(open_case(policy=seldom("10h")).tick) < 1  # 600 weeks


def test_a_calendar_that_is_wrong_is_named_as_such_beside_its_clock() -> None:
    with pytest.raises(DefinitionError) as caught:
        Lifecycle(policy=Policy.from_data({
            "calendars": {"seldom": {"hours": {"mon": ["09:00-09:01", "09:00-10:00"]}}},
            "clocks": {"cause": {"budget": "30d", "by_grade": {}, "calendar": "seldom"}},
        }))  # fmt: skip
    assert [problem.path for problem in caught.value.problems] == ["calendars.seldom.hours.mon"]


def test_the_longest_a_budget_may_be() -> None:
    texts = {"30min": 0, "2 working days": 2, "8 weeks": 56, "2 months": 62, "daily 10:00": 0}
    found = {text: budget.longest.days for text in texts if (budget := Budget.parse(text))}
    assert found == texts
