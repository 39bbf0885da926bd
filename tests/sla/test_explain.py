"""Why is this the due date? In words and as data, and as it stood at another time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from complaintflow import Policy, commands as c
from complaintflow.sla import DeadlineStatus, Explanation
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case

QUESTION = c.AskCustomer({"order": "请问您的订单号是多少?"})


def of(case: Case, clock: str) -> Explanation:
    return next(one for one in case.desk.explain(case.id) if one.deadline.clock == clock)


def office() -> Policy:
    return Policy.from_data({"clocks": {"cause": {"calendar": "office"}}})


def test_the_open_times_that_were_counted_add_up_to_the_budget() -> None:
    """It is Monday, 17:00 in Shanghai: one hour today, three tomorrow."""
    case = open_case("A", office()).later(hours=30)
    one = of(case, "cause")
    assert sum((end - begin for begin, end in one.segments), timedelta(0)) == timedelta(hours=4)
    assert (one.calendar, len(one.version) > 0) == ("office", True)
    assert [begin for begin, _ in one.segments] == [MONDAY, MONDAY + timedelta(hours=16)]


def test_what_was_paused_was_not_counted() -> None:
    case = open_case("A").do(QUESTION).later(hours=1).do(s.pause("customer", "we asked")).later(hours=2)
    assert [end - begin for begin, end in of(case, "cause").segments] == [timedelta(hours=1)]
    case.do(c.Resume()).later(hours=1).do(s.pause("customer", "we asked again")).later(minutes=5).do(c.Resume())
    case.later(hours=9)
    one = of(case, "cause")
    assert len(one.deadline.pauses) == 2
    assert sum((end - begin for begin, end in one.segments), timedelta(0)) == one.deadline.length == timedelta(hours=4)


def test_it_is_said_in_both_languages() -> None:
    case = open_case("A", office()).do(QUESTION).later(hours=0.5).do(s.pause("customer", "we asked")).later(hours=0.25)
    assert "due —" in str(of(case, "cause"))
    case.do(c.Resume()).later(hours=30)
    one = of(case, "cause")
    english, chinese = str(one).splitlines(), one.text("zh").splitlines()
    assert english[0] == "cause (R9): breached, late"
    assert "  open 2026-03-02 09:00:00 UTC to 2026-03-02 09:30:00 UTC" in english
    assert "  open 2026-03-02 09:45:00 UTC to 2026-03-02 10:00:00 UTC" in english
    assert "  paused 2026-03-02 09:30:00 UTC to 2026-03-02 09:45:00 UTC for the customer: we asked" in english
    assert english[-1] == "  due 2026-03-03 05:15:00 UTC"
    assert (chinese[0], chinese[-1]) == ("cause(R9):已超时,已迟", "  到期 2026-03-03 05:15:00 UTC")
    assert len(english) == len(chinese)


def test_a_year_whose_holidays_are_not_announced_is_said_to_be_unconfirmed() -> None:
    def said(*years: int) -> tuple[str, str]:
        office = {"unconfirmed": list(years)}
        policy = Policy.from_data({"clocks": {"cause": {"calendar": "office"}}, "calendars": {"office": office}})
        one = of(open_case("A", policy), "cause")
        return one.text(), one.text("zh")

    assert "  the holidays of 2026 are not confirmed" in said(2026, 2030)[0]
    assert "  2026 年的节假日安排尚未公布" in said(2026)[1]
    assert "confirmed" not in said(2030)[0]


def test_the_years_that_are_said_to_be_unconfirmed_are_those_of_the_calendars_wall_and_all_between() -> None:
    """What begins in Shanghai on New Year's morning began in the old year elsewhere."""
    data = {"clocks": {"plan": {"calendar": "office"}}, "calendars": {"office": {"unconfirmed": [2026, 2027, 2028]}}}
    case = open_case("B", Policy.from_data(data)).at(datetime(2026, 12, 31, 17, tzinfo=UTC))
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "agrees with the ledger"))
    case.do(s.plan(expected_by=datetime(2029, 3, 1, tzinfo=UTC)))
    assert of(case, "plan").unconfirmed == (2027, 2028)


def test_one_that_ended_says_when() -> None:
    case = open_case("A").later(hours=1)
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.FindCause("a retry", "E1"))
    assert str(of(case, "cause")).endswith("due 2026-03-02 13:00:00 UTC, ended 2026-03-02 10:00:00 UTC")
    assert of(case, "cause").text("zh").endswith("到期 2026-03-02 13:00:00 UTC,结束 2026-03-02 10:00:00 UTC")


def test_it_can_be_asked_how_it_stood_at_another_time() -> None:
    case = open_case("A").later(hours=1)
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.FindCause("a retry", "E1"))

    def status(hours: float) -> DeadlineStatus:
        found = case.desk.explain(case.id, MONDAY + timedelta(hours=hours))
        return next(one.deadline.status for one in found if one.deadline.clock == "cause")

    assert (status(0.5), status(1)) == (DeadlineStatus.RUNNING, DeadlineStatus.MET)
    assert case.desk.explain(case.id, MONDAY - timedelta(days=1)) == ()


def test_a_named_time_of_the_past_has_no_warnings() -> None:
    """Clocks that were set back leave such things behind."""
    case = open_case("B").do(s.acknowledge(next_at=MONDAY + timedelta(hours=1)))
    one = case.run("named_time")
    assert (one.warnings, one.length) == ((MONDAY + timedelta(minutes=48),), timedelta(hours=1))


@pytest.mark.parametrize("grade", ["E", "A", "B", "C"])
def test_what_is_said_agrees_with_what_fired(grade: str) -> None:
    case = open_case(grade).later(days=5)
    case.tick()
    late = {str(one.deadline.key) for one in case.desk.explain(case.id) if one.deadline.late}
    assert late == set(case.misses())
