"""The slices of the library: each has all that bears on one promise."""

from __future__ import annotations

from datetime import timedelta

import attrs

from complaintflow import commands as c
from complaintflow.lifecycle.checking.examples import (
    a_log,
    bare_wish,
    disputed_once,
    finished,
    fixed_once,
    fixes,
    identity,
    mended_there,
    one_task,
    passed,
    refund_or_repair,
    reopened_once,
    results,
    takeover,
    to_customer,
    to_teams,
    told_once,
    triage_any,
    triage_elsewhere,
    unanswered,
    verified_by_evidence,
    wishes,
)
from complaintflow.lifecycle.checking.slices import START, Slice
from complaintflow.lifecycle.checking.worsening import CLAIM
from complaintflow.vocabulary import ReceiptStatus, State, Touches

_DAY = timedelta(days=1)
_WINDOW = timedelta(days=3)
_FORTNIGHT, _MONTH = timedelta(days=15), timedelta(days=31)

PROOF = Slice(
    "proof",
    {
        **START,
        **{c.Resolve: "agent mate", c.Verify: "agent mate", c.Mitigate: "mate", c.AddTask: "agent"},
        **{c.FinishTask: "agent", c.Regrade: "lead", c.Notify: "agent engineer system", c.Update: "agent"},
        **{c.Confirm: "customer", c.Dispute: "customer"},
    },
    {
        c.FinishTask: finished(Touches.OWN_SYSTEM),
        c.Regrade: lambda ask: [c.Regrade("E", "funds are lost"), c.Regrade("B", "they are not")],
        c.Mitigate: lambda ask: [c.Mitigate("second gateway switched on")],
        c.Update: lambda ask: [attrs.evolve(one, done=CLAIM) for one in to_customer(ask)],  # type: ignore[misc]  # every command is an attrs class
        c.Dispute: disputed_once,
        c.AddTask: lambda ask: one_task(ask) if not ask.facts.open_tasks else (),
    },
)
EVIDENCE = Slice(
    "evidence",
    {
        **START,
        **{c.AddEvidence: "agent customer", c.CheckEvidence: "agent", c.Retract: "agent", c.Propose: "agent"},
        **{c.Agree: "customer agent system", c.Object: "customer", c.ExplainPlan: "agent system", c.Resolve: "agent"},
        **{c.Verify: "mate", c.Notify: "agent"},
    },
    {
        c.Verify: verified_by_evidence,
        c.Notify: c.Notify.samples,
        c.Resolve: fixes(Touches.CUSTOMER, Touches.NOTHING),
        c.Propose: lambda ask: [*refund_or_repair(ask)][:1],
    },
)
AGREEMENT = Slice(
    "agreement",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Propose: "agent", c.Agree: "customer agent system"},
        **{c.Object: "customer", c.Resolve: "agent", c.Mitigate: "agent", c.AddTask: "agent", c.FinishTask: "agent"},
        **{c.Regrade: "lead", c.Verify: "mate", c.Notify: "agent", c.Dispute: "customer"},
    },
    {
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "agrees with the ledger")] * (not ask.facts.checked),
        c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
        c.Resolve: fixes(Touches.CUSTOMER, Touches.NOTHING),
        c.FinishTask: finished(Touches.CUSTOMER, Touches.NOTHING),
        c.Mitigate: mended_there,
        c.Regrade: lambda ask: [c.Regrade("E", "funds are lost")],
        c.Propose: lambda ask: [*refund_or_repair(ask)][:1],
        c.Verify: passed,
    },
    hostile=(c.Agree,),
)
MONEY = Slice(
    "money",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Compensate: "agent", c.RefuseCompensation: "agent"},
        **{c.ApproveCompensation: "agent lead manager machine engineer", c.Propose: "agent", c.Agree: "customer"},
        **{c.Resolve: "agent", c.Mitigate: "agent"},
    },
    {
        c.AddEvidence: lambda ask: identity(ask) if not ask.facts.evidence else (),
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "genuine")] * (not ask.facts.checked),
        c.Compensate: wishes(50, 300, 800),
        c.Propose: lambda ask: [*refund_or_repair(ask)][1:],
        c.Resolve: fixes(Touches.CUSTOMER, Touches.MONEY),
        c.Mitigate: lambda ask: [c.Mitigate("the money is sent back by hand", Touches.MONEY)],
    },
    barred=(c.Mitigate, c.Resolve),
)
"""Who may pay how much: what is agreed on is never what is paid, so nobody carries it out."""
REFUND = Slice(
    "refund",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Compensate: "agent", c.ApproveCompensation: "agent"},
        **{c.Propose: "agent", c.Agree: "customer", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent"},
        **{c.Mitigate: "agent", c.Dispute: "customer", c.Confirm: "customer", c.Close: "agent"},
    },
    {
        c.AddEvidence: lambda ask: identity(ask) if not ask.facts.evidence else (),
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "genuine")] * (not ask.facts.checked),
        c.Compensate: wishes(50, kind="refund"),
        c.Propose: lambda ask: [*refund_or_repair(ask)],
        c.Resolve: fixes(Touches.CUSTOMER, Touches.MONEY),
        c.Mitigate: lambda ask: [c.Mitigate("the money is sent back by hand", Touches.MONEY)],
        c.Verify: passed,
        c.Dispute: disputed_once,
    },
)
"""A refund from the wish to the end: what is agreed on is what is paid, and somebody has the authority."""
EXPLAINED = Slice(
    "explained money",
    {
        **START,
        **{
            c.AddEvidence: "agent",
            c.CheckEvidence: "agent",
            c.Compensate: "agent",
            c.ApproveCompensation: "agent lead",
        },
        **{c.RecordAbuse: "agent"},
    },
    {
        c.AddEvidence: identity,
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "genuine")] * (not ask.facts.checked),
        c.Compensate: bare_wish,
        c.RecordAbuse: lambda ask: [*c.RecordAbuse.samples(ask)][:1] if ask.facts.checked else (),
    },
    waits=(_MONTH + _FORTNIGHT,),
)
ACCOUNT = Slice(
    "account",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.ClearHazard: "lead", c.FinishTask: "agent"},
        **{c.AddTask: "agent system", c.Correct: "agent customer machine", c.Resolve: "agent", c.Answer: "customer"},
    },
    {
        c.Triage: lambda ask: [takeover(ask)],
        c.AddEvidence: identity,
        c.FinishTask: finished(Touches.OWN_SYSTEM),
        c.AddTask: lambda ask: one_task(ask) if not ask.facts.open_tasks else (),
    },
)
SILENCE = Slice(
    "silence",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Receipt: "system", c.Hear: "customer"},
        **{c.NoReplyNeeded: "agent machine", c.Confirm: "customer", c.Unclose: "system"},
        **{c.Close: "system agent machine"},
    },
    {c.Verify: passed, c.Hear: lambda ask: [*c.Hear.samples(ask)][:1], c.Notify: told_once, c.Resolve: fixed_once},
    waits=(_DAY, _WINDOW),
    receipts=True,
)
ANSWERED = Slice(
    "answered",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Hear: "customer", c.Update: "agent"},
        **{c.Confirm: "agent", c.Dispute: "customer", c.Close: "system agent", c.Reopen: "customer"},
        **{c.Escalate: "lead", c.Survey: "customer"},
    },
    {
        c.Verify: passed,
        c.Hear: lambda ask: [*c.Hear.samples(ask)][:1] if not ask.facts.signs else (),
        c.Dispute: disputed_once,
        c.Reopen: reopened_once,
        c.Escalate: lambda ask: c.Escalate.samples(ask) if not ask.facts.escalation else (),
    },
    waits=(_WINDOW, _MONTH),
    hostile=(c.Confirm,),
)
PLAN = Slice(
    "plan",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.ExplainPlan: "agent", c.Receipt: "system"},
        **{c.Confirm: "customer agent system", c.Dispute: "customer", c.Close: "agent system machine"},
        **{c.Unclose: "system", c.Retract: "agent"},
    },
    {
        c.Dispute: disputed_once,
        c.ExplainPlan: lambda ask: c.ExplainPlan.samples(ask) if not ask.facts.cycle.plan_notice else (),
        c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "agrees")] * (not ask.facts.checked),
        c.Retract: lambda ask: [c.Retract("E1", "it belongs to another case")] * bool(ask.facts.checked),
        c.Triage: lambda ask: [*triage_any(ask)][:2] if not ask.facts.grade else (),
    },
    receipts=True,
)
UNREACHABLE = Slice(
    "unreachable",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Receipt: "system", c.Call: "agent engineer"},
        **{c.Close: "agent lead system"},
    },
    {
        c.Verify: passed,
        c.Notify: told_once,
        c.Resolve: fixed_once,
        c.Receipt: lambda ask: [one for one in results(ask) if one.status is ReceiptStatus.FAILED],  # type: ignore[attr-defined]  # all are receipts
        c.Call: unanswered,
        c.Close: lambda ask: [c.Close("unreachable")],
    },
    waits=(_DAY,),
    receipts=True,
)
ENDS = Slice(
    "ends",
    {
        **START,
        **{c.Withdraw: "customer agent system machine", c.ApproveDecline: "agent lead machine engineer"},
        **{c.Decline: "agent system lead machine", c.Dispute: "customer", c.Reopen: "agent", c.Regrade: "lead"},
        **{c.LabelCause: "agent", c.Archive: "agent system", c.Retrospect: "agent", c.Note: "agent"},
    },
    {
        c.Regrade: lambda ask: [c.Regrade("A", "it is worse")],
        c.Note: lambda ask: c.Note.samples(ask) if ask.facts.stage == State.ARCHIVED else (),
        c.Reopen: reopened_once,
        c.Dispute: disputed_once,
    },
    hostile=(
        c.Withdraw,
        c.Decline,
    ),
    barred=(c.Note,),
)
QUESTIONS = Slice(
    "questions",
    {
        **START,
        **{c.AskCustomer: "system agent", c.Answer: "customer agent system", c.Hear: "customer"},
        **{c.NoReplyNeeded: "agent", c.Decline: "system", c.Receipt: "system", c.Unclose: "system"},
    },
    {
        c.Triage: lambda ask: (),
        c.Hear: lambda ask: [*c.Hear.samples(ask)][:1] if not ask.facts.signs else (),
        c.AskCustomer: lambda ask: c.AskCustomer.samples(ask) if not ask.facts.questions else (),
    },
    waits=(_FORTNIGHT,),
    receipts=True,
    barred=(c.Triage,),
)
LEFT_OPEN = Slice(
    "left open",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Confirm: "customer", c.Close: "agent"},
        **{c.AddTask: "agent system", c.CancelTask: "agent", c.FinishTask: "agent", c.LabelCause: "agent"},
        **{c.Archive: "agent", c.Retrospect: "agent", c.AddEvidence: "agent", c.CheckEvidence: "agent"},
        **{c.Compensate: "agent", c.ApproveCompensation: "agent", c.RefuseCompensation: "agent"},
    },
    {
        c.Verify: passed,
        c.AddEvidence: lambda ask: [*c.AddEvidence.samples(ask)] if ask.facts.claims or ask.facts.owed else (),
        c.FinishTask: finished(Touches.NOTHING),
        c.AddTask: lambda ask: one_task(ask) if not ask.facts.open_tasks else (),
        c.Compensate: lambda ask: wishes(50)(ask) if not ask.facts.compensations else (),
        c.Notify: told_once,
    },
)
MERGE = Slice(
    "merge",
    {
        **START,
        **{c.Merge: "agent machine", c.Unmerge: "agent", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent"},
        **{c.Mitigate: "mate", c.Confirm: "customer", c.Close: "agent", c.Archive: "agent", c.LabelCause: "agent"},
    },
    {
        c.Verify: passed,
        c.Merge: lambda ask: [c.Merge(id) for id in ("C-2", "C-3", "C-4", "C-9", ask.id)],
        c.Mitigate: lambda ask: [c.Mitigate("second gateway switched on")],
    },
    beside=True,
)
GRADES = Slice(
    "grades",
    {
        **START,
        **{c.Triage: "agent", c.Regrade: "agent lead machine manager", c.LinkIncident: "agent"},
        **{c.UnlinkIncident: "agent lead machine", c.ClearHazard: "agent lead machine", c.Correct: "agent"},
        **{c.Escalate: "agent", c.Hear: "customer"},
    },
    {c.Triage: triage_any, c.Regrade: c.Regrade.samples, c.Hear: lambda ask: [*c.Hear.samples(ask)][:1]},
    hostile=(
        c.Regrade,
        c.ClearHazard,
        c.UnlinkIncident,
    ),
)
DISPUTED = Slice(
    "disputed",
    {
        **START,
        **{c.Regrade: "agent lead", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Dispute: "customer"},
    },
    {c.Triage: triage_any, c.Regrade: c.Regrade.samples, c.Verify: passed},
)
"""The grade of a complaint that is disputed, again and again: a refused `Regrade` of each kind has the slice before."""
TEAMS = Slice(
    "teams",
    {
        **START,
        **{c.Triage: "agent lead", c.Handoff: "agent lead machine", c.Assign: "agent", c.Unassign: "agent"},
        **{c.Override: "agent manager machine"},
    },
    {c.Triage: triage_elsewhere, c.Handoff: to_teams, c.Override: lambda ask: [c.Override("no-ping-pong", "away")]},
    hostile=(
        c.Handoff,
        c.Override,
    ),
)
JUDGEMENT = Slice(
    "judgement",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Refer: "agent", c.PartyReply: "agent"},
        **{c.DecideResponsibility: "agent machine", c.MissDeadline: "system", c.Hear: "customer"},
        **{c.NoReplyNeeded: "agent", c.Update: "agent"},
    },
    {
        c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
        c.Refer: lambda ask: c.Refer.samples(ask) if not ask.facts.waits else (),
        c.Hear: lambda ask: [*c.Hear.samples(ask)][:1],
        c.Update: lambda ask: [attrs.evolve(one, judged="Our gateway repeated it") for one in to_customer(ask)],  # type: ignore[misc]  # every command is an attrs class
    },
    waits=(_WINDOW,),
    hostile=(c.DecideResponsibility,),
)
SLICES = (
    *(PROOF, EVIDENCE, AGREEMENT, MONEY, REFUND, EXPLAINED, ACCOUNT, SILENCE, ANSWERED, PLAN, UNREACHABLE),
    *(ENDS, QUESTIONS, LEFT_OPEN, MERGE, GRADES, DISPUTED, TEAMS, JUDGEMENT),
)
"""What is explored to the end, one after the other."""
