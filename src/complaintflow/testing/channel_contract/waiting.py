"""How long a channel lets itself wait, without waiting for it: pauses and timeouts are shortened, and counted."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Condition, get_ident
from time import monotonic
from typing import Any

import attrs
import pytest

from complaintflow.plugins import Channel
from complaintflow.testing.answers import Breaks

GIVES_UP = "It gives up by itself within 30 seconds."
LIMIT = 30.0
"""Seconds within which a channel gives up."""
FASTER = 50
"""Pauses and timeouts of the channel are so many times shorter here."""
_SOON = 0.5
"""Whoever waits for another one has so many seconds at least: that one takes as long as ever."""


@attrs.define
class Waits:
    """What a channel waited for, in seconds as it asked for them."""

    paused: float = 0.0
    expired: float = 0.0
    longest: float = 0.0
    took: float = 0.0

    @property
    def whole(self) -> float:
        """The whole time: its pauses, the timeouts that ran out, and what it took besides."""
        return self.paused + self.expired + self.took

    def checked(self) -> Waits:
        """These, when nobody waits too long."""
        if self.longest > LIMIT:
            raise Breaks(
                Channel, GIVES_UP, f"it lets a connection wait {self.longest:g} seconds; allowed are {LIMIT:g}"
            )
        if self.whole > LIMIT:
            raise Breaks(Channel, GIVES_UP, f"it waited {self.whole:.0f} seconds; allowed are {LIMIT:g}")
        return self


@contextmanager
def watch_waits() -> Generator[Waits, None, None]:
    """Within it this thread does not wait long, and what it asked for is counted. Other threads are left alone."""
    waits, mine, begun = Waits(), get_ident(), monotonic()
    sleep, settimeout, readinto = time.sleep, socket.socket.settimeout, socket.SocketIO.readinto
    asked: dict[int, float] = {}

    def short_sleep(seconds: float) -> None:
        if get_ident() != mine:
            return sleep(seconds)
        waits.paused += seconds
        return sleep(seconds / FASTER)

    def short_timeout(self: socket.socket, seconds: float | None) -> None:
        if get_ident() != mine or not seconds:
            return settimeout(self, seconds)
        asked[self.fileno()] = seconds
        waits.longest = max(waits.longest, seconds)
        return settimeout(self, max(seconds / FASTER, _SOON))

    def counting_readinto(self: socket.SocketIO, buffer: Any) -> int | None:
        number = self.fileno()
        try:
            return readinto(self, buffer)
        except TimeoutError:
            waits.expired += asked.get(number, 0.0)
            raise

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "sleep", short_sleep)
        patch.setattr(Condition, "wait", _shorten_wait(waits, mine))
        patch.setattr(socket.socket, "settimeout", short_timeout)
        patch.setattr(socket.SocketIO, "readinto", counting_readinto)
        yield waits
    waits.took = monotonic() - begun


def _shorten_wait(waits: Waits, mine: int) -> Callable[[Condition, float | None], bool]:
    """The wait of an `Event`, a queue and a future, too: those who want to end a pause wait so."""
    wait = Condition.wait

    def short_wait(self: Condition, timeout: float | None = None) -> bool:
        if get_ident() != mine or not timeout or timeout < 0:
            return wait(self, timeout)
        came = wait(self, max(timeout / FASTER, min(timeout, _SOON)))
        waits.paused += 0 if came else timeout
        return came

    return short_wait
