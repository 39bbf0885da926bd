"""Holidays from a list, an .ics file and the library, and the calendars made of them."""

import sys
from datetime import UTC, date, datetime

import pytest

from complaintflow.errors import DefinitionError
from complaintflow.plugins import Holidays, HolidayYear, Host, hookimpl
from complaintflow.workdays import IcsHolidays, LibraryHolidays, ListedHolidays, business_calendar

OFFICE = (("09:00", "12:00"), ("13:00", "18:00"))
WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), OFFICE)
NEW_YEAR = date(2026, 1, 1)
SUNDAY = date(2026, 1, 4)


# ── a list


def test_a_list_gives_the_days_of_one_year_in_order() -> None:
    listed = ListedHolidays([date(2027, 1, 1), date(2026, 10, 1), NEW_YEAR], working=[SUNDAY])
    assert listed.year(2026) == HolidayYear((NEW_YEAR, date(2026, 10, 1)), (SUNDAY,), confirmed=True)
    assert listed.year(2027) == HolidayYear((date(2027, 1, 1),), (), confirmed=True)


def test_a_year_without_any_listed_day_is_not_confirmed() -> None:
    assert ListedHolidays([NEW_YEAR]).year(2027) == HolidayYear((), (), confirmed=False)


def test_the_confirmed_years_can_be_named() -> None:
    listed = ListedHolidays([NEW_YEAR, date(2027, 1, 1)], confirmed=[2025, 2026])
    assert [listed.year(year).confirmed for year in (2025, 2026, 2027)] == [True, True, False]


@pytest.mark.parametrize("day", ["2026-01-01", datetime(2026, 1, 1, tzinfo=UTC)])
def test_what_is_no_date_is_refused(day: date) -> None:
    with pytest.raises(DefinitionError, match="expected a date"):
        ListedHolidays([day])


def test_a_day_cannot_be_free_and_worked() -> None:
    with pytest.raises(DefinitionError, match="2026-01-04 also among the working days"):
        ListedHolidays([NEW_YEAR, SUNDAY], working=[SUNDAY])


# ── an .ics file


def ics(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""])


def event(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", "UID:1@example.org", *lines, "END:VEVENT")


GOLDEN = event("DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261008", "SUMMARY:国庆节")
WORKED = event("dtstart;value=date:20261010", "SUMMARY:国庆节", " (班)")


def test_a_file_gives_every_day_from_the_start_to_before_the_end() -> None:
    year = IcsHolidays(ics(*GOLDEN)).year(2026)
    assert year == HolidayYear(tuple(date(2026, 10, day) for day in range(1, 8)), (), confirmed=True)


def test_an_event_without_an_end_is_one_day() -> None:
    assert IcsHolidays(ics(*WORKED)).year(2026).holidays == (date(2026, 10, 10),)


def test_events_with_a_mark_are_worked() -> None:
    year = IcsHolidays(ics(*GOLDEN, *WORKED), working="班").year(2026)
    assert (len(year.holidays), year.working) == (7, (date(2026, 10, 10),))


def test_an_event_may_go_over_the_end_of_a_year() -> None:
    read = IcsHolidays(ics(*event("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102")))
    assert read.year(2026).holidays == (date(2026, 12, 31),)
    assert read.year(2027).holidays == (date(2027, 1, 1),)
    assert not read.year(2028).confirmed
    assert IcsHolidays(ics(), confirmed=(2028,)).year(2028).confirmed


def test_cancelled_events_and_other_parts_do_not_count() -> None:
    alarm = ("BEGIN:VALARM", "DTSTART:20260101T090000", "END:VALARM")
    zone = ("BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000", "END:STANDARD", "END:VTIMEZONE")
    cancelled = event("DTSTART;VALUE=DATE:20260501", "STATUS:CANCELLED")
    text = ics(*zone, *cancelled, *event("DTSTART;VALUE=DATE:20260101", "STATUS:CONFIRMED", *alarm))
    assert IcsHolidays("\ufeff" + text.replace("\r\n", "\n")).year(2026).holidays == (NEW_YEAR,)


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("", 1, "the end of the file"),
        ("VERSION:2.0\n", 1, "VERSION"),
        ("BEGIN:VEVENT\n", 1, "BEGIN:VEVENT"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", 2, "END:VEVENT"),
        ("END:VCALENDAR\n", 1, "END:VCALENDAR"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\n", 3, "the end of the file"),
        ("BEGIN:VCALENDAR\nno property\n", 2, "no property"),
        (ics(*event("DTSTART:20260101T090000Z")), 5, "DTSTART:20260101T090000Z"),
        (ics(*event("DTSTART;TZID=Asia/Shanghai:20260101T090000")), 5, "DTSTART;TZID=ASIA/SHANGHAI:20260101T090000"),
        (ics(*event("DTSTART;VALUE=DATE:20260230")), 5, "DTSTART;VALUE=DATE:20260230"),
        (ics(*event("DTSTART;VALUE=DATE:2026-1-1")), 5, "DTSTART;VALUE=DATE:2026-1-1"),
        (ics(*event("DTSTART;VALUE=DATE:20260101", "DTSTART;VALUE=DATE:20260102")), 6, "a second DTSTART"),
        (ics(*event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY")), 6, "RRULE"),
        (ics(*event("DTSTART;VALUE=DATE:20260101", "DURATION:P2D")), 6, "DURATION"),
        (ics(*event("SUMMARY:x")), 3, "an event without DTSTART"),
        (ics(*event("DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20260102")), 3, "an event from 2026-01-02"),
        (ics(*event("DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20290102")), 3, "an event from 2026-01-02"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(text: str, line: int, found: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        IcsHolidays(text)
    [problem] = caught.value.problems
    assert (problem.path, problem.found.startswith(found)) == (f"line {line}", True)


# ── the library


def test_china_has_its_holidays_and_its_worked_weekends() -> None:
    year = LibraryHolidays("CN").year(2025)
    assert year.confirmed
    assert date(2025, 10, 8) in year.holidays
    assert set(year.working) == {
        date(2025, 1, 26),
        date(2025, 2, 8),
        date(2025, 4, 27),
        date(2025, 9, 28),
        date(2025, 10, 11),
    }


def test_a_year_that_is_not_announced_is_not_confirmed() -> None:
    china = LibraryHolidays("CN")
    far = china.year(2090)
    assert far.holidays
    assert not far.confirmed
    assert not china.year(1999).confirmed


def test_estimated_days_make_a_year_unconfirmed() -> None:
    assert not LibraryHolidays("SA").year(2060).confirmed


def test_what_follows_from_a_law_is_confirmed() -> None:
    bavaria = LibraryHolidays("DE", "BY").year(2035)
    assert date(2035, 1, 6) in bavaria.holidays
    assert bavaria.confirmed
    assert date(2035, 1, 6) not in LibraryHolidays("DE").year(2035).holidays


@pytest.mark.parametrize("place", [("XX",), ("DE", "ZZ")])
def test_an_unknown_country_or_part_is_refused(place: tuple[str, ...]) -> None:
    with pytest.raises(DefinitionError, match=place[-1]):
        LibraryHolidays(*place)


def test_a_missing_extra_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(DefinitionError, match=r"pip install 'complaintflow\[holidays\]'"):
        LibraryHolidays("CN")


# ── calendars of them


def test_a_calendar_takes_over_holidays_worked_days_and_what_is_unconfirmed() -> None:
    house = business_calendar("Asia/Shanghai", WEEK, LibraryHolidays("CN"), (2025, 2090), working_hours=OFFICE)
    assert house.unconfirmed == {2090}
    assert house.add_working_days(date(2025, 9, 30), 3) == date(2025, 10, 11)
    assert house.closing(date(2025, 9, 28)) == datetime(2025, 9, 28, 10, tzinfo=UTC)


def test_own_shifts_win_over_worked_days() -> None:
    listed = ListedHolidays([NEW_YEAR], working=[SUNDAY])
    house = business_calendar("UTC", WEEK, listed, [2026], working_hours=OFFICE, shifts={SUNDAY: [("10:00", "11:00")]})
    assert house.closing(SUNDAY) == datetime(2026, 1, 4, 11, tzinfo=UTC)


def test_worked_days_without_hours_are_refused() -> None:
    with pytest.raises(DefinitionError, match="2026-01-04 is worked, and no hours are given"):
        business_calendar("UTC", WEEK, ListedHolidays([], working=[SUNDAY]), [2026])


def test_a_plugin_brings_holidays_by_name() -> None:
    listed: Holidays = ListedHolidays([NEW_YEAR])

    class House:
        name = "house"

        @hookimpl
        def holidays(self) -> dict[str, Holidays]:
            return {"house": listed}

    assert Host([House()]).holidays == {"house": listed}
