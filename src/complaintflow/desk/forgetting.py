"""Taking the words of a complaint out of the store, in the transaction that puts this on record."""

from __future__ import annotations

from typing import cast

from complaintflow.commands import Erase
from complaintflow.errors import StoreError
from complaintflow.plugins import Erases, Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import Sealed


def forget(session: Session, complaint: Complaint) -> Complaint:
    """Take the words of all its events. Gives the complaint as it stands without them."""
    taking = taking_words(session)
    taking.erase(complaint.id, [one.seq for one in session.history(complaint.id) if has_words(one)])
    stored = session.load(complaint.id)
    return stored.complaint if stored else complaint


def taking_words(session: Session) -> Erases:
    """The session, which can take words. Raises `StoreError` where its store cannot."""
    if not callable(getattr(session, "erase", None)):
        raise StoreError("the store", "it only adds to what it keeps, and erases nothing", "use a store that can")
    return cast("Erases", session)


def has_words(event: Sealed) -> bool:
    """Whether an erasure takes something of it: what an `Erase` says stays."""
    return event.data is not None and event.kind != Erase.__name__
