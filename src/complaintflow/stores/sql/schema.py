"""The numbered scripts that make our tables, and how a database is brought forward."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from complaintflow.errors import StoreError
from complaintflow.stores.copying import HALF, NOT_DONE
from complaintflow.stores.schema_parts import SchemaPart, missing_parts
from complaintflow.stores.sql.dialects import POSTGRESQL, SQLITE, Dialect
from complaintflow.stores.sql.drivers import Driver, run
from complaintflow.stores.sqlite.schema import parts_of, parts_of_scripts

_VERSION = "SELECT version FROM complaintflow_schema"
_SET_VERSION = "INSERT INTO complaintflow_schema (version) VALUES ({})"
_UTF8 = "UTF8"
_DELETE_VERSION = "DELETE FROM complaintflow_schema"
_TABLE = re.compile(r"^CREATE TABLE (complaintflow_\w+) \((.*?)\) \$strict;", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"(\w+) (?:TEXT|\$bytes)\b")
_TYPED = re.compile(r"(\w+) \$?(TEXT|integer|bytes)\b")
_KEPT: dict[str, frozenset[str]] = {
    f"complaintflow_{table}": frozenset(columns.split())
    for table, columns in {
        "marks": "name",
        "complaints": "id customer channel state team owner type area order_no shop incident proposed due_for link",
        "sheets": "name",
        "events": "by kind state changes versions link commitment",
        "labels": "name",
        "paid": "customer order_no",
        "series": "name",
        "series_hours": "name",
        "outbox": "audience",
        "sendings": "recipient",
        "keys": "complaint",
        "data_keys": "complaint id root",
        "policies": "digest document",
        "tiles": "hash",
    }.items()
}
"""The columns of texts and bytes from which an erasure takes nothing: their samples help the database to choose an
index. Any other one may hold words or keys, a new one as well."""


@cache
def scripts() -> tuple[str, ...]:
    """The scripts in the order of their numbers; the last one makes the present version."""
    folder = files("complaintflow.stores.sql") / "scripts"
    numbered = {int(one.name.partition(".")[0]): one for one in folder.iterdir() if one.name.endswith(".sql")}
    return tuple(numbered[number].read_text(encoding="utf-8") for number in sorted(numbered))


def version_of(driver: Driver, dialect: Dialect, *, copying: bool = False) -> int:
    """The version of the tables in this database; 0 where there are none.

    Raises `StoreError` for a newer one, for a database that cannot hold every word, and for whoever is not `copying`
    where a copy into them is not done.
    """
    _check_encoding(driver, dialect)
    _, [[is_there]] = run(driver, dialect, dialect.is_there)
    if not is_there:
        return 0
    _, rows = run(driver, dialect, _VERSION)
    if len(rows) != 1:
        cause = f"complaintflow_schema has {len(rows)} rows, where one names the version of the tables"
        raise StoreError(dialect.name, cause, "restore it from a backup")
    [[version]] = rows
    if version > len(scripts()):
        cause = f"its tables have version {version}, this library knows {len(scripts())}"
        raise StoreError(dialect.name, cause, "use the version of complaintflow that wrote them, or a newer one")
    if version == HALF and not copying:
        raise StoreError(dialect.name, *NOT_DONE)
    return int(version)


def missing_parts_in(driver: Driver, dialect: Dialect, version: int) -> tuple[SchemaPart, ...]:
    """What the tables of this version have, and the database has not. An empty one lacks nothing."""
    shipped = parts_of_scripts(_for_sqlite(version or len(scripts())))
    tables = sorted({one.table for one in shipped})
    found = parts_of(run(driver, dialect, dialect.parts, {"tables": tables})[1])
    if not any(one.table in tables for one in found):
        return ()
    return missing_parts(shipped, found)


def _for_sqlite(version: int) -> tuple[str, ...]:
    """What the scripts make is named alike in every database, so that a fresh one in memory tells it."""
    return tuple(f"{one};" for script in scripts()[:version] for one in SQLITE.fill(script))


def _check_encoding(driver: Driver, dialect: Dialect) -> None:
    """Another encoding takes English complaints, and fails at the first Chinese one."""
    encoding = driver.info.parameter_status("server_encoding") if dialect.many else _UTF8
    if encoding != _UTF8:
        raise StoreError(dialect.name, f"the database has the encoding {encoding}", "make one with the encoding UTF8")


def upgrade(driver: Driver, dialect: Dialect) -> None:
    """Run the scripts that the database lacks, in one transaction that the caller commits."""
    run(driver, dialect, dialect.make_alone)
    for number in range(version_of(driver, dialect) + 1, len(scripts()) + 1):
        for statement in statements_of(dialect, number):
            run(driver, dialect, statement)


def statements_of(dialect: Dialect, number: int) -> list[str]:
    """The statements that bring tables to the version of this number from the one before it."""
    script = scripts()[number - 1]
    unsampled = [dialect.no_samples.format(*one) for one in columns_with_words(script)] if dialect.no_samples else []
    return [*dialect.fill(script), *unsampled, _DELETE_VERSION, _SET_VERSION.format(number)]


def columns_with_words(script: str) -> list[tuple[str, str]]:
    """The table and the name of each column that a script makes, and from which an erasure may take something.

    A database copies samples of a column into its statistics, where an erasure does not reach them.
    """
    columns = ((table, name) for table, body in _TABLE.findall(script) for name in _COLUMN.findall(body))
    return [(table, name) for table, name in columns if name not in _KEPT.get(table, ())]


@cache
def column_types(table: str) -> dict[str, str]:
    """The columns of a table in their order, each with its type on PostgreSQL."""
    bodies = {name: body for script in scripts() for name, body in _TABLE.findall(script)}
    columns: list[tuple[str, str]] = _TYPED.findall(bodies[table])
    return {name: POSTGRESQL.types.get(type, type) for name, type in columns}


def table_names() -> list[str]:
    """All tables."""
    return [table for script in scripts() for table, _ in _TABLE.findall(script)]
