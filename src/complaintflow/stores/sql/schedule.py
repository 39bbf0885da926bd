"""When complaints are to be looked at next. A claim locks the rows that it takes, and passes over those of others.

What is due is so at a time of the house, which is given. A lease ends by the clock of the store: `Dialect.clock`.
"""

from __future__ import annotations

from datetime import datetime

from complaintflow.plugins import Shard, ToldTime
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import microseconds
from complaintflow.stores.columns import clamped_moment, in_shard
from complaintflow.stores.sql.dialects import values_of
from complaintflow.stores.sql.recorder import Known
from complaintflow.stores.sql.turns import Turns, mark_of_customer

_THERE = "EXISTS (SELECT 1 FROM complaintflow_complaints WHERE number = complaint)"  # what is left of a lost one
_HERE = f"{_THERE[:-1]} AND {in_shard('id', ':shards', ':shard')})"
_LAPSED = "leased = 1 AND at <= store_clock()"
_LET_GO = (
    "UPDATE complaintflow_checks SET at = 0, leased = 0 WHERE complaint IN "  # noqa: S608  # ours
    f"(SELECT complaint FROM complaintflow_checks WHERE {_LAPSED} FOR UPDATE SKIP LOCKED)"
)
_DUE = (
    f"SELECT complaint FROM complaintflow_checks WHERE leased = 0 AND at <= :now AND {_HERE} "  # noqa: S608
    "ORDER BY at, complaint LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_LEASE = "UPDATE complaintflow_checks SET at = store_clock() + :lease, leased = 1 WHERE complaint IN :numbers"
_IDS = "SELECT number, id FROM complaintflow_complaints WHERE number IN :numbers"
_NEXT = (  # each part by an index; a lease that has ended is due at once, whatever time the reader has
    "SELECT at, id FROM (SELECT * FROM (SELECT 0 AS at, complaint FROM complaintflow_checks "  # noqa: S608
    f"WHERE {_LAPSED} AND {_THERE} ORDER BY complaint LIMIT :limit) AS lapsed UNION ALL "
    "SELECT * FROM (SELECT at, complaint FROM complaintflow_checks "
    f"WHERE NOT ({_LAPSED}) AND {_THERE} ORDER BY at, complaint LIMIT :limit) AS others) AS soonest "
    "JOIN complaintflow_complaints ON number = complaint ORDER BY at, complaint LIMIT :limit"
)
_FIND = "SELECT number, version, customer, clocks, due, due_for FROM complaintflow_complaints WHERE id = :id"
_KEEP = "UPDATE complaintflow_complaints SET clocks = :clocks WHERE number = :number"
_KEEP_DUE = "UPDATE complaintflow_complaints SET due = :due, due_for = :due_for WHERE id = :id"
_CHECK = (
    "INSERT INTO complaintflow_checks VALUES (:number, :at, 0) "
    "ON CONFLICT (complaint) DO UPDATE SET at = excluded.at, leased = 0"
)
_DELETE = "DELETE FROM complaintflow_checks WHERE complaint = :number"
_TOO_LONG = "((leased = 1 AND at > store_clock() + :lease) OR (leased = 0 AND at > :waits))"
_ANY_TOO_LONG = (  # each by an index of its own
    "SELECT 1 FROM complaintflow_checks WHERE leased = 1 AND at > store_clock() + :lease UNION ALL "
    "SELECT 1 FROM complaintflow_checks WHERE leased = 0 AND at > :waits LIMIT 1"
)
_RECALL = f"UPDATE complaintflow_checks SET at = 0, leased = 0 WHERE {_TOO_LONG}"  # noqa: S608
_TOLD = "SELECT known, leapt FROM complaintflow_told_time"
_TELL = (
    "INSERT INTO complaintflow_told_time VALUES (1, :known, :leapt) "
    "ON CONFLICT (one) DO UPDATE SET known = excluded.known, leapt = excluded.leapt"
)


class Schedule(Turns):
    """The table of what is checked next."""

    def schedule(self, id: str, when: datetime | None, clocks: bytes = b"") -> None:
        self.take_turn()
        known = self._known.get(id) or self._find(id)
        if known.clocks != clocks:
            self._later(_KEEP, {"clocks": clocks, "number": known.number})
            if id in self._known:
                self._known[id] = known._replace(clocks=clocks)
        self._touch(mark_of_customer(known.customer))
        if when is None:
            self._later(_DELETE, {"number": known.number})
        else:
            self._later(_CHECK, {"number": known.number, "at": microseconds(when)})

    def note_due(self, id: str, when: datetime | None, clock: str) -> None:
        self.take_turn()
        known, due = self._known.get(id), (NEVER if when is None else microseconds(when), clock)
        if known is None or known.due != due:
            self._later(_KEEP_DUE, {"due": due[0], "due_for": due[1], "id": id})
            if known:
                self._known[id] = known._replace(due=due)

    def _find(self, id: str) -> Known:
        """The row of one that was not loaded here, perhaps because it cannot be read."""
        number, version, customer, clocks, due, due_for = self._row(_FIND, id=id)
        return Known(number, version, customer, (), clocks, (due, due_for), NEVER)

    def due(self, limit: int, now: datetime, until: datetime, shard: Shard = WHOLE) -> tuple[str, ...]:
        at = microseconds(now)
        self._run(_LET_GO, now=at)
        found = [number for (number,) in self._run(_DUE, now=at, limit=limit, **values_of(shard))]
        if not found:
            return ()
        self._run(_LEASE, now=at, lease=microseconds(until) - at, numbers=found)
        names = {row[0]: row[1] for row in self._run(_IDS, numbers=found)}
        return tuple(names[number] for number in found)

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple((clamped_moment(at), id) for at, id in self._run(_NEXT, limit=limit, now=0))

    def recall_checks(self, values: dict[str, int]) -> None:
        """Those that are leased or wait longer are due at once. Mostly there are none, and nobody's turn is needed."""
        if self._row(_ANY_TOO_LONG, **values):
            self.take_turn()
            self._later(_RECALL, values)

    def told_time(self) -> ToldTime | None:
        row = self._row(_TOLD)
        if row is None:
            return None
        known, leapt = row
        return ToldTime(clamped_moment(known), None if leapt is None else clamped_moment(leapt))

    def tell_time(self, told: ToldTime) -> None:
        self.take_turn()
        leapt = None if told.leapt is None else microseconds(told.leapt)
        self._later(_TELL, {"known": microseconds(told.known), "leapt": leapt})
