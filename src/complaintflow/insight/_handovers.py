"""R13, R14: whether urgency is lost when a complaint moves from team to team, measured on its history.

At each handover, the grade that arrives is compared with the grade that left. While one team holds a complaint, only
`Regrade` lowers the grade, with a reason and a name on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction

import attrs

from complaintflow.record.complaint import Event
from complaintflow.vocabulary import Grade


@attrs.frozen
class Handover:
    """A complaint moved from one team to another: who moved it and when (UTC), and the grade at both ends.

    `seq` is the number of the event in the history. A grade is None if the complaint was not graded yet.
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
        """Whether the grade arrived as it left, or higher."""
        return _rank(self.grade_arrived) >= _rank(self.grade_left)


def handovers(events: Iterable[Event]) -> tuple[Handover, ...]:
    """Every handover in a history, in order. The first routing is not one."""
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
    """The share of handovers that kept the grade; None without handovers."""
    return Fraction(sum(one.kept for one in found), len(found)) if found else None


def _rank(grade: Grade | None) -> int:
    return -1 if grade is None else grade.rank
