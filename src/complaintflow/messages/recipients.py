"""Who of the staff hears of an event (R7, R14, R15, R27, R30): everybody once, and somebody always."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from complaintflow.commands import AddTask, Assign, CancelTask, Escalate, Handoff, RecordReview, Remind, Triage, Watch
from complaintflow.commands.triage import review_roles
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Entry, Event
from complaintflow.record.keys import CALL_TASK, LevelKey, RunKey, part_name
from complaintflow.vocabulary import Audience

LEAD = "lead"
"""Who hears what nobody else would."""


def recipients(complaint: Complaint, event: Event, audience: str, policy: Policy) -> tuple[str, ...]:
    """Those whom the event concerns, each once; the lead where there is nobody."""
    found = _CONCERNED.get(event.kind, _audience)(complaint, event, policy)
    named = tuple(dict.fromkeys(who for who in found if who.strip()))
    return named or ((LEAD,) if audience == Audience.TEAM else ())


def _audience(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    """The team that holds it, or the stakeholders."""
    if event.data.get("audience", Audience.TEAM) == Audience.TEAM:
        return (complaint.facts.team,)
    return (str(entry.data.get("who", "")) for entry in complaint.body.of(Watch))


def _of_task(complaint: Complaint, data: Mapping[str, str], policy: Policy) -> Iterable[str]:
    """Its owner and its team, and who listens in to a call; the lead too where the policy knows no such team."""
    owner, team = str(data.get("owner", "")), str(data.get("team", ""))
    return (owner, team, *_unknown_team(team, policy))


def _unknown_team(team: str, policy: Policy) -> tuple[str, ...]:
    known = {policy.emergency_team, *(rule.team for rule in policy.types.values())}
    return () if not team or team in known else (LEAD,)


def _added_task(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    call: Mapping[str, str] = event.data.get("call", {})
    return (*_of_task(complaint, event.data, policy), call.get("listener", ""))


def _cancelled_task(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    return _of_task(complaint, task_data(complaint, str(event.data["task"])), policy)


def task_data(complaint: Complaint, task: str) -> Mapping[str, str]:
    """What was said when a task was added; nothing when it was erased or never there."""
    tasks = named_tasks(complaint)
    return tasks[task].data if task in tasks else {}


def named_tasks(complaint: Complaint) -> Mapping[str, Entry]:
    """The entries of all tasks by their names; of several calls the latest."""
    number, found = 0, dict[str, Entry]()
    for entry in complaint.body.of(AddTask):
        number += not entry.data.get("call")
        found[CALL_TASK if entry.data.get("call") else part_name("tasks", number)] = entry
    return found


def _review(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    return review_roles(policy) or (complaint.facts.team,)


def _reviewed(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    """Those who took part, by their names or else their roles, and those who carry it out."""
    took_part = (_reader(one) for one in event.data.get("participants", ()))
    return (*took_part, complaint.facts.owner, complaint.facts.team)


def _reader(participant: Mapping[str, str] | str) -> str:
    if isinstance(participant, str):  # a role, as older histories have it
        return participant
    return participant.get("who", "").strip() or participant["role"]


def _new_team(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    return (complaint.facts.team, *_unknown_team(complaint.facts.team, policy))


def _reminded(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    """Those who are told, and the owner of the part that it is about."""
    tells = tuple(event.data.get("tells", ()))
    return (*tells, *_owner_of_part(complaint, event)) if tells else _audience(complaint, event, policy)


def _owner_of_part(complaint: Complaint, event: Event) -> Iterable[str]:
    subject = LevelKey.parse(str(event.data.get("about", ""))).subject
    task = subject.part if isinstance(subject, RunKey) else ""
    return (str(complaint.facts.task_owners.get(task, "")),)


_CONCERNED: Mapping[str, Callable[[Complaint, Event, Policy], Iterable[str]]] = {
    AddTask.__name__: _added_task,
    Assign.__name__: lambda complaint, event, policy: (str(event.data["owner"]),),
    CancelTask.__name__: _cancelled_task,
    Escalate.__name__: _review,
    Handoff.__name__: _new_team,
    RecordReview.__name__: _reviewed,
    Remind.__name__: _reminded,
    Triage.__name__: _new_team,
    Watch.__name__: lambda complaint, event, policy: (str(event.data["who"]),),
}
"""Whom each kind of command concerns; all others concern their audience."""
