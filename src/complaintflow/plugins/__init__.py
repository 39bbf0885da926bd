"""For plugin authors: mark your functions with `hookimpl` and return objects that keep a port's contract.

A plugin is a module or an object. It hands its parts over once; see `complaintflow.plugins.ports` for
what each must do, and `complaintflow.plugins._specs` for the hooks.
"""

from complaintflow.plugins._host import Host
from complaintflow.plugins._specs import hookimpl
from complaintflow.plugins.ports import (
    Channel,
    Classifier,
    CustomerMessage,
    Guard,
    Holidays,
    HolidayYear,
    Incoming,
    Intake,
    Letter,
    Linker,
    Message,
    Observer,
    Outcome,
    Page,
    Query,
    Queued,
    Remembered,
    Renderer,
    Session,
    StaffChannel,
    StaffMessage,
    Store,
    Stored,
    StoreOpener,
    Suggestion,
    Unreadable,
)

__all__ = [
    "Channel",
    "Classifier",
    "CustomerMessage",
    "Guard",
    "HolidayYear",
    "Holidays",
    "Host",
    "Incoming",
    "Intake",
    "Letter",
    "Linker",
    "Message",
    "Observer",
    "Outcome",
    "Page",
    "Query",
    "Queued",
    "Remembered",
    "Renderer",
    "Session",
    "StaffChannel",
    "StaffMessage",
    "Store",
    "StoreOpener",
    "Stored",
    "Suggestion",
    "Unreadable",
    "hookimpl",
]
