"""What a clock may wait for: named facts about one change of a complaint.

Besides these, the name of a command is a milestone: it is there when such a command was accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import attrs
import msgspec

from complaintflow.policy.policy import Policy
from complaintflow.record.events import Event
from complaintflow.record.facts import Facts
from complaintflow.values import Actor
from complaintflow.vocabulary import Audience, Grade, ReceiptStatus, State

_SPOKEN = {"AskCustomer", "Propose", "ExplainPlan", "Notify"}
_DIRECTION = {"Notify", "Update", "ExplainPlan"}
_BREAKTHROUGH = {"FindCause", "Mitigate", "Agree", "Resolve"}
_DECIDED = _BREAKTHROUGH | {"RecordReview"}
_CONDITIONAL = frozenset({"channel", "grade", "tier", "waits"})
_SERIOUS = {Grade.A, Grade.E}
_NOBODY = frozenset[str]()
_GIVEN_UP = {State.WITHDRAWN, State.DECLINED}
_OVER = _GIVEN_UP | {State.CLOSED, State.ARCHIVED}

STILL = frozenset({State.MERGED, State.ARCHIVED})
"""Where no clock of any kind runs; those of a merged complaint come back with it."""


@attrs.frozen(slots=False)  # cached properties are slow with slots
class Change:
    """One event with the facts before and after it.

    `sent` names the kind of command that sent the customer the message which a receipt is about; `joined` and `left`
    are the teams that began or ceased to collaborate (R29), `teams` those that do; `stuck` says that there was neither
    a breakthrough nor the decision of a review since it was triaged (R30).
    """

    event: Event
    before: Facts
    after: Facts
    sent: str = ""
    teams: frozenset[str] = _NOBODY
    joined: frozenset[str] = _NOBODY
    left: frozenset[str] = _NOBODY
    stuck: bool = False

    @property
    def kind(self) -> str:
        """The name of the command."""
        return self.event.kind

    @cached_property
    def marks(self) -> frozenset[str]:
        """The milestones that it is, and its command."""
        return frozenset((self.kind, *(name for name, is_it in MILESTONES.items() if is_it(self))))

    @cached_property
    def turns(self) -> bool:
        """Whether a condition may hold from now on, or no more, or a length may be another."""
        return self.dated_back or not _CONDITIONAL.isdisjoint(self.event.changes)

    @property
    def dated_back(self) -> bool:
        """Whether it says that clocks stood still already."""
        return self.kind == "Pause" and self.field("since") is not None

    @cached_property
    def _words(self) -> Mapping[str, Any]:
        return self.event.data

    def field(self, name: str) -> Any:
        """A field of the command, or None."""
        return self._words.get(name)


@attrs.define
class Walk:
    """A way through a history, event by event: the facts so far, and what later events speak of by number."""

    facts: Facts = Facts()
    teams: frozenset[str] = _NOBODY
    _stuck: bool = False
    _sent: dict[str, str] = attrs.field(factory=dict[str, str])
    _tasks: dict[str, str] = attrs.field(factory=dict[str, str])

    def step(self, event: Event) -> Change:
        """The next event, with the facts before and after it."""
        before, teams = self.facts, self.teams
        after = self.facts = msgspec.structs.replace(before, **event.changes, state=event.state)
        message = str(event.data.get("message", "")) if event.kind == "Receipt" else ""
        if event.kind == "AddTask":
            self._tasks[f"T{after.tasks}"] = str(event.data.get("team", ""))
        now = self.teams = _collaborating(after, self._tasks)
        sent = self._sent.get(message, "")
        change = Change(event, before, after, sent, now, now - teams, teams - now, self._stuck)
        if after.messages > before.messages and change.field("audience") in {None, Audience.CUSTOMER}:
            self._sent[f"M{after.messages}"] = event.kind
        if triaged(change):
            self._stuck = True
        elif event.kind in _DECIDED or after.state in _OVER:
            self._stuck = False
        return change


def _collaborating(facts: Facts, tasks: Mapping[str, str]) -> frozenset[str]:
    """R29: the team that holds the complaint once it is triaged, and those that have an open task in it."""
    if facts.grade is None or facts.state in _OVER:
        return _NOBODY
    return frozenset({facts.team, *(tasks[task] for task in facts.open_tasks if task in tasks)} - {""})


def _to_customer(change: Change) -> bool:
    return change.kind == "Update" and change.field("audience") == Audience.CUSTOMER


def _by_person(change: Change) -> bool:
    return not Actor.names_system(change.event.by)


def answered(change: Change) -> bool:
    """R2, R15: a person told the customer something, or reached the customer by phone."""
    called = change.kind == "Call" and change.field("answered") is not False
    spoke = change.kind in _SPOKEN | {"Acknowledge"} or _to_customer(change)
    return _by_person(change) and (called or spoke)


def acknowledged(change: Change) -> bool:
    """R2: the acknowledgement, the automatic one too."""
    return change.kind == "Acknowledge"


def begun(change: Change) -> bool:
    """R34: a cycle begins."""
    return change.kind == "Receive" or change.after.cycle.number > change.before.cycle.number


def triaged(change: Change) -> bool:
    """R9: it has its first grade in this cycle."""
    return change.after.grade is not None and (change.before.grade is None or begun(change))


def notice_delivered(change: Change) -> bool:
    """R32: the notice that it is solved reached the customer, and not only after the end."""
    there = change.after.cycle.delivered is not None and change.before.cycle.delivered is None
    return there and change.after.state not in _OVER


def untold(change: Change) -> bool:
    """R32: the notice counts no more: a new fix, a failed verification, a new notice."""
    return change.before.cycle.delivered is not None and change.after.cycle.delivered is None


def direction_told(change: Change) -> bool:
    """R9: a notice, an update or a plan reached the customer."""
    if change.sent not in _DIRECTION:
        return False
    return ReceiptStatus(change.field("status")).tells(change.field("final") is not False)


def offer_lapsed(change: Change) -> bool:
    """R25: nothing is on offer any more, though nobody answered."""
    return change.before.state == State.PROPOSED and change.after.state not in {State.PROPOSED, State.MERGED}


def payment_proved(change: Change) -> bool:
    """R26a: evidence of kind `payment` that a compensation arrived."""
    return change.kind == "AddEvidence" and change.before.owed > change.after.owed


def team_progress(change: Change) -> bool:
    """R29: somebody told the progress of a team."""
    told = change.kind == "Update" and change.field("audience") == Audience.TEAM
    return _by_person(change) and (told or change.kind == "FinishTask")


def review_called(change: Change) -> bool:
    """R30: it is on record that a day passed without a breakthrough, and there is still none."""
    missed = change.kind == "MissDeadline" and str(change.field("clock")).startswith("review/")
    return missed and change.stuck


def serious(change: Change) -> bool:
    """R21: from now on it is to be called about: grade A or E."""
    return change.after.grade in _SERIOUS and (change.before.grade not in _SERIOUS or begun(change))


MILESTONES: Mapping[str, Callable[[Change], bool]] = {
    "received": lambda change: change.kind == "Receive",
    "begun": begun,
    "triaged": triaged,
    "acknowledged": acknowledged,
    "answered": answered,
    "mitigated": lambda change: change.kind in {"Mitigate", "Resolve"},
    "notice_delivered": notice_delivered,
    "untold": untold,
    "direction_told": direction_told,
    "named_next": lambda change: change.field("next_at") is not None and not _internal(change),
    "payment_proved": payment_proved,
    "plan_kept": lambda change: bool(change.field("plan_kept")),
    "serious": serious,
    "team_joined": lambda change: bool(change.joined),
    "team_left": lambda change: bool(change.left),
    "review_called": review_called,
    "stakeholders_told": lambda change: change.field("audience") == Audience.STAKEHOLDERS,
    "team_progress": team_progress,
    "breakthrough": lambda change: change.kind in _BREAKTHROUGH,
    "closed": lambda change: change.after.state == State.CLOSED,
    "ended": lambda change: change.after.state in _OVER and change.before.state not in _OVER,
    "given_up": lambda change: change.after.state in _GIVEN_UP,
    "offer_lapsed": offer_lapsed,
    "disputed": lambda change: begun(change) and change.kind != "Receive",
}
"""Every milestone by its name."""


def _internal(change: Change) -> bool:
    return change.kind == "Update" and not _to_customer(change)


def reached(names: tuple[str, ...], change: Change) -> bool:
    """Whether the change is one of these milestones or commands."""
    return not change.marks.isdisjoint(names)


Condition = Callable[[Facts, Policy], bool]


def _instant(facts: Facts, policy: Policy) -> bool:
    rule = policy.channels.get(facts.channel)
    return rule is not None and rule.instant


def _graded(grade: Grade) -> Condition:
    return lambda facts, policy: facts.grade == grade


# Each looks at facts that `_CONDITIONAL` names.
CONDITIONS: Mapping[str, Condition] = {
    "instant": _instant,
    "asynchronous": lambda facts, policy: not _instant(facts, policy),
    "vip": lambda facts, policy: facts.tier == "vip",
    "not vip": lambda facts, policy: facts.tier != "vip",
    "party waits": lambda facts, policy: any(wait.on == "party" for wait in facts.waits),
    "serious": lambda facts, policy: facts.grade in _SERIOUS,
    **{f"grade {grade}": _graded(grade) for grade in Grade},
}
"""Every condition by its name."""


def holds(names: tuple[str, ...], facts: Facts, policy: Policy) -> bool:
    """Whether all these conditions hold."""
    return all(CONDITIONS[name](facts, policy) for name in names)
