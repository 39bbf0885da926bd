"""Commands about clocks, and those of the system: reminders, missed deadlines, the target's side of a merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, NonBlank, Within, as_texts, as_word
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import account_at_stake, change_cycle, found_again, missing_fields
from complaintflow.commands.findings import Call, without_fallen
from complaintflow.commands.intake import Acknowledge, AskCustomer
from complaintflow.commands.proof import Notify, Receipt, Update
from complaintflow.commands.solution import ExplainPlan, Propose
from complaintflow.priority import inherit_grade
from complaintflow.record.complaint import Event
from complaintflow.record.facts import NEXT, PREVIOUS, Facts, Payment, ShownAbuse
from complaintflow.record.keys import LevelKey, RunKey
from complaintflow.record.matter import payment_key
from complaintflow.vocabulary import Audience, Effect, PausedBy, ReceiptStatus, names_machine, names_system

PLAN_CLOCK = "plan"


@attrs.frozen(eq=False, repr=False)
class Pause(Command):
    """R3: pause the clocks for the customer or a party; `since` (aware) backdates it within the policy's limit."""

    party: PausedBy = attrs.field(converter=as_word)
    reason: NonBlank = attrs.field(repr=False)
    since: datetime | None = None

    def changes(self, ask: Ask) -> Changes:
        return {"paused": self.party.value}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for party in PausedBy:
            yield cls(party, "we asked and wait")


@attrs.frozen(eq=False, repr=False)
class Resume(Command):
    """End the pause."""

    def changes(self, ask: Ask) -> Changes:
        return {"paused": ""}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls()


_FORMER = "former_contact"


def about_former(cycle: int, correction: int) -> str:
    """R22: what a `Remind` is about that tells a former address of the correction with this number."""
    return str(LevelKey(RunKey(_FORMER, cycle, "", correction), "told"))


def correction_of(about: str) -> int:
    """The number of the correction that it tells of; 0 where it is about anything else."""
    subject = LevelKey.parse(about).subject if about.startswith(f"{_FORMER}/") else None
    return subject.number if isinstance(subject, RunKey) else 0


_SPIKE = "spike"
_OVER = "over"


def about_spike(task: str, level: str = _OVER) -> LevelKey:
    """R41: what a `Remind` is about that tells of the spike that this task investigates; by default that it is over."""
    return LevelKey(RunKey(_SPIKE, 1, task), level)


def spike_ended_by(about: str) -> str:
    """The task whose spike it tells to be over; blank where it is about anything else."""
    key = LevelKey.parse(about) if about.startswith(f"{_SPIKE}/") else None
    over = key is not None and key.level == _OVER and isinstance(key.subject, RunKey)
    return key.subject.part if over and key and isinstance(key.subject, RunKey) else ""


_NOTICE = "edge_notice"


def about_notice(cycle: int, event: int, template: str, reader: str) -> str:
    """What a `Remind` is about that says a notice of the edge which the event with this number took."""
    return str(LevelKey(RunKey(_NOTICE, cycle, "", event), template, reader=reader))


NOT_CLOCKS = frozenset({_FORMER, _SPIKE, _NOTICE})
"""What a `Remind` may be about beside runs of clocks: so no clock has such a name."""


def notice_of(about: str) -> str:
    """The template of the notice that it says; blank where it is about anything else."""
    return LevelKey.parse(about).level if about.startswith(f"{_NOTICE}/") else ""


@attrs.frozen(eq=False, repr=False)
class Remind(Command):
    """A reminder to an audience; `about` names the run and level of the clock that it is about.

    R22: one `about_former` goes to the addresses that a correction took away. It is none of the customer's messages,
    who is somebody else now for all that we know.

    `tells` are the staff roles that it is for. The record keeps that they were told, under `level` where several
    reminders belong to one level. One `about_notice` says a notice of an edge; `way` is the channel that this names.
    """

    EFFECTS = frozenset({Effect.SPEAKS})

    message: str = attrs.field(repr=False)
    audience: Audience = attrs.field(default=Audience.CUSTOMER, converter=as_word)
    about: str = ""
    tells: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    level: str = ""
    way: str = ""

    def effects(self, ask: Ask) -> frozenset[Effect]:
        return self.EFFECTS if self._to_customer else frozenset()

    @property
    def _to_customer(self) -> bool:
        return self.audience is Audience.CUSTOMER and not correction_of(self.about)

    def changes(self, ask: Ask) -> Changes:
        ended = spike_ended_by(self.about)
        over = {"spikes": ask.facts.spikes - {ended}} if ended in ask.facts.spikes else {}
        return {"reminded": ask.facts.reminded | self._told(), **over, **ask.message(to_us=not self._to_customer)}

    def _told(self) -> frozenset[str]:
        """What goes on record: the reminder itself, and each of those who are told."""
        level = LevelKey.parse(self.level or self.about)
        return frozenset((self.about, *(str(level.to(who)) for who in self.tells))) if self.about else frozenset()

    def customer_text(self) -> str:
        return self.message if self._to_customer else ""

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for audience in Audience:
            yield cls("Please remember our question about your order", audience)


@attrs.frozen(eq=False, repr=False)
class MissDeadline(Command):
    """A deadline was missed, which is final. `clock` names its run: `task/1/T2`, `plan/1/1`, or `R1`.

    For a recurring clock, `periods` is how many runs were missed together, and `last` when the last of them was due.
    Of these, `before_import` were due while the complaint was in the hands of another system: they are not ours.
    """

    clock: NonBlank
    due: datetime
    periods: Annotated[int, Within(1)] = 1
    last: datetime | None = None
    before_import: Annotated[int, Within(0)] = 0

    def changes(self, ask: Ask) -> Changes:
        plan_open = ask.facts.plan_open and RunKey.parse(self.clock).clock != PLAN_CLOCK
        return {"breached": ask.facts.breached | {self.clock}, "plan_open": plan_open}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for clock in (PLAN_CLOCK, *(wait.id for wait in ask.facts.waits), "first-response"):
            yield cls(clock, ask.at)


@attrs.frozen(eq=False, repr=False)
class Migrate(Command):
    """Move the complaint to another policy and lifecycle, named by their digests, with the deadlines that are not past.

    It is decided under the new ones. A blank `lifecycle` is the built-in one. `states` and `facts` give new names to
    the states and the facts of a house's own that the record has; `left_policy` and `left_lifecycle` are those that it
    leaves.
    """

    policy: NonBlank
    ordered_by: NonBlank
    reason: NonBlank = attrs.field(repr=False)
    lifecycle: str = ""
    states: Mapping[str, str] = attrs.field(factory=FrozenMap)
    facts: Mapping[str, str] = attrs.field(factory=FrozenMap)
    left_policy: str = ""
    left_lifecycle: str = ""

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        missing = missing_fields(facts.type, facts.known, ask.policy)
        merged = self.states.get(facts.merged_from, facts.merged_from)
        moved = {"policy": self.policy, "lifecycle": self.lifecycle, "merged_from": merged}
        return {**moved, "missing": missing, "extra": self.named_anew(facts)}

    def named_anew(self, facts: Facts) -> FrozenMap:
        """The facts of the house's own by their new names, and the states that are noted among them."""
        return FrozenMap(
            {
                self.facts.get(name, name): self.states.get(value, value) if name in {NEXT, PREVIOUS} else value
                for name, value in facts.extra.items()
            }
        )

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(ask.policy.digest, "wu", "the new rules of spring", lifecycle=ask.facts.lifecycle)


@attrs.frozen(eq=False, repr=False)
class ComplainAgain(Command):
    """R5, R33: the customer complained again, in another complaint that may be about the same.

    If it is about the same, it is a repeated contact here too, and offered for merging on both sides.
    """

    source: NonBlank

    def changes(self, ask: Ask) -> Changes:
        return found_again(ask, ask.facts.order, ask.facts.type)

    def related_ids(self) -> tuple[str, ...]:
        return (self.source,)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("another")


@attrs.frozen(eq=False, repr=False)
class Absorb(Command):
    """The target's side of a merge: it takes over what is worse in the merged complaint, so that nothing is softened.

    That is the grade (R13), the hazards and signals, an escalation (R33), that identity is asked (R22), and abuse
    (R47); also who worked on the fix there (R32), what was paid there (R26), and the time that was named to the
    customer for news (R26a). What is owed stays where it was promised, with its clock.
    """

    source: NonBlank
    next_at: datetime | None = None

    def changes(self, ask: Ask) -> Changes:
        changes: Changes = {"absorbed": ask.facts.absorbed | {self.source}}
        source = next((other.facts for other in ask.related if other.id == self.source), None)
        if source is None:
            return changes
        paid = (*ask.facts.paid, *_payments_from(self.source, source, ask.facts))
        return {**changes, "paid": paid, **self._worse(ask, source)}

    def _worse(self, ask: Ask, source: Facts) -> Changes:
        """R33, R34: the worse of both in everything that only a person may soften."""
        facts = ask.facts
        counted = (self.source in facts.duplicates) + (ask.id in source.duplicates)
        repeats = max(0, facts.repeats + source.repeats + 1 - counted)
        disputes = max(facts.disputes, source.disputes)
        cycle = change_cycle(
            facts.cycle,
            escalated=facts.cycle.escalated or source.cycle.escalated,
            worst=max(filter(None, (facts.cycle.worst, source.cycle.worst)), default=None),
            working=facts.cycle.working.union(source.cycle.working, source.cycle.fixers),
        )
        return {
            "repeats": repeats,
            "disputes": disputes,
            "escalation": max(facts.escalation, source.escalation),
            "identity_asked": account_at_stake(facts, ask.policy) or account_at_stake(source, ask.policy),
            "abuse_shown": facts.abuse_shown.union(self._shown(source)),
            "incident": facts.incident or ("" if source.incident in facts.unlinked else source.incident),
            "cycle": cycle,
            **inherit_grade(facts, (source,), ask.policy, repeats, disputes),
        }

    def _shown(self, source: Facts) -> Iterator[ShownAbuse]:
        """R47: what was recorded against the customer there, by the evidence there."""
        for one in source.abuse_shown:
            yield ShownAbuse(one.kind, one.evidence if " " in one.evidence else f"{one.evidence} of {self.source}")

    def related_ids(self) -> tuple[str, ...]:
        return (self.source,)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for source in [other.id for other in ask.related if other.facts.merged_into == ask.id] or ["another"]:
            yield cls(source)


def _payments_from(id: str, source: Facts, target: Facts) -> Iterator[Payment]:
    """R26: what the merged complaint paid in its cycle counts in the present cycle of its target."""
    known = {(payment.complaint, payment.id) for payment in target.paid}
    for payment in source.paid:
        origin, number = payment_key(id, payment)
        if payment.cycle == source.cycle.number and (origin, number) not in known:
            yield msgspec.structs.replace(payment, complaint=origin, cycle=target.cycle.number)


@attrs.frozen(eq=False, repr=False)
class Unclose(Command):
    """R33: undo an end by silence, or a closing on a plan, that rested on a message which came back.

    The complaint is before a person again, in the same cycle: nobody disputed the solution.
    """

    message: NonBlank

    def changes(self, ask: Ask) -> Changes:
        cycle = without_fallen(ask.facts, ask.facts.cycle)
        return {"ground": "", "closed_at": None, "end_letter": "", "cycle": cycle}

    def customer_text(self) -> str:
        return ""  # its `message` is the name of one

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for name in sorted(ask.facts.unproved) or ["M1"]:
            yield cls(name)


@attrs.frozen(eq=False, repr=False)
class Release(Command):
    """The target's side of an undone merge. What was paid goes back; other facts that it took over stay."""

    source: NonBlank

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        source = next((other.facts for other in ask.related if other.id == self.source), Facts())
        back = {payment_key(self.source, payment) for payment in source.paid}
        kept = tuple(payment for payment in facts.paid if (payment.complaint, payment.id) not in back)
        return {"absorbed": facts.absorbed - {self.source}, "paid": kept}

    def related_ids(self) -> tuple[str, ...]:
        return (self.source,)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for source in sorted(ask.facts.absorbed) or ["another"]:
            yield cls(source)


# ── what counts as an answer (R2, R15): of clocks and of measures alike

ANSWERS = frozenset(one.__name__ for one in (Acknowledge, AskCustomer, ExplainPlan, Notify, Propose))
"""The commands that tell the customer something about the complaint, whatever their fields say."""
ANSWERING = ANSWERS | {Update.__name__, Call.__name__}
"""The same, and those of which the fields say it: only these can answer."""


_RECEIPT = Receipt.__name__


def tells_customer(event: Event) -> bool:
    """Whether it is an update for the customer. The facts of an event tell, since no erasure takes them."""
    return event.is_a(Update) and "unproved" in event.changes


def reaches_customer(event: Event) -> bool:
    """Whether it is a call that the customer answered; a missed one is an attempt."""
    return event.is_a(Call) and not event.changes.get("attempts")


def is_answer(event: Event) -> bool:
    """R2, R15: somebody, not the system, told the customer something, or reached the customer by phone."""
    told = event.kind in ANSWERS or tells_customer(event) or reaches_customer(event)
    return told and not names_system(event.by)


def is_dropped(event: Event) -> bool:
    """Whether it says that the outbox did not send a message: nobody was told by it."""
    return event.kind == _RECEIPT and event.data.get("status") == ReceiptStatus.DROPPED


def settled_messages(before: Facts, after: Facts) -> frozenset[str]:
    """The messages of which nothing is awaited any more. Facts tell them, since no erasure takes those."""
    return before.open_messages - after.open_messages


def is_answer_of_person(event: Event) -> bool:
    """R2: the same, and it was a person. A machine that may speak is none."""
    return is_answer(event) and not names_machine(event.by)
