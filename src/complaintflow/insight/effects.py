"""R39: whether complaints with a cause fell after an improvement was finished, and how sure that is. Pure.

An improvement of a retrospective is about the root cause of its complaint. Complaints with this cause that came in
within the policy's window before it was finished are compared with those of as long a time after it: by how many a day,
since a house may have begun to count within that window. Counts are few, so the ratio comes with its exact interval. A
cause is labelled late: complaints of the same type that have none yet may all have this one. "Fell" is said only where
it holds even so.

What came in is read from sheets, so no complaint is decoded but those with improvements.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

import attrs

from complaintflow._validation.names import fold_name
from complaintflow.commands.solution import cancelled_tasks, finished_tasks, named_tasks
from complaintflow.insight.figures import Asked
from complaintflow.insight.sheets import Sheet
from complaintflow.insight.tails import RateRatio, rate_ratio
from complaintflow.record.complaint import Complaint, microseconds, moment


class Verdict(StrEnum):
    """What may be said of an improvement."""

    OPEN = "open"  # it is not finished
    TOO_EARLY = "too_early"  # the time after it is not over
    FELL = "fell"  # complaints fell, by more than chance
    ROSE = "rose"  # complaints rose, by more than chance
    UNDECIDED = "undecided"  # the numbers are too few to say


@attrs.frozen
class ActionEffect:
    """An improvement, and the complaints with its cause in the time before and after it was finished (aware UTC).

    `waiting` are those after it that have no cause yet. `ratio` compares how many a day came after with how many came
    before. One that was cancelled is no improvement.
    """

    complaint: str
    task: str
    what: str = attrs.field(repr=False)
    kind: str
    owner: str
    due: date
    cause: str
    finished: datetime | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    ratio: RateRatio | None = None
    effect: Verdict = Verdict.OPEN


ASKED = Asked(frozenset({"type", "root_cause"}), frozenset({"improvements"}), ages=True)
"""What is read of every sheet."""


def improved(sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The complaints with improvements."""
    some = ((sheet.read_ids(), sheet.seen["improvements"].rows) for sheet in sheets if "improvements" in sheet.seen)
    return tuple(dict.fromkeys(ids[row] for ids, rows in some for row in rows))


def effects(
    complaints: Iterable[Complaint], sheets: Sequence[Sheet], window: timedelta, at: datetime
) -> tuple[ActionEffect, ...]:
    """The effect of each improvement of these complaints, in the order in which they came in. It holds none of them.

    The sheets are of everything that came in until `at`.
    """
    some = sorted((one.received_at, one.id, one.facts.type, tuple(_actions(one))) for one in complaints)
    actions = [(action, type) for _, _, type, actions in some for action in actions]
    house = _Intakes.of(sheets, {fold_name(action.cause) for action, _ in actions}, {type for _, type in actions})
    return tuple(_judge(action, type, house, window, at) for action, type in actions)


def _actions(complaint: Complaint) -> Iterator[ActionEffect]:
    finished, given_up = finished_tasks(complaint.body), cancelled_tasks(complaint.body)
    for task, entry in named_tasks(complaint.body).items():
        given: Mapping[str, str] = entry.data.get("improvement") or {}
        if given and task not in given_up:
            yield ActionEffect(
                complaint.id,
                task,
                given["what"],
                given["kind"],
                given["owner"],
                date.fromisoformat(given["due"]),
                complaint.facts.root_cause,
                finished.get(task),
            )


class _Arrivals(NamedTuple):
    """Some complaints in the order in which they came in: when (microseconds since 1970), and which."""

    times: tuple[int, ...]
    ids: tuple[str, ...]

    @classmethod
    def of(cls, some: Iterable[tuple[int, str]]) -> _Arrivals:
        ordered = sorted(some)
        return cls(tuple(map(itemgetter(0), ordered)), tuple(map(itemgetter(1), ordered)))

    def between(self, since: datetime, until: datetime) -> tuple[str, ...]:
        first, last = (bisect_left(self.times, microseconds(one)) for one in (since, until))
        return self.ids[first:last]


class _Intakes(NamedTuple):
    """When the first complaint came in, and all with one of these causes, or of one of these types and without one."""

    first: datetime
    by_cause: Mapping[str, _Arrivals]
    unlabelled: Mapping[str, _Arrivals]

    @classmethod
    def of(cls, sheets: Sequence[Sheet], causes: set[str], types: set[str]) -> _Intakes:
        by_cause: dict[str, list[tuple[int, str]]] = {cause: [] for cause in causes - {""}}
        unlabelled: dict[str, list[tuple[int, str]]] = {type: [] for type in types}
        for sheet in sheets:
            _file(sheet, by_cause, unlabelled)
        first = min(chain.from_iterable(sheet.received_at for sheet in sheets), default=0)
        both = ({name: _Arrivals.of(some) for name, some in kind.items()} for kind in (by_cause, unlabelled))
        return cls(moment(first), *both)


def _file(
    sheet: Sheet, by_cause: Mapping[str, list[tuple[int, str]]], unlabelled: Mapping[str, list[tuple[int, str]]]
) -> None:
    """File the rows of a sheet by their cause, or by their type where they have none."""
    causes, types = sheet.label("root_cause"), sheet.label("type")
    folded = [fold_name(text) for text in causes.texts]
    wanted = [by_cause.get(cause) for cause in folded]
    alike = [unlabelled.get(text) for text in types.texts]
    ids: Sequence[str] = ()
    for row, (cause, type) in enumerate(zip(causes.codes, types.codes, strict=True)):
        there = wanted[cause] if folded[cause] else alike[type]
        if there is not None:
            ids = ids or sheet.read_ids()
            there.append((sheet.received_at[row], ids[row]))


def _judge(action: ActionEffect, type: str, house: _Intakes, window: timedelta, at: datetime) -> ActionEffect:
    done, cause = action.finished, fold_name(action.cause)
    if done is None or not cause:
        return action
    since, until = _counted_since(house.first, done - window), done + window
    about = house.by_cause[cause]
    before, after = about.between(since, done), about.between(done, until)
    waiting = house.unlabelled[type].between(done, until)
    found = attrs.evolve(action, before=before, after=after, waiting=waiting)
    if at < until:
        return attrs.evolve(found, effect=Verdict.TOO_EARLY)
    if since >= done:
        return attrs.evolve(found, effect=Verdict.UNDECIDED)
    longer = window / (done - since)
    ratio = rate_ratio(len(after), len(before), longer)
    worst = rate_ratio(len(after) + len(waiting), len(before), longer) if waiting else ratio
    return attrs.evolve(found, ratio=ratio, effect=_effect(ratio, worst))


def _counted_since(first: datetime, since: datetime) -> datetime:
    """This time, or just after the first complaint: nobody counted before it, and with it counting begins."""
    return since if first < since else first + timedelta.resolution


def _effect(ratio: RateRatio, worst: RateRatio) -> Verdict:
    """What the interval says, also in the worst case: that all that wait for a label had this cause."""
    if worst.high is not None and worst.high < 1:
        return Verdict.FELL
    return Verdict.ROSE if ratio.low > 1 else Verdict.UNDECIDED
