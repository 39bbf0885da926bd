"""When something is due: budgets on calendars, and the pauses that stretch them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache, wraps
from typing import Any, TypeVar

import attrs

from complaintflow import commands
from complaintflow._validation.structure import Record
from complaintflow.policy.clock_rules import Budget, CalendarRule, ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.milestones import Change

ALWAYS = "always"
FARTHEST = timedelta(days=36_525)
"""No policy has a longer span, so that no deadline lies further ahead unless somebody named it."""


@attrs.frozen(eq=False, repr=False)
class PauseInterval(Record):
    """An interval in which clocks stood still: since when, until when (None: it lasts), for whom, and why.

    It was `told` when it began, or later, dated back. A run that had ended by then is not affected by it.
    """

    since: datetime
    until: datetime | None
    party: str
    reason: str
    told: datetime


Pauses = tuple[PauseInterval, ...]


def pauses_after(pauses: Pauses, change: Change) -> Pauses:
    """R3: the pauses after one more change, in order and without overlaps; the same tuple if none begins or ends.

    A state of the house's own that waits begins one without a `Pause`, and is its reason.
    """
    last = pauses[-1] if pauses else None
    if change.is_a(commands.Pause):
        since = time_of(change.field("since")) or change.event.at
        since = max(since, last.until) if last and last.until else since
        reason = str(change.field("reason") or "")
        return (*pauses, PauseInterval(since, None, change.after.paused, reason, change.event.at))
    if change.after.paused and not change.before.paused:
        at, why = change.event.at, str(change.event.state)
        return (*pauses, PauseInterval(at, None, change.after.paused, why, at))
    if last and last.until is None and not change.after.paused:
        return (*pauses[:-1], attrs.evolve(last, until=max(change.event.at, last.since)))
    return pauses


def time_of(value: Any) -> datetime | None:
    """A time that a command named."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@attrs.frozen(eq=False, repr=False)
class ClockContext(Record):
    """All that decides how the clocks of a complaint count: the policy, and when clocks stood still."""

    policy: Policy
    pauses: Pauses = ()

    def calendar(self, rule: ClockRule, start: datetime | None = None, named: datetime | None = None) -> Calendar:
        """The calendar that the clock counts on.

        A time that was named beyond all reach, in an older history, is waited for on one that never closes.
        """
        far = named and start and abs(named - start) > FARTHEST
        return calendars(self.policy)[ALWAYS if far else rule.calendar]

    def budget(self, rule: ClockRule, grade: str | None) -> Budget | None:
        """How long the clock runs at a grade."""
        return budget_of(self.policy, rule.by_grade.get(grade or "", rule.budget))

    def is_short(self, rule: ClockRule, grade: str | None, took: timedelta) -> bool:
        """Whether a run that took so long by the clock on the wall was in time on any calendar, which opens no longer
        than that. It saves most of the calendars: 2 µs a run."""
        budget = self.budget(rule, grade)
        return budget is not None and budget.time is not None and took <= budget.time

    def pauses_of(self, rule: ClockRule, start: datetime, end: datetime | None) -> Pauses:
        """The pauses that fell into a run of the clock, cut to its end."""
        return tuple(_within(self.pauses, start, end)) if self.pauses and rule.pauses and not rule.named else ()

    def due_unpaused(self, rule: ClockRule, start: datetime, grade: str | None) -> datetime | None:
        """When a run would be due without pauses; None where the policy names no time."""
        budget = self.budget(rule, grade)
        return None if budget is None else after_budget(budget, start, self.calendar(rule))

    def postpone(self, when: datetime, rule: ClockRule, start: datetime, pauses: Pauses) -> datetime | None:
        """A time of the run, later by the open time that each pause before it took; None while one lasts."""
        if not pauses:  # as most runs have none
            return when
        calendar = self.calendar(rule)
        for pause in pauses:
            if pause.since >= when:
                break
            if pause.until is None:
                return None
            took = calendar.between(max(pause.since, start), pause.until)
            if took:  # adding nothing would move a due time at closing to the next opening
                when = calendar.add(when, took)
        return when

    def due(self, rule: ClockRule, start: datetime, grade: str | None, end: datetime | None = None) -> datetime | None:
        """When a run of the clock is due, pauses included; None while a pause lasts."""
        due = self.due_unpaused(rule, start, grade)
        return due and self.postpone(due, rule, start, self.pauses_of(rule, start, end))

    def repeated_dues(
        self, rule: ClockRule, first: datetime, grade: str | None, until: datetime, end: datetime | None
    ) -> Iterator[datetime]:
        """The due times of a cadence that nobody keeps, from the first one on."""
        due: datetime | None = first
        while due is not None and due <= until:
            yield due
            due = self.due(rule, due, grade, end)


def _within(pauses: Pauses, start: datetime, end: datetime | None) -> Iterator[PauseInterval]:
    for pause in pauses:
        if (pause.until is None or pause.until > start) and (end is None or max(pause.since, pause.told) < end):
            until = pause.until if end is None or (pause.until and pause.until < end) else end
            yield attrs.evolve(pause, until=until)


def budget_of(policy: Policy, text: str) -> Budget | None:
    """The budget that a text says, or the duration of the policy that it names; None if it is neither."""
    named = policy.durations.get(text)
    return _parsed(text) if named is None else Budget(named)


_parsed = lru_cache(maxsize=1024)(Budget.parse)


def after_budget(budget: Budget, start: datetime, calendar: Calendar) -> datetime:
    """When the budget is used up on a calendar."""
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
    """The next working day's instant at which the wall clock shows this time, after the start."""
    wall = time(minutes // 60, minutes % 60)
    first = calendar.at(today, wall)
    if first > start and calendar.is_working_day(today):
        return first
    return calendar.at(calendar.next_working_day(today), wall)


# ── what a policy is built into

T = TypeVar("T")
_POLICIES = 64
"""For how many policies it is kept at most."""


def for_each_policy(build: Callable[[Policy], T]) -> Callable[[Policy], T]:
    """Build once for each policy. `lru_cache` would compare whole policies; their digests are enough."""
    built: dict[str, T] = {}

    @wraps(build)
    def find(policy: Policy) -> T:
        found = built.get(policy.digest)
        if found is None:
            if len(built) >= _POLICIES:
                built.clear()
            found = built[policy.digest] = build(policy)
        return found

    return find


@for_each_policy
def calendars(policy: Policy) -> Mapping[str, Calendar]:
    """The policy's calendars by name; `always` is open day and night in the policy's zone."""
    named = {name: calendar_of(rule, policy.zone) for name, rule in policy.calendars.items()}
    return {ALWAYS: Calendar.always(policy.zone), **named}


def calendar_of(rule: CalendarRule, zone: str) -> Calendar:
    """The calendar of a rule; `zone` is that of the policy. Raises `DefinitionError`."""
    return Calendar(
        rule.zone or zone,
        {day: [_window(text) for text in windows] for day, windows in rule.hours.items()},
        holidays=rule.holidays,
        shifts={date.fromisoformat(day): [_window(text) for text in some] for day, some in rule.shifts.items()},
        breaks={date.fromisoformat(day): [_window(text) for text in some] for day, some in rule.breaks.items()},
        unconfirmed=rule.unconfirmed,
    )


def _window(text: str) -> tuple[str, str]:
    begin, _, end = text.partition("-")
    return begin.strip(), end.strip()
