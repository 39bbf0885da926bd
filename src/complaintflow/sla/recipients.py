"""Whom a reminder is still to tell, who of them are told together, and when they are there. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import attrs

from complaintflow.policy.policy import Policy
from complaintflow.record.facts import Facts
from complaintflow.sla.timing import calendars
from complaintflow.vocabulary import Grade


@attrs.frozen
class Group:
    """Some who are told together: what their reminder is about, their calendar, who they are, and the level of which
    they are told where the reminder is not named by it."""

    about: str
    hours: str
    tells: tuple[str, ...]
    level: str = ""


def hours_of(who: str, policy: Policy) -> str:
    """The calendar on which somebody is reminded."""
    return policy.working_hours.get(who, policy.awake)


def there_at(hours: str, facts: Facts, policy: Policy, at: datetime) -> datetime:
    """When those who are there on a calendar may be told: now, or when it opens; at grade E at any hour."""
    calendar = calendars(policy).get(hours)
    return at if calendar is None or facts.grade == Grade.E else calendar.add(at, timedelta(0))


def untold(level: str, tells: tuple[str, ...], facts: Facts, policy: Policy) -> Iterator[Group]:
    """Those whom nobody told of this level of a run, together with all who are there at the same hours.

    Who was told is on record by level and recipient, whatever the hours were. Older histories know the reminders
    only: the level for the first hours, the level with the hours for others.
    """
    for place, (hours, group) in enumerate(_by_hours(tells, policy).items()):
        left = tuple(who for who in group if not heard(level, who, facts))
        older = f"{level}/{hours}" if place else level
        if left and (left != group or older not in facts.reminded):
            first = not place and level not in facts.reminded
            yield Group(level, hours, left) if first else Group(f"{level}/{left[0]}", hours, left, level)


def heard(level: str, who: str, facts: Facts) -> bool:
    """Whether it is on record that somebody was told of this level of a run."""
    return f"{level}/{who}" in facts.reminded


def _by_hours(tells: tuple[str, ...], policy: Policy) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for who in tells:
        hours = hours_of(who, policy)
        groups[hours] = (*groups.get(hours, ()), who)
    return groups
