"""Moving a complaint from the policy that it has to the present one, and what that does to its deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import attrs

from complaintflow.commands import Migrate
from complaintflow.desk.finding import load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork, load
from complaintflow.errors import Refusal, UnreadableRecord
from complaintflow.plugins import Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.keys import RunKey
from complaintflow.sla.deadlines import Deadline, deadlines
from complaintflow.values import Actor


@attrs.frozen
class Moved:
    """A deadline that is another one after the migration: its run, and when it is due (None: not by that policy)."""

    key: RunKey
    before: datetime | None
    after: datetime | None


@attrs.frozen
class Migration:
    """What moving a complaint to another policy means, or why it is refused. `before` and `after` name the policies."""

    complaint: str
    before: str
    after: str
    moved: tuple[Moved, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def migrate(units: UnitsOfWork, id: str, command: Migrate, at: datetime) -> Migration | None:
    """Move one complaint, in a unit of work of its own, unless it is refused."""
    try:
        return _migrate(units, id, command, at)
    except UnreadableRecord as error:
        return _refuse(units, id, error)


def _migrate(units: UnitsOfWork, id: str, command: Migrate, at: datetime) -> Migration | None:
    def act(work: UnitOfWork) -> Migration | None:
        found = _plan(units.versions, work.session, work.load(id), command, at)
        if found and not found.refusals:
            work.migrate(id, command)
        return found

    return units.run(at, act)


def plan_migration(units: UnitsOfWork, id: str, command: Migrate, at: datetime) -> Migration | None:
    """What moving it would do. Changes nothing."""
    try:
        with units.reading() as session:
            return _plan(units.versions, session, load(session, id), command, at)
    except UnreadableRecord as error:
        return _refuse(units, id, error)


def _refuse(units: UnitsOfWork, id: str, error: UnreadableRecord) -> Migration:
    """One that cannot be read stays as it is."""
    facts = {"table": error.table, "key": error.key, "cause": error.cause, "remedy": error.remedy}
    refusal = Refusal.of("readable", **facts).in_language(units.versions.present.policy.language_for_staff)
    return Migration(id, "", units.versions.present.policy.digest, refusals=(refusal,))


def _plan(
    versions: PolicyVersions, session: Session, complaint: Complaint, command: Migrate, at: datetime
) -> Migration | None:
    """What the command would do to this complaint at this time; None when it cannot be moved or is there already."""
    policy = versions.present.policy
    before = complaint.facts.policy
    if before == policy.digest or not versions.present.has_move(command, complaint):
        return None
    decision = versions.present.decide(complaint, command, by=Actor.system(), at=at)
    if decision.refusals:
        return Migration(complaint.id, before, policy.digest, refusals=decision.refusals)
    events = load_events(session, complaint.id)
    standing, former = versions.policies_of(session, events)
    old = _by_key(deadlines(events, standing, at, former))
    new = _by_key(deadlines((*events, *decision.events), policy, at, {**former, before: standing}))
    return Migration(complaint.id, before, policy.digest, tuple(_compare(old, new)))


def _by_key(found: Iterable[Deadline]) -> Mapping[RunKey, Deadline]:
    return {deadline.key: deadline for deadline in found}


def _compare(old: Mapping[RunKey, Deadline], new: Mapping[RunKey, Deadline]) -> Iterator[Moved]:
    """The deadlines that differ; one that the present policy does not have is cancelled."""
    for key in sorted({*old, *new}, key=str):
        before, after = old.get(key), new.get(key)
        if before is None or after is None or (before.due, before.status) != (after.due, after.status):
            due = after.due if after and (before is None or before.ended or not after.ended) else None
            yield Moved(key, before.due if before else None, due)
