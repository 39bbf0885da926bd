"""When a complaint may close and by which grounds (R33), and what follows when the customer disputes it (R34)."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, Without, as_words
from complaintflow.policy.numbers import Count, Days, Positive
from complaintflow.vocabulary import Grade, Ground

OwnGround = Annotated[Ground, Without(frozenset({Ground.IMPORTED}))]
"""A ground that a closing of ours may have: another system closed what is imported."""


@attrs.frozen(eq=False, repr=False)
class Closing(Checked):
    """R33, R34: the grounds for closing, the strict grounds for serious complaints, and their numbers."""

    grounds: frozenset[OwnGround] = attrs.field(default=frozenset(Ground) - {Ground.IMPORTED}, converter=as_words)
    strict_grounds: frozenset[OwnGround] = attrs.field(
        default=frozenset({Ground.CONFIRMED, Ground.UNREACHABLE}), converter=as_words
    )
    strict_grades: frozenset[Grade] = attrs.field(default=frozenset({Grade.E, Grade.A}), converter=as_words)
    silent_after: timedelta = timedelta(hours=72)
    unanswered_after: timedelta = timedelta(days=14)
    unreachable_attempts: Positive = 3
    unreachable_channels: Positive = 2
    unreachable_days: Positive = 3
    reopen_days: Days = 30


@attrs.frozen(eq=False, repr=False)
class Disputes(Checked):
    """R34: what follows when the customer says again that it is not solved, or it is reopened.

    Each time adds `points` to the score. The grade rises by one at number `raise_grade_at`, and the review is called
    at number `review_at`.
    """

    points: Count = 5
    raise_grade_at: Positive = 2
    review_at: Positive = 3


@attrs.frozen(eq=False, repr=False)
class Farewell(Checked):
    """R3, R35: what the customer reads when an unanswered question ends the complaint: the reason and the recourse."""

    reason: NonBlank
    recourse: NonBlank


FAREWELLS = FrozenMap(
    {
        "zh": Farewell(
            "我们多次询问仍未收到您的答复,无法继续处理。", "您可以随时补充信息后重新提出,也可以拨打12315投诉。"
        ),
        "en": Farewell(
            "We asked and heard no answer, and cannot go on without it.",
            "You may come back with the answer at any time, or turn to your consumer protection authority.",
        ),
    }
)
"""R35: the words of a house that has none of its own, by language."""
