"""What a check of everything costs an event, against reading the same events and verifying their links by hand."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from benchmarks.storing import Ours
from complaintflow import Desk
from complaintflow.sla.agenda import agenda
from complaintflow.sla.timeline import Timeline
from complaintflow.stores import SqliteStore

GOAL = 35
FLOOR = "links by hand"


def checking(rounds: int, complaints: int) -> Iterator[Figure]:
    """Microseconds of CPU an event for `check_integrity`, the least of the rounds; the letters are all sent."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "desk.db")
        _live(path, complaints)
        events = _count(path)
        ours = min(_check(path) for _ in range(rounds)) / events * 1e6
        floor = min(_check_by_hand(path) for _ in range(rounds)) / events * 1e6
        replay = min(_replay(path) for _ in range(rounds)) / events * 1e6
    yield Figure("fsck of an event", ours, "µs", "", f"≤{GOAL}", f"{FLOOR}: {floor:.1f} µs, {events:,} events")
    told = f"{replay:.1f} µs: what the clocks are, made anew of the whole history"
    yield Figure("  fsck of an event, without one replay of its clocks", ours - replay, "µs", "", f"≤{GOAL}", told)


def _live(path: Path, complaints: int) -> None:
    """Whole lives, whose letters are sent to the log, which is silent."""
    desk = Ours(path, "OFF")
    for number in range(complaints):
        for command, by in life.commands(f"u-{number}"):
            desk.do(number, command, by)
    logging.disable(logging.CRITICAL)
    try:
        while desk.desk.deliver(500).outcomes:
            pass
    finally:
        logging.disable(logging.NOTSET)
    desk.close()


def _count(path: Path) -> int:
    with Desk(SqliteStore(path), clock=lambda: life.BEGIN) as desk:
        found = desk.check_integrity()
    if not found.sound:
        raise AssertionError(found.breaches)
    return found.events


def _check(path: Path) -> float:
    with Desk(SqliteStore(path), clock=lambda: life.BEGIN) as desk:
        return cpu(desk.check_integrity)


def _replay(path: Path) -> float:
    """The clocks of each history, and what they ask for at its end."""
    with Desk(SqliteStore(path), clock=lambda: life.BEGIN) as desk:
        lives = [(one, desk.history(one.id)) for one in desk.find(limit=1000).complaints]

        def replay() -> None:
            for complaint, events in lives:
                agenda(complaint, Timeline.of(events, desk.policy), events[-1].at)

        return cpu(replay)


def _check_by_hand(path: Path) -> float:
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        return cpu(partial(_verify_by_hand, connection))


def _verify_by_hand(connection: sqlite3.Connection) -> None:
    """Read each event, and make both digests again: what any check of a chain does at least."""
    link = b""
    for row in connection.execute("SELECT seq, at, by, kind, state, changes, salt, data FROM events"):
        said = hashlib.sha256(b"".join(part for part in row[-2:] if part)).digest()
        public = msgspec.json.encode([str(part) for part in row[:5]])
        link = hashlib.sha256(link + said + public + row[5]).digest()
