"""The figures behind a report: what a desk is asked for, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
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

    def figures_many(self, asked: Iterable[Mapping[str, Any]], /, *, anew: bool = False) -> tuple[Figures, ...]:
        """The measures of a period, question by question."""
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
_EVERY = 10_000
"""More spikes than a house raises: a period of long ago has those that came before the latest."""


def gather(desk: GivesFigures, *, since: datetime, until: datetime, anew: bool = False, **wanted: Any) -> Gathered:
    """Ask the desk for everything that a report tells. `wanted` are more fields of `FigureQuery`, such as `only`.

    All figures are of one reading; spikes and improvements are asked for after it. Raises `InvalidInput`.
    """
    period = period_for(_length(since, until))
    asked = {"whole": {}, "trend": {"by": period, "measures": TREND}}
    asked |= {name: {"by": by, "measures": measures} for name, (by, measures) in _QUESTIONS.items()}
    always = {"since": since, "until": until, **wanted}
    figures = dict(zip(asked, desk.figures_many([{**always, **one} for one in asked.values()], anew=anew), strict=True))
    spikes = tuple(one for one in desk.spikes(_EVERY) if _lasts_into(one, figures["whole"].query))
    return Gathered(period=period, spikes=spikes, actions=desk.effects(), **figures)


def _length(since: datetime, until: datetime) -> timedelta:
    """How long the period is; nothing where one time has no zone, which the desk refuses."""
    return until - since if (since.tzinfo is None) == (until.tzinfo is None) else timedelta()


def _lasts_into(alert: SpikeAlert, query: FigureQuery) -> bool:
    return alert.raised < query.until and (alert.over is None or query.since <= alert.over)


def period_for(length: timedelta) -> str:
    """By which period a trend over this length is told."""
    return next((name for name, longest in _LONGEST if length <= longest), [*PERIODS][-1])
