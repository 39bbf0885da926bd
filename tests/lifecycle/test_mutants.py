"""Who takes a guard, an effect or a move away, or bends it, is noticed: each time by a check that has a name.

A mutant is the lifecycle with one thing changed. Mutants of guards are told every story of the catalogue until one
fails. Mutants of moves that cannot meet are tried in one table: a decision looks only at the rows of its command that
leave its state, so that each move of the table is a mutant of its own, and has its own witness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cache

import attrs
import pytest

from complaintflow import Ask, DefinitionError, Lifecycle, Refusal, commands as c
from complaintflow.lifecycle import lifecycle as lifecycle_module, rows
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.rows import ANYONE, Row, implied_effects
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Effect, State
from tests.lifecycle import test_lifecycle
from tests.lifecycle.catalogue import CHECKS, cases_of, killer
from tests.lifecycle.golden import golden_moves
from tests.lifecycle.points import HOUSE, Witness, points, samples, witnesses
from tests.stories import LI, Story

pytestmark = pytest.mark.uncounted  # what a mutant runs proves nothing about the lifecycle that it is not

some = pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.explore)])
"""Each third mutant every day, and all of them in `make explore`."""
KINDS = sorted(c.BUILTIN)
OF_KIND = {kind: tuple(row for row in TABLE if row.kind == kind) for kind in KINDS}
MOVES = [(row, source) for row in TABLE for source in sorted(row.sources)]
STATES = list(State)
GOLDEN = "test_the_moves_are_the_golden_ones"


@attrs.define
class Trial:
    """The mutants of one kind: how many were tried, and which nobody noticed."""

    what: str
    tried: int = 0
    survivors: list[str] = attrs.field(factory=list)

    def of(self, name: str, noticed: object) -> None:
        """One mutant, and whether it was noticed."""
        self.tried += 1
        if not noticed:
            self.survivors.append(name)

    def ends(self, at_least: int) -> None:
        """Nobody survived, and no mutant that was once tried is forgotten."""
        print(f"{self.tried} mutants tried: {self.what}")
        assert self.survivors == []
        assert self.tried >= at_least


def inverted(guard: Guard) -> Guard:
    """Refuses what it let pass, and lets pass what it refused; under the same name."""

    class Inverted:
        rule = rule_of(guard)

        def __call__(self, ask: Ask) -> Refusal | None:
            return None if guard(ask) else Refusal(self.rule, "inverted", "mend it")

    return Inverted()


@cache
def standard() -> Lifecycle:
    return Lifecycle.default()


def guarded(effect: Effect, guard: Guard, *instead: Guard) -> Lifecycle:
    """The lifecycle with something else in the place of one guard of one effect."""
    mutant = copy(standard())
    called = mutant.guards[effect]
    place = called.index(guard)
    mutant.guards = {**mutant.guards, effect: (*called[:place], *instead, *called[place + 1 :])}
    mutant._called = {}
    return mutant


def tabled(old: Row, *new: Row) -> Lifecycle:
    """The lifecycle with other rows in the place of one."""
    return Lifecycle(tuple(one for row in TABLE for one in (new if row is old else (row,))))


def test_the_lifecycle_as_it_is_stands_every_check() -> None:
    assert killer(Lifecycle.default()) == ""
    assert len(CHECKS) > 150


# ── guards and rules


PAIRS = [(effect, guard) for effect in Effect for guard in GUARDS[effect]]
RULES = [(row, rule) for row in TABLE for rule in row.rules]


def test_a_guard_that_is_gone_is_missed() -> None:
    trial = Trial("a guard is gone from an effect")
    for effect, guard in PAIRS:
        trial.of(f"{rule_of(guard)} on {effect}", killer(guarded(effect, guard), cases_of(guard)))
    trial.ends(37)


def test_a_guard_turned_round_is_noticed() -> None:
    trial = Trial("a guard of an effect is inverted")
    for effect, guard in PAIRS:
        trial.of(f"{rule_of(guard)} on {effect}", killer(guarded(effect, guard, inverted(guard)), cases_of(guard)))
    trial.ends(37)


@some
def test_a_rule_that_is_gone_from_its_row_is_missed(every: int) -> None:
    trial = Trial("a rule is gone from a row")
    for row, rule in RULES[::every]:
        fewer = tuple(one for one in row.rules if one is not rule)
        trial.of(f"{row} {rule_of(rule)}", behaves_otherwise(row, fewer, rule))
    trial.ends(42 // every)


@some
def test_a_rule_turned_round_on_its_row_is_noticed(every: int) -> None:
    trial = Trial("a rule of a row is inverted")
    for row, rule in RULES[::every]:
        bent = tuple(inverted(one) if one is rule else one for one in row.rules)
        trial.of(f"{row} {rule_of(rule)}", behaves_otherwise(row, bent, rule))
    trial.ends(42 // every)


def behaves_otherwise(row: Row, rules: tuple[Guard, ...], rule: Guard) -> bool:
    """Whether a check of what happens notices, and not the golden list of what stands written alone."""
    first = [*cases_of(rule), *(name for name in CHECKS if name != GOLDEN)]
    return killer(tabled(row, attrs.evolve(row, rules=rules)), first) not in {"", GOLDEN}


# ── effects


EFFECTS = [(row, effect) for row in TABLE for effect in sorted(row.effects)]


def test_a_row_cannot_leave_an_effect_out() -> None:
    """Neither by mistake nor on purpose."""
    trial = Trial("a row says an effect less")
    for row, effect in EFFECTS:
        with pytest.raises(DefinitionError, match=f"{row.kind}.*found no {effect}"):
            tabled(row, attrs.evolve(row, effects=row.effects - {effect}))
        trial.of(str(row), True)
    trial.ends(44)


@pytest.mark.parametrize("effect", sorted({effect for _, effect in EFFECTS}))
def test_rows_made_to_say_less_still_have_the_effect(effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the check of the table out of the way, every row without it: the guards are called all the same."""
    monkeypatch.setattr(lifecycle_module, "check_rows", lambda table: None)
    mutant = Lifecycle(tuple(attrs.evolve(row, effects=row.effects - {effect}) for row in TABLE))
    assert mutant.moves() != standard().moves()
    for guard in GUARDS[effect]:
        for name in cases_of(guard):
            CHECKS[name](mutant)


FLOORS = sorted({(row.kind, effect) for row in TABLE for effect in row.command.EFFECTS})


@some
def test_a_command_without_its_effect_is_noticed(every: int) -> None:
    """The floor itself taken away: in the command, in its rows, and among the effects of a message that goes out."""
    trial = Trial("a command has an effect less")
    original: Callable[..., Iterable[Effect]] = lifecycle_module._effects_of_changes
    unsaid = {Effect.SPEAKS}
    for kind, effect in FLOORS[::every]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lifecycle_module, "_effects_of_changes", lambda *given: tuple(set(original(*given)) - unsaid))
            take_away(c.BUILTIN[kind], effect, patch)
            trial.of(f"{kind} {effect}", notices_the_floor(kind, effect))
    trial.ends(39 // every)


def take_away(command: type[c.Command], effect: Effect, patch: pytest.MonkeyPatch) -> None:
    original: Callable[..., frozenset[Effect]] = command.effects
    patch.setattr(command, "effects", lambda self, ask: original(self, ask) - {effect})
    patch.setattr(command, "EFFECTS", command.EFFECTS - {effect})


def notices_the_floor(kind: str, effect: Effect) -> bool:
    """By a definition error where the target implies the effect, or else by what happens."""
    lesser = {row: attrs.evolve(row, effects=row.effects - {effect}) for row in OF_KIND[kind]}
    table = tuple(lesser.get(row, row) for row in TABLE)
    if any(effect in implied_effects(source, row.leads(source)) for row in OF_KIND[kind] for source in row.sources):
        with pytest.raises(DefinitionError, match=f"no {effect}"):
            Lifecycle(table)
        return True
    found = killer(Lifecycle(table), (name for guard in GUARDS[effect] for name in cases_of(guard)))
    return found not in {"", GOLDEN}


@pytest.mark.parametrize(("state", "effect"), test_lifecycle.GATES.items())
def test_a_state_that_no_longer_implies_its_effect_is_noticed(
    state: State, effect: Effect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(rows._IMPLIED, state)
    with pytest.raises(pytest.fail.Exception):
        test_lifecycle.test_a_row_that_says_less_than_its_target_is_a_definition_error(state, effect)


@pytest.mark.parametrize("effect", sorted(lifecycle_module.OF_CHANGES))
def test_a_change_that_no_longer_has_its_effect_is_noticed(effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    original: Callable[..., Iterable[Effect]] = lifecycle_module._effects_of_changes
    fewer = {effect}
    monkeypatch.setattr(lifecycle_module, "_effects_of_changes", lambda *given: tuple(set(original(*given)) - fewer))
    assert killer(Lifecycle.default(), (name for guard in GUARDS[effect] for name in cases_of(guard)))


# ── moves: each mutant is met by those who take the moves of its command


@cache
def takers() -> dict[tuple[str, str], Witness]:
    """Who takes each move, by its row and the state that it leaves."""
    return {(witness.move, witness.source): witness for witness in witnesses()}


def taken(row: Row, source: str, mutant: Lifecycle) -> bool:
    """Whether the move is taken as it was."""
    return stands(takers()[str(row), source], mutant)


def stands(check: Callable[[Lifecycle], None], mutant: Lifecycle) -> bool:
    try:
        check(mutant)
    except AssertionError:
        return False
    return True


@cache
def bare() -> dict[str, Story]:
    """A story at each state."""
    return {story.state: story for story in points()}


def leaves(kind: str, source: str, mutant: Lifecycle) -> bool:
    """Whether the command has a move from this state, for one of its samples."""
    story = attrs.evolve(bare()[source], lifecycle=mutant)
    attempts = (story.asks(command) for command in samples(bare()[source], c.BUILTIN[kind], LI))
    return any(not one.decision.not_possible for one in attempts)


def with_rows(old: Row, *new: Row) -> Lifecycle:
    """A lifecycle of one command alone, with others in the place of one row; without those that nothing enters."""
    table = (one for row in OF_KIND[old.kind] for one in (new if row is old else (row,)))
    return _Mutant([*(row for row in table if row.sources), *WANTED.get(old.kind, ())], HOUSE)


class _Mutant(Lifecycle):
    """It goes by the digest of the library's own, to which the witnesses of `Migrate` move."""

    def _is_built_in(self) -> bool:
        return True


def turned(kind: str, steps: int) -> Lifecycle:
    """A lifecycle of this command alone in which every move leads so many states further, with all that this asks."""
    rows = (aimed(row, source, further(row, source, steps)) for row, source in moves_of(kind))
    return _Mutant([*rows, *WANTED.get(kind, ())], HOUSE)


FREE_NOTE = tuple(attrs.evolve(row, who=ANYONE) for row in OF_KIND["Note"])
WANTED = {"AskApproval": OF_KIND["Note"], "Approve": FREE_NOTE}
"""The rows of what the sample of a command asks for, or approves: it is looked at as well. What anybody may do hides
nothing of who may approve it."""


def moves_of(kind: str) -> Iterator[tuple[Row, str]]:
    return ((row, source) for row, source in MOVES if row.kind == kind)


def further(row: Row, source: str, steps: int) -> State:
    """The state so many steps after the one to which the move leads, in a round."""
    return STATES[(STATES.index(State(row.leads(source))) + steps) % len(STATES)]


def aimed(row: Row, source: str, target: State) -> Row:
    """The move from one source, led to this target, with all that the target asks for."""
    effects = row.effects | implied_effects(source, target)
    return attrs.evolve(row, sources=frozenset({source}), target=target, effects=effects)


def test_each_command_alone_moves_as_it_does_among_the_others() -> None:
    """What the tables of one command show is true of the whole table."""
    for kind in KINDS:
        alone = turned(kind, steps=0)
        mine = [witness for witness in witnesses() if witness.kind == kind]
        assert all(stands(witness, alone) and stands(witness.is_for_those_named, alone) for witness in mine), kind
        sources = {witness.source for witness in mine}
        assert not any(leaves(kind, source, alone) for source in bare() if source not in sources), kind


@some
def test_a_move_aimed_elsewhere_is_noticed(every: int) -> None:
    """From each of its states to each other one."""
    trial = Trial("a move leads elsewhere")
    for kind in KINDS:
        for steps in range(1, len(STATES), every):
            mutant = turned(kind, steps)
            for row, source in moves_of(kind):
                name = f"{row} from {source} to {further(row, source, steps)}"
                trial.of(name, not taken(row, source, mutant))
    trial.ends(6422 // every)


def test_a_dropped_move_is_noticed() -> None:
    """By an answer that there is no such move, or by an error where the command has no other row."""
    trial = Trial("a move is gone")
    for row, source in MOVES:
        mutant = with_rows(row, attrs.evolve(row, sources=row.sources - {source}))
        trial.of(f"{row} from {source}", not mutant.table or not taken(row, source, mutant))
    trial.ends(494)


BY_GOLDEN = {"AskApproval", "CheckEvidence", "Recall", "Reopen", "Retract", "Unclose", "Unmerge"}
"""Of whose rows the golden moves notice a state more."""


def test_a_row_for_more_states_is_noticed() -> None:
    """An undone merge, or a check that fails, leaves no other state because of its `when` as well, and a request
    because what it asks for does not: there the golden moves notice."""
    trial, golden = Trial("a row leaves a state more"), {(move, source) for move, source, *_ in golden_moves()}
    for row in TABLE:
        more = set(State) - {source for one in OF_KIND[row.kind] for source in one.sources}
        effects = row.effects.union(*(implied_effects(source, row.leads(source)) for source in more))
        mutant = with_rows(row, attrs.evolve(row, sources=row.sources | more, effects=effects))
        for source in sorted(more):
            by_golden = row.kind in BY_GOLDEN and (str(row), source) not in golden
            trial.of(f"{row} also from {source}", by_golden or leaves(row.kind, source, mutant))
    trial.ends(590)


def test_a_row_for_other_people_is_noticed() -> None:
    """One more or one fewer of those who may ask."""
    trial = Trial("a row is for other people")
    for row in TABLE:
        for who in sorted(ANYONE):
            mutant = with_rows(row, attrs.evolve(row, who=row.who ^ {who}))
            asking = (takers()[str(row), source].is_for_those_named for source in sorted(row.sources))
            trial.of(f"{row} who: {who}", not all(stands(one, mutant) for one in asking))
    trial.ends(252)


def test_a_row_without_its_when_or_with_the_opposite_is_noticed() -> None:
    trial = Trial("a row has another when")
    for row in TABLE:
        for when in (None, opposite(row.when)) if row.when else ():
            trial.of(f"{row} {when}", not moves_stand(row, attrs.evolve(row, when=when)))
    trial.ends(24)


def opposite(when: Callable[[Ask], bool]) -> Callable[[Ask], bool]:
    def not_when(ask: Ask) -> bool:
        return not when(ask)

    return not_when


def moves_stand(old: Row, new: Row) -> bool:
    """Whether the table may have this row instead, and every move of its command is taken as it was."""
    try:
        mutant = with_rows(old, new)
    except DefinitionError:
        return False
    return all(stands(witness, mutant) for witness in witnesses() if witness.kind == old.kind)
