"""A desk at which hypothesis does what it likes: the promises are checked after every step.

Nothing is lost, done twice, overwritten, half done or rewritten, whatever is asked by whomever, while the store fails
at any point and the channels fail, hang and lie.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import count
from threading import Event as Signal, Thread
from typing import Any, ClassVar, TypeVar

import attrs
from hypothesis import event, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from complaintflow.asking import Ask
from complaintflow.commands import Acknowledge, Command, Note, Receive
from complaintflow.complaint import Complaint
from complaintflow.desk import Desk
from complaintflow.errors import ComplaintflowError, Conflict, Refusal, StoreError
from complaintflow.lifecycle import Lifecycle
from complaintflow.plugins import Guard, Host, hookimpl
from complaintflow.plugins.ports import Store
from complaintflow.stores.memory import MemoryStore
from complaintflow.testing.broken import BrokenStore, Loss
from complaintflow.testing.channels import Mood
from complaintflow.testing.clock import FrozenClock
from complaintflow.testing.histories import CAST, OWNER
from complaintflow.testing.snapshot import Snapshot
from complaintflow.testing.strategies import commands, values
from complaintflow.testing.witness import INTERNAL, Post, Witness
from complaintflow.values import Actor, Customer
from complaintflow.vocabulary import Effect

__all__ = ["DeskMachine"]

MOST = 3
"""How many complaints one run has: few, so that it goes deep."""

PATIENCE = 0.01
"""Seconds that a rival is waited for, so that it is in the middle of things when the first one goes on."""

ROUNDS = 12
"""How often the post is tried until nothing waits any more, a day apart."""

BY = st.sampled_from(CAST)
SPANS = st.sampled_from([timedelta(minutes=2), timedelta(hours=1), timedelta(hours=25), timedelta(days=4)])
MOODS = st.lists(st.sampled_from(Mood), max_size=4)
POINTS = st.integers(1, 40)
"""Of a tick and a delivery."""

LOSSES: st.SearchStrategy[Loss] = st.sampled_from(["nothing kept", "all kept"])
Answer = Complaint | ComplaintflowError
_Said = TypeVar("_Said")


class DeskMachine(RuleBasedStateMachine):
    """Override `open_store` with a fresh, empty store of yours, and give pytest the class's `TestCase`.

    ::

        class OurMachine(DeskMachine):
            def open_store(self) -> Store:
                return OurStore()

        TestOurStore = OurMachine.TestCase

    `plugins` are tested along with it, `lifecycle` is another than ours. What a run reached is told to hypothesis
    (`pytest --hypothesis-show-statistics`). A failure says what it found in its first word: lost, rewritten,
    overwritten, forgotten, half done, stuck, sent twice, leaked.
    """

    plugins: ClassVar[Sequence[object]] = ()
    lifecycle: ClassVar[Lifecycle | None] = None

    def open_store(self) -> Store:
        """A fresh, empty store; overridden."""
        return MemoryStore()

    def __init__(self) -> None:
        super().__init__()
        self.clock = FrozenClock()
        self.store = BrokenStore(self.open_store())
        self.post = Post()
        self.witness = Witness()
        self.meanwhile = _Meanwhile()
        host = Host([*self.plugins, self.post, self.meanwhile])
        self.witness.watch(host)
        numbers = count(1)
        self.desk = Desk(self.store, self.lifecycle, host, self.clock, new_id=lambda _: f"C-{next(numbers)}")
        self.seen = Snapshot()
        self.calls: dict[str, tuple[Callable[[], Complaint], Complaint]] = {}
        self.reached: set[str] = set()

    def teardown(self) -> None:
        """Say what was reached."""
        for what in sorted(self.reached):
            event(what)
        self.desk.close()

    @property
    def ids(self) -> tuple[str, ...]:
        """The complaints that there are."""
        return tuple(self.seen.stored)

    # ── what is done

    @initialize(by=st.sampled_from([OWNER, Actor.system()]))
    def the_first_comes_in(self, by: Actor) -> None:
        """There is always something to do."""
        self._asks(lambda: self.desk.receive(_plain("app"), by=by))

    @precondition(lambda self: len(self.ids) < MOST)
    @rule(received=commands(Receive), by=BY)
    def another_comes_in(self, received: Any, by: Actor) -> None:
        """With what anybody may say."""
        names = sorted(self.desk.plugins.channels)
        customer = attrs.evolve(
            received.customer, id=OWNER.id, preferred_channel=names[len(received.description) % len(names)]
        )
        command = attrs.evolve(received, customer=customer)
        self._asks(lambda: self.desk.receive(command, by=by))

    @rule(data=st.data(), by=BY)
    def what_is_open(self, data: st.DataObject, by: Actor) -> None:
        """Somebody does something that `steps` calls open: one of its samples passes."""
        id = self._one(data)
        kind = self._open_to(data, id, by)
        if kind is not None:
            answers = (self._does(id, by, one) for one in self._samples(id, kind, by))
            passed = any(isinstance(answer, Complaint) for answer in answers)
            assert passed, f"steps calls {kind.__name__} open for {by.id}, and no sample of it passes"

    @rule(data=st.data(), by=BY)
    def anything_at_all(self, data: st.DataObject, by: Actor) -> None:
        """Any well-formed command."""
        id = self._one(data)
        command = data.draw(values(data.draw(st.sampled_from(self._kinds()))), "command")
        self._does(id, by, command)

    @rule(data=st.data(), by=BY)
    def all_or_nothing(self, data: st.DataObject, by: Actor) -> None:
        """Promise 1: of several commands at once all happen, or none."""
        id = self._one(data)
        several = [one for _ in range(2) for one in self._sample_of_something(data, id, by)]
        if several:
            self._does(id, by, *several)

    @rule(data=st.data(), by=BY)
    def the_same_key_again(self, data: st.DataObject, by: Actor) -> None:
        """Promise 2: the same key gives the first answer, and nothing happens twice."""
        self._keyed(data, by)
        if self.calls:
            key = data.draw(st.sampled_from(sorted(self.calls)), "key")
            call, first = self.calls[key]
            before, again = self.seen, _answer(call)
            assert again == first, f"forgotten: the key {key!r} gave another answer: {again}"
            self._looks()
            self.seen.is_the_same_as(before, f"the key {key!r} was used before")

    @rule(data=st.data(), by=BY, off=st.sampled_from([-1, 1]))
    def of_another_version(self, data: st.DataObject, by: Actor, off: int) -> None:
        """Promise 3: who saw another version gets a `Conflict`."""
        id = self._one(data)
        expect = self.seen.stored[id].complaint.version + off
        answer = self._asks(lambda: self.desk.do(id, Note(f"{INTERNAL}, late"), by=by, expect=expect))
        assert isinstance(answer, Conflict), f"overwritten: version {expect} was expected, and the answer is {answer}"

    @rule(data=st.data())
    def two_at_once(self, data: st.DataObject) -> None:
        """Promise 3: while one is decided, another is saved. Both are there, or one of them was told that it failed."""
        id, (li, wang, *_) = self._one(data), CAST
        rival = _Rival(lambda: self.desk.do(id, Note(f"{INTERNAL}, meanwhile"), by=wang))
        self.meanwhile.then = rival.begins
        soon = self.clock.now + timedelta(days=1)
        mine = _answer(lambda: self.desk.do(id, Acknowledge(f"我们记下了 {self.clock.now}", soon), by=li))
        self.meanwhile.then = None
        theirs = rival.answer()
        self._looks()
        for answer in (mine, theirs):
            if isinstance(answer, Complaint):
                self._is_there(answer)

    @rule(span=SPANS, moods=MOODS)
    def time_passes(self, span: timedelta, moods: list[Mood]) -> None:
        """The clocks do what is due, and messages go out, more or less."""
        self.clock.later(seconds=span.total_seconds())
        _going(self.desk.tick)
        self._delivers(*moods)

    @rule()
    def the_post_is_through(self) -> None:
        """Promise 1: once the channels work, every message is with one, or can be seen where it waits."""
        for _ in range(ROUNDS):
            self.clock.later(days=1)
            self._delivers()
            if not self.seen.waiting:
                break
        histories = {id: tuple(one.event for one in history) for id, history in self.seen.histories.items()}
        lost = self.witness.lost(histories, self.seen.visible)
        assert not lost, f"lost: {lost} were said, and neither taken by a channel nor seen to wait"
        keys = [message.key for message in self.post.channel.inner.sent]
        assert len(keys) == len(set(keys)), f"sent twice: {keys}"

    @precondition(lambda self: self.seen.dead)
    @rule()
    def somebody_looks_at_the_dead_letters(self) -> None:
        """What failed for good or too often is listed, and can be sent after all."""
        dead = self.desk.dead_letters()
        assert tuple(dead) == self.seen.dead, "lost: the desk does not show every dead letter"
        for letter in dead:
            self.desk.retry(letter.queued.number)
        self.reached.add("a dead letter was tried again")
        self._delivers()

    @rule(data=st.data(), by=BY, loss=LOSSES)
    def the_store_fails_at_each_point(self, data: st.DataObject, by: Actor, loss: Loss) -> None:
        """Promise 1: at whatever point, all is there or nothing. Promise 2: with a key one may ask again."""
        id, key = self._one(data), f"key-{len(self.calls)}-{len(self.seen.links)}"
        sample = self._sample_of_something(data, id, by)
        if not sample:
            return

        def asked() -> Complaint:
            return self.desk.do(id, *sample, by=by, key=key)

        for point in count(1):
            before = self.seen
            failed = self._failing(point, loss, asked)
            assert failed or not self.store.broke, "lost: the store failed, and the desk said that all is well"
            if not failed or self.store.kept:
                break
            self.seen.is_the_same_as(before, f"the store failed at point {point}")
        self._remembers(key, asked)

    @rule(span=SPANS, moods=MOODS, point=POINTS, loss=LOSSES)
    def the_store_fails_while_time_passes(self, span: timedelta, moods: list[Mood], point: int, loss: Loss) -> None:
        """What was sent and could not be recorded comes again under its key."""
        self.clock.later(seconds=span.total_seconds())
        self.post.channel.feels(*moods)
        if self._failing(point, loss, self._runs_all_that_is_due):
            self.witness.forget()

    # ── how it is done

    def _one(self, data: st.DataObject) -> str:
        """One of the complaints."""
        return data.draw(st.sampled_from(self.ids), "complaint")

    def _kinds(self) -> list[type[Command]]:
        return list(self.desk.lifecycle.commands.values())

    def _open_to(self, data: st.DataObject, id: str, by: Actor) -> type[Command] | None:
        """A command that is open to this actor, if there is any."""
        steps = [step.command for step in self.desk.steps(id, by=by) if step.status == "open"]
        return self.desk.lifecycle.commands[data.draw(st.sampled_from(steps), "open")] if steps else None

    def _samples(self, id: str, kind: type[Command], by: Actor) -> list[Command]:
        mine = self.seen.stored[id].complaint
        others = (one.complaint for other, one in self.seen.stored.items() if other != id)
        related = tuple(other for other in others if other.facts.customer == mine.facts.customer)
        return list(kind.samples(Ask(id, mine.facts, Command(), by, self.clock.now, self.desk.policy, related)))

    def _sample_of_something(self, data: st.DataObject, id: str, by: Actor) -> list[Command]:
        """A sample of something that is open, or nothing."""
        kind = self._open_to(data, id, by)
        samples = self._samples(id, kind, by) if kind else []
        return [data.draw(st.sampled_from(samples), "sample")] if samples else []

    def _keyed(self, data: st.DataObject, by: Actor) -> None:
        """Something is asked for under a new key."""
        id = self._one(data)
        sample = self._sample_of_something(data, id, by)
        key = f"key-{len(self.calls)}"
        if sample:
            self._remembers(key, lambda: self.desk.do(id, *sample, by=by, key=key))

    def _remembers(self, key: str, call: Callable[[], Complaint]) -> None:
        """Ask, and keep what the key stands for."""
        answer = _answer(call)
        if isinstance(answer, Complaint):
            self.calls[key] = (call, answer)
        self._looks()

    def _does(self, id: str, by: Actor, *commands: Command) -> Answer:
        return self._asks(lambda: self.desk.do(id, *commands, by=by))

    def _asks(self, call: Callable[[], Complaint]) -> Answer:
        """Ask for something: what was accepted is there, what was not changed nothing."""
        before, answer = self.seen, _answer(call)
        self._looks()
        if isinstance(answer, Complaint):
            self._is_there(answer)
            stored = self.seen.stored[answer.id].complaint
            assert stored == answer, f"lost: {answer.id} was answered at version {answer.version}, not {stored.version}"
        else:
            self.seen.is_the_same_as(before, f"the answer was {answer}")
        return answer

    def _is_there(self, answer: Complaint) -> None:
        """What was answered is in the history."""
        there = self.desk.get(answer.id).body[: answer.version]
        assert tuple(there) == tuple(answer.body), (
            f"lost or overwritten: what {answer.id} was answered with is not there"
        )

    def _failing(self, point: int, loss: Loss, run: Callable[[], object]) -> bool:
        """Whether the store failed, as it was told to do at this point."""
        self.store.fail_at(point, loss)
        failed = isinstance(_answer(run), StoreError)
        self.store.mend()
        self._looks()
        if failed:
            self.reached.add("the store failed")
        return failed

    def _runs_all_that_is_due(self) -> None:
        _going(self.desk.tick)
        _going(self.desk.deliver)

    def _delivers(self, *moods: Mood) -> None:
        self.reached |= {f"a channel {mood}" for mood in moods}
        self.post.channel.feels(*moods)
        _going(self.desk.deliver)
        self.witness.recorded()
        self._looks()

    def _looks(self) -> None:
        """Nothing that was there is gone, and what is new is whole."""
        assert not self.witness.objections, self.witness.objections[0]
        now, before = Snapshot.of(self.store.inner, self.calls), self.seen
        now.grew_from(before)
        for id, history in now.histories.items():
            if history != before.histories.get(id):
                integrity = self.desk.check_integrity(id)
                assert integrity.sound, f"half done: {[str(breach) for breach in integrity.breaches]}"
                self.reached |= {
                    f"a complaint was {now.stored[id].complaint.state}",
                    f"somebody did {history[-1].event.kind}",
                }
        self.seen = now


def _plain(channel: str) -> Receive:
    return Receive(channel, Customer(OWNER.id), "我付了两次款, I paid twice")


def _answer(call: Callable[[], _Said]) -> _Said | ComplaintflowError:
    """What a desk says, be it an error."""
    try:
        return call()
    except ComplaintflowError as error:
        return error


def _going(call: Callable[[], object]) -> None:
    """What is due and what waits stops for nothing but a store that fails."""
    answer = _answer(call)
    if isinstance(answer, StoreError):
        raise answer
    assert not isinstance(answer, ComplaintflowError), f"stuck: {call.__name__} does not go on: {answer}"


class _Meanwhile:
    """A plugin whose guard refuses nothing: the first time that it is asked, something else happens."""

    name = "meanwhile"
    rule = "meanwhile"
    effects = frozenset(Effect)

    def __init__(self) -> None:
        self.then: Callable[[], None] | None = None

    @hookimpl
    def guards(self) -> list[Guard]:
        """Itself."""
        return [self]

    def check(self, ask: Ask) -> Refusal | None:
        """No, but."""
        then, self.then = self.then, None
        if then is not None:
            then()
        return None


class _Rival:
    """Somebody else who asks at the same time, in a thread of their own."""

    def __init__(self, call: Callable[[], Complaint]) -> None:
        self._thread: Thread | None = None
        self._call = call
        self._answer: Answer | None = None
        self._done = Signal()

    def begins(self) -> None:
        """Ask, and wait a moment for the answer: a store that makes writers wait gives it later."""
        self._thread = Thread(target=self._runs, daemon=True)
        self._thread.start()
        self._done.wait(PATIENCE)

    def answer(self) -> Answer | None:
        """What the rival was answered, if it ever began."""
        if self._thread is not None:
            self._thread.join()
        return self._answer

    def _runs(self) -> None:
        self._answer = _answer(self._call)
        self._done.set()
