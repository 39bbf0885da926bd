"""A source of holidays is asked for a year; one that fails is named, without its words."""

from __future__ import annotations

from complaintflow._validation.faults import name_fault
from complaintflow.errors import DefinitionError, PluginError
from complaintflow.plugins.ports.sources import Holidays, HolidayYear


def ask_year(holidays: Holidays, year: int) -> HolidayYear:
    """The days of this year. Raises `DefinitionError` for what a calendar says wrong, else `PluginError`."""
    try:
        return holidays.year(year)
    except DefinitionError:
        raise
    except Exception as error:
        raise PluginError(type(holidays).__name__, "year", name_fault(error)) from None
