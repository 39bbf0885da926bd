"""The quarantine: what cannot be read is named, and comes back when somebody has mended it.

Nothing is moved. Whoever meets such a record leaves it out and says so; this looks for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow.desk.finding import find_letters, find_pages, load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import load, merge_chain
from complaintflow.errors import ComplaintflowError, InvalidInput, Problem, SetAside, UnreadableRecord
from complaintflow.plugins import Query, Session
from complaintflow.record.complaint import Complaint


def find_unreadable(session: Session, versions: PolicyVersions) -> Iterator[SetAside]:
    """Every record that cannot be read, each once."""
    found = dict.fromkeys(session.unreadable_letters())
    fresh = versions.afresh()  # which has read no policy yet
    for page in find_pages(session, Query()):
        found.update(dict.fromkeys(page.unreadable))
        found.update(dict.fromkeys(fault for one in page.complaints for fault in _faults(session, fresh, one)))
    return iter(found)


def _faults(session: Session, versions: PolicyVersions, complaint: Complaint) -> Iterator[SetAside]:
    """What cannot be read of a complaint whose facts can be."""
    looks = (
        lambda: load_events(session, complaint.id),
        lambda: versions.of(session, complaint.facts),
        lambda: merge_chain(complaint.id, partial(load, session)),
    )
    for look in looks:
        try:
            look()
        except UnreadableRecord as fault:
            yield fault.record
        except ComplaintflowError as fault:
            yield UnreadableRecord.of("complaints", complaint.id, fault).record


def release(session: Session, versions: PolicyVersions, table: str, key: str, now: datetime) -> None:
    """Try a record again; what waited for it is free. Raises `UnreadableRecord` and `InvalidInput`."""
    match table:
        case "outbox":
            _read_letter(session, key)
        case "policies":
            versions.read(session, key)
        case "complaints" | "events":
            _read_complaint(session, versions, key.partition("#")[0], now)
        case _:
            raise InvalidInput((Problem("table", repr(table), "outbox, policies, complaints or events"),))
    for entry in find_letters(session):
        if entry.mending:
            session.reschedule(attrs.evolve(entry, until=now, why="", mending=False))


def _read_letter(session: Session, key: str) -> None:
    for one in session.unreadable_letters():
        if one.key == key:
            raise UnreadableRecord.of(one.table, one.key, one.cause, one.about)


def _read_complaint(session: Session, versions: PolicyVersions, id: str, now: datetime) -> None:
    with reading_complaint(id):
        for fault in _faults(session, versions, load(session, id)):
            raise UnreadableRecord.of(fault.table, fault.key, fault.cause)
    session.schedule(id, now)
