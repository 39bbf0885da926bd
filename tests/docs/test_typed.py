"""A reader types the first pages one after the other, in one folder, and a second time on another day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def typed(page: str, folder: Path) -> str:
    """What went wrong when the page was typed into a Python that was started in the folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.docs.typed", page]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stderr


def test_the_first_pages_can_be_typed_in_one_folder_and_again(tmp_path: Path) -> None:
    pages = ("README.md", "docs/tutorial.md") * 2
    assert [typed(page, tmp_path) for page in pages] == ["", "", "", ""]
