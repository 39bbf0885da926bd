"""How a complaint may end: what makes an end honest hangs on the state that is entered, whichever command leads there.

A closing has its ground, its letter and its guards by whatever command: a command of the house's own may close (R33).
The other ends rest on fields: the customer's words of a withdrawal, the reason and the recourse of a decline, the
target of a merge (R35). So there only the command leads that has them, and it leads nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, cast

import attrs

from complaintflow.commands import (
    BUILTIN,
    Archive,
    Close,
    Command,
    Confirm,
    Decline,
    Dispute,
    Import,
    Merge,
    MissDeadline,
    Recall,
    Reopen,
    Unclose,
    Unmerge,
    Withdraw,
)
from complaintflow.lifecycle.states import stage_of
from complaintflow.values import Said
from complaintflow.vocabulary import CUSTOMER, ENDS, Effect, State

BEGINS_AGAIN = (Dispute, Recall, Reopen, Unclose, Unmerge)
"""What leaves an end: it begins a new cycle, or takes the end back. Else an old confirmation would count on."""

_ENDED_BY: Mapping[str, tuple[type[Command], str]] = {
    State.CLOSED: (Close, 'add("Close", …), Confirm, MissDeadline, or a command of your own (R33)'),
    State.WITHDRAWN: (Withdraw, 'add("Withdraw", …): only the customer withdraws, in words of their own (R35)'),
    State.DECLINED: (Decline, 'add("Decline", …): it tells the customer the reason and the recourse (R35)'),
    State.MERGED: (Merge, 'add("Merge", …): it names the complaint that goes on (R35)'),
    State.ARCHIVED: (Archive, "what is over: it is closed, withdrawn, declined or merged before it is archived (R37)"),
}
"""The command that each end is made for, and what is to be done instead where another one leads there."""
_BEFORE = "; a guard on that edge may ask for a command of your own before it"
_CLOSES_TOO = (Close, Confirm, Import, MissDeadline)
"""The commands of the library that may close. A command of the house's own may, too."""
_OVER = ENDS | {State.CLOSED, State.ARCHIVED}

Fault = tuple[str, str, str]
"""The part of an edge that is wrong, what it is, and what is expected."""


def ending_faults(command: type[Command], sources: Iterable[str], target: str | None, who: Set[str]) -> list[Fault]:
    """Why an edge is no honest end, or leaves one as it may not; with what to do instead. Each once."""
    faults: list[Fault] = []
    for source in sorted(sources, key=str):
        before, after = stage_of(source), stage_of(source if target is None else target)
        if before != after:
            faults += [*_left(command, source, after)] or _entered(command, source, after, who)
        faults += _led_elsewhere(command, after)
    return [*dict.fromkeys(faults)]


def _left(command: type[Command], source: str, after: str) -> Iterator[Fault]:
    if stage_of(source) in _OVER and after != State.ARCHIVED and not issubclass(command, BEGINS_AGAIN):
        yield "from", str(source), "open states: an end is left by what begins a new cycle (Reopen)"


def _entered(command: type[Command], source: str, after: str, who: Set[str]) -> Iterator[Fault]:
    """What is wrong with how it enters a state that is an end, or no state to come to."""
    kind, instead = _ENDED_BY.get(after, (Command, ""))
    by = f"{after} by {command.__name__}"
    if after == State.NEW:
        yield "to", by, "another state: what was received is never new again"
    elif after == State.CLOSED:
        yield from _closed(command, by, who)
    elif after == State.ARCHIVED:
        if stage_of(source) not in _OVER:
            yield "from", str(source), instead
    elif not issubclass(command, kind):
        yield "to", by, f"{instead}{_BEFORE}"


def _closed(command: type[Command], by: str, who: Set[str]) -> Iterator[Fault]:
    if command in BUILTIN.values() and command not in _CLOSES_TOO:
        yield "to", by, f"{_ENDED_BY[State.CLOSED][1]}{_BEFORE}"
    elif CUSTOMER in who and not (issubclass(command, Close) or has_words(command)):
        yield "who", CUSTOMER, "a command with a field of type said: the customer closes by their own words (R33)"


def _led_elsewhere(command: type[Command], after: str) -> Iterator[Fault]:
    """What is made for one end says so to the customer, or to the record, and leads nowhere else."""
    for end, (kind, _) in _ENDED_BY.items():
        if issubclass(command, kind) and after != end:
            yield "to", after, f"a state that means {end}: that is what {command.__name__} says"


def closes_besides(command: type[Command], source: str, target: str) -> bool:
    """R33: whether a command closes by this move that is not made for it: then the move brings what a closing needs."""
    return _closes(source, target) and not issubclass(command, (Close, Import))


def _closes(source: str, target: str) -> bool:
    return stage_of(source) != stage_of(target) == State.CLOSED


def closing_effects(command: type[Command], source: str, target: str) -> frozenset[Effect]:
    """R33: a command of the house's own with words of the customer hears them where it closes, whatever it declares."""
    own = command not in BUILTIN.values() and has_words(command)
    return frozenset({Effect.HEARS}) if own and _closes(source, target) else frozenset()


def has_words(command: type[Command]) -> bool:
    """Whether commands of this kind have a field for words of the customer."""
    fields = attrs.fields(cast(Any, command))
    return any(field.name == "said" or field.type in _OF_WORDS for field in fields)


_OF_WORDS = (Said, Said | None, "Said", "Said | None")
