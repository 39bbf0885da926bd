"""Reminders: what each is about, who is still to hear it, at which hours, and its words in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

import attrs

from complaintflow.policy.policy import Policy
from complaintflow.record.clock_keys import LevelKey
from complaintflow.record.facts import Facts
from complaintflow.sla.deadlines import Deadline
from complaintflow.sla.timing import calendars
from complaintflow.vocabulary import Grade, in_language

RECOVERED = "recovered"
"""The level at which those who heard of a breach hear that it is over."""


# ── who hears it, and when


@attrs.frozen
class Group:
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
        left = tuple(who for who in group if not key.to(who).is_on_record(facts))
        older = key.to(hours) if place else key
        if left and (left != group or not older.is_on_record(facts)):
            first = not place and not key.is_on_record(facts)
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
_STAFF = ("{clock}({rule}){level}:应于 {due} 完成", "{clock} ({rule}) {level}: due {due}")
_OVER = ("{clock}({rule})已恢复:应于 {due} 完成,实际 {ended}", "{clock} ({rule}) recovered: due {due}, met {ended}")
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
    text = in_language(language, _OVER if level == RECOVERED else _STAFF)
    due, ended = _when(deadline.due), _when(deadline.ended)
    return text.format(clock=deadline.clock, rule=deadline.rule, level=level, due=due, ended=ended)


def why_refused(key: LevelKey, reasons: str, language: str) -> str:
    """What staff are told when the rules refuse what a clock asks for."""
    return in_language(language, _REFUSED).format(key=key, reasons=reasons)


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "—"
