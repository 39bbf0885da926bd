"""The card of a complaint, encrypted, and a complaint that is opened with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from complaintflow.errors import UnreadableRecord
from complaintflow.record.complaint import Complaint, Entry
from complaintflow.record.encrypted import is_encrypted
from complaintflow.stores.encrypted.cipher import Cipher, DoesNotOpen, place
from complaintflow.stores.encrypted.events import open_entry


def seal_card(cipher: Cipher, complaint: str, card: bytes) -> bytes:
    """The card as it lies encrypted; a blank one stays blank."""
    return cipher.seal(card, place("card", complaint)) if card and not is_encrypted(card) else card


def seal_counted(cipher: Cipher, complaint: str, counted: bytes) -> bytes:
    """What is counted of it, as it lies encrypted: it names a product; a blank one stays blank."""
    return cipher.seal(counted, place("counted", complaint)) if counted else counted


def open_counted(cipher: Cipher | None, complaint: str, counted: bytes) -> bytes:
    """What is counted of it; blank where it does not open."""
    if not is_encrypted(counted):
        return counted
    try:
        return b"" if cipher is None else cipher.open(counted, place("counted", complaint))
    except DoesNotOpen:
        return b""


def open_complaint(cipher: Cipher | None, complaint: Complaint) -> Complaint:
    """The complaint with its card and, when somebody looks at them, its texts. Raises `UnreadableRecord`.

    Without the key both are as an erasure leaves them.
    """
    id = complaint.id

    def opening(read: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*asked: int) -> Any:
            found: Entry | tuple[Entry, ...] = read(*asked)
            if isinstance(found, Entry):
                return open_entry(cipher, id, found)
            return tuple([open_entry(cipher, id, one) for one in found])

        return opened

    body = complaint.body.read_through(opening)
    return attrs.evolve(complaint, card=_open_card(cipher, complaint), body=body)


def _open_card(cipher: Cipher | None, complaint: Complaint) -> bytes:
    if not is_encrypted(complaint.card):
        return complaint.card
    if cipher is None:
        return b""
    try:
        return cipher.open(complaint.card, place("card", complaint.id))
    except DoesNotOpen:
        raise UnreadableRecord.of("complaints", complaint.id, "its card was changed, or is another one's") from None
