"""The witness: what somebody who reads no facts knows of a story, from the commands that were accepted.

The promises are judged by this, and not by what the library keeps: a rule that forgets something is found out. Of an
event the witness reads only what everybody outside sees: the state, the message that went out, the grade on the label,
and the ground on which it was closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from complaintflow import commands as c
from complaintflow.commands.ends import heard_in
from complaintflow.record.complaint import Event
from complaintflow.record.keys import CALL_TASK, message_name, message_number
from complaintflow.values import Actor
from complaintflow.vocabulary import Audience, ReceiptStatus, Touches

NOBODY = frozenset[str]()
SERIOUS = frozenset({"A", "E"})


class Seen(msgspec.Struct, frozen=True, omit_defaults=True, repr_omit_defaults=True):
    """What the witness knows.

    `terms` says of each claim whether it is explained and when it arrives, `payments` which evidence proves which.
    `account` says that an account was at stake at some time, `question` is the message that asks the customer.
    `serious` says that it was graded A or E, or escalated, in this cycle. `under_way` are the messages to the customer
    of which no proof came that they arrived, `for_staff` are those to us, `unanswered` that a word of the customer's
    waits for a person. `claims` are the wishes for compensation: name, kind, amount; `paid` is what was paid in this
    cycle: kind, amount.
    """

    state: str = "new"
    grade: str = ""
    serious: bool = False
    type: str = ""
    team: str = ""
    held: frozenset[str] = NOBODY
    hazards: frozenset[str] = NOBODY
    incident: bool = False
    fixed: bool = False
    working: frozenset[str] = NOBODY
    makers: frozenset[str] = NOBODY
    provers: frozenset[str] = NOBODY
    proved_by: frozenset[str] = NOBODY
    notice: str = ""
    told_at: datetime | None = None
    under_way: frozenset[str] = NOBODY
    for_staff: frozenset[str] = NOBODY
    unanswered: bool = False
    answered_at: datetime | None = None
    confirmed: bool = False
    plan: str = ""
    plan_told: bool = False
    plan_confirmed: bool = False
    proposed: bool = False
    options: int = 0
    offered: tuple[tuple[str, str], ...] = ()
    agreed: str = ""
    pieces: int = 0
    kinds: tuple[tuple[str, str], ...] = ()
    checked: frozenset[str] = NOBODY
    rests_on: frozenset[str] = NOBODY
    referrals: int = 0
    asked: tuple[tuple[str, str, datetime], ...] = ()
    heard: frozenset[str] = NOBODY
    compensations: int = 0
    claims: tuple[tuple[str, str, Decimal], ...] = ()
    paid: tuple[tuple[str, Decimal], ...] = ()
    tasks: int = 0
    open_tasks: tuple[tuple[str, str, bool], ...] = ()
    approvers: frozenset[str] = NOBODY
    calls_missed: int = 0
    cause: bool = False
    closed_at: datetime | None = None
    ground: str = ""
    terms: tuple[tuple[str, bool, datetime | None], ...] = ()
    owed: frozenset[str] = NOBODY
    payments: tuple[tuple[str, str], ...] = ()
    abused: tuple[tuple[str, str], ...] = ()
    account: bool = False
    safeguards: frozenset[str] = NOBODY
    asked_at: datetime | None = None
    question: str = ""
    lifted: frozenset[str] = NOBODY
    plan_open: bool = False
    plan_news: frozenset[str] = NOBODY

    @property
    def just_proved(self) -> bool:
        """R20: a passing verification of the latest fix, whoever made it."""
        return self.fixed and bool(self.provers)

    @property
    def proved(self) -> bool:
        """R32: a passing verification of the latest fix; at grade E by somebody who did not work on it."""
        makers = self.makers | {owner for _, owner, aside in self.open_tasks if not aside}
        return self.fixed and bool(self.provers if self.grade != "E" else self.provers - makers)

    @property
    def identity(self) -> bool:
        """R22: whether evidence of the customer's identity was checked."""
        return any(kind == "identity" and piece in self.checked for piece, kind in self.kinds)


News = dict[str, Any]
_UNTOLD: News = {"notice": "", "told_at": None, "confirmed": False}
_UNPROVED: News = {"provers": NOBODY, "proved_by": NOBODY}


def watch(seen: Seen, command: c.Command, by: Actor, event: Event) -> Seen:
    """What the witness knows after this command was accepted."""
    news: News = {}
    for kind in type(command).__mro__:
        if kind in _SEES:
            news = _SEES[kind](seen, command, by, event)
            break
    news = {
        **_words(seen, command, by, event),
        **_outside(seen, event, news),
        **_closing(seen, command, by, event),
        **news,
    }
    return msgspec.structs.replace(seen, **news, state=str(event.state))


def _outside(seen: Seen, event: Event, news: News) -> News:
    """What everybody sees of an event: the message that went out, and the grade."""
    found: News = {}
    if sent := customer_message(event):
        found["under_way"] = seen.under_way | {sent}
    found["for_staff"] = frozenset(event.changes.get("to_us", seen.for_staff))
    found["ground"] = str(event.changes.get("ground", seen.ground))
    grade = str(event.changes.get("grade") or seen.grade)
    if grade != seen.grade:
        found["grade"] = grade
    if grade in SERIOUS:
        found["serious"] = True
    team = event.changes.get("team", seen.team)
    if team != seen.team:
        found.update(team=team, held=news.get("held", seen.held) | {team})
    return found


def _closing(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    """R33: whatever command closes; the words of the customer in it are their yes, and wait for no answer."""
    if not event.closes:
        return {}
    news: News = {"closed_at": event.at, "open_tasks": _without_call(seen)}
    if heard_in(command):
        news.update(_confirm(seen, command, by, event))
    return news if is_answer(command, by) else {**news, "unanswered": seen.unanswered}


def customer_message(event: Event) -> str:
    """The message to the customer that went out with the event, if one did."""
    name = message_name(event.changes["messages"]) if "messages" in event.changes else ""
    return "" if name in event.changes.get("to_us", ()) else name


def _words(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    """R33: whether a word of the customer's waits for a person, and when a person last answered one."""
    if is_answer(command, by):
        spoke = isinstance(command, _VERDICTS)
        spoke = (spoke or seen.unanswered) and not isinstance(command, c.NoReplyNeeded)
        return {"unanswered": False, **({"answered_at": event.at} if spoke else {})}
    waits = isinstance(command, c.Hear) and command.asks
    waits = waits or (by.is_customer and not isinstance(command, _NO_QUESTION))
    return {"unanswered": True} if waits else {}


_NO_QUESTION = (c.Receive, c.Close, c.Confirm, c.Withdraw, c.Hear, c.Survey, c.Correct)
_VERDICTS = (c.Agree, c.Answer, c.Confirm, c.Dispute, c.Object, c.Reopen)
_TO_CUSTOMER = (c.Acknowledge, c.AskCustomer, c.Decline, c.ExplainPlan, c.Notify, c.Propose, c.NoReplyNeeded)


def is_answer(command: c.Command, by: Actor) -> bool:
    """Whether a person answers the customer by the command, or records what the customer meant."""
    if not by.is_person:
        return False
    if isinstance(command, c.Update):
        return command.audience is Audience.CUSTOMER
    return command.answered if isinstance(command, c.Call) else isinstance(command, _TO_CUSTOMER + _VERDICTS)


def _triage(seen: Seen, command: c.Triage, by: Actor, event: Event) -> News:
    hazards = seen.hazards | command.signals.hazards
    return {"type": command.type, "hazards": hazards, "account": seen.account or "account_takeover" in hazards}


def _resolve(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    makers = seen.working | {by.id}
    over = {"plan": "", "plan_open": False}
    return {"fixed": True, "makers": makers, "working": NOBODY, **_UNPROVED, **_UNTOLD, **over}


def _work(seen: Seen, *workers: str) -> News:
    """R32: a mitigation or a task changes what was proved; and who worked does not verify it at E."""
    working = seen.working | {*workers}
    return {"working": working, **({"makers": seen.makers | {*workers}, **_UNPROVED} if seen.fixed else {})}


def _mitigate(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    return _work(seen, by.id)


def _finish(seen: Seen, command: c.FinishTask, by: Actor, event: Event) -> News:
    task = next((one for one in seen.open_tasks if one[0] == command.task), ("", by.id, False))
    left = tuple(one for one in seen.open_tasks if one[0] != command.task)
    aside = task[2] and command.touches is not Touches.MONEY
    worked = {} if aside or command.touches is Touches.NOTHING else _work(seen, by.id, task[1])
    return {"open_tasks": left, **worked}


def _cancel(seen: Seen, command: c.CancelTask, by: Actor, event: Event) -> News:
    return {"open_tasks": tuple(one for one in seen.open_tasks if one[0] != command.task)}


def _add_task(seen: Seen, command: c.AddTask, by: Actor, event: Event) -> News:
    if command.call is not None:
        return {"open_tasks": (*seen.open_tasks, (CALL_TASK, command.owner, True))}
    aside = bool(command.about or command.improvement or command.spike)
    name = f"T{seen.tasks + 1}"
    safe = seen.safeguards | frozenset({name} if by.is_system else ())
    return {
        "tasks": seen.tasks + 1,
        "open_tasks": (*seen.open_tasks, (name, command.owner, aside)),
        "safeguards": safe,
    }


_NAMED = re.compile(r"E[1-9][0-9]*")


def _verify(seen: Seen, command: c.Verify, by: Actor, event: Event) -> News:
    if not command.passed:
        return {**_UNPROVED, **_UNTOLD}
    named = frozenset(_NAMED.findall(command.evidence)) & {piece for piece, _ in seen.kinds}
    return {"provers": seen.provers | {by.id}, "proved_by": seen.proved_by | named}


def _notify(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    return {"notice": customer_message(event), "told_at": None}


def _receipt(seen: Seen, command: c.Receipt, by: Actor, event: Event) -> News:
    """What becomes of a letter to staff says nothing of the customer, who may be out of reach all the same (R33)."""
    if command.message in seen.for_staff:
        return {}
    if command.status is ReceiptStatus.FAILED:
        away = {"calls_missed": seen.calls_missed + 1}
        return {**away, **({"told_at": None} if command.message == seen.notice else {})}
    if not command.status.tells(command.final):
        return {}
    news: News = {"under_way": _still_under_way(seen, command.message), "calls_missed": 0}
    if command.message == seen.notice:
        news["told_at"] = seen.told_at or event.at
    if command.message == seen.plan:
        news["plan_told"] = True
    if command.message == seen.question:
        news["asked_at"] = seen.asked_at or event.at
    if command.message in seen.plan_news:
        news["plan_open"] = False
    return news


def _still_under_way(seen: Seen, arrived: str) -> frozenset[str]:
    """R33: what arrived makes good what was sent before it and asks for nothing any more."""
    asking = {seen.plan, seen.question, seen.notice} - {arrived} if arrived != seen.notice else set[str]()
    later = {one for one in seen.under_way if message_number(one) > message_number(arrived)}
    return seen.under_way & (later | asking)


def _confirm(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    return {"confirmed": not seen.plan, "plan_confirmed": bool(seen.plan), "calls_missed": 0}


def _again(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    """R34: what was agreed, proved, told and confirmed is no more; evidence, tasks and hazards stay."""
    fresh = Seen(**{name: getattr(seen, name) for name in _STAYS}, held=frozenset({seen.team} - {""}))
    return {name: value for name, value in msgspec.structs.asdict(fresh).items() if name not in _STAYS}


_STAYS = frozenset(
    {
        *("state", "type", "team", "hazards", "incident", "under_way", "for_staff", "unanswered", "answered_at"),
        *("grade", "account"),
        *("pieces", "kinds", "checked", "referrals", "asked", "heard", "abused", "safeguards", "tasks", "open_tasks"),
        *("options", "compensations", "claims", "terms", "owed", "payments", "ground"),
    }
)
"""What a new cycle leaves as it was."""


def _plan(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    told = {"plan": customer_message(event), "plan_told": False, "plan_confirmed": False, "confirmed": False}
    return {**told, "rests_on": seen.rests_on | seen.checked, "plan_open": True, "plan_news": NOBODY}


def _propose(seen: Seen, command: c.Propose, by: Actor, event: Event) -> News:
    offered = tuple((f"O{seen.options + place}", str(one.remedy)) for place, one in enumerate(command.options, 1))
    options = {"options": seen.options + len(offered), "offered": offered, "rests_on": seen.rests_on | seen.checked}
    return {"proposed": True, "agreed": "", **options}


def _agree(seen: Seen, command: c.Agree, by: Actor, event: Event) -> News:
    return {"agreed": command.option, "calls_missed": 0}


def _object(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    return {"agreed": "", "offered": (), "calls_missed": 0}


def _evidence(seen: Seen, command: c.AddEvidence, by: Actor, event: Event) -> News:
    name = f"E{seen.pieces + 1}"
    kinds = (*seen.kinds, (name, command.kind))
    return {"pieces": seen.pieces + 1, "kinds": kinds, "payments": _proofs(seen, name, command, by)}


def _proofs(seen: Seen, name: str, command: c.AddEvidence, by: Actor) -> tuple[tuple[str, str], ...]:
    """R26a: evidence of ours that a payment arrived."""
    if command.kind != "payment" or by.is_customer:
        return seen.payments
    return (*seen.payments, (name, command.compensation or min(seen.owed, default="")))


def _check(seen: Seen, command: c.CheckEvidence, by: Actor, event: Event) -> News:
    if command.genuine:
        arrived = {claim for piece, claim in seen.payments if piece == command.evidence}
        return {"checked": seen.checked | {command.evidence}, "owed": seen.owed - arrived}
    return _fall(seen, command.evidence)


def _retract(seen: Seen, command: c.Retract, by: Actor, event: Event) -> News:
    return _fall(seen, command.entry)


def _fall(seen: Seen, piece: str) -> News:
    shown = tuple(one for one in seen.abused if one[1] != piece)
    news: News = {"checked": seen.checked - {piece}, "abused": shown}
    if piece in seen.rests_on:
        news.update(agreed="", offered=(), plan="", plan_told=False, plan_confirmed=False, rests_on=NOBODY)
    if piece in seen.proved_by:
        news.update(_UNPROVED | _UNTOLD)
    return news


def _wish(seen: Seen, command: c.Compensate, by: Actor, event: Event) -> News:
    name = f"C{seen.compensations + 1}"
    explained = command.arrives is not None and bool(command.terms.strip())
    terms = (*seen.terms, (name, explained, command.arrives))
    claims = (*seen.claims, (name, command.kind, command.amount))
    return {"compensations": seen.compensations + 1, "claims": claims, "terms": terms}


def _pay(seen: Seen, command: c.ApproveCompensation, by: Actor, event: Event) -> News:
    paid = tuple((kind, amount) for name, kind, amount in seen.claims if name == command.compensation)
    owed = seen.owed | {command.compensation}
    return {"paid": (*seen.paid, *paid), "owed": owed, **_without(seen, command.compensation)}


def _refuse(seen: Seen, command: c.RefuseCompensation, by: Actor, event: Event) -> News:
    return _without(seen, command.compensation)


def _without(seen: Seen, name: str) -> News:
    terms = tuple(one for one in seen.terms if one[0] != name)
    return {"claims": tuple(claim for claim in seen.claims if claim[0] != name), "terms": terms}


def _ask(seen: Seen, command: c.AskCustomer, by: Actor, event: Event) -> News:
    return {"question": customer_message(event)}  # each question has its time: the first one's goes on


def _answer(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    return {"question": "", "asked_at": None}


def _update(seen: Seen, command: c.Update, by: Actor, event: Event) -> News:
    return {"plan_news": seen.plan_news | {customer_message(event)}} if command.plan_kept else {}


def _abuse(seen: Seen, command: c.RecordAbuse, by: Actor, event: Event) -> News:
    kind = str(command.kind)
    if not command.stands:
        return {"abused": tuple(one for one in seen.abused if one[0] != kind)}
    return {"abused": tuple(dict.fromkeys((*seen.abused, (kind, command.evidence))))}


def _override(seen: Seen, command: c.Override, by: Actor, event: Event) -> News:
    return {"lifted": seen.lifted | {command.rule}}


def _over(seen: Seen, command: c.Command, by: Actor, event: Event) -> News:
    """It ends in another way: a closing before that was taken back counts no more."""
    return {"open_tasks": _without_call(seen), "plan_open": False, "closed_at": None}


def _take_back(seen: Seen, command: c.Unclose | c.Recall, by: Actor, event: Event) -> News:
    return {"under_way": seen.under_way - {command.message}}


def _refer(seen: Seen, command: c.Refer, by: Actor, event: Event) -> News:
    asked = (f"R{seen.referrals + 1}", command.party, command.expected_by)
    return {"referrals": seen.referrals + 1, "asked": (*seen.asked, asked)}


def _reply(seen: Seen, command: c.PartyReply, by: Actor, event: Event) -> News:
    parties = frozenset(party for name, party, _ in seen.asked if name == command.referral)
    return {"heard": seen.heard | parties, "asked": tuple(one for one in seen.asked if one[0] != command.referral)}


def _call(seen: Seen, command: c.Call, by: Actor, event: Event) -> News:
    if not command.answered:
        return {"calls_missed": seen.calls_missed + 1}
    return {"calls_missed": 0, "open_tasks": _without_call(seen)}


def _without_call(seen: Seen) -> tuple[tuple[str, str, bool], ...]:
    return tuple(one for one in seen.open_tasks if one[0] != CALL_TASK)


_SEES: Mapping[type, Callable[[Seen, Any, Actor, Event], News]] = {
    c.Triage: _triage,
    c.Resolve: _resolve,
    c.Mitigate: _mitigate,
    c.FinishTask: _finish,
    c.CancelTask: _cancel,
    c.AddTask: _add_task,
    c.Verify: _verify,
    c.Notify: _notify,
    c.Receipt: _receipt,
    c.Confirm: _confirm,
    c.Dispute: _again,
    c.Reopen: _again,
    c.ExplainPlan: _plan,
    c.Propose: _propose,
    c.Agree: _agree,
    c.Object: _object,
    c.AddEvidence: _evidence,
    c.CheckEvidence: _check,
    c.Retract: _retract,
    c.Compensate: _wish,
    c.ApproveCompensation: _pay,
    c.RefuseCompensation: _refuse,
    c.Call: _call,
    c.Escalate: lambda seen, command, by, event: {"serious": True},
    c.ApproveDecline: lambda seen, command, by, event: {"approvers": seen.approvers | {by.id}},
    c.AskCustomer: _ask,
    c.Unclose: _take_back,
    c.Recall: _take_back,
    c.Answer: _answer,
    c.Update: _update,
    c.RecordAbuse: _abuse,
    c.Override: _override,
    c.Withdraw: _over,
    c.Decline: _over,
    c.Refer: _refer,
    c.PartyReply: _reply,
    c.LabelCause: lambda seen, command, by, event: {"cause": True},
    c.LinkIncident: lambda seen, command, by, event: {"incident": True},
    c.UnlinkIncident: lambda seen, command, by, event: {"incident": False},
    c.ClearHazard: lambda seen, command, by, event: {"hazards": seen.hazards - {command.hazard}},
}
"""What the witness learns from each command. A command that is derived from one of these is seen as that one."""
