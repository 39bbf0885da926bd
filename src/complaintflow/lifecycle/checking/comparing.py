"""Walks the situations of two rule books together: who asks for the same at the same time is answered alike, or not.

As long as both answer alike, the complaint is one and the same on both sides, so that a change of a few edges costs
little more than to explore one of them. Where one side refuses, the difference is recorded and the walk ends there.
Where both accept and do something else, it goes on with both.
"""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs
import msgspec

from complaintflow import commands as c
from complaintflow._validation.structure import FrozenMap
from complaintflow.commands._context import Decision
from complaintflow.errors import InvalidInput, NotPossible, Problem
from complaintflow.lifecycle.checking.answers import NAMES_OF_RULES, Other, find_other
from complaintflow.lifecycle.checking.built_in_slices import SLICES
from complaintflow.lifecycle.checking.cast import CLOCKWORK
from complaintflow.lifecycle.checking.differences import Comparison
from complaintflow.lifecycle.checking.examples import Offers
from complaintflow.lifecycle.checking.exploring import Exploration, beginning, is_only_asked, under_way
from complaintflow.lifecycle.checking.findings import Covered
from complaintflow.lifecycle.checking.folding import Told, ages, fold
from complaintflow.lifecycle.checking.gathering import Differences
from complaintflow.lifecycle.checking.observing import Observer
from complaintflow.lifecycle.checking.probing import more_actors, policy_slice, probing
from complaintflow.lifecycle.checking.rounds import round_slices
from complaintflow.lifecycle.checking.rules import Rules, Situation, Step
from complaintflow.lifecycle.checking.slices import Slice, command_slices, crowded, house_slice
from complaintflow.lifecycle.checking.unchanged import Unchanged
from complaintflow.lifecycle.checking.written import Written, changed_commands
from complaintflow.lifecycle.timer_clocks import asked_by_timers, without_timers
from complaintflow.record.facts import Facts
from complaintflow.values import Actor

Observers = tuple[Observer, Observer]
"""Who looks on at the guards of OLD and of NEW."""


def tell_both(observers: Observers) -> Told:
    """What the guards of either house tell apart."""
    old, new = (one.told for one in observers)
    names = {*old.counts, *new.counts}
    counts = {name: max(old.counts.get(name, 0), new.counts.get(name, 0)) for name in names}
    return Told(FrozenMap(counts), old.facts | new.facts, until=max(filter(None, (old.until, new.until)), default=None))


class Pair(msgspec.Struct, frozen=True, eq=False):
    """One story as it stands under both rule books; `later` says that it went another way under NEW already."""

    old: Situation
    new: Situation
    later: bool = False

    @property
    def same(self) -> bool:
        """Whether it is one and the same situation."""
        return self.old is self.new


class Answered(msgspec.Struct, frozen=True, eq=False):
    """One question that the two answer differently."""

    pair: Pair
    old: Step
    new: Step
    other: Other


class _Both(msgspec.Struct, frozen=True, eq=False):
    """Two answers that accept, what the first of them changes, and whether both are alike."""

    old: Step
    new: Step
    change: tuple[str, Mapping[str, Any]]
    alike: bool


class JointWalk:
    """What can happen in a slice under two rule books. `answers` goes through it and tells what they answer otherwise.

    `found` are the pairs in the order of finding; the other counts are those of an `Exploration`. What the guards of
    the houses tell apart is kept: as soon as more is found of that, the walk ends as `outdated`, and one begins anew.
    """

    def __init__(
        self, old: Rules, new: Rules, slice: Slice, unchanged: Unchanged, observers: Observers | None = None
    ) -> None:
        self.slice = slice
        self._observers = observers or (Observer(old), Observer(new))
        watched = [one.rules for one in self._observers]
        self.sides = tuple(Exploration(one.rules, slice, one, beside=(*watched,)) for one in self._observers)
        self._kept = tell_both(self._observers)
        self.found: list[Pair] = []
        self.cut = 0
        self.capped = self.outdated = False
        self._known: set[Hashable] = set()
        self._rules, self._unchanged = (old, new), unchanged
        self._leading = {
            (row.kind, str(source)) for row in old.table for source in row.sources if row.leads(source) != source
        }
        self._more = more_actors(old.policy, new.policy)
        self._same_ages = ages(old.policy) == ages(new.policy)
        for side in self.sides:
            side.tries = [(kind, _joined(actors, self._more), offers) for kind, actors, offers in side.tries]
        tries = [[(kind, actors) for kind, actors, _ in side.tries] for side in self.sides]
        same_timers = asked_by_timers(old.table) == asked_by_timers(new.table)
        same_policy = without_timers(old.policy) == without_timers(new.policy)
        self._same_tries = tries[0] == tries[1] and same_policy and same_timers

    def anew(self) -> JointWalk:
        """The same walk from its beginning, with all that the guards of the houses tell apart by now."""
        return JointWalk(*self._rules, self.slice, self._unchanged, self._observers)

    @property
    def decisions(self) -> int:
        """How many decisions were asked for, on both sides."""
        return sum(side.decisions for side in self.sides)

    @property
    def is_alike(self) -> bool:
        """Whether both surely answer alike all that is asked in the slice, so that it needs no walk."""
        beside = (c.Receive, c.Withdraw) if self.slice.beside else ()
        return self._unchanged.has_all(
            {c.Receipt, *beside, *(kind for side in self.sides for kind, _, _ in side.tries)}
        )

    def answers(self) -> Iterator[Answered]:
        """Every question that is answered differently, the nearest to the beginning first."""
        self._reach(self._beginning())
        for pair in self.found:  # grows meanwhile
            if any(crowded(one.complaint.facts, self.slice.room) for one in (pair.old, pair.new)):
                self.cut += 1
                continue
            led: list[tuple[str, Mapping[str, Any]]] = []
            for by, command in self._asked(pair):
                yield from self._lead_on(pair, by, command, led)
            for wait in self._waits(pair):
                self._reach(wait)
            self.outdated = tell_both(self._observers) != self._kept
            if self.outdated:
                return
            if len(self.found) > max(side.most for side in self.sides):
                self.capped = True
                return

    def _beginning(self) -> Pair:
        old, new = (beginning(side.rules, self.slice) for side in self.sides)
        return Pair(old, old if _related(old) == _related(new) else new)

    def _asked(self, pair: Pair) -> Iterator[tuple[Actor, c.Command]]:
        """Everything that somebody asks for here: once, where both sides have the same examples."""
        if pair.same and self._same_tries:
            yield from self._offered(pair, self.sides[0], pair.old)
            return
        known: set[tuple[Actor, str, bytes]] = set()
        both = zip(self.sides, (pair.old, pair.new), strict=True)
        for by, command in chain.from_iterable(self._offered(pair, side, situation) for side, situation in both):
            key = (by, type(command).__name__, command.encoded())
            if key not in known:
                known.add(key)
                yield by, command

    def _offered(self, pair: Pair, side: Exploration, situation: Situation) -> Iterator[tuple[Actor, c.Command]]:
        for kind, actors, offers in side.tries:
            if self._has_move(pair, kind.__name__) and not self._is_idle(pair, kind):
                yield from _tried(side, situation, actors, offers)

    def _has_move(self, pair: Pair, kind: str) -> bool:
        old, new = self.sides
        return (kind, pair.old.state) in old.moves or (kind, pair.new.state) in new.moves

    def _is_idle(self, pair: Pair, kind: type[c.Command]) -> bool:
        """Whether it is idle to ask: only the answer counts, it is surely the same, and it leads nowhere."""
        if kind not in self.slice.asked or not pair.same or (kind.__name__, pair.old.state) in self._leading:
            return False
        return self._unchanged.has(kind, pair.old.state)

    def _lead_on(
        self, pair: Pair, by: Actor, command: c.Command, led: list[tuple[str, Mapping[str, Any]]]
    ) -> Iterator[Answered]:
        """One question, and the pair after it once every message that it sent has arrived.

        Who is only there for a role is asked, and leads nowhere: what everybody else may do leads there as well. Nor
        does who changes what somebody changed here before, as `led` says: a second agent who does the same.
        """
        both = yield from self._step(pair, by, command)
        if both is None or by in self._more or (pair.same and both.alike and both.change in led):
            return
        led.append(both.change)
        after = self._told(self._after(pair, both))
        for name in sorted({*under_way(_facts(after.old), self.slice), *under_way(_facts(after.new), self.slice)}):
            delivered = yield from self._step(after, CLOCKWORK, c.Receipt(name, "delivered"))
            after = self._after(after, delivered) if delivered else after
        self._reach(after)

    def _told(self, pair: Pair) -> Pair:
        """The pair after the notices of the edge that each side took."""
        old, _ = self.sides[0].tell(pair.old, _after)
        new, _ = (old, []) if pair.same else self.sides[1].tell(pair.new, _after)
        return Pair(old, new, pair.later)

    def _step(self, pair: Pair, by: Actor, command: c.Command) -> Generator[Answered, None, _Both | None]:
        """One question to both: the answers; None where one of them refuses."""
        old = self._ask(0, pair.old, by, command)
        unchanged = pair.same and self._unchanged.has(type(command), pair.old.state)
        new = old if unchanged else self._ask(1, pair.new, by, command)
        other = None if unchanged else find_other(old, new)
        if other is not None:
            yield Answered(pair, old, new, other)
        if old.event is None or new.event is None or all(is_only_asked(one, self.slice) for one in (old, new)):
            return None
        return _Both(old, new, (old.event.state, old.event.changes), other is None)

    def _after(self, pair: Pair, both: _Both) -> Pair:
        """The pair after a step that both accept."""
        after = _after(self.sides[0].rules, both.old)
        if pair.same and both.alike:
            return Pair(after, after, pair.later)
        return Pair(after, _after(self.sides[1].rules, both.new), pair.later or not both.alike)

    def _ask(self, number: int, situation: Situation, by: Actor, command: c.Command) -> Step:
        """The answer of one side: it may have another command of that name, or none."""
        side = self.sides[number]
        kind = type(command).__name__
        if kind not in side.rules.commands:
            missing = NotPossible(situation.complaint.id, kind, situation.state, ())
            return Step(situation, by, command, Decision(not_possible=missing))
        if side.rules.commands[kind] is not type(command):
            try:
                command = c.make(kind, command.data(), side.rules.commands)
            except InvalidInput as wrong:  # a field or a choice is gone
                return Step(situation, by, command, Decision(), faults=wrong.problems)
        return side.ask(situation, by, command)

    def _waits(self, pair: Pair) -> Iterator[Pair]:
        old, new = (side.waits(one) for side, one in zip(self.sides, (pair.old, pair.new), strict=True))
        for one, other in zip(old, new, strict=True):
            yield Pair(one, one if pair.same else other, pair.later)

    def _reach(self, pair: Pair) -> None:
        key = self._key(pair)
        if key not in self._known:
            self._known.add(key)
            self.found.append(pair)

    def _key(self, pair: Pair) -> Hashable:
        old, new = (side.rules.policy for side in self.sides)
        one = fold(pair.old, old, self._kept)
        return (one, one) if pair.same and self._same_ages else (one, fold(pair.new, new, self._kept))


def _tried(
    side: Exploration, situation: Situation, actors: Iterable[Actor], offers: Offers
) -> Iterator[tuple[Actor, c.Command]]:
    for by in actors:
        for command in side.offered(situation, by, offers):
            yield by, command


def _joined(actors: tuple[Actor, ...], more: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors, and these beside the staff among them."""
    return (*actors, *more) if any(actor.is_staff for actor in actors) else actors


def _facts(situation: Situation) -> Facts:
    return situation.complaint.facts


def _related(situation: Situation) -> list[Facts]:
    """The facts of the complaints beside it, but for the names of the rule book that wrote them."""
    return [msgspec.structs.replace(one.facts, **dict.fromkeys(NAMES_OF_RULES, "")) for one in situation.related]


def _after(rules: Rules, step: Step) -> Situation:
    """The situation after an accepted step, without a witness: nobody judges here."""
    before = step.before
    return Situation(rules.evolve(before.complaint, step.decision.events), before.at, related=before.related, came=step)


def compare(old: Rules, new: Rules, slices: Iterable[Slice] | None = None) -> Comparison:
    """Walk the situations of both, and tell what became possible, what impossible, and what is done in another way."""
    written, unchanged, covered = Written(old, new), Unchanged(old, new), list[Covered]()
    found, observers = Differences(old, new), (Observer(old), Observer(new))
    for slice in chain(named(old, new) if slices is None else slices, _rounds(observers)):
        walk, answers = _walked(JointWalk(old, new, probing(slice, old.policy, new.policy), unchanged, observers))
        if walk.is_alike:
            covered.append(Covered(slice.name, 0, 0, 0, complete=True, alike=True))
            continue
        for one in answers:
            found.note(slice.name, one.pair.later, one.old, one.new, one.other)
            written.note(one.old, one.new, one.other)
        covered.append(Covered(slice.name, len(walk.found), walk.decisions, walk.cut, not walk.capped))
    return Comparison(found.told(), written.changes(), tuple(covered))


def _walked(walk: JointWalk) -> tuple[JointWalk, list[Answered]]:
    """The walk to its end, and its answers. It begins anew where the guards tell more apart than was known."""
    while not walk.is_alike:
        answers = [*walk.answers()]
        if not walk.outdated:
            return walk, answers
        walk = walk.anew()
    return walk, []


def _rounds(observers: Observers) -> Iterator[Slice]:
    """The slices of what the guards of both houses count: what these are is known after the others. Each once."""
    several = {slice.name: slice for one in observers for slice in round_slices(one.rules, one)}
    yield from several.values()


def named(old: Rules, new: Rules, only: Iterable[str] = ()) -> Iterator[Slice]:
    """The slices of the checker, or those of these names, with the further ones. Raises `InvalidInput`."""
    known, wanted = {slice.name: slice for slice in SLICES}, [*only]
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise InvalidInput(tuple(Problem("only", repr(name), f"one of {', '.join(known)}") for name in unknown))
    return chosen(old, new, [known[name] for name in wanted or known])


_MOST_COMMANDS = 12
"""So many commands whose edges are others have slices of their own."""


def chosen(old: Rules, new: Rules, slices: Iterable[Slice]) -> Iterator[Slice]:
    """These slices, and further ones for what is another one.

    One is for the values of the policies, one for all by which each side itself leads on, and some for the commands
    whose edges are others: first those that no slice has.
    """
    known = [*slices]
    yield from known
    values = policy_slice(old.policy, new.policy)
    yield from (values,) if values else ()
    houses = {side: house for side, rules in (("old", old), ("new", new)) if (house := house_slice(rules))}
    if len(houses) == 2 and _names(houses["old"]) == _names(houses["new"]):
        houses.pop("new")
    yield from (attrs.evolve(house, name=f"house ({side})") for side, house in houses.items())
    tried = {kind for slice in known for kind in slice.kinds}
    commands = sorted(changed_commands(old, new), key=tried.__contains__)
    yield from command_slices(old, commands[:_MOST_COMMANDS])


def _names(house: Slice) -> list[tuple[str, str]]:
    return sorted((kind.__name__, who) for kind, who in house.kinds.items())
