"""What an actor does next, and whether it matters to another one: so far as that, when it is done makes no difference.

Two steps of two actors are *tied* when one of them sees, or waits for, what the other one shows or holds. Where they
are not, each order of the two ends alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

EVERYTHING = frozenset({"*"})
NOTHING = frozenset[str]()

STATEMENT, BEGIN, COMMIT, ROLLBACK, SEND, ANSWER, TIME = (
    "statement",
    "begin",
    "commit",
    "rollback",
    "send",
    "answer",
    "time",
)

_TABLE = re.compile(r"\bcomplaintflow_(\w+)")
_WRITTEN = re.compile(r"^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+(?:complaintflow_)?(\w+)")
_UNDER_THE_TURN = frozenset(
    {
        *("complaints", "events", "words", "labels", "paid", "marks", "keys", "policies", "tiles", "told_time"),
        *("ledger", "counted_days", "sheets"),
    }
)
"""The tables that nobody writes without the turn: who has it reads nothing in them that changes meanwhile."""


class Step(NamedTuple):
    """What comes next: the tables that it `reads`; what it `holds` from then on, or waits for; what it `shows` to
    others, or lets go. `needs` is a lock that only one has at a time. `first`: of its transaction."""

    kind: str
    text: str
    reads: frozenset[str] = NOTHING
    holds: frozenset[str] = NOTHING
    shows: frozenset[str] = NOTHING
    needs: str = ""
    first: bool = False

    def __str__(self) -> str:
        return self.text if self.kind == STATEMENT else f"{self.kind} {self.text}".strip()


class Footprint:
    """All that the steps of an actor read, hold and show, as far as it is known."""

    def __init__(self) -> None:
        self.reads, self.holds, self.shows = set[str](), set[str](), set[str]()

    def add(self, step: Step) -> None:
        """It does this as well."""
        self.reads |= step.reads
        self.holds |= step.holds
        self.shows |= step.shows

    @property
    def size(self) -> int:
        """How much is known."""
        return len(self.reads) + len(self.holds) + len(self.shows)


def tied(one: Step | Footprint, other: Step | Footprint) -> bool:
    """Whether it makes a difference which of the two comes first."""
    return (
        _meet(one.reads, other.shows)
        or _meet(one.shows, other.reads)
        or _meet(one.holds, other.holds)
        or _meet(one.holds, other.shows)
        or _meet(one.shows, other.holds)
    )


def _meet(one: Iterable[str], other: Iterable[str]) -> bool:
    some, more = set(one), set(other)
    return bool(some & more or ("*" in some and more) or ("*" in more and some))


def tables_of(sql: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tables of a statement: those that it reads, and those in which it changes or locks rows."""
    written = _WRITTEN.match(sql)
    every = frozenset(_TABLE.findall(sql))
    if written:
        return every - {written[1]}, frozenset({written[1]})
    return (NOTHING, every) if "FOR UPDATE" in sql else (every, NOTHING)


def statement(sql: str, *, has_turn: bool, first: bool) -> Step:
    """A statement of a transaction on PostgreSQL that may write: each of them sees what is there by then."""
    reads, holds = tables_of(sql)
    if "ledger" in holds and "FOR UPDATE" in sql:
        return Step(STATEMENT, sql, holds=frozenset({"ledger"}), needs="ledger", first=first)
    if has_turn:
        reads, holds = reads - _UNDER_THE_TURN, holds - _UNDER_THE_TURN
    if "FOR UPDATE" in sql:
        reads |= holds
    return Step(STATEMENT, sql, reads, holds, first=first)
