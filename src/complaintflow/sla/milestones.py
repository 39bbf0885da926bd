"""The milestones that a clock may wait for: named facts about one change of a complaint.

The name of a command is a milestone as well: it is reached when such a command was accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.commands import (
    BUILTIN,
    Acknowledge,
    AddTask,
    Agree,
    Call,
    CheckEvidence,
    Command,
    Escalate,
    ExplainPlan,
    FindCause,
    FinishTask,
    Import,
    Migrate,
    MissDeadline,
    Mitigate,
    Notify,
    Pause,
    Recall,
    Receipt,
    Receive,
    RecordReview,
    Resolve,
    Update,
)
from complaintflow.commands.clocks import (
    ANSWERING,
    is_answer,
    is_answer_of_person,
    is_dropped,
    reaches_customer,
    tells_customer,
)
from complaintflow.commands.triage import REVIEW_CLOCK
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Entry, Event, Once
from complaintflow.record.facts import Facts
from complaintflow.record.keys import LevelKey, RunKey, part_name
from complaintflow.vocabulary import Audience, Grade, ReceiptStatus, State, names_system


def kinds(*commands: type[Command]) -> frozenset[str]:
    """The kinds of these commands, as events name them."""
    return frozenset(command.__name__ for command in commands)


_BEGINNINGS = kinds(Import, Receive)
_PAUSE = Pause.__name__
_MOVES_ALL = kinds(Migrate, Pause)
_RECALL = Recall.__name__
_MIGRATE = Migrate.__name__
_WORDS = kinds(Acknowledge, ExplainPlan, Update)
"""The commands whose clocks rest on what they say: taken back before it was sent, they neither start nor end one."""
_DIRECTIONS = kinds(ExplainPlan, Notify, Update)
_BREAKTHROUGHS = kinds(Agree, FindCause, Mitigate, Resolve)
_LATEST = 100
"""A receipt of a message before so many later ones says nothing new. So what is kept of a history has an end."""

_DECISIONS = _BREAKTHROUGHS | kinds(RecordReview)
_TEAMS = "grade open_tasks state team"
_COLLABORATING = frozenset(f"{_TEAMS} stands_for".split())
"""The facts that say which teams collaborate."""
_ADD_TASK = AddTask.__name__
_RECEIPT = Receipt.__name__

_ON_RECORD = frozenset({"breached", "reminded"})
_SERIOUS = {Grade.A, Grade.E}
_NOBODY = frozenset[str]()
_GIVEN_UP = {State.WITHDRAWN, State.DECLINED}
_OVER = _GIVEN_UP | {State.CLOSED, State.ARCHIVED}

STILL = frozenset({State.MERGED, State.ARCHIVED})
"""The states in which no clock runs, but for what is owed by a merged complaint. The others run again when the merge is
undone."""


_ENTERS, _LEAVES = "enters ", "leaves "


def enters(state: str) -> str:
    """The milestone that a state is entered."""
    return _ENTERS + state


def leaves(state: str) -> str:
    """The milestone that a state is left."""
    return _LEAVES + state


def state_in(milestone: str) -> str:
    """The state that a milestone says to be entered or left; blank for any other milestone."""
    verb = next((one for one in (_ENTERS, _LEAVES) if milestone.startswith(one)), None)
    return milestone.removeprefix(verb) if verb else ""


def takes_words_back(event: Event) -> bool:
    """Whether a message to the customer never went: it was recalled, or the outbox dropped it."""
    return event.kind == _RECALL or is_dropped(event)


class Stir(NamedTuple):
    """What an event stirs: its kind, the facts that it changes (`state` among them), and the stage that it leaves."""

    kind: str
    facts: tuple[str, ...]
    state: str

    @classmethod
    def of(cls, event: Event, before: str, stage: str) -> Stir:
        """What an event stirs in a complaint that was in this state, and is at this stage after it."""
        facts = event.changes if event.state == before else (*event.changes, "state")
        return cls(event.kind, tuple(facts), stage)


class Change(msgspec.Struct, frozen=True, dict=True):  # made for each event: a third of what attrs takes
    """One event with the facts before and after it.

    `sent` is the kind of the command whose message a receipt is about. `teams` collaborate after it, of whom `joined`
    began to and `left` ceased to (R29). `stuck`: no breakthrough and no decision of a review since the triage (R30).
    `recalled`: the customer never had what it says, since a later event took it back.
    """

    event: Event
    before: Facts
    after: Facts
    sent: str = ""
    teams: frozenset[str] = _NOBODY
    joined: frozenset[str] = _NOBODY
    left: frozenset[str] = _NOBODY
    stuck: bool = False
    recalled: bool = False

    @property
    def kind(self) -> str:
        """The name of the command."""
        return self.event.kind

    def is_a(self, *commands: type[Command]) -> bool:
        """Whether it is one of these commands."""
        return self.event.is_a(*commands)

    def reaches(self, names: tuple[str, ...]) -> bool:
        """Whether it is one of these milestones or commands."""
        return not self.marks.isdisjoint(names)

    @Once
    def marks(self) -> frozenset[str]:
        """The milestones that it reaches, and its command."""
        event = self.event
        possible = possible_milestones(Stir.of(event, self.before.state, self.after.stage))
        reached = [name for name, one in possible.items() if one.reached(self)]
        if event.state != self.before.state or self._moves_house:
            reached += [enters(event.state), leaves(self.before.state)]
        return frozenset(reached if self.recalled and event.kind in _WORDS else [event.kind, *reached])

    @property
    def _moves_house(self) -> bool:
        """Whether it moves to another lifecycle: there its state begins anew, and the timers of it."""
        return self.event.kind == _MIGRATE and "lifecycle" in self.event.changes

    @Once
    def asked(self) -> frozenset[str]:
        """R3: the questions that are proved to have reached the customer since it."""
        return _arrived(self.after) - _arrived(self.before)

    @Once
    def unasked(self) -> frozenset[str]:
        """R3: the open questions whose message came back."""
        came_back = frozenset(wait.id for wait in self.after.waits if not wait.arrived)
        return _arrived(self.before) & came_back

    @property
    def may_change_what_is_due(self) -> bool:
        """Whether any clock may ask for something at another time after it, also one that it does not concern.

        At grade E nobody's hours hold back what is due.
        """
        before, after = self.before, self.after
        ends = before.stage in STILL or after.stage in STILL
        at_any_hour = before.grade != after.grade and Grade.E in {before.grade, after.grade}
        back = self.event.kind in _MOVES_ALL or takes_words_back(self.event)
        return ends or at_any_hour or back or "paused" in self.event.changes

    @property
    def told_of(self) -> frozenset[str]:
        """The clocks of which it goes on record that somebody was told, or that they were missed."""
        if _ON_RECORD.isdisjoint(self.event.changes):
            return _NOBODY
        before, after = self.before, self.after
        subjects = [LevelKey.parse(text).subject for text in before.reminded ^ after.reminded]
        subjects += [RunKey.parse(text) for text in before.breached ^ after.breached]
        return frozenset(one.clock for one in subjects if isinstance(one, RunKey))

    @property
    def since(self) -> datetime:
        """From when on what it begins counts: of an imported complaint, from when it came in at the other system."""
        origin = self.after.imported
        return origin.received_at if origin and self.is_a(Import) else self.event.at

    @property
    def dated_back(self) -> bool:
        """Whether it is a pause that began before it was told."""
        return self.event.kind == _PAUSE and self.field("since") is not None

    def field(self, name: str) -> Any:
        """A field of the command, or None."""
        return self.event.data.get(name)


class Replay(msgspec.Struct, frozen=True):
    """How far a history was read: the facts so far, and what later events name by its number.

    `sent` holds the kind of command that sent each message about our direction to the customer, of the latest
    messages; `helpers` the team of each task that is open.
    """

    facts: Facts = Facts()
    teams: frozenset[str] = _NOBODY
    stuck: bool = False
    sent: Mapping[str, str] = FrozenMap()
    helpers: Mapping[str, str] = FrozenMap()

    def step(self, event: Event, recalled: Container[str] = _NOBODY) -> tuple[Change, Replay]:
        """The change that the next event makes, and the replay after it. These messages were taken back."""
        before, after = self.facts, msgspec.structs.replace(self.facts, **event.changes, state=event.state)
        helpers = self._helpers_after(event, after)
        teams, joined, left = self.teams, _NOBODY, _NOBODY
        stays = helpers is self.helpers and event.state == before.state
        if not (stays and _COLLABORATING.isdisjoint(event.changes)):  # half of all do: 0.6 µs an event
            teams = _collaborating(after, helpers)
            joined, left = teams - self.teams, self.teams - teams
        sent = self.sent.get(str(event.data.get("message", "")), "") if event.kind == _RECEIPT else ""
        gone = bool(recalled) and _says_one_of(recalled, before, after)
        change = Change(event, before, after, sent, teams, joined, left, self.stuck, gone)
        return change, Replay(after, teams, self._stuck_after(change), self._sent_after(change), helpers)

    def _sent_after(self, change: Change) -> Mapping[str, str]:
        new = change.after.messages > change.before.messages
        if not (new and change.kind in _DIRECTIONS and change.field("audience") in {None, Audience.CUSTOMER}):
            return self.sent
        sent = [*self.sent.items(), (part_name("messages", change.after.messages), change.kind)]
        return dict(sent[-_LATEST:])

    def _helpers_after(self, event: Event, after: Facts) -> Mapping[str, str]:
        if event.kind != _ADD_TASK or after.tasks == self.facts.tasks:
            return self.helpers
        open_ = {task: team for task, team in self.helpers.items() if task in after.open_tasks}
        return {**open_, part_name("tasks", after.tasks): str(event.data.get("team", ""))}

    def _stuck_after(self, change: Change) -> bool:
        if is_triage(change):
            return True
        return self.stuck and change.event.kind not in _DECISIONS and change.after.stage not in _OVER


def _says_one_of(messages: Container[str], before: Facts, after: Facts) -> bool:
    """Whether an event between these facts says one of these messages."""
    return after.messages > before.messages and part_name("messages", after.messages) in messages


def _collaborating(facts: Facts, helpers: Mapping[str, str]) -> frozenset[str]:
    """R29: the team that holds the complaint once it is triaged, and those that have an open task in it."""
    if facts.grade is None or facts.stage in _OVER:
        return _NOBODY
    return frozenset({facts.team, *(helpers[task] for task in facts.open_tasks if task in helpers)} - {""})


def _arrived(facts: Facts) -> frozenset[str]:
    """The open questions that reached the customer."""
    return frozenset(wait.id for wait in facts.waits if wait.arrived)


def _by_person(change: Change) -> bool:
    return not names_system(change.event.by)


def comes_open(change: Change) -> bool:
    """It comes in, and waits for us. What another system closed does not."""
    beginning = change.event.kind in _BEGINNINGS  # asked of each event, some times
    return beginning and (change.is_a(Receive) or change.after.stage not in _OVER)


def unanswered(change: Change) -> bool:
    """R2: it comes in, and nobody answered it yet, also not at another system."""
    old = change.field("old") if change.is_a(Import) else None
    return comes_open(change) and not (old and old.get("first_answered_at"))


def answered_by_person(change: Change) -> bool:
    """R2: a person told the customer something, and did not take it back. A machine that may speak is none."""
    return is_answer_of_person(change.event) and not change.recalled


def reply_awaited(change: Change) -> bool:
    """R33: the customer's words await a reply. What a recalled answer had settled awaited it all the time."""
    return bool(change.after.signs) and not change.before.signs and not change.is_a(Recall)


def reply_settled(change: Change) -> bool:
    """R33: a person replied, and it was not taken back."""
    return bool(change.before.signs) and not change.after.signs and not change.recalled


def begins_cycle(change: Change) -> bool:
    """R34: a cycle begins."""
    return comes_open(change) or change.after.cycle.number > change.before.cycle.number


def is_triage(change: Change) -> bool:
    """R9: it has its first grade in this cycle."""
    if change.after.grade is None:
        return False
    first = change.before.grade is None and change.after.stage not in _OVER
    return first or begins_cycle(change)


def notice_delivered(change: Change) -> bool:
    """R32: the notice that it is solved reached the customer, and not only after the end."""
    there = change.after.cycle.delivered is not None and change.before.cycle.delivered is None
    return there and change.after.stage not in _OVER


def notice_withdrawn(change: Change) -> bool:
    """R32: the notice counts no more: a new fix, a failed verification, a new notice, or it came back.

    Nobody is owed news after the end (R15).
    """
    untold = change.before.cycle.delivered is not None and change.after.cycle.delivered is None
    return untold and change.after.stage not in _OVER


def direction_told(change: Change) -> bool:
    """R9: a notice, an update or a plan reached the customer."""
    if change.sent not in _DIRECTIONS:
        return False
    return ReceiptStatus(change.field("status")).tells(change.field("final") is not False)


def offer_lapsed(change: Change) -> bool:
    """R25: nothing is on offer any more, though nobody answered."""
    return change.before.stage == State.PROPOSED and change.after.stage not in {State.PROPOSED, State.MERGED}


def payment_proved(change: Change) -> bool:
    """R26a: our evidence that a compensation arrived was checked."""
    return change.is_a(CheckEvidence) and bool(change.before.owed - change.after.owed)


def plan_kept(change: Change) -> bool:
    """R26a: the customer was reached by the word that the plan was kept."""
    return change.is_a(Receipt) and change.before.plan_open and not change.after.plan_open


def pending_time(body: Iterable[Entry], at: datetime) -> datetime | None:
    """R26a: the time for news that was named to the customer, if it is after `at` and nobody answered since."""
    named: datetime | None = None
    for entry in body:
        to_customer = entry.data.get("audience", Audience.CUSTOMER) == Audience.CUSTOMER
        spoke = entry.kind in ANSWERING and entry.data.get("answered", True)
        if spoke and to_customer and not names_system(entry.by):
            named = None
        if to_customer and (next_at := entry.data.get("next_at")):
            named = datetime.fromisoformat(next_at)
    return named if named and named > at else None


def team_progress(change: Change) -> bool:
    """R29: somebody told the progress of a team."""
    told = change.is_a(Update) and change.field("audience") == Audience.TEAM
    return (told or change.is_a(FinishTask)) and _by_person(change)


def review_called(change: Change) -> bool:
    """R30: it is escalated, or it goes on record that the review was missed, and there is still no breakthrough."""
    if not (change.stuck and change.is_a(Escalate, MissDeadline)):
        return False
    if change.is_a(Escalate):
        return True
    run = RunKey.parse(str(change.field("clock")))
    return run.clock == REVIEW_CLOCK and run.cycle > 0


def serious(change: Change) -> bool:
    """R21: its grade becomes A or E, so that the customer is called."""
    became = change.before.grade not in _SERIOUS and change.after.stage not in _OVER
    return change.after.grade in _SERIOUS and (became or begins_cycle(change))


Reached = Callable[[Change], bool]


@attrs.frozen(eq=False, repr=False)
class Milestone(Record):
    """A fact about a change, and what can make it: an event of these kinds, one that changes one of these facts, or
    any that leaves these states. A command of a house's own may make each.
    """

    reached: Reached
    kinds: frozenset[str] = _NOBODY
    facts: frozenset[str] = _NOBODY
    states: frozenset[str] = _NOBODY

    def may_follow(self, stir: Stir) -> bool:
        """Whether an event that stirs so much can make it."""
        return stir.kind in self.kinds or stir.state in self.states or not self.facts.isdisjoint(stir.facts)


def _with_field(name: str) -> frozenset[str]:
    """The kinds of the commands with such a field."""
    known: Mapping[str, Any] = BUILTIN
    return frozenset(kind for kind, one in known.items() if name in attrs.fields_dict(one))


def _by(kinds: frozenset[str], reached: Reached = lambda change: True) -> Milestone:
    return Milestone(reached, kinds)


def _on(facts: str, reached: Reached, *commands: type[Command]) -> Milestone:
    return Milestone(reached, kinds(*commands), frozenset(facts.split()))


MILESTONES: Mapping[str, Milestone] = {
    "received": _by(_BEGINNINGS, unanswered),
    "begun": _on("cycle", begins_cycle, Import, Receive),
    "triaged": _on("cycle grade", is_triage, Import, Receive),
    "acknowledged": _by(kinds(Acknowledge), lambda change: change.is_a(Acknowledge) and not change.recalled),  # R2
    "answered": _by(ANSWERING, lambda change: is_answer(change.event) and not change.recalled),
    "answered_by_person": _by(ANSWERING, answered_by_person),
    "reply_awaited": _on("signs", reply_awaited),
    "reply_settled": _on("signs", reply_settled),
    "called": _by(kinds(Call), lambda change: reaches_customer(change.event)),
    "mitigated": _by(kinds(Mitigate, Resolve), lambda change: change.is_a(Mitigate, Resolve)),
    "notice_delivered": _on("cycle", notice_delivered),
    "untold": _on("cycle", notice_withdrawn),
    "asked": _on("waits", lambda change: bool(change.asked)),
    "unasked": _on("waits", lambda change: bool(change.unasked)),
    "direction_told": _by(kinds(Receipt), direction_told),
    "named_next": _by(
        _with_field("next_at"),
        lambda change: (
            change.field("next_at") is not None
            and not change.recalled
            and (not change.is_a(Update) or tells_customer(change.event))
        ),
    ),
    "payment_proved": _by(kinds(CheckEvidence), payment_proved),
    "plan_kept": _by(kinds(Receipt), plan_kept),
    "serious": _on("cycle grade", serious, Import, Receive),
    "team_joined": _on(_TEAMS, lambda change: bool(change.joined)),
    "team_left": _on(_TEAMS, lambda change: bool(change.left)),
    "review_called": _by(kinds(Escalate, MissDeadline), review_called),
    "stakeholders_told": _by(_with_field("audience"), lambda change: change.field("audience") == Audience.STAKEHOLDERS),
    "team_progress": _by(kinds(FinishTask, Update), team_progress),
    "breakthrough": _by(_BREAKTHROUGHS, lambda change: change.kind in _BREAKTHROUGHS),
    "closed": Milestone(lambda change: change.after.stage == State.CLOSED, states=frozenset({State.CLOSED})),
    "ended": _on("state", lambda change: change.after.stage in _OVER and change.before.stage not in _OVER),
    "given_up": Milestone(lambda change: change.after.stage in _GIVEN_UP, states=frozenset(_GIVEN_UP)),
    "offer_lapsed": _on("state", offer_lapsed),
    "disputed": _on("cycle", lambda change: begins_cycle(change) and not comes_open(change)),
}
"""Every milestone by its name."""


@lru_cache(maxsize=4096)
def possible_milestones(stir: Stir) -> Mapping[str, Milestone]:
    """Those that an event which stirs so much can make: a house has few such, and most make none or one."""
    every = stir.kind not in BUILTIN
    return {name: one for name, one in MILESTONES.items() if every or one.may_follow(stir)}


@attrs.frozen(eq=False, repr=False)
class Condition(Record):
    """What must hold for a clock to run, and the one fact that it reads."""

    fact: str
    holds: Callable[[Facts, Policy], bool]


def _instant(facts: Facts, policy: Policy) -> bool:
    rule = policy.channels.get(facts.channel)
    return rule is not None and rule.instant


def _graded(grade: Grade) -> Condition:
    return Condition("grade", lambda facts, policy: facts.grade == grade)


CONDITIONS: Mapping[str, Condition] = {
    "instant": Condition("channel", _instant),
    "asynchronous": Condition("channel", lambda facts, policy: not _instant(facts, policy)),
    "vip": Condition("tier", lambda facts, policy: facts.tier == "vip"),
    "not vip": Condition("tier", lambda facts, policy: facts.tier != "vip"),
    "party waits": Condition("waits", lambda facts, policy: any(wait.on == "party" for wait in facts.waits)),
    "serious": Condition("grade", lambda facts, policy: facts.grade in _SERIOUS),
    **{f"grade {grade}": _graded(grade) for grade in Grade},
}
"""Every condition by its name."""


def holds(names: tuple[str, ...], facts: Facts, policy: Policy) -> bool:
    """Whether all these conditions hold."""
    for name in names:  # noqa: SIM110  # a generator took three times as long, and each clock asks
        if not CONDITIONS[name].holds(facts, policy):
            return False
    return True


def judging_facts(rule: ClockRule) -> frozenset[str]:
    """The facts by which a run of this clock is judged: those of its conditions, and the grade if it counts by that."""
    by_grade = {"grade"} if rule.by_grade else set[str]()
    return frozenset({CONDITIONS[name].fact for name in rule.only} | by_grade)
