"""The facade for programs on an event loop: every call of `Desk`, to be awaited."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator, Mapping
from contextlib import suppress
from functools import partial, wraps
from itertools import islice
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar, cast

from complaintflow.commands import Command
from complaintflow.desk.desk import Desk
from complaintflow.desk.streaming import MANY
from complaintflow.desk.threads import Threads
from complaintflow.errors import UnreadableRecord
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Host, Page
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor

P = ParamSpec("P")
T = TypeVar("T")


class AsyncDesk:
    """A `Desk` for asyncio and trio: the same calls, each carried out in a worker thread. One serves one event loop.

    Open it with `AsyncDesk.open`, or give it a desk; use it by `async with`, or `await close()`. `capacity` is how many
    calls are under way at once; the others wait for their turn, in order. Who is cancelled leaves at once: a call that
    has not begun never begins; one that has begun is done as a whole, though its caller never learns of it. With a
    `key` the caller may ask again, and gets what came of it. Plugins, `clock`, `new_id`, and an iterable that is
    passed in, are called in the thread. Needs the extra `async`. Raises `DefinitionError` when it is missing.
    """

    def __init__(self, desk: Desk, *, capacity: int = 16) -> None:
        self._desk = desk
        self._threads = Threads(capacity)

    @staticmethod
    def _opened(make: Callable[P, Desk]) -> Callable[Concatenate[type[AsyncDesk], P], AsyncDesk]:
        @wraps(cast(Any, make).__func__)
        def call(kind: type[AsyncDesk], /, *args: P.args, **kwargs: P.kwargs) -> AsyncDesk:
            return kind(make(*args, **kwargs))

        return call

    @staticmethod
    def _awaited(
        method: Callable[Concatenate[Desk, P], T], *, lasting: bool = False
    ) -> Callable[Concatenate[AsyncDesk, P], Coroutine[Any, Any, T]]:
        """The same method, to be awaited. `lasting` is one that `Desk.close` ends."""

        @wraps(method)
        async def call(self: AsyncDesk, /, *args: P.args, **kwargs: P.kwargs) -> T:
            theirs: Callable[..., T] = getattr(self._desk, method.__name__)  # that of the actor's desk, where one acts
            act = partial(_answer, partial(theirs, *args, **kwargs))
            return await self._threads.run(act, lasting=lasting)

        call.__qualname__ = f"AsyncDesk.{method.__name__}"
        return call

    @staticmethod
    def _awaited_each(
        method: Callable[Concatenate[Desk, P], Iterator[T]],
    ) -> Callable[Concatenate[AsyncDesk, P], AsyncGenerator[T, None]]:
        """The same method, for `async for`. Some are read at once in a thread, and none is held between two."""

        @wraps(method)
        async def call(self: AsyncDesk, /, *args: P.args, **kwargs: P.kwargs) -> AsyncGenerator[T, None]:
            begin: Callable[..., Iterator[T]] = getattr(self._desk, method.__name__)
            rest = await self._threads.run(partial(begin, *args, **kwargs))
            while some := await self._threads.run(partial(_answer, partial(_next_of, rest))):
                for one in some:
                    yield one

        call.__qualname__ = f"AsyncDesk.{method.__name__}"
        return call

    open = classmethod(_opened(Desk.open))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Refuse new calls, wait for those under way (30 seconds at most), and close the desk as `Desk.close` does.

        A delivery ends after the letter that it is sending. It is carried out even when its caller is cancelled. A
        plugin that is called in a thread must not wait for it. Raises what `Desk.close` raises.
        """
        await self._threads.close(self._desk.close)

    def acting(self, actor: Actor) -> AsyncDesk:
        """The same desk as this actor may use it, as `Desk.acting` gives it: nothing is read, so it is not awaited.

        It is closed with the desk that it came from, and has neither `close`, `plugins` nor `acting` of its own.
        """
        mine = AsyncDesk.__new__(AsyncDesk)
        mine._desk, mine._threads = cast(Desk, self._desk.acting(actor)), self._threads
        return mine

    @property
    def policy(self) -> Policy:
        return self._desk.policy

    @property
    def plugins(self) -> Host:
        return self._desk.plugins

    @property
    def lifecycle(self) -> Lifecycle:
        return self._desk.lifecycle

    @property
    def former(self) -> tuple[Lifecycle, ...]:
        return self._desk.former

    @property
    def commands(self) -> Mapping[str, type[Command]]:
        return self._desk.commands

    @property
    def states(self) -> Mapping[str, str]:
        return self._desk.states

    # ── what changes something

    receive = _awaited(Desk.receive)
    receive_many = _awaited(Desk.receive_many)
    receive_row = _awaited(Desk.receive_row)
    receive_rows = _awaited(Desk.receive_rows)
    do = _awaited(Desk.do)
    do_many = _awaited(Desk.do_many)
    link = _awaited(Desk.link)
    tell_incident = _awaited(Desk.tell_incident)
    hear = _awaited(Desk.hear)
    accept_link = _awaited(Desk.accept_link)
    accept_survey = _awaited(Desk.accept_survey)
    deliver = _awaited(Desk.deliver, lasting=True)
    wait_for_letters = _awaited(Desk.wait_for_letters)
    retry = _awaited(Desk.retry)
    discard = _awaited(Desk.discard)
    recall = _awaited(Desk.recall)
    quarantine = _awaited(Desk.quarantine)
    release = _awaited(Desk.release)
    tick = _awaited(Desk.tick)
    migrate = _awaited(Desk.migrate)
    erase = _awaited(Desk.erase)
    retention = _awaited(Desk.retention)
    vacuum = _awaited(Desk.vacuum)
    rotate_keys = _awaited(Desk.rotate_keys)
    encrypt = _awaited(Desk.encrypt)

    # ── what only looks

    explain = _awaited(Desk.explain)
    batches = _awaited(Desk.batches)
    figures = _awaited(Desk.figures)
    regulator_return = _awaited(Desk.regulator_return)
    figures_many = _awaited(Desk.figures_many)
    respondents = _awaited(Desk.respondents)
    backtest = _awaited(Desk.backtest)
    replay_check = _awaited(Desk.replay_check)
    effects = _awaited(Desk.effects)
    sample = _awaited(Desk.sample)
    incident = _awaited(Desk.incident)
    spikes = _awaited(Desk.spikes)
    agenda = _awaited(Desk.agenda)
    backlog = _awaited(Desk.backlog)
    outbox = _awaited(Desk.outbox)
    dead_letters = _awaited(Desk.dead_letters)
    unreadable_letters = _awaited(Desk.unreadable_letters)
    get = _awaited(Desk.get)
    known = _awaited(Desk.known)
    find = _awaited(Desk.find)
    each = _awaited_each(Desk.each)
    count = _awaited(Desk.count)
    steps = _awaited(Desk.steps)
    history = _awaited(Desk.history)
    each_event = _awaited_each(Desk.each_event)
    brief = _awaited(Desk.brief)
    playbook = _awaited(Desk.playbook)
    customer_view = _awaited(Desk.customer_view)
    suggest = _awaited(Desk.suggest)
    advise = _awaited(Desk.advise)
    answers = _awaited(Desk.answers)
    read_link = _awaited(Desk.read_link)
    suggestions = _awaited(Desk.suggestions)
    export = _awaited(Desk.export)
    head = _awaited(Desk.head)
    changed = _awaited(Desk.changed)
    receipt = _awaited(Desk.receipt)
    check_receipt = _awaited(Desk.check_receipt)
    check_integrity = _awaited(Desk.check_integrity)


def _answer(act: Callable[[], T]) -> T:
    """What the call answers, with the texts of its complaints.

    They would be read when somebody looks at them, and that would hold up the loop.
    """
    answer = act()
    for complaint in _complaints_in(answer):
        with suppress(UnreadableRecord):  # who looks at them is told
            iter(complaint.body)
    return answer


def _next_of(rest: Iterator[T]) -> tuple[T, ...]:
    return tuple(islice(rest, MANY))


def _complaints_in(answer: object) -> Iterator[Complaint]:
    if isinstance(answer, Complaint):
        yield answer
    elif isinstance(answer, Page):
        yield from answer.complaints
    elif isinstance(answer, tuple):
        for one in cast(tuple[object, ...], answer):
            yield from _complaints_in(one)
