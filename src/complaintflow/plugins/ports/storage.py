"""The store: what it keeps, and the session through which the desk reads and writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

import attrs

from complaintflow._validation.structure import Record
from complaintflow.errors import InvalidInput, Problem, SetAside
from complaintflow.insight.batches import Only, Sighting
from complaintflow.plugins.ports.lists import Page, Query
from complaintflow.plugins.ports.sending import Message
from complaintflow.record.complaint import AT_ONCE, Complaint
from complaintflow.record.history import Sealed
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


class Complaints(Protocol):
    """Complaints and their sealed histories. They are only added to.

    What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.

    - Calls: by the desk: it loads, then saves the events that were decided and the snapshot that they make.
    - Threads: one at a time, in the transaction of its session.
    - Errors: `Conflict` when a place in a history is taken, or when events before it are missing. `UnreadableRecord`
      where one complaint is asked for that cannot be read (its bytes are damaged, its format is not known); where many
      are, the others are found.
    - Idempotency: none: `save` appends. Versions keep an event from being saved twice.
    - Time: times come aware (UTC), and come back to the microsecond. They are compared as times, not as texts.
    """

    def load(self, id: str) -> Stored | None:
        """The complaint with its body, or None. Raises `UnreadableRecord`.

        The body may be read only when somebody looks at it (`Body.later`), which may be after the transaction. It is
        always that of the version that was loaded. `Complaint.card` comes back as it was saved last, or blank: a store
        may leave it out.
        """
        ...

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Sealed, ...]:
        """Its sealed events, in order of their sequence (10 after 9); none for an id that is not there.

        Only those behind the number `after`, and no more than `limit`: then no others are read.
        """
        ...

    def find(self, query: Query) -> Page:
        """What fits the query, as it is in this transaction.

        What cannot be read is named in its page, and holds up no other and no later page. `text` is asked of the words
        that `Stored.searched` brought, as `wording.search` parts them. Raises `InvalidInput` for a cursor of another
        question.
        """
        ...

    def count(self, query: Query) -> int:
        """How many fit the query, on all its pages."""
        ...

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
        """R12: what came in between these times (aware, both inside), of this type and area where they are given."""
        ...

    def find_paid(self, customer: str, orders: Collection[str]) -> tuple[str, ...]:
        """R26: the ids of the customer's complaints that paid something, and are filed under one of these orders.

        `save` files each under all orders of `record.matter.filed_under`, and takes none away later. It is read in the
        transaction that pays, so use an index: two who pay at once see each other, or one gets an error.
        """
        ...

    def alike(self, type: str, area: str, at: datetime, until: datetime, only: Only = "") -> Iterator[Sighting]:
        """R12: what came in with this type and area from `at` on until `until` (aware, both inside), the nearest first.

        `until` may be earlier than `at`. The caller reads as far as it needs, and writes nothing meanwhile: what it
        does not read must cost nothing. `only` asks for those that are linked to an incident, or were proposed for one.
        """
        ...

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        """Append the events and replace the snapshot. Keep what is searched. When it is to be checked, `schedule` says
        in this transaction.

        The first event follows the last one that is there. Raises `Conflict` when its place is taken and when there
        would be a gap: `expected` is the version that the events follow, `found` the one that is there, 0 for none.
        """
        ...

    def links(self, after: int = 0) -> Iterator[bytes]:
        """The links of all events in the order in which they were saved, beginning behind so many.

        A place that was read once keeps its link: what is saved later comes behind it, also of a transaction that
        began earlier.
        """
        ...

    def ids(self) -> Iterator[str]:
        """The ids of all complaints, each once."""
        ...


class Outbox(Protocol):
    """Messages that wait to be sent, dead letters, and when each recipient was last written to.

    A message comes back as it was given, with each of its fields. Messages wait in the order in which they were given.

    - Calls: `enqueue` with the events that say a message; `claim` before it is sent, then `reschedule` or `remove`.
    - Threads: in the transaction of its session. A claimed entry is leased: two deliveries never send it at one time.
    - Errors: `StoreError`, which rolls the transaction back; but after an `UnreadableRecord` it goes on. A number that
      is gone is no error.
    - Idempotency: a removed entry stays removed, and its number is never given to another one.
    - Time: a wait ends at the time that is given; an entry is free when its `until` has come. A lease is as long as
      from `now` to `until`. A store that several machines share measures it by a clock of its own: so a worker whose
      clock is wrong neither takes what another one holds nor holds anything for longer. Another store may measure it by
      the times that are given.
    """

    def enqueue(self, message: Message) -> None:
        """Put a message into the outbox."""
        ...

    def claim(
        self, limit: int, now: datetime, until: datetime, after: int = 0, shard: Shard = WHOLE
    ) -> tuple[OutboxEntry, ...]:
        """The oldest entries that are free by now, as they lay there, beginning after this number. They are leased:
        nobody else claims them before `until`, and each counts one attempt more then. One whose lease ended unused
        comes with `AT_ONCE`, since nobody put it back. Of a shard only the letters of its complaints are claimed.

        It stops before one that cannot be read. When that is the first, it raises `UnreadableRecord` with its number
        as the key, and leases nothing: the caller may go on after it.
        """
        ...

    def reschedule(self, entry: OutboxEntry) -> None:
        """It waits again, or is a dead letter from now on, just as it is given here.

        What was removed meanwhile stays so.
        """
        ...

    def remove(self, number: int) -> None:
        """A message is done with, a dead letter too."""
        ...

    def waiting(self) -> int:
        """How many messages are in the outbox, dead letters apart."""
        ...

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        """What waits, or the dead letters, in the order of their numbers, beginning after this one.

        What cannot be read is left out, and something later takes its place: `unreadable_letters` names it.
        """
        ...

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        """What cannot be read of all that waits and of the dead letters, in the order of the numbers, which are the
        keys; with the key of the message where it is known."""
        ...

    def find_message(self, key: str) -> OutboxEntry | None:
        """The entry of the message with this key, a dead letter too; None when there is none that can be read."""
        ...

    def note_sending(self, recipient: str, at: datetime) -> None:
        """A message goes to this recipient now; what is older than a day may be forgotten."""
        ...

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        """When messages went to this recipient after that time, the first one first."""
        ...


class Schedule(Protocol):
    """When the clocks of each complaint are to be checked next.

    - Calls: `schedule` after each `save`, `due` by each tick, then `schedule` for each complaint that was checked.
    - Threads: in the transaction of its session. What is due is leased: two ticks never check the same complaint.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: `schedule` replaces; the last time that was given counts.
    - Time: the earliest comes first, by time and not by text. What was leased by a tick that died is due again when the
      lease ends. Leases are measured as those of the outbox are.
    """

    def schedule(self, id: str, when: datetime | None, clocks: bytes = b"") -> None:
        """When the clocks of this complaint are to be checked next (aware); None: not unless something happens.

        `load` gives the `clocks` back, as bytes. A store may keep none, and gives blank ones; then each look reads the
        history.
        """
        ...

    def note_due(self, id: str, when: datetime | None, clock: str) -> None:
        """When this clock is due, the next one of this complaint, or was and still is (aware); None and blank: none.

        `load` and `find` give them as `Complaint.next_due` and `next_due_for`. `save` and `schedule` leave them as they
        are.
        """
        ...

    def due(self, limit: int, now: datetime, until: datetime, shard: Shard = WHOLE) -> tuple[str, ...]:
        """The ids that are to be checked by now, the longest waiting first, leased until then. Of a shard only its own
        complaints are given."""
        ...

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        """What is to be checked next, the earliest first, with its id."""
        ...

    def told_time(self) -> ToldTime | None:
        """What `tell_time` kept last, or None."""
        ...

    def tell_time(self, told: ToldTime) -> None:
        """Keep what time the last tick saw."""
        ...


class Keys(Protocol):
    """What the keys of callers stand for, so that a retry gets the first result.

    The desk hands over a digest of each key and never the key, which callers make of words.

    Two keys are one only when every character is the same: case, blanks at the end and forms of Unicode count, and no
    key is cut.

    - Calls: `result_for_key` before a command with a key is decided, `remember` in the same transaction after it.
    - Threads: in the transaction of its session. Of two writers with one key, the second reads the first result, or
      gets an error and reads it when it asks again.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: this is what it is for: a key is remembered once and never forgotten. One without the mark
      `keyed-` goes with the words of its complaint when somebody erases these in the store.
    - Time: no time comes or goes here.
    """

    def remember(self, key: str, what: Remembered) -> None:
        """Keep what a key stands for. The first meaning stays: a key that is there is refused with a `StoreError`, or
        the second meaning is ignored."""
        ...

    def result_for_key(self, key: str) -> Remembered | None:
        """What a key stands for, or None."""
        ...


class Policies(Protocol):
    """The documents of all policies that complaints were received under. A document comes back byte for byte.

    - Calls: `keep_policy` with a complaint that is received or migrated, `policy` when one is decided by it.
    - Threads: one at a time, in the transaction of its session.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: a document that is there stays as it is.
    - Time: no time comes or goes here.
    """

    def keep_policy(self, digest: str, document: bytes) -> None:
        """Keep the document of a policy under its digest; one that is there stays as it is."""
        ...

    def policy(self, digest: str) -> bytes | None:
        """The document of a policy, or None."""
        ...


class Session(Complaints, Outbox, Schedule, Keys, Policies, Protocol):
    """One transaction. What it reads belongs together; what it writes is there as a whole or not at all.

    It sees what it wrote itself. Names and texts are compared by every character, and none is cut: 100,000 characters
    come back whole, in any script. A blank text is no None.

    - Calls: by the desk, any number in any order, until the block of the transaction ends; a reader never writes.
    - Threads: one session belongs to the thread that opened it.
    - Errors: `Conflict` when a place in a history is taken, `StoreError` for all else; either rolls everything back.
      The errors of a driver come as `StoreError`, too.
    - Idempotency: none; `save` appends. What must not happen twice is kept by versions and by `remember`.
    - Time: whatever time it needs is given to it (aware UTC), and comes back to the microsecond. It reads no clock.
    """

    def recall(self, now: datetime, leases: datetime, waits: datetime) -> None:
        """Give back what no clock allows: a lease of a message or a complaint that is longer than from `now` until
        `leases`, and whatever waits longer than until `waits`. They are free, or due, at once; what was written by a
        clock that leapt holds up nothing. Dead letters stay."""
        ...


class Checkable(Protocol):
    """What a session may offer beside all else, for `check_integrity`. A store may leave all of it out.

    Where it has `texts_of_history = True` as well, the texts of a complaint are read from its history, and are not read
    again to be compared with it.

    - Calls: by `check_integrity` alone, within a transaction that reads.
    - Threads: in the transaction of its session.
    - Errors: `StoreError`. What it finds wrong with itself is a `Flaw`, and not an error.
    - Idempotency: it reads, and changes nothing.
    - Time: no time comes or goes here. It may read everything that is stored, once.
    """

    def flaws(self) -> Iterator[Flaw]:
        """What the store finds wrong with itself: damaged pages, a schema that is not its own, rows without owners."""
        ...

    def remembered(self) -> Iterator[tuple[str, Remembered]]:
        """Every key with what it stands for."""
        ...

    def kept_policies(self) -> Iterator[str]:
        """The digests of all policies that are kept."""
        ...

    def searched(self, id: str) -> Searched:
        """All that a complaint is found by beside its facts: words as `index_words` makes them, and labels."""
        ...


class KeepsTree(Protocol):
    """What a session may offer beside all else, so that the head and a receipt need no walk through all links, and what
    changed since a cursor is found. A store may leave all of it out. Then they read every link, and `Desk.changed`
    gives no cursor: whoever learns by it reads everything each time, an `AnswerIndex` the list of the archive.

    A *tile* is the hash over 64 children: over the hashes of 64 links at level 1, over 64 tiles of the level below at
    any other. The desk makes them, behind the commits. Nothing rests on them: `check_integrity` makes each anew.

    - Calls: `place` and the counts by whoever asks for a head or a receipt, `ids_behind` for what changed, `keep_tiles`
      by ticks.
    - Threads: in the transaction of its session.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: the same tile may be given twice.
    - Time: no time comes or goes here.
    """

    def place(self, id: str, seq: int) -> int | None:
        """How many events were saved before this one; None when it is not there."""
        ...

    def ids_behind(self, after: int) -> Iterator[str]:
        """The ids of the complaints of which an event was saved behind so many, each once."""
        ...

    def count_tiles(self, level: int) -> int:
        """How many tiles of this level are kept; of level 0, how many links there are."""
        ...

    def tiles(self, level: int, after: int = 0) -> Iterator[bytes]:
        """The tiles of this level from 1 on, as far as they are read, in order, beginning behind so many."""
        ...

    def keep_tiles(self, level: int, after: int, hashes: Sequence[bytes]) -> None:
        """Keep these tiles behind so many of their level. One that is there stays as it is."""
        ...


class KeepsCounts(Protocol):
    """What a session may offer beside all else, so that figures read no histories. A store may leave it out; then they
    read every history.

    - Calls: `counted` by whoever asks for figures. `Stored.counted` and `counted_to` are given to `save`.
    - Threads: in the transaction of its session.
    - Errors: `StoreError`. What cannot be read is given as it is; the desk looks at it.
    - Idempotency: it reads, and changes nothing.
    - Time: times come aware (UTC), and are compared as times.
    """

    def counted(self, since: datetime, until: datetime) -> Iterator[Counted]:
        """What was saved last of each complaint that came in before `until` and counts at `since` or later, or goes on.

        In any order, each once, as far as somebody reads them.
        """
        ...


class KeepsSheets(Protocol):
    """What a session that keeps counts may offer beside them, so that figures over a long time read few rows. A store
    may leave it out; then they read what is counted of each complaint.

    A *sheet* is what is counted of all complaints of which `counted_to` lies on one day: columns by their names. Days
    (UTC) are counted from 1970.

    - Calls: `counted_days`, `counted_on` and `sheets` by whoever asks for figures, `days_without_sheet` and
      `keep_sheet` by a tick, for days that are over.
    - Threads: in the transaction of its session.
    - Errors: `StoreError`. A sheet that cannot be read is given as it is; the desk looks at it.
    - Idempotency: the last `keep_sheet` of a day counts.
    - Time: a day is what `counted_to` says, and `touched` what the last event says that was saved: no clock is read.
    """

    def counted_days(self, since: int) -> Mapping[int, CountedDay]:
        """Every day from this one on that ever had such a complaint.

        A save of a complaint that has such a day, or had one before, takes the sheet of that day in the same
        transaction; so does `reseal`.
        """
        ...

    def days_without_sheet(self, format: int, before: int, limit: int) -> Sequence[int]:
        """The earliest days that have no sheet of this format or a newer one; each lies before that day, and was not
        touched since.
        """
        ...

    def counted_on(self, day: int) -> Iterator[Counted]:
        """As `counted`, of those whose `counted_to` lies on this day. In a transaction that writes, what it gives stays
        as it is until that ends.
        """
        ...

    def sheets(self, since: int, names: Collection[str]) -> Iterator[tuple[int, Mapping[str, bytes]]]:
        """The sheets from this day on, each with those of these columns that it has, in the order of the days."""
        ...

    def keep_sheet(self, day: int, format: int, columns: Mapping[str, bytes]) -> None:
        """Keep the sheet of a day, in place of the one that was there."""
        ...


class CountsSeries(Protocol):
    """What a session may offer beside all else, so that spikes are found (R41). A store may leave it out; then nobody
    looks for them.

    A *series* is a name of up to 100 plain letters, digits, dashes and colons, under which complaints are counted.

    - Calls: `file_in_series` by a tick that looks at the complaint, the other two by looks for spikes and lists.
    - Threads: in the transaction of its session. Two who file in one series at once count both.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: a complaint is in a series once, however often it is filed there.
    - Time: times come aware (UTC). An hour is a number: whole hours since 1970 (UTC).
    """

    def file_in_series(self, id: str, series: Mapping[str, datetime]) -> Mapping[str, int]:
        """File this complaint, which is saved, in each of these series, at its time. Where it is already it stays.

        The answer has those in which it is new, and how many are in its hour there now.
        """
        ...

    def count_by_hour(self, series: str, since: int, until: int) -> Iterator[tuple[int, int]]:
        """The hours from `since` on and before `until` in which any came into the series, in order, and how many. What
        was erased since is still counted."""
        ...

    def in_series(self, series: str, since: datetime, until: datetime, limit: int) -> tuple[str, ...]:
        """The latest ids in this series between these times (both inside), the last one first."""
        ...


class Erases(Protocol):
    """What a session may offer beside all else: to take the words of a complaint out of all that is kept. A store may
    leave it out, as one must that only adds to a file; then a desk refuses to erase.

    - Calls: by the desk, for each complaint that is erased, after all else that its transaction saves.
    - Threads: in the transaction of its session.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: what is gone stays gone, and a commitment that is there stays as it is.
    - Time: no time comes or goes here. What is deleted may lie in free pages and logs until `Vacuums` takes it.
    """

    def erase(self, id: str, events: Collection[int]) -> None:
        """Take the words of these events: all but the commitment stays of each, and `data` is None and `salt` blank.

        With them go the card, and all words and labels by which a search finds the complaint. Every letter of it goes,
        dead ones and those that cannot be read as well, so that none of them is sent any more. Its keys go, but for
        those with the mark `keyed-`. It is in no series any more. Of other complaints everything stays.
        """
        ...


class KeepsDataKeys(Protocol):
    """What a session may offer beside all else: a table of keys, so that words lie encrypted. A store may leave it out;
    then a desk with keys refuses to open on it.

    It reads no word: what is encrypted comes as bytes and goes as bytes.

    - Calls: by the desk, with what it saves, and by those who encrypt what is there or wrap the keys anew. A desk that
      has no keys calls `check_no_keys` alone, first in each transaction that writes.
    - Threads: in the transaction of its session. Of two writers of one key the second gets an `Overtaken`.
    - Errors: `StoreError`, which rolls the transaction back.
    - Idempotency: what is destroyed stays so; to destroy what is not there is no error.
    - Time: no time comes or goes here. What is destroyed may lie in free pages and logs until `Vacuums` takes it.
    """

    def data_keys(self, complaints: Collection[str]) -> tuple[DataKey, ...]:
        """The keys of these complaints, as far as there are any."""
        ...

    def check_no_keys(self) -> None:
        """A desk without keys asks this before it writes: with the key that is no complaint's, the transaction ends in
        a `StoreError`, here or before its commit, and nothing of it is kept."""
        ...

    def data_keys_behind(self, after: str, limit: int) -> tuple[DataKey, ...]:
        """The next keys behind that of this complaint, in an order that stays. Not the one that is no complaint's."""
        ...

    def keep_data_key(self, key: DataKey) -> None:
        """Keep the key of a complaint. One that is there stays: then this is refused with an `Overtaken`."""
        ...

    def rewrap_data_key(self, key: DataKey) -> None:
        """The key with the same complaint and the same id lies wrapped like this from now on."""
        ...

    def destroy_data_key(self, complaint: str) -> None:
        """The key of this complaint is nowhere any more, and those of others stay."""
        ...

    def reseal(self, id: str, events: Sequence[Sealed], card: bytes, searched: Searched) -> None:
        """The words of these events, the card and what is searched lie like this from now on. Links and all else stay
        as they are, but that what is counted is blank."""
        ...


class Vacuums(Protocol):
    """What a store may offer beside all else: to take what was deleted out of its files. A store may leave it out.

    - Calls: by `Desk.vacuum`, after an erasure, outside of any transaction.
    - Threads: many at once; others may have to wait until it is done.
    - Errors: `StoreError`; then what was deleted may still lie in the files, and nothing else changed.
    - Idempotency: it may be called again at any time.
    - Time: it reads no clock, and may take as long as to write everything anew.
    """

    def vacuum(self) -> None:
        """Write the files anew without what was deleted, and leave none of it in a log beside them."""
        ...


class JoinedStore(Protocol):
    """A store within a transaction that a host has opened, and ends. Each of its own transactions is a part of it.

    - Calls: as those of a `Store`. `close` closes nothing.
    - Threads: one at a time, in the thread of the host's transaction.
    - Errors: as those of a `Store`. After one the host's transaction is as before, unless it is an `Overtaken` with
      `whole`.
    - Idempotency: none, as of a `Store`.
    - Time: as of a `Store`, no time is read here.
    """

    @property
    def after_commit(self) -> Callable[[Callable[[], object]], object] | None:
        """Takes what is to be called after the host's commit; None where the connection does not say when that is."""
        ...

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads. It sees what the host's transaction sees."""
        ...

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction of which all stays in the host's, or nothing."""
        ...

    def close(self) -> None:
        """Nothing is to be closed."""
        ...


class JoinsTransactions(Protocol):
    """What a store may offer beside all else: to work within a transaction that a host has opened. A store may leave it
    out.

    - Calls: by `Desk.on`, for each transaction of a host.
    - Threads: many at once, each with a connection of its own.
    - Errors: `DefinitionError` for what is no connection to its database, `StoreError` where the host commits each
      statement by itself.
    - Idempotency: it changes nothing. Where no transaction is open, the first one that the desk asks for begins it.
    - Time: no time comes or goes here.
    """

    def join(self, connection: object) -> JoinedStore:
        """The store within the transaction on this connection."""
        ...


class ReadsAhead(Protocol):
    """What a session may offer beside all else: it hears what many questions are about before they are asked, and may
    read all of it at once. A store may leave it out; then each is read when it is asked about.

    - Calls: by `Desk.do_many` and `Desk.receive_many`, first in their transaction.
    - Threads: in the transaction of its session.
    - Errors: `StoreError`, which rolls the transaction back. What is not there is no error.
    - Idempotency: it changes nothing. What it hears may never be asked for.
    - Time: no time comes or goes here.
    """

    def read_ahead(
        self, ids: Collection[str], keys: Collection[str], customers: Collection[str], repeating: Collection[str]
    ) -> Collection[str]:
        """These complaints are going to be loaded, these keys asked for, and of these customers what they have open; so
        of the customers of those complaints that are `repeating`: they may turn out to repeat another one.

        All comes as it is by then: with all that this transaction has written meanwhile, and of others as if it were
        read now. It says which complaints it has read.
        """
        ...


class TellsOfLetters(Protocol):
    """What a store may offer beside all else: a worker hears at once that letters have come, also those of another
    process. A store may leave it out; then a worker looks by its pace.

    - Calls: by `Desk.wait_for_letters`, again and again, outside of any transaction.
    - Threads: several may wait; one that waits keeps nobody from writing.
    - Errors: none. What makes it deaf is no error: it says no when the time is over.
    - Idempotency: it changes nothing. It may say yes for letters that somebody else has taken meanwhile.
    - Time: it waits for so many seconds at most, by the clock of the machine.
    """

    def wait_for_letters(self, seconds: float) -> bool:
        """Whether letters may have come, within so many seconds at most."""
        ...


class SharesTransactions(Protocol):
    """What a store may offer beside all else that works on the connections of a host, and so within a transaction where
    the host has one open. A store may leave it out.

    - Calls: by the desk, for each of its own calls that changes something.
    - Threads: many at once, each with a connection of its own.
    - Errors: `StoreError`, when the connection cannot say it.
    - Idempotency: `call_after_commit` calls once what it was given once.
    - Time: no time comes or goes here.
    """

    def in_transaction(self) -> bool:
        """Whether this thread is within a transaction of the host, which may be rolled back."""
        ...

    def call_after_commit(self, told: Callable[[], object]) -> None:
        """Call it after the commit of the host's transaction, and not at all when it is rolled back."""
        ...


class Store(Protocol):
    """Keeps everything. What `writing()` left without an exception is durable: it survives a killed process.

    Another instance on the same data, in this process or in another one, reads at once what was written.

    - Calls: the desk opens a transaction for each of its own calls, one for reading or one for writing, never nested.
    - Threads: many at once. Two writers wait for each other or get an error, never a mixture; a reader sees no half.
      The child of a fork opens files of its own, or gets a `StoreError`; it never goes on with its parent's.
      What one reader sees is of one moment, though others write meanwhile.
      Many writers may be inside at once only if what one has looked at still stands when it writes: what was found of
      a customer, what is alike, a key that was not there, a letter. Else it gets an `Overtaken`.
    - Errors: `StoreError`, at once and loudly: the caller of the desk gets it, and nothing was saved. The store goes on
      after an error. `Overtaken` is one that a desk does not tell its caller at once: nothing was saved, and it decides
      again, some times, on what is there then.
    - Idempotency: a transaction that raised left nothing and may be tried again, whatever it raised: a
      `KeyboardInterrupt` too, and a `Conflict` with all that stood before it. `close` may be called twice.
    - Time: it reads no clock. A writer that waits for another one longer than its patience gives up with an error.
    """

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads."""
        ...

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction that commits when its block ends and rolls back when it raises."""
        ...

    def close(self) -> None:
        """Refuse new work, let those end who are inside, and give everything back; calling it twice is allowed."""
        ...


StoreOpener = Callable[[str], Store]
"""Opens the store that a URL names."""
