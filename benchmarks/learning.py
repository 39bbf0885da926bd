"""What it costs an index of answers to catch up: the same few new complaints beside few and many that it knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from complaintflow import Complaint, Desk, Lifecycle
from complaintflow.knowledge import AnswerIndex
from complaintflow.plugins import Store, Stored
from complaintflow.record.history import GENESIS, seal
from complaintflow.stores import SqliteStore

GOAL = 1.5
NEW = 10


def learning(rounds: int, archived: tuple[int, int]) -> Iterator[Figure]:
    """How much longer it takes beside many, by the least CPU of the rounds."""
    few, many = (_learn_beside(one, rounds) * 1e3 for one in archived)
    detail = f"{many:.1f} ÷ {few:.1f} ms, {archived[1]:,} archived ÷ {archived[0]:,}"
    yield Figure(f"learning {NEW} new answers", many / few, "×", "the smaller archive", f"≤{GOAL}", detail)


def _learn_beside(archived: int, rounds: int) -> float:
    with TemporaryDirectory() as folder, closing(AnswerIndex(Path(folder, "answers.db"))) as index:
        store = SqliteStore(Path(folder, "desk.db"), synchronous="OFF")
        with Desk(store, clock=lambda: life.BEGIN) as desk:
            _put_away(store, 0, archived)
            index.index_archive(desk)
            return min(_learn_more(desk, store, index, archived + number * NEW) for number in range(rounds))


def _learn_more(desk: Desk, store: Store, index: AnswerIndex, after: int) -> float:
    _put_away(store, after, NEW)
    return cpu(partial(index.index_archive, desk))


def _put_away(store: Store, after: int, many: int) -> None:
    """So many archived complaints whose customers were told a solution."""
    step = next(one for one in life.live(Lifecycle.default()) if one.event.kind == "Notify")
    event = msgspec.structs.replace(step.event, seq=1)
    facts = msgspec.structs.replace(step.after.facts, state="archived", policy="")
    with store.writing() as session:
        for number in range(after, after + many):
            id = f"C-{number}"
            sealed = seal(id, GENESIS, event, number.to_bytes(16))
            session.save(Stored(Complaint(id, 1, facts, step.after.body), sealed.link, life.BEGIN), [sealed])


def main() -> None:
    """Print the figure alone."""
    for figure in learning(rounds=15, archived=(1_000, 10_000)):
        print(f"{figure.name}: {figure.value:.2f} {figure.unit} ÷ {figure.floor}, {figure.detail}")


if __name__ == "__main__":
    main()
