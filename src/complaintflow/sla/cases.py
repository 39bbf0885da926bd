"""Which runs a complaint has, and by which of its policies each is judged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import datetime

import attrs

from complaintflow.policy.clock_rules import ClockRule
from complaintflow.sla.course import Course, Lane
from complaintflow.sla.runs import Run
from complaintflow.sla.timing import House


@attrs.frozen
class Case:
    """A run with all that it is judged by."""

    name: str
    rule: ClockRule
    run: Run
    house: House


def cases(course: Course, but: Container[str] = ()) -> Iterable[Case]:
    """Every run of every clock that applies, or that was breached while it did, but those with these keys."""
    first, *moved = course.lanes
    found = _cases(first, course, but)
    if not moved:
        return found
    by_key = {case.run.key: case for case in found}
    for lane in moved:
        after = {case.run.key: case for case in _cases(lane, course, but)}
        by_key = dict(_migrated(by_key, after, lane.since or course.latest))
    return by_key.values()


def _cases(lane: Lane, course: Course, but: Container[str]) -> Iterator[Case]:
    breached = course.facts.breached
    for name, clock in lane.clocks.items():
        for run in clock.runs:
            if run.key not in but and (run.applies or run.breach or run.key in breached):
                yield Case(name, clock.rule, _stilled(run, course.still), clock.house)


def _stilled(run: Run, since: datetime | None) -> Run:
    """What still waits is cancelled while no clock runs; it comes back when the complaint does."""
    return attrs.evolve(run, cancelled=since) if since and run.open else run


def _migrated(old: Mapping[str, Case], new: Mapping[str, Case], when: datetime) -> Iterator[tuple[str, Case]]:
    for key in {**old, **new}:
        case = _chosen(old.get(key), new.get(key), when)
        if case:
            yield key, case


def _chosen(before: Case | None, after: Case | None, when: datetime) -> Case | None:
    """The policy by which a run is judged after a migration: the new one, unless it was past by either of them."""
    if before is None or before.run.start >= when:
        return after if after and (after.run.start >= when or _is_ahead(after, when)) else None
    if not _is_ahead(before, when):
        return before
    if after is None:
        return attrs.evolve(before, run=attrs.evolve(before.run, met=None, missed=None, cancelled=when))
    return after if _is_ahead(after, when) else before


def _is_ahead(case: Case, when: datetime) -> bool:
    """Whether the run was still open then, and not due."""
    run = case.run
    due = run.breach or run.named or case.house.due(case.rule, run.start, run.grade)
    return (run.ended is None or run.ended > when) and (due is None or due > when)
