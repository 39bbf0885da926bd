"""The numbered scripts that make our tables, and how a database is brought forward."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from complaintflow.errors import StoreError
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, run

_VERSION = "SELECT version FROM complaintflow_schema"
_SET_VERSION = "INSERT INTO complaintflow_schema (version) VALUES ({})"
_UTF8 = "UTF8"
_DELETE_VERSION = "DELETE FROM complaintflow_schema"


@cache
def scripts() -> tuple[str, ...]:
    """The scripts in the order of their numbers; the last one makes the present version."""
    folder = files("complaintflow.stores.sql") / "scripts"
    numbered = {int(one.name.partition(".")[0]): one for one in folder.iterdir() if one.name.endswith(".sql")}
    return tuple(numbered[number].read_text(encoding="utf-8") for number in sorted(numbered))


def version_of(driver: Driver, dialect: Dialect) -> int:
    """The version of the tables in this database; 0 where there are none.

    Raises `StoreError` for a newer one, and for a database that cannot hold every word.
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
    return int(version)


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
    return [*dialect.fill(scripts()[number - 1]), _DELETE_VERSION, _SET_VERSION.format(number)]
