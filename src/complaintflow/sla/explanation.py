"""Explains each due date: its rule, start, open segments and pauses, in Chinese and English and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, deadlines
from complaintflow.vocabulary import in_language

_LAST = datetime(9999, 12, 30, tzinfo=UTC)
"""The last day that has a date in every zone."""


@attrs.frozen
class _Words:
    """The phrases of one language."""

    status: Mapping[DeadlineStatus, str]
    head: str
    late: str
    start: str
    segment: str
    pause: str
    unconfirmed: str
    due: str
    ended: str
    asks: str


_EN = _Words(
    status={status: status.value for status in DeadlineStatus},
    head="{clock} ({rule}): {status}{late}",
    late=", late",
    start="  started {start}, counted on the calendar {calendar} ({version})",
    segment="  open {begin} to {end}",
    pause="  paused {begin} to {end} for the {party}: {reason}",
    unconfirmed="  the holidays of {years} are not confirmed",
    due="  due {due}{ended}",
    ended=", ended {ended}",
    asks="  the system asks for {asks} then, and the rules decide",
)
_ZH = _Words(
    status={
        DeadlineStatus.RUNNING: "计时中",
        DeadlineStatus.PAUSED: "已暂停",
        DeadlineStatus.MET: "已兑现",
        DeadlineStatus.BREACHED: "已超时",
        DeadlineStatus.CANCELLED: "已取消",
    },
    head="{clock}({rule}):{status}{late}",
    late=",已迟",
    start="  开始 {start},按日历 {calendar}({version})计时",
    segment="  营业 {begin} 至 {end}",
    pause="  暂停 {begin} 至 {end},等待 {party}:{reason}",
    unconfirmed="  {years} 年的节假日安排尚未公布",
    due="  到期 {due}{ended}",
    ended=",结束 {ended}",
    asks="  届时系统提出 {asks},由规则判定",
)


@attrs.frozen
class Explanation:
    """One deadline with what it was computed from.

    `calendar` names the calendar and `version` its digest; `segments` are the open times (UTC) that were counted, from
    the start to the due time or to now, without the pauses. `unconfirmed` are the years that it touches whose holidays
    are not announced.
    """

    deadline: Deadline
    calendar: str
    version: str
    segments: tuple[tuple[datetime, datetime], ...]
    unconfirmed: tuple[int, ...] = ()

    def text(self, language: str = "en") -> str:
        """The explanation as a few lines, in `zh` or `en`."""
        return "\n".join(_lines(self, in_language(language, (_ZH, _EN))))

    def __str__(self) -> str:
        return self.text()


def explain_deadlines(
    events: Iterable[Event], policy: Policy, at: datetime, former: Mapping[str, Policy] = FrozenMap()
) -> tuple[Explanation, ...]:
    """Every deadline of this history at this time (aware), explained. `former` as in `deadlines`."""
    return tuple(_explain(deadline, at) for deadline in deadlines(events, policy, at, former))


def _explain(deadline: Deadline, at: datetime) -> Explanation:
    calendar = deadline.open
    until = min(deadline.due or at, deadline.ended or at, at)
    segments = tuple(_open_segments(deadline, until))
    end = min(max(deadline.due or until, until), _LAST)
    first, last = (calendar.local_date(time).year for time in (deadline.start, end))
    unconfirmed = tuple(year for year in range(first, last + 1) if year in calendar.unconfirmed)
    return Explanation(deadline, deadline.calendar, calendar.digest, segments, unconfirmed)


def _open_segments(deadline: Deadline, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The open times between the pauses."""
    start = deadline.start
    for pause in deadline.pauses:
        yield from deadline.open.segments(start, max(start, min(pause.since, until)))
        start = max(start, pause.until or until)
    yield from deadline.open.segments(start, max(start, until))


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC" if at else "—"


def _lines(one: Explanation, words: _Words) -> Iterator[str]:
    deadline = one.deadline
    late = words.late if deadline.late else ""
    status = words.status[deadline.status]
    yield words.head.format(clock=deadline.clock, rule=deadline.rule, status=status, late=late)
    yield words.start.format(start=_when(deadline.start), calendar=one.calendar, version=one.version)
    for begin, end in one.segments:
        yield words.segment.format(begin=_when(begin), end=_when(end))
    for pause in deadline.pauses:
        stood = {"begin": _when(pause.since), "end": _when(pause.until)}
        yield words.pause.format(**stood, party=pause.party, reason=pause.reason)
    if one.unconfirmed:
        yield words.unconfirmed.format(years=", ".join(map(str, one.unconfirmed)))
    ended = words.ended.format(ended=_when(deadline.ended)) if deadline.ended else ""
    yield words.due.format(due=_when(deadline.due), ended=ended)
    if deadline.asks and not deadline.ended:
        yield words.asks.format(asks=deadline.asks)
