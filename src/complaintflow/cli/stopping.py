"""What runs until it is told to stop: by SIGTERM or Ctrl-C, after what it is at."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import Any

import attrs

_TOLD = (signal.SIGTERM, signal.SIGINT)
BREATH = 0.2
"""So long, in seconds, it sleeps before it looks whether it was told to stop. A handler may take no lock, so it wakes
nobody: the thread that it interrupts may hold that lock."""


@attrs.define
class Stop:
    """Whether it was told to stop."""

    _told: bool = False

    def tell(self) -> None:
        """Let it stop."""
        self._told = True

    def told(self) -> bool:
        """Whether somebody did."""
        return self._told

    def wait(self, seconds: float) -> None:
        """Sleep so long, or until it is told to stop."""
        end = monotonic() + seconds
        while not self.told() and (left := end - monotonic()) > 0:
            sleep(min(left, BREATH))


@contextmanager
def signals() -> Generator[Stop, None, None]:
    """What is told to stop by a signal. After it, each of these signals does what it always does."""
    stop = Stop()

    def restore() -> None:
        for one, handler in before.items():
            signal.signal(one, handler)

    def tell(number: int, frame: Any) -> None:
        restore()
        stop.tell()

    before = {one: signal.signal(one, tell) for one in _TOLD}
    try:
        yield stop
    finally:
        restore()
