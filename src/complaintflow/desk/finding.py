"""What the desk finds in a store: complaints page by page, all events of one, and all letters.

A complaint that cannot be read is named and left out, and holds up no other.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow.errors import UnreadableRecord
from complaintflow.plugins import Complaints, OutboxEntry, Page, Query, Session
from complaintflow.record.complaint import Complaint, Event

_LOG = logging.getLogger("complaintflow.desk")
_PAGE = 200
"""So many complaints or letters are read at once."""


def find_page(session: Complaints, query: Query) -> Page:
    """What fits the query. What is left out, since it cannot be read, is logged by its name."""
    return _logged(session.find(query))


def find_pages(session: Complaints, query: Query) -> Iterator[Page]:
    """Everything that fits the query, page by page; whoever stops reading loads no further page."""
    after: int | None = query.after
    while after is not None:
        page = session.find(attrs.evolve(query, after=after, limit=_PAGE))
        yield page
        after = page.next


def find_all(session: Complaints, query: Query) -> Iterator[Complaint]:
    """Everything that fits the query and can be read. What is left out is logged by its name."""
    for page in find_pages(session, query):
        yield from _logged(page).complaints


def _logged(page: Page) -> Page:
    for one in page.unreadable:
        _LOG.error("a complaint is left out: %s", one)
    return page


def find_whole(session: Complaints, query: Query) -> Iterator[Complaint]:
    """Everything that fits the query and whose texts can be read, which the others hold up in nothing."""
    for one in find_all(session, query):
        try:
            with reading_complaint(one.id):
                _read_texts(one)
        except UnreadableRecord as error:
            _LOG.error("a complaint is left out: %s", error)
        else:
            yield one


def _read_texts(complaint: Complaint) -> tuple[tuple[datetime, Mapping[str, Any]], ...]:
    """Times and data of its events, which are decoded when they are read."""
    return tuple((entry.at, entry.data) for entry in complaint.body)


def load_events(session: Complaints, id: str) -> tuple[Event, ...]:
    """The events of a complaint, with their data. Raises `UnreadableRecord`."""
    with reading_complaint(id):
        events = tuple(sealed.event for sealed in session.history(id))
        for event in events:
            len(event.data)  # it is decoded here
    return events


def find_letters(session: Session, *, dead: bool = False) -> Iterator[OutboxEntry]:
    """Every letter that waits, or every dead one, that can be read; the oldest first."""
    after = 0
    while page := session.entries(_PAGE, after, dead=dead):
        yield from page
        after = page[-1].number
