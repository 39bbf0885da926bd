"""The long searches for a lost command: kills, faults of the disk and of SQLite's calls, power cuts, many processes.

`python -m tests.stores.campaigns FOLDER SECONDS SEED NAME=COUNT…` runs each until it has counted so many, or its
time is over, and says as JSON what it counted. What it finds it raises; the same seed finds most of it again.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from complaintflow import Actor, Customer, Desk, StoreError, commands as c
from complaintflow.stores import SqliteStore
from complaintflow.stores.sqlite.connections import Connection
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores import child
from tests.stores.disk import CANNOT_OPEN, FULL, IO_ERROR, Disk, Replay, watched
from tests.stores.forking import LI, ended, forked, receive
from tests.stores.test_durability import check_nothing_was_lost


@attrs.define
class Run:
    """How long a campaign goes on: so many times, and not beyond a time."""

    folder: Path
    most: int
    until: float
    chance: random.Random

    def turns(self) -> Iterator[int]:
        """One number after the other, while there is time."""
        for turn in range(self.most):
            if time.monotonic() > self.until:
                return
            yield turn

    @contextmanager
    def room(self) -> Iterator[Path]:
        """A folder for one turn."""
        with TemporaryDirectory(dir=self.folder) as name:
            yield Path(name)


# ── a life that is interrupted


class Life:
    """A short life of a desk whose answers are noted. What is refused by the store is noted as well."""

    def __init__(self, path: Path, disk: Disk | None = None, synchronous: str = "FULL") -> None:
        self.path, self.disk, self.synchronous = path, disk or Disk(), synchronous
        self.told: list[tuple[str, str]] = []
        self.errors = Counter[str]()
        self.clock = FrozenClock()

    def live(self, count: int) -> None:
        """Two desks, one after the other; what fails is tried no second time."""
        for half in range(2):
            with self._failing():
                desk = Desk(_SmallLog(self.path, patience=0.05, synchronous=self.synchronous), clock=self.clock)
                try:
                    for number in range(half * count // 2, (half + 1) * count // 2):
                        with self._failing():
                            self._one(desk, number)
                finally:
                    desk.close()

    def _one(self, desk: Desk, number: int) -> None:
        """One command, and its answer."""
        if number % 5 == 0 or not self.told:
            received = c.Receive("app", Customer(f"u-{number}"), "付了两次款", order=f"A-{number}")
            id, mark = desk.receive(received, by=Actor.system(), key=f"k-{number}").id, f"k-{number}"
        elif number % 5 == 3:
            self.clock.later(hours=1)
            desk.tick()
            return
        else:
            id, mark = self.told[-1][0], f"{number}" + "x" * (6_000 if number % 4 == 0 else 10)
            desk.do(id, c.Note(mark), by=LI, key=f"k-{number}")
        self.told.append((id, mark))
        self.disk.mark(json.dumps([id, mark]))

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Every fault comes out as ours, and a desk goes on after it."""
        try:
            yield
        except StoreError as error:
            self.errors[error.cause] += 1


class _SmallLog(SqliteStore):
    """Goes through its log after a few pages, so that a short life has many checkpoints."""

    def _connect(self) -> Connection:
        connection = super()._connect()
        connection.execute("PRAGMA wal_autocheckpoint = 12")
        return connection


def check(path: Path, told: list[tuple[str, str]]) -> int:
    """Everything that was acknowledged is there once, and the file is sound. How many commands are there."""
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
        integrity = desk.check_integrity()
        assert integrity.sound, integrity.breaches
        there = Counter[tuple[str, str]]()
        for complaint in desk.find(limit=1000).complaints:
            events = desk.history(complaint.id)
            there[complaint.id, "k-"] += 1
            there.update((complaint.id, event.data["text"]) for event in events if event.kind == "Note")
    wanted = {(id, "k-" if mark.startswith("k-") else mark) for id, mark in told}
    lost = {one for one in wanted if there[one] != 1}
    assert not lost, lost
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()
    return there.total()


# ── the campaigns


def kills(run: Run) -> dict[str, Any]:
    """SIGKILL at a random moment of a process that works as fast as it can."""
    killed = answers = 0
    for _ in run.turns():
        with run.room() as folder:
            path = folder / "desk.db"
            reading, writing = os.pipe()

            def work(path: Path = path, writing: int = writing) -> None:
                os.dup2(writing, 1)
                with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
                    child.work(desk)

            worker = forked(work, end="at once")
            os.close(writing)
            time.sleep(run.chance.uniform(0, 1.5))
            os.kill(worker, signal.SIGKILL)
            with os.fdopen(reading) as lines:
                told = [json.loads(line) for line in lines if line.endswith("\n")]
            assert ended(worker) in {-signal.SIGKILL, 0}
            check_nothing_was_lost(path, told)
            killed += 1
            answers += len(told)
    return {"kills": killed, "answers": answers}


_NOTES = 400
"""So many notes go to one complaint; the policy allows a hundred more."""
_LENGTH = 14
"""So many commands has a life that is interrupted."""


def faults(run: Run) -> dict[str, Any]:
    """Each call to the disk fails once; in half of the lives all later calls of its kind fail as well."""
    injected, acknowledged, errors = 0, 0, Counter[str]()
    kinds: dict[str, tuple[int, ...]] = {
        "write": (FULL, IO_ERROR["write"]),
        "sync": (IO_ERROR["sync"],),
        "truncate": (IO_ERROR["truncate"],),
        "delete": (IO_ERROR["delete"],),
        "open": (CANNOT_OPEN,),
        "map": (IO_ERROR["map"],),
        "read": (IO_ERROR["read"],),
    }
    calls = _count_calls(run)
    plans = [(kind, n) for kind, total in calls.items() for n in range(total)]
    run.chance.shuffle(plans)
    for turn in run.turns():
        kind, nth = plans[turn % len(plans)]
        lasting = run.chance.random() < 0.5
        with run.room() as folder:
            seen, code = count(), run.chance.choice(kinds[kind])

            def fault(what: str, path: str, kind: str = kind, code: int = code, lasting: bool = lasting) -> int:
                if what != kind:
                    return 0
                number = next(seen)  # noqa: B023  # it is of this turn
                return code if number == nth or (lasting and number > nth) else 0  # noqa: B023

            disk = Disk(fault=fault)
            life = Life(folder / "desk.db", disk)
            with watched(disk):
                life.live(_LENGTH)
            check(life.path, life.told)
            injected += 1
            acknowledged += len(life.told)
            errors += life.errors
    return {"faults": injected, "acknowledged": acknowledged, "errors": len(errors), "calls": sum(calls.values())}


def _count_calls(run: Run) -> Counter[str]:
    """How many calls of each kind a life makes that nothing disturbs."""
    seen = Counter[str]()

    def note(what: str, path: str) -> int:
        seen[what] += 1
        return 0

    with run.room() as folder:
        disk = Disk(fault=note)
        with watched(disk):
            Life(folder / "desk.db", disk).live(_LENGTH)
    return seen


class _Interrupted(Connection):
    """A connection whose n-th statement fails."""

    left = 0
    error: BaseException = KeyboardInterrupt()

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self._count()
        return super().execute(*given)

    def executemany(self, *given: Any) -> sqlite3.Cursor:
        self._count()
        return super().executemany(*given)

    @classmethod
    def _count(cls) -> None:
        cls.left -= 1
        if cls.left == 0:
            raise cls.error


def _error(text: str, code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode = code
    return error


def calls(run: Run) -> dict[str, Any]:
    """Each statement of a life fails once: as SQLite fails, or by a Ctrl-C at that moment."""
    interrupted, acknowledged, connect = 0, 0, sqlite3.connect
    errors = (_error("interrupted", 9), _error("disk I/O error", 10), _error("database is locked", 5))
    sqlite3.connect = lambda *given, **more: connect(*given, **{**more, "factory": _Interrupted})
    try:
        with run.room() as folder:
            Life(folder / "desk.db").live(_LENGTH)
        places = [*range(1, 1 - _Interrupted.left)]
        run.chance.shuffle(places)
        for _, place in zip(run.turns(), places, strict=False):
            with run.room() as folder:
                life = Life(folder / "desk.db")
                _Interrupted.left, _Interrupted.error = place, run.chance.choice((*errors, KeyboardInterrupt()))
                with suppress(KeyboardInterrupt):
                    life.live(_LENGTH)
                _Interrupted.left = 0
                check(life.path, life.told)
            interrupted += 1
            acknowledged += len(life.told)
    finally:
        sqlite3.connect = connect
    return {"statements": interrupted, "statements in all": len(places), "acknowledged": acknowledged}


def interrupts(run: Run) -> dict[str, Any]:
    """A Ctrl-C at a random moment of a command, wherever it is in Python by then. The same desk goes on."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGALRM, interrupt)
    interrupted, told, path = 0, list[tuple[str, str]](), run.folder / "desk.db"
    usual = 0.005  # seconds that a command takes on this machine, so that about half of them are interrupted
    with Desk.open(f"sqlite:///{path}") as desk:
        id = receive(desk)
        for turn in run.turns():
            if turn % _NOTES == 0:
                id = receive(desk)
            begun = time.perf_counter()
            try:
                signal.setitimer(signal.ITIMER_REAL, run.chance.uniform(0.0001, 2 * usual))
                desk.do(id, c.Note(f"{turn}"), by=LI)
                signal.setitimer(signal.ITIMER_REAL, 0)
                usual = max(0.0005, 0.9 * usual + 0.1 * (time.perf_counter() - begun))
                told.append((id, f"{turn}"))
            except KeyboardInterrupt:
                interrupted += 1
    check(path, told)
    return {"interrupts": interrupted, "acknowledged": len(told)}


def cuts(run: Run, synchronous: str = "FULL") -> dict[str, Any]:
    """The power fails after any call to the disk; the states that this may leave are built from what was written."""
    disk, acknowledged, states = Disk(), 0, Counter[str]()
    with run.room() as folder, watched(disk):
        Life(folder / "desk.db", disk, synchronous).live(min(60, run.most))
    moments = sorted(run.chance.choices(range(1, len(disk.done) + 1), k=run.most))
    replay, at, made = Replay(), 0, 0
    for _, moment in zip(run.turns(), moments, strict=False):
        for done in disk.done[at:moment]:
            replay.do(done)
        at = moment
        with run.room() as folder:
            left = replay.cut(run.chance)
            for name, content in left.items():
                (folder / name).write_bytes(content)
                (folder / name).chmod(0o600)
            told = [(id, mark) for id, mark in map(json.loads, replay.marks)]
            check(folder / "desk.db", told)
            made += 1
            acknowledged += len(told)
            states["+".join(sorted(left))] += 1
    return {"cuts": made, "writes": len(disk.done), "acknowledged": acknowledged, "states": dict(states)}


def unsynced_cuts(run: Run) -> dict[str, Any]:
    """The same without a sync: this one must find that something was lost."""
    try:
        cuts(run, "OFF")
    except (AssertionError, StoreError) as found:
        return {"found": type(found).__name__}
    return {"found": ""}


def crowd(run: Run) -> dict[str, Any]:
    """Eight processes write to one file, each with a desk of its own, and one of them ticks and sends."""
    each = run.most // 8
    path = run.folder / "crowd.db"
    with Desk.open(f"sqlite:///{path}") as desk:
        shared = [desk.receive(s.receive(), by=s.SYSTEM).id for _ in range(1 + run.most // _NOTES)]

    def work(number: int, writing: int) -> None:
        with Desk.open(f"sqlite:///{path}") as own, os.fdopen(writing, "w") as told:
            for step in range(each):
                if time.monotonic() > run.until:
                    return
                id = shared[step % len(shared)]
                if step % 20 == 0:
                    id = own.receive(s.receive(), by=s.SYSTEM, key=f"r-{number}-{step}").id
                own.do(id, c.Note(f"{number}-{step}"), by=LI, key=f"{number}-{step}")
                print(json.dumps([id, f"{number}-{step}"]), file=told, flush=True)
                if number == 0 and step % 50 == 0:
                    own.tick()
                    own.deliver()

    told = _told_by(work)
    there = check(path, told)
    return {"processes": 8, "acknowledged": len(told), "there": there}


def _told_by(work: Callable[[int, int], None]) -> list[tuple[str, str]]:
    """What eight processes were told, each of them by lines of JSON."""
    workers = []
    with TemporaryDirectory() as folder:
        for number in range(8):
            file = os.open(Path(folder) / str(number), os.O_CREAT | os.O_WRONLY, 0o600)
            workers.append(forked(partial(work, number, file), end="at once"))
            os.close(file)
        assert [ended(worker) for worker in workers] == [0] * 8
        lines = [line for file in Path(folder).iterdir() for line in file.read_text(encoding="utf-8").splitlines()]
    return [(id, mark) for id, mark in map(json.loads, lines)]


CAMPAIGNS: dict[str, Callable[[Run], dict[str, Any]]] = {
    campaign.__name__: campaign for campaign in (kills, faults, calls, interrupts, cuts, unsynced_cuts, crowd)
}


def main() -> None:
    folder, seconds, seed, *plans = sys.argv[1:]
    for plan in plans:
        name, most = plan.split("=")
        place = Path(folder) / name
        place.mkdir()
        run = Run(place, int(most), time.monotonic() + float(seconds), random.Random(int(seed)))
        print(json.dumps({name: CAMPAIGNS[name](run)}), flush=True)


if __name__ == "__main__":
    main()
