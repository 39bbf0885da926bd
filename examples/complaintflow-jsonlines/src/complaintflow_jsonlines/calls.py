"""What a transaction changes, as a line of the file: the calls of its session that write, in their order.

A call is `{"do": the method, …}` with its arguments by name, of the types that the Protocol names. Three are spelled
otherwise: a complaint is made by its events, so it need not stand there, and a message needs a tag for its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Union, get_type_hints

import msgspec

from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, Session, StaffMessage, Stored
from complaintflow.record import Sealed, replay

__all__ = ["Writer", "do_again", "line_of"]


class ToCustomer(msgspec.Struct, frozen=True, tag_field="to", tag="customer"):
    message: CustomerMessage


class ToStaff(msgspec.Struct, frozen=True, tag_field="to", tag="staff"):
    message: StaffMessage


def post(message: Message) -> ToCustomer | ToStaff:
    return ToCustomer(message) if isinstance(message, CustomerMessage) else ToStaff(message)


class Spelled:
    """A session whose calls can be written down."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def save(self, id: str, received_at: datetime, events: tuple[Sealed, ...]) -> None:
        complaint = replay(id, (*self.session.history(id), *events))
        self.session.save(Stored(complaint, events[-1].link, received_at), events)

    def enqueue(self, post: ToCustomer | ToStaff) -> None:
        self.session.enqueue(post.message)

    def reschedule(
        self, number: int, post: ToCustomer | ToStaff, attempts: int, until: datetime | None, why: str
    ) -> None:
        self.session.reschedule(OutboxEntry(number, post.message, attempts, until, why))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.session, name)


def _call(name: str) -> Any:
    """The record of a call: its tag is the method, its fields are the arguments."""
    types = get_type_hints(getattr(Spelled, name, getattr(Session, name)))
    del types["return"]
    return msgspec.defstruct(name, list(types.items()), tag_field="do", tag=name, frozen=True)


WRITING = "save enqueue claim remove reschedule note_sending schedule due keep_policy remember"
CALLS = {name: _call(name) for name in WRITING.split()}
LINE: Any = list[Union[tuple(CALLS.values())]]  # type: ignore[misc]  # noqa: UP007

_encode = msgspec.json.Encoder(enc_hook=dict).encode  # the tables in a message are read-only mappings
_decode = msgspec.json.Decoder(LINE, dec_hook=lambda _, value: value).decode


def line_of(calls: Iterable[Any]) -> bytes:
    """The calls of one transaction as a line."""
    return _encode(calls) + b"\n"


def do_again(line: bytes, session: Session) -> None:
    """Do what the line says. Raises `msgspec.MsgspecError` when it says nothing that could be done."""
    for call in _decode(line):
        _done(call, session)


def _done(call: Any, session: Session) -> Any:
    return getattr(Spelled(session), type(call).__name__)(*msgspec.structs.astuple(call))


class Writer:
    """A session that keeps its calls that write. The others go to the inner session as they are."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.calls: list[Any] = []

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        self._does("save", stored.complaint.id, stored.received_at, tuple(events))

    def enqueue(self, message: Message) -> None:
        self._does("enqueue", post(message))

    def reschedule(self, entry: OutboxEntry) -> None:
        self._does("reschedule", entry.number, post(entry.message), entry.attempts, entry.until, entry.why)

    def __getattr__(self, name: str) -> Any:
        return partial(self._does, name) if name in CALLS else getattr(self._session, name)

    def _does(self, name: str, *given: Any, **named: Any) -> Any:
        call = CALLS[name](*given, **named)
        answer = _done(call, self._session)
        if answer != ():  # who looked for what is due and found nothing changed nothing
            self.calls.append(call)
        return answer
