"""Messages that wait, dead letters, and when each recipient was last written to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, StaffMessage
from complaintflow.record.complaint import microseconds, moment
from complaintflow.stores.sqlite.recorder import Recorder

_FREE = "SELECT number, audience, message, attempts, until, why FROM outbox WHERE until <= ? ORDER BY number LIMIT ?"
_WAITING = "SELECT number, audience, message, attempts, until, why FROM outbox WHERE number > ? ORDER BY number LIMIT ?"
_DEAD = (
    "SELECT number, audience, message, attempts, NULL, why FROM dead_letters WHERE number > ? ORDER BY number LIMIT ?"
)
_BY_KEY = (
    "SELECT number, audience, message, attempts, until, why FROM outbox "
    "WHERE json_extract(CAST(message AS TEXT), '$.key') = ?1 UNION ALL "
    "SELECT number, audience, message, attempts, NULL, why FROM dead_letters "
    "WHERE json_extract(CAST(message AS TEXT), '$.key') = ?1"
)
_SENDING = (  # several may go at the same instant
    "INSERT INTO sendings SELECT ?1, ?2, count(*) FROM sendings WHERE recipient = ?1 AND at = ?2"
)
_DAY = 86_400_000_000
_DECODERS: dict[str, Callable[[bytes], Message]] = {
    "customer": msgspec.json.Decoder(CustomerMessage, dec_hook=lambda _, value: value).decode,
    "staff": msgspec.json.Decoder(StaffMessage).decode,
}


class Outbox(Recorder):
    """The tables of messages and of recipients."""

    def enqueue(self, message: Message) -> None:
        self._execute("INSERT INTO outbox (audience, message) VALUES (?, ?)", _encode(message))

    def claim(self, limit: int, now: datetime, until: datetime) -> tuple[OutboxEntry, ...]:
        rows = self._execute(_FREE, (microseconds(now), limit)).fetchall()
        lease = "UPDATE outbox SET until = ?, attempts = attempts + 1 WHERE number = ?"
        self._many(lease, [(microseconds(until), row[0]) for row in rows])
        return tuple(_entry(*row) for row in rows)

    def remove(self, number: int) -> None:
        self._take_out(number)

    def _take_out(self, number: int) -> bool:
        return any(
            self._execute(text, (number,)).rowcount
            for text in ("DELETE FROM outbox WHERE number = ?", "DELETE FROM dead_letters WHERE number = ?")
        )

    def reschedule(self, entry: OutboxEntry) -> None:
        if not self._take_out(entry.number):
            return
        row = (entry.number, *_encode(entry.message), entry.attempts)
        if entry.until is None:
            self._execute("INSERT INTO dead_letters VALUES (?, ?, ?, ?, ?)", (*row, entry.why))
        else:
            until = microseconds(entry.until)
            self._execute("INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?)", (*row, until, entry.why))

    def waiting(self) -> int:
        (count,) = self._execute("SELECT count(*) FROM outbox").fetchone()
        return int(count)

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        rows = self._execute(_DEAD if dead else _WAITING, (after, limit))
        return tuple(_entry(*row) for row in rows)

    def find_message(self, key: str) -> OutboxEntry | None:
        row = self._execute(_BY_KEY, (key,)).fetchone()
        return _entry(*row) if row else None

    def note_sending(self, recipient: str, at: datetime) -> None:
        now = microseconds(at)
        self._execute("DELETE FROM sendings WHERE recipient = ? AND at <= ?", (recipient, now - _DAY))
        self._execute(_SENDING, (recipient, now))

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        rows = self._execute(
            "SELECT at FROM sendings WHERE recipient = ? AND at > ? ORDER BY at", (recipient, microseconds(since))
        )
        return tuple(moment(at) for (at,) in rows)


def _encode(message: Message) -> tuple[str, bytes]:
    """Whom a message is for, and the message."""
    audience = "customer" if isinstance(message, CustomerMessage) else "staff"
    return audience, msgspec.json.encode(message, enc_hook=dict)


def _entry(number: int, audience: str, message: bytes, attempts: int, until: int | None, why: str) -> OutboxEntry:
    return OutboxEntry(number, _DECODERS[audience](message), attempts, None if until is None else moment(until), why)
