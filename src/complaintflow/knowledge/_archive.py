"""What an index reads of the archive of a desk: only what changed, or all of it where nobody can say what did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import attrs

from complaintflow.errors import NotFound, Problem, SetAside, UnreadableRecord
from complaintflow.knowledge.articles import Article, article_of
from complaintflow.plugins import Changed, Page
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import State

PAGE = 500
"""Complaints that are read at once."""


class ArchiveDesk(Protocol):
    """What a desk is asked for its archive."""

    @property
    def states(self) -> Mapping[str, str]:
        """Every state that a complaint may be in, and the built-in one whose meaning it has."""
        ...

    def changed(self, since: str = "") -> Changed:
        """The complaints that changed since this cursor."""
        ...

    def get(self, id: str) -> Complaint:
        """A complaint as it stands."""
        ...

    def find(self, /, **wanted: Any) -> Page:
        """A page of complaints."""
        ...


@attrs.define
class ArchiveReading:
    """What was read: at which version each complaint is in the archive, what it tells, and which cannot be read.

    What is `known` was learnt at this version, and not read.
    """

    versions: dict[str, int] = attrs.field(factory=dict[str, int])
    articles: dict[str, Article] = attrs.field(factory=dict[str, Article], repr=False)
    unread: dict[str, Problem] = attrs.field(factory=dict[str, Problem], repr=False)
    known: set[str] = attrs.field(factory=set[str], repr=False)

    def read(self, complaint: Complaint) -> None:
        """Read the texts of one that is in the archive. One that cannot be read holds up no other."""
        try:
            article = article_of(complaint)
        except UnreadableRecord as error:
            self.leave_out(error.record, complaint.id)
            return
        self.versions[complaint.id] = complaint.version
        if article:
            self.articles[complaint.id] = article

    def leave_out(self, record: SetAside, id: str) -> None:
        """Name what cannot be read."""
        self.unread[id] = Problem(id, f"what cannot be read ({record.cause})", f"one that can be read: {record.remedy}")


def read_changed(desk: ArchiveDesk, ids: Iterable[str]) -> ArchiveReading:
    """Those of these complaints that are in the archive now; one that is gone is in no archive."""
    reading = ArchiveReading()
    for id in ids:
        try:
            complaint = desk.get(id)
        except NotFound:
            continue
        except UnreadableRecord as error:
            reading.leave_out(error.record, id)
            continue
        if complaint.stage == State.ARCHIVED:
            reading.read(complaint)
    return reading


def read_whole(desk: ArchiveDesk, learnt: Mapping[str, int]) -> ArchiveReading:
    """The whole archive. The texts stay unread of what was learnt at the version that it has now."""
    reading = ArchiveReading()
    archived = [name for name, stage in desk.states.items() if stage == State.ARCHIVED]
    page = desk.find(state=archived, limit=PAGE)
    while True:
        for record in page.unreadable:
            reading.leave_out(record, record.key)
        for complaint in (one for one in page.complaints if one.stage == State.ARCHIVED):
            if learnt.get(complaint.id) == complaint.version:
                reading.versions[complaint.id] = complaint.version
                reading.known.add(complaint.id)
            else:
                reading.read(complaint)
        if page.next is None:
            return reading
        page = desk.find(state=archived, limit=PAGE, after=page.next)
