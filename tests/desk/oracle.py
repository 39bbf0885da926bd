"""The promises, judged again from the raw history and in words of their own: no fact, guard or policy is asked.

Only what an event *said*, who said it, when, and the state that it led to is read; of what it set, only the grade,
the ground and the number of a message, since those are what the promises are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs

from complaintflow import Actor, Event
from tests.unheard import Unheard

__all__ = ["audit"]

SERIOUS = "AE"
ORDER = "CBAE"
TO_STAFF = frozenset(
    {"AddTask", "Assign", "CancelTask", "Escalate", "Handoff", "RecordReview", "Triage", "Unassign", "Watch"}
)
SPEAKING = frozenset(
    {
        "Acknowledge",
        "ApproveCompensation",
        "AskCustomer",
        "CancelTask",
        "Close",
        "Decline",
        "Escalate",
        "ExplainPlan",
        "Handoff",
        "Notify",
        "Propose",
        "RecordReview",
        "Remind",
        "Survey",
        "Update",
        "Withdraw",
    }
)
IN_TOUCH = frozenset({"Answer", "Agree", "Object", "Hear", "Confirm", "Withdraw", "Dispute", "Reopen"})
LIMITS = {"agent": 100, "lead": 500}
Roles = Mapping[str, frozenset[str]]


def audit(history: Iterable[Event], staff: Iterable[Actor]) -> None:
    """Fail when the history breaks a promise. `staff` are the actors whose roles matter."""
    trial = Trial({actor.id: actor.roles for actor in staff})
    for event in history:
        trial.hears(event)


def worse(one: str, other: str) -> str:
    """The more serious grade of two; a blank one is none."""
    return max(one, other, key=lambda grade: ORDER.find(grade) if grade else -1)


@attrs.define
class Round:
    """What counts for one cycle only."""

    fixed: bool = False
    proved: bool = False
    working: set[str] = attrs.field(factory=set[str])
    fixers: set[str] = attrs.field(factory=set[str])
    provers: set[str] = attrs.field(factory=set[str])
    notice: str = ""
    reached_at: datetime | None = None
    confirmed: bool = False
    plan: str = ""
    plan_reached: bool = False
    arrived: set[tuple[str, str]] = attrs.field(factory=set[tuple[str, str]])
    escalated: bool = False
    worst: str = ""
    paid: set[str] = attrs.field(factory=set[str])
    spent: Decimal = Decimal(0)

    def untell(self) -> None:
        """What the customer was told or said counts no more."""
        self.notice, self.reached_at, self.confirmed = "", None, False

    def lose(self, message: str, way: str) -> None:
        """A message that was thought to have arrived came back by this way; it may have arrived by another."""
        self.arrived.discard((message, way))
        if any(other == message for other, _ in self.arrived):
            return
        if message == self.notice:
            self.reached_at = None
        if message == self.plan:
            self.plan_reached = False


@attrs.define
class Trial:
    """One history, event by event."""

    roles: Roles
    state: str = "new"
    grade: str = ""
    channel: str = ""
    messages: int = 0
    ours: set[str] = attrs.field(factory=set[str])
    owner: str = ""
    watchers: set[str] = attrs.field(factory=set[str])
    team: str = ""
    tasks: int = 0
    open_tasks: set[str] = attrs.field(factory=set[str])
    claims: dict[str, tuple[str, Decimal, str]] = attrs.field(factory=dict[str, tuple[str, Decimal, str]])
    wishes: int = 0
    attempts: set[tuple[str, date]] = attrs.field(factory=set[tuple[str, date]])
    labelled: bool = False
    round: Round = attrs.field(factory=Round)
    unheard: Unheard = attrs.field(factory=Unheard)

    def hears(self, event: Event) -> None:
        """Judge the event by what was before, then note it."""
        where = f"event {event.seq}, {event.kind} by {event.by} while {self.state}"
        self._grade(event, where)
        self._telling(event, where)
        self._paying(event, where)
        self._ending(event, where)
        self._note(event, where)
        self.state = str(event.state)

    # ── the promises

    def _grade(self, event: Event, where: str) -> None:
        """R13: the grade falls by `Regrade` alone, with a reason, by a lead or manager."""
        grade = str(event.changes.get("grade") or self.grade)
        if worse(self.grade, grade) != grade:
            assert event.kind == "Regrade", f"{where}: the grade fell from {self.grade} to {grade}"
            assert event.data["reason"].strip(), f"{where}: no reason"
            assert self.roles[event.by] & {"lead", "manager"}, f"{where}: no authority"
        self.grade = grade
        self.round.worst = worse(self.round.worst, grade)

    def _telling(self, event: Event, where: str) -> None:
        """R32: nobody tells "solved" without a passing verification of the latest fix; at E by another person."""
        entered = event.state == "awaiting_confirmation" and self.state != "awaiting_confirmation"
        if entered or event.kind == "Notify":
            assert self.round.fixed, f"{where}: told without a fix"
            assert self.round.proved, f"{where}: told without a verification of the latest fix"
            others = self.round.provers - self.round.fixers
            assert self.grade != "E" or others, f"{where}: an emergency verified by those who fixed it"

    def _paying(self, event: Event, where: str) -> None:
        """R26: all of a cycle within the actor's limit, and one of a kind in a cycle."""
        if event.kind != "ApproveCompensation":
            return
        kind, amount, currency = self.claims[event.data["compensation"]]
        roles = self.roles[event.by]
        most = max((LIMITS.get(role, 0) for role in roles), default=0)
        self.round.spent += amount
        may = "manager" in roles or (currency == "CNY" and self.round.spent <= most)
        assert may, f"{where}: {amount} {currency} is beyond the authority"
        assert kind not in self.round.paid, f"{where}: {kind} was paid before in this cycle"
        self.round.paid.add(kind)

    def _ending(self, event: Event, where: str) -> None:
        held_or_erased = event.kind in {"PlaceHold", "LiftHold", "Erase", "Survey"}
        assert self.state != "archived" or held_or_erased, f"{where}: an archived record changed"
        if event.state == "closed" and self.state != "closed":
            self._closing(event, where)
        if event.state == "declined" != self.state and "system" in self.roles[event.by]:
            assert not self.unheard.signs, f"{where}: declined as silent, though {self.unheard.signs} came"
        if event.state == "archived" != self.state:
            assert self.labelled or self.state == "merged", f"{where}: archived without a root cause"
            assert not self.open_tasks, f"{where}: archived with open tasks"

    def _closing(self, event: Event, where: str) -> None:
        """R33: on a ground that is permitted and there, with nothing left open; or by another system before."""
        ground = str(event.changes.get("ground"))
        if ground == "imported":
            elsewhere = event.kind == "Import" and self.state == "new" and "system" in self.roles[event.by]
            assert elsewhere, f"{where}: imported while it was here"
            assert event.data["old"]["closed_at"], f"{where}: closed by nobody"
            return
        strict = self.round.escalated or self.round.worst in tuple(SERIOUS) or self.grade in tuple(SERIOUS)
        assert not strict or ground in {"confirmed", "unreachable"}, f"{where}: {ground} of a serious complaint"
        there = {
            "confirmed": self.round.confirmed,
            "silent": self._silent(event.at),
            "planned": bool(self.round.plan) and self.round.plan_reached,
            "unreachable": self._unreachable(event.by),
        }
        assert there.get(ground), f"{where}: closed as {ground!r}, which is not so"
        assert not self.open_tasks, f"{where}: closed with open tasks"
        by_word = ground == "confirmed" or (ground == "planned" and self.round.confirmed)
        unheard = not by_word or "system" in self.roles[event.by]
        assert not (unheard and self.unheard.signs), f"{where}: closed, though {self.unheard.signs} came"
        assert not self.claims, f"{where}: closed with undecided compensations"

    def _silent(self, at: datetime) -> bool:
        one = self.round
        since = one.reached_at and self.unheard.quiet_since(one.reached_at)
        waited = since is not None and at - since >= timedelta(hours=72)
        return self.state == "awaiting_confirmation" and one.proved and waited and not self.unheard.signs

    def _unreachable(self, by: str) -> bool:
        channels = {channel for channel, _ in self.attempts}
        days = sorted(day for _, day in self.attempts)
        enough = len(self.attempts) >= 3 and len(channels) >= 2 and (days[-1] - days[0]).days >= 2
        return enough and bool(self.roles[by] & {"lead", "manager"})

    # ── the notes

    def _note(self, event: Event, where: str) -> None:
        tells = self._tells_somebody(event)  # it also notes who owns it, whatever speaks
        if event.kind in SPEAKING or tells:
            self.messages += 1
            assert event.changes["messages"] == self.messages, f"{where}: message {self.messages} has another number"
            if event.kind in TO_STAFF or event.data.get("audience", "customer") != "customer":
                self.ours.add(f"M{self.messages}")
        if self._in_touch(event):
            self.attempts.clear()
        roles = self.roles[event.by]
        self.unheard.hears(event, by_customer="customer" in roles, by_system="system" in roles)
        note = getattr(self, f"after_{event.kind.lower()}", None)
        if note is not None:
            note(event, event.data)

    def _tells_somebody(self, event: Event) -> bool:
        """R7, R15: a new owner or stakeholder hears of it, once, and not who took it themselves; who owned it too.

        A triage that moves it to another team takes it from its owner.
        """
        team, self.team = self.team, event.changes.get("team", self.team)
        if event.kind == "Triage" and team and self.team != team:
            self.owner = ""
            return True
        if event.kind == "Assign":
            told = event.data["owner"] not in {event.by, self.owner}
            self.owner = event.data["owner"]
            return told
        if event.kind == "Watch":
            told = event.data["who"] not in self.watchers
            self.watchers.add(event.data["who"])
            return told
        self.owner = "" if event.kind in {"Handoff", "Unassign"} else self.owner
        if event.kind == "Import":
            self.owner = event.data["old"].get("owner", "")
        return event.kind == "Unassign" or (event.kind == "AddTask" and not event.data.get("about"))

    def _in_touch(self, event: Event) -> bool:
        """R33: the customer was heard or reached; `Receipt` says for itself whether."""
        picked_up = event.kind == "Call" and event.data.get("answered", True)
        brought = event.kind == "AddEvidence" and "customer" in self.roles[event.by]
        return event.kind in IN_TOUCH or picked_up or brought

    def after_receive(self, event: Event, said: Mapping[str, Any]) -> None:
        self.channel = said["channel"]

    def after_resolve(self, event: Event, said: Mapping[str, Any]) -> None:
        one = self.round
        one.fixed, one.proved, one.plan, one.plan_reached = True, False, "", False
        one.fixers, one.working, one.provers = one.working | {event.by}, set(), set()
        one.untell()

    def after_mitigate(self, event: Event, said: Mapping[str, Any]) -> None:
        self.round.working.add(event.by)
        if self.state in {"resolved", "awaiting_confirmation"}:
            self.round.fixers.add(event.by)

    def after_verify(self, event: Event, said: Mapping[str, Any]) -> None:
        if said["passed"]:
            self.round.proved = True
            self.round.provers.add(event.by)
        else:
            self.round.proved, self.round.provers = False, set()
            self.round.untell()

    def after_notify(self, event: Event, said: Mapping[str, Any]) -> None:
        one = self.round
        one.notice, one.reached_at = f"M{self.messages}", None

    def after_explainplan(self, event: Event, said: Mapping[str, Any]) -> None:
        one = self.round
        one.plan, one.plan_reached, one.confirmed = f"M{self.messages}", False, False

    def after_receipt(self, event: Event, said: Mapping[str, Any]) -> None:
        """R33: what becomes of a message to our own people says nothing of the customer."""
        status, final = said["status"], said.get("final", True)
        if said["message"] in self.ours:
            self.ours -= {said["message"]} if final else set()
            return
        if status == "failed":
            self.attempts.add((said.get("channel") or self.channel, event.at.date()))
            if final:
                self.round.lose(said["message"], said.get("channel", ""))
        elif status == "delivered" or final:
            self.attempts.clear()
            one = self.round
            one.arrived.add((said["message"], said.get("channel", "")))
            if said["message"] == one.notice and one.reached_at is None:
                one.reached_at = event.at
            one.plan_reached |= said["message"] == one.plan

    def after_call(self, event: Event, said: Mapping[str, Any]) -> None:
        if not said.get("answered", True):
            self.attempts.add(("phone", event.at.date()))

    def after_confirm(self, event: Event, said: Mapping[str, Any]) -> None:
        self.round.confirmed = True

    def after_escalate(self, event: Event, said: Mapping[str, Any]) -> None:
        self.round.escalated = True

    def after_dispute(self, event: Event, said: Mapping[str, Any]) -> None:
        self.round = Round(worst=self.grade)
        self.labelled = False

    after_reopen = after_dispute

    def after_addtask(self, event: Event, said: Mapping[str, Any]) -> None:
        """R21: a task to call has no number, and keeps nothing open."""
        if "call" not in said:
            self.tasks += 1
            self.open_tasks.add(f"T{self.tasks}")

    def after_finishtask(self, event: Event, said: Mapping[str, Any]) -> None:
        self.after_mitigate(event, said)
        self.open_tasks.discard(said["task"])

    def after_canceltask(self, event: Event, said: Mapping[str, Any]) -> None:
        self.open_tasks.discard(said["task"])

    def after_compensate(self, event: Event, said: Mapping[str, Any]) -> None:
        self.wishes += 1
        self.claims[f"C{self.wishes}"] = (said["kind"], Decimal(said["amount"]), said["currency"])

    def after_approvecompensation(self, event: Event, said: Mapping[str, Any]) -> None:
        del self.claims[said["compensation"]]

    after_refusecompensation = after_approvecompensation

    def after_labelcause(self, event: Event, said: Mapping[str, Any]) -> None:
        self.labelled = True
