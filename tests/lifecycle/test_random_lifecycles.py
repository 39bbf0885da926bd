"""Any lifecycle of a house's own: what the checker calls safe nobody breaks, and what it calls unsafe really breaks."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.stateful import run_state_machine_as_test

from complaintflow import Ask, Lifecycle, commands as c
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle import Row
from complaintflow.lifecycle.checking.cast import CLOCKWORK, MORNING, cast_of
from complaintflow.lifecycle.checking.channels import by_each_channel
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.exploring import follow
from complaintflow.lifecycle.checking.judging import judge
from complaintflow.lifecycle.checking.rules import Situation, Step
from complaintflow.lifecycle.meaning import KeptWay
from complaintflow.record.complaint import Complaint
from complaintflow.testing import DeskMachine, lifecycles
from complaintflow.testing.strategies import same_each_time
from complaintflow.vocabulary import OPEN, State, Touches
from tests import stories as s
from tests.lifecycle.test_check import replay, without_rule

pytestmark = pytest.mark.uncounted  # walks by chance: what they reach is no promise
STEPS = 40
PAUSES = (timedelta(), timedelta(minutes=7), timedelta(hours=30), timedelta(days=4))


@cache
def drawn(count: int) -> tuple[Lifecycle, ...]:
    """So many lifecycles, the same in each run."""
    found: list[Lifecycle] = []

    @same_each_time(count)
    @given(lifecycles())
    def collect(one: Lifecycle) -> None:
        found.append(one)

    collect()
    return tuple(found)


def solved(rules: Lifecycle) -> Situation:
    """A complaint that was fixed and told, as far as these rules let one come by the usual way."""
    now, cast = Situation(Complaint.blank("C-1"), MORNING), cast_of(rules.policy)
    checked = (c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "agrees with the ledger"))
    fixed = (c.Resolve("a key for each capture", Touches.OWN_SYSTEM), c.Verify(True, "ledger", "one capture left"))
    for command in (s.receive(), s.triage(), *checked, *fixed, s.notice()):
        step = ask(rules, now, cast["system" if isinstance(command, c.Receive) else "agent"], command)
        now = delivered(rules, follow(rules, step) if step.event else now)
    return now


def walk(rules: Lifecycle, chance: random.Random, start: Situation | None = None) -> Iterator[Step]:
    """A complaint to which anybody does anything that the table has for its state, and rather what leads on."""
    now, cast = start or Situation(Complaint.blank("C-1"), MORNING), [*cast_of(rules.policy).values()]
    for _ in range(STEPS):
        leading = {row.kind: _weight(rules, now.state, row) for row in rules.table if now.state in row.sources}
        if not leading:
            return
        [kind] = chance.choices([*leading], [*leading.values()])
        by = chance.choice(cast)
        samples = [*examples(rules, kind)(now.ask(by, rules.policy))]
        if samples:
            step = ask(rules, now, by, chance.choice(samples))
            yield step
            now = follow(rules, step) if step.event else now
        now = later(delivered(rules, now), chance)


def examples(rules: Lifecycle, kind: str) -> Callable[[Ask], Iterable[c.Command]]:
    """The samples of a command; what comes in does by a channel of each state in which it begins."""
    command = rules.commands[kind]
    return by_each_channel([rules], command.samples) if issubclass(command, c.Receive) else command.samples


def _weight(rules: Lifecycle, state: str, row: Row) -> int:
    target = row.leads(state)
    if isinstance(row, KeptWay):
        return 1
    if target == state:
        return 2
    return 12 if rules.stage_of(target) in OPEN | {State.CLOSED} else 1


def ask(rules: Lifecycle, now: Situation, by: Any, command: c.Command) -> Step:
    try:
        decision = rules.decide(now.complaint, command, by=by, at=now.at)
    except InvalidInput:  # over a limit of the policy
        decision = rules.decide(now.complaint, c.Note("so it cannot be said"), by=by, at=now.at)
        command = c.Note("so it cannot be said")
    return Step(now, by, command, decision)


def delivered(rules: Lifecycle, now: Situation) -> Situation:
    for name in sorted(now.complaint.facts.open_messages):
        step = ask(rules, now, CLOCKWORK, c.Receipt(name, "delivered"))
        now = follow(rules, step) if step.event else now
    return now


def later(now: Situation, chance: random.Random) -> Situation:
    pause = chance.choice(PAUSES)
    return Situation(now.complaint, now.at + pause, now.seen, now.related, now.came)


def broken_in(rules: Lifecycle, seed: int, walks: int, told: Counter[str]) -> set[str]:
    """The promises that so many walks break. `told` counts what was done and refused."""
    chance, found = random.Random(seed), set[str]()
    for number in range(walks):
        for step in walk(rules, chance, solved(rules) if number % 3 == 0 else None):
            told["accepted" if step.event else "refused"] += 1
            if step.event:
                told[f"to {rules.stage_of(str(step.event.state))}"] += 1
            found |= {promise for promise, _ in judge(rules, step)}
    return found


def test_whatever_a_house_adds_the_guards_keep_the_promises() -> None:
    """The guards of an effect come with it, whichever state and command a house thinks of."""
    told = Counter[str]()
    for number, rules in enumerate(drawn(12)):
        assert broken_in(rules, number, 12, told) == set(), rules.table
    assert told["accepted"] > 500, told
    assert told["to closed"] > 3, told


def test_a_walk_finds_what_a_missing_rule_lets_through() -> None:
    """Else that nothing was found would say nothing."""
    assert "solved-is-proved" in broken_in(without_rule(Lifecycle.default(), "verify-before-notify"), 1, 150, Counter())


@pytest.mark.explore
def test_what_the_checker_calls_safe_nobody_breaks_in_ten_thousand_walks(campaign: Callable[[str], None]) -> None:
    told, safe = Counter[str](), [rules for rules in drawn(10) if not rules.check().broken]
    assert len(safe) > 5
    for number, rules in enumerate(safe):
        assert broken_in(rules, number, 10_000 // len(safe) + 1, told) == set()
    campaign(f"{len(safe)} of 10 random lifecycles are safe; 10,000 walks: {dict(sorted(told.items()))}")


MACHINE = settings(
    max_examples=100 * int(os.environ.get("COMPLAINTFLOW_TURNS", "1")),
    stateful_step_count=26,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[*HealthCheck],
)


@pytest.mark.explore
@pytest.mark.parametrize("number", range(10))
def test_the_desk_of_such_a_house_loses_and_doubles_nothing(number: int) -> None:
    """A hundred days each of a machine that fails, hangs and erases."""
    house = type("House", (DeskMachine,), {"lifecycle": drawn(10)[number]})
    run_state_machine_as_test(house, settings=MACHINE)


LOST = (
    "verify-before-notify",
    "confirm-before-close",
    "facts-before-promise",
    "record-complete",
    "handoff-carries-context",
)


@pytest.mark.explore
def test_what_the_checker_calls_unsafe_breaks_as_its_story_says(campaign: Callable[[str], None]) -> None:
    """A house that could lose a rule reads the story; and what walks break, the checker has found."""
    found = Counter[str]()
    for number, rules in enumerate(drawn(10)):
        mutant = without_rule(rules, LOST[number % len(LOST)])
        report = check(mutant)
        named = {one.name for one in report.broken}
        assert named, f"without {LOST[number % len(LOST)]} nothing breaks"
        for one in report.broken:
            assert replay(mutant, one)
        walked = broken_in(mutant, number, 300, Counter())
        assert walked <= named, f"the checker missed {walked - named}"
        found["stories"] += len(report.broken)
        found["broken by walks"] += len(walked)
    campaign(f"unsafe random lifecycles: {dict(found)}")
