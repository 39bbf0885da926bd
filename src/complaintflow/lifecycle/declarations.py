"""What a command declares, as text: its fields with their types, which of them may be left out, and its effects."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

from complaintflow.commands import Command

AS_DATA = "complaintflow.type"
"""In the metadata of a field: its type as the data say it from which the command was made."""


def describe_command(command: type[Command]) -> str:
    """All that it declares, in one line. Two commands of one name with the same text are taken for the same one."""
    fields: Any = attrs.fields(command)  # type: ignore[arg-type]  # every command is an attrs class
    told = ", ".join(_describe_field(field) for field in fields)
    lasts = "".join(f"; {fact} lasts: {how}" for fact, how in sorted(command.LASTS.items()))
    return f"{told or 'no fields'}; {', '.join(sorted(command.EFFECTS)) or 'no effects'}{lasts}"


def _describe_field(field: Any) -> str:
    optional = "" if field.default is attrs.NOTHING else ", may be left out"
    return f"{field.name} ({field.metadata.get(AS_DATA) or _name(field.type)}{optional})"


def _name(type: Any) -> str:
    """The name of a type, the same in each process: of what checks a text only the name is told."""
    origin, inner = get_origin(type), get_args(type)
    if origin is Annotated:
        base, *checks = inner
        return " ".join([_name(base), *(getattr(check, "__name__", check.__class__.__name__) for check in checks)])
    if origin in {Union, UnionType}:
        return " | ".join(map(_name, inner))
    name = str(getattr(origin or type, "__name__", type))
    return f"{name}[{', '.join(map(_name, inner))}]" if inner else name
