"""Lists: a page of a queue, a search and a count in houses of ever more complaints.

Each house has the same queue in it: a team with so many open complaints; all others are closed ones of other teams. The
figure is how many times longer the work takes in the largest house than in the smallest one, by the CPU of the thread.
Beside it stand the steps of SQLite's machine, which no other program disturbs, and the pages that it reads when its
cache is empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from benchmarks import life
from benchmarks.measuring import Figure, cpu, reads
from complaintflow import Complaint, Lifecycle
from complaintflow.plugins import Query, Session, Stored
from complaintflow.record.history import GENESIS, seal
from complaintflow.record.searched import INTAKE, Searched
from complaintflow.stores import SqliteStore
from complaintflow.vocabulary import Grade

_TURNS = 15
_CHUNK = 5_000
_QUEUE = 500
_GOAL = "≤1.5"
Work = Callable[[Session], object]


def lists(houses: Sequence[int]) -> Iterator[Figure]:
    """Each work in every house."""
    with TemporaryDirectory() as folder:
        stores = [_house(Path(folder, f"{many}.db"), many) for many in houses]
        for name, (work, goal) in _WORKS.items():
            times = [min(cpu(partial(_time, store, work)) for _ in range(_TURNS)) * 1e3 for store in stores]
            costs = [_costs(store.path, work) for store in stores]
            detail = "; ".join(
                f"{many:,}: {time:.2f} ms, {steps:,} steps, {pages:,} pages"
                for many, time, (steps, pages) in zip(houses, times, costs, strict=True)
            )
            yield Figure(f"lists: {name}", times[-1] / times[0], "×", "the smallest house", goal, detail)
        for store in stores:
            store.close()


def _house(path: Path, many: int) -> SqliteStore:
    """So many complaints. The shops, words and customers of each stand in a share of them that stays as large."""
    step, store = next(life.live(Lifecycle.default())), SqliteStore(path, synchronous="OFF")
    for begin in range(0, many, _CHUNK):
        with store.writing() as session:
            for number in range(begin, min(begin + _CHUNK, many)):
                queued = number % max(1, many // _QUEUE) == 0
                facts = msgspec.structs.replace(
                    step.after.facts,
                    customer=f"u-{number // 5}",
                    order=f"A-{number}",
                    team="payments" if queued else f"team {number % 20}",
                    state="triaged" if queued else "archived",
                    grade=list(Grade)[number % 4],
                    policy="",
                )
                id = f"C-{number}"
                sealed = seal(id, GENESIS, step.event, bytes(16))
                words = f"{life.STORY} about item{number // 20}x"
                news = Searched({INTAKE: words}, {"shop": f"shop {number // 20}"})
                complaint = Complaint(id, 1, facts, step.after.body, card=step.after.card)
                at = life.BEGIN + timedelta(seconds=number)
                session.save(Stored(complaint, sealed.link, at, searched=news), [sealed])
                if queued:
                    session.note_due(id, at + timedelta(hours=number % 97), "plan")
    return store


def _time(store: SqliteStore, work: Work) -> None:
    with store.reading() as session:
        work(session)


def _costs(path: Path, work: Work) -> tuple[int, int]:
    """The steps that the work takes, and the pages that a new connection reads for it, its cache being empty.

    Counted are the calls that read, in which SQLite asks for one page each.
    """
    steps = 0

    def one() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(SqliteStore(path, synchronous="OFF")) as store, store.reading() as session:
        before = reads()
        work(session)
        pages = reads() - before
        connection: sqlite3.Connection = session._connection
        connection.set_progress_handler(one, 1)
        work(session)
        connection.set_progress_handler(None, 1)
    return steps, pages


def _find(**asked: Any) -> Work:
    return lambda session: session.find(Query(**asked))


def _second(**asked: Any) -> Work:
    """The second page, whose cursor is known by then."""

    def work(session: Session) -> object:
        return session.find(Query(**asked, after=session.find(Query(**asked)).next))

    return work


_QUEUED: dict[str, Any] = {"team": "payments", "open": True, "sort": "grade"}
_WORKS: dict[str, tuple[Work, str]] = {
    "a page of a team's queue by grade": (_find(**_QUEUED), _GOAL),
    "two pages of it": (_second(**_QUEUED), _GOAL),
    "a page of it by due time": (_find(team="payments", open=True, sort="due"), _GOAL),
    "a page of all that is open, by grade": (_find(open=True, sort="grade"), _GOAL),
    "a page of the newest": (_find(sort="newest"), _GOAL),
    "an order": (_find(order="A-77"), _GOAL),
    "a search for a word of few": (_find(text="item3x"), _GOAL),
    "a search for a word of all, the newest": (_find(text="hotline", sort="newest"), _GOAL),
    "a shop": (_find(shop="shop 3"), _GOAL),
    "a count of a team's queue": (lambda session: session.count(Query(team="payments", open=True)), _GOAL),
    "a count of a word of few": (lambda session: session.count(Query(text="item3x")), _GOAL),
    "a count of everything": (lambda session: session.count(Query()), ""),
}
"""What is asked of each house. To count everything takes as long as there is much; there is no goal."""
