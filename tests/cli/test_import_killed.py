"""A kill in the middle of an import of another system's cases: what is in stays, and the next run takes in the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from complaintflow import Desk
from tests.cli.command_line import PROGRAM
from tests.cli.test_commands import MAP

ROWS = 3000


@pytest.mark.explore
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_an_import_that_was_killed_goes_on_and_doubles_nothing(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    ends = ("2026-01-04T10:00Z", "")  # half of them run, and have a triage behind them in the same transaction
    lines = (f"{one},paid twice,u-{one},2026-01-03T10:00Z,{ends[one % 2]}\n" for one in range(ROWS))
    (tmp_path / "old.csv").write_text("id,text,who,at,end\n" + "".join(lines), encoding="utf-8")
    words = [sys.executable, "-c", PROGRAM, "import", "--map", "map.toml", "old.csv"]
    store = {**os.environ, "COMPLAINTFLOW_STORE": "sqlite:///desk.db"}
    first = subprocess.Popen(words, cwd=tmp_path, env=store, stdout=subprocess.DEVNULL)
    while first.poll() is None and taken_in(tmp_path) < ROWS // 10:
        time.sleep(0.05)
    first.send_signal(signal.SIGKILL)
    first.wait()
    before = taken_in(tmp_path)
    assert 0 < before <= ROWS
    ran = subprocess.run(words, cwd=tmp_path, env=store, capture_output=True, text=True, check=True)
    assert f"{ROWS - before} taken in, {before} known already, 0 left out" in ran.stdout
    with Desk.open(f"sqlite:///{tmp_path / 'desk.db'}") as desk:
        assert desk.check_integrity().sound
        assert desk.count() == ROWS
        ids = {desk.known(f"old:{one}", space="import") for one in range(ROWS)}
        assert (len(ids), None in ids) == (ROWS, False)


def taken_in(folder: Path) -> int:
    file = folder / "desk.db"
    if not file.exists():
        return 0
    try:
        with Desk.open(f"sqlite:///{file}") as desk:
            head = desk.head()
    except Exception:
        return 0
    return int(head.partition(":")[0])
