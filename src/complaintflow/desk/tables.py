"""The version of the tables of a store, looked at without a desk, and how they are brought forward."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from complaintflow.desk.builtin import SQL_SCHEMES, load_sql
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins._store_url import show_url

if TYPE_CHECKING:
    from complaintflow.stores.schema_parts import SchemaPart

_FILE = "sqlite://"
_BY_SQL = tuple(f"{scheme}://" for scheme in SQL_SCHEMES)


@attrs.frozen
class Tables:
    """The version of the tables that are there, 0 for none, and the one that this library makes.

    `missing` is what tables of that version have, and these lack: each in words.
    """

    found: int
    known: int
    missing: tuple[str, ...] = attrs.field(default=(), repr=False)

    @property
    def current(self) -> bool:
        """Whether nothing is to be done."""
        return self.found == self.known and not self.missing


def look_at_tables(url: str) -> Tables:
    """Both versions, and what is missing; nothing is changed. Raises `InvalidInput` for a store without tables of ours,
    and `StoreError`."""
    if url.startswith(_BY_SQL):
        return _tables(*load_sql(url).read_tables(url))
    if url.startswith(_FILE):
        from complaintflow.stores.sqlite.store import read_tables

        return _tables(*read_tables(url))
    raise InvalidInput((Problem("store", show_url(url), "a store with tables: sqlite:///…, postgresql://…"),))


def _tables(found: int, known: int, missing: Iterable[SchemaPart]) -> Tables:
    from complaintflow.stores.schema_parts import meaning_of_missing

    return Tables(found, known, tuple(f"{one}{meaning_of_missing(one.table)}" for one in missing))


def upgrade_tables(url: str) -> Tables:
    """Make the tables, or bring them forward, in one transaction; what they were. Raises what `look_at_tables` does."""
    before = look_at_tables(url)
    if url.startswith(_BY_SQL):
        load_sql(url).upgrade_store(url)
    else:
        from complaintflow.stores import open_sqlite

        open_sqlite(url).close()
    return before
