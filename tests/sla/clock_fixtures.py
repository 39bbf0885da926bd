"""One complaint to watch the clocks of: on a desk in memory whose time is moved by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import attrs

from complaintflow import Actor, Customer, Desk, Policy, Signals, commands as c
from complaintflow.desk.worker import Ticked
from complaintflow.plugins import StaffMessage
from complaintflow.sla import Deadline, DeadlineStatus
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Impact, Urgency
from tests import stories as s

__all__ = ["GRADES", "MONDAY", "Case", "open_case"]

MONDAY = s.T0
"""Monday 2026-03-02, 09:00 UTC: 17:00 in Shanghai."""

GRADES = {
    "E": Signals(impact=Impact.ALL, urgency=Urgency.CRITICAL),
    "A": Signals(urgency=Urgency.BLOCKED),
    "B": Signals(),
    "C": Signals(urgency=Urgency.NONE),
}


@attrs.frozen
class Case:
    """A desk, its clock, and the complaint that is watched."""

    desk: Desk
    clock: FrozenClock
    id: str

    def do(self, *commands: c.Command, by: Actor = s.LI) -> Case:
        for command in commands:
            self.desk.do(self.id, command, by=by)
        return self

    def later(self, **span: float) -> Case:
        self.clock.later(**span)
        return self

    def at(self, when: datetime) -> Case:
        self.clock.now = when
        return self

    def tick(self) -> Ticked:
        found = self.desk.tick()
        assert not found.failed
        return found

    def runs(self, name: str) -> list[Deadline]:
        """Every run of a clock, in the order in which they began."""
        found = [one.deadline for one in self.desk.explain(self.id) if one.deadline.clock == name]
        return sorted(found, key=lambda one: (one.start, str(one.key)))

    def run(self, name: str) -> Deadline:
        """Its only run, or the one that began last."""
        return self.runs(name)[-1]

    def due(self, name: str) -> timedelta | None:
        """How long after its start it is due."""
        run = self.run(name)
        return run.due - run.start if run.due else None

    def status(self, name: str) -> DeadlineStatus | None:
        runs = self.runs(name)
        return runs[-1].status if runs else None

    def delivered(self) -> Case:
        """A receipt for all that is on its way."""
        for message in sorted(self.desk.get(self.id).facts.open_messages):
            self.do(s.receipt(message), by=s.SYSTEM)
        return self

    def told(self) -> Case:
        """Solved, proved, told and delivered."""
        return self.do(c.Resolve("mended", s.OWN)).do(s.PASSED, by=s.WANG).do(s.notice()).delivered()

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What the commands of a kind said."""
        return [dict(event.data) for event in self.desk.history(self.id) if event.kind == kind]

    def reminders(self, about: str = "") -> list[str]:
        """What was reminded of, clock, run and level."""
        return [str(said.get("about", "")) for said in self.events("Remind") if about in str(said.get("about", ""))]

    def misses(self, clock: str = "") -> list[str]:
        """The runs whose breach is on record."""
        return [said["clock"] for said in self.events("MissDeadline") if str(said["clock"]).startswith(clock)]


def open_case(grade: str = "", policy: Policy | None = None, url: str = "memory://", **fields: Any) -> Case:
    """A received complaint in Shanghai; triaged, when a grade is given."""
    clock = FrozenClock(MONDAY)
    house = attrs.evolve(policy or s.CHINA, language=s.CHINA.language, zone=s.CHINA.zone)
    desk = Desk.open(url, policy=house, clock=clock)
    received = desk.receive(s.receive(**{"customer": Customer("u-17"), **fields}), by=s.SYSTEM)
    case = Case(desk, clock, received.id)
    return case.do(s.triage(signals=GRADES[grade])) if grade else case


def staff_messages(case: Case) -> list[StaffMessage]:
    """What waits in the outbox for staff."""
    with case.desk._units.store.writing() as session:
        claimed = session.claim(1000, case.clock.now, case.clock.now)
    return [one.message for one in claimed if isinstance(one.message, StaffMessage)]
