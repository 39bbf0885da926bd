"""Simulated time over many complaints: people, pauses, restarts and ticks at random moments."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import attrs

from complaintflow import Actor, ComplaintflowError, Customer, Desk, commands as c
from complaintflow.asking import Ask
from complaintflow.sla import Deadline
from complaintflow.stores.sqlite import SqliteStore
from complaintflow.vocabulary import Audience
from tests.core import stories as s
from tests.sla.rooms import GRADES, MONDAY
from tests.stores.desks import Clock

__all__ = ["Town"]

STAFF_KINDS = {
    "Note": 6, "Update": 6, "Acknowledge": 3, "Regrade": 3, "Handoff": 2, "Assign": 1, "AskCustomer": 3, "Pause": 4,
    "Resume": 1, "Refer": 2, "PartyReply": 2, "AddTask": 2, "FinishTask": 2, "CancelTask": 1, "AddEvidence": 3,
    "CheckEvidence": 3, "FindCause": 1, "Mitigate": 1, "Propose": 2, "Resolve": 3, "Verify": 4, "Notify": 5,
    "Call": 1, "RecordReview": 1, "Close": 4, "Escalate": 1, "Watch": 1, "ExplainPlan": 1, "Decline": 1,
}  # fmt: skip
CUSTOMER_KINDS = {
    "Hear": 6,
    "Answer": 5,
    "Agree": 3,
    "Object": 1,
    "Confirm": 2,
    "Dispute": 1,
    "Reopen": 2,
    "Withdraw": 1,
}
COMMENTS = {"Note", "Hear", "Park"}


@attrs.define
class Town:
    """A desk on a file, its time, and chance."""

    path: Path
    chance: random.Random
    clock: Clock = attrs.field(factory=lambda: Clock(MONDAY))
    desk: Desk = attrs.field(init=False)
    ids: list[str] = attrs.field(factory=list[str])
    ticked: datetime = MONDAY
    moved: list[str] = attrs.field(factory=list[str])

    def __attrs_post_init__(self) -> None:
        self.desk = self._opened()

    def _opened(self) -> Desk:
        return Desk(SqliteStore(self.path, synchronous="OFF"), clock=self.clock)

    def restart(self) -> None:
        self.desk.close()
        self.desk = self._opened()

    def later(self, **span: float) -> None:
        self.clock.later(**span)

    def comes_in(self) -> str:
        number = len(self.ids)
        command = s.receive(customer=Customer(f"u-{number}"), order=f"A-{number}")
        self.ids.append(self.desk.receive(command, by=s.SYSTEM).id)
        return self.ids[-1]

    def tick(self) -> None:
        ticked = self.desk.tick(batch=self.chance.choice([1, 7, 500]))
        assert not ticked.failed, ticked.failed
        self.ticked = self.clock.now

    def somebody(self, id: str) -> None:
        """Somebody does something that the rules allow, or is refused."""
        customer = Actor.customer(f"u-{self.ids.index(id)}")
        if self.chance.random() < 0.2:
            self._tries(id, self._picked(CUSTOMER_KINDS), customer)
        elif self.chance.random() < 0.25:
            self.delivers(id)
        elif self.desk.get(id).grade is None:
            self.attempt(id, s.triage(signals=self.chance.choice(list(GRADES.values()))), s.LI)
        else:
            self._tries(id, self._picked(STAFF_KINDS), self.chance.choice([s.LI, s.WANG, s.LEAD]))

    def _picked(self, kinds: dict[str, int]) -> str:
        return self.chance.choices(list(kinds), list(kinds.values()))[0]

    def _tries(self, id: str, kind: str, by: Actor) -> None:
        facts = self.desk.get(id).facts
        nobody = c.Command()
        samples = list(c.BUILTIN[kind].samples(Ask(id, facts, nobody, by, self.clock.now, self.desk.policy, ())))
        command = self.chance.choice(samples)
        if isinstance(command, c.Pause) and self.chance.random() < 0.5:
            command = attrs.evolve(command, since=max(self.ticked, self.clock.now - timedelta(minutes=30)))
        before = self.dues(id) if kind in COMMENTS else {}
        self.attempt(id, command, by)
        if kind in COMMENTS and self.dues(id) != before:
            self.moved.append(f"{kind} of {id}")

    def attempt(self, id: str, command: c.Command, by: Actor) -> None:
        try:
            self.desk.do(id, command, by=by)
        except ComplaintflowError:
            return

    def delivers(self, id: str) -> None:
        for message in sorted(self.desk.get(id).facts.open_messages):
            self.desk.do(id, s.receipt(message), by=s.SYSTEM)

    def clocks(self, id: str) -> list[Deadline]:
        return [one.deadline for one in self.desk.explain(id)]

    def dues(self, id: str) -> dict[str, tuple[object, ...]]:
        return {one.key: (one.due, one.standing, one.warnings) for one in self.clocks(id)}


def prompt_staff(grade: str) -> Iterator[tuple[float, c.Command, Actor]]:
    """What people who keep every promise do, with the minutes since it came in."""
    yield 0.2, s.acknowledge("bot", next_at=MONDAY + timedelta(days=4000)), s.SYSTEM
    yield 0.5, s.triage(signals=GRADES[grade]), s.LI
    yield 5, c.Mitigate("a second gateway"), s.LI
    yield 6, c.Call("apologise, explain", "will send a picture"), s.LI
    yield 10, c.AddEvidence("log", "gateway", "two captures"), s.LI
    yield 11, c.FindCause("a retry", "E1"), s.LI
    yield 12, c.Update(Audience.TEAM, done="the cause is found"), s.LI
    for hour in range(1, 30):
        yield hour * 60, s.update(f"hour {hour}"), s.LI
        yield hour * 60 + 1, c.Update(Audience.TEAM, done=f"hour {hour}"), s.LI
        yield hour * 60 + 2, c.Update(Audience.STAKEHOLDERS, done=f"hour {hour}"), s.LI
        if hour == 16:
            yield hour * 60 + 3, c.Resolve("mended", s.OWN), s.LI
            yield hour * 60 + 4, s.PASSED, s.WANG
            yield hour * 60 + 5, s.notice(), s.LI
    yield 30 * 60, s.CONFIRM, s.LI
    yield 30 * 60 + 1, c.Close(), s.LI
