"""What a transaction can change, as records: each can be done to a session, and stands in a line of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from complaintflow.history import Sealed, replay
from complaintflow.plugins import CustomerMessage, Letter, Message, Queued, Remembered, Session, StaffMessage, Stored

__all__ = ["Changes", "Writer", "line_of", "read_line"]


class Change(msgspec.Struct, frozen=True, tag_field="do"):
    """A call of a session that writes: the tag is the method, the fields are its arguments."""

    def on(self, session: Session) -> Any:
        """Call it, and give what the session gives."""
        return getattr(session, str(self.__struct_config__.tag))(*msgspec.structs.astuple(self))


class Save(Change, frozen=True, tag="save"):
    """The snapshot is not written down: the events make it."""

    id: str
    received_at: datetime
    events: tuple[Sealed, ...]

    def on(self, session: Session) -> None:
        complaint = replay(self.id, (*session.history(self.id), *self.events))
        session.save(Stored(complaint, self.events[-1].link, self.received_at), self.events)


class Post(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message of one of the two kinds, kept apart by name."""

    customer: CustomerMessage | None = None
    staff: StaffMessage | None = None

    @classmethod
    def of(cls, message: Message) -> Post:
        return cls(customer=message) if isinstance(message, CustomerMessage) else cls(staff=message)

    @property
    def message(self) -> Message:
        message = self.customer or self.staff
        if message is None:
            raise msgspec.ValidationError("a message is neither to a customer nor to staff")
        return message


class Enqueue(Change, frozen=True, tag="enqueue"):
    post: Post

    def on(self, session: Session) -> None:
        session.enqueue(self.post.message)


class PutBack(Change, frozen=True, tag="put_back"):
    number: int
    post: Post
    attempts: int
    until: datetime | None
    why: str

    def on(self, session: Session) -> None:
        session.put_back(Letter(Queued(self.number, self.post.message, self.attempts), self.until, self.why))


class Claim(Change, frozen=True, tag="claim"):
    limit: int
    now: datetime
    until: datetime


class Settle(Change, frozen=True, tag="settle"):
    number: int


class NoteSending(Change, frozen=True, tag="note_sending"):
    recipient: str
    at: datetime


class LookAt(Change, frozen=True, tag="look_at"):
    id: str
    when: datetime | None


class Due(Change, frozen=True, tag="due"):
    limit: int
    now: datetime
    until: datetime


class KeepPolicy(Change, frozen=True, tag="keep_policy"):
    digest: str
    document: bytes


class Remember(Change, frozen=True, tag="remember"):
    key: str
    what: Remembered


Changes = list[Save | Enqueue | PutBack | Claim | Settle | NoteSending | LookAt | Due | KeepPolicy | Remember]

_encode = msgspec.json.Encoder(enc_hook=dict).encode  # the tables in a message are read-only mappings
_decode = msgspec.json.Decoder(Changes, dec_hook=lambda _, value: value).decode


def line_of(changes: Changes) -> bytes:
    """The changes of one transaction as a line."""
    return _encode(changes) + b"\n"


def read_line(line: bytes) -> Changes:
    """The changes in a line. Raises `msgspec.MsgspecError`."""
    return _decode(line)


class Writer:
    """A session that lists what it changes. What only reads goes to the inner session as it is."""

    PLAIN = (Claim, Settle, NoteSending, LookAt, Due, KeepPolicy, Remember)

    def __init__(self, session: Session) -> None:
        self._session = session
        self._plain: dict[str, Callable[..., Any]] = {str(kind.__struct_config__.tag): kind for kind in self.PLAIN}
        self.changes: Changes = []

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        self._does(Save(stored.complaint.id, stored.received_at, tuple(events)))

    def enqueue(self, message: Message) -> None:
        self._does(Enqueue(Post.of(message)))

    def put_back(self, letter: Letter) -> None:
        queued = letter.queued
        self._does(PutBack(queued.number, Post.of(queued.message), queued.attempts, letter.until, letter.why))

    def __getattr__(self, name: str) -> Any:
        change = self._plain.get(name)
        return getattr(self._session, name) if change is None else lambda *given: self._does(change(*given))

    def _does(self, change: Any) -> Any:
        done = change.on(self._session)
        self.changes.append(change)
        return done
