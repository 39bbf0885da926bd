"""The words of an event, encrypted with the salt of their commitment: who has neither can try no guess.

The commitment stands beside them, so that the chain verifies without any key, and after the key is gone.
"""

from __future__ import annotations

import msgspec

from complaintflow.record.complaint import Entry
from complaintflow.record.encrypted import LEFT_PLAIN, is_encrypted
from complaintflow.record.history import Sealed, commitment, keeps_commitment
from complaintflow.stores.encrypted.cipher import Cipher, DoesNotOpen, place


def has_words(event: Sealed) -> bool:
    """Whether it has words that are to be encrypted, and are not."""
    return event.data is not None and event.kind != LEFT_PLAIN and not is_encrypted(event.data)


def seal_event(cipher: Cipher, complaint: str, event: Sealed) -> Sealed:
    """The event as it lies encrypted; one without words stays as it is."""
    if event.data is None or not has_words(event):
        return event
    plain = bytes((len(event.salt),)) + event.salt + event.data
    sealed = cipher.seal(plain, _place(complaint, event.seq, event.kind))
    return msgspec.structs.replace(event, salt=b"", data=sealed, commitment=commitment(event))


def open_event(cipher: Cipher | None, complaint: str, event: Sealed) -> Sealed:
    """The event with its words. Without the key they are as erased; what does not open stays as it lies, which no
    reader takes for words, and no link fits."""
    if event.data is None or not is_encrypted(event.data):
        return event
    if cipher is None:
        return msgspec.structs.replace(event, data=None)
    try:
        plain = cipher.open(event.data, _place(complaint, event.seq, event.kind))
    except DoesNotOpen:
        return event
    salt = plain[1 : 1 + plain[0]]
    opened = msgspec.structs.replace(event, salt=salt, data=plain[1 + plain[0] :])
    return msgspec.structs.replace(opened, commitment=None) if keeps_commitment(opened) else event


def open_entry(cipher: Cipher | None, complaint: str, entry: Entry) -> Entry:
    """The same for what one event says."""
    data = entry.encoded
    if not is_encrypted(data):
        return entry
    if cipher is None:
        return msgspec.structs.replace(entry, _data=b"{}")
    try:
        plain = cipher.open(data, _place(complaint, entry.seq, entry.kind))
    except DoesNotOpen:
        return entry
    return msgspec.structs.replace(entry, _data=plain[1 + plain[0] :])


def _place(complaint: str, seq: int, kind: str) -> bytes:
    return place("event", complaint, seq, kind)
