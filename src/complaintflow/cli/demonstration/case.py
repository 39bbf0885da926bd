"""One complaint of the demo."""

from __future__ import annotations

from datetime import datetime

import attrs

from complaintflow.cli.demonstration import words as w
from complaintflow.cli.demonstration.runner import Runner
from complaintflow.commands import Command
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.values import Actor


@attrs.define
class Case:
    """One complaint of the demo, and what the data says that its customer answered."""

    runner: Runner
    id: str
    answer: str = ""
    waiting: bool = False
    story: str = ""

    @property
    def complaint(self) -> Complaint:
        return self.runner.desk.get(self.id)

    @property
    def facts(self) -> Facts:
        return self.complaint.facts

    @property
    def at(self) -> datetime:
        return self.runner.clock()

    @property
    def customer(self) -> Actor:
        return Actor.customer(self.facts.customer)

    def do(self, *commands: Command, by: Actor = w.LI) -> None:
        """Ask for what must go through."""
        self.runner.do(self.id, *commands, by=by)

    def expect_refusal(self, *commands: Command, by: Actor = w.LI) -> None:
        """Ask for what must be refused."""
        self.runner.expect_refusal(self.id, *commands, by=by)
