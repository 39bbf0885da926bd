"""A reader types the first pages one after the other, in one folder, and a second time on another day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pasted import paste

ROOT = Path(__file__).parents[2]
FIRST = ("README.md", "docs/tutorial.md")


def errors(program: str, folder: Path, *pages: str) -> str:
    """What went wrong when the program put the pages into a Python that was started in the folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", f"tests.docs.{program}", *pages]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stderr


def test_the_first_pages_can_be_typed_in_one_folder_and_again(tmp_path: Path) -> None:
    assert [errors("typed", tmp_path, *FIRST) for _day in range(2)] == ["", ""]


def test_the_first_pages_can_be_pasted_into_an_interactive_python(tmp_path: Path) -> None:
    assert [errors("pasted", tmp_path, page) for page in FIRST] == ["", ""]


def test_a_function_that_is_called_before_it_was_ended_cannot_be_pasted(capsys: pytest.CaptureFixture[str]) -> None:
    paste("```python\n>>> def one():\n...     return 1\n>>> one()\n1\n```\n")
    assert "SyntaxError" in capsys.readouterr().err
