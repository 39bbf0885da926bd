"""A state machine that makes random calls to a desk and checks the promises after every step.

Nothing is lost, done twice, overwritten, half done or rewritten, whoever calls and whatever for, while the store fails
at any point and the channels fail, hang and lie; and what is erased is gone. A run begins with complaints in any state.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache, partial
from typing import Any, ClassVar

import attrs
from hypothesis import event, note, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from complaintflow.commands import Acknowledge, Command, Erase, LiftHold, Note, PlaceHold, Receive
from complaintflow.desk.desk import Desk
from complaintflow.errors import Conflict, StoreError
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Store
from complaintflow.policy import Policy
from complaintflow.policy.retention import Retention
from complaintflow.record.complaint import Complaint
from complaintflow.stores import MemoryStore
from complaintflow.testing.broken import Loss
from complaintflow.testing.channels import Mood
from complaintflow.testing.machine_promises import LETTERS, VERSIONS, broken
from complaintflow.testing.message_log import INTERNAL
from complaintflow.testing.paths import CAST, OWNER, find_moves, firsts, states_by_distance
from complaintflow.testing.strategies import commands, values
from complaintflow.testing.watched_desk import WatchedDesk
from complaintflow.values import Actor

MOST = 3
"""The number of complaints in a run: few, so that it goes deep."""

ROUNDS = 12
"""The number of deliveries, a day apart, until nothing waits."""

BY = st.sampled_from(CAST)
SPANS = st.sampled_from([timedelta(minutes=2), timedelta(hours=1), timedelta(hours=25), timedelta(days=4)])
MOODS = st.lists(st.sampled_from(Mood), min_size=1, max_size=4)
POINTS = st.integers(1, 40)
"""The points at which the store fails in a tick and a delivery."""

KEEPER = CAST[3]
"""The manager, who places holds and erases."""
KEPT_DAYS = 3
"""So many days after its end a complaint is kept."""

LOSSES: st.SearchStrategy[Loss] = st.sampled_from(["nothing kept", "all kept"])


@cache
def _forgetful_lifecycle() -> Lifecycle:
    """The library's own lifecycle, in a house that erases what has been over for some days."""
    return Lifecycle.default(Policy(retention=Retention(KEPT_DAYS, KEPT_DAYS, KEPT_DAYS, KEPT_DAYS)))


class DeskMachine(RuleBasedStateMachine):
    """Override `open_store` to return a fresh, empty store, and give pytest the `TestCase` of the class.

    ::

        class OurMachine(DeskMachine):
            def open_store(self) -> Store:
                return OurStore()

        TestOurStore = OurMachine.TestCase

    Set `plugins` to test them too, and `lifecycle` to use another one. `reached` collects the situations of a run;
    `pytest --hypothesis-show-statistics` shows them. The first word of a failure says what it found: lost, rewritten,
    overwritten, forgotten, half done, stuck, sent twice, leaked, kept.
    """

    plugins: ClassVar[Sequence[object]] = ()
    lifecycle: ClassVar[Lifecycle | None] = None

    def open_store(self) -> Store:
        """A fresh, empty store; override it."""
        return MemoryStore()

    def pass_time(self, span: timedelta) -> None:
        """So much time has passed; override it for a store whose leases end by a clock of its own, to move that on."""

    def __init__(self) -> None:
        super().__init__()
        self.watched = WatchedDesk(self.open_store(), self.lifecycle or _forgetful_lifecycle(), self.plugins)

    def teardown(self) -> None:
        """Tell hypothesis what was reached."""
        for what in sorted(self.reached):
            event(what)
        self.desk.close()

    @property
    def desk(self) -> Desk:
        """The desk. Custom rules call it through `watched`, which checks the promises."""
        return self.watched.desk

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all complaints."""
        return tuple(self.watched.seen.stored)

    @property
    def reached(self) -> set[str]:
        """What this run met: states, commands, failures of the store, moods of the channel."""
        return self.watched.reached

    def _later(self, span: timedelta) -> None:
        self.watched.clock.later(seconds=span.total_seconds())
        self.pass_time(span)

    # ── the beginning

    @initialize(data=st.data(), by=st.sampled_from([OWNER, Actor.system()]), moods=MOODS)
    def two_come_in_and_go_on(self, data: st.DataObject, by: Actor, moods: list[Mood]) -> None:
        """Each moves to any state, perhaps through others, as far as the rules allow. Then messages are delivered."""
        for _ in range(2):
            usual, *others = firsts(self.desk.lifecycle)
            first = data.draw(st.sampled_from([usual, *others]), "what comes in") if others else usual
            self.watched.call(partial(self.desk.receive, first, by=by))
        for id in self.ids:
            self._advance(id, data)
        self.watched.deliver(*moods)

    def _advance(self, id: str, data: st.DataObject) -> None:
        lifecycle, channel = self.desk.lifecycle, self.watched.complaint(id).facts.channel
        first = next(one for one in firsts(lifecycle) if one.channel == channel)
        states = st.sampled_from(states_by_distance(lifecycle, first))
        *via, goal = data.draw(st.lists(states, min_size=1, max_size=2), f"{id} by way of")
        moves = find_moves(goal, lifecycle, tuple(via), first) or find_moves(goal, lifecycle, (), first) or ()
        for move in moves:
            note(f"{move.by.id} does {move.kind.__name__}: {id} is {move.target}")
            self.watched.take(id, move)

    # ── the steps

    @precondition(lambda self: len(self.ids) < MOST)
    @rule(received=commands(Receive), by=BY)
    def another_comes_in(self, received: Any, by: Actor) -> None:
        """A complaint with any words of a customer."""
        names = sorted(self.desk.plugins.channels)
        customer = attrs.evolve(
            received.customer, id=OWNER.id, preferred_channel=names[len(received.description) % len(names)]
        )
        command = attrs.evolve(received, customer=customer)
        self.watched.call(lambda: self.desk.receive(command, by=by))

    @rule(data=st.data(), by=BY)
    def what_is_open(self, data: st.DataObject, by: Actor) -> None:
        """Somebody does a command that `steps` calls open; one of its samples passes."""
        id = self._draw_id(data)
        kinds = self.watched.open_to(id, by)
        if kinds:
            kind = data.draw(st.sampled_from(kinds), "open")
            answers = (self.watched.do(id, by, one) for one in self.watched.samples(id, kind, by))
            passed = any(isinstance(answer, Complaint) for answer in answers)
            assert passed, f"steps calls {kind.__name__} open for {by.id}, and no sample of it passes"

    @rule(data=st.data(), by=BY)
    def anything_at_all(self, data: st.DataObject, by: Actor) -> None:
        """Any well-formed command."""
        id, kinds = self._draw_id(data), [one for one in self.desk.lifecycle.commands.values() if one is not Erase]
        command = data.draw(values(data.draw(st.sampled_from(kinds))), "command")
        self.watched.do(id, by, command)

    @rule(data=st.data(), by=BY)
    def all_or_nothing(self, data: st.DataObject, by: Actor) -> None:
        """Promise 1: several commands at once all happen, or none."""
        id = self._draw_id(data)
        several = self._draw_samples(data, id, by, times=2)
        if several:
            self.watched.do(id, by, *several)

    @rule(data=st.data(), by=BY)
    def the_same_key_again(self, data: st.DataObject, by: Actor) -> None:
        """Promise 2: the same key gives the first answer, and nothing happens twice."""
        watched, id = self.watched, self._draw_id(data)
        sample, new = self._draw_samples(data, id, by), self._new_key()
        if sample:
            watched.call_with_key(new, lambda: self.desk.do(id, *sample, by=by, key=new))
        if watched.kept:
            watched.repeat_key(data.draw(st.sampled_from(sorted(watched.kept)), "key"))

    @rule(data=st.data(), by=BY, off=st.sampled_from([-1, 1]))
    def of_another_version(self, data: st.DataObject, by: Actor, off: int) -> None:
        """Promise 3: a caller who saw another version gets a `Conflict`."""
        id = self._draw_id(data)
        expect = self.watched.complaint(id).version + off
        answer = self.watched.call(lambda: self.desk.do(id, Note(f"{INTERNAL}, late"), by=by, expect=expect))
        assert isinstance(answer, Conflict), broken(
            f"overwritten: version {expect} was expected, and the answer is {answer}", VERSIONS
        )

    @rule(data=st.data())
    def two_at_once(self, data: st.DataObject) -> None:
        """Promise 3: another command is saved while one is decided."""
        id, (li, wang, *_), now = self._draw_id(data), CAST, self.watched.clock.now
        self.watched.race(
            lambda: self.desk.do(id, Acknowledge(f"我们记下了 {now}", now + timedelta(days=1)), by=li),
            lambda: self.desk.do(id, Note(f"{INTERNAL}, meanwhile"), by=wang),
        )

    @rule(span=SPANS, moods=MOODS)
    def time_passes(self, span: timedelta, moods: list[Mood]) -> None:
        """The clocks do what is due, and a moody channel gets the messages."""
        self._later(span)
        self.watched.tick()
        self.watched.deliver(*moods)

    @rule()
    def the_post_is_through(self) -> None:
        """Promise 1: once the channel works, it gets every message, or the message is seen to wait."""
        for _ in range(ROUNDS):
            self._later(timedelta(days=1))
            self.watched.deliver()
            if not self.watched.seen.waiting:
                break
        self.watched.assert_all_sent()

    @precondition(lambda self: self.watched.seen.dead)
    @rule()
    def somebody_looks_at_the_dead_letters(self) -> None:
        """Dead letters are listed and can be retried."""
        dead = self.desk.dead_letters()
        assert tuple(dead) == self.watched.seen.dead, broken("lost: the desk does not show every dead letter", LETTERS)
        for letter in dead:
            self.desk.retry(letter.number)
        self.reached.add("a dead letter was tried again")
        self.watched.deliver()

    @rule(data=st.data(), by=BY, loss=LOSSES)
    def the_store_fails_at_each_point(self, data: st.DataObject, by: Actor, loss: Loss) -> None:
        """Promise 1: at whatever point, everything is stored or nothing. Promise 2: a key makes a retry safe."""
        id, key = self._draw_id(data), self._new_key()
        sample = self._draw_samples(data, id, by)

        def asked() -> Complaint:
            return self.desk.do(id, *sample, by=by, key=key)

        if sample:
            self.watched.fail_at_each_point(id, loss, asked)
            self.watched.call_with_key(key, asked)

    @rule(span=SPANS, moods=MOODS, point=POINTS, loss=LOSSES)
    def the_store_fails_while_time_passes(self, span: timedelta, moods: list[Mood], point: int, loss: Loss) -> None:
        """What was sent but not recorded comes again under its key."""
        self._later(span)
        self.watched.fail_while_time_passes(point, loss, *moods)

    @rule(data=st.data(), first=st.booleans())
    def the_customer_is_erased(self, data: st.DataObject, first: bool) -> None:
        """Promise 5: the words of all complaints go, or of none. Perhaps the customer takes back what is open first."""
        if first:
            self.watched.end_all(OWNER)
        if data.draw(st.booleans(), "the store fails"):
            point, loss = data.draw(POINTS, "point"), data.draw(LOSSES, "loss")
            if self.watched.fail_at(point, loss, self._erase):
                self.reached.add("the store failed while words went")
        self.watched.erase(self._erase)

    @rule(data=st.data(), days=st.sampled_from([0, 3]))
    def somebody_places_or_lifts_a_hold(self, data: st.DataObject, days: int) -> None:
        """What is on legal hold is erased by nobody, until it is lifted or over."""
        id, until = self._draw_id(data), self.watched.clock.now + timedelta(days=days)
        hold = PlaceHold("a lawsuit", until if days else None)
        lifted = self.watched.complaint(id).facts.hold and data.draw(st.booleans(), "lifted")
        self.watched.do(id, KEEPER, LiftHold("it is over") if lifted else hold)

    @rule(days=st.integers(1, KEPT_DAYS + 1))
    def what_was_kept_long_enough_goes(self, days: int) -> None:
        """Promise 5: nothing is kept for longer than the policy says, and nothing goes sooner."""
        self._later(timedelta(days=days))
        answer = self.watched.erase(lambda: self.desk.retention(by=KEEPER))
        if not isinstance(answer, StoreError):  # as where a store only adds to what it keeps
            self.watched.assert_none_kept_too_long()

    def _erase(self) -> object:
        return self.desk.erase(OWNER.id, by=KEEPER, reason="asked for by post")

    # ── draws

    def _draw_id(self, data: st.DataObject) -> str:
        """The id of a complaint."""
        return data.draw(st.sampled_from(self.ids), "complaint")

    def _draw_samples(self, data: st.DataObject, id: str, by: Actor, times: int = 1) -> list[Command]:
        """Samples of open commands of this actor; none when nothing is open."""
        kinds = self.watched.open_to(id, by)
        drawn = [data.draw(st.sampled_from(kinds), "open") for _ in range(times) if kinds]
        several = (self.watched.samples(id, kind, by) for kind in drawn)
        return [data.draw(st.sampled_from(samples), "sample") for samples in several if samples]

    def _new_key(self) -> str:
        """A key that was not used yet."""
        return f"key-{len(self.watched.kept)}-{len(self.watched.seen.links)}"
