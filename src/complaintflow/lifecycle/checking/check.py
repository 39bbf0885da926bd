"""The check: explores every slice, judges every step, and says what it found and covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from complaintflow.commands import Remind
from complaintflow.commands._context import Decision
from complaintflow.commands.clocks import notice_of
from complaintflow.lifecycle.checking.answers import reasons_of
from complaintflow.lifecycle.checking.exploring import Exploration
from complaintflow.lifecycle.checking.findings import Covered, Finding, Report
from complaintflow.lifecycle.checking.judging import judge
from complaintflow.lifecycle.checking.odd import Tally, find_odd, find_unused
from complaintflow.lifecycle.checking.rules import Rules, Situation, Step
from complaintflow.lifecycle.checking.slices import SLICES, Slice, capped, house_slice
from complaintflow.lifecycle.checking.stories import tell

_CAPPED = "not explored to the end; raise the cap (check(most=…), --most) to prove it"
_TWINS = 40
"""So many situations of each slice that were taken for another are asked everything again."""


def check(
    rules: Rules, slices: Iterable[Slice] | None = None, *, first: bool = False, most: int | None = None
) -> Report:
    """Explore every slice. With `first` it ends at the first broken promise; `most` is another cap of each slice.

    Raises `InvalidInput` for a cap below one.
    """
    tally, findings, covered = Tally(), list[Finding](), list[Covered]()
    house = house_slice(rules)
    for slice in capped((*(SLICES if slices is None else slices), *([house] if house else ())), most):
        exploration = Exploration(rules, slice)
        for finding in _explored(rules, exploration, tally):
            findings.append(finding)
            if first:
                break
        covered.append(_covered(exploration))
        if first and findings:
            break
    if first:
        return Report(tuple(findings), tuple(covered), tally.refused)
    return Report((*findings, *find_odd(rules, tally)), tuple(covered), tally.refused, find_unused(rules, tally))


def _explored(rules: Rules, exploration: Exploration, tally: Tally) -> Iterator[Finding]:
    """The findings of one slice: the first story of each."""
    told: set[tuple[str, str]] = set()
    name = exploration.slice.name
    for step, after in exploration.steps():
        tally.note(rules, step, after)
        for kind, promise, how in (*_broken(rules, step), *_unsaid(step)):
            if (promise, how) not in told:
                told.add((promise, how))
                yield Finding(kind, promise, how, name, tell(rules, [*step.before.steps, step]))
    if exploration.capped:
        yield Finding("cap-exceeded", name, f"more than {exploration.slice.most} situations: {_CAPPED}")
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
    return Covered(name, found, exploration.decisions, exploration.cut, not exploration.capped)
