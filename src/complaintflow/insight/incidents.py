"""R12: an incident as its complaints tell it: who is in it, which news each customer was told, and who was not. Pure.

An incident is no record of its own: it is what is linked to it. So it cannot differ from its complaints, and each of
them is verified, confirmed and closed by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from complaintflow.commands import Update
from complaintflow.errors import Refusal, SetAside
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.keys import message_name
from complaintflow.vocabulary import OPEN, Grade


@attrs.frozen
class IncidentMember:
    """One complaint of an incident, with the names of the news of the incident that its customer was told.

    `state` is the built-in one whose meaning its state has. What is `sent` is not proved to have arrived yet; what is
    `missing` others were told and this customer was not.
    """

    id: str
    state: str
    grade: Grade | None
    told: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still is handled."""
        return self.state in OPEN


@attrs.frozen
class Incident:
    """An incident with its complaints in the order in which they came in, and its news in that of the first telling."""

    name: str
    members: tuple[IncidentMember, ...] = ()
    news: tuple[str, ...] = ()

    @property
    def not_told(self) -> tuple[str, ...]:
        """The open complaints whose customers lack some of the news."""
        return tuple(one.id for one in self.members if one.open and one.missing)


@attrs.frozen
class NotTold:
    """A complaint whose customer was not told, and every reason why."""

    id: str
    refusals: tuple[Refusal, ...]


@attrs.frozen
class IncidentNews:
    """Who was told the news of an incident, also by an earlier call with this name, and whom the rules refuse.

    `unreadable` are the open complaints that cannot be read.
    """

    told: tuple[str, ...] = ()
    refused: tuple[NotTold, ...] = ()
    unreadable: tuple[SetAside, ...] = ()


def incident_of(name: str, members: Iterable[tuple[Complaint, Sequence[Event]]]) -> Incident:
    """The incident that these complaints, each with its events, are linked to."""
    sent = [(complaint, dict(_news_of(events, name))) for complaint, events in members]
    begun: dict[str, Event] = {}
    for _, theirs in sent:
        for news, event in theirs.items():
            if news not in begun or event.at < begun[news].at:
                begun[news] = event
    every = tuple(sorted(begun, key=lambda news: (begun[news].at, news)))
    return Incident(name, tuple(_member(complaint, theirs, every) for complaint, theirs in sent), every)


def news_name(incident: str, news: str) -> str:
    """What an `Update` says that it tells: the incident and its news, of which neither ends within the other."""
    return f"{len(incident)}:{incident}:{news}"


def _news_of(events: Iterable[Event], incident: str) -> Iterator[tuple[str, Event]]:
    begin = news_name(incident, "")
    for event in events:
        told = str(event.data.get("news") or "") if event.is_a(Update) else ""
        if told.startswith(begin):
            yield told.removeprefix(begin), event


def _member(complaint: Complaint, theirs: dict[str, Event], every: tuple[str, ...]) -> IncidentMember:
    unproved = complaint.facts.unproved
    waiting = {news for news, event in theirs.items() if message_name(event.changes["messages"]) in unproved}
    return IncidentMember(
        complaint.id,
        complaint.stage,
        complaint.grade,
        tuple(news for news in every if news in theirs and news not in waiting),
        tuple(news for news in every if news in waiting),
        tuple(news for news in every if news not in theirs),
    )
