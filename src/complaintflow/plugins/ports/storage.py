"""The store: what it keeps, and the session through which the desk reads and writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from complaintflow.errors import SetAside
from complaintflow.insight.batches import Only, Sighting
from complaintflow.plugins.ports.lists import Page, Query
from complaintflow.plugins.ports.sending import Message
from complaintflow.plugins.ports.stored import WHOLE, OutboxEntry, Remembered, Shard, Stored, ToldTime
from complaintflow.record.history import Sealed


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

        None overtakes another one: a letter waits while somebody has an earlier letter of its complaint.

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
