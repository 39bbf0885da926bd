"""The rules of single commands: for example that a named part exists, or that a time lies in the future.

They are attached to rows of the table and have the form of guards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import fields_of
from complaintflow.commands import (
    AddEvidence,
    AddTask,
    AskCustomer,
    Assign,
    Block,
    CheckEvidence,
    Compensate,
    Hear,
    LiftHold,
    Propose,
    Receipt,
    Receive,
    Refer,
    Resume,
    Survey,
    Triage,
    Unmerge,
    Update,
)
from complaintflow.commands._context import Ask, Command
from complaintflow.commands._parts import latest_part
from complaintflow.commands.clocks import PLAN_CLOCK
from complaintflow.commands.findings import PAYMENT
from complaintflow.commands.silence import unhandled
from complaintflow.commands.taking_back import waiting_messages
from complaintflow.commands.triage import review_roles
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.lifecycle.concerns import concerns, customers
from complaintflow.lifecycle.expression import is_worded, letters_in, says_nothing
from complaintflow.lifecycle.left_open import left_open
from complaintflow.record.card import PROFILE
from complaintflow.record.contacts import CONTACT
from complaintflow.record.keys import RunKey
from complaintflow.sla.timing import ALWAYS, calendars
from complaintflow.values import PROFILE_FIELDS, Customer
from complaintflow.vocabulary import OPEN, Audience, PausedBy, State

MAKERS: dict[str, type[Command]] = {}
"""For each rule that asks for an open part: the command that makes such parts."""


def _pending(
    number: str, rule: str, field: str, making: type[Command], pending: Callable[[Ask], frozenset[str]]
) -> Callable[[Ask], Refusal | None]:
    """Make a precondition: the part that `field` names is pending. `making` is the command that makes such a part."""

    def check(ask: Ask) -> Refusal | None:
        named, open_ones = ask.field(field), pending(ask)
        if named in open_ones:
            return None
        if open_ones:
            return Refusal.of(rule, named=named, open=open_ones, field=field)
        if ask.facts.stage in OPEN:
            return Refusal.of(rule, making, case="none", named=named, making=(making,))
        return Refusal.of(rule, case="over", named=named)

    MAKERS[rule] = making
    check.__name__ = rule.replace("-", "_")
    check.__doc__ = f"{number}: the part that `{field}` names is open."
    return check


open_task = _pending("R27", "open-task", "task", AddTask, lambda ask: ask.facts.open_tasks)
open_claim = _pending(
    "R26", "open-claim", "compensation", Compensate, lambda ask: frozenset(one.id for one in ask.facts.claims)
)
on_offer = _pending("R24", "on-offer", "option", Propose, lambda ask: ask.facts.cycle.offered)
open_referral = _pending(
    "R28",
    "open-referral",
    "referral",
    Refer,
    lambda ask: frozenset(wait.id for wait in ask.facts.waits if wait.on == "party"),
)


def abuse_taken_back(ask: Ask) -> Refusal | None:
    """R47: what was recorded against a customer is taken back by an authority."""
    roles = ask.policy.authority.decide_abuse
    if ask.field("stands") or ask.by.roles & roles:
        return None
    return Refusal.of("abuse-taken-back", by=ask.by.id, roles=roles)


_DIRECT_AND_ROOT = 2


def reaches_the_root(ask: Ask) -> Refusal | None:
    """R39: the whys go from the surface to at least a direct and a root cause."""
    causes = {ask.read(letters_in, why) for why in ask.field("whys") if not says_nothing(ask, why)}
    if len(causes) >= _DIRECT_AND_ROOT:
        return None
    return Refusal.of("reaches-the-root")


def actions_ahead(ask: Ask) -> Refusal | None:
    """R39, R46: each action is due in the days to come, and a step of the ladder is one and is for somebody."""
    ladder, days = ask.policy.ladder, calendars(ask.policy)[ALWAYS]
    past = [action for action in ask.field("actions") if days.closing(action.due) <= ask.at]
    faults = [Fault("was-due", {"what": action.what, "due": action.due}) for action in past]
    faults += [
        Fault("no-work", {"what": action.what, "owner": action.owner})
        for action in ask.field("actions")
        if says_nothing(ask, action.what) or not is_worded(action.owner)
    ]
    faults += [
        Fault("no-step", {"what": action.what, "step": action.step, "respondent": action.respondent})
        for action in ask.field("actions")
        if action.step and (action.step not in ladder or not action.respondent.strip())
    ]
    if not faults:
        return None
    return Refusal.of("actions-ahead", faults=faults, steps=ladder)


def part_exists(ask: Ask) -> Refusal | None:
    """R22: the named evidence or message is on record."""
    named = ask.field("evidence") or ask.field("message")
    kind = "E" if ask.field("evidence") else "M"
    if named.startswith(kind) and ask.facts.has_part(named):
        gone = named in ask.facts.retracted
        return Refusal.of("part-exists", AddEvidence, case="retracted", named=named) if gone else None
    if kind == "E":
        return Refusal.of("part-exists", AddEvidence, case="evidence", named=named)
    return Refusal.of("part-exists", named=named)


def payment_named(ask: Ask) -> Refusal | None:
    """R26a: a payment of ours proves an owed compensation, and names it where several are owed."""
    named, owed = ask.field("compensation"), ask.facts.owed
    ours = isinstance(ask.command, AddEvidence) and ask.command.is_ours(ask.by)
    proves = ours and fold_name(ask.field("kind")) == PAYMENT
    if named in owed or (not named and (not proves or len(owed) <= 1)):
        return None
    return Refusal.of("payment-named", case="" if named else "blank", named=named, owed=owed)


@concerns(lambda command, by, policy: by.roles.isdisjoint(policy.customer_facing))
def may_answer(ask: Ask) -> Refusal | None:
    """R18a, R33: who may answer the customer decides that no answer is needed."""
    return Refusal.of("may-answer", by=ask.by.id, roles=ask.policy.customer_facing)


def reply_awaited(ask: Ask) -> Refusal | None:
    """R33: something of the customer's awaits our reply, of the kinds that are named."""
    wanted = ask.field("signs", frozenset())
    there = {sign.kind for sign in ask.facts.signs}
    if wanted - there:
        return Refusal.of("reply-awaited", case="kinds", kinds=wanted - there)
    return None if unhandled(ask.facts) else Refusal.of("reply-awaited")


def open_blocker(ask: Ask) -> Refusal | None:
    """R18: the blocker exists."""
    if (ask.field("blocker") or latest_part(ask.facts.blockers)) in ask.facts.blockers:
        return None
    if ask.facts.blockers:
        return Refusal.of("open-blocker", blockers=ask.facts.blockers)
    return Refusal.of("open-blocker", Block, case="none")


def contact_known(ask: Ask) -> Refusal | None:
    """R1: a complaint on this channel needs a contact, so that it can be answered."""
    channel = ask.policy.channels.get(ask.field("channel"))
    if channel is None or not channel.needs_contact or ask.field("customer").contact:
        return None
    return Refusal.of("contact-known", channel=ask.field("channel"))


def earlier_one_known(ask: Ask) -> Refusal | None:
    """R34: what it follows is a complaint of the same customer."""
    named, customer = ask.field("follows").strip(), ask.field("customer").id
    if not named or any(other.id == named and other.facts.customer == customer for other in ask.related):
        return None
    return Refusal.of("earlier-one-known", named=named)


def in_an_incident(ask: Ask) -> Refusal | None:
    """R12: only what is linked can be taken out of an incident."""
    return None if ask.facts.incident else Refusal.of("in-an-incident")


def standing_hazard(ask: Ask) -> Refusal | None:
    """R11: the hazard is on record."""
    named, standing = ask.field("hazard"), ask.facts.hazards
    if named in standing:
        return None
    return Refusal.of("standing-hazard", case="" if standing else "none", hazard=named, standing=standing)


def asked_anew(ask: Ask) -> Refusal | None:
    """R3: a question never asks for what is already on record."""
    known = sorted(ask.facts.known & set(ask.field("questions")))
    if not known:
        return None
    return Refusal.of("asked-anew", known=known)


_NOT_CORRECTED = frozenset({"customer", "channel", "fields"})


def intake_fields(ask: Ask) -> Refusal | None:
    """R3, R7: a correction names intake fields, contacts, or fields answered before; a sorted type needs a triage."""
    profile = {f"{PROFILE}{name}" for name in PROFILE_FIELDS}
    own = profile | set(ask.policy.fields)
    correctable = ((set(fields_of(Receive)) - _NOT_CORRECTED) | ask.facts.known | own) - {"follows", "attachments"}
    fields: Mapping[str, str] = ask.field("fields")
    if not (fields or ask.field("contacts") or ask.field("remove_contacts")):
        return Refusal.of("intake-fields", case="nothing")
    if "type" in fields and ask.facts.stage != State.RECEIVED:
        return Refusal.of("intake-fields", Triage, case="type")
    if unknown := sorted(name for name in fields if not _is_contact(name) and name not in correctable):
        meant = [f"{PROFILE}{name.removeprefix(CONTACT)}" for name in unknown if name.startswith(CONTACT)]
        if meant:
            return Refusal.of("intake-fields", case="meant", fields=unknown, allowed=meant)
        return Refusal.of("intake-fields", case="unknown", fields=unknown, allowed=correctable, contact=CONTACT)
    wrong = {name: Customer.profile_problem(name.removeprefix(PROFILE), fields[name]) for name in profile & set(fields)}
    if faults := [
        Fault(f"bad-{name.removeprefix(PROFILE)}", {"field": name, "problem": problem})
        for name, problem in sorted(wrong.items())
        if problem
    ]:
        return Refusal.of("intake-fields", case="wrong", faults=faults)
    return None


_OF_CUSTOMERS = frozenset(f"{PROFILE}{name}" for name in PROFILE_FIELDS - {"tier"})
"""What a customer corrects by themselves."""


@concerns(customers)
def corrected_by_staff(ask: Ask) -> Refusal | None:
    """R4, R22: a customer corrects their own name, language, time zone and preferred channel, and adds contacts, which
    are not verified; staff correct all else.
    """
    wrong = sorted({*ask.field("fields")} - _OF_CUSTOMERS) + ["remove_contacts"] * bool(ask.field("remove_contacts"))
    if not wrong:
        return None
    return Refusal.of("corrected-by-staff", Hear, fields=wrong, allowed=_OF_CUSTOMERS)


def _is_contact(name: str) -> bool:
    return name.startswith(CONTACT) and name.removeprefix(CONTACT) not in PROFILE_FIELDS


def somebody_owns_it(ask: Ask) -> Refusal | None:
    """R7: only what somebody owns is taken from them."""
    return None if ask.facts.owner else Refusal.of("somebody-owns-it", Assign)


def standing_entry(ask: Ask) -> Refusal | None:
    """R22: a note, a call or a piece of evidence of ours that is on record, and was not taken back."""
    named, facts = ask.field("entry"), ask.facts
    if not named.startswith(("N", "P", "E")) or not facts.has_part(named):
        if not (facts.notes or facts.calls or facts.evidence):
            return Refusal.of("standing-entry", case="none")
        return Refusal.of("standing-entry", named=named)
    if named in facts.sent_in:
        return Refusal.of("standing-entry", CheckEvidence, case="theirs", named=named)
    return Refusal.of("standing-entry", case="gone", named=named) if named in facts.retracted else None


def not_yet_sent(ask: Ask) -> Refusal | None:
    """R32: only a message to the customer that still waits is recalled."""
    named, facts = ask.field("message"), ask.facts
    if not named.startswith("M") or not facts.has_part(named) or named in facts.to_us:
        if facts.open_messages <= facts.to_us:
            return Refusal.of("not-yet-sent", case="none")
        return Refusal.of("not-yet-sent", case="unknown", named=named)
    waits = named in waiting_messages(facts) - ask.handed
    return None if waits else Refusal.of("not-yet-sent", Update, named=named)


def another_team(ask: Ask) -> Refusal | None:
    """R7: a handoff goes to another team."""
    if ask.field("team") != ask.facts.team:
        return None
    return Refusal.of("another-team", Assign, team=ask.facts.team)


def review_attended(ask: Ask) -> Refusal | None:
    """R30: somebody took part from each role that the review called."""
    took_part = {ask.read(letters_in, one.role) for one in ask.field("participants")}
    missing = [role for role in review_roles(ask.policy) if ask.read(letters_in, role) not in took_part]
    if took_part and not missing:
        return None
    return Refusal.of("review-attended", case="" if missing else "nobody", missing=missing)


def experienced_caller(ask: Ask) -> Refusal | None:
    """R21: a serious complaint is called by somebody experienced."""
    calls = ask.policy.calls
    if ask.facts.grade not in calls.grades or ask.by.roles & calls.experienced:
        return None
    return Refusal.of("experienced-caller", by=ask.by.id, grade=ask.facts.grade, roles=calls.experienced)


def one_to_three(ask: Ask) -> Refusal | None:
    """R24: a proposal has one to three options."""
    count = len(ask.field("options"))
    if 1 <= count <= 3:
        return None
    return Refusal.of("one-to-three", count=count)


def times_to_come(ask: Ask) -> Refusal | None:
    """R27, R28: due times lie in the future."""
    times = {name: ask.field(name, None) for name in ("due", "expected_by", "feedback_at", "arrives", "until")}
    past = [name for name, time in times.items() if time is not None and time <= ask.at]
    if not past:
        return None
    return Refusal.of("times-to-come", past=past)


def plan_told(ask: Ask) -> Refusal | None:
    """R26a: that a plan was kept is told to the customer, and counts when it reached them."""
    if not ask.field("plan_kept") or ask.field("audience") is Audience.CUSTOMER:
        return None
    return Refusal.of("plan-told", Update, audience=ask.field("audience"))


def deadline_passed(ask: Ask) -> Refusal | None:
    """R26a, R28: a deadline is missed only after it is past, by the given time and by the one on record."""
    run, facts = RunKey.parse(ask.field("clock")), ask.facts
    recorded = [wait.due for wait in facts.waits if wait.id == run.referral]
    recorded += [facts.plan_due] * (run.clock == PLAN_CLOCK)
    if all(due <= ask.at for due in (ask.field("due"), *recorded) if due):
        return None
    return Refusal.of("deadline-passed")


def reminded_once(ask: Ask) -> Refusal | None:
    """R26a: each clock, level and cycle is reminded of once."""
    about = ask.field("about")
    if not about or about not in ask.facts.reminded:
        return None
    return Refusal.of("reminded-once", about=about)


ASKING = (AskCustomer, Refer)
"""What asks the customer, and what asks a party."""


def clock_can_stop(ask: Ask) -> Refusal | None:
    """R3: a pause needs somebody for whom we wait and no other pause. It is not backdated beyond the limit, nor to a
    time before they were asked."""
    faults: list[Fault] = []
    party = ask.field("party")
    waits = [wait.on for wait in ask.facts.waits] + ["customer"] * (ask.facts.stage == State.PROPOSED)
    if party.value not in waits:
        faults.append(Fault("nothing-asked", {"party": party.value}))
    if ask.facts.paused:
        faults.append(Fault("paused-already"))
    since, limit = ask.field("since", None) or ask.at, ask.policy.backdate_limit
    if not timedelta(0) <= ask.at - since <= limit:
        faults.append(Fault("since-outside", {"hours": int(limit.total_seconds() // 3600)}))
    asked = _asked_at(ask, party.value)
    if ask.field("since", None) and asked and since < asked:
        faults.append(Fault("since-before-asking", {"asked": asked, "party": party.value}))
    if not faults:
        return None
    if party.value in waits and ask.facts.paused:
        return Refusal.of("clock-can-stop", Resume, case="paused", faults=faults)
    asking = ASKING[party is not PausedBy.CUSTOMER]
    return Refusal.of("clock-can-stop", asking, faults=faults, asking=(asking,))


def _asked_at(ask: Ask, party: str) -> datetime | None:
    """When they were first asked; None where the history does not say."""
    times = [wait.since for wait in ask.facts.waits if wait.on == party]
    if party == PausedBy.CUSTOMER and ask.facts.stage == State.PROPOSED:
        times.append(ask.facts.cycle.offered_at)
    return min((time for time in times if time), default=None)


def clock_stands(ask: Ask) -> Refusal | None:
    """R3: only a paused clock is resumed."""
    return None if ask.facts.paused else Refusal.of("clock-stands")


def known_root_cause(ask: Ask) -> Refusal | None:
    """R37: the label is a cause of the vocabulary, a dash, and a place."""
    if ask.policy.cause_of(ask.field("label")):
        return None
    causes = ask.policy.root_causes
    return Refusal.of(
        "known-root-cause", label=ask.field("label"), causes=tuple(causes), chinese=tuple(causes.values())
    )


def surveyed_once(ask: Ask) -> Refusal | None:
    """R36: a survey is answered once a cycle."""
    return Refusal.of("surveyed-once") if ask.facts.surveyed else None


def rated_alone(ask: Ask) -> Refusal | None:
    """R36, R37: to an archived record only the rating is added: nobody answers there, and erased words stay away."""
    survey = ask.command
    if ask.facts.erased or (isinstance(survey, Survey) and survey.wants_answer):
        return Refusal.of("rated-alone", Receive)
    return None


def reopened_in_time(ask: Ask) -> Refusal | None:
    """R34: a reopening comes within the window after closing, or after the plan is due."""
    since = ask.facts.closed_at
    limit = timedelta(days=ask.policy.closing.reopen_days)
    if since is None or ask.at <= max(since, ask.facts.plan_due or since) + limit:
        return None
    return Refusal.of("reopened-in-time", Receive, days=limit.days, id=ask.id)


def fits_the_policy(ask: Ask) -> Refusal | None:
    """R9: the new policy is the one that decides, and knows the type and channel."""
    facts, policy = ask.facts, ask.policy
    named = ask.field("policy")
    faults = [Fault("other-policy", {"policy": named})] if named != policy.digest else []
    known = {"type": policy.types, "channel": policy.channels}
    for name, words in known.items():
        value = getattr(facts, name)
        faults += [Fault("policy-lacks", {"name": name, "value": value})] if value and value not in words else []
    if not faults:
        return None
    return Refusal.of("fits-the-policy", faults=faults)


def came_back(ask: Ask) -> Refusal | None:
    """R33: the message did not reach the customer."""
    message = ask.field("message")
    if message in ask.facts.unproved:
        return None
    return Refusal.of("came-back", Receipt, message=message)


def merged_here(ask: Ask) -> Refusal | None:
    """R35: the source was merged into this complaint."""
    source = next((other.facts for other in ask.related if other.id == ask.field("source")), None)
    if source is not None and source.merged_into == ask.id:
        return None
    return Refusal.of("merged-here", source=ask.field("source"), id=ask.id)


def released_here(ask: Ask) -> Refusal | None:
    """R35: the source was merged into this complaint, and is no longer."""
    source = ask.field("source")
    still = any(other.id == source and other.facts.merged_into == ask.id for other in ask.related)
    if source in ask.facts.absorbed and not still:
        return None
    return Refusal.of("released-here", Unmerge, case="still" if still else "", source=source, id=ask.id)


def authority_to_approve(ask: Ask) -> Refusal | None:
    """R35: a decline is approved by an authority that the policy names."""
    roles = ask.policy.authority.approve_decline
    if ask.by.roles & roles:
        return None
    return Refusal.of("authority-to-approve", by=ask.by.id, roles=roles)


def authority_to_override(ask: Ask) -> Refusal | None:
    """R7, R23: an override lifts a listed rule, by an authority that the policy names."""
    policy, rule = ask.policy, ask.field("rule")
    faults: list[Fault] = []
    if rule not in policy.overridable:
        faults.append(Fault("never-overridden", {"named": rule}))
    if not ask.by.roles & policy.authority.override:
        faults.append(Fault("may-not-override", {"by": ask.by.id}))
    if not faults:
        return None
    roles = policy.authority.override
    return Refusal.of("authority-to-override", faults=faults, rules=policy.overridable, roles=roles)


def hold_grows(ask: Ask) -> Refusal | None:
    """R37, GDPR art. 17 (3): a hold that stands is placed again to last longer, not to end sooner."""
    hold, until = ask.facts.hold, ask.field("until")
    if hold is None or not ask.facts.is_held(ask.at) or not hold.outlasts(until):
        return None
    return Refusal.of("hold-grows", LiftHold, case="until" if hold.until else "", by=hold.by, until=hold.until)


def on_hold(ask: Ask) -> Refusal | None:
    """R37, GDPR art. 17 (3): there is a legal hold to be lifted."""
    return None if ask.facts.hold else Refusal.of("on-hold")


def not_on_hold(ask: Ask) -> Refusal | None:
    """R37, GDPR art. 17 (3): nothing is erased of a record on legal hold."""
    hold = ask.facts.hold
    if hold is None or not ask.facts.is_held(ask.at):
        return None
    facts = {"complaint": ask.id, "by": hold.by, "until": hold.until}
    return Refusal.of("not-on-hold", LiftHold, case="until" if hold.until else "", **facts)


def settled_before_erasure(ask: Ask) -> Refusal | None:
    """R26a, R33: nothing that was promised or asked is open when the words go. Letters that wait go with them."""
    left, settling = left_open(ask, ())
    if not left:
        return None
    facts = {"complaint": ask.id, "left": left, "settling": settling}
    return Refusal.of("settled-before-erasure", *settling, case="" if settling else "wait", **facts)


def words_stand(ask: Ask) -> Refusal | None:
    """R34, GDPR art. 17: nobody goes on with a complaint whose words were erased."""
    erased = ask.facts.erased
    return None if erased is None else Refusal.of("words-stand", Receive, erased=erased, id=ask.id)
