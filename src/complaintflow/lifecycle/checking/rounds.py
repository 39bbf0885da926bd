"""Slices in which something happens again and again: as often as a guard of the house counts, and not only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from complaintflow import commands as c
from complaintflow.lifecycle.checking.examples import IN_THE_HOUSE, Offers, usual
from complaintflow.lifecycle.checking.observing import Observer, Place
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.checking.slices import SHOWN, SPINE, START, Slice
from complaintflow.lifecycle.checking.ways import Kind, leading_on, ways_through, who_tries
from complaintflow.vocabulary import State

_GROWN_BY: Mapping[str, tuple[tuple[Kind, str], ...]] = {
    "addresses": ((c.Correct, "agent"),),
    "approvals": ((c.AskApproval, "agent"), (c.Disapprove, "lead")),
    "blocks": ((c.Block, "agent"), (c.Unblock, "agent")),
    "by_machines": ((c.Note, "machine"),),
    "calls": ((c.Call, "agent"),),
    "compensations": ((c.Compensate, "agent"), (c.RefuseCompensation, "agent")),
    "cycle.fix": ((c.Resolve, "agent"), (c.Verify, "mate")),
    "cycle.number": ((c.Dispute, "customer"),),
    "cycle.proof": ((c.Resolve, "agent"), (c.Verify, "mate")),
    "disputes": ((c.Dispute, "customer"),),
    "escalation": ((c.Escalate, "lead"),),
    "evidence": ((c.AddEvidence, "agent"),),
    "fixes": ((c.Resolve, "agent"), (c.Verify, "mate")),
    "messages": ((c.Update, "agent"),),
    "notes": ((c.Note, "agent"),),
    "options": ((c.Propose, "agent"), (c.Object, "customer"), *SHOWN.items()),
    "questions": ((c.AskCustomer, "agent"), (c.Answer, "customer")),
    "referrals": ((c.Refer, "agent"), (c.PartyReply, "agent")),
    "repeats": ((c.Dispute, "customer"),),
    "tasks": ((c.AddTask, "agent"), (c.FinishTask, "agent")),
}
"""What makes a counter grow: what does, and what has to happen before it is done again."""
_FROM: Mapping[Kind, str] = {c.Dispute: State.AWAITING_CONFIRMATION}
"""From which state a round is gone through, where a command is asked for in several."""
_ALL_OPEN = frozenset({"by_machines", "calls", "evidence", "notes"})
"""What stays open, so that there is as much of it as was counted."""


def round_slices(rules: Rules, observer: Observer) -> Iterator[Slice]:
    """A slice for each counter by which a guard, or a command, of the house tells situations apart."""
    for counter, most in sorted(observer.told.counts.items()):
        places = {place for one in observer.counting for place, some in one.counted.items() if counter in some}
        yield _slice(rules, counter, most, places)


def _slice(rules: Rules, counter: str, most: int, places: Iterable[Place]) -> Slice:
    growing = {kind: who for kind, who in _GROWN_BY[counter] if rules.commands.get(kind.__name__) is kind}
    asked = {rules.commands[name]: " ".join(who_tries(rules, rules.commands[name])) for name, _ in places}
    named = {state for _, state in places}
    left = {row.command for state in named & rules.own_states.keys() for row in leading_on(rules, state)}
    kinds: dict[Kind, str] = {**START, **SPINE, **asked, **growing}
    further = left | _ways(rules, kinds.keys() | left, named, growing)
    for kind in sorted(further - kinds.keys(), key=attrgetter("__name__")):
        kinds[kind] = " ".join(who_tries(rules, kind))
    again = growing.keys() - (SHOWN.keys() if counter != "evidence" else frozenset[Kind]())
    offers: dict[Kind, Offers] = {**IN_THE_HOUSE, **{kind: usual(kind) for kind in again}}
    return Slice(f"rounds ({counter} to {most})", kinds, offers, room=most if counter in _ALL_OPEN else 1)


def _ways(rules: Rules, kinds: Iterable[Kind], named: Iterable[str], growing: Iterable[Kind]) -> set[Kind]:
    """The fewest further commands by which one comes to these states, and to one in which a round is gone through."""
    ways = ways_through(rules.table, {*kinds})
    found = {kind for state in named if state in ways for kind in ways[state]}
    for kind in growing:
        sources = {source for row in rules.table if row.command is kind for source in row.sources if source in ways}
        wanted = {source for source in sources if rules.stage_of(source) == _FROM.get(kind)} or sources
        found |= min((ways[source] for source in wanted), key=len, default=frozenset[Kind]())
    return found
