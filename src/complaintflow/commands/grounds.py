"""R33: the grounds for closing a complaint, and what each of them still lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from complaintflow.commands._context import Ask
from complaintflow.commands.silence import quiet_since, silence_lacks, unhandled
from complaintflow.errors.reasons import Fault
from complaintflow.policy.clock_rules import SILENT_AFTER
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import Attempt, Facts
from complaintflow.vocabulary import Ground, State


def grounds(facts: Facts, policy: Policy) -> frozenset[Ground]:
    """The permitted grounds: only the strict ones after an escalation or a serious grade in this cycle."""
    closing = policy.closing
    return closing.grounds & closing.strict_grounds if _is_serious(facts, policy) else closing.grounds


def _is_serious(facts: Facts, policy: Policy) -> bool:
    """Whether it was escalated, or was of a serious grade, in this cycle."""
    strict, cycle = policy.closing.strict_grades, facts.cycle
    return cycle.escalated or cycle.worst in strict or facts.grade in strict


def ground_for(ask: Ask, wanted: Ground | None = None) -> Ground | None:
    """The wanted or strongest ground that is permitted and lacks nothing; None when there is none."""
    return ask.once(_judge, wanted)[0]


def closing_faults(ask: Ask, wanted: Ground | None = None) -> list[Fault]:
    """Why the wanted ground, or each, does not suffice: it is not permitted, or what it lacks. Empty when one does."""
    if wanted == Ground.IMPORTED:
        return [*silence_fault(ask, wanted)]
    return ask.once(_judge, wanted)[1]


def _judge(ask: Ask, wanted: Ground | None) -> tuple[Ground | None, list[Fault]]:
    """The wanted or strongest ground that suffices, or why none does. The change asks for it, and then the rule."""
    permitted = grounds(ask.facts, ask.policy)
    faults: list[Fault] = []
    for ground in (wanted,) if wanted else _LACKS:
        if ground not in permitted:
            faults.append(Fault("ground-not-permitted", {"ground": ground}))
        elif lacks := [*_LACKS[ground](ask), *silence_fault(ask, ground)]:
            faults.append(Fault("ground-lacks", {"ground": ground, "lacks": lacks}))
        else:
            return ground, []
    return None, faults


def silence_fault(ask: Ask, ground: Ground) -> tuple[Fault, ...]:
    """What silence lacks where the complaint would be closed without the customer's word, or by the system.

    What another system closed comes in so: nothing that was ever open here is closed on that.
    """
    if ground == Ground.IMPORTED:
        return () if ask.facts.stage == State.NEW else (Fault("another-systems"),)
    if ground == Ground.UNREACHABLE:
        return unhandled(ask.facts)
    agreed = ground == Ground.CONFIRMED or (ground == Ground.PLANNED and ask.facts.cycle.plan_confirmed)
    return () if agreed and not ask.by.is_system else silence_lacks(ask)


_NOTICE, _VERIFICATION, _ARRIVED = Fault("notice"), Fault("verification"), Fault("notice-arrived")
_ASSESSMENT, _PLAN_ARRIVED, _PLAN_CONFIRMED = Fault("assessment"), Fault("plan-arrived"), Fault("plan-confirmed")
_SOLVED = Fault("solved-confirmed")
"""What tells no facts is made once: faults are the dearest part of a refusal on facts."""


def _silent(ask: Ask) -> list[Fault]:
    cycle, window = ask.facts.cycle, ask.policy.durations[SILENT_AFTER]
    lacks: list[Fault] = []
    if ask.facts.stage != State.AWAITING_CONFIRMATION:
        lacks.append(_NOTICE)
    if not cycle.proved:
        lacks.append(_VERIFICATION)
    if cycle.delivered is None:
        lacks.append(_ARRIVED)
    if cycle.delivered is None or ask.at < quiet_since(ask.facts, cycle.delivered) + window:
        lacks.append(Fault("quiet", {"hours": int(window.total_seconds() // 3600)}))
    return lacks


def _planned(ask: Ask) -> list[Fault]:
    cycle = ask.facts.cycle
    lacks: list[Fault] = []
    if not cycle.planned:
        lacks.append(_ASSESSMENT)
    if cycle.plan_delivered is None:
        lacks.append(_PLAN_ARRIVED)
    if not cycle.plan_confirmed and _is_serious(ask.facts, ask.policy):
        lacks.append(_PLAN_CONFIRMED)
    return lacks


def _confirmed(ask: Ask) -> list[Fault]:
    """On a plan, the customer's word is about the plan, which has reached the customer."""
    cycle = ask.facts.cycle
    lacks: list[Fault] = []
    if ask.facts.stage != State.PLANNED:
        return lacks if cycle.confirmed else [_SOLVED]
    if not cycle.plan_confirmed:
        lacks.append(_PLAN_CONFIRMED)
    if cycle.plan_delivered is None:
        lacks.append(_PLAN_ARRIVED)
    return lacks


def _unreachable(ask: Ask) -> list[Fault]:
    roles = ask.policy.authority.close_unreachable
    closing = ask.policy.closing
    numbers = (closing.unreachable_attempts, closing.unreachable_channels, closing.unreachable_days)
    untried = _untried(ask.facts.attempts, *numbers)
    return [*untried, Fault("authority", {"roles": roles})] if ask.by.roles.isdisjoint(roles) else [*untried]


@lru_cache(maxsize=64)
def _untried(attempts: frozenset[Attempt], count: int, channels: int, days: int) -> tuple[Fault, ...]:
    """What was not tried yet. Kept, since mostly nothing was: a twentieth of a refusal to close."""
    lacks: list[Fault] = []
    if len(attempts) < count:
        lacks.append(Fault("attempts", {"count": count}))
    if len({attempt.channel for attempt in attempts}) < channels:
        lacks.append(Fault("attempt-channels", {"count": channels}))
    if _days(attempts) < days:
        lacks.append(Fault("attempt-days", {"count": days}))
    return tuple(lacks)


def _days(attempts: frozenset[Attempt]) -> int:
    days = sorted([attempt.on for attempt in attempts])
    return (days[-1] - days[0]).days + 1 if days else 0


_LACKS: Mapping[Ground, Callable[[Ask], list[Fault]]] = {
    Ground.CONFIRMED: _confirmed,
    Ground.SILENT: _silent,
    Ground.PLANNED: _planned,
    Ground.UNREACHABLE: _unreachable,
}
"""What each ground lacks, the strongest first."""
