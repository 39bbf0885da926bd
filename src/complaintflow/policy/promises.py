"""The times that a house promises (R2, R9)."""

from __future__ import annotations

from datetime import timedelta

import attrs

from complaintflow._validation.structure import Checked
from complaintflow.vocabulary import Grade


@attrs.frozen(eq=False, repr=False)
class Promises(Checked):
    """R2, R9, R28 … R30, R33: the promised times; a file states them in seconds or like 30min, 4h.

    The clocks measure them as elapsed time. The brief shows the promise of the grade.
    """

    first_response_instant: timedelta = timedelta(seconds=60)
    first_response_instant_vip: timedelta = timedelta(seconds=30)
    first_response_asynchronous: timedelta = timedelta(hours=24)
    next_response_instant: timedelta = timedelta(minutes=15)
    next_response_instant_vip: timedelta = timedelta(minutes=5)
    next_response_asynchronous: timedelta = timedelta(hours=24)
    emergency_mitigated: timedelta = timedelta(minutes=30)
    high_cause_found: timedelta = timedelta(hours=4)
    medium_closed: timedelta = timedelta(hours=24)
    low_answered: timedelta = timedelta(hours=72)
    third_party_news: timedelta = timedelta(hours=6)
    review_after: timedelta = timedelta(hours=24)

    def for_grade(self, grade: Grade) -> timedelta:
        """R9: the promise of a grade."""
        return {
            Grade.E: self.emergency_mitigated,
            Grade.A: self.high_cause_found,
            Grade.B: self.medium_closed,
            Grade.C: self.low_answered,
        }[grade]
