"""Complaints and events one after the other: read some at a time, each time in a transaction of its own.

Whoever reads may take hours, and holds up nobody: neither a transaction nor a connection is held between two reads.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Page, Sort
from complaintflow.record.complaint import Complaint, Event

MANY = 200
"""So many are read at once."""
_LOG = logging.getLogger("complaintflow.desk")
_PARTS = ("after", "before", "limit")
_MOVING = (Sort.GRADE, Sort.DUE, Sort.WAITING)
"""The orders in which a complaint moves: it could move across the page that was read, and never come, or come twice."""


class _History(Protocol):
    def __call__(self, id: str, after: int, limit: int) -> tuple[Event, ...]: ...


def each_complaint(find: Callable[..., Page], wanted: Mapping[str, Any]) -> Iterator[Complaint]:
    """Every complaint on the pages of `find`. The first page is read at once. Raises `InvalidInput`."""
    wrong = [Problem(name, "a part of the pages", "nothing: all are read") for name in _PARTS if name in wanted]
    if wanted.get("sort") in _MOVING:
        wrong.append(Problem("sort", "an order in which complaints move", "oldest or newest"))
    if wrong:
        raise InvalidInput(tuple(wrong))
    return _all_pages(find, wanted, find(**wanted, limit=MANY))


def _all_pages(find: Callable[..., Page], wanted: Mapping[str, Any], page: Page) -> Iterator[Complaint]:
    while True:
        for one in page.unreadable:
            _LOG.error("a complaint is left out: %s", one)
        yield from page.complaints
        if page.next is None:
            return
        page = find(**wanted, limit=MANY, after=page.next)


def check_part(after: int, limit: int | None) -> None:
    """Raises `InvalidInput` unless a part of a history begins behind an event, or at the first, and has events."""
    found = (("after", after, 0), ("limit", 1 if limit is None else limit, 1))
    if wrong := [Problem(name, str(value), f"at least {least}") for name, value, least in found if value < least]:
        raise InvalidInput(tuple(wrong))


def each_event(history: _History, id: str, after: int) -> Iterator[Event]:
    """Every event behind this one. The first ones are read at once."""
    return _all_events(history, id, history(id, after, MANY))


def _all_events(history: _History, id: str, some: tuple[Event, ...]) -> Iterator[Event]:
    while some:
        yield from some
        some = history(id, some[-1].seq, MANY) if len(some) == MANY else ()
