"""A time that somebody names lies within the policy's horizon: a mistyped year reaches no clock and no calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from complaintflow._validation.structure import attributes, fields_with, is_list, is_table
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault


def within_horizon(ask: Ask) -> Refusal | None:
    """R26a, R27, R28: no time lies further ahead, or longer ago, than anybody means. Every field of every command."""
    kind: Any = type(ask.command)
    limits = ask.policy.limits
    far: list[Fault] = []
    for field in time_fields(kind):
        value = getattr(ask.command, field)
        for path, time in ((field, value),) if isinstance(value, date) else _times(value, field) if value else ():
            if not -limits.past <= _distance(time, ask.at) <= limits.horizon:
                far.append(Fault("far", {"path": path, "time": time}))
    if not far:
        return None
    return Refusal.of("within-horizon", far=far, ahead=limits.horizon.days, back=limits.past.days)


def _distance(time: date, at: datetime) -> timedelta:
    return time - at if isinstance(time, datetime) else time - at.date()


@cache
def time_fields(kind: Any) -> tuple[str, ...]:
    """The fields of this kind of command that may hold a time or a date, by their types."""
    return fields_with(kind, lambda hint: hint in (object, date, datetime))


def _times(value: Any, path: str) -> Iterator[tuple[str, date]]:
    """The times and dates in a value, each with its path."""
    if isinstance(value, date):
        yield path, value
    elif is_table(value):
        for name, one in value.items():
            yield from _times(one, f"{path}.{name}")
    elif is_list(value):
        for place, one in enumerate(value):
            yield from _times(one, f"{path}[{place}]")
    else:
        for field in attributes(value):
            yield from _times(getattr(value, field.name), f"{path}.{field.name}")
