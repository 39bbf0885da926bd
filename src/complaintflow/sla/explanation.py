"""Why is this the due date? Each deadline with its rule, start, open segments, pauses and due time, in words.

In Chinese and English for people, and as data for machines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import attrs

from complaintflow.events import Event
from complaintflow.policy import Policy
from complaintflow.sla.deadlines import Deadline, Standing, calendars, deadlines

__all__ = ["Explanation", "explained"]

_STANDING: Mapping[Standing, tuple[str, str]] = {
    Standing.RUNNING: ("计时中", "running"),
    Standing.PAUSED: ("已暂停", "paused"),
    Standing.MET: ("已兑现", "met"),
    Standing.BREACHED: ("已超时", "breached"),
    Standing.CANCELLED: ("已取消", "cancelled"),
}


@attrs.frozen
class Explanation:
    """One deadline with what it was computed from.

    `calendar` names the calendar and `version` its digest; `segments` are the open times (UTC) that
    were counted, from the start to the due time or to now.
    """

    deadline: Deadline
    calendar: str
    version: str
    segments: tuple[tuple[datetime, datetime], ...]

    def text(self, language: str = "en") -> str:
        """The explanation as a few lines, in `zh` or `en`."""
        return "\n".join(_zh(self) if language == "zh" else _en(self))

    def __str__(self) -> str:
        return self.text()


def explained(events: Iterable[Event], policy: Policy, at: datetime) -> tuple[Explanation, ...]:
    """Every deadline of this history at this time (aware), explained; the earliest due first."""
    return tuple(_explained(deadline, policy, at) for deadline in deadlines(events, policy, at))


def _explained(deadline: Deadline, policy: Policy, at: datetime) -> Explanation:
    calendar = calendars(policy)[deadline.calendar]
    until = min(deadline.due or at, deadline.ended or at, at)
    segments = tuple(calendar.segments(deadline.start, max(until, deadline.start)))
    return Explanation(deadline, deadline.calendar, calendar.digest, segments)


def _when(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC" if at else "—"


def _en(one: Explanation) -> list[str]:
    deadline = one.deadline
    lines = [
        f"{deadline.clock} ({deadline.rule}): {_STANDING[deadline.standing][1]}{', late' if deadline.late else ''}",
        f"  started {_when(deadline.start)}, counted on the calendar {one.calendar} ({one.version})",
    ]
    lines += [f"  open {_when(begin)} to {_when(end)}" for begin, end in one.segments]
    lines += [
        f"  paused {_when(pause.since)} to {_when(pause.until)} for the {pause.party}: {pause.reason}"
        for pause in deadline.pauses
    ]
    ended = f", ended {_when(deadline.ended)}" if deadline.ended else ""
    return [*lines, f"  due {_when(deadline.due)}{ended}"]


def _zh(one: Explanation) -> list[str]:
    deadline = one.deadline
    lines = [
        f"{deadline.clock}({deadline.rule}):{_STANDING[deadline.standing][0]}{',已迟' if deadline.late else ''}",
        f"  开始 {_when(deadline.start)},按日历 {one.calendar}({one.version})计时",
    ]
    lines += [f"  营业 {_when(begin)} 至 {_when(end)}" for begin, end in one.segments]
    lines += [
        f"  暂停 {_when(pause.since)} 至 {_when(pause.until)},等待 {pause.party}:{pause.reason}"
        for pause in deadline.pauses
    ]
    ended = f",结束 {_when(deadline.ended)}" if deadline.ended else ""
    return [*lines, f"  到期 {_when(deadline.due)}{ended}"]
