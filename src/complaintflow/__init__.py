"""complaintflow: the life of a customer's complaint, with rules that nobody gets round.

`Desk` is the shell that stores and sends, `AsyncDesk` the same to be awaited; `Lifecycle` the pure rules for those who
keep their own records. Commands stand in `complaintflow.commands`. `copy_store` moves a house to another database.
`to_json`, `from_json`, `command_schema` and `problem` connect them with a web API; these are loaded when somebody asks
for them.
"""

import typing as _typing

from complaintflow._lazy import lazy as _lazily
from complaintflow.commands._context import Ask, Decision
from complaintflow.desk.desk import Desk
from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    DefinitionError,
    InvalidInput,
    NotFound,
    NotPossible,
    Overtaken,
    PluginError,
    Problem,
    Refusal,
    Refused,
    StoreError,
    UnreadableRecord,
)
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.policy.policy import Policy
from complaintflow.priority import grade
from complaintflow.record.complaint import Complaint, Event
from complaintflow.values import (
    Action,
    Actor,
    Attachment,
    Contact,
    Customer,
    KnownContact,
    Option,
    Participant,
    Priority,
    Said,
    Signals,
)
from complaintflow.vocabulary import Grade, State

if _typing.TYPE_CHECKING:
    from complaintflow.desk.async_desk import AsyncDesk
    from complaintflow.desk.copying import StoreCopy, copy_store
    from complaintflow.desk.watching import DeskCall, Watcher, watch
    from complaintflow.interchange import command_schema, from_data, from_json, problem, to_data, to_json
    from complaintflow.lifecycle import profile
else:
    _DOCUMENTS = ("command_schema", "from_data", "from_json", "problem", "to_data", "to_json")
    _WATCHING = dict.fromkeys(("DeskCall", "Watcher", "watch"), "desk.watching")
    _COPYING = dict.fromkeys(("StoreCopy", "copy_store"), "desk.copying")
    _LATE = {"AsyncDesk": "desk.async_desk", "profile": "lifecycle", **_COPYING, **_WATCHING}
    __getattr__ = _lazily(__name__, {**_LATE, **dict.fromkeys(_DOCUMENTS, "interchange")})

__all__ = [
    "Action",
    "Actor",
    "Ask",
    "AsyncDesk",
    "Attachment",
    "Complaint",
    "ComplaintflowError",
    "Conflict",
    "Contact",
    "Customer",
    "Decision",
    "DefinitionError",
    "Desk",
    "DeskCall",
    "Event",
    "Grade",
    "InvalidInput",
    "KnownContact",
    "Lifecycle",
    "NotFound",
    "NotPossible",
    "Option",
    "Overtaken",
    "Participant",
    "PluginError",
    "Policy",
    "Priority",
    "Problem",
    "Refusal",
    "Refused",
    "Said",
    "Signals",
    "State",
    "Step",
    "StoreCopy",
    "StoreError",
    "UnreadableRecord",
    "Watcher",
    "command_schema",
    "copy_store",
    "from_data",
    "from_json",
    "grade",
    "problem",
    "profile",
    "to_data",
    "to_json",
    "watch",
]
