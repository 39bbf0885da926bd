"""What is odd about a lifecycle, whatever it promises: edges that never fire, and dead ends."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.kept import find_lost
from complaintflow.lifecycle.checking.rules import Rules, Situation, Step
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.checking.waiting import find_abandoned, find_stopped, find_unwatched, waits_for
from complaintflow.lifecycle.checking.ways import OVER, hangs, own_rows
from complaintflow.lifecycle.endings import BEGINS_AGAIN
from complaintflow.lifecycle.meaning import TakenWay
from complaintflow.vocabulary import OPEN, State

_BUILT_IN = frozenset(map(str, State)) - {State.NEW}


@attrs.define
class Tally:
    """What was seen in all slices: commands that were tried, edges that fired, states, waits, rules that refused."""

    tried: set[str] = attrs.field(factory=set[str])
    fired: set[tuple[str, str, str]] = attrs.field(factory=set[tuple[str, str, str]])
    reached: dict[str, Situation] = attrs.field(factory=dict[str, Situation])
    waiting: dict[tuple[str, ...], Situation] = attrs.field(factory=dict[tuple[str, ...], Situation])
    entered: dict[tuple[str, ...], Situation] = attrs.field(factory=dict[tuple[str, ...], Situation])
    refused: dict[str, int] = attrs.field(factory=dict[str, int])

    def note(self, rules: Rules, step: Step, after: Situation | None) -> None:
        """Note one step."""
        self.tried.add(step.kind)
        for rule in step.refused_by:
            self.refused[rule] = self.refused.get(rule, 0) + 1
        if after is None or step.event is None or step.command is None:
            return
        self.fired.add((step.kind, step.before.state, str(step.event.state)))
        self.reached.setdefault(str(step.event.state), after)
        self.entered.setdefault((after.state, step.kind, step.before.state), after)
        if party := waits_for(after):
            self.waiting.setdefault((after.state, party, step.kind, step.before.state), after)


def find_odd(rules: Rules, tally: Tally) -> Iterator[Finding]:
    """All that is odd."""
    yield from _exits(rules)
    yield from _states(rules, tally)
    yield from find_abandoned(rules, [state for state in sorted(tally.reached) if rules.stage_of(state) in OPEN])
    yield from find_unwatched(rules, tally.waiting.values())
    yield from find_stopped(rules, tally.entered)
    yield from find_lost(rules, tally.reached)
    yield from _edges(rules, tally)


def find_unused(rules: Rules, tally: Tally) -> tuple[str, ...]:
    """The built-in states to which no story leads, nor anything of the house's own: it did not write them.

    A house whose own words stand in their place does not use them, and cannot take them away.
    """
    led_to = {str(row.leads(source)) for row in own_rows(rules) for source in row.sources}
    return tuple(state for state in _in_the_table(rules) if state in _BUILT_IN - led_to - tally.reached.keys())


def _in_the_table(rules: Rules) -> list[str]:
    """The states that a row leaves or leads to, sorted."""
    return sorted({str(state) for row in rules.table for one in row.sources for state in (one, row.leads(one))})


def _states(rules: Rules, tally: Tally) -> Iterator[Finding]:
    unused = find_unused(rules, tally)
    for state in _in_the_table(rules):
        if rules.stage_of(state) == State.NEW or state in unused:
            continue
        if state not in tally.reached:
            yield Finding("unreachable-state", state, "no story leads to it")
        elif kind := hangs(rules, state):
            yield Finding(kind, state, _HANGS[kind], story=tell(rules, tally.reached[state].steps))


_HANGS = {
    "dead-end": "it is open, and no edge leaves it, but by what every state keeps",
    "no-way-out": "no way leads from it to an end",
}


def _exits(rules: Rules) -> Iterator[Finding]:
    """Ends that are left by what begins no new cycle: what was agreed and confirmed would count on."""
    for row in own_rows(rules):
        for source in sorted(row.sources):
            ended, again = rules.stage_of(source) in OVER, issubclass(row.command, BEGINS_AGAIN)
            if ended and not again and rules.stage_of(str(row.leads(source))) in OPEN:
                yield Finding("end-with-exit", f"{row} from {source}", "it leaves an end and begins no new cycle")


def _edges(rules: Rules, tally: Tally) -> Iterator[Finding]:
    """Edges of the house's own that no story took. Some of the library's are there so that a rule can say why not, also
    those that a state takes from its meaning."""
    for row in (one for one in own_rows(rules) if not isinstance(one, TakenWay)):
        for source in sorted(row.sources):
            move = row.kind, str(source), str(row.leads(source))
            looked = row.kind in tally.tried and (source in tally.reached or source == State.NEW)
            if looked and move not in tally.fired:
                yield Finding("edge-never-fires", f"{row} from {source} to {move[2]}", "no story takes it")
