"""The points of each factor of a grade, and where each grade begins (R10)."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, Name, as_numbers
from complaintflow.errors import Problem
from complaintflow.policy.numbers import Count
from complaintflow.vocabulary import Grade


@attrs.frozen(eq=False, repr=False)
class Weights(Checked):
    """R10: the points of each factor, by the rank of its value, and the score at which each grade begins.

    `care` are those of a vulnerable customer (R48): by default as much as one step of urgency.

    Points must not fall from one rank to the next, which keeps the calculator monotone. A policy that breaks this is a
    `DefinitionError`.
    """

    impact: tuple[Count, ...] = attrs.field(default=(0, 10, 25, 40), converter=as_numbers)
    urgency: tuple[Count, ...] = attrs.field(default=(0, 15, 30, 45), converter=as_numbers)
    emotion: tuple[Count, ...] = attrs.field(default=(0, 2, 5, 8), converter=as_numbers)
    severity: tuple[Count, ...] = attrs.field(default=(0, 5, 10), converter=as_numbers)
    exposure: tuple[Count, ...] = attrs.field(default=(0, 6, 12), converter=as_numbers)
    tiers: Mapping[Name, Count] = FrozenMap({"ordinary": 0, "vip": 5})
    hazard: Count = 100
    repeat: Count = 3
    repeats_counted: Count = 4
    care: Count = 15
    grades: Mapping[str, Count] = FrozenMap({"B": 15, "A": 30, "E": 85})


def point_problems(weights: Weights) -> tuple[Problem, ...]:
    """R10: each rank needs its points, and a worse value never gives fewer."""
    ranks = {"impact": 4, "urgency": 4, "emotion": 4, "severity": 3, "exposure": 3}
    wrong = {
        name: points
        for name, size in ranks.items()
        if len(points := getattr(weights, name)) != size or list(points) != sorted(points)
    }
    return tuple(
        Problem(f"weights.{name}", str(list(points)), f"{ranks[name]} numbers that never fall")
        for name, points in wrong.items()
    )


def grade_problems(weights: Weights) -> tuple[Problem, ...]:
    """R10: a higher grade never begins at a lower score."""
    begins = [weights.grades.get(grade, 0) for grade in Grade]
    if begins == sorted(begins) and set(weights.grades) <= set(Grade):
        return ()
    return (Problem("weights.grades", str(dict(weights.grades)), "scores for B, A and E that never fall"),)
