"""All rows of our tables, and a house that is copied into them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import attrs
import msgspec

from complaintflow.errors import StoreError
from complaintflow.record.complaint import microseconds
from complaintflow.record.facts import decode_facts
from complaintflow.stores.copying import ANOTHER_WRITES, HALF, Counts, Part, Row, is_fitted, widen
from complaintflow.stores.sql.dialects import fit
from complaintflow.stores.sql.drivers import run_many, translating
from complaintflow.stores.sql.recorder import CHUNK
from complaintflow.stores.sql.schema import scripts
from complaintflow.stores.sql.turns import Turns

_TABLES = {"letters": "outbox"}
_WHOLE = {"labels": "value", "keys": "key"}
"""The parts that have a long text whole in a column of its own, and fitted in this one."""
_NUMBERED = "SELECT events, complaints, letters FROM complaintflow_ledger"
_HOUSE = ("complaints", "events", "outbox", "keys")
"""Where one of these has a row, there is a house."""
_EMPTIED = (
    *_HOUSE,
    *("marks", "policies", "data_keys", "labels", "words", "paid", "series", "series_hours", "sendings", "checks"),
    *("told_time", "counted_days", "sheets", "tiles"),
)
_FACTS = "SELECT facts FROM complaintflow_complaints WHERE number = :number"
_LEASES = "SELECT count(*) FROM complaintflow_outbox WHERE leased = 1 AND until > store_clock()"
_COUNT = (
    "UPDATE complaintflow_ledger SET events = :events, complaints = :complaints, letters = :letters, "
    "waiting = (SELECT count(*) FROM complaintflow_outbox WHERE until IS NOT NULL)"
)
_VERSION = "SELECT version FROM complaintflow_schema"
_SET_VERSION = "UPDATE complaintflow_schema SET version = :version"


class Copying(Turns):
    """Gives and takes all rows."""

    def hold(self) -> None:
        for statement in self._dialect.hold:
            self._run(statement, patience=self._patience)

    def count_leases(self, now: datetime) -> int:
        return int(self._row(_LEASES, now=microseconds(now))[0])

    def numbered(self) -> Counts:
        return Counts(*self._row(_NUMBERED))

    def rows_of(self, part: Part) -> Iterator[Row]:
        """A chunk at a time, each behind the last one."""
        key, names = ", ".join(part.key), [*part.columns, *(["whole"] if part.name in _WHOLE else [])]
        text = f"SELECT {', '.join(names)} FROM complaintflow_{_TABLES.get(part.name, part.name)} "  # noqa: S608  # ours
        behind = f"WHERE ({key}) > ({', '.join(f':k{place}' for place in range(len(part.key)))}) "
        places, last = [names.index(one) for one in part.key], dict[str, Any]()
        while True:
            rows = self._run(f"{text}{behind if last else ''}ORDER BY {key} LIMIT :limit", limit=CHUNK, **last)
            yield from (self._widened(part, row) for row in rows)
            if len(rows) < CHUNK:
                return
            last = {f"k{number}": rows[-1][place] for number, place in enumerate(places)}

    def _widened(self, part: Part, row: Row) -> Row:
        if part.name in _WHOLE:
            *kept, whole = row
            place = part.columns.index(_WHOLE[part.name])
            return (*kept[:place], kept[place] if whole is None else whole, *kept[place + 1 :])
        facts = b""
        if part.name == "paid" and any(map(is_fitted, row)):
            found = self._row(_FACTS, number=row[-1])
            facts = found[0] if found else b""
        return widen(part, tuple(row), facts)

    def is_begun(self) -> bool:
        return bool(self._row(_VERSION)[0] == HALF)

    def check_empty(self) -> None:
        if self.is_begun():
            self._check_unused()
            return
        for table in _HOUSE:
            if self._row(f"SELECT 1 FROM complaintflow_{table} LIMIT 1"):  # noqa: S608  # ours
                cause = f"it is not empty: there are {table} in it"
                raise StoreError(self._dialect.name, cause, "name an empty store")

    def begin_copy(self) -> None:
        self.take_turn()
        self.check_empty()
        for table in _EMPTIED:
            self._run(f"DELETE FROM complaintflow_{table}")  # noqa: S608  # ours
        self._run(_COUNT, events=0, complaints=0, letters=0)
        self._run(_SET_VERSION, version=HALF)

    def put_rows(self, part: Part, rows: list[Row]) -> None:
        self.take_turn()
        self._check_unused()
        names = [*part.columns, *(["whole"] if part.name in _WHOLE else [])]
        names += ["one"] if part.name == "told_time" else []
        table, values = _TABLES.get(part.name, part.name), ", ".join(f":{name}" for name in names)
        text = f"INSERT INTO complaintflow_{table} ({', '.join(names)}) VALUES ({values})"  # noqa: S608  # ours
        with translating(self._dialect):
            run_many(self._driver, self._dialect, text, [_fitted(part, row) for row in rows])

    def _check_unused(self) -> None:
        """Until the end nothing has come in, as far as the ledger knows: else it came from a desk."""
        if self._row(_VERSION)[0] != HALF or self.numbered() != Counts(0, 0, 0):
            raise StoreError(self._dialect.name, *ANOTHER_WRITES)

    def end_copy(self, counts: Counts) -> None:
        self.take_turn()
        self._check_unused()
        self._run(_COUNT, **attrs.asdict(counts))
        self._run(_SET_VERSION, version=len(scripts()))


def _fitted(part: Part, row: Row) -> dict[str, Any]:
    """The row as its columns have it."""
    values = dict(zip(part.columns, row, strict=True))
    if name := _WHOLE.get(part.name):
        whole = values[name]
        values |= {name: fit(whole), "whole": None if fit(whole) == whole else whole}
    if part.name == "complaints" and values["shop"] is None:
        values["shop"] = _shop_in(values["facts"])
    if part.name == "told_time":
        values["one"] = 1
    return values | {name: fit(values[name]) for name in part.long}


def _shop_in(facts: bytes) -> str:
    with suppress(msgspec.MsgspecError, ValueError, KeyError, TypeError):
        return fit(decode_facts(facts).shop)
    return ""  # it cannot be read, and is told by itself
