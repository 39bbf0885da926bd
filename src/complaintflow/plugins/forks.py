"""What holds files or locks lives through a fork: it rests while the process forks, and wakes on both sides.

A child inherits the memory of its parent with one thread, the one that forked. A lock that another thread held stays
locked there for ever, and a database that was open there believes in locks that only the parent has.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from threading import RLock
from typing import Protocol
from weakref import WeakSet


class Forked(Protocol):
    """What has to do something about a fork. The thread that forks calls both; neither may raise."""

    def rest(self) -> None:
        """Before: let those end who are at work, for a bounded time, and let nobody begin."""
        ...

    def wake(self, *, child: bool) -> None:
        """After: go on, in the parent or in the child."""
        ...


class _Forks:
    """All that live through the forks of this process. One thread forks at a time."""

    def __init__(self) -> None:
        self._known = WeakSet[Forked]()
        self._forking = RLock()
        self._resting: list[Forked] = []

    def add(self, one: Forked) -> None:
        with self._forking:
            self._known.add(one)

    def before(self) -> None:
        self._forking.acquire()
        for one in list(self._known):
            self._resting.append(one)
            one.rest()

    def after_in_parent(self) -> None:
        try:
            self._wake(child=False)
        finally:
            self._forking.release()

    def after_in_child(self) -> None:
        self._forking = RLock()
        self._resting = list(self._known)  # also of a fork that Python did not see coming
        self._wake(child=True)

    def _wake(self, *, child: bool) -> None:
        """Wake all, also where one of them fails: the others would rest for ever, or use what is their parent's."""
        resting, self._resting = self._resting, []
        every = ExitStack()
        for one in reversed(resting):
            every.callback(one.wake, child=child)
        every.close()


_FORKS = _Forks()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_FORKS.before, after_in_parent=_FORKS.after_in_parent, after_in_child=_FORKS.after_in_child
    )


def live_through_forks(one: Forked) -> None:
    """From now on it rests before each fork of this process, and wakes afterwards. Only a weak reference is kept."""
    _FORKS.add(one)


def leave_alone(inherited: object) -> None:
    """Keep it for ever: in a child, not even the interpreter's end gives back what belongs to the parent."""
    import ctypes  # noqa: PLC0415  # nobody needs it who does not fork

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(inherited))
