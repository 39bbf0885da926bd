"""`complaintflow check`: a lifecycle in a file is proved, or shown how it breaks a promise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Lifecycle
from complaintflow.lifecycle.checking import check as checking
from complaintflow.lifecycle.checking.check import check
from tests.cli.command_line import LIMBO, CommandLine
from tests.lifecycle.test_check import slices, without


@pytest.fixture(autouse=True)
def _few_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "SLICES", slices("plan", "merge"))


def test_the_built_in_lifecycle_is_checked(cli: CommandLine) -> None:
    result = cli("check", "--json")
    assert (result.code, result.document["findings"]) == (0, [])
    assert "withdrawn" in result.document["unused"]  # few slices reach few states
    assert [one["slice"] for one in result.document["covered"]] == ["plan", "merge"]


@pytest.mark.parametrize(("form", "begins"), [("test", "from datetime import"), ("mermaid", "sequenceDiagram")])
def test_a_story_is_told_as_a_test_and_as_a_drawing(
    cli: CommandLine, form: str, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = check(without("confirm-before-close"), slices("plan"), first=True)
    monkeypatch.setattr(Lifecycle, "check", lambda self, *, first=False, most=None: broken)
    result = cli("check", "--first", "--story", form)
    assert result.code == 8
    assert begins in result.out


def test_what_is_printed_as_tests_is_a_file_that_runs(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each story is a test of its own, also where two have one name; all else is a comment."""
    mutant = without("confirm-before-close")
    broken = check(mutant, slices("plan", "merge"), first=True)
    twice = attrs.evolve(broken, findings=broken.findings * 2)
    monkeypatch.setattr(Lifecycle, "check", lambda self, *, first=False, most=None: twice)
    printed: dict[str, Any] = {}
    exec(cli("check", "--story", "test").out, printed)
    tests = {name: test for name, test in printed.items() if name.startswith("test_")}
    assert [*tests] == ["test_closed_on_a_ground", "test_closed_on_a_ground_2"]
    for test in tests.values():
        test(mutant)
        with pytest.raises(AssertionError):
            test(Lifecycle.default())


def test_a_file_with_a_dead_end_is_found(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "life.toml"
    file.write_text(LIMBO, encoding="utf-8")
    result = cli("check", str(file))
    assert result.code == 8
    assert "dead-end limbo" in result.out


def test_a_cap_that_is_met_is_a_finding_and_may_be_raised(cli: CommandLine) -> None:
    """What was not explored proves nothing; whoever has the time gets the proof."""
    cut = cli("check", "--most", "20")
    assert (cut.code, "cap-exceeded plan: more than 20 situations: not explored to the end" in cut.out) == (8, True)
    assert "raise the cap" in cut.out
    assert cli("check", "--most", "2000").code == 0
    wrong = cli("check", "--most", "0")
    assert (wrong.code, "most: found 0, expected so many situations" in wrong.err) == (2, True)


def test_a_built_in_state_that_a_house_does_not_use_is_a_note(cli: CommandLine, tmp_path: Path) -> None:
    """Whoever has a word of their own for it cannot take it away, and had a report that was never sound."""
    file = tmp_path / "life.toml"
    file.write_text(DONE, encoding="utf-8")
    result = cli("check", str(file))
    assert result.code == 0
    assert "closed" in next(line for line in result.out.splitlines() if line.startswith("not used: "))


DONE = """
[states.done]
stage = "closed"
[[edges]]
command = "Close"
from = "awaiting_confirmation planned"
to = "done"
who = "staff system"
[[edges]]
command = "Reopen"
from = "done"
to = "investigating"
who = "customer staff"
"""


def test_a_file_that_is_wrong_says_where(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "life.toml"
    file.write_text(LIMBO.replace('limbo"', 'nowhere"'), encoding="utf-8")
    result = cli("check", str(file))
    assert result.code == 2
    assert "edges[0].to (life.toml:line 9)" in result.err
