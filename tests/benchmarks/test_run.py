"""The benchmarks run: one tiny round of each, so that they cannot rot. How long anything takes is not judged here."""

import json

import pytest

from benchmarks.measuring import Figure
from benchmarks.run import TINY, figures, main

pytestmark = pytest.mark.uncounted  # long as it is; what it runs is counted by the tests beside it

GOALS = {
    "step: decide, evolve, encode, chain": "≤2.0",
    "a step with two observers": "≤1.1",
    "durable commands, synchronous=OFF": "≥0.6",
    "durable commands, synchronous=FULL": "≥0.85",
    "business time, add 1 hour": "≤1.5",
    "business time, add 60 days": "≤1.5",
    "import complaintflow": "≤1.5",
    "a durable step: complaintflow": "≤2.0",
    "import of a row by rules": "≤1.2",
    "fsck of an event": "≤35",
    "a search in 9 answers": "≤150",
    "what staff write, English: all rules": "≤0.3",
    "a customer's yes, Chinese: all rules": "≤0.3",
    "claiming what is due": "≤0.5",
    "an idle tick, by how many are open": "≤1.5",
}


def test_every_benchmark_gives_a_figure() -> None:
    found = {figure.name: figure for figure in figures(TINY)}
    assert all(figure.value > 0 for figure in found.values())
    assert {name: found[name].goal for name in GOALS} == GOALS
    assert [figure.goal for name, figure in found.items() if name.startswith("refusal")] == ["≤0.6", "≤2.5"]


def test_the_table_is_printed_for_people_and_for_machines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = Figure("a step", 2.5, "×", "raw trigger", "≤2.0", "5 µs ÷ 2 µs")
    monkeypatch.setattr("benchmarks.run.figures", lambda size: iter([one]))
    main([])
    line = capsys.readouterr().out
    assert "a step" in line
    assert "goal ≤2.0: MISSED" in line
    main(["--json", "--tiny"])
    assert json.loads(capsys.readouterr().out)["met"] is False


def test_a_million_open_ones_are_asked_for_what_is_due_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "benchmarks.run.ticking", lambda rounds, open_, due: iter([Figure(f"{due:,} of {open_:,}", 0.002)])
    )
    main(["--million"])
    assert capsys.readouterr().out.split() == ["1,000", "of", "1,000,000", "0.0020", "×"]


@pytest.mark.parametrize(("value", "goal", "met"), [(2.0, "≤2.0", True), (0.5, "≥0.6", False), (1.0, "", None)])
def test_a_goal_is_met_or_missed_or_not_there(value: float, goal: str, met: bool | None) -> None:
    assert Figure("x", value, goal=goal).met is met
