"""Which command takes back a message that still waits, and which messages wait no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from complaintflow.commands import Recall
from complaintflow.desk.dispatch import is_new, receipts_of
from complaintflow.desk.returns import find_sent, letter_key
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Message, OutboxEntry, Session
from complaintflow.record.complaint import Complaint, Entry, Event
from complaintflow.record.facts import Facts
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


def handed_messages(
    session: Session, complaint: Complaint, messages: Iterable[str], events: Callable[[], tuple[Event, ...]]
) -> frozenset[str]:
    """Those of these messages that the outbox does not hold any more, or that a channel was given (R32).

    A channel is given a letter before the record tells of it.
    """
    letters = ((name, find_letter(session, complaint, name, events)) for name in messages)
    return frozenset(name for name, held in letters if not is_untouched(held) or _came_back(complaint.facts, name))


def _came_back(facts: Facts, message: str) -> bool:
    """Whether a channel was given it before: it is sent anew, or did not arrive on some way. No history is read."""
    return facts.sending(message) > 1 or any(one.message == message for one in facts.returned)


def waits(held: OutboxEntry | None, message: str, said: Iterable[Entry]) -> bool:
    """Whether the letter still waits, and no channel was ever given it: then none can come back."""
    return is_untouched(held) and not receipts_of(message, said)


def is_untouched(held: OutboxEntry | None) -> bool:
    """Whether the outbox holds the letter, and no channel was given it from there."""
    return held is not None and not held.dead and is_new(held)


def find_letter(
    session: Session, complaint: Complaint, message: str, events: Callable[[], tuple[Event, ...]]
) -> OutboxEntry | None:
    """The letter, if the outbox holds it. The history is read only for one of an earlier cycle, to know its fix."""
    id, cycle = complaint.id, complaint.cycle
    for fix in range(cycle.fix + 1):
        if held := session.find_message(str(MessageKey(id, cycle.number, fix, message))):
            return held
    if cycle.number == 1:
        return None
    history = events()
    sent = find_sent(history, message)
    return session.find_message(str(letter_key(id, history, sent))) if sent else None
