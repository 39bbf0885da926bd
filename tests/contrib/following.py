"""Somebody who follows remedies by the letter: does what a refusal names, asks whom it names, and does not think."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

import attrs

from complaintflow import Actor, InvalidInput, Refusal, Step, commands as c, from_data
from complaintflow.commands import Command
from tests import stories as s

BOT = Actor.machine("bot")
CHIEF = Actor("chen", {"manager", "lead", "agent"}, "payments")
CARRIER = Actor("luo", {"agent"}, "logistics")
PEOPLE = (s.LI, s.WANG, s.LEAD, CHIEF, s.ENGINEER, CARRIER)
ACTORS = (*PEOPLE, s.CUSTOMER, s.SYSTEM)
DEPTH, MOST, TRIED = 2, 5, 12
INSTEAD = frozenset({"another-team", "not-paid-twice", "not-yet-sent", "retrospective-after-solution"})
"""The rules that no remedy makes go away: it is another command, which is to be accepted instead."""


@attrs.frozen
class Follower:
    """Follows the remedies of one story. What it worked out it keeps: many refusals ask for the same."""

    story: s.Story
    kept: dict[object, Any] = attrs.field(factory=dict, repr=False)

    def steps(self, by: Actor) -> dict[str, Step]:
        if by not in self.kept:
            story = self.story
            found = story.lifecycle.steps(story.complaint, by=by, at=story.at, related=story.related)
            self.kept[by] = {step.command: step for step in found}
        return self.kept[by]  # type: ignore[no-any-return]

    def satisfied(self, command: str, refusal: Refusal, by: Actor, depth: int = DEPTH) -> bool:
        """Whether what it names makes the refusal go away; or the person whom it names may do the command."""
        if by.is_machine and "AskApproval" in refusal.commands:
            return self._approved(command, depth)
        if refusal.rule in INSTEAD:
            return any(self.after(named, depth) for named in refusal.commands)
        if "roles" in refusal.facts and self._done_by_them(command, refusal):
            return True
        reached = (later for named in refusal.commands for later in self.after(named, depth))
        if any(later._gone(command, refusal, by, depth) for later in reached):
            return True
        return any(later._gone(command, refusal, by, 1) for later in self._in_turn(refusal.commands, depth))

    def after(self, name: str, depth: int) -> list[Follower]:
        """The story after this command by each who may do it; after what its own refusals name, where nobody may."""
        if (name, depth) not in self.kept:
            found = [*islice(self._done(name), MOST)]
            self.kept[name, depth] = found or [*islice(self._prepared(name, depth), MOST)]
        return self.kept[name, depth]  # type: ignore[no-any-return]

    def _gone(self, command: str, refusal: Refusal, by: Actor, depth: int) -> bool:
        """Whether the rule no longer refuses; or says again what to do next, and that helps."""
        step = self.steps(by)[command]
        if step.status != "refused":
            return step.status == "open"
        again = [one for one in step.refusals if one.rule == refusal.rule]
        return not again or (depth > 1 and self.satisfied(command, again[0], by, depth - 1))

    def _done_by_them(self, command: str, refusal: Refusal) -> bool:
        """Whether the rule no longer refuses it to one of those whom it names."""
        named = [one for one in PEOPLE if not one.roles.isdisjoint(refusal.facts["roles"])]
        return any(refusal.rule not in {one.rule for one in self.steps(person)[command].refusals} for person in named)

    def _approved(self, command: str, depth: int) -> bool:
        """A person may do it, at once or after what they are told; the machine asks, and they approve and do it."""
        ready = [self, *(self._prepared_for(command, depth - 1) if depth > 1 else ())]
        return any(one._asked(wanted, person) for one in ready for person, wanted in one._wanted(command))

    def _wanted(self, command: str) -> Iterator[tuple[Actor, Command]]:
        for person in PEOPLE:
            step = self.steps(person)[command]
            if step.status == "open":
                yield person, next(filled(step))

    def _asked(self, wanted: Command, person: Actor) -> bool:
        asking = c.AskApproval.to(wanted, "it is the next step")
        with suppress(AssertionError, InvalidInput):
            asked = self.story.do(asking, by=BOT)
            return bool(asked.do(c.Approve(f"A{asked.facts.approvals}"), by=person).do(wanted, by=person))
        return False

    def _done(self, name: str) -> Iterator[Follower]:
        for actor in ACTORS:
            step = self.steps(actor).get(name)
            if step is not None and step.status == "open":
                for command in islice(filled(step), TRIED):
                    with suppress(AssertionError, InvalidInput):
                        yield Follower(self.story.do(command, by=actor).received_all().later(minutes=1))

    def _prepared(self, name: str, depth: int) -> Iterator[Follower]:
        if depth > 1:
            for later in self._prepared_for(name, depth - 1):
                yield from later._done(name)

    def _prepared_for(self, name: str, depth: int) -> Iterator[Follower]:
        """After what is named to whom the fewest reasons are given."""
        refused = [step for actor in ACTORS if (step := self.steps(actor).get(name)) and step.status == "refused"]
        for refusal in min(refused, key=lambda step: len(step.refusals)).refusals if refused else ():
            for named in refusal.commands:
                yield from self.after(named, depth)

    def _in_turn(self, names: tuple[str, ...], depth: int) -> Iterator[Follower]:
        """The story after all of these, one after the other: add evidence, then check it."""
        if not names:
            yield self
        else:
            for later in self.after(names[0], depth):
                yield from later._in_turn(names[1:], depth)


def filled(step: Step) -> Iterator[Command]:
    """The command with what the step says that it needs: the first choice of each field, then each other choice."""
    first = {need.name: plain(need.value) for need in step.needs}
    yield from_data(first, kind=step.command)
    for need in step.needs:
        for choice in need.choices[1:]:
            yield from_data(first | {need.name: choice.value}, kind=step.command)


def plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return [*map(plain, value)] if isinstance(value, tuple) else value
