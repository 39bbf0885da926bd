"""What the tables say of each other: rows that no desk leaves so. Of the server's own pages nothing is seen here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec

from complaintflow.plugins import Flaw, Remembered
from complaintflow.stores.schema_parts import meaning_of_missing
from complaintflow.stores.sql.complaints import Complaints
from complaintflow.stores.sql.dialects import fit
from complaintflow.stores.sql.recorder import CHUNK
from complaintflow.stores.sql.schema import missing_parts_in, scripts

MOST = 100
_ORPHANS = ("checks", "events", "labels", "paid", "series", "words")
_ROWS: tuple[tuple[str, str, str], ...] = (
    *(
        (
            table,
            f"SELECT complaint FROM complaintflow_{table} "  # noqa: S608
            "WHERE complaint NOT IN (SELECT number FROM complaintflow_complaints)",
            "belongs to no complaint",
        )
        for table in _ORPHANS
    ),
    (
        "paid",
        "SELECT id FROM complaintflow_paid p JOIN complaintflow_complaints c ON number = complaint "
        "WHERE p.customer != c.customer",
        "is filed as paid to another customer",
    ),
    (
        "events",
        "SELECT count(*) FROM complaintflow_events HAVING count(*) != coalesce(max(place), 0) OR min(place) != 1 "
        "OR count(*) != (SELECT events FROM complaintflow_ledger)",
        "has gaps: some were removed, or were never saved by a desk",
    ),
    (
        "events",
        "SELECT one.complaint FROM complaintflow_events one JOIN complaintflow_events next "
        "ON next.complaint = one.complaint AND next.seq = one.seq + 1 WHERE next.place < one.place",
        "stand in another order than they happened",
    ),
    (
        "complaints",
        "SELECT count(*) FROM complaintflow_complaints HAVING count(*) != coalesce(max(number), 0) OR min(number) != 1 "
        "OR count(*) != (SELECT complaints FROM complaintflow_ledger)",
        "has gaps: complaints were removed",
    ),
    (
        "complaints",
        "SELECT id FROM complaintflow_complaints WHERE version != "
        "(SELECT count(*) FROM complaintflow_events WHERE complaint = number)",
        "has another version than events",
    ),
    (
        "outbox",
        "SELECT number FROM complaintflow_outbox WHERE number > (SELECT letters FROM complaintflow_ledger)",
        "has a number that was not given yet",
    ),
    ("ledger", "SELECT count(*) FROM complaintflow_ledger HAVING count(*) != 1", "has not one row"),
    (
        "ledger",
        "SELECT waiting FROM complaintflow_ledger "
        "WHERE waiting != (SELECT count(*) FROM complaintflow_outbox WHERE until IS NOT NULL)",
        "counts other letters than wait",
    ),
)
"""Rows that no desk leaves so: the table, what to look for, and what is wrong with them."""

_LETTER_KEYS = (
    "SELECT number, key, message FROM complaintflow_outbox WHERE number > :after ORDER BY number LIMIT :limit"
)
_KEYS = (
    "SELECT key, coalesce(whole, key), complaint, version, asked FROM complaintflow_keys "
    "WHERE key > :after ORDER BY key LIMIT :limit"
)
_POLICIES = "SELECT digest FROM complaintflow_policies"


class Checks(Complaints):
    """What only the store can see of itself. It reads, and changes nothing."""

    def flaws(self) -> Iterator[Flaw]:
        """What is missing of the tables, everything that no desk leaves so, then the columns that are not as the facts
        beside them."""
        for part in missing_parts_in(self._driver, self._dialect, len(scripts())):
            yield Flaw("database", f"{part} is missing{meaning_of_missing(part.table)}")
        for table, query, what in _ROWS:
            yield from (Flaw(table, what, str(row[0])) for row in self._run(f"{query} LIMIT {MOST}"))
        for number, key, message in self._each(_LETTER_KEYS):
            if _other_key(message, key):
                yield Flaw("outbox", "is filed under another key than its own", str(number))
        for id, name in islice(self.misplaced(), MOST):
            yield Flaw("complaints", f"its column {name} is not what its facts say", id)

    def remembered(self) -> Iterator[tuple[str, Remembered]]:
        after: str | None = ""
        while after is not None:
            rows = self._run(_KEYS, after=after, limit=CHUNK)
            yield from ((row[1], Remembered(*row[2:])) for row in rows)
            after = rows[-1][0] if len(rows) == CHUNK else None

    def kept_policies(self) -> Iterator[str]:
        return (digest for (digest,) in self._run(_POLICIES))


class _Keyed(msgspec.Struct):
    key: str


def _other_key(message: bytes, key: str) -> bool:
    """Whether a message that can be read has another key. One that cannot be read is told by itself."""
    try:
        return fit(msgspec.json.decode(message, type=_Keyed).key) != key
    except msgspec.MsgspecError:
        return False
