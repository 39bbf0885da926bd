"""Points to ask from: stories at every state, bare and with as much open as can be.

`witnesses` finds for every golden move somebody who takes it: the story, the command, the actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

from complaintflow import Actor, Complaint, Event, Lifecycle, Policy, commands as c
from complaintflow.commands._context import Ask
from complaintflow.policy import Machines
from complaintflow.vocabulary import State
from tests import stories as s
from tests.lifecycle.golden import golden_moves
from tests.stories import Attempt, Story

MATE = "C-2"
ABSORBED = "C-9"
RETURNED = "C-8"


LIFTED = ("agreement-before-action", "retrospective-after-solution")
"""What this house lets a manager lift; otherwise a fix before the agreement, or a retrospective before the fix, is
always refused, and those moves could never be seen."""

HOUSE = Policy(overridable=Policy().overridable | {*LIFTED}, machines=Machines(budget=2))


@cache
def standard() -> Lifecycle:
    """The lifecycle that the points are made with."""
    return Lifecycle.default(HOUSE)


@cache
def points() -> tuple[Story, ...]:
    """Stories at every state."""
    blank = Story(standard())
    lifted = _laden().do(*(c.Override(rule, "the owner is away") for rule in LIFTED), by=s.MANAGER)
    starts = (_bare(), _laden(), _laden().do(s.pause("customer")), lifted, _in_danger())
    quiet = (blank, *_imported(), *(story for start in starts for story in _onwards(start)), *_to_the_end(_bare()))
    return (*quiet, *_awaiting_reply(), *_awaiting_approval(), *_on_hold())


def _imported() -> Iterator[Story]:
    """What another system closed, and what still runs."""
    yield from (Story(standard()).do(s.imported(closed), by=s.SYSTEM) for closed in (True, False))


def _awaiting_reply() -> Iterator[Story]:
    """R33: a story at each state in which words of the customer await a reply."""
    there = _at_each_state()
    for state in sorted({*there} - {State.ARCHIVED, State.MERGED}):
        yield there[state].do(c.Hear("还是扣了两次"), by=s.CUSTOMER)


def _awaiting_approval() -> Iterator[Story]:
    """A story at each state in which a machine has asked a person for something."""
    there, asked = _at_each_state(), c.AskApproval.to(c.Note("再问一次银行"), "付款还在")
    for state in sorted({*there} - {State.ARCHIVED}):
        yield there[state].do(asked, by=Actor.machine("bot"))


def _on_hold() -> Iterator[Story]:
    """A story at each state whose record is on legal hold."""
    return (story.do(c.PlaceHold("a lawsuit"), by=s.LEAD) for story in _at_each_state().values())


def _at_each_state() -> dict[str, Story]:
    there: dict[str, Story] = {}
    for story in (*_onwards(_bare()), *_to_the_end(_bare())):
        there.setdefault(story.state, story)
    return there


def _beside() -> tuple[Complaint, ...]:
    """An open mate to merge with, one that is merged into ours, and one that was and is so no more."""
    lifecycle = standard()
    ours = Story(lifecycle).do(s.receive(), by=s.SYSTEM).complaint
    absorbed, returned = (s.other(lifecycle, id).beside(ours).do(c.Merge("C-1")) for id in (ABSORBED, RETURNED))
    return s.other(lifecycle, MATE).complaint, absorbed.complaint, returned.complaint


def _bare() -> Story:
    """Received, with checked evidence and identity, and nothing open but a merge."""
    known = [
        c.AddEvidence("identity", "card", "agrees"),
        c.CheckEvidence("E1", "genuine"),
        c.Note("内部备注"),
        c.Assign("li"),
    ]
    mate, absorbed, returned = _beside()
    story = s.received(standard()).beside(mate, absorbed, returned).do(*known)
    story = story.do(c.Absorb(ABSORBED), c.Absorb(RETURNED), by=s.SYSTEM)
    return story.beside(mate, absorbed, standard().evolve(returned, _unmerged(returned)))


def _unmerged(merged: Complaint) -> tuple[Event, ...]:
    return standard().decide(merged, c.Unmerge(), by=s.LI, at=s.T0).events


def _laden() -> Story:
    """Received, and with one of everything that can be open."""
    questions = c.AskCustomer({"order": "请问订单号?"})
    return _bare().do(s.TASK, s.compensate(), s.refer(), c.Block("the bank", "a contact"), questions)


def _in_danger() -> Story:
    """Received as the follow-up of an emergency, and linked to an incident."""
    earlier = s.other(standard(), "C-7").do(s.triage(signals=s.EMERGENCY)).complaint
    story = Story(standard()).beside(earlier, *_beside()).do(s.receive(follows="C-7"), by=s.SYSTEM)
    known = [c.AddEvidence("identity", "card", "agrees"), c.CheckEvidence("E1", "genuine")]
    return story.do(*known, c.LinkIncident("I-1"))


def _onwards(received: Story) -> Iterator[Story]:
    """The open states from here, one after the other, and the early ends of each."""
    triaged = received.do(s.triage())
    investigating = triaged.do(c.Assign("li"))
    proposed = investigating.do(s.propose())
    executing = proposed.do(c.Agree("O1", s.HEARD))
    resolved = executing.do(s.RESOLVE)
    verified = resolved.do(attrs.evolve(s.PASSED, evidence="E1: one capture left"), by=s.WANG)
    told = verified.do(s.notice())
    planned = investigating.do(s.plan())
    opened = (received, triaged, investigating, proposed, executing, resolved, verified, told, planned)
    yield from opened
    yield from (story.do(c.Merge(MATE)) for story in opened)
    yield received.do(s.WITHDRAW)
    yield investigating.do(s.APPROVED, by=s.LEAD).do(s.decline())


def _to_the_end(received: Story) -> Iterator[Story]:
    """Closed and archived, and every end ready for the archive."""
    triaged = received.do(s.triage())
    confirmed = triaged.do(c.Resolve("mended", s.OWN), s.PASSED, s.notice(), s.CONFIRM)
    planned = triaged.do(s.plan(), s.CONFIRM).received_all()
    closed = confirmed.do(c.Close()).received_all()
    busy = closed.do(s.TASK, by=s.SYSTEM)
    merged = received.received_all().do(c.Merge(MATE))
    told = triaged.do(c.Resolve("mended", s.OWN), s.PASSED, s.notice()).received_all()
    yield told.later(days=3).do(c.Close(), by=s.SYSTEM)
    yield triaged.do(s.plan()).received_all().do(c.Close())
    yield from (confirmed, planned, closed, busy, closed.do(s.LABEL), closed.do(s.LABEL, c.Archive()))
    yield merged.do(c.Archive())
    for ended in (received.do(s.WITHDRAW), received.do(s.decline())):
        yield ended.received_all().do(s.LABEL)
    yield closed.do(s.update("结案之后"))
    yield received.do(s.decline()).received_all().do(s.update("拒绝之后"))


def samples(story: Story, kind: type[c.Command], by: Actor) -> Iterator[c.Command]:
    """The command's own examples, at this point, for this actor."""
    policy = story.lifecycle.policy
    yield from kind.samples(Ask("C-1", story.facts, c.Command(), by, story.at, policy, story.related))


@attrs.frozen
class Witness:
    """Somebody who takes a move: from a state, by an attempt, to a state."""

    move: str
    source: str
    target: str
    who: frozenset[str]
    attempt: Attempt

    @property
    def kind(self) -> str:
        return type(self.attempt.command).__name__

    def under(self, lifecycle: Lifecycle, by: Actor | None = None) -> Attempt:
        """The same attempt under another lifecycle, or by somebody else."""
        attempt = self.attempt
        return Attempt(attrs.evolve(attempt.story, lifecycle=lifecycle), attempt.command, by or attempt.by)

    def is_for_those_named(self, lifecycle: Lifecycle) -> None:
        """Rule `allowed` refuses exactly those who are not named for the move."""
        owner = Actor.customer("u-1") if self.kind in {"Import", "Receive"} else s.CUSTOMER
        for name, by in (("staff", s.MANAGER), ("customer", owner), ("system", s.SYSTEM)):
            attempt = self.under(lifecycle, by)
            assert ("allowed" in attempt.rules) == (name not in self.who), str(attempt)

    def __call__(self, lifecycle: Lifecycle) -> None:
        """The move is taken, and leads where it is said to."""
        attempt = self.under(lifecycle)
        decision = attempt.decision
        assert decision.accepted, str(attempt)
        assert decision.events[0].state == self.target, f"{self.move} leads to {decision.events[0].state}"


@cache
def witnesses() -> tuple[Witness, ...]:
    """One for every golden move."""
    return tuple(_witness(*move) for move in golden_moves())


def _witness(move: str, source: str, target: str, who: str, *_: str) -> Witness:
    kind = standard().commands[move.split(maxsplit=1)[0]]
    for story in points():
        for by in s.EVERYBODY if story.state == source else ():
            for command in samples(story, kind, by):
                events = (attempt := story.asks(command, by)).decision.events
                if events and events[0].state == target:
                    return Witness(move, source, target, frozenset(who.split()), attempt)
    raise AssertionError(f"nobody takes {move} from {source} to {target}")
