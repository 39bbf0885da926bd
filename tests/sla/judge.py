"""An oracle for escalations: it reads the raw events only and shares no code with `complaintflow.sla`.

It knows the clocks that run on the wall by their numbers in the requirements, and counts them with its own arithmetic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import attrs

from complaintflow import Event

__all__ = ["JUDGED", "breaches", "recorded", "said_twice"]

PERSONAL = {"AskCustomer", "Propose", "ExplainPlan", "Notify", "Acknowledge"}
BREAKTHROUGH = {"FindCause", "Mitigate", "Agree", "Resolve", "RecordReview"}
OVER = {"closed", "withdrawn", "declined", "archived"}
JUDGED = ("first_response_instant", "mitigation", "cause", "closure", "direction", "review", "task")

Span = tuple[datetime, datetime | None]
Meets = Callable[[int], bool]


@attrs.define
class Tale:
    """What happened, in lists by the number of the event."""

    events: Sequence[Event]
    grades: list[str] = attrs.field(factory=list[str])
    cycles: list[int] = attrs.field(factory=list[int])
    delivered: list[bool] = attrs.field(factory=list[bool])
    stood: list[Span] = attrs.field(factory=list[Span])
    letters: dict[str, int] = attrs.field(factory=dict[str, int])

    def __attrs_post_init__(self) -> None:
        grade, cycle, delivered = "", 1, False
        for number, event in enumerate(self.events):
            grade = str(event.sets.get("grade") or grade)
            if "cycle" in event.sets:
                cycle, delivered = event.sets["cycle"].number, event.sets["cycle"].delivered is not None
            self.grades.append(grade)
            self.cycles.append(cycle)
            self.delivered.append(delivered)
            if "messages" in event.sets:
                self.letters[f"M{event.sets['messages']}"] = number
            self._stands(event)

    def _stands(self, event: Event) -> None:
        if event.kind == "Pause":
            since = datetime.fromisoformat(event.said["since"]) if "since" in event.said else event.at
            last = self.stood[-1][1] if self.stood else None
            self.stood.append((max(since, last or since), None))
        elif event.sets.get("paused") == "" and self.stood and self.stood[-1][1] is None:
            self.stood[-1] = (self.stood[-1][0], event.at)

    def at(self, number: int) -> datetime:
        return self.events[number].at

    def first(self, after: int, meets: Meets) -> int | None:
        return next((number for number in range(after + 1, len(self.events)) if meets(number)), None)

    def due(self, start: datetime, length: timedelta) -> datetime | None:
        """Start and length, and what was paused on the way; None while it is."""
        now, left = start, length
        for since, until in self.stood:
            if until is not None and until <= now:
                continue
            if since >= now + left:
                break
            left -= max(since - now, timedelta(0))
            if until is None:
                return None
            now = until
        return now + left

    # what meets what

    def kind(self, *kinds: str) -> Meets:
        return lambda number: self.events[number].kind in kinds

    def delivers(self, number: int) -> bool:
        return self.delivered[number] and not self.delivered[number - 1]

    def speaks(self, number: int) -> bool:
        event = self.events[number]
        if event.kind == "Acknowledge":
            return True
        if event.by == "system":
            return False
        update = event.kind == "Update" and event.said["audience"] == "customer"
        return update or event.kind in PERSONAL or (event.kind == "Call" and event.said.get("answered", True))

    def directs(self, number: int) -> bool:
        event = self.events[number]
        if event.kind != "Receipt" or event.said["status"] != "delivered":
            return False
        sent = self.events[self.letters[event.said["message"]]]
        told = sent.kind in {"Notify", "ExplainPlan"}
        return told or (sent.kind == "Update" and sent.said["audience"] == "customer")

    def stops(self, start: int) -> Meets:
        """Where the cycle that began here ends."""

        def stop(number: int) -> bool:
            ended = self.events[number].state in OVER and self.events[number - 1].state not in OVER
            return ended or self.cycles[number] != self.cycles[start]

        return stop


def breaches(events: Sequence[Event], now: datetime) -> Counter[tuple[str, datetime]]:
    """Each clock that was late by now, with its due time."""
    tale = Tale(events)
    found: Counter[tuple[str, datetime]] = Counter()
    begins = [number for number in range(len(events)) if not number or tale.cycles[number] != tale.cycles[number - 1]]
    minute = timedelta(minutes=1)
    _judge(found, tale, now, "first_response_instant", 0, 0, minute, tale.speaks, paused=False)
    for begin in begins:
        _judge(found, tale, now, "mitigation", begin, begin, 30 * minute, tale.kind("Mitigate", "Resolve"), "E", False)
        _judge(found, tale, now, "cause", begin, begin, 240 * minute, tale.kind("FindCause"), "A")
        _judge(found, tale, now, "closure", begin, begin, 1440 * minute, tale.delivers, "B")
        _judge(found, tale, now, "direction", begin, begin, 4320 * minute, tale.directs, "C")
        graded = begin if tale.grades[begin] else tale.first(begin, lambda number: bool(tale.grades[number]))
        if graded is not None and tale.cycles[graded] == tale.cycles[begin]:
            _judge(found, tale, now, "review", begin, graded, 1440 * minute, tale.kind(*BREAKTHROUGH))
    for number, event in enumerate(events):
        if event.kind == "AddTask":
            _judge_task(found, tale, now, number)
    return found


def _judge(
    found: Counter[tuple[str, datetime]],
    tale: Tale,
    now: datetime,
    name: str,
    begin: int,
    start: int,
    length: timedelta,
    meets: Meets,
    grade: str = "",
    paused: bool = True,
) -> None:
    due = tale.due(tale.at(start), length) if paused else tale.at(start) + length
    ends = [number for number in (tale.first(start, meets), tale.first(start, tale.stops(begin))) if number is not None]
    last = min(ends, default=None)
    end = now if last is None else tale.at(last)
    if due is not None and any(max(due, since) < until for since, until in _spans(tale, start, last, end, grade)):
        found[name, due] += 1


def _spans(tale: Tale, start: int, last: int | None, end: datetime, grade: str) -> list[tuple[datetime, datetime]]:
    """When it had this grade, from the start to the end."""
    stop = len(tale.events) if last is None else last
    times = [tale.at(number) for number in range(start, stop)] + [end]
    numbers = range(start, stop)
    return [
        (times[place], times[place + 1]) for place, number in enumerate(numbers) if grade in {"", tale.grades[number]}
    ]


def _judge_task(found: Counter[tuple[str, datetime]], tale: Tale, now: datetime, number: int) -> None:
    event = tale.events[number]
    task, due = f"T{event.sets['tasks']}", datetime.fromisoformat(event.said["due"])
    over = [
        other.at for other in tale.events if other.kind in {"FinishTask", "CancelTask"} and other.said["task"] == task
    ]
    if due < min(over, default=now):
        found["task", due] += 1


def recorded(events: Sequence[Event]) -> Counter[tuple[str, datetime]]:
    """The breaches on record of those clocks."""
    missed = [event.said for event in events if event.kind == "MissDeadline"]
    pairs = ((str(said["clock"]).split("/")[0], datetime.fromisoformat(said["due"])) for said in missed)
    return Counter(pair for pair in pairs if pair[0] in JUDGED)


def said_twice(events: Sequence[Event]) -> list[str]:
    """What was fired more than once."""
    keys = [
        f"{event.kind} {event.said.get('about') or event.said.get('clock')}"
        for event in events
        if event.kind in {"Remind", "MissDeadline"}
    ]
    return [key for key, count in Counter(keys).items() if count > 1]
