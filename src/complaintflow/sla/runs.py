"""From what happened to the runs of a clock: when each began, what met, missed or cancelled it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

import attrs

from complaintflow.policy.clock_rules import ClockRule
from complaintflow.sla.milestones import Change, holds, reached
from complaintflow.sla.timing import House, time_of


@attrs.define
class Run:
    """A clock that was started.

    `made` is when that became known: a period may begin later. `applies` says whether its conditions hold, `grade` is
    the grade it was judged by while it was open. `breach` is the due time that it had missed when a new grade, or a
    pause that was dated back, changed it or took it away: nothing takes that back.
    """

    key: str
    start: datetime
    made: datetime
    named: datetime | None = None
    part: str = ""
    grade: str | None = None
    applies: bool = True
    met: datetime | None = None
    missed: datetime | None = None
    cancelled: datetime | None = None
    breach: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it still waits."""
        return self.ended is None

    @property
    def ended(self) -> datetime | None:
        """When it was met, given up as missed, or cancelled."""
        return self.met or self.missed or self.cancelled


@attrs.define
class Clock:
    """One clock of one complaint: its runs so far, and those that still wait."""

    name: str
    rule: ClockRule
    house: House
    runs: list[Run] = attrs.field(factory=list[Run])
    waiting: list[Run] = attrs.field(factory=list[Run])

    def take(self, change: Change) -> None:
        """What one change does to it. Of the pauses only what had passed by then is looked at."""
        rule = self.rule
        met = [run for run in self.waiting if _meets(rule, run, change)]
        for run in met:
            run.met = max(change.event.at, run.start)
        _cancel((run for run in self.waiting if run.open and _ends(rule.cancelled, rule, run, change)), change)
        missed = [run for run in self.waiting if run.open and rule.renews and _is_missed(run, change)]
        for run in missed:
            run.missed = change.event.at
        if reached(rule.starts, change):
            _start(self, change)
        _rejudge(self, change)
        for run in (*met, *missed) if rule.renews and not reached(rule.settled, change) else ():
            _renew(self, run, change)
        self.waiting = [run for run in self.waiting if run.open]


def named_by(rule: ClockRule) -> frozenset[str]:
    """The milestones that do something to this clock; a cadence begins anew when its breach is on record."""
    missed = ("MissDeadline",) if rule.renews else ()
    return frozenset((*rule.starts, *rule.satisfied, *rule.settled, *rule.cancelled, *missed))


def _cancel(runs: Iterable[Run], change: Change) -> None:
    for run in runs:
        run.cancelled = max(change.event.at, run.start)


def _is_missed(run: Run, change: Change) -> bool:
    """Whether its breach goes on record: a cadence begins anew then."""
    return change.kind == "MissDeadline" and change.field("clock") == run.key


def _meets(rule: ClockRule, run: Run, change: Change) -> bool:
    """Whether the change meets this run; what comes before its period does not, unless it settles it for good.

    The history's order says what came first: a clock that is behind, or was set back, takes nothing from what was done.
    """
    begun = run.start <= max(change.event.at, run.made)
    return (begun and _ends(rule.satisfied, rule, run, change)) or _ends(rule.settled, rule, run, change)


def _ends(names: tuple[str, ...], rule: ClockRule, run: Run, change: Change) -> bool:
    """Whether the change is one of these milestones, and about this run's part."""
    if not reached(names, change):
        return False
    return not rule.each or any(_is_about(name, rule, run.part, change) for name in names if name in change.marks)


def _is_about(milestone: str, rule: ClockRule, part: str, change: Change) -> bool:
    """Whether a milestone is about this part; one whose command names none is about each."""
    about = _ABOUT.get(milestone)
    return about(part, change) if about else str(change.field(rule.each) or part) == part


_ABOUT: Mapping[str, Callable[[str, Change], bool]] = {
    "Answer": lambda part, change: all(wait.id != part for wait in change.after.waits),
    "payment_proved": lambda part, change: part in change.before.owed - change.after.owed,
    "team_progress": lambda part, change: (change.after.progress or change.after.team) == part,
    "team_left": lambda part, change: part in change.left,
}


def _rejudge(clock: Clock, change: Change) -> None:
    """A new grade, and a pause that is dated back, derive anew what still runs; what was late by then stays late."""
    grade, at = change.after.grade, change.event.at
    for run in filter(_is_open, clock.waiting):
        applies = _applies(clock, change)
        if run.applies and run.breach is None and (run.grade != grade or not applies or change.dated_back):
            due = run.named or clock.house.due(clock.rule, run.start, run.grade, at)
            run.breach = due if due and due <= at else None
        run.grade, run.applies = grade, applies


def _is_open(run: Run) -> bool:
    return run.open


def _applies(clock: Clock, change: Change) -> bool:
    return holds(clock.rule.only, change.after, clock.house.policy)


# ── how runs begin


def _start(clock: Clock, change: Change) -> None:
    """Begin a run for each part; one without parts takes the place of the one that is open.

    A cadence goes on as it is within its cycle, and a time that was named stands beside the others.
    """
    rule = clock.rule
    if not rule.each and not rule.named:
        standing = list(filter(_is_open, clock.waiting))
        if rule.renews and any(run.applies and run.key.startswith(_prefix(clock, change)) for run in standing):
            return
        _cancel(standing, change)
    for part, named in _parts(rule, change):
        if not rule.named or named is not None:
            _begin(clock, change, Run("", change.event.at, change.event.at, named, part))


def _renew(clock: Clock, over: Run, change: Change) -> None:
    """The next period of a cadence: from when it was met, or from the last time that was missed.

    One that comes daily goes on from the time that it was due: who is early is not asked twice. A team's ends with its
    part in the complaint.
    """
    rule = clock.rule
    going = any(run.open and run.part == over.part for run in clock.waiting)
    if going or (rule.each and over.part not in change.teams):
        return
    start = over.met or time_of(change.field("last") or change.field("due")) or change.event.at
    budget = clock.house.budget(rule, over.grade)
    if over.met and budget and budget.daily is not None:
        start = max(start, clock.house.due(rule, over.start, over.grade, over.met) or start)
    _begin(clock, change, Run("", start, change.event.at, part=over.part))


def _begin(clock: Clock, change: Change, run: Run) -> None:
    run.key = _prefix(clock, change) + _name(clock, run)
    run.grade, run.applies = change.after.grade, _applies(clock, change)
    clock.runs.append(run)
    clock.waiting.append(run)


def _name(clock: Clock, run: Run) -> str:
    """Its part; of a cadence with the how manieth it is."""
    number = str(len(clock.runs) + 1)
    if not run.part:
        return number
    return f"{run.part}/{number}" if clock.rule.renews else run.part


def _prefix(clock: Clock, change: Change) -> str:
    """A run is named within its complaint by the clock, the cycle, and its part or the how manieth it is."""
    return f"{clock.name}/{change.after.cycle.number}/"


TEAM = "team"
_COUNTS = {"task": "T", "referral": "R", "question": "Q", "compensation": "C"}


def _parts(rule: ClockRule, change: Change) -> Iterator[tuple[str, datetime | None]]:
    """The parts that a change begins, each with the due time that it names."""
    named = time_of(change.field(rule.named)) if rule.named else None
    if not rule.each:
        yield "", named
        return
    if rule.each == TEAM:
        yield from ((team, None) for team in sorted(change.joined))
        return
    count = f"{rule.each}s"
    for number in range(getattr(change.before, count) + 1, getattr(change.after, count) + 1):
        yield f"{_COUNTS[rule.each]}{number}", named
