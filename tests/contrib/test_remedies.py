"""Of the refusals that name a remedy nearly all are satisfied by who follows it without thinking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Any

import pytest

from complaintflow import Actor, InvalidInput, Lifecycle, Refusal, Step, commands as c, from_data
from complaintflow.commands import Command
from tests import stories as s

RULES = Lifecycle.default()
BOT = Actor.machine("bot")
CHIEF = Actor("chen", {"manager", "lead", "agent"}, "payments")
ACTORS = (s.LI, s.WANG, s.LEAD, CHIEF, s.ENGINEER, s.CUSTOMER, s.SYSTEM)
DEPTH, MOST, GOAL = 2, 5, 95
INSTEAD = frozenset({"retrospective-after-solution"})
"""The rules whose remedy is another command instead, which is accepted."""
STAGES: tuple[Callable[[Lifecycle], s.Story], ...] = (
    *(s.received, s.triaged, s.investigating, s.proposed, s.executing, s.resolved, s.verified, s.delivered),
    *(s.confirmed, s.closed, s.planned, s.paying, s.declined, s.withdrawn),
)


class Known:
    """What was worked out of a story: many refusals ask for the same."""

    def __init__(self, story: s.Story) -> None:
        self.story = story
        self.steps: dict[Actor, dict[str, Step]] = {}
        self.after: dict[tuple[str, int], list[s.Story]] = {}


KNOWN: dict[int, Known] = {}


def known(story: s.Story) -> Known:
    return KNOWN.setdefault(id(story), Known(story))  # which keeps the story, and so its id


def steps(story: s.Story, by: Actor) -> dict[str, Step]:
    memory = known(story).steps
    if by not in memory:
        found = RULES.steps(story.complaint, by=by, at=story.at, related=story.related)
        memory[by] = {step.command: step for step in found}
    return memory[by]


def plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return [*map(plain, value)] if isinstance(value, tuple) else value


def filled(step: Step) -> Command:
    """The command with each field that it needs: the first choice or the example. A model does the same."""
    fields = {need.name: plain(need.value) for need in step.needs}
    return from_data(fields, kind=step.command)  # type: ignore[no-any-return]


def samples(story: s.Story, name: str) -> Iterator[Command]:
    ask = RULES._ask(story.complaint, c.Note("x"), BOT, story.at, story.related)
    yield from RULES.commands[name].samples(ask)


def approved(story: s.Story, command: str, refusal: Refusal) -> bool:
    """Asking is not refused by this rule; and when nothing else refuses it either, a person approves it."""
    for wanted in samples(story, command):
        with suppress(InvalidInput):
            asking = c.AskApproval.to(wanted, "it is the next step")
            refused = story.refused(asking, BOT)
            if refusal.rule not in refused and not story.impossible(asking, BOT):
                return bool(refused) or by_a_person(story.do(asking, by=BOT), wanted)
    return False


def by_a_person(story: s.Story, wanted: Command) -> bool:
    request = c.Approve(f"A{story.facts.approvals}")
    people = (s.LI, s.WANG, CHIEF)
    return any(not story.refused(request, person) and not story.refused(wanted, person) for person in people)


def satisfied(story: s.Story, command: str, refusal: Refusal, by: Actor, depth: int = DEPTH) -> bool:
    """Whether one of the commands that it names, done by anybody who may, makes the refusal go away."""
    for named in refusal.commands:
        if named == "AskApproval" and by.is_machine:
            if approved(story, command, refusal):
                return True
        elif any(gone(later, command, refusal, by, depth) for later in after(story, named, depth)):
            return True
    return any(gone(later, command, refusal, by, 1) for later in in_turn(story, refusal.commands, depth))


def in_turn(story: s.Story, names: tuple[str, ...], depth: int) -> Iterator[s.Story]:
    """The story after all of these, one after the other: add evidence, then check it."""
    if not names:
        yield story
    elif len(names) <= MOST:
        for later in after(story, names[0], depth):
            yield from in_turn(later, names[1:], depth)


def gone(story: s.Story, command: str, refusal: Refusal, by: Actor, depth: int) -> bool:
    """Whether the rule no longer refuses; or says again what to do next, and that helps."""
    if refusal.rule in INSTEAD:
        return True
    step = steps(story, by)[command]
    again = [one for one in step.refusals if one.rule == refusal.rule]
    if step.status == "impossible":
        return False
    return not again or (depth > 1 and satisfied(story, command, again[0], by, depth - 1))


def after(story: s.Story, name: str, depth: int) -> list[s.Story]:
    memory = known(story).after
    if (name, depth) not in memory:
        memory[name, depth] = [*islice(reached(story, name, depth), MOST)]
    return memory[name, depth]


def reached(story: s.Story, name: str, depth: int) -> Iterator[s.Story]:
    """The story after this command by each who may do it; after what its own refusals name, where nobody may yet."""
    refused = list[tuple[Actor, Step]]()
    for actor in ACTORS:
        step = steps(story, actor).get(name)
        if step is None:
            continue
        if step.status == "open":
            for one in [filled(step), *samples(story, name)]:
                with suppress(AssertionError, InvalidInput):
                    yield arrived(story.do(one, by=actor)).later(minutes=1)
        elif step.status == "refused":
            refused.append((actor, step))
    if depth > 1:
        for actor, step in sorted(refused, key=lambda one: len(one[1].refusals))[:1]:
            for later in prepared(story, step.refusals, depth - 1):
                opened = steps(later, actor)[name]
                if opened.status == "open":
                    yield arrived(later.do(filled(opened), by=actor)).later(minutes=1)


def prepared(story: s.Story, refusals: tuple[Refusal, ...], depth: int) -> Iterator[s.Story]:
    for refusal in refusals:
        for named in refusal.commands:
            yield from after(story, named, depth)


def arrived(story: s.Story) -> s.Story:
    return story.received_all()


@cache
def told() -> tuple[Counter[bool], Counter[tuple[str, str, tuple[str, ...]]]]:
    """How many refusals with a remedy are satisfied, and which are not."""
    count, lost = Counter[bool](), Counter[tuple[str, str, tuple[str, ...]]]()
    for stage in STAGES:
        KNOWN.clear()
        story = stage(RULES)
        for by in (BOT, s.LI):
            for step in steps(story, by).values():
                for refusal in step.refusals:
                    if refusal.commands:
                        good = satisfied(story, step.command, refusal, by)
                        count[good] += 1
                        if not good:
                            lost[refusal.rule, step.command, refusal.commands] += 1
    return count, lost


@pytest.mark.explore
def test_nearly_every_remedy_leads_somewhere() -> None:
    """A machine follows remedies by the letter: one that leads nowhere is a loop that nobody ends."""
    count, lost = told()
    share = 100 * count[True] / sum(count.values())
    print(f"{count[True]} of {sum(count.values())} refusals with a remedy are satisfied by following it: {share:.1f} %")
    for (rule, command, commands), times in lost.most_common():
        print(f"  {times} times: {rule} of {command}, by {', '.join(commands)}")
    assert share >= GOAL
