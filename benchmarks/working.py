"""How many commands a second several processes get through at one PostgreSQL server.

Each writes to complaints of its own for some seconds. The turns of the ledger make them write one after the other; what
they read and decide goes on beside it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import IO, cast

from benchmarks.measuring import Figure

WORKERS = (2, 4, 8)
WRITER = """
import sys, time
from benchmarks import life
from complaintflow import Customer, Desk, commands as c
with Desk.open(sys.argv[1], lifecycle=life.roomy()) as desk:
    who = Customer(f"u-{sys.argv[3]}", contact={"email": "u@example.com"})
    id = desk.receive(c.Receive("app", who, life.STORY), by=life.SYSTEM).id
    print("ready", flush=True)
    sys.stdin.readline()
    done, end = 0, time.monotonic() + float(sys.argv[2])
    while time.monotonic() < end:
        desk.do(id, c.Note(f"looked at it again, {done}"), by=life.LI)
        done += 1
print(done, flush=True)
"""


def working(url: str, seconds: float) -> Iterator[Figure]:
    """What several workers do in the time of one."""
    alone = _rate(url, 1, seconds)
    for count in WORKERS:
        together = _rate(url, count, seconds)
        detail = f"{together:,.0f} ÷ {alone:,.0f} commands a second"
        yield Figure(f"PostgreSQL: commands of {count} workers", together / alone, "×", "of one", "", detail)


def _rate(url: str, count: int, seconds: float) -> float:
    """So many commands a second, by all of them together."""
    pipe = subprocess.PIPE
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, url, str(seconds), str(number)], stdin=pipe, stdout=pipe, encoding="utf-8"
        )
        for number in range(count)
    ]
    lines = [cast("IO[str]", run.stdout) for run in runs]
    assert [line.readline() for line in lines] == ["ready\n"] * count
    for run in runs:
        begin = cast("IO[str]", run.stdin)
        begin.write("\n")
        begin.flush()
    done = sum(int(line.read()) for line in lines)
    for run in runs:
        with run:
            assert run.wait() == 0
    return done / seconds
