"""A cell of another system, as text and as a time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from complaintflow.intakes.mapped.mapping import ISO, UNIX


def as_text(value: Any) -> str:
    """A cell as text: JSON has numbers and truth as well."""
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def parse_time(text: str, form: str) -> datetime | None:
    """The time that is written so in this format; None where it is none."""
    try:
        if form == UNIX:
            return datetime.fromtimestamp(float(text), UTC)
        return datetime.fromisoformat(text) if form == ISO else datetime.strptime(text, form)  # noqa: DTZ007
    except (ValueError, OverflowError, OSError):
        return None
