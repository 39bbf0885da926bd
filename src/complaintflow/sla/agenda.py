"""What the clocks of a complaint ask for now, as commands, and when to check again. Pure.

Each level of each run of each clock asks once: what was recorded (`reminded`, `breached`) asks no more. What ends a
complaint asks as long as it is due, so that a refusal that has lost its reason is not the last word (R33). Quiet
hours, and the working hours of those who are told, hold back what speaks, except at grade E. A breach is recorded at
once, at any hour, even if the clock was met or cancelled before anybody checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import attrs

from complaintflow.commands import Close, Command, Decline, MissDeadline, Remind
from complaintflow.commands.grounds import grounds
from complaintflow.errors import Refusal
from complaintflow.policy.policy import Farewell, Policy
from complaintflow.record.clock_keys import LevelKey, RunKey
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, judge_deadlines
from complaintflow.sla.milestones import STILL
from complaintflow.sla.reminders import (
    RECOVERED,
    Group,
    next_hour,
    pending_recipients,
    to_customer,
    to_staff,
)
from complaintflow.sla.timeline import Timeline
from complaintflow.vocabulary import CUSTOMER, Audience, Ground, Then, language_of

OVERDUE_EVERY = timedelta(days=1)
"""An overdue complaint is checked at least this often, so that it stays on the agenda."""


@attrs.frozen
class DueAction:
    """One thing that is due for a complaint: since when, at which level of which run, the command, by which rule.

    `refusals` say why the rules refused the command, if they did.
    """

    complaint: str
    due: datetime
    key: LevelKey
    command: Command
    rule: str = ""
    refusals: tuple[Refusal, ...] = ()


@attrs.frozen
class Agenda:
    """What is due now, the earliest first, and when something may be due next (None: never, as it stands).

    `quiet` names the runs that are over and ask for nothing, now or later.
    """

    actions: tuple[DueAction, ...]
    next_check: datetime | None
    quiet: frozenset[RunKey] = frozenset()


def agenda(complaint: Complaint, timeline: Timeline, at: datetime) -> Agenda:
    """What the clocks of this complaint ask for at this time (aware)."""
    if timeline.facts.state in STILL:
        return Agenda((), None)
    context = _Context(complaint.id, timeline.facts, timeline.policy, complaint.customer.language, at)
    now: list[DueAction] = []
    later: list[datetime] = []
    quiet: list[RunKey] = []
    for deadline in judge_deadlines(timeline, at):
        asked = tuple(_due_or_later(deadline, context))
        now += (one for one in asked if isinstance(one, DueAction))
        later += (one for one in asked if isinstance(one, datetime))
        if deadline.ended and not asked:
            quiet.append(deadline.key)
        elif deadline.status is DeadlineStatus.BREACHED and not deadline.ended:
            later.append(at + OVERDUE_EVERY)
    now.sort(key=lambda one: (one.due, str(one.key)))
    return Agenda(tuple(now), min(later, default=None), frozenset(quiet))


_DueOrLater = DueAction | datetime
"""What a deadline asks for: an action that is due, or a time to check again."""


@attrs.frozen
class _Context:
    """One check of a complaint: what its clocks ask for depends on this as well."""

    complaint: str
    facts: Facts
    policy: Policy
    language: str
    at: datetime

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
        yield from _escalation(deadline, deadline.due, context)


def _end(deadline: Deadline, due: datetime, context: _Context) -> Iterator[_DueOrLater]:
    """What follows when the customer did not do their part in time."""
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
    return DueAction(context.complaint, due, LevelKey(deadline.key, level), command, deadline.rule)


def _farewell(context: _Context) -> Farewell:
    """The policy's words for a customer who never answered, in their language or else in English."""
    words = context.policy.unanswered
    found: Farewell = words.get(context.language) or words.get(language_of(context.language)) or words["en"]
    return found


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
        elif not deadline.renews:
            when = deadline.open.add(due, deadline.length * level.after / 100)
            yield from _reminders(deadline, level.name, when, context, level.tells)


def _breach(deadline: Deadline, context: _Context) -> Iterator[_DueOrLater]:
    """The breach as a fact, with its due time: once it is late, or when it would be."""
    if deadline.key.is_breached(context.facts) or deadline.due is None:
        return
    if deadline.late or deadline.status is DeadlineStatus.RUNNING:
        missed = list(deadline.missed) or [deadline.due]
        if missed[0] > context.at:
            yield missed[0]
        else:
            last = missed[-1] if len(missed) > 1 else None
            command = MissDeadline(str(deadline.key), missed[0], len(missed), last)
            yield DueAction(context.complaint, missed[0], LevelKey(deadline.key, "due"), command, deadline.rule)


def _recovery(deadline: Deadline, context: _Context) -> Iterator[_DueOrLater]:
    """Those who heard of a breach hear that it is over; a cadence begins anew by itself."""
    met = deadline.ended if deadline.status is DeadlineStatus.MET else None
    if met is None or deadline.renews or not deadline.key.is_breached(context.facts):
        return
    levels = context.policy.escalation
    everybody = dict.fromkeys((*deadline.tells, *(who for level in levels for who in level.tells)))
    keys = [LevelKey(deadline.key, level.name) for level in levels]
    told = tuple(who for who in everybody if any(key.to(who).is_on_record(context.facts) for key in keys))
    yield from _reminders(deadline, RECOVERED, met, context, told)


def _reminders(
    deadline: Deadline, level: str, due: datetime, context: _Context, tells: tuple[str, ...]
) -> Iterator[_DueOrLater]:
    """One reminder for all who are there at the same hours."""
    for group in pending_recipients(LevelKey(deadline.key, level), tells, context.facts, context.policy):
        ready = context.ready(due, group.hours)
        if ready > context.at:
            yield ready
        else:  # words are found for those only who are told now
            command = _remind(deadline, level, context, group)
            yield DueAction(context.complaint, due, group.about, command, deadline.rule)


def _remind(deadline: Deadline, level: str, context: _Context, group: Group) -> Remind:
    if group.tells == (CUSTOMER,):
        text = to_customer(deadline, context.language, _about(deadline, context))
        return Remind(text, Audience.CUSTOMER, str(group.about))
    text = to_staff(deadline, level, context.policy.staff_language)
    return Remind(text, Audience.TEAM, str(group.about), group.tells, group.level)


def _about(deadline: Deadline, context: _Context) -> str:
    """What the customer is reminded of: the field that was asked for, or whether silence will close it."""
    facts = context.facts
    if deadline.then is Then.CLOSE and Ground.SILENT in grounds(facts, context.policy) and not facts.cycle.requested:
        return "closes"
    asked = [wait.what for wait in facts.waits if wait.id == deadline.key.part]
    return " ".join(asked).replace("_", " ")
