"""The paths of the design, each a sentence: what leads where, and what bars the way.

Every test here takes a lifecycle, so that `test_mutants` can tell the same stories to a changed one.
"""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

from complaintflow import Complaint, Lifecycle, Said, commands as c
from complaintflow.values import Action, CallPlan
from complaintflow.vocabulary import Audience, Grade, State, Touches
from tests import stories as s

CALM = {"type": "inquiry", "area": "membership"}
KNOWN = c.Verify(True, "knowledge", "KB-12")
ACTION = Action("a key for each capture", "wang", s.LATER.date(), "product")
LESSON = c.Retrospect(("paid twice", "a retry", "no key"), "told early", "no contact", (ACTION,))


def test_the_happy_path_leads_from_intake_to_the_archive(lifecycle: Lifecycle) -> None:
    """R32, R33, R37: received, triaged, investigated, agreed, fixed, verified, told, confirmed, closed, archived."""
    story = s.executing(lifecycle).do(s.responsible(), s.TASK)
    assert story.state == "executing"
    story = story.do(c.FinishTask("T1"), s.RESOLVE).do(s.PASSED, by=s.WANG).do(s.notice())
    assert story.state == "awaiting_confirmation"
    story = story.received_all().do(s.CONFIRM, by=s.CUSTOMER).do(c.Close())
    assert (story.state, story.facts.ground) == ("closed", "confirmed")
    story = story.do(c.Survey(5, 9), by=s.CUSTOMER).received_all().do(s.LABEL, c.Archive())
    assert story.state == "archived"


def test_each_step_of_the_happy_path_leads_where_the_design_says(lifecycle: Lifecycle) -> None:
    """R7, R25: the first fact begins the investigation, the agreement the execution."""
    reached = [
        s.received(lifecycle).state,
        s.triaged(lifecycle).state,
        s.investigating(lifecycle).state,
        s.proposed(lifecycle).state,
        s.executing(lifecycle).state,
        s.resolved(lifecycle).state,
        s.verified(lifecycle).state,
        s.told(lifecycle).state,
        s.closed(lifecycle).state,
        s.archived(lifecycle).state,
    ]
    assert reached == [
        "received", "triaged", "investigating", "proposed", "executing",
        "resolved", "resolved", "awaiting_confirmation", "closed", "archived",
    ]  # fmt: skip


def test_a_question_is_answered_at_first_contact_without_a_proposal(lifecycle: Lifecycle) -> None:
    """R25, R31: nothing of the customer's is touched, the knowledge base is the proof."""
    story = s.received(lifecycle).do(s.triage(**CALM)).do(c.Resolve("how to renew", Touches.NOTHING), KNOWN)
    story = story.do(s.notice("续费"), s.CONFIRM, c.Close())
    assert (story.state, story.facts.ground) == ("closed", "confirmed")


def test_an_archived_record_does_not_change(lifecycle: Lifecycle) -> None:
    """R37: no command leaves or touches the archive, but for a legal hold, an erasure by the system, a late rating."""
    story = s.archived(lifecycle)
    steps = [step for by in s.EVERYBODY for step in lifecycle.steps(story.complaint, by=by, at=story.at)]
    there = {step.command for step in steps if step.status != "impossible"}
    assert there == {"Erase", "LiftHold", "PlaceHold", "Survey"}
    moves = (move for move in lifecycle.moves() if move[1] == State.ARCHIVED)
    assert {target for _, _, target, *_ in moves} == {State.ARCHIVED}


def test_a_dispute_begins_a_new_cycle_and_keeps_the_evidence(lifecycle: Lifecycle) -> None:
    """R34: agreement, verification and confirmation lapse; evidence stays; attention rises."""
    story = s.confirmed(lifecycle).do(s.DISPUTE, by=s.CUSTOMER)
    cycle = story.cycle
    assert (story.state, cycle.number, story.facts.repeats) == ("investigating", 2, 1)
    assert (cycle.agreed, cycle.proved, cycle.confirmed, cycle.delivered, cycle.fix) == ("", False, False, None, 0)
    assert story.facts.checked == {"E1"}
    assert story.refused(s.RESOLVE) == {"agreement-before-action"}


def test_the_second_fix_needs_its_own_agreement_proof_and_notice(lifecycle: Lifecycle) -> None:
    """R32, R34: nothing of the first cycle carries the second."""
    story = s.confirmed(lifecycle).do(s.DISPUTE, by=s.CUSTOMER).do(s.propose("又一次"))
    story = story.do(c.Agree("O2", s.HEARD), by=s.CUSTOMER).do(s.RESOLVE)
    assert story.refused(s.notice("又一次")) == {"verify-before-notify"}
    story = story.do(s.PASSED, by=s.WANG).do(s.notice("又一次"))
    assert story.refused(c.Close()) == {"confirm-before-close"}
    assert story.do(s.CONFIRM, by=s.CUSTOMER).do(c.Close()).state == "closed"


def test_a_disputed_plan_is_investigated_anew(lifecycle: Lifecycle) -> None:
    """R33, R34: from planned, too."""
    story = s.planned(lifecycle).do(s.DISPUTE, by=s.CUSTOMER)
    assert (story.state, story.cycle.planned, story.facts.plan_due) == ("investigating", False, None)


def test_a_decline_is_disputed_like_a_solution(lifecycle: Lifecycle) -> None:
    """R35: it goes back to received, in a new cycle, and through triage again."""
    story = s.declined(lifecycle).do(s.DISPUTE, by=s.CUSTOMER)
    assert (story.state, story.cycle.number) == ("received", 2)
    assert story.do(s.triage()).state == "triaged"


def test_what_ended_early_is_reopened_to_received(lifecycle: Lifecycle) -> None:
    """R34: it may have neither type nor grade yet."""
    for ended in (s.withdrawn(lifecycle), s.declined(lifecycle)):
        story = ended.do(c.Reopen("it is back"), by=s.CUSTOMER)
        assert (story.state, story.cycle.number) == ("received", 2)


def test_a_closed_complaint_is_reopened_to_the_investigation(lifecycle: Lifecycle) -> None:
    """R34, R36: a new cycle; ground, survey and root cause are of the old one."""
    story = s.closed(lifecycle).do(c.Survey(2), by=s.CUSTOMER).do(s.LABEL)
    story = story.later(days=29).do(c.Reopen("the second payment is back"), by=s.CUSTOMER)
    facts = story.facts
    assert (story.state, story.cycle.number) == ("investigating", 2)
    assert (facts.ground, facts.closed_at, facts.surveyed, facts.root_cause) == ("", None, False, "")


def test_silence_closes_72_hours_after_the_notice_arrived(lifecycle: Lifecycle) -> None:
    """R33: by the system, through the same gate, not a minute earlier."""
    story = s.delivered(lifecycle)
    early = story.later(hours=71, minutes=59)
    assert early.refused(c.Close(), by=s.SYSTEM) == {"confirm-before-close"}
    done = story.later(hours=72).do(c.Close(), by=s.SYSTEM)
    assert (done.state, done.facts.ground) == ("closed", "silent")


def test_silence_does_not_run_before_the_notice_arrived(lifecycle: Lifecycle) -> None:
    """R33: the customer was reached, or there is no silence."""
    story = s.told(lifecycle).later(hours=1000)
    assert story.refused(c.Close(), by=s.SYSTEM) == {"confirm-before-close"}


def test_a_new_request_bars_silence_until_the_next_notice(lifecycle: Lifecycle) -> None:
    """R33: thanks does not, and neither moves the window."""
    story = s.delivered(lifecycle).later(hours=71)
    thanked = story.do(c.Hear("谢谢", request=False), by=s.CUSTOMER).later(hours=1)
    assert thanked.do(c.Close(), by=s.SYSTEM).facts.ground == "silent"
    asked = story.do(c.Hear(s.HEARD), by=s.CUSTOMER).later(hours=1)
    assert asked.refused(c.Close(), by=s.SYSTEM) == {"confirm-before-close"}
    told = asked.do(s.notice("再说一遍")).received_all().later(hours=72)
    assert told.do(c.Close(), by=s.SYSTEM).facts.ground == "silent"


def test_a_later_receipt_does_not_move_the_window(lifecycle: Lifecycle) -> None:
    """R33: the 72 h run from the first delivery of this notice."""
    story = s.delivered(lifecycle).later(hours=71).do(s.receipt("M2"), by=s.SYSTEM).later(hours=1)
    assert story.do(c.Close(), by=s.SYSTEM).facts.ground == "silent"


def test_what_was_serious_in_this_cycle_closes_on_the_customers_word_alone(lifecycle: Lifecycle) -> None:
    """R33: escalated, or at any time E or A, even when lowered since."""
    escalated = s.delivered(lifecycle).do(c.Escalate("no breakthrough"))
    once_high = s.delivered(lifecycle).do(s.regrade("A", "a batch")).do(s.regrade("B", "one only"), by=s.LEAD)
    linked = s.delivered(lifecycle).do(c.LinkIncident("I-1"))
    for story in (escalated, once_high, linked):
        assert story.later(hours=100).refused(c.Close(), by=s.SYSTEM) == {"confirm-before-close"}
        assert story.do(s.CONFIRM, by=s.CUSTOMER).do(c.Close()).facts.ground == "confirmed"


def test_a_plan_explained_and_delivered_closes(lifecycle: Lifecycle) -> None:
    """R33: the third ground; the plan's clock goes on after closing."""
    story = s.investigating(lifecycle).do(s.plan())
    assert story.refused(c.Close()) == {"confirm-before-close"}
    done = story.received_all().do(c.Close())
    assert (done.state, done.facts.ground, done.facts.plan_open) == ("closed", "planned", True)
    assert done.facts.plan_due == s.plan().expected_by


def test_a_new_plan_takes_back_that_the_old_one_was_explained(lifecycle: Lifecycle) -> None:
    """R33: a plan counts when it reached the customer, and so does a word about it."""
    story = s.planned(lifecycle).do(s.CONFIRM, by=s.CUSTOMER).do(s.plan("新网关"))
    assert story.refused(c.Close()) == {"confirm-before-close"}
    assert story.received_all().do(c.Close()).facts.ground == "planned"


def test_from_planned_it_may_be_solved_after_all(lifecycle: Lifecycle) -> None:
    """R32, R33: the plan lapses, the fix is verified like any other."""
    story = s.planned(lifecycle).do(c.Resolve("the new gateway came", s.OWN))
    assert (story.state, story.cycle.planned, story.facts.plan_open) == ("resolved", False, False)
    assert story.refused(s.notice()) == {"verify-before-notify"}


def test_a_serious_plan_closes_on_the_customers_word_alone(lifecycle: Lifecycle) -> None:
    """R33: at E or A the plan itself is no ground."""
    story = s.planned(lifecycle).do(s.regrade("A", "a batch"))
    assert story.refused(c.Close()) == {"confirm-before-close"}
    assert story.do(s.CONFIRM, by=s.CUSTOMER).do(c.Close()).facts.ground == "confirmed"


def test_a_kept_plan_ends_its_clock(lifecycle: Lifecycle) -> None:
    """R33, R26a: an update says that it was carried out, and the record is complete."""
    story = s.planned(lifecycle).do(c.Close(), s.LABEL).received_all()
    assert story.refused(c.Archive()) == {"record-complete"}
    kept = story.do(s.update("计划", plan_kept=True)).received_all()
    assert kept.do(c.Archive()).state == "archived"


def test_a_missed_plan_ends_its_clock_and_is_never_forgotten(lifecycle: Lifecycle) -> None:
    """R33, R26a: only when it is past."""
    story = s.planned(lifecycle).do(c.Close(), s.LABEL).received_all()
    due = s.plan().expected_by
    missed = c.MissDeadline("plan", due)
    assert story.refused(missed, by=s.SYSTEM) == {"deadline-passed"}
    late = story.later(days=60).do(missed, by=s.SYSTEM)
    assert (*late.facts.breached, late.facts.plan_open) == ("plan", False)
    assert late.do(c.Archive()).state == "archived"


def test_a_customer_whom_nobody_reaches_does_not_hang_for_ever(lifecycle: Lifecycle) -> None:
    """R33: three attempts on two channels over three days, by a named authority, whatever the grade."""
    story = s.unreachable(lifecycle).do(c.Escalate("no breakthrough"))
    assert story.refused(c.Close(), by=s.LI) == {"confirm-before-close"}
    assert story.refused(c.Close(), by=s.SYSTEM) == {"confirm-before-close"}
    assert story.do(c.Close(), by=s.LEAD).facts.ground == "unreachable"


def test_a_sign_of_life_takes_the_failed_attempts_back(lifecycle: Lifecycle) -> None:
    """R33: a word of the customer, an answered call, a delivered message."""
    story = s.unreachable(lifecycle)
    for alive in (
        story.do(c.Hear(s.HEARD), by=s.CUSTOMER),
        story.do(c.Call("apologise", "will look at it", "wu")),
        story.do(s.receipt("M1"), by=s.SYSTEM),
        story.do(c.Answer({"device": "phone"}), by=s.CUSTOMER),
    ):
        assert alive.refused(c.Close(), by=s.LEAD) == {"confirm-before-close"}


def test_a_clarifying_question_pauses_the_clock_and_its_answer_ends_the_wait(lifecycle: Lifecycle) -> None:
    """R3: answers are keyed by field, and what is known is not asked again."""
    question = c.AskCustomer({"order": "请问您的订单号是多少?"})
    story = s.triaged(lifecycle).do(question)
    assert [(wait.id, wait.what) for wait in story.complaint.waiting_for] == [("Q1", "order")]
    story = story.do(s.pause("customer", "we wait for the number"))
    assert story.do(c.Resume()).facts.paused == ""
    story = story.do(c.Answer({"order": "A-1"}), by=s.CUSTOMER)
    assert (story.complaint.waiting_for, story.facts.order, story.facts.paused) == ((), "A-1", "")
    assert story.refused(c.AskCustomer({"order": "订单号?"})) == {"asked-anew"}


def test_a_pause_ends_by_itself_with_what_it_waits_for(lifecycle: Lifecycle) -> None:
    """R3: not before the last question is answered, and not by what another was asked for."""
    two = s.triaged(lifecycle).do(c.AskCustomer({"order": "订单号?", "device": "什么手机?"}), s.refer())
    paused = two.do(s.pause("customer"))
    one = paused.do(c.PartyReply("R1", "we see one capture only")).do(c.Answer({"order": "A-1"}), by=s.CUSTOMER)
    assert one.facts.paused == "customer"
    assert one.do(c.Answer({"device": "phone"}), by=s.CUSTOMER).facts.paused == ""
    assert two.do(s.pause("party")).do(c.PartyReply("R1", "one only")).facts.paused == ""
    offered = s.proposed(lifecycle).do(s.pause("customer"))
    assert offered.do(c.Agree("O1", s.HEARD), by=s.CUSTOMER).facts.paused == ""
    assert offered.do(c.Object("the money today", s.HEARD), by=s.CUSTOMER).facts.paused == ""


def test_a_third_party_is_referred_to_reminded_and_heard(lifecycle: Lifecycle) -> None:
    """R28, R23: its request, its answer; everything else stays possible meanwhile."""
    story = s.triaged(lifecycle).do(s.refer())
    assert story.state == "investigating"
    story = story.do(s.pause("party", "the merchant looks into it")).do(s.update())
    story = story.do(c.PartyReply("R1", "we see one capture only"))
    assert (story.facts.waits, *story.facts.heard) == ((), "merchant")


def test_the_customer_refuses_an_option_and_gets_an_alternative(lifecycle: Lifecycle) -> None:
    """R25: back to the investigation; what was offered and agreed lapses."""
    for point in (s.proposed, s.executing):
        story = point(lifecycle).do(c.Object("the money today", s.HEARD), by=s.CUSTOMER)
        assert (story.state, story.cycle.offered, story.cycle.agreed) == ("investigating", frozenset(), "")
        assert story.refused(c.Resolve("mended", s.OWN)) == {"agreement-before-action"}
        assert story.do(s.propose("今天退款")).do(c.Agree("O2", s.HEARD)).state == "executing"


def test_a_new_proposal_lapses_the_agreement(lifecycle: Lifecycle) -> None:
    """R25: what was agreed was another thing."""
    story = s.executing(lifecycle).do(s.propose("换一种"))
    assert (story.state, story.cycle.agreed) == ("proposed", "")
    assert story.refused(s.RESOLVE) == {"agreement-before-action"}
    assert story.refused(c.Agree("O1", s.HEARD), by=s.CUSTOMER) == {"on-offer"}


def test_a_compensation_is_wished_for_approved_and_paid_once(lifecycle: Lifecycle) -> None:
    """R26: the wish is never refused for authority; the approval pays, and is."""
    story = s.paying(lifecycle).do(c.ApproveCompensation("C1"))
    assert (story.facts.claims, [one.kind for one in story.facts.paid]) == ((), ["coupon"])
    story = story.do(s.compensate(9000, "refund"))
    assert story.refused(c.ApproveCompensation("C2")) == {"within-authority"}
    paid = story.do(c.ApproveCompensation("C2"), by=s.MANAGER).facts.paid
    assert [(one.kind, int(one.amount), one.cycle) for one in paid] == [("coupon", 50, 1), ("refund", 9000, 1)]


def test_a_refused_compensation_leaves_nothing_open(lifecycle: Lifecycle) -> None:
    """R26: closing waits for the decision, not for the money."""
    story = s.confirmed(lifecycle).do(s.compensate())
    assert story.refused(c.Close()) == {"nothing-left-open"}
    assert story.do(c.RefuseCompensation("C1", "the refund covers it"), c.Close()).state == "closed"


def test_a_merge_moves_to_the_target_and_can_be_undone(lifecycle: Lifecycle) -> None:
    """R5, R35: the state comes back; what the target learned stays."""
    target = s.other(lifecycle)
    source = s.investigating(lifecycle).do(s.regrade("A", "a batch"))
    source = source.beside(target.complaint).do(c.Merge("C-2"))
    assert (source.state, source.facts.merged_into, source.facts.merged_from) == ("merged", "C-2", "investigating")
    target = target.beside(source.complaint).do(c.Absorb("C-1"), by=s.SYSTEM)
    assert (*target.facts.absorbed, target.complaint.grade) == ("C-1", "A")
    source = source.do(c.Unmerge())
    assert (source.state, source.facts.merged_into, source.facts.merged_from) == ("investigating", "", "")
    target = target.beside(source.complaint).do(c.Release("C-1"), by=s.SYSTEM)
    assert (*target.facts.absorbed, target.complaint.grade) == ("A",)


def test_an_undone_merge_leads_back_to_each_open_state(lifecycle: Lifecycle) -> None:
    """R35: with the proof that stood, too."""
    target = s.other(lifecycle).complaint
    points = (s.received, s.triaged, s.investigating, s.proposed, s.executing, s.resolved, s.told, s.planned)
    for point in points:
        story = point(lifecycle)
        there_and_back = story.beside(target).do(c.Merge("C-2"), c.Unmerge())
        assert (there_and_back.state, there_and_back.cycle) == (story.state, story.cycle)


def test_the_customer_withdraws_and_gets_a_receipt(lifecycle: Lifecycle) -> None:
    """R35: in person, or by words on record; from every open state."""
    points = (s.received, s.triaged, s.investigating, s.proposed, s.executing, s.resolved, s.told, s.planned)
    for point in points:
        story = point(lifecycle)
        for ended in (story.do(c.Withdraw(Said("never mind")), by=s.CUSTOMER), story.do(s.WITHDRAW, by=s.LI)):
            assert ended.state == "withdrawn"
            assert ended.facts.messages == story.facts.messages + 1


def test_a_withdrawn_complaint_is_archived_with_its_cause(lifecycle: Lifecycle) -> None:
    """R37: with nothing on its way; the follow-up of a hazard outlives its end (R35)."""
    story = s.triaged(lifecycle).do(s.WITHDRAW, by=s.CUSTOMER).do(s.TASK, by=s.SYSTEM).do(s.LABEL).received_all()
    assert story.refused(c.Archive()) == {"record-complete"}
    assert story.do(c.FinishTask("T1", s.OWN), c.Archive()).state == "archived"


def test_an_emergency_is_mitigated_at_once_and_proved_by_another(lifecycle: Lifecycle) -> None:
    """R9, R25, R32: no agreement for a mitigation; four eyes on the fix."""
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY))
    assert story.complaint.grade == "E"
    story = story.do(c.Mitigate("second gateway switched on"), by=s.WANG)
    assert story.state == "investigating"
    story = story.do(c.Resolve("the gateway is mended", s.OWN))
    for fixer in (s.LI, s.WANG):
        assert story.do(s.PASSED, by=fixer).refused(s.notice()) == {"verify-before-notify"}
    assert story.do(s.PASSED, by=s.LEAD).do(s.notice()).state == "awaiting_confirmation"


def test_a_hand_in_the_fix_that_stands_takes_the_second_pair_of_eyes_away(lifecycle: Lifecycle) -> None:
    """R32: whoever finishes a task of it, owns one, or mitigates, has made it as well."""
    story = s.resolved(lifecycle).do(s.regrade("E", "funds"), attrs.evolve(s.TASK, owner="li")).do(s.PASSED, by=s.WANG)
    assert story.do(s.notice()).state == "awaiting_confirmation"
    for work in (c.FinishTask("T1"), c.Mitigate("switched over")):
        assert story.do(work, by=s.WANG).do(s.PASSED, by=s.WANG).refused(s.notice()) == {"verify-before-notify"}
        assert story.do(work, by=s.LI).do(s.PASSED, by=s.WANG).do(s.notice()).state == "awaiting_confirmation"


@pytest.mark.parametrize("owner", ["wang", " Wang "])
def test_the_owner_of_a_task_does_not_verify_the_fix_that_they_made(lifecycle: Lifecycle, owner: str) -> None:
    """R32: nobody tells a customer on the word of the one who made it, whoever clicked the task away."""
    ready = s.resolved(lifecycle).do(s.regrade("E", "funds"), attrs.evolve(s.TASK, owner=owner))
    open_task = ready.do(s.PASSED, by=s.WANG)
    finished = ready.do(c.FinishTask("T1"), by=s.LI).do(s.PASSED, by=s.WANG)
    assert open_task.refused(s.notice()) == finished.refused(s.notice()) == {"verify-before-notify"}
    cancelled = ready.do(c.CancelTask("T1", "not needed")).do(s.PASSED, by=s.WANG)
    assert cancelled.do(s.notice()).state == finished.do(s.PASSED, by=s.LEAD).do(s.notice()).state


def test_who_calls_the_customer_or_improves_something_later_may_verify(lifecycle: Lifecycle) -> None:
    """R32: else a team that never touched the fix is taken for its maker, and the customer waits for a fourth pair."""
    ready = s.resolved(lifecycle).do(s.regrade("E", "funds"))
    calling = ready.do(c.AddTask("call the customer", "wang", s.LATER, call=CallPlan()))
    chasing = ready.do(attrs.evolve(s.TASK, owner="wang", about="M1"))
    for story, task in ((calling, "call"), (chasing, "T1")):
        told = story.do(s.PASSED, by=s.WANG).do(s.notice())
        assert told.do(c.FinishTask(task), by=s.WANG).facts.cycle.proved
        assert told.state == "awaiting_confirmation"


CLAIM = "您的问题已经解决"
TEXTS = [
    s.acknowledge(CLAIM),
    c.AskCustomer({"card": CLAIM}),
    s.update(judged=CLAIM),
    s.propose(CLAIM),
    s.plan(CLAIM),
    s.decline(recourse=CLAIM),
    s.compensate(kind=CLAIM),
    c.Call(CLAIM, "谢谢", answered=False),
]


@pytest.mark.parametrize("command", TEXTS, ids=lambda one: type(one).__name__)
def test_no_text_that_a_customer_reads_or_hears_claims_it_before_the_proof(
    lifecycle: Lifecycle, command: c.Command
) -> None:
    """R16, R32: otherwise a customer is told what nobody checked, by another way than an update."""
    assert "no-solved-wording-before-proof" in s.investigating(lifecycle).refused(command)


WORK = [c.Mitigate("switched over"), c.FinishTask("T1"), c.FinishTask("T1", "own_system")]


@pytest.mark.parametrize("work", WORK, ids=repr)
def test_work_after_the_proof_makes_the_proof_stale(lifecycle: Lifecycle, work: c.Command) -> None:
    """R32: what was verified is no longer what is in use."""
    story = s.resolved(lifecycle).do(s.TASK, s.PASSED, work)
    assert story.refused(s.notice()) == {"verify-before-notify"}
    assert story.do(s.PASSED).do(s.notice()).state == "awaiting_confirmation"


@pytest.mark.parametrize("work", WORK, ids=repr)
def test_nobody_is_closed_as_silent_on_a_proof_that_fell_after_the_notice(
    lifecycle: Lifecycle, work: c.Command
) -> None:
    """R32, R33: the customer's word still closes it, and so does silence after a new proof."""
    told = s.delivered(lifecycle).do(s.TASK, work)
    late = told.later(hours=80)
    assert "confirm-before-close" in late.refused(c.Close())
    ready = late.do(*(c.CancelTask(task, "not needed") for task in late.facts.open_tasks))
    assert ready.do(s.PASSED, c.Close()).facts.ground == "silent"
    assert ready.do(s.CONFIRM, c.Close()).facts.ground == "confirmed"


def test_a_task_that_touched_nothing_leaves_the_proof_as_it_is(lifecycle: Lifecycle) -> None:
    """R32: a call, or a letter, changes no fix."""
    story = s.resolved(lifecycle).do(s.TASK, s.PASSED, c.FinishTask("T1", "nothing"))
    assert story.do(s.notice()).state == "awaiting_confirmation"


def test_a_confirmation_before_the_notice_is_recorded_and_counts(lifecycle: Lifecycle) -> None:
    """R33: the customer saw it first; the notice still needs its proof."""
    story = s.resolved(lifecycle).do(s.CONFIRM, by=s.CUSTOMER)
    assert story.refused(s.notice()) == {"verify-before-notify"}
    assert story.do(s.PASSED).do(s.notice(), c.Close()).facts.ground == "confirmed"


def test_a_new_fix_lapses_proof_notice_delivery_and_confirmation(lifecycle: Lifecycle) -> None:
    """R32, R33: what was said of the old fix says nothing of the new one."""
    story = s.confirmed(lifecycle).do(s.RESOLVE)
    cycle = story.cycle
    assert (story.state, cycle.fix, cycle.proof) == ("resolved", 2, 1)
    assert (cycle.proved, cycle.notice, cycle.delivered, cycle.confirmed) == (False, "", None, False)
    assert story.refused(s.notice("第二次")) == {"verify-before-notify"}
    story = story.do(s.PASSED).do(s.notice("第二次"))
    assert story.later(hours=100).refused(c.Close()) == {"confirm-before-close"}


def test_a_failed_verification_goes_back_and_takes_all_of_it_away(lifecycle: Lifecycle) -> None:
    """R32: from resolved and from awaiting confirmation, also after a passing one."""
    for point in (s.resolved, s.verified, s.confirmed):
        story = point(lifecycle).do(s.FAILED, by=s.LEAD)
        cycle = story.cycle
        assert (story.state, cycle.proved, cycle.provers) == ("investigating", False, frozenset())
        assert (cycle.notice, cycle.delivered, cycle.confirmed) == ("", None, False)
        assert story.refused(s.update(done="问题已经解决了")) == {"no-solved-wording-before-proof"}


def test_a_second_verifier_may_verify_again(lifecycle: Lifecycle) -> None:
    """R32: at grade E the second one makes the difference."""
    story = s.resolved(lifecycle).do(s.regrade("E", "funds"), s.PASSED)
    assert story.refused(s.notice()) == {"verify-before-notify"}
    story = story.do(s.PASSED, by=s.WANG)
    assert (story.state, *sorted(story.cycle.provers)) == ("resolved", "li", "wang")
    assert story.do(s.notice()).do(s.PASSED, by=s.LEAD).state == "awaiting_confirmation"


def test_the_notice_may_be_said_better(lifecycle: Lifecycle) -> None:
    """R16: again from awaiting confirmation; its delivery counts anew."""
    story = s.delivered(lifecycle).do(s.notice("说得更清楚"))
    assert (story.state, story.cycle.notice, story.cycle.delivered) == ("awaiting_confirmation", "M3", None)


def test_faults_are_parked_while_handling_and_discussed_after_the_solution(lifecycle: Lifecycle) -> None:
    """R38: park always; the retrospective opens when it is proved, closed or ended."""
    parked = s.investigating(lifecycle).do(c.Park("nobody knew the bank's contact"))
    assert parked.refused(LESSON) == {"retrospective-after-solution"}
    for story in (s.verified(lifecycle), s.closed(lifecycle), s.declined(lifecycle), s.merged(lifecycle)):
        assert story.do(LESSON).complaint.body[-1].kind == "Retrospect"


def test_a_grade_rises_by_itself_and_falls_by_an_act(lifecycle: Lifecycle) -> None:
    """R13: neither a milder triage nor a handoff lowers it."""
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY)).do(s.triage())
    story = story.do(s.handoff()).do(c.Correct({"order": "A-2"}, "a typo"))
    assert story.complaint.grade == "E"
    story = story.do(c.ClearHazard("funds_lost", "no funds were lost"), by=s.LEAD)
    assert story.complaint.grade == "E"
    assert story.do(s.regrade("B", "one small sum"), by=s.LEAD).complaint.grade == "B"


def test_an_incident_lifts_to_a(lifecycle: Lifecycle) -> None:
    """R12: at least A, before triage as well; and no triage falls below it."""
    for story in (s.received(lifecycle), s.triaged(lifecycle)):
        assert story.do(c.LinkIncident("I-1")).complaint.grade == "A"
    assert s.received(lifecycle).do(c.LinkIncident("I-1"), s.triage()).complaint.grade == "A"


def test_a_handoff_takes_the_owner_away_and_the_first_routing_is_none(lifecycle: Lifecycle) -> None:
    """R7, R14: triage routes by type."""
    story = s.triaged(lifecycle)
    assert story.facts.team == "payments"
    story = story.do(c.Assign("li"), s.handoff())
    assert (story.facts.team, story.facts.owner) == ("logistics", "")


def test_what_blocks_stands_on_record_until_it_is_gone(lifecycle: Lifecycle) -> None:
    """R18: by its name, or the latest."""
    story = s.triaged(lifecycle).do(c.Block("the bank", "a contact"), c.Block("the till", "a technician"))
    assert story.do(c.Unblock("it answered")).facts.blockers == {"B1"}
    assert story.do(c.Unblock("it answered", "B1")).facts.blockers == {"B2"}


def test_a_complaint_that_repeats_an_open_one_says_so(lifecycle: Lifecycle) -> None:
    """R5: the same customer, order and type, and open; repeats count for the priority."""
    first = s.other(lifecycle, order="A-1", type="billing")
    blank, same = s.Story(lifecycle), s.receive(order="A-1", type="billing")
    again = blank.beside(first.complaint).do(same, by=s.SYSTEM)
    assert (again.complaint.duplicates, again.facts.repeats) == (("C-2",), 1)
    another = blank.beside(first.complaint).do(s.receive(order="A-9", type="billing"), by=s.SYSTEM)
    assert another.complaint.duplicates == ()
    ended = first.do(s.WITHDRAW, by=s.CUSTOMER)
    assert blank.beside(ended.complaint).do(same, by=s.SYSTEM).complaint.duplicates == ()


def test_intake_says_what_is_missing_for_the_type(lifecycle: Lifecycle) -> None:
    """R3: a blank is not given; answers and corrections fill it, a type may ask for more."""
    story = s.received(lifecycle, type="delivery_delay", order=" ")
    assert story.complaint.missing == ("order",)
    assert story.do(c.Answer({"order": "A-1"}), by=s.CUSTOMER).complaint.missing == ()
    corrected = story.do(c.Correct({"order": "A-2", "area": "delivery"}, "from the parcel"))
    assert (corrected.complaint.missing, corrected.facts.order, corrected.facts.area) == ((), "A-2", "delivery")
    assert story.do(s.triage(type="fault")).complaint.missing == ("occurred_at", "device")


def test_a_type_that_is_corrected_before_the_triage_asks_for_what_it_needs(lifecycle: Lifecycle) -> None:
    """R3, R22: an account that turns out to be at stake asks who the customer is."""
    story = s.received(lifecycle, type="billing").do(c.Correct({"type": "账户安全", "area": "登录"}, "it was stolen"))
    assert (story.facts.type, story.facts.area, story.facts.identity_asked) == ("account_security", "login", True)
    assert story.complaint.missing == ("account",)


def test_abuse_goes_along_with_a_merge_and_names_where_its_evidence_is(lifecycle: Lifecycle) -> None:
    """R47: an authority decides in the target, too, however often it is merged on."""
    last = s.investigating(lifecycle).do(c.RecordAbuse("insult", "E1", "he swore"))
    for number in range(3, 5):
        merged = last.beside(s.other(lifecycle, f"C-{number}").complaint).do(c.Merge(f"C-{number}")).complaint
        last = s.other(lifecycle, f"C-{number}").beside(merged).do(c.Absorb(merged.id), by=s.SYSTEM)
    assert last.facts.abuse == {"insult"}
    assert [one.evidence for one in last.facts.abuse_shown] == ["E1 of C-1"]


def test_what_was_merged_comes_back_without_what_rested_on_a_forgery(lifecycle: Lifecycle) -> None:
    """R23, R25, R32: the agreement, the plan or the proof is gone, and it is investigated."""
    forged = c.CheckEvidence("E1", "a forgery", genuine=False)
    proved = s.resolved(lifecycle).do(c.Verify(True, "ledger", "E1"))
    for story, back in (
        (s.investigating(lifecycle), "investigating"),
        (s.executing(lifecycle), "investigating"),
        (proved, "investigating"),
        (s.resolved(lifecycle), "resolved"),
        (s.planned(lifecycle), "planned"),
    ):
        merged = story.beside(s.other(lifecycle).complaint).do(c.Merge("C-2"), forged)
        assert (merged.state, merged.facts.merged_from) == ("merged", back)
        assert (merged.cycle.agreed, merged.cycle.planned, merged.cycle.proved) == ("", False, False)


def test_a_message_for_now_accepted_or_failed_is_still_on_its_way(lifecycle: Lifecycle) -> None:
    """R15: only a final receipt ends it; a channel that cannot know more says accepted for good."""
    story = s.told(lifecycle)
    waiting = story.do(s.receipt("M2", "accepted", final=False), s.receipt("M1", "failed", final=False), by=s.SYSTEM)
    assert (*sorted(waiting.facts.open_messages), waiting.cycle.delivered) == ("M1", "M2", None)
    done = story.do(s.receipt("M2", "accepted"), s.receipt("M1", "failed"), by=s.SYSTEM)
    assert (done.facts.open_messages, done.cycle.delivered) == (frozenset(), s.T0)
    assert [attempt.channel for attempt in done.facts.attempts] == ["app"]


def test_the_system_reminds_the_customer_in_its_own_words(lifecycle: Lifecycle) -> None:
    """R3: a reminder may repeat itself; one to the team is no message to the customer."""
    story = s.triaged(lifecycle)
    words = c.Remind("Please remember our question")
    assert story.do(words, words, by=s.SYSTEM).facts.messages == 2
    assert story.do(c.Remind("", Audience.TEAM), by=s.SYSTEM).facts.messages == 1


def test_every_word_of_the_customer_has_a_source(lifecycle: Lifecycle) -> None:
    """R33, R35: whatever staff say that the customer said, and where."""
    hearsay = Said("是的", via="phone")
    for story, command in (
        (s.triaged(lifecycle), c.Answer({"order": "A-1"}, hearsay)),
        (s.triaged(lifecycle), c.Hear(hearsay)),
        (s.proposed(lifecycle), c.Agree("O1", hearsay)),
        (s.executing(lifecycle), c.Object("the money today", hearsay)),
        (s.resolved(lifecycle), c.Confirm(hearsay)),
        (s.delivered(lifecycle), c.Dispute(hearsay)),
        (s.declined(lifecycle), c.Dispute(hearsay)),
        (s.closed(lifecycle), c.Survey(5, said=hearsay)),
    ):
        assert story.refused(command) == {"customers-own-word"}
        assert story.asks(attrs.evolve(command, said=s.HEARD)).decision.accepted


def test_every_message_to_the_customer_is_spoken_by_a_customer_facing_role(lifecycle: Lifecycle) -> None:
    """R18a: proposals, plans, questions, refusals and reminders as well."""
    for story, command in (
        (s.received(lifecycle), s.acknowledge()),
        (s.triaged(lifecycle), c.AskCustomer({"order": "请问订单号?"})),
        (s.investigating(lifecycle), s.propose()),
        (s.investigating(lifecycle), s.plan()),
        (s.verified(lifecycle), s.notice()),
        (s.triaged(lifecycle), s.update()),
        (s.triaged(lifecycle), s.decline()),
    ):
        assert story.refused(command, by=s.ENGINEER) == {"customer-facing-role"}
        assert story.asks(command, by=s.LI).decision.accepted
    assert s.triaged(lifecycle).refused(c.Remind(" "), by=s.SYSTEM) == {"complete-expression"}


def test_the_first_handoff_carries_its_context_as_well(lifecycle: Lifecycle) -> None:
    """R14: before any team has it."""
    assert s.received(lifecycle).refused(s.handoff(harm=" ")) == {"handoff-carries-context"}


def test_a_plan_needs_checked_evidence_like_a_proposal(lifecycle: Lifecycle) -> None:
    """R20: neither is announced before the facts."""
    story = s.triaged(lifecycle)
    for command in (s.plan(), s.propose()):
        assert story.refused(command) == {"facts-before-promise"}


def test_a_part_of_a_cycle_lapses_with_time_but_the_reopening_window_ends(lifecycle: Lifecycle) -> None:
    """R34: after 30 days it is a new complaint; a plan keeps the window open."""
    reopen = c.Reopen("it is back")
    late = s.closed(lifecycle).later(days=31)
    assert late.refused(reopen, by=s.CUSTOMER) == {"reopened-in-time"}
    plan_closed = s.planned(lifecycle).do(c.Close()).later(days=31)
    assert plan_closed.do(reopen, by=s.CUSTOMER).state == "investigating"
    assert plan_closed.later(days=60).refused(reopen, by=s.CUSTOMER) == {"reopened-in-time"}


def test_nothing_is_dated_back_beyond_the_limit(lifecycle: Lifecycle) -> None:
    """R3: a pause may begin when the question was asked, three days ago at most."""
    story = s.triaged(lifecycle).do(c.AskCustomer({"order": "订单号?"})).later(days=4)
    assert story.do(s.pause("customer", "we wait", story.at - timedelta(days=3))).facts.paused == "customer"
    assert story.refused(s.pause("customer", "we wait", s.T0)) == {"clock-can-stop"}


def test_the_same_bounce_twice_is_one_attempt(lifecycle: Lifecycle) -> None:
    """R33: a carrier that repeats itself makes nobody unreachable."""
    once = s.received(lifecycle).do(s.acknowledge()).do(s.receipt("M1", "failed"), by=s.SYSTEM)
    twice = once.do(s.receipt("M1", "failed"), by=s.SYSTEM)
    assert (twice.facts.attempts, twice.facts.returned) == (once.facts.attempts, once.facts.returned)


def test_a_follow_up_goes_on_with_the_one_that_it_names_among_several(lifecycle: Lifecycle) -> None:
    """R34: with its grade, whatever else the customer has open."""
    first = s.other(lifecycle, "C-2").complaint
    second = s.other(lifecycle, "C-3").do(s.triage(signals=s.EMERGENCY)).complaint
    blank = s.Story(lifecycle, Complaint.blank("C-9")).beside(first, second)
    assert blank.do(s.receive(follows="C-3"), by=s.SYSTEM).facts.grade == Grade.E
