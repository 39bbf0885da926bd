"""A letter of the outbox as the columns of a row, in every store with tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from complaintflow.errors import SetAside, UnreadableRecord
from complaintflow.plugins import Message, OutboxEntry, reading
from complaintflow.record.keys import MessageKey
from complaintflow.stores.columns import clamped_moment
from complaintflow.stores.messages import audience_of, decode_message, encode_message

LETTER = "number, audience, message, attempts, until, why, key, mending"
"""The columns, in the order in which `letter_of` takes them."""

_KEY = LETTER.split(", ").index("key")
_KEPT = 80
"""So many characters of a long key every store has as they were given."""
_LAST, _BEFORE_SURROGATES, _BEHIND_SURROGATES = "\U0010ffff", "\ud7ff", "\ue000"
"""No text has a character between the last two."""
_MOST_ATTEMPTS = 1_000_000


def encode_letter(message: Message) -> tuple[str, bytes, str]:
    """Whom a message is for, the message, and its key."""
    return audience_of(message), encode_message(message), message.key


def letter_of(  # the columns
    number: int, audience: str, message: bytes, attempts: int, until: int | None, why: str, key: str, mending: int
) -> OutboxEntry:
    """The entry in a row. Raises `UnreadableRecord`."""
    with reading("outbox", number, key):
        why.encode()  # raises for bytes that are no text
        if not 0 <= attempts <= _MOST_ATTEMPTS or mending not in {0, 1}:
            raise ValueError(attempts, mending)
        time = None if until is None else clamped_moment(until)
        return OutboxEntry(number, decode_message(audience, message), attempts, time, why, bool(mending))


def letters_before_damage(rows: Iterable[Any]) -> list[OutboxEntry]:
    """The entries before the first one that cannot be read. Raises `UnreadableRecord` when nothing stands before it."""
    found = list[OutboxEntry]()
    for row in rows:
        try:
            found.append(letter_of(*row))
        except UnreadableRecord:
            if not found:
                raise
            break
    return found


def key_prefix(id: str) -> str:
    """What the keys of all letters about a complaint begin with, as far as a column keeps it."""
    return f"{id}/"[:_KEPT]


def key_behind(prefix: str) -> str:
    """The first key behind all that begin so, in the order of the characters: with both an index finds those between.

    >>> key_behind("C-1/")
    'C-10'
    """
    before, last = prefix[:-1], prefix[-1]
    if last == _LAST:
        return key_behind(before)
    return before + (_BEHIND_SURROGATES if last == _BEFORE_SURROGATES else chr(ord(last) + 1))


def letters_about(id: str, rows: Iterable[Any]) -> list[int]:
    """The numbers of the letters about this complaint; of one that cannot be read, the key tells it."""
    return [row[0] for row in rows if _complaint_of(row) == id]


def _complaint_of(row: Any) -> str:
    letter = read_letter(row)
    return letter.message.complaint if isinstance(letter, OutboxEntry) else MessageKey.guess(row[_KEY]).complaint


def read_letter(row: Any) -> OutboxEntry | SetAside:
    """The entry in a row, or that it cannot be read."""
    try:
        return letter_of(*row)
    except UnreadableRecord as unreadable:
        return unreadable.record
