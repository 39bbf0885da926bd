"""When complaints are to be looked at next.

Each complaint waits in one of two tables, and for good reason. `checks` is in the order of time: what is due lies
together and is taken away together. `claimed` is short. A claim does not touch the row in `complaints`.
"""

from __future__ import annotations

from datetime import datetime

from complaintflow.plugins import Shard, ToldTime
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import microseconds
from complaintflow.record.facts import Facts
from complaintflow.stores.columns import clamped_moment, in_shard, named
from complaintflow.stores.sqlite.recorder import Known, Recorder

_THERE = "EXISTS (SELECT 1 FROM complaints WHERE number = complaint)"  # else what is left of a lost one ends the list
_HERE = f"{_THERE[:-1]} AND {in_shard('id', '?3', '?4')})"
_DUE = (
    "SELECT number, id, at, check_at FROM ("  # noqa: S608  # ours
    f"SELECT until AS at, complaint FROM claimed WHERE until <= ?2 AND {_HERE} UNION ALL "
    f"SELECT at, complaint FROM checks WHERE at <= ?2 AND {_HERE} "
    "ORDER BY at, complaint LIMIT ?1) CROSS JOIN complaints ON number = complaint"
)
_NEXT = (
    "SELECT at, id FROM ("  # noqa: S608  # ours
    f"SELECT until AS at, complaint FROM claimed WHERE {_THERE} "
    f"UNION ALL SELECT at, complaint FROM checks WHERE {_THERE} "
    "ORDER BY at, complaint LIMIT ?1) CROSS JOIN complaints ON number = complaint ORDER BY at, complaint"
)
_FIND = "SELECT number, check_at, clocks FROM complaints WHERE id = ?"
_KEEP = "UPDATE complaints SET check_at = ?, clocks = ? WHERE number = ?"
_KEEP_DUE = "UPDATE complaints SET due = ?1, due_for = ?2 WHERE id = ?3"
"""By itself, since an index has it: it would be written anew whenever the clocks are kept."""
_DELETE_CHECK = "DELETE FROM checks WHERE at = ? AND complaint = ?"


class Schedule(Recorder):
    """The tables of what is checked next."""

    def schedule(self, id: str, when: datetime | None, clocks: bytes = b"") -> None:
        known = self._known.get(id) or self._find(id)
        number, before, after = known.number, known.check_at, None if when is None else microseconds(when)
        if (before, known.clocks) != (after, clocks):
            self._execute(_KEEP, (after, clocks, number))
            if id in self._known:
                self._known[id] = known._replace(check_at=after, clocks=clocks)
        claimed = self._execute("DELETE FROM claimed WHERE complaint = ?", (number,)).rowcount
        if before == after and not claimed:
            return
        self._execute(_DELETE_CHECK, (before, number))
        if after is not None:
            self._execute("INSERT INTO checks VALUES (?, ?)", (after, number))

    def note_due(self, id: str, when: datetime | None, clock: str) -> None:
        known, due = self._known.get(id), (NEVER if when is None else microseconds(when), clock)
        if known is None or known.due != due:
            self._execute(_KEEP_DUE, (*due, id))
            if known:
                self._known[id] = known._replace(due=due)

    def _find(self, id: str) -> Known:
        """The row of one that was not loaded here, perhaps because it cannot be read."""
        number, check_at, clocks = self._execute(_FIND, (id,)).fetchone()
        return Known(number, Facts(), check_at, clocks, (NEVER, ""), NEVER)

    def due(self, limit: int, now: datetime, until: datetime, shard: Shard = WHOLE) -> tuple[str, ...]:
        rows = self._rows(_DUE, (limit, microseconds(now), shard.count, shard.number))
        found = {number: id for number, id, _, _ in rows}
        # By its own time as well: a row that says another than its complaint would be due for ever.
        self._many(_DELETE_CHECK, ((when, number) for number, _, at, check_at in rows for when in {at, check_at}))
        lease = microseconds(until)
        self._many("INSERT OR REPLACE INTO claimed VALUES (?, ?)", ((number, lease) for number in found))
        return tuple(map(named, found.values()))

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple((clamped_moment(at), named(id)) for at, id in self._rows(_NEXT, (limit,)))

    def recall_checks(self, leases: int, waits: int) -> None:
        """Those that are leased or wait longer are due at once."""
        self._known.clear()
        self._execute("UPDATE claimed SET until = 0 WHERE until > ?", (leases,))
        theirs = "UPDATE complaints SET check_at = 0 WHERE number IN (SELECT complaint FROM checks WHERE at > ?)"
        self._execute(theirs, (waits,))
        self._execute("INSERT OR IGNORE INTO checks SELECT 0, complaint FROM checks WHERE at > ?", (waits,))
        self._execute("DELETE FROM checks WHERE at > ?", (waits,))

    def told_time(self) -> ToldTime | None:
        row = self._execute("SELECT known, leapt FROM told_time").fetchone()
        if row is None:
            return None
        known, leapt = row
        return ToldTime(clamped_moment(known), None if leapt is None else clamped_moment(leapt))

    def tell_time(self, told: ToldTime) -> None:
        leapt = None if told.leapt is None else microseconds(told.leapt)
        self._execute("INSERT OR REPLACE INTO told_time VALUES (1, ?, ?)", (microseconds(told.known), leapt))
