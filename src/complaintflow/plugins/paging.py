"""The pages of a list, for authors of stores: a store walks through places, and this makes pages of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from complaintflow.errors import SetAside, UnreadableRecord
from complaintflow.plugins.ports.lists import Page, Place, Query, Sort
from complaintflow.record.complaint import Complaint

Walk = Callable[[Place | None, bool, int], Iterator[Place]]
"""Gives at least so many of the places behind this one in ascending order, or, when it goes down, before it in
descending order; from an end of the list where there is none."""


class Sheet(NamedTuple):
    """The places of a page in their order, and the cursors of the next page and of the previous one."""

    places: list[Place]
    next: str | None
    previous: str | None

    def read(self, find: Callable[[int], Complaint]) -> Page:
        """The page of the complaints that `find` gives for their numbers. What cannot be read is named in it."""
        complaints: list[Complaint] = []
        unreadable: list[SetAside] = []
        for *_, number in self.places:
            try:
                complaints.append(find(number))
            except UnreadableRecord as error:
                unreadable.append(error.record)
        return Page(tuple(complaints), self.next, self.previous, tuple(unreadable))


def sheet_of(query: Query, walk: Walk) -> Sheet:
    """The page that the query asks for. Raises `InvalidInput` for a cursor that is none of its own."""
    start, back = query.start()
    down = back != (query.sort is Sort.NEWEST)
    found = list(islice(walk(start, down, query.limit + 1), query.limit + 1))
    shown, more = found[: query.limit], len(found) > query.limit
    edge = shown[0] if shown else _beyond(start, down=down)
    ahead = edge is not None and start is not None and next(walk(edge, not down, 1), None) is not None
    shown = shown[::-1] if back else shown
    after, before = (ahead, more) if back else (more, ahead)
    first, last = (shown[0], shown[-1]) if shown else (edge, edge)
    return Sheet(
        shown,
        query.cursor(last) if after and last else None,
        query.cursor(first) if before and first else None,
    )


def _beyond(place: Place | None, *, down: bool) -> Place | None:
    """Just beyond this place, so that who turns back there finds it, too."""
    return (*place[:-1], place[-1] + (-1 if down else 1)) if place else None
