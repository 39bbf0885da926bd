"""Solution: options, agreement, tasks, compensation, plan (R24 … R27, R33)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated

import attrs

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import Above, FrozenMap, NameOrBlank, NonBlank, as_amount, as_word
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import (
    change_cycle,
    clear_attempts,
    end_pause,
    end_tasks,
    fresh_text,
    join_lines,
    soon,
    team_progress,
    words,
)
from complaintflow.record.complaint import Body, Entry
from complaintflow.record.facts import Claim, Facts, Offer, Payment
from complaintflow.record.keys import CALL_TASK, message_name, part_name
from complaintflow.values import Action, CallPlan, Option, Said, SpikeFigures, as_options, as_said
from complaintflow.vocabulary import FIXED, OPEN, Effect, Remedy, Touches
from complaintflow.wording import claims_solved

OF_THE_CUSTOMER = frozenset({Touches.CUSTOMER, Touches.MONEY})
"""R25: what belongs to the customer."""


def acting_effects(touches: Touches, ask: Ask) -> frozenset[Effect]:
    """R25: `ACTS`, if it changes something of the customer's or carries out a proposal; else nothing."""
    acts = touches in OF_THE_CUSTOMER or (ask.facts.cycle.proposed and ask.facts.stage in OPEN)
    return frozenset({Effect.ACTS}) if acts else frozenset()


def record_work(ask: Ask, *others: str) -> Changes:
    """R32: record that the actor and others worked on the next fix, and on the present one, whose proof then lapses.

    A house may lead a fix that was tested back into work: what is done there makes the proof stale as well.
    """
    cycle, workers, stage = ask.facts.cycle, {ask.by.id, *others}, ask.facts.merged_from or ask.facts.stage
    worked = change_cycle(cycle, working=cycle.working | workers)
    if stage in FIXED or (cycle.proof and stage in OPEN):
        worked = change_cycle(
            worked, fixers=cycle.fixers | workers, proof=0, provers=frozenset(), proved_by=frozenset()
        )
    return {"cycle": worked}


@attrs.frozen(eq=False, repr=False)
class Propose(Command):
    """R24: propose one to three options. An earlier agreement lapses."""

    EFFECTS = frozenset({Effect.PROMISES, Effect.SPEAKS})

    options: tuple[Option, ...] = attrs.field(converter=as_options)

    def changes(self, ask: Ask) -> Changes:
        facts, count = ask.facts, ask.facts.options
        named = {part_name("options", count + place): option for place, option in enumerate(self.options, 1)}
        pays = ask.policy.paying_remedies
        note = ask.message()
        offer = {
            "offered": frozenset(named),
            "offered_at": ask.at,
            "offer": message_name(note["messages"]),
            "paying": tuple(Offer(id, option.remedy.value) for id, option in named.items() if option.remedy in pays),
            "rests_on": facts.cycle.rests_on | facts.checked,
        }
        cycle = change_cycle(facts.cycle, proposed=True, agreed="", **offer)
        return {"options": count + len(self.options), "cycle": cycle, **note}

    def customer_text(self) -> str:
        return join_lines(f"{option.basis}\n{option.pros}\n{option.cons}" for option in self.options)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        basis = fresh_text(ask, "platform rule 7: double payments go back")
        yield cls((Option(Remedy.REPAIR, basis, "one payment in your account", "none", "accepts"),))
        yield cls((Option(Remedy.REFUND, basis, "money back in 2 days", "none", "accepts"),))


@attrs.frozen(eq=False, repr=False)
class Agree(Command):
    """R25: the customer agrees to an option."""

    EFFECTS = frozenset({Effect.HEARS})

    option: NonBlank
    said: Said = attrs.field(converter=as_said)

    def changes(self, ask: Ask) -> Changes:
        return {
            "cycle": change_cycle(ask.facts.cycle, agreed=self.option),
            **end_pause(ask.facts, ask.facts.waits),
            **clear_attempts(ask),
        }

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for option in sorted(ask.facts.cycle.offered) or ["O1"]:
            yield cls(option, words(ask, "好的, please do that"))


@attrs.frozen(eq=False, repr=False)
class Object(Command):
    """R25: the customer refuses the options; the core demand leads to an alternative."""

    EFFECTS = frozenset({Effect.HEARS})

    core_demand: NonBlank = attrs.field(repr=False)
    said: Said = attrs.field(converter=as_said)

    def changes(self, ask: Ask) -> Changes:
        cycle = change_cycle(ask.facts.cycle, offered=frozenset(), agreed="")
        return {"cycle": cycle, **end_pause(ask.facts, ask.facts.waits), **clear_attempts(ask)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("the money today", words(ask, "two days are too long"))


@attrs.frozen(eq=False, repr=False)
class AddTask(Command):
    """R27: a task with an owner and a due time (aware). Owner and team are told of it.

    `about` names a message of ours that came back (R33), of which the owner is reminded. With a `call` it is the task
    `call`, to call the customer (R21): an answered `Call` finishes it, it has the clock of the call, and keeps nothing
    open. An `improvement` of a retrospective (R39) keeps the archive open, but not the complaint; so does a `spike`,
    which somebody is to investigate (R41).
    """

    what: NonBlank = attrs.field(repr=False)
    owner: NonBlank
    due: datetime
    team: NameOrBlank = ""
    about: str = ""
    call: CallPlan | None = None
    improvement: Action | None = None
    spike: SpikeFigures | None = None

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.tasks + (self.call is None)
        task = part_name("tasks", number) if self.call is None else CALL_TASK
        safeguard = frozenset({task} if ask.by.is_system else ())
        return {
            "tasks": number,
            "open_tasks": ask.facts.open_tasks | {task},
            "task_owners": FrozenMap({**ask.facts.task_owners, task: self.owner}),
            "safeguards": ask.facts.safeguards | safeguard,
            "improvements": ask.facts.improvements | frozenset({task} if self.improvement or self.spike else ()),
            "spikes": ask.facts.spikes | frozenset({task} if self.spike else ()),
            "chasing": ask.facts.chasing | {task} if self.about else ask.facts.chasing,
            **({} if self.about else ask.message(to_us=True)),
        }

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("reverse the second capture", "wang", soon(ask))
        yield cls("call the customer", "li", soon(ask), call=CallPlan(("apologise, explain, offer",), listener="lead"))


def named_tasks(body: Body) -> Mapping[str, Entry]:
    """The entries of all tasks by their names; of several calls, which have no number, the latest."""
    number = 0
    found: dict[str, Entry] = {}
    for entry in body.of(AddTask):
        number += not entry.data.get("call")
        found[CALL_TASK if entry.data.get("call") else part_name("tasks", number)] = entry
    return found


def finished_tasks(body: Body) -> Mapping[str, datetime]:
    """When each task was finished that was."""
    return {entry.data["task"]: entry.at for entry in body.of(FinishTask) if entry.data}


def cancelled_tasks(body: Body) -> frozenset[str]:
    """The tasks that were cancelled."""
    return frozenset(entry.data["task"] for entry in body.of(CancelTask) if entry.data)


@attrs.frozen(eq=False, repr=False)
class FinishTask(Command):
    """R27: finish a task; `touches` says whose property it changed (R25).

    Unless it touched nothing, its owner and who finishes it worked on the fix, and an earlier proof lapses (R32). A
    task to call, to improve something, or about a message that came back is no work on the fix. A task that the desk
    itself set (the risk-control flow) protects the customer, and needs no checked identity.
    """

    EFFECTS = frozenset({Effect.ACTS, Effect.MENDS, Effect.REPORTS})

    task: NonBlank
    touches: Touches = attrs.field(default=Touches.CUSTOMER, converter=as_word)
    result: str = attrs.field(default="", repr=False)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        reports = frozenset({Effect.REPORTS}) if self.result else frozenset[Effect]()
        if self._is_aside(ask.facts):
            return reports
        acting = acting_effects(self.touches, ask) | reports
        return acting if self.task in ask.facts.safeguards else acting | {Effect.MENDS}

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        owner = facts.task_owners.get(self.task, ask.by.id)
        worked = {} if self.touches is Touches.NOTHING or self._is_aside(facts) else record_work(ask, owner)
        return {**end_tasks(facts, {self.task}), **worked, **team_progress(ask)}

    def _is_aside(self, facts: Facts) -> bool:
        """Whatever the task was: what touches money is an act."""
        return self.touches is not Touches.MONEY and self.task in facts.tasks_aside

    def report_text(self) -> str:
        return self.result

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for task in sorted(ask.facts.open_tasks) or ["T1"]:
            for touches in Touches:
                yield cls(task, touches, "one capture left")


@attrs.frozen(eq=False, repr=False)
class CancelTask(Command):
    """R27: cancel a task, with the reason."""

    EFFECTS = frozenset({Effect.REPORTS})

    task: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {**end_tasks(ask.facts, {self.task}), **ask.message(to_us=True)}

    def report_text(self) -> str:
        return self.reason

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for task in sorted(ask.facts.open_tasks) or ["T1"]:
            yield cls(task, "the bank did it already")


@attrs.frozen(eq=False, repr=False)
class Mitigate(Command):
    """R9: a temporary solution. On our own systems it needs no agreement (R25).

    One that `touches` what is the customer's needs it, unless in an emergency; one that touches money is a payment.
    """

    EFFECTS = frozenset({Effect.ACTS, Effect.REPORTS})

    what: NonBlank = attrs.field(repr=False)
    touches: Touches = attrs.field(default=Touches.OWN_SYSTEM, converter=as_word)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        return self.EFFECTS if self.touches in OF_THE_CUSTOMER else frozenset({Effect.REPORTS})

    def changes(self, ask: Ask) -> Changes:
        return record_work(ask)

    def report_text(self) -> str:
        return self.what

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("second gateway switched on")


def visible(name: str) -> str | None:
    """What is wrong with a name of which nothing is left when it is compared, or None."""
    return None if fold_name(name) else "a name that can be read"


Visible = Annotated[str, visible]
"""A name of which something is left when it is compared."""


@attrs.frozen(eq=False, repr=False)
class Compensate(Command):
    """R26: request a compensation: kind, amount, arrival (aware) and terms. It pays nothing yet.

    Kinds and currencies compare without case, width and blanks, and by the aliases of the policy.
    """

    kind: Visible
    amount: Annotated[Decimal, Above(0)] = attrs.field(converter=as_amount)
    currency: Visible
    arrives: datetime | None = None
    terms: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.compensations + 1
        id, kind = part_name("compensations", number), ask.policy.compensation_kind(self.kind)
        explained = self.arrives is not None and bool(self.terms.strip())
        solved = bool(ask.read(claims_solved, self.customer_text()))
        currency = fold_name(self.currency).upper()
        claim = Claim(id, kind, self.amount, currency, explained, self.arrives, tells_solved=solved)
        return {"compensations": number, "claims": (*ask.facts.claims, claim)}

    def customer_text(self) -> str:
        return join_lines((self.kind, self.terms))

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("coupon", Decimal(50), "CNY", soon(ask, 48), "any order, 90 days")


def named_claim(ask: Ask) -> Claim | None:
    """The pending compensation that the command names."""
    wanted = ask.field("compensation")
    for claim in ask.facts.claims:
        if claim.id == wanted:
            return claim
    return None


@attrs.frozen(eq=False, repr=False)
class ApproveCompensation(Command):
    """R26: approve a compensation; the only command that pays. The customer is told what, when and how (R17)."""

    EFFECTS = frozenset({Effect.PAYS})

    compensation: NonBlank

    def changes(self, ask: Ask) -> Changes:
        claim, facts = named_claim(ask), ask.facts
        if claim is None:
            return {}
        order, cycle = fold_name(facts.order), facts.cycle.number
        payment = Payment(claim.id, claim.kind, claim.amount, claim.currency, cycle, order)
        return {
            "claims": tuple(one for one in facts.claims if one is not claim),
            "paid": (*facts.paid, payment),
            "owed": facts.owed | {claim.id},
            **ask.message(tells_solved=claim.tells_solved),
        }

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for compensation in [claim.id for claim in ask.facts.claims] or ["C1"]:
            yield cls(compensation)


@attrs.frozen(eq=False, repr=False)
class RefuseCompensation(Command):
    """R26: refuse a requested compensation, with the reason."""

    compensation: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {"claims": tuple(claim for claim in ask.facts.claims if claim.id != self.compensation)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for compensation in [claim.id for claim in ask.facts.claims] or ["C1"]:
            yield cls(compensation, "the refund covers it")


@attrs.frozen(eq=False, repr=False)
class ExplainPlan(Command):
    """R33: explain to the customer the assessment and the long-term plan, when it cannot be solved soon."""

    EFFECTS = frozenset({Effect.PROMISES, Effect.SPEAKS})

    assessment: str = attrs.field(repr=False)
    plan: str = attrs.field(repr=False)
    expected_by: datetime

    def changes(self, ask: Ask) -> Changes:
        note = ask.message()
        told = {"plan_notice": message_name(note["messages"]), "plan_delivered": None}
        lapsed = {"planned": True, "confirmed": False, "plan_confirmed": False}
        cycle = change_cycle(ask.facts.cycle, rests_on=ask.facts.cycle.rests_on | ask.facts.checked, **lapsed, **told)
        plan: Changes = {"plan_due": self.expected_by, "plan_open": True, "plan_news": frozenset(), "plan_kept_by": ""}
        return {"cycle": cycle, **plan, **note}

    def customer_text(self) -> str:
        return join_lines((self.assessment, self.plan))

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(
            fresh_text(ask, "The gateway cannot do this yet"), "The new gateway will, in spring", soon(ask, 24 * 60)
        )
