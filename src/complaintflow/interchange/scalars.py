"""Single values as JSON has them: texts, numbers, times, durations, bytes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any

import msgspec

from complaintflow._validation.structure import plain_text
from complaintflow.errors import InvalidInput, Problem


class Unwritable(Exception):
    """A value that has no document, and the way to it, from the inside out."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.found, self.expected = found, expected
        self.way: list[str] = []

    def within(self, step: str) -> Unwritable:
        """The same, one step further out."""
        self.way.append(step)
        return self

    def error(self) -> InvalidInput:
        """The error that names it."""
        path = "".join(reversed(self.way)).removeprefix(".")
        return InvalidInput((Problem(path, self.found, self.expected),))


def no_document(x: object) -> Unwritable:
    """That nothing says how a value of this type is written."""
    kind = type(x)
    return Unwritable(f"a {kind.__module__}.{kind.__qualname__}", "a record, an error, or a value of a record")


TAGS: Mapping[type[Any], str] = {
    datetime: "$time",
    date: "$date",
    timedelta: "$duration",
    Decimal: "$decimal",
    bytes: "$bytes",
}
"""The names that say the type of a value in a field that takes anything. A time is a date, so it comes first."""


def write_scalar(value: Any) -> Any:
    """A value that is no record and holds none."""
    if value is None or isinstance(value, bool):
        return value
    for kind, write in _SCALARS:
        if isinstance(value, kind):
            return write(value)
    raise no_document(value)


def _write_text(value: str) -> str:
    text = value.value if isinstance(value, Enum) else value
    if (not text.isascii() or "\x00" in text) and (expected := plain_text(text)):
        raise Unwritable("a text that cannot be sent", expected)
    return str(text)


def _write_float(value: float) -> float:
    if not isfinite(value):
        raise Unwritable(str(value), "a number that JSON has")
    return value


def write_time(value: datetime) -> str:
    """ISO 8601 in UTC, to the microsecond where there are any."""
    if value.utcoffset() is None:
        raise Unwritable("a time without a zone", "an aware time")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _write_decimal(value: Decimal) -> str:
    return f"{value:f}"


def _write_duration(value: timedelta) -> str:
    return str(msgspec.to_builtins(value))


_SCALARS: tuple[tuple[type[Any], Callable[[Any], Any]], ...] = (
    (str, _write_text),
    (int, int),
    (float, _write_float),
    (Decimal, _write_decimal),
    (datetime, write_time),
    (date, date.isoformat),
    (timedelta, _write_duration),
    (bytes, lambda value: b64encode(value).decode()),
)
