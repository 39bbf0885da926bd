"""For plugin authors: mark your functions with `hookimpl` and return objects that keep a port's contract.

A plugin is a module or an object. It hands its parts over once; see `complaintflow.plugins.ports` for
what each must do, and `complaintflow.plugins._specs` for the hooks.
"""

from complaintflow.plugins._discovery import installed
from complaintflow.plugins._host import Host
from complaintflow.plugins._specs import hookimpl
from complaintflow.plugins.inventory import HookCall, Installed, Loaded
from complaintflow.plugins.ports import (
    Answer,
    Channel,
    Classifier,
    CustomerMessage,
    Guard,
    Holidays,
    HolidayYear,
    Incoming,
    Intake,
    Knowledge,
    Linker,
    Message,
    Observer,
    OutboxEntry,
    Outcome,
    Page,
    Query,
    Question,
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
    "Answer",
    "Channel",
    "Classifier",
    "CustomerMessage",
    "Guard",
    "HolidayYear",
    "Holidays",
    "HookCall",
    "Host",
    "Incoming",
    "Installed",
    "Intake",
    "Knowledge",
    "Linker",
    "Loaded",
    "Message",
    "Observer",
    "OutboxEntry",
    "Outcome",
    "Page",
    "Query",
    "Question",
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
    "installed",
]
