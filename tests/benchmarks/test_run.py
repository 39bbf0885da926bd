"""The benchmarks run: one tiny round of each, so that they cannot rot. How long anything takes is not judged here."""

import json
import re
from pathlib import Path

import pytest

from benchmarks import life
from benchmarks.measuring import Figure
from benchmarks.peers import INSTALLABLE
from benchmarks.run import TINY, Size, figures, main

pytestmark = pytest.mark.uncounted  # long as it is; what it runs is counted by the tests beside it

GOALS = {
    "step: decide, evolve, encode, chain": "≤2.0",
    "step with its texts read, the same rules": "≤2.0",
    "a step with two observers": "≤1.1",
    "CPU of a durable command": "≤2.0",
    "durable commands, synchronous=FULL": "≥0.8",
    "a durable command, the same promises": "≤2.0",
    "its pages, the same promises": "≤1.5",
    "a complaint on disk, the same promises": "≤2.0",
    "business time, add 1 hour": "≤1.5",
    "business time, add 60 days": "≤1.5",
    "import complaintflow": "≤1.5",
    "a durable step: complaintflow": "≤2.0",
    "import of a row by rules": "≤1.2",
    "fsck of an event": "≤35",
    "a search in 9 answers": "≤150",
    "learning 10 new answers": "≤1.5",
    "what staff write, English: all rules": "≤0.3",
    "a customer's yes, Chinese: all rules": "≤0.3",
    "claiming what is due": "≤0.5",
    "an idle tick, by how many are open": "≤1.5",
    "pages that a durable command writes": "≤1.0",
    "a complaint on disk": "≤1.2",
    "SQLite: find a rare team": "≤5",
    "SQLite: do, long history": "≤1.5",
    "memory: receive": "≤1.5",
    "memory: idle deliver": "≤2",
}


@pytest.fixture(scope="module")
def found() -> list[Figure]:
    """Every figure of a tiny round."""
    return list(figures(TINY))


def test_every_benchmark_gives_a_figure(found: list[Figure]) -> None:
    assert all(figure.value > 0 for figure in found)
    goals = {figure.name.strip(): figure.goal for figure in found}
    assert {name: goals[name] for name in GOALS} == GOALS
    assert [goal for name, goal in goals.items() if name.startswith("refusal")] == ["≤0.6", "≤2.5"]


@pytest.mark.explore
def test_what_postgresql_does_is_measured_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--postgresql", "--tiny", "--json"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(one["value"] > 0 for one in found)
    names = {"in a transaction of a host", "PostgreSQL: commands of 8 workers", "PostgreSQL: idle tick"}
    names |= {
        "a command at the server",
        "a durable command, and the disk",
        "do_many by 100, no disk",
        "commands among 10 complaints",
    }
    assert names <= {one["name"] for one in found}


def test_a_long_history_of_the_full_size_is_one_that_the_rules_allow() -> None:
    """Else `make bench` ends in the middle, which a tiny round does not show."""
    size, most = Size(), life.roomy().policy.limits.parts
    assert max(size.events, *size.history) <= most


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


def test_of_a_million_only_lists_and_what_is_due_are_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        "benchmarks.run.ticking", lambda rounds, open_, due: iter([Figure(f"{due:,} of {open_:,}", 0.002)])
    )
    monkeypatch.setattr("benchmarks.run.lists", lambda sizes: iter([Figure(f"a list of {sizes[-1]:,}", 0.003)]))
    monkeypatch.setattr(
        "benchmarks.run.receipts", lambda sizes, links: iter([Figure(f"a receipt of {sizes[-1]:,}", 0.004)])
    )
    monkeypatch.setattr("benchmarks.run.counting", lambda size: iter([Figure(f"figures of {size:,}", 0.005)]))
    main(["--million"])
    listed, counted, proved, due = capsys.readouterr().out.splitlines()
    assert proved.split() == ["a", "receipt", "of", "1,000,000", "0.0040", "×"]
    assert listed.split() == ["a", "list", "of", "1,000,000", "0.0030", "×"]
    assert counted.split() == ["figures", "of", "1,000,000", "0.0050", "×"]
    assert due.split() == ["1,000", "of", "1,000,000", "0.0020", "×"]


@pytest.mark.parametrize(("value", "goal", "met"), [(2.0, "≤2.0", True), (0.5, "≥0.6", False), (1.0, "", None)])
def test_a_goal_is_met_or_missed_or_not_there(value: float, goal: str, met: bool | None) -> None:
    assert Figure("x", value, goal=goal).met is met


ROOT = Path(__file__).parents[2]


def shape(name: str) -> str:
    """The name of a figure without what depends on how much is measured, and on which command is the dearest."""
    return re.sub(r"\d[\d,]*", "n", re.sub(r"(est step): \w+", r"\1", name))


def test_each_figure_that_the_page_on_speed_tells_is_measured_and_has_that_goal(found: list[Figure]) -> None:
    page = (ROOT / "docs" / "explanation" / "speed.md").read_text("utf-8")
    rows = re.findall(
        r"^\| (.+?) \| .+? \| ([≤≥][\d.]+)? *\|", page.partition("| --- | --- | --- | --- |")[2], re.MULTILINE
    )
    goals = {(shape(figure.name.strip()), goal) for figure in found for goal in (figure.goal, "")}
    named = {(shape(name), goal) for name, goal in rows if not name.endswith(INSTALLABLE)}
    assert len(named) > 20
    assert sorted(named - goals) == []


def test_each_figure_that_the_readme_tells_is_measured(found: list[Figure]) -> None:
    told = (ROOT / "README.md").read_text("utf-8").partition("## How fast it is")[2].partition("\n## ")[0]
    named = [name for name in re.findall(r"`([^`]+)`", told) if not name.startswith("python")]
    assert len(named) == 3
    assert {shape(name) for name in named} <= {shape(figure.name.strip()) for figure in found}
