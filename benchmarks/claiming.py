"""What a letter costs when several workers claim, send and record at one PostgreSQL server, and what a claim costs.

Each is a process with a desk of its own and a channel that costs nothing, so what is measured is the queue: claims that
pass over what others hold, and turns of the ledger for what is put on record. The processor of the clients counts: work
that is done in vain because others were faster would show there, and what else runs on the machine does not.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import IO, cast

import psycopg

from benchmarks.measuring import Figure
from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.desk import Asked
from complaintflow.stores import SqlStore

WORKERS = (1, 2, 4, 8)
_BATCH = 100
_WORKER = """
import sys, time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from complaintflow import Desk
from complaintflow.plugins import Outcome, hookimpl
from complaintflow.vocabulary import ReceiptStatus
class Free:
    def send(self, message):
        return Outcome(ReceiptStatus.ACCEPTED)
free = hookimpl(lambda: {"app": Free()})
with Desk.open(sys.argv[1], plugins=[SimpleNamespace(channels=free)]) as desk:
    print("ready", flush=True)
    sys.stdin.readline()
    done, began = 0, time.process_time()
    while sent := len(desk.deliver(50).outcomes):
        done += sent
    print(done, time.process_time() - began, flush=True)
"""
_CLAIMER = """
import sys, time
from datetime import UTC, datetime, timedelta
from complaintflow.stores import SqlStore
store, now = SqlStore(sys.argv[1]), datetime.now(UTC)
with store.reading():
    print("ready", flush=True)
sys.stdin.readline()
done, began = 0, time.process_time()
while True:
    with store.writing() as session:
        found = session.due(20, now, now + timedelta(minutes=5))
    done += len(found)
    if not found:
        break
print(done, time.process_time() - began, flush=True)
store.close()
"""


def claiming(urls: Iterator[str], many: int) -> Iterator[Figure]:
    """What several workers spend on each, in times of one: letters sent, and complaints claimed that are due."""
    alone: dict[str, float] = {}
    for count in WORKERS:
        url = next(urls)
        _fill(url, many)
        for name, program in (("letters delivered", _WORKER), ("due complaints claimed", _CLAIMER)):
            cost, rate = _cost(url, program, count, many)
            alone.setdefault(name, cost)
            detail = f"{cost * 1e6:,.0f} ÷ {alone[name] * 1e6:,.0f} µs of the clients for each; {rate:,.0f} a second"
            yield Figure(f"PostgreSQL: {name} by {count}", cost / alone[name], "×", "of one worker", "", detail)


def _fill(url: str, many: int) -> None:
    """So many letters that may go, of as many complaints that are due."""
    li, tomorrow = Actor("li", roles={"agent"}), datetime.now(UTC) + timedelta(days=1)
    with Desk.open(url) as desk:
        for begin in range(0, many, _BATCH):
            who = (Customer(f"u-{number}") for number in range(begin, min(begin + _BATCH, many)))
            asked = [Asked((c.Receive("app", one, "扫码没反应"),), Actor.system()) for one in who]
            ids = [cast("str", getattr(one, "id", "")) for one in desk.receive_many(asked)]
            desk.do_many([Asked((c.Acknowledge("已登记", tomorrow),), li, id) for id in ids])
    with closing(SqlStore(url)) as store, store.writing() as session:
        for id in [*session.ids()]:
            session.schedule(id, datetime.now(UTC) - timedelta(hours=1))
    with psycopg.connect(url, autocommit=True) as plain:
        plain.execute("VACUUM ANALYZE")


def _cost(url: str, program: str, count: int, many: int) -> tuple[float, float]:
    """Seconds of the processor for each, of all of them together; and how many a second by the clock on the wall."""
    pipe = subprocess.PIPE
    line = [sys.executable, "-c", program, url]
    runs = [subprocess.Popen(line, stdin=pipe, stdout=pipe, encoding="utf-8") for _ in range(count)]
    lines = [cast("IO[str]", run.stdout) for run in runs]
    assert [one.readline() for one in lines] == ["ready\n"] * count
    began = perf_counter()
    for run in runs:
        start = cast("IO[str]", run.stdin)
        start.write("\n")
        start.flush()
    told = [one.readline().split() for one in lines]
    seconds, done = perf_counter() - began, sum(int(each) for each, _ in told)
    for run in runs:
        with run:
            assert run.wait() == 0
    assert done >= many, f"{done} of {many}"
    return sum(float(spent) for _, spent in told) / done, done / seconds
