"""A lifecycle of a house's own: states, commands and edges are put together, checked, and then frozen.

    rules = LifecycleBuilder.default()
    rules.state("pending", stage="investigating", pauses="customer", en="waiting for you")
    rules.add("AskCustomer", {"triaged", "investigating"}, "pending")
    rules.add("Answer", {"pending"}, "investigating", who="customer staff")
    lifecycle = rules.build()

Every guard of every effect comes with it: neither a state nor an edge can leave one out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self

import attrs

from complaintflow.commands import BUILTIN, Command, Merge, MissDeadline, Unmerge
from complaintflow.commands._context import Ask
from complaintflow.errors import DefinitionError, Problem
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.notices import edge_problems, read_notices, text_problems
from complaintflow.lifecycle.own_commands import OwnCommand
from complaintflow.lifecycle.required import RequiredFields
from complaintflow.lifecycle.rows import STAFF, STAY, Row, implied_effects
from complaintflow.lifecycle.states import STAGES, CustomState, stage_of
from complaintflow.lifecycle.table import BEGINS_AGAIN, KNOWN_RULES, TABLE
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import NEXT, PREVIOUS
from complaintflow.record.keys import RunKey
from complaintflow.values import Notice
from complaintflow.vocabulary import CUSTOMER, OPEN, Effect, PausedBy, State

STAYS = "stay"
"""As a target: the state stays."""
BACK = "previous"
"""As a target: the state before this one comes back."""
CHOSEN = "chosen"
"""As a target: the state that the command which began the wait has named, by its field `then`."""

Names = str | Iterable[str]


@attrs.frozen
class _Edge:
    """One edge as it was asked for, with its place."""

    command: str
    sources: frozenset[str]
    target: str
    who: frozenset[str]
    effects: frozenset[str]
    guards: tuple[str | Guard, ...]
    required: tuple[str, ...]
    clock: str
    notices: Any
    place: str


class LifecycleBuilder:
    """Puts a lifecycle together. `build` checks all of it at once and freezes it; the builder may go on.

    `guards` are the house's own rules by name: what a file names is one of these, or a rule of the library.
    """

    def __init__(self, rows: Iterable[Row] = (), guards: Mapping[str, Guard] | None = None) -> None:
        self._rows: list[Row] = list(rows)
        self._states: dict[str, dict[str, Any]] = {}
        self._commands: dict[str, OwnCommand] = {}
        self._templates: dict[str, tuple[str, str]] = {}
        self._edges: list[_Edge] = []
        self._effects: list[tuple[str, str | Guard, str]] = []
        self._guards = {**KNOWN_RULES, **(guards or {})}
        self._problems: list[Problem] = []

    @classmethod
    def default(cls, guards: Mapping[str, Guard] | None = None) -> Self:
        """A builder that begins with the built-in table."""
        return cls(TABLE, guards)

    def state(
        self,
        name: str,
        stage: str,
        *,
        zh: str = "",
        en: str = "",
        pauses: str = "",
        takes: str = "staying",
        place: str = "",
    ) -> Self:
        """Add a state with the meaning of a built-in one.

        It takes the commands that leave the state of its meaning as it is: `takes="nothing"` takes none of them from
        staff, and `takes="all"` also those that lead on. What customers say, what arrives and what a clock finds is
        taken in every state.
        """
        path = place or f"states.{name[:_LONGEST]}"
        told = {"stage": stage, "zh": zh, "en": en, "pauses": pauses, "takes": takes, "place": path}
        self._problems.extend(_state_problems(name, told, self._states))
        self._states[name] = told
        return self

    def command(
        self,
        name: str,
        fields: Mapping[str, Any] | None = None,
        effects: Names = (),
        *,
        required: Names | None = None,
        place: str = "",
    ) -> Self:
        """Add a command of the house's own. A field is a type (`text`, `number` …) or a list of choices.

        `required` are the fields that must be given: all of them where it is None. Of the others a text or a choice is
        blank where it is left out, and all else is None.
        """
        path = place or f"commands.{name}"
        known = frozenset(_effects(effects, f"{path}.effects", self._problems))
        given = {field: type if isinstance(type, str) else tuple(type) for field, type in (fields or {}).items()}
        made = OwnCommand(name, given, known, frozenset(given if required is None else _names(required)))
        self._problems.extend(made.problems(path))
        if name in BUILTIN:
            self._problems.append(Problem(path, name, "a name that no command of the library has"))
        self._commands[name] = made
        return self

    def template(self, name: str, *, zh: str = "", en: str = "", place: str = "") -> Self:
        """Add a text that notices of edges say, in Chinese and in English. `{complaint}` in it is the complaint's id.

        The desk writes it as it writes every message: by its page `notice`, where it has templates.
        """
        self._problems.extend(text_problems(name, zh, en, place or f"templates.{name}"))
        self._templates[name] = (zh, en)
        return self

    def add(  # noqa: PLR0913  # each argument is one part of an edge
        self,
        command: str,
        sources: Names,
        target: str = STAYS,
        *,
        who: Names = STAFF,
        effects: Names = (),
        guards: str | Iterable[str | Guard] = (),
        required: Names = (),
        clock: str = "",
        notices: Iterable[Mapping[str, str]] = (),
        place: str = "",
    ) -> Self:
        """Add an edge. `sources` are states, `"any"`, or `"any but"` and states; `target` is one, or a word for it.

        `required` are fields that the command may leave out elsewhere, and not on this edge. With `clock` it is taken
        when this clock of the policy was missed. An edge of a command that leaves the same state is replaced.
        `notices` say who is told when it is taken: each has an `audience`, a `template`, and perhaps the customer's
        `channel`.
        """
        path = place or f"edges[{len(self._edges)}]"
        edge = _Edge(
            command,
            frozenset(_names(sources)),
            target,
            frozenset(_names(who)),
            frozenset(_names(effects)),
            (guards,) if isinstance(guards, str) else tuple(guards),
            _names(required),
            clock,
            notices,
            path,
        )
        self._edges.append(edge)
        return self

    def replace(self, command: str, sources: Names, target: str = STAYS, **edge: Any) -> Self:
        """Take all edges of a command away and add this one."""
        return self.without(command).add(command, sources, target, **edge)

    def without(self, command: str, sources: Names = (), *, place: str = "without") -> Self:
        """Take the edges of a command away: from these states, or all of them."""
        named = frozenset(_names(sources))
        self._problems.extend(self._not_there(command, named, place))
        self._rows = [row for row in (_less(row, command, named) for row in self._rows) if row.sources]
        others = [one for one in self._edges if one.command != command]
        fewer = (attrs.evolve(one, sources=one.sources - named) for one in self._edges if named)
        self._edges = [*others, *(one for one in fewer if one.command == command and one.sources)]
        return self

    def _not_there(self, command: str, named: frozenset[str], place: str) -> Iterator[Problem]:
        """What is to be taken away and is not there."""
        mine = [row.sources for row in self._rows if row.kind == command]
        mine += [edge.sources for edge in self._edges if edge.command == command]
        if not mine:
            yield Problem(place, command, "a command that has an edge")
        elif not any(sources & _EVERY for sources in mine):
            for name in sorted(named.difference(*mine)):
                yield Problem(place, repr(name), f"a state from which {command} leads")

    def guard(self, effect: str, guard: str | Guard, *, place: str = "") -> Self:
        """Add a guard of an effect: it is asked about every command that has it."""
        self._effects.append((effect, guard, place or "guards"))
        return self

    def build(self, policy: Policy | None = None) -> Lifecycle:
        """The lifecycle. Raises `DefinitionError` with all problems at once, each with its place."""
        problems = [*self._problems, *self._unknown_clocks(policy)]
        rows = self._table(problems, policy or Policy())
        guards = self._added_guards(problems)
        try:
            made = Lifecycle(rows, policy, guards)
        except DefinitionError as wrong:
            raise DefinitionError(tuple(dict.fromkeys((*problems, *wrong.problems)))) from None
        if problems:
            raise DefinitionError(tuple(dict.fromkeys(problems)))
        return made

    def _unknown_clocks(self, policy: Policy | None) -> Iterator[Problem]:
        """Clocks for which edges wait and that the policy, where one is given, does not have: it is never missed."""
        known = None if policy is None else policy.clocks
        for edge in self._edges:
            if edge.clock and known is not None and edge.clock not in known:
                yield Problem(f"{edge.place}.clock", repr(edge.clock), f"one of the policy: {', '.join(sorted(known))}")

    def _table(self, problems: list[Problem], policy: Policy) -> list[Row]:
        states = self._made_states()
        sound = {name: one for name, one in self._commands.items() if name not in BUILTIN and not [*one.problems(name)]}
        commands = {**BUILTIN, **{name: one.build() for name, one in sound.items()}}
        standing = frozenset[str]().union(*(row.sources for row in self._rows))
        edges, house = tuple(self._edges), (self._guards, self._commands, self._templates, policy)
        made = (_Rows(edge, states, commands, standing, edges, *house, problems) for edge in edges)
        own = [row for one in made for row in one.rows()]
        taken = {(row.kind, source) for row in own for source in row.sources}
        kept = [_without(row, taken) for row in (*self._rows, *self._inherited(states))]
        return [row for row in kept if row.sources] + own

    def _made_states(self) -> dict[str, CustomState]:
        """The states as they are used in rows. One from which an edge leads back remembers where it came from."""
        remembers = {source for edge in self._edges if edge.target == BACK for source in edge.sources}
        made: dict[str, CustomState] = {}
        for name, told in self._states.items():
            try:
                one = CustomState(name, told["stage"], zh=told["zh"], en=told["en"], pauses=told["pauses"])
            except ValueError:
                continue  # told before
            one.remembers = name in remembers
            made[name] = one
        return made

    def _inherited(self, states: Mapping[str, CustomState]) -> Iterator[Row]:
        """The rows of the built-in table that the house's own states take from their meaning."""
        for row in TABLE:
            if row.command in _NOT_INHERITED:
                continue
            mine: dict[frozenset[str], set[str]] = {}
            for name, state in states.items():
                if state.stage in row.sources and (who := _taken_from(row, self._states[name]["takes"])):
                    mine.setdefault(who, set()).add(state)
            yield from (attrs.evolve(row, sources=frozenset(some), who=who) for who, some in mine.items())

    def _added_guards(self, problems: list[Problem]) -> dict[Effect, list[Guard]]:
        added: dict[Effect, list[Guard]] = {}
        for name, guard, place in self._effects:
            found = _guard(guard, self._guards, place, problems)
            for effect in _effects(name, place, problems):
                if found is not None:
                    added.setdefault(effect, []).append(found)
        return added


_NOT_INHERITED = frozenset({Merge, Unmerge})
"""A merge notes the state from which it came, and only built-in ones come back."""
_WHO = frozenset({"staff", "customer", "system"})
_EVERY = frozenset({"any", "any but"})
"""The words for all open states."""
_TAKES = ("staying", "all", "nothing")
_LONGEST = 60
"""So many characters may the name of a state have."""


def _state_problems(name: str, told: Mapping[str, Any], known: Iterable[str]) -> Iterator[Problem]:
    path = told["place"]
    taken = {*State, *known, STAYS, BACK, CHOSEN, *_EVERY}
    if name in taken or not name.isprintable() or name.strip() != name or not 0 < len(name) <= _LONGEST:
        yield Problem(path, repr(name)[:_LONGEST], f"a name of its own, in one line, of at most {_LONGEST} characters")
    if told["stage"] not in STAGES:
        yield Problem(f"{path}.stage", repr(told["stage"]), f"one of {', '.join(sorted(STAGES))}")
    if told["pauses"] and told["pauses"] not in {*PausedBy}:
        yield Problem(f"{path}.pauses", repr(told["pauses"]), f"one of {', '.join(PausedBy)}")
    if told["takes"] not in _TAKES:
        yield Problem(f"{path}.takes", repr(told["takes"]), f"one of {', '.join(_TAKES)}")


def _taken_from(row: Row, takes: str) -> frozenset[str]:
    """From whom a state takes what this row says: what leads on from nobody, unless it takes all.

    What customers say it takes in any case, whoever records it, and what the system finds: else a complaint in it loses
    duplicates, letters that came back and deadlines, and nobody is told (R5, R28, R33).
    """
    if takes == "all" or (row.target is STAY and (takes == "staying" or CUSTOMER in row.who)):
        return row.who
    return row.who - STAFF if row.target is STAY else frozenset()


def _names(given: Names) -> tuple[str, ...]:
    """The names of a list, or of a text with blanks between them, where it is no `any but`."""
    if not isinstance(given, str):
        return tuple(given)
    return ("any but", *given.removeprefix("any but").split()) if given.startswith("any but") else tuple(given.split())


def _effects(given: Names, place: str, problems: list[Problem]) -> Iterator[Effect]:
    for name in _names(given):
        if name in {*Effect}:
            yield Effect(name)
        else:
            problems.append(Problem(place, repr(name), f"one of {', '.join(sorted(Effect))}"))


def _guard(named: str | Guard, known: Mapping[str, Guard], place: str, problems: list[Problem]) -> Guard | None:
    if not isinstance(named, str):
        return named
    if named not in known:
        problems.append(Problem(place, repr(named), "a rule of the library, or one that is registered by its name"))
    return known.get(named)


def _less(row: Row, command: str, sources: frozenset[str]) -> Row:
    if row.kind != command:
        return row
    return attrs.evolve(row, sources=row.sources - sources if sources else frozenset())


def _without(row: Row, taken: set[tuple[str, str]]) -> Row:
    """The row without the sources that an edge of the house's own takes."""
    left = frozenset(source for source in row.sources if (row.kind, source) not in taken)
    return row if left == row.sources else attrs.evolve(row, sources=left)


@attrs.frozen
class _Rows:
    """The rows of one edge."""

    edge: _Edge
    states: Mapping[str, CustomState]
    commands: Mapping[str, type[Command]]
    standing: frozenset[str]
    edges: tuple[_Edge, ...]
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
        notices = self._notices(command)
        if command is None or not sources:
            return
        rules = (*_rules_for(command, sources), *self._fields(command), *rules)
        for target, when in self._targets(sources):
            yield attrs.evolve(self._row(command, sources, target, rules, when), notices=notices)
        if edge.clock and command is not MissDeadline:
            self._wrong("clock", edge.clock, f"no clock: MissDeadline says which was missed, not {edge.command}")
        if edge.clock:
            yield Row(command, sources, STAY, command.EFFECTS, edge.who, rules, _other_clock(edge.clock))

    def _row(self, command: Any, sources: frozenset[str], target: str | None, rules: Any, when: Any) -> Row:
        edge = self.edge
        if target is not None and not issubclass(command, BEGINS_AGAIN):
            left = sorted(str(source) for source in sources if stage_of(source) not in OPEN | {State.NEW})
            if left and stage_of(target) in OPEN:
                self._wrong("from", ", ".join(left), "open states: an end is left by what begins a new cycle (Reopen)")
        implied = (implied_effects(source, source if target is None else target) for source in sources)
        named = _effects(edge.effects, f"{edge.place}.effects", self.problems)
        effects = command.EFFECTS.union(*implied, named)
        return Row(command, sources, target, effects, edge.who, rules, when)

    def _targets(self, sources: frozenset[str]) -> Iterator[tuple[str | None, Callable[[Ask], bool] | None]]:
        edge = self.edge
        when = _clock(edge.clock) if edge.clock else None
        if edge.target == STAYS:
            yield STAY, when
        elif edge.target in {BACK, CHOSEN}:
            fact = PREVIOUS if edge.target == BACK else NEXT
            for state in self._candidates(sources):
                yield state, _noted(fact, str(state), when)
        elif (found := self._state(edge.target)) is not None:
            yield found, when
        else:
            self._wrong("to", edge.target, "a state, stay, previous or chosen")

    def _candidates(self, sources: frozenset[str]) -> list[str]:
        """The states that may come back, or be chosen: from which, or by which commands, one comes to these."""
        leading = [edge for edge in self.edges if edge.target in sources]
        if self.edge.target == BACK:
            named = {name for edge in leading for name in edge.sources}
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
        found = sorted(state for name in named if (state := self._state(name)) is not None)
        if not found:
            self._wrong("from", ", ".join(sorted(map(str, sources))), expected)
        return found

    def _fields_of(self, command: str) -> Mapping[str, str | tuple[str, ...]]:
        """The fields of a command of the house's own; of one of the library none leads anywhere."""
        return self.own[command].fields if command in self.own else {}

    def _sources(self) -> frozenset[str]:
        named = self.edge.sources - _EVERY
        if "any" in self.edge.sources and named:
            self._wrong("from", ", ".join(sorted(named)), "any alone, or any but with the states that are left out")
        states = [state for name in sorted(named) if (state := self._source(name)) is not None]
        found = frozenset(one for one in self._every() if one not in named) if self.edge.sources & _EVERY else states
        if not found and len(states) == len(named):
            self._wrong("from", "no state", "one at least")
        return frozenset(found)

    def _source(self, name: str) -> str | None:
        state = self._state(name)
        if state is None:
            self._wrong("from", name, "a state; one with a blank in its name stands in a list")
        return state

    def _every(self) -> list[str]:
        """The open states from which a word like `any` leads: the house's own, and the built-in ones that have rows."""
        own = {one for one in self.states.values() if one.stage in OPEN}
        return sorted(own | (OPEN & self.standing))

    def _state(self, name: str) -> str | None:
        if name in self.states:
            return self.states[name]
        return State(name) if name in {*State} else None

    def _people(self) -> None:
        wrong = self.edge.who - _WHO
        if wrong or not self.edge.who:
            self._wrong("who", ", ".join(sorted(wrong)) or "nobody", f"some of {', '.join(sorted(_WHO))}")

    def _notices(self, command: type[Command] | None) -> tuple[Notice, ...]:
        """The notices of this edge; none where something is wrong with one, which is told with its place."""
        path, known = f"{self.edge.place}.notices", len(self.problems)
        notices = read_notices(self.edge.notices, self.templates, path, self.problems)
        if command is not None:
            self.problems.extend(edge_problems(command, notices, self.policy, path))
        return notices if len(self.problems) == known else ()

    def _fields(self, command: Any) -> Iterator[Guard]:
        """The rule that this edge adds where it requires fields that its command may leave out."""
        fields = tuple(field.name for field in attrs.fields(command))
        for name in self.edge.required:
            if name not in fields:
                self._wrong("required", name, f"one of the fields of {command.__name__}: {', '.join(fields) or 'none'}")
        if self.edge.required:
            yield RequiredFields(tuple(dict.fromkeys(self.edge.required)))

    def _rule(self, named: str | Guard) -> Guard | None:
        return _guard(named, self.guards, f"{self.edge.place}.guards", self.problems)

    def _wrong(self, key: str, found: str, expected: str) -> None:
        self.problems.append(Problem(f"{self.edge.place}.{key}", repr(found), expected))


def _rules_for(command: type[Command], sources: Iterable[str]) -> tuple[Guard, ...]:
    """The rules of the built-in rows of a command, which a house's own edge does not lose: each once."""
    stages = {getattr(source, "stage", source) for source in sources}
    mine = [row for row in TABLE if row.command is command]
    near = [row for row in mine if stages & row.sources] or mine
    return tuple(dict.fromkeys(rule for row in near for rule in row.rules))


def _noted(fact: str, state: str, also: Callable[[Ask], bool] | None) -> Callable[[Ask], bool]:
    def noted(ask: Ask) -> bool:
        return ask.facts.extra.get(fact) == state and (also is None or also(ask))

    noted.__name__ = f"{fact.rpartition('.')[2]} {state}"
    return noted


def _clock(name: str) -> Callable[[Ask], bool]:
    def missed(ask: Ask) -> bool:
        return RunKey.parse(ask.field("clock")).clock == name

    missed.__name__ = f"clock {name}"
    return missed


def _other_clock(name: str) -> Callable[[Ask], bool]:
    named = _clock(name)

    def other(ask: Ask) -> bool:
        return not named(ask)

    other.__name__ = f"not clock {name}"
    return other
