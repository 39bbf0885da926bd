"""After a fork each process has files of its own: nothing that was acknowledged is lost, whoever closes first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from complaintflow.plugins.forks import _Forks
from tests.stores import child, forking

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system forks no processes")

Told = dict[str, dict[str, Any]]


def played(folder: Path, *names: str) -> Told:
    """What came of these lives, all in one process that forks."""
    line = [sys.executable, "-m", "tests.stores.forking", str(folder), *names]
    done = subprocess.run(line, cwd=child.ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    found: Told = {}
    for text in done.stdout.splitlines():
        found.update(json.loads(text))
    return found


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return played(tmp_path_factory.mktemp("forks"), *forking.LIVES)


def test_a_child_loses_nothing_when_its_parent_closes_the_desk(told: Told) -> None:
    """The parent must not take the log away into which the child writes."""
    assert told["outlived"] == {"ended": -9, "notes": 21, "sound": True}


def test_a_child_that_opens_its_files_after_its_parent_closed_loses_nothing(told: Told) -> None:
    assert told["not_yet_opened"] == {"ended": -9, "notes": 20, "sound": True}


def test_a_bystander_loses_nothing_when_the_child_of_another_closes(told: Told) -> None:
    assert told["bystander"] == {"ended": [0, -9], "notes": 41, "sound": True}


def test_workers_that_a_server_forks_with_an_open_desk_lose_nothing(told: Told) -> None:
    assert told["preloaded"] == {"ended": [0, 0, 0], "notes": 37, "sound": True}


def test_a_worker_that_forks_again_loses_nothing(told: Told) -> None:
    assert told["grandchild"] == {"ended": 0, "notes": 20, "sound": True}


def test_a_fork_while_other_threads_write_loses_nothing_and_hangs_nobody(told: Told) -> None:
    assert told["while_a_thread_is_inside"] == {"ended": [0] * 3, "sound": True, "missing": 0}


def test_a_child_that_is_born_in_a_transaction_writes_nothing_and_is_told_why(told: Told) -> None:
    """What it tried to write is in no file; the parent's transaction is whole."""
    life = told["within_a_transaction"]
    assert (life["sent"], life["notes"], life["sound"]) == ([1, 0], 0, True)
    at_the_end, later, anew = life["said"]
    assert "fork between two calls" in at_the_end
    assert later == anew
    assert "this process was forked while its parent was at work on the file; fork between two calls" in later


def test_a_child_of_a_fork_that_python_did_not_see_is_told_to_begin_anew(told: Told) -> None:
    """It cannot write safely, so it does not write at all; the parent goes on."""
    life = told["past_python"]
    assert "this process was forked while its parent was at work on the file" in life.pop("said")
    assert life == {"ended": 0, "notes": 3, "sound": True}


def test_a_child_does_not_write_into_its_copy_of_a_store_in_memory(told: Told) -> None:
    life = told["in_memory"]
    assert life.pop("said") == "memory: it belongs to the parent of this process; open a desk after the fork"
    assert life == {"ended": 0, "notes": 1}


def test_lines_of_a_file_and_answers_of_an_index_live_through_a_fork(told: Told) -> None:
    """Both are for their owner alone, whoever made them."""
    life = told["with_channels_and_answers"]
    assert life == {"ended": [0] * 2, "missing": 0, "modes": ["0o100600"] * 2}


def test_a_child_posts_although_it_was_forked_in_the_middle_of_a_post(told: Told) -> None:
    """It does not wait for a thread that it does not have, nor speak on its parent's connection."""
    assert told["with_webhooks"] == {"ended": 0, "came": 3}


@pytest.mark.explore
def test_many_rounds_of_forks_lose_nothing(tmp_path: Path, campaign: Callable[[str], None]) -> None:
    """Races are won by chance: all lives again and again."""
    rounds = 15
    for turn in range(rounds):
        folder = tmp_path / str(turn)
        folder.mkdir()
        lives = played(folder, *forking.LIVES)
        assert all(life.get("sound", True) for life in lives.values()), lives
        assert lives["outlived"]["notes"] == 21
        assert lives["bystander"]["notes"] == 41
        assert lives["preloaded"]["notes"] == 37
        assert lives["while_a_thread_is_inside"]["missing"] == 0
    campaign(f"{rounds} rounds of {len(forking.LIVES)} lives with forks, nothing lost")


class Sleeper:
    """What rests while the process forks; one of them fails when it is woken."""

    def __init__(self, *, fails: bool) -> None:
        self.fails, self.awake = fails, True

    def rest(self) -> None:
        self.awake = False

    def wake(self, *, child: bool) -> None:
        if self.fails:
            raise ValueError("cannot wake")
        self.awake = True


def test_one_that_fails_after_a_fork_keeps_no_other_asleep() -> None:
    """Else a child goes on with the connection of its parent, and each reads the other's answers."""
    every, forks = [Sleeper(fails=number % 2 == 0) for number in range(8)], _Forks()
    for one in every:
        forks.add(one)
    for after in (forks.after_in_child, forks.after_in_parent):
        forks.before()
        with pytest.raises(ValueError, match="cannot wake"):
            after()
        assert [one.awake for one in every] == [not one.fails for one in every]
