"""The library's own parts, registered through the same hooks as everybody's."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.channels import LogChannel, StaffLogChannel
from complaintflow.plugins import Channel, StaffChannel, Store, StoreOpener, hookimpl
from complaintflow.stores import MemoryStore


@hookimpl
def stores() -> Mapping[str, StoreOpener]:
    """`memory://` and `sqlite:///file.db`."""
    return {"memory": lambda _url: MemoryStore(), "sqlite": _open_sqlite}


def _open_sqlite(url: str) -> Store:
    from complaintflow.stores import open_sqlite  # SQLite is loaded by a desk that opens such a file

    return open_sqlite(url)


@hookimpl
def channels() -> Mapping[str, Channel]:
    """The log."""
    return {"log": LogChannel()}


@hookimpl
def staff_channels() -> Mapping[str, StaffChannel]:
    """The log."""
    return {"log": StaffLogChannel()}
