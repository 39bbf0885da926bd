"""When something is due: budgets on calendars, and the pauses that stretch them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

import attrs

from complaintflow.policy.clock_rules import Budget, CalendarRule, ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.milestones import Change

ALWAYS = "always"


@attrs.frozen
class Pause:
    """An interval in which clocks stood still: for whom, why, from when, and until when (None: still).

    It was `told` when it began, or later, dated back: what had ended by then knows nothing of it.
    """

    since: datetime
    until: datetime | None
    party: str
    reason: str
    told: datetime


def stand_still(found: list[Pause], change: Change) -> datetime | None:
    """R3: adds what a change says about the intervals in which clocks stood still, in order, none overlapping another;
    from when on it says something new, or None."""
    last = found[-1] if found else None
    if change.kind == "Pause":
        since = time_of(change.field("since")) or change.event.at
        since = max(since, last.until) if last and last.until else since
        found.append(Pause(since, None, change.after.paused, str(change.field("reason") or ""), change.event.at))
        return since
    if last and last.until is None and not change.after.paused:
        until = max(change.event.at, last.since)
        found[-1] = attrs.evolve(last, until=until)
        return until
    return None


def time_of(value: Any) -> datetime | None:
    """A time that a command named."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@attrs.frozen
class House:
    """What every clock of a complaint is judged by: the policy, and when clocks stood still."""

    policy: Policy
    pauses: Sequence[Pause]

    def calendar(self, rule: ClockRule) -> Calendar:
        """The calendar that the clock counts on."""
        return calendars(self.policy)[rule.calendar]

    def budget(self, rule: ClockRule, grade: str | None) -> Budget | None:
        """How long the clock runs at a grade."""
        return budget_of(self.policy, rule.by_grade.get(grade or "", rule.budget))

    def stood(self, rule: ClockRule, start: datetime, end: datetime | None) -> tuple[Pause, ...]:
        """The pauses that fell into a run of the clock, cut to its end."""
        return tuple(_within(self.pauses, start, end)) if rule.pauses and not rule.named else ()

    def unpaused(self, rule: ClockRule, start: datetime, grade: str | None) -> datetime | None:
        """When it would be due without pauses; None where the policy names no time."""
        budget = self.budget(rule, grade)
        return None if budget is None else _after(budget, start, self.calendar(rule))

    def stretched(self, when: datetime, rule: ClockRule, start: datetime, stood: Iterable[Pause]) -> datetime | None:
        """A time of the run after its pauses: the open time that each took is added; None while one lasts."""
        calendar = self.calendar(rule)
        for pause in stood:
            if pause.since >= when:
                break
            if pause.until is None:
                return None
            took = calendar.between(max(pause.since, start), pause.until)
            if took:  # none at all leaves a due time at closing where it is
                when = calendar.add(when, took)
        return when

    def due(self, rule: ClockRule, start: datetime, grade: str | None, end: datetime | None = None) -> datetime | None:
        """When a run of the clock is due, pauses and all; None while a pause lasts."""
        due = self.unpaused(rule, start, grade)
        return due and self.stretched(due, rule, start, self.stood(rule, start, end))

    def dues(
        self, rule: ClockRule, first: datetime, grade: str | None, until: datetime, end: datetime | None
    ) -> Iterator[datetime]:
        """The due times of a cadence that nobody keeps, from the first one on."""
        due: datetime | None = first
        while due is not None and due <= until:
            yield due
            due = self.due(rule, due, grade, end)


def _within(stood: Iterable[Pause], start: datetime, end: datetime | None) -> Iterator[Pause]:
    for pause in stood:
        if (pause.until is None or pause.until > start) and (end is None or max(pause.since, pause.told) < end):
            until = pause.until if end is None or (pause.until and pause.until < end) else end
            yield attrs.evolve(pause, until=until)


def budget_of(policy: Policy, text: str) -> Budget | None:
    """The budget that a text says, or the duration of the policy that it names; None if it is neither."""
    named = policy.durations.get(text)
    return _parsed(text) if named is None else Budget(named)


_parsed = lru_cache(maxsize=1024)(Budget.parse)


def _after(budget: Budget, start: datetime, calendar: Calendar) -> datetime:
    if budget.time is not None:
        return calendar.add(start, budget.time)
    today = calendar.local_date(start)
    if budget.daily is not None:
        return _next_daily(calendar, start, today, budget.daily)
    adders: dict[str, Callable[[date, int], date]] = {
        "working day": calendar.add_working_days,
        "day": calendar.add_days,
        "week": calendar.add_weeks,
        "month": calendar.add_months,
    }
    return calendar.closing(adders[budget.unit](today, budget.days))


def _next_daily(calendar: Calendar, start: datetime, today: date, minutes: int) -> datetime:
    """The next time that the clock on the wall shows this on a working day, after the start."""
    wall = time(minutes // 60, minutes % 60)
    first = calendar.at(today, wall)
    if first > start and calendar.is_working_day(today):
        return first
    return calendar.at(calendar.next_working_day(today), wall)


# ── the calendars of a policy

_KNOWN: dict[str, Mapping[str, Calendar]] = {}


def calendars(policy: Policy) -> Mapping[str, Calendar]:
    """The policy's calendars by name, built once; `always` is open day and night in the policy's zone."""
    if policy.digest not in _KNOWN:
        made = {name: calendar_of(rule) for name, rule in policy.calendars.items()}
        _KNOWN[policy.digest] = {ALWAYS: Calendar.always(policy.zone), **made}
    return _KNOWN[policy.digest]


def calendar_of(rule: CalendarRule) -> Calendar:
    """The calendar of a rule. Raises `DefinitionError`."""
    return Calendar(
        rule.zone,
        {day: [_window(text) for text in windows] for day, windows in rule.hours.items()},
        holidays=rule.holidays,
        shifts={date.fromisoformat(day): [_window(text) for text in some] for day, some in rule.shifts.items()},
        breaks={date.fromisoformat(day): [_window(text) for text in some] for day, some in rule.breaks.items()},
        unconfirmed=rule.unconfirmed,
    )


def _window(text: str) -> tuple[str, str]:
    begin, _, end = text.partition("-")
    return begin.strip(), end.strip()
