"""Moving a complaint from the policy and the lifecycle that it has to the present ones, and what that does to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import attrs

from complaintflow._validation.structure import Checked, NonBlank
from complaintflow.commands import Migrate
from complaintflow.desk.finding import load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork, load
from complaintflow.errors import Refusal, UnreadableRecord
from complaintflow.lifecycle.mapping import LifecycleMapping
from complaintflow.lifecycle.moving import target_of
from complaintflow.plugins import Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.record.keys import RunKey
from complaintflow.sla.deadlines import Deadline, deadlines
from complaintflow.values import Actor
from complaintflow.vocabulary import State


@attrs.frozen
class Moved:
    """A deadline that is another one after the migration: its run, and when it is due (None: not by that policy)."""

    key: RunKey
    before: datetime | None
    after: datetime | None


@attrs.frozen
class Migration:
    """What moving a complaint means, or why it is refused. `before` and `after` name the policies.

    `left` and `lifecycle` name the lifecycles, blank for the built-in one; `state` is the one after it, `was` the one
    before.
    """

    complaint: str
    before: str
    after: str
    moved: tuple[Moved, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    left: str = ""
    lifecycle: str = ""
    was: str = ""
    state: str = ""


@attrs.frozen(eq=False, repr=False)
class MigrationOrder(Checked):
    """Who moves complaints to the present rules, why, and which names of theirs are which there.

    Raises `InvalidInput` for a blank reason.
    """

    by: NonBlank
    reason: NonBlank = attrs.field(repr=False)
    mapping: LifecycleMapping

    def command(self, facts: Facts, versions: PolicyVersions) -> Migrate:
        """What moves a complaint with these facts."""
        return self.mapping.command(facts, versions.present, self.by, self.reason)


def migrate(units: UnitsOfWork, id: str, order: MigrationOrder, at: datetime) -> Migration | None:
    """Move one complaint, in a unit of work of its own, unless it is refused."""
    try:
        return _migrate(units, id, order, at)
    except UnreadableRecord as error:
        return _refuse(units, id, error)


def _migrate(units: UnitsOfWork, id: str, order: MigrationOrder, at: datetime) -> Migration | None:
    def act(work: UnitOfWork) -> Migration | None:
        complaint = work.load(id)
        command = order.command(complaint.facts, units.versions)
        found = _plan(units.versions, work.session, complaint, command, at)
        if found and not found.refusals:
            work.migrate(id, command)
        return found

    return units.run(at, act)


def plan_migration(units: UnitsOfWork, id: str, order: MigrationOrder, at: datetime) -> Migration | None:
    """What moving it would do. Changes nothing."""
    try:
        with units.reading() as session:
            complaint = load(session, id)
            return _plan(units.versions, session, complaint, order.command(complaint.facts, units.versions), at)
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
    """What the command would do to this complaint at this time; None when it is archived or there already."""
    policy, facts, after = versions.present.policy, complaint.facts, target_of(command, complaint.facts)
    here = (facts.policy, facts.lifecycle, facts.state)
    if here == (policy.digest, command.lifecycle, after) or complaint.stage == State.ARCHIVED:
        return None
    found = Migration(
        complaint.id, facts.policy, policy.digest, left=facts.lifecycle, lifecycle=command.lifecycle, was=facts.state
    )
    if not versions.present.has_move(command, complaint):
        return attrs.evolve(found, state=facts.state, refusals=(_no_edge(versions, facts),))
    decision = versions.present.decide(complaint, command, by=Actor.system(), at=at)
    if decision.refusals:
        return attrs.evolve(found, state=facts.state, refusals=decision.refusals)
    before, events = facts.policy, load_events(session, complaint.id)
    standing, former = versions.policies_of(session, events)
    old = _by_key(deadlines(events, standing, at, former))
    new = _by_key(deadlines((*events, *decision.events), policy, at, {**former, before: standing}))
    return attrs.evolve(found, state=after, moved=tuple(_compare(old, new)))


def _no_edge(versions: PolicyVersions, facts: Facts) -> Refusal:
    """Why one cannot move for whom the lifecycle has no edge of `Migrate`."""
    refusal = Refusal.of("fits-the-lifecycle", case="no-edge", state=facts.state)
    return refusal.in_language(versions.present.policy.language_for_staff)


def _by_key(found: Iterable[Deadline]) -> Mapping[RunKey, Deadline]:
    return {deadline.key: deadline for deadline in found}


def _compare(old: Mapping[RunKey, Deadline], new: Mapping[RunKey, Deadline]) -> Iterator[Moved]:
    """The deadlines that differ; one that the present policy does not have is cancelled."""
    for key in sorted({*old, *new}, key=str):
        before, after = old.get(key), new.get(key)
        if before is None or after is None or (before.due, before.status) != (after.due, after.status):
            due = after.due if after and (before is None or before.ended or not after.ended) else None
            yield Moved(key, before.due if before else None, due)
