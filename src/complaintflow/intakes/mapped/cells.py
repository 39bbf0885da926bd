"""A cell of another system, as text and as a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from complaintflow.intakes.mapped.mapping import ISO, UNIX


def as_text(value: Any) -> str:
    """A cell as text: JSON has numbers and truth as well."""
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def parse_time(text: str, forms: Iterable[str], zone: str) -> datetime | None:
    """The time in the first of these formats, or else ISO, in which it is one; None where it is none.

    One without a zone is in this one. Without both it is not aware.
    """
    found = next((found for form in (*forms, ISO) if (found := _parse(text, form))), None)
    return found.replace(tzinfo=ZoneInfo(zone)) if found and found.tzinfo is None and zone else found


def _parse(text: str, form: str) -> datetime | None:
    try:
        if form == UNIX:
            return datetime.fromtimestamp(float(text), UTC)
        return datetime.fromisoformat(text) if form == ISO else datetime.strptime(text, form)  # noqa: DTZ007 - the zone follows
    except (ValueError, OverflowError, OSError):
        return None
