"""R12: batches, the same problem from many customers. Pure.

A batch is what came in with one type and area from so many customers within a window. It leads to an incident: the
policy says whether a tick makes one or proposes it to the lead. Everything in an incident has at least grade A.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby

import attrs

from complaintflow.commands import Command, LinkIncident, Remind
from complaintflow.policy.policy import Batches
from complaintflow.record.facts import Facts
from complaintflow.record.keys import BatchKey, LevelKey
from complaintflow.vocabulary import ENDS, OPEN, Audience, in_language

LEAD = "lead"
"""Who decides whether a batch is an incident."""


@attrs.frozen
class Sighting:
    """One complaint as the search for batches sees it: its id, when it came in (aware UTC), and its facts."""

    id: str
    received_at: datetime
    facts: Facts

    @property
    def proposed(self) -> bool:
        """Whether it was proposed for an incident."""
        return any(isinstance(LevelKey.parse(about).subject, BatchKey) for about in self.facts.reminded)


@attrs.frozen
class Batch:
    """Complaints that belong together. `incident` names the one that some are linked to, or a new one."""

    type: str
    area: str
    sightings: tuple[Sighting, ...]
    incident: str
    customers: int

    @property
    def ids(self) -> tuple[str, ...]:
        """All complaints in it, in the order in which they came in."""
        return tuple(one.id for one in self.sightings)

    @property
    def unlinked(self) -> tuple[str, ...]:
        """Those that are open and linked to no incident."""
        return tuple(one.id for one in self.sightings if not one.facts.incident and one.facts.state in OPEN)

    @property
    def key(self) -> BatchKey:
        """What a proposal of it is about."""
        return BatchKey(self.incident)

    @property
    def linked(self) -> bool:
        """Whether a part of it belongs to an incident already."""
        return any(one.facts.incident for one in self.sightings)


def batch_around(seen: Iterable[Sighting], id: str, rule: Batches) -> Batch | None:
    """The batch that this complaint is in, or None; of several windows the one with the most customers."""
    alike = _countable(seen)
    mine = next((one for one in alike if one.id == id), None)
    if mine is None:
        return None
    windows = [_within(alike, first.received_at, rule.within) for first in alike]
    largest = max((window for window in windows if mine in window), key=_customers)
    return _batch(largest) if _customers(largest) >= rule.customers else None


def batches(seen: Iterable[Sighting], rule: Batches) -> Iterator[Batch]:
    """Every batch among these, by type and area; of each the window with the most customers."""
    typed = [one for one in _countable(seen) if one.facts.type and one.facts.area]
    for _, group in groupby(sorted(typed, key=_problem), key=_problem):
        alike = _countable(group)
        largest = max((_within(alike, first.received_at, rule.within) for first in alike), key=_customers)
        if _customers(largest) >= rule.customers:
            yield _batch(largest)


def batch_commands(batch: Batch, rule: Batches, language: str = "zh") -> Iterator[tuple[str, Command]]:
    """The commands that a batch asks for, each with its complaint.

    Each complaint is linked; or, where a person decides, the lead is told in this language: once for the batch, and
    once for each complaint that comes later to an incident.
    """
    if rule.makes:
        yield from ((id, LinkIncident(batch.incident)) for id in batch.unlinked)
    elif batch.linked:
        told = {one.id for one in batch.sightings if one.proposed}
        yield from ((id, _proposal(batch, _BELONGS, language)) for id in batch.unlinked if id not in told)
    elif not any(one.proposed for one in batch.sightings):
        yield from ((id, _proposal(batch, _PROPOSED, language)) for id in batch.unlinked[:1])


_BELONGS = ("属于事件 {incident}?", "Does it belong to incident {incident}?")
_PROPOSED = (
    "{customers} 位客户在 {begin}–{end} 反映同一问题({type}-{area}):是否建立事件 {incident}?",
    "{customers} customers came with the same problem ({type}-{area}), {begin} to {end}: is it incident {incident}?",
)


def _proposal(batch: Batch, texts: tuple[str, str], language: str) -> Remind:
    begin, end = batch.sightings[0].received_at, batch.sightings[-1].received_at
    said = in_language(language, texts).format(
        customers=batch.customers,
        begin=f"{begin:%m-%d %H:%M}",
        end=f"{end:%H:%M} UTC",
        type=batch.type,
        area=batch.area,
        incident=batch.incident,
    )
    return Remind(said, Audience.TEAM, str(batch.key), (LEAD,))


def _problem(one: Sighting) -> tuple[str, str]:
    return one.facts.type, one.facts.area


def _countable(seen: Iterable[Sighting]) -> list[Sighting]:
    """The sightings that count, in the order of their receipt: not what was withdrawn, declined or merged, and not what
    a person took out of an incident."""
    counted = (one for one in seen if one.facts.state not in ENDS and (one.facts.incident or not one.facts.unlinked))
    return sorted(counted, key=lambda one: (one.received_at, one.id))


def _within(alike: list[Sighting], begin: datetime, length: timedelta) -> tuple[Sighting, ...]:
    return tuple(one for one in alike if begin <= one.received_at <= begin + length)


def _customers(window: tuple[Sighting, ...]) -> int:
    return len({one.facts.customer for one in window})


def _batch(window: tuple[Sighting, ...]) -> Batch:
    linked = (one.facts.incident for one in window if one.facts.incident)
    type, area = _problem(window[0])
    return Batch(type, area, window, next(linked, f"I-{window[0].id}"), _customers(window))
