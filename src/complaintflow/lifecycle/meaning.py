"""What a state has by its meaning: which rows of the built-in table it takes, and where they lead for a house.

Some ways are kept in every state, whatever a house draws: what customers say, what arrives, what a clock finds, and
what takes back what a state stands on. Where the state to which such a way leads is not a part of the lifecycle, it
leads to the one with that meaning. So no house loses a promise by a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from complaintflow.commands import Merge, Recall, Unclose, Unmerge
from complaintflow.commands.findings import undermines
from complaintflow.errors import Problem
from complaintflow.lifecycle.conditions import within
from complaintflow.lifecycle.edges import BACK, CHOSEN, Edge
from complaintflow.lifecycle.rows import STAFF, STAY, SYSTEM_ONLY, Row, When
from complaintflow.lifecycle.states import CustomState, stage_of
from complaintflow.lifecycle.table import TABLE, begins, failed
from complaintflow.vocabulary import CUSTOMER, OPEN, State

TAKES = ("staying", "all", "nothing")
"""What a state may take of the rows of its meaning."""

_NOT_INHERITED = frozenset({Merge, Unmerge})
"""A merge notes the state from which it came, and only built-in ones come back."""
_TAKES_BACK = (Recall, Unclose)
"""What undoes an end, and begins nothing new: it leads back to where the complaint came from."""
_WORKED_ON = (State.INVESTIGATING, State.TRIAGED, State.RECEIVED)
"""Where the work goes on, the best first, if the lifecycle has no state of the meaning to which a way leads."""


Taken = frozenset[tuple[str, str, When | None]]
"""Commands and the states from which a house leads itself, each in one case, or in all."""


class KeptWay(Row):
    """A way out of a state that it has by its meaning, and by no edge of the house."""


class TakenWay(Row):
    """A way out of a state that takes all of its meaning, as the built-in table has it."""


def is_kept(row: Row) -> bool:
    """Whether every state of its meaning keeps a row of the built-in table, whatever it takes.

    It is so of what customers say, whoever records it, and of what the system alone finds; and of what takes back what
    the state stands on: a test that fails, evidence that proves false, a letter that is recalled (R5, R28, R32 to R35).
    """
    falls = row.when in {failed, undermines} or row.command is Recall
    return falls or CUSTOMER in row.who or row.who == SYSTEM_ONLY


@attrs.frozen
class Meanings:
    """The rows that states take from their meanings: own ones, and built-in ones of a lifecycle that began empty.

    `takes` says it of each own state, and `edges` are those of the house, with `own`, their rows. `standing` are the
    states that have rows already. A kept way that leads nowhere is one of the `problems`.
    """

    states: Mapping[str, CustomState]
    takes: Mapping[str, str]
    edges: tuple[Edge, ...]
    own: tuple[Row, ...]
    standing: frozenset[str]
    problems: list[Problem]

    def rows(self) -> Iterator[Row]:
        """The rows, without those in whose place the house has an edge."""
        taken = taken_by(self.own)
        places = self._places(taken)
        lost: dict[str, list[str]] = {}
        for row in TABLE:
            found: dict[tuple[type[Row], frozenset[str], str | None], set[str]] = {}
            for state, takes in places.items():
                if is_taken(row, state, taken) or not (who := _taken_from(row, state, takes)):
                    continue
                target = self._target(row, state, takes)
                if target == "":
                    lost.setdefault(state, []).append(row.kind)
                    continue
                kind = Row if target is STAY else KeptWay if is_kept(row) else TakenWay
                found.setdefault((kind, who, target), set()).add(state)
            for (kind, who, target), sources in found.items():
                yield kind(row.command, frozenset(sources), target, row.effects, who, row.rules, row.when)
        self.problems.extend(_no_way(state, kinds) for state, kinds in lost.items())

    def _places(self, taken: Taken) -> Mapping[str, str]:
        """The states that take rows from their meanings, with how much they take.

        A built-in state is one of them where an edge names it, or such a row leads to it, and nothing stands there yet.
        """
        named = named_in(self.edges) - self.standing
        places: dict[str, str] = {own: self.takes[name] for name, own in self.states.items()}
        places |= dict.fromkeys(sorted(named), "staying")
        waiting = [*places]
        while waiting:
            state = waiting.pop()
            for target, takes in self._reached(state, places[state], taken):
                if places.get(target) not in {takes, "all"}:
                    places[target] = takes
                    waiting.append(target)
        return places

    def _reached(self, state: str, takes: str, taken: Taken) -> Iterator[tuple[State, str]]:
        """The built-in states without rows to which the rows of a state lead, with how much those take."""
        for row in TABLE:
            if is_taken(row, state, taken) or not _taken_from(row, state, takes):
                continue
            target = self._target(row, state, takes)
            if isinstance(target, State) and target not in self.standing:
                yield target, "all" if takes == "all" else "staying"

    def _target(self, row: Row, state: str, takes: str) -> str | None:
        """Where a row leads from a state; blank where no state of the lifecycle will do."""
        if row.target is STAY or (takes != "all" and begins(row)):
            return STAY
        meant = State(row.target)
        before = self._before(state, meant) if issubclass(row.command, _TAKES_BACK) else None
        found = before or self._state_for(meant)
        if found is not None or meant not in OPEN:
            return found or meant
        if takes == "all":
            return meant
        return next((one for stage in _WORKED_ON if (one := self._state_for(stage)) is not None), "")

    def _before(self, state: str, meant: State) -> str | None:
        """The first state of a meaning from which an edge of the house leads to this one."""
        sources = {source for row in self.own for source in row.sources if row.leads(source) == state}
        return next((one for one in self._in_order() if one in sources and stage_of(one) == meant), None)

    def _state_for(self, meant: State) -> str | None:
        """The state of a meaning: the built-in one, if the lifecycle has it, else the first of the house's own.

        None that waits for somebody, and none that is left only for the state that was noted or chosen before.
        """
        if meant in self.standing | named_in(self.edges):
            return meant
        noting = {source for edge in self.edges if edge.target in {BACK, CHOSEN} for source in edge.sources}
        fit = (one for one in self.states.values() if not one.pauses and one not in noting)
        return next((one for one in fit if one.stage == meant), None)

    def _in_order(self) -> Iterable[str]:
        return (*self.states.values(), *State)


def taken_by(own: Iterable[Row]) -> Taken:
    """What the rows of a house take the place of: a command from a state, or one case of it."""
    return frozenset((row.kind, source, case_of(row)) for row in own for source in row.sources)


def is_taken(row: Row, source: str, taken: Taken) -> bool:
    """Whether the house has an edge in the place of this row."""
    return (row.kind, source, None) in taken or (row.kind, source, row.when) in taken


def case_of(row: Row) -> When | None:
    """The condition of the library in whose case alone a row is taken; None where it is taken in each."""
    when = within(row.when)
    return when if when in {one.when for one in TABLE if one.command is row.command} else None


def named_in(edges: Iterable[Edge]) -> frozenset[State]:
    """The built-in states that edges name, but the one before the beginning."""
    names = {name for edge in edges for name in (*edge.sources, edge.target)}
    return frozenset(state for state in State if state in names) - {State.NEW}


def _taken_from(row: Row, state: str, takes: str) -> frozenset[str]:
    """From whom a state takes what a row of the built-in table says: what leads on from nobody, unless it is kept."""
    if stage_of(state) not in row.sources or row.command in _NOT_INHERITED:
        return frozenset()
    if takes == "all" or is_kept(row):
        return row.who
    if row.target is not STAY and not begins(row):
        return frozenset()
    return row.who if takes == "staying" else row.who - STAFF


def _no_way(state: str, kinds: Iterable[str]) -> Problem:
    named = ", ".join(dict.fromkeys(kinds))
    stages = ", ".join(_WORKED_ON)
    return Problem(f"states.{state}", f"no state to which {named} could lead from it", f"a state that means {stages}")
