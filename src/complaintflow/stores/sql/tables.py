"""The tables for a host that makes them by its own migrations."""

from __future__ import annotations

from complaintflow.stores.sql.dialects import dialect_of
from complaintflow.stores.sql.drivers import Driver, translating
from complaintflow.stores.sql.schema import statements_of, version_of


def table_statements(database: str, number: int) -> list[str]:
    """The statements that bring the tables in `postgresql` or `sqlite` to the version of this number, counted from 1.

    Each needs the version before it. Run them in one transaction.
    """
    return statements_of(dialect_of(database), number)


def read_table_version(database: str, driver: Driver) -> int:
    """The version of the tables on this connection of the driver, 0 where there are none. Raises `StoreError`."""
    dialect = dialect_of(database)
    with translating(dialect):
        return version_of(driver, dialect)
