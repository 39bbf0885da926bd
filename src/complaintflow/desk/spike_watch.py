"""R41: counts a complaint in its series, raises a spike once, and follows it until it is over. A part of a tick."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import cast

import attrs

from complaintflow._validation.structure import Record
from complaintflow.commands import Command, Remind
from complaintflow.commands.clocks import about_spike
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.insight.spikes import (
    ALERTS,
    DAY,
    EVERYTHING,
    HOUR,
    WEEK,
    HourCounts,
    Series,
    SpikeAlert,
    Surroundings,
    alerts_of,
    hour_of,
    investigation,
    is_calm,
    is_looked_at,
    joined_about,
    joined_text,
    judge_spike,
    next_follow,
    next_full_hour,
    over_text,
    reach_of,
    series_of,
)
from complaintflow.plugins import CountsSeries, Session
from complaintflow.policy.policy import Policy
from complaintflow.policy.spikes import Spikes
from complaintflow.record.complaint import AT_ONCE, Complaint
from complaintflow.record.keys import LevelKey
from complaintflow.sla.agenda import DueAction
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.timing import ALWAYS, calendars
from complaintflow.values import SpikeFigures
from complaintflow.vocabulary import Audience

_RULE = "R41"
_NAMED = 100
"""So many of its complaints an alert names at most."""


def _counting(session: Session) -> CountsSeries | None:
    """The session, if its store counts series."""
    return cast("CountsSeries", session) if callable(getattr(session, "file_in_series", None)) else None


def find_alerts(session: Session, at: datetime, limit: int) -> tuple[SpikeAlert, ...]:
    """The spikes that were raised, the latest first."""
    store = _counting(session)
    ids = store.in_series(ALERTS, AT_ONCE, at, limit) if store else ()
    homes = (stored.complaint for id in ids if (stored := session.load(id)))
    return tuple(alert for home in homes for alert in reversed([*alerts_of(home)]))


@attrs.frozen(eq=False, repr=False)
class SpikeWatch(Record):
    """What a tick does about spikes when it checks one complaint. `do` asks for a command as the system."""

    work: UnitOfWork
    versions: PolicyVersions
    id: str
    at: datetime
    do: Callable[[DueAction], object]
    groups: Callable[[Complaint], Mapping[str, tuple[str, ...]]] = attrs.field(repr=False)

    @property
    def _store(self) -> CountsSeries | None:
        return _counting(self.work.session)

    @property
    def _policy(self) -> Policy:
        return self.versions.present.policy

    def count(self) -> None:
        """Count the complaint where it is not counted yet, and look at these series."""
        rule, store = self._policy.spikes, self._store
        if not rule.of or store is None:
            return
        complaint, received_at = self.work.load(self.id), self.work.received_at(self.id)
        series = dict(series_of(complaint, received_at, rule))
        if complaint.facts.type and series:
            named = self.groups(complaint).items()
            series |= {Series(kind, name): received_at for kind, names in named for name in names}
        if not series:
            return
        times = {**{one.key: at for one, at in series.items()}, EVERYTHING: received_at}
        counted = store.file_in_series(self.id, times)
        due = [one for one, at in series.items() if is_looked_at(counted.get(one.key, 3)) and at > self.at - DAY]
        if due and complaint.facts.imported is None:
            self._look(store, due, list(series))

    # ── raising

    def _look(self, store: CountsSeries, due: Iterable[Series], mine: list[Series]) -> None:
        """Raise what has spiked: in one alert, that of a series of this complaint if one is open."""
        around = self._surroundings(store)
        judged = ((one, judge_spike(one, self._counts(store, one), self._until, around, self._rule)) for one in due)
        spiking = {one: figures for one, figures in judged if figures and self._may_raise(store, one)}
        if not spiking:
            return
        home = next((found for one in mine if (found := self._open_home(store, one))), None)
        if home is None:
            self._raise(store, spiking)
        else:
            self._join(store, home, spiking)

    @property
    def _rule(self) -> Spikes:
        return self._policy.spikes

    @property
    def _until(self) -> datetime:
        return next_full_hour(self.at)

    def _surroundings(self, store: CountsSeries) -> Surroundings:
        first, until = self._until - reach_of(self._rule), self._until
        begun = next(iter(store.count_by_hour(EVERYTHING, hour_of(first), hour_of(until))), None)
        since = first + (begun[0] - hour_of(first)) * HOUR if begun else until
        calendar: Calendar = calendars(self._policy)[self._rule.calendar or ALWAYS]
        return Surroundings(since, calendar.is_unusual, calendar.local_date)

    def _counts(self, store: CountsSeries, series: Series) -> HourCounts:
        since = self._until - reach_of(self._rule)
        return HourCounts(store.count_by_hour(series.key, hour_of(since), hour_of(self._until)), since, self._until)

    def _homes(self, store: CountsSeries, series: Series) -> Iterator[Complaint]:
        """The complaint that raised the last spike of this series."""
        return self.work.find(store.in_series(series.alerts, AT_ONCE, self.at, 1))

    def _open_home(self, store: CountsSeries, series: Series) -> Complaint | None:
        return next((one for one in self._homes(store, series) if one.facts.spikes), None)

    def _may_raise(self, store: CountsSeries, series: Series) -> bool:
        """Whether the last spike of this series is over, and has been for long enough."""
        for home in self._homes(store, series):
            over = [alert.over for alert in alerts_of(home) if alert.over]
            if home.facts.spikes or max(over, default=AT_ONCE) + self._rule.cool_down > self.at:
                return False
        return True

    def _raise(self, store: CountsSeries, spiking: dict[Series, SpikeFigures]) -> None:
        """The strongest one names the investigation; what spikes with it is named there."""
        first = max(spiking, key=lambda one: (spiking[one].one_in, spiking[one].now))
        also = tuple(f"{one.kind} {one.name}" for one in spiking if one != first)
        most = min(_NAMED, self._policy.limits.entries)
        latest = store.in_series(first.key, self._until - DAY, self.at, most)
        figures = attrs.evolve(spiking[first], complaints=latest, also=also)
        owner = self._rule.owner or self._policy.emergency_team
        task = investigation(figures, owner, self.at + self._rule.due, self._policy.language_for_staff)
        if not self._asked(self.id, f"T{self.work.load(self.id).facts.tasks + 1}", "raised", task):
            store.file_in_series(self.id, {ALERTS: self.at, **{one.alerts: self.at for one in spiking}})

    def _join(self, store: CountsSeries, home: Complaint, spiking: dict[Series, SpikeFigures]) -> None:
        """The owner of the open investigation hears what spikes with it: it is the same surge."""
        alert = next(one for one in alerts_of(home) if one.task in home.facts.spikes)
        for series, figures in spiking.items():
            text, about = joined_text(figures, self._policy.language_for_staff), joined_about(alert.task, series)
            if not self._asked(home.id, alert.task, "joined", Remind(text, Audience.TEAM, about, (alert.owner,))):
                store.file_in_series(home.id, {series.alerts: self.at})

    def _asked(self, id: str, task: str, level: str, command: Command) -> object:
        """Why it was refused."""
        return self.do(DueAction(id, self.at, about_spike(task, level), command, _RULE))

    # ── following

    def follow(self) -> datetime | None:
        """Say what is over of the spikes that this complaint raised, and when to look again."""
        store = self._store
        spikes = self.work.load(self.id).facts.spikes
        if not spikes or store is None:
            return None
        for alert in [one for one in alerts_of(self.work.load(self.id)) if one.task in spikes]:
            if self._is_over(store, alert):
                self._end(alert)
        return next_follow(self.work.load(self.id).facts, self.at)

    def _is_over(self, store: CountsSeries, alert: SpikeAlert) -> bool:
        """What lasted longer than the weeks that are compared is no spike, but how it is now."""
        if self.at - alert.raised > self._rule.weeks * WEEK:
            return True
        figures = alert.figures
        counts = self._counts(store, Series(figures.kind, figures.name))
        return self.at - alert.raised >= self._rule.calm and is_calm(figures, counts, self._until, self._rule)

    def _end(self, alert: SpikeAlert) -> None:
        key: LevelKey = about_spike(alert.task)
        text = over_text(alert.figures, self._policy.language_for_staff)
        self._asked(self.id, alert.task, key.level, Remind(text, Audience.TEAM, str(key), (alert.owner,)))
