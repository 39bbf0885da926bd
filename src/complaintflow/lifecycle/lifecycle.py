"""The lifecycle: the pure step over the table. `complaintflow.lifecycle.table` explains how it works."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from copy import copy
from datetime import datetime
from typing import Any, Literal

import attrs
import msgspec

from complaintflow import commands as c
from complaintflow._validation.lengths import check_lengths
from complaintflow._validation.structure import at_utc
from complaintflow.commands._context import Ask, Decision
from complaintflow.errors import DefinitionError, NotPossible, Problem, Refusal
from complaintflow.lifecycle._machine import Edge, Stepper
from complaintflow.lifecycle.guards import GUARDS, Guard, rule_of
from complaintflow.lifecycle.rows import Row, allowed, check_rows
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event, evolve
from complaintflow.record.facts import Facts
from complaintflow.sla.definition import check_clocks
from complaintflow.values import Actor
from complaintflow.vocabulary import Effect as E, State as S


@attrs.frozen
class Step:
    """What a command would be answered now: impossible, refused (with the reasons), or open (with its fields)."""

    command: str
    status: Literal["impossible", "refused", "open"]
    refusals: tuple[Refusal, ...] = ()
    fields: tuple[str, ...] = ()


class Lifecycle:
    """A table with its policy and guards. It never changes, so many threads can share it.

    `table` replaces the built-in rows, and `guards` are added to the built-in guards: a custom command needs a row, a
    custom guard an effect. Raises `DefinitionError` for rows that declare less than their commands do.
    """

    def __init__(
        self,
        table: Iterable[Row] = TABLE,
        policy: Policy | None = None,
        guards: Mapping[E, Iterable[Guard]] | None = None,
    ) -> None:
        self.table = tuple(table)
        check_rows(self.table)
        self.commands: Mapping[str, type[c.Command]] = {row.kind: row.command for row in self.table}
        states = sorted({*S, *(state for row in self.table for state in (*row.sources, row.target) if state)})
        self.states: tuple[str, ...] = tuple(map(str, states))
        self._stepper: Stepper[Row] = Stepper(self.states, self._edges())
        self._set_rules(policy or Policy(), guards or {})

    def _set_rules(self, policy: Policy, added: Mapping[E, Iterable[Guard]]) -> None:
        """Set what may differ between lifecycles of one table."""
        self.policy = policy
        self._added = {effect: tuple(added.get(effect, ())) for effect in E}
        self.guards = {effect: (*GUARDS[effect], *self._added[effect]) for effect in E}
        self._check_overridable()
        check_clocks(self.policy, frozenset(row.kind for row in self.table))
        self._called: dict[frozenset[E], tuple[tuple[str, Guard], ...]] = {}
        self.digest = self._digest()
        self._versions = (self.digest, self.policy.digest)

    def _with_rules(self, policy: Policy, added: Mapping[E, Iterable[Guard]]) -> Lifecycle:
        """Another lifecycle of the same table; it shares the machine, which is expensive to build."""
        other = copy(self)
        other._set_rules(policy, added)
        return other

    @classmethod
    def default(cls, policy: Policy | None = None) -> Lifecycle:
        """The built-in table under a policy."""
        return cls(policy=policy)

    def _check_overridable(self) -> None:
        """Raise `DefinitionError` for overridable rules that no guard and no row has."""
        guards = {rule_of(guard) for called in self.guards.values() for guard in called}
        known = guards.union(*({rule_of(rule) for rule in row.rules} for row in self.table))
        unknown = sorted(self.policy.overridable - known)
        if unknown:
            listed = f"one of {', '.join(sorted(known))}"
            raise DefinitionError(tuple(Problem("overridable", rule, listed) for rule in unknown))

    def under(self, policy: Policy) -> Lifecycle:
        """The same table and guards under another policy."""
        return self._with_rules(policy, self._added)

    def with_guards(self, guards: Mapping[E, Iterable[Guard]]) -> Lifecycle:
        """The same lifecycle with additional guards."""
        if not any(guards.values()):
            return self
        more = {effect: (*self._added[effect], *guards.get(effect, ())) for effect in E}
        return self._with_rules(self.policy, more)

    def _edges(self) -> list[Edge[Row]]:
        return [
            Edge(row.kind, str(source), str(row.leads(source)), row)
            for row in self.table
            for source in sorted(row.sources)
        ]

    def moves(self) -> list[tuple[str, str, str, str, str, str]]:
        """Every move as text: command, source, target, who, effects, rules of the row; sorted."""
        return sorted(
            (
                str(row),
                str(source),
                str(row.leads(source)),
                " ".join(sorted(row.who)),
                " ".join(sorted(row.effects)),
                " ".join(rule_of(rule) for rule in row.rules),
            )
            for row in self.table
            for source in row.sources
        )

    def _digest(self) -> str:
        guards = [f"{effect} {rule_of(guard)}" for effect, called in self.guards.items() for guard in called]
        text = "\n".join([*("|".join(move) for move in self.moves()), *guards])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def decide(
        self,
        complaint: Complaint,
        command: c.Command,
        *,
        by: Actor,
        at: datetime,
        related: Iterable[Complaint] = (),
    ) -> Decision:
        """Decide about a command: one event, all refusals, or that the move does not exist. Pure.

        `at` is aware. `related` are the complaints that the command refers to (the target of a merge). Raises
        `InvalidInput` for a naive `at` and for texts over the policy's limit, and `DefinitionError` for a command
        without a row.
        """
        if self.commands.get(type(command).__name__) is not type(command):
            problem = Problem("command", f"{type(command).__name__}, which has no row", "a row in the table")
            raise DefinitionError((problem,))
        data = command.encoded()
        if len(data) > self.policy.text_limit:  # otherwise no text in it can be longer
            check_lengths(command, self.policy.text_limit)
        ask = Ask(complaint.id, complaint.facts, command, by, at_utc(at), self.policy, tuple(related))
        return self._decide(complaint.version, ask, data)

    def _decide(self, version: int, ask: Ask, data: bytes = b"{}") -> Decision:
        facts = ask.facts
        kind, state = type(ask.command).__name__, str(facts.state)
        leaving = self._stepper.rows(kind, state)
        row = next((row for row in leaving if row.when is None or row.when(ask)), None)
        if row is None:
            return self._impossible(ask, kind)
        refusals = self._refusals(row, ask)
        if refusals:
            return Decision(refusals=refusals)
        changes = {name: value for name, value in ask.changes.items() if getattr(facts, name) != value}
        reached = self._stepper.step(kind, state, row)
        event = Event(version + 1, ask.at, ask.by.id, kind, data, reached, changes, self._versions)
        return Decision(events=(event,))

    def _refusals(self, row: Row, ask: Ask) -> tuple[Refusal, ...]:
        """All reasons against this row: of the actor, of its rules, and of the guards of its effects."""
        lifted = ask.facts.cycle.overridden & ask.policy.overridable
        asked = row.named_rules + self.guards_for(_effects(row, ask))
        answers = [allowed(row, ask), *[guard(ask) for rule, guard in asked if rule not in lifted]]
        return tuple([refusal for refusal in answers if refusal is not None])

    def _impossible(self, ask: Ask, kind: str) -> Decision:
        """The move does not exist; name the commands that this kind of actor has here."""
        state = ask.facts.state
        possible = {row.kind for row in self.table if state in row.sources and row.is_for(ask.by)}
        return Decision(not_possible=NotPossible(ask.id, kind, str(state), tuple(sorted(possible))))

    def has_move(self, command: c.Command, complaint: Complaint) -> bool:
        """Whether the command has any move from the state of the complaint."""
        return bool(self._stepper.rows(type(command).__name__, str(complaint.state)))

    def evolve(self, complaint: Complaint, events: Iterable[Event]) -> Complaint:
        """The complaint after these events. Pure."""
        return evolve(complaint, events)

    def steps(
        self, complaint: Complaint, *, by: Actor, at: datetime, related: Iterable[Complaint] = ()
    ) -> tuple[Step, ...]:
        """What every command of this actor would be answered now, for a form that disables commands and says why."""
        related = tuple(related)
        return tuple(self._step(complaint, self.commands[kind], by, at, related) for kind in sorted(self.commands))

    def _step(
        self, complaint: Complaint, kind: type[c.Command], by: Actor, at: datetime, related: tuple[Complaint, ...]
    ) -> Step:
        name = kind.__name__
        if not self._stepper.rows(name, str(complaint.state)):
            return Step(name, "impossible")
        blank = Ask(complaint.id, complaint.facts, _NOTHING, by, at_utc(at), self.policy, related)
        decisions = [
            self._decide(complaint.version, msgspec.structs.replace(blank, command=one)) for one in kind.samples(blank)
        ]
        if any(decision.accepted for decision in decisions):
            return Step(name, "open", fields=_fields(kind))
        refused = [decision.refusals for decision in decisions if decision.refusals]
        return Step(name, "refused", min(refused, key=len)) if refused else Step(name, "impossible")

    def guards_for(self, effects: frozenset[E]) -> tuple[tuple[str, Guard], ...]:
        """The guards of these effects, each once, with the names of their rules."""
        found = self._called.get(effects)
        if found is None:
            called = dict.fromkeys(guard for effect in E if effect in effects for guard in self.guards[effect])
            found = self._called[effects] = tuple((rule_of(guard), guard) for guard in called)
        return found


_NOTHING = c.Command()
"""A placeholder for questions without a command: samples read only the facts."""


def _fields(kind: Any) -> tuple[str, ...]:
    """The required fields of a command."""
    return tuple(field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING)


def _effects(row: Row, ask: Ask) -> frozenset[E]:
    """The effects of the command, of the row and its target, and of the changes."""
    return ask.command.effects(ask).union(
        row.added_effects[ask.facts.state], _effects_of_changes(ask.facts, ask.changes)
    )


def _effects_of_changes(facts: Facts, changes: Mapping[str, Any]) -> list[E]:
    """The effects of changes: of the team, of the grade downwards, of payments."""
    found: list[E] = []
    if facts.team and changes.get("team", facts.team) != facts.team:
        found.append(E.HANDS_OFF)
    grade = changes.get("grade")
    if facts.grade and grade and grade < facts.grade:
        found.append(E.REGRADES)
    if "cycle" in changes and changes["cycle"].paid > facts.cycle.paid:
        found.append(E.PAYS)
    return found
