"""What is checked: one complaint as its history makes it, beside what the store keeps of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

import attrs
import msgspec

from complaintflow._validation.reading import reading_complaint
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.errors import SetAside, UnreadableRecord
from complaintflow.plugins import Session, Stored
from complaintflow.record.complaint import Complaint, Event, evolve, moment
from complaintflow.record.encrypted import is_encrypted
from complaintflow.record.history import Breach, Sealed
from complaintflow.sla.milestones import Change, Replay
from complaintflow.sla.timeline import recalled_in, replay_events


@attrs.frozen(repr=False, slots=False)
class Checkup:
    """What every check reads: one transaction, the policies in it, and the time (aware UTC).

    `channels` are the ways out that the desk has.
    """

    session: Session
    versions: PolicyVersions
    now: datetime
    key: bytes = b""
    channels: frozenset[str] = frozenset()

    @property
    def locked(self) -> bool:
        """Whether words lie encrypted, and the desk was opened without their keys."""
        return bool(getattr(self.session, "locked", False))

    @cached_property
    def unreadable_letters(self) -> tuple[SetAside, ...]:
        """What cannot be read of the outbox and of the dead letters, looked for once."""
        return self.session.unreadable_letters()

    def without_closed_words(self, id: str, history: tuple[Sealed, ...]) -> tuple[Sealed, ...]:
        """Its history; without its words where the root key that opens them is not given, or is another one.

        The commitments to them prove the chain by themselves. That they cannot be read is told when they are.
        """
        opens = getattr(self.session, "opens", None)
        return history if opens is None or opens(id) else tuple(map(_without_words, history))

    def read(self, id: str, history: tuple[Sealed, ...]) -> Subject | Breach:
        """The complaint with this history, or what keeps it from being read."""
        try:
            with reading_complaint(id):
                stored, events = self.session.load(id), tuple([one.event for one in history])
                made = evolve(Complaint.blank(id), events)
        except UnreadableRecord as error:
            return Breach(id, len(history), why_unread(error) if history else NOT_BOTH)
        if stored is None or not history:
            return Breach(id, len(history), NOT_BOTH)
        return Subject(id, history, stored, events, made)


def _without_words(event: Sealed) -> Sealed:
    return msgspec.structs.replace(event, data=None) if is_encrypted(event.data) else event


NOT_BOTH = "has a snapshot or a history, but not both"


def why_unread(error: UnreadableRecord) -> str:
    """What of a complaint cannot be read, and why."""
    return f"cannot be read: {error.table} {error.key}, {error.cause}"


@attrs.frozen(slots=False)
class Subject:
    """A complaint that can be read: its history, what the store keeps of it, and what the history makes of it."""

    id: str
    history: tuple[Sealed, ...]
    stored: Stored
    events: tuple[Event, ...]
    made: Complaint

    @cached_property
    def replayed(self) -> tuple[Replay, list[Change]]:
        """Its history, gone through once: clocks and counts both ask for the facts after each event."""
        return replay_events(Replay(), self.events, recalled_in(self.events))

    @property
    def changes(self) -> list[Change]:
        """What each of its events changed."""
        return self.replayed[1]

    @property
    def came_at(self) -> datetime:
        """When it came in: at its first event, or at the system from which it was imported."""
        origin = self.made.facts.imported
        return origin.received_at if origin else moment(self.history[0].at)

    @property
    def policies(self) -> Iterator[str]:
        """The digests of all policies that it was under."""
        return (str(event.changes["policy"]) for event in self.events if event.changes.get("policy"))

    @property
    def has_erased_words(self) -> bool:
        """Whether words of its history are erased."""
        return any(one.data is None for one in self.history)

    def breach(self, what: str) -> Breach:
        """That something is wrong with it as it stands."""
        return Breach(self.id, self.made.version, what)
