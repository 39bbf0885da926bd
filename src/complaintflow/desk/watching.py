"""Who watches a desk at work: told of each call while it goes on, by names and counts, and never of what people say."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from functools import wraps
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

import attrs

from complaintflow._validation.faults import name_fault
from complaintflow.commands import Command
from complaintflow.desk.delivery import Sender
from complaintflow.desk.desk import Desk
from complaintflow.desk.outbox import Outbox
from complaintflow.plugins import Message, Outcome

T = TypeVar("T")
Tell = Callable[[object], object]
"""Takes the answer of a call, when it has one."""

_LOG = logging.getLogger("complaintflow.desk")
_OF_ONE = ["do", "recall", "get", "history", "explain", "steps", "brief", "customer_view"]
_CALLS = (
    *_OF_ONE,
    *("receive", "receive_many", "receive_row", "receive_rows", "do_many", "link", "hear", "accept_link"),
    *(
        "accept_survey",
        "deliver",
        "tick",
        "retry",
        "discard",
        "migrate",
        "erase",
        "retention",
        "rotate_keys",
        "encrypt",
    ),
    *("find", "count", "figures", "figures_many", "regulator_return", "backtest", "export", "check_integrity"),
)
"""What watchers are told of: what changes something, and what reads complaints."""


@attrs.frozen
class DeskCall:
    """A call of a desk, or the `send` of a letter to its channel, in names alone.

    `commands` are the kinds that are asked for, or the kind of the letter. `complaint` is the id, where there is one.
    """

    name: str
    commands: tuple[str, ...] = ()
    channel: str = ""
    complaint: str = ""


class Watcher(Protocol):
    """Watches the calls of a desk; see `watch`.

    - Calls: once for each call, in the thread that makes it; what it gives is entered before and left after the call.
    - Threads: many at once.
    - Errors: an exception is logged by its type and changes nothing for the call. What the call raises leaves through
      the block, and cannot be held back there.
    - Idempotency: a call that is made again is one more call.
    - Time: the caller waits for it.
    """

    def watch(self, call: DeskCall) -> AbstractContextManager[Tell]:
        """A block around the call. What it is entered with takes the answer of the call."""
        ...


def watch(desk: Desk, *watchers: Watcher) -> Desk:
    """The same desk on the same store, whose calls these watchers are told of, also those by `acting`, `on` and
    `AsyncDesk`. Closing either closes both."""
    return _WatchedDesk.of(desk, watchers)


class _Watching:
    """The blocks of all watchers around one call. None of them can break it."""

    def __init__(self, watchers: Iterable[Watcher], call: DeskCall) -> None:
        self._watchers, self._call = watchers, call
        self._entered: list[tuple[AbstractContextManager[Tell], Tell]] = []

    def __enter__(self) -> Self:
        for one in self._watchers:
            try:
                block = one.watch(self._call)
                self._entered.append((block, block.__enter__()))
            except Exception as error:
                _note(error)
        return self

    def answer(self, answer: T) -> T:
        """Tell all of them the answer, and give it back."""
        for _, tell in self._entered:
            try:
                tell(answer)
            except Exception as error:
                _note(error)
        return answer

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for block, _ in reversed(self._entered):
            try:
                block.__exit__(kind, error, trace)
            except Exception as other:
                if other is not error:
                    _note(other)


def _note(error: Exception) -> None:
    _LOG.error("a watcher failed: %s", name_fault(error))


class _WatchedDesk(Desk):
    """A desk that tells its watchers of each call."""

    watchers: tuple[Watcher, ...] = ()

    @classmethod
    def of(cls, desk: Desk, watchers: tuple[Watcher, ...]) -> Desk:
        """This desk, for these watchers and those that watch it already."""
        ours, sender = cls.__new__(cls), desk._sender
        vars(ours).update(vars(desk))
        ours.watchers = (*(desk.watchers if isinstance(desk, _WatchedDesk) else ()), *watchers)
        ours._sender = _WatchedSender(sender.host, sender.linker, sender.renderer, ours.watchers)
        ours._outbox = Outbox(desk._units, ours._sender, desk._door)
        return ours


def _watched(name: str) -> Callable[..., Any]:
    plain: Callable[..., Any] = getattr(Desk, name)

    @wraps(plain)
    def call(self: _WatchedDesk, /, *args: Any, **given: Any) -> Any:
        with _Watching(self.watchers, _call_of(name, args, given)) as watching:
            return watching.answer(plain(self, *args, **given))

    return call


for _name in _CALLS:
    setattr(_WatchedDesk, _name, _watched(_name))


def _call_of(name: str, args: tuple[Any, ...], given: Mapping[str, Any]) -> DeskCall:
    first = args[0] if args else given.get("id", "")
    complaint = first if name in _OF_ONE and isinstance(first, str) else ""
    commands = (*args, given.get("command"))
    kinds = tuple(type(one).__name__ for one in commands if isinstance(one, Command))
    return DeskCall(name, kinds, complaint=complaint)


@attrs.frozen
class _WatchedSender(Sender):
    """Tells the watchers of each letter that a channel is handed."""

    watchers: tuple[Watcher, ...] = ()

    def _send_to(self, name: str, message: Message, now: datetime) -> Outcome:
        call = DeskCall("send", (message.kind,), name, message.complaint)
        with _Watching(self.watchers, call) as watching:
            return watching.answer(super()._send_to(name, message, now))
