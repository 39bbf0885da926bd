"""Who takes a guard, an effect or a move away, or bends it, is noticed: each time by a check that has a name.

A mutant is the lifecycle with one thing changed. The catalogue tells it every story until one of them fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

import attrs
import pytest

from complaintflow import Ask, DefinitionError, Lifecycle, Refusal, commands as c
from complaintflow.lifecycle import lifecycle as lifecycle_module, rows
from complaintflow.lifecycle.guards import GUARDS, Guard, rule_of
from complaintflow.lifecycle.rows import ANYONE, Row, implied_effects
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import Effect, State
from tests.lifecycle import test_lifecycle
from tests.lifecycle.catalogue import CHECKS, cases_of, killer
from tests.lifecycle.golden import golden_moves
from tests.lifecycle.points import HOUSE, points, samples, witnesses
from tests.stories import LI, Story

pytestmark = pytest.mark.no_cover  # what a mutant runs proves nothing about the lifecycle that it is not

KINDS = sorted(c.BUILTIN)
OF_KIND = {kind: tuple(row for row in TABLE if row.kind == kind) for kind in KINDS}
RULES = {f"{row} from {min(row.sources)} asks {rule_of(rule)}": (row, rule) for row in TABLE for rule in row.rules}


def inverted(guard: Guard) -> Guard:
    """Refuses what it let pass, and lets pass what it refused; under the same name."""

    class Inverted:
        rule = rule_of(guard)

        def __call__(self, ask: Ask) -> Refusal | None:
            return None if guard(ask) else Refusal(self.rule, "inverted", "mend it")

    return Inverted()


def guarded(effect: Effect, guard: Guard, instead: tuple[Guard, ...]) -> Lifecycle:
    """The lifecycle with something else in the place of one guard of one effect."""
    mutant = Lifecycle.default()
    called = mutant.guards[effect]
    place = called.index(guard)
    mutant.guards = {**mutant.guards, effect: (*called[:place], *instead, *called[place + 1 :])}
    return mutant


def tabled(old: Row, *new: Row) -> Lifecycle:
    """The lifecycle with other rows in the place of one."""
    return Lifecycle(tuple(one for row in TABLE for one in (new if row is old else (row,))))


def test_the_lifecycle_as_it_is_stands_every_check() -> None:
    assert killer(Lifecycle.default()) == ""
    assert len(CHECKS) > 150


# ── guards and rules


PAIRS = [pytest.param(effect, guard, id=f"{effect}-{rule_of(guard)}") for effect in Effect for guard in GUARDS[effect]]


@pytest.mark.parametrize(("effect", "guard"), PAIRS)
def test_a_guard_that_is_gone_is_missed(effect: Effect, guard: Guard) -> None:
    assert killer(guarded(effect, guard, ()), cases_of(guard)), f"nobody misses {rule_of(guard)} on {effect}"


@pytest.mark.parametrize(("effect", "guard"), PAIRS)
def test_a_guard_turned_round_is_noticed(effect: Effect, guard: Guard) -> None:
    assert killer(guarded(effect, guard, (inverted(guard),)), cases_of(guard))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_is_gone_from_its_row_is_missed(name: str) -> None:
    row, rule = RULES[name]
    fewer = tuple(one for one in row.rules if one is not rule)
    assert killer(tabled(row, attrs.evolve(row, rules=fewer)), behaving(rule)), f"nobody misses: {name}"


@pytest.mark.parametrize("name", RULES)
def test_a_rule_turned_round_on_its_row_is_noticed(name: str) -> None:
    row, rule = RULES[name]
    bent = tuple(inverted(one) if one is rule else one for one in row.rules)
    assert killer(tabled(row, attrs.evolve(row, rules=bent)), behaving(rule))


def behaving(rule: Guard) -> list[str]:
    """What looks at the rule, and all that looks at what happens, before the golden list of what stands written."""
    return [*cases_of(rule), *(name for name in CHECKS if name != "test_the_moves_are_the_golden_ones")]


# ── effects


EFFECTS = [
    pytest.param(row, effect, id=f"{row}-{min(row.sources)}-{effect}")
    for row in TABLE
    for effect in sorted(row.effects)
]


@pytest.mark.parametrize(("row", "effect"), EFFECTS)
def test_a_row_cannot_leave_an_effect_out(row: Row, effect: Effect) -> None:
    """Neither by mistake nor on purpose."""
    with pytest.raises(DefinitionError, match=f"{row.kind}.*found no {effect}"):
        tabled(row, attrs.evolve(row, effects=row.effects - {effect}))


@pytest.mark.parametrize(("row", "effect"), EFFECTS)
def test_a_row_made_to_say_less_still_has_the_effect(row: Row, effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the check of the table out of the way, the guards are called all the same; the golden moves notice."""
    monkeypatch.setattr(lifecycle_module, "check_rows", lambda table: None)
    mutant = tabled(row, attrs.evolve(row, effects=row.effects - {effect}))
    for guard in GUARDS[effect]:
        for name in cases_of(guard):
            CHECKS[name](mutant)
    with pytest.raises(AssertionError, match=r"moves\.golden"):
        CHECKS["test_the_moves_are_the_golden_ones"](mutant)


FLOORS = sorted({(row.kind, effect) for row in TABLE for effect in row.command.EFFECTS})


@pytest.mark.parametrize(("kind", "effect"), FLOORS)
def test_a_command_without_its_effect_is_noticed(kind: str, effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    """The floor itself taken away: in the command and in its rows."""
    take_away(c.BUILTIN[kind], effect, monkeypatch)
    lesser = {row: attrs.evolve(row, effects=row.effects - {effect}) for row in OF_KIND[kind]}
    table = tuple(lesser.get(row, row) for row in TABLE)
    if any(effect in implied_effects(source, row.leads(source)) for row in OF_KIND[kind] for source in row.sources):
        with pytest.raises(DefinitionError, match=f"no {effect}"):
            Lifecycle(table)
    else:
        found = killer(Lifecycle(table), (name for guard in GUARDS[effect] for name in cases_of(guard)))
        assert found not in {"", "test_the_moves_are_the_golden_ones"}


def take_away(command: type[c.Command], effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    original: Callable[..., frozenset[Effect]] = command.effects
    monkeypatch.setattr(command, "effects", lambda self, ask: original(self, ask) - {effect})
    monkeypatch.setattr(command, "EFFECTS", command.EFFECTS - {effect})


@pytest.mark.parametrize(("state", "effect"), test_lifecycle.GATES.items())
def test_a_state_that_no_longer_implies_its_effect_is_noticed(
    state: State, effect: Effect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(rows._IMPLIED, state)
    with pytest.raises(pytest.fail.Exception):
        test_lifecycle.test_a_row_that_says_less_than_its_target_is_a_definition_error(state, effect)


@pytest.mark.parametrize("effect", [Effect.HANDS_OFF, Effect.REGRADES, Effect.PAYS])
def test_a_change_that_no_longer_has_its_effect_is_noticed(effect: Effect, monkeypatch: pytest.MonkeyPatch) -> None:
    original: Callable[..., Iterable[Effect]] = lifecycle_module._changes
    fewer = {effect}
    monkeypatch.setattr(lifecycle_module, "_changes", lambda *given: [*(set(original(*given)) - fewer)])
    assert killer(Lifecycle.default(), (name for guard in GUARDS[effect] for name in cases_of(guard)))


# ── moves: every mutant is met by those who take the moves of its command


def noticed(kind: str, table: Iterable[Row]) -> str:
    """Which move of this command is not taken as it was, or by others, or is new; or a blank text."""
    takers = [witness for witness in witnesses() if witness.kind == kind]
    try:
        mutant = Lifecycle(table, HOUSE)
        for witness in takers:
            witness(mutant)
            witness.is_for_those_named(mutant)
        no_other_move(kind, mutant, {witness.source for witness in takers})
    except (AssertionError, DefinitionError) as failed:
        return str(failed)
    return ""


def no_other_move(kind: str, mutant: Lifecycle, sources: set[str]) -> None:
    for story in bare():
        if story.state not in sources:
            elsewhere = attrs.evolve(story, lifecycle=mutant)
            attempts = [elsewhere.asks(command) for command in samples(story, c.BUILTIN[kind], LI)]
            assert all(one.decision.not_possible for one in attempts), f"{kind} leaves {story.state}"


@cache
def bare() -> tuple[Story, ...]:
    """A story at each state."""
    return tuple({story.state: story for story in points()}.values())


def aimed(row: Row, source: str, target: str) -> tuple[Row, Row]:
    """The row with the move from one of its sources led elsewhere, with all that the new target asks for."""
    rest = attrs.evolve(row, sources=row.sources - {source})
    effects = row.effects | implied_effects(source, target)
    return rest, attrs.evolve(row, sources=frozenset({source}), target=target, effects=effects)


def others(kind: str, row: Row, *new: Row) -> tuple[Row, ...]:
    """The rows of the command with others in the place of one; without those that nothing enters."""
    return tuple(one for old in OF_KIND[kind] for one in (new if old is row else (old,)) if one.sources)


def moved(kind: str) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Every re-aimed and every dropped move of a command."""
    for row in OF_KIND[kind]:
        for source in sorted(row.sources):
            rest = attrs.evolve(row, sources=row.sources - {source})
            yield f"{row} from {source} dropped", others(kind, row, rest)
            for target in State:
                if target != row.leads(source):
                    yield f"{row} from {source} to {target}", others(kind, row, *aimed(row, source, target))


def widened(kind: str) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """Every row with one more source, one more or one fewer who may ask, and without its `when`."""
    taken = {source for row in OF_KIND[kind] for source in row.sources}
    for row in OF_KIND[kind]:
        for source in sorted(set(State) - taken):
            effects = row.effects | implied_effects(source, row.leads(source))
            more = attrs.evolve(row, sources=row.sources | {source}, effects=effects)
            yield f"{row} also from {source}", others(kind, row, more)
        for who in sorted(ANYONE):
            yield f"{row} who: {who}", others(kind, row, attrs.evolve(row, who=row.who ^ {who}))
        if row.when:
            yield f"{row} always", others(kind, row, attrs.evolve(row, when=None))


@pytest.mark.parametrize("kind", KINDS)
def test_a_move_dropped_or_aimed_elsewhere_is_noticed(kind: str) -> None:
    assert not noticed(kind, OF_KIND[kind])
    survivors = [name for name, table in moved(kind) if not noticed(kind, table)]
    assert survivors == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_for_more_states_or_other_people_is_noticed(kind: str) -> None:
    """An undone merge leaves no other state because of its `when` as well: there the golden moves notice."""
    golden = [tuple(move) for move in golden_moves() if move[0].split()[0] == kind]
    for name, table in widened(kind):
        if not noticed(kind, table):
            assert kind == "Unmerge", name
            assert Lifecycle(table).moves() != golden, name


@pytest.mark.parametrize("row", [row for row in TABLE if row.when], ids=str)
def test_a_when_turned_round_is_noticed(row: Row) -> None:
    when = row.when or (lambda ask: True)

    def not_when(ask: Ask) -> bool:
        return not when(ask)

    assert noticed(row.kind, others(row.kind, row, attrs.evolve(row, when=not_when)))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row}-{min(row.sources)}")
def test_the_golden_moves_notice_each_row_that_differs(row: Row) -> None:
    """Gone, or for other people: in the whole table."""
    check = CHECKS["test_the_moves_are_the_golden_ones"]
    for mutant in (tabled(row), tabled(row, attrs.evolve(row, who=row.who ^ {"system"}))):
        with pytest.raises(AssertionError, match=r"moves\.golden"):
            check(mutant)
