"""Actors: each runs in a thread of its own, and stops before each of its steps until it is told to go on."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread, local
from typing import Any

from tests.stores.schedules.steps import ANSWER, COMMIT, ROLLBACK, Step

_HERE = local()


class Killed(BaseException):
    """The process of this actor is gone. Nothing of ours catches it."""


def here() -> Actor | None:
    """The actor whose thread this is."""
    return getattr(_HERE, "actor", None)


class Transaction:
    """What an actor has open at its store."""

    def __init__(self, *, writes: bool) -> None:
        self.writes = writes
        self.turn = False
        self.begun = False
        self.moment = ""
        """Its first statement."""
        self.touched = set[str]()
        """The tables in which it has changed or locked rows."""


class Actor:
    """Somebody who acts on a desk of their own. `next` is the step before which it stands; None when it is done."""

    def __init__(self, name: str, act: Callable[[], Any]) -> None:
        self.name, self._act = name, act
        self.next: Step | None = None
        self.waits = False
        """Whether the database makes it wait for another one."""
        self.pid = 0
        self.transaction: Transaction | None = None
        self.answer: Any = None
        self.error: Exception | None = None
        self.dead = False
        self.may_pass: Callable[[Step], bool] = lambda _: False
        """Whether it does this step at once, as the scheduler has it: most steps follow each other."""
        self._kill = False
        self._go = SimpleQueue[None]()
        self._arrived = SimpleQueue[None]()
        self._thread = Thread(target=self._run, name=name, daemon=True)

    @property
    def done(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.next is None and not self.waits

    @property
    def answered(self) -> bool:
        """Whether it was told that all is well."""
        return self.done and not self.dead and self.error is None

    # ── as the scheduler sees it

    def start(self) -> None:
        """Begin, up to the first step."""
        self._thread.start()
        self._arrived.get(timeout=60)

    def go_on(self, *, kill: bool = False) -> None:
        """Do the next step."""
        self._kill = kill
        self.waits = True
        self._go.put(None)

    def has_arrived(self, seconds: float) -> bool:
        """Whether it stands before another step, or is done, within so many seconds."""
        try:
            self._arrived.get(timeout=seconds)
        except Empty:
            return False
        self.waits = False
        return True

    # ── as its own thread sees it

    def stop(self, step: Step) -> None:
        """Wait until it is told to go on. What is killed does nothing any more, but what it had open is taken back."""
        if self.dead:
            if step.kind == ROLLBACK:
                return
            raise Killed
        self.next = step
        if not self.may_pass(step):
            self._arrived.put(None)
            self._go.get(timeout=120)
        if step.kind in {COMMIT, ROLLBACK}:
            self.transaction = None
        if self._kill:
            self.dead = True
            raise Killed

    def _run(self) -> None:
        _HERE.actor = self
        try:
            self.answer = self._act()
            self.stop(Step(ANSWER, ""))
        except Killed:
            self.answer = None
        except Exception as error:
            self.error = error
        finally:
            self.next = None
            self._arrived.put(None)
