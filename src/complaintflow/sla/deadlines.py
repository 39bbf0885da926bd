"""Deadlines as pure functions of a complaint's history, the policy and its calendars.

Nothing is stored but what happened: a deadline's start, its pauses and what met it are read from the events,
and its due time is computed from them. So a comment restarts nothing, a new grade or a handoff derives
anew what was running, and a breach that is on record stays there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.record.events import Event
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.cases import Case, cases
from complaintflow.sla.course import Course
from complaintflow.sla.runs import Run
from complaintflow.sla.timing import House, Pause
from complaintflow.vocabulary import Then

_INSTANT = timedelta(microseconds=1)


class DeadlineStatus(StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    BREACHED = "breached"
    CANCELLED = "cancelled"


@attrs.frozen
class Deadline:
    """One run of one clock, as it stands at the time asked for.

    `due` is None while a pause keeps it open, `length` the time on its calendar from start to due without pauses.
    `late` says that it was not met by its due time, whether it was met afterwards or not; of a cadence, `missed`
    are the due times that passed so. `key` names it within the complaint: clock, cycle, part or number; `open` is the
    calendar that `calendar` names, in the edition that counts.
    """

    clock: str
    key: str
    rule: str
    start: datetime
    due: datetime | None
    length: timedelta
    status: DeadlineStatus
    late: bool
    missed: tuple[datetime, ...]
    ended: datetime | None
    pauses: tuple[Pause, ...]
    warnings: tuple[datetime, ...]
    calendar: str
    tells: tuple[str, ...]
    renews: bool
    then: Then
    open: Calendar = attrs.field(eq=False, repr=False)


def as_of(events: Iterable[Event], at: datetime) -> tuple[Event, ...]:
    """What had happened by this time (aware). A clock that was set back meanwhile takes nothing out of the middle."""
    happened = list(events)
    while happened and happened[-1].at > at:
        happened.pop()
    return tuple(happened)


def deadlines(
    events: Iterable[Event], policy: Policy, at: datetime, former: Mapping[str, Policy] = FrozenMap()
) -> tuple[Deadline, ...]:
    """Every deadline of this history as it stands at this time (aware), the earliest due first.

    `policy` is the one that the complaint is under, `former` holds those that it was under before, by their digests:
    a deadline that was past when the complaint was migrated stays with the policy that it had.
    """
    found = judged(Course.through(events, policy, former), at)
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or one.start, one.key)))


def judged(course: Course, at: datetime, but: Container[str] = ()) -> Iterator[Deadline]:
    """The deadlines of a course as they stand at this time, in no order, but those with these keys."""
    breached = course.facts.breached
    for case in cases(course, but):
        yield _judged(case, case.run.key in breached, at)


def _judged(case: Case, recorded: bool, at: datetime) -> Deadline:
    rule, run, house = case.rule, case.run, case.house
    stood = house.stood(rule, run.start, run.ended)
    plain = run.named or house.unpaused(rule, run.start, run.grade)
    due = run.breach or (plain and house.stretched(plain, rule, run.start, stood))
    late = recorded or run.breach is not None or (due is not None and _is_late(due, run, at))
    return Deadline(
        clock=case.name,
        key=run.key,
        rule=rule.rule,
        start=run.start,
        due=due,
        length=house.calendar(rule).between(run.start, plain) if plain else timedelta(0),
        status=_status(run, plain, due, late),
        late=late,
        missed=tuple(_missed(rule, run, house, due, at)) if late and due else (),
        ended=run.ended,
        pauses=stood,
        warnings=tuple(_warnings(rule, run, house, plain, stood)),
        calendar=rule.calendar,
        tells=rule.tells,
        renews=rule.renews,
        then=rule.then,
        open=house.calendar(rule),
    )


def _is_late(due: datetime, run: Run, at: datetime) -> bool:
    """Met at the due instant is in time; open at the due instant is late."""
    if run.met:
        return run.met > due
    return due <= at if run.cancelled is None else due < run.cancelled


def _status(run: Run, plain: datetime | None, due: datetime | None, late: bool) -> DeadlineStatus:
    """How it stands; a clock that names no time for a grade asks for nothing at it."""
    if run.cancelled or not run.applies or (plain or due) is None:
        return DeadlineStatus.CANCELLED
    if run.met:
        return DeadlineStatus.MET
    if late:
        return DeadlineStatus.BREACHED
    return DeadlineStatus.PAUSED if due is None else DeadlineStatus.RUNNING


def _missed(rule: ClockRule, run: Run, house: House, due: datetime, at: datetime) -> Iterator[datetime]:
    """The due times that passed: of a cadence all until it was met or cancelled, or until now."""
    ended = run.met or run.cancelled
    if not rule.renews or run.breach or run.missed:
        yield due
    else:
        yield from house.dues(rule, due, run.grade, ended - _INSTANT if ended else at, run.ended)


def _warnings(
    rule: ClockRule, run: Run, house: House, plain: datetime | None, stood: tuple[Pause, ...]
) -> Iterator[datetime]:
    """When so many percents of the time are gone, pauses and all; none that a pause still keeps open."""
    if plain is None or plain <= run.start:
        return
    calendar = house.calendar(rule)
    whole = calendar.between(run.start, plain)
    for percent in rule.warn:
        when = house.stretched(calendar.add(run.start, whole * percent / 100), rule, run.start, stood)
        if when is not None:
            yield when
