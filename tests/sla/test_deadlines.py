"""Each default clock: what starts it, how long it runs, what meets it and what does not, what cancels and pauses it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from complaintflow import Actor, Customer, DefinitionError, Lifecycle, Policy, Refused, Said, commands as c
from complaintflow.sla import DeadlineStatus as Status
from complaintflow.vocabulary import Audience, Grade
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case

Step = Callable[[Case], object]
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
VIP = Customer("u-17", tier="vip")
BY_MAIL: dict[str, Any] = {"channel": "email", "customer": Customer("u-17", contact={"email": "u@example.com"})}

QUESTION = c.AskCustomer({"order": "请问您的订单号是多少?"})
TEAM_NEWS = c.Update(Audience.TEAM, done="we ask the bank")


def note(case: Case) -> object:
    return case.do(c.Note("ask the bank"))


def customers_word(case: Case) -> object:
    return case.do(c.Hear(s.HEARD), by=s.CUSTOMER)


def bots_word(case: Case) -> object:
    return case.do(c.AskCustomer({"shop": "哪家店铺?"}), by=Actor.system("bot"))


def handed_off(case: Case) -> object:
    return case.do(s.handoff())


NOTHING_TO_IT = (note, customers_word, bots_word, handed_off)


def does(*commands: c.Command, by: Actor = s.LI) -> Step:
    return lambda case: case.do(*commands, by=by)


def delivers(*commands: c.Command) -> Step:
    return lambda case: case.do(*commands).delivered()


def identified(case: Case) -> Case:
    case.do(c.AddEvidence("identity", "id card", "genuine"))
    return case.do(c.CheckEvidence(f"E{case.desk.get(case.id).facts.evidence}", "genuine"))


def pays(compensation: str) -> Step:
    """Approved, and the money arrived."""
    return lambda case: proves(identified(case).do(c.ApproveCompensation("C1")), compensation)


def proves(case: Case, compensation: str = "") -> Case:
    """Our evidence of the payment is recorded and checked."""
    case.do(c.AddEvidence("payment", "bank", "paid", compensation=compensation))
    return case.do(c.CheckEvidence(f"E{case.desk.get(case.id).facts.evidence}", "in the ledger"))


MODEL = Actor.machine("model", {"agent"})
"""A machine that this house lets speak: it is no person (R2)."""
PAID = c.AddEvidence("payment", "bank", "paid for something else")
EVIDENCE = c.AddEvidence("log", "gateway", "two captures at 10:02")
CHECKED = (EVIDENCE, c.CheckEvidence("E1", "agrees with the ledger"))
CAUSE = (EVIDENCE, c.FindCause("a retry", "E1"))
CALL = c.Call("apologise, explain", "will send a picture")

HEARD = does(c.Hear(s.HEARD))

Promise = tuple[str, str, dict[str, Any], Step | None, timedelta | None, Step, tuple[Step, ...]]
CLOCKS: list[Promise] = [
    # clock, grade, intake, what starts it, how long, what meets it, what else does not
    ("first_response_instant", "", {}, None, timedelta(seconds=60), does(s.acknowledge(), by=s.SYSTEM), ()),
    (
        "first_response_vip",
        "",
        {"customer": VIP},
        None,
        timedelta(seconds=30),
        does(s.acknowledge()),
        (does(s.acknowledge("the bot"), by=s.SYSTEM), does(s.acknowledge("the model"), by=MODEL)),
    ),
    (
        "first_response",
        "",
        BY_MAIL,
        None,
        DAY,
        does(s.acknowledge()),
        (does(s.acknowledge("the bot"), by=s.SYSTEM), does(s.acknowledge("the model"), by=MODEL)),
    ),
    ("next_response", "B", BY_MAIL, HEARD, DAY, does(s.update()), (HEARD, does(s.acknowledge(), by=s.SYSTEM))),
    ("next_response_instant", "B", {}, HEARD, HOUR / 4, does(CALL), (does(TEAM_NEWS), does(EVIDENCE))),
    ("next_response_instant", "B", {}, does(c.Note("x", "?")), HOUR / 4, does(c.NoReplyNeeded("spam")), (HEARD,)),
    ("next_response_vip", "B", {"customer": VIP}, HEARD, HOUR / 12, does(s.update()), (does(c.Note("x")),)),
    ("mitigation", "E", {}, None, HOUR / 2, does(c.Mitigate("a second gateway")), (does(*CAUSE),)),
    ("mitigation", "E", {}, None, HOUR / 2, does(c.Resolve("mended", s.OWN)), ()),
    ("cause", "A", {}, None, 4 * HOUR, does(*CAUSE), (does(c.Mitigate("a second gateway")),)),
    ("closure", "B", {}, None, DAY, Case.told, (does(s.update()), delivers(s.update("again")))),
    ("direction", "C", {}, None, 72 * HOUR, delivers(s.update()), (delivers(TEAM_NEWS), does(s.update("again")))),
    ("direction", "C", {}, None, 72 * HOUR, delivers(*CHECKED, s.plan()), (delivers(QUESTION),)),
    ("review", "B", {}, None, DAY, does(s.REVIEW), (does(EVIDENCE), does(CALL))),
    ("review", "B", {}, None, DAY, does(c.Mitigate("a second gateway")), ()),
    ("answer", "B", {}, delivers(QUESTION), 3 * DAY, does(c.Answer({"order": "A-1"}), by=s.CUSTOMER), (does(CALL),)),
    ("answer", "B", {}, delivers(QUESTION), 3 * DAY, does(c.Answer({"order": "A-1", "x": "y"}), by=s.CUSTOMER), ()),
    ("agreement", "B", {}, does(*CHECKED, s.propose()), 3 * DAY, does(c.Agree("O1", s.HEARD)), ()),
    ("agreement", "B", {}, does(*CHECKED, s.propose()), 3 * DAY, does(c.Object("the money", s.HEARD)), ()),
    ("referral", "B", {}, does(s.refer()), DAY, does(c.PartyReply("R1", "one only")), (does(s.update()),)),
    ("feedback", "B", {}, does(s.refer()), DAY, does(s.update()), (does(c.PartyReply("R1", "one only")),)),
    ("named_time", "B", {}, does(s.acknowledge(), by=s.SYSTEM), 365 * DAY, does(CALL), ()),
    ("task", "B", {}, does(s.TASK), 365 * DAY, does(c.FinishTask("T1", s.OWN)), (does(s.update()),)),
    ("task", "B", {}, does(s.TASK), 365 * DAY, does(c.CancelTask("T1", "done by the bank")), ()),
    (
        "plan",
        "B",
        {},
        does(*CHECKED, s.plan()),
        60 * DAY,
        delivers(s.update(plan_kept=True)),
        (does(s.update("x", plan_kept=True)),),
    ),
    ("call_first", "A", {}, None, HOUR, does(CALL), (does(s.update()),)),
    ("call_first", "E", {}, None, HOUR / 4, does(CALL), ()),
    ("compensation", "B", {}, does(s.compensate()), 365 * DAY, pays("C1"), (does(EVIDENCE), does(PAID))),
]


@pytest.mark.parametrize("promise", CLOCKS, ids=lambda promise: f"{promise[0]}-{promise[1]}")
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_clock_starts_runs_and_is_met_by_the_right_thing_only(promise: Promise) -> None:
    name, grade, intake, starts, length, meets, others = promise
    case = open_case(grade, **intake)
    if starts:
        assert case.status(name) is None
        starts(case)
    before = case.runs(name)[0]
    assert (before.status, before.due) == (Status.RUNNING, MONDAY + (length or timedelta(0)))
    for other in (*NOTHING_TO_IT, *others) if grade else others:
        other(case.later(seconds=1))
        assert case.runs(name)[0] == before, other
    case.later(seconds=1)
    meets(case)
    after = case.runs(name)[0]
    assert (after.status, after.ended, after.due, after.late) == (
        Status.MET,
        case.clock.now,
        before.due,
        False,
    )


def test_what_comes_at_the_due_instant_is_in_time_and_what_is_not_there_then_is_late() -> None:
    case = open_case("A").later(hours=4)
    assert case.status("cause") == Status.BREACHED
    case.do(*CAUSE)
    assert (case.status("cause"), case.run("cause").late) == (Status.MET, False)
    late = open_case("A").later(hours=4, microseconds=1).do(*CAUSE)
    assert (late.status("cause"), late.run("cause").late) == (Status.MET, True)


def test_every_default_clock_is_in_a_test_here() -> None:
    here = {promise[0] for promise in CLOCKS} | {
        "customer_news",
        "third_party_news",
        "stakeholder_news",
        "daily_progress",
    }
    assert here | {"silence", "review_decision", "unanswered"} == set(Policy().clocks)


# ── cadences


@pytest.mark.parametrize(("grade", "hours"), [("E", 2), ("A", 6), ("B", 24), ("C", 72)])
def test_the_customer_hears_at_the_cadence_of_the_grade(grade: str, hours: int) -> None:
    """R15: from each word of ours the next one."""
    case = open_case(grade)
    for about in ("one", "two", "three"):
        assert case.due("customer_news") == timedelta(hours=hours)
        case.later(hours=1).do(s.update(about))
    assert [run.status for run in case.runs("customer_news")] == [*[Status.MET] * 3, Status.RUNNING]
    case.told()
    assert case.status("customer_news") == Status.CANCELLED
    case.do(s.FAILED, by=s.WANG)
    assert (case.status("customer_news"), case.run("customer_news").start) == (
        Status.RUNNING,
        case.clock.now,
    )


def test_while_a_party_works_the_customer_hears_every_six_hours() -> None:
    """R28: from the first request on; a second one gives no more time, and with the last answer it ends."""
    case = open_case("B").do(s.refer())
    assert case.due("third_party_news") == timedelta(hours=6)
    case.later(hours=5).do(s.refer())
    assert case.run("third_party_news").start == MONDAY
    case.later(minutes=30).do(s.update())
    assert case.run("third_party_news").due == case.clock.now + timedelta(hours=6)
    case.do(c.PartyReply("R1", "one only"))
    assert case.status("third_party_news") == Status.RUNNING
    case.do(c.PartyReply("R2", "one only"))
    assert case.status("third_party_news") == Status.MET
    case.later(hours=1).do(s.refer(expected_by=s.LATER, feedback_at=s.LATER))
    assert case.run("third_party_news").start == case.clock.now


def test_stakeholders_hear_every_day_and_a_new_one_delays_nothing() -> None:
    case = open_case("B").do(c.Watch("zhou", "business_lead")).later(hours=20).do(c.Watch("sun", "technical_lead"))
    assert case.run("stakeholder_news").due == MONDAY + timedelta(days=1)
    case.do(c.Update(Audience.STAKEHOLDERS, done="we ask the bank"))
    assert case.run("stakeholder_news").due == case.clock.now + timedelta(days=1)


def shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.mark.parametrize(("calendar", "next_day"), [("always", 7), ("office", 9)])
def test_progress_is_recorded_by_ten_each_day_or_each_working_day(calendar: str, next_day: int) -> None:
    """R29: who is early is not asked twice; a weekend counts unless the policy says working days."""
    case = open_case("B", Policy.from_data({"clocks": {"daily_progress": {"calendar": calendar}}}))
    assert case.run("daily_progress").due == shanghai(3, 10)
    case.at(shanghai(3, 9, 30)).do(TEAM_NEWS)
    assert case.run("daily_progress").due == shanghai(4, 10)
    case.at(shanghai(3, 9, 45)).do(c.Update(Audience.TEAM, done="the bank again"))
    assert case.run("daily_progress").due == shanghai(4, 10)
    for day in (4, 5):
        case.at(shanghai(day, 9)).do(c.Update(Audience.TEAM, done=f"news of day {day}"))
    case.at(shanghai(6, 9)).do(s.TASK, c.FinishTask("T1", s.OWN))
    assert case.run("daily_progress").due == shanghai(next_day, 10)
    assert {run.status for run in case.runs("daily_progress")[:-1]} == {Status.MET}


PAYMENTS, ENGINEERING, RISK = (Actor(f"of {team}", {"agent"}, team) for team in ("payments", "engineering", "risk"))


def progress(case: Case, by: Actor, text: str = "the bank is asked") -> Case:
    return case.do(c.Update(Audience.TEAM, done=f"{text} {case.clock.now}"), by=by)


def dues(case: Case) -> dict[str, datetime | None]:
    """Each collaborating team's next progress."""
    running = (run for run in case.runs("daily_progress") if run.status is Status.RUNNING)
    return {run.key.part: run.due for run in running}


def test_each_collaborating_team_owes_its_own_progress() -> None:
    """R29: the one that holds it, and those with a task in it."""
    case = open_case("B").do(c.AddTask("read the log", "wang", s.LATER, "engineering"))
    assert dues(case) == dict.fromkeys(("payments", "engineering"), shanghai(3, 10))
    progress(case.at(shanghai(3, 9)), PAYMENTS)
    assert dues(case) == {"payments": shanghai(4, 10), "engineering": shanghai(3, 10)}
    progress(case, RISK)
    assert dues(case) == {"payments": shanghai(4, 10), "engineering": shanghai(3, 10)}
    case.do(c.FinishTask("T1", s.OWN), by=ENGINEERING)
    assert dues(case) == {"payments": shanghai(4, 10)}


def test_a_team_without_its_progress_is_late_alone() -> None:
    case = open_case("B").do(c.AddTask("read the log", "wang", s.LATER, "engineering"))
    progress(case.at(shanghai(3, 9)), PAYMENTS)
    case.at(shanghai(3, 11)).tick()
    assert case.misses("daily_progress") == ["daily_progress/1/engineering/2"]
    assert dues(case) == dict.fromkeys(("payments", "engineering"), shanghai(4, 10))


def test_a_handoff_ends_the_duty_of_one_team_and_begins_that_of_another() -> None:
    case = open_case("B").do(s.handoff("engineering", no_material_because="none exists"))
    assert dues(case) == {"engineering": shanghai(3, 10)}
    assert {run.status for run in case.runs("daily_progress")} == {Status.RUNNING, Status.CANCELLED}


def test_an_actor_without_a_team_speaks_for_the_one_that_holds_it() -> None:
    case = open_case("B")
    progress(case.at(shanghai(3, 9)), Actor("a freelancer", {"agent"}))
    assert dues(case) == {"payments": shanghai(4, 10)}
    progress(case.at(shanghai(4, 9)), Actor.system("bot"))
    assert dues(case) == {"payments": shanghai(4, 10)}


def test_progress_is_owed_again_after_a_reopening_and_not_while_it_is_closed() -> None:
    case = open_case("B").told().do(s.CONFIRM).do(c.Close())
    assert dues(case) == {}
    case.do(c.Reopen("the second payment is back"), by=s.CUSTOMER)
    assert dues(case) == {"payments": shanghai(3, 10)}
    assert case.run("daily_progress").key.cycle == 2


def test_a_payment_proves_the_compensation_that_it_names() -> None:
    """R26a: not every one that is open."""
    case = identified(open_case("B")).do(s.compensate(), s.compensate(kind="points"))
    case.do(c.ApproveCompensation("C1"), c.ApproveCompensation("C2"))
    proves(case, "C2")
    assert [run.status for run in case.runs("compensation")] == [Status.RUNNING, Status.MET]
    proves(case)
    assert [run.status for run in case.runs("compensation")] == [Status.MET, Status.MET]


def test_a_team_that_told_its_progress_early_and_left_owes_none_tomorrow() -> None:
    """R29: its next period has not begun when it leaves, and never does."""
    case = (
        open_case("A").later(hours=1).do(TEAM_NEWS).later(hours=1).do(s.handoff("service", no_material_because="none"))
    )
    assert [run.status for run in case.runs("daily_progress") if run.key.part == "payments"][1:] == [Status.CANCELLED]
    case.later(days=3).tick()
    assert not [key for key in case.misses("daily_progress") if "/payments/" in key]


def test_the_review_that_was_called_asks_daily_for_its_decision() -> None:
    """R30: until somebody records it."""
    case = open_case("B").later(days=1)
    case.tick()
    assert case.due("review_decision") == DAY
    case.later(days=1).tick()
    assert case.misses("review_decision") == ["review_decision/1/1"]
    case.do(s.REVIEW)
    assert {run.status for run in case.runs("review_decision")} == {Status.BREACHED, Status.MET}


def test_an_escalation_calls_the_review_at_once() -> None:
    """R30, R34: else the third dispute waits another day for anybody to look at it."""
    case = open_case("B").do(c.Escalate("the customer says so for the third time"))
    assert case.due("review_decision") == DAY
    assert open_case("B").do(*CHECKED, c.FindCause("a retry", "E1"), c.Escalate("again")).runs("review_decision") == []


@pytest.mark.parametrize("kind", ["breakthrough", "end"])
def test_a_review_that_nobody_needs_any_more_calls_for_no_decision(kind: str) -> None:
    """R30: somebody was faster than the tick that puts the missed review on record."""
    case = open_case("B").do(*CHECKED).later(days=1, hours=1)
    case.do(c.FindCause("a retry", "E1") if kind == "breakthrough" else s.WITHDRAW).later(hours=1).tick()
    assert case.misses("review") == ["review/1/1"]
    assert case.runs("review_decision") == []


def test_a_call_is_owed_from_when_it_became_serious() -> None:
    """R21: not from when it came in."""
    case = open_case("B").later(hours=9)
    assert case.status("call_first") is None
    case.do(c.Regrade(Grade.A, "many are concerned"))
    assert case.run("call_first").due == case.clock.now + HOUR


def test_no_call_is_owed_of_what_becomes_serious_after_its_end() -> None:
    """R21, R33: the words that made it so are answered, and no clock nags what the customer has ended."""
    case = open_case("B", customer=Customer("u-17", tier="vip")).later(hours=1).do(s.WITHDRAW)
    for number in range(9):
        case.later(hours=1).do(c.Hear(Said(f"it is back ({number})", s.HEARD.via, f"call-{number}", "li")))
    assert case.desk.get(case.id).grade == Grade.A
    assert case.status("call_first") is None
    assert case.status("next_response_vip") is Status.BREACHED


# ── every time that is named


def test_every_time_named_to_the_customer_stands_until_a_person_speaks() -> None:
    """R26a: an automatic word names another one, and takes none back."""
    case = open_case("B").do(s.acknowledge("we look", next_at=MONDAY + HOUR), by=s.SYSTEM)
    case.do(s.acknowledge("we ask now", next_at=MONDAY + 9 * HOUR), by=s.SYSTEM)
    assert [run.due for run in case.runs("named_time")] == [MONDAY + HOUR, MONDAY + 9 * HOUR]
    case.do(s.update(next_at=MONDAY + 2 * HOUR))
    statuses = [run.status for run in case.runs("named_time")]
    assert sorted(statuses) == [Status.MET, Status.MET, Status.RUNNING]
    case.do(c.Update(Audience.TEAM, done="we ask now", next_at=MONDAY + 3 * HOUR))
    assert len(case.runs("named_time")) == 3


def test_a_new_plan_takes_the_place_of_the_old_one() -> None:
    case = open_case("C").do(*CHECKED, s.plan())
    case.do(s.plan("new", expected_by=MONDAY + 90 * DAY))
    assert [run.status for run in case.runs("plan")] == [Status.CANCELLED, Status.RUNNING]


# ── grades, handoffs, cycles


def test_a_new_grade_derives_anew_and_restarts_nothing() -> None:
    """R9: counted from the beginning of the cycle."""
    case = open_case("B").later(hours=3).do(s.regrade("A", "more than we thought"))
    assert (case.status("closure"), case.run("cause").due) == (None, MONDAY + 4 * HOUR)
    assert case.run("customer_news").due == MONDAY + 6 * HOUR
    case.do(s.regrade("E", "worse")).do(s.handoff())
    assert (case.status("cause"), case.run("mitigation").due) == (None, MONDAY + HOUR / 2)


@pytest.mark.parametrize("looked", [True, False])
def test_a_lower_grade_takes_no_breach_back(looked: bool) -> None:
    """On record or not yet: what was late then stays late, with its due time."""
    case = open_case("E").later(minutes=40)
    if looked:
        case.tick()
    case.do(s.regrade("A", "it is one customer"), by=s.LEAD)
    for _ in range(2):
        run = case.run("mitigation")
        assert (run.status, run.late, run.due) == (Status.CANCELLED, True, MONDAY + HOUR / 2)
        case.later(hours=1).tick()
        assert case.misses("mitigation") == ["mitigation/1/1"]
    assert case.reminders("mitigation/1/1@manager") == []


def test_what_was_late_at_a_shorter_cadence_stays_late_at_a_longer_one() -> None:
    case = open_case("E").later(hours=3).do(s.regrade("B", "a mistake"), by=s.LEAD)
    assert case.run("customer_news").late
    case.tick()
    assert case.misses("customer_news") == ["customer_news/1/1"]
    assert case.run("customer_news").due == MONDAY + 26 * HOUR


def test_a_dispute_begins_new_clocks_and_leaves_those_of_the_parts() -> None:
    """R34: the keys carry the cycle."""
    case = open_case("B").do(s.TASK).told().later(hours=1).do(s.DISPUTE, by=s.CUSTOMER)
    assert (str(case.run("closure").key), case.run("closure").start) == ("closure/2/2", case.clock.now)
    assert (str(case.run("task").key), case.run("silence").status) == ("task/1/T1", Status.CANCELLED)


# ── ends


def test_with_the_end_clocks_end_but_for_what_is_still_owed() -> None:
    """A task, a plan and a compensation go on after closing; they may be kept then."""
    case = open_case("C").do(*CHECKED, s.compensate(), c.RefuseCompensation("C1", "no"), s.plan()).delivered()
    case.do(c.Close()).do(c.AddTask("look again", "wang", s.LATER), by=s.SYSTEM)
    running = {one.deadline.clock for one in case.desk.explain(case.id) if one.deadline.status == Status.RUNNING}
    assert running == {"plan", "task"}
    paid = open_case("B").do(
        s.compensate(), c.AddEvidence("identity", "card", "agrees"), c.CheckEvidence("E1", "genuine")
    )
    paid.do(c.ApproveCompensation("C1")).told().do(s.CONFIRM, by=s.CUSTOMER).do(c.Close())
    assert paid.status("compensation") == Status.RUNNING
    assert proves(paid).status("compensation") == Status.MET


def test_what_a_merged_complaint_owes_is_watched_on() -> None:
    """R26a: the promised money is late whether two complaints are one or not."""
    case = identified(open_case("B")).do(s.compensate(arrives=MONDAY + DAY), s.TASK, c.ApproveCompensation("C1"))
    target = case.desk.receive(s.receive(order="A-9"), by=s.SYSTEM).id
    case.do(c.Merge(target))
    running = {one.deadline.clock for one in case.desk.explain(case.id) if one.deadline.status == Status.RUNNING}
    assert running == {"compensation"}
    case.later(days=2).tick()
    assert case.misses() == ["compensation/1/C1"]
    assert proves(case).status("compensation") == Status.MET


def test_money_that_was_approved_is_owed_to_who_withdraws() -> None:
    case = identified(open_case("B")).do(s.compensate(), s.compensate(kind="points"), c.ApproveCompensation("C1"))
    case.do(s.WITHDRAW, by=s.CUSTOMER)
    assert [run.status for run in case.runs("compensation")] == [Status.RUNNING, Status.CANCELLED]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (s.update("news", next_at=MONDAY + DAY / 2), True),
        (c.Call("news", "told the customer"), True),
        (c.Call("news", "nobody picked up", answered=False), False),
        (s.update("news", audience=Audience.TEAM), False),
        (c.Note("nothing new"), False),
    ],
)
def test_the_time_that_a_merged_complaint_named_lives_on_unless_it_was_kept(said: c.Command, kept: bool) -> None:
    """R26a: what was answered before the merge is not asked for again."""
    case = open_case("B").do(s.acknowledge(next_at=MONDAY + DAY)).do(said).later(hours=13)
    target = case.desk.receive(s.receive(order="A-9"), by=s.SYSTEM).id
    case.do(c.Merge(target))
    (absorbed,) = [event for event in case.desk.history(target) if event.kind == "Absorb"]
    assert ("next_at" not in absorbed.data) == kept


def test_a_withdrawn_or_archived_complaint_owes_nothing_but_its_tasks() -> None:
    case = open_case("C").do(*CHECKED, s.plan(), s.compensate(), s.TASK).do(s.WITHDRAW, by=s.CUSTOMER)
    running = {one.deadline.clock for one in case.desk.explain(case.id) if one.deadline.status == Status.RUNNING}
    assert running == {"task"}
    case.do(c.CancelTask("T1", "not needed"), c.RefuseCompensation("C1", "withdrawn"), s.LABEL).delivered().do(
        c.Archive()
    )
    assert not {one.deadline.status for one in case.desk.explain(case.id)} & {
        Status.RUNNING,
        Status.BREACHED,
    }


def test_the_clocks_of_a_merged_complaint_stop_and_come_back() -> None:
    """R35: as they were."""
    case = open_case("A").do(s.TASK)
    before = [one.deadline for one in case.desk.explain(case.id)]
    other = case.desk.receive(s.receive(), by=s.SYSTEM)
    case.later(minutes=1).do(c.Merge(other.id))
    assert {one.deadline.status for one in case.desk.explain(case.id)} == {Status.CANCELLED}
    case.later(hours=9).tick()
    assert (case.misses(), case.reminders()) == ([], [])
    case.do(c.Unmerge()).at(MONDAY)
    assert [one.deadline for one in case.desk.explain(case.id)] == before


def test_what_came_due_while_it_was_merged_is_late_when_it_is_taken_apart() -> None:
    """R35: the merge was a mistake, and the customer waited all the same."""
    case = open_case("A")
    other = case.desk.receive(s.receive(), by=s.SYSTEM)
    case.later(minutes=1).do(c.Merge(other.id)).later(hours=9).do(c.Unmerge())
    assert (case.status("cause"), case.run("cause").due) == (Status.BREACHED, MONDAY + 4 * HOUR)


# ── pauses


def paused(case: Case, **span: float) -> Case:
    return case.do(QUESTION, s.pause("customer")).later(**span)


def test_a_pause_keeps_a_clock_open_and_then_moves_it_by_the_time_it_took() -> None:
    case = paused(open_case("A").later(hours=1), hours=10)
    assert (case.status("cause"), case.run("cause").due) == (Status.PAUSED, None)
    case.do(c.Answer({"order": "A-1"}), by=s.CUSTOMER)
    assert case.run("cause").due == MONDAY + 14 * HOUR
    assert case.run("cause").warnings == (MONDAY + 12 * HOUR, MONDAY + timedelta(hours=13.2))
    (pause,) = case.run("cause").pauses
    assert (pause.since, pause.until, pause.party) == (MONDAY + HOUR, MONDAY + 11 * HOUR, "customer")


@pytest.mark.parametrize("name", ["first_response_instant", "answer", "task", "named_time", "daily_progress"])
def test_a_pause_moves_no_time_that_was_named_and_no_clock_without_pauses(name: str) -> None:
    case = open_case("B").do(QUESTION, s.TASK).do(s.acknowledge(), by=s.SYSTEM).delivered()
    before = case.run(name)
    case.do(s.pause("customer")).later(minutes=1).do(c.Resume())
    assert (case.run(name).due, case.run(name).pauses) == (before.due, ())


def test_pauses_dated_back_are_counted_once_and_from_the_start() -> None:
    case = open_case("A").do(QUESTION).later(hours=1)
    case.do(s.pause("customer", since=MONDAY)).later(minutes=30).do(c.Resume())
    case.do(s.pause("customer", since=MONDAY)).later(minutes=30).do(c.Resume())
    assert case.run("cause").due == MONDAY + 6 * HOUR
    assert len(case.run("cause").pauses) == 2


def test_what_comes_after_the_due_time_pauses_nothing() -> None:
    case = open_case("A").later(hours=5).do(QUESTION, s.pause("customer")).later(hours=1)
    assert (case.status("cause"), case.run("cause").due) == (Status.BREACHED, MONDAY + 4 * HOUR)


@pytest.mark.parametrize("looked", [True, False])
def test_a_pause_dated_back_takes_back_no_breach_whether_somebody_looked_or_not(looked: bool) -> None:
    """R3."""
    case = open_case("A").do(QUESTION).later(hours=5)
    if looked:
        case.tick()
    case.do(s.pause("customer", since=MONDAY + 3 * HOUR)).do(c.Resume())
    assert (case.status("cause"), case.run("cause").due) == (Status.BREACHED, MONDAY + 4 * HOUR)
    case.tick()
    assert case.misses("cause") == ["cause/1/1"]


def test_a_pause_dated_back_takes_nothing_from_what_had_ended_late() -> None:
    case = open_case("A").do(QUESTION).later(hours=5).do(*CHECKED, c.FindCause("a retry", "E1"))
    case.do(s.pause("customer", since=MONDAY + HOUR))
    assert (case.status("cause"), case.run("cause").late, case.run("cause").pauses) == (Status.MET, True, ())


@pytest.mark.parametrize(
    ("asked", "party"),
    [((QUESTION,), "customer"), ((s.refer(),), "party"), ((*CHECKED, s.propose()), "customer")],
)
def test_a_pause_begins_no_earlier_than_something_was_asked(asked: tuple[c.Command, ...], party: str) -> None:
    """R3: of the customer, of a party, or whether they agree."""
    case = open_case("A").later(hours=2).do(*asked).later(hours=1)
    with pytest.raises(Refused) as refused:
        case.do(s.pause(party, since=MONDAY + HOUR))
    assert [refusal.rule for refusal in refused.value.refusals] == ["clock-can-stop"]
    assert f"2026-03-02 11:00 UTC, when the {party} was asked" in refused.value.refusals[0].in_language("en").why
    case.do(s.pause(party, since=MONDAY + 2 * HOUR))


@pytest.mark.parametrize(
    ("budget", "calendar", "stands_at"),
    [("1h", "office", shanghai(2, 18)), ("1 working day", "office", shanghai(3, 19)), ("1h", "always", MONDAY)],
)
def test_a_pause_that_took_no_open_time_moves_nothing(budget: str, calendar: str, stands_at: datetime) -> None:
    """What is due at closing stays due at closing."""
    house = {"clocks": {"cause": {"calendar": calendar, "budget": budget}}}
    case = open_case("A", Policy.from_data(house)).do(QUESTION)
    due = case.run("cause").due
    case.at(stands_at).do(s.pause("customer"))
    case.later(hours=0 if calendar == "always" else 1).do(c.Resume())
    assert case.run("cause").due == due


def test_while_a_party_is_waited_for_the_customer_still_hears() -> None:
    """R28, R15, R21: the pause is for what cannot go on meanwhile."""
    case = open_case("A").do(s.refer(), c.Watch("zhou", "business_lead"), s.pause("party")).later(hours=7)
    for name, hours in (("third_party_news", 6), ("stakeholder_news", 24), ("call_first", 1)):
        assert case.run(name).due == MONDAY + hours * HOUR
    assert case.status("cause") == Status.PAUSED


def test_a_clock_without_a_time_for_the_grade_asks_for_nothing() -> None:
    rule = {"rule": "ours", "starts": ["triaged"], "satisfied": ["closed"], "by_grade": {"E": "1h"}}
    case = open_case("B", Policy.from_data({"clocks": {"hers": rule}}))
    assert case.status("hers") == Status.CANCELLED
    case.do(s.regrade("E", "now everybody"))
    assert case.due("hers") == HOUR


# ── clocks that do not agree


def test_what_was_done_counts_though_the_clock_went_back() -> None:
    """R2, R3, R9, R27: the history's order says what came first."""
    case = open_case("A").do(QUESTION, s.TASK).delivered().later(seconds=-0.025)
    case.do(s.acknowledge("we saw it"), by=s.SYSTEM).do(
        c.FinishTask("T1", s.OWN), *CHECKED, c.FindCause("a retry", "E1")
    )
    case.do(c.Answer({"order": "A-1"}), by=s.CUSTOMER).do(c.Call("apologise", "will send a picture"))
    for name in ("first_response_instant", "task", "cause", "answer", "unanswered", "call_first"):
        run = case.run(name)
        assert (name, run.status, run.late, run.ended) == (name, Status.MET, False, MONDAY)
    case.later(days=30).tick()
    assert case.desk.get(case.id).state != "declined"
    assert not {"first_response_instant", "task", "cause", "call_first"} & {key.split("/")[0] for key in case.misses()}


def test_a_notice_that_a_clock_behind_saw_delivered_was_delivered() -> None:
    case = open_case("B").do(*CHECKED, c.Resolve("mended", s.OWN)).do(s.PASSED, by=s.WANG).do(s.notice())
    case.later(seconds=-2).delivered()
    assert case.status("closure") == Status.MET


def test_a_notice_that_arrives_after_the_end_starts_no_silence() -> None:
    case = open_case("B").do(*CHECKED, c.Resolve("mended", s.OWN)).do(s.PASSED, by=s.WANG).do(s.notice())
    case.do(s.CONFIRM).do(c.Close()).later(hours=1).delivered()
    assert case.status("silence") is None


def test_a_party_a_proposal_and_a_new_cycle_end_their_pauses() -> None:
    party = open_case("A").do(s.refer(), s.pause("party")).later(hours=1).do(c.PartyReply("R1", "one only"))
    assert party.due("cause") == 5 * HOUR
    offer = open_case("A").do(*CHECKED, s.propose(), s.pause("customer")).later(hours=1).do(c.Agree("O1", s.HEARD))
    assert offer.due("cause") == 5 * HOUR
    again = paused(open_case("B").told(), hours=1).do(s.DISPUTE, by=s.CUSTOMER)
    assert (again.status("closure"), again.run("closure").pauses) == (Status.RUNNING, ())


def test_what_the_customer_owes_is_no_longer_owed_without_an_offer() -> None:
    """R25: it was mended all the same, by an authority's leave."""
    rule = "agreement-before-action"
    case = open_case("B", Policy(overridable=frozenset({rule}))).do(*CHECKED, s.propose())
    case.do(c.Override(rule, "the owner is away"), by=s.MANAGER).do(s.RESOLVE)
    assert case.status("agreement") == Status.CANCELLED


# ── budgets


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize(
    ("budget", "calendar", "due"),
    [
        ("2 working days", "office", shanghai(4, 18)),
        ("2 days", "always", shanghai(4, 0) + DAY),
        ("1 week", "office", shanghai(9, 18)),
        ("1 month", "office", datetime(2026, 4, 2, 10, tzinfo=UTC)),
        ("90min", "office", shanghai(3, 9, 30)),
        ("daily 10:00", "office", shanghai(3, 10)),
        ("daily 18:30", "office", shanghai(2, 18, 30)),
        ("promises.review_after", "always", MONDAY + DAY),
        ("closing.silent_after", "always", MONDAY + 3 * DAY),
    ],
)
def test_a_budget_of_each_kind(budget: str, calendar: str, due: datetime) -> None:
    """It is Monday, 17:00 in Shanghai."""
    clock = {"rule": "ours", "starts": ["received"], "satisfied": ["closed"], "budget": budget, "calendar": calendar}
    assert open_case(policy=Policy.from_data({"clocks": {"mine": clock}})).run("mine").due == due


# ── what cannot be kept is not configured


MINE: dict[str, Any] = {"rule": "ours", "starts": ["triaged"], "satisfied": ["closed"], "budget": "2h"}


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"clocks": {"cause": {"satisfied": ["FoundCause"]}}}, "clocks.cause.satisfied"),
        ({"clocks": {"cause": {"starts": ["begin"]}}}, "clocks.cause.starts"),
        ({"clocks": {"cause": {"cancelled": ["never"]}}}, "clocks.cause.cancelled"),
        ({"clocks": {"cause": {"only": ["grade X"]}}}, "clocks.cause.only"),
        ({"clocks": {"cause": {"calendar": "moon"}}}, "clocks.cause.calendar"),
        ({"clocks": {"cause": {"budget": "promises.high_cause"}}}, "clocks.cause.budget"),
        ({"clocks": {"cause": {"budget": ""}}}, "clocks.cause"),
        ({"clocks": {"cause": {"named": "due"}}}, "clocks.cause"),
        ({"clocks": {"task": {"named": "someday"}}}, "clocks.task.named"),
        ({"clocks": {"task": {"each": "step"}}}, "clocks.task.each"),
        ({"clocks": {"task": {"renews": True}}}, "clocks.task.renews"),
        ({"clocks": {"customer_news": {"by_grade": {"X": "2h"}}}}, "clocks.customer_news.by_grade"),
        ({"clocks": {"customer_news": {"by_grade": {"E": "5s"}}}}, "clocks.customer_news.by_grade.E"),
        ({"awake": "moon"}, "awake"),
        ({"calendars": {"office": {"zone": "Mars/Olympus"}}}, "calendars.office.zone"),
        ({"zone": "Asia/Beijing"}, "zone"),
        ({"calendars": {"office": {"shifts": {"someday": ["09:00-12:00"]}}}}, "calendars.office.shifts"),
        ({"calendars": {"office": {"breaks": {"2026-03-32": ["09:00-12:00"]}}}}, "calendars.office.breaks"),
        ({"calendars": {"office": {"hours": {"fri": ["9-15"]}}}}, "calendars.office.hours.fri[0]"),
        ({"calendars": {"office": {"shifts": {"2026-02-14": ["9-15"]}}}}, "calendars.office.shifts.2026-02-14[0]"),
        ({"calendars": {"office": {"hours": {"fri": ["09:00-12:00", "11:00-15:00"]}}}}, "calendars.office.hours.fri"),
        ({"calendars": {"always": {"hours": {"fri": ["09:00-15:00"]}}}}, "calendars.always"),
        ({"escalation": [{"name": "x", "after": 0, "tells": ["lead"]}] * 2}, "escalation"),
        ({"escalation": [{"name": "warn1", "after": 0, "tells": ["lead"]}]}, "escalation[0].name"),
        ({"escalation": [{"name": "due", "after": 0, "tells": ["lead"]}]}, "escalation[0].name"),
        ({"escalation": [{"name": "lead/two", "after": 0, "tells": ["lead"]}]}, "escalation[0].name"),
        ({"clocks": {"a/b": MINE}}, "clocks.a/b"),
        ({"clocks": {"mine": {**MINE, "starts": []}}}, "clocks.mine.starts"),
        ({"clocks": {"mine": {**MINE, "tells": []}}}, "clocks.mine.tells"),
        ({"clocks": {"mine": {**MINE, "tells": ["owner", "customer"]}}}, "clocks.mine.tells"),
        ({"clocks": {"mine": {**MINE, "then": "close"}}}, "clocks.mine.then"),
        ({"clocks": {"mine": {**MINE, "then": "decline", "tells": ["customer"]}}}, "clocks.mine.then"),
        ({"clocks": {"silence": {"budget": "48h"}}}, "clocks.silence.then"),
        ({"clocks": {"mine": {**MINE, "each": "task"}}}, "clocks.mine.starts"),
        ({"clocks": {"mine": {**MINE, "budget": "0 days", "renews": True}}}, "clocks.mine.budget"),
        ({"clocks": {"mine": {**MINE, "budget": "0 working days", "renews": True}}}, "clocks.mine.budget"),
    ],
)
def test_a_clock_that_nobody_could_keep_is_refused_by_its_name(data: dict[str, Any], path: str) -> None:
    with pytest.raises(DefinitionError) as wrong:
        Lifecycle.default(Policy.from_data(data))
    assert [problem.path for problem in wrong.value.problems] == [path]


def test_every_promise_of_a_grade_has_its_clock() -> None:
    only = {name for rule in Policy().clocks.values() for name in rule.only}
    assert {f"grade {grade}" for grade in Grade} <= only
