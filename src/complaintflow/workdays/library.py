"""Holidays of countries, from the `holidays` package: the extra `complaintflow[holidays]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import signature
from typing import TYPE_CHECKING

from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import HolidayYear

if TYPE_CHECKING:
    from holidays import HolidayBase

_ESTIMATES = "islamic_show_estimated"
"""The option by which some countries say which days depend on the sight of the moon."""


class LibraryHolidays:
    """The holidays of a country (`CN`, `DE`) and perhaps a part of it (`DE`, `BY`), with China's worked weekends.

    The library answers every year, and estimates in silence what nobody has announced. Such a year is not confirmed
    here. In a country with worked weekends that is a year after the last announcement that the library has, or before
    the first; elsewhere, one that has an estimated day or that the library does not cover. Holidays that a law fixes
    for good, like Germany's, are confirmed.
    """

    def __init__(self, country: str, subdivision: str | None = None) -> None:
        self._country, self._subdivision = country, subdivision
        self._options: dict[str, bool] = {}
        known = self._load(())
        if _ESTIMATES in signature(type(known)).parameters:
            self._options = {_ESTIMATES: True}
        announced = frozenset[int](getattr(known, "special_public_holidays", ()))
        decreed = bool(announced) and bool(self._load(announced).weekend_workdays)
        first, last = (min(announced), max(announced)) if decreed else (known.start_year, known.end_year)
        self._certain = range(first, last + 1)

    def year(self, year: int) -> HolidayYear:
        """The days of this year."""
        found = self._load((year,))
        free = sorted(day for day in found if day.year == year)
        working = sorted(day for day in found.weekend_workdays if day.year == year)
        estimated = any("estimated" in name for name in found.values())
        return HolidayYear(tuple(free), tuple(working), year in self._certain and not estimated)

    def _load(self, years: Iterable[int]) -> HolidayBase:
        country_holidays = _import_library()
        try:
            return country_holidays(
                self._country, self._subdivision, years=years, expand=False, language="en_US", **self._options
            )
        except NotImplementedError as error:
            raise DefinitionError(
                (Problem("holidays", str(error), "a country and a part that the library has"),)
            ) from error


def _import_library() -> Callable[..., HolidayBase]:
    try:
        from holidays import country_holidays  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        missing = Problem("holidays", "the package holidays is not installed", "pip install 'complaintflow[holidays]'")
        raise DefinitionError((missing,)) from error
    return country_holidays
