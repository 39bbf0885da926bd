"""Judges the steps of an exploration by the promises."""

from __future__ import annotations

from collections.abc import Iterator

from complaintflow.lifecycle.checking.promises import Act, broken_by
from complaintflow.lifecycle.checking.rules import Rules, Situation, Step
from complaintflow.lifecycle.checking.witness import watch


def judge(rules: Rules, step: Step) -> Iterator[tuple[str, str]]:
    """The promises that an accepted step breaks, and how; nothing for one that was refused."""
    command, event = step.command, step.event
    if command is None or event is None:
        return
    before = step.before
    after = watch(before.seen, command, step.by, event)
    stages = (rules.stage_of(before.state), rules.stage_of(str(event.state)))
    yield from broken_by(Act(command, step.by, event, before.seen, after, stages, rules.policy, _others(rules, before)))


def _others(rules: Rules, situation: Situation) -> dict[str, tuple[str, str]]:
    """Whose the complaints are, and where they stand; that of the story itself under a blank name."""
    others = {one.id: (one.facts.customer, rules.stage_of(one.state)) for one in situation.related}
    return {"": (situation.complaint.facts.customer, ""), **others}
