"""The slices that are explored: each takes a few commands, a few actors, and lets time pass or not.

All commands together have too many situations. A slice has all that bear on one promise, so that it is explored to the
end: whatever can happen with these commands and actors has happened in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import islice

import attrs

from complaintflow import commands as c
from complaintflow.commands._context import Ask
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle.checking.channels import by_each_channel
from complaintflow.lifecycle.checking.examples import BEFORE, IN_THE_HOUSE, USUAL, Offers, missed, usual
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.checking.timing import by_timer, timer_spans
from complaintflow.lifecycle.checking.ways import (
    Kind,
    bridges,
    of_the_house,
    own_rows,
    taken_by_meaning,
    taken_in,
    ways_through,
    who_tries,
)
from complaintflow.lifecycle.table import TABLE, begins
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import OPEN


@attrs.frozen
class Slice:
    """A part of what can happen: which commands who tries, how, and how long one waits in between.

    `kinds` says for each command the parts of those who try it. `offers` makes other examples than the command's own.
    With `receipts` a message arrives only when a receipt says so; otherwise each arrives at once. `hostile` are the
    commands of which each example is also tried with a field left out, a no in the place of a yes, and a claim before
    its proof. Where more than `room` of one kind is open, nothing further is looked into. Of the commands in `asked`
    only the answer counts: nobody goes on from where the state stays as it is. Those that are `barred` are there to be
    refused, or are left out where others lead on.
    """

    name: str
    kinds: Mapping[Kind, str]
    offers: Mapping[Kind, Offers] = attrs.field(factory=dict[Kind, Offers])
    waits: tuple[timedelta, ...] = ()
    receipts: bool = False
    hostile: tuple[Kind, ...] = ()
    room: int = 1
    beside: bool = False
    asked: tuple[Kind, ...] = ()
    barred: tuple[Kind, ...] = ()
    most: int = 8_000

    def tries(self, rules: Rules, *beside: Rules) -> Iterator[tuple[Kind, tuple[str, ...], Offers]]:
        """The commands of the lifecycle that are tried, by whom, and how: also what others beside it tell apart."""
        further = bridges(rules, self.kinds.keys()) if any(own_rows(rules)) else frozenset[Kind]()
        bridging = {kind: who_tries(rules, kind) for kind in sorted(further, key=lambda kind: kind.__name__)}
        for kind, who in {**bridging, **{kind: (*who.split(),) for kind, who in self.kinds.items()}}.items():
            mine = rules.commands.get(kind.__name__)  # a house's own command is another class in each file
            if mine is not None:
                offers = by_timer(rules, mine, self.offers.get(kind, USUAL.get(kind, mine.samples)))
                yield mine, who, by_each_channel((rules, *beside), offers) if issubclass(mine, c.Receive) else offers


def with_wanted(slice: Slice, rules: Rules, wanted: frozenset[str]) -> Slice:
    """The slice with these commands as well, each once and by one of those who may: a guard of the house asks for them.

    One that is there already, and was not enough, is tried with all its examples.
    """
    kinds, offers = dict(slice.kinds), dict(slice.offers)
    known = {kind.__name__: kind for kind in slice.kinds}
    named = [kind for name in wanted if (kind := rules.commands.get(name))]
    needed = {need.__name__ for kind in named for need in _NEEDS.get(kind, ())}
    for name in sorted((wanted | needed) & rules.commands.keys()):
        kind = rules.commands[name]
        if name not in known and (who := who_tries(rules, kind)):
            kinds[kind] = who[0]
            offers[kind] = _Once(kind, {**IN_THE_HOUSE, **BEFORE}.get(kind, usual(kind)))
        elif isinstance(once := offers.get(kind), _Once):
            offers[kind] = attrs.evolve(once, all=True)
    return attrs.evolve(slice, kinds=kinds, offers=offers)


@attrs.frozen
class _Once:
    """The first example of a command of the house, or all, as long as its fact is not there, and again at the end."""

    kind: Kind
    usual: Offers
    all: bool = False

    def __call__(self, ask: Ask) -> Iterable[c.Command]:
        if f"house.{self.kind.__name__}" in ask.facts.extra and ask.facts.stage in OPEN:
            return ()
        return self.usual(ask) if self.all else islice(self.usual(ask), 1)


def capped(slices: Iterable[Slice], most: int | None) -> tuple[Slice, ...]:
    """The slices, each with another cap, where there is one. Raises `InvalidInput` for one below one."""
    if most is None:
        return tuple(slices)
    if most < 1:
        raise InvalidInput((Problem("most", str(most), "so many situations of each slice: 1 or more"),))
    return tuple(attrs.evolve(slice, most=most) for slice in slices)


def house_slice(rules: Rules) -> Slice | None:
    """A slice of all by which a house leads on, with the proof and the customer's word, and as long as its timers run.

    None for the built-in table.

    What a state takes of all that its meaning has is tried there alone, and what only begins the investigation as long
    as nothing is open: elsewhere, and together, the slices of the library try it.
    """
    own, taken = of_the_house(rules), taken_by_meaning(rules)
    if not own and not taken:
        return None
    made = _slice_of(rules, {**taken, **own}, "house")
    ways = _slice_of(rules, dict(own), "house").kinds
    there = {
        kind: _There(states, made.offers.get(kind, usual(kind)), kind in _BEGIN)
        for kind, states in taken_in(rules).items()
        if kind not in ways
    }
    return attrs.evolve(made, offers={**made.offers, **there}, waits=timer_spans(rules))


@attrs.frozen
class _There:
    """The examples of a command, in these states alone, and perhaps as long as nothing is open."""

    states: frozenset[str]
    usual: Offers
    first: bool

    def __call__(self, ask: Ask) -> Iterable[c.Command]:
        there = ask.facts.state in self.states and not (self.first and crowded(ask.facts, 0))
        return self.usual(ask) if there else ()


_BEGIN = frozenset(row.command for row in TABLE if begins(row))
"""The commands that begin the investigation, and nothing else."""


def command_slice(rules: Rules, kind: Kind) -> Slice:
    """A slice for one command, which everybody tries, with what leads to it, with the proof and the customer's word."""
    own = {kind: EVERYBODY, **{one: who_tries(rules, one) for one in _NEEDS.get(kind, ())}}
    made = _slice_of(rules, own, kind.__name__)
    samples = {kind: kind.samples} if kind not in START else {}
    kinds, offers = {**made.kinds, kind: " ".join(EVERYBODY)}, {**made.offers, **BEFORE, **samples}
    return attrs.evolve(made, kinds=kinds, offers=offers, asked=(kind,), hostile=(kind,), beside=True)


def helping_slices(rules: Rules, slice: Slice, wanted: Iterable[str], most: int) -> Iterator[Slice]:
    """The slice with these commands and what has to happen before them, then with all, asked by everybody, in time."""
    named = {kind for name in wanted if (kind := rules.commands.get(name))}
    needed = {need for kind in named for need in _NEEDS.get(kind, ()) if rules.commands.get(need.__name__) is need}
    offers: dict[Kind, Offers] = {c.MissDeadline: missed}
    for several in (named | needed, {*rules.commands.values()}):
        everybody = (*EVERYBODY, "manager", "engineer")
        kinds = {kind: " ".join(dict.fromkeys((*everybody, *who_tries(rules, kind)))) for kind in several}
        waits = (timedelta(days=1), timedelta(days=3), timedelta(days=31))
        yield attrs.evolve(slice, kinds=kinds, offers=offers, waits=waits, asked=(), hostile=(), most=most)


def command_slices(rules: Rules, kinds: Iterable[Kind]) -> Iterator[Slice]:
    """The slices for these commands: one together for those after which nobody goes on and to which the same leads."""
    together: dict[str | frozenset[tuple[Kind, str]], dict[Kind, Slice]] = {}
    for kind in kinds:
        made = command_slice(rules, kind)
        leads_on = any(row.target is not None for row in rules.table if row.command is kind)
        before = frozenset((one, who) for one, who in made.kinds.items() if one is not kind)
        together.setdefault(kind.__name__ if leads_on else before, {})[kind] = made
    yield from map(_joined, together.values())


def _joined(slices: Mapping[Kind, Slice]) -> Slice:
    """The slices of several commands as one: each is asked, and none leads on."""
    one, *_ = slices.values()
    return attrs.evolve(
        one,
        name=", ".join(made.name for made in slices.values()),
        kinds={kind: who for made in slices.values() for kind, who in made.kinds.items()},
        offers={**one.offers, **{kind: made.offers[kind] for kind, made in slices.items() if kind in made.offers}},
        asked=tuple(slices),
        hostile=tuple(slices),
    )


START: Mapping[Kind, str] = {c.Receive: "customer", c.Triage: "agent"}
"""By which each slice of the library begins."""
SHOWN: Mapping[Kind, str] = {c.AddEvidence: "agent", c.CheckEvidence: "agent"}
SPINE: Mapping[Kind, str] = {c.Triage: "agent", c.Verify: "mate", c.Confirm: "customer"}
EVERYBODY = ("customer", "agent", "mate", "lead", "system", "machine")
_NEEDS: Mapping[Kind, tuple[Kind, ...]] = {
    c.Answer: (c.AskCustomer,),
    c.Approve: (c.AskApproval,),
    c.ApproveCompensation: (c.Compensate, c.AddEvidence, c.CheckEvidence),
    c.CancelTask: (c.AddTask,),
    c.CheckEvidence: (c.AddEvidence,),
    c.Disapprove: (c.AskApproval,),
    c.FinishTask: (c.AddTask,),
    c.LiftHold: (c.PlaceHold,),
    c.NoReplyNeeded: (c.Hear,),
    c.PartyReply: (c.Refer,),
    c.RefuseCompensation: (c.Compensate,),
    c.Release: (c.Absorb,),
    c.Remind: (c.AskCustomer,),
    c.Resume: (c.Pause,),
    c.Retract: (c.AddEvidence, c.CheckEvidence),
    c.Unblock: (c.Block,),
    c.UnlinkIncident: (c.LinkIncident,),
}
"""What has to happen before a command has anything to do."""


def _slice_of(rules: Rules, own: dict[Kind, tuple[str, ...]], name: str) -> Slice:
    ways = ways_through(rules.table, own.keys())
    sources = {source for row in rules.table if row.command in own for source in row.sources}
    further = frozenset[Kind]().union(*(ways[source] for source in sources if source in ways))
    own.update({kind: who_tries(rules, kind) for kind in sorted(further, key=lambda kind: kind.__name__)})
    facts = SHOWN if own.keys() & {c.Propose, c.ExplainPlan} else dict[Kind, str]()
    kinds = {**{kind: " ".join(who) for kind, who in own.items()}, **START, **SPINE, **facts}
    return Slice(name, kinds, IN_THE_HOUSE)


def crowded(facts: Facts, room: int) -> bool:
    """Whether a situation has more of something open than is looked into."""
    lists = (facts.claims, facts.waits, facts.open_tasks, facts.open_messages, facts.blockers, facts.requested)
    counts = (facts.evidence, facts.notes, facts.calls - _CALLS, *map(len, lists))
    return max(counts) > room


_CALLS = 2
"""So many calls more than of all else: a customer is unreachable after several."""
