"""All that can happen, as far as we go: everybody tries every sample, a day and an hour later each time.

Breadth first over the facts; complaints that the rules cannot tell apart are looked at once. On every answer
the promises are checked in words of their own, not in those of the guards.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta

import attrs
import pytest

from complaintflow import Event, Lifecycle
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import Grade, Ground, State
from tests import stories as s
from tests.lifecycle.points import points, samples
from tests.stories import Story

pytestmark = pytest.mark.uncounted  # much of the same, three times slower when it is counted

STEP = timedelta(hours=25)
SERIOUS = {Grade.A, Grade.E}
QUIET = {
    *("AskApproval", "Approve", "Disapprove"),
    *("Acknowledge", "Answer", "AskCustomer", "Assign", "Block", "Correct", "FindCause", "LabelCause", "MissDeadline"),
    *("Erase", "LiftHold", "Migrate", "PlaceHold"),
    *("Note", "Park", "PartyReply", "Pause", "RecordReview", "Refer", "Remind", "Resume", "Retrospect", "Survey"),
    *("Unassign", "Unblock", "Update", "Watch"),
}
"""They move nothing that `essence` sees; left out every day, and tried in `make explore`."""


def essence(story: Story) -> Hashable:
    """What the rules can tell apart, with numbers and times made few."""
    facts, cycle = story.facts, story.cycle
    waited = min((story.at - cycle.delivered) // timedelta(days=1), 3) if cycle.delivered else -1
    told = (cycle.notice in facts.open_messages, waited, cycle.requested, cycle.confirmed)
    proof = (bool(cycle.fix), cycle.proved, bool(cycle.provers - cycle.fixers))
    plan = (cycle.planned, cycle.plan_delivered is not None)
    strict = (facts.grade == Grade.E, {facts.grade, cycle.worst} & SERIOUS != set() or cycle.escalated)
    work = (bool(facts.checked), cycle.proposed, bool(cycle.agreed), bool(facts.open_tasks | {*facts.claims}))
    return facts.state, told, proof, plan, strict, work, min(len(facts.attempts), 3), cycle.number > 1


def answers(story: Story, left_out: set[str]) -> Iterator[Event]:
    """All that anybody may do now."""
    leaving = {move.split()[0] for move, source, *_ in MOVES[story.lifecycle] if source == story.state}
    for kind in sorted(leaving - left_out):
        for by in s.EVERYBODY:
            for command in samples(story, story.lifecycle.commands[kind], by):
                yield from story.asks(command, by).decision.events


MOVES: dict[Lifecycle, list[tuple[str, ...]]] = {}


@attrs.define
class Seen:
    """What was seen on the way."""

    looked_at: int = 0
    events: int = 0
    kinds: set[str] = attrs.field(factory=set)
    states: set[str] = attrs.field(factory=set)
    grounds: set[str] = attrs.field(factory=set)


def explore(starts: Iterable[Story], most: int, left_out: set[str]) -> Seen:
    """Everything within reach, until so many complaints were looked at; each answer is checked."""
    queue, seen = list(starts), Seen()
    known = {essence(story) for story in queue}
    for story in queue:  # grows meanwhile
        MOVES.setdefault(story.lifecycle, list(story.lifecycle.moves()))
        seen.looked_at += 1
        later = [attrs.evolve(story, at=story.at + STEP)]
        for event in answers(story, left_out):
            after = story.lifecycle.evolve(story.complaint, (event,))
            keeps_its_promises(story, event, after.facts)
            seen.events += 1
            seen.kinds.add(event.kind)
            seen.states.add(event.state)
            seen.grounds.add(after.facts.ground)
            later.append(attrs.evolve(story, complaint=after, at=story.at + STEP))
        for reached in later:
            if len(known) < most and essence(reached) not in known:
                known.add(essence(reached))
                queue.append(reached)
    return seen


def keeps_its_promises(before: Story, event: Event, after: Facts) -> None:
    """What must hold of every answer, whoever asked for it."""
    facts = before.facts
    where = f"{event.kind} by {event.by} from {facts.state} at {event.at}"
    if event.kind == "Notify" or (after.state == State.AWAITING_CONFIRMATION != facts.state):
        assert after.cycle.proof == after.cycle.fix > 0, where
    if event.kind == "Notify" and facts.grade == Grade.E:
        assert facts.cycle.provers - facts.cycle.fixers, where
    if event.kind == "Resolve" and facts.cycle.proposed:
        assert facts.cycle.agreed or "agreement-before-action" in facts.cycle.overridden, where
    if after.state == State.CLOSED != facts.state:
        assert closes(before, after.ground), where
        assert not {*facts.open_tasks, *facts.claims}, where
    if facts.grade and event.kind != "Regrade":
        assert (after.grade or Grade.C) >= facts.grade, where
    assert after.paid == facts.paid or event.kind in {"ApproveCompensation", "Absorb", "Release"}, where
    assert facts.breached <= after.breached, where
    for counter in ("messages", "evidence", "tasks", "fixes", "questions", "referrals", "compensations", "options"):
        assert getattr(facts, counter) <= getattr(after, counter), where
    assert facts.state != State.ARCHIVED or event.kind in {"Erase", "LiftHold", "PlaceHold", "Survey"}, where


def closes(story: Story, ground: str) -> object:
    """R33 in its own words: whether this ground stands, and suffices for what was serious in this cycle."""
    facts, cycle = story.facts, story.cycle
    serious = cycle.escalated or bool({facts.grade, cycle.worst} & SERIOUS)
    waited = cycle.delivered is not None and story.at - cycle.delivered >= timedelta(hours=72)
    stands = {
        "imported": facts.state == State.NEW,
        "confirmed": cycle.plan_confirmed and cycle.plan_delivered if facts.state == State.PLANNED else cycle.confirmed,
        "silent": waited and cycle.proof == cycle.fix > 0 and not cycle.requested and not serious,
        "planned": cycle.planned and cycle.plan_delivered is not None and not serious,
        "unreachable": len(facts.attempts) >= 3 and len({attempt.channel for attempt in facts.attempts}) >= 2,
    }
    return stands[ground]


def test_whoever_does_whatever_the_promises_hold() -> None:
    """R13, R25, R32, R33: within reach of seven points on the way; every ground closes something."""
    lifecycle = Lifecycle.default()
    mate = s.other(lifecycle).complaint
    ready = (s.executing, s.delivered, s.planned, s.unreachable, s.paying)
    silent = s.delivered(lifecycle).later(hours=49)  # the third day of silence is within reach
    starts = [s.Story(lifecycle), *(point(lifecycle).beside(mate) for point in ready), silent]
    seen = explore(starts, 100, QUIET)
    assert seen.looked_at == 100
    assert seen.events > 10_000
    assert seen.grounds == {"", *Ground}
    assert seen.states == set(State) - {State.NEW}
    unreached = {"Absorb", "Release", "ClearHazard", "UnlinkIncident"}  # what was brought along, or stands, first
    assert set(lifecycle.commands) - seen.kinds - QUIET <= unreached


@pytest.mark.explore
def test_far_out_the_promises_hold_as_well() -> None:
    """From every point, with every command, until nothing new is left or eight thousand were looked at."""
    seen = explore(points(), 8_000, set())
    assert seen.kinds == set(points()[0].lifecycle.commands)
    assert seen.grounds == {"", *Ground}
