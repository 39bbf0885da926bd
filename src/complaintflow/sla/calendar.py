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
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property

from complaintflow._validation.structure import at_utc
from complaintflow.errors import InvalidInput, Problem
from complaintflow.sla._hours import DAYS, Window, read_hours
from complaintflow.sla._table import DAY_MINUTES, Span, Wall, Year, move_day, out_of_range

_NOTHING = timedelta(0)
_LONGEST = timedelta(days=366)
"""No year has more time, open or not."""
_KEPT = 512
"""How many years' tables are kept at most."""


class Calendar:
    """When an organisation is open.

    `hours` maps `mon` … `sun` to windows of wall-clock times, `("09:00", "12:00")`; a window may end at
    `24:00`, or go over midnight when its end is not after its beginning. `holidays` are dates without hours;
    `unconfirmed` names the years whose holidays are not announced yet.
    Raises `DefinitionError` with all problems: an unknown zone or day, a time that is none, windows that
    overlap, and a week in which nothing opens.
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
        if b < a:
            return -self.between(b, a)
        whole = sum((self._year(year).total for year in range(a.year, b.year)), _NOTHING)
        return whole + self._year(b.year).open_until(b) - self._year(a.year).open_until(a)

    def add(self, start: datetime, budget: timedelta) -> datetime:
        """The instant (UTC) at which so much open time has passed since `start`; a negative budget goes back.

        For budgets m, n > 0, adding m and then n is adding m + n.
        """
        start = at_utc(start, "start")
        try:
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
        while target > (total := self._year(number).total):
            if target > (date.max.year + 1 - number) * _LONGEST:
                raise out_of_range()  # more open time than is left, however long the hours
            number, target = number + 1, target - total
        return self._year(number).first_reaching(target)

    def _backward(self, start: datetime, budget: timedelta) -> datetime:
        number = start.year
        target = self._year(number).open_until(start) + budget
        while target < _NOTHING:
            if -target > number * _LONGEST:
                raise out_of_range()
            number -= 1
            target += self._year(number).total
        return self._year(number).last_reaching(target)

    def _now_or_opening(self, at: datetime) -> datetime:
        number = at.year
        if self._year(number).is_open(at):
            return at
        while (opening := self._year(number).opening_after(at)) is None:
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
        return bool(self._wall.opened_on(_date(day)))

    def next_working_day(self, day: date) -> date:
        """The first working day after this one."""
        return self._working_day(day, 1)

    def add_working_days(self, day: date, n: int, *, count_today: bool = False) -> date:
        """So many working days on: day 1 is the next working day, or, with `count_today`, this day if it is one.

        Nothing to add gives the day itself, rolled forward to a working day. A negative `n` goes back.
        """
        if n == 0:
            return self.roll(day)
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
