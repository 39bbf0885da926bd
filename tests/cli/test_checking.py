"""`complaintflow check`: a lifecycle in a file is proved, or shown how it breaks a promise."""

from __future__ import annotations

from pathlib import Path

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
    assert {one["kind"] for one in result.document["findings"]} == {"unreachable-state"}  # few slices reach few states
    assert [one["slice"] for one in result.document["covered"]] == ["plan", "merge"]


@pytest.mark.parametrize(("form", "begins"), [("test", "from datetime import"), ("mermaid", "sequenceDiagram")])
def test_a_story_is_told_as_a_test_and_as_a_drawing(
    cli: CommandLine, form: str, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = check(without("confirm-before-close"), slices("plan"), first=True)
    monkeypatch.setattr(Lifecycle, "check", lambda self, *, first=False: broken)
    result = cli("check", "--first", "--story", form)
    assert result.code == 8
    assert begins in result.out


def test_a_file_with_a_dead_end_is_found(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "life.toml"
    file.write_text(LIMBO, encoding="utf-8")
    result = cli("check", str(file))
    assert result.code == 8
    assert "dead-end limbo" in result.out


def test_a_file_that_is_wrong_says_where(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "life.toml"
    file.write_text(LIMBO.replace('limbo"', 'nowhere"'), encoding="utf-8")
    result = cli("check", str(file))
    assert result.code == 2
    assert "edges[0].to (life.toml:line 9)" in result.err
