"""The stage: a desk with a clock moved by hand, where every rule that was asked is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow.commands import Command
from complaintflow.commands._context import Ask, Decision
from complaintflow.desk.desk import Desk
from complaintflow.errors import NotPossible, Refusal, Refused
from complaintflow.lifecycle.guards import GUARDS, Guard, rule_of
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor
from complaintflow.vocabulary import Effect, ReceiptStatus

if TYPE_CHECKING:
    from complaintflow.demo.week import Week

POLICY = """
[compensation_limits.agent]
USD = "50"
[compensation_limits.lead]
USD = "250"
"""
"""What differs from the default policy: the complaints are American, so the limits are in dollars."""

RULES = tuple(dict.fromkeys(rule_of(guard) for guards in GUARDS.values() for guard in guards))
"""Every rule that a guard keeps, each once."""


class DemoClock:
    """A clock that stands still until somebody moves it; days pass in no time."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


class Tally:
    """How often each rule refused, and how often it was asked by a command that went through."""

    def __init__(self) -> None:
        self.refused: Counter[str] = Counter()
        self.passed: Counter[str] = Counter()
        self.asked: list[str] = []

    def count(self, decision: Decision) -> None:
        """Add what came of one command."""
        self.refused.update(refusal.rule for refusal in decision.refusals)
        self.passed.update(self.asked if decision.accepted else ())

    @property
    def untried(self) -> tuple[str, ...]:
        """The rules that never refused or never let anything pass."""
        return tuple(rule for rule in RULES if not (self.refused[rule] and self.passed[rule]))


class Watched(Lifecycle):
    """The lifecycle of the library, unchanged, that counts what its guards say."""

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy=policy)
        self.tally = Tally()

    def with_guards(self, guards: Mapping[Effect, Iterable[Guard]]) -> Lifecycle:
        """The demo has no plugins with guards: the same one goes on counting."""
        return self if not guards else super().with_guards(guards)

    def guards_for(self, effects: frozenset[Effect]) -> tuple[tuple[str, Guard], ...]:
        """The same guards, each of which first says that it was asked."""
        return tuple((rule, self._noted(rule, guard)) for rule, guard in super().guards_for(effects))

    def _noted(self, rule: str, guard: Guard) -> Guard:
        def asked(ask: Ask) -> Refusal | None:
            self.tally.asked.append(rule)
            return guard(ask)

        return asked

    def decide(self, complaint: Complaint, command: Command, **question: Any) -> Decision:
        """The same decision, counted."""
        self.tally.asked.clear()
        decision = super().decide(complaint, command, **question)
        self.tally.count(decision)
        return decision


_NAMED = re.compile(r"[A-Z]?\d+|\(.*?\)")


class NotRefused(RuntimeError):
    """A rule should have refused and did not: the demo has failed."""


@attrs.frozen
class Turn:
    """One refusal as it happened: who asked for what, and what the rule said."""

    command: str
    by: str
    refusal: Refusal


class Stage:
    """What the scenes play on. It keeps every refusal that nobody has seen yet."""

    def __init__(self, desk: Desk, clock: DemoClock) -> None:
        self.desk = desk
        self.clock = clock
        self.turns: list[Turn] = []
        self.delivered = 0
        self._seen: set[tuple[str, str, str]] = set()

    def do(self, id: str, *commands: Command, by: Actor) -> Complaint:
        """Ask for the commands, all of which must go through."""
        return self.desk.do(id, *commands, by=by)

    def refused(self, id: str, *commands: Command, by: Actor) -> None:
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
                self.turns.append(Turn(refused.command, by.id, refusal))

    def new_turns(self) -> list[Turn]:
        """The refusals that were not shown yet."""
        turns, self.turns = self.turns, []
        return turns

    def deliver(self) -> None:
        """Send all that waits."""
        while (sent := self.desk.deliver()).outcomes:
            self.delivered += sent.count(ReceiptStatus.DELIVERED)


@attrs.frozen
class Report:
    """What the demo found: the file, how often each rule refused and passed, and whether the file is sound."""

    file: Path
    rows: int
    rules: Mapping[str, tuple[int, int]]
    untried: tuple[str, ...]
    sound: bool
    head: str
    seconds: float
    failure: str = ""
    week: Week | None = None

    @property
    def ok(self) -> bool:
        """Whether every rule refused and passed, and everything is sound."""
        return self.sound and not self.untried and not self.failure and (self.week is None or self.week.ok)
