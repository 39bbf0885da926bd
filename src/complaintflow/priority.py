"""From signals to a grade, with every factor and its points (R9 … R11, R13).

The score is a sum of points that never fall when a value gets worse, so the calculator is monotone. Floors raise the
grade where the requirements name one directly. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from complaintflow.policy.policy import Policy
from complaintflow.record.facts import Facts
from complaintflow.values import Factor, Priority, Signals
from complaintflow.vocabulary import Grade, Impact, Urgency

_SCALES = ("impact", "urgency", "emotion", "severity", "exposure")
HIGH = Grade.A
EMERGENCY = Grade.E


_rank = attrgetter("rank")

Found = tuple[str, str, int]
"""A factor as the facts keep it: name, value, points."""


def grade(signals: Signals, policy: Policy) -> Priority:
    """The priority of these signals under this policy: grade, score and factors.

    It is deterministic, and monotone in every signal (R10). Any hazard is an emergency (R11).
    """
    found, score, factors = _score(signals, policy)
    return Priority(found, score, tuple(Factor(*factor) for factor in factors))


def _score(signals: Signals, policy: Policy) -> tuple[Grade, int, tuple[Found, ...]]:
    least = _least_grade(signals)
    factors = (
        *_scale_factors(signals, policy),
        *_counted_factors(signals, policy),
        ("quadrant", f"at least {least}", 0),
    )
    score = sum(points for _, _, points in factors)
    reached = [Grade[name] for name, begins in policy.weights.grades.items() if score >= begins]
    return max(least, *reached, Grade.C, key=_rank), score, factors


def _scale_factors(signals: Signals, policy: Policy) -> Iterator[Found]:
    """One factor for each scale: the points of its rank."""
    for name in _SCALES:
        value = getattr(signals, name)
        yield name, value, getattr(policy.weights, name)[value.rank]


def _counted_factors(signals: Signals, policy: Policy) -> Iterator[Found]:
    weights = policy.weights
    yield "tier", signals.tier, weights.tiers.get(signals.tier, 0)
    yield "repeats", str(signals.repeats), min(signals.repeats, weights.repeats_counted) * weights.repeat
    yield "hazards", ", ".join(sorted(signals.hazards)) or "none", weights.hazard if signals.hazards else 0


def _least_grade(signals: Signals) -> Grade:
    """R9, R11: the least grade that the requirements name for these signals, independent of points."""
    if signals.hazards or (signals.impact >= Impact.ALL and signals.urgency >= Urgency.CRITICAL):
        return EMERGENCY
    blocked = signals.urgency >= Urgency.BLOCKED
    batch = signals.impact >= Impact.MANY and signals.urgency >= Urgency.ROUTINE
    if blocked or batch:
        return HIGH
    return Grade.B if signals.urgency >= Urgency.ROUTINE else Grade.C


def floor(facts: Facts) -> Grade:
    """The lowest allowed grade: for a hazard (R11), for an incident (R12), or C."""
    if facts.signals and facts.signals.hazards:
        return EMERGENCY
    return HIGH if facts.incident else Grade.C


def raise_grade(facts: Facts, to: Grade, because: Factor) -> dict[str, Any]:
    """The changes that raise the grade to at least this one, and never lower it (R13)."""
    standing = facts.grade or to
    to = max(to, standing)
    return {"grade": to, "factors": (*facts.factors, (because.name, because.value, because.points))}


def assess(facts: Facts, signals: Signals, policy: Policy) -> dict[str, Any]:
    """The changes of an assessment: the grade of the signals, or the present grade if it is higher (R13)."""
    found, score, factors = _score(signals, policy)
    if facts.incident:
        factors += (("incident", facts.incident, 0),)
    if facts.grade and facts.grade > found:
        factors += (("standing", facts.grade, 0),)
    worst = max(found, facts.grade or Grade.C, HIGH if facts.incident else Grade.C, key=_rank)
    return {"grade": worst, "score": score, "factors": factors, "signals": signals}
