"""A calendar that cannot be is an error when it is configured, with everything that is wrong."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from complaintflow import Lifecycle, Policy
from complaintflow.errors import DefinitionError
from complaintflow.sla import Calendar

GOOD = {"mon": [("09:00", "18:00")]}
MONDAY = date(2026, 6, 1)


def problems(zone: Any = "Asia/Shanghai", hours: Any = None, **more: Any) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        Calendar(zone, GOOD if hours is None else hours, **more)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("zone", ["Asia/Beijing", "", "../etc/passwd", "America", "/etc/passwd", None, 8, "UTC\0"])
def test_an_unknown_zone(zone: object) -> None:
    assert problems(zone) == [f"zone: found {zone!r}, expected an IANA time zone, like Asia/Shanghai"]


@pytest.mark.parametrize("day", ["monday", "Mon", "", 0, "holiday"])
def test_an_unknown_day(day: object) -> None:
    [problem] = problems(hours=GOOD | {day: [("09:00", "10:00")]})
    assert problem == f"hours.{day}: found {day!r}, expected one of mon, tue, wed, thu, fri, sat, sun"


@pytest.mark.parametrize(
    "window",
    [
        ("25:00", "26:00"),
        ("9:00", "18:00"),
        ("09:00", "18:60"),
        ("09:00", "24:01"),
        ("24:00", "24:00"),
        ("09:00 ", "18:00"),
        ("09:00\n", "18:00"),
        ("٠٩:٠٠", "18:00"),
        ("-1:00", "18:00"),
        ("09:00", None),
        (9, 18),
        ("09:00",),
        ("09:00", "12:00", "18:00"),
        "09:00-18:00",
        None,
    ],
)
def test_a_window_that_is_none(window: object) -> None:
    [problem] = problems(hours=GOOD | {"tue": [window]})
    assert problem == f"hours.tue[0]: found {window!r}, expected two times from 00:00 to 24:00, like 09:00 and 18:00"


@pytest.mark.parametrize("hours", [{}, {"mon": []}])
def test_a_calendar_that_never_opens(hours: object) -> None:
    assert problems(hours=hours) == ["hours: found no window on any day, expected a calendar that opens"]


def test_a_calendar_that_opens_on_shifts_only_would_never_open_again() -> None:
    assert problems(hours={}, shifts={MONDAY: [("09:00", "18:00")]})


@pytest.mark.parametrize(
    ("hours", "path", "found"),
    [
        ({"mon": [("09:00", "12:00"), ("11:59", "18:00")]}, "hours.mon", "09:00–12:00 and 11:59–18:00"),
        ({"mon": [("11:00", "18:00"), ("09:00", "12:00")]}, "hours.mon", "09:00–12:00 and 11:00–18:00"),
        ({"mon": [("22:00", "06:00"), ("23:00", "24:00")]}, "hours.mon", "22:00–06:00 and 23:00–24:00"),
        (
            {"mon": [("22:00", "06:00")], "tue": [("05:00", "09:00")]},
            "hours.mon",
            "22:00–06:00 and 05:00–09:00 on the next day",
        ),
        (
            {"sun": [("22:00", "06:00")], "mon": [("05:00", "09:00")]},
            "hours.sun",
            "22:00–06:00 and 05:00–09:00 on the next day",
        ),
    ],
)
def test_windows_that_overlap(hours: object, path: str, found: str) -> None:
    assert problems(hours=hours) == [f"{path}: found {found}, expected windows that do not overlap"]


def test_windows_that_touch_do_not_overlap() -> None:
    Calendar(
        "UTC",
        {"sun": [("22:00", "06:00")], "mon": [("06:00", "07:00"), ("07:00", "07:00")], "tue": [("07:00", "08:00")]},
    )


def test_a_shift_whose_windows_overlap_those_of_its_neighbours() -> None:
    night = [("22:00", "06:00")]
    both = "found 22:00–06:00 and 05:00–09:00 on the next day, expected windows that do not overlap"
    assert problems(hours={"tue": [("05:00", "09:00")]}, shifts={MONDAY: night}) == [
        f"shifts around 2026-06-01: {both}"
    ]
    assert problems(hours={"sun": night}, shifts={MONDAY: [("05:00", "09:00")]}) == [
        f"shifts around 2026-05-31: {both}"
    ]
    Calendar("UTC", {"sun": night}, holidays=[date(2026, 5, 31)], shifts={MONDAY: [("05:00", "09:00")]})


@pytest.mark.parametrize("part", ["shifts", "breaks"])
def test_windows_of_shifts_and_breaks_are_looked_at_too(part: str) -> None:
    assert problems(**{part: {MONDAY: [("09:00", "12:00"), ("10:00", "11:00")]}}) == [
        f"{part}.2026-06-01: found 09:00–12:00 and 10:00–11:00, expected windows that do not overlap"
    ]
    assert problems(**{part: {MONDAY: [("09", "12")]}})[0].startswith(f"{part}.2026-06-01[0]: found")


@pytest.mark.parametrize("day", ["2026-06-01", datetime(2026, 6, 1, tzinfo=UTC), date.min, date.max, None])
def test_a_date_that_is_none(day: object) -> None:
    expected = f"found {day!r}, expected a date of the years 2 to 9998"
    assert problems(holidays=[day]) == [f"holidays: {expected}"]
    assert problems(shifts={day: []}) == [f"shifts: {expected}"]
    assert problems(breaks={day: []}) == [f"breaks: {expected}"]


def test_everything_that_is_wrong_is_said_at_once() -> None:
    found = problems("Nowhere", {"sonday": [], "mon": [("9", "10")]}, holidays=["x"], breaks={MONDAY: [("1", "2")]})
    assert [problem.partition(":")[0] for problem in found] == [
        "zone",
        "hours.sonday",
        "hours.mon[0]",
        "holidays",
        "breaks.2026-06-01[0]",
    ]


@pytest.mark.parametrize("name", ["edge_notice", "former_contact", "spike"])
def test_no_clock_has_the_name_of_what_else_people_are_told_of(name: str) -> None:
    """Its reminders would be taken for notices of an edge, or for the end of a spike."""
    rule = {"rule": "house", "starts": ["received"], "satisfied": ["Note"], "budget": "1d"}
    with pytest.raises(DefinitionError, match=f"clocks.{name}: found a name that tells what else is told"):
        Lifecycle.default(Policy.from_data({"clocks": {name: rule}}))
