"""What the contract saves and sends: events with their snapshots, and messages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from complaintflow.commands import Note, Notify, Update
from complaintflow.plugins import CustomerMessage, Session, StaffMessage, Stored
from complaintflow.record.complaint import Event, encode_json
from complaintflow.record.history import GENESIS, Sealed, replay, seal
from complaintflow.record.keys import MessageKey, message_name
from complaintflow.testing.clock import MONDAY
from complaintflow.vocabulary import State

T0 = MONDAY
LEASED = T0 + timedelta(minutes=1)
HOUR = timedelta(hours=1)


def event(seq: int = 1, text: str = "说了 said", **facts: Any) -> Event:
    """A note, as it stands in a history."""
    state = str(facts.pop("state", State.RECEIVED))
    at = T0 + timedelta(seconds=seq)
    return Event(seq, at, "li", Note.__name__, encode_json({"text": text}), state, facts, ("life", "policy"))


def put(session: Session, id: str, *events: Event, received_at: timedelta = timedelta()) -> Stored:
    """Save these events after those that are there, and the snapshot that they make."""
    history = list(session.history(id))
    sealed: list[Sealed] = []
    for one in events or (event(),):
        previous = sealed[-1].link if sealed else history[-1].link if history else GENESIS
        sealed.append(seal(id, previous, one, bytes(16)))
    stored = Stored(replay(id, (*history, *sealed)), sealed[-1].link, T0 + received_at)
    session.save(stored, sealed)
    return stored


def _key(complaint: str, number: int) -> str:
    return str(MessageKey(complaint, 1, 0, message_name(number)))


def customer_message(number: int, complaint: str = "") -> CustomerMessage:
    """A message to the customer with this number, of a complaint of its own or of this one."""
    to = {"email": "li@example.com", "phone": "+86 1"}
    about = complaint or f"C-{number}"
    id, key = message_name(number), _key(about, number)
    return CustomerMessage(id, about, key, Notify.__name__, "app", "zh", "主题", "您好 😀", to)


def staff_message(number: int, complaint: str = "") -> StaffMessage:
    """A message to a team with this number, of a complaint of its own or of this one."""
    about = complaint or f"C-{number}"
    id, key = message_name(number), _key(about, number)
    return StaffMessage(id, about, key, Update.__name__, "team", ("payments",), "s", "t")
