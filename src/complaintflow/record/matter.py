"""R26: one matter: the complaints of a customer about one order, and those that are linked to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from complaintflow._validation.names import fold_name
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts, Payment
from complaintflow.vocabulary import State


def orders_of(facts: Facts) -> frozenset[str]:
    """The orders that it is about: the present one and those that something was paid for, as they compare."""
    return frozenset({fold_name(facts.order), *(payment.order for payment in facts.paid)}) - {""}


def links_of(facts: Facts) -> frozenset[str]:
    """The other complaints that it names: merged ones, the one that it follows, and what it may duplicate."""
    return (facts.absorbed | {facts.merged_into, facts.follows, *facts.duplicates}) - {""}


def filed_under(facts: Facts) -> frozenset[str]:
    """The orders under which a store files what was paid; blank when there is none, or when others are linked."""
    orders = orders_of(facts)
    return orders | {""} if links_of(facts) or not orders else orders


def in_matter(id: str, facts: Facts, others: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Those of these complaints that are about the same matter: of the same order, or linked in either direction."""
    orders = orders_of(facts)
    left = [other for other in others if other.id != id and other.facts.customer == facts.customer]
    found = [other for other in left if not orders.isdisjoint(orders_of(other.facts))]
    linked = [*_linked(id, links_of(facts), left)]
    return (*found, *(other for other in linked if other not in found))


def _linked(id: str, links: frozenset[str], left: list[Complaint]) -> Iterator[Complaint]:
    """The complaints that are linked, also by way of others."""
    near = {id, *links}
    while found := [other for other in left if other.id in near or not near.isdisjoint(links_of(other.facts))]:
        left = [other for other in left if other not in found]
        near.update(*({other.id, *links_of(other.facts)} for other in found))
        yield from found


def merged_into(id: str, others: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Those of these complaints that were merged into it, also by way of others."""
    merged = [other for other in others if other.stage == State.MERGED]
    near = {id}
    found: list[Complaint] = []
    while new := [other for other in merged if other.facts.merged_into in near and other not in found]:
        found += new
        near.update(other.id for other in new)
    return tuple(found)


def paid_in_matter(id: str, facts: Facts, others: Iterable[Complaint]) -> tuple[Payment, ...]:
    """What was paid in this cycle, and in any cycle of the other complaints of the matter; each payment once.

    What came with a merge belongs to the cycle in which it came.
    """
    mine = [payment for payment in facts.paid if payment.cycle == facts.cycle.number]
    known = {payment_key(id, payment) for payment in facts.paid}
    theirs = {
        payment_key(other.id, payment): payment
        for other in in_matter(id, facts, others)
        for payment in other.facts.paid
    }
    return (*mine, *(payment for key, payment in theirs.items() if key not in known))


def payment_key(id: str, payment: Payment) -> tuple[str, str]:
    """The complaint that paid first, and the number there, of a payment on record in the complaint `id`."""
    return payment.complaint or id, payment.id
