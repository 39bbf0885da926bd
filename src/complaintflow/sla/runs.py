"""The runs of a clock: what begins each one, and what meets, cancels or misses it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

import msgspec

from complaintflow.commands import Answer, MissDeadline
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.record.keys import Counter, RunKey, part_name
from complaintflow.sla.milestones import Change, holds
from complaintflow.sla.timing import ClockContext, time_of
from complaintflow.vocabulary import CUSTOMER


class RunState(StrEnum):
    """What became of a run."""

    WAITING = "waiting"
    MET = "met"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Signal(StrEnum):
    """What a change means to a run; of several the first one counts."""

    SATISFIED = "satisfied"
    ENDED = "ended"
    RECORDED = "recorded"
    REPLACED = "replaced"


TRANSITIONS: Mapping[RunState, Mapping[Signal, RunState]] = {
    RunState.WAITING: {
        Signal.SATISFIED: RunState.MET,
        Signal.ENDED: RunState.CANCELLED,
        Signal.RECORDED: RunState.MISSED,
        Signal.REPLACED: RunState.CANCELLED,
    },
    RunState.MET: {},
    RunState.MISSED: {},
    RunState.CANCELLED: {},
}
"""Where each signal leads. What is over stays as it is. Only a cadence is MISSED: it begins anew then."""


_MISS = MissDeadline.__name__
_WAITING = RunState.WAITING
_FINISHED = frozenset({RunState.MET, RunState.MISSED})


class Run(msgspec.Struct, frozen=True, array_like=True):
    """One run of a clock, as it is kept.

    `known` is when it became known that it runs: a period may begin later. `applies` says whether its conditions hold,
    `grade` is the grade by which it is judged, where its clock counts by grades. `breach` is the due time that it had
    missed when a new grade, or a pause that was dated back, changed that time or took it away: nothing takes a breach
    back.
    """

    key: RunKey
    start: datetime
    known: datetime
    grade: str | None
    applies: bool
    named: datetime | None = None
    state: RunState = RunState.WAITING
    ended: datetime | None = None
    breach: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it is not over yet."""
        return self.state is _WAITING

    def after(self, signal: Signal | None, at: datetime) -> Run:
        """The run after a signal; the same run where the table has no transition."""
        state = TRANSITIONS[self.state].get(signal) if signal else None
        return msgspec.structs.replace(self, state=state, ended=max(at, self.start)) if state else self


MetRun = tuple[RunKey, datetime]
"""A run that was met, and when."""


class Clock(msgspec.Struct, frozen=True):
    """One clock of one complaint: its runs that are over, and those that wait.

    Of the runs that are `forgotten` it knows how many there were, the keys that may come `again`, and those that were
    met (`done`), in order: of what is forgotten, a breach is on record.
    """

    name: str
    rule: ClockRule
    over: tuple[Run, ...] = ()
    waiting: tuple[Run, ...] = ()
    forgotten: int = 0
    again: frozenset[RunKey] = frozenset()
    done: tuple[MetRun, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run."""
        return self.over + self.waiting

    def advance(self, change: Change, context: ClockContext) -> Clock:
        """The clock after one change; the same clock where nothing of it waits and nothing begins.

        The order counts: what is over is not replaced, what has begun is judged by the new grade, and a cadence that
        is met or missed begins anew.
        """
        rule, starts = self.rule, not change.marks.isdisjoint(self.rule.starts)
        if not self.waiting:
            return self._begin_first(_Here.of(rule, change, context)) if starts else self
        if not _may_end(rule, change):
            return self._judge(change, context) if not starts else self._go_on([*self.waiting], change, context)
        runs = [run.after(_signal(rule, run, change), change.event.at) for run in self.waiting]
        if starts or rule.renews or [run for run in runs if run.waits]:
            return self._go_on(runs, change, context)
        return self._with(runs, ())

    def _begin_first(self, here: _Here) -> Clock:
        """The clock after runs begin while none waits, as a third of all do: by itself it takes 1 µs less."""
        begun = self._begin(0, here)
        return self._with((), [_judge_anew(run, here) for run in begun] if here.change.dated_back else begun)

    def _judge(self, change: Change, context: ClockContext) -> Clock:
        """The clock after a change that neither ends a run nor begins one."""
        here = _Here.of(self.rule, change, context)
        return self._with((), [_judge_anew(run, here) for run in self.waiting])

    def _go_on(self, runs: list[Run], change: Change, context: ClockContext) -> Clock:
        """The clock with these runs, of which some are over since the change and some wait."""
        here = _Here.of(self.rule, change, context)
        finished = [run for run in runs if run.state in _FINISHED] if self.rule.renews else ()
        if change.reaches(self.rule.starts) and not self._goes_on(runs, change):
            runs = self._replace_waiting(runs, change)
            runs += self._begin(len(runs), here)
        runs = [_judge_anew(run, here) if run.waits else run for run in runs]
        if finished and not change.reaches(self.rule.settled):
            for run in finished:
                if self._needs_renewal(run.key.part, runs, change):
                    runs.append(self._renew(run, len(runs), here))
        return self._with([run for run in runs if not run.waits], [run for run in runs if run.waits])

    def _with(self, over: Iterable[Run], waiting: Iterable[Run]) -> Clock:
        """The clock with these runs over as well, and with those that wait now."""
        return Clock(self.name, self.rule, (*self.over, *over), tuple(waiting), self.forgotten, self.again, self.done)

    def forget(self, live: Container[RunKey]) -> Clock:
        """The clock without the runs that are over, but those that are live."""
        gone = [run for run in self.over if run.key not in live]
        if not gone:
            return self
        again = _again((*self.again, *[run.key for run in gone])) if self.rule.each in _RETURNING else _NONE
        left = tuple([run for run in self.over if run.key in live]) if len(gone) < len(self.over) else ()
        done = tuple(sorted((*self.done, *runs_met(self.rule, gone))))
        return Clock(self.name, self.rule, left, self.waiting, self.forgotten + len(gone), again, done)

    def _goes_on(self, runs: list[Run], change: Change) -> bool:
        """Whether a cadence without parts has a run that waits in this cycle: it is not begun again."""
        cycle = change.after.cycle.number
        cadence = self.rule.renews and not self.rule.each
        return cadence and any(run.waits and run.applies and run.key.cycle == cycle for run in runs)

    def _replace_waiting(self, runs: list[Run], change: Change) -> list[Run]:
        """A new run replaces the one that waits; parts, and times that were named, stand beside each other."""
        if self.rule.each or self.rule.named:
            return runs
        return [run.after(Signal.REPLACED, change.event.at) for run in runs]

    def _begin(self, others: int, here: _Here) -> list[Run]:
        """A run for each part that begins; a clock of named times has none where no time is named."""
        rule, change = self.rule, here.change
        if not (rule.each or rule.named):  # as most have: one run, without a part
            # A timer counts from when its state was entered here.
            since = change.event.at if rule.asks else change.since
            return [self._run(here, self._next_number(others), since, "")]
        parts = [(part, named) for part, named in _parts(rule, change) if named or not rule.named]
        return [
            self._run(here, number, change.since, part, named)
            for number, (part, named) in enumerate(parts, self._next_number(others))
        ]

    def _next_number(self, others: int) -> int:
        """The number of the run that begins after all that are over, and so many others."""
        return self.forgotten + len(self.over) + others + 1

    def _needs_renewal(self, part: str, runs: list[Run], change: Change) -> bool:
        """Whether no run of this part waits; a team's cadence ends when the team leaves."""
        waits = any(run.waits and run.key.part == part for run in runs)
        return not waits and (not self.rule.each or part in change.teams)

    def _renew(self, over: Run, others: int, here: _Here) -> Run:
        """The next period of a cadence: from when it was met, or from the last due time that was missed.

        A daily one goes on from its due time: who is early is not asked twice.
        """
        rule, change, context = self.rule, here.change, here.context
        met = over.ended if over.state is RunState.MET else None
        start = met or time_of(change.field("last") or change.field("due")) or change.event.at
        budget = context.budget(rule, over.grade)
        if met and budget and budget.daily is not None:
            start = max(start, context.due(rule, over.start, over.grade, met) or start)
        return self._run(here, self._next_number(others), start, over.key.part)

    def _run(self, here: _Here, number: int, start: datetime, part: str, named: datetime | None = None) -> Run:
        """A run that begins; a part names it without its number unless the clock is a cadence, or ran for it before."""
        change = here.change
        key = RunKey(self.name, change.after.cycle.number, part, 0 if part and not self.rule.renews else number)
        if key in self.again or (self.over and any(run.key == key for run in self.over)):
            key = msgspec.structs.replace(key, number=number)  # a question that came back and was asked another way
        return Run(key, start, change.event.at, here.grade, here.applies, named)


_NONE = frozenset[RunKey]()


def _again(keys: Iterable[RunKey]) -> frozenset[RunKey]:
    """Those of runs that are forgotten which may come again: no later run is of an earlier cycle."""
    cycle = max(key.cycle for key in keys)
    return frozenset([key for key in keys if key.cycle == cycle and not key.number])


def runs_met(rule: ClockRule, runs: Iterable[Run]) -> Iterator[MetRun]:
    """Those that we met while they applied, and when. How long the customer took is no merit of ours."""
    for run in runs if CUSTOMER not in rule.tells else ():
        if run.state is RunState.MET and run.applies and run.breach is None and run.ended:
            yield run.key, run.ended


class _Here(NamedTuple):
    """One change, and by what the runs of a clock are judged after it: the grade, where it counts, and whether they
    apply.
    """

    rule: ClockRule
    change: Change
    context: ClockContext
    grade: str | None
    applies: bool

    @classmethod
    def of(cls, rule: ClockRule, change: Change, context: ClockContext) -> _Here:
        grade = change.after.grade if rule.by_grade else None
        return cls(rule, change, context, grade, holds(rule.only, change.after, context.policy))


def milestones_of(rule: ClockRule) -> frozenset[str]:
    """The milestones that move this clock; a cadence begins anew when its breach goes on record."""
    recorded = (MissDeadline.__name__,) if rule.renews else ()
    return frozenset((*rule.starts, *rule.satisfied, *rule.settled, *rule.cancelled, *recorded))


def _may_end(rule: ClockRule, change: Change) -> bool:
    """Whether the change may mean something to a run that waits (see `_signal`): asked once for all runs."""
    marks = change.marks
    if not (marks.isdisjoint(rule.satisfied) and marks.isdisjoint(rule.settled) and marks.isdisjoint(rule.cancelled)):
        return True
    return rule.renews and change.event.kind == _MISS


def _signal(rule: ClockRule, run: Run, change: Change) -> Signal | None:
    """What the change means to a run that waits.

    What comes before the run's period does not meet it, unless it settles it for good. The order of the history says
    what came first: a clock that is behind, or was set back, makes nothing late that was done.
    """
    about_it = _is_about(rule.satisfied, rule, run, change) and run.start <= max(change.event.at, run.known)
    if about_it or _is_about(rule.settled, rule, run, change):
        return Signal.SATISFIED
    if _is_about(rule.cancelled, rule, run, change):
        return Signal.ENDED
    if rule.renews and change.is_a(MissDeadline) and change.field("clock") == str(run.key):
        return Signal.RECORDED
    return None


def _is_about(names: tuple[str, ...], rule: ClockRule, run: Run, change: Change) -> bool:
    """Whether the change reaches one of these milestones, and for this run's part."""
    if change.marks.isdisjoint(names):
        return False
    part = run.key.part
    return not rule.each or any(_concerns(name, rule, part, change) for name in names if name in change.marks)


def _concerns(milestone: str, rule: ClockRule, part: str, change: Change) -> bool:
    """Whether a milestone concerns this part; one whose command names no part concerns each."""
    concerns = _CONCERNS.get(milestone)
    return concerns(part, change) if concerns else str(change.field(rule.each) or part) == part


_CONCERNS: Mapping[str, Callable[[str, Change], bool]] = {
    Answer.__name__: lambda part, change: all(wait.id != part for wait in change.after.waits),
    "given_up": lambda part, change: part not in change.after.owed,
    "payment_proved": lambda part, change: part in change.before.owed - change.after.owed,
    "team_progress": lambda part, change: (change.after.progress or change.after.team) == part,
    "team_left": lambda part, change: part in change.left,
    "unasked": lambda part, change: part in change.unasked,
}


def _judge_anew(run: Run, here: _Here) -> Run:
    """The run by the grade and the conditions of now. What was late by then stays late."""
    rule, change, context, grade, applies = here
    if run.grade == grade and run.applies == applies and not change.dated_back:  # as most: half of the time
        return run
    breach = run.breach
    if run.applies and breach is None and (run.grade != grade or not applies or change.dated_back):
        due = run.named or context.due(rule, run.start, run.grade, change.event.at)
        breach = due if due and due <= change.event.at else None
    if (grade, applies, breach) == (run.grade, run.applies, run.breach):
        return run
    return msgspec.structs.replace(run, grade=grade, applies=applies, breach=breach)


TEAM = "team"
QUESTION = "question"
_RETURNING = frozenset({TEAM, QUESTION})
"""What may be a part again: a team that left, a question that was asked anew. Other parts have numbers of their own."""

_COUNTERS: Mapping[str, Counter] = {
    "task": "tasks",
    "referral": "referrals",
    QUESTION: "questions",
    "compensation": "compensations",
}


def _parts(rule: ClockRule, change: Change) -> Iterator[tuple[str, datetime | None]]:
    """The parts that a change begins, each with the due time that it names."""
    named = time_of(change.field(rule.named)) if rule.named else None
    if not rule.each:
        yield "", named
        return
    if rule.each == TEAM:
        yield from ((team, None) for team in sorted(change.joined))
        return
    if rule.each == QUESTION:
        yield from ((part, named) for part in sorted(change.asked))
    counter = _COUNTERS[rule.each]
    for number in range(getattr(change.before, counter) + 1, getattr(change.after, counter) + 1):
        yield part_name(counter, number), named
