"""What the clocks of a complaint ask for now, as commands, and when to check again. Pure.

Each level of each run of each clock asks once: what was recorded (`reminded`, `breached`) asks no more. What ends a
complaint asks as long as it is due, so that a refusal that has lost its reason is not the last word (R33). Quiet
hours, and the working hours of those who are told, hold back what speaks, except at grade E. A breach is recorded at
once, at any hour, even if the clock was met or cancelled before anybody checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.commands import Close, Command, Decline, MissDeadline, Remind
from complaintflow.commands.grounds import grounds
from complaintflow.errors import Refusal
from complaintflow.policy.closing import Farewell
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import AT_ONCE, Complaint, Event
from complaintflow.record.facts import Facts
from complaintflow.record.keys import LevelKey, RunKey
from complaintflow.sla.by_name import ByName
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, ended_in_time, glance, judge
from complaintflow.sla.milestones import STILL, Change, Replay
from complaintflow.sla.runs import Clock
from complaintflow.sla.timeline import (
    Kept,
    RunInPolicy,
    Timeline,
    counts,
    movers_of,
    replay_events,
    runs_of,
    unpack_clock,
)
from complaintflow.sla.timing import ClockContext, calendars
from complaintflow.vocabulary import CUSTOMER, Audience, Grade, Ground, Then, in_language, language_of, text_in

_OPEN = frozenset({DeadlineStatus.RUNNING, DeadlineStatus.BREACHED})

OVERDUE_EVERY = timedelta(days=1)
"""An overdue complaint is checked at least this often, so that it stays on the agenda."""


@attrs.frozen(eq=False, repr=False)
class DueAction(Record):
    """One thing that is due for a complaint: since when, at which level of which run, the command, by which rule.

    `refusals` say why the rules refused the command, if they did.
    """

    complaint: str
    due: datetime
    key: LevelKey
    command: Command
    rule: str = ""
    refusals: tuple[Refusal, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Agenda(Record):
    """What is due now, the earliest first, and when something may be due next (None: never, as it stands).

    `quiet` names the runs that are over and ask for nothing, now or later. `asks` says when each clock asks for
    something next: what is due now, at once. `dues` says when each clock that runs is due first, or was and still is.
    """

    actions: tuple[DueAction, ...]
    next_check: datetime | None
    quiet: frozenset[RunKey] = frozenset()
    asks: Mapping[str, datetime] = FrozenMap()
    dues: Mapping[str, datetime] = FrozenMap()


def agenda(complaint: Complaint, timeline: Timeline, at: datetime) -> Agenda:
    """What the clocks of this complaint ask for at this time (aware)."""
    if timeline.facts.stage in STILL and not timeline.facts.compensations_open:
        return Agenda((), None)
    context = _Context(complaint, timeline.facts, timeline.policy, at)
    now: list[DueAction] = []
    later: list[datetime] = []
    quiet: list[RunKey] = []
    asks: dict[str, datetime] = {}
    dues: dict[str, datetime] = {}
    for one in runs_of(timeline):
        asked = _ask(one, context)
        _note_first(dues, one.name, asked.due)
        _note_first(asks, one.name, asked.first)
        if one.run.ended and not asked.first and not timeline.still:  # while it is still, a run may come back
            quiet.append(one.run.key)
        now += asked.now
        later += asked.later
    now.sort(key=lambda one: (one.due, str(one.key)))
    return Agenda(tuple(now), min(later, default=None), frozenset(quiet), asks, dues)


def _note_first(times: dict[str, datetime], clock: str, when: datetime | None) -> None:
    """The first time that is told of each clock."""
    if when is not None:
        times[clock] = min(when, times.get(clock, when))


class _Asked(NamedTuple):
    """What a run asks for now, when it asks again, and when it is due, or was and still is."""

    now: Sequence[DueAction] = ()
    later: Sequence[datetime] = ()
    due: datetime | None = None
    first: datetime | None = None

    @classmethod
    def of(cls, now: Sequence[DueAction], later: Sequence[datetime], due: datetime | None) -> _Asked:
        """The same, with when it asks first: what is due now, at once; None if it never does, as it stands."""
        return cls(now, later, due, AT_ONCE if now else min(later, default=None))


def _ask(one: RunInPolicy, context: _Context) -> _Asked:
    """What a run asks for.

    Most were met in time, or are not due for long, which is plain without their whole deadlines: that took three
    quarters off.
    """
    recorded = context.facts.has_breached(one.run.key)
    if not recorded and ended_in_time(one):
        return _NOTHING
    if not recorded and (seen := glance(one, context.at)):
        return _Asked((), (seen.warning,), seen.due, seen.warning)
    deadline = judge(one, recorded, context.at)
    asked = tuple(_due_or_later(deadline, context))
    later = [when for when in asked if isinstance(when, datetime)]
    if deadline.status is DeadlineStatus.BREACHED and not deadline.ended:
        later.append(context.at + OVERDUE_EVERY)
    due = deadline.due if deadline.status in _OPEN and not deadline.ended else None
    return _Asked.of([action for action in asked if isinstance(action, DueAction)], later, due)


_NOTHING = _Asked()


def next_look(asks: Iterable[datetime], at: datetime, longest: timedelta) -> datetime | None:
    """When a complaint is to be looked at next: the first time of these.

    What is later than anything waits is looked at before, and put off again.
    """
    first = min(asks, default=None)
    return min(first, at + longest) if first else None


def keep_on(
    kept: Kept,
    before: Facts,
    complaint: Complaint,
    events: Iterable[Event],
    policies: Callable[[str], Policy],
    at: datetime,
) -> Kept | None:
    """What is kept after these events, which led from the facts before to this complaint; None if that needs more.

    Only the clocks that they may move are unpacked, judged and packed again, each by itself.
    """
    replay, changes = replay_events(kept.read.replay(before), events)
    names = kept.moved(changes, policies)
    if names is None:
        return _keep_all(kept, before, complaint, replay, changes, policies, at)
    if not names:
        return kept.pass_by(replay, changes)
    if changes[-1].event.at < kept.unpaused:
        return None
    try:
        return _keep_some(kept, names, complaint, replay, changes, policies(kept.policies[0]), at)
    except (msgspec.MsgspecError, KeyError, ValueError):
        return None  # damaged: it is made anew from the history


def _keep_all(
    kept: Kept,
    before: Facts,
    complaint: Complaint,
    replay: Replay,
    changes: Sequence[Change],
    policies: Callable[[str], Policy],
    at: datetime,
) -> Kept | None:
    """What is kept after changes by which any clock may ask for something else."""
    started = kept.timeline(before, policies)
    timeline = started.follow(replay, changes) if started else None
    if timeline is None:
        return None
    plan = agenda(complaint, timeline, at)
    return Kept.of(timeline.hush(plan.quiet), plan.asks, kept.mark, dues=plan.dues)


def _keep_some(
    kept: Kept,
    names: Iterable[str],
    complaint: Complaint,
    replay: Replay,
    changes: Sequence[Change],
    policy: Policy,
    at: datetime,
) -> Kept:
    """What is kept after changes that move these clocks only."""
    context, counted = _Context(complaint, replay.facts, policy, at), ClockContext(policy, kept.pauses)
    packed, moves = kept.tracks[0].clocks, [(change, movers_of(policy).find(change).all) for change in changes]
    clocks: dict[str, Clock] = {}
    asks: dict[str, datetime] = {}
    dues: dict[str, datetime] = {}
    for name in names:
        clock = unpack_clock(name, policy, packed.get(name))
        for change, moved in moves:
            if name in moved:
                clock = clock.advance(change, counted)
        asking = _asking(clock, counted, context)
        clocks[name] = clock.forget(asking) if clock.over else clock
        for one in asking.values():
            _note_first(asks, name, one.first)
            _note_first(dues, name, one.due)
    return kept.put(clocks, asks, dues, replay, changes)


def _asking(clock: Clock, counted: ClockContext, context: _Context) -> dict[RunKey, _Asked]:
    """The runs that ask for something, now or later, or are due."""
    found: dict[RunKey, _Asked] = {}  # `dict[…]()` makes an alias first, and takes ten times as long
    for run in clock.runs:
        if counts(run, context.facts):
            asked = _ask(RunInPolicy(clock.name, clock.rule, run, counted), context)
            if asked.first or asked.due:
                found[run.key] = asked
    return found


_DueOrLater = DueAction | datetime
"""What a deadline asks for: an action that is due, or a time to check again."""


@attrs.frozen(eq=False, repr=False)
class _Context(Record):
    """One check of a complaint: what its clocks ask for depends on this as well."""

    complaint: Complaint
    facts: Facts
    policy: Policy
    at: datetime

    @property
    def language(self) -> str:
        """The customer's language. It is read from the history, and few ask for it."""
        return self.complaint.customer.language

    def ready(self, due: datetime, hours: str = "") -> datetime:
        """When it may be asked for: when it is due, or later, when those on this calendar may be told."""
        return due if due > self.at else next_hour(hours, self.facts, self.policy, self.at)


def _due_or_later(deadline: Deadline, context: _Context) -> Iterator[_DueOrLater]:
    """What one deadline asks for, now or later, and was not asked yet."""
    by_customer = CUSTOMER in deadline.tells
    if deadline.due is None or deadline.status in {DeadlineStatus.MET, DeadlineStatus.CANCELLED}:
        if not by_customer:
            yield from _breach(deadline, context)
            yield from _recovery(deadline, context)
        return
    if deadline.status is DeadlineStatus.RUNNING:
        for place, when in enumerate(deadline.warnings, 1):
            yield from _reminders(deadline, f"warn{place}", when, context, deadline.tells[:1])
    if by_customer:
        yield from _end(deadline, deadline.due, context)
    else:
        yield from _breach(deadline, context)
        if context.policy.imports.tells_missed or not is_before_import(deadline.due, context.facts):
            yield from _escalation(deadline, deadline.due, context)


def _end(deadline: Deadline, due: datetime, context: _Context) -> Iterator[_DueOrLater]:
    """What follows when the customer did not do their part in time, or the time of a state is over."""
    if deadline.asks:
        yield _due_action(deadline, ASKS, due, ByName(deadline.asks, deadline.says), context)
        return
    match deadline.then:
        case Then.CLOSE:
            yield _due_action(deadline, "close", due, Close(evidence=_silence(deadline)), context)
        case Then.DECLINE:
            words = _farewell(context)
            yield _due_action(
                deadline, "decline", due, Decline(words.reason, words.recourse), context, context.policy.awake
            )
        case _:
            yield from _reminders(deadline, "unanswered", due, context, ("owner",))


def _due_action(
    deadline: Deadline, level: str, due: datetime, command: Command, context: _Context, hours: str = ""
) -> _DueOrLater:
    ready = context.ready(due, hours)
    if ready > context.at:
        return ready
    return DueAction(context.complaint.id, due, LevelKey(deadline.key, level), command, deadline.rule)


def _farewell(context: _Context) -> Farewell:
    """The policy's words for a customer who never answered, in their language or else in English."""
    words = context.policy.unanswered
    return text_in(context.language, words, words["en"])


def _silence(deadline: Deadline) -> str:
    """R33: what silent closure rests on."""
    return f"delivered {deadline.start:%Y-%m-%d %H:%M:%S} UTC, no new request by {deadline.due:%Y-%m-%d %H:%M:%S} UTC"


def _escalation(deadline: Deadline, due: datetime, context: _Context) -> Iterator[_DueOrLater]:
    """The levels of escalation. At the breach all whom the clock names are told as well.

    Later ones come after so many percent of the deadline's time. A cadence has none: it begins anew when it is missed.
    """
    for level in context.policy.escalation:
        if not level.after:
            tells = tuple(dict.fromkeys((*deadline.tells, *level.tells)))
            yield from _reminders(deadline, level.name, due, context, tells)
        elif not deadline.renews and due <= context.at:  # before, it is not asked how much later it would be
            when = deadline.open.add(due, deadline.length * level.after / 100)
            yield from _reminders(deadline, level.name, when, context, level.tells)


def _breach(deadline: Deadline, context: _Context) -> Iterator[_DueOrLater]:
    """The breach as a fact, with its due time: once it is late, or when it would be."""
    if context.facts.has_breached(deadline.key) or deadline.due is None:
        return
    if deadline.late or deadline.status is DeadlineStatus.RUNNING:
        missed = list(deadline.missed) or [deadline.due]
        if missed[0] > context.at:
            yield missed[0]
        else:
            last = missed[-1] if len(missed) > 1 else None
            theirs = sum(is_before_import(due, context.facts) for due in missed)
            command = MissDeadline(str(deadline.key), missed[0], len(missed), last, theirs)
            yield DueAction(context.complaint.id, missed[0], LevelKey(deadline.key, "due"), command, deadline.rule)


def is_before_import(due: datetime, facts: Facts) -> bool:
    """Whether it was due while the complaint was in the hands of another system."""
    return facts.imported is not None and due <= facts.imported.at


def _recovery(deadline: Deadline, context: _Context) -> Iterator[_DueOrLater]:
    """Those who heard of a breach hear that it is over; a cadence begins anew by itself."""
    met = deadline.ended if deadline.status is DeadlineStatus.MET else None
    if met is None or deadline.renews or not context.facts.has_breached(deadline.key):
        return
    levels = context.policy.escalation
    everybody = dict.fromkeys((*deadline.tells, *(who for level in levels for who in level.tells)))
    keys = [LevelKey(deadline.key, level.name) for level in levels]
    told = tuple(who for who in everybody if any(context.facts.has_told(key.to(who)) for key in keys))
    yield from _reminders(deadline, RECOVERED, met, context, told)


def _reminders(
    deadline: Deadline, level: str, due: datetime, context: _Context, tells: tuple[str, ...]
) -> Iterator[_DueOrLater]:
    """One reminder for all who are there at the same hours. Who was told is asked for only once it is due."""
    if due > context.at:
        yield from (due,) if tells else ()
        return
    for group in pending_recipients(LevelKey(deadline.key, level), tells, context.facts, context.policy):
        ready = context.ready(due, group.hours)
        if ready > context.at:
            yield ready
        else:  # words are found for those only who are told now
            command = _remind(deadline, level, context, group)
            yield DueAction(context.complaint.id, due, group.about, command, deadline.rule)


def _remind(deadline: Deadline, level: str, context: _Context, group: Group) -> Remind:
    if group.tells == (CUSTOMER,):
        text = to_customer(deadline, context.language, _about(deadline, context))
        return Remind(text, Audience.CUSTOMER, str(group.about))
    text = to_staff(deadline, level, context.policy.language_for_staff)
    return Remind(text, Audience.TEAM, str(group.about), group.tells, group.level)


def _about(deadline: Deadline, context: _Context) -> str:
    """What the customer is reminded of: the field that was asked for, or whether silence will close it."""
    facts = context.facts
    if deadline.then is Then.CLOSE and Ground.SILENT in grounds(facts, context.policy) and not facts.cycle.requested:
        return "closes"
    asked = [wait.what for wait in facts.waits if wait.id == deadline.key.part]
    return " ".join(asked).replace("_", " ")


ASKS = "asks"
"""The level of a timer: at its time the system asks for its command."""
RECOVERED = "recovered"
"""The level at which those who heard of a breach hear that it is over."""


# ── who hears it, and when


@attrs.frozen(eq=False, repr=False)
class Group(Record):
    """Recipients who are told together: what their reminder is about, on whose calendar, and who they are.

    `level` is what they are told, where `about` does not name it.
    """

    about: LevelKey
    hours: str
    tells: tuple[str, ...]
    level: str = ""


def hours_of(who: str, policy: Policy) -> str:
    """The calendar on which somebody is reminded."""
    return policy.working_hours.get(who, policy.awake)


def next_hour(hours: str, facts: Facts, policy: Policy, at: datetime) -> datetime:
    """When those on a calendar may be told: now, or when it opens; at grade E at any hour."""
    calendar = calendars(policy).get(hours)
    return at if calendar is None or facts.grade == Grade.E else calendar.add(at, timedelta(0))


def pending_recipients(key: LevelKey, tells: Iterable[str], facts: Facts, policy: Policy) -> Iterator[Group]:
    """The recipients who were not told yet, by their hours.

    Who was told is on record by level and recipient. Older histories hold the reminders only: the level for the first
    hours, the level with the hours for others.
    """
    for place, (hours, group) in enumerate(_by_hours(tells, policy).items()):
        left = tuple(who for who in group if not facts.has_told(key.to(who)))
        older = key.to(hours) if place else key
        if left and (left != group or not facts.has_told(older)):
            first = not place and not facts.has_told(key)
            yield Group(key, hours, left) if first else Group(key.to(left[0]), hours, left, str(key))


def _by_hours(tells: Iterable[str], policy: Policy) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for who in tells:
        hours = hours_of(who, policy)
        groups[hours] = (*groups.get(hours, ()), who)
    return groups


# ── words

_CUSTOMER: Mapping[str, tuple[str, str]] = {
    "answer": (
        "我们还在等待您的答复({about}),以便继续处理。",
        "We still wait for your answer ({about}), to go on with your complaint.",
    ),
    "agreement": (
        "请告诉我们您是否同意所提供的方案。",
        "Please tell us whether you agree to what we proposed.",
    ),
    "silence": (
        "请告诉我们结果是否符合您的期望。",
        "Please tell us whether all is well.",
    ),
}
_NEUTRAL = ("我们还在等待您的回复,以便继续处理。", "We still wait for your reply, to go on with your complaint.")
_CLOSES = (
    "若在 {due} 之前没有收到新的要求,我们将结案。",
    " If we hear of no new request by {due}, we close the complaint.",
)
_STAFF = {"zh": "{clock}({rule}){level}:应于 {due} 完成", "en": "{clock} ({rule}) {level}: due {due}"}
_OVER = {
    "zh": "{clock}({rule})已恢复:应于 {due} 完成,实际 {ended}",
    "en": "{clock} ({rule}) recovered: due {due}, met {ended}",
}
_REFUSED = ("{key} 未能执行:{reasons}", "{key} was refused: {reasons}")


def to_customer(deadline: Deadline, language: str, about: str = "") -> str:
    """The reminder for the customer, in their language; for a custom clock, only that we await their reply.

    `about` names what is waited for; of a silent window it is `closes` where its end closes the complaint (R33).
    """
    pair = _CUSTOMER.get(deadline.clock, _NEUTRAL)
    text = in_language(language, pair) + (in_language(language, _CLOSES) if about == "closes" else "")
    return text.format(due=_when(deadline.due), about=about)


def to_staff(deadline: Deadline, level: str, language: str) -> str:
    """The reminder for staff: a level of a clock, or that it was met after all."""
    text = (_OVER if level == RECOVERED else _STAFF)[language_of(language)]
    due, ended = _when(deadline.due), _when(deadline.ended)
    return text.format(clock=deadline.clock, rule=deadline.rule, level=level, due=due, ended=ended)


def why_refused(key: LevelKey, refusals: Iterable[Refusal], language: str) -> str:
    """What staff are told when the rules refuse what a clock asks for."""
    reasons = "; ".join(str(refusal.in_language(language)) for refusal in refusals)
    return in_language(language, _REFUSED).format(key=key, reasons=reasons)


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "—"
