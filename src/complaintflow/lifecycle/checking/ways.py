"""The ways through a table: what a house added to it, who tries it, and by which commands one comes to a state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from operator import attrgetter

from complaintflow import commands as c
from complaintflow.lifecycle.checking.cast import parts_for
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.conditions import ByChannel, is_of_channel
from complaintflow.lifecycle.meaning import KeptWay, TakenWay
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import ENDS, OPEN, State

Kind = type[c.Command]
OVER = ENDS | {State.CLOSED, State.ARCHIVED}
"""The built-in states in which a complaint is over."""


_name = attrgetter("__name__")


def own_rows(rules: Rules) -> Iterator[Row]:
    """The rows of the house's own commands, those by which it leads on, and those with a timer."""
    for row in rules.table:
        leads = any(row.leads(source) != source for source in row.sources)
        own = row.kind not in c.BUILTIN or leads or row.timer is not None
        if own and not isinstance(row, KeptWay) and not any(_is_part_of(row, one) for one in TABLE):
            yield row


def _is_part_of(row: Row, other: Row) -> bool:
    """Whether a row is another one, or what is left of it where sources were taken away."""
    if row is other:
        return True
    same = (row.command, row.target, row.when, row.rules) == (other.command, other.target, other.when, other.rules)
    same = same and row.timer == other.timer
    return same and row.sources <= other.sources


def leading_on(rules: Rules, state: str) -> list[Row]:
    """The rows by which one leads on from a state: of the ways that every state keeps, an agreement alone does."""
    leaving = (row for row in rules.table if state in row.sources and row.leads(state) != state)
    return [row for row in leaving if not isinstance(row, KeptWay) or issubclass(row.command, c.Agree)]


def hangs(rules: Rules, state: str) -> str:
    """How the table alone leaves an open state without a way: `dead-end`, `no-way-out`, or blank."""
    if rules.stage_of(state) not in OPEN:
        return ""
    if not leading_on(rules, state):
        return "dead-end"
    return "" if _ends(rules, state) else "no-way-out"


def _ends(rules: Rules, start: str) -> bool:
    """Whether edges lead from a state to an end."""
    seen, waiting = {start}, [start]
    while waiting:
        state = waiting.pop()
        if rules.stage_of(state) in OVER:
            return True
        after = {str(row.leads(state)) for row in leading_on(rules, state)} - seen
        seen |= after
        waiting += sorted(after)
    return False


def of_the_house(rules: Rules) -> dict[Kind, tuple[str, ...]]:
    """The commands that the house has itself, or by which its edges lead on, and who tries them."""
    return _tried(row for row in own_rows(rules) if not isinstance(row, TakenWay))


def taken_by_meaning(rules: Rules) -> dict[Kind, tuple[str, ...]]:
    """The commands by which states of the house lead on as those of their meaning do, and who tries them."""
    return _tried(row for row in own_rows(rules) if isinstance(row, TakenWay))


def taken_in(rules: Rules) -> Mapping[Kind, frozenset[str]]:
    """The states of the house that lead on by these commands as those of their meaning do."""
    found: dict[Kind, frozenset[str]] = {}
    for row in (row for row in own_rows(rules) if isinstance(row, TakenWay)):
        found[row.command] = found.get(row.command, frozenset()) | set(map(str, row.sources))
    return found


def _tried(rows: Iterable[Row]) -> dict[Kind, tuple[str, ...]]:
    found: dict[Kind, set[str]] = {}
    for row in rows:
        found.setdefault(row.command, set()).update(parts_for(row.who))
    return {kind: tuple(sorted(who)) for kind, who in found.items()}


def who_tries(rules: Rules, kind: Kind) -> tuple[str, ...]:
    """Who tries a command: the parts for whom it has a row."""
    return tuple(dict.fromkeys(part for row in rules.table if row.command is kind for part in parts_for(row.who)))


def bridges(rules: Rules, kinds: Set[Kind]) -> frozenset[Kind]:
    """The fewest further commands by which the house leads to a state from which each of these is asked.

    A state counts that means what one does to which these commands lead in the built-in table: others belong to other
    slices, and a way to them would bring all that can happen there.
    """
    found, usual = frozenset[Kind](), _usual(kinds)
    for ways in [ways_through(rules.table, kinds, start) for start in (State.NEW, *beginnings(rules))]:
        for kind in sorted(kinds, key=_name):
            sources = {source for row in rules.table if row.command is kind for source in row.sources}
            meant = usual.get(kind) or {rules.stage_of(source) for source in sources}
            paths = [ways[source] for source in sources if source in ways and rules.stage_of(source) in meant]
            found |= min(paths, key=lambda path: (len(path), sorted(map(_name, path))), default=frozenset[Kind]())
    return found


def beginnings(rules: Rules) -> Mapping[str, str]:
    """The states in which complaints of some channels begin, each with the first of these channels."""
    begun = ((str(row.target), row.when) for row in rules.table)
    return {state: when.channels[0] for state, when in begun if isinstance(when, ByChannel)}


def _usual(kinds: Set[Kind]) -> Mapping[Kind, frozenset[str]]:
    """From which states of the built-in table each of these is asked in a slice of these commands alone."""
    ways = ways_through(TABLE, kinds)
    sources = {kind: (one for row in TABLE if row.command is kind for one in row.sources) for kind in kinds}
    return {kind: frozenset(one for one in some if one in ways and not ways[one]) for kind, some in sources.items()}


def ways_through(table: Iterable[Row], kinds: Set[Kind], start: str = State.NEW) -> Mapping[str, frozenset[Kind]]:
    """For each state the fewest commands, beside these, by which one comes to it in a table."""
    rows = tuple(row for row in table if row.when is None or is_of_channel(row.when))  # another may never hold
    ways: dict[str, frozenset[Kind]] = {start: frozenset()}
    waiting = [str(start)]
    while waiting:
        state = waiting.pop(0)
        for row in rows:
            if state in row.sources:
                after, path = str(row.leads(state)), ways[state] | (frozenset({row.command}) - kinds)
                if after not in ways or len(path) < len(ways[after]):
                    ways[after] = path
                    waiting.append(after)
    return ways
