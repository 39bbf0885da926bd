"""The promises, in words of their own: what must be true of every step that was accepted, by what the witness saw.

Nothing here asks a guard, and nothing here reads a fact. What a rule forgets, weakens or is led round shows here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

import attrs

from complaintflow import commands as c
from complaintflow.commands.ends import heard_in
from complaintflow.lifecycle.checking.witness import SERIOUS, Seen, customer_message
from complaintflow.lifecycle.checking.worsening import CLAIM, DENIAL
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.values import Actor, Said
from complaintflow.vocabulary import ENDS, OPEN, Effect, Grade, Ground, State as S, Touches


@attrs.frozen
class Act:
    """An accepted command, as the promises look at it: what was seen before and after it, and its stages."""

    command: c.Command
    by: Actor
    event: Event
    before: Seen
    after: Seen
    stages: tuple[str, str]
    policy: Policy
    customers: Mapping[str, tuple[str, str]]

    @property
    def entered(self) -> str:
        """The stage that it entered; blank where it stayed."""
        return self.stages[1] if self.stages[0] != self.stages[1] else ""

    def is_a(self, *kinds: type[c.Command]) -> bool:
        """Whether it is one of these commands."""
        return isinstance(self.command, kinds)


Promise = Callable[[Act], str]


def solved_is_proved(act: Act) -> str:
    """R32: nobody tells "solved" without a passing verification of the latest fix, at E by somebody else."""
    told = act.is_a(c.Notify) or act.entered == S.AWAITING_CONFIRMATION or Effect.TELLS_SOLVED in act.command.EFFECTS
    told = told or (CLAIM in act.command.customer_text() and customer_message(act.event) != "")
    return (
        "the customer is told that it is solved, and no verification of the latest fix stands"
        if (told and not act.before.proved and not _undone(act))
        else ""
    )


def _undone(act: Act) -> bool:
    """Whether the command takes something back: the state that comes back was told before."""
    return act.is_a(c.Recall, c.Unclose, c.Unmerge)


def closed_on_a_ground(act: Act) -> str:
    """R33: it is closed on a ground that stands, and that the case permits."""
    if act.entered != S.CLOSED or act.is_a(c.Import):
        return ""
    ground = str(act.event.changes.get("ground", act.before.ground))
    if not ground:
        return "it is closed on no ground"
    if ground not in act.policy.closing.grounds:
        return f"it is closed as {ground}, which the policy does not permit"
    if act.before.serious and ground not in act.policy.closing.strict_grounds:
        return f"a serious case is closed as {ground}"
    return "" if _STANDS[ground](act) else f"it is closed as {ground}, which is not so"


def _silent(act: Act) -> bool:
    """R33: told, proved, arrived, and quiet for the window since a person last spoke."""
    seen, window = act.before, act.policy.closing.silent_after
    if seen.told_at is None or not seen.proved:
        return False
    return act.event.at - max(seen.told_at, seen.answered_at or seen.told_at) >= window


def _confirmed(act: Act) -> bool:
    """R33: the customer said yes before, or does so now, to what was fixed or to the plan that reached them."""
    seen, says = act.before, bool(heard_in(act.command))
    if seen.plan:
        return seen.plan_confirmed or (says and seen.plan_told)
    return seen.confirmed or (says and seen.fixed)


_STANDS: Mapping[str, Callable[[Act], bool]] = {
    Ground.CONFIRMED: _confirmed,
    Ground.SILENT: _silent,
    Ground.PLANNED: lambda act: act.before.plan_told,
    Ground.UNREACHABLE: lambda act: (
        act.before.calls_missed > 1 and bool(act.by.roles & act.policy.authority.close_unreachable)
    ),
    Ground.IMPORTED: lambda act: False,
}


def silence_is_silent(act: Act) -> str:
    """R33, R3: nothing ends by silence while a word of the customer's waits, or a message of ours is under way."""
    ground = act.event.changes.get("ground")
    agreed = act.before.confirmed or act.before.plan_confirmed or heard_in(act.command)
    closes = act.entered == S.CLOSED and not act.is_a(c.Import)
    by_silence = closes and (not agreed or act.by.is_system)
    by_silence = by_silence or (act.is_a(c.Decline) and act.by.is_system)
    if not by_silence:
        return ""
    if act.before.unanswered:
        return "it ends by silence while a word of the customer's waits for an answer"
    unreached = ground == Ground.UNREACHABLE
    return "it ends by silence while a message of ours is under way" if act.before.under_way and not unreached else ""


def nothing_is_left(act: Act) -> str:
    """R27, R26: nothing is closed over an open task or an undecided compensation."""
    if act.entered not in {S.CLOSED, S.ARCHIVED}:
        return ""
    tasks = [name for name, _, _ in act.before.open_tasks if name != "call"]
    left = [*tasks, *(name for name, _, _ in act.before.claims)]
    return f"it is {act.entered} over {', '.join(left)}" if left else ""


def acts_on_agreement(act: Act) -> str:
    """R25: nothing of the customer's is changed before the customer agreed; in an emergency it may be eased."""
    touches = getattr(act.command, "touches", None)
    theirs = touches in {Touches.CUSTOMER, Touches.MONEY}
    offered = act.before.proposed and act.stages[0] in OPEN and act.is_a(c.Resolve, c.FinishTask)
    aside = act.is_a(c.FinishTask) and _is_aside(act)
    eased = act.is_a(c.Mitigate) and act.before.grade == Grade.E
    if not (theirs or offered) or aside or eased or act.before.agreed:
        return ""
    return "something of the customer's is changed without their agreement"


def _is_aside(act: Act) -> bool:
    named = getattr(act.command, "task", "")
    money = getattr(act.command, "touches", None) is Touches.MONEY
    return not money and any(name == named and aside for name, _, aside in act.before.open_tasks)


def money_is_approved(act: Act) -> str:
    """R26: what pays is an approved compensation: an act on money, and an agreed option that pays."""
    remedy = dict(act.before.offered).get(act.before.agreed, "")
    pays = remedy in {str(one) for one in act.policy.paying_remedies} and act.is_a(c.Resolve)
    on_money = getattr(act.command, "touches", None) is Touches.MONEY
    if not (pays or on_money) or any(not pays or kind == remedy for kind, _ in act.before.paid):
        return ""
    return "money goes out that nobody approved as a compensation"


def pays_once(act: Act) -> str:
    """R26: one kind of compensation is paid once in a cycle."""
    new = act.after.paid[len(act.before.paid) :]
    again = [kind for kind, _ in new if kind in {kind for kind, _ in act.before.paid}]
    return f"{again[0]} is paid twice in one cycle" if again and act.is_a(c.ApproveCompensation) else ""


def pays_within_authority(act: Act) -> str:
    """R26: all that is paid in a cycle is within the authority of who pays."""
    if not act.is_a(c.ApproveCompensation):
        return ""
    total = sum((amount for _, amount in act.after.paid), Decimal())
    most = act.policy.may_pay(act.by.roles, "CNY")
    return f"{act.by.id} pays {total} CNY, beyond their authority" if most is None or total > most else ""


def pays_whom_we_know(act: Act) -> str:
    """R22, R17, R26a: money goes to a checked identity, explained, and arrives in time to come."""
    if not act.is_a(c.ApproveCompensation):
        return ""
    if not act.before.identity:
        return "money goes to somebody whose identity nobody checked"
    if act.before.abused and not act.by.roles & act.policy.authority.decide_abuse:
        return "money is paid after abuse, and no authority decided"
    named = {name: (explained, arrives) for name, explained, arrives in act.before.terms}
    explained, arrives = named.get(getattr(act.command, "compensation", ""), (True, None))
    if not explained:
        return "a compensation is paid that says neither when nor how"
    return "a compensation is promised for a time that is past" if arrives and arrives <= act.event.at else ""


def account_is_theirs(act: Act) -> str:
    """R22: where an account is at stake, nothing is done before the identity was checked."""
    mends = (act.is_a(c.Resolve, c.FinishTask) or _readdresses(act)) and not _is_safeguard(act)
    if not mends or act.before.identity or not act.before.account:
        return ""
    return "an account is at stake, and something is done before the identity was checked"


def _readdresses(act: Act) -> bool:
    """Whether it changes where the customer is written to."""
    fields = {**getattr(act.command, "fields", {}), **getattr(act.command, "answers", {})}
    moved = any(name.startswith("contact.") for name in fields)
    return moved or any(getattr(act.command, name, ()) for name in ("contacts", "remove_contacts"))


def _is_safeguard(act: Act) -> bool:
    named = getattr(act.command, "task", "")
    return named in act.before.safeguards or (act.is_a(c.FinishTask) and _is_aside(act))


def grade_never_fades(act: Act) -> str:
    """R13: no grade falls but by `Regrade` with a reason, by an authority, and not below what a hazard holds up."""
    before, after = act.before.grade, act.after.grade
    if not before or not after or Grade(after) >= Grade(before):
        return ""
    if not act.is_a(c.Regrade) or not getattr(act.command, "reason", "").strip():
        return f"the grade falls from {before} to {after} without a word"
    if not act.by.roles & act.policy.authority.lower_grade:
        return f"{act.by.id} lowers the grade without the authority"
    least = Grade.E if act.before.hazards else Grade.A if act.before.incident else Grade.C
    return f"the grade falls to {after} while a hazard or an incident stands" if Grade(after) < least else ""


def hazards_stand(act: Act) -> str:
    """R11, R12: a hazard or an incident is taken off by an authority."""
    roles = act.policy.authority
    if act.is_a(c.ClearHazard) and not act.by.roles & roles.clear_hazard:
        return f"{act.by.id} takes off a hazard without the authority"
    if act.is_a(c.UnlinkIncident) and not act.by.roles & roles.unlink_incident:
        return f"{act.by.id} takes off an incident without the authority"
    return ""


def in_their_own_words(act: Act) -> str:
    """R33, R35: the customer's word is theirs, or staff say how and where they heard it; and a no is no yes."""
    said = getattr(act.command, "said", None)
    closes = act.entered == S.CLOSED
    hears = Effect.HEARS in act.command.EFFECTS or act.is_a(c.Withdraw) or (closes and bool(heard_in(act.command)))
    if not hears or act.by.is_customer:
        heard = True
    else:
        heard = act.by.is_staff and isinstance(said, Said) and bool(said.via.strip() and said.ref.strip())
    if not heard:
        return f"{act.by.id} speaks for the customer"
    denied = any(one.text == DENIAL for one in heard_in(act.command))
    denied = denied and (closes or act.is_a(c.Confirm, c.Agree, c.Withdraw))
    return "a no of the customer's is recorded as a yes" if denied else ""


def ends_are_what_they_are(act: Act) -> str:
    """R33, R35, R37: whatever command leads there, a closing has its letter, a withdrawal the customer's words, a
    decline a reason, a merge its target; only what is over is archived, and what was received is never new again.
    """
    missing = _MISSING.get(act.entered)
    return "" if missing is None or act.is_a(c.Import) else missing(act)


def _lacks(what: str, field: str) -> Callable[[Act], str]:
    """A command that has no such field. What stands in it, another promise says."""
    return lambda act: "" if hasattr(act.command, field) else what


_MISSING: Mapping[str, Callable[[Act], str]] = {
    S.CLOSED: lambda act: "" if customer_message(act.event) else "it is closed, and nobody tells the customer",
    S.WITHDRAWN: _lacks("it is withdrawn without a word of the customer's", "said"),
    S.DECLINED: _lacks("it is declined without a reason", "reason"),
    S.MERGED: _lacks("it is merged into no complaint", "into"),
    S.ARCHIVED: lambda act: "it is archived before it is over" if act.stages[0] in OPEN else "",
    S.NEW: lambda act: "it was received, and is new again",
}


def ends_are_told(act: Act) -> str:
    """R35: a decline says why and where to turn, and at A or E two decide; a merge goes into an open one of theirs."""
    if act.is_a(c.Merge):
        customer, stage = act.customers.get(getattr(act.command, "into", ""), ("", ""))
        return (
            ""
            if customer == act.customers[""][0] and stage in OPEN
            else "it is merged into what is not theirs, or over"
        )
    if not act.is_a(c.Decline):
        return ""
    if not all(str(getattr(act.command, name)).strip() for name in ("reason", "recourse")):
        return "it is declined without a reason, or without telling the customer where to turn"
    alone = act.before.grade in SERIOUS and not act.before.approvers - {act.by.id}
    if not alone and act.before.abused and not act.by.roles & act.policy.authority.decide_abuse:
        return "it is declined after abuse, and no authority decided"
    return "a serious case is declined by one person alone" if alone else ""


def approved_by_authority(act: Act) -> str:
    """R35: who approves a decline has the authority."""
    wrong = act.is_a(c.ApproveDecline) and not act.by.roles & act.policy.authority.approve_decline
    return f"{act.by.id} approves a decline without the authority" if wrong else ""


def lifted_by_authority(act: Act) -> str:
    """R23, R7: a rule is lifted only where the policy lists it, by an authority."""
    if not act.is_a(c.Override):
        return ""
    listed = getattr(act.command, "rule", "") in act.policy.overridable
    return "" if listed and act.by.roles & act.policy.authority.override else f"{act.by.id} lifts a rule"


def corrected_by_whom(act: Act) -> str:
    """R4: a customer corrects their own name, language, time zone and channel, and nothing else of the record."""
    named = set(getattr(act.command, "fields", {})) if act.is_a(c.Correct) and act.by.is_customer else set[str]()
    strange = [name for name in sorted(named) if not name.startswith("customer.") or name == "customer.tier"]
    return f"the customer corrects {', '.join(strange)}" if strange else ""


def asked_long_enough(act: Act) -> str:
    """R3: the system declines for an unanswered question only after the window, from its arrival."""
    if not (act.is_a(c.Decline) and act.by.is_system and act.before.asked_at):
        return ""
    quiet = act.event.at - max(act.before.asked_at, act.before.answered_at or act.before.asked_at)
    return "a question was not given its time" if quiet < act.policy.closing.unanswered_after else ""


def facing_customers(act: Act) -> str:
    """R18a: only customer-facing staff write to customers; the system writes no notice and no update.

    Who records a rating writes nothing: the thanks are the house's own words.
    """
    if act.is_a(c.Survey) or (not customer_message(act.event) and not act.is_a(c.Call)):
        return ""
    if act.by.is_customer or act.is_a(c.ApproveCompensation) or act.by.roles & act.policy.customer_facing:
        return ""
    if act.by.is_system and not act.is_a(c.Notify, c.Update, c.Call):
        return ""
    return f"{act.by.id} writes to the customer, and does not face customers"


def facts_come_first(act: Act) -> str:
    """R20, R23: a promise, a judgement or a responsibility rests on checked evidence, or on proof."""
    judged = getattr(act.command, "judged", None) is not None
    promised = act.is_a(c.Propose, c.ExplainPlan) or Effect.PROMISES in act.command.EFFECTS
    if (judged or promised) and not act.before.checked and not act.before.just_proved:
        return "something is promised or judged before any evidence was checked"
    if not act.is_a(c.DecideResponsibility):
        return ""
    return _fair(act, str(getattr(act.command, "party", "")))


def _fair(act: Act, party: str) -> str:
    if not act.before.checked:
        return "somebody is held responsible before any evidence was checked"
    if not all(str(getattr(act.command, name)).strip() for name in ("rule", "reasoning")):
        return "somebody is held responsible by no rule"
    late = any(named == party and due < act.event.at for _, named, due in act.before.asked)
    silent = late and not act.before.unanswered and not act.before.under_way
    lifted = "party-heard" in act.before.lifted
    heard = party in act.policy.own_parties or party in act.before.heard or silent or lifted
    return "" if heard else f"{party} is held responsible and was not heard"


def handed_over_whole(act: Act) -> str:
    """R14, R7: a handoff says what and how bad it is, and does not go back and forth."""
    if not act.before.team or act.after.team == act.before.team:
        return ""
    if not all(str(getattr(act.command, name, "")).strip() for name in ("summary", "harm")):
        return "it is handed to another team without the summary or the harm"
    technical = act.after.team in {rule.team for rule in act.policy.types.values() if rule.technical}
    bare = not getattr(act.command, "material", ()) and not getattr(act.command, "no_material_because", "").strip()
    if technical and bare:
        return "it is handed to a technical team without material, or why there is none"
    returned = act.after.team in act.before.held and not act.by.roles & act.policy.authority.return_to_team
    lifted = "no-ping-pong" in act.before.lifted
    return "it goes back to a team that had it" if returned and not lifted else ""


def a_person_decides(act: Act) -> str:
    """EU DSA art. 20 (6): no machine decides alone against a customer, hears for them, or pays."""
    if not act.by.is_machine:
        return ""
    decides = act.is_a(*_DECISIONS) or _readdresses(act) or act.entered in ENDS | {S.CLOSED}
    decides = decides and not (act.is_a(c.Close) and act.before.confirmed)
    lowers = bool(act.before.grade) and Grade(act.after.grade) < Grade(act.before.grade)
    return "a machine decides alone" if decides or lowers or Effect.HEARS in act.command.EFFECTS else ""


_DECISIONS = (
    *(c.ApproveCompensation, c.NoReplyNeeded, c.ApproveDecline, c.Override, c.ClearHazard, c.UnlinkIncident),
    *(c.Approve, c.Disapprove, c.LiftHold, c.Withdraw),
)


def archived_whole(act: Act) -> str:
    """R37: the archive knows the cause, holds nothing open, and changes no more, but for a late rating."""
    if act.stages[0] == S.ARCHIVED and not act.is_a(c.Erase, c.PlaceHold, c.LiftHold, c.Survey):
        return "an archived record changes"
    if act.entered != S.ARCHIVED or act.stages[0] == S.MERGED:
        return ""
    if not act.before.cause:
        return "it is archived without a cause"
    if act.before.unanswered or act.before.owed:
        return "it is archived while something is owed or unanswered"
    return "it is archived while its plan is open" if act.before.plan_open else ""


def looks_back_after(act: Act) -> str:
    """R38: the retrospective comes after the solution."""
    over = act.stages[0] in ENDS | {S.CLOSED}
    early = act.is_a(c.Retrospect) and not act.before.just_proved and not over
    return "the retrospective opens before the solution" if early else ""


def surveyed_or_reopened_in_time(act: Act) -> str:
    """R34: a closed complaint is reopened within the window."""
    if not act.is_a(c.Reopen) or act.before.closed_at is None:
        return ""
    late = act.event.at - act.before.closed_at > timedelta(days=act.policy.closing.reopen_days)
    return "it is reopened after the window" if late and not act.before.plan else ""


PROMISES: Mapping[str, Promise] = {
    promise.__name__.replace("_", "-"): promise
    for promise in (
        *(solved_is_proved, closed_on_a_ground, silence_is_silent, nothing_is_left, acts_on_agreement),
        *(money_is_approved, pays_once, pays_within_authority, pays_whom_we_know, account_is_theirs),
        *(grade_never_fades, hazards_stand, in_their_own_words, ends_are_what_they_are),
        *(ends_are_told, approved_by_authority),
        *(lifted_by_authority, corrected_by_whom, asked_long_enough, facing_customers),
        *(facts_come_first, handed_over_whole, a_person_decides),
        *(archived_whole, looks_back_after, surveyed_or_reopened_in_time),
    )
}
"""Every promise by its name."""


def broken_by(act: Act) -> Iterator[tuple[str, str]]:
    """The promises that this step breaks, and how."""
    for name, promise in PROMISES.items():
        if how := promise(act):
            yield name, how
