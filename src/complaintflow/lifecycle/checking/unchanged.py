"""Which questions two rule books surely answer alike, since nothing that is asked about them is another one."""

from __future__ import annotations

from collections.abc import Iterable

from complaintflow import commands as c
from complaintflow.commands import Command
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.lasting import lasting_facts
from complaintflow.lifecycle.own_commands import is_same_command
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.states import CustomState
from complaintflow.lifecycle.timer_clocks import without_timers

_OF_OTHERS = (c.AskApproval, c.Approve)
"""Commands that are decided by the edges of another command as well."""


class Unchanged:
    """Says of a command in a state whether both have the same edges for it, under equal policies and guards.

    Rules are the same where they are the same function: of two that only look alike, nothing is sure. A command made of
    data is the same where its data are.
    """

    def __init__(self, old: Rules, new: Rules) -> None:
        self._edges = (_edges(old), _edges(new))
        self._people = (_people(old), _people(new))
        lasting = [lasting_facts(rules.commands) for rules in (old, new)]  # what any command may make lapse
        policies = [without_timers(rules.policy) for rules in (old, new)]
        self._same = policies[0] == policies[1] and old.guards == new.guards and lasting[0] == lasting[1]
        self._known: dict[tuple[type[Command], str], bool] = {}

    def has(self, command: type[Command], state: str) -> bool:
        """Whether the answer about this command in this state is surely the same."""
        if not self._same or command in _OF_OTHERS:
            return False
        key = command, state
        if key not in self._known:
            old, new = (edges.get((command.__name__, state), []) for edges in self._edges)
            same = _same(old, new) and all(is_same_command(row.command, command) for row, _ in old)
            self._known[key] = same and self._same_people(command)
        return self._known[key]

    def _same_people(self, command: type[Command]) -> bool:
        """Whether the command is for the same people in all its states: what it says of a customer goes by that."""
        old, new = (people.get(command.__name__) for people in self._people)
        return old == new

    def has_all(self, commands: Iterable[type[Command]]) -> bool:
        """Whether the answers about these commands are surely the same in every state."""
        states = sorted({state for edges in self._edges for _, state in edges})
        return all(self.has(command, state) for command in commands for state in states)


def _people(rules: Rules) -> dict[str, frozenset[str]]:
    """For each command all for whom a row of it is."""
    found: dict[str, frozenset[str]] = {}
    for row in rules.table:
        found[row.kind] = found.get(row.kind, frozenset()) | row.who
    return found


def _same(old: list[tuple[Row, str]], new: list[tuple[Row, str]]) -> bool:
    return len(old) == len(new) and all(map(_alike, old, new))


def _edges(rules: Rules) -> dict[tuple[str, str], list[tuple[Row, str]]]:
    """The rows of each command that leave each state, with the states to which they lead."""
    found: dict[tuple[str, str], list[tuple[Row, str]]] = {}
    for row in rules.table:
        for source in row.sources:
            found.setdefault((row.kind, str(source)), []).append((row, row.leads(source)))
    return found


def _alike(old: tuple[Row, str], new: tuple[Row, str]) -> bool:
    one, other = old[0], new[0]
    same = one is other or (one.effects, one.who, one.rules, one.when, one.notices, one.timer) == (
        other.effects,
        other.who,
        other.rules,
        other.when,
        other.notices,
        other.timer,
    )
    return same and is_same_command(one.command, other.command) and _meaning(old[1]) == _meaning(new[1])


def _meaning(state: str) -> tuple[object, ...]:
    """All that a rule can know of a state."""
    if isinstance(state, CustomState):
        return str(state), state.stage, state.pauses, state.remembers
    return (str(state),)
