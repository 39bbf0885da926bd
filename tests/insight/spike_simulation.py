"""Simulated arrivals through the rules of spikes: how often they are false, and how late a real surge is seen (R41).

`python -m tests.insight.spike_simulation` prints the table of docs/explanation/spikes.md; its seeds are fixed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from math import exp, log
from random import Random
from statistics import median

import attrs

from complaintflow.insight.spikes import (
    DAY,
    HOUR,
    HourCounts,
    Series,
    Surroundings,
    hour_of,
    is_calm,
    judge_spike,
    reach_of,
)
from complaintflow.policy.spikes import Spikes
from complaintflow.values import SpikeFigures

BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
"""A Monday."""
RATES = (5, 15, 50, 150, 500, 1_500, 5_000)
SURGES = (1.3, 1.5, 2.0)
INFORMED = (9.0, 6.0)
GROWTH_A_WEEK = 1.02
"""Complaints grow by nine percent a month."""
_HOURS = (2, 1, 1, 1, 1, 2, 4, 7, 12, 16, 18, 17, 14, 15, 17, 17, 16, 15, 15, 16, 17, 15, 9, 5)
_WEEK = (25, 22, 21, 20, 20, 16, 16)
_ON_HOLIDAY, _DAY_AFTER = 0.5, 1.15
_EXACT_BELOW = 30
_MONTH = 30
_SURGE = timedelta(days=7)


@attrs.frozen
class Surge:
    """From a time on and for a week so many times as many come."""

    since: datetime
    factor: float

    def at(self, when: datetime) -> float:
        """The factor of an hour."""
        return self.factor if self.since <= when < self.since + _SURGE else 1.0


@attrs.frozen
class World:
    """A series of so many complaints a day, with the seasons of the day and the week, growth, and holidays."""

    rate: float
    holidays: frozenset[date] = frozenset()
    surge: Surge | None = None

    def mean(self, hour: datetime) -> float:
        """How many come in this hour on average."""
        day = hour.date()
        season = _HOURS[hour.hour] / sum(_HOURS) * _WEEK[day.weekday()] / sum(_WEEK) * len(_WEEK)
        closed = _ON_HOLIDAY if day in self.holidays else _DAY_AFTER if day - DAY in self.holidays else 1.0
        surge = self.surge.at(hour) if self.surge else 1.0
        grown: float = GROWTH_A_WEEK ** ((hour - BEGIN) / timedelta(days=7))
        return self.rate * season * closed * surge * grown

    def counts(self, days: int, random: Random) -> HourCounts:
        """What came in so many days."""
        hours = (BEGIN + number * HOUR for number in range(days * 24))
        drawn = [(hour_of(hour), poisson(self.mean(hour), random)) for hour in hours]
        return HourCounts(drawn, BEGIN, BEGIN + days * DAY)

    @property
    def surroundings(self) -> Surroundings:
        """What the rules know of it."""
        return Surroundings(BEGIN, self.holidays.__contains__, lambda at: at.date())


def poisson(mean: float, random: Random) -> int:
    """A Poisson number; of a large mean the normal one beside it."""
    if mean > _EXACT_BELOW:
        return max(0, round(random.gauss(mean, mean**0.5)))
    limit, product, count = exp(-mean), random.random(), 0
    while product > limit:
        product *= random.random()
        count += 1
    return count


def alerts(world: World, days: int, rule: Spikes, random: Random) -> Iterator[datetime]:
    """When a spike is raised, looking at each full hour, as a tick does."""
    counts, series = world.counts(days, random), Series("type", "billing")
    now, end, quiet = first_look(rule), BEGIN + days * DAY, BEGIN
    standing: SpikeFigures | None = None
    while now <= end:
        if standing and now - standing.until >= rule.calm and is_calm(standing, counts, now, rule):
            standing, quiet = None, now + rule.cool_down
        elif standing is None and now >= quiet:
            standing = judge_spike(series, counts, now, world.surroundings, rule)
            if standing:
                yield now
        now += HOUR


def first_look(rule: Spikes) -> datetime:
    """When enough of the past is known."""
    return BEGIN + reach_of(rule)


def holidays_in(days: int, random: Random) -> frozenset[date]:
    """Two days on end and a single one within the last month, and as many two months before."""
    starts = [days - _MONTH + random.randrange(2, 9), days - _MONTH + random.randrange(14, 25)]
    past = [start - 2 * _MONTH + random.randrange(7) for start in starts]
    return frozenset(
        (BEGIN + (start + more) * DAY).date()
        for start, length in zip((*starts, *past), (2, 1) * 2, strict=True)
        for more in range(length)
    )


def false_alarms(rate: float, series: int, rule: Spikes, seed: int = 1) -> int:
    """How many spikes are raised in so many months without a surge."""
    random = Random(seed)  # no secret
    days = reach_of(rule) // DAY + _MONTH
    worlds = (World(rate, holidays_in(days, random)) for _ in range(series))
    return sum(1 for world in worlds for _ in alerts(world, days, rule, random))


def delays(rate: float, factor: float, surges: int, rule: Spikes, seed: int = 2) -> list[list[float]]:
    """For each surge, after how many hours each spike was raised, from its begin to two days after its end."""
    random = Random(seed)  # no secret
    found: list[list[float]] = []
    for _ in range(surges):
        begun = first_look(rule) + DAY + random.randrange(7 * 24) * HOUR
        days = (begun - BEGIN) // DAY + 1 + 9
        raised = alerts(World(rate, surge=Surge(begun, factor)), days, rule, random)
        found.append([(at - begun) / HOUR for at in raised if at > begun])
    return found


def row(rate: int, rule: Spikes, size: int) -> str:
    """The line of the table for one rate."""
    cells = [f"{rate:,}", f"{false_alarms(rate, size, rule) * 100 / size:.1f}"]
    for factor in SURGES:
        each = delays(rate, factor, size, rule)
        first = [hours[0] for hours in each if hours]
        early = sum(hours <= 24 for hours in first) * 100 // size
        typical = f"{median(first):.0f} h" if first else "–"
        cells.append(f"{early} % ({len(first) * 100 // size} %, {typical})")
    return f"| {' | '.join(cells)} |"


@attrs.frozen
class Informed:
    """One who knows to the last digit how many come in an hour, with a surge and without, and looks each hour.

    It adds up how much likelier what came is with the surge than without, never below nothing (Page's CUSUM), and
    raises at `least`. For a given number of false alarms no test is faster on average (Lorden, Moustakides).
    """

    rate: float
    factor: float
    least: float

    def hear(self, sum: float, count: int) -> float:
        """The sum after another hour in which so many came."""
        return max(0.0, sum + count * log(self.factor) - self.rate / 24 * (self.factor - 1))

    def false_alarms(self, series: int, random: Random) -> float:
        """How many it raises of 100 series in a month without a surge."""
        raised, sum = 0, 0.0
        for _ in range(series * _MONTH * 24):
            sum = self.hear(sum, poisson(self.rate / 24, random))
            if sum >= self.least:
                raised, sum = raised + 1, 0.0
        return raised * 100 / series

    def delay(self, random: Random) -> float:
        """After how many hours it raises a surge that begins after five days without one."""
        sum = 0.0
        for _ in range(5 * 24):
            sum = self.hear(sum, poisson(self.rate / 24, random))
            sum = 0.0 if sum >= self.least else sum
        for hour in range(_SURGE // HOUR):
            sum = self.hear(sum, poisson(self.rate / 24 * self.factor, random))
            if sum >= self.least:
                return hour + 1
        return float("inf")


def informed_row(least: float, size: int = 2_000) -> str:
    """The line of the table for one who knows the rates, of +50 % at 50 a day."""
    random, one = Random(3), Informed(50, 1.5, least)  # no secret
    false, found = one.false_alarms(size, random), [one.delay(random) for _ in range(size)]
    early = sum(hours <= 24 for hours in found) * 100 // size
    return f"| {false:.1f} | {early} % | {median(found):.0f} h |"


def most_alerts(rule: Spikes, size: int) -> int:
    """The share of surges of +50 and +100 % at 500 a day that are raised more than once, in percent."""
    each = [*delays(500, 1.5, size, rule), *delays(500, 2.0, size, rule)]
    return sum(len(hours) > 1 for hours in each) * 100 // len(each)


def main(size: int = 200) -> None:
    """Print the table."""
    for one_in in (30_000, 1_000):
        rule = Spikes(one_in=one_in)
        print(f"\none_in = {one_in:,}")
        print("| complaints a day | false alarms | +30 % | +50 % | +100 % |\n| --- | --- | --- | --- | --- |")
        for rate in RATES:
            print(row(rate, rule, size), flush=True)
        print(f"raised twice: {most_alerts(rule, size)} %")
    print("\nwho knows the rates, of +50 % at 50 a day")
    for least in INFORMED:
        print(informed_row(least), flush=True)


if __name__ == "__main__":
    main()
