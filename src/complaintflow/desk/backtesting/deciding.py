"""Decides what is on record anew: each command of its actor at its time, over the facts that stood before it.

The facts are the recorded ones, also where the rules would now lead to others. So one difference is told once, and not
in all that came after it. The rules are those of the present version of the library, under the policy and the lifecycle
that the complaint had then; the record is only read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import attrs
import msgspec

from complaintflow.commands import Migrate
from complaintflow.commands._context import Decision
from complaintflow.desk.backtesting.outcome import OtherFact, ReplayCheck, Unrepeated
from complaintflow.desk.backtesting.people import NAMES_THE_TEAM, People, actor_of
from complaintflow.desk.backtesting.record import command_of
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import InvalidInput, NotFound, Problem, UnreadableRecord
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Session, Stored
from complaintflow.record.complaint import Complaint, Event, evolve
from complaintflow.record.facts import Facts, encode_facts
from complaintflow.record.history import Sealed
from complaintflow.stores.memory import MemoryStore


def replay_check(units: UnitsOfWork, people: People) -> ReplayCheck:
    """The whole record, in the order in which it was saved, decided anew."""
    past = MemoryStore()
    with units.reading() as record:
        replay = _Replay(record, units, people)
        for id, sealed in _in_order(record):
            with past.writing() as session:  # what is saved is found by its indexes
                replay.take(session, id, sealed)
    return ReplayCheck(replay.judged, tuple(replay.refused), tuple(replay.other), tuple(replay.left_out))


def _in_order(record: Session) -> Iterator[tuple[str, Sealed]]:
    """Every event with its complaint. The events of a complaint are read when it comes in."""
    places = {one.link: id for id in record.ids() for one in record.history(id)}
    waiting = dict[str, Iterator[Sealed]]()
    for link in record.links():
        id = places.get(link, "")
        history = waiting.setdefault(id, iter(record.history(id))) if id else iter(())
        yield from ((id, one) for one in (next(history, None),) if one is not None)


@attrs.define(eq=False, repr=False)
class _Replay:
    """The past as it stands in the middle of the replay, and what was found."""

    record: Session
    units: UnitsOfWork
    people: People
    judged: int = 0
    refused: list[Unrepeated] = attrs.field(factory=list[Unrepeated])
    other: list[OtherFact] = attrs.field(factory=list[OtherFact])
    left_out: dict[str, None] = attrs.field(factory=dict[str, None])
    _complaints: dict[str, Complaint] = attrs.field(factory=dict[str, Complaint])
    _received: dict[str, datetime] = attrs.field(factory=dict[str, datetime])
    _versions: dict[tuple[str, ...], PolicyVersions] = attrs.field(factory=dict[tuple[str, ...], PolicyVersions])

    def take(self, past: Session, id: str, sealed: Sealed) -> None:
        """Judge this event by what is in the past, and let it happen there as it is on record."""
        try:
            event = sealed.event
            before = self._complaints.get(id) or Complaint.blank(id)
            after = evolve(before, (event,))
            rules = self._rules(past, event, after.facts)
        except UnreadableRecord:
            self.left_out[id] = None
            return
        if sealed.data is None:
            self.left_out[id] = None
        if id not in self.left_out:
            self._judge(past, before, event, after, rules)
        self._keep(past, after, event.at, sealed)

    def _rules(self, past: Session, event: Event, facts: Facts) -> PolicyVersions:
        """The versions of the rules, of which the complaint had the present one then."""
        if "policy" in event.changes and past.policy(facts.policy) is None:
            past.keep_policy(facts.policy, self.record.policy(facts.policy) or b"")
        rules = self.units.versions.of(self.record, facts)
        key = (rules.own_digest, rules.policy.digest)
        if key not in self._versions:
            every = (self.units.versions.present, *self.units.versions.former)
            self._versions[key] = PolicyVersions(rules, every)
        return self._versions[key]

    def _judge(
        self, past: Session, before: Complaint, event: Event, after: Complaint, versions: PolicyVersions
    ) -> None:
        self.judged += 1
        try:
            decision = self._decide(past, before, event, after.facts.policy, versions)
        except InvalidInput as error:
            self._refuse(before.id, event, problems=error.problems)
        except (NotFound, UnreadableRecord) as error:
            self._refuse(before.id, event, problems=(Problem("complaint", str(error), "one that is on record"),))
        else:
            self._compare(before, event, after, decision, versions.present)

    def _decide(
        self, past: Session, before: Complaint, event: Event, policy: str, versions: PolicyVersions
    ) -> Decision:
        """The decision. A document of an older version has another digest now: a migration to it is one still."""
        data = event.data
        if event.is_a(Migrate):
            data = {**data, "policy": versions.present.policy.digest if data["policy"] == policy else data["policy"]}
        command = command_of(event.kind, data, versions.present)
        customer: Any = getattr(command, "customer", None)
        owner = before.facts.customer or (customer.id if customer else "")
        by = actor_of(event.by, owner, before.facts.team, self.people, versions.present.policy)
        work = UnitOfWork(past, versions, event.at, b"", self.units.plugins.channels)
        return work.judge(before.id, command, by)

    def _compare(self, before: Complaint, event: Event, after: Complaint, decision: Decision, rules: Lifecycle) -> None:
        if not decision.accepted:
            answer = decision.not_possible
            self._refuse(before.id, event, decision.refusals or (answer.refusals if answer else ()))
            return
        now = rules.evolve(before, decision.events).facts
        if now.policy == rules.policy.digest:  # it may be called otherwise on record
            now = msgspec.structs.replace(now, policy=after.facts.policy)
        unknown = NAMES_THE_TEAM if self.people(event.by) is None else frozenset[str]()
        told = (name for name in Facts.__struct_fields__ if name not in unknown)
        for name in [name for name in told if getattr(now, name) != getattr(after.facts, name)]:
            was, would = (_show(facts, name) for facts in (after.facts, now))
            self.other.append(OtherFact(before.id, event.seq, event.at, event.kind, name, was, would))

    def _refuse(self, id: str, event: Event, refusals: Any = (), problems: Any = ()) -> None:
        self.refused.append(Unrepeated(id, event.seq, event.at, event.kind, refusals, problems))

    def _keep(self, past: Session, after: Complaint, at: datetime, sealed: Sealed) -> None:
        origin = after.facts.imported
        received_at = self._received.setdefault(after.id, origin.received_at if origin else at)
        self._complaints[after.id] = after
        past.save(Stored(after, sealed.link, received_at), (sealed,))


def _show(facts: Facts, name: str) -> str:
    """A fact as canonical JSON."""
    return encode_facts({name: getattr(facts, name)}).decode()
