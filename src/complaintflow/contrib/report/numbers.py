"""Figures and times as people read them."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from complaintflow.contrib.report.texts import text
from complaintflow.insight import Cell, Unit
from complaintflow.insight.cells import Figure, figure_text

_UNITS = (("days", 24 * 60), ("hours", 60), ("minutes", 1))


def tell(cell: Cell, unit: Unit, language: str) -> str:
    """The figure of a cell, or that there is too little to say one."""
    return text("too_few", language) if cell.value is None else tell_figure(cell.value, unit, language)


def tell_figure(value: Figure, unit: Unit, language: str) -> str:
    """A share in percent, a time in its two largest units, an amount as it is."""
    return tell_time(value, language) if isinstance(value, timedelta) else figure_text(value, unit)


def tell_spread(cell: Cell, unit: Unit, language: str) -> str:
    """What is told beside a figure: percentiles, and how many gave each score."""
    spread = [f"{name} {tell_figure(value, unit, language)}" for name, value in cell.percentiles.items()]
    parts = [f"{text(name, language)} {number}" for name, number in cell.parts.items()]
    return " · ".join((*spread, *parts))


def tell_time(span: timedelta, language: str) -> str:
    """A length of time, in whole minutes."""
    rest = int(span.total_seconds() // 60)
    told = list[str]()
    for name, size in _UNITS:
        number, rest = divmod(rest, size)
        if number and len(told) < 2:
            told.append(f"{number} {text(name, language)}")
    return " ".join(told) or f"0 {text('minutes', language)}"


def tell_moment(at: datetime, zone: str) -> str:
    """A moment on the wall of a zone, to the minute."""
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
