"""From wall-clock rules to open spans of real time, a day and a year at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, chain
from operator import itemgetter
from zoneinfo import ZoneInfo

import attrs

from complaintflow.errors import InvalidInput, Problem

DAY_MINUTES = 24 * 60

Minutes = tuple[int, int]
"""A window in minutes from its day's midnight; one over midnight ends after 24 × 60."""

Windows = tuple[Minutes, ...]
"""The windows of one day, in order."""

Span = tuple[datetime, datetime]
"""An opening and a closing (UTC): open ≤ t < close."""

_MIDNIGHT = time()
_MARGIN = 3
"""Days of other years whose windows may reach into a year: zones, windows over midnight, a skipped day."""


@attrs.frozen
class Hours:
    """The wall-clock rules of one calendar."""

    zone: ZoneInfo
    week: tuple[Windows, ...]
    holidays: frozenset[date]
    shifts: Mapping[date, Windows]
    breaks: Mapping[date, Windows]

    def on(self, day: date) -> Windows:
        """The windows that open on this day, before breaks: a shift wins over a holiday, a holiday over the week."""
        shift = self.shifts.get(day)
        if shift is not None:
            return shift
        return () if day in self.holidays else self.week[day.weekday()]


@attrs.frozen
class Year:
    """The open spans of one year (UTC) in order, and the open time of the year up to each one's end.

    An empty span stands first, so that every instant of the year has a span that began before it.
    """

    starts: list[datetime]
    ends: list[datetime]
    through: list[timedelta]
    total: timedelta

    @classmethod
    def of_spans(cls, first: datetime, spans: list[Span]) -> Year:
        """The table of these spans of the year that begins with this instant."""
        spans = [(first, first), *spans]
        through = list(accumulate(end - begin for begin, end in spans))
        return cls([begin for begin, _ in spans], [end for _, end in spans], through, through[-1])

    def is_open(self, at: datetime) -> bool:
        """Whether the instant is inside."""
        return at < self.ends[bisect_right(self.starts, at) - 1]

    def open_until(self, at: datetime) -> timedelta:
        """The open time from the year's beginning to this instant."""
        place = bisect_right(self.starts, at) - 1
        end = self.ends[place]
        return self.through[place] if end <= at else self.through[place] - (end - at)

    def first_reaching(self, open_time: timedelta) -> datetime:
        """The first instant of the year with so much open time before it; the amount is more than nothing."""
        place = bisect_left(self.through, open_time)
        return self.ends[place] - (self.through[place] - open_time)

    def last_reaching(self, open_time: timedelta) -> datetime:
        """The last instant of the year with so much open time before it; the amount is less than all."""
        place = bisect_right(self.through, open_time)
        return self.ends[place] - (self.through[place] - open_time)

    def opening_after(self, at: datetime) -> datetime | None:
        """The first opening of the year after this instant, or None; the empty span is none."""
        place = max(bisect_right(self.starts, at), 1)
        return self.starts[place] if place < len(self.starts) else None

    def spans(self, low: datetime, high: datetime) -> list[Span]:
        """What is open between two instants, cut to them."""
        places = range(max(bisect_right(self.starts, low) - 1, 0), bisect_left(self.starts, high))
        return clip(((self.starts[place], self.ends[place]) for place in places), low, high)


class Wall:
    """The wall-clock hours as instants."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._cuts = unite(chain.from_iterable(self._spans(day, some) for day, some in hours.breaks.items()))

    def instant(self, day: date, minutes: int, wall: time = _MIDNIGHT) -> datetime:
        """The instant (UTC) at which the wall shows so many minutes more than a time: the first of two, and for one
        that is skipped as much later. That is `fold=0`, which the sum has whatever the time had."""
        try:
            shown = datetime.combine(day, wall, self._hours.zone) + timedelta(minutes=minutes)
            return shown.astimezone(UTC)  # adding to a zoned time moves the hands of the clock, not the instant
        except OverflowError:
            raise out_of_range() from None

    def opened_on(self, day: date) -> list[Span]:
        """What is open of the windows that open on this day."""
        windows = self._hours.on(day)
        spans = unite(self._spans(day, windows)) if windows else []
        return self._without_breaks(spans) if spans and self._cuts else spans

    def year(self, year: int) -> Year:
        """The table of a year. On the first and last days of the calendar (years 1 and 9999) nothing opens."""
        low = datetime(year, 1, 1, tzinfo=UTC)
        high = datetime.max.replace(tzinfo=UTC) if year == date.max.year else low.replace(year=year + 1)
        first = max(low.toordinal() - _MARGIN, date.min.toordinal() + _MARGIN)
        last = min(high.toordinal() + _MARGIN, date.max.toordinal() - _MARGIN)
        days = map(date.fromordinal, range(first, last))
        return Year.of_spans(low, clip(unite(chain.from_iterable(map(self.opened_on, days))), low, high))

    def _spans(self, day: date, windows: Iterable[Minutes]) -> list[Span]:
        """Windows as instants; none on a day that the zone leaves out, as Samoa once did."""
        if self.instant(day, 0) >= self.instant(day, DAY_MINUTES):
            return []
        spans = ((self.instant(day, begin), self.instant(day, end)) for begin, end in windows)
        return [(begin, end) for begin, end in spans if begin < end]

    def _without_breaks(self, spans: list[Span]) -> list[Span]:
        first = bisect_right(self._cuts, spans[0][0], key=itemgetter(1))
        last = bisect_left(self._cuts, spans[-1][1], key=itemgetter(0))
        for low, high in self._cuts[first:last]:
            halves = chain.from_iterable(((begin, min(end, low)), (max(begin, high), end)) for begin, end in spans)
            spans = [(begin, end) for begin, end in halves if begin < end]
        return spans


def unite(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def clip(spans: Iterable[Span], low: datetime, high: datetime) -> list[Span]:
    """What of the spans lies between two instants."""
    cut = ((max(begin, low), min(end, high)) for begin, end in spans)
    return [(begin, end) for begin, end in cut if begin < end]


def move_day(day: date, days: int) -> date:
    """So many days later."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise out_of_range() from None


def out_of_range() -> InvalidInput:
    """The error of a time that no calendar has."""
    return InvalidInput((Problem("time", "a time outside the years 1 to 9999", "a time that a calendar has"),))
