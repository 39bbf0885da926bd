"""A log of a hundred thousand rows: it fills no memory, in whatever order it is written."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.command_line import PROGRAM
from tests.conformance.logs import UCI, UCI_MAP

COPIES = 52
MORE = 40 * 1024
"""So many kB more than for the sample alone."""


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


def run(command: str, file: Path, *words: str) -> tuple[str, int, float]:
    """What a run tells at its end, its largest memory in kB, and its CPU time in seconds."""
    program = [sys.executable, "-c", PROGRAM, command, str(file), "--map", str(UCI_MAP), "--json", *words]
    with subprocess.Popen(program, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        *_, last = lines if (lines := [*process.stdout]) else [""]
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    told = "".join(lines) if command == "replay" else last
    return told, usage.ru_maxrss, usage.ru_utime + usage.ru_stime


@pytest.mark.explore
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="the memory of another process is asked of POSIX")
@pytest.mark.parametrize("by_time", [True, False], ids=["by time", "by case"])
@pytest.mark.parametrize("command", ["replay", "watch"])
def test_a_large_log_fills_no_memory(
    command: str, by_time: bool, tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    large = tmp_path / "large.csv"
    rows = enlarge(large, by_time=by_time)
    words = ("--once",) if command == "watch" else ()
    _, least, _ = run(command, UCI, *words)
    told, most, spent = run(command, large, *words)
    assert json.loads(told)["rows"] == rows
    campaign(f"{command} of {rows} rows {'by time' if by_time else 'by case'}: {spent:.0f} s, {most // 1024} MB, "
             f"{least // 1024} MB for the sample")  # fmt: skip
    assert most < least + MORE
