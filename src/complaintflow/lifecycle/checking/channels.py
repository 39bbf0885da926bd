"""By which channels complaints come in: by one for each state in which a complaint may begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from complaintflow import commands as c
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.conditions import ByChannel
from complaintflow.policy.policy import Policy

_Offers = Callable[[Ask], Iterable[c.Command]]


def by_each_channel(several: Sequence[Rules], usual: _Offers) -> _Offers:
    """The examples of what comes in: by a channel of each state in which it begins, under each of these rules."""
    if not any(_named(several)):
        return usual

    def offer(ask: Ask) -> Iterator[c.Command]:
        for command in usual(ask):
            for channel in _of_each_beginning(several, ask.policy):
                yield attrs.evolve(command, channel=channel)  # type: ignore[misc]  # every command is an attrs class

    return offer


def _of_each_beginning(several: Sequence[Rules], policy: Policy) -> Iterable[str]:
    """One channel of all that begin in the same state, under each of these rules; first one that nobody names."""
    known = ("app", *sorted(policy.channels))
    named = [*_named(several)]
    other = next((one for one in known if not any(_begins(rules, one) for rules in several)), "another channel")
    found: dict[tuple[str, ...], str] = {}
    for channel in (other, *named):
        found.setdefault(tuple(_begins(rules, channel) for rules in several), channel)
    return found.values()


def _named(several: Iterable[Rules]) -> Iterator[str]:
    for row in (row for rules in several for row in rules.table):
        if isinstance(row.when, ByChannel):
            yield from row.when.channels


def _begins(rules: Rules, channel: str) -> str:
    """The state in which complaints of this channel begin; blank where it is the usual one."""
    named = (row for row in rules.table if isinstance(row.when, ByChannel) and row.when.names(channel))
    return next((str(row.target) for row in named), "")
