"""How long the texts of a command may be (policy `text_limit`, in characters)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from complaintflow._validation.structure import attributes, is_list, is_table
from complaintflow.errors import InvalidInput, Problem


def check_lengths(command: Any, limit: int) -> None:
    """Raise `InvalidInput` naming every text over the limit."""
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
    elif is_table(value):
        for name, one in value.items():
            yield f"{path} key", name
            yield from _texts(one, f"{path}.{name[:60]}")
    elif is_list(value):
        for place, one in enumerate(value):
            yield from _texts(one, f"{path}[{place}]")
    else:
        for field in attributes(value):
            yield from _texts(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))
