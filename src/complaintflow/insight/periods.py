"""Periods on the wall of a zone: the hour, day, week or month in which something happened, whatever the clocks do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from complaintflow.insight.sheets import Labels
from complaintflow.record.complaint import moment

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_QUARTER = 900_000_000
"""A quarter of an hour, in microseconds: clocks on walls differ by whole ones, but for some of long ago."""
_MIXED = -1


def _hour(wall: datetime) -> str:
    """An hour that comes twice, when clocks are set back, has two names."""
    return wall.isoformat("T", "hours")


def _week(wall: datetime) -> str:
    year, week, _ = wall.isocalendar()
    return f"{year:04}-W{week:02}"


PERIODS: Mapping[str, Callable[[datetime], str]] = {
    "hour": _hour,
    "day": lambda wall: wall.date().isoformat(),
    "week": _week,
    "month": lambda wall: f"{wall.year:04}-{wall.month:02}",
}
"""The name of the period in which a wall-clock time lies. Names sort as times do, but for an hour that comes twice."""


def period_of(period: str, at: datetime, zone: tzinfo) -> str:
    """The name of the period in which an instant lies, in a zone."""
    return PERIODS[period](at.astimezone(zone))


def period_ends(period: str, since: datetime, until: datetime, zone: tzinfo) -> Iterator[datetime]:
    """The instants (UTC) at which the periods end that begin before `until`, the last one cut to it."""
    end = since
    while end < until:
        end = min(_next_start(period, end, zone), until)
        yield end


def _next_start(period: str, at: datetime, zone: tzinfo) -> datetime:
    """When the next period begins."""
    wall = at.astimezone(zone)
    if period == "hour":
        begun = at - timedelta(minutes=wall.minute, seconds=wall.second, microseconds=wall.microsecond)
        return begun + _HOUR
    return datetime.combine(_next_day(period, wall.date()), time(), zone).astimezone(UTC)


def _next_day(period: str, day: date) -> date:
    """The day on which the next period begins."""
    if period == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day + (timedelta(days=7 - day.weekday()) if period == "week" else _DAY)


class PeriodLabels:
    """The periods in which instants (microseconds since 1970) lie. Each quarter of an hour is looked up once."""

    def __init__(self, period: str, zone: tzinfo) -> None:
        self._period, self._zone = period, zone
        self._texts: list[str] = []
        self._codes: dict[str, int] = {}
        self._quarters: dict[int, int] = {}

    def label(self, instants: Sequence[int]) -> Labels:
        """The period of each."""
        quarters = self._quarters
        for quarter in {at // _QUARTER for at in instants} - quarters.keys():
            quarters[quarter] = self._code_of(quarter)
        codes = [quarters[at // _QUARTER] for at in instants]
        if _MIXED in codes:
            codes = [self._code(at) if code == _MIXED else code for at, code in zip(instants, codes, strict=True)]
        return Labels(self._texts, codes)

    def _code_of(self, quarter: int) -> int:
        """The period of a whole quarter of an hour, where it is one."""
        begin = quarter * _QUARTER
        first, last = self._code(begin), self._code(begin + _QUARTER - 1)
        return first if first == last else _MIXED

    def _code(self, at: int) -> int:
        text = period_of(self._period, moment(at), self._zone)
        if text not in self._codes:
            self._codes[text] = len(self._texts)
            self._texts.append(text)
        return self._codes[text]
