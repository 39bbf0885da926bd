"""What a complaint's clocks ask for now, as commands, and when to look again. Pure.

Each level of each run of each clock asks once: what was recorded (`reminded`, `breached`) asks no more. Quiet
hours hold back reminders, except at grade E; a breach is recorded at once, at any hour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import attrs

from complaintflow.clock_rules import Level
from complaintflow.commands import Close, Command, MissDeadline, Remind
from complaintflow.events import Event
from complaintflow.facts import Facts
from complaintflow.policy import Policy
from complaintflow.sla.deadlines import Deadline, Standing, calendars, deadlines
from complaintflow.sla.reminders import reminder
from complaintflow.vocabulary import Audience, Grade

__all__ = ["Agenda", "Item", "agenda"]

CUSTOMER_CLOCK = "customer"
SILENCE = "silence"


@attrs.frozen
class Item:
    """One thing that a clock asks for: since when, for which run and level, and the command."""

    at: datetime
    key: str
    deadline: Deadline
    command: Command


@attrs.frozen
class Agenda:
    """What is due now, the earliest first, and when something may be due next (None: never, as it stands)."""

    items: tuple[Item, ...]
    next_look: datetime | None


def agenda(facts: Facts, events: Iterable[Event], policy: Policy, at: datetime, language: str = "en") -> Agenda:
    """What the clocks of this complaint ask for at this time (aware)."""
    asked = [
        item for deadline in deadlines(events, policy, at) for item in _items(deadline, facts, policy, at, language)
    ]
    asked.sort(key=lambda item: (item.at, item.key))
    opening = _awake_again(facts, policy, at)
    now = [item for item in asked if item.at <= at and (opening is None or not _waits(item))]
    later = [item.at for item in asked if item.at > at]
    if opening is not None and any(item.at <= at and _waits(item) for item in asked):
        later.append(opening)
    return Agenda(tuple(now), min(later, default=None))


def _waits(item: Item) -> bool:
    """Whether quiet hours hold it back."""
    return isinstance(item.command, Remind)


def _awake_again(facts: Facts, policy: Policy, at: datetime) -> datetime | None:
    """When the quiet hours end; None outside of them, and always at grade E."""
    awake = calendars(policy).get(policy.awake)
    if awake is None or facts.grade == Grade.E or awake.is_open(at):
        return None
    return awake.add(at, timedelta(0))


def _items(deadline: Deadline, facts: Facts, policy: Policy, at: datetime, language: str) -> Iterator[Item]:
    """What one deadline asks for, now or later, and was not asked yet."""
    if deadline.due is None or deadline.standing not in {Standing.RUNNING, Standing.BREACHED}:
        return
    theirs = CUSTOMER_CLOCK in deadline.tells
    for place, when in enumerate(deadline.warnings):
        if deadline.standing is Standing.RUNNING:
            yield from _reminder(deadline, f"warn{place + 1}", when, facts, deadline.tells[:1], language)
    if deadline.clock == SILENCE:
        yield from _once(deadline, "close", deadline.due, facts, Close())
    elif theirs:
        yield from _reminder(deadline, "unanswered", deadline.due, facts, ("owner",), language)
    else:
        yield from _breach(deadline, facts, at)
        for level in _levels(deadline, policy):
            yield from _reminder(deadline, level.name, _level_at(deadline, level, policy), facts, level.tells, language)


def _levels(deadline: Deadline, policy: Policy) -> Iterable[Level]:
    """The levels of escalation; a cadence that began anew asks for the first ones only."""
    return [level for level in policy.escalation if deadline.ended is None or not level.after]


def _breach(deadline: Deadline, facts: Facts, at: datetime) -> Iterator[Item]:
    if deadline.due is not None and deadline.key not in facts.breached:
        period = deadline.due - deadline.start
        periods = 1 + max(at - deadline.due, timedelta(0)) // period if deadline.renews and period else 1
        missed = MissDeadline(deadline.key, deadline.due, periods)
        yield Item(deadline.due, f"{deadline.key}@due", deadline, missed)


def _level_at(deadline: Deadline, level: Level, policy: Policy) -> datetime:
    """When a level is reached: so many percent of the deadline's time after it was due."""
    due = deadline.due or deadline.start
    calendar = calendars(policy)[deadline.calendar]
    return calendar.add(due, calendar.between(deadline.start, due) * level.after / 100) if level.after else due


def _reminder(
    deadline: Deadline, level: str, when: datetime, facts: Facts, tells: tuple[str, ...], language: str
) -> Iterator[Item]:
    to_customer = tells == (CUSTOMER_CLOCK,)
    audience = Audience.CUSTOMER if to_customer else Audience.TEAM
    text = reminder(deadline, level, language if to_customer else "zh")
    about = f"{deadline.key}@{level}"
    yield from _once(deadline, level, when, facts, Remind(text, audience, about, () if to_customer else tells))


def _once(deadline: Deadline, level: str, when: datetime, facts: Facts, command: Command) -> Iterator[Item]:
    key = f"{deadline.key}@{level}"
    if key not in facts.reminded:
        yield Item(when, key, deadline, command)
