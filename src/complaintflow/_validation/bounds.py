"""How long the texts of a command may be, how much its lists and tables may hold, and how deep it may be.

The numbers are the policy's: `text_limit`, `limits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from complaintflow._validation.structure import attributes, is_list, is_table
from complaintflow.errors import InvalidInput, Problem

T = TypeVar("T")

DEEPEST = 32
"""So deep may data from outside be nested: lists in tables in lists. No command and no policy needs 8."""

_KEY_SHOWN = 60


def check_bounds(command: Any, text: int, limits: Any, size: int) -> None:
    """Raise `InvalidInput` naming everything over a limit. `size` is that of the whole command, in bytes."""
    problems = [*_over(command, "", "", text, limits)]
    if size > limits.command_bytes:
        expected = f"at most {limits.command_bytes} bytes (limits.command_bytes)"
        problems.append(Problem("", f"a command of {size} bytes", expected))
    if problems:
        raise InvalidInput(tuple(problems))


def _over(value: Any, path: str, name: str, text: int, limits: Any) -> Iterator[Problem]:
    """What is over a limit; `name` is that of the field which holds the value."""
    if isinstance(value, str):
        if len(value) > text:
            yield Problem(path, f"a text of {len(value)} characters", f"at most {text} characters")
    elif is_table(value) or is_list(value):
        yield from _too_many(value, path, name, limits) or _over_inside(value, path, name, text, limits)
    else:
        for field in attributes(value):
            one = getattr(value, field.name)
            if not _is_short(one, text):
                inner = f"{path}.{field.name}".lstrip(".")
                yield from _over(one, inner, field.name, text, limits)


def _is_short(value: Any, text: int) -> bool:
    """Whether it is nothing, or a text within the limit. Most fields are, and need no path."""
    return value is None or (isinstance(value, str) and len(value) <= text)


def _over_inside(value: Any, path: str, name: str, text: int, limits: Any) -> Iterator[Problem]:
    """The same of each entry of a list or table that is not too long."""
    if not is_table(value):
        for place, one in enumerate(value):
            yield from _over(one, f"{path}[{place}]", name, text, limits)
        return
    for key, one in value.items():
        if len(key) > (most := min(text, limits.key_chars)):
            yield Problem(f"{path} key", f"a name of {len(key)} characters", f"at most {most} characters")
        yield from _over(one, f"{path}.{key[:_KEY_SHOWN]}", name, text, limits)


def _too_many(value: Any, path: str, name: str, limits: Any) -> tuple[Problem, ...]:
    """The list or table has more entries than its field may hold."""
    limit = name if hasattr(limits, name) else "entries"
    most = getattr(limits, limit)
    return (Problem(path, f"{len(value)} entries", f"at most {most} (limits.{limit})"),) if len(value) > most else ()


def check_depth(value: object, path: str) -> None:
    """Raise `InvalidInput` for data that are nested too deep; a list that contains itself is."""
    layer: list[Any] = [value]
    for _ in range(DEEPEST):
        layer = list({id(inner): inner for outer in layer for inner in _inside(outer)}.values())
        if not layer:
            return
    raise _too_deep(path)


def _inside(value: Any) -> Iterable[Any]:
    """The tables and lists directly inside."""
    inner: Iterable[Any] = value.values() if is_table(value) else value if is_list(value) else ()
    return (one for one in inner if is_table(one) or is_list(one))


def read_bounded(read: Callable[[], T], path: str) -> T:
    """What a reader of JSON or TOML makes of a text. Raises `InvalidInput` for one that is nested too deep."""
    try:
        found = read()
    except RecursionError:
        raise _too_deep(path) from None
    check_depth(found, path)
    return found


def _too_deep(path: str) -> InvalidInput:
    expected = f"at most {DEEPEST} levels"
    return InvalidInput((Problem(path, "lists or tables that are nested deeper", expected),))
