"""What clocks ask for: each level once, at the right hour, of the right people; and what a tick makes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest

from complaintflow import Customer, Desk, Policy, commands as c
from complaintflow.policy import Imports
from complaintflow.sla import DeadlineStatus
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Grade
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case

QUESTION = c.AskCustomer({"order": "请问您的订单号是多少?"})
AWAKE = datetime(2026, 3, 3, 0, tzinfo=UTC)
"""Eight in the morning in Shanghai."""
NIGHT = MONDAY + timedelta(hours=9)
"""Two in the night in Shanghai."""


def only(*clocks: str, **more: Any) -> Policy:
    """The default policy with these clocks alone."""
    standing = Policy().clocks
    return Policy(clocks={name: standing[name] for name in clocks}, **more)


# ── levels


def test_each_level_fires_once_and_tells_whom_it_is_for() -> None:
    case = open_case("A", only("cause"))
    for minutes in range(0, 9 * 60, 12):
        case.at(MONDAY + timedelta(minutes=minutes)).tick()
    case.at(AWAKE).tick()
    case.later(days=3).tick()
    assert [(said["about"], said["tells"]) for said in case.events("Remind")] == [
        ("cause/1/1@warn1", ["owner"]),
        ("cause/1/1@warn2", ["owner"]),
        ("cause/1/1@lead", ["owner", "lead"]),
        ("cause/1/1@manager", ["manager"]),
    ]
    assert case.misses() == ["cause/1/1"]


def test_a_breach_is_recorded_with_its_due_time_whenever_anybody_looks() -> None:
    case = open_case("A", only("cause")).later(hours=30)
    case.tick()
    (missed,) = case.events("MissDeadline")
    assert missed == {"clock": "cause/1/1", "due": "2026-03-02T13:00:00Z"}
    assert case.tick().checked == 0


def test_a_breach_that_ended_before_anybody_looked_is_on_record_too_and_reminds_nobody() -> None:
    case = open_case("A", only("cause")).later(hours=5)
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.FindCause("a retry", "E1"))
    case.tick()
    assert (case.misses(), case.reminders()) == (["cause/1/1"], [])


def test_the_review_is_called_with_three_parts_of_the_house_and_reminds() -> None:
    """R30: until its decision is recorded."""
    case = open_case("B", only("review")).later(hours=24)
    case.tick()
    called = [said["tells"] for said in case.events("Remind")]
    assert called == [["service lead", "technical lead", "product manager"], ["lead"]]
    case.later(hours=24).tick()
    assert case.reminders() == ["review/1/1@lead", "review/1/1@lead/lead", "review/1/1@manager"]
    decided = open_case("B", only("review")).later(hours=23).do(s.REVIEW)
    decided.later(days=3).tick()
    assert (decided.misses(), decided.reminders("@lead")) == ([], [])


@pytest.mark.parametrize(("tells", "told"), [(False, []), (True, ["cause/1/1@lead", "cause/1/1@manager"])])
def test_of_what_another_system_missed_people_hear_only_where_the_house_wants_it(tells: bool, told: list[str]) -> None:
    """Else on the day of the move every lead is called for every old case."""
    policy = only("cause", imports=Imports(tells_missed=tells))
    with Desk.open("memory://", policy=policy, clock=FrozenClock(MONDAY)) as desk:
        old = s.imported(closed=False, received_at=MONDAY - timedelta(days=9), grade=Grade.A)
        id = desk.receive(old, by=s.SYSTEM).id
        desk.tick()
        about = [event.data["about"] for event in desk.history(id) if event.kind == "Remind"]
        missed = [event.data["clock"] for event in desk.history(id) if event.kind == "MissDeadline"]
    assert (about, missed) == (told, ["cause/1/1"])


# ── hours


def test_people_are_told_in_their_own_working_hours() -> None:
    """A review that is due in the evening finds the lead at once, and the office on the next morning."""
    case = open_case("B", only("review")).at(MONDAY + timedelta(hours=27))  # 20:00 in Shanghai
    case.tick()
    assert [said["tells"] for said in case.events("Remind")] == [["lead"]]
    morning = datetime(2026, 3, 4, 1, tzinfo=UTC)
    assert case.desk.agenda() == ((morning, case.id),)
    case.at(morning).tick()
    assert [said["tells"] for said in case.events("Remind")][1:] == [
        ["service lead", "technical lead", "product manager"]
    ]


def test_an_emergency_does_not_wait_for_the_office() -> None:
    case = open_case("E", only("review")).at(MONDAY + timedelta(hours=36))  # five in the morning
    case.tick()
    assert ["service lead", "technical lead", "product manager"] in [said["tells"] for said in case.events("Remind")]


def test_quiet_hours_hold_back_reminders_but_no_breach_and_nothing_is_said_twice() -> None:
    case = open_case("A", only("cause")).at(NIGHT)
    case.tick()
    assert (case.misses(), case.reminders()) == (["cause/1/1"], [])
    assert case.desk.agenda() == ((AWAKE, case.id),)
    case.at(AWAKE).tick()
    told = case.reminders()
    assert told == ["cause/1/1@lead", "cause/1/1@manager"]
    for hours in (1, 30, 100):
        case.later(hours=hours).tick()
    assert case.reminders() == told


def test_an_emergency_is_told_at_any_hour() -> None:
    case = open_case("E", only("mitigation")).at(NIGHT)
    case.tick()
    assert case.reminders() == ["mitigation/1/1@lead", "mitigation/1/1@manager"]


def test_a_house_without_quiet_hours_has_none() -> None:
    case = open_case("A", only("cause", awake="")).at(NIGHT)
    case.tick()
    assert case.reminders() == ["cause/1/1@lead", "cause/1/1@manager"]


# ── cadences


def test_after_a_week_of_downtime_one_event_says_how_many_were_missed() -> None:
    case = open_case("A", only("customer_news")).later(days=7, hours=1)
    case.tick()
    (missed,) = case.events("MissDeadline")
    assert missed == {
        "clock": "customer_news/1/1",
        "due": "2026-03-02T15:00:00Z",
        "periods": 28,
        "last": "2026-03-09T09:00:00Z",
    }
    assert case.run("customer_news").due == datetime(2026, 3, 9, 15, tzinfo=UTC)
    assert case.reminders("customer_news") == ["customer_news/1/1@lead"]


@pytest.mark.parametrize(("calendar", "periods"), [("always", 7), ("office", 5)])
def test_daily_progress_missed_for_a_week_counts_its_days(calendar: str, periods: int) -> None:
    """R29: each day; where the policy says so, each working day."""
    rule = attrs.evolve(Policy().clocks["daily_progress"], calendar=calendar)
    case = open_case("B", Policy(clocks={"daily_progress": rule})).later(days=7)
    case.tick()
    assert [said["periods"] for said in case.events("MissDeadline")] == [periods]
    assert case.run("daily_progress").due == datetime(2026, 3, 10, 2, tzinfo=UTC)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("minutes", [7, 50, 400])
def test_the_rhythm_does_not_depend_on_when_anybody_looks(minutes: int) -> None:
    case = open_case("A", only("customer_news"))
    while case.clock.now < MONDAY + timedelta(days=3):
        case.later(minutes=minutes).tick()
    missed = case.events("MissDeadline")
    dues = [datetime.fromisoformat(said["due"]) for said in missed]
    assert sum(said.get("periods", 1) for said in missed) == 12
    assert all((due - MONDAY) % timedelta(hours=6) == timedelta(0) for due in dues)


def test_a_cadence_that_was_met_late_counts_what_was_missed_by_then() -> None:
    case = open_case("A", only("customer_news")).later(hours=19).do(s.update())
    case.tick()
    assert [said["periods"] for said in case.events("MissDeadline")] == [3]
    assert case.run("customer_news").due == case.clock.now + timedelta(hours=6)


# ── the customer


def test_the_customer_is_reminded_of_each_open_question_and_then_our_people() -> None:
    """R3: in the customer's language, in words that differ."""
    case = open_case("B", only("answer"), customer=Customer("u-17", language="en"))
    case.do(c.AskCustomer({"order": "Which order?", "device": "Which phone?"})).delivered()
    case.later(hours=64).tick()
    texts = [said["message"] for said in case.events("Remind")]
    assert texts == [
        "We still wait for your answer (device), to go on with your complaint.",
        "We still wait for your answer (order), to go on with your complaint.",
    ]
    case.do(c.Answer({"order": "A-1"}), by=s.CUSTOMER).later(hours=12).tick()
    assert [(said["about"], said["tells"]) for said in case.events("Remind")[2:]] == [
        ("answer/1/Q1@unanswered", ["owner"])
    ]
    assert case.misses() == []


def silent(grade: str = "B", **policy: Any) -> Case:
    return open_case(grade, only("silence", **policy)).told()


def test_silence_closes_after_three_days_with_the_evidence_in_the_event() -> None:
    """R33."""
    case = silent().later(hours=50)
    case.tick()
    (thanked, warned) = case.events("Remind")
    assert thanked["tells"] == ["li"]
    assert "2026-03-05 09:00" in warned["message"]
    case.delivered()
    case.at(MONDAY + timedelta(hours=72, microseconds=-1)).tick()
    assert case.desk.get(case.id).state == "awaiting_confirmation"
    case.later(microseconds=1).tick()
    assert (case.desk.get(case.id).state, case.desk.get(case.id).facts.ground) == ("closed", "silent")
    assert "delivered 2026-03-02 09:00:00 UTC" in case.events("Close")[0]["evidence"]
    assert case.status("silence") == DeadlineStatus.MET


def test_a_new_request_bars_silent_closure_and_our_people_are_told_why_once() -> None:
    """R33: it does not move the window; thanks bar nothing."""
    case = silent().later(hours=1).do(c.Hear(s.HEARD), by=s.CUSTOMER)
    assert case.run("silence").due == MONDAY + timedelta(hours=72)
    for _ in range(4):
        case.later(hours=30).tick()
    assert case.desk.get(case.id).state == "awaiting_confirmation"
    (told,) = [said for said in case.events("Remind") if "@close-refused:" in said["about"]]
    assert ("confirm-before-close" in told["message"], told["tells"]) == (True, ["owner", "lead"])
    thanks = silent().do(c.Hear("谢谢", request=False), by=s.CUSTOMER).later(hours=72)
    thanks.tick()
    assert thanks.desk.get(thanks.id).state == "closed"


def test_who_was_serious_is_not_told_that_silence_closes() -> None:
    case = silent("A").later(hours=50)
    case.tick()
    assert [said["message"] for said in case.events("Remind")][1:] == ["请告诉我们结果是否符合您的期望。"]
    case.later(hours=30).tick()
    assert case.desk.get(case.id).state == "awaiting_confirmation"


# ── cycles and ends


def test_a_reopened_complaint_has_clocks_that_fire_again() -> None:
    """Promise 7: once for each cycle."""
    case = open_case("B", only("closure", "task", "silence")).later(hours=25)
    case.tick()
    case.told().later(hours=72).tick()
    case.do(c.Reopen("it is back"), by=s.CUSTOMER).later(hours=25).tick()
    assert case.misses("closure") == ["closure/1/1", "closure/2/2"]
    assert [about for about in case.reminders("closure") if about.endswith("lead")] == [
        "closure/1/1@lead",
        "closure/2/2@lead",
    ]


def test_a_part_that_outlives_its_cycle_says_nothing_twice() -> None:
    due = MONDAY + timedelta(hours=10)
    case = open_case("B", only("task")).do(c.AddTask("reverse it", "wang", due)).told()
    case.at(AWAKE).tick()
    said = case.reminders("task")
    case.do(s.DISPUTE, by=s.CUSTOMER).later(hours=1).tick()
    assert case.reminders("task") == said == ["task/1/T1@lead", "task/1/T1@manager"][: len(said)]


def test_a_follow_up_of_an_ended_complaint_still_makes_itself_heard() -> None:
    """R35: a hazard outlives the end."""
    case = open_case(policy=only("task")).do(s.triage(signals=s.EMERGENCY)).do(s.WITHDRAW, by=s.CUSTOMER)
    assert case.desk.get(case.id).facts.open_tasks == {"T1"}
    case.later(hours=24).tick()
    assert (case.misses(), case.reminders("lead")) == (["task/1/T1"], ["task/1/T1@lead"])


def test_a_missed_feedback_is_ours_and_not_the_partys() -> None:
    """R23, R28: the party's own time has not come."""
    case = open_case("B", only("feedback", "referral")).do(*_checked())
    case.do(s.refer(feedback_at=MONDAY + timedelta(hours=6))).later(hours=7)
    assert not any(one.refusals for one in case.tick().done)
    assert case.misses() == ["feedback/1/R1"]
    with pytest.raises(Exception, match="party-heard"):
        case.do(s.responsible(party="merchant"))
    case.later(hours=18).tick()
    case.do(s.responsible(party="merchant"))


def _checked() -> tuple[c.Command, ...]:
    return c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "agrees with the ledger")


def test_a_cadence_may_be_started_by_what_meets_it() -> None:
    """It begins anew once, not twice."""
    news = {"starts": ["received", "answered"], "satisfied": ["answered"], "budget": "2h", "renews": True}
    case = (
        open_case("B", Policy.from_data({"clocks": {"mine": {"rule": "ours", **news}}})).later(hours=1).do(s.update())
    )
    assert [run.status for run in case.runs("mine")] == [DeadlineStatus.MET, DeadlineStatus.RUNNING]


def test_what_names_no_time_starts_no_clock_and_no_time_at_all_is_due_at_once() -> None:
    clock = {"rule": "ours", "starts": ["received"], "satisfied": ["closed"], "budget": "0s"}
    case = open_case("B", Policy.from_data({"clocks": {"mine": clock}})).do(s.compensate(arrives=None))
    assert case.status("compensation") is None
    assert (case.run("mine").due, case.run("mine").warnings) == (MONDAY, ())


def test_what_is_due_after_a_closing_that_was_refused_is_done_in_the_same_look() -> None:
    """R33: the request bars the closing, not the word to the manager."""
    case = open_case("B", only("silence", "named_time")).do(c.Resolve("mended", s.OWN)).do(s.PASSED, by=s.WANG)
    case.do(s.notice(next_at=MONDAY + timedelta(hours=73))).delivered()
    case.do(c.Hear(s.HEARD), by=s.CUSTOMER).later(hours=87)  # eight in the morning in Shanghai
    assert [str(done.key) for done in case.tick().done][-3:] == [
        "silence/1/1@close",
        "named_time/1/1@due",
        "named_time/1/1@lead",
    ]
    assert case.tick().done == ()


# ── a question that nobody answers


def test_a_question_that_stays_unanswered_ends_the_complaint_with_its_recourse_told() -> None:
    """R3, R35: by the system, in the customer's language."""
    case = (
        open_case("B", only("unanswered"), customer=Customer("u-17", language="zh"))
        .do(QUESTION)
        .delivered()
        .later(days=14)
    )
    assert [str(done.key) for done in case.tick().done] == ["unanswered/1/Q1@decline"]
    assert case.desk.get(case.id).state == "declined"
    (said,) = case.events("Decline")
    assert "12315" in said["recourse"]
    told = case.desk.customer_view(case.id).told[-1]
    assert said["reason"] in told
    assert said["recourse"] in told


def test_nobody_is_reminded_of_what_a_decline_has_ended() -> None:
    """The breach that was before it goes on record, in the same look."""
    named = s.update(next_at=MONDAY + timedelta(days=14, hours=1))
    case = open_case("B", only("unanswered", "named_time")).do(QUESTION, named).delivered()
    case.later(days=14, hours=2).tick()
    assert case.events("Decline") != []
    assert case.misses("named_time") == ["named_time/1/1"]
    assert case.reminders("named_time") == []


def test_an_answer_or_a_fix_keeps_a_question_from_ending_the_complaint() -> None:
    answered = open_case("B", only("unanswered")).do(QUESTION).delivered().do(c.Answer({"order": "A-1"}), by=s.CUSTOMER)
    mended = open_case("B", only("unanswered")).do(QUESTION, c.Resolve("mended", s.OWN)).delivered()
    for case in (answered, mended):
        case.later(days=15).tick()
        assert case.events("Decline") == []


def test_a_serious_complaint_is_not_declined_without_a_second_person_and_the_owner_is_told_why() -> None:
    case = open_case("A", only("unanswered")).do(QUESTION).delivered().later(days=14)
    (done,) = case.tick().done
    assert [refusal.rule for refusal in done.refusals] == ["second-person"]
    assert case.reminders() == ["unanswered/1/Q1@decline-refused:second-person"]
    assert case.tick().done == ()


def test_a_disputed_decline_is_taken_up_again() -> None:
    """ISO 10002: declined like a solution."""
    case = open_case("B", only("unanswered")).do(QUESTION).delivered().later(days=14)
    case.tick()
    case.do(c.Dispute(s.HEARD), by=s.CUSTOMER).later(days=30).tick()
    assert case.desk.get(case.id).state == "received"
