"""The scenes: complaints on their way to the archive, and everything that the rules refuse on that way."""

from __future__ import annotations

from datetime import datetime

import attrs

from complaintflow import commands as c
from complaintflow.commands import Command
from complaintflow.demo import words as w
from complaintflow.demo.stage import Stage
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.values import Actor, Signals
from complaintflow.vocabulary import Grade, Ground, Touches

__all__ = [
    "Case", "declined", "first_contact", "handed_off", "lowered", "merged", "planned", "raised", "silence", "technical",
    "to_the_archive", "withdrawn",
]  # fmt: skip

PASSED = c.Verify(True, "ledger", "the booking is there")
CAUSES = ("unclear rule-fees", "process gap-booking", "product defect-statement page", "third party-company")


@attrs.define
class Case:
    """One complaint on the stage, and what the data says that its customer answered."""

    stage: Stage
    id: str
    answer: str = ""
    waiting: bool = False
    story: str = ""

    @property
    def complaint(self) -> Complaint:
        return self.stage.desk.get(self.id)

    @property
    def facts(self) -> Facts:
        return self.complaint.facts

    @property
    def at(self) -> datetime:
        return self.stage.clock()

    @property
    def customer(self) -> Actor:
        return Actor.customer(self.facts.customer)

    def do(self, *commands: Command, by: Actor = w.LI) -> None:
        """What must go through."""
        self.stage.do(self.id, *commands, by=by)

    def no(self, *commands: Command, by: Actor = w.LI) -> None:
        """What must be refused."""
        self.stage.refused(self.id, *commands, by=by)


# ── the way of every complaint, step by step; `no` is what somebody tried too early


def to_the_archive(case: Case) -> None:
    """From triage to the archive, or to the point where only silence is waited for."""
    _welcomed(case)
    _looked_into(case)
    _judged(case)
    _agreed(case)
    _compensated(case)
    _carried_out(case)
    _proved(case)
    _told(case)
    _answered(case)
    if not case.waiting:
        _filed(case)


def _welcomed(case: Case) -> None:
    case.no(w.acknowledgement(case.at, " "))
    case.do(w.acknowledgement(case.at))
    case.no(w.progress(case.at), by=w.QIAN)


def _looked_into(case: Case) -> None:
    case.no(w.offer(case.at, 1))
    case.no(c.DecideResponsibility("merchant"))
    _checked(case, "order", "the company's file: one fee, no consent")


def _checked(case: Case, kind: str, content: str) -> None:
    """A piece of evidence, found and checked."""
    name = f"E{case.facts.evidence + 1}"
    case.do(c.AddEvidence(kind, "company file", content), c.CheckEvidence(name, "agrees with the statement"))


def _judged(case: Case) -> None:
    verdict = c.DecideResponsibility("merchant", "terms of the account, section 4", "the fee needs consent")
    case.no(verdict)
    case.do(w.referral(case.at), c.PartyReply(f"R{case.facts.referrals + 1}", "we have no consent on file"))
    case.do(verdict)


def _agreed(case: Case, round: int = 1) -> None:
    case.do(w.offer(case.at, round))
    case.no(c.Resolve("the fee was booked back"))
    option = min(case.facts.cycle.offered)
    case.no(c.Agree(option, w.HERE))
    case.do(c.Agree(option, w.HERE), by=case.customer)


def _compensated(case: Case) -> None:
    case.do(w.compensation(case.at, 40, terms=""))
    case.no(w.claim("C1"))
    case.do(c.RefuseCompensation("C1", "it does not say when it arrives"), w.compensation(case.at, 120))
    _checked(case, "identity", "name and account agree")
    case.no(w.claim("C2"))
    case.do(w.claim("C2"), by=w.WU)
    case.do(w.compensation(case.at, 20))
    case.no(w.claim("C3"))


def _carried_out(case: Case) -> None:
    case.no(w.lesson(case.at))
    case.do(c.Park("the company was asked twice"), c.AddTask("book the fee back", "qian", case.at + w.DAY))
    _tasks_finished(case)
    case.do(c.Resolve("the fee was booked back"))


def _tasks_finished(case: Case) -> None:
    """The engineer finishes whatever is open, the risk team's task too."""
    if open_tasks := sorted(case.facts.open_tasks):
        finished = (c.FinishTask(task, Touches.OWN_SYSTEM, "done and logged") for task in open_tasks)
        case.do(*finished, by=w.QIAN)


def _proved(case: Case, round: int = 1) -> None:
    case.no(w.notice(case.at, round))
    case.no(w.solved_too_soon(case.at))
    if case.facts.grade == Grade.A:  # the fix changes after its proof: the proof is stale
        case.do(PASSED, c.Resolve("the fee and its interest were booked back"), by=w.WANG)
        case.no(w.notice(case.at, round))
    if case.facts.grade == Grade.E:  # the one who made the fix verifies it: four eyes are wanted
        case.do(PASSED)
        case.no(w.notice(case.at, round))
    case.do(PASSED, by=w.WANG)


def _told(case: Case, round: int = 1) -> None:
    case.no(c.Notify(done="done"))
    if case.stage.desk.policy.type_rule(case.facts.type).technical:
        case.no(w.notice(case.at, round, plain=""))
    case.do(w.notice(case.at, round))
    case.stage.deliver()


def _answered(case: Case) -> None:
    """What the customer says, by the data: disputed, not disputed, or not a word."""
    case.no(c.Close(), by=w.SYSTEM)
    case.do(c.RefuseCompensation("C3", "it was paid once"))
    if case.answer == "Yes":
        case.do(c.Dispute(w.HERE), by=case.customer)
        case.story += "disputed, solved anew; "
        _again(case)
    if not case.answer and _silence_permitted(case):
        case.waiting = True
        return
    case.do(c.Confirm(w.HERE), by=case.customer)
    case.do(c.Close())


def _again(case: Case) -> None:
    """A new cycle: agreement, proof and notice of the first one count no more."""
    _agreed(case, 2)
    case.do(c.Resolve("the interest was booked back, too"))
    _proved(case, 2)
    _told(case, 2)


def _silence_permitted(case: Case) -> bool:
    closing = case.stage.desk.policy.closing
    strict = case.facts.cycle.worst in closing.strict_grades
    return Ground.SILENT in (closing.grounds & closing.strict_grounds if strict else closing.grounds)


def silence(case: Case) -> None:
    """The window has passed without a word: the system closes."""
    case.do(c.Close(), by=w.SYSTEM)
    case.waiting = False
    _filed(case)


def _filed(case: Case) -> None:
    case.no(c.Archive())
    case.do(c.Survey(4, 8, "it took a while"), by=case.customer)
    case.do(_label(case), w.lesson(case.at))
    _archived(case)


def _label(case: Case) -> c.LabelCause:
    return c.LabelCause(CAUSES[len(case.id + case.facts.area) % len(CAUSES)])


def _archived(case: Case) -> None:
    """Every message has its receipt, every follow-up is done: into the archive."""
    _tasks_finished(case)
    case.stage.deliver()
    case.do(c.Archive())


# ── single scenes


def raised(case: Case, grade: Grade) -> None:
    """R13: up it goes by anybody's word; only down needs an authority."""
    case.do(c.Regrade(grade, "the customer cannot pay the rent"))
    case.story += f"raised to {grade} by hand; "


def lowered(case: Case) -> None:
    """R13: not by an agent, not without a reason."""
    case.no(c.Regrade(Grade.C, ""))
    case.do(c.Regrade(Grade.C, "the customer asks for a change of the page only"), by=w.WU)
    case.story += "lowered by a lead; "


def handed_off(case: Case) -> None:
    """R7, R14: with everything the next team needs, and not to and fro."""
    home = case.facts.team
    away = "payments" if home == "engineering" else "engineering"
    case.no(c.Handoff(away))
    case.do(w.handoff(away))
    case.no(w.handoff(home))
    case.do(w.handoff(home), by=w.WU)
    case.story += f"handed to {away} and back; "


def technical(case: Case) -> None:
    """R17: a person corrects the type; from now on the notice needs plain words."""
    if not case.stage.desk.policy.type_rule(case.facts.type).technical:
        case.do(c.Triage("fault", case.facts.area, case.facts.signals or Signals()))
        case.story += "type corrected; "


def merged(case: Case, other: str) -> None:
    """R5, R35: the same customer writes again; the second complaint goes into the first."""
    again = _same_again(case)
    case.stage.refused(again.id, c.Merge(other), by=w.LI)
    again.do(c.Merge(case.id))
    _archived(again)
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
    return Case(case.stage, case.stage.desk.receive(received, by=w.SYSTEM).id)


def first_contact(case: Case) -> None:
    """R31: the customer is on the line, and the answer is known: one transaction."""
    case.story += "answered at first contact; "
    case.do(
        c.Resolve("explained where the statement shows it", Touches.NOTHING),
        c.Verify(True, "knowledge", "KB-12"),
        w.notice(case.at, 1),
        c.Confirm(w.heard("now I see it, thank you")),
        c.Close(),
    )
    case.do(_label(case))
    _archived(case)


def planned(case: Case) -> None:
    """R33: it cannot be solved soon; the plan is explained, delivered, and kept."""
    case.story += "a plan, explained and kept; "
    case.no(w.plan(case.at))
    _checked(case, "product", "the page does not show it")
    case.do(w.plan(case.at))
    case.no(c.Close())
    case.stage.deliver()
    case.do(c.Close(), _label(case))
    case.stage.deliver()
    case.no(c.Archive())
    case.do(w.progress(case.at, plan_kept=True))
    _archived(case)


def declined(case: Case) -> None:
    """R35: with a reason, the recourse told, and at E or A a second person."""
    case.story += "declined; "
    case.no(w.decline(recourse=""))
    case.no(w.decline())
    case.do(w.decline("wu"))
    case.do(_label(case))
    _archived(case)


def withdrawn(case: Case) -> None:
    """R35: only by the customer's own word."""
    case.story += "withdrawn; "
    case.no(c.Withdraw(w.HERE))
    case.do(c.Withdraw(w.HERE), by=case.customer)
    case.do(_label(case))
    _archived(case)
