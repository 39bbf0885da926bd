"""The command that looks at the clocks and sends the letters until somebody tells it to stop."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Annotated, Any

import attrs
from cyclopts import Parameter

from complaintflow.cli.clocks import view_tick
from complaintflow.cli.failures import Code, document_of, sentence_of
from complaintflow.cli.outbox import renderer, view_delivery
from complaintflow.cli.output import Output, silence_stdout
from complaintflow.cli.settings import Shared
from complaintflow.desk.desk import Desk
from complaintflow.errors import InvalidInput, Problem, SetAside, StoreError
from complaintflow.interchange import to_data

_LEAST, _MOST = 0.1, 3600.0
_TOLD = (signal.SIGTERM, signal.SIGINT)
_BREATH = 0.2
"""So long, in seconds, it sleeps before it looks whether it was told to stop. A handler may take no lock, so it wakes
nobody: the thread that it interrupts may hold that lock."""


def worker(
    *,
    every: Annotated[float, Parameter(help="So many seconds after a look at the clocks it looks again.")] = 10.0,
    templates: Annotated[Path | None, Parameter(help="A folder of your own templates; it may be empty.")] = None,
    settings: Shared,
) -> int:
    """Do what is due and send what waits, again and again, until SIGTERM or Ctrl-C.

    It ends after the tick or the letter that it is at; a second signal ends it at once. Several may run side by side.
    """
    if not _LEAST <= every <= _MOST:
        raise InvalidInput((Problem("every", f"{every:g}", f"{_LEAST:g} to {_MOST:g} seconds"),))
    letters, began = renderer(templates, settings), False
    with _signals() as stop:
        while not stop.told():
            try:
                with settings.desk(renderer=letters) as desk:
                    began = True
                    _Work(desk, stop, every, settings.output).go_on()
            except StoreError as error:
                if not began:
                    raise
                settings.output.log(document_of(error), (sentence_of(error),))
                stop.wait(every)  # then the desk is opened anew: the file may be another one
            except BrokenPipeError:
                silence_stdout()
                return Code.FAILED  # who starts it again gives it a new reader
    return Code.OK


@attrs.define
class _Stop:
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
            sleep(min(left, _BREATH))


@attrs.define
class _Work:
    """What it does with one desk. `set_aside` are the letters that cannot be read and were told already."""

    desk: Desk
    stop: _Stop
    every: float
    output: Output
    set_aside: set[SetAside] = attrs.field(factory=set[SetAside])

    def go_on(self) -> None:
        """Look at the clocks at every pace, however many letters wait, and send letters in between."""
        while not self.stop.told():
            again = monotonic() + self.every
            self._tick()
            while not self.stop.told() and (left := again - monotonic()) > 0:
                if not self._sends_one():
                    self._wait_for_letters(left)

    def _wait_for_letters(self, seconds: float) -> None:
        """Until letters may have come, it is told to stop, or the time is over."""
        end = monotonic() + seconds
        while not self.stop.told() and (left := end - monotonic()) > 0:
            if self.desk.wait_for_letters(min(left, _BREATH)):
                return

    def _tick(self) -> None:
        ticked = self.desk.tick()
        if ticked.done or ticked.failed or ticked.leap:
            self.output.log(to_data(ticked), view_tick(ticked))

    def _sends_one(self) -> bool:
        """Whether a letter was taken from the outbox. What failed waits for its time, or is a dead letter."""
        done = self.desk.deliver(1)
        taken = bool(done.outcomes or done.failures)
        news = attrs.evolve(done, unreadable=tuple(one for one in done.unreadable if one not in self.set_aside))
        self.set_aside.update(news.unreadable)
        if taken or news.unreadable:
            self.output.log(to_data(news, bodies=False), view_delivery(news))
        return taken


@contextmanager
def _signals() -> Generator[_Stop, None, None]:
    """What is told to stop by a signal. After it, each of these signals does what it always does."""
    stop = _Stop()

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
