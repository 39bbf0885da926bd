"""Deadlines as pure functions of a complaint's history, the policy and its calendars.

No deadline is stored: its start, its pauses and what met it are read from the events, and its due time is computed
from them. So a comment restarts nothing, a new grade or a handoff changes what runs, and a breach on record stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

import attrs

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.record.keys import RunKey
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.runs import MetRun, Run, RunState, runs_met
from complaintflow.sla.timeline import RunInPolicy, Timeline, runs_of
from complaintflow.sla.timing import Pauses
from complaintflow.vocabulary import Then

_INSTANT = timedelta(microseconds=1)


class DeadlineStatus(StrEnum):
    """How a deadline stands."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    BREACHED = "breached"
    CANCELLED = "cancelled"


@attrs.frozen(eq=False, repr=False)
class Deadline(Record):
    """One run of one clock, as it stands at the time asked for.

    `key` names the run within the complaint. `due` is None while a pause lasts, `length` the time on the calendar from
    start to due without pauses. `late` says that it was not met by its due time, even if it was met afterwards;
    `missed` are the due times that passed, of a cadence perhaps several. `open` is the calendar that `calendar` names.
    A timer `asks` for a command, with the fields in `says`.
    """

    clock: str
    key: RunKey
    rule: str
    start: datetime
    due: datetime | None
    length: timedelta
    status: DeadlineStatus
    late: bool
    missed: tuple[datetime, ...]
    ended: datetime | None
    pauses: Pauses
    warnings: tuple[datetime, ...]
    calendar: str
    tells: tuple[str, ...]
    renews: bool
    then: Then
    open: Calendar = attrs.field(eq=False, repr=False)
    asks: str = ""
    says: str = attrs.field(default="", repr=False)


def as_of(events: Iterable[Event], at: datetime) -> tuple[Event, ...]:
    """The events up to this time (aware). Where a clock was set back, none in the middle is left out."""
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
    found = judge_deadlines(Timeline.of(events, policy, former), at)
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or one.start, str(one.key))))


def judge_deadlines(timeline: Timeline, at: datetime) -> Iterator[Deadline]:
    """The deadlines of a timeline as they stand at this time, in no order; quiet ones apart."""
    for one in runs_of(timeline):
        yield judge(one, timeline.facts.has_breached(one.run.key), at)


def ended_in_time(one: RunInPolicy) -> bool:
    """Whether the run is over, and was never late, so that nobody is told of it; without the rest of its deadline."""
    run = one.run
    if run.ended is None or run.state is RunState.MISSED or run.breach:
        return False
    if not run.named and one.context.is_short(one.rule, run.grade, run.ended - run.start):
        return True
    due = run.named or one.context.due(one.rule, run.start, run.grade, run.ended)
    return due is None or not _is_late(due, run, run.ended)


def met_in_time(timeline: Timeline) -> tuple[MetRun, ...]:
    """The runs of a whole history that were met in time, in order."""
    in_time = (one for one in runs_of(timeline) if ended_in_time(one))
    return tuple(sorted(met for one in in_time for met in runs_met(one.rule, (one.run,))))


class Glance(NamedTuple):
    """When a run that waits is first spoken of, which is never later than its due time, and when it is due."""

    warning: datetime
    due: datetime


def glance(one: RunInPolicy, at: datetime) -> Glance | None:
    """What is plain of a run that waits, and of which nothing is due at this time yet; None where it is not plain."""
    rule, run, context = one.rule, one.run, one.context
    if run.ended or run.breach or not run.applies:
        return None
    plain = run.named or context.due_unpaused(rule, run.start, run.grade)
    if plain is None:
        return None
    calendar = context.calendar(rule, run.start, run.named)
    first = plain
    if rule.warn and rule.tells and plain > run.start:
        length = calendar.between(run.start, plain)
        if not length:  # nothing is open until then
            return None
        first = calendar.add(run.start, length * min(rule.warn) / 100)
    pauses = context.pauses_of(rule, run.start, None)
    warning = context.postpone(first, rule, run.start, pauses)
    due = context.postpone(plain, rule, run.start, pauses) if first is not plain else warning
    return Glance(warning, due) if warning and due and warning > at else None


def judge(one: RunInPolicy, recorded: bool, at: datetime) -> Deadline:
    """The deadline of a run as it stands; `recorded` says whether it is on record that it was missed."""
    rule, run, context = one.rule, one.run, one.context
    pauses = context.pauses_of(rule, run.start, run.ended)
    plain = run.named or context.due_unpaused(rule, run.start, run.grade)
    due = run.breach or (plain and context.postpone(plain, rule, run.start, pauses))
    late = recorded or run.breach is not None or (due is not None and _is_late(due, run, at))
    calendar = context.calendar(rule, run.start, run.named)
    length = calendar.between(run.start, plain) if plain else timedelta(0)
    return Deadline(
        clock=one.name,
        key=run.key,
        rule=rule.rule,
        start=run.start,
        due=due,
        length=length,
        status=_status(run, plain, due, late),
        late=late,
        missed=tuple(_missed(one, due, at)) if late and due else (),
        ended=run.ended,
        pauses=pauses,
        warnings=tuple(_warnings(one, calendar, plain, length, pauses)),
        calendar=rule.calendar,
        tells=rule.tells,
        renews=rule.renews,
        then=rule.then,
        open=calendar,
        asks=rule.asks,
        says=rule.says,
    )


def _is_late(due: datetime, run: Run, at: datetime) -> bool:
    """Met at the due instant is in time; open at the due instant is late."""
    if run.ended and run.state is not RunState.MISSED:
        return due < run.ended
    return due <= at


def _status(run: Run, plain: datetime | None, due: datetime | None, late: bool) -> DeadlineStatus:
    """How it stands; a clock that names no time for a grade asks for nothing at it."""
    if run.state is RunState.CANCELLED or not run.applies or (plain or due) is None:
        return DeadlineStatus.CANCELLED
    if run.state is RunState.MET:
        return DeadlineStatus.MET
    if late:
        return DeadlineStatus.BREACHED
    return DeadlineStatus.PAUSED if due is None else DeadlineStatus.RUNNING


def _missed(one: RunInPolicy, due: datetime, at: datetime) -> Iterator[datetime]:
    """The due times that passed: of a cadence all until it was met or cancelled, or until now."""
    rule, run = one.rule, one.run
    if not rule.renews or run.breach or run.state is RunState.MISSED:
        yield due
    else:
        until = run.ended - _INSTANT if run.ended else at
        yield from one.context.repeated_dues(rule, due, run.grade, until, run.ended)


def _warnings(
    one: RunInPolicy, calendar: Calendar, plain: datetime | None, length: timedelta, pauses: Pauses
) -> Iterator[datetime]:
    """When so many percent of the time are gone, pauses included; none that a pause still keeps open."""
    rule, run = one.rule, one.run
    for percent in rule.warn if plain and plain > run.start else ():
        when = one.context.postpone(calendar.add(run.start, length * percent / 100), rule, run.start, pauses)
        if when is not None:
            yield when
