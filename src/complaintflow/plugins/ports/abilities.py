"""What a store or its session may offer beside all that it must: each may be left out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from complaintflow.plugins.ports.storage import Session
from complaintflow.plugins.ports.stored import Counted, CountedDay, DataKey, Flaw, Remembered
from complaintflow.record.history import Sealed
from complaintflow.record.searched import Searched


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
