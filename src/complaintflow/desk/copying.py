"""Copying a house into another store: row by row, in short transactions, and compared at the end.

The store that is copied is held: nobody writes there from the first row to the last. The other one is marked before
anything is written, and no desk opens on it until all is there and is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow.desk.builtin import SQL_SCHEMES, load_sql
from complaintflow.desk.ledger import LedgerTree
from complaintflow.errors import InvalidInput, Problem, StoreError
from complaintflow.plugins._store_url import show_url

if TYPE_CHECKING:
    from complaintflow.stores.copying import Copies, Digest, Part, Row

_MOST_ROWS = 1_000
_MOST_BYTES = 4_000_000
"""So much is written in one transaction at most, and lies in memory."""
_SQLITE = "sqlite:///"
_FILES = (_SQLITE, "sqlite+sql:///")
_TABLES = "a store with tables: sqlite:///…, sqlite+sql:///…, postgresql://…"
Digests = Mapping[str, "Digest"]


@attrs.frozen
class StoreCopy:
    """A house that was copied: how many rows of each part, and the head that both stores have. A `dry` one has only
    been looked at."""

    rows: Mapping[str, int] = attrs.field(repr=False)
    head: str = attrs.field(repr=False)
    dry: bool

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
    source: str, target: str, *, dry_run: bool = False, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> StoreCopy:
    """Copy everything that the store at one URL keeps into an empty one at another URL, and compare both.

    It is there as a whole or not at all: a copy that was killed leaves a store on which no desk opens, and the next
    call begins anew there. With `dry_run` nothing is written. Raises `InvalidInput` for a store without tables of ours
    and for one that is both, and `StoreError`: where a worker has letters in its hands, where somebody writes, where
    the target is not empty, and where it is not the same in the end.
    """
    _check_urls(source, target)
    with closing(_open(source)) as old, old.writing() as held:
        _hold(held, clock())
        if dry_run:
            _check_target(target)
            return StoreCopy(
                {name: one.count for name, one in _digests(held)}, str(LedgerTree.of(held).head()), dry=True
            )
        with closing(_open(target, copying=True)) as new:
            return _copy(held, new)


def _copy(held: Copies, new: Any) -> StoreCopy:
    from complaintflow.stores.copying import PARTS

    with new.writing() as session:
        session.begin_copy()
    copied = {part.name: _copy_part(held, new, part) for part in PARTS}
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
    return StoreCopy({name: one.count for name, one in copied.items()}, head, dry=False)


def _copy_part(held: Copies, new: Any, part: Part) -> Digest:
    from complaintflow.stores.copying import Digest

    digest = Digest(part)
    for rows in _in_batches(held.rows_of(part)):
        digest.add_all(rows)
        try:
            with new.writing() as session:
                session.put_rows(part, rows)
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


def _check_target(target: str) -> None:
    """Raises `StoreError` where a copy would not begin."""
    if _version(target, copying=True)[0]:
        with closing(_open(target, copying=True)) as new, new.reading() as session:
            session.check_empty()


# ── the stores


def _check_urls(source: str, target: str) -> None:
    for name, url in (("source", source), ("target", target)):
        if not url.startswith((_SQLITE, *(f"{scheme}://" for scheme in SQL_SCHEMES))):
            raise InvalidInput((Problem(name, show_url(url), _TABLES),))
    if _place(source) == _place(target):
        raise InvalidInput((Problem("target", "the store that is copied", "another one, which is empty"),))
    if not _version(source)[0]:
        raise StoreError(show_url(source), "there is nothing in it", "name the store that is to be copied")


def _place(url: str) -> str:
    scheme = next((one for one in _FILES if url.startswith(one)), "")
    return str(Path(url.removeprefix(scheme)).resolve()) if scheme else url


def _version(url: str, *, copying: bool = False) -> tuple[int, int]:
    if not url.startswith(_SQLITE):
        return load_sql(url).read_version(url, copying=copying)
    from complaintflow.stores.sqlite.store import read_version

    return read_version(url, copying=copying)


def _open(url: str, *, copying: bool = False) -> Any:
    if not url.startswith(_SQLITE):
        return load_sql(url).open_sql(url, copying=copying)
    from complaintflow.stores import open_sqlite

    return open_sqlite(url, copying=copying)
