"""The figures behind a report: what a desk is asked for, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import attrs

from complaintflow.insight import ActionEffect, FigureQuery, Figures, SpikeAlert
from complaintflow.insight.periods import PERIODS, period_ends, period_of

_INSTANT = timedelta(microseconds=1)
_LONGEST = (("day", timedelta(days=31)), ("week", timedelta(days=366)))
"""Up to which length of the whole a trend is told by the day, and by the week; a longer one by the month."""


class GivesFigures(Protocol):
    """A desk, or a desk as somebody may use it."""

    def spikes(self, limit: int = 50) -> tuple[SpikeAlert, ...]:
        """What grew too fast, the latest first."""
        ...

    def effects(self) -> tuple[ActionEffect, ...]:
        """Each improvement, and whether complaints fell since."""
        ...

    def figures(self, /, *, anew: bool = False, **wanted: Any) -> Figures:
        """The measures of a period."""
        ...


@attrs.frozen
class Gathered:
    """The figures behind a report: of the whole period, and cut as each part of the page needs them.

    `trend` are those by the day, week or month, which `period` names. `spikes` are those of the period, and
    `actions` all improvements: both are over all complaints, however the figures are narrowed.
    """

    whole: Figures
    period: str
    trend: Figures
    problems: Figures
    clocks: Figures
    states: Figures
    transfers: Figures
    causes: Figures
    cohorts: Figures
    spikes: tuple[SpikeAlert, ...] = ()
    actions: tuple[ActionEffect, ...] = ()

    @property
    def end(self) -> datetime:
        """Up to when the report tells: the end of the period, or now where that is yet to come."""
        return self.whole.end

    @property
    def unreadable(self) -> tuple[str, ...]:
        """The complaints that could not be read, and are in no figure."""
        return self.whole.unreadable

    def periods(self) -> Iterator[str]:
        """The names of the periods of the trend, also of those in which nothing happened; none that has not begun."""
        query = self.trend.query
        zone = ZoneInfo(query.zone)
        until = min(query.until, self.trend.at + _INSTANT)
        for end in period_ends(self.period, query.since, until, zone):
            yield period_of(self.period, end - _INSTANT, zone)


_QUESTIONS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "problems": (("type", "area"), ("complaints",)),
    "clocks": (("clock",), ("deadlines_met",)),
    "states": (("state",), ("complaints",)),
    "transfers": (("from_team", "to_team"), ("transfers",)),
    "causes": (("root_cause",), ("complaints",)),
    "cohorts": (("cohort",), ("backlog",)),
}
"""What each part of the page is cut by, and its measures."""
TREND = ("complaints", "backlog", "deadlines_missed")


def gather(desk: GivesFigures, *, since: datetime, until: datetime, anew: bool = False, **wanted: Any) -> Gathered:
    """Ask the desk for everything that a report tells. `wanted` are more fields of `FigureQuery`, such as `only`.

    The questions are asked one after the other: what is recorded in between is in the later ones alone. Raises
    `InvalidInput`.
    """
    ask = partial(desk.figures, anew=anew, since=since, until=until, **wanted)
    whole = ask()
    period = period_for(whole.query.until - whole.query.since)
    cut = {name: ask(by=by, measures=measures) for name, (by, measures) in _QUESTIONS.items()}
    spikes = tuple(one for one in desk.spikes() if _lasts_into(one, whole.query))
    trend = ask(by=period, measures=TREND)
    return Gathered(whole=whole, period=period, trend=trend, spikes=spikes, actions=desk.effects(), **cut)


def _lasts_into(alert: SpikeAlert, query: FigureQuery) -> bool:
    return alert.raised < query.until and (alert.over is None or query.since <= alert.over)


def period_for(length: timedelta) -> str:
    """By which period a trend over this length is told."""
    return next((name for name, longest in _LONGEST if length <= longest), [*PERIODS][-1])
