"""The library's own parts, registered through the same hooks as everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from complaintflow.channels import LogChannel, StaffLogChannel
from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import Channel, StaffChannel, Store, StoreOpener, hookimpl
from complaintflow.stores import MemoryStore


@hookimpl
def stores() -> Mapping[str, StoreOpener]:
    """`memory://`, `sqlite:///file.db`, and with their extra `postgresql://user@host/database` and
    `sqlite+sql:///file.db`."""
    sql = dict.fromkeys(("postgresql", "postgresql+psycopg", "sqlite+sql"), _open_sql)
    return {"memory": lambda _url: MemoryStore(), "sqlite": _open_sqlite, **sql}


def _open_sqlite(url: str) -> Store:
    from complaintflow.stores import open_sqlite  # SQLite is loaded by a desk that opens such a file

    return open_sqlite(url)


def _open_sql(url: str) -> Store:
    extra = "sql" if url.startswith("sqlite") else "postgresql"
    try:
        if extra == "postgresql":
            import_module("psycopg")
        from complaintflow.stores import open_sql
    except ImportError as error:
        missing = Problem("store", f"{error.name} is not installed", f"pip install 'complaintflow[{extra}]'")
        raise DefinitionError((missing,)) from None
    return open_sql(url)


@hookimpl
def channels() -> Mapping[str, Channel]:
    """The log."""
    return {"log": LogChannel()}


@hookimpl
def staff_channels() -> Mapping[str, StaffChannel]:
    """The log."""
    return {"log": StaffLogChannel()}
