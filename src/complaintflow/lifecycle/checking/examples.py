"""How a command is tried where a slice explores: examples that are fewer than the command's own, or tell more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

import attrs

from complaintflow import commands as c
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.checking.cast import OWNER
from complaintflow.lifecycle.checking.ways import Kind
from complaintflow.policy.policy import STANDARD
from complaintflow.values import Customer, Option, Signals
from complaintflow.vocabulary import Audience, Emotion, Impact, ReceiptStatus, Remedy, Touches, Urgency

Offers = Callable[[Ask], Iterable[c.Command]]
"""Examples of a command, asked where a situation stands."""


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


def passed(ask: Ask) -> Iterator[c.Command]:
    """A proof that passed."""
    yield c.Verify(True, "ledger", "one capture left")


def told_once(ask: Ask) -> Iterable[c.Command]:
    """The notice, once in a cycle."""
    return one_notice(ask) if not ask.facts.cycle.notice else ()


def fixed_once(ask: Ask) -> Iterable[c.Command]:
    """A fix, once in a cycle."""
    return fixes(Touches.OWN_SYSTEM)(ask) if not ask.facts.cycle.fix else ()


def disputed_once(ask: Ask) -> Iterable[c.Command]:
    """A dispute, as long as there was none."""
    return c.Dispute.samples(ask) if not ask.facts.disputes else ()


def reopened_once(ask: Ask) -> Iterable[c.Command]:
    """A reopening, as long as there was no dispute."""
    return c.Reopen.samples(ask) if not ask.facts.disputes else ()


def missed(ask: Ask) -> Iterator[c.Command]:
    """Each clock of the house's own, as the desk would say that it was missed."""
    for name in sorted(ask.policy.clocks.keys() - STANDARD.clocks.keys()):
        yield c.MissDeadline(f"{name}/{ask.facts.cycle.number}/1", ask.at)


def takeover(ask: Ask) -> c.Command:
    """Somebody else may be in the customer's account."""
    return attrs.evolve(next(iter(_triage_plain(ask))), signals=Signals(hazards=frozenset({"account_takeover"})))  # type: ignore[misc]  # every command is an attrs class


def one_task(ask: Ask) -> Iterator[c.Command]:
    """A task that is due after all that is explored."""
    yield c.AddTask("reverse the second capture", "wang", ask.at + timedelta(days=40))


USUAL: Mapping[Kind, Offers] = {
    c.Receive: _receive,
    c.Triage: _triage_plain,
    c.AddTask: one_task,
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
    return USUAL.get(kind, kind.samples)


def _triaged_once(ask: Ask) -> Iterable[c.Command]:
    return _triage_plain(ask) if not ask.facts.grade else ()


IN_THE_HOUSE: Mapping[Kind, Offers] = {
    c.Verify: passed,
    c.Triage: _triaged_once,
    c.Dispute: disputed_once,
    c.Reopen: reopened_once,
    c.MissDeadline: missed,
    c.AddEvidence: lambda ask: a_log(ask) if not ask.facts.evidence else (),
    c.CheckEvidence: lambda ask: [c.CheckEvidence("E1", "agrees")] * (not ask.facts.checked),
    c.Propose: lambda ask: [*refund_or_repair(ask)][:1],
    c.AskCustomer: lambda ask: c.AskCustomer.samples(ask) if not ask.facts.questions else (),
    c.Refer: lambda ask: c.Refer.samples(ask) if not ask.facts.referrals else (),
}
BEFORE: Mapping[Kind, Offers] = {
    c.AddTask: lambda ask: one_task(ask) if not ask.facts.open_tasks else (),
    c.AskApproval: lambda ask: c.AskApproval.samples(ask) if not ask.facts.requested else (),
    c.Block: lambda ask: c.Block.samples(ask) if not ask.facts.blockers else (),
    c.Compensate: lambda ask: wishes(50)(ask) if not ask.facts.compensations else (),
    c.Hear: lambda ask: [*c.Hear.samples(ask)][:1] if not ask.facts.signs else (),
    c.LinkIncident: lambda ask: c.LinkIncident.samples(ask) if not ask.facts.incident else (),
}
"""What is done once before a command has anything to do."""
