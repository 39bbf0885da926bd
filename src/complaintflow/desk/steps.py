"""What every command would get from an actor now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from complaintflow.commands import Approve
from complaintflow.commands.taking_back import waiting_messages
from complaintflow.desk.finding import find_page, load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.recalling import handed_messages
from complaintflow.desk.unit_of_work import load, merge_chain
from complaintflow.lifecycle.forwarding import passes_on
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.lifecycle.requests import subject_of
from complaintflow.plugins import Query, Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.values import Actor


def steps_of(
    session: Session, versions: PolicyVersions, id: str, by: Actor, at: datetime, sees: Callable[[Facts], bool]
) -> tuple[Step, ...]:
    """The steps of a complaint. A merged one passes some commands on: for these it has the steps of its target.

    Other complaints count as far as somebody sees them; a message waits as long as the outbox says that it does (R32).
    """
    chain = merge_chain(id, partial(load, session))
    complaint, target = chain[0], chain[-1] if sees(chain[-1].facts) else chain[0]
    found = find_page(session, Query(customer=complaint.facts.customer)).complaints
    others = [other for other in found if sees(other.facts)]

    def steps(one: Complaint) -> tuple[Step, ...]:
        rules = versions.of(session, one.facts)
        there = {other.id: other for other in (*others, *_asked_about(one, rules, session, sees))}
        related = tuple(other for id, other in there.items() if id != one.id)
        events = partial(load_events, session, one.id)
        handed = handed_messages(session, one, waiting_messages(one.facts), events)
        return rules.steps(one, by=by, at=at, related=related, handed=handed)

    own = steps(complaint)
    theirs = own if target is complaint else steps(target)
    known = versions.of(session, target.facts).commands
    instead = {step.command: step for step in theirs if passes_on(known[step.command], by)}
    return tuple(instead.get(step.command, step) for step in own)


def _asked_about(
    one: Complaint, rules: Lifecycle, session: Session, sees: Callable[[Facts], bool]
) -> Iterator[Complaint]:
    """The complaints that requests name which wait for approval, however many the customer has."""
    for request in one.facts.requested:
        for id in subject_of(Approve(request.id), one, rules.commands).related_ids():
            if (stored := session.load(id)) and sees(stored.complaint.facts):
                yield stored.complaint
