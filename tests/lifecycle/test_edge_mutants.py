"""Every edge of the built-in lifecycle taken away, weakened or led elsewhere: the comparison finds it, or says why not.

A mutant answers like the lifecycle until a story comes to its edge. So all mutants share one walk, that of
`compare`: each question is asked again of every mutant of this edge that is not found yet and may answer otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from copy import copy
from datetime import datetime
from operator import is_
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Complaint, DefinitionError, Lifecycle
from complaintflow.commands import Command
from complaintflow.commands._context import Decision
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle import TABLE, Row
from complaintflow.lifecycle.checking.answers import find_other
from complaintflow.lifecycle.checking.built_in_slices import SLICES
from complaintflow.lifecycle.checking.comparing import JointWalk, chosen, compare
from complaintflow.lifecycle.checking.rules import Situation, Step
from complaintflow.lifecycle.checking.slices import Slice, command_slice, command_slices
from complaintflow.lifecycle.checking.unchanged import Unchanged
from complaintflow.lifecycle.checking.written import Written
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.moves import compile_table
from complaintflow.lifecycle.rows import ANYONE, STAFF, check_rows, implied_effects
from complaintflow.vocabulary import Effect, State

pytestmark = pytest.mark.uncounted  # what a mutant runs proves nothing about the lifecycle that it is not

STANDARD = Lifecycle.default()
EDGES = [(row, str(source)) for row in TABLE for source in sorted(row.sources)]
Edge = tuple[str, str]


@attrs.frozen(eq=False)
class Mutant:
    """The lifecycle with one edge changed; `way` says how."""

    row: Row
    source: str
    way: str
    lifecycle: Lifecycle

    is_another_kind: bool = attrs.field(init=False)
    adds_effects: bool = attrs.field(init=False)

    @is_another_kind.default
    def _says_more_of_the_command(self) -> bool:
        """Whether what is known of the command before anybody asks is something else."""
        kind, known = self.lifecycle._kinds.get(self.row.command), STANDARD._kinds[self.row.command]
        return kind is not None and (kind.signs, kind.of_people) != (known.signs, known.of_people)

    @adds_effects.default
    def _asks_more_guards(self) -> bool:
        added = (row.added_effects[self.source] for row in self.lifecycle.table if self._is_mine(row))
        return any(not effects <= self.row.added_effects[self.source] for effects in added)

    def _is_mine(self, row: Row) -> bool:
        return row.command is self.row.command and row.when is self.row.when and self.source in row.sources

    @property
    def name(self) -> str:
        return f"{self.row} from {self.source} {self.way}"

    @property
    def kind(self) -> str:
        return self.row.kind

    @property
    def edge(self) -> Edge:
        return self.kind, self.source


def changed(row: Row, source: str, *new: Row) -> Lifecycle:
    """The lifecycle with these rows for one edge. Raises `DefinitionError` as a whole table would."""
    rest = attrs.evolve(row, sources=row.sources - {source})
    table = [one for old in TABLE for one in ((rest, *new) if old is row else (old,)) if one.sources]
    mine = [one for one in table if one.command is row.command]
    check_rows(mine)
    mutant = copy(STANDARD)
    mutant.table, mutant._called, mutant._offers = tuple(table), {}, {}
    mutant._kinds = {**STANDARD._kinds, **compile_table(mine)}
    if not mine:
        mutant._kinds.pop(row.command)
        mutant.commands = {name: kind for name, kind in STANDARD.commands.items() if kind is not row.command}
    return mutant


def alone(row: Row, source: str) -> Row:
    return attrs.evolve(row, sources=frozenset({source}))


def ways(row: Row, source: str) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """All that is done to an edge: the name, and the rows in its place."""
    one = alone(row, source)
    yield "gone", ()
    for rule in row.rules:
        yield f"without {rule_of(rule)}", (attrs.evolve(one, rules=tuple(a for a in row.rules if a is not rule)),)
    for who in sorted(ANYONE - row.who):
        yield f"also for {who}", (attrs.evolve(one, who=row.who | {who}),)
    for who in sorted(row.who) if len(row.who) > 1 else ():
        yield f"not for {who}", (attrs.evolve(one, who=row.who - {who}),)
    for effect in sorted(row.effects):
        yield f"without {effect}", (attrs.evolve(one, effects=row.effects - {effect}),)
    for target in sorted(set(State) - {row.leads(source)}):
        effects = row.effects | implied_effects(source, target)
        yield f"to {target}", (attrs.evolve(one, target=target, effects=effects),)


def mutants(edges: Iterable[tuple[Row, str]]) -> tuple[list[Mutant], int]:
    """All mutants of these edges, and how many are errors of definition."""
    made, wrong = list[Mutant](), 0
    for row, source in edges:
        for name, rows in ways(row, source):
            try:
                made.append(Mutant(row, source, name, changed(row, source, *rows)))
            except DefinitionError:
                wrong += 1
    return made, wrong


def may_differ(mutant: Mutant, step: Step) -> bool:
    """Whether the mutant can answer a question otherwise, by what the lifecycle answered.

    A rule that did not refuse is not missed, a move for others changes nothing for those who had it, and where it leads
    is seen once it is accepted. What is not as plain is asked.
    """
    if mutant.is_another_kind or mutant.way == "gone":
        return True
    what = mutant.way.rpartition(" ")[2]
    if mutant.way.startswith("to "):
        return mutant.adds_effects or step.event is not None
    if " for " in mutant.way:
        return what in parts_of(step.by.roles)
    guards = STANDARD.guards.get(Effect(what), ()) if what in {*Effect} else ()
    return not {what, *map(rule_of, guards)}.isdisjoint(step.refused_by)


def parts_of(roles: frozenset[str]) -> frozenset[str]:
    return roles & ANYONE or STAFF


def answer(mutant: Mutant, step: Step) -> Step | None:
    """What the mutant answers; None for what is over a limit, or no command of it."""
    before, command = step.before, step.command
    assert command is not None
    if step.kind not in mutant.lifecycle.commands:
        return None
    try:
        decision = mutant.lifecycle.decide(before.complaint, command, by=step.by, at=before.at, related=before.related)
    except InvalidInput:
        return None
    return Step(before, step.by, command, decision)


def differs(mutant: Mutant, step: Step) -> bool:
    """Whether the mutant answers a question otherwise."""
    other = answer(mutant, step)
    return step.decision != Decision() if other is None else find_other(step, other) is not None


Telling = tuple[tuple[str, ...], bool, frozenset[str]]
"""What `may_differ` reads of a question: the rules that refuse it, whether it is accepted, the roles of the actor."""


class Interview:
    """The mutants that no question has told from the lifecycle yet, by their edges, and what was asked.

    Of whom the answer of the lifecycle tells already that it answers so as well, it is spared the question; but `every`
    so many of these are asked in spite of it, and then have to answer alike.
    """

    def __init__(self, some: Iterable[Mutant], every: int) -> None:
        self.left: dict[Edge, list[Mutant]] = {}
        for mutant in some:
            self.left.setdefault(mutant.edge, []).append(mutant)
        self.asked: dict[Edge, dict[Telling, list[Mutant]]] = {}
        self.decisions = self.spared = self.checked = 0
        self._every = every

    @property
    def survivors(self) -> list[Mutant]:
        return [mutant for some in self.left.values() for mutant in some]

    def walk(self, slice: Slice, kinds: Container[str]) -> None:
        """Walk as a comparison does, and ask the mutants of these commands whatever is asked of the lifecycle."""
        heard = Heard(kinds, self._hear)
        assert not any(JointWalk(heard, heard, slice, Changed(self, kinds)).answers())

    def _hear(self, step: Step) -> None:
        edge = step.kind, step.before.state
        for mutant in self._who_may_differ(edge, step):
            self.decisions += 1
            if differs(mutant, step):
                self._is_told(mutant)

    def _who_may_differ(self, edge: Edge, step: Step) -> list[Mutant]:
        left, telling = self.left.get(edge, []), (step.refused_by, step.event is not None, step.by.roles)
        known = self.asked.setdefault(edge, {})
        if telling not in known:
            known[telling] = [mutant for mutant in left if may_differ(mutant, step)]
        found = known[telling]
        for mutant in left:
            if mutant not in found:
                self._spare(mutant, step)
        return [*found]

    def _is_told(self, mutant: Mutant) -> None:
        self.left[mutant.edge].remove(mutant)
        for some in self.asked[mutant.edge].values():
            if mutant in some:
                some.remove(mutant)

    def _spare(self, mutant: Mutant, step: Step) -> None:
        self.spared += 1
        if self.spared % self._every == 0:
            self.checked += 1
            assert not differs(mutant, step), f"{mutant.name}: spared a question that tells it"

    def why_not(self, mutant: Mutant) -> str:
        """Why no question told the mutant; blank where there is no such reason."""
        way, asked = mutant.way, self.asked.get(mutant.edge, {})
        rule, who = way.removeprefix("without "), way.rpartition(" ")[2]
        taken, by = any(accepted for _, accepted, _ in asked), [parts_of(roles) for _, _, roles in asked]
        refused = frozenset[str]().union(*(rules for rules, _, _ in asked))
        reasons = {
            "no slice asks for the command in this state": not asked,
            "another edge of the command leaves the state as well": mutant.row.when is not None,
            "no story takes the edge, wherever it leads": way.startswith("to ") and not taken,
            "no question is refused by the rule": way.startswith("without ") and rule not in refused,
            "nobody of these asks for it": " for " in way and not any(who in parts for parts in by),
        }
        return next((reason for reason, holds in reasons.items() if holds), "")


class Changed(Unchanged):
    """Says that an edge is another one as long as a mutant of it is left: where none is, nothing is asked for it."""

    def __init__(self, interview: Interview, kinds: Container[str]) -> None:
        super().__init__(STANDARD, STANDARD)
        self._interview, self._kinds = interview, kinds

    def has(self, command: type[Command], state: str) -> bool:
        return not (command.__name__ in self._kinds and self._interview.left.get((command.__name__, state)))


class Heard(Lifecycle):
    """The lifecycle on both sides of a walk, which tells each question about these commands once, with its answer.

    The walk asks both sides where an edge is another one; the second answer is the first one.
    """

    def __init__(self, kinds: Container[str], hear: Callable[[Step], object]) -> None:
        super().__init__()
        self._kinds_heard, self._hear = kinds, hear
        self._last: tuple[Complaint, Command, Actor, datetime] | None = None
        self._answer = Decision()

    def decide(self, complaint: Complaint, command: Command, *, by: Actor, at: datetime, **beside: Any) -> Decision:
        last, self._last = self._last, (complaint, command, by, at)
        if last is not None and all(map(is_, last, self._last)):
            return self._answer
        self._answer = Decision()
        try:
            self._answer = STANDARD.decide(complaint, command, by=by, at=at, **beside)
        finally:
            if type(command).__name__ in self._kinds_heard:
                situation = Situation(complaint, at, related=tuple(beside.get("related", ())))
                self._hear(Step(situation, by, command, self._answer))
        return self._answer


def row_of(kind: str, source: str) -> Row:
    return next(row for row in TABLE if row.kind == kind and source in row.sources)


def test_a_sample_of_changed_edges_is_found() -> None:
    """Gone, without a rule, for others, to each other state: every change of an edge that a story takes is missed.

    And whoever is spared a question answers it as the lifecycle does: here each of them is asked.
    """
    edges = [(row_of(kind, source), source) for kind, source in SAMPLE]
    some, wrong = mutants(edges)
    assert len(some) > 60
    assert wrong > 0
    interview = Interview(some, every=1)
    for kind in ("ExplainPlan", "Decline", "Close"):
        interview.walk(command_slice(STANDARD, STANDARD.commands[kind]), {kind})
    assert [one.name for one in interview.survivors] == []
    assert interview.checked == interview.spared > 100


SAMPLE = [("ExplainPlan", "triaged"), ("ExplainPlan", "planned"), ("Decline", "received"), ("Close", "planned")]


@pytest.mark.parametrize("way", ["gone", "to received"])
def test_the_shared_walk_finds_what_a_comparison_finds(way: str) -> None:
    """One mutant at a time, by the public way: the same answer."""
    row = row_of("ExplainPlan", "planned")
    rows = dict(ways(row, "planned"))[way]
    mutant = changed(row, "planned", *rows)
    found = compare(STANDARD, mutant, chosen(STANDARD, mutant, ()))
    assert {one.command for one in found.differences if not one.later} == {"ExplainPlan"}
    assert found.unnoticed == ()


def test_an_edge_that_no_story_takes_is_named_as_such() -> None:
    """Silence is not read as equal: what is written differently and was not noticed is told."""
    row = row_of("Survey", "archived")
    found = compare(STANDARD, changed(row, "archived"), [slice for slice in SLICES if slice.name == "plan"])
    assert found.verdict == "equal"
    assert not found.same
    assert [change.place for change in found.unnoticed] == ["Survey from archived"]


@pytest.mark.explore
def test_every_edge_that_is_changed_is_found_or_explained() -> None:
    """Gone, for other people, without a rule, to each other state. What is not found is named as not noticed.

    Each is asked what a comparison asks: the slices of the checker, and that of the command whose edge is another one.
    """
    some, wrong = mutants(EDGES)
    interview = Interview(some, every=100)
    for slice in command_slices(STANDARD, STANDARD.commands.values()):
        interview.walk(slice, {kind.__name__ for kind in slice.asked})
    for slice in SLICES:
        interview.walk(slice, STANDARD.commands)
    left = interview.survivors
    print(f"{len(some)} mutants of edges, {len(some) - len(left)} found, {wrong} errors of definition")
    print(f"{interview.decisions} decisions of mutants, {interview.spared} spared, {interview.checked} of them checked")
    why = {one.name: interview.why_not(one) for one in left}
    print(Counter(why.values()))
    assert [name for name, reason in why.items() if not reason] == []
    assert all(unnoticed(one) for one in left)
    assert len(left) < len(some) // 12
    assert interview.checked > 1000


def unnoticed(mutant: Mutant) -> bool:
    """Whether a comparison names the edge of the mutant as written differently."""
    changes = Written(STANDARD, mutant.lifecycle).changes()
    return any(change.place.startswith(mutant.kind) and mutant.source in change.place for change in changes)
