"""The lifecycle: one table, and a pure step over it.

Theory of operation
-------------------

A complaint is a frozen record with a *state* and *facts*. Somebody asks for something with a *command*.
`Lifecycle.decide` answers without changing anything:

1. The rows for this command that leave this state are its *edges*. Without one, the command is not possible. Where
   several rows leave one state, each has a `when`, and exactly one applies.
2. The `who` of the row says which kinds of actor may ask (rule `allowed`); customers only about their own complaints.
3. The rules of the row check what this command needs (a part that exists, a time in the future).
4. The *effects* call the guards in `guards.GUARDS`. No effect can be left out. A row declares at least the effects of
   its command and of entering its target; otherwise it is a `DefinitionError`. Changes have effects too: of the team,
   of the grade downwards, of payments, of a message to the customer; and so has any text that the customer reads.
5. All refusals of all rules are collected. Without any, the answer is one event with the fields of the command and the
   facts that it changes.

`Lifecycle.machine()` gives the same moves as a machine of `transitions`. No step goes through it.

A dispute or a reopening begins a new *cycle*: agreement, proof, notice and confirmation lapse as one value, while
evidence and payments stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from complaintflow import commands as c
from complaintflow.commands._context import Ask
from complaintflow.commands.findings import undermines
from complaintflow.commands.taking_back import takes_back_an_end
from complaintflow.lifecycle import preconditions as need
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.imported import old_cause_known, old_dates_in_order
from complaintflow.lifecycle.machines import approved_by_another, person_decides, proved_by_a_person
from complaintflow.lifecycle.rows import ANYONE, HANDS, STAFF, STAY, SYSTEM_ONLY, THEIRS, Row, implied_effects, rows
from complaintflow.vocabulary import CLOSABLE, ENDS, FIXED, OPEN, WORKING, Effect as E, Ground, State as S

SETTLED = {S.CLOSED} | ENDS
RECORDED = OPEN | SETTLED | {S.ARCHIVED}
STANDING = {S.PROPOSED, S.EXECUTING} | FIXED
"""The states that stand on an offer, an agreement or a proof, and so on evidence."""


def passed(ask: Ask) -> bool:
    """The verification passed."""
    return bool(ask.field("passed"))


def failed(ask: Ask) -> bool:
    """The verification failed."""
    return not ask.field("passed")


def confirms(ask: Ask) -> bool:
    """What the state stands on is as it was."""
    return not undermines(ask)


def silent(ask: Ask) -> bool:
    """It was closed as silent."""
    return ask.facts.ground == Ground.SILENT


def planned(ask: Ask) -> bool:
    """It was closed on a plan."""
    return ask.facts.ground == Ground.PLANNED


def ends_it(ask: Ask) -> bool:
    """The message is the letter that ended it."""
    return takes_back_an_end(ask.facts, ask.field("message"))


def ends_nothing(ask: Ask) -> bool:
    """The message is another one."""
    return not ends_it(ask)


def closed_on_notice(ask: Ask) -> bool:
    """The message closed what the customer was told to be solved."""
    return ends_it(ask) and bool(ask.facts.cycle.notice)


def closed_on_plan(ask: Ask) -> bool:
    """The message closed what the customer was told a plan for."""
    return ends_it(ask) and not ask.facts.cycle.notice


def aside(ask: Ask) -> bool:
    """R21, R33, R39, R41: it is to call, about a message that came back, an improvement, or to investigate a spike."""
    return any(ask.field(name, None) for name in ("call", "about", "improvement", "spike"))


def on_the_fix(ask: Ask) -> bool:
    """It is any other task."""
    return not aside(ask)


def runs_on(ask: Ask) -> bool:
    """It still runs in the system that it comes from."""
    return not was_closed(ask)


def was_closed(ask: Ask) -> bool:
    """The system that it comes from closed it."""
    return ask.field("old").closed_at is not None


def graded(ask: Ask) -> bool:
    """It was graded."""
    return ask.facts.grade is not None


def ungraded(ask: Ask) -> bool:
    """Nobody here ever graded it: another system closed it."""
    return not graded(ask)


@cache
def came_from(state: str) -> Callable[[Ask], bool]:
    """The complaint was in this state when it was merged. One function for each state, so that two tables are alike."""

    def noted(ask: Ask) -> bool:
        return ask.facts.merged_from == state

    noted.__name__ = f"from {state}"
    return noted


_OLD = (need.earlier_one_known, old_dates_in_order, old_cause_known)

TABLE = rows(
    # command, from, to, effects, who (STAFF), own rules, when
    # ── intake
    (c.Receive, S.NEW, S.RECEIVED, {}, ANYONE, (need.contact_known, need.earlier_one_known)),
    (c.Import, S.NEW, S.RECEIVED, {}, SYSTEM_ONLY, (need.contact_known, *_OLD), runs_on),
    (c.Import, S.NEW, S.CLOSED, {E.CLOSES}, SYSTEM_ONLY, _OLD, was_closed),
    (c.Acknowledge, OPEN, STAY, {E.SPEAKS}, HANDS),
    (c.AskCustomer, OPEN, STAY, {E.SPEAKS}, HANDS, (need.asked_anew,)),
    (c.Answer, OPEN, STAY, {E.HEARS, E.READDRESSES}, THEIRS),
    (c.Hear, (OPEN | SETTLED) - {S.MERGED}, STAY, {E.HEARS}, THEIRS),
    (c.NoReplyNeeded, OPEN | SETTLED, STAY, {E.REPORTS}, STAFF, (need.may_answer, need.reply_awaited, person_decides)),
    (c.Correct, OPEN, STAY, {E.READDRESSES}, ANYONE, (need.intake_fields, need.corrected_by_staff)),
    # ── triage
    (c.Triage, S.RECEIVED, S.TRIAGED, {}, HANDS),
    (c.Triage, WORKING, STAY, {}, HANDS),
    (c.Regrade, OPEN, STAY, {}, HANDS),
    (c.Assign, S.TRIAGED, S.INVESTIGATING, {}, HANDS),
    (c.Assign, OPEN - {S.TRIAGED}, STAY, {}, HANDS),
    (c.Unassign, OPEN, STAY, {}, HANDS, (need.somebody_owns_it,)),
    (c.Handoff, OPEN, STAY, {E.HANDS_OFF}, HANDS, (need.another_team,)),
    (c.Watch, OPEN, STAY, {}, HANDS),
    (c.Escalate, OPEN, STAY, {}, HANDS),
    (c.RecordReview, OPEN, STAY, {E.REPORTS}, STAFF, (need.review_attended,)),
    (c.Block, OPEN, STAY),
    (c.Unblock, OPEN, STAY, {}, STAFF, (need.open_blocker,)),
    (c.LinkIncident, OPEN, STAY, {}, HANDS),
    (c.UnlinkIncident, OPEN, STAY, {}, STAFF, (need.in_an_incident,)),
    (c.ClearHazard, OPEN, STAY, {}, STAFF, (need.standing_hazard,)),
    # ── facts; the first fact, task or owner begins the investigation
    (c.AddEvidence, S.TRIAGED, S.INVESTIGATING, {}, ANYONE, (need.payment_named,)),
    (c.AddEvidence, OPEN - {S.TRIAGED}, STAY, {}, ANYONE, (need.payment_named,)),
    (c.AddEvidence, SETTLED - {S.MERGED}, STAY, {}, ANYONE, (need.payment_named,)),
    (c.AddEvidence, S.MERGED, STAY, {}, HANDS, (need.payment_named,)),
    (c.CheckEvidence, (OPEN | SETTLED) - STANDING, STAY, {}, STAFF, (need.part_exists,)),
    (c.CheckEvidence, STANDING, S.INVESTIGATING, {}, STAFF, (), undermines),
    (c.CheckEvidence, STANDING, STAY, {}, STAFF, (need.part_exists,), confirms),
    (c.Retract, (OPEN | SETTLED) - STANDING, STAY, {}, STAFF, (need.standing_entry,)),
    (c.Retract, STANDING, S.INVESTIGATING, {}, STAFF, (need.standing_entry,), undermines),
    (c.Retract, STANDING, STAY, {}, STAFF, (need.standing_entry,), confirms),
    (c.RecordAbuse, OPEN | {S.CLOSED}, STAY, {}, STAFF, (need.part_exists, need.abuse_taken_back)),
    (c.RecordVulnerability, OPEN | {S.CLOSED}, STAY, {}, STAFF),
    (c.FindCause, S.TRIAGED, S.INVESTIGATING, {E.REPORTS}, STAFF, (need.part_exists,)),
    (c.FindCause, OPEN - {S.TRIAGED}, STAY, {E.REPORTS}, STAFF, (need.part_exists,)),
    (c.DecideResponsibility, OPEN - {S.RECEIVED}, STAY, {E.JUDGES}),
    (c.Refer, S.TRIAGED, S.INVESTIGATING, {}, STAFF, (need.times_to_come,)),
    (c.Refer, OPEN - {S.TRIAGED}, STAY, {}, STAFF, (need.times_to_come,)),
    (c.PartyReply, OPEN, STAY, {E.REPORTS}, HANDS, (need.open_referral,)),
    (c.Note, OPEN | SETTLED, STAY, {}, HANDS),
    (c.Call, (OPEN | SETTLED) - {S.MERGED}, STAY, {E.SPEAKS, E.REPORTS}, STAFF, (need.experienced_caller,)),
    # ── solution
    (c.Propose, WORKING, S.PROPOSED, {E.PROMISES, E.SPEAKS}, STAFF, (need.one_to_three,)),
    (c.Agree, S.PROPOSED, S.EXECUTING, {E.HEARS}, THEIRS, (need.on_offer,)),
    (c.Object, {S.PROPOSED, S.EXECUTING}, S.INVESTIGATING, {E.HEARS}, THEIRS),
    (c.AddTask, S.TRIAGED, S.INVESTIGATING, {}, HANDS, (need.times_to_come,), on_the_fix),
    (c.AddTask, S.TRIAGED, STAY, {}, HANDS, (need.times_to_come,), aside),
    (c.AddTask, OPEN - {S.TRIAGED}, STAY, {}, HANDS, (need.times_to_come,)),
    (c.AddTask, SETTLED, STAY, {}, SYSTEM_ONLY, (need.times_to_come,)),
    (c.FinishTask, OPEN | SETTLED, STAY, {E.ACTS, E.MENDS, E.REPORTS}, STAFF, (need.open_task,)),
    (c.CancelTask, OPEN | SETTLED, STAY, {E.REPORTS}, HANDS, (need.open_task,)),
    (c.Mitigate, S.TRIAGED, S.INVESTIGATING, {E.ACTS, E.REPORTS}),
    (c.Mitigate, OPEN - {S.TRIAGED}, STAY, {E.ACTS, E.REPORTS}),
    (c.Compensate, OPEN, STAY, {}, STAFF, (need.times_to_come,)),
    (c.ApproveCompensation, OPEN | {S.MERGED}, STAY, {E.PAYS}, STAFF, (need.open_claim,)),
    (c.RefuseCompensation, OPEN | ENDS, STAY, {}, STAFF, (need.open_claim,)),
    (c.ExplainPlan, {S.TRIAGED, S.INVESTIGATING, S.PLANNED}, S.PLANNED, {E.PROMISES, E.SPEAKS}),
    # ── proof
    (c.Resolve, WORKING | FIXED | {S.PLANNED}, S.RESOLVED, {E.ACTS}),
    (c.Verify, FIXED, STAY, {}, STAFF, (proved_by_a_person,), passed),
    (c.Verify, FIXED, S.INVESTIGATING, {}, STAFF, (), failed),
    (c.Notify, FIXED, S.AWAITING_CONFIRMATION, {E.SPEAKS, E.TELLS_SOLVED}),
    (c.Update, (OPEN | SETTLED) - {S.MERGED}, STAY, {E.SPEAKS, E.REPORTS}, HANDS, (need.plan_told,)),
    (c.Recall, OPEN, STAY, {}, STAFF, (need.not_yet_sent,)),
    (c.Recall, S.CLOSED, S.AWAITING_CONFIRMATION, {E.TELLS_SOLVED}, STAFF, (need.not_yet_sent,), closed_on_notice),
    (c.Recall, S.CLOSED, S.PLANNED, {}, STAFF, (need.not_yet_sent,), closed_on_plan),
    (c.Recall, S.DECLINED, S.RECEIVED, {}, STAFF, (need.not_yet_sent,), ends_it),
    (c.Recall, {S.CLOSED, S.DECLINED}, STAY, {}, STAFF, (need.not_yet_sent,), ends_nothing),
    (c.Recall, S.WITHDRAWN, STAY, {}, STAFF, (need.not_yet_sent,)),
    (c.Receipt, OPEN | SETTLED, STAY, {}, SYSTEM_ONLY, (need.part_exists,)),
    (c.Confirm, FIXED | {S.PLANNED}, STAY, {E.HEARS}, THEIRS),
    (c.Dispute, CLOSABLE, S.INVESTIGATING, {E.HEARS}, THEIRS),
    (c.Dispute, S.DECLINED, S.RECEIVED, {E.HEARS}, THEIRS, (need.words_stand,)),
    # ── clocks, and the target's side of a merge
    (c.Pause, OPEN, STAY, {}, HANDS, (need.clock_can_stop,)),
    (c.Resume, OPEN, STAY, {}, HANDS, (need.clock_stands,)),
    (c.Remind, OPEN | SETTLED, STAY, {E.SPEAKS}, SYSTEM_ONLY, (need.reminded_once,)),
    (c.MissDeadline, OPEN | SETTLED, STAY, {}, SYSTEM_ONLY, (need.deadline_passed,)),
    (c.Migrate, OPEN | SETTLED, STAY, {}, SYSTEM_ONLY, (need.fits_the_policy,)),
    (c.ComplainAgain, OPEN, STAY, {}, SYSTEM_ONLY),
    (c.Absorb, OPEN, STAY, {}, SYSTEM_ONLY, (need.merged_here,)),
    (c.Unclose, S.CLOSED, S.AWAITING_CONFIRMATION, {E.TELLS_SOLVED}, SYSTEM_ONLY, (need.came_back,), silent),
    (c.Unclose, S.CLOSED, S.PLANNED, {}, SYSTEM_ONLY, (need.came_back,), planned),
    (c.Unclose, S.DECLINED, S.RECEIVED, {}, SYSTEM_ONLY, (need.came_back,)),
    (c.Release, OPEN | SETTLED, STAY, {}, SYSTEM_ONLY, (need.released_here,)),
    # ── ends
    (c.Close, CLOSABLE, S.CLOSED, {E.CLOSES}, HANDS),
    (c.Survey, S.CLOSED, STAY, {E.HEARS}, THEIRS, (need.surveyed_once,)),
    (c.Survey, S.ARCHIVED, STAY, {E.HEARS}, THEIRS, (need.surveyed_once, need.rated_alone)),
    (c.LabelCause, SETTLED - {S.MERGED}, STAY, {}, STAFF, (need.known_root_cause,)),
    (c.Archive, SETTLED, S.ARCHIVED, {E.ARCHIVES}, HANDS),
    (c.Reopen, S.CLOSED, S.INVESTIGATING, {}, THEIRS, (need.reopened_in_time, need.words_stand), graded),
    (c.Reopen, S.CLOSED, S.RECEIVED, {}, THEIRS, (need.reopened_in_time, need.words_stand), ungraded),
    (c.Reopen, {S.WITHDRAWN, S.DECLINED}, S.RECEIVED, {}, THEIRS, (need.words_stand,)),
    (c.Withdraw, OPEN, S.WITHDRAWN, {E.ENDS}, THEIRS),
    (c.ApproveDecline, WORKING | {S.RECEIVED, S.PLANNED}, STAY, {}, STAFF, (need.authority_to_approve, person_decides)),
    (c.Decline, WORKING | {S.RECEIVED, S.PLANNED}, S.DECLINED, {E.ENDS, E.SPEAKS}, HANDS),
    (c.Merge, OPEN, S.MERGED, {E.ENDS}, HANDS),
    *(
        (c.Unmerge, S.MERGED, state, implied_effects(S.MERGED, state), HANDS, (need.words_stand,), came_from(state))
        for state in S
        if state in OPEN
    ),
    # ── learning
    (c.Park, OPEN | SETTLED, STAY),
    (c.Retrospect, OPEN | SETTLED, STAY, {E.RETROSPECTS}, STAFF, (need.reaches_the_root, need.actions_ahead)),
    (c.Override, OPEN, STAY, {}, STAFF, (need.authority_to_override, person_decides)),
    # ── erasing the words; an archived record changes in nothing else, but for a late rating
    (c.PlaceHold, RECORDED, STAY, {}, STAFF, (need.times_to_come, need.hold_grows)),
    (c.LiftHold, RECORDED, STAY, {}, STAFF, (need.on_hold, person_decides)),
    (c.Erase, SETTLED | {S.ARCHIVED}, STAY, {}, SYSTEM_ONLY, (need.not_on_hold, need.settled_before_erasure)),
    # ── what a machine, or who may only propose, asks a person for
    (c.AskApproval, OPEN | SETTLED, STAY),
    (c.Approve, OPEN | SETTLED, STAY, {}, STAFF, (approved_by_another, person_decides)),
    (c.Disapprove, OPEN | SETTLED, STAY, {}, STAFF, (approved_by_another, person_decides)),
)
"""Every move of the lifecycle."""
_TRIAGED = frozenset[str]({S.TRIAGED})
_RULES = tuple(rule for rules in (*(row.rules for row in TABLE), *GUARDS.values()) for rule in rules)
KNOWN_RULES: Mapping[str, Guard] = {rule_of(rule): rule for rule in _RULES}
"""The rules of the library by name."""
LIBRARY_RULES = frozenset(_RULES)
"""The rules of the library themselves: a house may have one of the same name."""


def begins(row: Row) -> bool:
    """Whether it begins the investigation: in other open states the command stays, and so it does in an own one."""
    return row.sources == _TRIAGED and row.target == S.INVESTIGATING
