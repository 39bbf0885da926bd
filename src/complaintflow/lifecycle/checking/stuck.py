"""Situations from which nothing leads on, whatever the table says: each edge out of the state is refused there.

A slice has few commands. So from where it finds no way on, everybody is asked for everything: what is missing may be a
piece of evidence, or a day.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import attrs
import msgspec

from complaintflow.lifecycle.checking.cast import cast_of
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.folding import fold
from complaintflow.lifecycle.checking.observing import Observer
from complaintflow.lifecycle.checking.rules import Rules, Situation
from complaintflow.lifecycle.checking.slices import Slice, crowded, helping_slices
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.checking.ways import hangs, leading_on, own_rows
from complaintflow.vocabulary import OPEN

MOST = 150
"""So many situations further on are looked at before it is said that nothing helps."""


@attrs.frozen
class _Candidate:
    """A situation from which a slice found no way on: how, and which rules refuse."""

    kind: str
    situation: Situation
    against: frozenset[str]
    slice: Slice


@attrs.define
class Stuck:
    """Finds the situations from which nothing leads on: the first story for each state.

    Each slice is `noted`, and what one of them leads on from is no finding in another. What the table alone tells, and
    a state that no slice explored to the end, is left out.
    """

    rules: Rules
    observer: Observer
    _judged: frozenset[str] = attrs.field(init=False)
    _candidates: list[_Candidate] = attrs.field(factory=list[_Candidate])
    _good: list[Situation] = attrs.field(factory=list[Situation])
    _open: set[str] = attrs.field(factory=set[str])

    def __attrs_post_init__(self) -> None:
        own = [*own_rows(self.rules)]
        states = {str(source) for row in own for source in row.sources if self.rules.stage_of(source) in OPEN}
        judged = (one for one in states if not hangs(self.rules, one))
        self._judged = frozenset(one for one in judged if all(row in own for row in leading_on(self.rules, one)))

    def note(self, exploration: Exploration) -> None:
        """Note what one slice says of the open states that only edges of the house leave."""
        states = {one.state for one in exploration.found} & self._judged
        if exploration.capped:
            self._open |= states
        if exploration.capped or not states:
            return
        hanging, known = _hanging(exploration, self._judged), set[Hashable]()
        for number, one in enumerate(exploration.found):
            against = frozenset(exploration.against[number])
            if crowded(one.complaint.facts, exploration.slice.room):
                continue
            if number not in hanging:
                self._good += [one] * (one.state in self._judged)
            elif (key := (self.observer.as_read(one), against)) not in known:
                known.add(key)
                kind = _kind(exploration, number)
                self._candidates.append(_Candidate(kind, one, against, exploration.slice))

    def find(self) -> Iterator[Finding]:
        """What all slices together show of it, with what the guards of the house read and tell apart."""
        if not self._candidates:
            return
        good = {self._key(one) for one in self._good}
        going = {self.observer.as_read(one) for one in self._good}
        looked, found = set[Hashable](), set[str]()
        for one in self._candidates:
            state, key = one.situation.state, (self.observer.as_read(one.situation), one.against)
            if state in self._open | found or key in looked:
                continue
            looked.add(key)
            if self._key(one.situation) in good or self._helps(one, going):
                continue
            found.add(state)
            by = f", refused by {', '.join(sorted(one.against))}" if one.against else ""
            what = f"{_WHAT[one.kind]}{by}; asked of everybody, {MOST} situations further on at most"
            yield Finding(one.kind, state, what, one.slice.name, tell(self.rules, one.situation.steps))

    def _key(self, situation: Situation) -> Hashable:
        return fold(situation, self.rules.policy, self.observer.told)

    def _helps(self, one: _Candidate, going: set[Hashable]) -> bool:
        """Whether anything that anybody may do leads from there to another state, in which it goes on.

        It does where the guards of the house read what they read in a situation of that state which leads on.
        """
        wanted = {*self._leading(one), *self._changing(one)}
        told = msgspec.structs.replace(self.observer.told, time="at" in self.observer.read_by(one.against))
        return any(
            self._leads_out(Exploration(self.rules, slice, told=told, on=True), one, going)
            for slice in helping_slices(self.rules, one.slice, wanted, MOST)
        )

    def _leads_out(self, further: Exploration, one: _Candidate, going: set[Hashable]) -> bool:
        reached = (after for _, after in further.steps(one.situation) if after is not None)
        return any(
            after.state not in self._judged
            or (after.state != one.situation.state and self.observer.as_read(after) in going)
            for after in reached
        )

    def _leading(self, one: _Candidate) -> Iterator[str]:
        """The commands that lead on from the state, and those for which their refusals ask."""
        asked = Exploration(self.rules, one.slice)
        for step in asked.tried(one.situation):
            if asked.would_lead_on(step):
                yield from (step.kind, *(name for refusal in step.decision.refusals for name in refusal.commands))

    def _changing(self, one: _Candidate) -> Iterator[str]:
        """The commands that change what the guards of the house read which refuse."""
        read = self.observer.read_by(one.against)
        ask = one.situation.ask(cast_of(self.rules.policy)["agent"], self.rules.policy)
        yield from (name for name, facts in self.observer.changed(ask).items() if facts & read)


_WHAT = {
    "dead-end": "it is open, and in this story nothing leaves it but what every state keeps",
    "no-way-out": "in this story no way leads from it to an end",
}


def _kind(exploration: Exploration, number: int) -> str:
    """How it hangs: whether it can still come to another state."""
    state = exploration.found[number].state
    states = {exploration.found[one].state for one in _following(exploration, number)}
    return "no-way-out" if states - {state} else "dead-end"


def _hanging(exploration: Exploration, judged: frozenset[str]) -> set[int]:
    """The situations from which none is reached in which it goes on: one that is over, or that the library leads on.

    What has too much open to be looked into leads nowhere: whether it does, is asked where it matters.
    """
    hanging = {number for number, one in enumerate(exploration.found) if one.state in judged}
    before: dict[int, list[int]] = {}
    for number in hanging:
        for after in exploration.leads[number]:
            before.setdefault(after, []).append(number)
    waiting = [number for number in range(len(exploration.found)) if number not in hanging]
    while waiting:
        for number in before.pop(waiting.pop(), ()):
            if number in hanging:
                hanging.discard(number)
                waiting.append(number)
    return hanging


def _following(exploration: Exploration, number: int) -> set[int]:
    """The situations that are reached from one."""
    found, waiting = {number}, [number]
    while waiting:
        for after in exploration.leads[waiting.pop()]:
            if after not in found:
                found.add(after)
                waiting.append(after)
    return found
