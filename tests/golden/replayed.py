"""What the present version decides otherwise of each golden history: `python -m tests.golden.replayed` writes it down.

A change of a rule that an old history notices shows up as a line more, or a line less, in the files beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from complaintflow import Desk
from complaintflow.desk.backtesting import ReplayCheck
from complaintflow.stores import MemoryStore
from tests.golden.test_histories import FILES, read


def replayed(path: Path) -> ReplayCheck:
    """The history of this file, decided anew."""
    with closing(MemoryStore()) as store:
        read(path).save(store)
        return Desk(store).replay_check()


def lines(found: ReplayCheck) -> Iterator[str]:
    """Every difference as a line."""
    yield f"{found.judged} commands"
    for one in found.refused:
        reasons = "; ".join([*map(str, one.refusals), *map(str, one.problems)])
        yield f"{one.complaint} {one.seq} {one.command} refused: {reasons}"
    for fact in found.other:
        yield f"{fact.complaint} {fact.seq} {fact.command} {fact.recorded} -> {fact.now}"


def file_of(path: Path) -> Path:
    """Where the differences of this history stand."""
    return path.with_name(f"{path.stem.replace('histories', 'replayed')}.txt")


if __name__ == "__main__":
    for file in FILES:
        file_of(file).write_text("\n".join(lines(replayed(file))) + "\n", encoding="utf-8")
