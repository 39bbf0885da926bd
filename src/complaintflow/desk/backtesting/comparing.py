"""What would differ: grades, deadlines, breaches and ends, complaint by complaint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import attrs

from complaintflow.desk.backtesting.outcome import Difference
from complaintflow.desk.unit_of_work import UnitsOfWork
from complaintflow.record.complaint import Event, microseconds
from complaintflow.record.history import Sealed, ended_at, stages_of
from complaintflow.record.keys import RunKey
from complaintflow.sla.deadlines import Deadline, deadlines
from complaintflow.vocabulary import OPEN, Grade


@attrs.frozen
class _Course:
    """What became of a complaint."""

    state: str
    grade: str
    ended: str
    runs: Mapping[RunKey, Deadline]


def compare(
    recorded: UnitsOfWork, retold: UnitsOfWork, names: Mapping[str, str], ids: Sequence[str], at: datetime
) -> Iterator[Difference]:
    """What differs between the two records of these complaints at this time."""
    for id in ids:
        before = _course(recorded, id, at)
        if id not in names:
            yield Difference(id, "missing", before.state, "")
            continue
        yield from _differences(id, before, _course(retold, names[id], at))


def _course(units: UnitsOfWork, id: str, at: datetime) -> _Course:
    with units.reading() as session:
        history = [one for one in session.history(id) if one.at <= microseconds(at)]
        events = tuple(one.event for one in history)
        policy, former = units.versions.policies_of(session, events)
    runs = {one.key: one for one in deadlines(events, policy, at, former)}
    return _Course(history[-1].state, _highest(events), _ended(history), runs)


def _highest(events: Iterable[Event]) -> str:
    grades = (Grade(event.changes["grade"]) for event in events if event.changes.get("grade"))
    return str(max(grades, default=""))


def _ended(history: Sequence[Sealed]) -> str:
    """When it came to its end, if it stands at one."""
    *_, stage = stages_of(history)
    return "" if stage in OPEN else _text(ended_at(history))


def _differences(id: str, before: _Course, after: _Course) -> Iterator[Difference]:
    if before.state != after.state:
        yield Difference(id, "state", before.state, after.state)
    if before.grade != after.grade:
        yield Difference(id, "grade", before.grade, after.grade)
    if before.ended != after.ended:
        yield Difference(id, "ended", before.ended, after.ended)
    for key in sorted({*before.runs, *after.runs}, key=str):
        yield from _of_run(id, str(key), before.runs.get(key), after.runs.get(key))


def _of_run(id: str, run: str, before: Deadline | None, after: Deadline | None) -> Iterator[Difference]:
    was, would = (_text(one.due) if one else "" for one in (before, after))
    if was != would:
        yield Difference(id, "due", was, would, run)
    missed, would_miss = (_missed(one) for one in (before, after))
    if missed != would_miss:
        yield Difference(id, "breach", missed, would_miss, run)


def _missed(deadline: Deadline | None) -> str:
    """The first due time that passed; nobody misses that of a timer."""
    return _text(deadline.missed[0]) if deadline and deadline.missed and not deadline.asks else ""


def _text(at: datetime | None) -> str:
    return at.isoformat() if at else ""
