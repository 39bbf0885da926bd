"""R41: spikes, a number of complaints that has grown too fast. Pure.

A *series* is what is counted together: all complaints of a type, of an area, about a shop, with a cause. A tick files a
complaint in each of its series when it first sees it triaged, and under its cause when that is labelled. The store
keeps how many came in each hour, so that a look reads these numbers, however many complaints there are.

A spike asks for four things at once (see the policy's `Spikes`). Two of them are growth, over the day before and over
the same weekday of earlier weeks, so that no Monday and no day after a holiday is one. The other two are about chance:
enough complaints, and more than chance explains. Chance is the exact tail of a binomial: of all that came in on these
weekdays and today, so many today. Where the weekdays differ more than Poisson counts do, all counts are thinned so.

The whole level may rise: a shop that grows by a tenth each month is no emergency. So what earlier weeks let expect is
raised by as much as the last week is above those before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

import attrs

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import Record, structure
from complaintflow.commands import AddTask, LabelCause, Remind
from complaintflow.commands.clocks import about_spike, spike_ended_by
from complaintflow.commands.solution import finished_tasks, named_tasks
from complaintflow.insight.batches import batch_mark
from complaintflow.insight.tails import binomial_tail
from complaintflow.policy.spikes import SPIKE_KINDS, Spikes
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.values import SpikeFigures
from complaintflow.vocabulary import ENDS, in_language

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

EVERYTHING = "all"
"""The series of all complaints: it says since when anything was counted."""
ALERTS = "alerts"
"""The series of the complaints by which a spike was raised."""

_OF_A_PLUGIN = "plugin"
_FACTS = ("type", "area", "channel")
_ALWAYS_LOOKED = 16
_FEWEST_WEEKS = 2
_MOST_LEVEL = 2.0
_SPREAD_KNOWN = 14
"""So many weeks of plain Poisson counts are believed before the spread of the last weeks is."""
_MOST_ONE_IN = 10**12


class Series(NamedTuple):
    """What complaints have in common: of which kind it is, and its name."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        """How the store names it: nobody reads the name of a shop there."""
        named = f"{self.kind}\0{fold_name(self.name)}"
        digest = blake2b(named.encode(errors="surrogateescape"), digest_size=12).hexdigest()
        return f"{self.kind if self.kind in SPIKE_KINDS else _OF_A_PLUGIN}:{digest}"

    @property
    def alerts(self) -> str:
        """The series of the complaints by which a spike of it was raised."""
        return f"{ALERTS}:{self.key}"


def series_mark(facts: Facts, rule: Spikes) -> str:
    """What decides in which series a complaint is, as a text to be compared; blank where it is in none yet."""
    if not rule.of or not (facts.root_cause or (facts.type and facts.stage not in ENDS)):
        return ""
    return repr((facts.type, facts.area, facts.shop, facts.root_cause))


def look_mark(facts: Facts, rule: Spikes) -> str:
    """R12, R41: as long as it stays as it is, a tick looks neither for its batch nor for its series again."""
    batch, series = batch_mark(facts), series_mark(facts, rule)
    return f"{batch} {series}" if batch or series else ""


def series_of(complaint: Complaint, received_at: datetime, rule: Spikes) -> Iterator[tuple[Series, datetime]]:
    """The series in which it is, each with the time at which it counts: that of its receipt, or of the label."""
    facts, intake = complaint.facts, complaint.intake
    if facts.type and facts.stage not in ENDS and not facts.duplicates:
        for kind in sorted(rule.of - {"cause"}):
            name = str(getattr(facts, kind) if kind in _FACTS else intake.get(kind) or "")
            if name.strip():
                yield Series(kind, name), received_at
    if facts.root_cause and "cause" in rule.of:
        labelled = [entry.at for entry in complaint.body.of(LabelCause)]
        yield Series("cause", facts.root_cause), labelled[-1] if labelled else received_at


def is_looked_at(count: int) -> bool:
    """Whether a series is looked at when this is the number of its complaints in an hour: with 1, 2, 4, 8, then with
    each 16th. So a complaint costs as much in a flood as in a drizzle."""
    return count & (count - 1) == 0 or count % _ALWAYS_LOOKED == 0


# ── counts by the hour


class HourCounts:
    """How many complaints a series had within any time that ends with a full hour, from the numbers of its hours."""

    def __init__(self, by_hour: Iterable[tuple[int, int]], since: datetime, until: datetime) -> None:
        self._first = hour_of(since)
        counts = [0] * (hour_of(until) - self._first)
        for hour, count in by_hour:
            if 0 <= hour - self._first < len(counts):
                counts[hour - self._first] = count
        self._until = [*accumulate(counts, initial=0)]

    def within(self, length: timedelta, until: datetime) -> int:
        """How many came in a time of this length before this full hour."""
        end = hour_of(until) - self._first
        return self._at(end) - self._at(end - length // HOUR)

    def _at(self, place: int) -> int:
        return self._until[max(0, min(place, len(self._until) - 1))]


def hour_of(at: datetime) -> int:
    """The number of the hour, counted from 1970 (UTC)."""
    return (at - _EPOCH) // HOUR


def reach_of(rule: Spikes) -> timedelta:
    """How far back a look reads."""
    return (rule.weeks + 1) * WEEK + 2 * DAY


def next_follow(facts: Facts, at: datetime) -> datetime | None:
    """When a spike that is not over is looked at again."""
    return at + HOUR if facts.spikes else None


def next_full_hour(at: datetime) -> datetime:
    """The end of the hour that runs."""
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + HOUR


@attrs.frozen(eq=False, repr=False)
class Surroundings(Record):
    """What a look knows beside the counts: since when anything was counted, and which days are unlike their weekday."""

    since: datetime
    unusual: Callable[[date], bool]
    local: Callable[[datetime], date]

    def touches_unusual(self, since: datetime, until: datetime) -> bool:
        """Whether a day in this time is a holiday, or a day off that was worked."""
        day, last = self.local(since), self.local(until - HOUR)
        while day <= last:
            if self.unusual(day):
                return True
            day += DAY
        return False


def judge_spike(
    series: Series, counts: HourCounts, until: datetime, around: Surroundings, rule: Spikes
) -> SpikeFigures | None:
    """The figures of a spike in the 24 hours up to this full hour, or None."""
    now, before = counts.within(DAY, until), counts.within(DAY, until - DAY)
    if now < rule.least or now * 100 <= before * (100 + rule.growth):
        return None
    past = tuple(_past(counts, until, around, rule))
    if len(past) < _FEWEST_WEEKS:
        return None
    level = _level(counts, until - DAY, around.since, rule.weeks)
    expected = sum(past) / len(past) * level
    near_holiday = around.touches_unusual(until - 2 * DAY, until)
    growth = max(rule.growth, rule.holiday_growth) if near_holiday else rule.growth
    if now * 100 <= expected * (100 + growth):
        return None
    one_in = _one_in(now, past, level)
    if one_in < rule.one_in:
        return None
    return SpikeFigures(series.kind, series.name, until, now, before, round(expected), past, one_in)


def _past(counts: HourCounts, until: datetime, around: Surroundings, rule: Spikes) -> Iterator[int]:
    """The same 24 hours of earlier weeks, but those before anything was counted, and those near a holiday."""
    for number in range(1, rule.weeks + 1):
        end = until - number * WEEK
        if end - DAY >= around.since and not around.touches_unusual(end - DAY, end):
            yield counts.within(DAY, end)


def _level(counts: HourCounts, until: datetime, since: datetime, weeks: int) -> float:
    """By how much the last week was above those before it; one that was below them lowers nothing."""
    known = min(weeks, (until - since) // WEEK)  # two at least, or there is no past to compare with
    last, earlier = counts.within(WEEK, until), counts.within((known - 1) * WEEK, until - WEEK)
    return min(_MOST_LEVEL, max(1.0, last * (known - 1) / earlier)) if earlier else 1.0


def _one_in(now: int, past: Sequence[int], level: float) -> int:
    """In how many looks chance alone makes one with so many."""
    spread = _spread(past)
    there, all_of_them = now / spread, (now + sum(past)) / spread
    chance = binomial_tail(there, all_of_them, level / (len(past) + level))
    return int(min(1 / chance, _MOST_ONE_IN)) if chance > 0 else _MOST_ONE_IN


def _spread(past: Sequence[int]) -> float:
    """By how much the weeks differ more than Poisson counts, whose variance is their mean; at least 1."""
    mean = sum(past) / len(past)
    if not mean:
        return 1.0
    squares = sum((count - mean) ** 2 for count in past) / mean
    return max(1.0, (squares + _SPREAD_KNOWN) / (len(past) - 1 + _SPREAD_KNOWN))


def is_calm(figures: SpikeFigures, counts: HourCounts, until: datetime, rule: Spikes) -> bool:
    """Whether the series came back to less than half the growth, and stayed so for as long as the policy says."""
    usual = max(figures.expected, figures.before)
    hours = range(rule.calm // HOUR + 1)
    return all(counts.within(DAY, until - number * HOUR) * 200 <= usual * (200 + rule.growth) + 200 for number in hours)


# ── what is on record of it


@attrs.frozen(eq=False, repr=False)
class SpikeAlert(Record):
    """R41: a spike that was raised: its figures, the complaint that raised it, and the task that investigates it.

    `finished` is when the investigation was (aware UTC), and `over` when the numbers were calm again.
    """

    figures: SpikeFigures
    complaint: str
    task: str
    raised: datetime
    owner: str
    due: datetime
    finished: datetime | None = None
    over: datetime | None = None


def alerts_of(complaint: Complaint) -> Iterator[SpikeAlert]:
    """The spikes that this complaint raised, in order."""
    finished = finished_tasks(complaint.body)
    over = {task: entry.at for entry in complaint.body.of(Remind) if (task := spike_ended_by(_about(entry.data)))}
    for task, entry in named_tasks(complaint.body).items():
        if entry.data.get("spike"):
            given, figures = structure(AddTask, entry.data), structure(SpikeFigures, entry.data["spike"])
            ends = finished.get(task), over.get(task)
            yield SpikeAlert(figures, complaint.id, task, entry.at, given.owner, given.due, *ends)


def _about(data: Mapping[str, object]) -> str:
    return str(data.get("about") or "")


# ── words

_INVESTIGATE = (
    "紧急排查:{kind}“{name}”24 小时内有 {now} 件投诉,前一天 {before} 件,同一星期几通常 {expected} 件。{also}投诉:{ids}",
    "Investigate at once: {kind} {name} has {now} complaints in 24 hours, {before} the day before, and {expected} on "
    "such a weekday. {also}Complaints: {ids}",
)
_ALSO = ("同时激增:{names}。", "Also: {names}. ")
_JOINED = (
    "{kind}“{name}”也在激增:24 小时内 {now} 件,通常 {expected} 件",
    "{kind} {name} spikes as well: {now} in 24 hours, {expected} as a rule",
)
_OVER = (
    "{kind}“{name}”的投诉激增已结束",
    "the spike of {kind} {name} is over",
)
_IDS_SHOWN = 10


def investigation(figures: SpikeFigures, owner: str, due: datetime, language: str) -> AddTask:
    """R41: the task to investigate a spike, with its figures."""
    ids = ", ".join(figures.complaints[:_IDS_SHOWN]) + (" …" if len(figures.complaints) > _IDS_SHOWN else "")
    also = in_language(language, _ALSO).format(names=", ".join(figures.also)) if figures.also else ""
    return AddTask(_say(_INVESTIGATE, figures, language, ids=ids, also=also), owner, due, spike=figures)


def joined_text(figures: SpikeFigures, language: str) -> str:
    """What the owner of an investigation hears of another series that spikes with it."""
    return _say(_JOINED, figures, language)


def over_text(figures: SpikeFigures, language: str) -> str:
    """What the owner hears when it is over."""
    return _say(_OVER, figures, language)


def joined_about(task: str, series: Series) -> str:
    """What the reminder of a series that joined is about."""
    return str(about_spike(task, f"joined-{series.key}"))


def _say(texts: tuple[str, str], figures: SpikeFigures, language: str, **more: str) -> str:
    numbers = {"now": figures.now, "before": figures.before, "expected": figures.expected}
    return in_language(language, texts).format(kind=figures.kind, name=figures.name, **numbers, **more)
