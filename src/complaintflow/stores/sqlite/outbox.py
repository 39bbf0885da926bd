"""Messages that wait, dead letters, and when each recipient was last written to."""

from __future__ import annotations

from datetime import datetime

from complaintflow.errors import SetAside
from complaintflow.plugins import Message, OutboxEntry, Shard
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import microseconds
from complaintflow.stores.columns import DAY, clamped_moment, complaint_of, in_shard
from complaintflow.stores.letters import LETTER, encode_letter, letters_before_damage, read_letter
from complaintflow.stores.sqlite.recorder import Recorder

_DEAD_COLUMNS = "number, audience, message, attempts, NULL, why, key, 0"
_LET_GO = (  # by index: 10^5 that wait for later cost nothing
    "UPDATE outbox SET held = 0, until = CASE WHEN leased THEN 0 ELSE until END, leased = 0 WHERE held AND until <= ?"
)
_HERE = in_shard(complaint_of("one.key"), "?4", "?5")
_ON_ITS_WAY = (  # few letters are leased at a time, and they are found by index
    "SELECT 1 FROM outbox AS sent WHERE sent.leased AND sent.number < one.number "  # noqa: S608  # ours
    f"AND {complaint_of('sent.key')} = {complaint_of('one.key')}"
)
_FREE = (
    f"SELECT {LETTER} FROM outbox AS one INDEXED BY outbox_free "  # noqa: S608
    f"WHERE NOT held AND number > ?1 AND until <= ?2 AND {_HERE} AND NOT EXISTS ({_ON_ITS_WAY}) "
    "ORDER BY number LIMIT ?3"
)
_WAITING = f"SELECT {LETTER} FROM outbox WHERE number > ? ORDER BY number LIMIT ?"  # noqa: S608
_DEAD = f"SELECT {_DEAD_COLUMNS} FROM dead_letters WHERE number > ? ORDER BY number LIMIT ?"  # noqa: S608
_ALL = (
    f"SELECT {LETTER} FROM outbox UNION ALL SELECT {_DEAD_COLUMNS} FROM dead_letters "  # noqa: S608
    "ORDER BY number"
)
_BY_KEY = (
    f"SELECT {LETTER} FROM outbox WHERE key = ?1 "  # noqa: S608
    f"UNION ALL SELECT {_DEAD_COLUMNS} FROM dead_letters WHERE key = ?1"
)
_LEASE = "UPDATE outbox SET until = ?, attempts = attempts + 1, leased = 1, held = 1 WHERE number = ?"
_RECALL = "UPDATE outbox SET until = 0, leased = 0, held = 0 WHERE "
_WAIT = (
    "INSERT INTO outbox (number, audience, message, key, attempts, why, until, mending, held) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7 > 0)"
)
_BURY = "INSERT INTO dead_letters (number, audience, message, key, attempts, why) VALUES (?, ?, ?, ?, ?, ?)"
_SENDING = (  # several may go at the same instant
    "INSERT INTO sendings SELECT ?1, ?2, count(*) FROM sendings WHERE recipient = ?1 AND at = ?2"
)


class Outbox(Recorder):
    """The tables of messages and of recipients."""

    def enqueue(self, message: Message) -> None:
        self._execute("INSERT INTO outbox (audience, message, key) VALUES (?, ?, ?)", encode_letter(message))

    def claim(
        self, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        self._execute(_LET_GO, (microseconds(now),))
        which = (after, microseconds(now), limit, shard.count, shard.number)
        found = letters_before_damage(self._rows(_FREE, which))
        self._many(_LEASE, [(microseconds(until), one.number) for one in found])
        return tuple(found)

    def recall_letters(self, leases: int, waits: int) -> None:
        """Those that are leased or wait longer are free at once."""
        self._execute(f"{_RECALL}leased AND until > ?", (leases,))
        self._execute(f"{_RECALL}held AND until > ?", (waits,))

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
        row = (entry.number, *encode_letter(entry.message), entry.attempts, entry.why)
        if entry.until is None:
            self._execute(_BURY, row)
        else:
            self._execute(_WAIT, (*row, microseconds(entry.until), entry.mending))

    def waiting(self) -> int:
        (count,) = self._execute("SELECT count(*) FROM outbox").fetchone()
        return int(count)

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        found: list[OutboxEntry] = []
        while len(found) < limit and (rows := self._rows(_DEAD if dead else _WAITING, (after, limit - len(found)))):
            after = rows[-1][0]
            found += [one for row in rows if isinstance(one := read_letter(row), OutboxEntry)]
        return tuple(found)

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        return tuple(one for row in self._rows(_ALL) if isinstance(one := read_letter(row), SetAside))

    def find_message(self, key: str) -> OutboxEntry | None:
        found = map(read_letter, self._rows(_BY_KEY, (key,)))
        return next((one for one in found if isinstance(one, OutboxEntry)), None)

    def note_sending(self, recipient: str, at: datetime) -> None:
        now = microseconds(at)
        self._execute("DELETE FROM sendings WHERE recipient = ? AND at <= ?", (recipient, now - DAY))
        self._execute(_SENDING, (recipient, now))

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        rows = self._execute(
            "SELECT at FROM sendings WHERE recipient = ? AND at > ? ORDER BY at", (recipient, microseconds(since))
        )
        return tuple(clamped_moment(at) for (at,) in rows)
