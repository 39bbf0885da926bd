"""A history as an oracle reads it: from the raw events, without a line of `complaintflow.sla`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

import attrs

from complaintflow import Event
from tests.unheard import Unheard

__all__ = ["OVER", "EventLog", "Meets", "time_of"]

PERSONAL = {"AskCustomer", "Propose", "ExplainPlan", "Notify", "Acknowledge"}
GIVEN_UP = {"withdrawn", "declined"}
OVER = {"closed", "archived"} | GIVEN_UP
SERIOUS = {"A", "E"}

Meets = Callable[[int], bool]
Teams = frozenset[str]


@attrs.define
class Standstill:
    """When clocks stood still, and the numbers of the events that said so."""

    since: datetime
    told: int
    until: datetime | None = None


@attrs.define
class EventLog:
    """What happened, in lists by the number of the event."""

    events: Sequence[Event]
    now: datetime
    grades: list[str] = attrs.field(factory=list[str])
    cycles: list[int] = attrs.field(factory=list[int])
    proofs: list[datetime | None] = attrs.field(factory=list[datetime | None])
    waits: list[set[str]] = attrs.field(factory=list[set[str]])
    owed: list[frozenset[str]] = attrs.field(factory=list[frozenset[str]])
    teams: list[Teams] = attrs.field(factory=list[Teams])
    speakers: list[str] = attrs.field(factory=list[str])
    stood: list[Standstill] = attrs.field(factory=list[Standstill])
    letters: dict[str, int] = attrs.field(factory=dict[str, int])
    unheard: list[frozenset[str]] = attrs.field(factory=list[frozenset[str]])

    def __attrs_post_init__(self) -> None:
        facts: dict[str, Any] = {"grade": "", "waits": (), "owed": frozenset(), "open_tasks": frozenset(), "team": ""}
        helpers: dict[str, str] = {}
        unheard = Unheard()
        for number, event in enumerate(self.events):
            facts.update(event.changes)
            self.grades.append(str(facts["grade"] or ""))
            cycle = facts.get("cycle")
            self.cycles.append(cycle.number if cycle else 1)
            self.proofs.append(cycle.delivered if cycle else None)
            self.waits.append({wait.id for wait in facts["waits"]})
            self.owed.append(facts["owed"])
            self.speakers.append(facts.get("progress", ""))
            if "messages" in event.changes:
                self.letters[f"M{event.changes['messages']}"] = number
            if event.kind == "AddTask" and not event.data.get("call"):
                helpers[f"T{event.changes['tasks']}"] = event.data.get("team", "")
            graded = bool(facts["grade"]) and event.state not in OVER
            some = {facts["team"], *(helpers[task] for task in facts["open_tasks"] - {"call"})} - {""}
            self.teams.append(frozenset(some) if graded else frozenset())
            self._stands(number, event)
            unheard.hears(event, by_customer=event.by.startswith("u-"), by_system=event.by.startswith("system"))
            self.unheard.append(frozenset(unheard.signs))

    def _stands(self, number: int, event: Event) -> None:
        if event.kind == "Pause":
            since = time_of(event.data["since"]) if event.data.get("since") else event.at
            last = self.stood[-1].until if self.stood else None
            self.stood.append(Standstill(max(since, last or since), number))
        elif event.changes.get("paused") == "" and self.stood and self.stood[-1].until is None:
            self.stood[-1].until = max(event.at, self.stood[-1].since)

    def at(self, number: int) -> datetime:
        return self.events[number].at

    def numbers(self, meets: Meets) -> list[int]:
        return [number for number in range(len(self.events)) if meets(number)]

    def first(self, after: int, *meets: Meets) -> int | None:
        """The first later event that is one of these."""
        later = range(after + 1, len(self.events))
        return next((number for number in later if any(one(number) for one in meets)), None)

    def until(self, number: int | None) -> datetime:
        """When that was; of what did not happen yet, after all that was due by now."""
        return self.now + timedelta(microseconds=1) if number is None else self.at(number)

    def after(self, start: datetime, length: timedelta, known: int | None = None) -> datetime | None:
        """Start and length, and what was paused on the way, as it was known after an event; None while it is."""
        now, left = start, length
        for one in self.stood if known is None else (one for one in self.stood if one.told <= known):
            if one.until is not None and one.until <= now:
                continue
            if one.since >= now + left:
                break
            left -= max(one.since - now, timedelta(0))
            if one.until is None:
                return None
            now = one.until
        return now + left

    def dated_back(self, number: int) -> bool:
        return self.kind("Pause")(number) and self.field(number, "since") is not None

    # what an event is

    def kind(self, *kinds: str) -> Meets:
        return lambda number: self.events[number].kind in kinds

    def field(self, number: int, name: str) -> Any:
        return self.events[number].data.get(name)

    def speaks(self, number: int) -> bool:
        """A person told the customer something."""
        event = self.events[number]
        if event.by == "system":
            return False
        update = event.kind == "Update" and event.data["audience"] == "customer"
        return update or event.kind in PERSONAL or (event.kind == "Call" and event.data.get("answered", True))

    def awaits_reply(self, number: int) -> bool:
        """The first sign of the customer that nobody has handled."""
        return bool(self.unheard[number]) and not (number and self.unheard[number - 1])

    def settles_reply(self, number: int) -> bool:
        return bool(number and self.unheard[number - 1]) and not self.unheard[number]

    def reaches(self, number: int) -> bool:
        """R21: a call that was answered."""
        return self.kind("Call")(number) and self.events[number].data.get("answered", True)

    def acknowledges(self, number: int) -> bool:
        return self.events[number].kind == "Acknowledge" or self.speaks(number)

    def names_next(self, number: int) -> bool:
        event = self.events[number]
        outward = event.kind != "Update" or event.data["audience"] == "customer"
        return outward and event.data.get("next_at") is not None

    def directs(self, number: int) -> bool:
        event = self.events[number]
        if event.kind != "Receipt" or event.data["status"] != "delivered":
            return False
        sent = self.events[self.letters[event.data["message"]]]
        told = sent.kind in {"Notify", "ExplainPlan"}
        return told or (sent.kind == "Update" and sent.data["audience"] == "customer")

    def keeps_plan(self, since: int) -> Meets:
        """The customer was reached by an update, sent since then, that the plan was kept."""

        def meets(number: int) -> bool:
            event = self.events[number]
            if event.kind != "Receipt" or event.data["status"] != "delivered":
                return False
            sent = self.letters[event.data["message"]]
            return sent > since and bool(self.field(sent, "plan_kept"))

        return meets

    def tells(self, audience: str) -> Meets:
        return lambda number: self.kind("Update")(number) and self.field(number, "audience") == audience

    def begins(self, number: int) -> bool:
        """A cycle begins."""
        return number == 0 or self.cycles[number] != self.cycles[number - 1]

    def graded(self, number: int) -> bool:
        """It has its first grade in this cycle."""
        return bool(self.grades[number]) and (self.begins(number) or not self.grades[number - 1])

    def serious(self, number: int) -> bool:
        """R21: no call is owed of what becomes serious after its end; the words that made it so are answered (R33)."""
        became = self.grades[number - 1] not in SERIOUS and self.events[number].state not in OVER
        return self.grades[number] in SERIOUS and (self.begins(number) or became)

    def delivered(self, number: int) -> bool:
        """The notice that it is solved reached the customer, and not only after the end."""
        there = number > 0 and self.proofs[number] is not None and self.proofs[number - 1] is None
        return there and self.events[number].state not in OVER

    def untold(self, number: int) -> bool:
        """It counts no more."""
        return number > 0 and self.proofs[number] is None and self.proofs[number - 1] is not None

    def ended(self, number: int) -> bool:
        return number > 0 and self.events[number].state in OVER and self.events[number - 1].state not in OVER

    def given_up(self, number: int) -> bool:
        return self.events[number].state in GIVEN_UP

    def archived(self, number: int) -> bool:
        return self.events[number].state == "archived"

    def progresses(self, team: str) -> Meets:
        def meets(number: int) -> bool:
            event = self.events[number]
            told = event.kind == "FinishTask" or self.tells("team")(number)
            return told and event.by != "system" and self.speakers[number] == team

        return meets


def time_of(text: str) -> datetime:
    return datetime.fromisoformat(text)
