"""The rules of single commands: for example that a named part exists, or that a time lies in the future.

They are attached to rows of the table and have the form of guards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import fields_of
from complaintflow.commands import AddEvidence, AskCustomer, Assign, Receipt, Receive, Refer, Triage, Unmerge, Update
from complaintflow.commands._context import Ask, names
from complaintflow.commands._parts import latest_part
from complaintflow.commands.clocks import PLAN_CLOCK
from complaintflow.commands.findings import PAYMENT
from complaintflow.commands.silence import unhandled
from complaintflow.commands.triage import review_roles
from complaintflow.errors import Refusal
from complaintflow.lifecycle.expression import is_worded, letters_in, says_nothing
from complaintflow.record.card import CONTACT, PROFILE
from complaintflow.record.keys import RunKey
from complaintflow.sla.timing import ALWAYS, calendars
from complaintflow.values import PROFILE_FIELDS, Customer
from complaintflow.vocabulary import Audience, PausedBy, State


def _pending(rule: str, field: str, pending: Callable[[Ask], frozenset[str]]) -> Callable[[Ask], Refusal | None]:
    """Make a precondition: the part that `field` names is pending."""

    def check(ask: Ask) -> Refusal | None:
        named, open_ones = ask.field(field), pending(ask)
        if named in open_ones:
            return None
        names = ", ".join(sorted(open_ones)) or "none"
        return Refusal(rule, f"{named!r} is not among the open ones ({names})", f"name one of them in {field}=")

    check.__name__ = rule.replace("-", "_")
    check.__doc__ = f"The part that `{field}` names is open."
    return check


open_task = _pending("open-task", "task", lambda ask: ask.facts.open_tasks)
open_claim = _pending("open-claim", "compensation", lambda ask: frozenset(one.id for one in ask.facts.claims))
on_offer = _pending("on-offer", "option", lambda ask: ask.facts.cycle.offered)
open_referral = _pending(
    "open-referral", "referral", lambda ask: frozenset(wait.id for wait in ask.facts.waits if wait.on == "party")
)


def abuse_taken_back(ask: Ask) -> Refusal | None:
    """R47: what was recorded against a customer is taken back by an authority."""
    roles = ask.policy.authority.decide_abuse
    if ask.field("stands") or ask.by.roles & roles:
        return None
    return Refusal("abuse-taken-back", f"{ask.by.id} may not take it back", f"ask one of: {names(roles)}")


_DIRECT_AND_ROOT = 2


def reaches_the_root(ask: Ask) -> Refusal | None:
    """R39: the whys go from the surface to at least a direct and a root cause."""
    causes = {letters_in(why) for why in ask.field("whys") if not says_nothing(why, ask.policy)}
    if len(causes) >= _DIRECT_AND_ROOT:
        return None
    return Refusal("reaches-the-root", "one why is the surface", "name the direct cause and the root cause as well")


def actions_ahead(ask: Ask) -> Refusal | None:
    """R39, R46: each action is due in the days to come, and a step of the ladder is one and is for somebody."""
    ladder, days = ask.policy.ladder, calendars(ask.policy)[ALWAYS]
    past = [action for action in ask.field("actions") if days.closing(action.due) <= ask.at]
    faults = [f"{action.what} was due on {action.due}" for action in past]
    faults += [
        f"{action.what!r} of {action.owner!r} names no work or no owner"
        for action in ask.field("actions")
        if says_nothing(action.what, ask.policy) or not is_worded(action.owner)
    ]
    faults += [
        f"{action.what} is the step {action.step} for {action.respondent or 'nobody'}"
        for action in ask.field("actions")
        if action.step and (action.step not in ladder or not action.respondent.strip())
    ]
    if not faults:
        return None
    steps = ", ".join(ladder) or "none"
    return Refusal("actions-ahead", "; ".join(faults), f"name a due date to come, a respondent, a step of: {steps}")


def part_exists(ask: Ask) -> Refusal | None:
    """The named evidence or message is on record."""
    named = ask.field("evidence") or ask.field("message")
    kind = "E" if ask.field("evidence") else "M"
    if named.startswith(kind) and ask.facts.has_part(named):
        return None
    new, records = ("; AddEvidence(...) records one", (AddEvidence,)) if kind == "E" else ("", ())
    return Refusal(
        "part-exists", f"there is no {named!r} here", f"name one that is on record, like {kind}1{new}", records
    )


def payment_named(ask: Ask) -> Refusal | None:
    """R26a: a payment of ours proves an owed compensation, and names it where several are owed."""
    named, owed = ask.field("compensation"), ask.facts.owed
    ours = isinstance(ask.command, AddEvidence) and ask.command.is_ours(ask.by)
    proves = ours and fold_name(ask.field("kind")) == PAYMENT
    if named in owed or (not named and (not proves or len(owed) <= 1)):
        return None
    names = ", ".join(sorted(owed)) or "none"
    why = f"{named!r} is not owed" if named else "it does not say which payment it proves"
    return Refusal("payment-named", f"{why} (owed: {names})", "name one that is owed in compensation=")


def may_answer(ask: Ask) -> Refusal | None:
    """R18a, R33: who may answer the customer decides that no answer is needed."""
    facing = ask.policy.customer_facing
    if ask.by.roles & facing:
        return None
    return Refusal("may-answer", f"{ask.by.id} does not speak to customers", f"ask one of: {names(facing)}")


def reply_awaited(ask: Ask) -> Refusal | None:
    """R33: something of the customer's awaits our reply, of the kinds that are named."""
    wanted = ask.field("signs", frozenset())
    there = {sign.kind for sign in ask.facts.signs}
    if wanted - there or not unhandled(ask.facts):
        named = ", ".join(sorted(wanted - there)) or "nothing"
        return Refusal("reply-awaited", f"{named} of the customer's awaits a reply", "nothing to do")
    return None


def open_blocker(ask: Ask) -> Refusal | None:
    """R18: the blocker exists."""
    if (ask.field("blocker") or latest_part(ask.facts.blockers)) in ask.facts.blockers:
        return None
    return Refusal("open-blocker", "nothing of this name blocks it", "name an open blocker, like B1")


def contact_known(ask: Ask) -> Refusal | None:
    """R1: a complaint on this channel needs a contact, so that it can be answered."""
    channel = ask.policy.channels.get(ask.field("channel"))
    if channel is None or not channel.needs_contact or ask.field("customer").contact:
        return None
    return Refusal(
        "contact-known",
        f"a complaint by {ask.field('channel')} cannot be answered without a contact",
        "give customer.contact, for example an email or phone",
    )


def earlier_one_known(ask: Ask) -> Refusal | None:
    """R34: what it follows is a complaint of the same customer."""
    named, customer = ask.field("follows").strip(), ask.field("customer").id
    if not named or any(other.id == named and other.facts.customer == customer for other in ask.related):
        return None
    return Refusal(
        "earlier-one-known",
        f"this customer has no complaint {named!r}",
        "name an earlier complaint of the same customer in follows=, or leave it blank",
    )


def in_an_incident(ask: Ask) -> Refusal | None:
    """R12: only what is linked can be taken out of an incident."""
    return None if ask.facts.incident else Refusal("in-an-incident", "it is in no incident", "nothing to do")


def standing_hazard(ask: Ask) -> Refusal | None:
    """R11: the hazard is on record."""
    named, standing = ask.field("hazard"), ask.facts.hazards
    if named in standing:
        return None
    return Refusal("standing-hazard", f"there is no hazard {named!r}", f"name one that stands: {names(standing)}")


def asked_anew(ask: Ask) -> Refusal | None:
    """R3: a question never asks for what is already on record."""
    known = sorted(ask.facts.known & set(ask.field("questions")))
    if not known:
        return None
    return Refusal("asked-anew", f"already on the record: {', '.join(known)}", "ask for what is missing")


_NOT_CORRECTED = frozenset({"customer", "channel", "follows"})


def intake_fields(ask: Ask) -> Refusal | None:
    """R3, R7: a correction names intake fields, contacts, or fields answered before; a sorted type needs a triage."""
    profile = {f"{PROFILE}{name}" for name in PROFILE_FIELDS}
    correctable = ((set(fields_of(Receive)) - _NOT_CORRECTED) | ask.facts.known | profile) - {"follows"}
    fields: Mapping[str, str] = ask.field("fields")
    if "type" in fields and ask.facts.state != State.RECEIVED:
        return Refusal(
            "intake-fields",
            "the type is on record with its team",
            "say the new one by Triage(...) while it is worked on",
            (Triage,),
        )
    if unknown := sorted(name for name in fields if not _is_contact(name) and name not in correctable):
        meant = [f"{PROFILE}{name.removeprefix(CONTACT)}" for name in unknown if name.startswith(CONTACT)]
        allowed = meant or [*sorted(correctable), f"or {CONTACT}email and the like"]
        return Refusal("intake-fields", f"no such field: {', '.join(unknown)}", f"one of {', '.join(allowed)}")
    wrong = {name: Customer.profile_problem(name.removeprefix(PROFILE), fields[name]) for name in profile & set(fields)}
    if problems := [f"{name} must be {problem}" for name, problem in sorted(wrong.items()) if problem]:
        return Refusal("intake-fields", "; ".join(problems), "correct the value")
    return None


def _is_contact(name: str) -> bool:
    return name.startswith(CONTACT) and name.removeprefix(CONTACT) not in PROFILE_FIELDS


def another_team(ask: Ask) -> Refusal | None:
    """R7: a handoff goes to another team."""
    if ask.field("team") != ask.facts.team:
        return None
    return Refusal("another-team", f"{ask.facts.team} has it already", "name another team, or Assign(owner)", (Assign,))


def review_attended(ask: Ask) -> Refusal | None:
    """R30: somebody took part from each role that the review called."""
    took_part = {letters_in(one.role) for one in ask.field("participants")}
    missing = [role for role in review_roles(ask.policy) if letters_in(role) not in took_part]
    if took_part and not missing:
        return None
    return Refusal(
        "review-attended",
        f"nobody took part as {', '.join(missing) or 'anything'}",
        'name them with their roles: participants=[Participant("service lead", "zhou"), …]',
    )


def experienced_caller(ask: Ask) -> Refusal | None:
    """R21: a serious complaint is called by somebody experienced."""
    calls = ask.policy.calls
    if ask.facts.grade not in calls.grades or ask.by.roles & calls.experienced:
        return None
    why = f"{ask.by.id} is not experienced enough to call at grade {ask.facts.grade}"
    return Refusal("experienced-caller", why, f"let one of {names(calls.experienced)} call")


def one_to_three(ask: Ask) -> Refusal | None:
    """R24: a proposal has one to three options."""
    count = len(ask.field("options"))
    if 1 <= count <= 3:
        return None
    return Refusal("one-to-three", f"{count} options", "offer one, two or three")


def times_to_come(ask: Ask) -> Refusal | None:
    """R27, R28: due times lie in the future."""
    times = {name: ask.field(name, None) for name in ("due", "expected_by", "feedback_at", "arrives")}
    past = [name for name, time in times.items() if time is not None and time <= ask.at]
    if not past:
        return None
    return Refusal("times-to-come", f"in the past: {', '.join(past)}", "name a time to come")


def plan_told(ask: Ask) -> Refusal | None:
    """R26a: that a plan was kept is told to the customer, and counts when it reached them."""
    if not ask.field("plan_kept") or ask.field("audience") is Audience.CUSTOMER:
        return None
    return Refusal(
        "plan-told",
        f"the customer does not read what the {ask.field('audience')} is told",
        'Update("customer", …, plan_kept=True)',
        (Update,),
    )


def deadline_passed(ask: Ask) -> Refusal | None:
    """R26a, R28: a deadline is missed only after it is past, by the given time and by the one on record."""
    run, facts = RunKey.parse(ask.field("clock")), ask.facts
    recorded = [wait.due for wait in facts.waits if wait.id == run.referral]
    recorded += [facts.plan_due] * (run.clock == PLAN_CLOCK)
    if all(due <= ask.at for due in (ask.field("due"), *recorded) if due):
        return None
    return Refusal("deadline-passed", "it is not due yet", "wait until it is past")


def reminded_once(ask: Ask) -> Refusal | None:
    """Promise 7: each clock, level and cycle is reminded of once."""
    about = ask.field("about")
    if not about or about not in ask.facts.reminded:
        return None
    return Refusal("reminded-once", f"{about} was said already", "nothing to do")


def clock_can_stop(ask: Ask) -> Refusal | None:
    """R3: a pause needs somebody for whom we wait and no other pause. It is not backdated beyond the limit, nor to a
    time before they were asked."""
    faults: list[str] = []
    party = ask.field("party")
    waits = [wait.on for wait in ask.facts.waits] + ["customer"] * (ask.facts.state == State.PROPOSED)
    if party.value not in waits:
        faults.append(f"nothing is asked of the {party.value}")
    if ask.facts.paused:
        faults.append("it is paused already")
    since, limit = ask.field("since", None) or ask.at, ask.policy.backdate_limit
    if not timedelta(0) <= ask.at - since <= limit:
        faults.append(f"since lies outside the last {int(limit.total_seconds() // 3600)} h")
    asked = _asked_at(ask, party.value)
    if ask.field("since", None) and asked and since < asked:
        faults.append(f"since lies before {asked:%Y-%m-%d %H:%M} UTC, when the {party.value} was asked")
    if not faults:
        return None
    asking = AskCustomer if party is PausedBy.CUSTOMER else Refer
    return Refusal(
        "clock-can-stop", "; ".join(faults), f"{asking.__name__}(...) first; since= within the limit", (asking,)
    )


def _asked_at(ask: Ask, party: str) -> datetime | None:
    """When they were first asked; None where the history does not say."""
    times = [wait.since for wait in ask.facts.waits if wait.on == party]
    if party == PausedBy.CUSTOMER and ask.facts.state == State.PROPOSED:
        times.append(ask.facts.cycle.offered_at)
    return min((time for time in times if time), default=None)


def clock_stands(ask: Ask) -> Refusal | None:
    """Only a paused clock is resumed."""
    return None if ask.facts.paused else Refusal("clock-stands", "it is not paused", "nothing to do")


def known_root_cause(ask: Ask) -> Refusal | None:
    """R37: the label is a cause of the vocabulary, a dash, and a place."""
    cause, _, where = ask.field("label").partition("-")
    causes = ask.policy.root_causes
    if where.strip() and (cause.strip() in causes or cause.strip() in causes.values()):
        return None
    return Refusal(
        "known-root-cause",
        f"{ask.field('label')!r} is not a cause, a dash and a place",
        "begin with one of: " + ", ".join(causes),
    )


def surveyed_once(ask: Ask) -> Refusal | None:
    """R36: a survey is answered once a cycle."""
    return Refusal("surveyed-once", "there is an answer", "leave it") if ask.facts.surveyed else None


def reopened_in_time(ask: Ask) -> Refusal | None:
    """R34: a reopening comes within the window after closing, or after the plan is due."""
    since = ask.facts.closed_at
    limit = timedelta(days=ask.policy.closing.reopen_days)
    if since is None or ask.at <= max(since, ask.facts.plan_due or since) + limit:
        return None
    return Refusal(
        "reopened-in-time",
        f"it was closed more than {limit.days} days ago",
        f"Receive(..., follows={ask.id!r}) a new one",
        (Receive,),
    )


def fits_the_policy(ask: Ask) -> Refusal | None:
    """Promise 9: the new policy is the one that decides, and knows the type and channel."""
    facts, policy = ask.facts, ask.policy
    faults = [f"it is not {ask.field('policy')} that decides"] if ask.field("policy") != policy.digest else []
    known = {"type": policy.types, "channel": policy.channels}
    for name, words in known.items():
        value = getattr(facts, name)
        faults += [f"it does not know the {name} {value}"] if value and value not in words else []
    if not faults:
        return None
    return Refusal("fits-the-policy", "; ".join(faults), "define in the policy what the complaint needs")


def came_back(ask: Ask) -> Refusal | None:
    """R33: the message did not reach the customer."""
    message = ask.field("message")
    if message in ask.facts.unproved:
        return None
    return Refusal("came-back", f"nothing says that {message} came back", "wait for its Receipt(...)", (Receipt,))


def merged_here(ask: Ask) -> Refusal | None:
    """The source was merged into this complaint."""
    source = next((other.facts for other in ask.related if other.id == ask.field("source")), None)
    if source is not None and source.merged_into == ask.id:
        return None
    return Refusal("merged-here", f"{ask.field('source')} was not merged into {ask.id}", "merge it first")


def released_here(ask: Ask) -> Refusal | None:
    """The source was merged into this complaint, and is no longer."""
    source = ask.field("source")
    still = any(other.id == source and other.facts.merged_into == ask.id for other in ask.related)
    if source in ask.facts.absorbed and not still:
        return None
    why = f"{source} is still merged into {ask.id}" if still else f"{source} was not merged into {ask.id}"
    return Refusal("released-here", why, "Unmerge() the other one", (Unmerge,))


def authority_to_approve(ask: Ask) -> Refusal | None:
    """R35: a decline is approved by an authority that the policy names."""
    roles = ask.policy.authority.approve_decline
    if ask.by.roles & roles:
        return None
    return Refusal("authority-to-approve", f"{ask.by.id} has no authority to approve it", f"ask one of {names(roles)}")


def authority_to_override(ask: Ask) -> Refusal | None:
    """An override lifts a listed rule, by an authority that the policy names."""
    policy, rule = ask.policy, ask.field("rule")
    faults: list[str] = []
    if rule not in policy.overridable:
        faults.append(f"{rule} cannot be overridden")
    if not ask.by.roles & policy.authority.override:
        faults.append(f"{ask.by.id} has no authority to override")
    if not faults:
        return None
    listed = ", ".join(sorted(policy.overridable)) or "none"
    remedy = f"rules: {listed}; authorities: {names(policy.authority.override)}"
    return Refusal("authority-to-override", "; ".join(faults), remedy)
