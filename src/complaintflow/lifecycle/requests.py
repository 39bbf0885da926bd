"""What somebody asks a person to do, read from the request and from its approval."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow._validation.structure import structure
from complaintflow.commands import Approve, AskApproval, Command, Disapprove
from complaintflow.errors import InvalidInput, Refusal
from complaintflow.record.complaint import Complaint
from complaintflow.record.keys import parse_part

WAS_ERASED = Refusal.of("approved-by-another", Disapprove, case="erased")
IS_GONE = Refusal.of("approved-by-another", Disapprove, case="gone")
"""Nobody approves blindly, nor what nobody can do any more."""


def find_wanted(
    command: AskApproval | Approve, complaint: Complaint, known: Mapping[str, type[Command]]
) -> Command | None:
    """The command that is asked for or approved; None where there is no such request, and where it was erased.

    Raises `InvalidInput` for an unknown command, and for fields that do not fit.
    """
    if isinstance(command, AskApproval):
        return command.wanted(known)
    _, number = parse_part(command.request) or ("", 0)
    data = next((one.data for one in complaint.body.of(AskApproval)[number - 1 : number]), None)
    return structure(AskApproval, data).wanted(known) if data else None


def subject_of(command: AskApproval | Approve, complaint: Complaint, known: Mapping[str, type[Command]]) -> Command:
    """What the rules look at: the command that is asked for.

    Where nothing can be read, it is the request itself: the decision says why, to those who may know.
    """
    try:
        return find_wanted(command, complaint, known) or command
    except InvalidInput:
        return command
