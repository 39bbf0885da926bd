"""The programs in examples/ work, as they stand, in an empty folder, and stay short enough to read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def ran(name: str, folder: Path) -> str:
    """What the program prints when somebody runs it there."""
    command = [sys.executable, "-X", "utf8", "-W", "error", str(EXAMPLES / name)]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_a_program_is_under_sixty_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 60


def test_the_helpdesk_is_refused_twice_and_closes_on_the_customers_word(tmp_path: Path) -> None:
    printed = ran("helpdesk.py", tmp_path)
    assert printed.count("→ refused") == 2
    assert "verify-before-notify: no passing verification of fix 1" in printed
    assert "confirm-before-close: confirmed: lacks the customer's own word" in printed
    assert "   li: Close → closed" in printed
    assert "breaches=()" in printed
    assert (tmp_path / "helpdesk.db").exists()


def test_the_records_of_ones_own_go_on_where_they_stopped(tmp_path: Path) -> None:
    first = ran("own_records.py", tmp_path)
    assert first.startswith("0 events on file, state new\n")
    assert "verify-before-notify" in first
    again = ran("own_records.py", tmp_path)
    assert again.startswith("3 events on file, state resolved\n")
    assert again.splitlines()[1:] == first.splitlines()[-1:]
