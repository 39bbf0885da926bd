"""The contract of holidays: subclass `HolidaysContract` and provide who knows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from complaintflow.plugins import Holidays, HolidayYear
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import watch_purity
from complaintflow.testing.racing import ask_at_once

YEARS = (*range(2019, 2034), 1949, 1999, 2000, 2099, 2100, 2400)
"""The years that are asked for; many are known to nobody."""

SAME = "- Idempotency: every year is answered the same way whenever it is asked, until it is announced."
DAYS = "The days of this year, in order; no day of another."


class HolidaysContract:
    """The tests ask for years that are known, and for years that are not."""

    @pytest.fixture
    def holidays(self) -> Iterator[Holidays]:
        """Who knows the holidays; override it."""
        raise NotImplementedError("override the fixture `holidays`")

    @keeps(Holidays, "a year that is not known is no error: not confirmed.")
    def test_every_year_is_answered(self, holidays: Holidays) -> None:
        """A calendar is built years ahead."""
        for year in YEARS:
            found = holidays.year(year)
            assert isinstance(found, HolidayYear), f"{found!r} is no HolidayYear"
            assert isinstance(found.confirmed, bool), f"confirmed is {found.confirmed!r}"

    @keeps(Holidays, "a year that is not known is no error: not confirmed.")
    def test_a_year_of_which_nothing_is_known_is_not_confirmed(self, holidays: Holidays) -> None:
        """Or a calendar is trusted that has no holiday in it."""
        for year in YEARS:
            found = holidays.year(year)
            known = found.holidays or found.working
            assert known or not found.confirmed, f"{year} is confirmed, and has no day in it"

    @keeps(Holidays, DAYS)
    def test_the_days_are_those_of_the_year(self, holidays: Holidays) -> None:
        for year in YEARS:
            found = holidays.year(year)
            strange = [day for day in (*found.holidays, *found.working) if day.year != year]
            assert not strange, f"{year} has a day of another year: {strange[0]}"

    @keeps(Holidays, DAYS)
    def test_the_days_are_in_order(self, holidays: Holidays) -> None:
        for year in YEARS:
            found = holidays.year(year)
            for days in (found.holidays, found.working):
                assert isinstance(days, tuple), f"the days of {year} are a {type(days).__name__}, and no tuple"
                assert list(days) == sorted(days), f"the days of {year} are not in order: {[*map(str, days)]}"

    @keeps(Holidays, "A day is a `date` without a time, is named once, and is either free or worked.")
    def test_a_day_is_a_date_and_is_named_once(self, holidays: Holidays) -> None:
        """A `datetime` equals no date, so that nobody would have a holiday."""
        for year in YEARS:
            found = holidays.year(year)
            days: tuple[Any, ...] = (*found.holidays, *found.working)
            strange = [day for day in days if not isinstance(day, date) or isinstance(day, datetime)]
            assert not strange, f"{year} has {strange[0]!r}, which is no date"
            twice = [day for day in days if days.count(day) > 1]
            assert not twice, f"{year} names {twice[0]} twice"

    @keeps(Holidays, SAME)
    def test_a_year_is_the_same_whenever_it_is_asked(self, holidays: Holidays) -> None:
        first = {year: holidays.year(year) for year in YEARS}
        again = {year: holidays.year(year) for year in reversed(YEARS)}
        for year in YEARS:
            assert again[year] == first[year], f"{year} is not what it was when it was asked first"

    @keeps(Holidays, "- Threads: several years at once.")
    def test_several_years_may_be_asked_at_once(self, holidays: Holidays) -> None:
        alone = [holidays.year(year) for year in YEARS]
        assert ask_at_once(holidays.year, YEARS) == alone

    @keeps(Holidays, "It reads no clock.")
    def test_it_reads_no_clock(self, holidays: Holidays) -> None:
        """The year that is asked for is not the one that it is."""
        for year in YEARS:
            with watch_purity(holidays, year, "open"):
                holidays.year(year)
