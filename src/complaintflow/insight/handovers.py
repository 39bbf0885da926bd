"""R13, R14: whether the urgency fades on the way from team to team, measured on the history.

A stay is the time that one team held a complaint. At each handover the grade that arrives is laid beside the grade that
left; within a stay a grade may fall by a `Regrade` alone, which has a reason and a name on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction

import attrs

from complaintflow.record.events import Event
from complaintflow.vocabulary import Grade


@attrs.frozen
class Handover:
    """A complaint left one team for another: by whom and when (UTC), and with which grade at either end.

    `seq` is the event's place in the history; a grade is None for a complaint that nobody had graded.
    """

    seq: int
    at: datetime
    by: str
    from_team: str
    to_team: str
    grade_left: Grade | None
    grade_arrived: Grade | None

    @property
    def kept(self) -> bool:
        """Whether no urgency was lost: the grade arrived as it left, or higher."""
        return _rank(self.grade_arrived) >= _rank(self.grade_left)


def handovers(events: Iterable[Event]) -> tuple[Handover, ...]:
    """Every handover of one history, in order. The first routing is none."""
    found: list[Handover] = []
    team, grade = "", None
    for event in events:
        now_team = str(event.changes.get("team", team))
        now_grade = Grade(event.changes["grade"]) if event.changes.get("grade") else grade
        if team and now_team and now_team != team:
            found.append(Handover(event.seq, event.at, event.by, team, now_team, grade, now_grade))
        team, grade = now_team, now_grade
    return tuple(found)


def share_kept(found: Sequence[Handover]) -> Fraction | None:
    """The share of handovers that lost no urgency, or None where nothing was handed over."""
    return Fraction(sum(one.kept for one in found), len(found)) if found else None


def _rank(grade: Grade | None) -> int:
    return -1 if grade is None else grade.rank
