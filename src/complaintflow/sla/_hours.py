"""The wall-clock hours of a calendar: reads them and checks them; every problem is named at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from complaintflow._validation.structure import Record
from complaintflow.errors import DefinitionError, Problem

DAY_MINUTES = 24 * 60

Minutes = tuple[int, int]
"""A window in minutes from its day's midnight; one over midnight ends after 24 × 60."""

Windows = tuple[Minutes, ...]
"""The windows of one day, in order."""


def _find_special(hours: Hours) -> Mapping[date, Windows]:
    """The days that differ from their week, before breaks: a shift wins over a holiday."""
    return {**dict.fromkeys(hours.holidays, ()), **hours.shifts}


@attrs.frozen(eq=False, repr=False)
class Hours(Record):
    """The wall-clock rules of one calendar."""

    zone: ZoneInfo
    week: tuple[Windows, ...]
    holidays: frozenset[date]
    shifts: Mapping[date, Windows]
    breaks: Mapping[date, Windows]
    special: Mapping[date, Windows] = attrs.field(init=False, default=attrs.Factory(_find_special, takes_self=True))


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Window = tuple[str, str]
"""Two wall-clock times, `("09:00", "12:00")`."""

_WALL = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00", re.ASCII)
_DAY = timedelta(days=1)

_Problems = list[Problem]


def read_hours(
    zone: str,
    week: Mapping[str, Iterable[Window]],
    holidays: Iterable[date],
    shifts: Mapping[date, Iterable[Window]],
    breaks: Mapping[date, Iterable[Window]],
) -> Hours:
    """The rules, or a `DefinitionError` with all problems."""
    problems: _Problems = []
    clock = _zone(zone, problems)
    problems += [Problem(f"hours.{day}", repr(day), f"one of {', '.join(DAYS)}") for day in week if day not in DAYS]
    found = Hours(
        clock,
        tuple(_windows(week.get(day, ()), f"hours.{day}", problems) for day in DAYS),
        frozenset(day for day in holidays if _is_date(day, "holidays", problems)),
        _by_date(shifts, "shifts", problems),
        _by_date(breaks, "breaks", problems),
    )
    problems = problems or [*_never_open(found), *_overlaps(found)]
    if problems:
        raise DefinitionError(tuple(problems))
    return found


def _zone(name: str, problems: _Problems) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError, AttributeError):
        problems.append(Problem("zone", repr(name), "an IANA time zone, like Asia/Shanghai"))
        return ZoneInfo("UTC")


def _by_date(windows: Mapping[date, Iterable[Window]], path: str, problems: _Problems) -> dict[date, Windows]:
    return {
        day: _windows(some, f"{path}.{day}", problems) for day, some in windows.items() if _is_date(day, path, problems)
    }


def _is_date(day: object, path: str, problems: _Problems) -> bool:
    """Whether this is a date and no time; the first and the last year are left for what reaches over their ends."""
    if isinstance(day, date) and not isinstance(day, datetime) and date.min.year < day.year < date.max.year:
        return True
    problems.append(Problem(path, repr(day), "a date of the years 2 to 9998"))
    return False


def _windows(windows: Iterable[Window], path: str, problems: _Problems) -> Windows:
    places = enumerate(windows)
    found = sorted(filter(None, (_window(window, f"{path}[{place}]", problems) for place, window in places)))
    for earlier, later in pairwise(found):
        if later[0] < earlier[1]:
            problems.append(Problem(path, f"{_shown(earlier)} and {_shown(later)}", "windows that do not overlap"))
    return tuple(found)


def _window(window: object, path: str, problems: _Problems) -> Minutes | None:
    match window:
        case (str(opens), str(closes)) if _WALL.fullmatch(opens) and _WALL.fullmatch(closes) and opens != "24:00":
            begin, end = _minutes(opens), _minutes(closes)
            return begin, end if end > begin else end + DAY_MINUTES
        case _:
            expected = "two times from 00:00 to 24:00, like 09:00 and 18:00"
            problems.append(Problem(path, repr(window), expected))
            return None


def _minutes(wall: str) -> int:
    return int(wall[:2]) * 60 + int(wall[3:])


def _shown(window: Minutes) -> str:
    begin, end = window
    return "–".join(f"{at // 60:02}:{at % 60:02}" for at in (begin, end if end <= DAY_MINUTES else end - DAY_MINUTES))


def _never_open(hours: Hours) -> Iterator[Problem]:
    if not any(hours.week):
        yield Problem("hours", "no window on any day", "a calendar that opens")


def _on(hours: Hours, day: date) -> Windows:
    return hours.special.get(day, hours.week[day.weekday()])


def _overlaps(hours: Hours) -> Iterator[Problem]:
    """Windows over midnight that reach into those of the next day, in the week and around shifts."""
    for place, name in enumerate(DAYS):
        yield from _reaching(hours.week[place], hours.week[(place + 1) % 7], f"hours.{name}")
    for day in sorted({one - back for one in hours.shifts for back in (_DAY, 0 * _DAY)}):
        yield from _reaching(_on(hours, day), _on(hours, day + _DAY), f"shifts around {day}")


def _reaching(today: Windows, tomorrow: Windows, path: str) -> Iterator[Problem]:
    if today and tomorrow and today[-1][1] - DAY_MINUTES > tomorrow[0][0]:
        both = f"{_shown(today[-1])} and {_shown(tomorrow[0])} on the next day"
        yield Problem(path, both, "windows that do not overlap")
