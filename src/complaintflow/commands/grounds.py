"""R33: the grounds for closing a complaint, and what each of them still lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from complaintflow.commands._context import Ask, names
from complaintflow.commands.silence import quiet_since, silence_lacks, unhandled
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
    permitted, candidates = grounds(ask.facts, ask.policy), (wanted,) if wanted else _CHECKS
    return next((ground for ground in candidates if ground in permitted and _suffices(ask, ground)), None)


def _suffices(ask: Ask, ground: Ground) -> bool:
    """Whether a permitted ground lacks nothing; without the words for what it lacks."""
    return all(there for there, _ in _CHECKS[ground](ask)) and not silence_fault(ask, ground)


def closing_fault(ask: Ask, ground: Ground) -> str:
    """Why this ground does not suffice: it is not permitted, or what it lacks; blank when it suffices."""
    if ground not in grounds(ask.facts, ask.policy):
        return f"{ground}: not permitted for this complaint"
    lacking = [*(text for there, text in _CHECKS[ground](ask) if not there), *silence_fault(ask, ground)]
    return f"{ground}: lacks {', '.join(lacking)}" if lacking else ""


def silence_fault(ask: Ask, ground: Ground) -> tuple[str, ...]:
    """What silence lacks where the complaint would be closed without the customer's word, or by the system."""
    if ground is Ground.UNREACHABLE:
        return unhandled(ask.facts)
    agreed = ground is Ground.CONFIRMED or (ground is Ground.PLANNED and ask.facts.cycle.plan_confirmed)
    return () if agreed and not ask.by.is_system else silence_lacks(ask)


def _silent(ask: Ask) -> list[tuple[bool, str]]:
    cycle, window = ask.facts.cycle, ask.policy.durations[SILENT_AFTER]
    waited = cycle.delivered is not None and ask.at >= quiet_since(ask.facts, cycle.delivered) + window
    hours = int(window.total_seconds() // 3600)
    return [
        (ask.facts.state == State.AWAITING_CONFIRMATION, "a notice to the customer"),
        (cycle.proved, "a passing verification of the latest fix"),
        (cycle.delivered is not None, "proof that the notice reached the customer"),
        (waited, f"{hours} h since the notice was delivered, and since the customer was last answered"),
    ]


def _planned(ask: Ask) -> list[tuple[bool, str]]:
    cycle = ask.facts.cycle
    return [
        (cycle.planned, "a recorded assessment with a long-term plan"),
        (cycle.plan_delivered is not None, "proof that the plan reached the customer"),
        (
            cycle.plan_confirmed or not _is_serious(ask.facts, ask.policy),
            "the customer's own word that the plan is the end",
        ),
    ]


def _confirmed(ask: Ask) -> list[tuple[bool, str]]:
    """On a plan, the customer's word is about the plan, which has reached the customer."""
    if ask.facts.state != State.PLANNED:
        return [(ask.facts.cycle.confirmed, "the customer's own word that it is solved")]
    return [
        (ask.facts.cycle.plan_confirmed, "the customer's own word that the plan is the end"),
        (ask.facts.cycle.plan_delivered is not None, "proof that the plan reached the customer"),
    ]


def _unreachable(ask: Ask) -> list[tuple[bool, str]]:
    closing, attempts = ask.policy.closing, ask.facts.attempts
    channels = {attempt.channel for attempt in attempts}
    roles = ask.policy.authority.close_unreachable
    return [
        (len(attempts) >= closing.unreachable_attempts, f"{closing.unreachable_attempts} recorded attempts"),
        (len(channels) >= closing.unreachable_channels, f"attempts on {closing.unreachable_channels} channels"),
        (_days(attempts) >= closing.unreachable_days, f"attempts over {closing.unreachable_days} days"),
        (bool(ask.by.roles & roles), f"an authority: {names(roles)}"),
    ]


def _days(attempts: frozenset[Attempt]) -> int:
    days = sorted(attempt.on for attempt in attempts)
    return (days[-1] - days[0]).days + 1 if days else 0


_CHECKS: Mapping[Ground, Callable[[Ask], list[tuple[bool, str]]]] = {
    Ground.CONFIRMED: _confirmed,
    Ground.SILENT: _silent,
    Ground.PLANNED: _planned,
    Ground.UNREACHABLE: _unreachable,
}
