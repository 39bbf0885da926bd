"""Closing a desk while letters are on their way: what a channel took is put on record before the store is closed."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from threading import get_ident
from time import monotonic, sleep

PATIENCE = 30.0
"""Seconds: so long a channel may take, as it promises."""
_POLL = 0.005


class Door:
    """Open until the desk is closed. It has no lock, which a child of a fork could find locked for ever."""

    def __init__(self) -> None:
        self.open = True
        self._sending = set[tuple[int, int]]()

    @contextmanager
    def sending(self) -> Generator[None, None, None]:
        """Within the block this thread sends letters."""
        me = os.getpid(), get_ident()
        self._sending.add(me)
        try:
            yield
        finally:
            self._sending.discard(me)

    def close(self) -> bool:
        """Let no more letters out, and wait for those on their way. False when it is this thread that sends them."""
        self.open = False
        if (os.getpid(), get_ident()) in self._sending:
            return False
        until = monotonic() + PATIENCE
        while monotonic() < until and any(process == os.getpid() for process, _ in tuple(self._sending)):
            sleep(_POLL)
        return True
