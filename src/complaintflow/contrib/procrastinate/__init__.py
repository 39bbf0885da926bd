"""The two jobs of a worker as standing jobs of procrastinate (extra `procrastinate`), for a house that runs it already.

The outbox and the schedule stay the queue: there is no job for a letter and none for a deadline. A job says only that
somebody is to look. It is deferred by procrastinate's own timer, and never within a transaction of yours.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

try:
    from procrastinate import App
except ImportError as error:
    raise ImportError("the jobs need the extra: pip install 'complaintflow[procrastinate]'") from error

from complaintflow import Desk
from complaintflow.plugins import Shard

__all__ = ["add_jobs"]

_MANY = 100
_MOST = 100
"""So many times a hundred letters one job sends at most; the next one goes on."""


def add_jobs(
    app: App, desk: Callable[[], Desk], *, shards: int = 1, cron: str = "* * * * *", queue: str = "complaintflow"
) -> None:
    """Add `complaintflow.tick` and `complaintflow.deliver` for each of so many shards, at the times of `cron`.

    `desk` gives the desk of the process. A job that still waits is not deferred again (`queueing_lock`). None has a
    `lock`: that of a killed worker would stay, while what it had claimed is free when its lease ends.
    """
    for number in range(1, shards + 1):
        shard = Shard(number, shards)
        for kind, act in (("tick", _tick), ("deliver", _deliver)):
            name = f"complaintflow.{kind}.{number}"
            task = app.task(name=name, queue=queue, queueing_lock=name)
            app.periodic(cron=cron)(task(_job(partial(act, desk, shard))))


def _job(act: Callable[[], object]) -> Callable[[int], None]:
    def job(timestamp: int) -> None:
        """`timestamp` is when it was to run, which says nothing of what is due by now."""
        act()

    return job


def _tick(desk: Callable[[], Desk], shard: Shard) -> None:
    desk().tick(shard=shard)


def _deliver(desk: Callable[[], Desk], shard: Shard) -> None:
    """Until nothing may go."""
    for _ in range(_MOST):
        done = desk().deliver(_MANY, shard=shard)
        if len(done.outcomes) + len(done.failures) < _MANY:
            return
