"""The guards: functions from a question to a refusal, or to None.

A guard is attached to an effect, not to an edge, so that no edge, timer, bulk job or plugin can bypass it. The
function's name, with dashes, is the name of its rule. Guards read only facts, the fields of the command, the actor, the
time and the policy. The guards of customer messages are in `communication`, those of money in `payments`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from complaintflow._validation.names import fold_name
from complaintflow.commands import (
    AddEvidence,
    Agree,
    ApproveDecline,
    CheckEvidence,
    ClearHazard,
    Confirm,
    Decline,
    Dispute,
    Handoff,
    Hear,
    LabelCause,
    Mitigate,
    NoReplyNeeded,
    Object,
    Park,
    PartyReply,
    Propose,
    Refer,
    RefuseCompensation,
    Regrade,
    Triage,
    UnlinkIncident,
    Update,
    Withdraw,
)
from complaintflow.commands._context import Ask, Command, names
from complaintflow.commands._parts import account_at_stake
from complaintflow.commands.grounds import closing_fault, silence_fault
from complaintflow.commands.silence import asked_in_vain, silence_lacks, unhandled
from complaintflow.errors import Refusal
from complaintflow.lifecycle.communication import (
    complete_expression,
    customer_facing_role,
    facts_before_promise,
    judged_on_facts,
    no_solved_wording_before_proof,
    plain_language,
    plain_words,
    verify_before_notify,
)
from complaintflow.lifecycle.expression import complete_report, is_worded, says_nothing
from complaintflow.lifecycle.payments import (
    arrival_to_come,
    compensation_explained,
    not_paid_twice,
    owed_parts,
    payment_approved,
    pending_parts,
    within_authority,
)
from complaintflow.policy.clock_rules import UNANSWERED_AFTER
from complaintflow.priority import floor
from complaintflow.record.facts import Facts, hazards_of
from complaintflow.record.keys import CALL_TASK, RunKey
from complaintflow.vocabulary import ENDS, OPEN, Effect, Grade, Ground, SignKind, State
from complaintflow.wording import find_no_yes

Guard = Callable[[Ask], Refusal | None]


def rule_of(guard: Guard) -> str:
    """The name of a guard's rule."""
    named: str = getattr(guard, "rule", "") or _SAME_RULE.get(guard, "") or guard.__name__.replace("_", "-")
    return named


# HEARS: words of the customer


def customers_own_word(ask: Ask) -> Refusal | None:
    """S0, R33, R35: said by the customer, or by staff who state how and where they heard it; never by the system."""
    if ask.by.is_customer:
        return None
    said = ask.field("said", None)
    if ask.by.is_staff and said is not None and said.via.strip() and said.ref.strip():
        return None
    return Refusal(
        "customers-own-word",
        "only the customer can say this, in person or through staff who tell how and where they heard it",
        "give said=Said(text, via=channel, ref=call or message)",
    )


_DENIED: Mapping[type[Command], tuple[type[Command], ...]] = {
    Confirm: (Dispute, Hear),
    Agree: (Object, Hear),
    Withdraw: (Hear,),
}
"""The commands that record a yes, and what records the words when they deny it."""


def no_denying_words(ask: Ask) -> Refusal | None:
    """R33, R25, R35: words that deny are recorded as no confirmation, no agreement and no withdrawal."""
    return refuse_denial(ask, find_no_yes)


def refuse_denial(ask: Ask, read: Callable[[str], str]) -> Refusal | None:
    """R33, R25, R35: refuse a yes in whose words `read` finds that it is none."""
    remedy = next((others for kind, others in _DENIED.items() if isinstance(ask.command, kind)), ())
    denial = read(ask.field("said").text) if remedy else ""
    if not denial:
        return None
    instead = " or ".join(f"{kind.__name__}(...)" for kind in remedy)
    return Refusal("no-denying-words", f"the customer's words deny it: {denial!r}", f"record {instead}", remedy)


def withdrawn_in_own_words(ask: Ask) -> Refusal | None:
    """R35: of the ends, only a withdrawal is the customer's own; staff decline and merge."""
    return customers_own_word(ask) if hasattr(ask.command, "said") else None


# CLOSES


def confirm_before_close(ask: Ask) -> Refusal | None:
    """R33: a permitted ground with everything that it requires."""
    chosen: Ground | None = ask.changes.get("ground") or None
    if chosen and not silence_fault(ask, chosen):
        return None
    wanted: Ground | None = ask.field("ground", None)
    reasons = [closing_fault(ask, ground) for ground in Ground if wanted in (None, ground)]
    if not all(reasons):
        return None
    return Refusal(
        "confirm-before-close",
        "; ".join(reasons),
        "record the customer's Confirm(...), or what a permitted ground lacks; Update(...) or NoReplyNeeded(...) for "
        "what awaits a reply",
        (Confirm, NoReplyNeeded, Update),
    )


def nothing_left_open(ask: Ask) -> Refusal | None:
    """R27, R26: no pending task but a call or an improvement, and no pending compensation."""
    left = (ask.facts.open_tasks - {CALL_TASK} - ask.facts.improvements) | pending_parts(ask)
    if not left:
        return None
    return Refusal(
        "nothing-left-open",
        f"still open: {names(frozenset(left))}",
        "finish or cancel the tasks, approve or refuse the compensations",
    )


# ENDS


def no_end_by_silence(ask: Ask) -> Refusal | None:
    """R3, R33: the system declines nobody whose words no person has handled, nor before what it asked has arrived."""
    if not ask.by.is_system or ask.field("into", None) is not None:
        return None
    lacks = [*silence_lacks(ask), *_answered_lately(ask)]
    if not lacks:
        return None
    return Refusal(
        "no-end-by-silence",
        f"silence lacks {', '.join(lacks)}",
        "answer with Update(...), record what the customer meant, or NoReplyNeeded(reason)",
        (Update, NoReplyNeeded),
    )


def _answered_lately(ask: Ask) -> list[str]:
    window, answered = ask.policy.durations[UNANSWERED_AFTER], ask.facts.answered_at
    lately = answered is not None and ask.at < answered + window
    lacks = [f"{window.days} days since the customer was last answered"] if lately else []
    unheard = asked_in_vain(ask.facts, ask.at - window)
    return [*lacks, f"{window.days} days since a question of ours reached the customer"] if unheard else lacks


def recourse_told(ask: Ask) -> Refusal | None:
    """R35: a decline states its reason and the recourse."""
    missing = [name for name in ("reason", "recourse") if not is_worded(str(ask.field(name, "given")))]
    if not missing:
        return None
    return Refusal("recourse-told", f"no {' and no '.join(missing)}", "say why, and where the customer may turn")


def second_person(ask: Ask) -> Refusal | None:
    """R35: at E or A somebody else with the authority approved that we end it, by an act of their own.

    A customer's own withdrawal and a merge need nobody.
    """
    theirs = hasattr(ask.command, "said") or hasattr(ask.command, "into")
    if theirs or (ask.facts.grade or Grade.C) < Grade.A:
        return None
    others = {fold_name(one) for one in ask.facts.cycle.approvers} - {fold_name(ask.by.id)}
    named = fold_name(ask.field("approved_by"))
    if named in others or (others and not named):
        return None
    who = f"{ask.field('approved_by')} did not approve it" if named else "nobody else approved it"
    return Refusal(
        "second-person",
        f"grade {ask.facts.grade}, and {who}",
        f"let one of {names(ask.policy.authority.approve_decline)} record ApproveDecline(...)",
        (ApproveDecline,),
    )


def same_customer_open_target(ask: Ask) -> Refusal | None:
    """R35: a merge goes into an open complaint of the same customer."""
    into = ask.field("into", None)
    if into is None:
        return None
    fault = _target_fault(ask, into)
    return Refusal("same-customer-open-target", fault, "name another one of the same customer") if fault else None


def _target_fault(ask: Ask, into: str) -> str:
    target = next((other.facts for other in ask.related if other.id == into), None)
    if into == ask.id:
        return "it cannot be merged into itself"
    if target is None:
        return f"no complaint {into} was given"
    if target.customer != ask.facts.customer:
        return f"{into} is another customer's"
    return "" if target.state in OPEN else f"{into} is {target.state}"


# ACTS, PAYS


def agreement_before_action(ask: Ask) -> Refusal | None:
    """R25: the customer agrees before anything of the customer's is changed; in an emergency it may be eased first."""
    eased = isinstance(ask.command, Mitigate) and ask.facts.grade == Grade.E
    if ask.facts.cycle.agreed or eased:
        return None
    return Refusal(
        "agreement-before-action",
        "the customer has agreed to no option in this cycle",
        "Propose(...) and record Agree(...); or say touches= when it is not the customer's",
        (Propose, Agree),
    )


def identity_checked(ask: Ask) -> Refusal | None:
    """R22: a payment needs a checked identity."""
    if ask.facts.identity_checked:
        return None
    return Refusal(
        "identity-checked",
        "nobody checked who the customer is",
        'AddEvidence(kind="identity", …) and CheckEvidence(…)',
        (AddEvidence, CheckEvidence),
    )


def identity_where_an_account_is_at_stake(ask: Ask) -> Refusal | None:
    """R22: where a type or a hazard asked for the identity at any time, nothing is done without it."""
    return identity_checked(ask) if account_at_stake(ask.facts, ask.policy) else None


def abuse_decided_above(ask: Ask) -> Refusal | None:
    """R47: while abuse is on record, an authority decides about money and about a decline."""
    roles, abuse = ask.policy.authority.decide_abuse, ask.facts.abuse
    if not abuse or ask.by.roles & roles:
        return None
    return Refusal("abuse-decided-above", f"{names(abuse)} is on record", f"let one of {names(roles)} decide")


def abusive_decline(ask: Ask) -> Refusal | None:
    """R47: of the ends, a decline is a decision about the customer."""
    return abuse_decided_above(ask) if isinstance(ask.command, Decline) else None


# JUDGES


def evidence_checked(ask: Ask) -> Refusal | None:
    """R23: a decision on responsibility needs checked evidence."""
    if ask.facts.checked:
        return None
    return Refusal("evidence-checked", "no evidence was checked", "record CheckEvidence(...) first", (CheckEvidence,))


def rule_named(ask: Ask) -> Refusal | None:
    """R23: a decision on responsibility names the rule and the reasoning."""
    missing = [name for name in ("rule", "reasoning") if not str(ask.field(name, "-")).strip()]
    if not missing:
        return None
    return Refusal("rule-named", f"no {' and no '.join(missing)}", "name the rule, agreement or law, and reason")


def party_heard(ask: Ask) -> Refusal | None:
    """R23: the party was heard, or missed its deadline."""
    party = ask.field("party")
    lapsed = _missed_deadline(ask.facts, party, ask.at)
    lacks = silence_lacks(ask) if lapsed else ()
    if party in ask.policy.own_parties | ask.facts.heard or (lapsed and not lacks):
        return None
    return Refusal(
        "party-heard",
        f"{party} was not heard" + (f"; its silence lacks {', '.join(lacks)}" if lacks else ""),
        "Refer(...) to it, then PartyReply(...) or its deadline",
        (Refer, PartyReply),
    )


def _missed_deadline(facts: Facts, party: str, at: datetime) -> bool:
    asked = [wait for wait in facts.waits if wait.on == "party" and wait.what == party]
    missed = {RunKey.parse(run).referral for run in facts.breached}
    return any(wait.id in missed or (wait.due is not None and wait.due < at) for wait in asked)


# HANDS_OFF, REGRADES


def handoff_carries_context(ask: Ask) -> Refusal | None:
    """R14: a handoff has a summary and the harm; to a technical team also material, or why there is none."""
    missing = ["summary"] if says_nothing(str(ask.field("summary")), ask.policy) else []
    missing += [] if is_worded(str(ask.field("harm"))) else ["harm"]
    technical = {rule.team for rule in ask.policy.types.values() if rule.technical}
    bare = not ask.field("material") and not is_worded(str(ask.field("no_material_because")))
    if _fact_after(ask, "team") in technical and bare:
        missing.append("material (or no_material_because)")
    if not missing:
        return None
    stays = f", or name team={ask.facts.team!r} where it stays" if isinstance(ask.command, Triage) else ""
    return Refusal(
        "handoff-carries-context", f"no {', no '.join(missing)}", f"say all of it in Handoff(...){stays}", (Handoff,)
    )


def _fact_after(ask: Ask, fact: str) -> Any:
    """The fact after the command."""
    return ask.changes.get(fact, getattr(ask.facts, fact))


def no_ping_pong(ask: Ask) -> Refusal | None:
    """R7: back to a team that held it in this cycle only by a lead."""
    team, leads = _fact_after(ask, "team"), ask.policy.authority.return_to_team
    if team not in ask.facts.cycle.held or ask.by.roles & leads:
        return None
    return Refusal("no-ping-pong", f"{team} held it already in this cycle", f"ask one of {names(leads)}")


def priority_never_fades(ask: Ask) -> Refusal | None:
    """R13: lowering a grade needs authority, a reason, and stays above the floor of a hazard or incident."""
    faults: list[str] = []
    roles, least = ask.policy.authority.lower_grade, floor(ask.facts)
    if not ask.by.roles & roles:
        faults.append(f"{ask.by.id} may not lower a grade (may: {names(roles)})")
    if not str(ask.field("reason")).strip():
        faults.append("there is no reason")
    if (_fact_after(ask, "grade") or Grade.C) < least:
        faults.append(f"a standing hazard or incident keeps it at {least} or above")
    if not faults:
        return None
    return Refusal("priority-never-fades", "; ".join(faults), "Regrade(grade, reason) by an authority", (Regrade,))


def cleared_by_authority(ask: Ask) -> Refusal | None:
    """R11, R12: a hazard or an incident is taken off only by an authority, with a reason."""
    authority, standing = ask.policy.authority, ask.facts.hazards
    lost = standing - hazards_of(_fact_after(ask, "signals"))
    roles = authority.clear_hazard if lost else authority.unlink_incident
    faults = [] if ask.by.roles & roles else [f"{ask.by.id} may not take it off (may: {names(roles)})"]
    if not str(ask.field("reason")).strip():
        faults.append("there is no reason")
    if not faults:
        return None
    return Refusal(
        "cleared-by-authority",
        "; ".join(faults),
        "ClearHazard(hazard, reason) or UnlinkIncident(reason) by an authority",
        (ClearHazard, UnlinkIncident),
    )


# ARCHIVES, RETROSPECTS


def root_cause_named(ask: Ask) -> Refusal | None:
    """R37: an archived complaint has a root cause; for a merged one, its target has it."""
    if ask.facts.root_cause or ask.facts.state == State.MERGED:
        return None
    return Refusal("root-cause-named", "no root cause is named", "record LabelCause(...)", (LabelCause,))


def record_complete(ask: Ask) -> Refusal | None:
    """R37, R26a, R33: no message, follow-up or plan is still open, nothing is undecided or owed, and nothing awaits our
    reply.

    What awaits a reply in a merged complaint awaits it in the target, and another complaint has a record of its own.
    """
    facts = ask.facts
    left: set[str] = {*facts.open_messages, *facts.open_tasks, *(["the plan"] if facts.plan_open else [])}
    left = (left - {CALL_TASK}) | pending_parts(ask) | owed_parts(ask)
    if facts.state != State.MERGED and any(sign.kind != SignKind.COMPLAINT for sign in facts.signs):
        left |= set(unhandled(facts))
    if not left:
        return None
    return Refusal(
        "record-complete",
        f"still open: {names(frozenset(left))}",
        "wait for receipts, finish the tasks, keep the plan, answer the customer, decide by RefuseCompensation(...) "
        "and prove what was paid by AddEvidence(...) and CheckEvidence(...)",
        (AddEvidence, CheckEvidence, RefuseCompensation),
    )


def retrospective_after_solution(ask: Ask) -> Refusal | None:
    """R38: the retrospective comes after the solution."""
    if ask.facts.cycle.proved or ask.facts.state in ENDS | {State.CLOSED}:
        return None
    return Refusal(
        "retrospective-after-solution", "it is not solved yet", "Park(...) the observation for later", (Park,)
    )


_SAME_RULE: Mapping[Guard, str] = {
    withdrawn_in_own_words: "customers-own-word",
    judged_on_facts: "facts-before-promise",
    identity_where_an_account_is_at_stake: "identity-checked",
    complete_report: "complete-expression",
    abusive_decline: "abuse-decided-above",
}
"""Guards that keep a rule of another guard, on another effect."""

GUARDS: Mapping[Effect, tuple[Guard, ...]] = {
    Effect.HEARS: (customers_own_word, no_denying_words),
    Effect.TELLS_SOLVED: (verify_before_notify, plain_language),
    Effect.SPEAKS: (customer_facing_role, complete_expression, no_solved_wording_before_proof, judged_on_facts),
    Effect.WRITES: (no_solved_wording_before_proof, plain_words),
    Effect.REPORTS: (complete_report,),
    Effect.CLOSES: (confirm_before_close, nothing_left_open),
    Effect.ENDS: (
        withdrawn_in_own_words,
        no_denying_words,
        no_end_by_silence,
        recourse_told,
        second_person,
        same_customer_open_target,
        abusive_decline,
    ),
    Effect.PROMISES: (facts_before_promise,),
    Effect.ACTS: (agreement_before_action, identity_where_an_account_is_at_stake, payment_approved),
    Effect.MENDS: (identity_where_an_account_is_at_stake,),
    Effect.PAYS: (
        within_authority,
        not_paid_twice,
        compensation_explained,
        arrival_to_come,
        identity_checked,
        abuse_decided_above,
    ),
    Effect.JUDGES: (evidence_checked, rule_named, party_heard),
    Effect.HANDS_OFF: (handoff_carries_context, no_ping_pong),
    Effect.REGRADES: (priority_never_fades,),
    Effect.CLEARS: (cleared_by_authority,),
    Effect.ARCHIVES: (root_cause_named, record_complete),
    Effect.RETROSPECTS: (retrospective_after_solution,),
}
"""The guards of each effect."""
