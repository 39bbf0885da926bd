"""What a complaint's clocks ask for now, as commands, and when to look again. Pure.

Each level of each run of each clock asks once: what was recorded (`reminded`, `breached`) asks no more. Quiet
hours hold back reminders, except at grade E; a breach is recorded at once, at any hour, and also when the clock was
met or cancelled before anybody looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import attrs

from complaintflow.clock_rules import Level
from complaintflow.closing import grounds
from complaintflow.commands import Close, Command, MissDeadline, Remind
from complaintflow.events import Event
from complaintflow.facts import Facts
from complaintflow.policy import Policy
from complaintflow.sla.deadlines import Deadline, Standing, calendars, deadlines
from complaintflow.sla.milestones import STILL
from complaintflow.sla.reminders import reminder
from complaintflow.vocabulary import Audience, Grade, Ground

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
    if facts.state in STILL:
        return Agenda((), None)
    house = _House(facts, policy, language)
    asked = [item for deadline in deadlines(events, policy, at) for item in _items(deadline, house)]
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


@attrs.frozen
class _House:
    """What is asked for depends on this as well."""

    facts: Facts
    policy: Policy
    language: str


def _items(deadline: Deadline, house: _House) -> Iterator[Item]:
    """What one deadline asks for, now or later, and was not asked yet."""
    theirs = CUSTOMER_CLOCK in deadline.tells
    if deadline.due is None or deadline.standing in {Standing.MET, Standing.CANCELLED}:
        yield from () if theirs else _breach(deadline, house)
        return
    if deadline.standing is Standing.RUNNING:
        for place, when in enumerate(deadline.warnings, 1):
            yield from _reminder(deadline, f"warn{place}", when, house, deadline.tells[:1])
    if deadline.clock == SILENCE:
        yield from _once(deadline, "close", deadline.due, house, Close(evidence=_silence(deadline)))
    elif theirs:
        yield from _reminder(deadline, "unanswered", deadline.due, house, ("owner",))
    else:
        yield from _breach(deadline, house)
        for level in _levels(deadline, house.policy):
            when = _level_at(deadline, level, house.policy)
            yield from _reminder(deadline, level.name, when, house, _told(deadline, level))


def _silence(deadline: Deadline) -> str:
    """R33: what silent closure rests on."""
    return f"delivered {deadline.start:%Y-%m-%d %H:%M:%S} UTC, no new request by {deadline.due:%Y-%m-%d %H:%M:%S} UTC"


def _levels(deadline: Deadline, policy: Policy) -> Iterable[Level]:
    """The levels of escalation; of a cadence, which begins anew when it was missed, those at its due time only."""
    return [level for level in policy.escalation if not (deadline.renews and level.after)]


def _told(deadline: Deadline, level: Level) -> tuple[str, ...]:
    """Whom a level tells: at the breach all whom the clock names as well."""
    return level.tells if level.after else tuple(dict.fromkeys((*deadline.tells, *level.tells)))


def _breach(deadline: Deadline, house: _House) -> Iterator[Item]:
    """The breach as a fact, with its due time: once it is late, or when it would be."""
    if deadline.key in house.facts.breached or deadline.due is None:
        return
    if deadline.late or deadline.standing is Standing.RUNNING:
        missed = list(deadline.missed) or [deadline.due]
        last = missed[-1] if len(missed) > 1 else None
        yield Item(missed[0], f"{deadline.key}@due", deadline, MissDeadline(deadline.key, missed[0], len(missed), last))


def _level_at(deadline: Deadline, level: Level, policy: Policy) -> datetime:
    """When a level is reached: so many percent of the deadline's time after it was due."""
    due = deadline.due or deadline.start
    return calendars(policy)[deadline.calendar].add(due, deadline.length * level.after / 100) if level.after else due


def _reminder(deadline: Deadline, level: str, when: datetime, house: _House, tells: tuple[str, ...]) -> Iterator[Item]:
    to_customer = tells == (CUSTOMER_CLOCK,)
    audience = Audience.CUSTOMER if to_customer else Audience.TEAM
    text = reminder(deadline, level, house.language if to_customer else "zh", _about(deadline, house))
    about = f"{deadline.key}@{level}"
    yield from _once(deadline, level, when, house, Remind(text, audience, about, () if to_customer else tells))


def _about(deadline: Deadline, house: _House) -> str:
    """What the customer is reminded of: the field that was asked for, or whether silence will close it."""
    asked = [wait.what for wait in house.facts.waits if deadline.key.endswith(f"/{wait.id}")]
    closes = deadline.clock == SILENCE and _may_close(house)
    return "closes" if closes else " ".join(asked).replace("_", " ")


def _may_close(house: _House) -> bool:
    return Ground.SILENT in grounds(house.facts, house.policy) and not house.facts.cycle.requested


def _once(deadline: Deadline, level: str, when: datetime, house: _House, command: Command) -> Iterator[Item]:
    key = f"{deadline.key}@{level}"
    if key not in house.facts.reminded:
        yield Item(when, key, deadline, command)
