"""Service levels: business calendars, deadlines, and why each is due when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, as_of, deadlines

if TYPE_CHECKING:
    from complaintflow.sla.explanation import Explanation, explain_deadlines
else:
    __getattr__ = lazy(__name__, {"Explanation": "explanation", "explain_deadlines": "explanation"})

__all__ = ["Calendar", "Deadline", "DeadlineStatus", "Explanation", "as_of", "deadlines", "explain_deadlines"]
