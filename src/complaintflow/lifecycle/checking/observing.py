"""Looks on while the guards of a house are asked: what they read, how far they count, and what they want first.

The guards of the library are known: the fold and the slices are made for them. What a guard of a house can tell apart
is found by asking it: each counter that it reads is tried at other values, and what it reads besides is kept whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Iterator, Mapping
from typing import Any

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import BUILTIN
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.checking.cast import MORNING
from complaintflow.lifecycle.checking.folding import ERASED, Told
from complaintflow.lifecycle.checking.reading import EXTRA, OF_COMMAND, OF_CYCLE, NotedQuestions, facts_of_type
from complaintflow.lifecycle.checking.rules import Rules, Situation
from complaintflow.lifecycle.checking.timing import timer_spans
from complaintflow.lifecycle.checking.varying import vary, with_facts
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.own_commands import is_made_of_data
from complaintflow.lifecycle.required import RequiredFields
from complaintflow.lifecycle.table import LIBRARY_RULES
from complaintflow.record.facts import Facts

MOST_COUNTED = 12
"""So far a guard may count: what it tells apart beyond is not explored."""
_FAR = (30, 100, 1000)
_EACH = 8
"""So many questions about one command in one state, with the same facts there, are asked again with other values."""
_FEW = 6
"""A fact that more commands change than so many is of none of them."""
_VALUES = 3
"""So many values of what is read are kept: one may be blank."""
_NO_COUNTERS = {"score", "last_told"}
COUNTERS = facts_of_type(int) - _NO_COUNTERS
"""The facts that count something."""
_KEPT = ERASED - COUNTERS
"""What the fold erases, and keeps whole where it is read."""
Place = tuple[str, str]
"""A command, and the state in which somebody asks for it."""


@attrs.define(eq=False)
class WatchedGuard:
    """What was seen of one guard of a house.

    `refuses` and `passes` say about which command it did so in which state, `wants` which commands its refusals ask
    for. `read` holds a few values at most of all that it reads, `elsewhere` what it says only where that is varied.
    `counted` are the places in which it counts something, `endless` the counters that it tells apart further than
    anybody looks. `here` says for each place whether it passed there in the present slice.
    """

    guard: Guard
    refuses: set[Place] = attrs.field(factory=set[Place])
    passes: set[Place] = attrs.field(factory=set[Place])
    wants: set[str] = attrs.field(factory=set[str])
    read: dict[str, set[Hashable]] = attrs.field(factory=dict[str, set[Hashable]])
    elsewhere: dict[bool, str] = attrs.field(factory=dict[bool, str])
    counted: dict[Place, set[str]] = attrs.field(factory=dict[Place, set[str]])
    endless: set[str] = attrs.field(factory=set[str])
    here: dict[Place, bool] = attrs.field(factory=dict[Place, bool])
    asked: Counter[object] = attrs.field(factory=Counter[object])

    @property
    def rule(self) -> str:
        """The name of its rule."""
        return rule_of(self.guard)


class Observer:
    """What was seen of all guards of a house, and of the commands that are `coded`: those with code of their own.

    `told` is what the fold has to keep for them, so far.
    """

    def __init__(self, rules: Rules) -> None:
        self._own = {name: kind for name, kind in rules.commands.items() if BUILTIN.get(name) is not kind}
        self.coded = {kind: WatchedGuard(_said_by) for kind in self._own.values() if not is_made_of_data(kind)}
        self.told = Told(read_only=not self.coded)  # code of a command may read anything
        self.guards: dict[Guard, WatchedGuard] = {}
        self._commands = rules.commands
        spans = timer_spans(rules)
        self._until = MORNING + spans[-1] if spans else None
        self._changed: Mapping[str, frozenset[str]] = {}
        self._asked, self._again = NotedQuestions(), NotedQuestions()
        self._watched: dict[Guard, Guard] = {}
        self.rules = rules.map_guards(self._watch)

    @property
    def counting(self) -> tuple[WatchedGuard, ...]:
        """All that may count: the guards, and the code of commands."""
        return *self.guards.values(), *self.coded.values()

    def look_at(self, ask: Ask) -> None:
        """Look at a command with code that somebody tries: it may count, or read what the fold erases."""
        seen = self.coded[type(ask.command)]
        _said_by(self._asked.noted(ask))
        read, place = frozenset(self._asked.log), _place(ask)
        self._keep(read)
        seen.asked[place] += 1
        if seen.asked[place] <= _EACH:
            self._count(seen, place, ask, read)

    def begin(self) -> None:
        """Begin with a slice."""
        for seen in self.guards.values():
            seen.here.clear()

    def read_by(self, rules: Container[str]) -> frozenset[str]:
        """What the guards of these rules read, and the records in which it stands."""
        reading = [seen.read for seen in self.guards.values() if seen.rule in rules]
        return frozenset(part for read in reading for name in read for part in (name, name.partition(".")[0]))

    def as_read(self, situation: Situation) -> Hashable:
        """The state, and what the guards of the house read there: counters as far as they count, of lists if any."""
        facts, counts = situation.complaint.facts, self.told.counts
        names = sorted({name for seen in self.guards.values() for name in seen.read if _has_fact(facts, name)})
        return situation.state, *(_roughly(_fact(facts, name), counts.get(name, 0)) for name in names)

    def wanted(self) -> frozenset[str]:
        """The commands for which the guards ask that let nothing pass somewhere in this slice."""
        blinding = (seen.wants for seen in self.guards.values() if not all(seen.here.values()))
        return frozenset[str]().union(*blinding)

    def _watch(self, guard: Guard) -> Guard:
        """The guard with somebody who looks on; one of the library as it is."""
        if guard in LIBRARY_RULES or isinstance(guard, RequiredFields):
            return guard
        if guard not in self._watched:
            self._watched[guard] = self._looked_at(guard)
        return self._watched[guard]

    def _looked_at(self, guard: Guard) -> Guard:
        seen = self.guards[guard] = WatchedGuard(guard)

        def watched(ask: Ask) -> Refusal | None:
            try:
                answer = guard(self._asked.noted(ask))
            except Exception:  # it fails closed: that is its refusal
                seen.refuses.add(_place(ask))
                seen.asked[_place(ask)] += 1
                raise
            self._look(seen, ask, frozenset(self._asked.log), answer)
            return answer

        made: Any = watched
        made.rule, made.__module__ = seen.rule, guard.__module__  # it fails closed where the guard does
        return watched

    def _look(self, seen: WatchedGuard, ask: Ask, read: frozenset[str], answer: Refusal | None) -> None:
        place = _place(ask)
        (seen.passes if answer is None else seen.refuses).add(place)
        seen.here[place] = answer is None or seen.here.get(place, False)
        self._keep(read)
        values = {name: _value(ask, name) for name in read}
        for name, value in values.items():
            if len(known := seen.read.setdefault(name, set())) < _VALUES:
                known.add(value)
        if answer is not None:
            seen.wants.update(answer.commands, self._changing(ask, read, also_ours=not answer.commands))
        like = place, frozenset(name for name, value in values.items() if value not in (None, "", 0))
        seen.asked[like] += 1
        if seen.asked[like] <= _EACH:
            self._count(seen, place, ask, read)
            self._vary(seen, ask, read)

    def _keep(self, read: frozenset[str]) -> None:
        """Keep in the fold what it erases, and somebody reads: counters as far as they count, all else whole.

        What time it is, counts as long as timers run: what they ask for may be refused before.
        """
        more = (read & _KEPT).union(name for name in read if name.startswith(EXTRA)) - self.told.facts
        if more:
            self.told = msgspec.structs.replace(self.told, facts=self.told.facts | more)
        if self._until and "at" in read and self.told.until is None:
            self.told = msgspec.structs.replace(self.told, until=self._until)

    def _changing(self, ask: Ask, read: frozenset[str], also_ours: bool) -> Iterator[str]:
        """The commands of the house that change one of these facts; perhaps the few of the library as well."""
        for fact in read - COUNTERS:
            changing = [name for name, facts in self.changed(ask).items() if fact in facts]
            yield from (name for name in changing if name in self._own or (also_ours and len(changing) <= _FEW))

    def changed(self, ask: Ask) -> Mapping[str, frozenset[str]]:
        """The facts that each command changes, as they are read. A question is enough to find out."""
        if not self._changed:
            self._changed = {name: frozenset(_changed_by(kind, ask)) for name, kind in self._commands.items()}
        return self._changed

    def _count(self, seen: WatchedGuard, place: Place, ask: Ask, read: frozenset[str]) -> None:
        """Try each counter that it reads at other values: alone, and with the others far on.

        Far on it may read more counters: then all are tried again with these.
        """
        known, counters = set[str](), read & COUNTERS
        while counters - known:
            known |= counters
            for counter in sorted(known):
                for base in (ask, with_facts(ask, dict.fromkeys(known, MOST_COUNTED))):
                    answers = list[str]()
                    for number in (*range(MOST_COUNTED + 1), *_FAR):
                        answers.append(self._answer(seen.guard, with_facts(base, {counter: number})))
                        counters |= self._again.log & COUNTERS
                    self._learn(seen, place, counter, answers)

    def _answer(self, guard: Guard, ask: Ask) -> str:
        """The rule by which it refuses; blank where it does not."""
        try:
            answer = guard(self._again.noted(ask))
        except Exception:  # it fails closed
            return "failed"
        self._keep(frozenset(self._again.log))
        return "" if answer is None else answer.rule

    def _learn(self, seen: WatchedGuard, place: Place, counter: str, answers: list[str]) -> None:
        near, far = answers[: MOST_COUNTED + 1], answers[MOST_COUNTED:]
        if len({*far}) > 1:
            seen.endless.add(counter)
        told = max((number for number in range(1, len(near)) if near[number] != near[number - 1]), default=0)
        if told:
            seen.counted.setdefault(place, set()).add(counter)
        if told > self.told.counts.get(counter, 0):
            counts = FrozenMap({**self.told.counts, counter: told})
            self.told = msgspec.structs.replace(self.told, counts=counts)

    def _vary(self, seen: WatchedGuard, ask: Ask, read: frozenset[str]) -> None:
        """Ask it at other hours, of other tiers and amounts, where it reads them and has not said both yes and no."""
        if len(seen.elsewhere) == 2 or (seen.refuses and seen.passes):
            return
        for what, other in vary(ask, read):
            seen.elsewhere.setdefault(self._passes(seen.guard, other), what)

    def _passes(self, guard: Guard, ask: Ask) -> bool:
        try:
            return guard(ask) is None
        except Exception:  # it fails closed
            return False


def _place(ask: Ask) -> Place:
    return type(ask.command).__name__, str(ask.facts.state)


def _said_by(ask: Ask) -> Refusal:
    """What the code of a command says of a question: which facts change, and with what effects."""
    said = sorted(ask.command.changes(ask)), sorted(ask.command.effects(ask))
    return Refusal(repr(said), "", "")


def _changed_by(kind: Any, ask: Ask) -> Iterator[str]:
    """The facts that a command changes, as they are read."""
    blank = msgspec.structs.replace(ask, facts=msgspec.structs.replace(ask.facts, extra=FrozenMap()))
    for command in kind.samples(blank):
        changes = command.changes(msgspec.structs.replace(blank, command=command))
        yield from changes
        yield from (EXTRA + fact for fact in changes.get("extra", ()))


def _has_fact(facts: Facts, name: str) -> bool:
    """Whether what was read under a name is a fact."""
    return name.startswith(OF_CYCLE) or hasattr(facts, name.partition(".")[0])


def _fact(facts: Facts, name: str) -> Any:
    if name.startswith(OF_CYCLE):
        return getattr(facts.cycle, name.removeprefix(OF_CYCLE))
    record, _, key = name.partition(".")
    value = getattr(facts, record)
    return value.get(key) if key else value


def _roughly(value: Any, most: int) -> Hashable:
    if isinstance(value, int):
        return min(value, most)
    return value if isinstance(value, str | None) else bool(value)


def _value(ask: Ask, name: str) -> Hashable:
    """What it read under a name."""
    if name.startswith(OF_COMMAND):
        return _hashed(ask.field(name.removeprefix(OF_COMMAND)))
    return _hashed(_fact(ask.facts, name) if _has_fact(ask.facts, name) else getattr(ask, name))


def _hashed(value: Any) -> Hashable:
    return value if isinstance(value, str | int | None) else repr(value) if value else ""
