"""Timers: after so long in a state the system asks for a command, through the same gate as everybody.

A timer is a clock of the policy that starts when its state is entered, and is over when the state is left or the
command was done. So it is kept, explained and looked at like every clock, on business time where its calendar says so.
In a state that pauses it runs, since it is to end the wait; in any other it stands while the clocks stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Command
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.states import pauses_for
from complaintflow.lifecycle.timers import Timer
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.sla.by_name import ByName
from complaintflow.sla.milestones import enters, leaves, state_in
from complaintflow.vocabulary import CUSTOMER

_RULE = "house"


def timer_name(command: str, state: str) -> str:
    """The name of the clock."""
    return f"{command} in {state}"


def asked_by_timers(table: Iterable[Row]) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """The commands for which timers ask, each in its state, with the fields that the system says."""
    timed = ((row, row.timer) for row in table if row.timer)
    return {
        (row.kind, str(source)): ByName(row.kind, timer.says).fields for row, timer in timed for source in row.sources
    }


def clocks_of(table: Iterable[Row]) -> Mapping[str, ClockRule]:
    """The clock of each timer of a table."""
    return FrozenMap(
        {
            timer_name(row.kind, source): _clock(row.timer, row.kind, source)
            for row in table
            if row.timer
            for source in sorted(row.sources)
        }
    )


def _clock(timer: Timer, command: str, state: str) -> ClockRule:
    return ClockRule(
        _RULE,
        starts=(enters(state),),
        satisfied=(leaves(state), command),
        cancelled=(),
        budget=timer.after,
        calendar=timer.calendar,
        pauses=not pauses_for(state),
        warn=(),
        tells=(CUSTOMER,),  # nobody of staff is late by it
        asks=command,
        says=timer.says,
    )


def with_timers(policy: Policy, timers: Mapping[str, ClockRule]) -> Policy:
    """The policy with these clocks as well; itself, where it has them all."""
    if all(policy.clocks.get(name) == rule for name, rule in timers.items()):
        return policy
    return attrs.evolve(policy, clocks=FrozenMap({**policy.clocks, **timers}))


def without_timers(policy: Policy) -> Policy:
    """The policy without what only asks: no rule decides by it."""
    left = {name: rule for name, rule in policy.clocks.items() if not rule.asks}
    return policy if len(left) == len(policy.clocks) else attrs.evolve(policy, clocks=FrozenMap(left))


def _unsaid(path: str, asked: ByName, commands: Mapping[str, type[Command]]) -> Iterator[Problem]:
    """What is wrong with the fields that a clock says."""
    try:
        asked.made(commands)
    except InvalidInput as wrong:
        yield from (Problem(f"{path}.{one.path}", one.found, one.expected) for one in wrong.problems)
    except msgspec.MsgspecError:
        yield Problem(path, repr(asked.says)[:60], "the fields of the command as a JSON object")


def timer_problems(policy: Policy, commands: Mapping[str, type[Command]], states: Iterable[str]) -> Iterator[Problem]:
    """The clocks of a policy that ask for no command of this lifecycle, or wait for no state of it."""
    known = {*states}
    for name, rule in policy.clocks.items():
        if rule.asks and rule.asks not in commands:
            yield Problem(f"clocks.{name}.asks", repr(rule.asks), f"one of {', '.join(sorted(commands))}")
        elif rule.asks:
            yield from _unsaid(f"clocks.{name}.says", ByName(rule.asks, rule.says), commands)
        for field in ("starts", "satisfied", "cancelled", "settled"):
            named = {state for one in getattr(rule, field) if (state := state_in(one))}
            for state in sorted(named - known):
                yield Problem(f"clocks.{name}.{field}", repr(state), f"one of {', '.join(sorted(known))}")
