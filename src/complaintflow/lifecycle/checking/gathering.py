"""Gathers the answers that differ into differences: those of one command and state that differ alike are one."""

from __future__ import annotations

import attrs

from complaintflow.lifecycle.checking.answers import How, Other, reasons_of
from complaintflow.lifecycle.checking.differences import Answer, Difference
from complaintflow.lifecycle.checking.rules import Rules, Step
from complaintflow.lifecycle.checking.stories import tell

_ORDER = (*How,)


@attrs.define
class _Group:
    """The answers that are told as one difference: the first of them tells the story."""

    slice: str
    later: bool
    old: Step
    new: Step
    other: Other
    times: int = 1


class Differences:
    """Gathers the answers that differ, by command, state and what is another one: one shortest story for each."""

    def __init__(self, old: Rules, new: Rules) -> None:
        self._rules = (old, new)
        self._groups: dict[tuple[object, ...], _Group] = {}

    def note(self, slice: str, later: bool, old: Step, new: Step, other: Other) -> None:
        """Note one answer. The shortest story of a group is that of the slice which has it shortest."""
        facts = tuple(one.fact for one in other.facts)
        about = _reasons(old, new) if other.how is How.REASONS else (_answer(old), _answer(new))
        key = (other.how, old.kind, _states(old, new), about, facts)
        group = self._groups.get(key)
        if group is None:
            self._groups[key] = _Group(slice, later, old, new, other)
            return
        group.times += 1
        if (later, len(old.before.steps)) < (group.later, len(group.old.before.steps)):
            group.slice, group.later, group.old, group.new, group.other = slice, later, old, new, other

    def told(self) -> tuple[Difference, ...]:
        """The differences, those first that follow from no other."""
        found = [self._told(group) for group in self._groups.values()]
        return tuple(sorted(found, key=lambda one: (one.later, _ORDER.index(How(one.how)))))

    def _told(self, group: _Group) -> Difference:
        old, new = self._rules
        by_new = group.new.event is not None
        step = group.new if by_new else group.old
        return Difference(
            group.other.how,
            step.kind,
            step.by.id,
            _states(group.old, group.new),
            _answer(group.old),
            _answer(group.new),
            group.other.facts,
            group.later,
            group.slice,
            group.times,
            tell(new if by_new else old, [*step.before.steps, step]),
        )


def _reasons(old: Step, new: Step) -> tuple[object, ...]:
    """The rules that refuse under one side alone."""
    before, after = {*reasons_of(old)}, {*reasons_of(new)}
    return frozenset(before - after), frozenset(after - before)


def _states(old: Step, new: Step) -> str:
    """The state in which it is asked; both, where they are two."""
    before = dict.fromkeys((old.before.state, new.before.state))
    return " | ".join(before)


def _answer(step: Step) -> Answer:
    if step.event:
        return Answer(str(step.event.state))
    return Answer(rules=reasons_of(step), faults=tuple((one.path, one.found, one.expected) for one in step.faults))
