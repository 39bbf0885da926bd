"""Situations that the rules cannot tell apart are one: names are counted anew, times become ages, counters go.

A fact that is not named here is kept as it is, so a new fact is never lost: it can only make the exploration longer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec

from complaintflow._validation.structure import FrozenMap, is_list
from complaintflow.lifecycle.checking.reading import EXTRA, OF_CYCLE
from complaintflow.lifecycle.checking.rules import Situation
from complaintflow.lifecycle.checking.witness import Seen
from complaintflow.lifecycle.own_commands import is_of_house
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import Cycle, Facts
from complaintflow.record.keys import parse_part

_DAYS = 4
"""So many days back are told apart where a rule counts days of attempts."""
_TIMES = 2
"""So many cycles are told apart: the second dispute raises the grade."""
_ERASED: Mapping[type, frozenset[str]] = {
    Facts: frozenset(
        {
            *("policy", "lifecycle", "customer", "factors", "score", "messages", "questions", "referrals", "tasks"),
            "options",
            *("compensations", "fixes", "last_told", "known", "missing", "progress", "settled", "reminded", "breached"),
            *("sendings", "by_machines", "approvals", "blocks", "addresses", "told_solved", "channel"),
        }
    ),
    Cycle: frozenset({"number", "fix", "proof"}),
    Seen: frozenset({"tasks", "options", "compensations", "pieces", "referrals", "for_staff"}),
}
"""What no rule of a slice tells apart: counters that only name what comes next, texts, the channel of the intake."""
ERASED = _ERASED[Facts].union(OF_CYCLE + name for name in _ERASED[Cycle])
"""The facts that the fold erases, as they are read."""


class Told(msgspec.Struct, frozen=True):
    """What the guards of a house tell apart beside what those of the library do.

    `counts` says of each counter how far, `facts` are those that they read and the fold erases. With `read_only` it
    erases what commands of the house leave as well, where nobody reads it. With `time` it keeps what time it is: who
    waits for a day comes to it. With `until` it keeps that for a guard that reads it, as long as the timers run.
    """

    counts: FrozenMap = FrozenMap()
    facts: frozenset[str] = frozenset()
    read_only: bool = False
    time: bool = False
    until: datetime | None = None


BY_LIBRARY = Told()
"""What the guards of the library tell apart."""


def fold(situation: Situation, policy: Policy, told: Told = BY_LIBRARY) -> Hashable:
    """What the rules, and the promises, can tell apart of a situation."""
    facts, seen = situation.complaint.facts, situation.seen
    parts = [(name, value, _read(value)) for record in (facts, seen) for name, value in _parts(record, told)]
    names = _Names(situation.at, ages(policy), [read for _, _, read in parts])
    cycle = facts.cycle
    extra = (cycle.fix > 0, cycle.proof == cycle.fix, cycle.proof > 0)
    counts = tuple([min(read(facts), most) for read, most in _counters(policy, told.counts)])
    any_yet = (bool(facts.questions), bool(facts.referrals), bool(facts.compensations))
    folded = ((name, names.fold(value) if read.moves else read.folded) for name, value, read in parts)
    now = situation.at if told.time else told.until and min(situation.at, told.until)
    return (now, extra, counts, any_yet, *folded)


@lru_cache(maxsize=64)
def _counters(policy: Policy, counts: FrozenMap) -> tuple[tuple[Callable[[Any], int], int], ...]:
    """What reads each counter, and how far it counts: as far as any rule of the library or of the house."""
    known = {"cycle.number": _TIMES, "repeats": _TIMES, "escalation": _TIMES}
    known["disputes"] = max(_TIMES, policy.disputes.raise_grade_at)
    most = {**known, **{name: max(number, known.get(name, 0)) for name, number in counts.items()}}
    return tuple((attrgetter(name), number) for name, number in most.items())


def _parts(record: Any, told: Told) -> Iterator[tuple[str, Any]]:
    """The fields of a record that say something, those of the cycle among them."""
    names, defaults, values = _told(record.__class__, told.facts)
    for name, default, value in zip(names, defaults, values(record), strict=True):
        if value is default or value == default:
            continue
        if name == "cycle":
            yield from _parts(value, told)
        elif name == "extra" and told.read_only:
            if left := _read_facts(value, told.facts):  # what nobody reads is as if it were not there
                yield name, left
        else:
            yield name, _trimmed(record, name, value)


@lru_cache(maxsize=4096)
def _read_facts(extra: FrozenMap, read: frozenset[str]) -> FrozenMap:
    """The facts of the house that somebody reads, and those of which the house has no command."""
    if EXTRA in read:  # as a whole
        return extra
    return FrozenMap({name: one for name, one in extra.items() if not is_of_house(name) or EXTRA + name in read})


_OF_TASKS = frozenset({"safeguards", "chasing", "improvements"})
_COUNTED = frozenset({"repeats", "disputes", "escalation"})


def _trimmed(record: Any, name: str, value: Any) -> Any:
    """What of a growing fact is still told apart."""
    if name == "to_us":
        return value & record.open_messages
    if name == "paid" and isinstance(record, Facts):
        number = record.cycle.number
        return frozenset((one.kind, one.amount, one.cycle == number, one.complaint) for one in value)
    if name == "signs":
        return frozenset(sign.kind for sign in value)
    if name in _OF_TASKS:
        return value.intersection(one if isinstance(one, str) else one[0] for one in record.open_tasks)
    if name == "signals":
        return value.hazards, value.impact, value.urgency, value.severity, value.exposure
    return min(value, _TIMES) if name == "calls_missed" else value


@lru_cache(maxsize=64)
def _told(kind: Any, kept: frozenset[str]) -> tuple[tuple[str, ...], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields of a record that are told apart, their defaults, and what reads them all at once."""
    gone = _ERASED[kind] | _COUNTED
    mine = kept if kind is Facts else frozenset[str]()  # all that is erased of a cycle is counted
    names = tuple(name for name in kind.__struct_fields__ if name not in gone - mine)
    values = attrgetter(*names)
    return names, values(kind()), values


@lru_cache(maxsize=64)
def ages(policy: Policy) -> tuple[timedelta, ...]:
    """The ages at which a rule changes its mind."""
    closing = policy.closing
    reopened = timedelta(days=closing.reopen_days)
    spans = {closing.silent_after, closing.unanswered_after, reopened, policy.backdate_limit}
    return tuple(sorted({timedelta(), timedelta(days=1), *spans}))


class _Read(msgspec.Struct, frozen=True, eq=False):
    """What there is to fold in a value: the parts that it names, whether it moves with them or with the time, and what
    it is folded to where it does not."""

    parts: tuple[tuple[str, tuple[str, int]], ...]
    moves: bool
    folded: Hashable


@lru_cache(maxsize=16_384)
def _read(value: Any) -> _Read:
    """Read a value. Most facts of a situation are those of many others, and are read once."""
    parts = tuple({text: part for text in _texts(value) if (part := _part(text))}.items())
    moves = bool(parts) or _has_times(value)
    return _Read(parts, moves, None if moves else _STANDING.fold(value))


class _Names:
    """Counts the parts that are named anew, in their order, and folds values."""

    def __init__(self, at: datetime, ages: tuple[timedelta, ...], values: Iterable[_Read]) -> None:
        """Name every part in these values by its place among those of its kind."""
        self._at, self._ages = at, ages
        self._new: dict[str, str] = {}
        found = {name: part for value in values for name, part in value.parts}
        places: dict[str, int] = {}
        for name in sorted(found, key=found.__getitem__):
            counter = found[name][0]
            places[counter] = places.get(counter, 0) + 1
            self._new[name] = f"{name[0]}{places[counter]}"

    def fold(self, value: Any) -> Hashable:
        """A value with the new names, and ages in the place of times."""
        if isinstance(value, str):
            return self._new.get(value, value)
        if isinstance(value, datetime):
            return self._age(value)
        if isinstance(value, date):
            return "days", min((self._at.date() - value).days, _DAYS)
        several = _several(value)
        if several is None:
            return value  # type: ignore[no-any-return]  # what is no collection has a hash
        ordered = isinstance(value, tuple | msgspec.Struct)
        return tuple(map(self.fold, several)) if ordered else frozenset(map(self.fold, several))

    def _age(self, time: datetime) -> Hashable:
        past = time <= self._at
        return "past" if past else "to come", bisect_right(self._ages, self._at - time if past else time - self._at)


_STANDING = _Names(datetime.max.replace(tzinfo=UTC), (), ())
"""Folds what names no part and no time."""


def _has_times(value: Any) -> bool:
    return isinstance(value, date) or any(map(_has_times, _several(value) or ()))


def _several(value: Any) -> tuple[Any, ...] | None:
    """What a value holds; None for one that is whole."""
    if is_list(value):
        return tuple(value)
    if isinstance(value, FrozenMap):
        return tuple(value.items())
    if isinstance(value, msgspec.Struct):
        return tuple(getattr(value, name) for name in value.__struct_fields__)
    return None


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from (text for one in _several(value) or () for text in _texts(one))


@lru_cache(maxsize=4096)
def _part(text: str) -> tuple[str, int] | None:
    found = parse_part(text)
    return (found[0], found[1]) if found else None
