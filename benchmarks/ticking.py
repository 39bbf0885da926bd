"""What it costs to find what is due among many open: the claim of a thousand, and a tick with nothing to do.

The rows are copies of one complaint that lived its life, with the due times drawn by chance.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import life
from benchmarks.measuring import COUNTERS, Figure, reads
from benchmarks.storing import Ours
from complaintflow import Desk
from complaintflow.record.complaint import microseconds
from complaintflow.stores import SqliteStore

FLOOR = "UPDATE, partial index"
DAY = timedelta(days=1)
COPIED = "version, state, rank, type, area, team, owner, customer, order_no, channel, received_at, link, facts"
TAKE = (
    "UPDATE flat SET check_at = ? WHERE number IN "
    "(SELECT number FROM flat WHERE check_at <= ? ORDER BY check_at LIMIT ?) RETURNING id"
)


def ticking(rounds: int, open_: int, due: int) -> Iterator[Figure]:
    """Claiming what is due against an UPDATE of the rows themselves; an idle tick by how many are open."""
    with TemporaryDirectory() as folder:
        ours, floor = _fill_store(Path(folder), open_, due, rounds), _flat(Path(folder), open_)
        pairs = [(_claim(ours, due, round), _update(floor, due, round)) for round in range(rounds)]
        ours.close()
        floor.close()
    ratio = median(one / other for one, other in pairs)
    detail = f"{due:,} of {open_:,} open: {_ms(one for one, _ in pairs)} ÷ {_ms(other for _, other in pairs)}"
    yield Figure("claiming what is due", ratio, "×", FLOOR, "≤0.5", detail)
    yield _idle(open_, rounds)


def _ms(seconds: Iterator[float]) -> str:
    return f"{median(seconds) * 1000:.1f} ms"


def _fill_store(folder: Path, open_: int, due: int, rounds: int) -> SqliteStore:
    """A store with so many open ones: so many due in each round's minute, and the others in three weeks."""
    path = folder / f"ours-{open_}.db"
    one = Ours(path, "FULL")
    for command, by in life.commands()[:10]:
        one.do(0, command, by)
    one.close()
    minutes = [*(round for round in range(rounds) for _ in range(due)), *[30_240] * open_][:open_]
    random.Random(2026).shuffle(minutes)
    connection = sqlite3.connect(path)
    connection.execute("DELETE FROM checks")
    connection.execute("UPDATE complaints SET check_at = NULL")
    connection.executemany(
        f"INSERT INTO complaints (id, check_at, {COPIED}) SELECT ?, ?, {COPIED} FROM complaints WHERE number = 1",
        ((f"C-{place:07}", _minute(minute)) for place, minute in enumerate(minutes)),
    )
    scheduled = "SELECT check_at, number FROM complaints WHERE check_at IS NOT NULL ORDER BY 1"
    connection.execute(f"INSERT INTO checks {scheduled}")
    connection.commit()
    connection.close()
    return SqliteStore(path)


def _minute(minute: int) -> int:
    return microseconds(life.BEGIN + timedelta(minutes=minute))


def _flat(folder: Path, open_: int) -> sqlite3.Connection:
    """The same rows as one writes them without a library: the due time in the row, and a partial index on it."""
    connection = sqlite3.connect(folder / "flat.db", isolation_level=None)
    for pragma in ("page_size = 4096", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("ATTACH ? AS ours", (str(folder / f"ours-{open_}.db"),))
    connection.execute(f"CREATE TABLE flat (number INTEGER PRIMARY KEY, id TEXT NOT NULL, check_at INTEGER, {COPIED})")
    connection.execute("INSERT INTO flat SELECT number, id, check_at, " + COPIED + " FROM ours.complaints")
    connection.execute("DETACH ours")
    connection.execute("CREATE INDEX due ON flat (check_at) WHERE check_at IS NOT NULL")
    return connection


def _claim(store: SqliteStore, due: int, round: int) -> float:
    now = life.BEGIN + timedelta(minutes=round)
    begin = perf_counter()
    with store.writing() as session:
        found = session.due(due, now, now + DAY)
    spent = perf_counter() - begin
    assert len(found) == due
    return spent


def _update(connection: sqlite3.Connection, due: int, round: int) -> float:
    now = life.BEGIN + timedelta(minutes=round)
    begin = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    found = connection.execute(TAKE, (microseconds(now + DAY), microseconds(now), due)).fetchall()
    connection.execute("COMMIT")
    spent = perf_counter() - begin
    assert len(found) == due
    return spent


def _idle(open_: int, rounds: int) -> Figure:
    """What a tick reads when nothing is due, with so many open and with a hundredth of them."""
    sizes = [max(size, 1) for size in (open_ // 100, open_ // 10, open_)]
    seen: list[tuple[int, float]] = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            _fill_store(Path(folder), size, 0, 0).close()
            seen.append(_tick(Path(folder, f"ours-{size}.db"), rounds))
    what, place = ("pages", 0) if COUNTERS.exists() else ("µs", 1)
    values = [one[place] for one in seen]
    told = ", ".join(f"{value:.0f} of {size:,}" for size, value in zip(sizes, values, strict=True))
    ratio, detail = values[-1] / values[0], f"{what}: {told}"
    return Figure("an idle tick, by how many are open", ratio, "×", "a 100th as many", "≤1.5", detail)


def _tick(path: Path, rounds: int) -> tuple[int, float]:
    """The pages that the first tick of a new connection reads, its cache being empty; and the time of a later one.

    Counted are the calls that read, in which SQLite asks for one page each.
    """
    with Desk(SqliteStore(path), clock=lambda: life.BEGIN) as desk:
        before = reads()
        assert desk.tick().checked == 0
        pages = reads() - before
        begin = perf_counter()
        for _ in range(rounds):
            desk.tick()
        return pages, (perf_counter() - begin) / rounds * 1e6
