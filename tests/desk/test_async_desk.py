"""The awaited desk is the desk: the same face, on asyncio and on trio. Nobody who leaves early tears anything."""

from __future__ import annotations

import asyncio
import inspect
import random
import sys
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Event, Lock
from typing import Any

import anyio
import anyio.from_thread
import anyio.to_thread
import pytest
import trio

from complaintflow import (
    Actor,
    AsyncDesk,
    Complaint,
    Customer,
    DefinitionError,
    Desk,
    InvalidInput,
    NotFound,
    Refused,
    StoreError,
    commands as c,
)
from complaintflow.desk import Asked
from complaintflow.plugins import CustomerMessage, Outcome, hookimpl
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus

pytestmark = pytest.mark.anyio  # each test runs on asyncio, and on trio

LI = Actor("li", roles={"agent"}, team="payments")
ASKS = c.Receive("app", Customer("u-17", contact={"email": "a@example.com"}), "I paid twice", order="A-1")
SORTED = c.Triage("billing", "payment")


def face(kind: type) -> dict[str, object]:
    """The public names of a class."""
    return {name: inspect.getattr_static(kind, name) for name in dir(kind) if not name.startswith("_")}


def parameters(method: object) -> list[tuple[str, object, object]]:
    assert callable(method)
    return [(one.name, one.kind, one.default) for one in inspect.signature(method).parameters.values()]


def test_the_awaited_desk_has_every_call_of_the_desk_with_the_same_arguments() -> None:
    """A call that is missing here: add its line to `AsyncDesk`. A transaction belongs to one thread: `on` has none."""
    ours, theirs = face(AsyncDesk), face(Desk)
    assert set(ours) - {"plugins", "lifecycle"} == set(theirs) - {"on"}
    for name, method in theirs.items():
        if inspect.isfunction(method) and name not in {"close", "acting", "on"}:
            awaited = inspect.isasyncgenfunction if name in {"each", "each_event"} else inspect.iscoroutinefunction
            assert awaited(ours[name]), name
            assert parameters(ours[name]) == parameters(method), name
            assert getattr(ours[name], "__doc__", None) == method.__doc__, name
    assert parameters(AsyncDesk.open) == parameters(Desk.open)


async def test_an_actor_has_the_same_rights_on_an_event_loop() -> None:
    async with AsyncDesk.open("memory://") as desk:
        complaint = await desk.receive(ASKS, SORTED, by=LI)
        stranger = desk.acting(Actor.customer("u-nobody"))
        with pytest.raises(NotFound):
            await stranger.get(complaint.id)
        assert (await stranger.find()).complaints == ()
        assert (await desk.acting(LI).get(complaint.id)).id == complaint.id


async def test_a_complaint_goes_its_way_and_a_refusal_tells_every_reason() -> None:
    clock = FrozenClock()
    async with AsyncDesk.open("memory://", clock=clock) as desk:
        complaint = await desk.receive(ASKS, SORTED, by=LI, key="k-1")
        assert await desk.receive(ASKS, SORTED, by=LI, key="k-1") == complaint
        with pytest.raises(Refused) as refused:
            await desk.do(complaint.id, c.Acknowledge("It is solved.", clock.now + timedelta(days=1)), by=LI)
        assert refused.value.refusals
        assert [one.id for one in (await desk.find(state="triaged")).complaints] == [complaint.id]
        answers = await desk.do_many(Asked((c.Note("seen"),), LI, complaint.id) for _ in range(2))
        assert [getattr(one, "version", 0) for one in answers] == [3, 4]
        assert (await desk.check_integrity()).breaches == ()
        assert desk.policy is desk.lifecycle.policy
        assert "log" in desk.plugins.channels


async def test_what_a_call_answered_is_read_without_the_disk(tmp_path: Path) -> None:
    """Texts that are read when somebody looks at them would hold up everybody on the loop."""
    file = tmp_path / "helpdesk.db"
    async with AsyncDesk.open(f"sqlite:///{file}") as desk:
        await desk.receive(ASKS, by=LI)
        [found] = (await desk.find()).complaints
        got = await desk.get(found.id)
        [answer] = await desk.do_many([Asked((c.Note("seen"),), LI, found.id)])
    file.unlink()
    assert isinstance(answer, Complaint)
    assert [one.description for one in (found, got, answer)] == ["I paid twice"] * 3


async def test_many_complaints_and_events_come_one_after_the_other(tmp_path: Path) -> None:
    """Who reads all of them on the loop holds up nobody, and needs the memory of some."""
    file = tmp_path / "helpdesk.db"
    async with AsyncDesk.open(f"sqlite:///{file}") as desk:
        first, second = [(await desk.receive(ASKS, by=LI)).id for _ in range(2)]
        done = await desk.do(first, *[c.Note("seen")] * 10, by=LI)
        assert [one.id async for one in desk.each()] == [first, second]
        assert [one.seq async for one in desk.acting(LI).each_event(first, after=1)] == [*range(2, done.version + 1)]
        with pytest.raises(InvalidInput):
            await anext(desk.each(sort="grade"))


class Gate:
    """A clock behind a gate: it counts who stands before it, and lets nobody pass until it opens."""

    def __init__(self) -> None:
        self.opened, self.here, self.most, self.asked = Event(), 0, 0, 0
        self._lock = Lock()

    def now(self) -> datetime:
        with self._lock:
            self.asked += 1
            self.here += 1
            self.most = max(self.most, self.here)
        assert self.opened.wait(60)
        with self._lock:
            self.here -= 1
        return datetime(2026, 3, 2, tzinfo=UTC)


async def until(true: Callable[[], bool]) -> None:
    with anyio.fail_after(60):
        while not true():
            await anyio.sleep(0.001)


async def test_the_loop_turns_while_calls_wait_and_no_more_than_its_capacity_are_under_way() -> None:
    gate = Gate()
    async with (
        AsyncDesk(Desk.open("memory://", clock=gate.now), capacity=3) as desk,
        anyio.create_task_group() as group,
    ):
        for _ in range(8):
            group.start_soon(desk.batches)
        await until(lambda: gate.here == 3)
        await anyio.sleep(0.01)
        assert gate.asked == 3
        gate.opened.set()
    assert (gate.asked, gate.most) == (8, 3)


When = Callable[[], bool]
Leave = Callable[[Coroutine[Any, Any, object], When], Awaitable[None]]


async def cancel(scope: anyio.CancelScope, when: When) -> None:
    await until(when)
    scope.cancel()


async def leave_by_scope(call: Coroutine[Any, Any, object], when: When) -> None:
    """As anyio and trio cancel: everything within a scope."""
    async with anyio.create_task_group() as group:
        group.start_soon(cancel, group.cancel_scope, when)
        await call


async def leave_by_loop(call: Coroutine[Any, Any, object], when: When) -> None:
    """As asyncio itself cancels: a task, which no scope shields."""
    if trio.lowlevel.in_trio_run():
        await leave_by_scope(call, when)
        return
    task = asyncio.ensure_future(call)
    await until(when)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def soon() -> When:
    """True after some turns of the loop."""
    turns = count()
    return lambda: next(turns) > 10


either_way = pytest.mark.parametrize("leave", [leave_by_scope, leave_by_loop])


@either_way
async def test_who_leaves_waits_for_nobody_and_what_had_begun_is_done_as_a_whole(leave: Leave) -> None:
    gate = Gate()
    async with AsyncDesk(Desk.open("memory://", clock=gate.now), capacity=1) as desk:
        await leave(desk.receive(ASKS, SORTED, by=LI, key="begun"), lambda: gate.here == 1)
        await leave(desk.receive(ASKS, by=LI, key="waited for its turn"), soon())
        assert gate.asked == 1  # the first has its turn still, although nobody waits for it
        gate.opened.set()
        assert await desk.known("waited for its turn") is None
        id = await desk.known("begun")
        assert id
        assert [event.kind for event in await desk.history(id)] == ["Receive", "Triage"]
        again = await desk.receive(ASKS, SORTED, by=LI, key="begun")
        assert (again.id, gate.asked) == (id, 2)


@either_way
async def test_a_turn_is_given_back_when_the_thread_of_one_who_left_ends(leave: Leave) -> None:
    gate = Gate()
    async with AsyncDesk(Desk.open("memory://", clock=gate.now), capacity=2) as desk:
        for number in (1, 2):
            await leave(desk.batches(), lambda number=number: gate.here == number)  # type: ignore[misc]
        gate.opened.set()
        async with anyio.create_task_group() as group:
            for _ in range(4):
                group.start_soon(desk.batches)
        assert (gate.most, gate.asked) == (2, 6)


async def torn_or_lost(file: Path, seed: int, count: int) -> None:
    """Calls are cancelled at random points: each key is done as a whole or not at all, and can be asked again."""
    chance = random.Random(seed)
    left = set[str]()

    async def ask(desk: AsyncDesk, key: str, patience: float) -> None:
        left.add(key)
        with anyio.move_on_after(patience):
            await desk.receive(ASKS, SORTED, c.Note(key), by=LI, key=key)
            left.discard(key)

    async with AsyncDesk(Desk.open(f"sqlite:///{file}"), capacity=4) as desk:
        async with anyio.create_task_group() as group:
            for number in range(count):
                group.start_soon(ask, desk, f"k-{number}", chance.choice([0.001, 0.01, 0.03, 1]) * chance.random())
        done = {key: await desk.known(key) for key in sorted(left)}
        for key, id in done.items():
            again = await desk.receive(ASKS, SORTED, c.Note(key), by=LI, key=key)
            assert again.version == 3
            assert id in {None, again.id}
    with Desk.open(f"sqlite:///{file}") as plain:
        assert plain.check_integrity().breaches == ()
        assert len(plain.find(limit=500).complaints) == count


async def test_cancelled_at_random_points_each_key_is_done_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    await torn_or_lost(tmp_path / "helpdesk.db", seed=1, count=20)


@pytest.mark.explore
@pytest.mark.parametrize("seed", range(5))
async def test_no_seed_tears_or_loses_a_key(tmp_path: Path, seed: int) -> None:
    await torn_or_lost(tmp_path / "helpdesk.db", seed, count=100)


async def test_closing_waits_for_the_calls_under_way_and_refuses_new_ones() -> None:
    gate = Gate()
    desk = AsyncDesk(Desk.open("memory://", clock=gate.now), capacity=1)
    results = list[Complaint]()

    async def ask(key: str) -> None:
        results.append(await desk.receive(ASKS, by=LI, key=key))

    async with anyio.create_task_group() as group:
        group.start_soon(ask, "under way")
        await until(lambda: gate.here == 1)
        group.start_soon(ask, "in the queue")
        await anyio.sleep(0.001)
        group.start_soon(desk.close)
        await anyio.sleep(0.01)
        with pytest.raises(StoreError, match="the desk is closed"):
            await desk.find()
        gate.opened.set()
    assert len(results) == 2
    await desk.close()


class Slow:
    """A channel that takes its time for a letter."""

    def __init__(self) -> None:
        self.sent, self.go_on = 0, Event()

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"email": self}

    def send(self, message: CustomerMessage) -> Outcome:
        self.sent += 1
        assert self.go_on.wait(60)
        return Outcome(ReceiptStatus.DELIVERED)


async def test_closing_ends_a_delivery_after_the_letter_that_is_on_its_way(tmp_path: Path) -> None:
    slow, clock = Slow(), FrozenClock()
    soon = clock.now + timedelta(days=1)
    desk = AsyncDesk.open(f"sqlite:///{tmp_path / 'helpdesk.db'}", plugins=[slow], clock=clock)
    for number in range(3):
        asks = c.Receive("email", Customer(f"u-{number}", contact={"email": f"{number}@example.com"}), "I paid twice")
        await desk.receive(asks, c.Acknowledge("已记录,明天回复您。", soon), by=LI)
    async with anyio.create_task_group() as group:
        group.start_soon(desk.deliver)
        await until(lambda: slow.sent == 1)
        group.start_soon(desk.close)
        await anyio.sleep(0.02)
        slow.go_on.set()
    assert slow.sent == 1
    with Desk.open(f"sqlite:///{tmp_path / 'helpdesk.db'}") as plain:
        assert len(plain.outbox()) == 2


async def test_a_plugin_is_called_in_a_thread_and_may_speak_to_the_loop() -> None:
    told = list[str]()

    class Counter:
        @hookimpl
        def observers(self) -> list[object]:
            return [self]

        def saw(self, complaint: Complaint, events: object) -> None:
            anyio.from_thread.run_sync(told.append, complaint.id)

    async with AsyncDesk.open("memory://", plugins=[Counter()]) as desk:
        complaint = await desk.receive(ASKS, by=LI)
    assert told == [complaint.id]


async def test_a_loop_that_is_gone_holds_up_no_thread() -> None:
    """Its program ended while a call was under way: the thread ends, and nothing is half-done."""
    gate = Gate()
    plain = Desk.open("memory://", clock=gate.now)

    async def leave_at_once() -> None:
        desk = AsyncDesk(plain)
        await leave_by_scope(desk.receive(ASKS, SORTED, by=LI, key="k"), lambda: gate.here == 1)

    await anyio.to_thread.run_sync(lambda: anyio.run(leave_at_once))
    gate.opened.set()
    await until(lambda: gate.here == 0)
    await until(lambda: plain.known("k") is not None)
    assert len(plain.find().complaints[0].body) == 2


async def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.open("memory://") as plain, monkeypatch.context() as hidden:
        hidden.setitem(sys.modules, "anyio", None)
        with pytest.raises(DefinitionError, match=r"pip install 'complaintflow\[async\]'"):
            AsyncDesk(plain)


async def test_a_desk_without_a_thread_is_refused() -> None:
    with Desk.open("memory://") as plain, pytest.raises(DefinitionError, match="at least 1"):
        AsyncDesk(plain, capacity=0)
