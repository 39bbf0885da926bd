"""What the kit's machine does with our own stores: nothing is lost, sent twice, half done or hidden, in any state."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from hypothesis.stateful import run_state_machine_as_test

from complaintflow.plugins import Store
from complaintflow.stores import SqliteStore
from complaintflow.testing import DeskMachine, Mood
from complaintflow.vocabulary import ENDS, State

DAY = settings(
    max_examples=45,
    stateful_step_count=26,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
FAR = frozenset(State) - {State.NEW, State.RECEIVED, State.TRIAGED, State.INVESTIGATING}
"""Where a complaint is proposed a solution, or later."""


class Timed(DeskMachine):
    """A store with a clock of its own."""

    def __init__(self) -> None:
        self.passed = list[timedelta]()
        super().__init__()

    def pass_time(self, span: timedelta) -> None:
        self.passed.append(span)


def test_the_clock_of_a_store_goes_on_with_that_of_the_machine() -> None:
    """Else what a tick held that failed stays held, and a sound store is called stuck."""
    machine = Timed()
    before = machine.watched.clock.now
    machine.the_post_is_through()
    assert machine.passed
    assert sum(machine.passed, timedelta()) == machine.watched.clock.now - before
    machine.desk.close()


class InMemory(DeskMachine):
    pass


class InAFile(DeskMachine):
    def open_store(self) -> Store:
        self.folder = TemporaryDirectory()
        return SqliteStore(Path(self.folder.name) / "desk.db", synchronous="OFF")

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


def reached(kind: type[DeskMachine], how: settings) -> Counter[str]:
    """In how many runs the machine came to each thing that it names."""
    found: Counter[str] = Counter()

    class Counting(kind):  # type: ignore[misc, valid-type]  # a class that is an argument
        def teardown(self) -> None:
            found.update(self.reached)
            super().teardown()

    run_state_machine_as_test(Counting, settings=how)
    return found


def far_on(found: Counter[str], what: str) -> set[State]:
    """In which states that are far on something was met."""
    return {state for state in FAR if found[f"{what} a complaint that was {state}"]}


def test_a_day_of_the_machine_finds_nothing_wrong_and_comes_to_all_that_matters() -> None:
    """A run that never met a failure or a mood far on would prove nothing of it. Each state is met by the longer one;
    here one or two may be missed by chance."""
    day = reached(InMemory, DAY)
    assert len([state for state in State if day[f"a complaint was {state}"]]) >= len(State) - 3, day  # no one is new
    assert len(far_on(day, "the store failed for")) >= 3, day
    assert day["the store failed while time passed"], day
    assert [mood for mood in Mood if not far_on(day, f"a channel {mood} for")] == [], day
    assert day["a dead letter was tried again"], day
    assert day["the store failed while words went"], day
    assert day["erasing was refused: not-on-hold"], day
    assert len(erased(day)) >= 2, day


def erased(found: Counter[str]) -> set[State]:
    """In which states complaints were whose words went."""
    return {state for state in State if found[f"words were erased of a complaint that was {state}"]}


def drawn() -> list[str]:
    """Some texts and numbers."""
    found: list[str] = []

    @settings(DAY, max_examples=50)
    @given(st.text(), st.integers())
    def draw(text: str, number: int) -> None:
        found.append(f"{text}{number}")

    draw()
    return found


def test_the_machine_draws_the_same_when_other_tests_have_loaded_more_modules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It accused a desk in company of other tests, and nobody could see it alone."""
    alone = drawn()
    constants = "\n".join(f"X{number} = 'never met {number}', {number}" for number in range(10_000, 10_200))
    folder = tmp_path.with_name("company")
    folder.mkdir()
    (folder / "loaded_by_others.py").write_text(constants)
    monkeypatch.syspath_prepend(folder)
    import_module("loaded_by_others")
    assert drawn() == alone


TestInAFile = InAFile.TestCase
TestInAFile.settings = settings(DAY, max_examples=10)


@pytest.mark.explore
@pytest.mark.parametrize("kind", [InMemory, InAFile])
def test_far_more_of_it_comes_to_everything(kind: type[DeskMachine]) -> None:
    """Run with `-s` to read what it came to. Two minutes or so."""
    found = reached(kind, settings(DAY, max_examples=800, stateful_step_count=30, derandomize=False))
    print(*(f"{runs:5} {what}" for what, runs in sorted(found.items())), sep="\n")
    assert {state for state in State if found[f"a complaint was {state}"]} == set(State) - {State.NEW}
    failed = far_on(found, "the store failed for")
    assert failed >= FAR - {State.ARCHIVED}, FAR - failed  # to the archive nobody writes but who holds or erases
    assert all(len(far_on(found, f"a channel {mood} for")) >= 4 for mood in Mood)
    assert erased(found) == {State.CLOSED, State.ARCHIVED, *ENDS}
