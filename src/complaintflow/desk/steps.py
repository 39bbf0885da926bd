"""What every command would get from an actor now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from complaintflow.commands.taking_back import waiting_messages
from complaintflow.desk.finding import find_page, load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.recalling import handed_messages
from complaintflow.desk.unit_of_work import load, merge_chain, passes_on
from complaintflow.lifecycle.lifecycle import Step
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
        related = tuple(other for other in others if other.id != one.id)
        events = partial(load_events, session, one.id)
        handed = handed_messages(session, one, waiting_messages(one.facts), events)
        return versions.of(session, one.facts).steps(one, by=by, at=at, related=related, handed=handed)

    own = steps(complaint)
    theirs = own if target is complaint else steps(target)
    known = versions.of(session, target.facts).commands
    instead = {step.command: step for step in theirs if passes_on(known[step.command], by)}
    return tuple(instead.get(step.command, step) for step in own)
