"""The guards: functions from a question to a refusal, or to None.

A guard is attached to an effect, not to an edge, so that no edge, timer, bulk job or plugin can bypass it. The
function's name, with dashes, is the name of its rule. Guards read only facts, the fields of the command, the actor, the
time and the policy. The guards of customer messages are in `communication`, those of money in `payments`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, cast

import attrs

from complaintflow._validation.names import fold_name
from complaintflow.commands import (
    BUILTIN,
    AddEvidence,
    Agree,
    ApproveCompensation,
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
from complaintflow.commands._context import Ask, Command
from complaintflow.commands._parts import account_at_stake
from complaintflow.commands.ends import heard_in
from complaintflow.commands.grounds import closing_faults, silence_fault
from complaintflow.commands.silence import asked_in_vain, silence_lacks
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
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
from complaintflow.lifecycle.concerns import Guard, commands_with, concerns, has_field, kinds_of
from complaintflow.lifecycle.expression import complete_report, is_worded, says_nothing
from complaintflow.lifecycle.left_open import SETTLE_TASKS, left_open
from complaintflow.lifecycle.machines import machine_budget, person_decides
from complaintflow.lifecycle.payments import (
    arrival_to_come,
    compensation_explained,
    not_paid_twice,
    payment_approved,
    pending_parts,
    within_authority,
)
from complaintflow.lifecycle.permissions import permitted
from complaintflow.policy.clock_rules import UNANSWERED_AFTER
from complaintflow.priority import floor
from complaintflow.record.facts import Facts, hazards_of
from complaintflow.record.keys import CALL_TASK, RunKey
from complaintflow.vocabulary import ENDS, OPEN, Effect, Grade, Ground, State
from complaintflow.wording import UNCLEAR, find_no_agreement, find_no_yes, find_reservation


def rule_of(guard: Guard) -> str:
    """The name of a guard's rule."""
    named: str = getattr(guard, "rule", "") or _SAME_RULE.get(guard, "") or guard.__name__.replace("_", "-")
    return named


def describe_rule(guard: Guard) -> str:
    """The name of a guard's rule, with the fields that it asks for, where the lifecycle names them."""
    fields: tuple[str, ...] = getattr(guard, "fields", ())
    return f"{rule_of(guard)}({' '.join(fields)})" if fields else rule_of(guard)


# HEARS: words of the customer


@concerns(lambda command, by, policy: not by.is_customer)
def customers_own_word(ask: Ask) -> Refusal | None:
    """S0, R33, R35: said by the customer, or by staff who state how and where they heard it; never by the system."""
    said = ask.field("said", None)
    if ask.by.is_staff and said is not None and said.via.strip() and said.ref.strip():
        return None
    return Refusal.of("customers-own-word")


DENIED: Mapping[type[Command], tuple[type[Command], ...]] = {
    Confirm: (Dispute, Hear),
    Agree: (Object, Hear),
    Withdraw: (Hear,),
}
"""The commands that record a yes, and what records the words when they deny it."""


@concerns(lambda command, by, policy: issubclass(command, tuple(DENIED)) or command not in BUILTIN.values())
def no_denying_words(ask: Ask) -> Refusal | None:
    """R33, R25, R35: words that are no plain yes are recorded as no confirmation and no agreement.

    In doubt they are none. A withdrawal answers nothing: it is refused for words that deny or put it off. A command of
    the house's own that hears the customer and closes is a confirmation; its other texts need not say yes.
    """
    answers = {one.text for one in heard_in(ask.command)}
    plain = next((find for kind, find in _READERS.items() if isinstance(ask.command, kind)), find_no_yes)
    return refuse_denial(ask, lambda text: ask.read(plain if text in answers else find_reservation, text))


_READERS: Mapping[type[Command], Callable[[str], str]] = {Agree: find_no_agreement, Withdraw: find_reservation}
"""What reads the words of a command that records a yes, if not `find_no_yes`."""


def refuse_denial(ask: Ask, read: Callable[[str], str]) -> Refusal | None:
    """R33, R25, R35: refuse a yes in whose words `read` finds that it is none."""
    remedy = next((others for kind, others in DENIED.items() if isinstance(ask.command, kind)), ())
    words: list[str] = [ask.field("said").text] if remedy else _words_that_close(ask)
    denial = next((found for text in words if (found := read(text))), "")
    remedy = remedy or DENIED[Confirm]
    if not denial:
        return None
    if denial == UNCLEAR:
        return Refusal.of("no-denying-words", *remedy, case="unclear", instead=remedy)
    return Refusal.of("no-denying-words", *remedy, denial=denial, instead=remedy)


def _words_that_close(ask: Ask) -> list[str]:
    """The customer's words in another command that closes: what was heard, and all that the customer's own one says."""
    if not ask.changes.get("closed_at"):
        return []
    fields = (getattr(ask.command, field.name) for field in attrs.fields(cast(Any, type(ask.command))))
    texts = [one for one in fields if isinstance(one, str)] if ask.by.is_customer else []
    return [*(said.text for said in heard_in(ask.command)), *texts]


@concerns(commands_with("said"))
def withdrawn_in_own_words(ask: Ask) -> Refusal | None:
    """R35: of the ends, only a withdrawal is the customer's own; staff decline and merge."""
    return customers_own_word(ask)


# CLOSES


def confirm_before_close(ask: Ask) -> Refusal | None:
    """R33: a permitted ground with everything that it requires."""
    chosen: Ground | None = ask.changes.get("ground") or None
    if chosen and not silence_fault(ask, chosen):
        return None
    wanted = chosen if chosen == Ground.IMPORTED else ask.field("ground", None)
    faults = closing_faults(ask, wanted)
    return Refusal.of("confirm-before-close", Confirm, NoReplyNeeded, Update, faults=faults) if faults else None


def nothing_left_open(ask: Ask) -> Refusal | None:
    """R27, R26: no pending task but a call or an improvement, and no pending compensation."""
    claims = pending_parts(ask)
    tasks = sorted(ask.facts.open_tasks - {CALL_TASK} - ask.facts.improvements)
    if not claims and not tasks:
        return None
    settling = (*(SETTLE_TASKS if tasks else ()), *(SETTLE_CLAIMS if claims else ()))
    return Refusal.of("nothing-left-open", *settling, left=[*claims, *tasks], settling=settling)


SETTLE_CLAIMS = (ApproveCompensation, RefuseCompensation)
"""What decides about a requested compensation."""


# ENDS


@concerns(lambda command, by, policy: by.is_system)
def no_end_by_silence(ask: Ask) -> Refusal | None:
    """R3, R33: the system declines nobody whose words no person has handled, nor before what it asked has arrived."""
    if ask.field("into", None) is not None:
        return None
    lacks = [*silence_lacks(ask), *_answered_lately(ask)]
    if not lacks:
        return None
    return Refusal.of("no-end-by-silence", Update, NoReplyNeeded, lacks=lacks)


def _answered_lately(ask: Ask) -> list[Fault]:
    window, answered = ask.policy.durations[UNANSWERED_AFTER], ask.facts.answered_at
    lately = answered is not None and ask.at < answered + window
    unheard = asked_in_vain(ask.facts, ask.at - window)
    lacks = [*(["answered-days"] if lately else []), *(["asked-days"] if unheard else [])]
    return [Fault(lack, {"days": window.days}) for lack in lacks]


@concerns(commands_with("reason", "recourse"))
def recourse_told(ask: Ask) -> Refusal | None:
    """R35: a decline states its reason and the recourse."""
    missing = [name for name in ("reason", "recourse") if not is_worded(str(ask.field(name, "given")))]
    if not missing:
        return None
    return Refusal.of("recourse-told", missing=missing)


@concerns(lambda command, by, policy: not (has_field(command, "said") or has_field(command, "into")))
def second_person(ask: Ask) -> Refusal | None:
    """R35: at E or A somebody else with the authority approved that we end it, by an act of their own.

    A customer's own withdrawal and a merge need nobody.
    """
    if (ask.facts.grade or Grade.C) < Grade.A:
        return None
    others = {fold_name(one) for one in ask.facts.cycle.approvers} - {fold_name(ask.by.id)}
    named = fold_name(ask.field("approved_by"))
    if named in others or (others and not named):
        return None
    return Refusal.of(
        "second-person",
        ApproveDecline,
        case="named" if named else "",
        grade=ask.facts.grade,
        named=ask.field("approved_by"),
        roles=ask.policy.authority.approve_decline,
    )


@concerns(commands_with("into"))
def same_customer_open_target(ask: Ask) -> Refusal | None:
    """R35: a merge goes into an open complaint of the same customer."""
    into = ask.field("into", None)
    if into is None:
        return None
    fault = _target_fault(ask, into)
    return Refusal.of("same-customer-open-target", fault=fault) if fault else None


def _target_fault(ask: Ask, into: str) -> Fault | None:
    target = next((other.facts for other in ask.related if other.id == into), None)
    if into == ask.id:
        return Fault("into-itself")
    if target is None:
        return Fault("into-nothing", {"into": into})
    if target.customer != ask.facts.customer:
        return Fault("into-strangers", {"into": into})
    return None if target.stage in OPEN else Fault("into-ended", {"into": into, "state": target.state})


# ACTS, PAYS


def agreement_before_action(ask: Ask) -> Refusal | None:
    """R25: the customer agrees before anything of the customer's is changed; in an emergency it may be eased first."""
    eased = isinstance(ask.command, Mitigate) and ask.facts.grade == Grade.E
    if ask.facts.cycle.agreed or eased:
        return None
    return Refusal.of("agreement-before-action", Propose, Agree)


def identity_checked(ask: Ask) -> Refusal | None:
    """R22: a payment needs a checked identity."""
    if ask.facts.identity_checked:
        return None
    return Refusal.of("identity-checked", AddEvidence, CheckEvidence)


def identity_where_an_account_is_at_stake(ask: Ask) -> Refusal | None:
    """R22: where a type or a hazard asked for the identity at any time, nothing is done without it."""
    return identity_checked(ask) if account_at_stake(ask.facts, ask.policy) else None


@concerns(lambda command, by, policy: by.roles.isdisjoint(policy.authority.decide_abuse))
def abuse_decided_above(ask: Ask) -> Refusal | None:
    """R47: while abuse is on record, an authority decides about money and about a decline."""
    roles, abuse = ask.policy.authority.decide_abuse, ask.facts.abuse
    if not abuse:
        return None
    return Refusal.of("abuse-decided-above", abuse=abuse, roles=roles)


@concerns(kinds_of(Decline))
def abusive_decline(ask: Ask) -> Refusal | None:
    """R47: of the ends, a decline is a decision about the customer."""
    return abuse_decided_above(ask)


# JUDGES


def evidence_checked(ask: Ask) -> Refusal | None:
    """R23: a decision on responsibility needs checked evidence."""
    if ask.facts.checked:
        return None
    return Refusal.of("evidence-checked", CheckEvidence)


def rule_named(ask: Ask) -> Refusal | None:
    """R23: a decision on responsibility names the rule and the reasoning."""
    missing = [name for name in ("rule", "reasoning") if not str(ask.field(name, "-")).strip()]
    if not missing:
        return None
    return Refusal.of("rule-named", missing=missing)


def party_heard(ask: Ask) -> Refusal | None:
    """R23: the party was heard, or missed its deadline."""
    party = ask.field("party")
    lapsed = _missed_deadline(ask.facts, party, ask.at)
    lacks = silence_lacks(ask) if lapsed else ()
    if party in ask.policy.own_parties | ask.facts.heard or (lapsed and not lacks):
        return None
    if lacks:
        return Refusal.of("party-heard", Refer, PartyReply, case="silence", party=party, lacks=lacks)
    return Refusal.of("party-heard", Refer, PartyReply, party=party)


def _missed_deadline(facts: Facts, party: str, at: datetime) -> bool:
    asked = [wait for wait in facts.waits if wait.on == "party" and wait.what == party]
    missed = {RunKey.parse(run).referral for run in facts.breached}
    return any(wait.id in missed or (wait.due is not None and wait.due < at) for wait in asked)


# HANDS_OFF, REGRADES


def handoff_carries_context(ask: Ask) -> Refusal | None:
    """R14: a handoff has a summary and the harm; to a technical team also material, or why there is none."""
    missing: list[str | Fault] = ["summary"] if says_nothing(ask, str(ask.field("summary"))) else []
    missing += [] if is_worded(str(ask.field("harm"))) else ["harm"]
    technical = {rule.team for rule in ask.policy.types.values() if rule.technical}
    bare = not ask.field("material") and not is_worded(str(ask.field("no_material_because")))
    if _fact_after(ask, "team") in technical and bare:
        missing.append(Fault("no-material"))
    if not missing:
        return None
    if isinstance(ask.command, Triage):
        return Refusal.of("handoff-carries-context", Handoff, case="triage", missing=missing, team=ask.facts.team)
    return Refusal.of("handoff-carries-context", Handoff, missing=missing)


def _fact_after(ask: Ask, fact: str) -> Any:
    """The fact after the command."""
    return ask.changes.get(fact, getattr(ask.facts, fact))


@concerns(lambda command, by, policy: by.roles.isdisjoint(policy.authority.return_to_team))
def no_ping_pong(ask: Ask) -> Refusal | None:
    """R7: back to a team that held it in this cycle only by a lead."""
    team, leads = _fact_after(ask, "team"), ask.policy.authority.return_to_team
    if team not in ask.facts.cycle.held:
        return None
    return Refusal.of("no-ping-pong", team=team, roles=leads)


def priority_never_fades(ask: Ask) -> Refusal | None:
    """R13: lowering a grade needs authority, a reason, and stays above the floor of a hazard or incident."""
    faults: list[Fault] = []
    roles, least = ask.policy.authority.lower_grade, floor(ask.facts)
    if not ask.by.roles & roles:
        faults.append(Fault("may-not-lower", {"by": ask.by.id, "roles": roles}))
    if not str(ask.field("reason")).strip():
        faults.append(Fault("no-reason"))
    if (_fact_after(ask, "grade") or Grade.C) < least:
        faults.append(Fault("kept-up", {"least": least}))
    if not faults:
        return None
    return Refusal.of("priority-never-fades", Regrade, faults=faults)


def cleared_by_authority(ask: Ask) -> Refusal | None:
    """R11, R12: a hazard or an incident is taken off only by an authority, with a reason."""
    authority, standing = ask.policy.authority, ask.facts.hazards
    lost = standing - hazards_of(_fact_after(ask, "signals"))
    roles = authority.clear_hazard if lost else authority.unlink_incident
    faults = [] if ask.by.roles & roles else [Fault("may-not-clear", {"by": ask.by.id, "roles": roles})]
    if not str(ask.field("reason")).strip():
        faults.append(Fault("no-reason"))
    if not faults:
        return None
    return Refusal.of("cleared-by-authority", ClearHazard, UnlinkIncident, faults=faults)


# ARCHIVES, RETROSPECTS


def root_cause_named(ask: Ask) -> Refusal | None:
    """R37: an archived complaint has a root cause; for a merged one, its target has it."""
    if ask.facts.root_cause or ask.facts.stage == State.MERGED:
        return None
    return Refusal.of("root-cause-named", LabelCause)


def record_complete(ask: Ask) -> Refusal | None:
    """R37, R26a, R33: no message, follow-up or plan is still open, nothing is undecided or owed, and nothing awaits our
    reply.
    """
    left, settling = left_open(ask, sorted(ask.facts.open_messages))
    if not left:
        return None
    return Refusal.of("record-complete", *settling, case="" if settling else "sent", left=left, settling=settling)


def retrospective_after_solution(ask: Ask) -> Refusal | None:
    """R38: the retrospective comes after the solution."""
    if ask.facts.cycle.proved or ask.facts.stage in ENDS | {State.CLOSED}:
        return None
    return Refusal.of("retrospective-after-solution", Park)


_SAME_RULE: Mapping[Guard, str] = {
    withdrawn_in_own_words: "customers-own-word",
    judged_on_facts: "facts-before-promise",
    identity_where_an_account_is_at_stake: "identity-checked",
    complete_report: "complete-expression",
    abusive_decline: "abuse-decided-above",
}
"""Guards that keep a rule of another guard, on another effect."""

GUARDS: Mapping[Effect, tuple[Guard, ...]] = {
    Effect.ANY: (permitted, machine_budget),
    Effect.HEARS: (customers_own_word, no_denying_words, person_decides),
    Effect.TELLS_SOLVED: (verify_before_notify, plain_language),
    Effect.SPEAKS: (customer_facing_role, complete_expression, no_solved_wording_before_proof, judged_on_facts),
    Effect.WRITES: (no_solved_wording_before_proof, plain_words),
    Effect.REPORTS: (complete_report,),
    Effect.CLOSES: (confirm_before_close, nothing_left_open, person_decides),
    Effect.ENDS: (
        withdrawn_in_own_words,
        no_denying_words,
        no_end_by_silence,
        recourse_told,
        second_person,
        same_customer_open_target,
        abusive_decline,
        person_decides,
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
        person_decides,
    ),
    Effect.JUDGES: (evidence_checked, rule_named, party_heard),
    Effect.HANDS_OFF: (handoff_carries_context, no_ping_pong),
    Effect.REGRADES: (priority_never_fades, person_decides),
    Effect.CLEARS: (cleared_by_authority, person_decides),
    Effect.READDRESSES: (identity_where_an_account_is_at_stake, person_decides),
    Effect.ARCHIVES: (root_cause_named, record_complete),
    Effect.RETROSPECTS: (retrospective_after_solution,),
}
"""The guards of each effect."""
