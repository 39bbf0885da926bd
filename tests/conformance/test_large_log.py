"""A log of a hundred thousand rows: it fills no memory, in whatever order it is written."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conformance.logs import UCI, UCI_MAP

COPIES = 52
MORE = 40 * 1024
"""So many kB more than for the sample alone."""
MEASURED = """
import re, sys, time
from complaintflow.cli import main
code = main()
most = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]
print(most, time.process_time(), file=sys.stderr)
sys.exit(code)
"""


def enlarge(file: Path, *, by_time: bool) -> int:
    """The sample so many times, each some days later and with cases of its own. Returns how many rows it has."""
    with UCI.open(encoding="utf-8") as sample:
        rows = [*csv.DictReader(sample)]
    every = [_later(row, copy) for copy in range(COPIES) for row in rows]
    if by_time:
        every.sort(key=lambda row: row["updated_at"])
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, rows[0].keys())
        writer.writeheader()
        writer.writerows(every)
    return len(every)


def _later(row: dict[str, str], copy: int) -> dict[str, str]:
    at = datetime.fromisoformat(row["updated_at"]) + timedelta(days=20 * copy)
    return {**row, "number": f"{row['number']}-{copy}", "updated_at": f"{at:%Y-%m-%dT%H:%M}"}


def run(command: str, file: Path, told: Path, *words: str) -> tuple[int, float]:
    """A run that writes what it tells into a file: its largest memory in kB, and its CPU time in seconds.

    What the system says of a child may be the memory of its parent; the process itself knows its own.
    """
    program = [sys.executable, "-c", MEASURED, command, str(file), "--map", str(UCI_MAP), "--json", *words]
    with told.open("wb") as target:
        done = subprocess.run(program, stdout=target, stderr=subprocess.PIPE, check=False, encoding="utf-8")
    most, spent = done.stderr.split()
    return int(most), float(spent)


def last_document(told: Path, command: str) -> dict[str, object]:
    """The answer of a replay, or the summary of a watch."""
    text = told.read_text(encoding="utf-8")
    found: dict[str, object] = json.loads(text if command == "replay" else text.splitlines()[-1])
    return found


@pytest.mark.explore
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="a process asks Linux for its largest memory")
@pytest.mark.parametrize("by_time", [True, False], ids=["by time", "by case"])
@pytest.mark.parametrize("command", ["replay", "watch"])
def test_a_large_log_fills_no_memory(
    command: str, by_time: bool, tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    large = tmp_path / "large.csv"
    rows = enlarge(large, by_time=by_time)
    words, told = ("--once",) if command == "watch" else (), tmp_path / "told.json"
    least, _ = run(command, UCI, told, *words)
    most, spent = run(command, large, told, *words)
    assert last_document(told, command)["rows"] == rows
    order = "by time" if by_time else "by case"
    campaign(f"{command} of {rows} rows {order}: {spent:.0f} s, {most // 1024} MB; {least // 1024} MB for the sample")
    assert most < least + MORE
