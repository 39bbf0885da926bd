"""The slices that are explored: each takes a few commands, a few actors, and lets time pass or not.

All commands together have too many situations. A slice has all that bear on one promise, so that it is explored to the
end: whatever can happen with these commands and actors has happened in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

import attrs

from complaintflow import commands as c
from complaintflow.commands._context import Ask
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle.checking.cast import OWNER
from complaintflow.lifecycle.checking.channels import by_each_channel
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
from complaintflow.lifecycle.checking.worsening import CLAIM
from complaintflow.lifecycle.table import TABLE, begins
from complaintflow.policy.policy import STANDARD
from complaintflow.record.facts import Facts
from complaintflow.values import Customer, Option, Signals
from complaintflow.vocabulary import OPEN, Audience, Emotion, Impact, ReceiptStatus, Remedy, State, Touches, Urgency

Offers = Callable[[Ask], Iterable[c.Command]]


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
                offers = by_timer(rules, mine, self.offers.get(kind, _OFFERS.get(kind, mine.samples)))
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
            offers[kind] = _Once(kind, {**IN_THE_HOUSE, **_ONCE}.get(kind, usual(kind)))
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
    kinds, offers = {**made.kinds, kind: " ".join(EVERYBODY)}, {**made.offers, **_ONCE, **samples}
    return attrs.evolve(made, kinds=kinds, offers=offers, asked=(kind,), hostile=(kind,), beside=True)


def helping_slices(rules: Rules, slice: Slice, wanted: Iterable[str], most: int) -> Iterator[Slice]:
    """The slice with these commands and what has to happen before them, then with all, asked by everybody, in time."""
    named = {kind for name in wanted if (kind := rules.commands.get(name))}
    needed = {need for kind in named for need in _NEEDS.get(kind, ()) if rules.commands.get(need.__name__) is need}
    offers: dict[Kind, Offers] = {c.MissDeadline: _missed}
    for several in (named | needed, {*rules.commands.values()}):
        everybody = (*EVERYBODY, "manager", "engineer")
        kinds = {kind: " ".join(dict.fromkeys((*everybody, *who_tries(rules, kind)))) for kind in several}
        waits = (_DAY, _WINDOW, _MONTH)
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


# ── examples


def _receive(ask: Ask) -> Iterator[c.Command]:
    customer = Customer(ask.by.id if ask.by.is_customer else OWNER.id, contact={"email": "u@example.com"})
    yield c.Receive("app", customer, "I paid twice", order="A-1")


def _triage_plain(ask: Ask) -> Iterator[c.Command]:
    yield c.Triage(_plain_type(ask), "payment", Signals(), ask.facts.team or "payments")


def _plain_type(ask: Ask) -> str:
    """A type of the policy that asks for no identity and is not technical, where it has one."""
    plain = (name for name, rule in ask.policy.types.items() if not (rule.identity or rule.technical))
    return ask.facts.type or ("billing" if "billing" in ask.policy.types else next(plain, "inquiry"))


def triage_any(ask: Ask) -> Iterator[c.Command]:
    """A plain case, a serious one and an emergency."""
    for signals in (
        Signals(),
        Signals(impact=Impact.MANY, urgency=Urgency.ROUTINE, emotion=Emotion.ANGRY),
        Signals(urgency=Urgency.CRITICAL, hazards=frozenset({"funds_lost"})),
    ):
        yield c.Triage(_plain_type(ask), "payment", signals, ask.facts.team or "payments")


def triage_elsewhere(ask: Ask) -> Iterator[c.Command]:
    """Of another type, which belongs to another team: with all that a handoff says, and without."""
    for type in ("billing", "fault", "delivery"):
        if type in ask.policy.types:
            context: dict[str, Any] = {"summary": "paid twice, ledger checked", "harm": "cannot withdraw money"}
            yield c.Triage(type, "payment")
            yield c.Triage(type, "payment", no_material_because="none exists", **context)


def fixes(*touches: Touches) -> Offers:
    """A fix that touches these."""
    return lambda ask: [c.Resolve("the second payment is reversed", one) for one in touches]


def finished(*touches: Touches) -> Offers:
    """A finished task that touched these."""

    def offer(ask: Ask) -> Iterator[c.Command]:
        for task in sorted(ask.facts.open_tasks) or ["T1"]:
            yield from (c.FinishTask(task, one, "one capture left") for one in touches)

    return offer


def to_customer(ask: Ask) -> Iterator[c.Command]:
    """An update for the customer."""
    for one in c.Update.samples(ask):
        if isinstance(one, c.Update) and one.audience is Audience.CUSTOMER:
            yield one


def one_notice(ask: Ask) -> Iterator[c.Command]:
    """The notice that judges nothing."""
    yield [*c.Notify.samples(ask)][-1]


def wishes(*amounts: int, kind: str = "coupon") -> Offers:
    """A wish for a compensation of so much."""

    def offer(ask: Ask) -> Iterator[c.Command]:
        arrives, terms = ask.at + timedelta(days=40), "any order, 90 days"
        for amount in amounts:
            yield c.Compensate(kind, Decimal(amount), "CNY", arrives, terms)

    return offer


def bare_wish(ask: Ask) -> Iterator[c.Command]:
    """A wish that explains nothing, and one that does."""
    yield c.Compensate("coupon", Decimal(50), "CNY")
    yield from wishes(50)(ask)


def identity(ask: Ask) -> Iterator[c.Command]:
    """Who the customer is."""
    yield c.AddEvidence("identity", "id card", "name and number agree")


def a_log(ask: Ask) -> Iterator[c.Command]:
    """What the system wrote."""
    yield c.AddEvidence("log", "gateway", "two captures at 10:02")


def results(ask: Ask) -> Iterator[c.Command]:
    """What became of each message: it arrived, or it came back by mail or phone."""
    for name in sorted(ask.facts.open_messages - ask.facts.to_us):
        yield c.Receipt(name, ReceiptStatus.DELIVERED)
        yield c.Receipt(name, ReceiptStatus.FAILED, channel="email")


def unanswered(ask: Ask) -> Iterator[c.Command]:
    """A call that nobody takes."""
    yield c.Call("apologise, explain, offer", "nobody picked up", answered=False)


def refund_or_repair(ask: Ask) -> Iterator[c.Command]:
    """An option that repairs, and one that pays."""
    for remedy in (Remedy.REPAIR, Remedy.REFUND):
        basis = f"platform rule 7: double payments go back ({ask.facts.messages + 1})"
        yield c.Propose((Option(remedy, basis, "all right in 2 days", "none", "accepts"),))


def mended_there(ask: Ask) -> Iterator[c.Command]:
    """A temporary solution on our side, and one on the customer's."""
    for touches in (Touches.OWN_SYSTEM, Touches.CUSTOMER):
        yield c.Mitigate("second gateway switched on", touches)


def verified_by_evidence(ask: Ask) -> Iterator[c.Command]:
    """A proof that rests on evidence, and a failed one."""
    yield c.Verify(True, "ledger", "E1: one capture left")
    yield c.Verify(False, "ledger", "still two captures")


def to_teams(ask: Ask) -> Iterator[c.Command]:
    """To each of three teams."""
    for team in ("payments", "logistics", "engineering"):
        yield c.Handoff(team, "paid twice, ledger checked", "cannot withdraw money", no_material_because="none exists")


def _passed(ask: Ask) -> Iterator[c.Command]:
    yield c.Verify(True, "ledger", "one capture left")


def _told_once(ask: Ask) -> Iterable[c.Command]:
    return one_notice(ask) if not ask.facts.cycle.notice else ()


def _fixed_once(ask: Ask) -> Iterable[c.Command]:
    return fixes(Touches.OWN_SYSTEM)(ask) if not ask.facts.cycle.fix else ()


def _disputed_once(ask: Ask) -> Iterable[c.Command]:
    return c.Dispute.samples(ask) if not ask.facts.disputes else ()


def _reopened_once(ask: Ask) -> Iterable[c.Command]:
    return c.Reopen.samples(ask) if not ask.facts.disputes else ()


def _missed(ask: Ask) -> Iterator[c.Command]:
    """Each clock of the house's own, as the desk would say that it was missed."""
    for name in sorted(ask.policy.clocks.keys() - STANDARD.clocks.keys()):
        yield c.MissDeadline(f"{name}/{ask.facts.cycle.number}/1", ask.at)


def _takeover(ask: Ask) -> c.Command:
    """Somebody else may be in the customer's account."""
    return attrs.evolve(next(iter(_triage_plain(ask))), signals=Signals(hazards=frozenset({"account_takeover"})))  # type: ignore[misc]  # every command is an attrs class


def _one_task(ask: Ask) -> Iterator[c.Command]:
    yield c.AddTask("reverse the second capture", "wang", ask.at + timedelta(days=40))


_OFFERS: Mapping[Kind, Offers] = {
    c.Receive: _receive,
    c.Triage: _triage_plain,
    c.AddTask: _one_task,
    c.AskCustomer: lambda ask: c.AskCustomer.samples(ask) if not ask.facts.waits else (),
    c.Refer: lambda ask: c.Refer.samples(ask) if not ask.facts.waits else (),
    c.Hear: lambda ask: [*c.Hear.samples(ask)][:1],
    c.Notify: one_notice,
    c.Update: to_customer,
    c.Resolve: fixes(Touches.OWN_SYSTEM),
    c.AddEvidence: a_log,
    c.Receipt: results,
    c.LabelCause: lambda ask: [*c.LabelCause.samples(ask)][:1],
    c.Confirm: lambda ask: [*c.Confirm.samples(ask)][:1],
}
"""Examples that are fewer than the command's own, or tell more."""


def usual(kind: Kind) -> Offers:
    """The examples of a command, as often as it is asked for."""
    return _OFFERS.get(kind, kind.samples)


def _triaged_once(ask: Ask) -> Iterable[c.Command]:
    return _triage_plain(ask) if not ask.facts.grade else ()


START: Mapping[Kind, str] = {c.Receive: "customer", c.Triage: "agent"}
IN_THE_HOUSE: Mapping[Kind, Offers] = {
    c.Verify: _passed,
    c.Triage: _triaged_once,
    c.Dispute: _disputed_once,
    c.Reopen: _reopened_once,
    c.MissDeadline: _missed,
    c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
    c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "agrees")] * (not ask.facts.checked),
    c.Propose: lambda ask: [*refund_or_repair(ask)][:1],
    c.AskCustomer: lambda ask: c.AskCustomer.samples(ask) if not ask.facts.questions else (),
    c.Refer: lambda ask: c.Refer.samples(ask) if not ask.facts.referrals else (),
}
_ONCE: Mapping[Kind, Offers] = {
    c.AddTask: lambda ask: _one_task(ask) if not ask.facts.open_tasks else (),
    c.AskApproval: lambda ask: c.AskApproval.samples(ask) if not ask.facts.requested else (),
    c.Block: lambda ask: c.Block.samples(ask) if not ask.facts.blockers else (),
    c.Compensate: lambda ask: wishes(50)(ask) if not ask.facts.compensations else (),
    c.Hear: lambda ask: [*c.Hear.samples(ask)][:1] if not ask.facts.signs else (),
    c.LinkIncident: lambda ask: c.LinkIncident.samples(ask) if not ask.facts.incident else (),
}
"""What is done once before a command has anything to do."""
SHOWN: Mapping[Kind, str] = {c.AddEvidence: "agent", c.CheckEvidence: "agent"}
SPINE: Mapping[Kind, str] = {c.Triage: "agent", c.Verify: "mate", c.Confirm: "customer"}
_DAY = timedelta(days=1)
_WINDOW = timedelta(days=3)
_FORTNIGHT, _MONTH = timedelta(days=15), timedelta(days=31)

PROOF = Slice(
    "proof",
    {
        **START,
        **{c.Resolve: "agent mate", c.Verify: "agent mate", c.Mitigate: "mate", c.AddTask: "agent"},
        **{c.FinishTask: "agent", c.Regrade: "lead", c.Notify: "agent engineer system", c.Update: "agent"},
        **{c.Confirm: "customer", c.Dispute: "customer"},
    },
    {
        c.FinishTask: finished(Touches.OWN_SYSTEM),
        c.Regrade: lambda ask: [c.Regrade("E", "funds are lost"), c.Regrade("B", "they are not")],
        c.Mitigate: lambda ask: [c.Mitigate("second gateway switched on")],
        c.Update: lambda ask: [attrs.evolve(one, done=CLAIM) for one in to_customer(ask)],  # type: ignore[misc]  # every command is an attrs class
        c.Dispute: _disputed_once,
        c.AddTask: lambda ask: _one_task(ask) if not ask.facts.open_tasks else (),
    },
)
EVIDENCE = Slice(
    "evidence",
    {
        **START,
        **{c.AddEvidence: "agent customer", c.CheckEvidence: "agent", c.Retract: "agent", c.Propose: "agent"},
        **{c.Agree: "customer agent system", c.Object: "customer", c.ExplainPlan: "agent system", c.Resolve: "agent"},
        **{c.Verify: "mate", c.Notify: "agent"},
    },
    {
        c.Verify: verified_by_evidence,
        c.Notify: c.Notify.samples,
        c.Resolve: fixes(Touches.CUSTOMER, Touches.NOTHING),
        c.Propose: lambda ask: [*refund_or_repair(ask)][:1],
    },
)
AGREEMENT = Slice(
    "agreement",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Propose: "agent", c.Agree: "customer agent system"},
        **{c.Object: "customer", c.Resolve: "agent", c.Mitigate: "agent", c.AddTask: "agent", c.FinishTask: "agent"},
        **{c.Regrade: "lead", c.Verify: "mate", c.Notify: "agent", c.Dispute: "customer"},
    },
    {
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "agrees with the ledger")] * (not ask.facts.checked),
        c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
        c.Resolve: fixes(Touches.CUSTOMER, Touches.NOTHING),
        c.FinishTask: finished(Touches.CUSTOMER, Touches.NOTHING),
        c.Mitigate: mended_there,
        c.Regrade: lambda ask: [c.Regrade("E", "funds are lost")],
        c.Propose: lambda ask: [*refund_or_repair(ask)][:1],
        c.Verify: _passed,
    },
    hostile=(c.Agree,),
)
MONEY = Slice(
    "money",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Compensate: "agent", c.RefuseCompensation: "agent"},
        **{c.ApproveCompensation: "agent lead manager machine engineer", c.Propose: "agent", c.Agree: "customer"},
        **{c.Resolve: "agent", c.Mitigate: "agent"},
    },
    {
        c.AddEvidence: lambda ask: identity(ask) if not ask.facts.evidence else (),
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "genuine")] * (not ask.facts.checked),
        c.Compensate: wishes(50, 300, 800),
        c.Propose: lambda ask: [*refund_or_repair(ask)][1:],
        c.Resolve: fixes(Touches.CUSTOMER, Touches.MONEY),
        c.Mitigate: lambda ask: [c.Mitigate("the money is sent back by hand", Touches.MONEY)],
    },
    barred=(c.Mitigate, c.Resolve),
)
"""Who may pay how much: what is agreed on is never what is paid, so nobody carries it out."""
REFUND = Slice(
    "refund",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Compensate: "agent", c.ApproveCompensation: "agent"},
        **{c.Propose: "agent", c.Agree: "customer", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent"},
        **{c.Mitigate: "agent", c.Dispute: "customer", c.Confirm: "customer", c.Close: "agent"},
    },
    {
        c.AddEvidence: lambda ask: identity(ask) if not ask.facts.evidence else (),
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "genuine")] * (not ask.facts.checked),
        c.Compensate: wishes(50, kind="refund"),
        c.Propose: lambda ask: [*refund_or_repair(ask)],
        c.Resolve: fixes(Touches.CUSTOMER, Touches.MONEY),
        c.Mitigate: lambda ask: [c.Mitigate("the money is sent back by hand", Touches.MONEY)],
        c.Verify: _passed,
        c.Dispute: _disputed_once,
    },
)
"""A refund from the wish to the end: what is agreed on is what is paid, and somebody has the authority."""
EXPLAINED = Slice(
    "explained money",
    {
        **START,
        **{
            c.AddEvidence: "agent",
            c.CheckEvidence: "agent",
            c.Compensate: "agent",
            c.ApproveCompensation: "agent lead",
        },
        **{c.RecordAbuse: "agent"},
    },
    {
        c.AddEvidence: identity,
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "genuine")] * (not ask.facts.checked),
        c.Compensate: bare_wish,
        c.RecordAbuse: lambda ask: [*c.RecordAbuse.samples(ask)][:1] if ask.facts.checked else (),
    },
    waits=(_MONTH + _FORTNIGHT,),
)
ACCOUNT = Slice(
    "account",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.ClearHazard: "lead", c.FinishTask: "agent"},
        **{c.AddTask: "agent system", c.Correct: "agent customer machine", c.Resolve: "agent", c.Answer: "customer"},
    },
    {
        c.Triage: lambda ask: [_takeover(ask)],
        c.AddEvidence: identity,
        c.FinishTask: finished(Touches.OWN_SYSTEM),
        c.AddTask: lambda ask: _one_task(ask) if not ask.facts.open_tasks else (),
    },
)
SILENCE = Slice(
    "silence",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Receipt: "system", c.Hear: "customer"},
        **{c.NoReplyNeeded: "agent machine", c.Confirm: "customer", c.Unclose: "system"},
        **{c.Close: "system agent machine"},
    },
    {c.Verify: _passed, c.Hear: lambda ask: [*c.Hear.samples(ask)][:1], c.Notify: _told_once, c.Resolve: _fixed_once},
    waits=(_DAY, _WINDOW),
    receipts=True,
)
ANSWERED = Slice(
    "answered",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Hear: "customer", c.Update: "agent"},
        **{c.Confirm: "agent", c.Dispute: "customer", c.Close: "system agent", c.Reopen: "customer"},
        **{c.Escalate: "lead", c.Survey: "customer"},
    },
    {
        c.Verify: _passed,
        c.Hear: lambda ask: [*c.Hear.samples(ask)][:1] if not ask.facts.signs else (),
        c.Dispute: _disputed_once,
        c.Reopen: _reopened_once,
        c.Escalate: lambda ask: c.Escalate.samples(ask) if not ask.facts.escalation else (),
    },
    waits=(_WINDOW, _MONTH),
    hostile=(c.Confirm,),
)
PLAN = Slice(
    "plan",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.ExplainPlan: "agent", c.Receipt: "system"},
        **{c.Confirm: "customer agent system", c.Dispute: "customer", c.Close: "agent system machine"},
        **{c.Unclose: "system", c.Retract: "agent"},
    },
    {
        c.Dispute: _disputed_once,
        c.ExplainPlan: lambda ask: c.ExplainPlan.samples(ask) if not ask.facts.cycle.plan_notice else (),
        c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
        c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "agrees")] * (not ask.facts.checked),
        c.Retract: lambda ask: [c.Retract("E1", "it belongs to another case")] * bool(ask.facts.checked),
        c.Triage: lambda ask: [*triage_any(ask)][:2] if not ask.facts.grade else (),
    },
    receipts=True,
)
UNREACHABLE = Slice(
    "unreachable",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Receipt: "system", c.Call: "agent engineer"},
        **{c.Close: "agent lead system"},
    },
    {
        c.Verify: _passed,
        c.Notify: _told_once,
        c.Resolve: _fixed_once,
        c.Receipt: lambda ask: [one for one in results(ask) if one.status is ReceiptStatus.FAILED],  # type: ignore[attr-defined]  # all are receipts
        c.Call: unanswered,
        c.Close: lambda ask: [c.Close("unreachable")],
    },
    waits=(_DAY,),
    receipts=True,
)
ENDS = Slice(
    "ends",
    {
        **START,
        **{c.Withdraw: "customer agent system machine", c.ApproveDecline: "agent lead machine engineer"},
        **{c.Decline: "agent system lead machine", c.Dispute: "customer", c.Reopen: "agent", c.Regrade: "lead"},
        **{c.LabelCause: "agent", c.Archive: "agent system", c.Retrospect: "agent", c.Note: "agent"},
    },
    {
        c.Regrade: lambda ask: [c.Regrade("A", "it is worse")],
        c.Note: lambda ask: c.Note.samples(ask) if ask.facts.stage == State.ARCHIVED else (),
        c.Reopen: _reopened_once,
        c.Dispute: _disputed_once,
    },
    hostile=(
        c.Withdraw,
        c.Decline,
    ),
    barred=(c.Note,),
)
QUESTIONS = Slice(
    "questions",
    {
        **START,
        **{c.AskCustomer: "system agent", c.Answer: "customer agent system", c.Hear: "customer"},
        **{c.NoReplyNeeded: "agent", c.Decline: "system", c.Receipt: "system", c.Unclose: "system"},
    },
    {
        c.Triage: lambda ask: (),
        c.Hear: lambda ask: [*c.Hear.samples(ask)][:1] if not ask.facts.signs else (),
        c.AskCustomer: lambda ask: c.AskCustomer.samples(ask) if not ask.facts.questions else (),
    },
    waits=(_FORTNIGHT,),
    receipts=True,
    barred=(c.Triage,),
)
LEFT_OPEN = Slice(
    "left open",
    {
        **START,
        **{c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Confirm: "customer", c.Close: "agent"},
        **{c.AddTask: "agent system", c.CancelTask: "agent", c.FinishTask: "agent", c.LabelCause: "agent"},
        **{c.Archive: "agent", c.Retrospect: "agent", c.AddEvidence: "agent", c.CheckEvidence: "agent"},
        **{c.Compensate: "agent", c.ApproveCompensation: "agent", c.RefuseCompensation: "agent"},
    },
    {
        c.Verify: _passed,
        c.AddEvidence: lambda ask: [*c.AddEvidence.samples(ask)] if ask.facts.claims or ask.facts.owed else (),
        c.FinishTask: finished(Touches.NOTHING),
        c.AddTask: lambda ask: _one_task(ask) if not ask.facts.open_tasks else (),
        c.Compensate: lambda ask: wishes(50)(ask) if not ask.facts.compensations else (),
        c.Notify: _told_once,
    },
)
MERGE = Slice(
    "merge",
    {
        **START,
        **{c.Merge: "agent machine", c.Unmerge: "agent", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent"},
        **{c.Mitigate: "mate", c.Confirm: "customer", c.Close: "agent", c.Archive: "agent", c.LabelCause: "agent"},
    },
    {
        c.Verify: _passed,
        c.Merge: lambda ask: [c.Merge(id) for id in ("C-2", "C-3", "C-4", "C-9", ask.id)],
        c.Mitigate: lambda ask: [c.Mitigate("second gateway switched on")],
    },
    beside=True,
)
GRADES = Slice(
    "grades",
    {
        **START,
        **{c.Triage: "agent", c.Regrade: "agent lead machine manager", c.LinkIncident: "agent"},
        **{c.UnlinkIncident: "agent lead machine", c.ClearHazard: "agent lead machine", c.Correct: "agent"},
        **{c.Escalate: "agent", c.Hear: "customer"},
    },
    {c.Triage: triage_any, c.Regrade: c.Regrade.samples, c.Hear: lambda ask: [*c.Hear.samples(ask)][:1]},
    hostile=(
        c.Regrade,
        c.ClearHazard,
        c.UnlinkIncident,
    ),
)
DISPUTED = Slice(
    "disputed",
    {
        **START,
        **{c.Regrade: "agent lead", c.Resolve: "agent", c.Verify: "mate", c.Notify: "agent", c.Dispute: "customer"},
    },
    {c.Triage: triage_any, c.Regrade: c.Regrade.samples, c.Verify: _passed},
)
"""The grade of a complaint that is disputed, again and again: a refused `Regrade` of each kind has the slice before."""
TEAMS = Slice(
    "teams",
    {
        **START,
        **{c.Triage: "agent lead", c.Handoff: "agent lead machine", c.Assign: "agent", c.Unassign: "agent"},
        **{c.Override: "agent manager machine"},
    },
    {c.Triage: triage_elsewhere, c.Handoff: to_teams, c.Override: lambda ask: [c.Override("no-ping-pong", "away")]},
    hostile=(
        c.Handoff,
        c.Override,
    ),
)
JUDGEMENT = Slice(
    "judgement",
    {
        **START,
        **{c.AddEvidence: "agent", c.CheckEvidence: "agent", c.Refer: "agent", c.PartyReply: "agent"},
        **{c.DecideResponsibility: "agent machine", c.MissDeadline: "system", c.Hear: "customer"},
        **{c.NoReplyNeeded: "agent", c.Update: "agent"},
    },
    {
        c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
        c.Refer: lambda ask: c.Refer.samples(ask) if not ask.facts.waits else (),
        c.Hear: lambda ask: [*c.Hear.samples(ask)][:1],
        c.Update: lambda ask: [attrs.evolve(one, judged="Our gateway repeated it") for one in to_customer(ask)],  # type: ignore[misc]  # every command is an attrs class
    },
    waits=(_WINDOW,),
    hostile=(c.DecideResponsibility,),
)
SLICES = (
    *(PROOF, EVIDENCE, AGREEMENT, MONEY, REFUND, EXPLAINED, ACCOUNT, SILENCE, ANSWERED, PLAN, UNREACHABLE),
    *(ENDS, QUESTIONS, LEFT_OPEN, MERGE, GRADES, DISPUTED, TEAMS, JUDGEMENT),
)
"""What is explored to the end, one after the other."""
