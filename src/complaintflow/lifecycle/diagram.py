"""Diagrams of the lifecycle, drawn from its table: Mermaid for a page, DOT for Graphviz.

They show the moves that change the state, and on request also those that stay, or those of one command. The same table
always gives the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, count

from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.rows import ANYONE, STAFF_ROLE, Row
from complaintflow.vocabulary import State

Arrow = tuple[str, str, tuple[str, ...]]


def arrows(lifecycle: Lifecycle, *, command: str = "", staying: bool = False) -> list[Arrow]:
    """Source, target and moves of each arrow, sorted; only those of `command` if it is given."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in lifecycle.table:
        if command in ("", row.kind):
            for source in row.sources:
                found.setdefault((str(source), str(row.leads(source))), set()).add(_label(row))
    drawn = sorted((*ends, tuple(sorted(moves))) for ends, moves in found.items())
    return [arrow for arrow in drawn if staying or arrow[0] != arrow[1]]


def _label(row: Row) -> str:
    """The move, the roles that alone make it, whom it tells, and after how long the system asks for it."""
    told = " and ".join(dict.fromkeys(f"{one.audience} {one.template}" for one in row.notices))
    roles = " or ".join(sorted(row.who - ANYONE)) if STAFF_ROLE not in row.who else ""
    after = f" (after {row.timer.after})" if row.timer else ""
    return f"{row}{f' by {roles}' if roles else ''}{f' (tells {told})' if told else ''}{after}"


def mermaid(lifecycle: Lifecycle, *, command: str = "", staying: bool = False) -> str:
    """A Mermaid `stateDiagram-v2`."""
    drawn = arrows(lifecycle, command=command, staying=staying)
    states = _states(lifecycle, drawn)
    ids = _ids(states)
    lines = ["stateDiagram-v2"]
    lines += [f"    state {_quoted(state)} as {name}" for state, name in ids.items() if name != state]
    lines += [f"    [*] --> {ids[state]}" for state in states if state == State.NEW]
    lines += [f"    {ids[source]} --> {ids[target]} : {', '.join(moves)}" for source, target, moves in drawn]
    lines += [f"    {ids[state]} --> [*]" for state in states if state in _last(lifecycle)]
    return "\n".join(lines) + "\n"


def _ids(states: Iterable[str]) -> Mapping[str, str]:
    """A name of letters and digits for each state; of two that differ only by a sign, the later one has a number."""
    ids: dict[str, str] = {}
    for state in states:
        plain = re.sub(r"\W", "_", state)
        numbered = (f"{plain}_{number}" for number in count(2))
        ids[state] = next(one for one in chain([plain], numbered) if one not in ids.values())
    return ids


def dot(lifecycle: Lifecycle, *, command: str = "", staying: bool = False) -> str:
    """A Graphviz digraph; final states have a double line."""
    drawn = arrows(lifecycle, command=command, staying=staying)
    lines = ["digraph lifecycle {", "    rankdir=LR;", "    node [shape=box, style=rounded];"]
    last = _last(lifecycle)
    lines += [
        f"    {_quoted(state)}{' [peripheries=2]' if state in last else ''};" for state in _states(lifecycle, drawn)
    ]
    lines += [
        f"    {_quoted(source)} -> {_quoted(target)} [label={_quoted(*moves)}];" for source, target, moves in drawn
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(*lines: str) -> str:
    """Lines in double quotes, escaped: a custom state may have any name."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'


def _states(lifecycle: Lifecycle, drawn: Iterable[Arrow]) -> list[str]:
    """The states that the arrows touch, in the lifecycle's order."""
    touched = {state for source, target, _ in drawn for state in (source, target)}
    return [state for state in lifecycle.states if state in touched]


def _last(lifecycle: Lifecycle) -> frozenset[str]:
    """The states from which no move leads to another."""
    moves = ((source, row.leads(source)) for row in lifecycle.table for source in row.sources)
    return frozenset(lifecycle.states) - {str(source) for source, target in moves if source != target}
