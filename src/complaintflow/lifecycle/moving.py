"""Moving a complaint here from another lifecycle: the state that it reaches, and what speaks against it.

A move keeps the meaning of the state, for whom the clocks stand, and every fact. So it weakens no promise: an end stays
an end, a fix that was confirmed stays confirmed, and what was open stays open. Who has to be somewhere else goes there
by a command, which the guards judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import msgspec

from complaintflow._validation.structure import checker
from complaintflow.commands import Command, Migrate
from complaintflow.commands._context import Ask
from complaintflow.errors import Problem, Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.lifecycle.moves import Kind, Move
from complaintflow.lifecycle.own_commands import is_of_house, type_of_fact
from complaintflow.lifecycle.states import pauses_for, stage_of
from complaintflow.record.facts import NEXT, PREVIOUS, Facts, Money
from complaintflow.vocabulary import State

_NOTED = (NEXT, PREVIOUS)
_BUILT_IN = frozenset(map(str, State))


@attrs.frozen(eq=False)
class Moving:
    """What a lifecycle has for those who move to it: its digest, its states, each as it means it, and its commands."""

    digest: str
    states: Mapping[str, str]
    commands: Mapping[str, type[Command]]
    _moves: dict[tuple[str, str], Move] = attrs.field(factory=dict[tuple[str, str], Move], init=False)

    def knows(self, facts: Facts) -> bool:
        """Whether it has the state of these facts, with the same meaning."""
        return facts.state in self.states and stage_of(self.states[facts.state]) == facts.stage

    def move(self, kind: Kind, facts: Facts, target: str) -> Move | None:
        """The move of a migration to this state. From a state that it does not know, it is the one of its meaning."""
        here = kind.moves.get(facts.state, ()) or kind.moves.get(facts.stage, ())
        if not here or target not in self.states or (target == facts.state and self.knows(facts)):
            return here[0] if here else None
        key = (facts.stage, target)
        if key not in self._moves:
            state, stage = self.states[target], stage_of(self.states[target])
            stands_for = stage if stage != state else ""
            self._moves[key] = msgspec.structs.replace(here[0], reached=target, stands_for=stands_for)
        return self._moves[key]

    def fits_the_lifecycle(self, ask: Ask) -> Refusal | None:
        """R9: it moves to the lifecycle that decides, and what it is, is waiting for and has on record goes on
        there."""
        command: Any = ask.command
        faults = [*self._of_versions(command, ask), *self._of_state(command, ask.facts)]
        faults += [*self._of_noted(command, ask.facts), *self._of_facts(command, ask.facts)]
        return Refusal.of("fits-the-lifecycle", faults=faults) if faults else None

    def _of_versions(self, command: Migrate, ask: Ask) -> Iterator[Fault]:
        if command.lifecycle != self.digest:
            yield Fault("other-lifecycle", {"lifecycle": command.lifecycle})
        left = ((command.left_policy, ask.facts.policy), (command.left_lifecycle, ask.facts.lifecycle))
        for named, standing in left:
            if named and named != standing:
                yield Fault("moved-already", {"named": named})

    def _of_state(self, command: Migrate, facts: Facts) -> Iterator[Fault]:
        target = target_of(command, facts)
        state = self.states.get(target)
        if state is None:
            yield Fault("lifecycle-lacks", {"state": target})
            return
        if stage_of(state) != facts.stage:
            yield Fault("other-meaning", {"state": target, "means": stage_of(state), "meant": facts.stage})
        pauses = pauses_for(state)
        if pauses and pauses != facts.paused:
            yield Fault("clocks-would-stand", {"state": target, "party": pauses})
        if getattr(state, "remembers", False) and PREVIOUS not in facts.extra:
            yield Fault("no-way-back", {"state": target})

    def _of_noted(self, command: Migrate, facts: Facts) -> Iterator[Fault]:
        before = facts.merged_from if facts.merged_from not in _BUILT_IN else None
        for state in (*map(facts.extra.get, _NOTED), before):
            if state and command.states.get(state, state) not in self.states:
                yield Fault("noted-state-gone", {"state": state})

    def _of_facts(self, command: Migrate, facts: Facts) -> Iterator[Fault]:
        after = command.named_anew(facts)
        if len(after) < len(facts.extra):
            yield Fault("facts-of-one-name", {"names": ", ".join(sorted(command.facts.values()))})
        for name, value in after.items():
            if not self._may_be(name, value):
                yield Fault("fact-unfit", {"name": name, "value": str(value)})
        for name in sorted(set(command.facts.values())):
            if is_of_house(name) and type_of_fact(name, self.commands) is None:
                yield Fault("fact-unknown", {"name": name})

    def _may_be(self, name: str, value: Any) -> bool:
        """Whether a command of this lifecycle could have left this value under this name."""
        kind = type_of_fact(name, self.commands)
        problems: list[Problem] = []
        if kind is Money:
            return isinstance(value, Money)
        if kind is not None:
            checker(kind)(value, name, problems)
        return not problems


def target_of(command: Migrate, facts: Facts) -> str:
    """The state that the migration leads to."""
    return command.states.get(facts.state, facts.state)
