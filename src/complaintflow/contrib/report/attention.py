"""What needs attention: what was missed, came back or waits for too long, as far as figures tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from complaintflow.contrib.report.gathering import Gathered
from complaintflow.insight import ActionEffect, Figures
from complaintflow.insight.periods import period_of

TOO_OLD = timedelta(weeks=4)
"""What came in in a week before that of so long ago, and is still open, has waited for too long."""


@attrs.frozen
class Alarm:
    """One thing that needs attention: its name, how often it was so, and the complaints."""

    name: str
    number: int
    complaints: Sequence[str]


def alarms(gathered: Gathered) -> tuple[Alarm, ...]:
    """Everything that is looked at, also what was not so at all."""
    return (
        _counted("deadlines_missed", gathered.whole),
        _overdue(gathered),
        _spikes(gathered),
        _of_those("reopen_rate", "reopened", gathered.whole),
        _counted("disputes", gathered.whole),
        _of_those("attenuation", "lost_urgency", gathered.whole),
        _too_old(gathered),
        Alarm("unreadable", len(gathered.unreadable), gathered.unreadable),
    )


def is_overdue(action: ActionEffect, end: datetime) -> bool:
    """Whether an improvement was due on a day before this time, and not finished then."""
    return action.due < end.date() and (action.finished is None or action.finished > end)


def _overdue(gathered: Gathered) -> Alarm:
    late = [one.complaint for one in gathered.actions if is_overdue(one, gathered.end)]
    return Alarm("overdue_actions", len(late), tuple(sorted(set(late))))


def _spikes(gathered: Gathered) -> Alarm:
    ids = {id for one in gathered.spikes for id in (one.complaint, *one.figures.complaints)}
    return Alarm("spikes_raised", len(gathered.spikes), tuple(sorted(ids)))


def _counted(measure: str, figures: Figures) -> Alarm:
    whole = figures[measure].whole
    return Alarm(measure, whole.number, whole.complaints) if whole else Alarm(measure, 0, ())


def _of_those(measure: str, name: str, figures: Figures) -> Alarm:
    """The complaints of which it is so."""
    whole = figures[measure].whole
    hits = whole.hits if whole else ()
    return Alarm(name, len(hits), hits)


def _too_old(gathered: Gathered) -> Alarm:
    ids = tuple(sorted(_old_ones(gathered.cohorts)))
    return Alarm("too_old", len(ids), ids)


def _old_ones(cohorts: Figures) -> Iterator[str]:
    first = period_of("week", cohorts.end - TOO_OLD, ZoneInfo(cohorts.query.zone))
    for cell in cohorts["backlog"].cells:
        if cell.key[0] < first:
            yield from cell.complaints
