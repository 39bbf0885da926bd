"""Copying a house into another store: row by row, in short transactions, and compared at the end.

The store that is copied is held: nobody writes there from the first row to the last. The other one is marked before
anything is written, and no desk opens on it until all is there and is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow.desk.copyable_stores import CopyableStores, check_copies
from complaintflow.desk.ledger import LedgerTree
from complaintflow.errors import StoreError

if TYPE_CHECKING:
    from complaintflow.stores.copying import Copies, Digest, Part, Row

_MOST_ROWS = 1_000
_MOST_BYTES = 4_000_000
"""So much is written in one transaction at most, and lies in memory."""
Digests = Mapping[str, "Digest"]


@attrs.frozen
class StoreCopy:
    """A house that was copied: how many rows of each part, and the head that both stores have. A `dry` one has only
    been looked at. `before` is how many rows a copy that was not done had left."""

    rows: Mapping[str, int] = attrs.field(repr=False)
    head: str = attrs.field(repr=False)
    dry: bool
    before: int = 0

    @property
    def complaints(self) -> int:
        """How many complaints."""
        return self.rows["complaints"]

    @property
    def events(self) -> int:
        """How many events."""
        return self.rows["events"]

    @property
    def encrypted(self) -> bool:
        """Whether words lie encrypted in it."""
        return bool(self.rows["data_keys"])


def copy_store(
    source: str,
    target: str,
    *,
    dry_run: bool = False,
    plugins: Iterable[object] = (),
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> StoreCopy:
    """Copy everything that the store at one URL keeps into an empty one at another URL, and compare both.

    It is there as a whole or not at all: a copy that was killed leaves a store on which no desk opens, and the next
    call goes on there; where the first store has changed since, it begins anew. With `dry_run` nothing is written.
    `plugins` are as those of `Desk.open`, and may bring either store: see `CopyableStores`. Raises `InvalidInput` for a
    store that gives no rows and for one that is both, and `StoreError`: where a worker has letters in its hands, where
    somebody writes, where the target is not empty, and where it is not the same in the end.
    """
    stores = CopyableStores(plugins)
    stores.check(source, target)
    with closing(stores.open(source)) as old, old.writing() as held:
        check_copies(held, "source", source)
        _hold(held, clock())
        if dry_run:
            stores.check_empty(target)
            return StoreCopy(
                {name: one.count for name, one in _digests(held)}, str(LedgerTree.of(held).head()), dry=True
            )
        with closing(stores.open(target, copying=True)) as new:
            return _copy(held, new, target)


def _copy(held: Copies, new: Any, target: str) -> StoreCopy:
    with new.reading() as session:
        check_copies(session, "target", target)
        begun = session.is_begun()
    if begun:
        with suppress(_Changed):
            return _copy_rows(held, new)
    with new.writing() as session:
        session.begin_copy()
    return _copy_rows(held, new)


def _copy_rows(held: Copies, new: Any) -> StoreCopy:
    """Copy the rows that are not there yet. Raises `_Changed` where those that are there are others."""
    from complaintflow.stores.copying import PARTS

    with new.reading() as session:
        there = dict(_digests(session))
    copied = {part.name: _copy_part(held, new, part, there[part.name]) for part in PARTS}
    head = str(LedgerTree.of(held).head())  # type: ignore[arg-type]  # a session has more than what is copied by
    with new.reading() as session:
        found = dict(_digests(session))
        other = str(LedgerTree.of(session).head())
    wrong = [name for name, one in copied.items() if not one.is_as(found[name])]
    if wrong or head != other:
        cause = f"it is not as what was copied: {', '.join(wrong) or 'the head'}"
        raise StoreError("the copy", cause, "run it once more; if it stays so, tell those who make complaintflow")
    with new.writing() as session:
        session.end_copy(held.numbered())
    before = sum(one.count for one in there.values())
    return StoreCopy({name: one.count for name, one in copied.items()}, head, dry=False, before=before)


class _Changed(Exception):
    """What was copied before is not as the store that is copied has it now."""


def _copy_part(held: Copies, new: Any, part: Part, there: Digest) -> Digest:
    """Rows are copied in an order that stays, so that those which are there already are the first ones."""
    from complaintflow.stores.copying import Digest

    rows = held.rows_of(part)
    digest = Digest(part).add_all(islice(rows, there.count))
    if not digest.is_as(there):
        raise _Changed
    for batch in _in_batches(rows):
        digest.add_all(batch)
        try:
            with new.writing() as session:
                session.put_rows(part, batch)
        except UnicodeError:
            raise StoreError("the copy", f"{part.name}: there are bytes that are no text", "mend them first") from None
        except StoreError as error:
            raise StoreError(error.store, f"{part.name}: {error.cause}", error.remedy) from None
    return digest


def _digests(session: Copies) -> Iterator[tuple[str, Digest]]:
    from complaintflow.stores.copying import PARTS, Digest

    return ((part.name, Digest(part).add_all(session.rows_of(part))) for part in PARTS)


def _in_batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch, size = list[Any](), 0
    for row in rows:
        batch.append(row)
        size += sum(len(one) for one in row if isinstance(one, (bytes, str)))
        if len(batch) >= _MOST_ROWS or size >= _MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _hold(held: Copies, now: datetime) -> None:
    held.hold()
    if count := held.count_leases(now):
        cause = f"a worker has {count} letter(s) in its hands, and would send them once more from the copy"
        raise StoreError("the store", cause, "stop the workers; who has died holds its letters for a minute or so")
