"""What follows from an event: further commands, which the desk asks for as the system, through the same gate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from complaintflow.commands import Absorb, AddTask, Command, Merge, Release, Unmerge, Watch
from complaintflow.commands.triage import RESPONSE_TEAM
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.vocabulary import Grade, State

TAKEOVER = "account_takeover"
FOLLOW_UP = timedelta(hours=24)


def reactions(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Iterator[tuple[str, Command]]:
    """Each command that follows, with the id of the complaint that it is for."""
    if event.is_a(Merge):
        yield after.facts.merged_into, Absorb(after.id)
    if event.is_a(Unmerge):
        yield before.facts.merged_into, Release(after.id)
    if after.grade == Grade.E and before.grade != Grade.E:
        yield after.id, Watch(policy.emergency_team, RESPONSE_TEAM)
    if TAKEOVER in _hazards(after) - _hazards(before):
        due = event.at + policy.promises.emergency_mitigated
        team = policy.type_rule("account_security").team
        yield after.id, AddTask("start the risk-control flow", team, due, team)
    ended = after.state != before.state and after.state in {State.WITHDRAWN, State.DECLINED}
    if ended and _hazards(after):
        what = f"follow up the hazard: {', '.join(sorted(_hazards(after)))}"
        yield after.id, AddTask(what, after.facts.team or policy.emergency_team, event.at + FOLLOW_UP)


def _hazards(complaint: Complaint) -> frozenset[str]:
    signals = complaint.facts.signals
    return signals.hazards if signals else frozenset()
