"""Taking the words of a complaint out of the store, in the transaction that puts this on record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import attrs
import msgspec

from complaintflow.commands import Erase
from complaintflow.errors import StoreError
from complaintflow.plugins import Erases, Session
from complaintflow.record.complaint import Body, Complaint, Entry, Event
from complaintflow.record.history import Sealed


def forget(session: Session, complaint: Complaint) -> Complaint:
    """Take the words of all its events. Gives the complaint as it stands without them."""
    taking = taking_words(session)
    taking.erase(complaint.id, events_with_words(session, complaint.id))
    stored = session.load(complaint.id)
    return stored.complaint if stored else complaint


def without_texts(complaint: Complaint) -> Complaint:
    """The complaint in memory as it stands once its words are taken: whoever is answered with it keeps none."""
    entries = (Entry(one.seq, one.at, one.by, one.kind, _left_of(one)) for one in complaint.body)
    return attrs.evolve(complaint, body=Body(tuple(entries)), card=b"")


def wordless(event: Event) -> Event:
    """The event as it stands once its words are taken."""
    return event if event.is_a(Erase) else msgspec.structs.replace(event, encoded=b"{}")


def _left_of(entry: Entry) -> Mapping[str, Any]:
    return entry.data if entry.is_a(Erase) else {}


def taking_words(session: Session) -> Erases:
    """The session, which can take words. Raises `StoreError` where its store cannot."""
    if not callable(getattr(session, "erase", None)):
        raise StoreError("the store", "it only adds to what it keeps, and erases nothing", "use a store that can")
    return cast("Erases", session)


def check_words_open(session: Session) -> None:
    """Raises `StoreError` for a desk without the keys of its words: it would say that nothing is held of anybody."""
    check = getattr(session, "check_unlocked", None)
    if callable(check):
        check()


def events_with_words(session: Session, id: str) -> list[int]:
    """The events of which an erasure takes something: their words, or what lies there under a key that is gone."""
    closed: Callable[[str], list[int]] = getattr(session, "closed", _none)
    return [*(one.seq for one in session.history(id) if has_words(one)), *closed(id)]


def _none(_: str) -> list[int]:
    """No word lies encrypted."""
    return []


def has_words(event: Sealed) -> bool:
    """Whether an erasure takes something of it: what an `Erase` says stays."""
    return event.data is not None and event.kind != Erase.__name__
