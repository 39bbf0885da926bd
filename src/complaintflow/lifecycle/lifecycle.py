"""The lifecycle: the pure step over the table. `complaintflow.lifecycle.table` explains how it works."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from copy import copy
from datetime import datetime
from functools import cache
from typing import Any, Literal

import attrs
import msgspec

from complaintflow import commands as c
from complaintflow._validation.bounds import check_bounds
from complaintflow._validation.structure import at_utc, replace_unchecked
from complaintflow.commands._context import Ask, Decision, names
from complaintflow.commands._parts import asks_identity, change_cycle
from complaintflow.commands.signs import change_signs, concerns_signs
from complaintflow.errors import DefinitionError, InvalidInput, NotPossible, Problem, Refusal, Refused
from complaintflow.lifecycle.cautions import cautions, known_names, name_fields
from complaintflow.lifecycle.guards import GUARDS, Guard, rule_of
from complaintflow.lifecycle.horizon import time_fields, within_horizon
from complaintflow.lifecycle.payments import OF_THE_MATTER, looks_at_matter
from complaintflow.lifecycle.repetition import last_words, repeats
from complaintflow.lifecycle.room import room_for_parts
from complaintflow.lifecycle.rows import STAFF_ROLE, SYSTEM_ONLY, Row, check_rows
from complaintflow.lifecycle.staff_only import said_by_staff
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event, evolve
from complaintflow.record.facts import Facts, hazards_of
from complaintflow.record.keys import message_name
from complaintflow.sla.definition import check_clocks
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, SYSTEM, Effect as E, State as S


@attrs.frozen
class Step:
    """What a command would be answered now: impossible, refused (with the reasons), or open (with its fields).

    `phrases` are what the playbook suggests to say with a message to the customer, in the customer's language (R42).
    """

    command: str
    status: Literal["impossible", "refused", "open"]
    refusals: tuple[Refusal, ...] = ()
    fields: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


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
        self._rows = _rows_by_move(self.table)
        self._moves = tuple("|".join(move) for move in self.moves())
        self._on_matter = _effects_on_matter(self._rows)
        self._with_signs = frozenset(row.command for row in self.table if concerns_signs(row.command, row.who))
        of_people: frozenset[Any] = frozenset(row.command for row in self.table if row.who != SYSTEM_ONLY)
        self._of_people = of_people
        self._with_times = frozenset(kind for kind in of_people if time_fields(kind))
        kinds: Iterable[Any] = self.commands.values()
        self._with_names = frozenset(kind for kind in kinds if kind is c.Correct or name_fields(kind))
        self._set_guards(guards or {})
        self._set_policy(policy or Policy())

    def _set_guards(self, added: Mapping[E, Iterable[Guard]]) -> None:
        """Set the guards beside the built-in ones, and what follows from table and guards."""
        self._added = {effect: tuple(added.get(effect, ())) for effect in E}
        self.guards = {effect: (*GUARDS[effect], *self._added[effect]) for effect in E}
        self.digest = self._digest()

    def _set_policy(self, policy: Policy) -> None:
        """Set what each lifecycle has of its own, also beside others of one table with the same guards."""
        self.policy = policy
        self._called: dict[frozenset[E], tuple[tuple[str, Guard], ...]] = {}
        self._check_overridable()
        check_clocks(self.policy, frozenset(row.kind for row in self.table))
        self._versions = (self.digest, self.policy.digest)

    @staticmethod
    def default(policy: Policy | None = None) -> Lifecycle:
        """The built-in table under a policy. The table is prepared once."""
        built_in = _built_in()
        return built_in.under(policy or built_in.policy)

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
        other = copy(self)
        other._set_policy(policy)
        return other

    def with_guards(self, guards: Mapping[E, Iterable[Guard]]) -> Lifecycle:
        """The same lifecycle with additional guards."""
        if not any(guards.values()):
            return self
        more = {effect: (*self._added[effect], *guards.get(effect, ())) for effect in E}
        other = copy(self)
        other._set_guards(more)
        other._set_policy(self.policy)
        return other

    def machine(self) -> Any:
        """The whole lifecycle as a machine of `transitions`, to adopt, to draw and to extend. Built at each call.

        Its model has a `complaint`, and its events take `command`, `by`, `at` and, where one is named, `related`. A
        move asks `decide` first and raises what speaks against it: `Refused` with all reasons, or `NotPossible`. After
        it the model's `complaint` is the one after the move.
        """
        from complaintflow.lifecycle._machine import Edge, build_machine  # noqa: PLC0415 - no step goes through it

        edges = [
            Edge(row.kind, str(source), str(row.leads(source)), row)
            for row in self.table
            for source in sorted(row.sources)
        ]
        return build_machine(self.states, edges, self._move)

    def _move(self, event: Any) -> Row:
        """Decide for the machine: the row of the move. The model keeps the complaint after it."""
        model, command = event.model, event.kwargs["command"]
        if type(command).__name__ != event.event.name:
            raise InvalidInput((Problem("command", type(command).__name__, event.event.name),))
        complaint, by, at = model.complaint, event.kwargs["by"], event.kwargs["at"]
        related = tuple(event.kwargs.get("related", ()))
        decision = self.decide(complaint, command, by=by, at=at, related=related)
        if decision.refusals:
            raise Refused(complaint.id, type(command).__name__, decision.refusals)
        ask = self._ask(complaint, command, by, at, related)
        row = self._row(ask)
        if row is None:
            raise self._impossible(ask)
        model.complaint = self.evolve(complaint, decision.events)
        return row

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
        text = "\n".join([*self._moves, *guards])
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
        `InvalidInput` for a naive `at` and for what is over the policy's limits, and `DefinitionError` for a command
        without a row.
        """
        if self.commands.get(type(command).__name__) is not type(command):
            problem = Problem("command", f"{type(command).__name__}, which has no row", "a row in the table")
            raise DefinitionError((problem,))
        command = _spelled(command.in_house(self.policy), self.policy)
        data = command.encoded()
        if len(data) > self._fits_any_limit(command):
            check_bounds(command, self.policy.text_limit, self.policy.limits, len(data))
        speaks = complaint.facts.last_told and command.customer_text()
        again = bool(speaks) and repeats(command, last_words(complaint, self.commands))
        return self._decide(self._ask(complaint, command, by, at, related, again), data)

    def _ask(
        self,
        complaint: Complaint,
        command: c.Command,
        by: Actor,
        at: datetime,
        related: Iterable[Complaint],
        again: bool = False,
    ) -> Ask:
        """The question whether this command is allowed now; `again` says that it repeats what was told last."""
        seq = complaint.version + 1
        return Ask(complaint.id, complaint.facts, command, by, at_utc(at), self.policy, tuple(related), seq, again)

    def _decide(self, ask: Ask, data: bytes = b"{}") -> Decision:
        facts, kind = ask.facts, type(ask.command).__name__
        row = self._row(ask)
        if row is None:
            return Decision(not_possible=self._impossible(ask))
        refusals = self._refusals(row, ask)
        if refusals:
            return Decision(refusals=refusals)
        asked = {**ask.changes, **change_signs(ask)} if type(ask.command) in self._with_signs else ask.changes
        changes = {name: value for name, value in asked.items() if getattr(facts, name) != value}
        changes.update(_lasting(facts, changes, ask.policy))
        reached = str(facts.state if row.target is None else row.target)
        event = Event(ask.seq, ask.at, ask.by.id, kind, data, reached, changes, self._versions)
        return Decision(events=(event,), cautions=cautions(ask) if self._has_names(ask) else ())

    def _row(self, ask: Ask) -> Row | None:
        """The one row that applies, if the command has a move from this state."""
        leaving = self._rows.get((type(ask.command).__name__, ask.facts.state), ())
        return next((row for row in leaving if row.when is None or row.when(ask)), None)

    def _refusals(self, row: Row, ask: Ask) -> tuple[Refusal, ...]:
        """All reasons against this row: of the actor, of its rules, and of the guards of its effects."""
        lifted = ask.facts.cycle.overridden & ask.policy.overridable
        asked = row.named_rules + self.guards_for(_effects(row, ask))
        answers = [allowed(row, ask), *[guard(ask) for rule, guard in asked if rule not in lifted]]
        if CUSTOMER in ask.by.roles:
            answers.insert(1, said_by_staff(ask))
        if SYSTEM not in ask.by.roles or isinstance(ask.command, c.Receive):
            answers.append(room_for_parts(ask))
        if type(ask.command) in self._with_times:
            answers.append(within_horizon(ask))
        if self._has_names(ask):
            answers.insert(1, known_names(ask))
        return tuple([refusal for refusal in answers if refusal is not None])

    def _fits_any_limit(self, command: c.Command) -> int:
        """What takes no more bytes is within every limit. What only the system asks for has texts, and few of them."""
        return self.policy.smallest_limit if type(command) in self._of_people else self.policy.text_limit

    def _has_names(self, ask: Ask) -> bool:
        """R7: whether there is a name that the policy may not know: in the command, or a role of the actor."""
        return type(ask.command) in self._with_names or not ask.by.roles <= self.policy.known_names["role"]

    def _impossible(self, ask: Ask) -> NotPossible:
        """The move does not exist; name the commands that this kind of actor has here."""
        state = ask.facts.state
        possible = {row.kind for row in self.table if state in row.sources and _is_for(row, ask.by, self.policy)}
        return NotPossible(ask.id, type(ask.command).__name__, str(state), tuple(sorted(possible)))

    def has_move(self, command: c.Command, complaint: Complaint) -> bool:
        """Whether the command has any move from the state of the complaint."""
        return (type(command).__name__, complaint.state) in self._rows

    def looks_at_matter(self, command: c.Command, complaint: Complaint) -> bool:
        """R26: whether the rules look at all complaints of the same customer and order, given as `related`."""
        effects = self._on_matter.get((type(command).__name__, complaint.state))
        return effects is not None and looks_at_matter(effects, complaint.facts)

    def evolve(self, complaint: Complaint, events: Iterable[Event]) -> Complaint:
        """The complaint after these events. Pure."""
        return evolve(complaint, events)

    def steps(
        self, complaint: Complaint, *, by: Actor, at: datetime, related: Iterable[Complaint] = ()
    ) -> tuple[Step, ...]:
        """What every command of this actor would be answered now, for a form that disables commands and says why."""
        blank, told = self._ask(complaint, _NOTHING, by, at, related), last_words(complaint, self.commands)
        phrases = complaint.playbook(self.policy, complaint.customer.language).soothing
        kinds = (self.commands[kind] for kind in sorted(self.commands))
        return tuple(self._step(kind, blank, told, phrases) for kind in kinds)

    def _step(self, kind: type[c.Command], blank: Ask, told: str, phrases: tuple[str, ...]) -> Step:
        name = kind.__name__
        if (name, blank.facts.state) not in self._rows:
            return Step(name, "impossible")
        asks = (msgspec.structs.replace(blank, command=one, repeats=repeats(one, told)) for one in kind.samples(blank))
        decisions = [self._decide(ask) for ask in asks]
        if any(decision.accepted for decision in decisions):
            return Step(name, "open", fields=_fields(kind), phrases=phrases if E.SPEAKS in kind.EFFECTS else ())
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


@cache
def _built_in() -> Lifecycle:
    return Lifecycle()


def _rows_by_move(table: Iterable[Row]) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """The rows of each command that leave each state, in the order of the table."""
    found: dict[tuple[str, str], tuple[Row, ...]] = {}
    for row in table:
        for source in row.sources:
            found[row.kind, source] = (*found.get((row.kind, source), ()), row)
    return found


def _effects_on_matter(rows: Mapping[tuple[str, str], tuple[Row, ...]]) -> Mapping[tuple[str, str], frozenset[E]]:
    """R26: the moves that may have effects which look at other complaints, with their effects."""
    effects = {move: frozenset[E]().union(*(row.effects for row in leaving)) for move, leaving in rows.items()}
    return {move: found for move, found in effects.items() if not found.isdisjoint(OF_THE_MATTER)}


def allowed(row: Row, ask: Ask) -> Refusal | None:
    """R18a, R33: the row is for this kind of actor, and customers act only on their own complaints."""
    by = ask.by
    if CUSTOMER in by.roles and by.id != _owner(ask):
        return Refusal("allowed", "it is another customer's complaint", "act as the customer of this one")
    if _is_for(row, by, ask.policy):
        return None
    given = ", ".join(sorted(by.roles))
    if by.is_staff and STAFF_ROLE in row.who:
        remedy = f"act in a role of staff, one of: {names(ask.policy.staff_roles)}; or add it to the policy's roles"
        return Refusal("allowed", f"the policy knows no role {given}", remedy)
    return Refusal("allowed", f"{row.kind} is not for {given}", f"ask one of: {', '.join(sorted(row.who))}")


def _is_for(row: Row, by: Actor, policy: Policy) -> bool:
    """Whether the row is for this kind of actor. A role that neither the row nor the policy names gives nothing."""
    if STAFF_ROLE in row.who and not by.roles.isdisjoint(policy.staff_roles):
        return True
    return not by.roles.isdisjoint(row.who - {STAFF_ROLE})


def _owner(ask: Ask) -> str:
    """The customer of the complaint, or of the one that is being received."""
    customer: Any = ask.field("customer", None)
    return ask.facts.customer or (customer.id if customer else "")


def _fields(kind: Any) -> tuple[str, ...]:
    """The required fields of a command."""
    return tuple(field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING)


def _effects(row: Row, ask: Ask) -> frozenset[E]:
    """The effects of the command, of the row and its target, of the changes, and of the text."""
    return ask.command.effects(ask).union(
        row.added_effects[ask.facts.state],
        _effects_of_changes(ask.facts, ask.changes),
        (E.WRITES,) if ask.spoken_text else (),
    )


def _effects_of_changes(facts: Facts, changes: Mapping[str, Any]) -> list[E]:
    """The effects of changes: of messages, the team, the grade downwards or what keeps it up, payments, fixes."""
    found: list[E] = []
    if "messages" in changes and message_name(changes["messages"]) not in changes.get("to_us", ()):
        found.append(E.SPEAKS)
    if facts.team and changes.get("team", facts.team) != facts.team:
        found.append(E.HANDS_OFF)
    grade = changes.get("grade")
    if facts.grade and grade and grade < facts.grade:
        found.append(E.REGRADES)
    hazard_gone = "signals" in changes and facts.hazards - hazards_of(changes["signals"])
    if hazard_gone or (facts.incident and not changes.get("incident", facts.incident)):
        found.append(E.CLEARS)
    if any(not payment.complaint and payment not in facts.paid for payment in changes.get("paid", ())):
        found.append(E.PAYS)
    if "cycle" in changes and changes["cycle"].fix > facts.cycle.fix:
        found.append(E.MENDS)
    return found


def _lasting(facts: Facts, changes: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    """What an event leaves behind, whatever command it came from: the worst grade of the cycle (R33), and that identity
    is asked (R22)."""
    found: dict[str, Any] = {}
    cycle, grade = changes.get("cycle", facts.cycle), changes.get("grade", facts.grade)
    if grade and grade != cycle.worst and (cycle.worst is None or grade > cycle.worst):
        found["cycle"] = change_cycle(cycle, worst=grade)
    if not facts.identity_asked and ("type" in changes or "signals" in changes):
        asked = asks_identity(changes.get("type", facts.type), changes.get("signals", facts.signals), policy)
        found.update({"identity_asked": True} if asked else {})
    return found


def _spelled(command: c.Command, policy: Policy) -> c.Command:
    """The command with the names of types, areas, channels and teams as the policy spells them."""
    kind: Any = type(command)
    changes: dict[str, str] = {}
    for field in name_fields(kind):
        name = getattr(command, field)
        if isinstance(name, str) and (spelled := policy.spell(field, name)) != name:
            changes[field] = spelled
    return replace_unchecked(command, **changes) if changes else command
