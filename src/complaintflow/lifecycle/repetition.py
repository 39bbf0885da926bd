"""R16: whether a text tells the customer once more what was told last.

The texts are compared themselves, and no digest of them is kept: after an erasure nobody can confirm a guess.
"""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.commands import Command, make
from complaintflow.errors import InvalidInput, UnreadableRecord
from complaintflow.record.complaint import Complaint


def last_words(complaint: Complaint, known: Mapping[str, type[Command]]) -> str:
    """What the customer was told last; blank when that is nothing, was erased, or cannot be read any more."""
    told = complaint.facts.last_told
    entry = complaint.body[told - 1] if 0 < told <= len(complaint.body) else None
    try:
        return make(entry.kind, entry.data, known).customer_text() if entry and entry.data else ""
    except (InvalidInput, UnreadableRecord):
        return ""


def repeats(command: Command, told: str) -> bool:
    """Whether the customer was told just this; white space and letter case do not count."""
    return bool(told) and _fold(command.customer_text()) == _fold(told)


def _fold(text: str) -> list[str]:
    return text.casefold().split()
