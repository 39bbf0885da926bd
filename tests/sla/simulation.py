"""Simulated time over many complaints: people, pauses, restarts and ticks at random moments."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import attrs

from complaintflow import Actor, ComplaintflowError, Customer, Desk, Lifecycle, commands as c
from complaintflow.commands._context import Ask
from complaintflow.sla import Deadline
from complaintflow.stores import SqliteStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience
from tests import stories as s
from tests.sla.clock_fixtures import GRADES, MONDAY

__all__ = ["Simulation", "prompt_staff", "run_simulation"]

STAFF_KINDS = {
    "Note": 6, "Update": 6, "Acknowledge": 3, "Regrade": 3, "Handoff": 2, "Assign": 1, "AskCustomer": 3, "Pause": 8,
    "Resume": 1, "Refer": 2, "PartyReply": 2, "AddTask": 2, "FinishTask": 2, "CancelTask": 1, "AddEvidence": 3,
    "CheckEvidence": 3, "FindCause": 1, "Mitigate": 1, "Propose": 2, "Resolve": 3, "Verify": 4, "Notify": 5,
    "Call": 1, "RecordReview": 1, "Close": 4, "Escalate": 1, "Watch": 1, "ExplainPlan": 1, "Decline": 3,
    "Compensate": 3, "ApproveCompensation": 3, "RefuseCompensation": 1, "Survey": 1, "LabelCause": 1, "Archive": 1,
    "NoReplyNeeded": 12,
}  # fmt: skip
CUSTOMER_KINDS = {
    "Hear": 6,
    "Answer": 5,
    "Agree": 3,
    "Object": 1,
    "Confirm": 2,
    "Dispute": 9,
    "Reopen": 6,
    "Withdraw": 1,
}
COMMENTS = {"Note", "Hear", "Park"}
CHANNELS = ("app", "phone", "app", "web", "email")
TEAMS = ("", "service", "logistics")
TIMES = ("next_at", "due", "arrives", "expected_by", "feedback_at")

ELSEWHERE = Actor("sun", frozenset({"agent"}), "service")


@attrs.define
class Simulation:
    """A desk on a file whose complaints are worked at by chance."""

    path: Path
    chance: random.Random
    clock: FrozenClock = attrs.field(factory=lambda: FrozenClock(MONDAY))
    desk: Desk = attrs.field(init=False)
    ids: list[str] = attrs.field(factory=list[str])
    ticked: datetime = MONDAY
    moved: list[str] = attrs.field(factory=list[str])
    ticks: list[datetime] = attrs.field(factory=list[datetime])
    restarts: int = 0

    def __attrs_post_init__(self) -> None:
        self.desk = self._opened()

    def _opened(self) -> Desk:
        rules = Lifecycle.default(s.CHINA)
        return Desk(SqliteStore(self.path, synchronous="OFF"), rules, clock=self.clock)

    def restart(self) -> None:
        self.desk.close()
        self.desk = self._opened()
        self.restarts += 1

    def later(self, **span: float) -> None:
        self.clock.later(**span)

    def receive(self, channel: str = "", tier: str = "") -> str:
        """A complaint; its channel and tier by chance, unless they are given."""
        number = len(self.ids)
        tier = tier or self.chance.choice(["ordinary", "ordinary", "vip"])
        customer = Customer(f"u-{number}", tier, contact={"email": "a@example.com"})
        command = s.receive(channel=channel or self.chance.choice(CHANNELS), customer=customer, order=f"A-{number}")
        id = self.desk.receive(command, by=s.SYSTEM).id
        self.ids.append(id)
        return id

    def acknowledge(self, id: str) -> None:
        """A machine answers at once; its clock may be behind."""
        with self._elsewhere():
            self.attempt(id, s.acknowledge("we saw it", next_at=self.soon()), s.SYSTEM)

    def tick(self) -> None:
        ticked = self.desk.tick(batch=self.chance.choice([1, 7, 500]))
        assert not ticked.failed, ticked.failed
        self.ticked = self.clock.now
        self.ticks.append(self.clock.now)

    def act_at_random(self, id: str) -> None:
        """Somebody does something that the rules allow, or is refused.

        A silent customer gets all that was sent, and is mostly left alone after the notice.
        """
        customer = Actor.customer(f"u-{self.ids.index(id)}")
        if self._is_silent(id):
            self.deliver(id)
            if self.desk.get(id).state == "awaiting_confirmation" and self.chance.random() < 0.8:
                return
        if self.chance.random() < 0.2 and not self._is_silent(id):
            self._try_command(id, self._pick(CUSTOMER_KINDS), customer)
        elif self.chance.random() < 0.25:
            self.deliver(id)
        elif self.desk.get(id).grade is None:
            self.attempt(id, s.triage(signals=self.chance.choice(list(GRADES.values()))), s.LI)
        elif self.chance.random() < 0.05:
            self.try_to_solve(id)
        else:
            self._try_command(
                id, self._pick(STAFF_KINDS), self.chance.choice([s.LI, s.WANG, s.LEAD, s.MANAGER, ELSEWHERE])
            )

    def _is_silent(self, id: str) -> bool:
        """One customer of three never writes again."""
        return self.ids.index(id) % 3 == 0

    def try_to_solve(self, id: str) -> None:
        """What a whole fix takes, as far as the rules allow, and proof of the money that arrived."""
        facts = self.desk.get(id).facts
        for task in sorted(facts.open_tasks):
            self.attempt(id, c.FinishTask(task, s.OWN), s.LI)
        for claim in sorted(facts.owed):
            self.attempt(id, c.AddEvidence("payment", "bank", "it arrived", compensation=claim), s.LI)
            proof = f"E{self.desk.get(id).facts.evidence}"
            self.attempt(id, c.CheckEvidence(proof, "agrees with the ledger"), s.LI)
        self.attempt(id, c.Resolve("mended", s.OWN), s.LI)
        self.attempt(id, s.PASSED, s.WANG)
        self.attempt(id, s.notice(f"{self.clock.now}", next_at=self.soon()), s.LI)
        if self.chance.random() < 0.8:
            self.deliver(id)

    def perhaps_withdraw(self, id: str) -> None:
        """Most give up what nobody works at any more; of the others every clock goes on."""
        if self.chance.random() < 0.98:
            self.attempt(id, s.WITHDRAW, Actor.customer(f"u-{self.ids.index(id)}"))

    def soon(self) -> datetime:
        return self.clock.now + timedelta(hours=self.chance.choice([2, 9, 24, 72, 400]))

    def _pick(self, kinds: dict[str, int]) -> str:
        return self.chance.choices(list(kinds), list(kinds.values()))[0]

    def _try_command(self, id: str, kind: str, by: Actor) -> None:
        facts = self.desk.get(id).facts
        nobody = c.Command()
        samples = list(c.BUILTIN[kind].samples(Ask(id, facts, nobody, by, self.clock.now, self.desk.policy, ())))
        owing = {wait.on for wait in facts.waits}
        samples = [one for one in samples if not isinstance(one, c.Pause) or one.party in owing] or samples
        if self.chance.random() < 0.9:  # little is forged
            samples = [one for one in samples if getattr(one, "genuine", True)] or samples
        command = self._vary(self.chance.choice(samples))
        if isinstance(command, c.Note) and self._is_silent(id):
            command = c.Note(command.text)
        if isinstance(command, c.Pause) and self.chance.random() < 0.5:
            back = timedelta(hours=self.chance.choice([0.5, 3, 12]))
            command = attrs.evolve(command, since=self.clock.now - back)
        before = self.dues(id) if kind in COMMENTS else {}
        self.attempt(id, command, by)
        raised = self.desk.get(id).facts.grade != facts.grade  # who asks again may raise it, with its clocks
        if kind in COMMENTS and not raised and self.dues(id) != before:
            self.moved.append(f"{kind} of {id}")

    def _vary(self, command: c.Command) -> c.Command:
        """The sample with a time, a team and an end of a plan by chance."""
        chosen: dict[str, Any] = {name: self.soon() for name in TIMES if getattr(command, name, None)}
        if isinstance(command, c.AddTask):
            chosen["team"] = self.chance.choice(TEAMS)
        if isinstance(command, c.Update) and command.audience is Audience.CUSTOMER:
            chosen["plan_kept"] = self.chance.random() < 0.2
        given: Any = command
        changed: c.Command = attrs.evolve(given, **chosen)
        return changed

    def attempt(self, id: str, command: c.Command, by: Actor) -> None:
        try:
            self.desk.do(id, command, by=by)
        except ComplaintflowError:
            return

    def deliver(self, id: str) -> None:
        with self._elsewhere():
            for message in sorted(self.desk.get(id).facts.open_messages):
                self.desk.do(id, s.receipt(message), by=s.SYSTEM)

    @contextmanager
    def _elsewhere(self) -> Iterator[None]:
        """On another machine, whose clock is behind now and then."""
        now, behind = self.clock.now, self.chance.choice([0, 0, 0.025, 2])
        self.clock.now -= timedelta(seconds=behind)
        yield
        self.clock.now = now

    def clocks(self, id: str) -> list[Deadline]:
        return [one.deadline for one in self.desk.explain(id)]

    def dues(self, id: str) -> dict[str, tuple[object, ...]]:
        """Of each clock but that of our reply, which begins with what the customer says (R33)."""
        clocks = (one for one in self.clocks(id) if not one.clock.startswith("next_response"))
        return {str(one.key): (one.due, one.status, one.warnings) for one in clocks}


def run_simulation(sim: Simulation, complaints: int, days: float, commands: int) -> None:
    """People come, do and leave; somebody looks now and then; the desk is closed and opened again."""
    chance = sim.chance
    arrive = sorted(chance.random() * days * 0.9 for _ in range(complaints))
    moments = sorted(chance.random() * days for _ in range(complaints * commands))
    many = max(12, complaints // 20)
    for moment in moments:
        sim.clock.now = MONDAY + timedelta(days=moment)
        while arrive and arrive[0] <= moment:
            arrive.pop(0)
            id = sim.receive()
            if chance.random() < 0.3:
                sim.acknowledge(id)
            if len(sim.ids) > many:
                sim.perhaps_withdraw(sim.ids[-many - 1])
        if sim.ids:
            sim.act_at_random(chance.choice(sim.ids[-many:]))
        if chance.random() < 0.15:
            sim.tick()
        if chance.random() < 0.01:
            sim.restart()


def prompt_staff(grade: str) -> Iterator[tuple[float, c.Command, Actor]]:
    """What people who keep every promise do, with the minutes since it came in."""
    yield 0.2, s.acknowledge("an automatic reply", next_at=MONDAY + timedelta(days=3600)), s.SYSTEM
    yield 0.4, s.acknowledge("a person looks at it", next_at=MONDAY + timedelta(days=3600)), s.LI
    yield 0.5, s.triage(signals=GRADES[grade]), s.LI
    yield 5, c.Mitigate("a second gateway"), s.LI
    yield 6, c.Call("apologise, explain", "will send a picture"), s.LI
    yield 10, c.AddEvidence("log", "gateway", "two captures"), s.LI
    yield 11, c.FindCause("a retry", "E1"), s.LI
    yield 12, c.Update(Audience.TEAM, done="the cause is found"), s.LI
    for hour in range(1, 30):
        yield hour * 60, s.update(f"hour {hour}"), s.LI
        yield hour * 60 + 1, c.Update(Audience.TEAM, done=f"news of hour {hour}"), s.LI
        yield hour * 60 + 2, c.Update(Audience.STAKEHOLDERS, done=f"news of hour {hour}"), s.LI
        if hour == 16:
            yield hour * 60 + 3, c.Resolve("mended", s.OWN), s.LI
            yield hour * 60 + 4, s.PASSED, s.WANG
            yield hour * 60 + 5, s.notice(), s.LI
    yield 30 * 60, s.CONFIRM, s.LI
    yield 30 * 60 + 1, c.Close(), s.LI
