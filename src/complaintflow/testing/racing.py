"""A second caller who acts in the middle of a decision, and several who ask at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event as Signal, Thread
from typing import Generic, TypeVar

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.plugins import Guard, hookimpl
from complaintflow.testing.machine_promises import WRITERS, broken
from complaintflow.vocabulary import Effect

THREADS = 4
"""How many ask at once."""

PATIENCE = 0.005
"""Seconds to wait for a rival, so that it is in the middle of its call when the first caller continues."""

LONG = 60
"""Seconds after which a rival without an answer counts as stuck; a sound store needs far less."""

_Given = TypeVar("_Given")
_Said = TypeVar("_Said")


def ask_at_once(call: Callable[[_Given], _Said], given: Iterable[_Given]) -> list[_Said]:
    """What the call answers to each, when several threads make it at once."""
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(call, given))


class RacingGuard:
    """A plugin with a guard that refuses nothing, but calls `race` the first time that it is asked."""

    name = "meanwhile"
    rule = "meanwhile"
    effects = frozenset(Effect)

    def __init__(self) -> None:
        self.race: Callable[[], None] | None = None

    @hookimpl
    def guards(self) -> list[Guard]:
        """This guard."""
        return [self]

    def check(self, ask: Ask) -> Refusal | None:
        """Call `race` once; refuse nothing."""
        then, self.race = self.race, None
        if then is not None:
            then()
        return None


class Rival(Generic[_Said]):
    """Makes a call in a thread of its own. The call must not raise. `patience` is how long `start` waits (seconds)."""

    def __init__(self, call: Callable[[], _Said], patience: float = PATIENCE) -> None:
        self._patience = patience
        self._thread: Thread | None = None
        self._call = call
        self._answer: _Said | None = None
        self._done = Signal()

    def start(self) -> None:
        """Start the call and wait a moment; a store that makes writers wait answers later."""
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()
        self._done.wait(self._patience)

    @property
    def done(self) -> bool:
        """Whether the call is over."""
        return self._done.is_set()

    def answer(self) -> _Said | None:
        """The answer of the call; None if it never started."""
        if self._thread is not None:
            assert self._done.wait(LONG), broken("stuck: of two that write at once, one never gets an answer", WRITERS)
        return self._answer

    def _run(self) -> None:
        self._answer = self._call()
        self._done.set()
