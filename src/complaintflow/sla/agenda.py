"""What a complaint's clocks ask for now, as commands, and when to look again. Pure.

Each level of each run of each clock asks once: what was recorded (`reminded`, `breached`) asks no more. Quiet
hours, and the working hours of those who are told, hold back reminders, except at grade E; a breach is recorded at
once, at any hour, and also when the clock was met or cancelled before anybody looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

import attrs

from complaintflow.clock_rules import Level
from complaintflow.closing import grounds
from complaintflow.commands import Close, Command, Decline, MissDeadline, Remind
from complaintflow.facts import Facts
from complaintflow.policy import Policy
from complaintflow.sla.course import Course
from complaintflow.sla.deadlines import Deadline, Standing, calendars, judged
from complaintflow.sla.milestones import STILL
from complaintflow.sla.reminders import reminder
from complaintflow.vocabulary import Audience, Grade, Ground, Then

__all__ = ["Agenda", "Item", "agenda", "hours_of", "there_at"]

CUSTOMER_CLOCK = "customer"


@attrs.frozen
class Item:
    """One thing that a clock asks for: since when, for which run and level, the command, and by which rule."""

    at: datetime
    key: str
    command: Command
    rule: str = ""


@attrs.frozen
class Agenda:
    """What is due now, the earliest first, and when something may be due next (None: never, as it stands)."""

    items: tuple[Item, ...]
    next_look: datetime | None


def agenda(course: Course, at: datetime, language: str = "en") -> Agenda:
    """What the clocks of this complaint ask for at this time (aware)."""
    house = _House(course.facts, course.policy, language)
    if house.facts.state in STILL:
        return Agenda((), None)
    now: list[Item] = []
    later: list[datetime] = []
    for wish in sorted(_wishes(course, house, at), key=lambda one: (one.at, one.key)):
        when = house.ready(wish, at)
        if when <= at:
            now.append(Item(wish.at, wish.key, wish.command(), wish.rule))
        else:
            later.append(when)
    return Agenda(tuple(now), min(later, default=None))


@attrs.frozen
class _Wish:
    """What a clock asks for at its time, in somebody's hours; the command is made when it is time."""

    at: datetime
    key: str
    command: Callable[[], Command]
    rule: str
    hours: str = ""


def _wishes(course: Course, house: _House, at: datetime) -> Iterator[_Wish]:
    """What was not asked for yet. Runs that ended and ask for nothing are passed over from then on."""
    for deadline in judged(course, at, course.quiet):
        wishes = tuple(_wishes_of(deadline, house))
        if deadline.ended and not wishes:
            course.quiet.add(deadline.key)
        yield from wishes


@attrs.frozen
class _House:
    """What is asked for depends on this as well."""

    facts: Facts
    policy: Policy
    language: str

    def ready(self, wish: _Wish, at: datetime) -> datetime:
        """When it may be asked for: at its time, or later when those whom it tells are there."""
        return wish.at if wish.at > at else there_at(wish.hours, self.facts, self.policy, at)


def hours_of(who: str, policy: Policy) -> str:
    """The calendar on which somebody is reminded."""
    return policy.working_hours.get(who, policy.awake)


def there_at(hours: str, facts: Facts, policy: Policy, at: datetime) -> datetime:
    """When those who are there on a calendar may be told: now, or when it opens; at grade E at any hour."""
    calendar = calendars(policy).get(hours)
    return at if calendar is None or facts.grade == Grade.E else calendar.add(at, timedelta(0))


def _wishes_of(deadline: Deadline, house: _House) -> Iterator[_Wish]:
    """What one deadline asks for, now or later, and was not asked yet."""
    theirs = CUSTOMER_CLOCK in deadline.tells
    if deadline.due is None or deadline.standing in {Standing.MET, Standing.CANCELLED}:
        yield from () if theirs else _breach(deadline, house)
        return
    if deadline.standing is Standing.RUNNING:
        for place, when in enumerate(deadline.warnings, 1):
            yield from _reminder(deadline, f"warn{place}", when, house, deadline.tells[:1])
    if theirs:
        yield from _then(deadline, deadline.due, house)
    else:
        yield from _breach(deadline, house)
        for level in _levels(deadline, house.policy):
            when = _level_at(deadline, level)
            yield from _reminder(deadline, level.name, when, house, _told(deadline, level))


def _then(deadline: Deadline, due: datetime, house: _House) -> Iterator[_Wish]:
    """What follows when the customer owed us something and it is due."""
    match deadline.then:
        case Then.CLOSE:
            yield from _once(deadline, "close", due, house, partial(Close, evidence=_silence(deadline)))
        case Then.DECLINE:
            words = house.policy.unanswered.get(house.language) or house.policy.unanswered["en"]
            yield from _once(deadline, "decline", due, house, partial(Decline, words.reason, words.recourse))
        case _:
            yield from _reminder(deadline, "unanswered", due, house, ("owner",))


def _silence(deadline: Deadline) -> str:
    """R33: what silent closure rests on."""
    return f"delivered {deadline.start:%Y-%m-%d %H:%M:%S} UTC, no new request by {deadline.due:%Y-%m-%d %H:%M:%S} UTC"


def _levels(deadline: Deadline, policy: Policy) -> Iterable[Level]:
    """The levels of escalation; of a cadence, which begins anew when it was missed, those at its due time only."""
    return [level for level in policy.escalation if not (deadline.renews and level.after)]


def _told(deadline: Deadline, level: Level) -> tuple[str, ...]:
    """Whom a level tells: at the breach all whom the clock names as well."""
    return level.tells if level.after else tuple(dict.fromkeys((*deadline.tells, *level.tells)))


def _breach(deadline: Deadline, house: _House) -> Iterator[_Wish]:
    """The breach as a fact, with its due time: once it is late, or when it would be."""
    if deadline.key in house.facts.breached or deadline.due is None:
        return
    if deadline.late or deadline.standing is Standing.RUNNING:
        missed = list(deadline.missed) or [deadline.due]
        last = missed[-1] if len(missed) > 1 else None
        command = partial(MissDeadline, deadline.key, missed[0], len(missed), last)
        yield _Wish(missed[0], f"{deadline.key}@due", command, deadline.rule)


def _level_at(deadline: Deadline, level: Level) -> datetime:
    """When a level is reached: so many percent of the deadline's time after it was due."""
    due = deadline.due or deadline.start
    return deadline.open.add(due, deadline.length * level.after / 100) if level.after else due


def _reminder(deadline: Deadline, level: str, when: datetime, house: _House, tells: tuple[str, ...]) -> Iterator[_Wish]:
    """One reminder for all who are there at the same hours."""
    for place, (hours, group) in enumerate(_by_hours(tells, house).items()):
        about = f"{level}/{hours}" if place else level
        command = partial(_remind, deadline, level, about, house, group)
        yield from _once(deadline, about, when, house, command, hours)


def _remind(deadline: Deadline, level: str, about: str, house: _House, tells: tuple[str, ...]) -> Remind:
    to_customer = tells == (CUSTOMER_CLOCK,)
    audience = Audience.CUSTOMER if to_customer else Audience.TEAM
    text = reminder(deadline, level, house.language if to_customer else "zh", _about(deadline, house))
    return Remind(text, audience, f"{deadline.key}@{about}", () if to_customer else tells)


def _by_hours(tells: tuple[str, ...], house: _House) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for who in tells:
        hours = hours_of(who, house.policy)
        groups[hours] = (*groups.get(hours, ()), who)
    return groups


def _about(deadline: Deadline, house: _House) -> str:
    """What the customer is reminded of: the field that was asked for, or whether silence will close it."""
    asked = [wait.what for wait in house.facts.waits if deadline.key.endswith(f"/{wait.id}")]
    closes = deadline.then is Then.CLOSE and _may_close(house)
    return "closes" if closes else " ".join(asked).replace("_", " ")


def _may_close(house: _House) -> bool:
    return Ground.SILENT in grounds(house.facts, house.policy) and not house.facts.cycle.requested


def _once(
    deadline: Deadline, level: str, when: datetime, house: _House, command: Callable[[], Command], hours: str = ""
) -> Iterator[_Wish]:
    key = f"{deadline.key}@{level}"
    if key not in house.facts.reminded:
        yield _Wish(when, key, command, deadline.rule, hours)
