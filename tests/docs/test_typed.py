"""A reader types the first pages one after the other, in one folder, and a second time on another day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pasted import paste

ROOT = Path(__file__).parents[2]


def errors(program: str, page: str, folder: Path) -> str:
    """What went wrong when the program put the page into a Python that was started in the folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", f"tests.docs.{program}", page]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stderr


def test_the_first_pages_can_be_typed_in_one_folder_and_again(tmp_path: Path) -> None:
    pages = ("README.md", "docs/tutorial.md") * 2
    assert [errors("typed", page, tmp_path) for page in pages] == ["", "", "", ""]


def test_the_first_pages_can_be_pasted_into_an_interactive_python(tmp_path: Path) -> None:
    assert [errors("pasted", page, tmp_path) for page in ("README.md", "docs/tutorial.md")] == ["", ""]


def test_a_function_that_is_called_before_it_was_ended_cannot_be_pasted(capsys: pytest.CaptureFixture[str]) -> None:
    paste("```python\n>>> def one():\n...     return 1\n>>> one()\n1\n```\n")
    assert "SyntaxError" in capsys.readouterr().err
