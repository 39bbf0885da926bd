"""A turn goes to the next one, also where the one who gets it leaves in that very moment; on asyncio and on trio."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import anyio
import pytest

from complaintflow.desk.threads import Threads

LONG = 20
"""So many seconds does nobody wait for a turn who gets one."""


class Queue:
    """One thread, somebody who has it, and others who wait for it in order."""

    def __init__(self, most: int = 1) -> None:
        self.threads = Threads(most)
        self.free = threading.Event()
        self.done: list[str] = []

    async def hold(self, then: Callable[[], object]) -> None:
        """Have the turn until `free`; `then` is done in the very step in which the turn is given back."""
        await self.threads.run(self.free.wait)
        then()

    async def wait(self, name: str, scope: anyio.CancelScope) -> None:
        with scope:
            await self.threads.run(lambda: self.done.append(name))


@asynccontextmanager
async def in_time() -> AsyncIterator[anyio.abc.TaskGroup]:
    with anyio.fail_after(LONG):
        async with anyio.create_task_group() as group:
            yield group


@pytest.mark.anyio
@pytest.mark.parametrize("leaving", [1, 2, 5])
async def test_who_leaves_as_its_turn_comes_leaves_it_to_the_next(leaving: int) -> None:
    """Else all who wait behind wait for ever, though nobody has the turn."""
    queue, scopes = Queue(), [anyio.CancelScope() for _ in range(leaving)]

    def leave() -> None:
        for one in scopes:
            one.cancel()

    async with in_time() as group:
        group.start_soon(queue.hold, leave)
        await anyio.wait_all_tasks_blocked()
        for one in scopes:
            group.start_soon(queue.wait, "who left", one)
            await anyio.wait_all_tasks_blocked()
        group.start_soon(queue.wait, "next", anyio.CancelScope())
        await anyio.wait_all_tasks_blocked()
        queue.free.set()
    assert queue.done == ["next"]


@pytest.mark.anyio
async def test_turn_after_turn_may_be_left_and_none_is_lost() -> None:
    """Two turns, and of those who wait every second one leaves at the moment at which somebody else is done."""
    queue, scopes = Queue(2), [anyio.CancelScope() for _ in range(40)]
    left = iter(scopes[1::2])

    async def stay(name: str, scope: anyio.CancelScope) -> None:
        await queue.wait(name, scope)
        for one in left:
            one.cancel()
            return

    async with in_time() as group:
        for _ in range(2):
            group.start_soon(queue.hold, lambda: None)
        await anyio.wait_all_tasks_blocked()
        for number, one in enumerate(scopes):
            group.start_soon(stay if number % 2 == 0 else queue.wait, f"{number}", one)
        await anyio.wait_all_tasks_blocked()
        queue.free.set()
    assert {f"{number}" for number in range(0, 40, 2)} <= {*queue.done}
    with anyio.fail_after(LONG):
        assert await queue.threads.run(lambda: "free") == "free"


def test_a_task_of_asyncio_that_is_cancelled_as_its_turn_comes_leaves_it_to_the_next() -> None:
    """As asyncio itself cancels, and frameworks on it: a task, from outside."""

    async def told() -> list[str]:
        queue = Queue()
        waiting = list[asyncio.Task[None]]()

        def leave() -> None:
            waiting[0].cancel()

        holder = asyncio.create_task(queue.hold(leave))
        for name in ("who left", "next"):
            await asyncio.sleep(0.01)
            waiting.append(asyncio.create_task(queue.wait(name, anyio.CancelScope())))
        await asyncio.sleep(0.01)
        queue.free.set()
        async with asyncio.timeout(LONG):
            await holder
            with suppress(asyncio.CancelledError):
                await waiting[0]
            await waiting[1]
        return queue.done

    assert asyncio.run(told()) == ["next"]
