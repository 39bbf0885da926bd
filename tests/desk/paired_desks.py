"""Two desks side by side, one in memory and one on a SQLite file: the same is asked of both, and all is checked.

After each step: the same answer from both; nothing changed by what was not accepted; histories that only grow,
replay to their snapshots and keep the promises (see `oracle`); and `steps` told the truth beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import msgspec

from complaintflow import Actor, Complaint, Desk, NotPossible, Refused, Step, commands as c
from complaintflow.channels import Channels
from complaintflow.commands._context import Ask
from complaintflow.desk import builtin
from complaintflow.desk.delivery import Delivery
from complaintflow.errors import ComplaintflowError
from complaintflow.lifecycle.rows import SYSTEM_ONLY
from complaintflow.lifecycle.table import TABLE
from complaintflow.plugins import Host, Outcome, Store, Stored
from complaintflow.record.complaint import Event
from complaintflow.record.history import head_of
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FlakyChannel, FrozenClock, Mood, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.desk.oracle import audit
from tests.desk.reached import ObservedLifecycle, Reached

__all__ = ["ACTORS", "CHANNELS", "MACHINE", "PairedDesks", "Script"]

ACTORS = (s.LI, s.WANG, s.LEAD, s.MANAGER, s.ENGINEER, s.CUSTOMER, s.STRANGER, s.SYSTEM)
"""Everybody: two agents, a lead, a manager, an engineer, the customer, another one, the system."""

MACHINE = Actor.machine("bot", {"manager"})
"""A machine to which the house gives every role that it has: what is refused to it no role gives."""

CHANNELS = ("app", "email", "phone")
STAFF_CHANNELS = ("team", "stakeholders")

Weather = tuple[Mood, Outcome]
"""What the channels do with messages, and what they say of those that they take."""

DELIVERED: Weather = Mood.WORKS, Outcome(ReceiptStatus.DELIVERED)
ACCEPTED: Weather = Mood.WORKS, Outcome(ReceiptStatus.ACCEPTED)
NOT_YET_KNOWN: Weather = Mood.WORKS, Outcome(ReceiptStatus.ACCEPTED, final=False)
GIVEN_UP: Weather = Mood.GIVES_UP, DELIVERED[1]
FAILED: Weather = Mood.FAILS, DELIVERED[1]
BROKEN: Weather = Mood.BREAKS, DELIVERED[1]


@attrs.frozen
class Shot:
    """All that a store holds: the head, the outbox, every complaint with its last link."""

    head: str
    waiting: int
    stored: Mapping[str, Stored]


@attrs.define
class Side:
    """One of the two desks."""

    store: Store
    desk: Desk
    channel: FlakyChannel
    shot: Shot
    histories: dict[str, tuple[Event, ...]] = attrs.field(factory=dict[str, tuple[Event, ...]])

    @classmethod
    def on(cls, store: Store, lifecycle: ObservedLifecycle, clock: FrozenClock) -> Side:
        channel, numbers = FlakyChannel(RecordingChannel()), count(1)
        host = Host([builtin, Channels(dict.fromkeys(CHANNELS, channel), dict.fromkeys(STAFF_CHANNELS, channel))])
        desk = Desk(store, lifecycle, host, clock, new_id=lambda at: f"C-{at:%y%m%d}-{next(numbers)}")
        return cls(store, desk, channel, take_shot(store))

    @property
    def taken(self) -> list[str]:
        """The keys of what the channels took for good, each as often as it was taken."""
        return [message.key for mood, message in self.channel.past if mood is Mood.WORKS]


def take_shot(store: Store) -> Shot:
    """What the store holds now."""
    with store.reading() as session:
        stored = {id: one for id in session.ids() if (one := session.load(id))}
        return Shot(str(head_of(session.links())), session.waiting(), stored)


Answer = Complaint | ComplaintflowError
Script = tuple[tuple[c.Command, Actor], ...]


def answer(ask: Callable[[], Complaint]) -> Answer:
    """What a desk says, be it an error."""
    try:
        return ask()
    except ComplaintflowError as error:
        return error


def comparable(one: Answer) -> Any:
    """What must be the same on both sides: the complaint whole, or the error's kind, fields and sentence."""
    return one if isinstance(one, Complaint) else (type(one), vars(one), str(one))


@attrs.define
class PairedDesks:
    """The two desks, their common clock, and what was reached."""

    reached: Reached
    clock: FrozenClock
    sides: tuple[Side, Side]
    keys: set[str] = attrs.field(factory=set[str])
    known_steps: dict[int, tuple[object, tuple[Step, ...]]] = attrs.field(
        factory=dict[int, tuple[object, tuple[Step, ...]]]
    )

    @classmethod
    def at(cls, file: Path, lifecycle: ObservedLifecycle) -> PairedDesks:
        clock = FrozenClock()
        stores = (MemoryStore(), SqliteStore(file, synchronous="OFF"))
        memory, sqlite = (Side.on(store, lifecycle, clock) for store in stores)
        return cls(lifecycle.reached, clock, (memory, sqlite))

    def close(self) -> None:
        for side in self.sides:
            side.desk.close()

    @property
    def now(self) -> datetime:
        return self.clock.now

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self.sides[0].shot.stored)

    def get(self, id: str) -> Complaint:
        return self.sides[0].shot.stored[id].complaint

    # ── what is asked of both

    def receive(self, command: c.Receive, by: Actor = s.SYSTEM, key: str | None = None) -> Answer:
        """A complaint comes in at both desks."""
        return self._asked(lambda desk: desk.receive(command, by=by, key=key))

    def do(self, id: str, *commands: c.Command, by: Actor, key: str | None = None, expect: int | None = None) -> Answer:
        """Both are asked. Of one command without conditions, `steps` must have said beforehand what it may get."""
        alone = len(commands) == 1 and expect is None
        kind = type(commands[0]).__name__
        status = statuses(self._steps(0, id, by))[kind] if alone else None
        self.keys |= {key} if key else set()
        found = self._asked(lambda desk: desk.do(id, *commands, by=by, key=key, expect=expect))
        if status is not None:
            what = f"{commands[0]} by {by.id} for {self.get(id)}: {found}"
            theirs = not by.is_system and is_for_the_system(kind, self.get(id).state)
            assert_steps_told_the_truth(status, found, what, theirs)
        return found

    def follow(self, id: str, script: Script) -> None:
        """Both do all that a script says, which nobody refuses; what is checked is checked once, at its end."""
        for command, actor in script:
            found = self._answer(lambda desk, command=command, by=actor: desk.do(id, command, by=by))  # type: ignore[misc]
            assert isinstance(found, Complaint), str(found)
        self._look()

    def repeat(self, id: str, command: c.Command, by: Actor, key: str) -> Answer:
        """Both are asked once more with a key that they know; the rules are not asked again."""
        return self._asked(lambda desk: desk.do(id, command, by=by, key=key))

    def steps(self, id: str, by: Actor) -> dict[str, str]:
        """What every command would get, the same on both sides."""
        mine, theirs = self._steps(0, id, by), self._steps(1, id, by)
        assert mine == theirs, "the desks call different steps open"
        return statuses(mine)

    def _steps(self, side: int, id: str, by: Actor) -> tuple[Step, ...]:
        """What one side answers; asked once as long as nothing changes, since this is what takes the time."""
        question = (side, id, by.id, self.now, self.sides[side].shot.head)
        if self.known_steps.get(side, (None, ()))[0] != question:
            self.known_steps[side] = (question, self.sides[side].desk.steps(id, by=by))
            self.reached.asked.clear()
        return self.known_steps[side][1]

    def samples(self, id: str, kind: type[c.Command], by: Actor) -> list[c.Command]:
        """The command's own examples, at hand of what the desk has of the same customer."""
        complaint = self.get(id)
        related = tuple(
            other
            for other in map(self.get, self.ids)
            if other.id != id and other.facts.customer == complaint.facts.customer
        )
        policy = self.sides[0].desk.policy
        return list(kind.samples(Ask(id, complaint.facts, c.Command(), by, self.now, policy, related)))

    def deliver(self, weather: Weather = DELIVERED) -> Delivery:
        """Both send what waits in the outbox; no message is taken for good twice."""
        for side in self.sides:
            side.channel.then, side.channel.inner.outcome = weather
        mine, theirs = (side.desk.deliver() for side in self.sides)
        assert sorted_words(mine.outcomes) == sorted_words(theirs.outcomes), "the desks delivered different messages"
        assert sorted_words(mine.failures) == sorted_words(theirs.failures)
        assert mine.waiting == theirs.waiting, "the outboxes differ"
        self._look()
        for side in self.sides:
            assert len(side.taken) == len(set(side.taken)), f"taken twice: {side.taken}"
        return mine

    def _asked(self, ask: Callable[[Desk], Complaint]) -> Answer:
        found = self._answer(ask)
        self._look(changed=isinstance(found, Complaint))
        if isinstance(found, Complaint):
            assert found.version <= self.get(found.id).version
        return found

    def _answer(self, ask: Callable[[Desk], Complaint]) -> Answer:
        """The same from both."""
        self.reached.asked.clear()
        mine, theirs = (answer(lambda side=side: ask(side.desk)) for side in self.sides)  # type: ignore[misc]
        assert comparable(mine) == comparable(theirs), f"in memory: {mine}\non SQLite: {theirs}"
        self.reached.answered(mine.refusals if isinstance(mine, Refused) else (), isinstance(mine, Complaint))
        return mine

    # ── what is checked

    def _look(self, changed: bool = True) -> None:
        before = self.sides[0].shot.stored
        for side in self.sides:
            self._look_at(side, changed)
        mine, theirs = (side.shot for side in self.sides)
        assert mine.waiting == theirs.waiting, "the outboxes differ"
        same = [(id, one.complaint, one.received_at) for id, one in mine.stored.items()]
        assert same == [(id, one.complaint, one.received_at) for id, one in theirs.stored.items()]
        assert self.sides[0].histories == self.sides[1].histories, "the histories differ"
        for id in self._touched(before):
            self._judge(id, before.get(id))

    def _look_at(self, side: Side, changed: bool) -> None:
        shot = take_shot(side.store)
        if not changed:
            assert shot == side.shot, "what was not accepted changed something"
            return
        for id, one in shot.stored.items():
            if one != side.shot.stored.get(id):
                self._check(side, one)
                was = side.histories.get(id, ())
                now = _as_said(side.desk.history(id), was)
                assert now[: len(was)] == was, "the history was rewritten"
                assert len(now) == one.complaint.version
                side.histories[id] = now
        side.shot = shot

    def _check(self, side: Side, stored: Stored) -> None:
        """fsck finds nothing wrong; it is asked at each fourth version, since it makes everything anew."""
        if stored.complaint.version % 4 == 0:
            integrity = side.desk.check_integrity(stored.complaint.id)
            assert integrity.sound, [str(breach) for breach in integrity.breaches]

    def _touched(self, before: Mapping[str, Stored]) -> Iterator[str]:
        return (id for id, one in self.sides[0].shot.stored.items() if one != before.get(id))

    def _judge(self, id: str, before: Stored | None) -> None:
        history = self.sides[0].histories[id]
        state, version = (before.complaint.state, before.complaint.version) if before else ("new", 0)
        kinds = {event.kind for event in history[version:]}
        assert state != "archived" or kinds <= {"PlaceHold", "LiftHold", "Erase", "Survey"}, (
            "an archived record changed"
        )
        audit(history, (*ACTORS, MACHINE))
        self.reached.happened(state, history[version:])
        for event in history[version:]:
            self._assert_on_both_sides(id, event)

    def _assert_on_both_sides(self, id: str, event: Event) -> None:
        """R35: a merge and its undoing are on both records."""
        if event.kind == "Merge":
            target = self.sides[0].histories[event.data["into"]]
            assert any(
                other.kind == "Absorb" and other.data["source"] == id for other in target if other.at == event.at
            )
        if event.kind == "Unmerge":
            holders = [other for other in self.ids if id in self.get(other).facts.absorbed]
            assert all(self.get(other).state == "archived" for other in holders), f"{holders} still hold {id}"


def _as_said(now: Sequence[Event], was: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the words that they had before an erasure."""
    old = {event.seq: event.encoded for event in was}
    blank = (event.encoded == b"{}" for event in now)
    pairs = zip(now, blank, strict=True)
    return tuple(msgspec.structs.replace(one, encoded=old.get(one.seq, b"{}")) if gone else one for one, gone in pairs)


def statuses(steps: Iterable[Step]) -> dict[str, str]:
    """The status of each command."""
    return {step.command: step.status for step in steps}


def sorted_words(several: Iterable[object]) -> list[str]:
    """All of them in words, in any order."""
    return sorted(map(str, several))


def assert_steps_told_the_truth(status: str, found: Answer, what: str, for_the_system: bool) -> None:
    """What `steps` called impossible has no move, or none for people; what it called refused does not pass."""
    if isinstance(found, ComplaintflowError) and not isinstance(found, Refused | NotPossible):
        return
    closed = for_the_system and isinstance(found, Refused) and "allowed" in {one.rule for one in found.refusals}
    assert (status == "impossible") == (closed or isinstance(found, NotPossible)), f"steps said {status}; {what}"
    assert status == "open" or not isinstance(found, Complaint), f"steps said {status}; {what}"


def is_for_the_system(kind: str, state: str) -> bool:
    """Whether only the system makes the moves that this command has here: for people there is no such step."""
    rows = [row for row in TABLE if row.kind == kind and state in row.sources]
    return bool(rows) and all(row.who == SYSTEM_ONLY for row in rows)
