"""Messages that wait, dead letters, and when each recipient was last written to.

A claim takes no turn: it locks the rows that it takes, and passes over those that another one has. What waits may go at
a time of the house, which is given. A lease ends by the clock of the store: `Dialect.clock`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from complaintflow.errors import SetAside
from complaintflow.plugins import Message, OutboxEntry, Shard
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import microseconds
from complaintflow.stores.columns import DAY, clamped_moment, complaint_of, in_shard
from complaintflow.stores.letters import LETTER, encode_letter, letters_before_damage, read_letter
from complaintflow.stores.sql.dialects import fit, values_of
from complaintflow.stores.sql.recorder import CHUNK
from complaintflow.stores.sql.turns import Turns, mark_of_customer

_LET_GO = (
    "UPDATE complaintflow_outbox SET held = 0, leased = 0, until = CASE leased WHEN 1 THEN 0 ELSE until END "
    "WHERE number IN (SELECT number FROM complaintflow_outbox "  # each by its index: what waits long costs nothing
    "WHERE (leased = 1 AND until <= store_clock()) OR (held = 1 AND leased = 0 AND until <= :now) "
    "FOR UPDATE SKIP LOCKED)"
)
_complaint = partial(complaint_of, greater="greatest")
_HERE = in_shard(_complaint("one.key"), ":shards", ":shard")
_FREE = (  # by indexes: few letters are leased at a time, and what stands between two free ones is mostly free
    f"WITH free AS (SELECT {LETTER} FROM complaintflow_outbox AS one "  # noqa: S608  # ours
    f"WHERE held = 0 AND until IS NOT NULL AND number > :after AND until <= :now AND {_HERE} AND NOT EXISTS "
    "(SELECT 1 FROM complaintflow_outbox AS sent WHERE sent.leased = 1 AND sent.number < one.number "
    f"AND {_complaint('sent.key')} = {_complaint('one.key')}) "
    "ORDER BY number LIMIT :limit FOR UPDATE SKIP LOCKED) "
    f"SELECT {LETTER}, EXISTS (SELECT 1 FROM complaintflow_outbox AS other WHERE other.held = 0 "
    "AND other.until IS NOT NULL AND other.until <= :now AND other.number > :behind AND other.number < free.number "
    f"AND {_complaint('other.key')} = {_complaint('free.key')} "
    "AND other.number NOT IN (SELECT number FROM free)) FROM free ORDER BY number"
)
"""What is free, and whether another one takes an earlier letter of its complaint at this moment: that is locked."""
_LEASE = (
    "UPDATE complaintflow_outbox SET until = store_clock() + :lease, attempts = attempts + 1, leased = 1, held = 1 "
    "WHERE number IN :numbers"
)
_TOO_LONG = "((leased = 1 AND until > store_clock() + :lease) OR (leased = 0 AND until > :waits))"
_HELD_TOO_LONG = (  # each by an index of its own: those that wait for an hour are no reason to look at them all
    "SELECT 1 FROM complaintflow_outbox WHERE leased = 1 AND until > store_clock() + :lease UNION ALL "
    "SELECT 1 FROM complaintflow_outbox WHERE held = 1 AND leased = 0 AND until > :waits LIMIT 1"
)
_RECALL = f"UPDATE complaintflow_outbox SET until = 0, leased = 0, held = 0 WHERE held = 1 AND {_TOO_LONG}"  # noqa: S608
_WAITING = (
    f"SELECT {LETTER} FROM complaintflow_outbox "  # noqa: S608
    "WHERE number > :after AND until IS NOT NULL ORDER BY number LIMIT :limit"
)
_DEAD = (
    f"SELECT {LETTER} FROM complaintflow_outbox "  # noqa: S608
    "WHERE number > :after AND until IS NULL ORDER BY number LIMIT :limit"
)
_ALL = f"SELECT {LETTER} FROM complaintflow_outbox WHERE number > :after ORDER BY number LIMIT :limit"  # noqa: S608
_BY_KEY = f"SELECT {LETTER} FROM complaintflow_outbox WHERE key = :key ORDER BY until IS NULL, number"  # noqa: S608
_ENQUEUE = (
    "INSERT INTO complaintflow_outbox (number, audience, message, key, attempts, until, why, mending, leased, held) "
    "VALUES (:number, :audience, :message, :key, 0, 0, '', 0, 0, 0)"
)
_PUT_BACK = (
    "UPDATE complaintflow_outbox SET audience = :audience, message = :message, key = :key, attempts = :attempts, "
    "until = :until, why = :why, mending = :mending, leased = 0, held = :held WHERE number = :number"
)
_REMOVE = "DELETE FROM complaintflow_outbox WHERE number = :number"
_WAITING_COUNT = "SELECT waiting FROM complaintflow_ledger"
_SETTLE = (
    "UPDATE complaintflow_ledger SET waiting = waiting + (SELECT coalesce(sum(CAST(:waits AS BIGINT) "
    "- CASE WHEN until IS NULL THEN 0 ELSE 1 END), 0) FROM complaintflow_outbox WHERE number = :number)"
)
"""Before a letter is taken away, waits again, or is a dead one from now on: how many wait then."""
_SENDING = (  # several may go at the same instant
    "INSERT INTO complaintflow_sendings SELECT CAST(:recipient AS TEXT), :at, count(*) FROM complaintflow_sendings "
    "WHERE recipient = :recipient AND at = :at"
)
_FORGET = "DELETE FROM complaintflow_sendings WHERE recipient = :recipient AND at <= :until"
_SENDINGS = "SELECT at FROM complaintflow_sendings WHERE recipient = :recipient AND at > :since ORDER BY at"


_SEEN = tuple(LETTER.split(", ").index(name) for name in ("number", "attempts", "until"))
"""The places of these columns in `LETTER`."""


class Outbox(Turns):
    """The tables of messages and of recipients."""

    def enqueue(self, message: Message) -> None:
        counts = self._counts()
        counts.letters += 1
        self._later(_ENQUEUE, {"number": counts.letters, **_columns(message)})

    def claim(
        self, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        at = microseconds(now)
        self._run(_LET_GO, now=at)
        found = letters_before_damage(self._free(limit, at, after, shard))
        if found:
            self._run(_LEASE, now=at, lease=microseconds(until) - at, numbers=[one.number for one in found])
            self._mine({one.number for one in found})
        if self._keyless:  # it takes no turn that would ask
            self._check_keyless()
        return tuple(found)

    def _free(self, limit: int, now: int, after: int, shard: Shard) -> list[Any]:
        """The rows of the oldest letters that nobody has, and of whose complaint nobody has an earlier one."""
        asked = {"now": now, "limit": limit, "behind": after, **values_of(shard)}
        while rows := self._run(_FREE, after=after, **asked):
            if free := [row[:-1] for row in rows if not row[-1]]:
                return free
            after = rows[-1][0]
        return []

    def recall_letters(self, values: dict[str, int]) -> None:
        """Those that are leased or wait longer are free at once. Mostly there are none, and nobody's turn is needed."""
        if self._row(_HELD_TOO_LONG, **values):
            self.take_turn()
            self._later(_RECALL, values)

    def remove(self, number: int) -> None:
        self.take_turn()
        self._later(_SETTLE, {"number": number, "waits": 0})
        self._later(_REMOVE, {"number": number})

    def reschedule(self, entry: OutboxEntry) -> None:
        self.take_turn()
        until = None if entry.until is None else microseconds(entry.until)
        waits = {"attempts": entry.attempts, "until": until, "why": entry.why, "mending": int(entry.mending)}
        row = {"number": entry.number, **_columns(entry.message), **waits, "held": int(bool(until))}
        self._later(_SETTLE, {"number": entry.number, "waits": int(until is not None)})
        self._later(_PUT_BACK, row)

    def waiting(self) -> int:
        return int(self._row(_WAITING_COUNT)[0]) + self._new_letters

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        found = list[OutboxEntry]()
        while len(found) < limit:
            rows = self._run(_DEAD if dead else _WAITING, after=after, limit=limit - len(found))
            if not rows:
                break
            after = rows[-1][0]
            found += self._readable(rows)
        return tuple(found)

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        return tuple(one for row in self._all_letters() if isinstance(one := read_letter(row), SetAside))

    def _all_letters(self) -> Iterator[Any]:
        after: int | None = 0
        while after is not None:
            rows = self._run(_ALL, after=after, limit=CHUNK)
            yield from rows
            after = rows[-1][0] if len(rows) == CHUNK else None

    def find_message(self, key: str) -> OutboxEntry | None:
        return next(iter(self._readable(self._run(_BY_KEY, key=fit(key)))), None)

    def _readable(self, rows: Any) -> list[OutboxEntry]:
        """Those that can be read. That they still lie so is looked at before anything is written."""
        for row in rows:
            number, attempts, until = (row[place] for place in _SEEN)
            self._saw_letter(number, attempts, until)
        return [one for row in rows if isinstance(one := read_letter(row), OutboxEntry)]

    def note_sending(self, recipient: str, at: datetime) -> None:
        self.take_turn()
        now, name = microseconds(at), fit(recipient)
        self._touch(mark_of_customer(recipient))
        self._later(_FORGET, {"recipient": name, "until": now - DAY})
        self._later(_SENDING, {"recipient": name, "at": now})

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        self._look_at(mark_of_customer(recipient))
        rows = self._run(_SENDINGS, recipient=fit(recipient), since=microseconds(since))
        return tuple(clamped_moment(at) for (at,) in rows)


def _columns(message: Message) -> dict[str, Any]:
    audience, encoded, key = encode_letter(message)
    return {"audience": audience, "message": encoded, "key": fit(key)}
