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
    def receive(cls, lifecycle: Lifecycle) -> Walk:
        """A received complaint. Raises `LookupError` under a lifecycle that refuses a plain one."""
        return _receive(lifecycle)

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
def _receive(lifecycle: Lifecycle) -> Walk:
    begun = _start(lifecycle)
    after = begun.after(FIRST, OWNER)
    if after is None:
        raise LookupError(f"{FIRST} does not pass: {begun.decide(FIRST, OWNER)}")
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


Path = tuple[Move, ...]
_PATHS: dict[tuple[str, ...], Path | None] = {}


def find_path(state: str, lifecycle: Lifecycle, via: tuple[str, ...] = ()) -> Path | None:
    """A path from a received complaint to a state, perhaps through others; None when the search finds none."""
    key = (lifecycle.digest, lifecycle.policy.digest, *via, state)
    if key not in _PATHS:
        first = find_path(via[-1], lifecycle, via[:-1]) if via else ()
        start = None if first is None else follow(Walk.receive(lifecycle), first)
        then = _search(state, start) if start else None
        _PATHS[key] = None if first is None or then is None else (*first, *then)
    return _PATHS[key]


def follow(walk: Walk, path: Path) -> Walk | None:
    """The walk at the end of the path, or None when one of its moves is not possible."""
    found: Walk | None = walk
    for move in path:
        found = move.take(found) if found else None
    return found


def states_by_distance(lifecycle: Lifecycle) -> list[str]:
    """The states that a path reaches, nearest first."""
    found = {state: find_path(state, lifecycle) for state in lifecycle.states if state != State.NEW}
    lengths = {state: len(path) for state, path in found.items() if path is not None}
    return sorted(lengths, key=lengths.__getitem__)


@attrs.define(order=True)
class _Point:
    """A point of a search: how far the goal is, how long the path was, and when it was found, which breaks ties."""

    distance: int
    length: int
    found: int
    walk: Walk = attrs.field(order=False)
    path: Path = attrs.field(order=False)

    @property
    def essence(self) -> tuple[str, tuple[str, ...]]:
        """The state and the commands that led to it, in any order: points that share it are alike."""
        return self.walk.state, tuple(sorted(move.kind.__name__ for move in self.path))


def _search(goal: str, start: Walk) -> Path | None:
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
            return point.path
        for move, after in _moves(point.walk, far):
            found = _Point(far[after.state], point.length + 1, next(order), after, (*point.path, move))
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
