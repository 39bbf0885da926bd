"""From signals to a grade, with every factor and its points (R9 … R11, R13).

The score is a sum of points that never fall when a value gets worse, so the calculator is monotone. Floors raise the
grade where the requirements name one directly. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import attrgetter
from typing import Any

import msgspec

from complaintflow._validation.structure import replace_unchecked
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import Facts
from complaintflow.values import Factor, Priority, Signals
from complaintflow.vocabulary import Exposure, Grade, Impact, Severity, Urgency

_SCALES = ("impact", "urgency", "emotion", "severity", "exposure")
HIGH = Grade.A
EMERGENCY = Grade.E


_rank = attrgetter("rank")

Found = tuple[str, str, int]
"""A factor as the facts keep it: name, value, points."""


def grade(signals: Signals, policy: Policy, disputes: int = 0) -> Priority:
    """The priority of these signals under this policy: grade, score and factors.

    `disputes` is how often the customer said that it is not solved.

    It is deterministic, and monotone in every signal (R10). Any hazard is an emergency (R11), and so is what blocks
    everybody (R9). The grade rises by one after the policy's number of disputes (R34).
    """
    found, score, factors = _score(signals, policy, disputes)
    return Priority(found, score, tuple(Factor(*factor) for factor in factors))


def _score(signals: Signals, policy: Policy, disputes: int) -> tuple[Grade, int, tuple[Found, ...]]:
    least, alarm = _least_grade(signals), _alarm_grade(signals)
    factors: tuple[Found, ...] = (
        *_scale_factors(signals, policy),
        *_counted_factors(signals, policy, disputes),
        ("quadrant", f"at least {least}", 0),
        *([("alarm", f"at least {alarm}", 0)] if alarm > least else []),
    )
    score = sum([points for _, _, points in factors])
    found = max(least, alarm, _reached(score, policy), key=_rank)
    if disputes < policy.disputes.raise_grade_at:
        return found, score, factors
    undisputed = max(least, alarm, _reached(score - disputes * policy.disputes.points, policy), key=_rank)
    raised = next_grade(undisputed)
    return max(found, raised), score, (*factors, ("disputed", raised, 0))


def _reached(score: int, policy: Policy) -> Grade:
    """The grade that this score reaches."""
    for begins, grade in policy.grade_scores:
        if score >= begins:
            return grade
    return Grade.C


def next_grade(grade: Grade) -> Grade:
    """The grade above this one, or E."""
    return list(Grade)[min(grade.rank + 1, EMERGENCY.rank)]


def _scale_factors(signals: Signals, policy: Policy) -> list[Found]:
    """One factor for each scale: the points of its rank."""
    weights = policy.weights
    return [(name, value := getattr(signals, name), getattr(weights, name)[value.rank]) for name in _SCALES]


def _counted_factors(signals: Signals, policy: Policy, disputes: int) -> list[Found]:
    weights, repeats = policy.weights, signals.repeats
    found: list[Found] = [
        ("tier", signals.tier, weights.tiers.get(signals.tier, 0)),
        ("repeats", str(repeats), min(repeats, weights.repeats_counted) * weights.repeat),
    ]
    if signals.vulnerable:
        found.append(("care", "yes", weights.care))
    if disputes:
        found.append(("disputes", str(disputes), disputes * policy.disputes.points))
    hazards = ", ".join(sorted(signals.hazards)) or "none"
    return [*found, ("hazards", hazards, weights.hazard if signals.hazards else 0)]


def _least_grade(signals: Signals) -> Grade:
    """R9, R11: the least grade that the requirements name for these signals, independent of points."""
    blocked = signals.urgency >= Urgency.BLOCKED
    if signals.hazards or (signals.impact >= Impact.ALL and blocked):
        return EMERGENCY
    batch = signals.impact >= Impact.MANY and signals.urgency >= Urgency.ROUTINE
    if blocked or batch:
        return HIGH
    return Grade.B if signals.urgency >= Urgency.ROUTINE else Grade.C


def _alarm_grade(signals: Signals) -> Grade:
    """R9: an urgent matter, and one that a regulator looks at, is at least A."""
    alarming = signals.severity >= Severity.URGENT or signals.exposure >= Exposure.REGULATOR
    return HIGH if alarming else Grade.C


def floor(facts: Facts) -> Grade:
    """The lowest allowed grade: for a hazard (R11), for an incident (R12), or C."""
    if facts.hazards:
        return EMERGENCY
    return HIGH if facts.incident else Grade.C


def raise_grade(facts: Facts, to: Grade, because: Factor) -> dict[str, Any]:
    """The changes that raise the grade to at least this one, and never lower it (R13)."""
    standing = facts.grade or to
    to = max(to, standing)
    return {"grade": to, "factors": (*facts.factors, (because.name, because.value, because.points))}


def assess(facts: Facts, signals: Signals, policy: Policy) -> dict[str, Any]:
    """The changes of an assessment: the grade of the signals, or the present grade if it is higher (R13)."""
    found, score, factors = _score(signals, policy, facts.disputes)
    if facts.incident:
        factors += (("incident", facts.incident, 0),)
    if facts.grade and facts.grade > found:
        factors += (("standing", facts.grade, 0),)
    worst = max(found, facts.grade or Grade.C, HIGH if facts.incident else Grade.C, key=_rank)
    return {"grade": worst, "score": score, "factors": factors, "signals": signals}


def reassess(facts: Facts, policy: Policy, repeats: int, disputes: int, vulnerable: bool = False) -> dict[str, Any]:
    """The changes when these counts rise: the score at once (R5), and the grade where the rise calls for it.

    A grade that an authority lowered (R13) stays until the news call for a higher one. At the policy's number of
    disputes the grade rises by one, whatever it was (R34).
    """
    if facts.grade is None:
        return {}
    again = facts.disputes < disputes == policy.disputes.raise_grade_at
    least = next_grade(facts.grade) if again else facts.grade
    if facts.signals is None:
        return {"grade": least, "factors": (*facts.factors, ("disputed", least, 0))} if again else {}
    signals = replace_unchecked(facts.signals, repeats=repeats, vulnerable=vulnerable or facts.vulnerable)
    before, (found, score, factors) = (
        _score(facts.signals, policy, facts.disputes)[0],
        _score(signals, policy, disputes),
    )
    grade = max(found, least) if found > before else least
    kept = tuple(factor for factor in facts.factors if factor[0] in _BY_PEOPLE)
    held: tuple[Found, ...] = (("disputed" if again else "standing", grade, 0),) if grade > found else ()
    return {"grade": grade, "score": score, "factors": (*factors, *kept, *held), "signals": signals}


def change_tier(facts: Facts, tier: str, policy: Policy) -> dict[str, Any]:
    """R4, R13: another tier counts for the score at once. The grade may rise by it, and never falls."""
    if facts.grade is None or facts.signals is None:
        return {"tier": tier}
    signals = replace_unchecked(facts.signals, tier=tier)
    known = msgspec.structs.replace(facts, signals=signals)
    changes = reassess(known, policy, facts.repeats, facts.disputes)
    before, found = (_score(one, policy, facts.disputes)[0] for one in (facts.signals, signals))
    grade = max(found, facts.grade, key=_rank) if found > before else facts.grade
    return {**changes, "grade": grade, "tier": tier}


def worse(one: Signals, other: Signals) -> Signals:
    """The worse value on every scale, and the hazards of both."""
    scales = {name: max(getattr(one, name), getattr(other, name)) for name in (*_SCALES, "repeats", "vulnerable")}
    return replace_unchecked(one, hazards=one.hazards | other.hazards, **scales)


def inherit_grade(facts: Facts, others: Iterable[Facts], policy: Policy, repeats: int, disputes: int) -> dict[str, Any]:
    """The changes by what other complaints of the same grievance have on record: at least their grades (R13, R34)."""
    others = tuple(others)
    vulnerable = any(one.vulnerable for one in (facts, *others))
    graded = [other for other in others if other.grade]
    if not graded:
        return {"vulnerable": vulnerable, **reassess(facts, policy, repeats, disputes, vulnerable)}
    known = [one.signals for one in (facts, *graded) if one.signals]
    signals = replace_unchecked(
        reduce(worse, known, Signals()), tier=facts.tier, repeats=repeats, vulnerable=vulnerable
    )
    standing = max((one.grade for one in (facts, *graded) if one.grade), key=_rank)
    standing_facts = msgspec.structs.replace(facts, grade=standing, disputes=disputes)
    return {"vulnerable": vulnerable, **assess(standing_facts, signals, policy)}


_BY_PEOPLE = frozenset({"incident", "regrade", "cleared", "unlinked"})
"""The factors that people gave it, which no calculation gives again."""
