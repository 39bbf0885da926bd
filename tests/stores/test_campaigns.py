"""What was acknowledged outlives faults, power cuts, kills and crowds. In short here, at length in `make explore`.

`COMPLAINTFLOW_TURNS=10` lets each campaign of `make explore` go on ten times as long.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.stores import child, disk

SEED, SECONDS = 2, 110
LONGER = int(os.environ.get("COMPLAINTFLOW_TURNS", "1"))
AT_THE_DISK = pytest.mark.skipif(disk.library() is None, reason="the SQLite of this Python cannot be reached")

Counts = dict[str, dict[str, Any]]


def counted(folder: Path, seconds: int, seed: int, **plans: int) -> Counts:
    """What these campaigns counted; what they found is an error."""
    line = [sys.executable, "-m", "tests.stores.campaigns", str(folder), str(seconds), str(seed)]
    names = [f"{name}={most}" for name, most in plans.items()]
    done = subprocess.run([*line, *names], cwd=child.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    found: Counts = {}
    for text in done.stdout.splitlines():
        found.update(json.loads(text))
    return found


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Counts:
    plans = {"calls": 5, "crowd": 80}
    if disk.library():
        plans |= {"faults": 6, "cuts": 20, "unsynced_cuts": 20}
    return counted(tmp_path_factory.mktemp("campaigns"), SECONDS, SEED, **plans)


@AT_THE_DISK
def test_a_disk_that_fails_takes_nothing_that_was_acknowledged(counts: Counts) -> None:
    assert counts["faults"]["faults"] == 6
    assert counts["faults"]["acknowledged"] > 30


@AT_THE_DISK
def test_a_power_cut_takes_nothing_that_was_acknowledged(counts: Counts) -> None:
    assert counts["cuts"]["cuts"] == 20
    assert counts["cuts"]["acknowledged"] > 50


@AT_THE_DISK
def test_a_power_cut_would_be_seen_to_take_what_was_not_synced(counts: Counts) -> None:
    """The proof above is worth something: with `synchronous=OFF` something is lost, and found to be."""
    assert counts["unsynced_cuts"]["found"]


def test_a_call_of_sqlite_that_fails_or_is_interrupted_takes_nothing(counts: Counts) -> None:
    assert counts["calls"]["statements"] == 5


def test_eight_processes_at_one_file_lose_nothing_and_do_nothing_twice(counts: Counts) -> None:
    assert (counts["crowd"]["processes"], counts["crowd"]["acknowledged"]) == (8, 80)


def explored(folder: Path, campaign: Callable[[str], None], seconds: int = SECONDS, **plans: int) -> None:
    """A campaign at length, from a place that nobody chose."""
    longer = {name: most * LONGER for name, most in plans.items()}
    seed = random.randrange(10**6)
    for name, told in counted(folder, seconds * LONGER, seed, **longer).items():
        campaign(f"{name} (seed {seed}): {', '.join(f'{count} {what}' for what, count in told.items())}; nothing lost")


@pytest.mark.explore
def test_many_kills_take_nothing_that_was_acknowledged(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    explored(tmp_path, campaign, kills=400)


@pytest.mark.explore
@AT_THE_DISK
def test_each_call_to_the_disk_may_fail_and_nothing_is_lost(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    explored(tmp_path, campaign, faults=1500)


@pytest.mark.explore
def test_each_statement_may_fail_and_nothing_is_lost(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    explored(tmp_path, campaign, calls=1500)


@pytest.mark.explore
def test_a_ctrl_c_at_any_moment_leaves_the_desk_whole(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    explored(tmp_path, campaign, interrupts=4000)


@pytest.mark.explore
@AT_THE_DISK
def test_many_power_cuts_take_nothing_that_was_acknowledged(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    explored(tmp_path, campaign, cuts=2000)


@pytest.mark.explore
def test_ten_thousand_commands_of_eight_processes_are_all_there_once(
    tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    explored(tmp_path, campaign, seconds=3 * SECONDS, crowd=10_400)  # so many, also on a busy machine
