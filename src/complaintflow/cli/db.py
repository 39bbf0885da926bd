"""The commands about the tables of a store: which version they have, and to bring them forward."""

from __future__ import annotations

from cyclopts import App

from complaintflow.cli.failures import Code
from complaintflow.cli.settings import Shared
from complaintflow.desk.tables import Tables, look_at_tables, upgrade_tables

db = App(name="db", help="The tables of the store: current, check, upgrade.")


@db.command
def current(*, settings: Shared) -> int:
    """Print the version of the tables that are there; 0 means none. JSON: `found`, `known`, `current`."""
    return _tell(settings, look_at_tables(settings.store))


@db.command
def check(*, settings: Shared) -> int:
    """Whether the tables are as this library makes them: the exit code is 0, else 7. Nothing is changed."""
    found = look_at_tables(settings.store)
    _tell(settings, found)
    return Code.OK if found.current else Code.STORE


@db.command
def upgrade(*, settings: Shared) -> int:
    """Make the tables, or bring them forward in one transaction. Stop the other processes, and back up before."""
    before = upgrade_tables(settings.store)
    return _tell(settings, Tables(before.known, before.known), before.found)


def _tell(settings: Shared, tables: Tables, before: int | None = None) -> int:
    document = {"found": tables.found, "known": tables.known, "current": tables.current}
    was = "" if before is None or before == tables.found else f", and had {before}"
    needs = "" if tables.current else f"; this library works with {tables.known}: complaintflow db upgrade"
    settings.output.emit(document, [f"the tables have version {tables.found}{was}{needs}"])
    return Code.OK
