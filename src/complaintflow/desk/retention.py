"""What has been kept for as long as the policy says, and is erased: complaint by complaint, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow.desk.erasing import ErasedRecord, Order, record_of, unreadable_record
from complaintflow.desk.finding import find_pages
from complaintflow.desk.forgetting import check_words_open
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork, load
from complaintflow.errors import NotFound, Refusal, SetAside, UnreadableRecord
from complaintflow.lifecycle.states import states_at
from complaintflow.plugins import Query, Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import ended_at
from complaintflow.values import Actor
from complaintflow.vocabulary import State

_SYSTEM = Actor.system()


@attrs.frozen
class Expired:
    """A complaint that was kept for longer than the policy says: what its state means now, since when it is over, and
    how many days after that its words go. `records` are it and what was merged into it."""

    complaint: str
    state: str
    since: datetime
    days: int
    records: tuple[ErasedRecord, ...] = ()

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why it is not erased."""
        return tuple(refusal for record in self.records for refusal in record.refusals)


def plan_retention(units: UnitsOfWork, by: str, at: datetime, limit: int) -> tuple[Expired, ...]:
    """What is kept for too long, and what keeps it. Changes nothing."""
    with units.reading() as session:
        check_words_open(session)
        return tuple(_first(limit, _expired(units, session, by, at)))


def retain(units: UnitsOfWork, by: str, at: datetime, limit: int) -> tuple[Expired, ...]:
    """Erase what is kept for too long, each in a unit of work of its own; what is refused stays as it is."""
    planned = plan_retention(units, by, at, limit)
    return tuple(one if one.refusals else _erase(units, one, by, at) for one in planned)


def _first(limit: int, found: Iterator[Expired]) -> Iterator[Expired]:
    """So many that go. Those that are refused count for nothing, else they would hold up all behind them."""
    while limit > 0 and (one := next(found, None)):
        limit -= not one.refusals
        yield one


def _erase(units: UnitsOfWork, planned: Expired, by: str, at: datetime) -> Expired:
    """Look again, in the transaction that erases."""

    def act(work: UnitOfWork) -> Expired:
        order, ids = _order(planned, by), [one.complaint for one in planned.records]
        found = attrs.evolve(planned, records=_records(units, work.session, order, ids, at))
        for record in found.records if not found.refusals else ():
            work.do(record.complaint, (order.command(record.events),), _SYSTEM)
        return found

    return units.run(at, act)


def _expired(units: UnitsOfWork, session: Session, by: str, at: datetime) -> Iterator[Expired]:
    for state, days in units.versions.present.policy.retention.limits():
        due = Expired("", str(state), at - timedelta(days=days), days)
        states = states_at(state, units.versions.own_states)
        for page in find_pages(session, Query(state=states, received_to=due.since + timedelta.resolution)):
            for one in page.complaints:
                yield from _kept_too_long(units, session, due, one, by, at)
            yield from (_unread(units, due, unread) for unread in page.unreadable)


def _kept_too_long(
    units: UnitsOfWork, session: Session, due: Expired, one: Complaint, by: str, at: datetime
) -> Iterator[Expired]:
    """This one, if it came to its end by then, and words of it or of what was merged into it are there."""
    try:
        with reading_complaint(one.id):
            since = ended_at(session.history(one.id))
    except UnreadableRecord as error:
        yield _unread(units, attrs.evolve(due, complaint=one.id), error.record)
        return
    if one.stage == due.state and since <= due.since:
        found = attrs.evolve(due, complaint=one.id, since=since)
        ids = dict.fromkeys((one.id, *_merged_into(session, one.id, one.facts.absorbed)))
        records = _records(units, session, _order(found, by), tuple(ids), at)
        yield from [attrs.evolve(found, records=records)] if records else []


def _unread(units: UnitsOfWork, due: Expired, unread: SetAside) -> Expired:
    """One that cannot be read: since when it is over, nobody knows."""
    record = unreadable_record(unread, units.versions.present.policy.language_for_staff)
    return attrs.evolve(due, complaint=due.complaint or unread.key, records=(record,))


def _order(expired: Expired, by: str) -> Order:
    return Order(by, f"retention: {expired.state}, {expired.days} days after its end")


def _merged_into(session: Session, id: str, absorbed: frozenset[str]) -> Iterator[str]:
    """What was merged into it, and stands so; and what cannot be read, which may stand so."""
    for other in sorted(absorbed):
        try:
            complaint = _load(session, other)
        except UnreadableRecord:
            yield other
            continue
        if complaint.stage == State.MERGED and complaint.facts.merged_into == id:
            yield other
            yield from _merged_into(session, other, complaint.facts.absorbed)


def _load(session: Session, id: str) -> Complaint:
    """A complaint that others name. One that is not there cannot be read either."""
    try:
        return load(session, id)
    except NotFound as fault:
        raise UnreadableRecord.of("complaints", id, fault) from None


def _records(
    units: UnitsOfWork, session: Session, order: Order, ids: Sequence[str], at: datetime
) -> tuple[ErasedRecord, ...]:
    """What is erased of these complaints; nothing of one without words."""
    versions, found = units.versions, list[ErasedRecord]()
    for id in ids:
        try:
            found.append(record_of(session, versions, order, _load(session, id), at))
        except UnreadableRecord as error:
            found.append(unreadable_record(error.record, versions.present.policy.language_for_staff))
    return tuple(one for one in found if one.events)
