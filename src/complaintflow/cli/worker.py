"""The command that looks at the clocks and sends the letters until somebody tells it to stop."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli.clocks import view_tick
from complaintflow.cli.failures import Code, document_of, sentence_of
from complaintflow.cli.health import Pulse, read_address, serving
from complaintflow.cli.outbox import renderer, view_delivery
from complaintflow.cli.output import Output
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.cli.stopping import BREATH, Stop, signals
from complaintflow.contrib.logs import JsonLines
from complaintflow.desk.desk import Desk
from complaintflow.desk.watching import watch
from complaintflow.errors import InvalidInput, Problem, SetAside, StoreError
from complaintflow.interchange import to_data
from complaintflow.plugins import Shard

if TYPE_CHECKING:
    from complaintflow.contrib.metrics import Metrics

_LEAST, _MOST = 0.1, 3600.0
_HUNG = 120.0
"""Seconds beyond its pace after which a worker that did not come round is hung: a gateway takes a minute at most."""
_SHARD = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")


@subcommand
def worker(
    *,
    every: Annotated[float, Parameter(help="So many seconds after a look at the clocks it looks again.")] = 10.0,
    templates: Annotated[Path | None, Parameter(help="A folder of your own templates; it may be empty.")] = None,
    shard: Annotated[str, Parameter(help="A part of all complaints: 2/4 is the second of four.")] = "1/1",
    listen: Annotated[str, Parameter(help="A port, or host:port, for /health, /ready and /metrics.")] = "",
    settings: Shared,
) -> int:
    """Do what is due and send what waits, again and again, until SIGTERM or Ctrl-C.

    It ends after the tick or the letter that it is at; a second signal ends it at once. Several may run side by side.
    With --json, what the library logs comes as lines of JSON on standard error as well.
    """
    if not _LEAST <= every <= _MOST:
        raise InvalidInput((Problem("every", f"{every:g}", f"{_LEAST:g} to {_MOST:g} seconds"),))
    letters, part, pulse = renderer(templates, settings), _read_shard(shard), Pulse(every + _HUNG)
    metrics, began = _metrics() if listen else None, False
    with signals() as stop, _logging(settings.output), _listening(listen, pulse, metrics):
        while not stop.told():
            try:
                with settings.desk(renderer=letters) as plain:
                    began, desk = True, _measured(plain, metrics)
                    _Work(desk, stop, every, settings.output, part, pulse).go_on()
            except StoreError as error:
                if not began:
                    raise
                pulse.lose_store()
                settings.output.log(document_of(error), (sentence_of(error),))
                stop.wait(every)  # then the desk is opened anew: the file may be another one
            except BrokenPipeError:
                return Code.FAILED  # who starts it again gives it a new reader
    return Code.OK


def _read_shard(text: str) -> Shard:
    found = _SHARD.fullmatch(text)
    if found is None:
        raise InvalidInput((Problem("shard", repr(text), "1/4 to 4/4, for example"),))
    return Shard(int(found[1]), int(found[2]))


def _metrics() -> Metrics | None:
    """Where the numbers are kept; None without the extra."""
    if find_spec("prometheus_client") is None:
        return None
    from complaintflow.contrib.metrics import Metrics

    return Metrics()


def _measured(desk: Desk, metrics: Metrics | None) -> Desk:
    if metrics is None:
        return desk
    watched = watch(desk, metrics)
    metrics.follow(watched)
    return watched


def _listening(listen: str, pulse: Pulse, metrics: Metrics | None) -> AbstractContextManager[None]:
    return serving(read_address(listen), pulse, metrics.text if metrics else None) if listen else nullcontext()


@contextmanager
def _logging(output: Output) -> Generator[None, None, None]:
    """What the library logs comes as lines of JSON, where a machine reads."""
    if not output.machine:
        yield
        return
    logger, handler = logging.getLogger("complaintflow"), logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@attrs.define
class _Work:
    """What it does with one desk. `set_aside` are the letters that cannot be read and were told already."""

    desk: Desk
    stop: Stop
    every: float
    output: Output
    shard: Shard
    pulse: Pulse
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
            if self.desk.wait_for_letters(min(left, BREATH)):
                return
            self.pulse.beat()

    def _tick(self) -> None:
        ticked = self.desk.tick(shard=self.shard)
        self.pulse.beat()
        if ticked.done or ticked.failed or ticked.leap:
            self.output.log(to_data(ticked), view_tick(ticked))

    def _sends_one(self) -> bool:
        """Whether a letter was taken from the outbox. What failed waits for its time, or is a dead letter."""
        done = self.desk.deliver(1, shard=self.shard)
        self.pulse.beat()
        taken = bool(done.outcomes or done.failures)
        news = attrs.evolve(done, unreadable=tuple(one for one in done.unreadable if one not in self.set_aside))
        self.set_aside.update(news.unreadable)
        if taken or news.unreadable:
            self.output.log(to_data(news, bodies=False), view_delivery(news))
        return taken
