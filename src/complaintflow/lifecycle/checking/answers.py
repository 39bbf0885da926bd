"""How two answers to one question differ: what one rule book allows and the other refuses, or does in another way."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import attrs

from complaintflow.lifecycle.checking.rules import Step
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Cycle, encode_facts
from complaintflow.vocabulary import LANGUAGES


class How(StrEnum):
    """How the answer of NEW is another one than that of OLD.

    `elsewhere` leads to another state, `otherwise` to the same with other facts, messages or cautions. `reasons` is
    refused by both, by other rules.
    """

    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    ELSEWHERE = "elsewhere"
    OTHERWISE = "otherwise"
    REASONS = "reasons"


NO_MOVE = "no-move"
"""In the place of a rule: the command has no move from this state, or is not there at all."""
INVALID = "invalid"
"""In the place of a rule: it is over a limit of the policy, or its fields are others."""
CAUTIONS = "cautions"
"""In the place of a fact: what is doubtful in the event."""
NOTICES = "notices"
"""In the place of a fact: who is told that the edge was taken, and what."""
_SUM_OF = {"factors": "score"}
"""A fact that needs no telling where the one that sums it up is told."""
NAMES_OF_RULES = frozenset({"lifecycle", "policy"})
"""Facts that name the rule book itself: they are others with every change of it."""


@attrs.frozen
class Changed:
    """A fact that becomes another one, as canonical JSON."""

    fact: str
    old: str
    new: str


@attrs.frozen
class Other:
    """How an answer is another one: the rules that refuse it, or the facts that are others."""

    how: How
    rules: tuple[str, ...] = ()
    facts: tuple[Changed, ...] = ()


def find_other(old: Step, new: Step) -> Other | None:
    """How the answer of NEW is another one than that of OLD; None where both are alike."""
    if old.event is None or new.event is None:
        return _other_refusal(old, new)
    if old.event.state != new.event.state and not (_stays(old, old.event) and _stays(new, new.event)):
        return Other(How.ELSEWHERE)
    changed = (*_other_facts(old, old.event, new, new.event), *_other_cautions(old, new), *_other_notices(old, new))
    told = {one.fact for one in changed}
    changed = tuple(one for one in changed if _SUM_OF.get(one.fact) not in told)
    return Other(How.OTHERWISE, facts=changed) if changed else None


def _stays(step: Step, event: Event) -> bool:
    """Whether the state stays: where the two stand in different ones already, it is no other outcome."""
    return event.state == step.before.state


def _other_refusal(old: Step, new: Step) -> Other | None:
    if old.event is not None:
        return Other(How.IMPOSSIBLE, reasons_of(new))
    if new.event is not None:
        return Other(How.POSSIBLE, reasons_of(old))
    before, after = reasons_of(old), reasons_of(new)
    return Other(How.REASONS, after) if set(before) != set(after) else None


def reasons_of(step: Step) -> tuple[str, ...]:
    """The rules that refuse a step, or the word for what stands in their place; nothing for one that is accepted."""
    if step.event is not None:
        return ()
    if step.decision.not_possible is not None:
        return (NO_MOVE,)
    return step.refused_by or (INVALID,)


def _other_facts(old: Step, led: Event, new: Step, leads: Event) -> Iterator[Changed]:
    """The facts that become others here. One that was another one before does not count again."""
    if led.changes == leads.changes and old.before is new.before:
        return
    for name in sorted({*led.changes, *leads.changes} - NAMES_OF_RULES):
        before = getattr(old.before.complaint.facts, name), getattr(new.before.complaint.facts, name)
        after = led.changes.get(name, before[0]), leads.changes.get(name, before[1])
        if name == "cycle":
            yield from _other_cycle(before, after)
        elif after[0] != after[1] and before[0] == before[1]:
            yield Changed(name, _text(name, after[0]), _text(name, after[1]))


def _other_cycle(before: tuple[Cycle, Cycle], after: tuple[Cycle, Cycle]) -> Iterator[Changed]:
    for name in Cycle.__struct_fields__:
        one, other = (getattr(cycle, name) for cycle in after)
        if one != other and getattr(before[0], name) == getattr(before[1], name):
            told = [_text(name, value) for value in (one, other)]
            yield Changed(f"cycle.{name}", *told)


def _other_cautions(old: Step, new: Step) -> Iterator[Changed]:
    if old.decision.cautions != new.decision.cautions:
        told = ["; ".join(map(str, step.decision.cautions)) for step in (old, new)]
        yield Changed(CAUTIONS, *told)


def _other_notices(old: Step, new: Step) -> Iterator[Changed]:
    """The notices that only one has, and the words of those that are others."""
    if old.decision.notices == new.decision.notices:
        return
    before, after = ({str(one): one for one in step.decision.notices} for step in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if name in before and name in after:
            pairs = zip(LANGUAGES, before[name].texts, after[name].texts, strict=True)
            yield from (Changed(f"{NOTICES}.{name}.{language}", a, b) for language, a, b in pairs if a != b)
        else:
            yield Changed(NOTICES, name if name in before else "", name if name in after else "")


def _text(name: str, value: Any) -> str:
    """A value as JSON, without its name."""
    text = encode_facts({name: value}).decode()
    return text[len(name) + 4 : -1]
