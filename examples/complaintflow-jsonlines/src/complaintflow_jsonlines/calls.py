"""A transaction as a line of the file: the calls of its session that write, in their order.

A call is `{"do": the method, …}` with its arguments by name, in the types of the Protocol. Three calls differ: `save`
leaves the complaint out, since its events make it, and `enqueue` and `reschedule` tag the message with its kind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from inspect import signature
from typing import Any, Union, get_type_hints

import msgspec

from complaintflow.plugins import (
    CountsSeries,
    CustomerMessage,
    KeepsTree,
    Message,
    OutboxEntry,
    Searched,
    Session,
    StaffMessage,
    Stored,
)
from complaintflow.record import Sealed, replay

_NO_NEWS = Searched()


class ToCustomer(msgspec.Struct, frozen=True, tag_field="to", tag="customer"):
    message: CustomerMessage


class ToStaff(msgspec.Struct, frozen=True, tag_field="to", tag="staff"):
    message: StaffMessage


Tagged = ToCustomer | ToStaff
Counts = tuple[bytes, datetime | None]


def tag(message: Message) -> Tagged:
    return ToCustomer(message) if isinstance(message, CustomerMessage) else ToStaff(message)


class PlainSession:
    """A session whose arguments can be written as JSON."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def save(
        self,
        id: str,
        at: datetime,
        events: tuple[Sealed, ...],
        news: Searched = _NO_NEWS,
        counted: Counts = (b"", None),
    ) -> None:
        complaint = replay(id, (*self.session.history(id), *events))
        stored = Stored(complaint, events[-1].link, at, searched=news, counted=counted[0], counted_to=counted[1])
        self.session.save(stored, events)

    def enqueue(self, tagged: Tagged) -> None:
        self.session.enqueue(tagged.message)

    def reschedule(
        self, number: int, tagged: Tagged, attempts: int, until: datetime | None, why: str, mending: bool = False
    ) -> None:
        self.session.reschedule(OutboxEntry(number, tagged.message, attempts, until, why, mending))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.session, name)


def _define_call(name: str) -> Any:
    """The record of a call: its tag is the method, its fields are the arguments."""
    ports = (PlainSession, Session, KeepsTree, CountsSeries)
    method: Any = next(getattr(one, name) for one in ports if hasattr(one, name))
    types = get_type_hints(method)
    given = [one for one in signature(method).parameters.values() if one.name in types]
    fields = [(one.name, types[one.name], *([] if one.default is one.empty else [one.default])) for one in given]
    return msgspec.defstruct(name, fields, tag_field="do", tag=name, frozen=True)


NAMES = (
    "save enqueue claim remove reschedule note_sending schedule note_due due keep_policy keep_tiles remember tell_time "
    "recall file_in_series"
)
LEFT_OUT = {"erase", "keep_data_key", "check_no_keys", "counted_days"}
"""Nothing is taken out of a file that grows: words that were erased, their keys, sheets of days that changed."""
CALLS = {name: _define_call(name) for name in NAMES.split()}
LINE: Any = list[Union[tuple(CALLS.values())]]  # type: ignore[misc]  # noqa: UP007

_encode = msgspec.json.Encoder(enc_hook=dict).encode  # the tables in a message are read-only mappings
_decode = msgspec.json.Decoder(LINE, dec_hook=lambda _, value: value).decode


def encode_line(calls: Iterable[Any]) -> bytes:
    """The calls of one transaction as a line."""
    return _encode(calls) + b"\n"


def replay_line(line: bytes, session: Session) -> None:
    """Make the calls of the line again. Raises `msgspec.MsgspecError` for a line that holds no calls."""
    for call in _decode(line):
        _call(call, session)


def _call(call: Any, session: Session) -> Any:
    return getattr(PlainSession(session), type(call).__name__)(*msgspec.structs.astuple(call))


class RecordingSession:
    """A session that records the calls that write. It passes the others to the inner session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.calls: list[Any] = []

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        counted = (stored.counted, stored.counted_to)
        self._record("save", stored.complaint.id, stored.received_at, tuple(events), stored.searched, counted)

    def enqueue(self, message: Message) -> None:
        self._record("enqueue", tag(message))

    def reschedule(self, entry: OutboxEntry) -> None:
        how = (entry.attempts, entry.until, entry.why, entry.mending)
        self._record("reschedule", entry.number, tag(entry.message), *how)

    def recall(self, now: datetime, leases: datetime, waits: datetime) -> None:
        """Each delivery asks for it, and hardly ever there is anything: that is no line."""
        before = self._waiting()
        self._record("recall", now, leases, waits)
        if self._waiting() == before:
            self.calls.pop()

    def _waiting(self) -> object:
        """Until when each message and each complaint waits."""
        return self._session.entries(self._session.waiting()), self._session.next_checks(sys.maxsize)

    def __getattr__(self, name: str) -> Any:
        if name in LEFT_OUT:
            raise AttributeError(name)
        return partial(self._record, name) if name in CALLS else getattr(self._session, name)

    def _record(self, name: str, *given: Any, **named: Any) -> Any:
        call = CALLS[name](*given, **named)
        answer = _call(call, self._session)
        if answer != ():  # a claim that found nothing changed nothing
            self.calls.append(call)
        return answer
