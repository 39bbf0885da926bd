"""What is checked: one complaint as its history makes it, beside what the store keeps of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.errors import UnreadableRecord
from complaintflow.plugins import Session, Stored
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.history import Breach, Sealed, replay


@attrs.frozen(repr=False)
class Checkup:
    """What every check reads: one transaction, the policies in it, and the time (aware UTC).

    `channels` are the ways out that the desk has.
    """

    session: Session
    versions: PolicyVersions
    now: datetime
    key: bytes = b""
    channels: frozenset[str] = frozenset()

    def read(self, id: str) -> Subject | Breach:
        """The complaint, or what keeps it from being read."""
        history = self.session.history(id)
        try:
            with reading_complaint(id):
                stored, made = self.session.load(id), replay(id, history)
        except UnreadableRecord as error:
            why = f"cannot be read: {error.table} {error.key}, {error.cause}" if history else NOT_BOTH
            return Breach(id, len(history), why)
        if stored is None or not history:
            return Breach(id, len(history), NOT_BOTH)
        return Subject(id, history, stored, made)


NOT_BOTH = "has a snapshot or a history, but not both"


@attrs.frozen(slots=False)
class Subject:
    """A complaint that can be read: its history, what the store keeps of it, and what the history makes of it."""

    id: str
    history: tuple[Sealed, ...]
    stored: Stored
    made: Complaint

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Its events."""
        return tuple(one.event for one in self.history)

    @property
    def policies(self) -> Iterator[str]:
        """The digests of all policies that it was under."""
        return (str(event.changes["policy"]) for event in self.events if event.changes.get("policy"))

    def breach(self, what: str) -> Breach:
        """That something is wrong with it as it stands."""
        return Breach(self.id, self.made.version, what)
