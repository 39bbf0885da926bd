"""Calls that run in worker threads, at most so many at once; the others wait for their turn, in order.

Who waits for a call may be cancelled. A call that has not begun by then never begins; one that has begun is carried out
in its thread, and keeps its turn until then. So a storm of time-outs makes no more threads than there are turns.

Needs the extra: `pip install 'complaintflow[async]'`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from threading import Condition
from types import ModuleType
from typing import Any, TypeVar

from complaintflow.desk.door import PATIENCE
from complaintflow.errors import DefinitionError, Problem, StoreError

T = TypeVar("T")


class Threads:
    """The worker threads of one desk on one event loop."""

    def __init__(self, most: int) -> None:
        if most < 1:
            raise DefinitionError((Problem("capacity", str(most), "at least 1 thread"),))
        anyio = _load_extra()
        self._turns = anyio.CapacityLimiter(most)
        self._unbounded = anyio.CapacityLimiter(math.inf)  # who has a turn waits for nothing else
        self._open = True
        self._short = set[Future[Any]]()
        self._changed = Condition()

    async def run(self, act: Callable[[], T], *, lasting: bool = False) -> T:
        """What the call answers or raises. `lasting` is one that `close` does not wait for, since it ends it.

        Raises `StoreError` once it is closed.
        """
        from anyio.to_thread import run_sync

        call = Future[T]()
        self._begin(call, lasting)
        try:
            await self._take_turn(call)
            try:
                await run_sync(_carry_out, call, act, abandon_on_cancel=True, limiter=self._unbounded)
            finally:
                self._give_turn_back(call)
            return call.result()
        finally:
            del call  # which holds the error, whose traceback holds this frame

    async def close(self, last: Callable[[], None]) -> None:
        """Begin no more calls, let the short ones end, and carry out the last one: all of it, whoever is cancelled."""
        from anyio import CancelScope
        from anyio.to_thread import run_sync

        self._open = False
        with CancelScope(shield=True):
            await run_sync(self._wait_and_end, last, limiter=self._unbounded)

    def _begin(self, call: Future[Any], lasting: bool) -> None:
        if not self._open:
            raise StoreError("async desk", "the desk is closed", "open it again")
        if not lasting:
            with self._changed:
                self._short.add(call)
            call.add_done_callback(self._end)

    def _end(self, call: Future[Any]) -> None:
        with self._changed:
            self._short.discard(call)
            self._changed.notify_all()

    def _wait_and_end(self, last: Callable[[], None]) -> None:
        with self._changed:
            self._changed.wait_for(lambda: not self._short, PATIENCE)
        last()

    async def _take_turn(self, call: Future[Any]) -> None:
        try:
            await self._turns.acquire_on_behalf_of(call)
        except BaseException:  # cancelled while it waited
            call.cancel()
            raise

    def _give_turn_back(self, call: Future[Any]) -> None:
        """At once, or when the thread has ended that its caller left alone."""
        give_back = partial(self._turns.release_on_behalf_of, call)
        if call.cancel() or call.done():
            give_back()
        else:
            call.add_done_callback(partial(_tell_loop, _way_into_loop(), give_back))


def _carry_out(call: Future[T], act: Callable[[], T]) -> None:
    """In the thread. A call that was cancelled before does nothing."""
    if not call.set_running_or_notify_cancel():
        return
    try:
        call.set_result(act())
    except BaseException as error:  # whatever it is, the caller gets it
        call.set_exception(error)
        del call


_Soon = Callable[[Callable[[], None]], object]


def _way_into_loop() -> _Soon:
    """How a thread hands something to this loop without waiting for it: anyio itself has only ways that wait."""
    from anyio.lowlevel import current_token

    loop: Any = current_token().native_token
    soon: _Soon = loop.call_soon_threadsafe if hasattr(loop, "call_soon_threadsafe") else loop.run_sync_soon
    return soon


def _tell_loop(soon: _Soon, act: Callable[[], None], _: Future[Any]) -> None:
    with suppress(RuntimeError):  # the loop is no more, and nobody waits for a turn
        soon(act)


def _load_extra() -> ModuleType:
    try:
        import anyio
    except ImportError as error:
        missing = Problem("async", "the package anyio is not installed", "pip install 'complaintflow[async]'")
        raise DefinitionError((missing,)) from error
    return anyio
