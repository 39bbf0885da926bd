"""The check: explores every slice, judges every step, and says what it found and covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from complaintflow.commands import Remind
from complaintflow.commands._context import Decision
from complaintflow.commands.clocks import notice_of
from complaintflow.lifecycle.checking.answers import reasons_of
from complaintflow.lifecycle.checking.built_in_slices import SLICES
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.findings import Covered, Finding, Report
from complaintflow.lifecycle.checking.idle_guards import find_endless, find_idle, tell_unsampled
from complaintflow.lifecycle.checking.judging import judge
from complaintflow.lifecycle.checking.observing import Observer
from complaintflow.lifecycle.checking.odd import Tally, find_odd, find_unused
from complaintflow.lifecycle.checking.rounds import round_slices
from complaintflow.lifecycle.checking.rules import Rules, Situation, Step
from complaintflow.lifecycle.checking.slices import Slice, capped, house_slice, with_wanted
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.checking.stuck import Stuck

_CAPPED = "not explored to the end; raise the cap (check(most=…), --most) to prove it"
_TWINS = 40
"""So many situations of each slice that were taken for another are asked everything again."""


def check(
    rules: Rules, slices: Iterable[Slice] | None = None, *, first: bool = False, most: int | None = None
) -> Report:
    """Explore every slice. With `first` it ends at the first broken promise; `most` is another cap of each slice.

    Raises `InvalidInput` for a cap below one.
    """
    observer, tally, findings, covered = Observer(rules), Tally(), list[Finding](), list[Covered]()
    stuck = Stuck(rules, observer)
    for slice in _all(rules, SLICES if slices is None else slices, observer, most):
        exploration, found = _explore(observer, slice, tally, first)
        if first and found:
            return Report((found[0],), (*covered, _covered(exploration)), tally.refused)
        findings += found
        stuck.note(exploration)
        covered.append(_covered(exploration))
    if first:
        return Report((), tuple(covered), tally.refused)
    guards = observer.guards.values()
    findings += (*find_odd(rules, tally), *stuck.find(), *find_idle(rules, guards), *find_endless(guards))
    unsampled = tuple(tell_unsampled(rules, guards))
    return Report(tuple(findings), tuple(covered), tally.refused, find_unused(rules, tally), unsampled)


def _all(rules: Rules, slices: Iterable[Slice], observer: Observer, most: int | None) -> Iterator[Slice]:
    """The slices, that of the house, and those of what its guards count: what these are is known after the others."""
    house = house_slice(rules)
    yield from capped((*slices, *([house] if house else ())), most)
    yield from capped(round_slices(rules, observer), most)


def _explore(observer: Observer, slice: Slice, tally: Tally, first: bool) -> tuple[Exploration, list[Finding]]:
    """The exploration of a slice, and what it found: with `first` as soon as something is.

    Another one follows where the guards of the house tell more apart than was known, or let nothing pass without a
    command that the slice has not.
    """
    while True:
        exploration = Exploration(observer.rules, slice, observer)
        observer.begin()
        found = [*islice(_explored(exploration, tally), 1 if first else None)]
        if first and found:
            return exploration, found
        if exploration.outdated:
            continue
        wider = with_wanted(slice, observer.rules, observer.wanted())
        if exploration.capped or wider == slice:
            return exploration, found
        slice = wider


def _explored(exploration: Exploration, tally: Tally) -> Iterator[Finding]:
    """The findings of one exploration: the first story of each."""
    told: set[tuple[str, str]] = set()
    name, rules = exploration.slice.name, exploration.rules
    for step, after in exploration.steps():
        tally.note(rules, step, after)
        for kind, promise, how in (*_broken(rules, step), *_unsaid(step)):
            if (promise, how) not in told:
                told.add((promise, how))
                yield Finding(kind, promise, how, name, tell(rules, [*step.before.steps, step]))
    if exploration.outdated:
        return
    if exploration.capped:
        yield Finding("cap-exceeded", name, f"more than {exploration.most} situations: {_CAPPED}")
    yield from _unequal(exploration)


def _broken(rules: Rules, step: Step) -> Iterator[tuple[str, str, str]]:
    yield from (("broken-promise", promise, how) for promise, how in judge(rules, step))


def _unsaid(step: Step) -> Iterator[tuple[str, str, str]]:
    """A notice of an edge that a rule refuses: whom it is for does not hear of it, and the owner hears that."""
    notice = notice_of(step.command.about) if isinstance(step.command, Remind) else ""
    if notice and step.event is None:
        yield "notice-refused", notice, f"refused by {', '.join(reasons_of(step))}"


def _unequal(exploration: Exploration) -> Iterator[Finding]:
    """Situations that were taken for one, and are answered otherwise: the fold, or a rule, sees too little."""
    every = max(1, len(exploration.twins) // _TWINS)
    for number in islice(exploration.twins, 0, None, every):
        one, other = exploration.found[number], exploration.twins[number]
        different = _difference(exploration, one, other)
        if different:
            steps = other.steps
            yield Finding(
                "equal-and-different",
                different,
                "two situations alike are answered differently",
                exploration.slice.name,
                tell(exploration.rules, steps),
            )
            return


def _difference(exploration: Exploration, one: Situation, other: Situation) -> str:
    """The command that is answered otherwise in the other situation; blank where none is."""
    pairs = zip(exploration.tried(one), exploration.tried(other), strict=False)
    return next((f"{a.kind} by {a.by.id}" for a, b in pairs if _answer(a.decision) != _answer(b.decision)), "")


def _answer(decision: Decision) -> object:
    state = str(decision.events[0].state) if decision.events else ""
    return state, frozenset(refusal.rule for refusal in decision.refusals), decision.not_possible is not None


def _covered(exploration: Exploration) -> Covered:
    name, found = exploration.slice.name, len(exploration.found)
    absent, unasked, unaccepted = exploration.absent, exploration.unasked, exploration.unaccepted
    counts = (exploration.decisions, exploration.cut, not exploration.capped)
    return Covered(
        name, found, *counts, absent=absent, unasked=unasked, unaccepted=unaccepted, barred=exploration.barred
    )
