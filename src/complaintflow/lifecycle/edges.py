"""The edges of a house's own lifecycle: what was asked for, and the rows of the table that it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
import msgspec

from complaintflow.commands import Command, MissDeadline, make
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.conditions import MissedClock, Noted, OtherClock
from complaintflow.lifecycle.endings import ending_faults
from complaintflow.lifecycle.notices import edge_problems, read_notices
from complaintflow.lifecycle.own_commands import OwnCommand
from complaintflow.lifecycle.required import RequiredFields
from complaintflow.lifecycle.rows import STAY, Row, When, needed_effects
from complaintflow.lifecycle.states import CustomState, stage_of, unfit_to_begin
from complaintflow.lifecycle.table import TABLE, begins
from complaintflow.lifecycle.timers import Timer
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import NEXT, PREVIOUS
from complaintflow.sla.timing import ALWAYS, budget_of
from complaintflow.values import Notice
from complaintflow.vocabulary import OPEN, Effect, State

STAYS = "stay"
"""As a target: the state stays."""
BACK = "previous"
"""As a target: the state before this one comes back."""
CHOSEN = "chosen"
"""As a target: the state that the command which began the wait has named, by its field `then`."""

Names = str | Iterable[str]

_WHO = frozenset({"staff", "customer", "system"})
EVERY = frozenset({"any", "any but"})
"""The words for all open states."""


@attrs.frozen
class Edge:
    """One edge as it was asked for, with its place."""

    command: str
    sources: frozenset[str]
    target: str
    who: frozenset[str]
    effects: frozenset[str]
    guards: tuple[str | Guard, ...]
    required: tuple[str, ...]
    clock: str
    when: str
    notices: Any
    after: str
    calendar: str
    fields: Mapping[str, Any]
    place: str


@attrs.frozen
class EdgeRows:
    """The rows of one edge."""

    edge: Edge
    states: Mapping[str, CustomState]
    commands: Mapping[str, type[Command]]
    standing: frozenset[str]
    edges: tuple[Edge, ...]
    guards: Mapping[str, Guard]
    own: Mapping[str, OwnCommand]
    templates: Mapping[str, tuple[str, str]]
    policy: Policy
    problems: list[Problem]

    def rows(self) -> Iterator[Row]:
        """One row, or one for each state that may come back or be chosen."""
        edge, command = self.edge, self.commands.get(self.edge.command)
        if command is None and edge.command not in self.own:  # what is wrong with one that is, is told there
            self._wrong("command", edge.command, "a command of the library, or one that is defined here")
        sources = self._sources()
        self._people()
        rules = tuple(one for named in edge.guards if (one := self._rule(named)) is not None)
        notices, timer = self._notices(command), self._timer(command, sources)
        if command is None or not sources:
            return
        rules = (*_rules_for(command, sources), *self._fields(command), *rules)
        for target, when in self._targets(command, sources):
            faults = [*ending_faults(command, sources, target, edge.who), *_begun(sources, target)]
            for part, found, expected in faults:
                self._wrong(part, found, expected)
            if faults:
                continue
            yield attrs.evolve(self._row(command, sources, target, rules, when), notices=notices, timer=timer)
        if edge.clock and command is not MissDeadline:
            self._wrong("clock", edge.clock, f"no clock: MissDeadline says which was missed, not {edge.command}")
        if edge.clock:
            yield Row(command, sources, STAY, command.EFFECTS, edge.who, rules, OtherClock(MissedClock(edge.clock)))

    def _row(self, command: Any, sources: frozenset[str], target: str | None, rules: Any, when: Any) -> Row:
        edge = self.edge
        implied = (needed_effects(command, source, source if target is None else target) for source in sources)
        named = effects_in(edge.effects, f"{edge.place}.effects", self.problems)
        effects = command.EFFECTS.union(*implied, named)
        return Row(command, sources, target, effects, edge.who, rules, when)

    def _targets(self, command: type[Command], sources: frozenset[str]) -> Iterator[tuple[str | None, When | None]]:
        edge = self.edge
        when = MissedClock(edge.clock) if edge.clock else self._condition(command, sources)
        if edge.target == STAYS:
            yield STAY, when
        elif edge.target in {BACK, CHOSEN}:
            fact = PREVIOUS if edge.target == BACK else NEXT
            for state in self._candidates(sources):
                yield state, Noted(fact, str(state), when)
        elif (found := self._state(edge.target)) is not None:
            yield found, when
        else:
            self._wrong("to", edge.target, "a state, stay, previous or chosen")

    def _condition(self, command: type[Command], sources: frozenset[str]) -> When | None:
        """The condition of the library that the edge names. One that leads elsewhere by condition has to name it."""
        stages = {stage_of(source) for source in sources}
        near = [row for row in TABLE if row.command is command and row.when is not None and stages & row.sources]
        known = {row.when.__name__: row.when for row in near if row.when is not None}
        listed = f"one of {', '.join(known)}" if known else f"no condition: {command.__name__} has none there"
        if self.edge.when and self.edge.when not in known:
            self._wrong("when", self.edge.when, listed)
        ends = {(row.target is STAY, row.target in OPEN) for row in near if not begins(row)}
        if not self.edge.when and len(ends) > 1:
            self.problems.append(Problem(f"{self.edge.place}.when", "nothing", f"{listed}: each leads elsewhere"))
        return known.get(self.edge.when)

    def _candidates(self, sources: frozenset[str]) -> list[str]:
        """The states that may come back, or be chosen: from which, or by which commands, one comes to these."""
        leading = [edge for edge in self.edges if edge.target in sources]
        if self.edge.target == BACK:
            if self.edge.sources & EVERY:
                self._wrong("from", "any", "the states by their names: each remembers what it goes back to")
            named = {str(state) for edge in leading for state in attrs.evolve(self, edge=edge, problems=[])._sources()}
            expected = "states to which an edge leads: only from there one comes back"
            for name in sorted(name for name in named if getattr(self._state(name), "remembers", False)):
                self._wrong("from", f"{name} before it", "a state that does not go back itself: one way back is kept")
        else:
            for edge in (one for one in leading if "then" not in self._fields_of(one.command)):
                other = f"{edge.command}, which leads there and has no field then"
                self._wrong("from", other, "states to which only commands with that field lead")
            fields = [self._fields_of(edge.command).get("then", ()) for edge in leading]
            named = {name for one in fields if not isinstance(one, str) for name in one}
            expected = "states to which a command of the house leads that has a field then, a list of states"
            for name in sorted(name for name in named if self._state(name) is None):
                self._wrong("from", f"then = {name}, in {self._naming(leading, name)}", "a state")
        found = sorted(state for name in named if (state := self._state(name)) is not None)
        if not found:
            self._wrong("from", ", ".join(sorted(map(str, sources))), expected)
        return found

    def _naming(self, leading: list[Edge], name: str) -> str:
        """The commands whose field `then` offers this name."""
        return ", ".join(sorted({one.command for one in leading if name in self._fields_of(one.command)["then"]}))

    def _fields_of(self, command: str) -> Mapping[str, str | tuple[str, ...]]:
        """The fields of a command of the house's own; of one of the library none leads anywhere."""
        return self.own[command].fields if command in self.own else {}

    def _sources(self) -> frozenset[str]:
        named = self.edge.sources - EVERY
        if "any" in self.edge.sources and named:
            self._wrong("from", ", ".join(sorted(named)), "any alone, or any but with the states that are left out")
        states = [state for name in sorted(named) if (state := self._source(name)) is not None]
        found = frozenset(one for one in self._every() if one not in named) if self.edge.sources & EVERY else states
        if not found and len(states) == len(named):
            self._wrong("from", "no state", "one at least")
        return frozenset(found)

    def _source(self, name: str) -> str | None:
        state = self._state(name)
        if state is None:
            self._wrong("from", name, "a state; one with a blank in its name stands in a list")
        return state

    def _every(self) -> list[str]:
        """The open states from which a word like `any` leads: the house's own, and the built-in ones that have rows.

        A state that goes back to the one before it is left out where the target goes back too: one way back is kept.
        """
        target = self.states.get(self.edge.target)
        goes_back = target is not None and target.remembers
        own = {one for one in self.states.values() if one.stage in OPEN and not (goes_back and one.remembers)}
        return sorted(own | (OPEN & self.standing))

    def _state(self, name: str) -> str | None:
        if name in self.states:
            return self.states[name]
        return State(name) if name in {*State} else None

    def _people(self) -> None:
        """Who asks: anybody of a kind, or whoever of staff has one of these roles of the policy."""
        known = _WHO | self.policy.staff_roles
        wrong = self.edge.who - known
        if wrong or not self.edge.who:
            self._wrong("who", ", ".join(sorted(wrong)) or "nobody", f"some of {', '.join(sorted(known))}")

    def _notices(self, command: type[Command] | None) -> tuple[Notice, ...]:
        """The notices of this edge; none where something is wrong with one, which is told with its place."""
        path, known = f"{self.edge.place}.notices", len(self.problems)
        notices = read_notices(self.edge.notices, self.templates, path, self.problems)
        if command is not None:
            self.problems.extend(edge_problems(command, notices, self.policy, path))
        return notices if len(self.problems) == known else ()

    def _timer(self, command: type[Command] | None, sources: frozenset[str]) -> Timer | None:
        """The timer of this edge; None where it has none, or something is wrong with it, which is told."""
        edge, known = self.edge, len(self.problems)
        if not edge.after:
            for key in ("calendar", "fields"):
                if getattr(edge, key):
                    self._wrong(key, str(getattr(edge, key)), "`after` as well: what the system asks for, and when")
            return None
        if command is not None:
            self.problems.extend(timer_faults(edge, command, sources, self.policy))
        says = msgspec.json.encode(edge.fields, order="deterministic").decode() if edge.fields else ""
        return Timer(edge.after, edge.calendar or ALWAYS, says) if len(self.problems) == known else None

    def _fields(self, command: Any) -> Iterator[Guard]:
        """The rule that this edge adds where it requires fields that its command may leave out."""
        fields = tuple(field.name for field in attrs.fields(command))
        for name in self.edge.required:
            if name not in fields:
                self._wrong("required", name, f"one of the fields of {command.__name__}: {', '.join(fields) or 'none'}")
        if self.edge.required:
            yield RequiredFields(tuple(dict.fromkeys(self.edge.required)))

    def _rule(self, named: str | Guard) -> Guard | None:
        return find_guard(named, self.guards, f"{self.edge.place}.guards", self.problems)

    def _wrong(self, key: str, found: str, expected: str) -> None:
        self.problems.append(Problem(f"{self.edge.place}.{key}", repr(found), expected))


def _begun(sources: frozenset[str], target: str | None) -> Iterator[tuple[str, str, str]]:
    """Why an open complaint may not begin where this edge leads. What another system ended is no beginning."""
    if State.NEW in sources and target is not None and stage_of(target) in OPEN:
        yield from (("to", found, expected) for found, expected in unfit_to_begin(target))


def timer_faults(edge: Edge, command: type[Command], sources: Iterable[str], policy: Policy) -> Iterator[Problem]:
    """All that is wrong with the timer of an edge."""
    path, calendars = edge.place, {ALWAYS, *policy.calendars}
    if command is MissDeadline:
        yield Problem(f"{path}.after", command.__name__, "`clock`: it says which clock was missed")
    if "system" not in edge.who:
        yield Problem(
            f"{path}.who", ", ".join(sorted(edge.who)), "the system among them: it asks when the time is over"
        )
    if budget_of(policy, edge.after) is None:
        expected = "a time like 3d, 4h, 2 working days, daily 10:00, or a key like promises.review_after"
        yield Problem(f"{path}.after", repr(edge.after), expected)
    if edge.calendar and edge.calendar not in calendars:
        yield Problem(f"{path}.calendar", repr(edge.calendar), f"one of {', '.join(sorted(calendars))}")
    for state in sorted(sources):
        if state == State.NEW or {"/", "@"} & set(state):
            yield Problem(f"{path}.from", repr(str(state)), "a state that lasts, without / and @ in its name")
    try:
        make(command.__name__, edge.fields, {command.__name__: command})
    except InvalidInput as wrong:
        for one in wrong.problems:
            yield Problem(f"{path}.fields.{one.path}", one.found, one.expected)


def _rules_for(command: type[Command], sources: Iterable[str]) -> tuple[Guard, ...]:
    """The rules of the built-in rows of a command, which a house's own edge does not lose: each once."""
    stages = {getattr(source, "stage", source) for source in sources}
    mine = [row for row in TABLE if row.command is command]
    near = [row for row in mine if stages & row.sources] or mine
    return tuple(dict.fromkeys(rule for row in near for rule in row.rules))


def names_in(given: Names) -> tuple[str, ...]:
    """The names of a list, or of a text with blanks between them, where it is no `any but`."""
    if not isinstance(given, str):
        return tuple(given)
    return ("any but", *given.removeprefix("any but").split()) if given.startswith("any but") else tuple(given.split())


def effects_in(given: Names, place: str, problems: list[Problem]) -> Iterator[Effect]:
    """The effects of these names. What is none is a problem at this place."""
    for name in names_in(given):
        if name in {*Effect}:
            yield Effect(name)
        else:
            problems.append(Problem(place, repr(name), f"one of {', '.join(sorted(Effect))}"))


_A_RULE = "a rule of the library, or one that a plugin (--plugin) or guards={…} brings"


def find_guard(named: str | Guard, known: Mapping[str, Guard], place: str, problems: list[Problem]) -> Guard | None:
    """The guard of a name among those that are known, or itself. One that is not there is a problem at this place."""
    if not isinstance(named, str):
        return named
    if named not in known:
        problems.append(Problem(place, repr(named), _A_RULE))
    return known.get(named)
