"""The entry point of the group `hypothesis`: when hypothesis is imported, `st.from_type` learns our public types.

Only the types are looked up then. The strategies, and with them `complaintflow.testing`, are loaded when the first is
asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import isclass
from typing import TYPE_CHECKING, Any

import attrs
import msgspec

if TYPE_CHECKING:
    from hypothesis import strategies as st

__all__ = ["records", "register"]


def register() -> None:
    """Called by hypothesis."""
    from hypothesis import strategies as st

    for kind in records():
        st.register_type_strategy(kind, _values)


def records() -> Iterator[type[Any]]:
    """Every public record and every command of ours: frozen values, not what acts, and no error."""
    import complaintflow
    from complaintflow import commands, complaint, facts, plugins

    modules = (complaintflow, commands, complaint, facts, plugins)
    found = {name: getattr(module, name) for module in modules for name in module.__all__}
    for kind in found.values():
        if isclass(kind) and not issubclass(kind, Exception) and _is_record(kind):
            yield kind


def _is_record(kind: type[Any]) -> bool:
    from complaintflow.commands import Command
    from complaintflow.complaint import Body, Entry

    return attrs.has(kind) or issubclass(kind, msgspec.Struct) or kind in (Command, Body, Entry)


def _values(kind: Any) -> st.SearchStrategy[Any]:
    from complaintflow.testing.strategies import values

    return values(kind)
