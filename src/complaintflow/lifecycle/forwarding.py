"""What a merged complaint passes on to the one into which it was merged."""

from __future__ import annotations

from complaintflow.commands import AddEvidence, Answer, Command, Hear
from complaintflow.values import Actor

PASSED_ON = (Hear, Answer, AddEvidence)
"""The commands of which some are passed on."""


def passes_on(command: type[Command], by: Actor) -> bool:
    """Whether a merged complaint passes this command of the actor on to its target: what comes from the customer."""
    return issubclass(command, Hear | Answer) or (issubclass(command, AddEvidence) and by.is_customer)
