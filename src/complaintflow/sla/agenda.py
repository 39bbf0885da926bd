"""What a complaint's clocks ask for now, as commands, and when to look again. Pure.

Each level of each run of each clock asks once: what was recorded (`reminded`, `breached`) asks no more. What ends a
complaint asks as long as it is due, so that a refusal that has lost its reason is not the last word (R33). Quiet
hours, and the working hours of those who are told, hold back what speaks, except at grade E; a breach is recorded at
once, at any hour, and also when the clock was met or cancelled before anybody looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

import attrs

from complaintflow.commands import Close, Command, Decline, MissDeadline, Remind
from complaintflow.commands.grounds import grounds
from complaintflow.policy.clock_rules import Level
from complaintflow.policy.policy import Farewell, Policy
from complaintflow.record.facts import Facts
from complaintflow.sla.course import Course
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, judged
from complaintflow.sla.milestones import STILL
from complaintflow.sla.recipients import Group, heard, there_at, untold
from complaintflow.sla.reminders import RECOVERED, to_customer, to_staff
from complaintflow.vocabulary import CUSTOMER, Audience, Ground, Then, language_of

OVERDUE_EVERY = timedelta(days=1)
"""What is overdue is looked at again, also when nobody is to be told any more: so it stays among what is due."""


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
    standing = tuple(judged(course, at, course.quiet))
    later = [at + OVERDUE_EVERY for one in standing if one.status is DeadlineStatus.BREACHED and not one.ended][:1]
    for wish in sorted(_wishes(standing, course, house), key=lambda one: (one.at, one.key)):
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


def _wishes(standing: Iterable[Deadline], course: Course, house: _House) -> Iterator[_Wish]:
    """What was not asked for yet. Runs that ended and ask for nothing are passed over from then on."""
    for deadline in standing:
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


def _wishes_of(deadline: Deadline, house: _House) -> Iterator[_Wish]:
    """What one deadline asks for, now or later, and was not asked yet."""
    theirs = CUSTOMER in deadline.tells
    if deadline.due is None or deadline.status in {DeadlineStatus.MET, DeadlineStatus.CANCELLED}:
        yield from () if theirs else _afterwards(deadline, house)
        return
    if deadline.status is DeadlineStatus.RUNNING:
        for place, when in enumerate(deadline.warnings, 1):
            yield from _reminder(deadline, f"warn{place}", when, house, deadline.tells[:1])
    if theirs:
        yield from _then(deadline, deadline.due, house)
    else:
        yield from _breach(deadline, house)
        for level in _levels(deadline, house.policy):
            when = _level_at(deadline, level)
            yield from _reminder(deadline, level.name, when, house, _told(deadline, level))


def _afterwards(deadline: Deadline, house: _House) -> Iterator[_Wish]:
    """What is still to be said of a run that is over: that it was late, and to whom that was told, that it was met."""
    yield from _breach(deadline, house)
    if deadline.status is DeadlineStatus.MET:
        yield from _recovered(deadline, house)


def _then(deadline: Deadline, due: datetime, house: _House) -> Iterator[_Wish]:
    """What follows when the customer owed us something and it is due."""
    match deadline.then:
        case Then.CLOSE:
            yield _Wish(due, f"{deadline.key}@close", partial(Close, evidence=_silence(deadline)), deadline.rule)
        case Then.DECLINE:
            words = _farewell(house)
            decline = partial(Decline, words.reason, words.recourse)
            yield _Wish(due, f"{deadline.key}@decline", decline, deadline.rule, house.policy.awake)
        case _:
            yield from _reminder(deadline, "unanswered", due, house, ("owner",))


def _farewell(house: _House) -> Farewell:
    """The house's words for who never answered, in the customer's language, else in English."""
    words = house.policy.unanswered
    found: Farewell = words.get(house.language) or words.get(language_of(house.language)) or words["en"]
    return found


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
    if deadline.late or deadline.status is DeadlineStatus.RUNNING:
        missed = list(deadline.missed) or [deadline.due]
        last = missed[-1] if len(missed) > 1 else None
        command = partial(MissDeadline, deadline.key, missed[0], len(missed), last)
        yield _Wish(missed[0], f"{deadline.key}@due", command, deadline.rule)


def _level_at(deadline: Deadline, level: Level) -> datetime:
    """When a level is reached: so many percent of the deadline's time after it was due."""
    due = deadline.due or deadline.start
    return deadline.open.add(due, deadline.length * level.after / 100) if level.after else due


def _recovered(deadline: Deadline, house: _House) -> Iterator[_Wish]:
    """Those who heard of a breach hear that it is over; a cadence begins anew by itself."""
    if deadline.ended is None or deadline.renews or deadline.key not in house.facts.breached:
        return
    levels = house.policy.escalation
    ours = dict.fromkeys((*deadline.tells, *(who for level in levels for who in level.tells)))
    told = tuple(who for who in ours if any(heard(f"{deadline.key}@{one.name}", who, house.facts) for one in levels))
    yield from _reminder(deadline, RECOVERED, deadline.ended, house, told)


def _reminder(deadline: Deadline, level: str, when: datetime, house: _House, tells: tuple[str, ...]) -> Iterator[_Wish]:
    """One reminder for all who are there at the same hours."""
    for group in untold(f"{deadline.key}@{level}", tells, house.facts, house.policy):
        command = partial(_remind, deadline, level, house, group)
        yield _Wish(when, group.about, command, deadline.rule, group.hours)


def _remind(deadline: Deadline, level: str, house: _House, group: Group) -> Remind:
    if group.tells == (CUSTOMER,):
        text = to_customer(deadline, house.language, _about(deadline, house))
        return Remind(text, Audience.CUSTOMER, group.about)
    text = to_staff(deadline, level, house.policy.staff_language)
    return Remind(text, Audience.TEAM, group.about, group.tells, group.level)


def _about(deadline: Deadline, house: _House) -> str:
    """What the customer is reminded of: the field that was asked for, or whether silence will close it."""
    asked = [wait.what for wait in house.facts.waits if deadline.key.endswith(f"/{wait.id}")]
    closes = deadline.then is Then.CLOSE and _may_close(house)
    return "closes" if closes else " ".join(asked).replace("_", " ")


def _may_close(house: _House) -> bool:
    return Ground.SILENT in grounds(house.facts, house.policy) and not house.facts.cycle.requested
