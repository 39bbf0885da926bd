"""Everything that is held about a customer, for who asks to see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

import attrs

from complaintflow.desk.erasing import CustomerNamed
from complaintflow.desk.finding import find_letters, find_pages, load_events
from complaintflow.errors import SetAside
from complaintflow.plugins import OutboxEntry, Query, Session
from complaintflow.record.complaint import Complaint, Event


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
    pages = list(find_pages(session, Query(customer=CustomerNamed(customer).customer)))
    complaints = [one for page in pages for one in page.complaints]
    letters = _letters(session, {one.id for one in complaints})
    for one in complaints:
        iter(one.body)  # it is read here, and not when somebody looks at it
    records = (HeldRecord(one, load_events(session, one.id), tuple(letters.get(one.id, ()))) for one in complaints)
    return Export(customer, at, tuple(records), tuple(one for page in pages for one in page.unreadable))


def _letters(session: Session, ids: set[str]) -> dict[str, list[OutboxEntry]]:
    found: dict[str, list[OutboxEntry]] = {}
    every: Iterator[OutboxEntry] = chain(find_letters(session), find_letters(session, dead=True))
    for letter in every:
        if letter.message.complaint in ids:
            found.setdefault(letter.message.complaint, []).append(letter)
    return found
