"""What is on record, in the order in which it happened, and what of it people and the world outside did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from heapq import heappop, heappush
from typing import Any, NamedTuple

import attrs

from complaintflow._validation.structure import structure
from complaintflow.commands import (
    Absorb,
    AddTask,
    Approve,
    CancelTask,
    Close,
    Command,
    ComplainAgain,
    Decline,
    Erase,
    Escalate,
    LinkIncident,
    Migrate,
    MissDeadline,
    Release,
    Remind,
    Unclose,
    Watch,
)
from complaintflow.desk.finding import find_all, load_events
from complaintflow.desk.unit_of_work import UnitsOfWork
from complaintflow.errors import InvalidInput, Problem, UnreadableRecord
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Query
from complaintflow.record.complaint import Event
from complaintflow.sla.milestones import kinds
from complaintflow.vocabulary import SYSTEM

FOLLOWING = kinds(
    Absorb, AddTask, CancelTask, Close, ComplainAgain, Decline, Escalate, LinkIncident, MissDeadline, Release, Remind,
    Unclose, Watch,
)  # fmt: skip
"""What the desk itself asks for, as the system, because of a clock, a rule or another record: it follows anew."""

_OF_THE_HOUSE = kinds(Erase, Migrate)
"""What the house did with its records, and not with the complaint."""


@attrs.frozen
class Recorded:
    """One event of one complaint, and the event before it there."""

    complaint: str
    event: Event
    before: Event | None

    @property
    def is_told(self) -> bool:
        """Whether somebody did it, so that it is told again; what an approval approves comes with the approval."""
        event, before = self.event, self.before
        if event.kind in _OF_THE_HOUSE or _follows(event):
            return False
        return not (before and before.is_a(Approve) and (before.at, before.by) == (event.at, event.by))


def _follows(event: Event) -> bool:
    """Whether the desk asked for it. A named part of the system is the house's own; so is a closing without the
    silence that a clock gives as evidence."""
    if event.by != SYSTEM or event.kind not in FOLLOWING:
        return False
    return not event.is_a(Close) or bool(event.data.get("evidence"))


@attrs.define
class Record:
    """The record of a desk up to a time. `told` are the complaints in it, `left_out` those that nobody can tell again,
    since words of them are erased or damaged."""

    units: UnitsOfWork
    until: datetime
    told: list[str] = attrs.field(factory=list[str])
    left_out: list[str] = attrs.field(factory=list[str])

    def __iter__(self) -> Iterator[Recorded]:
        """All events in the order of their times. The events of a complaint are read when it comes in."""
        waiting = list[_Waiting]()
        for number, (came_in, id) in enumerate(self._complaints()):
            while waiting and waiting[0].at < came_in:
                yield _take_first(waiting)
            if events := self._events(id):
                self.told.append(id)
                heappush(waiting, _Waiting(events[0].at, number, 0, id, events))
        while waiting:
            yield _take_first(waiting)

    def _complaints(self) -> list[tuple[datetime, str]]:
        """When each came in, here or at another system, and its id."""
        with self.units.reading() as session:
            found = [(one.received_at, one.id, one.facts.erased) for one in find_all(session, Query())]
        self.left_out += (id for _, id, erased in found if erased)
        return sorted((came_in, id) for came_in, id, erased in found if not erased)

    def _events(self, id: str) -> tuple[Event, ...]:
        """Its events up to the end; none where one cannot be read."""
        try:
            with self.units.reading() as session:
                return tuple(event for event in load_events(session, id) if event.at <= self.until)
        except UnreadableRecord:
            self.left_out.append(id)
            return ()


class _Waiting(NamedTuple):
    """The next event of a complaint: when it happened, and its place among its events."""

    at: datetime
    number: int
    place: int
    complaint: str
    events: tuple[Event, ...]


def command_of(kind: str, data: Mapping[str, Any], rules: Lifecycle) -> Command:
    """What was asked for. Raises `InvalidInput` where the rules do not know the command, or its fields."""
    known = rules.commands.get(kind)
    if known is None:
        raise InvalidInput((Problem("command", kind, "a command of the lifecycle"),))
    return structure(known, data)


def _take_first(waiting: list[_Waiting]) -> Recorded:
    """Take the earliest event; the one after it in its complaint waits then."""
    first = heappop(waiting)
    events, place = first.events, first.place
    if place + 1 < len(events):
        heappush(waiting, first._replace(at=events[place + 1].at, place=place + 1))
    return Recorded(first.complaint, events[place], events[place - 1] if place else None)
