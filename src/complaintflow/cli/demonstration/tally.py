"""How often each rule refused and passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from complaintflow.commands import Command
from complaintflow.commands._context import Ask, Decision
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Effect

RULES = tuple(dict.fromkeys(rule_of(guard) for guards in GUARDS.values() for guard in guards))
"""Every rule that a guard keeps, each once."""


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


class CountingLifecycle(Lifecycle):
    """The lifecycle of the library, unchanged, that counts what its guards say."""

    def __init__(self, policy: Policy) -> None:
        super().__init__(policy=policy)
        self.tally = Tally()

    def with_guards(self, guards: Mapping[Effect, Iterable[Guard]]) -> Lifecycle:
        """The demo has no plugins with guards: the same one goes on counting."""
        return self if not guards else super().with_guards(guards)

    def guards_for(self, effects: frozenset[Effect]) -> tuple[tuple[str, Guard], ...]:
        """The same guards, each of which first says that it was asked."""
        return tuple((rule, self._count_calls(rule, guard)) for rule, guard in super().guards_for(effects))

    def _count_calls(self, rule: str, guard: Guard) -> Guard:
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
