"""Time as promises see it: business calendars, deadlines, and why they are due when they are."""

from complaintflow.sla.calendar import Calendar
from complaintflow.sla.deadlines import Deadline, Standing, as_of, deadlines
from complaintflow.sla.explanation import Explanation, explained

__all__ = ["Calendar", "Deadline", "Explanation", "Standing", "as_of", "deadlines", "explained"]
