"""The standing jobs of procrastinate, on a real PostgreSQL server."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from procrastinate import App, PsycopgConnector
from procrastinate.testing import InMemoryConnector

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.contrib.procrastinate import add_jobs
from complaintflow.plugins import Shard
from complaintflow.testing import FrozenClock
from tests.stores.servers import Server

LI = Actor("li", {"agent"})


@pytest.fixture
def url(postgresql: Server) -> str:
    return postgresql.database("procrastinate")


def letters(desk: Desk, count: int) -> list[str]:
    ids = [desk.receive(c.Receive("app", Customer(f"u-{n}"), "扫码没反应"), by=Actor.system()).id for n in range(count)]
    for id in ids:
        desk.do(id, c.Acknowledge("已登记", datetime.now(UTC) + timedelta(days=1)), by=LI)
    return ids


async def work_until_nothing_waits(app: App, desk: Desk) -> None:
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        worker = asyncio.create_task(
            app.run_worker_async(queues=["complaintflow"], install_signal_handlers=False, listen_notify=True)
        )
        try:
            for _ in range(600):
                if not await asyncio.to_thread(desk.outbox):
                    return
                await asyncio.sleep(0.1)
            raise AssertionError("the letters still wait")
        finally:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)


def test_its_jobs_send_what_waits_and_no_letter_is_a_job(url: str) -> None:
    """Or a house has two queues, of which one knows nothing of a transaction that was rolled back."""
    with Desk.open(url) as desk:
        ids = letters(desk, 6)
        app = App(connector=PsycopgConnector(conninfo=url))
        add_jobs(app, lambda: desk, shards=2, cron="* * * * * *")
        asyncio.run(work_until_nothing_waits(app, desk))
        assert all(len(desk.get(id).body.of("Receipt")) == 1 for id in ids)
        assert desk.check_integrity().sound
    with psycopg.connect(url) as plain:
        names = {name for (name,) in plain.execute("SELECT DISTINCT task_name FROM procrastinate_jobs")}
        locks = plain.execute("SELECT count(*) FROM procrastinate_jobs WHERE lock IS NOT NULL").fetchone()
    assert names <= {f"complaintflow.{what}.{number}" for what in ("tick", "deliver") for number in (1, 2)}
    assert names & {"complaintflow.deliver.1", "complaintflow.deliver.2"}
    assert locks == (0,)


def test_no_call_of_a_desk_defers_a_job() -> None:
    """`queueing_lock` within somebody's transaction aborts it, and makes another one wait."""
    connector = InMemoryConnector()
    app = App(connector=connector)
    with Desk.open("memory://") as desk:
        add_jobs(app, lambda: desk)
        letters(desk, 2)
        desk.tick()
        desk.deliver()
    assert connector.jobs == {}


def test_each_job_looks_after_its_own_shard() -> None:
    with Desk.open("memory://") as desk:
        app = App(connector=InMemoryConnector())
        add_jobs(app, lambda: desk, shards=2)
        ids = letters(desk, 8)
        with app.open():
            app.tasks["complaintflow.deliver.1"].func(timestamp=0)
        left = {one.message.complaint for one in desk.outbox()}
        assert left == {id for id in ids if Shard(2, 2).holds(id)}


def test_each_job_checks_the_clocks_of_its_own_shard() -> None:
    """Else all jobs queue up at the same complaints, and more machines do no more."""
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock) as desk:
        app = App(connector=InMemoryConnector())
        add_jobs(app, lambda: desk, shards=2)
        received = c.Receive("app", Customer("u-1"), "扫码没反应")
        ids = [desk.receive(received, by=Actor.system()).id for _ in range(8)]
        clock.later(hours=2)
        with app.open():
            app.tasks["complaintflow.tick.1"].func(timestamp=0)
        late = {id for id in ids if desk.get(id).body.of("MissDeadline")}
        assert late == {id for id in ids if Shard(1, 2).holds(id)}
