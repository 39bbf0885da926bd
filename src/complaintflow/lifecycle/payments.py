"""The guards of money: authority, no payment twice, a promise to come, and what is still owed (R17, R26, R26a).

They have the form of those in `guards`, which attaches them to effects. They look at all complaints of one customer and
order; the desk hands these over as `related`, read in the transaction that writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from complaintflow.commands import ApproveCompensation, Compensate, RefuseCompensation, Resolve
from complaintflow.commands._context import Ask
from complaintflow.commands.solution import OF_THE_CUSTOMER, named_claim
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Claim, Facts, Payment
from complaintflow.record.matter import merged_into, paid_in_matter
from complaintflow.vocabulary import OPEN, Effect, Touches

OF_THE_MATTER = frozenset({Effect.ACTS, Effect.ARCHIVES, Effect.CLOSES, Effect.PAYS})
"""The effects whose rules may look at the other complaints of the same customer and order."""


def looks_at_matter(effects: frozenset[Effect], facts: Facts) -> bool:
    """Whether rules about these effects look at the other complaints of the same customer and order."""
    ending = bool(facts.absorbed) and not effects.isdisjoint({Effect.CLOSES, Effect.ARCHIVES})
    return ending or Effect.PAYS in effects or (Effect.ACTS in effects and bool(facts.cycle.agreed))


# PAYS


def within_authority(ask: Ask) -> Refusal | None:
    """R26: all that is paid in a cycle for one customer and order is within the authority of the actor."""
    claim, policy = named_claim(ask), ask.policy
    if claim is None:
        if ask.facts.stage in OPEN:
            return Refusal.of("within-authority", Compensate, case="none")
        return Refusal.of("within-authority", case="over")
    paid = paid_in_matter(ask.id, ask.facts, ask.related)
    if sum(_shares(ask, (*paid, claim))) <= 1:
        return None
    most = policy.may_pay(ask.by.roles, claim.currency)
    return Refusal.of(
        "within-authority",
        **_money(claim.amount, claim.currency),
        before=Fault("paid-before", {"sums": _sums(paid)}) if paid else "",
        by=ask.by.id,
        may=Fault("may-not-pay" if most is None else "may-pay", {"most": most, "currency": claim.currency}),
        roles=policy.authority.pay_without_limit,
    )


_BEYOND = Fraction(2)
"""The share of what may not be paid at all."""


def _shares(ask: Ask, payments: Iterable[Payment | Claim]) -> Iterator[Fraction]:
    """How much of the actor's limit each currency uses up: several currencies share one authority."""
    sums: defaultdict[str, Fraction] = defaultdict(Fraction)
    for payment in payments:
        sums[payment.currency] += Fraction(payment.amount)
    for currency, total in sums.items():
        most = ask.policy.may_pay(ask.by.roles, currency)
        yield _BEYOND if not most else Fraction() if most.is_infinite() else total / Fraction(most)


def _money(amount: Decimal, currency: str) -> dict[str, Any]:
    return {"amount": amount, "currency": currency}


def _sums(payments: Iterable[Payment | Claim]) -> list[Fault]:
    """The sum of each currency."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for payment in payments:
        sums[payment.currency] += payment.amount
    return [Fault("money", _money(total, currency)) for currency, total in sorted(sums.items())]


def not_paid_twice(ask: Ask) -> Refusal | None:
    """R26: a kind of compensation is paid only once in a cycle, over all complaints of the customer and order."""
    claim = named_claim(ask)
    if claim is None or ask.policy.compensation_kind(claim.kind) not in _paid_kinds(ask):
        return None
    return Refusal.of("not-paid-twice", RefuseCompensation, kind=claim.kind)


def _paid_kinds(ask: Ask) -> frozenset[str]:
    """The kinds that were paid, by the aliases of the present policy."""
    paid = paid_in_matter(ask.id, ask.facts, ask.related)
    return frozenset(ask.policy.compensation_kind(payment.kind) for payment in paid)


def compensation_explained(ask: Ask) -> Refusal | None:
    """R17: a compensation states when it arrives and its terms."""
    claim = named_claim(ask)
    if claim is None or claim.explained:
        return None
    return Refusal.of("compensation-explained", Compensate, claim=claim.id)


def arrival_to_come(ask: Ask) -> Refusal | None:
    """R26a: the customer is promised a time to come, also when the approval took long."""
    claim = named_claim(ask)
    if claim is None or claim.arrives is None or claim.arrives > ask.at:
        return None
    return Refusal.of("arrival-to-come", Compensate, claim=claim.id, arrives=claim.arrives)


# ACTS


def payment_approved(ask: Ask) -> Refusal | None:
    """R26: what pays is a compensation: an agreed option that pays, and an act on money, need an approved one."""
    kind, touches = _agreed_kind(ask.facts), ask.field("touches", Touches.CUSTOMER)
    carries_out = isinstance(ask.command, Resolve) or touches in OF_THE_CUSTOMER
    wanted = kind if kind and carries_out else "payment" if touches is Touches.MONEY else ""
    if not wanted:
        return None
    paid = _paid_kinds(ask)
    if ask.policy.compensation_kind(kind) in paid or (paid and not kind):
        return None
    return Refusal.of("payment-approved", Compensate, ApproveCompensation, kind=wanted)


def _agreed_kind(facts: Facts) -> str:
    """The kind of compensation that the agreed option is; blank when it pays nothing."""
    cycle = facts.cycle
    return next((offer.kind for offer in cycle.paying if offer.option == cycle.agreed), "")


# CLOSES, ARCHIVES


def pending_parts(ask: Ask) -> list[str | Fault]:
    """R26: the requested compensations that nobody decided, here and in what was merged into this complaint."""
    own = [claim.id for claim in ask.facts.claims]
    merged = merged_into(ask.id, ask.related) if ask.related else ()
    return [*own, *(_part_of(other, claim.id) for other in merged for claim in other.facts.claims)]


def owed_parts(ask: Ask) -> list[str | Fault]:
    """R26a: the compensations that are not proved to have arrived, here and in what was merged into this complaint."""
    merged = merged_into(ask.id, ask.related) if ask.related else ()
    return [*sorted(ask.facts.owed), *(_part_of(other, id) for other in merged for id in sorted(other.facts.owed))]


def _part_of(other: Complaint, part: str) -> Fault:
    return Fault("part-of", {"part": part, "complaint": other.id})
