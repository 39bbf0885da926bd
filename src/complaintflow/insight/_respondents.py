"""R46: whom complaints are about, which steps of the ladder were taken, and whether complaints fell afterwards. Pure.

A step is an improvement action of a retrospective (R39) of the kind merchant management, with the respondent and the
step that it takes. It counts when its task is finished.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

import attrs

from complaintflow._validation.structure import FrozenMap, plain_name
from complaintflow.commands.solution import finished_tasks, named_tasks
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import State

KINDS: Mapping[str, str] = {"merchant": "respondent", "product": "product", "shop": "shop"}
"""What a complaint may be about, each with the intake field that names it."""


@attrs.frozen
class LadderStep:
    """One step that was taken: in which complaint, by which task, and when it was finished (UTC; None: not yet).

    `before` and `after` count the complaints about the respondent in the policy's window before and after that time.
    """

    step: str
    complaint: str
    task: str
    finished: datetime | None = None
    before: int = 0
    after: int = 0
    judged: bool = False

    @property
    def fell(self) -> bool | None:
        """Whether complaints fell; None while the window after the step is not over."""
        return self.after < self.before if self.judged else None


@attrs.frozen
class Respondent:
    """A merchant, a product or a shop, with its complaints, and the steps that were taken, the earliest first.

    `next_step` is the lowest step above all that were finished; blank when the ladder has no more.
    """

    kind: str
    name: str
    complaints: tuple[str, ...]
    steps: tuple[LadderStep, ...] = ()
    next_step: str = ""


def respondents(complaints: Iterable[Complaint], policy: Policy, at: datetime) -> tuple[Respondent, ...]:
    """Everybody whom these complaints are about, the most often named first. A merged complaint is its target's."""
    about: dict[tuple[str, str], list[Complaint]] = {}
    steps: dict[str, list[LadderStep]] = {}
    for complaint in complaints:
        if complaint.stage != State.MERGED:
            for kind, name in _named(complaint):
                about.setdefault((kind, name), []).append(complaint)
        for name, step in _steps(complaint):
            steps.setdefault(name, []).append(step)
    found = [_respondent(kind, name, some, steps.get(name, []), policy, at) for (kind, name), some in about.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.complaints), one.kind, one.name)))


def _named(complaint: Complaint) -> Iterator[tuple[str, str]]:
    """Whom it is about, by kind; names compare without case and blanks."""
    intake = complaint.intake
    for kind, field in KINDS.items():
        name = plain_name(str(intake.get(field) or ""))
        if name:
            yield kind, name


def _steps(complaint: Complaint) -> Iterator[tuple[str, LadderStep]]:
    """The steps that its improvement actions take, each with the name of the respondent."""
    finished = finished_tasks(complaint.body)
    for task, entry in named_tasks(complaint.body).items():
        action: Mapping[str, str] = entry.data.get("improvement") or FrozenMap()
        if action.get("step"):
            yield plain_name(action["respondent"]), LadderStep(action["step"], complaint.id, task, finished.get(task))


def _respondent(
    kind: str, name: str, complaints: list[Complaint], steps: list[LadderStep], policy: Policy, at: datetime
) -> Respondent:
    times = sorted(complaint.received_at for complaint in complaints)
    taken = [_judge(step, times, policy.ladder_window, at) for step in steps]
    taken.sort(key=lambda step: (step.finished is None, step.finished or at))
    done = {step.step for step in taken if step.finished}
    highest = max((place for place, step in enumerate(policy.ladder, 1) if step in done), default=0)
    ids = tuple(complaint.id for complaint in complaints)
    return Respondent(kind, name, ids, tuple(taken), next(iter(policy.ladder[highest:]), ""))


def _judge(step: LadderStep, times: Iterable[datetime], window: timedelta, at: datetime) -> LadderStep:
    """The effect check of a step that was finished."""
    done = step.finished
    if done is None:
        return step
    since, until = done - window, done + window
    before, after = sum(since <= time < done for time in times), sum(done <= time < until for time in times)
    return attrs.evolve(step, before=before, after=after, judged=at >= until)
