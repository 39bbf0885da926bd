"""From what happened to the runs of a clock: when each began, what met, missed or cancelled it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import attrs

from complaintflow.clock_rules import ClockRule
from complaintflow.sla.milestones import STILL, Change, holds, reached
from complaintflow.sla.timing import House, time_of

__all__ = ["Run", "runs_of"]


@attrs.define
class Run:
    """A clock that was started.

    `applies` says whether its conditions hold, `grade` is the grade it was judged by while it was open. `breach`
    is the due time that it had missed when a new grade changed it or took it away: nothing takes that back.
    """

    key: str
    start: datetime
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


@attrs.frozen
class _Clock:
    """One clock of one complaint."""

    name: str
    rule: ClockRule
    house: House


def runs_of(name: str, rule: ClockRule, walked: Sequence[Change], house: House) -> list[Run]:
    """Every run of this clock that applies, or that was breached while it did."""
    clock, runs = _Clock(name, rule, house), list[Run]()
    waiting: list[Run] = []
    named = {*rule.starts, *rule.satisfied, *rule.settled, *rule.cancelled, *(["MissDeadline"] if rule.renews else [])}
    for change in walked:
        if change.marks.isdisjoint(named) and not (change.turns and waiting):
            continue
        known = len(runs)
        _take(clock, runs, waiting, change)
        waiting = [run for run in [*waiting, *runs[known:]] if run.open]
    last = walked[-1] if walked else None
    if last and last.after.state in STILL:
        _cancel(waiting, last)
    return [run for run in runs if run.applies or run.breach or (last and run.key in last.after.breached)]


def _take(clock: _Clock, runs: list[Run], waiting: list[Run], change: Change) -> None:
    """What one change does to the runs of a clock, of which these wait."""
    rule = clock.rule
    met = [run for run in waiting if _ends((*rule.satisfied, *rule.settled), rule, run, change)]
    for run in met:
        run.met = change.event.at
    _cancel((run for run in waiting if run.open and _ends(rule.cancelled, rule, run, change)), change)
    missed = [run for run in waiting if run.open and rule.renews and _is_missed(run, change)]
    for run in missed:
        run.missed = change.event.at
    if reached(rule.starts, change):
        _start(clock, runs, change)
    _rejudge(clock, [run for run in waiting if run.open], change)
    for run in (*met, *missed) if rule.renews and not reached(rule.settled, change) else ():
        _renew(clock, runs, run, change)


def _cancel(runs: Iterable[Run], change: Change) -> None:
    for run in runs:
        run.cancelled = change.event.at


def _is_missed(run: Run, change: Change) -> bool:
    """Whether its breach goes on record: a cadence begins anew then."""
    return change.kind == "MissDeadline" and change.said("clock") == run.key


def _ends(names: tuple[str, ...], rule: ClockRule, run: Run, change: Change) -> bool:
    """Whether the change is one of these milestones, and about this run's part."""
    if run.start > change.event.at or not reached(names, change):
        return False
    return not rule.each or any(_is_about(name, rule, run.part, change) for name in names if name in change.marks)


def _is_about(milestone: str, rule: ClockRule, part: str, change: Change) -> bool:
    """Whether a milestone is about this part; one whose command names none is about each."""
    about = _ABOUT.get(milestone)
    return about(part, change) if about else str(change.said(rule.each) or part) == part


_ABOUT: Mapping[str, Callable[[str, Change], bool]] = {
    "Answer": lambda part, change: all(wait.id != part for wait in change.after.waits),
    "payment_proved": lambda part, change: part in change.before.owed - change.after.owed,
    "team_progress": lambda part, change: (change.after.progress or change.after.team) == part,
    "team_left": lambda part, change: part in change.left,
}


def _rejudge(clock: _Clock, waiting: Iterable[Run], change: Change) -> None:
    """A new grade derives anew what still runs; what was late by then stays late."""
    grade = change.after.grade
    for run in waiting:
        applies = _applies(clock, change)
        if run.applies and run.breach is None and (run.grade != grade or not applies):
            due = run.named or clock.house.due(clock.rule, run.start, run.grade)
            run.breach = due if due and due <= change.event.at else None
        run.grade, run.applies = grade, applies


def _applies(clock: _Clock, change: Change) -> bool:
    return holds(clock.rule.only, change.after, clock.house.policy)


# ── how runs begin


def _start(clock: _Clock, runs: list[Run], change: Change) -> None:
    """Begin a run for each part; one without parts takes the place of the one that is open.

    A cadence goes on as it is within its cycle, and a time that was named stands beside the others.
    """
    rule = clock.rule
    if not rule.each and not rule.named:
        standing = [run for run in runs if run.open]
        if rule.renews and any(run.applies and run.key.startswith(_prefix(clock, change)) for run in standing):
            return
        _cancel(standing, change)
    for part, named in _parts(rule, change):
        if not rule.named or named is not None:
            _begin(clock, runs, change, Run("", change.event.at, named, part))


def _renew(clock: _Clock, runs: list[Run], over: Run, change: Change) -> None:
    """The next period of a cadence: from when it was met, or from the last time that was missed.

    One that comes daily goes on from the time that it was due: who is early is not asked twice. A team's ends with its
    part in the complaint.
    """
    rule = clock.rule
    if any(run.open and run.part == over.part for run in runs) or (rule.each and over.part not in change.teams):
        return
    start = over.met or time_of(change.said("last") or change.said("due")) or change.event.at
    budget = clock.house.budget(rule, over.grade)
    if over.met and budget and budget.daily is not None:
        start = max(start, clock.house.due(rule, over.start, over.grade) or start)
    _begin(clock, runs, change, Run("", start, part=over.part))


def _begin(clock: _Clock, runs: list[Run], change: Change, run: Run) -> None:
    run.key = _prefix(clock, change) + _name(clock, runs, run)
    run.grade, run.applies = change.after.grade, _applies(clock, change)
    runs.append(run)


def _name(clock: _Clock, runs: list[Run], run: Run) -> str:
    """Its part; of a cadence with the how manieth it is."""
    number = str(len(runs) + 1)
    if not run.part:
        return number
    return f"{run.part}/{number}" if clock.rule.renews else run.part


def _prefix(clock: _Clock, change: Change) -> str:
    """A run is named within its complaint by the clock, the cycle, and its part or the how manieth it is."""
    return f"{clock.name}/{change.after.cycle.number}/"


TEAM = "team"
_COUNTS = {"task": "T", "referral": "R", "question": "Q", "compensation": "C"}


def _parts(rule: ClockRule, change: Change) -> Iterator[tuple[str, datetime | None]]:
    """The parts that a change begins, each with the due time that it names."""
    named = time_of(change.said(rule.named)) if rule.named else None
    if not rule.each:
        yield "", named
        return
    if rule.each == TEAM:
        yield from ((team, None) for team in sorted(change.joined))
        return
    count = f"{rule.each}s"
    for number in range(getattr(change.before, count) + 1, getattr(change.after, count) + 1):
        yield f"{_COUNTS[rule.each]}{number}", named
