"""Situations from which nothing leads on, whatever the table says: each edge out of the state is refused there.

A slice has few commands. So from where it finds no way on, everybody is asked for everything: what is missing may be a
piece of evidence, or a day.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.checking.slices import crowded, helping_slice
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.checking.ways import hangs, leading_on, own_rows
from complaintflow.vocabulary import OPEN

MOST = 150
"""So many situations further on are looked at before it is said that nothing helps."""


@attrs.define
class Stuck:
    """Finds the situations of all slices from which nothing leads on: the first story for each state, and for each set
    of rules that refuse. Of which the table alone tells it is left out."""

    rules: Rules
    _looked: set[tuple[str, frozenset[str]]] = attrs.field(factory=set[tuple[str, frozenset[str]]])
    _found: set[str] = attrs.field(factory=set[str])

    def find(self, exploration: Exploration) -> Iterator[Finding]:
        """What one slice shows of it, which was explored to the end."""
        hanging = _hanging(exploration, self._judged())
        for number in sorted(hanging):
            situation, against = exploration.found[number], frozenset(exploration.against[number])
            state = situation.state
            if state in self._found or (state, against) in self._looked:
                continue
            self._looked.add((state, against))
            if self._helps(exploration, number, hanging):
                continue
            self._found.add(state)
            states = {exploration.found[one].state for one in _following(exploration, number)}
            kind = "no-way-out" if states - {state} else "dead-end"
            by = f", refused by {', '.join(sorted(against))}" if against else ""
            what = f"{_WHAT[kind]}{by}; asked of everybody, {MOST} situations further on at most"
            yield Finding(kind, state, what, exploration.slice.name, tell(self.rules, situation.steps))

    def _judged(self) -> frozenset[str]:
        """The open states that only edges of the house leave: from others the library leads to an end."""
        own = [*own_rows(self.rules)]
        states = {str(source) for row in own for source in row.sources if self.rules.stage_of(source) in OPEN}
        judged = (one for one in states if not hangs(self.rules, one))
        return frozenset(one for one in judged if all(row in own for row in leading_on(self.rules, one)))

    def _helps(self, exploration: Exploration, number: int, hanging: set[int]) -> bool:
        """Whether anything that anybody may do leads from there to where it goes on."""
        further = Exploration(self.rules, helping_slice(self.rules, exploration.slice, MOST))
        judged = self._judged()
        for step, after in further.steps(exploration.found[number]):
            if after is None or not further.leads_on(step):
                continue
            if after.state not in judged or exploration.find(after) not in (None, *hanging):
                return True
        return False


_WHAT = {
    "dead-end": "it is open, and in this story nothing leaves it but what every state keeps",
    "no-way-out": "in this story no way leads from it to an end",
}


def _hanging(exploration: Exploration, judged: frozenset[str]) -> set[int]:
    """The situations from which none is reached in which it goes on: of another state, over, or not looked into."""
    room = exploration.slice.room
    hanging = {
        number
        for number, one in enumerate(exploration.found)
        if one.state in judged and not crowded(one.complaint.facts, room)
    }
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
