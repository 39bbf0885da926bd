"""Deadlines as pure functions of a complaint's history, the policy and its calendars.

Nothing is stored but what happened: a deadline's start, its pauses and what met it are read from the events,
and its due time is computed from them. So a comment restarts nothing, a new grade or a handoff derives
anew what was running, and a breach that is on record stays there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

import attrs
import msgspec

from complaintflow.clock_rules import Budget, CalendarRule, ClockRule
from complaintflow.events import Event
from complaintflow.facts import Facts
from complaintflow.policy import Policy
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.milestones import Change, holds, reached

__all__ = ["Deadline", "Pause", "Standing", "calendar_of", "calendars", "changes", "deadlines", "pauses"]


class Standing(StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    BREACHED = "breached"
    CANCELLED = "cancelled"


@attrs.frozen
class Pause:
    """An interval in which clocks stood still: for whom, why, from when, and until when (None: still)."""

    since: datetime
    until: datetime | None
    party: str
    reason: str


@attrs.frozen
class Deadline:
    """One run of one clock, as it stands at the time asked for.

    `due` is None while a pause keeps it open. `late` says that it was not met by its due time, whether it was
    met afterwards or not. `key` names it within the complaint: clock, cycle, part and run.
    """

    clock: str
    key: str
    rule: str
    start: datetime
    due: datetime | None
    standing: Standing
    late: bool
    ended: datetime | None
    pauses: tuple[Pause, ...]
    warnings: tuple[datetime, ...]
    calendar: str
    tells: tuple[str, ...]
    renews: bool


@attrs.frozen
class _Clockwork:
    """What every run is judged by."""

    at: datetime
    policy: Policy
    grade: str | None
    missed: frozenset[str]
    pauses: tuple[Pause, ...]

    @property
    def calendars(self) -> Mapping[str, Calendar]:
        """The policy's calendars by name."""
        return calendars(self.policy)

    def budget(self, rule: ClockRule) -> Budget | None:
        """How long the clock runs at the present grade."""
        text = rule.by_grade.get(self.grade or "", rule.budget)
        return Budget.parse(text) or _referred(self.policy, text)


@attrs.define
class _Run:
    """A clock that was started, in the middle of the walk through the history."""

    key: str
    start: datetime
    named: datetime | None = None
    part: str = ""
    applies: bool = True
    met: datetime | None = None
    missed: datetime | None = None
    cancelled: datetime | None = None

    @property
    def open(self) -> bool:
        return self.ended is None

    @property
    def ended(self) -> datetime | None:
        """When it was met, given up as missed, or cancelled."""
        return self.met or self.missed or self.cancelled


def changes(events: Iterable[Event]) -> Iterator[Change]:
    """Each event with the facts before and after it."""
    facts = Facts()
    sent: dict[str, str] = {}
    for event in events:
        after = msgspec.structs.replace(facts, **event.sets, state=event.state)
        if after.messages > facts.messages:
            sent[f"M{after.messages}"] = event.kind
        yield Change(event, facts, after, sent.get(str(event.said.get("message", "")), ""))
        facts = after


def pauses(walked: Iterable[Change]) -> tuple[Pause, ...]:
    """The intervals in which clocks stood still, in order, none overlapping another."""
    found: list[Pause] = []
    for change in walked:
        if change.kind == "Pause":
            since = _time(change.said("since")) or change.event.at
            earliest = found[-1].until if found else None
            since = max(since, earliest) if earliest else since
            found.append(Pause(since, None, change.after.paused, str(change.said("reason") or "")))
        elif found and found[-1].until is None and not change.after.paused:
            found[-1] = attrs.evolve(found[-1], until=change.event.at)
    return tuple(found)


def _time(value: Any) -> datetime | None:
    """A time that a command named."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def deadlines(events: Iterable[Event], policy: Policy, at: datetime) -> tuple[Deadline, ...]:
    """Every deadline that ever ran, as it stands at this time (aware), the earliest due first."""
    walked = tuple(changes(event for event in events if event.at <= at))
    last = walked[-1].after if walked else Facts()
    clockwork = _Clockwork(at, policy, last.grade, last.breached, pauses(walked))
    found = [
        _judged(name, rule, run, clockwork)
        for name, rule in policy.clocks.items()
        for run in _runs(name, rule, walked, policy)
    ]
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or one.start, one.key)))


# ── from changes to runs


def _runs(name: str, rule: ClockRule, walked: tuple[Change, ...], policy: Policy) -> list[_Run]:
    runs: list[_Run] = []
    live: list[_Run] = []
    for change in walked:
        begins = reached(rule.starts, change)
        if not live and not begins:
            continue
        met = [run for run in live if _ends(rule.satisfied, rule, run, change)]
        for run in met:
            run.met = change.event.at
        for run in [run for run in live if run.open and _ends(rule.cancelled, rule, run, change)]:
            run.cancelled = change.event.at
        missed = [run for run in live if run.open and rule.renews and _is_missed(run, change)]
        for run in missed:
            run.missed = change.event.at
        known = len(runs)
        if begins:
            _start(name, rule, runs, change)
        elif (met and rule.renews) or missed:
            runs.append(_Run(_key(name, change, str(len(runs) + 1)), change.event.at))
        live = [run for run in [*live, *runs[known:]] if run.open]
        for run in live:
            run.applies = holds(rule.only, change.after, policy)
    return [run for run in runs if run.applies]


def _is_missed(run: _Run, change: Change) -> bool:
    """Whether its breach goes on record: a cadence begins anew then."""
    return change.kind == "MissDeadline" and change.said("clock") == run.key


def _start(name: str, rule: ClockRule, runs: list[_Run], change: Change) -> None:
    """Begin a run; without parts, a new one takes the place of the one that is open."""
    if not rule.each:
        for run in runs:
            if run.open:
                run.cancelled = change.event.at
    for part, named in _parts(rule, change):
        if not rule.named or named is not None:
            runs.append(_Run(_key(name, change, part or str(len(runs) + 1)), change.event.at, named, part))


def _key(name: str, change: Change, run: str) -> str:
    """Names a run within its complaint: the clock, the cycle, and the part or the how manieth it is."""
    return f"{name}/{change.after.cycle.number}/{run}"


_COUNTS = {"task": "T", "referral": "R", "question": "Q", "compensation": "C"}


def _parts(rule: ClockRule, change: Change) -> Iterator[tuple[str, datetime | None]]:
    """The parts that a change begins, each with the due time that it names."""
    named = _time(change.said(rule.named)) if rule.named else None
    if not rule.each:
        yield "", named
    elif rule.each == "compensation":
        yield str(change.said("compensation")), named
    else:
        count = f"{rule.each}s"
        for number in range(getattr(change.before, count) + 1, getattr(change.after, count) + 1):
            yield f"{_COUNTS[rule.each]}{number}", named


def _ends(names: tuple[str, ...], rule: ClockRule, run: _Run, change: Change) -> bool:
    """Whether the change is one of these milestones, and about this run's part."""
    if not reached(names, change):
        return False
    if rule.each == "question" and change.kind == "Answer":
        return all(wait.id != run.part for wait in change.after.waits)
    return not rule.each or str(change.said(rule.each) or run.part) == run.part


# ── from a run to a deadline


def _judged(name: str, rule: ClockRule, run: _Run, clockwork: _Clockwork) -> Deadline:
    calendar = clockwork.calendars[rule.calendar]
    mine = tuple(_within(run, clockwork.pauses)) if rule.pauses and run.named is None else ()
    due = run.named or _due(clockwork.budget(rule), run.start, calendar)
    for pause in mine:
        due = _extended(due, pause, run.start, calendar)
    late = run.key in clockwork.missed or (due is not None and _is_late(due, run, clockwork.at))
    return Deadline(
        clock=name,
        key=run.key,
        rule=rule.rule,
        start=run.start,
        due=due,
        standing=_standing(run, due, late),
        late=late,
        ended=run.ended,
        pauses=mine,
        warnings=tuple(_warnings(rule, run.start, due, calendar)),
        calendar=rule.calendar,
        tells=rule.tells,
        renews=rule.renews,
    )


def _is_late(due: datetime, run: _Run, at: datetime) -> bool:
    """Met at the due instant is in time; open at the due instant is late."""
    if run.met:
        return run.met > due
    return due <= at if run.cancelled is None else due < run.cancelled


def _standing(run: _Run, due: datetime | None, late: bool) -> Standing:
    if run.cancelled:
        return Standing.CANCELLED
    if run.met:
        return Standing.MET
    if late:
        return Standing.BREACHED
    return Standing.PAUSED if due is None else Standing.RUNNING


def _within(run: _Run, stood: tuple[Pause, ...]) -> Iterator[Pause]:
    """The pauses that fell into the run, cut to its end."""
    end = run.ended
    for pause in stood:
        if (pause.until is None or pause.until > run.start) and (end is None or pause.since < end):
            until = pause.until if end is None or (pause.until and pause.until < end) else end
            yield attrs.evolve(pause, until=until)


def _extended(due: datetime | None, pause: Pause, start: datetime, calendar: Calendar) -> datetime | None:
    """The due time after a pause: the open time that it took is added; None while it lasts."""
    if due is None or pause.since >= due:
        return due
    if pause.until is None:
        return None
    return calendar.add(due, calendar.between(max(pause.since, start), pause.until))


def _due(budget: Budget | None, start: datetime, calendar: Calendar) -> datetime | None:
    if budget is None:
        return None
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


def _warnings(rule: ClockRule, start: datetime, due: datetime | None, calendar: Calendar) -> Iterator[datetime]:
    if due is not None and due > start:
        whole = calendar.between(start, due)
        for percent in rule.warn:
            yield calendar.add(start, whole * percent / 100)


def _referred(policy: Policy, key: str) -> Budget | None:
    """The budget that stands under another key of the policy."""
    section, _, name = key.partition(".")
    length = getattr(getattr(policy, section, None), name, None)
    return Budget(length) if isinstance(length, timedelta) else None


# ── the calendars of a policy

ALWAYS = "always"
_KNOWN: dict[str, Mapping[str, Calendar]] = {}


def calendars(policy: Policy) -> Mapping[str, Calendar]:
    """The policy's calendars by name, built once; `always` is open day and night in the policy's zone."""
    if policy.digest not in _KNOWN:
        made = {name: calendar_of(rule) for name, rule in policy.calendars.items()}
        _KNOWN[policy.digest] = {ALWAYS: Calendar.always(policy.zone), **made}
    return _KNOWN[policy.digest]


def calendar_of(rule: CalendarRule) -> Calendar:
    """The calendar of a rule."""
    return Calendar(
        rule.zone,
        {day: [_window(text) for text in windows] for day, windows in rule.hours.items()},
        holidays=rule.holidays,
        shifts={date.fromisoformat(day): [_window(text) for text in some] for day, some in rule.shifts.items()},
        breaks={date.fromisoformat(day): [_window(text) for text in some] for day, some in rule.breaks.items()},
    )


def _window(text: str) -> tuple[str, str]:
    begin, _, end = text.partition("-")
    return begin.strip(), end.strip()
