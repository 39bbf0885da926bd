"""Business time: when a house is open, and how open time is counted.

Schedules are wall-clock times of one zone; everything that is counted is elapsed time between instants.
The conventions, each with a test:

- Inside means open ≤ t < close. A start outside begins to count at the next opening.
- A budget that ends exactly at closing time is due at the closing instant; going backward, one that ends
  exactly at an opening is due at the opening.
- Nothing to add: from inside it is now, from outside the next opening.
- A wall-clock time that a change of the clocks skips moves forward; one that comes twice means the first.
- A window over midnight belongs to the day on which it opens: a holiday takes it away whole.
- `shifts` replace a day's hours and win over a holiday, so they make a Saturday a working day (调休); `breaks`
  are cut out of whatever is open.
"""

from __future__ import annotations

import calendar as months
import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate, chain, pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from complaintflow._conform import at_utc
from complaintflow.errors import DefinitionError, InvalidInput, Problem

__all__ = ["Calendar"]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Window = tuple[str, str]
_Minutes = tuple[int, int]
_Span = tuple[int, int]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_DAY_MINUTES = 24 * 60
_BLOCK = timedelta(days=366)
_WALL = re.compile(r"\d\d:\d\d")


def _micros(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _moment(micros: int) -> datetime:
    return _EPOCH + timedelta(microseconds=micros)


@attrs.frozen
class _Table:
    """All open spans of the days from `first` to before `end`, with the open time up to each."""

    first: date
    end: date
    low: int
    high: int
    starts: list[int]
    ends: list[int]
    before: list[int]
    through: list[int]

    def open_until(self, at: int) -> int:
        """Open microseconds from the table's beginning to this instant."""
        place = bisect_right(self.starts, at) - 1
        if place < 0:
            return 0
        return self.before[place] + min(at, self.ends[place]) - self.starts[place]


class Calendar:
    """When a house is open.

    `hours` maps `mon` … `sun` to windows of wall-clock times, `("09:00", "12:00")`; a window may end at
    `24:00`, or go over midnight when its end is not after its beginning. `holidays` are dates without hours.
    Raises `DefinitionError` with all problems: an unknown zone or day, a time that is none, windows that
    overlap, and a calendar that never opens.
    """

    def __init__(
        self,
        zone: str,
        hours: Mapping[str, Iterable[Window]],
        *,
        holidays: Iterable[date] = (),
        shifts: Mapping[date, Iterable[Window]] | None = None,
        breaks: Mapping[date, Iterable[Window]] | None = None,
    ) -> None:
        problems: list[Problem] = []
        self.zone = zone
        self._zone = _zone(zone, problems)
        problems += [Problem(f"hours.{day}", day, f"one of {', '.join(DAYS)}") for day in hours if day not in DAYS]
        self._week = tuple(_windows(hours.get(day, ()), f"hours.{day}", problems) for day in DAYS)
        self.holidays = frozenset(holidays)
        self._shifts = {day: _windows(some, f"shifts.{day}", problems) for day, some in (shifts or {}).items()}
        self._breaks = {day: _windows(some, f"breaks.{day}", problems) for day, some in (breaks or {}).items()}
        if not problems:
            problems += _week_problems(self._week)
        if problems:
            raise DefinitionError(tuple(problems))
        self._known: _Table | None = None

    @classmethod
    def always(cls, zone: str = "UTC") -> Calendar:
        """Open day and night."""
        return cls(zone, {day: [("00:00", "24:00")] for day in DAYS})

    @cached_property
    def digest(self) -> str:
        """Names this calendar: the same times, the same digest."""
        parts = (
            self.zone,
            self._week,
            sorted(self.holidays),
            sorted(self._shifts.items()),
            sorted(self._breaks.items()),
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    # ── instants

    def is_open(self, at: datetime) -> bool:
        """Whether the instant is inside: open ≤ t < close."""
        at = at_utc(at)
        return self._open_at(self._covering(at, at), _micros(at))

    def between(self, a: datetime, b: datetime) -> timedelta:
        """The open time from `a` to `b`; negative when `b` is the earlier one. Additive."""
        a, b = at_utc(a, "a"), at_utc(b, "b")
        table = self._covering(min(a, b), max(a, b))
        return timedelta(microseconds=table.open_until(_micros(b)) - table.open_until(_micros(a)))

    def add(self, start: datetime, budget: timedelta) -> datetime:
        """The instant (UTC) at which so much open time has passed since `start`; a negative budget goes back.

        For budgets m, n > 0, adding m and then n is adding m + n.
        """
        start = at_utc(start, "start")
        at, wanted = _micros(start), budget // _MICROSECOND
        if wanted > 0:
            return self._forward(start, at, wanted)
        if wanted < 0:
            return self._backward(start, at, wanted)
        return start if self.is_open(start) else self._opening(start, at)

    def segments(self, a: datetime, b: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open segments between two instants (UTC), cut to them, in order."""
        a, b = at_utc(a, "a"), at_utc(b, "b")
        table = self._covering(a, max(a, b))
        low, high = _micros(a), _micros(b)
        for place in range(max(bisect_right(table.starts, low) - 1, 0), bisect_left(table.starts, high)):
            begin, end = max(low, table.starts[place]), min(high, table.ends[place])
            if begin < end:
                yield _moment(begin), _moment(end)

    def _open_at(self, table: _Table, at: int) -> bool:
        place = bisect_right(table.starts, at) - 1
        return place >= 0 and at < table.ends[place]

    def _forward(self, start: datetime, at: int, wanted: int) -> datetime:
        table = self._covering(start, start)
        target = table.open_until(at) + wanted
        while not table.through or table.through[-1] < target:
            table = self._later(table)
        place = bisect_left(table.through, target)
        return _moment(table.ends[place] - (table.through[place] - target))

    def _backward(self, start: datetime, at: int, wanted: int) -> datetime:
        table = self._covering(start, start)
        while table.open_until(at) + wanted < 0:
            table = self._earlier(table)
        target = table.open_until(at) + wanted
        place = bisect_right(table.through, target)
        return _moment(table.starts[place] + target - table.before[place])

    def _opening(self, start: datetime, at: int) -> datetime:
        table = self._covering(start, start)
        while not table.starts or table.starts[-1] <= at:
            table = self._later(table)
        return _moment(table.starts[bisect_right(table.starts, at)])

    # ── days

    def local_date(self, at: datetime) -> date:
        """The date of an instant on this calendar's wall."""
        return at_utc(at).astimezone(self._zone).date()

    def is_working_day(self, day: date) -> bool:
        """Whether anything opens on this day and is not wholly cut out by breaks."""
        return bool(self._day_spans(day))

    def next_working_day(self, day: date) -> date:
        """The first working day after this one."""
        return self._working_day(day, 1)

    def add_working_days(self, day: date, n: int, *, count_today: bool = False) -> date:
        """So many working days on: day 1 is the next working day, or, with `count_today`, this day if it is one.

        Nothing to add gives the day itself, rolled forward to a working day. A negative `n` goes back.
        """
        if n == 0:
            return self.rolled(day)
        step = 1 if n > 0 else -1
        steps = abs(n) - (count_today and self.is_working_day(day))
        for _ in range(steps):
            day = self._working_day(day, step)
        return day

    def rolled(self, day: date) -> date:
        """This day if it is a working day, or the next one."""
        return day if self.is_working_day(day) else self.next_working_day(day)

    def add_days(self, day: date, n: int, *, roll: bool = True) -> date:
        """So many calendar days on, rolled forward to a working day unless `roll` is off."""
        return self._maybe_rolled(_shifted(day, n), roll)

    def add_weeks(self, day: date, n: int, *, roll: bool = True) -> date:
        """So many weeks on, rolled forward to a working day unless `roll` is off."""
        return self.add_days(day, 7 * n, roll=roll)

    def add_months(self, day: date, n: int, *, roll: bool = True) -> date:
        """So many months on; a day that the month does not have is its last. Rolled forward unless `roll` is off."""
        years, month = divmod(day.year * 12 + day.month - 1 + n, 12)
        if not date.min.year <= years <= date.max.year:
            raise _outside()
        last = months.monthrange(years, month + 1)[1]
        return self._maybe_rolled(date(years, month + 1, min(day.day, last)), roll)

    def closing(self, day: date) -> datetime:
        """The instant (UTC) at which the last window of a working day closes; for another day, its end."""
        spans = self._day_spans(day)
        return _moment(spans[-1][1]) if spans else self._instant(day, _DAY_MINUTES)

    def at(self, day: date, wall: time) -> datetime:
        """The instant (UTC) of a wall-clock time on a day."""
        return self._instant(day, wall.hour * 60 + wall.minute)

    def _maybe_rolled(self, day: date, roll: bool) -> date:
        return self.rolled(day) if roll else day

    def _working_day(self, day: date, step: int) -> date:
        day = _shifted(day, step)
        while not self.is_working_day(day):
            day = _shifted(day, step)
        return day

    # ── the table of open spans

    def _covering(self, low: datetime, high: datetime) -> _Table:
        """A table with every span that matters between two instants."""
        table = self._known
        if table is not None and table.low <= _micros(low) and _micros(high) < table.high:
            return table
        first, end = _clamped(low.date(), -_BLOCK), _clamped(high.date(), _BLOCK)
        return self._tabled(min(first, table.first), max(end, table.end)) if table else self._tabled(first, end)

    def _later(self, table: _Table) -> _Table:
        """A table that reaches twice as far into the future."""
        return self._reaching(table, table.first, _clamped(table.end, table.end - table.first))

    def _earlier(self, table: _Table) -> _Table:
        """A table that reaches twice as far into the past."""
        return self._reaching(table, _clamped(table.first, table.first - table.end), table.end)

    def _reaching(self, table: _Table, first: date, end: date) -> _Table:
        if (first, end) == (table.first, table.end):
            raise _outside()
        return self._tabled(first, end)

    def _tabled(self, first: date, end: date) -> _Table:
        """A table of these days, kept for the next question; other threads keep the one that they hold."""
        days = [first + _DAY * place for place in range((end - first).days)]
        spans = sorted(chain.from_iterable(map(self._opened_on, [_clamped(first, -_DAY), *days])))
        open_ = _cut_out(_united(spans), _united(sorted(self._break_spans(self._breaks))))
        starts, ends = [span[0] for span in open_], [span[1] for span in open_]
        through = list(accumulate(span[1] - span[0] for span in open_))
        low, high = _micros(self._instant(first, 0)), _micros(self._instant(end, 0))
        self._known = _Table(first, end, low, high, starts, ends, [0, *through[:-1]], through)
        return self._known

    def _opened_on(self, day: date) -> list[_Span]:
        """The spans that open on this day, before breaks."""
        windows = self._shifts.get(day)
        if windows is None:
            windows = () if day in self.holidays else self._week[day.weekday()]
        if not windows or not self._exists(day):
            return []
        spans = ((_micros(self._instant(day, begin)), _micros(self._instant(day, end))) for begin, end in windows)
        return [(begin, end) for begin, end in spans if begin < end]

    def _day_spans(self, day: date) -> list[_Span]:
        """What is open of the windows that open on this day."""
        near = [one for one in (_clamped(day, -_DAY), day, _clamped(day, _DAY)) if one in self._breaks]
        return _cut_out(_united(sorted(self._opened_on(day))), _united(sorted(self._break_spans(near))))

    def _break_spans(self, days: Iterable[date]) -> Iterator[_Span]:
        for day in days:
            for begin, end in self._breaks[day]:
                yield _micros(self._instant(day, begin)), _micros(self._instant(day, end))

    def _exists(self, day: date) -> bool:
        """Whether the zone has this day: Samoa skipped one."""
        noon = datetime.combine(day, time(12), self._zone)
        return noon.astimezone(UTC).astimezone(self._zone).date() == day

    def _instant(self, day: date, minutes: int) -> datetime:
        """The instant of a wall-clock time; `fold=0` gives the rules for skipped and repeated times."""
        days, rest = divmod(minutes, _DAY_MINUTES)
        wall = datetime.combine(_shifted(day, days), time(rest // 60, rest % 60), self._zone)
        try:
            return wall.astimezone(UTC)
        except OverflowError:
            raise _outside() from None


def _outside() -> InvalidInput:
    return InvalidInput((Problem("time", "a time outside the years 1 to 9999", "a time that a calendar has"),))


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _outside() from None


def _clamped(day: date, by: timedelta) -> date:
    """A day later or earlier, a few days inside the years that there are."""
    ordinal = day.toordinal() + by.days
    return date.fromordinal(min(max(ordinal, date.min.toordinal() + 3), date.max.toordinal() - 3))


def _united(spans: Iterable[_Span]) -> list[_Span]:
    """Sorted spans, those that touch or overlap made one."""
    found: list[_Span] = []
    for begin, end in spans:
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def _cut_out(spans: list[_Span], cuts: list[_Span]) -> list[_Span]:
    """What is left of the spans; both are sorted and without overlaps."""
    for low, high in cuts:
        place = bisect_right(spans, (low, low)) - 1
        first = max(place, 0) if place < 0 or spans[place][1] > low else place + 1
        last = bisect_left(spans, (high, high))
        left = [(begin, low) for begin, _ in spans[first:last] if begin < low]
        right = [(high, end) for _, end in spans[first:last] if end > high]
        spans = [*spans[:first], *left, *right, *spans[last:]]
    return spans


def _zone(name: str, problems: list[Problem]) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(Problem("zone", repr(name), "an IANA time zone, like Asia/Shanghai"))
        return ZoneInfo("UTC")


def _windows(windows: Iterable[Window], path: str, problems: list[Problem]) -> tuple[_Minutes, ...]:
    """Windows in minutes from the day's midnight; one over midnight ends after 24 × 60."""
    found: list[_Minutes] = []
    for place, window in enumerate(windows):
        begin, end = (_minutes(wall, f"{path}[{place}]", problems) for wall in window)
        found.append((begin, end if end > begin else end + _DAY_MINUTES))
    found.sort()
    if any(later[0] < earlier[1] for earlier, later in pairwise(found)):
        problems.append(Problem(path, str(list(windows)), "windows that do not overlap"))
    return tuple(found)


def _minutes(wall: str, path: str, problems: list[Problem]) -> int:
    hour, _, minute = wall.partition(":")
    if _WALL.fullmatch(wall) and int(minute) < 60 and int(hour) * 60 + int(minute) <= _DAY_MINUTES:
        return int(hour) * 60 + int(minute)
    problems.append(Problem(path, repr(wall), "a time from 00:00 to 24:00"))
    return 0


def _week_problems(week: tuple[tuple[_Minutes, ...], ...]) -> Iterator[Problem]:
    if not any(week):
        yield Problem("hours", "no window on any day", "a calendar that opens")
    for place, windows in enumerate(week):
        tomorrow = week[(place + 1) % 7]
        if windows and tomorrow and windows[-1][1] - _DAY_MINUTES > tomorrow[0][0]:
            yield Problem(f"hours.{DAYS[place]}", "a window over midnight that overlaps the next day's", "no overlap")
