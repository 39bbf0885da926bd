"""What follows from an event: further commands, which the desk asks for as the system, through the same gate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from complaintflow.commands import Absorb, AddTask, CheckEvidence, Command, Escalate, Merge, Release, Unmerge, Watch
from complaintflow.commands.triage import RESPONSE_TEAM
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import hazards_of
from complaintflow.sla.milestones import pending_time
from complaintflow.vocabulary import Grade, State, in_language

FOLLOW_UP = timedelta(hours=24)


def reactions(before: Complaint, after: Complaint, event: Event, policy: Policy) -> Iterator[tuple[str, Command]]:
    """Each command that follows, with the id of the complaint that it is for."""
    if event.is_a(Merge):
        yield after.facts.merged_into, Absorb(after.id, pending_time(before.body, event.at))
    if event.is_a(Unmerge):
        yield before.facts.merged_into, Release(after.id)
    if after.grade == Grade.E and before.grade != Grade.E:
        yield after.id, Watch(policy.emergency_team, RESPONSE_TEAM)
    if policy.identity_hazards & (_hazards(after) - _hazards(before)):
        due = event.at + policy.promises.emergency_mitigated
        team = policy.type_rule("account_security").team
        yield after.id, AddTask("start the risk-control flow", team, due, team)
    disproved = after.facts.owed - before.facts.owed
    if event.is_a(CheckEvidence) and disproved:
        what = f"the proof of payment was false: pay or prove {', '.join(sorted(disproved))}"
        yield (
            after.id,
            AddTask(what, after.facts.owner or after.facts.team or policy.emergency_team, event.at + FOLLOW_UP),
        )
    ended = after.state != before.state and after.state in {State.WITHDRAWN, State.DECLINED}
    if ended and _hazards(after):
        what = f"follow up the hazard: {', '.join(sorted(_hazards(after)))}"
        yield after.id, AddTask(what, after.facts.team or policy.emergency_team, event.at + FOLLOW_UP)
    if after.cycle.number > before.cycle.number and after.facts.disputes >= policy.disputes.review_at:
        yield after.id, Escalate(in_language(policy.language_for_staff, _DISPUTED).format(times=after.facts.disputes))


_DISPUTED = ("客户第{times}次表示问题没有解决", "the customer says for the {times}. time that it is not solved")


def _hazards(complaint: Complaint) -> frozenset[str]:
    return hazards_of(complaint.facts.signals)
