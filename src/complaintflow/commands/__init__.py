"""The commands: one frozen class for each thing that somebody can ask for.

A command checks its own fields when it is created and raises one `InvalidInput` with all problems. The lifecycle
decides whether it is allowed. `make` builds a command from a name and plain data (a form, JSON), and `Command.data`
gives the data back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from complaintflow._validation.bounds import check_depth
from complaintflow._validation.structure import FrozenMap, structure
from complaintflow.commands._context import Command
from complaintflow.commands.approvals import Approve, AskApproval, Disapprove
from complaintflow.commands.clocks import (
    Absorb,
    ComplainAgain,
    Migrate,
    MissDeadline,
    Pause,
    Release,
    Remind,
    Resume,
    Unclose,
)
from complaintflow.commands.ends import (
    ApproveDecline,
    Archive,
    Close,
    Decline,
    LabelCause,
    Merge,
    Override,
    Park,
    Reopen,
    Retrospect,
    Survey,
    Unmerge,
    Withdraw,
)
from complaintflow.commands.erasing import Erase, LiftHold, PlaceHold
from complaintflow.commands.findings import (
    AddEvidence,
    Call,
    CheckEvidence,
    DecideResponsibility,
    FindCause,
    Note,
    PartyReply,
    RecordAbuse,
    RecordVulnerability,
    Refer,
)
from complaintflow.commands.imported import Import
from complaintflow.commands.intake import Acknowledge, Answer, AskCustomer, Correct, Hear, NoReplyNeeded, Receive
from complaintflow.commands.proof import Confirm, Dispute, Notify, Receipt, Resolve, Update, Verify
from complaintflow.commands.solution import (
    AddTask,
    Agree,
    ApproveCompensation,
    CancelTask,
    Compensate,
    ExplainPlan,
    FinishTask,
    Mitigate,
    Object,
    Propose,
    RefuseCompensation,
)
from complaintflow.commands.taking_back import Recall, Retract
from complaintflow.commands.triage import (
    Assign,
    Block,
    ClearHazard,
    Escalate,
    Handoff,
    LinkIncident,
    RecordReview,
    Regrade,
    Triage,
    Unassign,
    Unblock,
    UnlinkIncident,
    Watch,
)
from complaintflow.errors import InvalidInput, Problem

__all__ = [
    "BUILTIN",
    "Absorb",
    "Acknowledge",
    "AddEvidence",
    "AddTask",
    "Agree",
    "Answer",
    "Approve",
    "ApproveCompensation",
    "ApproveDecline",
    "Archive",
    "AskApproval",
    "AskCustomer",
    "Assign",
    "Block",
    "Call",
    "CancelTask",
    "CheckEvidence",
    "ClearHazard",
    "Close",
    "Command",
    "Compensate",
    "ComplainAgain",
    "Confirm",
    "Correct",
    "DecideResponsibility",
    "Decline",
    "Disapprove",
    "Dispute",
    "Erase",
    "Escalate",
    "ExplainPlan",
    "FindCause",
    "FinishTask",
    "FrozenMap",
    "Handoff",
    "Hear",
    "Import",
    "LabelCause",
    "LiftHold",
    "LinkIncident",
    "Merge",
    "Migrate",
    "MissDeadline",
    "Mitigate",
    "NoReplyNeeded",
    "Note",
    "Notify",
    "Object",
    "Override",
    "Park",
    "PartyReply",
    "Pause",
    "PlaceHold",
    "Propose",
    "Recall",
    "Receipt",
    "Receive",
    "RecordAbuse",
    "RecordReview",
    "RecordVulnerability",
    "Refer",
    "RefuseCompensation",
    "Regrade",
    "Release",
    "Remind",
    "Reopen",
    "Resolve",
    "Resume",
    "Retract",
    "Retrospect",
    "Survey",
    "Triage",
    "Unassign",
    "Unblock",
    "Unclose",
    "UnlinkIncident",
    "Unmerge",
    "Update",
    "Verify",
    "Watch",
    "Withdraw",
    "make",
]

BUILTIN: Mapping[str, type[Command]] = FrozenMap(
    {
        name: value
        for name, value in sorted(globals().items())
        if isinstance(value, type) and issubclass(value, Command) and value is not Command
    }
)
"""Every command of the library, by name."""


def make(name: str, data: Mapping[str, Any], known: Mapping[str, type[Command]] = BUILTIN) -> Command:
    """A command from its name and plain data, for example a decoded JSON object.

    Raises `InvalidInput` with the path of every unknown, missing or wrong field.
    """
    if name not in known:
        raise InvalidInput((Problem("command", repr(name), "one of " + ", ".join(known)),))
    check_depth(data, "data")
    return structure(known[name], data)
