"""The scenes: complaints on their way to the archive, and everything that the rules refuse on that way."""

from __future__ import annotations

from datetime import timedelta

from complaintflow import commands as c
from complaintflow.cli.demonstration import words as w
from complaintflow.cli.demonstration.case import Case
from complaintflow.values import Signals
from complaintflow.vocabulary import Abuse, Grade, Ground, Touches

SOON = timedelta(minutes=1)
PASSED = c.Verify(True, "ledger", "the booking is there")
CAUSES = ("unclear rule-fees", "process gap-booking", "product defect-statement page", "third party-company")


# ── the way of every complaint, step by step; `expect_refusal` is what somebody tried too early


def to_the_archive(case: Case) -> None:
    """From triage to the archive, or to the point where only silence is waited for."""
    _acknowledge(case)
    _investigate(case)
    _decide_responsibility(case)
    _agree(case)
    _compensate(case)
    _carry_out(case)
    _prove(case)
    _notify(case)
    _hear_customer(case)
    if not case.waiting:
        _file_away(case)


def _acknowledge(case: Case) -> None:
    case.expect_refusal(w.acknowledgement(case.at, " "))
    case.expect_refusal(w.acknowledgement(case.at, "We have it, and look for a race condition in the ledger"))
    case.do(w.acknowledgement(case.at))
    case.expect_refusal(w.progress(case.at), by=w.QIAN)
    case.expect_refusal(c.Note("nothing to report"), by=w.ROBOT)


def _investigate(case: Case) -> None:
    case.expect_refusal(w.offer(case.at, 1))
    case.expect_refusal(c.DecideResponsibility("merchant"))
    _add_checked_evidence(case, "order", "the company's file: one fee, no consent")


def _add_checked_evidence(case: Case, kind: str, content: str) -> None:
    """A piece of evidence, found and checked."""
    name = f"E{case.facts.evidence + 1}"
    case.do(c.AddEvidence(kind, "company file", content), c.CheckEvidence(name, "agrees with the statement"))


def _decide_responsibility(case: Case) -> None:
    verdict = c.DecideResponsibility("merchant", "terms of the account, section 4", "the fee needs consent")
    case.expect_refusal(verdict)
    case.do(w.referral(case.at), c.PartyReply(f"R{case.facts.referrals + 1}", "we have no consent on file"))
    case.do(verdict)


def _agree(case: Case, round: int = 1) -> None:
    case.do(w.offer(case.at, round))
    case.expect_refusal(c.Resolve("the fee was booked back"))
    option = min(case.facts.cycle.offered)
    case.expect_refusal(c.Agree(option, w.HERE))
    case.do(c.Agree(option, w.HERE), by=case.customer)
    case.expect_refusal(c.Resolve("the fee was booked back"))  # what was agreed pays, and nothing was approved


def _compensate(case: Case) -> None:
    case.do(w.compensation(case.at, 40, terms=""))
    case.expect_refusal(w.claim("C1"))
    case.do(c.RefuseCompensation("C1", "it does not say when it arrives"), w.compensation(case.at, 120, within=SOON))
    case.runner.clock.forward(minutes=2)  # it lay too long: its day is past
    case.expect_refusal(w.claim("C2"))
    case.do(c.RefuseCompensation("C2", "its day is past"), w.compensation(case.at, 120))
    _add_checked_evidence(case, "identity", "name and account agree")
    case.expect_refusal(w.claim("C3"))
    case.do(w.claim("C3"), by=w.WU)
    case.do(w.compensation(case.at, 20))
    case.expect_refusal(w.claim("C4"))


def _carry_out(case: Case) -> None:
    case.expect_refusal(w.lesson(case.at))
    case.do(c.Park("the company was asked twice"), c.AddTask("book the fee back", "qian", case.at + w.DAY))
    _finish_tasks(case)
    case.do(c.Resolve("the fee was booked back"))


def _finish_tasks(case: Case) -> None:
    """The engineer finishes whatever is open, the risk team's task too."""
    if open_tasks := sorted(case.facts.open_tasks):
        finished = (c.FinishTask(task, Touches.OWN_SYSTEM, "done and logged") for task in open_tasks)
        case.do(*finished, by=w.QIAN)


def _prove(case: Case, round: int = 1) -> None:
    case.expect_refusal(w.notice(case.at, round))
    case.expect_refusal(w.solved_too_soon(case.at))
    if case.facts.grade == Grade.A:  # the fix changes after its proof: the proof is stale
        case.do(c.LinkIncident("I-fees"))
        case.expect_refusal(c.UnlinkIncident("it has another cause"))
        case.do(c.UnlinkIncident("it has another cause"), by=w.WU)
        case.do(PASSED, c.Resolve("the fee and its interest were booked back"), by=w.WANG)
        case.expect_refusal(w.notice(case.at, round))
    if case.facts.grade == Grade.E:  # who made the fix verifies it: four eyes are wanted
        _let_a_machine_try(case)
        case.do(PASSED)
        case.expect_refusal(w.notice(case.at, round))
    case.do(PASSED, by=w.WANG)


def _let_a_machine_try(case: Case) -> None:
    """It acts on a complaint once, in whichever round that is, and calms nothing."""
    if not case.facts.by_machines:
        case.do(c.Note("the customer wrote about this fee before"), by=w.MACHINE)
    case.expect_refusal(c.Regrade(Grade.C, "it is one fee"), by=w.MACHINE)


def _notify(case: Case, round: int = 1) -> None:
    case.expect_refusal(c.Notify(done="done"))
    if case.runner.desk.policy.type_rule(case.facts.type).technical:
        case.expect_refusal(w.notice(case.at, round, plain=""))
    case.do(w.notice(case.at, round))
    case.runner.deliver()


def _hear_customer(case: Case) -> None:
    """What the customer says, by the data: disputed, not disputed, or not a word."""
    case.expect_refusal(c.Close(), by=w.SYSTEM)
    case.do(c.RefuseCompensation("C4", "it was paid once"))
    if case.answer == "Yes":
        case.expect_refusal(c.Confirm(w.DENIED), by=case.customer)
        case.do(c.Dispute(w.DENIED), by=case.customer)
        case.story += "disputed, solved anew; "
        _solve_again(case)
    if not case.answer and _silence_permitted(case):
        case.waiting = True
        return
    case.do(c.Confirm(w.HERE), by=case.customer)
    case.do(c.Close())


def _solve_again(case: Case) -> None:
    """A new cycle: agreement, proof and notice of the first one count no more."""
    _agree(case, 2)
    name = f"C{case.facts.compensations + 1}"
    case.do(w.compensation(case.at, 15))
    case.do(w.claim(name), by=w.WU)
    case.do(c.Resolve("the interest was booked back, too"))
    _prove(case, 2)
    _notify(case, 2)


def _silence_permitted(case: Case) -> bool:
    closing = case.runner.desk.policy.closing
    strict = case.facts.cycle.worst in closing.strict_grades
    return Ground.SILENT in (closing.grounds & closing.strict_grounds if strict else closing.grounds)


def close_by_silence(case: Case) -> None:
    """The window has passed without a word: the system closes."""
    case.do(c.Close(), by=w.SYSTEM)
    case.waiting = False
    _file_away(case)


def _file_away(case: Case) -> None:
    case.expect_refusal(c.Archive())
    case.do(c.Survey(4, 8, "it took a while"), by=case.customer)
    case.do(_label(case), w.lesson(case.at))
    _archive(case)


def _label(case: Case) -> c.LabelCause:
    return c.LabelCause(CAUSES[len(case.id + case.facts.area) % len(CAUSES)])


def _archive(case: Case) -> None:
    """Every message has its receipt, every follow-up is done, every payment is proved: into the archive."""
    _finish_tasks(case)
    for compensation in sorted(case.facts.owed):
        proof = c.AddEvidence("payment", "bank statement", "it arrived", compensation=compensation)
        case.do(proof, c.CheckEvidence(f"E{case.facts.evidence + 1}", "agrees with the ledger"))
    case.runner.deliver()
    case.do(c.Archive())


# ── single scenes


def raise_grade(case: Case, grade: Grade) -> None:
    """R13: up it goes by anybody's word; only down needs an authority."""
    case.do(c.Regrade(grade, "the customer cannot pay the rent"))
    case.story += f"raised to {grade} by hand; "


def lower_grade(case: Case) -> None:
    """R13: not by an agent, not without a reason."""
    case.expect_refusal(c.Regrade(Grade.C, ""))
    case.do(c.Regrade(Grade.C, "the customer asks for a change of the page only"), by=w.WU)
    case.story += "lowered by a lead; "


def hand_off(case: Case) -> None:
    """R7, R14: with everything the next team needs, and not to and fro."""
    home = case.facts.team
    away = "payments" if home == "engineering" else "engineering"
    case.expect_refusal(c.Handoff(away))
    case.do(w.handoff(away))
    case.expect_refusal(w.handoff(home))
    case.do(w.handoff(home), by=w.WU)
    case.story += f"handed to {away} and back; "


def correct_type(case: Case) -> None:
    """R17: a person corrects the type; from now on the notice needs plain words."""
    if not case.runner.desk.policy.type_rule(case.facts.type).technical:
        case.expect_refusal(c.Triage("fault"))  # a fault belongs to another team, and a handoff says why
        case.do(c.Triage("fault", case.facts.area, case.facts.signals or Signals(), case.facts.team))
        case.story += "type corrected; "


def merge_repeat(case: Case, other: str) -> None:
    """R5, R35: the same customer writes again; the second complaint goes into the first."""
    again = _same_again(case)
    case.runner.expect_refusal(again.id, c.Merge(other), by=w.LI)
    again.do(c.Merge(case.id))
    _archive(again)
    case.story += "a repeat merged into it; "


def _same_again(case: Case) -> Case:
    complaint = case.complaint
    received = c.Receive(
        channel="web",
        customer=complaint.customer,
        description="I wrote to you before and the fee is still there",
        type=complaint.facts.type,
        order=complaint.facts.order,
    )
    return Case(case.runner, case.runner.desk.receive(received, by=w.SYSTEM).id)


def answer_at_first_contact(case: Case) -> None:
    """R31: the customer is on the line, and the answer is known: one transaction."""
    case.story += "answered at first contact; "
    case.do(
        c.Resolve("explained where the statement shows it", Touches.NOTHING),
        c.Verify(True, "knowledge", "KB-12"),
        w.notice(case.at, 1),
        c.Confirm(w.heard_by_phone("now I see it, thank you")),
        c.Close(),
    )
    case.do(_label(case))
    _archive(case)


def explain_plan(case: Case) -> None:
    """R33: it cannot be solved soon; the plan is explained, delivered, and kept."""
    case.story += "a plan, explained and kept; "
    case.expect_refusal(w.plan(case.at))
    _add_checked_evidence(case, "product", "the page does not show it")
    case.do(w.plan(case.at))
    case.expect_refusal(c.Close())
    case.runner.deliver()
    case.do(c.Close(), _label(case))
    case.runner.deliver()
    case.expect_refusal(c.Archive())
    case.do(w.progress(case.at, plan_kept=True))
    _archive(case)


def decline(case: Case) -> None:
    """R35, R3, R47: with a reason, the recourse told, and at E or A a second person; never the system over a word of
    the customer's, and after abuse by an authority."""
    case.story += "declined; "
    case.expect_refusal(w.decline(recourse=""))
    case.expect_refusal(w.decline())
    case.expect_refusal(w.decline("wu"))
    case.do(c.Hear(w.NOT_SILENT), by=case.customer)
    case.expect_refusal(w.decline(), by=w.SYSTEM)
    _add_checked_evidence(case, "chat record", "ten times the fee or a bad review, by Friday")
    case.do(c.RecordAbuse(Abuse.DEMAND, "E1", "more than the terms allow"))
    case.do(c.ApproveDecline("the company is not one of ours"), by=w.ZHENG)
    case.expect_refusal(w.decline("zheng"))
    case.do(w.decline("zheng"), by=w.WU)
    case.do(_label(case))
    _archive(case)


def withdraw(case: Case) -> None:
    """R35: only by the customer's own word."""
    case.story += "withdrawn; "
    case.expect_refusal(c.Withdraw(w.HERE))
    case.expect_refusal(c.Withdraw(w.DENIED), by=case.customer)
    case.do(c.Withdraw(w.HERE), by=case.customer)
    case.do(_label(case))
    _archive(case)
