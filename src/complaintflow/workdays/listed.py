"""Holidays as a plain list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import HolidayYear


class ListedHolidays:
    """Holidays, and days that are worked though the week has them free, as lists of dates.

    A year is confirmed if it is among `confirmed`; when that is not given, if any date of it is listed.
    Raises `DefinitionError` for what is no date, and for a day on both lists.
    """

    def __init__(
        self, holidays: Iterable[date], *, working: Iterable[date] = (), confirmed: Iterable[int] | None = None
    ) -> None:
        self._holidays, self._working = set(holidays), set(working)
        days = self._holidays | self._working
        wrong = [Problem("holidays", repr(day), "a date") for day in days if not _is_date(day)]
        both = sorted(self._holidays & self._working) if not wrong else []
        wrong += [Problem("holidays", f"{day} also among the working days", "one of both") for day in both]
        if wrong:
            raise DefinitionError(tuple(wrong))
        self._confirmed = frozenset(day.year for day in days) if confirmed is None else frozenset(confirmed)

    def year(self, year: int) -> HolidayYear:
        """The days of this year."""
        return HolidayYear(_in_year(self._holidays, year), _in_year(self._working, year), year in self._confirmed)


def _is_date(day: object) -> bool:
    return isinstance(day, date) and not isinstance(day, datetime)


def _in_year(days: Iterable[date], year: int) -> tuple[date, ...]:
    return tuple(sorted(day for day in days if day.year == year))
