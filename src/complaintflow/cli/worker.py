"""The command that looks at the clocks and sends the letters until somebody tells it to stop."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.clocks import view_tick
from complaintflow.cli.failures import Code, document_of, sentence_of
from complaintflow.cli.outbox import renderer, view_delivery
from complaintflow.cli.output import Output
from complaintflow.cli.settings import Shared
from complaintflow.desk.desk import Desk
from complaintflow.errors import InvalidInput, Problem, StoreError
from complaintflow.interchange import to_data

_LEAST, _MOST = 0.1, 3600.0
_TOLD = (signal.SIGTERM, signal.SIGINT)


def worker(
    *,
    every: Annotated[float, Parameter(help="So many seconds after a look it looks again.")] = 10.0,
    templates: Annotated[Path | None, Parameter(help="A folder of your own templates; it may be empty.")] = None,
    settings: Shared,
) -> int:
    """Do what is due and send what waits, again and again, until SIGTERM or Ctrl-C.

    It ends after the letter that it is sending; a second signal ends it at once. Several may run side by side.
    """
    if not _LEAST <= every <= _MOST:
        raise InvalidInput((Problem("every", f"{every:g}", f"{_LEAST:g} to {_MOST:g} seconds"),))
    with settings.desk(renderer=renderer(templates, settings)) as desk, _signals() as stop:
        while not stop.is_set():
            _look(desk, stop, settings.output)
            stop.wait(every)
    return Code.OK


def _look(desk: Desk, stop: Event, output: Output) -> None:
    """Tick, then send letter by letter. What the store cannot do now is tried with the next look."""
    try:
        ticked = desk.tick()
        if ticked.done or ticked.failed or ticked.leap:
            output.log(to_data(ticked), view_tick(ticked))
        while not stop.is_set() and _sends_one(desk, output):
            pass
    except StoreError as error:
        output.log(document_of(error), (sentence_of(error),))


def _sends_one(desk: Desk, output: Output) -> bool:
    """Whether a letter was taken from the outbox. What failed waits for its time, or is a dead letter."""
    done = desk.deliver(1)
    taken = bool(done.outcomes or done.failures)
    if taken or done.unreadable:
        output.log(to_data(done, bodies=False), view_delivery(done))
    return taken


@contextmanager
def _signals() -> Generator[Event, None, None]:
    """An event that is set when the process is told to stop. The same signal again does what it always does."""
    stop = Event()

    def tell(number: int, frame: Any) -> None:
        signal.signal(number, before[number])
        stop.set()

    before = {int(one): signal.signal(one, tell) for one in _TOLD}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
