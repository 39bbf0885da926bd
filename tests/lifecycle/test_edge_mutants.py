"""Every edge of the built-in lifecycle taken away, weakened or led elsewhere: the comparison finds it, or says why not.

A mutant answers like the lifecycle until a story comes to its edge. So all mutants share one walk: each question of the
walk is asked again of every mutant of this edge that is not found yet, and the answers are compared as `compare` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import copy

import attrs
import pytest

from complaintflow import DefinitionError, Lifecycle
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle import TABLE, Row
from complaintflow.lifecycle.checking.answers import find_other
from complaintflow.lifecycle.checking.comparing import chosen, compare
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.rules import Step
from complaintflow.lifecycle.checking.slices import SLICES, Slice, command_slice
from complaintflow.lifecycle.checking.written import Written
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.moves import compile_table
from complaintflow.lifecycle.rows import ANYONE, STAFF_ROLE, check_rows, implied_effects
from complaintflow.vocabulary import State

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


def asked(slice: Slice) -> dict[Edge, list[Step]]:
    """Every question of a walk through the slice, by its edge; the receipts among them."""
    found: dict[Edge, list[Step]] = {}
    for step, after in Exploration(STANDARD, slice).steps():
        found.setdefault((step.kind, step.before.state), []).append(step)
        came = after.came if after else None
        while came is not None and came is not step and came.command is not None:
            found.setdefault((came.kind, came.before.state), []).append(came)
            came = came.before.came
    return found


def differs(mutant: Mutant, step: Step) -> bool:
    """Whether the mutant answers a question otherwise."""
    before = step.before
    assert step.command is not None
    if step.kind not in mutant.lifecycle.commands:
        return True
    try:
        decision = mutant.lifecycle.decide(
            before.complaint, step.command, by=step.by, at=before.at, related=before.related
        )
    except InvalidInput:
        return step.event is not None
    return find_other(step, Step(before, step.by, step.command, decision)) is not None


def left(some: list[Mutant], questions: Mapping[Edge, list[Step]]) -> list[Mutant]:
    """The mutants that none of these questions tells from the lifecycle."""
    return [one for one in some if not any(differs(one, step) for step in questions.get(one.edge, ()))]


def row_of(kind: str, source: str) -> Row:
    return next(row for row in TABLE if row.kind == kind and source in row.sources)


def test_a_sample_of_changed_edges_is_found() -> None:
    """Gone, without a rule, for others, to each other state: every change of an edge that a story takes is missed."""
    edges = [(row_of(kind, source), source) for kind, source in SAMPLE]
    some, wrong = mutants(edges)
    assert len(some) > 60
    assert wrong > 0
    for kind in ("ExplainPlan", "Decline", "Close"):
        some = left(some, asked(command_slice(STANDARD, STANDARD.commands[kind])))
    assert [one.name for one in some] == []


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


@attrs.define
class Walked:
    """What was asked in all walks: at which edges, by whom, what was accepted, and which rules refused."""

    asked: set[Edge] = attrs.field(factory=set)
    taken: set[Edge] = attrs.field(factory=set)
    refused: set[tuple[Edge, str]] = attrs.field(factory=set)
    by: set[tuple[Edge, str]] = attrs.field(factory=set)

    def note(self, questions: Mapping[Edge, list[Step]]) -> None:
        for edge, steps in questions.items():
            self.asked.add(edge)
            self.taken |= {edge for step in steps if step.event is not None}
            self.refused |= {(edge, rule) for step in steps for rule in step.refused_by}
            self.by |= {(edge, part_of(step)) for step in steps}

    def why_not(self, mutant: Mutant) -> str:
        """Why no question told the mutant; blank where there is no such reason."""
        edge, way = mutant.edge, mutant.way
        rule, who = way.removeprefix("without "), way.rpartition(" ")[2]
        reasons = {
            "no slice asks for the command in this state": edge not in self.asked,
            "another edge of the command leaves the state as well": mutant.row.when is not None,
            "no story takes the edge, wherever it leads": way.startswith("to ") and edge not in self.taken,
            "no question is refused by the rule": way.startswith("without ") and (edge, rule) not in self.refused,
            "nobody of these asks for it": " for " in way and (edge, who) not in self.by,
        }
        return next((reason for reason, holds in reasons.items() if holds), "")


def part_of(step: Step) -> str:
    return next(part for part in (step.by.roles & ANYONE or {STAFF_ROLE}))


@pytest.mark.explore
def test_every_edge_that_is_changed_is_found_or_explained() -> None:
    """Gone, for other people, without a rule, to each other state. What is not found is named as not noticed."""
    some, wrong = mutants(EDGES)
    total, walked = len(some), Walked()
    for slice in (*(command_slice(STANDARD, kind) for kind in STANDARD.commands.values()), *SLICES):
        questions = asked(slice)
        walked.note(questions)
        some = left(some, questions)
    print(f"{total} mutants of edges, {total - len(some)} found, {wrong} errors of definition")
    why = {one.name: walked.why_not(one) for one in some}
    print(Counter(why.values()))
    assert [name for name, reason in why.items() if not reason] == []
    assert all(unnoticed(one) for one in some)
    assert len(some) < total // 12


def unnoticed(mutant: Mutant) -> bool:
    """Whether a comparison names the edge of the mutant as written differently."""
    changes = Written(STANDARD, mutant.lifecycle).changes()
    return any(change.place.startswith(mutant.kind) and mutant.source in change.place for change in changes)
