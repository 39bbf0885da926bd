"""What the kit's machine does with our own stores: nothing is lost, sent twice, half done or hidden."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from complaintflow.plugins.ports import Store
from complaintflow.stores.sqlite import SqliteStore
from complaintflow.testing import DeskMachine, Mood

DAY = settings(max_examples=40, stateful_step_count=20, suppress_health_check=[HealthCheck.too_slow])


class InMemory(DeskMachine):
    pass


class InAFile(DeskMachine):
    def open_store(self) -> Store:
        self.folder = TemporaryDirectory()
        return SqliteStore(Path(self.folder.name) / "desk.db", synchronous="OFF")

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


def test_a_store_that_fails_anywhere_and_channels_that_fail_hang_and_lie_lose_and_repeat_nothing() -> None:
    reached: Counter[str] = Counter()

    class Counting(InMemory):
        def teardown(self) -> None:
            reached.update(self.reached)
            super().teardown()

    run_state_machine_as_test(Counting, settings=settings(DAY, derandomize=True, database=None))
    moods = {f"a channel {mood}" for mood in Mood}
    assert {"the store failed", "somebody did Receipt", *moods} <= set(reached), reached


TestInAFile = InAFile.TestCase
TestInAFile.settings = settings(DAY, max_examples=10)


@pytest.mark.explore
@pytest.mark.parametrize("kind", [InMemory, InAFile])
def test_far_more_of_it(kind: type[DeskMachine]) -> None:
    run_state_machine_as_test(kind, settings=settings(DAY, max_examples=1000, stateful_step_count=40))
