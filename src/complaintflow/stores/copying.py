"""What a house consists of, part by part, as rows that every store with tables gives and takes.

A row has whole texts where its store still has them. A store by SQL keeps a long text by which rows are found as its
beginning and a digest (`fit`), so two rows are compared with such texts fitted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import Any, Protocol

import attrs
import msgspec

from complaintflow.record.facts import Facts, decode_facts
from complaintflow.record.history import Sealed
from complaintflow.record.matter import filed_under
from complaintflow.stores.columns import PLACE, place_of
from complaintflow.stores.sql.dialects import fit

Row = tuple[Any, ...]

HALF = -1
"""The version of tables into which a copy was begun, and is not done: no desk opens on them."""

ANOTHER_WRITES = "another one writes into it", "stop it, and begin with an empty store"
NOT_DONE = "a copy into it was begun, and is not done", "run complaintflow db copy once more: it goes on"


def _split(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(names.split()) if isinstance(names, str) else names


@attrs.frozen
class Part:
    """Rows of one kind. `key` names those columns by which each is another one; `long` those that may be fitted, and
    `guessed` those that a store may not have, which are not compared.
    """

    name: str
    columns: tuple[str, ...] = attrs.field(converter=_split, repr=False)
    key: tuple[str, ...] = attrs.field(converter=_split, repr=False)
    long: tuple[str, ...] = attrs.field(converter=_split, default=(), repr=False)
    guessed: tuple[str, ...] = attrs.field(converter=_split, default=(), repr=False)

    def compared(self, row: Row) -> Row:
        """A row as every store has it."""
        pairs = zip(self.columns, row, strict=True)
        return tuple(
            fit(one) if name in self.long and isinstance(one, str) else one
            for name, one in pairs
            if name not in self.guessed
        )


PARTS = (
    Part("policies", "digest document", "digest"),
    Part("data_keys", "complaint id root wrapped", "complaint"),
    Part(
        "complaints",
        "number id version customer channel received_at state team owner type area order_no incident proposed apart "
        "rank ended waits_since closed_at due due_for link facts card clocks counted counted_to shop",
        "number",
        "customer channel state team owner type area order_no incident proposed",
        "shop",
    ),
    Part("events", f"place complaint {' '.join(Sealed.__struct_fields__)}", "place"),
    Part("labels", "complaint name value", "complaint name", "name"),
    Part("words", "complaint place text", "complaint place"),
    Part("paid", "customer order_no complaint", "customer order_no complaint", "customer order_no"),
    Part("series", "complaint name at", "complaint name"),
    Part("series_hours", "name hour complaints", "name hour"),
    Part("letters", "number audience message key attempts until why mending leased held", "number", "key"),
    Part("sendings", "recipient at nth", "recipient at nth", "recipient"),
    Part("checks", "complaint at leased", "complaint"),
    Part("told_time", "known leapt", "known"),
    Part("keys", "key complaint version asked", "key"),
    Part("counted_days", "day format touched", "day"),
    Part("sheets", "day name data", "day name"),
    Part("tiles", "level place hash", "level place"),
)
"""Everything that a store with tables keeps, in the order in which it is copied."""


@attrs.frozen
class Counts:
    """How many events, complaints and letters there were: the next ones have the numbers behind these."""

    events: int
    complaints: int
    letters: int


class Copies(Protocol):
    """What the session of a store with tables has, so that a house is copied."""

    def hold(self) -> None:
        """Nobody else writes from now on until the transaction ends. Raises `StoreError` where somebody does."""
        ...

    def count_leases(self, now: datetime) -> int:
        """How many letters a worker has in its hands."""
        ...

    def numbered(self) -> Counts:
        """How many there were."""
        ...

    def rows_of(self, part: Part) -> Iterator[Row]:
        """The rows of a part, as far as they are read, in an order that stays."""
        ...

    def is_begun(self) -> bool:
        """Whether a copy into it was begun, and is not done."""
        ...

    def check_empty(self) -> None:
        """Raises `StoreError` where a house is already, other than one that was half copied."""
        ...

    def begin_copy(self) -> None:
        """Mark the store, and take out what a copy that was not done has left. Raises as `check_empty`."""
        ...

    def put_rows(self, part: Part, rows: list[Row]) -> None:
        """Some more rows of a part. Raises `StoreError` where another one writes, too."""
        ...

    def end_copy(self, counts: Counts) -> None:
        """All is there: a desk may open on it."""
        ...


class Digest:
    """What tells whether two stores have the same rows, in whatever order each gives them."""

    def __init__(self, part: Part) -> None:
        self._part, self._sum, self.count = part, 0, 0

    def add(self, row: Row) -> None:
        """One more row."""
        digest = sha256(repr(self._part.compared(row)).encode(errors="backslashreplace")).digest()
        self._sum = (self._sum + int.from_bytes(digest)) % (1 << 256)
        self.count += 1

    def add_all(self, rows: Iterable[Row]) -> Digest:
        """All of these."""
        for row in rows:
            self.add(row)
        return self

    def is_as(self, other: Digest) -> bool:
        """Whether both had the same rows."""
        return (self.count, self._sum) == (other.count, other._sum)


# ── long texts made whole again


class _Keyed(msgspec.Struct):
    key: str


def widen(part: Part, row: Row, facts: bytes = b"") -> Row:
    """The row of a store by SQL with the whole of its long texts, as far as the record says it.

    `facts` are those of the complaint of the row.
    """
    known = dict(zip(part.columns, row, strict=True))
    if not any(is_fitted(known[name]) for name in part.long):
        return row
    whole: dict[str, str] = {}
    with suppress(msgspec.MsgspecError, ValueError, KeyError, TypeError):
        texts = (
            _texts_of(known["message"])
            if part.name == "letters"
            else _texts_in(decode_facts(known.get("facts", facts)))
        )
        whole = {fit(text): text for text in texts}
    return tuple(whole.get(one, one) if name in part.long else one for name, one in known.items())


def is_fitted(text: object) -> bool:
    """Whether it may be the beginning of a text, and a digest."""
    return isinstance(text, str) and "… " in text and fit(text) == text


def _texts_of(message: bytes) -> Iterator[str]:
    yield msgspec.json.decode(message, type=_Keyed).key


def _texts_in(facts: Facts) -> Iterator[str]:
    yield from (facts.customer, facts.channel, *filed_under(facts))
    yield from (one for _, one in zip(PLACE, place_of(facts), strict=True) if isinstance(one, str))
