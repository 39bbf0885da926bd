"""R33: the grounds for closing a complaint, and what each of them still lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
    candidates, permitted = (wanted,) if wanted else _LACKS, grounds(ask.facts, ask.policy)
    return next((one for one in candidates if one in permitted and next(_lacking(ask, one), None) is None), None)


def closing_faults(ask: Ask, wanted: Ground | None = None) -> list[Fault]:
    """Why the wanted ground, or each, does not suffice: it is not permitted, or what it lacks. Empty when one does."""
    permitted, faults = grounds(ask.facts, ask.policy), list[Fault]()
    for ground in (wanted,) if wanted else _LACKS:
        if ground not in permitted:
            faults.append(Fault("ground-not-permitted", {"ground": ground}))
        elif lacks := [*_lacking(ask, ground)]:
            faults.append(Fault("ground-lacks", {"ground": ground, "lacks": lacks}))
        else:
            return []
    return faults


def _lacking(ask: Ask, ground: Ground) -> Iterator[Fault]:
    yield from _LACKS[ground](ask)
    yield from silence_fault(ask, ground)


def silence_fault(ask: Ask, ground: Ground) -> tuple[Fault, ...]:
    """What silence lacks where the complaint would be closed without the customer's word, or by the system."""
    if ground is Ground.UNREACHABLE:
        return unhandled(ask.facts)
    agreed = ground is Ground.CONFIRMED or (ground is Ground.PLANNED and ask.facts.cycle.plan_confirmed)
    return () if agreed and not ask.by.is_system else silence_lacks(ask)


def _silent(ask: Ask) -> Iterator[Fault]:
    cycle, window = ask.facts.cycle, ask.policy.durations[SILENT_AFTER]
    if ask.facts.state != State.AWAITING_CONFIRMATION:
        yield Fault("notice")
    if not cycle.proved:
        yield Fault("verification")
    if cycle.delivered is None:
        yield Fault("notice-arrived")
    if cycle.delivered is None or ask.at < quiet_since(ask.facts, cycle.delivered) + window:
        yield Fault("quiet", {"hours": int(window.total_seconds() // 3600)})


def _planned(ask: Ask) -> Iterator[Fault]:
    cycle = ask.facts.cycle
    if not cycle.planned:
        yield Fault("assessment")
    if cycle.plan_delivered is None:
        yield Fault("plan-arrived")
    if not cycle.plan_confirmed and _is_serious(ask.facts, ask.policy):
        yield Fault("plan-confirmed")


def _confirmed(ask: Ask) -> Iterator[Fault]:
    """On a plan, the customer's word is about the plan, which has reached the customer."""
    cycle = ask.facts.cycle
    if ask.facts.state != State.PLANNED:
        if not cycle.confirmed:
            yield Fault("solved-confirmed")
        return
    if not cycle.plan_confirmed:
        yield Fault("plan-confirmed")
    if cycle.plan_delivered is None:
        yield Fault("plan-arrived")


def _unreachable(ask: Ask) -> Iterator[Fault]:
    closing, attempts = ask.policy.closing, ask.facts.attempts
    roles = ask.policy.authority.close_unreachable
    if len(attempts) < closing.unreachable_attempts:
        yield Fault("attempts", {"count": closing.unreachable_attempts})
    if len({attempt.channel for attempt in attempts}) < closing.unreachable_channels:
        yield Fault("attempt-channels", {"count": closing.unreachable_channels})
    if _days(attempts) < closing.unreachable_days:
        yield Fault("attempt-days", {"count": closing.unreachable_days})
    if not ask.by.roles & roles:
        yield Fault("authority", {"roles": roles})


def _days(attempts: frozenset[Attempt]) -> int:
    days = sorted(attempt.on for attempt in attempts)
    return (days[-1] - days[0]).days + 1 if days else 0


_LACKS: Mapping[Ground, Callable[[Ask], Iterator[Fault]]] = {
    Ground.CONFIRMED: _confirmed,
    Ground.SILENT: _silent,
    Ground.PLANNED: _planned,
    Ground.UNREACHABLE: _unreachable,
}
"""What each ground lacks, the strongest first. Whoever only asks whether it suffices stops at the first lack."""
