"""Which command takes back a message that still waits."""

from __future__ import annotations

from complaintflow.commands import Recall
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Message, OutboxEntry
from complaintflow.record.keys import MessageKey


def recall_of(message: str | OutboxEntry | Message, reason: str) -> tuple[str, Recall]:
    """The id of the complaint, and the command for it. Raises `InvalidInput` for what is no key of a message."""
    letter = message.message if isinstance(message, OutboxEntry) else message
    given = letter if isinstance(letter, str) else letter.key
    try:
        key = MessageKey.parse(given)
    except ValueError:
        raise InvalidInput((Problem("message", repr(given), "the key of a message, like C-1/1/0/M3"),)) from None
    return key.complaint, Recall(key.message, reason)
