"""A desk under test: every answer is compared with the contents of the store, from which nothing may vanish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import TypeVar

from complaintflow.commands import Command, Erase, Receipt, Withdraw
from complaintflow.commands._context import Ask
from complaintflow.desk.desk import Desk
from complaintflow.desk.unit_of_work import CHECK_LEASE
from complaintflow.desk.worker import Ticked
from complaintflow.errors import ComplaintflowError, Refused, StoreError
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Host, Store
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import Sealed
from complaintflow.testing.broken import BrokenStore, Loss
from complaintflow.testing.channels import Mood
from complaintflow.testing.clock import FrozenClock
from complaintflow.testing.machine_promises import (
    CHECKED,
    DONE,
    DURABLE,
    GOES_ON,
    KEY,
    LETTERS,
    LOUD,
    OTHERS,
    UNFOUND,
    WHOLE,
    WORDLESS,
    broken,
)
from complaintflow.testing.message_log import MachineChannel, MessageLog
from complaintflow.testing.paths import Move
from complaintflow.testing.racing import RacingGuard, Rival
from complaintflow.testing.snapshot import Snapshot
from complaintflow.values import Actor
from complaintflow.vocabulary import OPEN

_SOUGHT = 40
"""So many characters of what the customer wrote are looked for."""

Answer = Complaint | ComplaintflowError
Call = Callable[[], Complaint]
_Said = TypeVar("_Said")


class WatchedDesk:
    """A desk with a store that fails on demand, a channel with moods, and a frozen clock.

    Every call through it inspects the store afterwards: `seen` is the last snapshot, and `reached` collects the
    situations of the run. Raises `AssertionError` as soon as a promise is broken.
    """

    def __init__(self, store: Store, lifecycle: Lifecycle, plugins: Sequence[object]) -> None:
        self.clock = FrozenClock()
        self.store = BrokenStore(store)
        self.channel_plugin = MachineChannel()
        self.log = MessageLog()
        self.racing = RacingGuard()
        host = Host([*plugins, self.channel_plugin, self.racing])
        self.log.watch(host)
        numbers = count(1)
        self.desk = Desk(self.store, lifecycle, host, self.clock, new_id=lambda _: f"C-{next(numbers)}")
        self.seen = Snapshot()
        self._delivering = False
        self._free_from = self.clock.now
        """When what a tick held that failed is surely free again."""
        self.kept: dict[str, tuple[Call, Complaint]] = {}
        """The call under each key, with its first answer."""
        self.reached: set[str] = set()

    def complaint(self, id: str) -> Complaint:
        """A complaint as of the last snapshot."""
        return self.seen.stored[id].complaint

    # ── what is possible

    def open_to(self, id: str, by: Actor) -> list[type[Command]]:
        """The commands that `steps` calls open for this actor. Nothing is erased here, where nothing may be lost."""
        steps = self.desk.steps(id, by=by)
        found = [self.desk.lifecycle.commands[step.command] for step in steps if step.status == "open"]
        return [kind for kind in found if kind is not Erase]

    def samples(self, id: str, kind: type[Command], by: Actor) -> list[Command]:
        """The samples of a command for this actor, now."""
        mine = self.complaint(id)
        return list(
            kind.samples(Ask(id, mine.facts, Command(), by, self.clock.now, self.desk.policy, self._related(id)))
        )

    def _related(self, id: str) -> tuple[Complaint, ...]:
        """The other complaints of the same customer."""
        customer = self.complaint(id).facts.customer
        return tuple(
            one.complaint
            for other, one in self.seen.stored.items()
            if other != id and one.complaint.facts.customer == customer
        )

    # ── calls

    def do(self, id: str, by: Actor, *commands: Command) -> Answer:
        """Do these commands and inspect the store."""
        return self.call(lambda: self.desk.do(id, *commands, by=by))

    def call(self, call: Call) -> Answer:
        """Make a call: what it accepts is stored, and what it refuses changes nothing."""
        before, answer = self.seen, call_safely(call)
        self.inspect()
        if isinstance(answer, Complaint):
            self.assert_recorded(answer)
            stored = self.complaint(answer.id)
            assert stored == answer, broken(
                f"lost: {answer.id} was answered at version {answer.version}, not {stored.version}", DURABLE
            )
        else:
            self.seen.assert_same_as(before, f"the answer was {answer}")
        return answer

    def call_with_key(self, key: str, call: Call) -> None:
        """Make a call under a key, and keep its answer."""
        answer = call_safely(call)
        if isinstance(answer, Complaint):
            self.kept[key] = (call, answer)
        self.inspect()

    def repeat_key(self, key: str) -> None:
        """Promise 2: the same key gives the first answer, and nothing happens twice."""
        call, first = self.kept[key]
        before, again = self.seen, call_safely(call)
        assert again == first, broken(f"forgotten: the key {key!r} gave another answer: {again}", KEY)
        self.inspect()
        self.seen.assert_same_as(before, f"the key {key!r} was used before")

    def race(self, call: Call, other: Call) -> None:
        """Promise 3: save another call while one is decided. Each is stored, or its caller gets an error."""
        rival = Rival(lambda: call_safely(other))
        self.racing.race = rival.start
        mine = call_safely(call)
        self.racing.race = None
        theirs = rival.answer()
        self.inspect()
        for answer in (mine, theirs):
            if isinstance(answer, Complaint):
                self.assert_recorded(answer)

    def take(self, id: str, move: Move) -> None:
        """Deliver what waits, then take a move of a path, if a sample of its command leads to the target."""
        self.deliver()
        for sample in self.samples(id, move.kind, move.by):
            decision = self.desk.lifecycle.decide(
                self.complaint(id), sample, by=move.by, at=self.clock.now, related=self._related(id)
            )
            if decision.events and decision.events[-1].state == move.target:
                self.do(id, move.by, sample)
                return

    # ── erasing

    def end_all(self, by: Actor) -> None:
        """The customer takes back what is open."""
        for id in self.seen.stored:
            if self.complaint(id).stage in OPEN:
                for sample in self.samples(id, Withdraw, by):
                    self.do(id, by, sample)

    def erase(self, order: Callable[[], object]) -> object:
        """Promise 5: the words of what is over go, as a whole, and from every search; what is open or held keeps its.

        An error changes nothing, and is the answer.
        """
        before, found = self.seen, {id: self._finds_words_of(id) for id in self.seen.stored}
        answer = call_safely(order)
        self.inspect()
        if isinstance(answer, ComplaintflowError):
            self.seen.assert_same_as(before, f"the answer was {answer}")
            if isinstance(answer, Refused):
                self.reached |= {f"erasing was refused: {one.rule}" for one in answer.refusals}
        for id in self.seen.erased_since(before):
            was = before.stored[id].complaint
            self.reached.add(f"words were erased of a complaint that was {was.state}")
            assert was.stage not in OPEN, broken(f"forgotten: {id} was {was.state}, and its words are gone", OTHERS)
            assert not was.facts.is_held(self.clock.now), broken(f"forgotten: {id} was on hold", OTHERS)
            assert not (found[id] and self._finds_words_of(id, was)), broken(f"kept: {id} is found by words", UNFOUND)
        return answer

    def assert_none_kept_too_long(self) -> None:
        """What the policy keeps no longer has no words left, unless it is refused with what keeps it."""
        left = [one for one in self.desk.retention(by=Actor.system(), dry_run=True) if not one.refusals]
        assert not left, broken(f"kept: {[one.complaint for one in left]} for too long", WORDLESS)

    def _finds_words_of(self, id: str, was: Complaint | None = None) -> bool:
        """Whether a search for what the customer wrote finds it; there may be nothing that a search looks for."""
        text = (was or self.complaint(id)).description[:_SOUGHT].strip()
        return bool(text) and self.desk.count(id=id, text=text) == 1

    # ── time, delivery, and a failing store

    def tick(self) -> None:
        """Let the clocks do what is due. Nothing that was to be checked by now may be left."""
        ticked = _expect_progress(self.desk.tick)
        self.inspect()
        if not ticked.leap and self.clock.now >= self._free_from:
            self._assert_checked(ticked)

    def _assert_checked(self, ticked: Ticked) -> None:
        """The desk says after each check when the next one is: what lies before now was not given to it."""
        failed = {one.complaint for one in ticked.failed}
        left = sorted(
            id for id, when in self.store.checks.items() if when and when <= self.clock.now and id not in failed
        )
        assert not left, broken(f"stuck: the clocks of {', '.join(left)} do not run: nothing of it was due", CHECKED)

    def deliver(self, *moods: Mood) -> None:
        """Deliver messages while the channel has these moods."""
        self._deliver(*moods)
        self.log.settle()
        self.inspect()

    def _deliver(self, *moods: Mood) -> None:
        channel, before, self._delivering = self.channel_plugin.channel, self.seen.stored, True
        channel.feels(*moods)
        sent = len(channel.past)
        try:
            _expect_progress(self.desk.deliver)
        finally:
            self.reached |= {
                f"a channel {mood} for a complaint that was {before[message.complaint].complaint.state}"
                for mood, message in channel.past[sent:]
                if message.complaint in before
            }

    def fail_at(self, point: int, loss: Loss, run: Callable[[], object]) -> bool:
        """Run something with a store that fails at this point; whether it failed."""
        self.store.fail_at(point, loss)
        failed = isinstance(call_safely(run), StoreError)
        self.store.mend()
        self.inspect()
        return failed

    def fail_at_each_point(self, id: str, loss: Loss, run: Callable[[], object]) -> None:
        """Promise 1: at whatever point the store fails, everything is stored or nothing."""
        for point in count(1):
            before = self.seen
            failed = self.fail_at(point, loss, run)
            assert failed or not self.store.broke, broken(
                "lost: the store failed, and the desk said that all is well", LOUD
            )
            if failed:
                self.reached.add(f"the store failed for a complaint that was {before.stored[id].complaint.state}")
            if not failed or self.store.kept:
                break
            self.seen.assert_same_as(before, f"the store failed at point {point}")

    def fail_while_time_passes(self, point: int, loss: Loss, *moods: Mood) -> None:
        """Tick and deliver with a failing store: what was sent but not recorded comes again under its key."""

        def all_that_is_due() -> None:
            _expect_progress(
                lambda: self.desk.tick(batch=1)
            )  # else the clock of the machine says which ones share a turn
            self._deliver(*moods)

        self._free_from = self.clock.now + CHECK_LEASE
        if self.fail_at(point, loss, all_that_is_due):
            self.reached.add("the store failed while time passed")
            self.log.forget()

    # ── checks

    def inspect(self) -> None:
        """Take a snapshot: nothing may be gone, and everything new must be sound."""
        assert not self.log.objections, self.log.objections[0]
        known = {key: id for key in self.kept if (id := self.desk.known(key))}
        now, before = Snapshot.of(self.store.inner, known), self.seen
        now.assert_grew_from(before)
        for id, history in now.histories.items():
            new = history[len(before.histories.get(id, ())) :]
            if not self._delivering:
                self._hear(id, new)
            if new:
                integrity = self.desk.check_integrity(id)
                assert integrity.sound, broken(f"half done: {[str(breach) for breach in integrity.breaches]}", WHOLE)
            self.reached |= {f"a complaint was {one.event.state}" for one in new}
            self.reached |= {f"somebody did {one.event.kind}" for one in new}
        self.seen, self._delivering = now, False
        self._forget_keys(now.erased_since(before), before.keys)

    def _forget_keys(self, erased: Sequence[str], stood_for: Mapping[str, str]) -> None:
        """A key goes with the words of its complaint: asked again, it is something new."""
        for key, (_, first) in [*self.kept.items()]:
            if first.id in erased or stood_for.get(key) in erased:
                del self.kept[key]

    def _hear(self, id: str, new: Iterable[Sealed]) -> None:
        """The receipts among what is new are not the desk's own: it records its own when it delivers."""
        for one in new:
            if one.event.is_a(Receipt):
                self.log.hear(id, one.event.data)

    def assert_recorded(self, answer: Complaint) -> None:
        """The events of an answer are in the history."""
        there = self.desk.get(answer.id).body[: answer.version]
        assert tuple(there) == tuple(answer.body), broken(
            f"lost or overwritten: what {answer.id} was answered with is not there", DURABLE
        )

    def assert_all_sent(self) -> None:
        """Promise 1: every message was taken by a channel, or waits, or is a dead letter; none was sent twice."""
        histories = {id: tuple(one.event for one in history) for id, history in self.seen.histories.items()}
        lost = self.log.find_lost(histories, self.seen.visible)
        assert not lost, broken(f"lost: {lost} were said, and neither taken by a channel nor seen to wait", LETTERS)
        keys = [message.key for message in self.channel_plugin.channel.inner.sent]
        assert len(keys) == len(set(keys)), broken(f"sent twice: {keys}", DONE)


def call_safely(call: Callable[[], _Said]) -> _Said | ComplaintflowError:
    """The answer of a desk, or the error that it raises."""
    try:
        return call()
    except ComplaintflowError as error:
        return error


def _expect_progress(call: Callable[[], _Said]) -> _Said:
    """Ticks and deliveries stop only for a failing store."""
    answer = call_safely(call)
    if isinstance(answer, StoreError):
        raise answer
    assert not isinstance(answer, ComplaintflowError), broken(
        f"stuck: {call.__name__} does not go on: {answer}", GOES_ON
    )
    return answer
