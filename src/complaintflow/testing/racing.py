"""Somebody else who does something at the same time, in the middle of a decision."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as Signal, Thread
from typing import Generic, TypeVar

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.plugins import Guard, hookimpl
from complaintflow.vocabulary import Effect

PATIENCE = 0.005
"""Seconds that a rival is waited for, so that it is in the middle of things when the first one goes on."""

LONG = 60
"""Seconds after which a rival that gives no answer is stuck; a sound store never comes near."""

_Said = TypeVar("_Said")


class RacingGuard:
    """A plugin whose guard refuses nothing: the first time that it is asked, something else happens."""

    name = "meanwhile"
    rule = "meanwhile"
    effects = frozenset(Effect)

    def __init__(self) -> None:
        self.race: Callable[[], None] | None = None

    @hookimpl
    def guards(self) -> list[Guard]:
        """Itself."""
        return [self]

    def check(self, ask: Ask) -> Refusal | None:
        """No, but."""
        then, self.race = self.race, None
        if then is not None:
            then()
        return None


class Rival(Generic[_Said]):
    """Asks for something in a thread of its own. The call must not raise."""

    def __init__(self, call: Callable[[], _Said]) -> None:
        self._thread: Thread | None = None
        self._call = call
        self._answer: _Said | None = None
        self._done = Signal()

    def start(self) -> None:
        """Ask, and wait a moment for the answer: a store that makes writers wait gives it later."""
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()
        self._done.wait(PATIENCE)

    def answer(self) -> _Said | None:
        """What the rival was answered, if it ever began."""
        if self._thread is not None:
            assert self._done.wait(LONG), "stuck: of two that write at once, one never gets an answer"
        return self._answer

    def _run(self) -> None:
        self._answer = self._call()
        self._done.set()
