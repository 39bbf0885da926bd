"""A lifecycle of a house's own: states, commands and edges are put together, checked, and then frozen.

    rules = LifecycleBuilder.default()
    rules.state("pending", stage="investigating", pauses="customer", en="waiting for you")
    rules.add("AskCustomer", {"triaged", "investigating"}, "pending")
    rules.add("Answer", {"pending"}, "investigating", who="customer staff")
    lifecycle = rules.build()

Every guard of every effect comes with it: neither a state nor an edge can leave one out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

import attrs

from complaintflow.commands import BUILTIN
from complaintflow.errors import DefinitionError, Problem
from complaintflow.lifecycle.by_itself import keep_what_the_desk_does
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.edges import (
    BACK,
    CHOSEN,
    EVERY,
    STAYS,
    Edge,
    EdgeRows,
    Names,
    effects_in,
    find_guard,
    names_in,
)
from complaintflow.lifecycle.initial import begin_by_channel, beginning_problems, no_usual_beginning
from complaintflow.lifecycle.lasting import FOR_THE_CYCLE
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.meaning import TAKES, Meanings, Taken, is_taken, named_in, taken_by
from complaintflow.lifecycle.notices import text_problems
from complaintflow.lifecycle.own_commands import OwnCommand
from complaintflow.lifecycle.rows import STAFF, Row
from complaintflow.lifecycle.states import STAGES, CustomState, unfit_to_begin
from complaintflow.lifecycle.table import KNOWN_RULES, TABLE
from complaintflow.policy.policy import STANDARD, Policy
from complaintflow.vocabulary import Effect, PausedBy, State


class LifecycleBuilder:
    """Puts a lifecycle together. `build` checks all of it at once and freezes it; the builder may go on.

    It begins with no edge, and `default()` with the built-in table. In one that began with none, a built-in state has
    a place as soon as an edge names it. `guards` are the house's own rules by name: what a file names is one of these,
    or a rule of the library.
    """

    def __init__(self, rows: Iterable[Row] = (), guards: Mapping[str, Guard] | None = None) -> None:
        self._rows: list[Row] = list(rows)
        self._states: dict[str, dict[str, Any]] = {}
        self._commands: dict[str, OwnCommand] = {}
        self._templates: dict[str, tuple[str, str]] = {}
        self._edges: list[Edge] = []
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
        initial: Names = (),
        place: str = "",
    ) -> Self:
        """Add a state with the meaning of a built-in one.

        It takes the commands that leave the state of its meaning as it is: `takes="nothing"` takes none of them from
        staff, and `takes="all"` also those that lead on. What customers say, what arrives, what a clock finds and what
        takes back what the state stands on is taken in every state, and leads to the state of the meaning to which it
        leads from the built-in one.

        `initial` are channels: a complaint that comes in by one of them begins there, and not where the others do.
        """
        path = place or f"states.{name[:_LONGEST]}"
        told: dict[str, Any] = {"stage": stage, "zh": zh, "en": en, "pauses": pauses, "takes": takes, "place": path}
        told["initial"] = tuple(dict.fromkeys(names_in(initial)))
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
        lasts: str = FOR_THE_CYCLE,
        place: str = "",
    ) -> Self:
        """Add a command of the house's own. A field is a type (`text`, `number` …) or a list of choices.

        `required` are the fields that must be given: all of them where it is None. Of the others a text or a choice is
        blank where it is left out, and all else is None. `lasts` says how long its facts count: until there is another
        `fix`, until another `cycle` begins (R34), or `always`.
        """
        path = place or f"commands.{name}"
        known = frozenset(effects_in(effects, f"{path}.effects", self._problems))
        given = {field: type if isinstance(type, str) else tuple(type) for field, type in (fields or {}).items()}
        made = OwnCommand(name, given, known, frozenset(given if required is None else names_in(required)), lasts)
        self._problems.extend(made.problems(path))
        if name in BUILTIN or name in self._commands:
            self._problems.append(Problem(path, name, "a name that no other command has"))
        self._commands[name] = made
        return self

    def template(self, name: str, *, zh: str = "", en: str = "", place: str = "") -> Self:
        """Add a text that notices of edges say, in Chinese and in English. `{complaint}` in it is the complaint's id.

        The desk writes it as it writes every message: by its page `notice`, where it has templates.
        """
        path = place or f"templates.{name}"
        self._problems.extend(text_problems(name, zh, en, path))
        if name in self._templates:
            self._problems.append(Problem(path, name, "a name that no other template has"))
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
        when: str = "",
        notices: Iterable[Mapping[str, str]] = (),
        after: str = "",
        calendar: str = "",
        fields: Mapping[str, Any] | None = None,
        place: str = "",
    ) -> Self:
        """Add an edge. `sources` are states, `"any"`, or `"any but"` and states; `target` is one, or a word for it.

        `who` are `staff`, `customer`, `system`, or roles of the policy: then nobody else of staff takes it there.
        `required` are fields that the command may leave out elsewhere, and not on this edge. With `clock` it is
        taken when this clock of the policy was missed. An edge of a command that leaves the same state is replaced.
        `when` is the condition in whose case it is taken, where the command leads elsewhere by condition (`passed` and
        `failed` of `Verify`): the other case stays as it is.

        With `after` the edge has a timer: so long after its state was entered, on the `calendar`, the system asks for
        the command with these `fields`, unless the state was left or the command done. The rules decide about it.

        `notices` say who is told when it is taken: each has an `audience`, a `template`, and perhaps the customer's
        `channel`.
        """
        path = place or f"edges[{len(self._edges)}]"
        edge = Edge(
            command,
            frozenset(names_in(sources)),
            target,
            frozenset(names_in(who)),
            frozenset(names_in(effects)),
            (guards,) if isinstance(guards, str) else tuple(guards),
            names_in(required),
            clock,
            when,
            notices,
            after,
            calendar,
            fields or {},
            path,
        )
        self._edges.append(edge)
        return self

    def replace(self, command: str, sources: Names, target: str = STAYS, **edge: Any) -> Self:
        """Take all edges of a command away and add this one."""
        return self.without(command).add(command, sources, target, **edge)

    def without(self, command: str, sources: Names = (), *, place: str = "without") -> Self:
        """Take the edges of a command away: from these states, or all of them."""
        named = frozenset(names_in(sources))
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
        elif not any(sources & EVERY for sources in mine):
            for name in sorted(named.difference(*mine)):
                yield Problem(place, repr(name), f"a state from which {command} leads")

    def guard(self, effect: str, guard: str | Guard, *, place: str = "") -> Self:
        """Add a guard of an effect: it is asked about every command that has it."""
        self._effects.append((effect, guard, place or "guards"))
        return self

    def build(self, policy: Policy | None = None) -> Lifecycle:
        """The lifecycle. Raises `DefinitionError` with all problems at once, each with its place."""
        problems = [*self._problems, *self._silent_clocks(policy)]
        rows = self._table(problems, policy or STANDARD)
        guards = self._added_guards(problems)
        try:
            made = Lifecycle(rows, policy, guards)
        except DefinitionError as wrong:
            raise DefinitionError(tuple(dict.fromkeys((*problems, *wrong.problems)))) from None
        if problems:
            raise DefinitionError(tuple(dict.fromkeys(problems)))
        return made

    def _silent_clocks(self, policy: Policy | None) -> Iterator[Problem]:
        """Clocks for which edges wait in vain: the policy, where one is given, lacks them, or they stand there."""
        if policy is None:
            return
        for edge in (one for one in self._edges if one.clock):
            place, rule = f"{edge.place}.clock", policy.clocks.get(edge.clock)
            if rule is None:
                yield Problem(place, repr(edge.clock), f"one of the policy: {', '.join(sorted(policy.clocks))}")
            elif rule.pauses and (waiting := sorted(filter(self._pauses, edge.sources))):
                found = f"{edge.clock!r}, which stands in {', '.join(waiting)}"
                yield Problem(place, found, f"a clock that runs there: pauses = false in [clocks.{edge.clock}]")

    def _pauses(self, name: str) -> bool:
        """Whether it is a state of the house's own in which clocks stand."""
        return name in self._states and bool(self._states[name]["pauses"])

    def _table(self, problems: list[Problem], policy: Policy) -> list[Row]:
        states = self._made_states()
        sound = {name: one for name, one in self._commands.items() if name not in BUILTIN and not [*one.problems(name)]}
        commands = {**BUILTIN, **{name: one.build() for name, one in sound.items()}}
        standing = frozenset[str]().union(*(row.sources for row in self._rows))
        edges, house = tuple(self._edges), (self._guards, self._commands, self._templates, policy)
        known = standing | named_in(edges)
        made = (EdgeRows(edge, states, commands, known, edges, *house, problems) for edge in edges)
        own = [*keep_what_the_desk_does([row for one in made for row in one.rows()])]
        taken = taken_by(own)
        kept = [row for one in self._rows if (row := _without(one, taken)).sources]
        takes = {name: told["takes"] for name, told in self._states.items()}
        rows = [*kept, *Meanings(states, takes, edges, tuple(own), standing, problems).rows(), *own]
        return self._begun(rows, states, problems, policy)

    def _begun(
        self, rows: list[Row], states: Mapping[str, CustomState], problems: list[Problem], policy: Policy
    ) -> list[Row]:
        """The rows, with the states in which complaints of some channels begin."""
        begins = {name: told["initial"] for name, told in self._states.items() if told["initial"]}
        places = {name: told["place"] for name, told in self._states.items()}
        problems += (*beginning_problems(begins, states, places, policy), *no_usual_beginning(rows, begins, places))
        fit = [name for name in begins if name in states and not [*unfit_to_begin(states[name])]]
        return [*begin_by_channel(rows, {states[name]: begins[name] for name in fit})]

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

    def _added_guards(self, problems: list[Problem]) -> dict[Effect, list[Guard]]:
        added: dict[Effect, list[Guard]] = {}
        for name, guard, place in self._effects:
            found = find_guard(guard, self._guards, place, problems)
            for effect in effects_in(name, place, problems):
                if found is not None:
                    added.setdefault(effect, []).append(found)
        return added


_LONGEST = 60
"""So many characters may the name of a state have."""


def _state_problems(name: str, told: Mapping[str, Any], known: Iterable[str]) -> Iterator[Problem]:
    path = told["place"]
    taken = {*State, *known, STAYS, BACK, CHOSEN, *EVERY}
    if name in taken or not name.isprintable() or name.strip() != name or not 0 < len(name) <= _LONGEST:
        yield Problem(path, repr(name)[:_LONGEST], f"a name of its own, in one line, of at most {_LONGEST} characters")
    if told["stage"] not in STAGES:
        yield Problem(f"{path}.stage", repr(told["stage"]), f"one of {', '.join(sorted(STAGES))}")
    if told["pauses"] and told["pauses"] not in {*PausedBy}:
        yield Problem(f"{path}.pauses", repr(told["pauses"]), f"one of {', '.join(PausedBy)}")
    if told["takes"] not in TAKES:
        yield Problem(f"{path}.takes", repr(told["takes"]), f"one of {', '.join(TAKES)}")


def _less(row: Row, command: str, sources: frozenset[str]) -> Row:
    if row.kind != command:
        return row
    return attrs.evolve(row, sources=row.sources - sources if sources else frozenset())


def _without(row: Row, taken: Taken) -> Row:
    """The row without the sources that an edge of the house's own takes."""
    left = frozenset(source for source in row.sources if not is_taken(row, source, taken))
    return row if left == row.sources else attrs.evolve(row, sources=left)
