"""Business time: when an organisation is open, and how open time is counted.

Schedules are wall-clock times of one zone; everything that is counted is elapsed time between instants.
The conventions, each with a test:

- Inside means open ≤ t < close. A start outside begins to count at the next opening.
- A budget that ends exactly at closing time is due at the closing instant; going backward, one that ends
  exactly at an opening is due at the opening.
- Adding nothing: from inside it gives the same instant, from outside the next opening.
- A wall-clock time that a change of the clocks skips moves forward by what is skipped; one that comes twice
  means the first. A day that a zone skips has no hours.
- A window over midnight belongs to the day on which it opens: a holiday takes it away whole.
- `shifts` replace a day's hours and win over a holiday, so they make a Saturday a working day (调休); `breaks`
  are cut out of whatever is open.
- Day 1 of working days is the next working day. A day whose hours are all cut out by breaks is not one.
"""

from __future__ import annotations

import calendar as months
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate, chain
from operator import itemgetter

import attrs

from complaintflow._validation.structure import Record, at_utc
from complaintflow.errors import InvalidInput, Problem
from complaintflow.sla._hours import DAY_MINUTES, DAYS, Hours, Minutes, Window, read_hours

Span = tuple[datetime, datetime]
"""An opening and a closing (UTC): open ≤ t < close."""

_NOTHING = timedelta(0)
_LONGEST = timedelta(days=366)
"""No year has more time, open or not."""
REACH = 200
"""So many years a calendar looks ahead or back in one step. It makes a table of each year that it looks at."""
_KEPT = 512
"""How many years' tables are kept at most."""
_KEPT_DAYS = 4096
"""How many answers about working days are kept at most."""

_MIDNIGHT = time()
_ALL_DAY = ((0, DAY_MINUTES),)
_MARGIN = 3
"""Days of other years whose windows may reach into a year: zones, windows over midnight, a skipped day."""


class Calendar:
    """When an organisation is open.

    `hours` maps `mon` … `sun` to windows of wall-clock times, `("09:00", "12:00")`; a window may end at
    `24:00`, or go over midnight when its end is not after its beginning. `holidays` are dates without hours;
    `unconfirmed` names the years whose holidays are not announced yet.
    Raises `DefinitionError` with all problems: an unknown zone or day, a time that is none, windows that
    overlap, and a week in which nothing opens. What looks further than 200 years is `InvalidInput`,
    except on a calendar that never closes: that one only adds.
    """

    def __init__(
        self,
        zone: str,
        hours: Mapping[str, Iterable[Window]],
        *,
        holidays: Iterable[date] = (),
        shifts: Mapping[date, Iterable[Window]] | None = None,
        breaks: Mapping[date, Iterable[Window]] | None = None,
        unconfirmed: Iterable[int] = (),
    ) -> None:
        self.zone = zone
        self.unconfirmed = frozenset(unconfirmed)
        self._hours = read_hours(zone, hours, holidays, shifts or {}, breaks or {})
        self._wall = Wall(self._hours)
        self._years: dict[int, Year] = {}
        self._working_days: dict[date, bool] = {}
        self._never_closes = never_closes(self._hours)

    @classmethod
    def always(cls, zone: str = "UTC") -> Calendar:
        """Open day and night."""
        return cls(zone, {day: [("00:00", "24:00")] for day in DAYS})

    @property
    def holidays(self) -> frozenset[date]:
        """The dates without hours, shifts apart."""
        return self._hours.holidays

    @cached_property
    def digest(self) -> str:
        """Names this calendar: the same times, the same digest."""
        hours = self._hours
        parts = (
            self.zone,
            hours.week,
            sorted(hours.holidays),
            sorted(hours.shifts.items()),
            sorted(hours.breaks.items()),
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    # ── instants

    def is_open(self, at: datetime) -> bool:
        """Whether the instant is inside: open ≤ t < close."""
        at = at_utc(at)
        return self._year(at.year).is_open(at)

    def between(self, a: datetime, b: datetime) -> timedelta:
        """The open time from `a` to `b`; negative when `b` is the earlier one. Additive."""
        a, b = at_utc(a, "a"), at_utc(b, "b")
        if self._never_closes:
            return b - a
        if b < a:
            return -self.between(b, a)
        check_reach(b.year - a.year)
        whole = sum((self._year(year).total for year in range(a.year, b.year)), _NOTHING)
        return whole + self._year(b.year).open_until(b) - self._year(a.year).open_until(a)

    def add(self, start: datetime, budget: timedelta) -> datetime:
        """The instant (UTC) at which so much open time has passed since `start`; a negative budget goes back.

        For budgets m, n > 0, adding m and then n is adding m + n.
        """
        start = at_utc(start, "start")
        try:
            if self._never_closes:
                return start + budget
            if budget <= _NOTHING:
                return self._backward(start, budget) if budget else self._now_or_opening(start)
            year = self._years.get(start.year) or self._year(start.year)
            target = year.open_until(start) + budget
            return year.first_reaching(target) if target <= year.total else self._forward(start.year, target)
        except OverflowError:
            raise out_of_range() from None

    def segments(self, a: datetime, b: datetime) -> Iterator[Span]:
        """The open segments between two instants (UTC), cut to them, in order."""
        return self._segments(at_utc(a, "a"), at_utc(b, "b"))

    def _segments(self, a: datetime, b: datetime) -> Iterator[Span]:
        """A segment that goes over the end of a year comes as one."""
        if self._never_closes:
            yield from [(a, b)] if a < b else []
            return
        check_reach(b.year - a.year)
        held: Span | None = None
        for number in range(a.year, b.year + 1):
            for begin, end in self._year(number).spans(a, b):
                if held and held[1] != begin:
                    yield held
                held = (held[0] if held and held[1] == begin else begin, end)
        if held:
            yield held

    def _forward(self, number: int, target: timedelta) -> datetime:
        """Where the open time from the beginning of that year reaches the target, in it or later."""
        first = number
        while target > (total := self._year(number).total):
            if target > (date.max.year + 1 - number) * _LONGEST:
                raise out_of_range()  # more open time than is left, however long the hours
            check_reach(number - first)
            number, target = number + 1, target - total
        return self._year(number).first_reaching(target)

    def _backward(self, start: datetime, budget: timedelta) -> datetime:
        number = start.year
        target = self._year(number).open_until(start) + budget
        while target < _NOTHING:
            if -target > number * _LONGEST:
                raise out_of_range()
            check_reach(start.year - number)
            number -= 1
            target += self._year(number).total
        return self._year(number).last_reaching(target)

    def _now_or_opening(self, at: datetime) -> datetime:
        number = at.year
        if self._year(number).is_open(at):
            return at
        while (opening := self._year(number).opening_after(at)) is None:
            check_reach(number - at.year)
            number += 1
        return opening

    def _year(self, number: int) -> Year:
        """The table of a year, made at first use. Two threads may make it twice: both are the same."""
        year = self._years.get(number)
        if year is not None:
            return year
        if not date.min.year <= number <= date.max.year:
            raise out_of_range()
        if len(self._years) >= _KEPT:
            self._years = {}
        year = self._years[number] = self._wall.year(number)
        return year

    # ── days

    def local_date(self, at: datetime) -> date:
        """The date of an instant on this calendar's wall."""
        try:
            return at_utc(at).astimezone(self._hours.zone).date()
        except OverflowError:
            raise out_of_range() from None

    def is_working_day(self, day: date) -> bool:
        """Whether anything opens on this day and is not wholly cut out by breaks."""
        known = self._working_days.get(_date(day))
        if known is not None:
            return known
        if len(self._working_days) >= _KEPT_DAYS:
            self._working_days = {}
        found = self._working_days[day] = bool(self._wall.opened_on(day))
        return found

    def is_unusual(self, day: date) -> bool:
        """Whether this day is unlike its weekday: a holiday, or a day off that is worked."""
        return self.is_working_day(day) != bool(self._hours.week[day.weekday()])

    def next_working_day(self, day: date) -> date:
        """The first working day after this one."""
        return self._working_day(day, 1)

    def add_working_days(self, day: date, n: int, *, count_today: bool = False) -> date:
        """So many working days on: day 1 is the next working day, or, with `count_today`, this day if it is one.

        Nothing to add gives the day itself, rolled forward to a working day. A negative `n` goes back.
        """
        if n == 0:
            return self.roll(day)
        check_reach(abs(n) // 366)
        steps = abs(n) - (count_today and self.is_working_day(day))
        for _ in range(steps):
            day = self._working_day(day, 1 if n > 0 else -1)
        return day

    def roll(self, day: date) -> date:
        """This day if it is a working day, or the next one."""
        return day if self.is_working_day(day) else self.next_working_day(day)

    def add_days(self, day: date, n: int, *, roll: bool = True) -> date:
        """So many calendar days on, rolled forward to a working day unless `roll` is off."""
        return self._maybe_roll(move_day(_date(day), n), roll)

    def add_weeks(self, day: date, n: int, *, roll: bool = True) -> date:
        """So many weeks on, rolled forward to a working day unless `roll` is off."""
        return self.add_days(day, 7 * n, roll=roll)

    def add_months(self, day: date, n: int, *, roll: bool = True) -> date:
        """So many months on; a day that the month does not have is its last. Rolled forward unless `roll` is off."""
        year, month = divmod(_date(day).year * 12 + day.month - 1 + n, 12)
        if not date.min.year <= year <= date.max.year:
            raise out_of_range()
        last = months.monthrange(year, month + 1)[1]
        return self._maybe_roll(date(year, month + 1, min(day.day, last)), roll)

    def closing(self, day: date) -> datetime:
        """The instant (UTC) at which the last window of a working day closes; for another day, its end."""
        spans = self._wall.opened_on(_date(day))
        return spans[-1][1] if spans else self._wall.instant(day, DAY_MINUTES)

    def at(self, day: date, wall: time) -> datetime:
        """The instant (UTC) of a wall-clock time on a day."""
        return self._wall.instant(_date(day), 0, wall)

    def _maybe_roll(self, day: date, roll: bool) -> date:
        return self.roll(day) if roll else day

    def _working_day(self, day: date, step: int) -> date:
        day = move_day(_date(day), step)
        while not self.is_working_day(day):
            day = move_day(day, step)
        return day


def _date(day: date) -> date:
    """Refuse a datetime: it would be on no list of holidays."""
    if isinstance(day, datetime) or not isinstance(day, date):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidInput((Problem("day", repr(day), "a date"),))
    return day


# ── the table of a year


@attrs.frozen(eq=False, repr=False)
class Year(Record):
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


# ── from wall-clock hours to instants


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
        windows = self._hours.special.get(day, self._hours.week[day.weekday()])
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


def never_closes(hours: Hours) -> bool:
    """Whether every day of the week is open from midnight to midnight, and no date differs."""
    return all(windows == _ALL_DAY for windows in hours.week) and not (hours.special or hours.breaks)


def check_reach(years: int) -> None:
    """Raise `InvalidInput` where a calendar would look further than it does."""
    if years > REACH:
        expected = f"at most {REACH} years, which is as far as a calendar looks"
        raise InvalidInput((Problem("time", f"a span of more than {REACH} years", expected),))


def out_of_range() -> InvalidInput:
    """The error of a time that no calendar has."""
    return InvalidInput((Problem("time", "a time outside the years 1 to 9999", "a time that a calendar has"),))
