"""What follows from an event: further commands, which the desk asks for as the system, through the same gate."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from complaintflow._validation.structure import structure
from complaintflow.commands import (
    Absorb,
    AddTask,
    CancelTask,
    CheckEvidence,
    Command,
    Confirm,
    Correct,
    Escalate,
    Merge,
    Notify,
    Receive,
    Release,
    Remind,
    Retrospect,
    Unmerge,
    Watch,
)
from complaintflow.commands.clocks import about_former
from complaintflow.commands.triage import RESPONSE_TEAM
from complaintflow.lifecycle.expression import consists_of
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.contacts import written_to_no_more
from complaintflow.record.keys import CALL_TASK, LevelKey, RunKey
from complaintflow.sla.milestones import kinds, pending_time
from complaintflow.sla.timing import ALWAYS, ClockContext, calendars
from complaintflow.values import Action, CallPlan
from complaintflow.vocabulary import LEAD, OPEN, Audience, Grade, State, in_language, language_of

FOLLOW_UP = timedelta(hours=24)
CALL_CLOCK = "call_first"
Reactions = Iterator[tuple[str, Command]]


@lru_cache(maxsize=4096)
def reactions_to(kind: str, *changed: str) -> tuple[React, ...]:
    """What may follow from a command that changes these facts, `state` among them.

    Most have nothing: to ask all took 8 µs an event. Each gives the commands that follow, with the complaint of each.
    """
    stirred = (kind, *changed)
    return tuple(react for react, stirring in REACTIONS if not stirring.isdisjoint(stirred))


_DISPUTED = ("客户第{times}次表示问题没有解决", "the customer says for the {times}. time that it is not solved")
_RISK = ("启动风控流程", "start the risk-control flow")
_HAZARD = ("跟进风险:{hazards}", "follow up the hazard: {hazards}")
_UNPAID = ("付款凭证不属实:请付款或补充凭证 {what}", "the proof of payment was false: pay or prove {what}")
_CALL = ("致电客户", "call the customer")
_CALM = ("等级已下调为{grade},不必先致电", "the grade is {grade} now, no call comes first")
_FORMER = (
    "您的投诉 {id} 登记的联系方式已更改，我们不再使用此地址。如果不是您本人要求的，请尽快告诉我们。",
    "The contact on record for your complaint {id} was changed, and we no longer write to this address. If you did not "
    "ask for that, please tell us at once.",
)
_SOLVED = (
    "已通过验证并告知客户。感谢参与解决的同事:{people}。",
    "The fix is verified and the customer is told. Thank you for solving it: {people}.",
)


def _say(texts: tuple[str, str], policy: Policy, **parts: object) -> str:
    """A text in the language of the staff."""
    return in_language(policy.language_for_staff, texts).format(**parts)


# ── a merge touches two records


def _merging(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """R35, R15: the target takes over what the other one has, and who watches it."""
    if event.is_a(Merge):
        target = after.facts.merged_into
        yield target, Absorb(after.id, pending_time(before.body, event.at))
        for entry in after.body.of(Watch):
            if entry.data:
                yield target, Watch(**entry.data)
    if event.is_a(Unmerge):
        yield before.facts.merged_into, Release(after.id)


# ── hazards


def _hazard_tasks(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """R7: a stolen account starts the risk-control flow. R35: a hazard outlives the end of its complaint."""
    if policy.identity_hazards & (after.facts.hazards - before.facts.hazards):
        due = event.at + policy.promises.emergency_mitigated
        team = policy.type_rule("account_security").team
        yield after.id, AddTask(_say(_RISK, policy), team, due, team)
    ended = after.state != before.state and after.stage in {State.WITHDRAWN, State.DECLINED}
    if ended and after.facts.hazards:
        what = _say(_HAZARD, policy, hazards=", ".join(sorted(after.facts.hazards)))
        yield after.id, AddTask(what, after.facts.team or policy.emergency_team, event.at + FOLLOW_UP)


def _disproved(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """R26a: a proof of payment that was false leaves a task."""
    unpaid = after.facts.owed - before.facts.owed
    if event.is_a(CheckEvidence) and unpaid:
        owner = after.facts.handled_by or policy.emergency_team
        yield after.id, AddTask(_say(_UNPAID, policy, what=", ".join(sorted(unpaid))), owner, event.at + FOLLOW_UP)


# ── R21: who is called first


def _calling(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """A task to call the customer when it becomes serious; it is cancelled when it is serious no more."""
    serious, facts = policy.calls.grades, after.facts
    if facts.grade not in serious:
        if CALL_TASK in facts.open_tasks and before.grade in serious:
            yield after.id, CancelTask(CALL_TASK, _say(_CALM, policy, grade=facts.grade))
        return
    became = before.grade not in serious or after.cycle.number > before.cycle.number
    due = _call_due(facts.grade, event.at, policy) if became else None
    if due and facts.stage in OPEN and CALL_TASK not in facts.open_tasks:
        owner = facts.handled_by or LEAD
        yield after.id, AddTask(_say(_CALL, policy), owner, due, facts.team, call=prepare_call(after, policy))


def _call_due(grade: Grade | None, at: datetime, policy: Policy) -> datetime | None:
    clock = policy.clocks.get(CALL_CLOCK)
    return ClockContext(policy).due(clock, at, grade) if clock else None


def prepare_call(complaint: Complaint, policy: Policy) -> CallPlan:
    """R42: the script and the likely objections of the playbook in the language of the staff, and who listens in."""
    book = complaint.playbook(policy, policy.language_for_staff)
    listener = policy.calls.listener if complaint.grade in policy.calls.listened else ""
    return CallPlan(book.script, book.objections, listener)


def _watching(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """R7: an emergency has a response team."""
    if after.grade == Grade.E and before.grade != Grade.E:
        yield after.id, Watch(policy.emergency_team, RESPONSE_TEAM)


# ── R34: it is not solved again


def _reviewing(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """After so many disputes a review is called."""
    if after.cycle.number > before.cycle.number and after.facts.disputes >= policy.disputes.review_at:
        yield after.id, Escalate(_say(_DISPUTED, policy, times=after.facts.disputes))


# ── R39: what a retrospective improves


def _improving(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """A task for each action: its owner is told, its due date has a clock, and somebody says when it is done."""
    if event.is_a(Retrospect):
        days = calendars(policy)[ALWAYS]
        for one in event.data["actions"]:
            action = structure(Action, one)
            yield after.id, AddTask(action.what, action.owner, days.closing(action.due), improvement=action)


# ── R15: who hears of it


def _telling(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """Who reported it watches it; who solved it is thanked, once for each fix, and the stakeholders hear it too."""
    reporter = _reporter(event)
    if reporter.strip() and reporter not in {after.facts.customer, *after.facts.watchers}:
        yield after.id, Watch(reporter, "reporter")
    if event.is_a(Notify, Confirm) and after.cycle.proved:
        key = LevelKey(RunKey("solved", after.cycle.number, "", after.cycle.fix), "thanks")
        if not after.facts.has_told(key):
            solvers = sorted(after.cycle.fixers | {after.facts.owner} - {""})
            text = _say(_SOLVED, policy, people=", ".join(solvers))
            tells = dict.fromkeys((*solvers, *sorted(after.facts.watchers)))
            yield after.id, Remind(text, Audience.TEAM, str(key), tuple(tells))


def _reporter(event: Event) -> str:
    """Who is said to have reported it."""
    if event.is_a(Receive):
        return str(event.data.get("reported_by", ""))
    return str(event.data["fields"].get("reported_by", "")) if event.is_a(Correct) else ""


# ── R22: an address is changed


def _telling_former(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """The verified address that is written to no more hears of it, in its language, and nothing of the new one."""
    if not event.is_a(Correct) or not policy.sending.tell_former:
        return
    if written_to_no_more(before.contacts, after.contacts):
        text = in_language(language_of(before.customer.language), _FORMER).format(id=after.id)
        yield after.id, Remind(text, Audience.CUSTOMER, about_former(after.cycle.number, event.seq))


# ── R44: anything else?


def _following_up(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Reactions:
    """What else the customer has is a complaint of its own, of which who owns this one hears."""
    more = str(event.data.get("anything_else", "")).strip() if event.is_a(Confirm) else ""
    if consists_of(more, policy.nothing_else):
        return
    facts = after.facts
    reporter = facts.handled_by
    command = Receive(facts.channel, after.customer, more, follows=after.id, reported_by=reporter)
    yield follow_up_id(after.id, event), command


def follow_up_id(complaint: str, event: Event) -> str:
    """The id of the follow-up that an event opens: always the same for the same event."""
    digest = hashlib.blake2b(f"{complaint} {event.seq}".encode(), digest_size=5).hexdigest()
    return f"C-{event.at:%y%m%d}-{digest}"


React = Callable[[Complaint, Complaint, Event, Policy], Reactions]

REACTIONS: tuple[tuple[React, frozenset[str]], ...] = (
    (_merging, kinds(Merge, Unmerge)),
    (_calling, frozenset({"cycle", "grade"})),
    (_watching, frozenset({"grade"})),
    (_hazard_tasks, frozenset({"signals", "state"})),
    (_disproved, kinds(CheckEvidence)),
    (_telling, kinds(Confirm, Correct, Notify, Receive)),
    (_telling_former, kinds(Correct)),
    (_following_up, kinds(Confirm)),
    (_improving, kinds(Retrospect)),
    (_reviewing, frozenset({"cycle"})),
)
"""What may follow, and from what: these commands, and these facts by their change, `state` among them."""
