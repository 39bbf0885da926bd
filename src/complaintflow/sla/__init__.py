"""Time as promises see it: business calendars."""

from complaintflow.sla.calendar import Calendar

__all__ = ["Calendar"]
