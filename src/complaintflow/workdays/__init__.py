"""Which days are worked: holidays and worked weekends from a list, an .ics file or the `holidays` library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import Holidays
from complaintflow.plugins.holiday_years import ask_year
from complaintflow.sla._hours import Window
from complaintflow.sla.calendar import Calendar
from complaintflow.workdays.ics import IcsHolidays
from complaintflow.workdays.library import LibraryHolidays
from complaintflow.workdays.listed import ListedHolidays

__all__ = ["Days", "IcsHolidays", "LibraryHolidays", "ListedHolidays", "business_calendar", "days_of"]


def business_calendar(
    zone: str,
    hours: Mapping[str, Iterable[Window]],
    holidays: Holidays,
    years: Iterable[int],
    *,
    working_hours: Iterable[Window] = (),
    shifts: Mapping[date, Iterable[Window]] | None = None,
    breaks: Mapping[date, Iterable[Window]] | None = None,
) -> Calendar:
    """A calendar with the holidays of these years; `unconfirmed` says which of them are not announced yet.

    `working_hours` are the hours of days that are worked though the week has them free (调休); `shifts` take precedence
    over them. Years that are not asked for have no holidays. Raises `DefinitionError` for a wrong calendar, and for
    working days without hours.
    """
    found = days_of(holidays, years, working_hours)
    return Calendar(
        zone,
        hours,
        holidays=found.holidays,
        shifts=dict(found.shifts) | dict(shifts or {}),
        breaks=breaks,
        unconfirmed=found.unconfirmed,
    )


@attrs.frozen
class Days:
    """The days of some years that are not as the week says; `unconfirmed` are the years not announced yet."""

    holidays: tuple[date, ...]
    shifts: Mapping[date, tuple[Window, ...]]
    unconfirmed: tuple[int, ...]

    def table(self) -> dict[str, Any]:
        """The same as a calendar of a policy has it, for `Policy.from_data`."""
        shifts = {day.isoformat(): [f"{begin}-{end}" for begin, end in some] for day, some in self.shifts.items()}
        return {"holidays": list(self.holidays), "shifts": shifts, "unconfirmed": list(self.unconfirmed)}


def days_of(holidays: Holidays, years: Iterable[int], working_hours: Iterable[Window] = ()) -> Days:
    """The days of these years by these holidays.

    Raises `DefinitionError` for working days without hours, and `PluginError` for a source that fails.
    """
    found = {year: ask_year(holidays, year) for year in years}
    windows = tuple(working_hours)
    working = [day for year in found.values() for day in year.working]
    if working and not windows:
        worked = f"{working[0]} is worked, and no hours are given"
        raise DefinitionError((Problem("working_hours", worked, "the windows of such a day"),))
    return Days(
        tuple(day for year in found.values() for day in year.holidays),
        dict.fromkeys(working, windows),
        tuple(number for number, year in found.items() if not year.confirmed),
    )
