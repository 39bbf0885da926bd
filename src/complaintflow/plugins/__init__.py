"""For plugin authors: mark your functions with `hookimpl` and return objects that keep a port's contract.

A plugin is a module or an object. It hands its parts over once. The docstring of each port (`Store`, `Channel`,
`Guard` …) says what the part must do; the reference lists the hooks.
"""

from complaintflow._validation.reading import reading
from complaintflow.plugins._discovery import installed
from complaintflow.plugins._host import Host
from complaintflow.plugins._specs import hookimpl
from complaintflow.plugins.inventory import HookCall, Installed, Loaded
from complaintflow.plugins.ports.abilities import (
    Checkable,
    CountsSeries,
    Erases,
    JoinedStore,
    JoinsTransactions,
    KeepsCounts,
    KeepsDataKeys,
    KeepsSheets,
    KeepsTree,
    ReadsAhead,
    SharesTransactions,
    TellsOfLetters,
    Vacuums,
)
from complaintflow.plugins.ports.changes import Changed
from complaintflow.plugins.ports.deciding import (
    Grouping,
    Guard,
    Observer,
    Wording,
)
from complaintflow.plugins.ports.linking import Click, Link, Linker, SurveyLink
from complaintflow.plugins.ports.lists import Page, Query, Reach, Sort
from complaintflow.plugins.ports.reading import Access, Auditor
from complaintflow.plugins.ports.sending import (
    AnyMessage,
    Channel,
    CustomerMessage,
    Message,
    Outcome,
    Renderer,
    StaffChannel,
    StaffMessage,
)
from complaintflow.plugins.ports.sources import (
    Classifier,
    FoundAnswer,
    Holidays,
    HolidayYear,
    Incoming,
    Intake,
    Knowledge,
    Question,
    Suggestion,
    Unreadable,
)
from complaintflow.plugins.ports.storage import (
    Complaints,
    Keys,
    Outbox,
    Policies,
    Schedule,
    Session,
    Store,
    StoreOpener,
)
from complaintflow.plugins.ports.stored import (
    Counted,
    CountedDay,
    DataKey,
    Flaw,
    OutboxEntry,
    Remembered,
    Shard,
    Stored,
    ToldTime,
)
from complaintflow.record.keys import MessageKey
from complaintflow.record.searched import Searched

__all__ = [
    "Access",
    "AnyMessage",
    "Auditor",
    "Changed",
    "Channel",
    "Checkable",
    "Classifier",
    "Click",
    "Complaints",
    "Counted",
    "CountedDay",
    "CountsSeries",
    "CustomerMessage",
    "DataKey",
    "Erases",
    "Flaw",
    "FoundAnswer",
    "Grouping",
    "Guard",
    "HolidayYear",
    "Holidays",
    "HookCall",
    "Host",
    "Incoming",
    "Installed",
    "Intake",
    "JoinedStore",
    "JoinsTransactions",
    "KeepsCounts",
    "KeepsDataKeys",
    "KeepsSheets",
    "KeepsTree",
    "Keys",
    "Knowledge",
    "Link",
    "Linker",
    "Loaded",
    "Message",
    "MessageKey",
    "Observer",
    "Outbox",
    "OutboxEntry",
    "Outcome",
    "Page",
    "Policies",
    "Query",
    "Question",
    "Reach",
    "ReadsAhead",
    "Remembered",
    "Renderer",
    "Schedule",
    "Searched",
    "Session",
    "Shard",
    "SharesTransactions",
    "Sort",
    "StaffChannel",
    "StaffMessage",
    "Store",
    "StoreOpener",
    "Stored",
    "Suggestion",
    "SurveyLink",
    "TellsOfLetters",
    "ToldTime",
    "Unreadable",
    "Vacuums",
    "Wording",
    "hookimpl",
    "installed",
    "reading",
]
