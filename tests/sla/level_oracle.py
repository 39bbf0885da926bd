"""An oracle for who is told when: from the raw events and the times at which somebody looked.

The lead hears at the breach, the manager when as much time has passed again: each at the first look at which they are
there and it is still owed. Silence is followed by a closing, or by why not, at the first look after three days.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import attrs

from complaintflow import Event
from tests.sla.breach_oracle import Breach, Spans, breaches
from tests.sla.event_log import SERIOUS, EventLog, time_of

__all__ = ["Looks", "is_awake"]

SHANGHAI = timedelta(hours=8)
SILENT = timedelta(hours=72)
REVIEWS = {"review", "review_decision"}


def is_awake(at: datetime) -> bool:
    """Between eight and ten at night in Shanghai."""
    return 8 <= (at + SHANGHAI).hour < 22


def is_in_office(at: datetime) -> bool:
    wall = at + SHANGHAI
    return wall.weekday() < 5 and (9 <= wall.hour < 12 or 13 <= wall.hour < 18)


@attrs.define
class Looks:
    """One complaint and the times at which somebody looked; `wrong` says what is wrong with what they were told."""

    events: Sequence[Event]
    ticks: Sequence[datetime]
    log: EventLog = attrs.field(init=False)
    times: Sequence[datetime] = attrs.field(init=False)
    told: dict[str, datetime] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.log = EventLog(self.events, self.ticks[-1])
        self.times = [event.at for event in self.events]
        self.told = {event.data.get("about", ""): event.at for event in self.events if event.kind == "Remind"}

    def wrong(self) -> Iterator[str]:
        keys: dict[tuple[str, datetime], list[str]] = {}
        for event in self.events:
            if event.kind == "MissDeadline":
                clock, due = event.data["clock"], time_of(event.data["due"])
                keys.setdefault((clock.split("/")[0], due), []).append(clock)
        for breach in breaches(self.events, self.ticks[-1]):
            same = keys[breach.clock, breach.due]
            if len(same) == 1:  # two that are due at once cannot be told apart
                yield from self._levels(breach, same[0])
        for number in self.log.numbers(self.log.delivered):
            yield from self._silence(number)

    def _levels(self, breach: Breach, key: str) -> Iterator[str]:
        recorded = next(event.at for event in self.events if event.data.get("clock") == key)
        expected = {"lead": self._look(recorded, breach.owed, office=breach.clock in REVIEWS)}
        if breach.length and breach.clock != "call_first":
            expected["manager"] = self._look(max(recorded, breach.due + breach.length), breach.owed)
        for level, at in expected.items():
            told = self.told.get(f"{key}@{level}")
            if told != at and not self._ended_later_in_the_same_look(f"{key}@{level}"):
                yield f"{key}@{level} told {told}, expected {at}; owed {breach.owed}"

    def _ended_later_in_the_same_look(self, about: str) -> bool:
        """What was due before the system closed or declined it at one look is said, and then it is over."""
        place = next((one for one, event in enumerate(self.events) if event.data.get("about") == about), None)
        if place is None:
            return False
        rest = (event for event in self.events[place:] if event.at == self.events[place].at)
        return any(event.kind in {"Close", "Decline"} and event.by == "system" for event in rest)

    def _look(self, since: datetime, spans: Spans, *, office: bool = False) -> datetime | None:
        """The first look in these spans at which those who are told are there; at grade E they always are."""
        for at in self.ticks:
            if at < since or not any(begin <= at < end for begin, end in spans):
                continue
            last = bisect_right(self.times, at) - 1
            if self.events[last].state == "archived":
                return None
            if self.log.grades[last] == "E" or (is_in_office(at) if office else is_awake(at)):
                return at
        return None

    # ── silence

    def _silence(self, number: int) -> Iterator[str]:
        """R33: three days after the notice was proved to be case."""
        log, due = self.log, self.times[number] + SILENT
        over = log.until(log.first(number, log.untold, log.begins, self._closed_by_people, log.given_up))
        look = next((at for at in self.ticks if due <= at), None)
        asked = [event for event in self.events if self._asks_to_close(event) and due <= event.at < over]
        if look is not None and look < over and not self._answers(asked[:1], look, due, over):
            yield f"silence since {self.times[number]}: {asked}, expected one at {look}"
        closed = [event for event in asked if event.changes.get("ground") == "silent"]
        if closed and self._bars(number, closed[0].at):
            yield f"silence since {self.times[number]}: closed in spite of {self._bars(number, closed[0].at)}"
        early = [event for event in self.events[number:] if event.kind == "Close" and event.by == "system"]
        if early and early[0].at < due and early[0].at < over:
            yield f"silence since {self.times[number]}: closed at {early[0].at}"

    def _answers(self, first: Sequence[Event], look: datetime, due: datetime, over: datetime) -> bool:
        """It closes at that look; or staff hear why not when they are there, unless it closes before."""
        told = self._look(look, ((due, over),))
        if not first:
            return told is None
        return first[0].at == told if first[0].kind == "Remind" else look <= first[0].at <= (told or first[0].at)

    def _closed_by_people(self, number: int) -> bool:
        return self.log.ended(number) and self.events[number].by != "system"

    def _asks_to_close(self, event: Event) -> bool:
        """The closing, or why it was refused."""
        about = str(event.data.get("about", ""))
        refused = event.kind == "Remind" and about.startswith("silence/") and "@close-refused:" in about
        return refused or (event.kind == "Close" and event.by == "system")

    def _bars(self, number: int, at: datetime) -> set[str]:
        """What bars silent closing then: serious or escalated in this cycle, or a new request of the customer's, unless
        a person said since that it needs no reply."""
        log = self.log
        notice = max(one for one in log.numbers(log.kind("Notify")) if one < number)
        begin = max(one for one in log.numbers(log.begins) if one <= number)
        until = bisect_left(self.times, at)
        bars = {"serious" for grade in log.grades[begin:until] if grade in SERIOUS}
        bars |= {event.kind for event in self.events[begin:until] if event.kind == "Escalate"}
        handled = max((one for one in log.numbers(log.kind("NoReplyNeeded")) if one < until), default=notice)
        asks = (event for event in self.events[max(notice, handled) : until] if event.kind == "Hear")
        return bars | {"request" for event in asks if event.data.get("request", True)}
