"""A time that somebody names lies within the policy's horizon: a mistyped year reaches no clock and no calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from complaintflow._validation.structure import attributes, is_list, is_table
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal


def within_horizon(ask: Ask) -> Refusal | None:
    """R26a, R27, R28: no time lies further ahead, or longer ago, than anybody means. Every field of every command."""
    kind: Any = type(ask.command)
    found = [one for field in time_fields(kind) for one in _times(getattr(ask.command, field), field)]
    limits = ask.policy.limits
    far = [f"{path} {time}" for path, time in found if not -limits.past <= _distance(time, ask.at) <= limits.horizon]
    if not far:
        return None
    return Refusal(
        "within-horizon",
        f"too far from now: {', '.join(far)}",
        f"check the year: a time lies at most {_span(limits.horizon)} ahead and {_span(limits.past)} back (limits)",
    )


def _distance(time: date, at: datetime) -> timedelta:
    return time - at if isinstance(time, datetime) else time - at.date()


def _span(span: timedelta) -> str:
    return f"{span.days} days"


@cache
def time_fields(kind: Any) -> tuple[str, ...]:
    """The fields of this kind of command that may hold a time or a date, by their types."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in attrs.fields(kind) if _may_hold_time(hints[field.name], frozenset()))


def _may_hold_time(hint: Any, seen: frozenset[Any]) -> bool:
    """Whether a value of this type may be a time, or hold one; of an open type it may."""
    if hint in (Any, object, date, datetime):
        return True
    inner = get_args(hint)
    if isinstance(hint, type) and attrs.has(hint) and hint not in seen:
        inner = (*inner, *get_type_hints(hint).values())
    return any(_may_hold_time(one, seen | {hint}) for one in inner if one is not hint)


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
