"""The commands about the tables of a store: which version they have, and to bring them forward."""

from __future__ import annotations

from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.integrity import view_of_integrity
from complaintflow.cli.output import View
from complaintflow.cli.remembering import RememberingApp
from complaintflow.cli.settings import Settings, Shared
from complaintflow.desk.copying import StoreCopy, copy_store
from complaintflow.desk.integrity import Integrity
from complaintflow.desk.tables import Tables, look_at_tables, upgrade_tables
from complaintflow.interchange import to_data
from complaintflow.plugins._store_url import show_url

db = RememberingApp(name="db", help="The tables of the store: current, check, upgrade, copy.")


@db.command
def current(*, settings: Shared) -> int:
    """Print the version of the tables that are there; 0 means none. JSON: `found`, `known`, `current`, `missing`."""
    _tell(settings, look_at_tables(settings.store))
    return Code.OK


@db.command
def check(*, settings: Shared) -> int:
    """Whether the tables are as this library makes them: the exit code is 0, else 7. Nothing is changed.

    Every table, column, index and unique key that is missing is named, as after a restore that left one out.
    """
    return _tell(settings, look_at_tables(settings.store))


@db.command
def upgrade(*, settings: Shared) -> int:
    """Make the tables, or bring them forward in one transaction. Stop the other processes, and back up before."""
    before = upgrade_tables(settings.store)
    return _tell(settings, look_at_tables(settings.store), before.found)


@db.command
def copy(
    source: Annotated[str, Parameter(help="The URL of the store that is copied.")],
    target: Annotated[str, Parameter(help="The URL of an empty store; a file and tables are made where none are.")],
    /,
    *,
    dry_run: Annotated[bool, Parameter(help="Only count what would be copied.", negative="")] = False,
    settings: Shared,
) -> int:
    """Copy a whole house into an empty store: SQLite or PostgreSQL. Stop its workers and web servers before.

    Nobody writes into the store that is copied until this is done; who tries waits, and then gets an error. Both are
    compared row by row, and the copy is checked as by `fsck`, under --chain-key and --keys. Killed or failed, it leaves
    a store on which nothing opens; run it once more, and it goes on, or begins anew where the first store has changed.
    Plugins may bring either store. The exit code is 0 when all is there and sound, 8 when there are breaches, which the
    first store has as well, 7 when nothing was copied. JSON: `rows` by their kind, `head`, `dry`, `before` (rows that
    were there already), `integrity` as by `fsck`.
    """
    copied = copy_store(source, target, dry_run=dry_run, plugins=settings.plugins)
    found = None if copied.dry else _check(attrs.evolve(settings, store=target), copied)
    settings.output.emit({**to_data(copied), "integrity": found and to_data(found)}, _view(copied, target, found))
    return Code.OK if found is None or found.sound else Code.BREACHED


def _check(settings: Settings, copied: StoreCopy) -> Integrity:
    """Without the keys of words, a check needs none."""
    locked = copied.encrypted and not settings.keys
    with (attrs.evolve(settings, keys="none") if locked else settings).desk(new=True) as desk:
        return desk.check_integrity(anchor=copied.head)


def _view(copied: StoreCopy, target: str, found: Integrity | None) -> View:
    done = "would be copied" if found is None else f"copied to {show_url(target)}, row by row the same"
    yield f"{copied.complaints} complaint(s), {copied.events} event(s), {copied.rows['letters']} letter(s) {done}"
    if copied.before:
        yield f"{copied.before} row(s) were there, from a copy that was not done"
    yield f"head {copied.head}"
    if found:
        yield from view_of_integrity(found)


def _tell(settings: Shared, tables: Tables, before: int | None = None) -> int:
    document = {"found": tables.found, "known": tables.known, "current": tables.current, "missing": tables.missing}
    settings.output.emit(document, _lines(tables, before))
    return Code.OK if tables.current else Code.STORE


def _lines(tables: Tables, before: int | None) -> View:
    was = "" if before is None or before == tables.found else f", and had {before}"
    needs = f"; this library works with {tables.known}: complaintflow db upgrade"
    yield f"the tables have version {tables.found}{was}{'' if tables.found == tables.known else needs}"
    yield from (f"missing: {one}" for one in tables.missing)
    if tables.missing:
        yield "restore what is missing from the backup of the same moment, or all of it; then run fsck"
