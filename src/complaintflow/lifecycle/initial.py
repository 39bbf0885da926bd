"""Where a complaint begins: those of some channels of a house begin in another state than the usual one.

Such a state has the meaning of one in which the work begins, and no clock stands in it. So nobody begins as told, as
over, or without the promises of the first response (R2), and everything else of the edge by which a complaint comes in
stays as it is: who may, its rules, and whom it tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from complaintflow._validation.names import name_key
from complaintflow.commands import Merge, Unmerge
from complaintflow.errors import Problem
from complaintflow.lifecycle.conditions import ByChannel, OtherChannel
from complaintflow.lifecycle.meaning import KeptWay, taken_by
from complaintflow.lifecycle.rows import Row, implied_effects
from complaintflow.lifecycle.states import CustomState, stage_of, unfit_to_begin
from complaintflow.lifecycle.table import TABLE, came_from
from complaintflow.policy.policy import Policy
from complaintflow.vocabulary import OPEN, State

Beginnings = Mapping[str, Sequence[str]]
"""The states in which complaints of some channels begin, each with these channels."""


def begin_by_channel(rows: Sequence[Row], begins: Mapping[CustomState, Sequence[str]]) -> Iterator[Row]:
    """The rows of a table; each by which an open complaint comes in leads to these states, by their channels.

    A duplicate comes in by them as well, so it is merged from there, and back (R5).
    """
    named = tuple(channel for channels in begins.values() for channel in channels)
    for row in rows:
        if not named or not _is_beginning(row):
            yield row
            continue
        for state, channels in begins.items():
            yield attrs.evolve(row, target=state, when=ByChannel(tuple(channels), row.when))
        yield attrs.evolve(row, when=OtherChannel(ByChannel(named), row.when))
    yield from _merges(rows, begins)


def _is_beginning(row: Row) -> bool:
    """Whether an open complaint comes in by this row."""
    return State.NEW in row.sources and stage_of(row.leads(State.NEW)) in OPEN


def _merges(rows: Sequence[Row], begins: Iterable[CustomState]) -> Iterator[Row]:
    """The ways into a merge and back for each state, where the table merges and the house has none of its own."""
    if not any(row.command is Merge for row in rows):
        return
    taken = taken_by(rows)
    merge, unmerge = (next(row for row in TABLE if row.command is one) for one in (Merge, Unmerge))
    for state in begins:
        if (Merge.__name__, state, None) in taken:
            continue
        yield KeptWay(Merge, frozenset({state}), merge.target, merge.effects, merge.who, merge.rules)
        merged, effects = frozenset({State.MERGED}), implied_effects(State.MERGED, state)
        yield KeptWay(Unmerge, merged, state, effects, unmerge.who, unmerge.rules, came_from(str(state)))


def beginning_problems(
    begins: Beginnings, states: Mapping[str, CustomState], places: Mapping[str, str], policy: Policy
) -> Iterator[Problem]:
    """All that is wrong with these beginnings."""
    of: dict[str, str] = {}
    for name, channels in begins.items():
        path = f"{places[name]}.initial"
        if name in states:
            yield from _unfit(states[name], path)
        for channel in channels:
            yield from _channel(channel, path, policy)
            other = of.setdefault(name_key(channel), name)
            if other != name:
                yield Problem(path, repr(channel), f"a channel of this state alone: it is one of {other}, too")


def _unfit(state: CustomState, path: str) -> Iterator[Problem]:
    """Why a complaint may not begin in this state."""
    yield from (Problem(path, found, expected) for found, expected in unfit_to_begin(state))
    if state.remembers:
        yield Problem(path, f"{state}, which goes back to the one before it", "another way on: none is before it")


def _channel(channel: str, path: str, policy: Policy) -> Iterator[Problem]:
    known = policy.known_names["channel"]
    if not channel.strip():
        yield Problem(path, repr(channel), "the name of a channel")
    elif "channel" in policy.closed_names and policy.spell("channel", channel) not in known:
        yield Problem(path, repr(channel), f"one of {', '.join(sorted(known))}")


def no_usual_beginning(rows: Iterable[Row], begins: Beginnings, places: Mapping[str, str]) -> Iterator[Problem]:
    """The beginnings of a lifecycle in which complaints of other channels begin nowhere."""
    if not any(map(_is_beginning, rows)):
        expected = 'an edge for all other channels as well: add("Receive", "new", …)'
        yield from (Problem(f"{places[name]}.initial", "no usual beginning", expected) for name in begins)
