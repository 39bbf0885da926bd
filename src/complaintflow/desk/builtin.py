"""The library's own parts, registered through the same hooks as everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from complaintflow.channels import LogChannel, StaffLogChannel
from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import Channel, StaffChannel, Store, StoreOpener, hookimpl
from complaintflow.stores import MemoryStore

if TYPE_CHECKING:
    from complaintflow.stores.schema_parts import SchemaPart

SQL_SCHEMES = ("postgresql", "postgresql+psycopg", "sqlite+sql")
"""The schemes of the URLs that the SQL store opens."""


class SqlStores(Protocol):
    """The module of the SQL store."""

    def open_sql(self, url: str, *, copying: bool = False) -> Store: ...  # the store
    def read_version(self, url: str, *, copying: bool = False) -> tuple[int, int]: ...  # that is there, that it makes
    def read_tables(self, url: str) -> tuple[int, int, tuple[SchemaPart, ...]]: ...  # both, and what is missing
    def upgrade_store(self, url: str) -> None: ...  # the tables


@hookimpl
def stores() -> Mapping[str, StoreOpener]:
    """`memory://`, `sqlite:///file.db`, and with their extra `postgresql://user@host/database` and
    `sqlite+sql:///file.db`."""
    return {"memory": lambda _url: MemoryStore(), "sqlite": _open_sqlite, **dict.fromkeys(SQL_SCHEMES, _open_sql)}


def _open_sqlite(url: str) -> Store:
    from complaintflow.stores import open_sqlite  # SQLite is loaded by a desk that opens such a file

    return open_sqlite(url)


def _open_sql(url: str) -> Store:
    return load_sql(url).open_sql(url)


def load_sql(url: str) -> SqlStores:
    """What opens such a store. Raises `DefinitionError` that names the extra, where that is not installed."""
    extra = "sql" if url.startswith("sqlite") else "postgresql"
    try:
        if extra == "postgresql":
            import_module("psycopg")
        import complaintflow.stores.sql.store as found
    except ImportError as error:
        missing = Problem("store", f"{error.name} is not installed", f"pip install 'complaintflow[{extra}]'")
        raise DefinitionError((missing,)) from None
    return found


@hookimpl
def channels() -> Mapping[str, Channel]:
    """The log."""
    return {"log": LogChannel()}


@hookimpl
def staff_channels() -> Mapping[str, StaffChannel]:
    """The log."""
    return {"log": StaffLogChannel()}
