"""Promise 9 under load: a house in all states moves to a new lifecycle while people work on, and nothing is lost.

Somebody moves it and is killed half-way, another goes on, and threads write all the while. The long run:
`pytest -n 0 -s -m explore -k ten_thousand tests/stores/test_moving_under_load.py` says its numbers.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event as Signal
from time import perf_counter

import attrs
import pytest

from complaintflow import ComplaintflowError, Desk, commands as c
from complaintflow.desk.migration import Migration
from tests import stories as s
from tests.desk.moved_house import BY, NAMES, NEW, OLD, WHY, fill, opened
from tests.stores.servers import empty

ROOT = Path(__file__).resolve().parents[2]


@attrs.define
class Load:
    """What was said to complaints while they moved: how often it was accepted of each, and what was refused."""

    url: str
    ids: Sequence[str]
    accepted: Counter[str] = attrs.field(factory=Counter[str])
    refused: list[str] = attrs.field(factory=list[str])
    over: Signal = attrs.field(factory=Signal)

    def work(self, seed: int) -> Counter[str]:
        """Write notes and facts until it is over, at a desk that has both lifecycles."""
        chance, said = Random(seed), Counter[str]()
        with opened(self.url, NEW, OLD) as desk:
            while not self.over.wait(0.05):
                id = chance.choice(self.ids)
                try:
                    desk.do(id, c.Note(f"{seed}: {sum(said.values())}"), by=s.LI)
                except ComplaintflowError as error:
                    self.refused.append(type(error).__name__)
                else:
                    said[id] += 1
        return said


def notes(desk: Desk, id: str) -> int:
    return sum(1 for event in desk.history(id) if event.kind == "Note")


def killed_mover(url: str, after: int) -> list[str]:
    """The complaints that a process said that it had moved before it was killed."""
    arguments = [sys.executable, "-m", "tests.desk.moved_house", url]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(after)]
        process.kill()
        return [*told, *process.stdout.read().split()]


def move_under_load(url: str, count: int, tell: Callable[[str], object] = print) -> None:
    began = perf_counter()
    with opened(url, OLD) as desk:
        ids = fill(desk, count)
        before = {id: desk.get(id) for id in ids}
    tell(f"{count} complaints in {len({one.state for one in before.values()})} states: {perf_counter() - began:.0f} s")
    with opened(url, NEW, OLD) as desk:
        forecast = {one.complaint: one for one in plan(desk, tell)}
        load = Load(url, ids[:: 3 if count > 1000 else 1])
        with ThreadPoolExecutor(2) as people:
            writing = [people.submit(load.work, seed) for seed in (1, 2)]
            began = perf_counter()
            first = killed_mover(url, len(forecast) // 2)
            rest = {one.complaint: one for one in desk.migrate(by=BY, reason=WHY, mapping=NAMES)}
            load.over.set()
            for one in writing:
                load.accepted += one.result()
        tell(
            f"moved by two, the first killed after {len(first)}, in {perf_counter() - began:.0f} s, while"
            f" {load.accepted.total()} commands were accepted and {len(load.refused)} refused: {Counter(load.refused)}"
        )
        check(desk, before, forecast, rest, load)


def plan(desk: Desk, tell: Callable[[str], object]) -> Sequence[Migration]:
    began = perf_counter()
    found = desk.migrate(by=BY, reason=WHY, mapping=NAMES, dry_run=True)
    refused = sum(bool(one.refusals) for one in found)
    tell(f"the dry run: {len(found)} of which {refused} cannot move: {perf_counter() - began:.0f} s")
    return found


def check(
    desk: Desk,
    before: Mapping[str, object],
    forecast: Mapping[str, Migration],
    rest: Mapping[str, Migration],
    load: Load,
) -> None:
    """Nothing is lost, every history verifies, and the forecast was right for those that nobody touched."""
    assert desk.check_integrity().sound
    assert set(desk._ids()) == set(before)
    assert {id: notes(desk, id) for id in load.accepted} == dict(load.accepted)
    touched = load.accepted.keys()
    for id, expected in forecast.items():
        facts = desk.get(id).facts
        moves = [event for event in desk.history(id) if event.kind == "Migrate"]
        assert (facts.state, len(moves)) == (expected.state, 0 if expected.refusals else 1)
        assert facts.lifecycle == (OLD if expected.refusals else NEW).own_digest
        if id in rest and id not in touched:
            assert rest[id] == expected
    again = desk.migrate(by=BY, reason=WHY, mapping=NAMES)
    assert {one.complaint for one in again} == {id for id, one in forecast.items() if one.refusals}
    assert all(one.refusals for one in again)
    assert desk.replay_check().same


def test_a_hundred_complaints_in_all_states_move_while_commands_come_in(tmp_path: Path) -> None:
    move_under_load(f"sqlite:///{tmp_path / 'desk.db'}", 102)


@pytest.mark.explore
def test_ten_thousand_complaints_in_all_states_move_while_commands_come_in(tmp_path: Path) -> None:
    move_under_load(f"sqlite:///{tmp_path / 'desk.db'}", 10_000)


@pytest.mark.explore
def test_a_thousand_complaints_move_on_postgresql(database: str) -> None:
    try:
        move_under_load(database, 1_000)
    finally:
        empty(database)
