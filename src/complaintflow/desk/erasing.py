"""Erasing the private words of a customer's complaints: which ones go, and what keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from itertools import chain

import attrs

from complaintflow._validation.structure import Checked, NonBlank, id_fault
from complaintflow.commands import Close, Erase, Withdraw
from complaintflow.desk.finding import find_pages, load_events
from complaintflow.desk.forgetting import check_words_open, events_with_words, taking_words
from complaintflow.desk.naming import NAME, Named, kinds_named, named_in
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import InvalidInput, Problem, Refusal, Refused, SetAside, UnreadableRecord
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Query, Session
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor

_SYSTEM = Actor.system()


@attrs.frozen
class ErasedRecord:
    """A complaint whose words go: its state, and how many of its events have some; or why it is refused."""

    complaint: str
    state: str
    events: int
    refusals: tuple[Refusal, ...] = ()


@attrs.frozen
class Erasure:
    """What an erasure takes, or took. Complaints of which nothing is left to be erased are not among the `records`."""

    customer: str
    records: tuple[ErasedRecord, ...] = ()

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why nothing is erased."""
        return tuple(refusal for record in self.records for refusal in record.refusals)


@attrs.frozen
class Order(Checked):
    """That words are to be erased: by whom it is ordered, and why."""

    by: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    def command(self, events: int) -> Erase:
        """The command that puts it on record."""
        return Erase(self.by, self.reason, events)


@attrs.frozen
class _Named(Checked):
    """One customer: no blank id, and not none, which would be everybody."""

    customer: NonBlank

    def check_unknown(self) -> None:
        """Nothing is held of them. Raises `InvalidInput` for an id that nobody has, else it would look like done."""
        if fault := id_fault(self.customer):
            raise InvalidInput((Problem("customer", "an id that no customer has", fault),))


def plan_erasure(units: UnitsOfWork, customer: str, order: Order, at: datetime) -> Erasure:
    """What it would take, or why not. Changes nothing."""
    with units.reading() as session:
        return _plan(session, units.versions, customer, order, at)


def erase(units: UnitsOfWork, customer: str, order: Order, at: datetime) -> Erasure:
    """Erase the words of all complaints of a customer, or of none. Raises `Refused` with every reason."""

    def act(work: UnitOfWork) -> Erasure:
        taking_words(work.session)
        plan = _plan(work.session, units.versions, customer, order, at)
        if plan.refusals:
            first = next(record for record in plan.records if record.refusals)
            raise Refused(first.complaint, Erase.__name__, plan.refusals)
        for record in plan.records:
            work.do(record.complaint, (order.command(record.events),), _SYSTEM)
        return plan

    return units.run(at, act)


def _plan(session: Session, versions: PolicyVersions, customer: str, order: Order, at: datetime) -> Erasure:
    theirs, unread = complaints_of(session, customer)
    _check_reason(session, order.reason, theirs)
    records = [record_of(session, versions, order, one, at) for one in theirs]
    records += (unreadable_record(one, versions.present.policy.language_for_staff) for one in unread)
    return Erasure(customer, tuple(record for record in records if record.events))


def complaints_of(session: Session, customer: str) -> tuple[list[Complaint], list[SetAside]]:
    """All complaints of the customer that can be read, the oldest first, and those that cannot.

    Raises `InvalidInput` for no customer, and for an id that nobody has; `StoreError` where no word may be read.
    """
    check_words_open(session)
    named = _Named(customer)
    pages = list(find_pages(session, Query(customer=named.customer)))
    complaints = [one for page in pages for one in page.complaints]
    unread = [one for page in pages for one in page.unreadable]
    if not complaints and not unread:
        named.check_unknown()
    return complaints, unread


def record_of(
    session: Session, versions: PolicyVersions, order: Order, complaint: Complaint, at: datetime
) -> ErasedRecord:
    """What is erased of this complaint, or why not. One without words is left alone, in whatever state."""
    try:
        _check_events(session, complaint.id)
        events = len(events_with_words(session, complaint.id))
        rules = versions.rules_for(session, complaint.facts)
    except UnreadableRecord as error:
        return unreadable_record(error.record, versions.present.policy.language_for_staff)
    refusals = tuple(_refusals(rules, order.command(max(events, 1)), complaint, at)) if events else ()
    return ErasedRecord(complaint.id, complaint.state, events, refusals)


def _check_events(session: Session, id: str) -> None:
    """Raises `UnreadableRecord` unless its events are there, and all of them can be read."""
    if not load_events(session, id):
        raise UnreadableRecord.of("events", id, "none of them is there")


def _refusals(rules: Lifecycle, command: Erase, complaint: Complaint, at: datetime) -> Iterator[Refusal]:
    decision = rules.decide(complaint, command, by=_SYSTEM, at=at)
    yield from decision.refusals
    if decision.not_possible:
        facts = {"complaint": complaint.id, "state": complaint.state}
        refusal = Refusal.of("ended-before-erasure", Close, Withdraw, **facts)
        yield refusal.in_language(rules.policy.language_for_staff)


def unreadable_record(one: SetAside, language: str) -> ErasedRecord:
    """One that cannot be read is not erased: nobody knows what it says."""
    facts = {"table": one.table, "key": one.key, "cause": one.cause, "remedy": one.remedy}
    return ErasedRecord(one.key, "", 1, (Refusal.of("readable", **facts).in_language(language),))


def _check_reason(session: Session, reason: str, complaints: Iterable[Complaint]) -> None:
    """The reason stays on record, so it names nobody. Raises `InvalidInput`, which does not repeat it."""
    if kinds := kinds_named(reason, chain.from_iterable(_told_by(session, one) for one in complaints)):
        expected = "a reason that names no customer and no contact: it stays on record"
        raise InvalidInput((Problem("reason", f"words that are to be erased ({', '.join(kinds)})", expected),))


def _told_by(session: Session, complaint: Complaint) -> Iterator[Named]:
    """The names and contacts of a customer, as they are and as its history has them."""
    with suppress(UnreadableRecord):  # which is told as such
        for event in load_events(session, complaint.id):
            yield from named_in(event.data)
    yield NAME, complaint.customer.name
    yield from complaint.customer.contact.items()
