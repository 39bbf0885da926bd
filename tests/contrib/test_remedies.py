"""Of the refusals that name a remedy nearly all are satisfied by who follows it without thinking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
import pytest

from complaintflow import Actor, Lifecycle, Refusal, commands as c
from complaintflow.errors.reasons.pairs import NOTHING
from complaintflow.errors.reasons.rendering import REASONS
from complaintflow.lifecycle.idle import IDLE
from tests import stories as s
from tests.contrib.following import BOT, Follower
from tests.lifecycle.points import points

RULES = Lifecycle.default()
STAGES = (
    *(s.received, s.triaged, s.investigating, s.proposed, s.executing, s.resolved, s.verified, s.told, s.delivered),
    *(s.confirmed, s.closed, s.planned, s.paying, s.declined, s.withdrawn, s.unreachable, s.merged, s.archived),
)
ASKERS = (BOT, s.LI, s.LEAD)
GOAL = 95


@attrs.frozen
class Told:
    """A refusal that names commands, or people: who was told it, of which command, in which state."""

    state: str
    by: str
    command: str
    reason: str
    names: tuple[str, ...]

    @property
    def way(self) -> str:
        """What the remedy names."""
        return "commands" if self.names else "people"


def named(refusal: Refusal) -> bool:
    """Whether it names a remedy: what to do, or who may."""
    return bool(refusal.commands) or ("roles" in refusal.facts and "idle" not in refusal.facts)


def followed() -> Iterator[tuple[Told, bool]]:
    """Each refusal that names a remedy, once for each state, and whether following it satisfies it."""
    seen = set[Told]()
    for story in (*points(), *(stage(RULES) for stage in STAGES)):
        follower = Follower(story)
        for by in ASKERS:
            for step in follower.steps(by).values():
                for refusal in filter(named, step.refusals):
                    told = Told(story.state, by.id, step.command, refusal.rule_case, refusal.commands)
                    if told not in seen:
                        seen.add(told)
                        yield told, follower.satisfied(step.command, refusal, by)


@pytest.mark.explore
def test_nearly_every_remedy_leads_somewhere() -> None:
    """A machine follows remedies by the letter: one that leads nowhere is a loop that nobody ends."""
    count, good, lost = Counter[str](), Counter[str](), list[Told]()
    for told, satisfied in followed():
        count[told.way] += 1
        good[told.way] += satisfied
        lost += [] if satisfied else [told]
    for way, sum_ in count.items():
        print(
            f"{good[way]} of {sum_} remedies that name {way} satisfy who follows them: {100 * good[way] / sum_:.1f} %"
        )
    print(*lost, sep="\n")
    assert all(100 * good[way] >= GOAL * of for way, of in count.items())


@pytest.mark.parametrize("by", ASKERS, ids=lambda by: by.id)
def test_who_is_told_to_check_the_identity_can_do_it_with_the_choices_of_the_steps(by: Actor) -> None:
    """Evidence of a log, checked twice, left everybody where they were."""
    follower = Follower(s.investigating(RULES).do(s.compensate()))
    refusals = follower.steps(by)["ApproveCompensation"].refusals
    [refusal] = [one for one in refusals if one.rule == "identity-checked"]
    assert follower.satisfied("ApproveCompensation", refusal, by)


def test_what_is_owed_is_proved_with_the_choices_of_the_steps() -> None:
    paid = s.paying(RULES).do(c.ApproveCompensation("C1")).do(s.WITHDRAW, by=s.CUSTOMER).received_all()
    follower = Follower(paid)
    [refusal] = [one for one in follower.steps(s.LI)["Archive"].refusals if one.rule == "record-complete"]
    assert refusal.commands == ("AddEvidence", "CheckEvidence")
    assert follower.satisfied("Archive", refusal, s.LI)


def test_nobody_is_sent_for_an_approval_of_what_is_not_to_be_done() -> None:
    """The machine asked, and was told then that there is nothing to do."""
    refusals = {one.rule: one for one in Follower(s.triaged(RULES)).steps(BOT)["NoReplyNeeded"].refusals}
    assert {rule: one.commands for rule, one in refusals.items()} == dict.fromkeys(refusals, ())
    assert {one.remedy for one in refusals.values()} == {"nothing to do"}
    assert {"permitted", "person-decides", "reply-awaited"} <= set(refusals)


def test_the_reasons_that_leave_nothing_to_do_are_those_whose_remedy_says_so() -> None:
    assert {name for name, reason in REASONS.items() if reason.remedy == NOTHING} == IDLE
