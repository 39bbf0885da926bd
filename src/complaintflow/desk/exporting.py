"""Everything that is held about a customer, for who asks to see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

import attrs

from complaintflow.desk.erasing import complaints_of
from complaintflow.desk.finding import find_letters, load_events
from complaintflow.errors import SetAside
from complaintflow.plugins import OutboxEntry, Session
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.keys import MessageKey


@attrs.frozen
class HeldRecord:
    """A complaint with all its events, and the letters about it that wait or are dead."""

    complaint: Complaint
    events: tuple[Event, ...]
    letters: tuple[OutboxEntry, ...] = ()


@attrs.frozen
class Export:
    """Everything that is held about a customer at this time. `unreadable` names what cannot be read of it."""

    customer: str
    at: datetime
    records: tuple[HeldRecord, ...] = ()
    unreadable: tuple[SetAside, ...] = ()


def export(session: Session, customer: str, at: datetime) -> Export:
    """All complaints of the customer, the oldest first. Raises `InvalidInput` for no customer, `UnreadableRecord`."""
    complaints, unread = complaints_of(session, customer)
    ids = {one.id for one in complaints}
    letters = _letters(session, ids)
    unread += _unread_letters(session, ids.union(one.key for one in unread))
    for one in complaints:
        iter(one.body)  # it is read here, and not when somebody looks at it
    records = (HeldRecord(one, load_events(session, one.id), tuple(letters.get(one.id, ()))) for one in complaints)
    return Export(customer, at, tuple(records), tuple(unread))


def _letters(session: Session, ids: set[str]) -> dict[str, list[OutboxEntry]]:
    found: dict[str, list[OutboxEntry]] = {}
    every: Iterator[OutboxEntry] = chain(find_letters(session), find_letters(session, dead=True))
    for letter in every:
        if letter.message.complaint in ids:
            found.setdefault(letter.message.complaint, []).append(letter)
    return found


def _unread_letters(session: Session, ids: set[str]) -> Iterator[SetAside]:
    """The letters about them that cannot be read, by their keys; and those without a key, which may be theirs."""
    return (
        one for one in session.unreadable_letters() if not one.about or MessageKey.guess(one.about).complaint in ids
    )
