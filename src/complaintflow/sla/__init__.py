"""Service levels: business calendars, deadlines, and why each is due when it is."""

from complaintflow.sla.calendar import Calendar
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, as_of, deadlines
from complaintflow.sla.explanation import Explanation, explain_deadlines

__all__ = ["Calendar", "Deadline", "DeadlineStatus", "Explanation", "as_of", "deadlines", "explain_deadlines"]
