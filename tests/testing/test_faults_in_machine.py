"""`DeskMachine` finds each seeded fault of a store, says what it is, and shrinks it to a step or two."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from complaintflow.plugins import Store
from complaintflow.testing import DeskMachine
from tests.testing.faulty_stores import FAR_ON, FAULTS

SEARCH = settings(
    max_examples=200,
    stateful_step_count=8,
    deadline=None,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
SAID = {
    "LosesTheSecondSave": "lost|stuck",
    "IgnoresVersions": "lost or overwritten",
    "ReordersHistory": "rewritten|half done",
    "ForgetsKeys": "forgotten",
    "TearsATransaction": "half done",
    "TearsATransactionFarOn": "half done",
    "KeepsMessagesOfAFailedTransaction": "half done",
    "SettlesNothing": "sent twice",
}
SHORT = settings(SEARCH, stateful_step_count=4)
"""Where the way there is most of a run, and each try to shrink it is dear."""

HANDFUL = 4
"""Steps after the complaints came in, at most."""


def found(fault: type[Store], how: settings = SEARCH) -> AssertionError:
    """What the machine finds, with the steps as a note."""

    class Machine(DeskMachine):
        def open_store(self) -> Store:
            return fault()

    with pytest.raises(AssertionError) as failure:
        run_state_machine_as_test(Machine, settings=how)
    return failure.value


def steps(failure: AssertionError) -> list[str]:
    """What was done after two complaints came in: the moves by which they go on, and the steps of the machine."""
    told = "\n".join(failure.__notes__)
    done = re.findall(r"^\w+ does (\w+): C-|^ *state\.(\w+)\(", told, re.MULTILINE)
    return [move or step for move, step in done if step not in _FRAME]


_FRAME = {"two_come_in_and_go_on", "teardown"}


@pytest.mark.parametrize("name", [*FAULTS, *FAR_ON])
def test_the_machine_finds_the_fault_in_a_handful_of_steps(name: str) -> None:
    failure = found({**FAULTS, **FAR_ON}[name])
    assert re.match(SAID[name], str(failure))
    assert 1 <= len(steps(failure)) <= HANDFUL, steps(failure)


@pytest.mark.parametrize("name", FAR_ON)
def test_the_machine_finds_a_fault_that_only_complaints_far_on_have(name: str) -> None:
    failure = found(FAR_ON[name], SHORT)
    assert re.match(SAID[name], str(failure))
    assert 2 <= len(steps(failure)) <= HANDFUL, steps(failure)
