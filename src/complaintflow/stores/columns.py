"""What the tables of complaints have beside the facts, in every store with tables: columns, and how they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from complaintflow.insight.batches import Sighting, is_apart, proposed_for
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.record.complaint import AT_ONCE, microseconds, moment
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import OPEN

PLACE = (
    *("state", "team", "owner", "type", "area", "order_no", "incident", "proposed", "apart"),
    *("rank", "ended", "waits_since", "closed_at"),
)
"""The columns that indexes have."""

SIGHTING = "id, received_at, type, area, customer, state, incident, proposed, apart"
"""The columns of what a search for batches sees (R12)."""

_LATEST = datetime.max.replace(tzinfo=UTC)


def place_of(facts: Facts) -> tuple[object, ...]:
    """Where the indexes have a complaint: the values of `PLACE`."""
    batch = (facts.incident, proposed_for(facts), is_apart(facts))
    waits_since = microseconds(facts.waits_since) if facts.waits_since else NEVER
    closed_at = facts.closed_at and microseconds(facts.closed_at)
    lists = (facts.rank, facts.state not in OPEN, waits_since, closed_at)
    return facts.state, facts.team, facts.owner, facts.type, facts.area, facts.order, *batch, *lists


def sightings(rows: Iterable[Any]) -> Iterator[Sighting]:
    """What the rows show. One whose id or customer cannot be read shows nothing; a query names it."""
    for id, received_at, type, area, customer, state, incident, proposed, apart in rows:
        if is_text(id) and is_text(customer):
            yield Sighting(id, moment(received_at), type, area, customer, state, incident, proposed, bool(apart))


def is_text(text: str) -> bool:
    """Whether it is stored as a text that can be read."""
    return text.isascii() or not any("\udc80" <= one <= "\udcff" for one in text)


def named(id: str) -> str:
    """An id as it can be said, also where its bytes are damaged."""
    return id if is_text(id) else id.encode(errors="backslashreplace").decode()


def clamped_moment(at: int) -> datetime:
    """A time that is stored, or the earliest or latest one where no time is stored so."""
    try:
        return max(moment(at), AT_ONCE)
    except OverflowError:
        return _LATEST if at > 0 else AT_ONCE
