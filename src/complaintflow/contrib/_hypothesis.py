"""The entry point of the group `hypothesis`: it registers strategies for the public types with `st.from_type`.

Importing hypothesis only lists the types. The strategies, and `complaintflow.testing`, are loaded at first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import isclass
from typing import TYPE_CHECKING, Any

import attrs
import msgspec

if TYPE_CHECKING:
    from hypothesis import strategies as st


def register() -> None:
    """Called when hypothesis is imported."""
    from hypothesis import strategies as st

    for kind in records():
        st.register_type_strategy(kind, _values)


def records() -> Iterator[type[Any]]:
    """Every public record and every command; no errors, and nothing that acts."""
    import complaintflow
    from complaintflow import commands, plugins
    from complaintflow.record import complaint, facts

    public = [getattr(package, name) for package in (complaintflow, commands, plugins) for name in package.__all__]
    ours = [
        kind
        for module in (complaint, facts)
        for kind in vars(module).values()
        if isclass(kind) and kind.__module__ == module.__name__
    ]
    for kind in dict.fromkeys(filter(isclass, [*public, *ours])):
        if not issubclass(kind, Exception) and _is_record(kind):
            yield kind


def _is_record(kind: type[Any]) -> bool:
    from complaintflow.commands import Command
    from complaintflow.record.complaint import Body, Entry

    return attrs.has(kind) or issubclass(kind, msgspec.Struct) or kind in (Command, Body, Entry)


def _values(kind: Any) -> st.SearchStrategy[Any]:
    from complaintflow.testing.strategies import values

    return values(kind)
