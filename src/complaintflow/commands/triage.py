"""Classification, routing and escalation (R6 … R14, R18, R30)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import attrs

from complaintflow._validation.structure import (
    Hazard,
    Id,
    Name,
    NameOrBlank,
    NonBlank,
    as_word,
    replace_unchecked,
)
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import change_cycle, found_again, latest_part, missing_fields
from complaintflow.policy.policy import Policy
from complaintflow.priority import HIGH, assess, raise_grade
from complaintflow.record.facts import Facts
from complaintflow.record.keys import part_name
from complaintflow.values import Attachment, Factor, Participant, Signals, as_attachments, as_participants
from complaintflow.vocabulary import Effect, Grade


@attrs.frozen(eq=False, repr=False)
class Triage(Command):
    """R6, R7, R10: set type, area, signals and the team (by default that of the type).

    A new type with another team is a handoff and says what a `Handoff` says; naming the present team leaves it there.
    Tier, repeats, disputes and vulnerability come from the record, hazards add up, and the present grade is never
    lowered (R13).
    """

    type: Name
    area: NameOrBlank = ""
    signals: Signals = attrs.field(factory=Signals)
    team: NameOrBlank = ""
    summary: str = attrs.field(default="", repr=False)
    harm: str = attrs.field(default="", repr=False)
    material: tuple[Attachment, ...] = attrs.field(default=(), converter=as_attachments)
    no_material_because: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        team = self.team or self._default_team(facts, ask.policy)
        moved = bool(facts.team) and team != facts.team
        again = found_again(ask, facts.order, self.type)
        repeats = again.get("repeats", facts.repeats)
        priority = assess(facts, self._on_record(facts, repeats), ask.policy)
        return {
            **again,
            "type": self.type,
            "area": self.area or facts.area,
            "team": team,
            "missing": missing_fields(self.type, facts.known, ask.policy),
            "cycle": change_cycle(facts.cycle, held=facts.cycle.held | {team}),
            **({"owner": "", **ask.message(to_us=True)} if moved else {}),
            **priority,
        }

    def _default_team(self, facts: Facts, policy: Policy) -> str:
        """R7: the team that has it, unless a new type belongs to another one than the old type did."""
        new, old = policy.type_rule(self.type).team, policy.type_rule(facts.type).team
        return new if not facts.team or (self.type in policy.types and new != old) else facts.team

    def _on_record(self, facts: Facts, repeats: int) -> Signals:
        hazards = self.signals.hazards | facts.hazards
        return replace_unchecked(
            self.signals, tier=facts.tier, repeats=repeats, hazards=hazards, vulnerable=facts.vulnerable
        )

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        facts = ask.facts
        type = facts.type if facts.type.strip() else "inquiry"
        yield cls(type, facts.area or "payment", facts.signals or Signals(), facts.team)


@attrs.frozen(eq=False, repr=False)
class Regrade(Command):
    """R13: change the grade explicitly, up or down, with a reason."""

    grade: Grade = attrs.field(converter=as_word)
    reason: str = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        factors = (*facts.factors, ("regrade", self.grade, 0))
        return {"grade": self.grade, "factors": factors}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for grade in Grade:
            yield cls(grade, "the effect is other than we thought")


@attrs.frozen(eq=False, repr=False)
class Assign(Command):
    """R7: assign it to an owner within the team, who is told unless they took it themselves."""

    owner: NonBlank

    def changes(self, ask: Ask) -> Changes:
        known = self.owner in {ask.by.id, ask.facts.owner}
        return {"owner": self.owner, **({} if known else ask.message(to_us=True))}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("li")


@attrs.frozen(eq=False, repr=False)
class Unassign(Command):
    """R7: nobody owns it any more, and why. Who owned it and the team hear of it; tasks keep their owners."""

    reason: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {"owner": "", **ask.message(to_us=True)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("li is ill")


@attrs.frozen(eq=False, repr=False)
class Handoff(Command):
    """R14: hand it to another team, with the summary and the harm to the customer.

    A technical team also gets `material` (recording, log, screenshot) or the reason why there is none. The message to
    the team includes the customer's words, the emotion and the deadlines by itself.
    """

    EFFECTS = frozenset({Effect.HANDS_OFF})

    team: Name
    summary: str = attrs.field(default="", repr=False)
    harm: str = attrs.field(default="", repr=False)
    material: tuple[Attachment, ...] = attrs.field(default=(), converter=as_attachments)
    no_material_because: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        cycle = ask.facts.cycle
        held = change_cycle(cycle, held=cycle.held | {self.team})
        return {"team": self.team, "owner": "", "cycle": held, **ask.message(to_us=True)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        new = next(name for number in count(1) if (name := f"team-{number}") not in ask.facts.cycle.held)
        for team in (*sorted({rule.team for rule in ask.policy.types.values()}), new):
            yield cls(team, "paid twice, ledger checked", "cannot withdraw money", no_material_because="none exists")


REVIEW_CLOCK = "review"
"""R30: the clock that calls the review when it is missed."""
RESPONSE_TEAM = "response_team"
"""The role in which the emergency team watches (R9)."""


@attrs.frozen(eq=False, repr=False)
class Watch(Command):
    """R15: keep a stakeholder informed, as reporter, business lead, technical lead …

    They are sent the brief (R18), once. Who reported it watches by itself, and so does the `response_team`, whose war
    room opens with the brief.
    """

    who: NonBlank
    as_: Name

    def changes(self, ask: Ask) -> Changes:
        if self.who in ask.facts.watchers:
            return {}
        return {"watchers": ask.facts.watchers | {self.who}, **ask.message(to_us=True)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("zhou", "business_lead")
        yield cls("emergency", RESPONSE_TEAM)


@attrs.frozen(eq=False, repr=False)
class Escalate(Command):
    """Escalate by one level. Only strict grounds close this cycle afterwards (R33). It also calls the review (R30)."""

    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        escalated = change_cycle(ask.facts.cycle, escalated=True)
        return {"escalation": ask.facts.escalation + 1, "cycle": escalated, **ask.message(to_us=True)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("no breakthrough in a day")


def review_roles(policy: Policy) -> tuple[str, ...]:
    """R30: the roles that a review calls."""
    clock = policy.clocks.get(REVIEW_CLOCK)
    return clock.tells if clock else ()


@attrs.frozen(eq=False, repr=False)
class RecordReview(Command):
    """R30: the decision of the review, and who took part: a `Participant`, or a role alone (`"service lead"`).

    Somebody takes part from each role that the review called, which are those that its clock tells.
    """

    EFFECTS = frozenset({Effect.REPORTS})

    decision: NonBlank = attrs.field(repr=False)
    participants: tuple[Participant, ...] = attrs.field(converter=as_participants)

    def changes(self, ask: Ask) -> Changes:
        return ask.message(to_us=True)

    def report_text(self) -> str:
        return self.decision

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("roll back the release", tuple(map(Participant, review_roles(ask.policy) or ("lead",))))


@attrs.frozen(eq=False, repr=False)
class Block(Command):
    """R18: a blocker and the help that is needed."""

    what: NonBlank = attrs.field(repr=False)
    help_needed: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.blocks + 1
        return {"blocks": number, "blockers": ask.facts.blockers | {part_name("blocks", number)}}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("the bank does not answer", "somebody who knows the bank")


@attrs.frozen(eq=False, repr=False)
class Unblock(Command):
    """Remove the named blocker, or the latest."""

    how: NonBlank = attrs.field(repr=False)
    blocker: str = ""

    def changes(self, ask: Ask) -> Changes:
        return {"blockers": ask.facts.blockers - {self.blocker or latest_part(ask.facts.blockers)}}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("the bank answered")


@attrs.frozen(eq=False, repr=False)
class LinkIncident(Command):
    """R12: link it to an incident, one cause of many complaints; the grade is at least A."""

    incident: Id

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        rise = raise_grade(facts, HIGH, Factor("incident", self.incident, 0))
        return {"incident": self.incident, "unlinked": facts.unlinked - {self.incident}, **rise}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("I-1")


@attrs.frozen(eq=False, repr=False)
class UnlinkIncident(Command):
    """R12: take it out of its incident, to which it does not belong, with a reason. No tick links it again.

    The grade stays (R13), but the incident no longer holds it up: `Regrade` may lower it.
    """

    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        factors = (*facts.factors, ("unlinked", facts.incident, 0))
        return {"incident": "", "unlinked": facts.unlinked | {facts.incident}, "factors": factors}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("it has another cause")


@attrs.frozen(eq=False, repr=False)
class ClearHazard(Command):
    """R11: take off a hazard that never existed, by an authority with a reason. The grade stays (R13).

    An identity that was asked for is asked for still (R22).
    """

    hazard: Hazard
    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        if facts.signals is None:
            return {}
        factors = (*facts.factors, ("cleared", self.hazard, 0))
        signals = replace_unchecked(facts.signals, hazards=facts.signals.hazards - {self.hazard})
        return {"signals": signals, "factors": factors}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for hazard in sorted(ask.facts.hazards) or ["funds_lost"]:
            yield cls(hazard, "the money was there all the time")
