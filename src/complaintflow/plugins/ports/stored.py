"""What a store keeps and gives back: records of complaints, keys, letters and days."""

from __future__ import annotations

from datetime import datetime

import attrs

from complaintflow._validation.structure import Record
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins.ports.sending import Message
from complaintflow.record.complaint import AT_ONCE, Complaint
from complaintflow.record.searched import NOTHING_NEW, Searched

MOST_SHARDS = 64


SPREAD = 31
"""The last sign of an id counts once in the mark by which shards part, the one before so often."""


@attrs.frozen(eq=False, repr=False)
class Stored(Record):
    """A complaint with the last link of its chain and when it came in (aware UTC).

    `clocks` is what `schedule` was given last, or blank: what its clocks know, which the history gives as well. One
    that is saved has what `schedule` is given next.
    `searched` is news for the search, and goes only into the store. `counted` is what is counted of it, or blank, and
    `counted_to` until when something of it may have counted (None: it goes on).
    """

    complaint: Complaint
    link: bytes
    received_at: datetime
    clocks: bytes = attrs.field(default=b"", eq=False, repr=False)
    searched: Searched = attrs.field(default=NOTHING_NEW, eq=False, repr=False)
    counted: bytes = attrs.field(default=b"", eq=False, repr=False)
    counted_to: datetime | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class Counted(Record):
    """What is counted of a complaint, beside what its clocks know and its last link: all as they were saved."""

    id: str
    counted: bytes = attrs.field(repr=False)
    clocks: bytes = attrs.field(repr=False)
    link: bytes = attrs.field(repr=False)


@attrs.frozen(eq=False, repr=False)
class CountedDay(Record):
    """A day with complaints that count until then: the format of its sheet (0: it has none), and on which day an event
    of such a complaint last took its sheet (both days counted from 1970)."""

    format: int
    touched: int


@attrs.frozen(eq=False, repr=False)
class Remembered(Record):
    """What a key stands for: the complaint, its version afterwards, and the keyed digest of what was asked."""

    complaint: str
    version: int
    asked: str = attrs.field(repr=False)


@attrs.frozen(eq=False, repr=False)
class DataKey(Record):
    """The key of the words of one complaint, as it is kept: wrapped by the root key of this name, or by none.

    A blank `complaint` is the key that hides the words of the search.
    """

    complaint: str
    id: bytes = attrs.field(repr=False)
    root: str = attrs.field(repr=False)
    wrapped: bytes = attrs.field(repr=False)


@attrs.frozen(eq=False, repr=False)
class OutboxEntry(Record):
    """A message in the outbox, and how often it was tried.

    Nobody claims it before `until` (aware). With None it is a dead letter, which waits for a person. `why` says what
    it waits for, or what it died of. With `mending` it waits until a record is mended on which it rests.
    """

    number: int
    message: Message
    attempts: int = 0
    until: datetime | None = AT_ONCE
    why: str = attrs.field(default="", repr=False)
    mending: bool = False

    @property
    def dead(self) -> bool:
        """Whether it is a dead letter."""
        return self.until is None


@attrs.frozen(eq=False, repr=False)
class Shard(Record):
    """One of several parts of all complaints: what a worker looks after that shares the work with others.

    Each complaint is in one shard of a count, with all of its letters. `number` goes from 1 to `count`.
    """

    number: int = 1
    count: int = 1

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.number <= self.count <= MOST_SHARDS:
            expected = f"a number from 1 to the count, and at most {MOST_SHARDS} of them"
            raise InvalidInput((Problem("shard", f"{self.number} of {self.count}", expected),))

    def holds(self, complaint: str) -> bool:
        """Whether this complaint is in it, by the last two characters of its id."""
        last, before = complaint[-1:], complaint[-2:-1]
        mark = (ord(last) if last else 0) + SPREAD * (ord(before) if before else 0)
        return mark % self.count == self.number - 1


WHOLE = Shard()
"""All complaints."""


@attrs.frozen(eq=False, repr=False)
class ToldTime(Record):
    """What time it was when the last tick looked, as far as it is believed (aware UTC).

    `leapt` is a later time, at which a tick saw a clock that leapt; it waits for another one to confirm it.
    """

    known: datetime
    leapt: datetime | None = None


@attrs.frozen(eq=False, repr=False)
class Flaw(Record):
    """Something that a store finds wrong with itself: in which table, what, and where in it. No private data.

    A `harmless` one is told as a note, and is no breach: a house may have meant it so.
    """

    table: str
    what: str
    key: str = ""
    harmless: bool = False
