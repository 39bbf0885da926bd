"""R34: how long what a command of the house's own has left counts: for the fix, for the cycle, or always.

What was approved for one fix is not approved for the next one, and what a customer said of one cycle is not said of
another. So the facts of commands made of data last for the cycle, unless they say something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Command
from complaintflow.errors import Problem
from complaintflow.record.facts import Cycle, Facts

LASTING = ("fix", "cycle", "always")
"""How long a fact may count."""
FOR_THE_CYCLE = "cycle"
"""How long the facts of a command made of data count where it does not say."""
_OVER = {"fix": frozenset({"fix"}), "cycle": frozenset({"fix", "cycle"})}


def lasting_facts(commands: Mapping[str, type[Command]]) -> dict[str, str]:
    """The facts that do not count always, and how long each does."""
    named = ((fact, lasts) for kind in commands.values() for fact, lasts in kind.LASTS.items())
    return {fact: lasts for fact, lasts in named if lasts != "always"}


def lasting_problems(commands: Mapping[str, type[Command]]) -> Iterator[Problem]:
    """What is no word for how long a fact lasts."""
    for name, kind in commands.items():
        for fact, lasts in kind.LASTS.items():
            if lasts not in LASTING:
                yield Problem(f"{name}.LASTS.{fact}", repr(lasts), f"one of {', '.join(LASTING)}")


def lapse(
    facts: Facts, changes: Mapping[str, Any], lasting: Mapping[str, str], said: Mapping[str, str]
) -> Mapping[str, Any]:
    """The changes, with which the facts of the house lapse that are over then. What the command itself `said` stays."""
    over, extra = _over(facts.cycle, changes["cycle"]), changes.get("extra", facts.extra)
    gone = {fact for fact in extra if fact not in said and lasting.get(fact) in over}
    left = {fact: value for fact, value in extra.items() if fact not in gone}
    return {**changes, "extra": FrozenMap(left)} if gone else changes


def _over(before: Cycle, after: Cycle) -> frozenset[str]:
    if before.number != after.number:
        return _OVER["cycle"]
    return _OVER["fix"] if before.fix != after.fix else frozenset()
