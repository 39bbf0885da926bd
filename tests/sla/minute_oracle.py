"""Business time minute by minute, from what a clock on the wall shows: slow, and too plain to be wrong.

It shares no code with the library. It walks through every UTC minute of a few weeks and reads the wall. A minute is
the whole number of minutes since 1970.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import attrs

MINUTE = timedelta(minutes=1)
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Windows = tuple[tuple[str, str], ...]


@attrs.frozen
class OpeningHours:
    """Opening hours: windows by the day of the week (Monday is 0), and the days that differ."""

    zone: str
    week: Mapping[int, Windows]
    holidays: frozenset[date] = frozenset()
    shifts: Mapping[date, Windows] = attrs.field(factory=dict)
    breaks: Mapping[date, Windows] = attrs.field(factory=dict)

    def windows(self, day: date) -> Windows:
        if day in self.shifts:
            return self.shifts[day]
        return () if day in self.holidays else self.week.get(day.weekday(), ())


@cache
def readings(zone: str, middle: date) -> dict[datetime, int]:
    """For what the wall shows in the weeks around a date: the first UTC minute that shows it."""
    begin = datetime.combine(middle - 18 * DAY, time(), UTC)
    shown: dict[datetime, int] = {}
    clock = ZoneInfo(zone)
    for quarter in range(36 * 24 * 4):  # no zone changes its clocks within a quarter of an hour
        at = begin + quarter * QUARTER
        wall, minute = at.astimezone(clock).replace(tzinfo=None, fold=0), (at - EPOCH) // MINUTE
        for more in range(15):
            shown.setdefault(wall + more * MINUTE, minute + more)
    return shown


class MinuteOracle:
    """The open minutes of some opening hours, around a date."""

    def __init__(self, opening: OpeningHours, middle: date) -> None:
        self.opening = opening
        self._shown = readings(opening.zone, middle)
        days = [middle + DAY * place for place in range(-14, 15)]
        closed = {minute for day in days for minute in self._minutes(day, opening.breaks.get(day, ()))}
        self.by_day = {day: set(self._minutes(day, opening.windows(day))) - closed for day in days}
        self.open = set().union(*self.by_day.values())

    def _first(self, wall: datetime) -> int:
        """The first minute that shows this. What is never shown comes as long after the last minute before the change
        as on a clock that nobody has changed."""
        late = 0
        while wall - late * MINUTE not in self._shown:
            late += 1
        return self._shown[wall - late * MINUTE] + late

    def _minutes(self, day: date, windows: Windows) -> Iterator[int]:
        if not any(datetime.combine(day, time(hour)) in self._shown for hour in range(24)):
            return  # the zone has no such day
        for opens, closes in windows:
            begin = datetime.combine(day, time.fromisoformat(opens))
            end = datetime.combine(day, time()) + int(closes[:2]) * 60 * MINUTE + int(closes[3:]) * MINUTE
            yield from range(self._first(begin), self._first(end if end > begin else end + DAY))

    # ── what a calendar answers

    def is_open(self, at: datetime) -> bool:
        return (at - EPOCH) // MINUTE in self.open

    def between(self, a: datetime, b: datetime) -> timedelta:
        return MINUTE * sum(minute in self.open for minute in range((a - EPOCH) // MINUTE, (b - EPOCH) // MINUTE))

    def add(self, start: datetime, minutes: int) -> datetime:
        """Walk until so many open minutes lie behind; for none, until it is open."""
        at = (start - EPOCH) // MINUTE
        while minutes == 0 and at not in self.open:
            at += 1
        while minutes > 0:
            minutes -= at in self.open
            at += 1
        while minutes < 0:
            at -= 1
            minutes += at in self.open
        return EPOCH + at * MINUTE

    def segments(self, a: datetime, b: datetime) -> list[tuple[datetime, datetime]]:
        """Where one begins the minute before is closed; where one ends the minute after is."""
        inside = {minute for minute in range((a - EPOCH) // MINUTE, (b - EPOCH) // MINUTE) if minute in self.open}
        begins = sorted(minute for minute in inside if minute - 1 not in inside)
        ends = sorted(minute + 1 for minute in inside if minute + 1 not in inside)
        return [(EPOCH + begin * MINUTE, EPOCH + end * MINUTE) for begin, end in zip(begins, ends, strict=True)]

    def is_working_day(self, day: date) -> bool:
        return bool(self.by_day[day])

    def working_days_after(self, day: date) -> list[date]:
        return [one for one in sorted(self.by_day) if one > day and self.by_day[one]]

    def working_days_before(self, day: date) -> list[date]:
        return [one for one in sorted(self.by_day, reverse=True) if one < day and self.by_day[one]]

    def closing(self, day: date) -> datetime:
        return EPOCH + (max(self.by_day[day]) + 1) * MINUTE
