"""`DeskMachine` finds each seeded fault of a store and says what it is.

The steps that its search found and shrunk are recorded here and taken again every day; the search itself, which must
still find each fault in a handful of steps, belongs to `make explore`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from hypothesis.stateful import run_state_machine_as_test

from complaintflow.commands import Acknowledge
from complaintflow.plugins import Store
from complaintflow.stores import MemoryStore
from complaintflow.testing import DeskMachine, Mood
from complaintflow.testing.paths import CAST, OWNER
from tests.testing.faulty.stores import FAR_ON, FAULTS

LI = CAST[0]
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
    "IgnoresVersions": "lost or overwritten|half done",
    "ReordersHistory": "rewritten|half done",
    "ForgetsKeys": "forgotten",
    "TearsATransaction": "half done",
    "TearsATransactionFarOn": "half done",
    "KeepsMessagesOfAFailedTransaction": "half done",
    "SettlesNothing": "sent twice",
    "KeepsTheLastWords": "rewritten|kept",
    "SendsToTheErased": "kept",
    "HasNothingDue": "stuck",
}
SHORT = settings(SEARCH, stateful_step_count=4)
"""Where the way there is most of a run, and each try to shrink it is dear."""

HANDFUL = 4
"""Steps after the complaints came in, at most."""


# ── the recorded steps


class Script:
    """Answers what a rule draws: by its label, or by the example that the machine itself would try first."""

    def __init__(self, machine: DeskMachine, id: str, states: Mapping[str, str]) -> None:
        self._machine, self._id, self._states = machine, id, states

    def draw(self, _: object, label: str) -> Any:
        """The answer to this label."""
        if label.endswith("by way of"):
            return [self._states[label.split(maxsplit=1)[0]]]
        answers: Mapping[str, Callable[[], Any]] = {
            "complaint": lambda: self._id,
            "open": lambda: Acknowledge,
            "sample": lambda: self._machine.watched.samples(self._id, Acknowledge, LI)[0],
            "key": lambda: min(self._machine.watched.kept),
            "the store fails": lambda: False,
        }
        return answers[label]()


@attrs.frozen
class Recorded:
    """Two complaints that come in and go on to these states, and then a step with one of them."""

    first: str = "received"
    second: str = "received"
    step: str = ""
    id: str = "C-1"
    fields: Mapping[str, Any] = attrs.field(factory=dict)

    def replay(self, store: type[Store]) -> None:
        """Take the steps; raises what the machine finds."""

        class Machine(DeskMachine):
            def open_store(self) -> Store:
                return store()

        machine: Any = Machine()
        script = Script(machine, self.id, {"C-1": self.first, "C-2": self.second})
        machine.two_come_in_and_go_on(data=script, by=OWNER, moods=[Mood.WORKS])
        if self.step:
            drawn = {} if self.step in {"the_post_is_through", "time_passes"} else {"data": script}
            getattr(machine, self.step)(**drawn, **self.fields)
        machine.teardown()


A_DAY = {"span": timedelta(hours=25), "moods": [Mood.WORKS]}
BROKEN_STORE = {"by": LI, "loss": "nothing kept"}
RECORDED = {
    "LosesTheSecondSave": Recorded(first="declined"),
    "IgnoresVersions": Recorded(step="two_at_once"),
    "ReordersHistory": Recorded(first="declined"),
    "ForgetsKeys": Recorded(step="the_same_key_again", fields={"by": LI}),
    "TearsATransaction": Recorded(step="the_store_fails_at_each_point", fields=BROKEN_STORE),
    "TearsATransactionFarOn": Recorded("received", "resolved", "the_store_fails_at_each_point", "C-2", BROKEN_STORE),
    "KeepsMessagesOfAFailedTransaction": Recorded(step="the_store_fails_at_each_point", fields=BROKEN_STORE),
    "SettlesNothing": Recorded(second="declined", step="the_post_is_through"),
    "KeepsTheLastWords": Recorded("withdrawn", "withdrawn", "the_customer_is_erased", fields={"first": True}),
    "SendsToTheErased": Recorded(step="the_customer_is_erased", fields={"first": True}),
    "HasNothingDue": Recorded(step="time_passes", fields=A_DAY),
}


def within_hypothesis(run: Callable[[], None]) -> None:
    """Once, as one example: the machine's notes need one."""
    once = settings(max_examples=1, phases=[Phase.generate], deadline=None, database=None)
    once(given(st.just(None))(lambda _: run()))()


@pytest.mark.parametrize("name", [*FAULTS, *FAR_ON])
def test_the_recorded_steps_meet_the_fault(name: str) -> None:
    with pytest.raises(AssertionError, match=f"^({SAID[name]})") as found:
        within_hypothesis(lambda: RECORDED[name].replay({**FAULTS, **FAR_ON}[name]))
    assert 'says: "' in str(found.value)  # the sentence that the store broke


@pytest.mark.parametrize("name", RECORDED)
def test_a_sound_store_stands_the_recorded_steps(name: str) -> None:
    within_hypothesis(lambda: RECORDED[name].replay(MemoryStore))


def test_only_who_gets_far_on_meets_a_fault_that_is_there_alone() -> None:
    steps = attrs.evolve(RECORDED["TearsATransactionFarOn"], second="triaged")
    within_hypothesis(lambda: steps.replay(FAR_ON["TearsATransactionFarOn"]))


# ── the search


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


@pytest.mark.explore
@pytest.mark.parametrize("name", [*FAULTS, *FAR_ON])
def test_the_machine_finds_the_fault_in_a_handful_of_steps(name: str) -> None:
    failure = found({**FAULTS, **FAR_ON}[name])
    assert re.match(SAID[name], str(failure))
    assert 1 <= len(steps(failure)) <= HANDFUL, steps(failure)


@pytest.mark.explore
@pytest.mark.parametrize("name", FAR_ON)
def test_the_machine_finds_a_fault_that_only_complaints_far_on_have(name: str) -> None:
    failure = found(FAR_ON[name], SHORT)
    assert re.match(SAID[name], str(failure))
    assert 2 <= len(steps(failure)) <= HANDFUL, steps(failure)
