"""Paths through the lifecycle, found once by a search over the samples of the commands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache, lru_cache
from heapq import heappop, heappush
from itertools import count
from math import inf

import attrs

from complaintflow.commands import Command, Receipt, Receive
from complaintflow.commands._context import Ask, Decision
from complaintflow.lifecycle.checking.ways import beginnings
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Complaint, Event
from complaintflow.testing.clock import MONDAY
from complaintflow.values import Actor, Customer
from complaintflow.vocabulary import State

ID = "C-1"
OWNER = Actor.customer("u-17")
CAST = (
    Actor("li", frozenset({"agent"}), "payments"),
    Actor("wang", frozenset({"agent"}), "payments"),
    Actor("wu", frozenset({"lead"}), "payments"),
    Actor("zhao", frozenset({"manager"})),
    Actor("qian", frozenset({"engineer"}), "engineering"),
    OWNER,
    Actor.system(),
)
"""The actors of the histories: two agents, a lead, a manager, an engineer, the customer, the system."""

_MOST = 500
"""How many points a search finds and looks at, both counted, before it gives up."""

_DAY = timedelta(days=1)

FIRST = Receive("app", Customer(OWNER.id), "我付了两次款, I paid twice")
"""A plain complaint, for when the content does not matter."""


def firsts(lifecycle: Lifecycle) -> tuple[Receive, ...]:
    """The plain complaint, and the same by a channel for each state in which those of some channels begin."""
    return FIRST, *(attrs.evolve(FIRST, channel=channel) for channel in beginnings(lifecycle).values())


@cache
def default_lifecycle() -> Lifecycle:
    """The library's own lifecycle."""
    return Lifecycle.default()


@attrs.frozen
class Walk:
    """A legal history so far: the complaint, its events, the time, and another complaint of the customer."""

    lifecycle: Lifecycle
    complaint: Complaint
    mate: Complaint
    at: datetime = MONDAY
    events: tuple[Event, ...] = ()

    @classmethod
    def start(cls, lifecycle: Lifecycle) -> Walk:
        """A complaint that was not received yet, next to another one of the same customer."""
        return _start(lifecycle)

    @classmethod
    def receive(cls, lifecycle: Lifecycle, first: Receive = FIRST) -> Walk:
        """A received complaint. Raises `LookupError` under a lifecycle that refuses it."""
        return _receive(lifecycle, first)

    @property
    def state(self) -> str:
        """The state of the complaint."""
        return str(self.complaint.state)

    def ask(self, by: Actor, command: Command | None = None) -> Ask:
        """A question of this actor at this point."""
        facts, policy = self.complaint.facts, self.lifecycle.policy
        return Ask(ID, facts, command or Command(), by, self.at, policy, (self.mate,))

    def decide(self, command: Command, by: Actor) -> Decision:
        """The decision of the rules."""
        return self.lifecycle.decide(self.complaint, command, by=by, at=self.at, related=(self.mate,))

    def after(self, command: Command, by: Actor) -> Walk | None:
        """The walk after this command and the receipts of what it sent; None when the rules refuse it."""
        events = self.decide(command, by).events
        if not events:
            return None
        walk = self._with(events)
        for message in sorted(walk.complaint.facts.open_messages - self.complaint.facts.open_messages):
            walk = walk._with(walk.decide(Receipt(message, "delivered"), Actor.system()).events)
        return walk

    def _with(self, events: tuple[Event, ...]) -> Walk:
        complaint = self.lifecycle.evolve(self.complaint, events)
        return attrs.evolve(self, complaint=complaint, events=(*self.events, *events))

    def try_samples(self, kind: type[Command], by: Actor) -> Iterator[Walk]:
        """The walk after each sample of the command that passes."""
        for sample in kind.samples(self.ask(by)):
            after = self.after(sample, by)
            if after is not None:
                yield after


@lru_cache(maxsize=16)
def _start(lifecycle: Lifecycle) -> Walk:
    mate = Complaint.blank("C-2")
    events = lifecycle.decide(mate, FIRST, by=OWNER, at=MONDAY - _DAY).events
    return Walk(lifecycle, Complaint.blank(ID), lifecycle.evolve(mate, events))


@lru_cache(maxsize=16)
def _receive(lifecycle: Lifecycle, first: Receive) -> Walk:
    begun = _start(lifecycle)
    after = begun.after(first, OWNER)
    if after is None:
        raise LookupError(f"{first} does not pass: {begun.decide(first, OWNER)}")
    return after


@attrs.frozen
class Move:
    """One move of a path: which command, by whom, and where it leads."""

    kind: type[Command]
    by: Actor
    target: str

    def take(self, walk: Walk) -> Walk | None:
        """The walk after this move, or None when it is not possible from here. One that was tried lately is known."""
        key = (id(walk.complaint), walk.lifecycle, walk.at, self)
        known = _TAKEN.get(key)
        if known is None:
            after = (one for one in walk.try_samples(self.kind, self.by) if one.state == self.target)
            known = walk.complaint, next(after, None)
            if len(_TAKEN) >= _MOST_TAKEN:
                _TAKEN.clear()
            _TAKEN[key] = known
        return known[1]


_TAKEN: dict[tuple[int, Lifecycle, datetime, Move], tuple[Complaint, Walk | None]] = {}
"""What a move made of a complaint, which is kept, so that no other gets its `id`.

Strategies follow a path again for each detour, and shrink by small changes.
"""
_MOST_TAKEN = 2_000


Moves = tuple[Move, ...]
_FOUND: dict[tuple[str, ...], Moves | None] = {}


@attrs.frozen
class Path:
    """A way to a state: how the complaint comes in, and the moves from there."""

    first: Receive
    moves: Moves

    def walk(self, lifecycle: Lifecycle) -> Walk | None:
        """The walk at its end, or None when one of its moves is not possible."""
        return follow(Walk.receive(lifecycle, self.first), self.moves)


def find_path(state: str, lifecycle: Lifecycle, via: tuple[str, ...] = ()) -> Path | None:
    """A path to a state, perhaps through others; None when the search finds none.

    It begins with the plain complaint, or else by the channel of another beginning.
    """
    for first in firsts(lifecycle):
        moves = find_moves(state, lifecycle, via, first)
        if moves is not None:
            return Path(first, moves)
    return None


def find_moves(state: str, lifecycle: Lifecycle, via: tuple[str, ...] = (), first: Receive = FIRST) -> Moves | None:
    """The moves from a complaint that came in so to a state; None when the search finds none."""
    key = (lifecycle.digest, lifecycle.policy.digest, first.channel, *via, state)
    if key not in _FOUND:
        before = find_moves(via[-1], lifecycle, via[:-1], first) if via else ()
        start = None if before is None else follow(Walk.receive(lifecycle, first), before)
        then = _search(state, start) if start else None
        _FOUND[key] = None if before is None or then is None else (*before, *then)
    return _FOUND[key]


def follow(walk: Walk, moves: Moves) -> Walk | None:
    """The walk after these moves, or None when one of them is not possible."""
    found: Walk | None = walk
    for move in moves:
        found = move.take(found) if found else None
    return found


def states_by_distance(lifecycle: Lifecycle, first: Receive = FIRST) -> list[str]:
    """The states that moves reach from a complaint that came in so, nearest first."""
    found = {state: find_moves(state, lifecycle, (), first) for state in lifecycle.states if state != State.NEW}
    lengths = {state: len(moves) for state, moves in found.items() if moves is not None}
    return sorted(lengths, key=lengths.__getitem__)


@attrs.define(order=True)
class _Point:
    """A point of a search: how far the goal is, how long the path was, and when it was found, which breaks ties."""

    distance: int
    length: int
    found: int
    walk: Walk = attrs.field(order=False)
    moves: Moves = attrs.field(order=False)

    @property
    def essence(self) -> tuple[str, tuple[str, ...]]:
        """The state and the commands that led to it, in any order: points that share it are alike."""
        return self.walk.state, tuple(sorted(move.kind.__name__ for move in self.moves))


def _search(goal: str, start: Walk) -> Moves | None:
    """Best-first search: states nearer to the goal first, then shorter paths."""
    far, order = _distances(goal, start.lifecycle), count()
    if start.state not in far:
        return None
    first = _Point(0, 0, next(order), start, ())
    queue, known, looked_at = [first], {first.essence}, 0
    while queue and len(known) + looked_at < _MOST:
        looked_at += 1
        point = heappop(queue)
        if point.walk.state == goal:
            return point.moves
        for move, after in _moves(point.walk, far):
            found = _Point(far[after.state], point.length + 1, next(order), after, (*point.moves, move))
            if found.essence not in known:
                known.add(found.essence)
                heappush(queue, found)
    return None


def _moves(walk: Walk, far: dict[str, int]) -> Iterator[tuple[Move, Walk]]:
    """Moves towards the goal; where one is refused, also the commands that its refusals name, and so on."""
    waiting = deque(kind for kind in kinds_from(walk) if _approaches(walk, kind, far))
    seen = set(waiting)
    while waiting:
        kind = waiting.popleft()
        found = _move(walk, kind, far)
        if found:
            yield found
            continue
        remedies = [other for other in _remedies(walk, kind) if other not in seen]
        waiting += remedies
        seen.update(remedies)


def _move(walk: Walk, kind: type[Command], far: dict[str, int]) -> tuple[Move, Walk] | None:
    """A move of this kind that does not lead away from the goal, by the first actor who may make it."""
    here = far.get(walk.state, inf)
    for by in CAST:
        for after in walk.try_samples(kind, by):
            if far.get(after.state, inf) <= here:
                return Move(kind, by, after.state), after
    return None


def _approaches(walk: Walk, kind: type[Command], far: dict[str, int]) -> bool:
    """Whether the command can change the state without leading away from the goal."""
    rows = (row for row in walk.lifecycle.table if row.command is kind and walk.state in row.sources)
    targets = {str(row.leads(walk.state)) for row in rows} - {walk.state}
    return any(far.get(target, inf) <= far.get(walk.state, inf) for target in targets)


def _remedies(walk: Walk, kind: type[Command]) -> Iterator[type[Command]]:
    """The commands that the refusals of this one name as remedies, in the order of the table."""
    named = {
        command
        for by in CAST
        for sample in kind.samples(walk.ask(by))
        for refusal in walk.decide(sample, by).refusals
        for command in refusal.commands
    }
    return (known for name, known in walk.lifecycle.commands.items() if name in named)


def kinds_from(walk: Walk) -> list[type[Command]]:
    """The commands that leave this state, in the order of the table."""
    return list(_kinds(walk.lifecycle, walk.state))


@lru_cache(maxsize=256)
def _kinds(lifecycle: Lifecycle, state: str) -> tuple[type[Command], ...]:
    return tuple(dict.fromkeys(row.command for row in lifecycle.table if state in row.sources))


def _distances(goal: str, lifecycle: Lifecycle) -> dict[str, int]:
    """The number of moves from each state to the goal."""
    before: dict[str, set[str]] = {}
    for _, source, target, *_ in lifecycle.moves():
        before.setdefault(target, set()).add(source)
    far, queue = {goal: 0}, deque([goal])
    while queue:
        state = queue.popleft()
        for source in before.get(state, set()) - set(far):
            far[source] = far[state] + 1
            queue.append(source)
    return far
