"""How long the texts of a command may be (policy `text_limit`, in characters)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from complaintflow.errors import InvalidInput, Problem

__all__ = ["check_lengths"]


def check_lengths(command: Any, limit: int) -> None:
    """Raise `InvalidInput` that names every text over the limit."""
    problems = tuple(
        Problem(path, f"a text of {len(text)} characters", f"at most {limit} characters")
        for path, text in _texts(command, "")
        if len(text) > limit
    )
    if problems:
        raise InvalidInput(problems)


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _texts(one, f"{path}.{name}")
    elif isinstance(value, tuple | frozenset):
        for place, one in enumerate(value):
            yield from _texts(one, f"{path}[{place}]")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
