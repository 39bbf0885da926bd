"""What the rules let pass breaks no promise, whatever the log says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow.conformance import Violation
from tests.conformance.logs import HEAD, MAP, replayed, watched

MORE = """
[[moves]]
activity = "wrote"
do = "Hear"
by = "customer"
from = { said = "text" }

[[moves]]
activity = "disputed"
do = "Dispute"
by = "customer"
from = { said = "text" }

[[moves]]
activity = "handed"
do = "Handoff"
by = "agent"
with = { team = "risk", summary = "look at it", harm = "none", no_material_because = "none is needed" }

[[moves]]
activity = "timed out"
do = "Close"
by = "system"
"""
ACTIVITIES = ("sorted", "fixed", "tested", "told", "thanked", "done", "wrote", "disputed", "handed", "timed out")
WHO = {"thanked": "u-1", "wrote": "u-1", "disputed": "u-1"}
BEGIN = datetime(2026, 3, 2, 9)  # noqa: DTZ001 - as the log writes it


@st.composite
def logs(draw: st.DrawFn) -> str:
    """One case that opens, and what then happens in any order; some go most of the way that is right."""
    way = ("sorted", "fixed", "tested", "told", "thanked", "done")
    acts = [*way[: draw(st.integers(0, len(way)))], *draw(st.lists(st.sampled_from(ACTIVITIES), max_size=5))]
    at, lines = BEGIN, [f"1,{BEGIN:%Y-%m-%d %H:%M},opened,u-1,"]
    for number, act in enumerate(acts):
        at += timedelta(hours=draw(st.sampled_from([1, 100])))
        lines.append(f"1,{at:%Y-%m-%d %H:%M},{act},{WHO.get(act, draw(st.sampled_from(['li', 'wang'])))},text {number}")
    return HEAD + "\n".join(lines) + "\n"


def check(log: str) -> bool:
    """Whether the rules let all of it pass; no promise is broken then."""
    passed = not replayed(log, MAP + MORE).departing
    _, found = watched(log, MAP + MORE)
    assert not (passed and [one for one in found if isinstance(one, Violation)])
    return passed


@given(logs())
@settings(max_examples=30)
def test_a_log_that_the_rules_let_pass_breaks_no_promise(log: str) -> None:
    check(log)


@pytest.mark.explore
def test_no_log_of_thousands_that_passes_breaks_a_promise(campaign: Callable[[str], None]) -> None:
    passed = list[bool]()

    @given(logs())
    @settings(max_examples=4_000)
    def search(log: str) -> None:
        passed.append(check(log))

    search()
    campaign(f"{len(passed)} logs, of which the rules let {sum(passed)} pass; none of these breaks a promise")
    assert sum(passed) > 100
