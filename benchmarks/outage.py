"""An outage: what a tick costs for each of many complaints about one problem, and how long another process waits.

A second process writes to the same file while the tick works. It measures how long it waits for its turn to write, and
the same again when nobody else writes: what the machine itself takes.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks import life
from benchmarks.measuring import Figure
from complaintflow import Actor, Customer, Desk, Policy, Signals, commands as c
from complaintflow.testing import FrozenClock

HOUR = timedelta(hours=1)
LI = Actor("li", frozenset({"agent"}), "payments")
BATCHES_ALONE = Policy(clocks={})
"""Without clocks nothing is due but the links to the incident."""
WRITER = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from complaintflow.stores import SqliteStore
store, waits = SqliteStore(Path(sys.argv[1])), []
print("ready", flush=True)
end = time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    begin = time.monotonic()
    with store.writing() as session:
        waits.append(time.monotonic() - begin)
        session.note_sending("someone", datetime.now(UTC))
    time.sleep(0.01)
print(*sorted(waits))
"""


def outage(count: int, seconds: float) -> Iterator[Figure]:
    """A tick over so many complaints against one over a tenth of them; the waits of a second process meanwhile."""
    few, many = _cost(max(count // 10, 1)), _cost(count)
    detail = f"{many * 1000:.2f} ms of {count:,}, {few * 1000:.2f} ms of {max(count // 10, 1):,}"
    yield Figure("a tick in an outage, CPU by complaint", many / few, "×", "a tenth as many", "≤1.5", detail)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "outage.db"
        desk = _fill(path, count)
        alone = _waits(path, seconds, lambda: None)
        dry = _waits(path, seconds, lambda: desk.tick(dry_run=True))
        meanwhile = _waits(path, seconds, desk.tick)
        desk.close()
    told = ", ".join(f"{name} {waits[-1] * 1000:.1f}" for name, waits in (("tick", meanwhile), ("alone", alone)))
    longest = f"longest waits in ms: {told}, dry run {dry[-1] * 1000:.1f}"
    yield Figure("waits of a second process, 95 of 100", _most(meanwhile) * 1000, "ms", "", "≤50", longest)


def _most(waits: list[float]) -> float:
    return waits[int(len(waits) * 0.95)]


def _fill(path: Path, count: int) -> Desk:
    """A desk with so many complaints of different customers within an hour."""
    clock = FrozenClock(life.BEGIN)
    desk = Desk.open(f"sqlite:///{path}", policy=BATCHES_ALONE, clock=clock)
    for number in range(count):
        clock.now += HOUR / count
        command = c.Receive("app", Customer(f"u-{number}"), "I paid twice", "billing", order=f"A-{number}")
        desk.receive(command, c.Triage("billing", "payment", Signals()), by=LI)
    return desk


def _cost(count: int) -> float:
    with TemporaryDirectory() as folder:
        desk = _fill(Path(folder) / "outage.db", count)
        begin = process_time()
        ticked = desk.tick()
        spent = process_time() - begin
        assert ticked.checked >= count
        desk.close()
    return spent / count


def _waits(path: Path, seconds: float, work: Callable[[], object]) -> list[float]:
    """How long a second process waited for each of its turns to write, in seconds, sorted."""
    command = [sys.executable, "-c", WRITER, str(path), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        work()
        return [float(wait) for wait in process.stdout.read().split()]
