"""Complaints read out of a session, by an id that may name nothing."""

from __future__ import annotations

from complaintflow._validation.structure import plain_text
from complaintflow.errors import NotFound
from complaintflow.plugins import Complaints, Stored
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import State


def find_stored(session: Complaints, id: str) -> Stored | None:
    """What is stored under an id from outside; a text that cannot be stored names nothing."""
    return None if plain_text(id) else session.load(id)


def load_stored(session: Complaints, id: str) -> Stored:
    """What is stored under this id. Raises `NotFound`."""
    stored = find_stored(session, id)
    if stored is None:
        raise NotFound(id)
    return stored


def load(session: Complaints, id: str) -> Complaint:
    """The complaint as it stands. Raises `NotFound`."""
    return load_stored(session, id).complaint


def merge_chain(session: Complaints, complaint: Complaint) -> tuple[Complaint, ...]:
    """The complaint, then those into which it was merged, in turn."""
    chain = [complaint]
    while chain[-1].state == State.MERGED:
        chain.append(load(session, chain[-1].facts.merged_into))
    return tuple(chain)
