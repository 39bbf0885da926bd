"""The library's own parts, registered through the same hooks as everybody's."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.channels import LogChannel, StaffLogChannel
from complaintflow.plugins import Channel, StaffChannel, StoreOpener, hookimpl
from complaintflow.stores import MemoryStore, open_sqlite


@hookimpl
def stores() -> Mapping[str, StoreOpener]:
    """`memory://` and `sqlite:///file.db`."""
    return {"memory": lambda _url: MemoryStore(), "sqlite": open_sqlite}


@hookimpl
def channels() -> Mapping[str, Channel]:
    """The log."""
    return {"log": LogChannel()}


@hookimpl
def staff_channels() -> Mapping[str, StaffChannel]:
    """The log."""
    return {"log": StaffLogChannel()}
