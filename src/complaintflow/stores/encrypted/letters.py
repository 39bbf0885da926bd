"""A letter in the outbox, encrypted: whose it is and its key are seen, and neither whom it goes to nor what it says."""

from __future__ import annotations

from base64 import b64decode, b64encode

import attrs

from complaintflow.errors import UnreadableRecord
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, StaffMessage, reading
from complaintflow.stores.encrypted.cipher import Cipher, DoesNotOpen, key_of, place
from complaintflow.stores.messages import audience_of, decode_message, encode_message

_TABLE = "outbox"
_MARK = "\x01"
"""What the text of an encrypted letter begins with."""


def seal_letter(cipher: Cipher, message: Message) -> Message:
    """The letter as it lies encrypted: a message of its kind, with nothing in it but bytes."""
    sealed = cipher.seal(encode_message(message), _place(message))
    text = _MARK + b64encode(sealed).decode()
    id, complaint, key, kind = message.id, message.complaint, message.key, message.kind
    if isinstance(message, CustomerMessage):
        return CustomerMessage(id, complaint, key, kind, "", "", "", text)
    return StaffMessage(id, complaint, key, kind, "", (), "", text)


def is_sealed(message: Message) -> bool:
    """Whether it lies encrypted."""
    return message.text.startswith(_MARK)


def key_of_letter(entry: OutboxEntry) -> bytes:
    """The id of the key under which it lies. Raises `UnreadableRecord`."""
    return key_of(_bytes_of(entry))


def open_letter(cipher: Cipher | None, entry: OutboxEntry) -> OutboxEntry:
    """The letter as it was given. Raises `UnreadableRecord`, also where its key is gone."""
    number, message = entry.number, entry.message
    if cipher is None:
        raise UnreadableRecord.of(_TABLE, number, "it is encrypted, and its key is not there", message.key)
    try:
        plain = cipher.open(_bytes_of(entry), _place(message))
    except DoesNotOpen:
        cause = "it is encrypted, and was changed or put in the place of another one"
        raise UnreadableRecord.of(_TABLE, number, cause, message.key) from None
    with reading(_TABLE, number, message.key):
        return attrs.evolve(entry, message=decode_message(audience_of(message), plain))


def _bytes_of(entry: OutboxEntry) -> bytes:
    with reading(_TABLE, entry.number, entry.message.key):
        return b64decode(entry.message.text.removeprefix(_MARK), validate=True)


def _place(message: Message) -> bytes:
    return place("letter", message.complaint, message.key, audience_of(message))
