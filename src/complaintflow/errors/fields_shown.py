"""How an error, and every record of ours, prints."""

from __future__ import annotations

from typing import Any

import attrs


def show_fields(record: object) -> str:
    """The name of its class, and the fields of a record that are no secret."""
    kind: Any = type(record)
    shown = [f"{field.name}={getattr(record, field.name)!r}" for field in attrs.fields(kind) if field.repr]
    return f"{kind.__qualname__}({', '.join(shown)})"
