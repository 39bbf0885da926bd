"""How long the texts of a command may be, how much its lists and tables may hold, and how deep it may be.

The numbers are the policy's: `text_limit`, `limits`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, get_origin

import attrs

from complaintflow._validation.structure import Record, fields_with, is_list, is_table
from complaintflow.errors import InvalidInput, Problem

T = TypeVar("T")

DEEPEST = 32
"""So deep may data from outside be nested: lists in tables in lists. No command and no policy needs 8."""

_KEY_SHOWN = 60


def check_bounds(command: Any, text: int, limits: Any, size: int) -> None:
    """Raise `InvalidInput` naming everything over a limit. `size` is that of the whole command, in bytes.

    Where the whole is no longer than a text may be, only its lists and tables are looked at. Measured: a tenth.
    """
    problems = [*_Bounds(text, limits, size > text).over(command, "", "")]
    if size > limits.command_bytes:
        expected = f"at most {limits.command_bytes} bytes (limits.command_bytes)"
        problems.append(Problem("", f"a command of {size} bytes", expected))
    if problems:
        raise InvalidInput(tuple(problems))


@attrs.frozen(eq=False, repr=False)
class _Bounds(Record):
    """The limits, and whether a text may be over its own."""

    text: int
    limits: Any
    texts: bool

    def over(self, value: Any, path: str, name: str) -> Iterator[Problem]:
        """What is over a limit; `name` is that of the field which holds the value."""
        if isinstance(value, str):
            if len(value) > self.text:
                found = f"a text of {len(value)} characters"
                yield Problem(path, found, f"at most {self.text} characters")
        elif is_table(value) or is_list(value):
            yield from self._too_many(value, path, name) or self._over_inside(value, path, name)
        else:
            for field in self._fields_of(value):
                if one := getattr(value, field):  # most are blank, and need no path
                    yield from self.over(one, f"{path}.{field}".lstrip("."), field)

    def _fields_of(self, record: object) -> tuple[str, ...]:
        """The fields in which something may be over a limit."""
        kind: Any = type(record)
        return _fields(kind) if self.texts else holders(kind)

    def _over_inside(self, value: Any, path: str, name: str) -> Iterator[Problem]:
        """The same of each entry of a list or table that is not too long."""
        if not is_table(value):
            for place, one in enumerate(value):
                yield from self.over(one, f"{path}[{place}]", name)
            return
        for key, one in value.items():
            if len(key) > (most := min(self.text, self.limits.key_chars)):
                yield Problem(f"{path} key", f"a name of {len(key)} characters", f"at most {most} characters")
            yield from self.over(one, f"{path}.{key[:_KEY_SHOWN]}", name)

    def _too_many(self, value: Any, path: str, name: str) -> tuple[Problem, ...]:
        """The list or table has more entries than its field may hold."""
        limit = name if hasattr(self.limits, name) else "entries"
        most = getattr(self.limits, limit)
        return (
            (Problem(path, f"{len(value)} entries", f"at most {most} (limits.{limit})"),) if len(value) > most else ()
        )


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind)) if attrs.has(kind) else ()


@cache
def holders(kind: Any, *, tables: bool = False) -> tuple[str, ...]:
    """The fields of this kind of record that may hold a list or a table, or a table, by their types."""
    return fields_with(kind, lambda hint: _is_holder(hint, (Mapping,) if tables else _HOLDING))


def _is_holder(hint: Any, holding: tuple[type[Any], ...]) -> bool:
    kind: Any = get_origin(hint) or hint
    return kind is object or (isinstance(kind, type) and issubclass(kind, holding))


_HOLDING = (Mapping, list, tuple, set, frozenset)


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
