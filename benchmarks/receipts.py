"""What a head and a receipt cost in a long ledger, by the tiles and by all links.

Up to a million events lie in a real file, and say nothing; ten millions are links alone in memory, with their tiles.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from benchmarks.measuring import Figure, cpu
from complaintflow.desk.ledger import LedgerTree, fold
from complaintflow.plugins import Session
from complaintflow.record.history import PublicEvent, head_of
from complaintflow.record.receipt import LedgerReceipt
from complaintflow.stores import SqliteStore

_CALLS = 50
_EVENT = (
    "INSERT INTO events (place, complaint, seq, at, by, kind, state, changes, versions, salt, data, link) "
    "VALUES (?, 1, ?, 0, 'system', 'Note', 'received', x'7b7d', '', x'', x'7b7d', ?)"
)
_COMPLAINT = (
    "INSERT INTO complaints (number, id, version, state, type, area, team, owner, customer, order_no, channel, "
    "received_at, link, facts) VALUES (1, 'C-1', 1, 'received', '', '', '', '', 'u-1', '', 'app', 0, x'', x'7b7d')"
)
_PUBLIC = PublicEvent(
    "C-260302-0a1b2c3d4e", 2, 1772442120000000, "Acknowledge", "received", "df30a32111821c52 0dbb799bdac68e62"
)


def receipts(sizes: tuple[int, ...], alone: int) -> Iterator[Figure]:
    """Milliseconds of CPU for a head and for the proof of a receipt, and how many bytes a receipt has."""
    for size in sizes:
        with TemporaryDirectory() as folder, closing(SqliteStore(Path(folder, "desk.db"), synchronous="OFF")) as store:
            _fill(store.path, size)
            with store.writing() as session:
                _fold_all(session)
            with store.reading() as session:
                yield from _measure(session, size)
    links = cast("Session", _Links(alone))
    _fold_all(links)
    yield from _measure(links, alone)


class _Links:
    """A session of links alone, made when they are read, with their tiles."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._tiles: dict[int, list[bytes]] = {}

    def links(self, after: int = 0) -> Iterator[bytes]:
        return map(_link, range(after + 1, self._count + 1))

    def count_tiles(self, level: int) -> int:
        return len(self._tiles.get(level, ())) if level else self._count

    def tiles(self, level: int, after: int = 0) -> Iterator[bytes]:
        return (self._tiles[level][place] for place in range(after, self.count_tiles(level)))

    def keep_tiles(self, level: int, _: int, hashes: Sequence[bytes]) -> None:
        self._tiles.setdefault(level, []).extend(hashes)


def _fold_all(session: Session) -> None:
    while fold(session, 10_000):
        pass


def _fill(path: Path, size: int) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(_COMPLAINT)
        file.executemany(_EVENT, ((place, place, _link(place)) for place in range(1, size + 1)))


def _link(place: int) -> bytes:
    return hashlib.sha256(place.to_bytes(8, "big")).digest()


def _measure(session: Session, size: int) -> Iterator[Figure]:
    tree = LedgerTree.of(session)
    places = [size * number // _CALLS for number in range(_CALLS)]
    head = min(cpu(lambda: LedgerTree.of(session).head()) for _ in range(5)) * 1e3
    proof = cpu(lambda: [LedgerTree.of(session).proof(place, size) for place in places]) / _CALLS * 1e3
    plain = cpu(partial(head_of, islice(session.links(), 10_000))) * 1e3 * size / 10_000
    whole = LedgerReceipt(_PUBLIC, bytes(32), size // 2, size, tree.proof(size // 2, size))
    yield Figure(f"head of {size:,} events", head, "ms", "", "≤1", f"over all links: {plain:,.0f} ms")
    yield Figure(f"receipt of {size:,} events", proof, "ms", "", "≤1", f"{len(whole.encoded)} bytes")
