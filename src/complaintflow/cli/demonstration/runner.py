"""What the scenes run on: a desk, a clock moved by hand, and every refusal that has not been shown yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import attrs

from complaintflow.commands import Command
from complaintflow.desk.desk import Desk
from complaintflow.errors import NotPossible, Refusal, Refused
from complaintflow.plugins import Channel, CustomerMessage, Outcome, hookimpl
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor
from complaintflow.vocabulary import ReceiptStatus

POLICY = """
sending.rings = []
machines.budget = 1
[compensation_limits.agent]
USD = "50"
[compensation_limits.lead]
USD = "250"
"""
"""What differs from the default policy: the limits are in dollars, nobody is woken up by a message, and a machine acts
on a complaint once."""


class DemoClock:
    """A clock that stands still until somebody moves it; days pass in no time."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


_NAMED = re.compile(r"[A-Z]?\d+|\(.*?\)")
"""Ids, numbers and names in brackets: two refusals that differ in nothing else are alike."""


class Inbox:
    """The customers of the demo: what is sent to them arrives at once. A log would reach nobody (R33)."""

    def send(self, message: CustomerMessage) -> Outcome:
        """Take it."""
        return Outcome(ReceiptStatus.DELIVERED, detail="read by a customer of the demo")


@attrs.frozen
class Ways:
    """A way to the customers under each name that the policy knows."""

    policy: Policy
    name: str = "demo customers"

    @hookimpl
    def channels(self) -> Mapping[str, Channel]:
        """The one inbox."""
        return dict.fromkeys(self.policy.channels, Inbox())


class NotRefused(RuntimeError):
    """A rule should have refused and did not: the demo has failed."""


@attrs.frozen
class RefusedCommand:
    """One refusal as it happened: who asked for what, and what the rule said."""

    command: str
    by: str
    refusal: Refusal


class Runner:
    """Asks the desk for what the scenes want, and keeps the first refusal of each kind."""

    def __init__(self, desk: Desk, clock: DemoClock) -> None:
        self.desk = desk
        self.clock = clock
        self._refusals: list[RefusedCommand] = []
        self.delivered = 0
        self._seen: set[tuple[str, str, str]] = set()

    def do(self, id: str, *commands: Command, by: Actor) -> Complaint:
        """Ask for the commands, all of which must go through."""
        return self.desk.do(id, *commands, by=by)

    def expect_refusal(self, id: str, *commands: Command, by: Actor) -> None:
        """Ask for what the rules must refuse. Raises `NotRefused` when they do not."""
        try:
            self.desk.do(id, *commands, by=by)
        except Refused as refused:
            self._keep(refused, by)
        except NotPossible as error:
            raise NotRefused(str(error)) from error
        else:
            raise NotRefused(f"{commands[-1]} by {by.id} went through for {id}")

    def _keep(self, refused: Refused, by: Actor) -> None:
        for refusal in refused.refusals:
            kind = (refused.command, refusal.rule, _NAMED.sub("#", refusal.why))
            if kind not in self._seen:
                self._seen.add(kind)
                self._refusals.append(RefusedCommand(refused.command, by.id, refusal))

    def take_refusals(self) -> tuple[RefusedCommand, ...]:
        """The refusals since the last call."""
        refusals = tuple(self._refusals)
        self._refusals.clear()
        return refusals

    def deliver(self) -> None:
        """Send everything that waits."""
        while (sent := self.desk.deliver()).outcomes:
            self.delivered += sent.count(ReceiptStatus.DELIVERED)

    def complaints(self) -> Iterator[Complaint]:
        """Everything in the store, page by page."""
        page = self.desk.find(limit=200)
        yield from page.complaints
        while page.next:
            page = self.desk.find(after=page.next, limit=200)
            yield from page.complaints
