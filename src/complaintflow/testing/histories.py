"""Legal histories to any state: found once through `Lifecycle.decide`, then told each time in another way.

A search over the commands' own samples finds the shortest way to a state that it can. A strategy follows the way, with
what the customer said, detours, actors and times that differ, and keeps only what the rules accept.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from heapq import heappop, heappush
from itertools import count
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow.asking import Ask, Decision
from complaintflow.commands import Command, Receipt, Receive
from complaintflow.complaint import Complaint
from complaintflow.errors import Refusal
from complaintflow.events import Event
from complaintflow.lifecycle import Lifecycle
from complaintflow.testing.clock import MONDAY
from complaintflow.testing.strategies import commands, words
from complaintflow.values import Actor, Customer
from complaintflow.vocabulary import Effect, State

__all__ = [
    "CAST",
    "asks",
    "complaints",
    "complaints_in",
    "decisions",
    "events",
    "histories_in",
    "questions",
    "standard",
]

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
"""Who acts in the histories: two agents, a lead, a manager, an engineer, the customer, the system."""

_MOST = 500
"""How many points the search for a way looks at before it gives up."""

_DAY = timedelta(days=1)


_FIRST = Receive("app", Customer(OWNER.id), "我付了两次款, I paid twice")


@attrs.frozen
class Walk:
    """A legal history as far as it goes: the complaint, its events, the time, another complaint beside it."""

    lifecycle: Lifecycle
    complaint: Complaint
    mate: Complaint
    at: datetime = MONDAY
    events: tuple[Event, ...] = ()

    @classmethod
    def begun(cls, lifecycle: Lifecycle) -> Walk:
        """Before anything was received; beside it stands another complaint of the same customer."""
        mate = Complaint.blank("C-2")
        events = lifecycle.decide(mate, _FIRST, by=OWNER, at=MONDAY - _DAY).events
        return cls(lifecycle, Complaint.blank(ID), lifecycle.evolve(mate, events))

    @classmethod
    def received(cls, lifecycle: Lifecycle) -> Walk:
        """Just received. Raises `LookupError` under a lifecycle that refuses a plain complaint."""
        begun = cls.begun(lifecycle)
        after = begun.after(_FIRST, OWNER)
        if after is None:
            raise LookupError(f"{_FIRST} does not pass: {begun.decided(_FIRST, OWNER)}")
        return after

    @property
    def state(self) -> str:
        """Where the complaint stands."""
        return str(self.complaint.state)

    def ask(self, by: Actor, command: Command | None = None) -> Ask:
        """The question of this actor, at this point."""
        facts, policy = self.complaint.facts, self.lifecycle.policy
        return Ask(ID, facts, command or Command(), by, self.at, policy, (self.mate,))

    def decided(self, command: Command, by: Actor) -> Decision:
        """What the rules say."""
        return self.lifecycle.decide(self.complaint, command, by=by, at=self.at, related=(self.mate,))

    def after(self, command: Command, by: Actor) -> Walk | None:
        """The walk after this command and the receipts of what it sent; None when the rules refuse it."""
        events = self.decided(command, by).events
        if not events:
            return None
        walk = self._with(events)
        for message in sorted(walk.complaint.facts.open_messages - self.complaint.facts.open_messages):
            walk = walk._with(walk.decided(Receipt(message, "delivered"), Actor.system()).events)
        return walk

    def _with(self, events: tuple[Event, ...]) -> Walk:
        complaint = self.lifecycle.evolve(self.complaint, events)
        return attrs.evolve(self, complaint=complaint, events=(*self.events, *events))

    def tried(self, kind: type[Command], by: Actor) -> Iterator[Walk]:
        """The walk after each of the command's own samples that passes."""
        for sample in kind.samples(self.ask(by)):
            after = self.after(sample, by)
            if after is not None:
                yield after


@attrs.frozen
class Move:
    """One move of a way: which command, by whom, and where it leads."""

    kind: type[Command]
    by: Actor
    target: str

    def taken(self, walk: Walk) -> Walk | None:
        """The walk after it, or None when it is not to be had from here."""
        return next((after for after in walk.tried(self.kind, self.by) if after.state == self.target), None)


Way = tuple[Move, ...]
_WAYS: dict[tuple[str, ...], Way | None] = {}


def way_to(state: str, lifecycle: Lifecycle, via: tuple[str, ...] = ()) -> Way | None:
    """How a received complaint gets there, perhaps by way of other states; None when the search finds no way."""
    key = (lifecycle.digest, lifecycle.policy.digest, *via, state)
    if key not in _WAYS:
        first = way_to(via[-1], lifecycle, via[:-1]) if via else ()
        start = None if first is None else _followed(Walk.received(lifecycle), first)
        then = _search(state, start) if start else None
        _WAYS[key] = None if first is None or then is None else (*first, *then)
    return _WAYS[key]


def _search(goal: str, start: Walk) -> Way | None:
    """Best first: the nearer to the goal by the table the better, then the shorter."""
    far, order = _distances(goal, start.lifecycle), count()
    if start.state not in far:
        return None
    queue: list[tuple[int, int, int, Walk, Way]] = [(0, 0, next(order), start, ())]
    known: set[tuple[str, tuple[str, ...]]] = set()
    while queue and next(order) < _MOST:
        _, length, _, walk, way = heappop(queue)
        if walk.state == goal:
            return way
        for move, after in _moves(walk, far):
            essence = (after.state, tuple(sorted(one.kind.__name__ for one in (*way, move))))
            if essence not in known:
                known.add(essence)
                heappush(queue, (far[after.state], length + 1, next(order), after, (*way, move)))
    return None


def _moves(walk: Walk, far: dict[str, int]) -> Iterator[tuple[Move, Walk]]:
    """What leads nearer to the goal; where that is refused, what the refusals name as remedies, and so on."""
    here = far.get(walk.state, _MOST)
    kinds = [kind for kind in kinds_from(walk) if _leads_on(walk, kind, far)]
    for kind in kinds:  # grows meanwhile
        for by in CAST:
            after = next((one for one in walk.tried(kind, by) if far.get(one.state, _MOST) <= here), None)
            if after is not None:
                yield Move(kind, by, after.state), after
                break
        else:
            kinds += [other for other in _remedies(walk, kind) if other not in kinds]


def _leads_on(walk: Walk, kind: type[Command], far: dict[str, int]) -> bool:
    """Whether this command may lead to another state from here, and not away from the goal."""
    rows = (row for row in walk.lifecycle.table if row.command is kind and walk.state in row.sources)
    targets = {str(row.leads(walk.state)) for row in rows} - {walk.state}
    return any(far.get(target, _MOST) <= far.get(walk.state, _MOST) for target in targets)


def _remedies(walk: Walk, kind: type[Command]) -> Iterator[type[Command]]:
    """The commands that the refusals of this one name: a refusal says its remedy as a command."""
    said = " ".join(
        f"{refusal.why} {refusal.remedy}"
        for by in CAST
        for sample in kind.samples(walk.ask(by))
        for refusal in walk.decided(sample, by).refusals
    )
    return (known for name, known in walk.lifecycle.commands.items() if re.search(rf"\b{name}\b", said))


def kinds_from(walk: Walk) -> list[type[Command]]:
    """The commands that leave this state, in the order of the table."""
    return list(dict.fromkeys(row.command for row in walk.lifecycle.table if walk.state in row.sources))


def _distances(goal: str, lifecycle: Lifecycle) -> dict[str, int]:
    """From each state the number of moves to the goal."""
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


# ── strategies


_PAUSES = (timedelta(0), timedelta(minutes=7), timedelta(hours=1))


@st.composite
def _walks(draw: st.DrawFn, state: str, lifecycle: Lifecycle | None) -> Walk:
    lifecycle = lifecycle or standard()
    if state == State.NEW:
        return Walk.begun(lifecycle)
    way = _way(draw, state, lifecycle)
    walk = _received(draw, lifecycle, way)
    for place, move in enumerate(way):
        walk = attrs.evolve(walk, at=walk.at + draw(st.sampled_from(_PAUSES)))
        walk = _detour(draw, walk, way[place:])
        walk = move.taken(walk) or walk
    return walk


def _way(draw: st.DrawFn, state: str, lifecycle: Lifecycle) -> Way:
    """A way by some other states, if there is one, or else the straight way."""
    via = tuple(draw(st.lists(st.sampled_from(lifecycle.states).filter(_is_received), max_size=2)))
    way = way_to(state, lifecycle, via)
    if way is None:
        way = way_to(state, lifecycle)
    if way is None:
        raise LookupError(f"no way to {state!r} was found: do its commands bring samples that pass?")
    return way


def _is_received(state: str) -> bool:
    return state != State.NEW


def _received(draw: st.DrawFn, lifecycle: Lifecycle, way: Way) -> Walk:
    """The first event, with what any customer may say, as long as the way can be gone from there."""
    said: Any = draw(commands(Receive))
    mine = attrs.evolve(said, customer=attrs.evolve(said.customer, id=OWNER.id))
    after = Walk.begun(lifecycle).after(mine, draw(st.sampled_from([OWNER, Actor.system()])))
    return after if after and _followed(after, way) else Walk.received(lifecycle)


def _followed(walk: Walk, way: Way) -> Walk | None:
    """The walk at the end of the way, or None when a move of it is not to be had."""
    found: Walk | None = walk
    for move in way:
        found = move.taken(found) if found else None
    return found


def _detour(draw: st.DrawFn, walk: Walk, rest: Way) -> Walk:
    """Something else that anybody may do meanwhile, if the way can still be gone afterwards."""
    if not draw(st.booleans()):
        return walk
    kind, by = draw(st.sampled_from(kinds_from(walk))), draw(st.sampled_from(CAST))
    samples = list(kind.samples(walk.ask(by)))
    command = _reworded(draw, draw(st.sampled_from(samples))) if samples else None
    after = walk.after(command, by) if command else None
    return after if after and after.state == walk.state and _followed(after, rest) else walk


def _reworded(draw: st.DrawFn, sample: Command) -> Command:
    """The same command with other words where it says a sentence."""
    said = {name: draw(words()) for name, value in sample.given().items() if isinstance(value, str) and " " in value}
    changed: Any = attrs.evolve(sample, **said)  # type: ignore[misc]  # every command is an attrs class
    assert isinstance(changed, Command)
    return changed


@cache
def standard() -> Lifecycle:
    """The library's own lifecycle."""
    return Lifecycle.default()


def histories_in(state: str, lifecycle: Lifecycle | None = None) -> st.SearchStrategy[tuple[Event, ...]]:
    """The events of a complaint that stands in this state, each accepted by the lifecycle (ours, unless another is
    given). Raises `LookupError` when there is no way to that state."""
    return _walks(state, lifecycle).map(lambda walk: walk.events)


def complaints_in(state: str, lifecycle: Lifecycle | None = None) -> st.SearchStrategy[Complaint]:
    """A complaint that stands in this state by a legal history; `new` is one that nobody received yet."""
    return _walks(state, lifecycle).map(lambda walk: walk.complaint)


def complaints(lifecycle: Lifecycle | None = None) -> st.SearchStrategy[Complaint]:
    """A complaint anywhere on its way, after it was received."""
    return _anywhere(lifecycle).map(lambda walk: walk.complaint)


def events(lifecycle: Lifecycle | None = None) -> st.SearchStrategy[Event]:
    """An event of a legal history."""
    return _anywhere(lifecycle).flatmap(lambda walk: st.sampled_from(walk.events))


def asks(lifecycle: Lifecycle | None = None) -> st.SearchStrategy[Ask]:
    """A question to the rules: somebody asks for something, of a complaint anywhere on its way."""
    return _asked(lifecycle, lambda walk, command, by: walk.ask(by, command))


def decisions(lifecycle: Lifecycle | None = None) -> st.SearchStrategy[Decision]:
    """What the rules answer to such a question."""
    return _asked(lifecycle, lambda walk, command, by: walk.decided(command, by))


def _anywhere(lifecycle: Lifecycle | None) -> st.SearchStrategy[Walk]:
    states = (lifecycle or standard()).states
    return st.sampled_from(states).filter(_is_received).flatmap(lambda state: _walks(state, lifecycle))


@st.composite
def _asked(draw: st.DrawFn, lifecycle: Lifecycle | None, answer: Callable[[Walk, Command, Actor], Any]) -> Any:
    walk, by = draw(_anywhere(lifecycle)), draw(st.sampled_from(CAST))
    kind = draw(st.sampled_from([row.command for row in walk.lifecycle.table]))
    samples = st.sampled_from(list(kind.samples(walk.ask(by))))
    return answer(walk, draw(samples | commands(kind)), by)


@cache
def questions(lifecycle: Lifecycle) -> tuple[tuple[Effect, Ask], ...]:
    """What the lifecycle asks its guards, by effect: everybody tries every sample at every state, and anything
    besides."""
    asked: list[tuple[Effect, Ask]] = []
    watched = lifecycle.with_guards({effect: [_Listening(effect, asked)] for effect in Effect})
    for walk in _everywhere(lifecycle):
        for kind in kinds_from(walk):
            for by in CAST:
                for sample in kind.samples(walk.ask(by)):
                    attrs.evolve(walk, lifecycle=watched).decided(sample, by)

    @settings(
        max_examples=200,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
        database=None,
    )
    @given(_asked(lifecycle, lambda walk, command, by: attrs.evolve(walk, lifecycle=watched).decided(command, by)))
    def anything_besides(_: Decision) -> None: ...

    anything_besides()
    return tuple(asked)


def _everywhere(lifecycle: Lifecycle) -> Iterator[Walk]:
    """One complaint in each state to which a way is found."""
    yield Walk.begun(lifecycle)
    for state in filter(_is_received, lifecycle.states):
        way = way_to(state, lifecycle)
        walk = None if way is None else _followed(Walk.received(lifecycle), way)
        if walk:
            yield walk


@attrs.frozen(eq=False)
class _Listening:
    """Stands among the guards of an effect and notes what they are asked."""

    effect: Effect
    asked: list[tuple[Effect, Ask]]
    rule: str = "listening"

    def __call__(self, ask: Ask) -> Refusal | None:
        self.asked.append((self.effect, ask))
        return None
