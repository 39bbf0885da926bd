"""R39: whether complaints with a cause fell after an improvement was finished, and how sure that is. Pure.

An improvement of a retrospective is about the root cause of its complaint. Complaints with this cause that came in
within the policy's window before it was finished are compared with those of as long a time after it: by how many a day,
since a house may have begun to count within that window. Counts are few, so the ratio comes with its exact interval. A
cause is labelled late: complaints of the same type that have none yet may all have this one. "Fell" is said only where
it holds even so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

import attrs

from complaintflow._validation.names import fold_name
from complaintflow.commands.solution import cancelled_tasks, finished_tasks, named_tasks
from complaintflow.insight.tails import RateRatio, rate_ratio
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import State


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


class _Seen(NamedTuple):
    """What is counted of a complaint: when it came in, and with what."""

    id: str
    received_at: datetime
    type: str
    cause: str


def may_improve(complaint: Complaint) -> bool:
    """Whether its texts may name an improvement, which is a task: the texts of the others need not be read."""
    return complaint.facts.tasks > 0


def effects(complaints: Iterable[Complaint], window: timedelta, at: datetime) -> tuple[ActionEffect, ...]:
    """The effect of each improvement of these complaints, in the order in which they came in. It holds none of them."""
    every, actions = list[_Seen](), list[tuple[ActionEffect, str]]()
    for one in complaints:
        if one.stage != State.MERGED:
            facts = one.facts
            every.append(_Seen(one.id, one.received_at, facts.type, fold_name(facts.root_cause)))
            actions += ((action, facts.type) for action in _actions(one)) if may_improve(one) else ()
    return tuple(_judge(action, type, every, window, at) for action, type in actions)


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


def _judge(action: ActionEffect, type: str, every: Sequence[_Seen], window: timedelta, at: datetime) -> ActionEffect:
    done, cause = action.finished, fold_name(action.cause)
    if done is None or not cause:
        return action
    since, until = _counted_since(every, done - window), done + window
    about = [one for one in every if one.cause == cause]
    before = tuple(one.id for one in about if since <= one.received_at < done)
    after = tuple(one.id for one in about if done <= one.received_at < until)
    waiting = tuple(one.id for one in every if not one.cause and one.type == type and done <= one.received_at < until)
    found = attrs.evolve(action, before=before, after=after, waiting=waiting)
    if at < until:
        return attrs.evolve(found, effect=Verdict.TOO_EARLY)
    if since >= done:
        return attrs.evolve(found, effect=Verdict.UNDECIDED)
    longer = window / (done - since)
    ratio = rate_ratio(len(after), len(before), longer)
    worst = rate_ratio(len(after) + len(waiting), len(before), longer) if waiting else ratio
    return attrs.evolve(found, ratio=ratio, effect=_effect(ratio, worst))


def _counted_since(every: Iterable[_Seen], since: datetime) -> datetime:
    """This time, or just after the first complaint: nobody counted before it, and with it counting begins."""
    first = min((one.received_at for one in every), default=since)
    return since if first < since else first + timedelta.resolution


def _effect(ratio: RateRatio, worst: RateRatio) -> Verdict:
    """What the interval says, also in the worst case: that all that wait for a label had this cause."""
    if worst.high is not None and worst.high < 1:
        return Verdict.FELL
    return Verdict.ROSE if ratio.low > 1 else Verdict.UNDECIDED
