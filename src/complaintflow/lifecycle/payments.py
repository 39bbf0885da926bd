"""The guards of money: authority, no payment twice, a promise to come, and what is still owed (R17, R26, R26a).

They have the form of those in `guards`, which attaches them to effects. They look at all complaints of one customer and
order; the desk hands these over as `related`, read in the transaction that writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from complaintflow.commands import ApproveCompensation, Compensate, RefuseCompensation, Resolve
from complaintflow.commands._context import Ask, names
from complaintflow.commands.solution import OF_THE_CUSTOMER, named_claim
from complaintflow.errors import Refusal
from complaintflow.record.facts import Claim, Facts, Payment
from complaintflow.record.matter import merged_into, paid_in_matter
from complaintflow.vocabulary import Effect, Touches

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
        missing = "no pending compensation is named"
        return Refusal("within-authority", missing, "record Compensate(...) first", (Compensate,))
    paid = paid_in_matter(ask.id, ask.facts, ask.related)
    if sum(_shares(ask, (*paid, claim))) <= 1:
        return None
    most = policy.may_pay(ask.by.roles, claim.currency)
    may = f"may pay up to {most} {claim.currency}" if most is not None else f"has no limit in {claim.currency}"
    before = f" after {_listed(paid)}" if paid else ""
    return Refusal(
        "within-authority",
        f"{claim.amount} {claim.currency} asked{before}, {ask.by.id} {may} in all",
        f"let one of {names(policy.authority.pay_without_limit)} approve it",
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


def _listed(payments: Iterable[Payment | Claim]) -> str:
    """The sum of each currency."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for payment in payments:
        sums[payment.currency] += payment.amount
    return " and ".join(f"{total} {currency}" for currency, total in sorted(sums.items()))


def not_paid_twice(ask: Ask) -> Refusal | None:
    """R26: a kind of compensation is paid only once in a cycle, over all complaints of the customer and order."""
    claim = named_claim(ask)
    if claim is None or ask.policy.compensation_kind(claim.kind) not in _paid_kinds(ask):
        return None
    return Refusal(
        "not-paid-twice",
        f"a {claim.kind} was paid for this already, in this cycle or by another complaint about the same order",
        "refuse it with RefuseCompensation(...)",
        (RefuseCompensation,),
    )


def _paid_kinds(ask: Ask) -> frozenset[str]:
    """The kinds that were paid, by the aliases of the present policy."""
    paid = paid_in_matter(ask.id, ask.facts, ask.related)
    return frozenset(ask.policy.compensation_kind(payment.kind) for payment in paid)


def compensation_explained(ask: Ask) -> Refusal | None:
    """R17: a compensation states when it arrives and its terms."""
    claim = named_claim(ask)
    if claim is None or claim.explained:
        return None
    return Refusal(
        "compensation-explained",
        f"{claim.id} does not say when it arrives and how it is used",
        "Compensate(..., arrives=, terms=) anew and refuse this one",
        (Compensate,),
    )


def arrival_to_come(ask: Ask) -> Refusal | None:
    """R26a: the customer is promised a time to come, also when the approval took long."""
    claim = named_claim(ask)
    if claim is None or claim.arrives is None or claim.arrives > ask.at:
        return None
    return Refusal(
        "arrival-to-come",
        f"{claim.id} was to arrive by {claim.arrives:%Y-%m-%d %H:%M} UTC, which is past",
        "Compensate(..., arrives=) anew and refuse this one",
        (Compensate,),
    )


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
    return Refusal(
        "payment-approved",
        f"no {wanted} was approved in this cycle",
        "Compensate(...) and ApproveCompensation(...) first",
        (Compensate, ApproveCompensation),
    )


def _agreed_kind(facts: Facts) -> str:
    """The kind of compensation that the agreed option is; blank when it pays nothing."""
    cycle = facts.cycle
    return next((offer.kind for offer in cycle.paying if offer.option == cycle.agreed), "")


# CLOSES, ARCHIVES


def pending_parts(ask: Ask) -> frozenset[str]:
    """R26: the requested compensations that nobody decided, here and in what was merged into this complaint."""
    own = {claim.id for claim in ask.facts.claims}
    theirs = (f"{claim.id} of {other.id}" for other in merged_into(ask.id, ask.related) for claim in other.facts.claims)
    return frozenset(own.union(theirs))


def owed_parts(ask: Ask) -> frozenset[str]:
    """R26a: the compensations that are not proved to have arrived, here and in what was merged into this complaint."""
    merged = merged_into(ask.id, ask.related)
    return ask.facts.owed.union(f"{id} of {other.id}" for other in merged for id in other.facts.owed)
