"""Time as promises see it: business calendars, deadlines, and why they are due when they are."""

from complaintflow.sla.calendar import Calendar
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, as_of, deadlines
from complaintflow.sla.explanation import Explanation, explain_deadlines

__all__ = ["Calendar", "Deadline", "DeadlineStatus", "Explanation", "as_of", "deadlines", "explain_deadlines"]
