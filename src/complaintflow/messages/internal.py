"""What staff are told, by kind of command: everything that a handoff must carry (R14, R18, R30).

The customer's words, the emotion and the deadlines go along by themselves. The deadlines are the times that somebody
named and the promise of the grade; when each clock is due is the business of `desk.explain`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from complaintflow._validation.structure import is_list
from complaintflow.commands import (
    Acknowledge,
    AddTask,
    Assign,
    CancelTask,
    Compensate,
    Confirm,
    Dispute,
    Escalate,
    Handoff,
    Hear,
    Notify,
    Object,
    RecordReview,
    Remind,
    Triage,
    Unassign,
    Update,
    Watch,
)
from complaintflow.commands.solution import named_tasks
from complaintflow.commands.triage import review_roles
from complaintflow.messages.brief import LATEST, brief_fields, brief_lines, customer_words, iso_time, title
from complaintflow.messages.words import EMOTION, HAZARD, label_line, label_text, when, word
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.keys import LevelKey, RunKey
from complaintflow.vocabulary import LEAD, Audience

Fields = dict[str, Any]


def case_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    """The whole case: the brief, what is felt and endangered, the customer's own words, and what is due."""
    signals = complaint.facts.signals
    first = [complaint.description] if complaint.description else []
    later = [customer_words(entry) for entry in complaint.body.of(Hear, Dispute, Object, Confirm)[-LATEST:]]
    return {
        **brief_fields(complaint, policy),
        "words": [*first, *filter(None, later)],
        "emotion": str(signals.emotion) if signals else "",
        "hazards": sorted(signals.hazards) if signals else [],
        "deadlines": sorted(_deadlines(complaint, event.at), key=lambda due: due["at"]),
        "by": event.by,
    }


def _deadlines(complaint: Complaint, now: datetime) -> Iterator[dict[str, str]]:
    """R14, R26a: every time that was named and has not passed without a word; a missed task is still due."""
    facts, body = complaint.facts, complaint.body
    if needed := iso_time(complaint.intake.get("needed_by", "")):
        yield {"what": "needed_by", "at": needed}
    for name, task in named_tasks(complaint.body).items():
        if name in facts.open_tasks and task.data:
            yield {"what": task.data["what"], "at": task.data["due"]}
    for wait in facts.waits:
        if wait.due:
            yield {"what": wait.what, "at": wait.due.isoformat()}
    if facts.plan_open and facts.plan_due:
        yield {"what": "plan_due", "at": facts.plan_due.isoformat()}
    told = [entry.data for entry in body.of(Acknowledge, Update, Notify) if _promises_news(entry.data)]
    coming = [("news", data["next_at"]) for data in told[-1:]]
    coming += [("compensation_arrives", wish.data["arrives"]) for wish in body.of(Compensate) if "arrives" in wish.data]
    yield from ({"what": what, "at": at} for what, at in coming if datetime.fromisoformat(at) > now)


def _promises_news(data: Mapping[str, Any]) -> bool:
    """Whether it told the customer when to hear from us."""
    return data.get("audience", Audience.CUSTOMER) == Audience.CUSTOMER and "next_at" in data


def _handoff_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    data = event.data
    return {
        **case_fields(complaint, event, policy),
        "summary": data.get("summary", ""),
        "harm": data.get("harm", ""),
        "material": [one["uri"] for one in data.get("material", ())],
        "no_material": data.get("no_material_because", ""),
    }


def _review_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    return {**case_fields(complaint, event, policy), "reason": event.data.get("reason", "")}


def _news_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    parts = ("message", "understood", "judged", "done", "next", "next_at", "audience")
    texts = {part: event.data.get(part) or "" for part in parts}
    return {"label": complaint.labels(policy), "by": event.by, **texts}


def _task_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    """R27: what is to do, by whom, until when, about which problem. R21: of a call, what was prepared for it."""
    data, language = event.data, policy.language_for_staff
    lines = [_task_line("task", data, language), *_call_lines(data.get("call", {}), language)]
    background = [label_line("background", complaint.description, language)] if complaint.description else []
    return _message_fields(complaint, event, policy, [*lines, *background])


def _task_line(label: str, data: Mapping[str, Any], language: str) -> str:
    """A task on one line."""
    named = [str(data.get(part, "")) for part in ("owner", "team")]
    people = ", ".join(dict.fromkeys(one for one in named if one))
    due = f" ({people}; {label_line('due', when(data.get('due', '')), language)})" if people else ""
    return label_line(label, f"{data.get('what', '')}{due}", language)


def _call_lines(call: Mapping[str, Any], language: str) -> list[str]:
    answers = [label_text(objection, answer) for objection, answer in call.get("objections", {}).items()]
    parts = {"script": call.get("script", ()), "objections": answers, "listener": [call.get("listener", "")]}
    between = word("between", language)
    return [label_line(part, between.join(texts), language) for part, texts in parts.items() if any(texts)]


def _cancelled_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    language, reason = policy.language_for_staff, event.data.get("reason", "")
    line = _task_line("task_cancelled", task_data(complaint, str(event.data["task"])), language)
    return _message_fields(complaint, event, policy, [line, label_line("reason", reason, language)])


def _decision_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    """R30: the decision of a review, for those who took part and those who carry it out."""
    line = label_line("decision", event.data.get("decision", ""), policy.language_for_staff)
    return _message_fields(complaint, event, policy, [line])


def _message_fields(complaint: Complaint, event: Event, policy: Policy, lines: list[str]) -> Fields:
    return {**_news_fields(complaint, event, policy), "message": "\n".join(lines)}


STAFF: Mapping[str, Callable[[Complaint, Event, Policy], Fields]] = {
    AddTask.__name__: _task_fields,
    Assign.__name__: case_fields,
    CancelTask.__name__: _cancelled_fields,
    Escalate.__name__: _review_fields,
    Handoff.__name__: _handoff_fields,
    RecordReview.__name__: _decision_fields,
    Triage.__name__: _handoff_fields,
    Unassign.__name__: _review_fields,
    Remind.__name__: _news_fields,
    Update.__name__: _news_fields,
    Watch.__name__: case_fields,
}
"""Every kind of command that sends a message to staff, with what it says."""


def staff_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    """What staff are told of this event, as JSON has it. Of a custom command: its usual parts."""
    return STAFF.get(event.kind, _news_fields)(complaint, event, policy)


def staff_subject(id: str, fields: Mapping[str, Any], language: str) -> str:
    """R18: a whole case is named like its war room; news by its label."""
    return title(id, fields, language) if "shop" in fields else f"{fields['label'][language]} {id}"


def staff_text(fields: Mapping[str, Any], language: str) -> str:
    """The text without templates."""
    if "shop" not in fields:
        parts = ("message", "understood", "judged", "done", "next")
        return "\n".join(fields[part] for part in parts if fields[part])
    lines = [_show_part(name, fields[name], language) for name in _CASE_PARTS if fields.get(name)]
    return "\n".join([*lines, *brief_lines(fields, language)])


def _show_part(name: str, value: Any, language: str) -> str:
    if name == "deadlines":
        value = [f"{word(due['what'], language)} {when(due['at'])}" for due in value]
    if name == "emotion":
        value = word(value, language, EMOTION)
    if name == "hazards":
        value = [word(one, language, HAZARD) for one in value]
    return label_line(name, word("between", language).join(value) if is_list(value) else value, language)


_CASE_PARTS = ("reason", "summary", "harm", "material", "no_material", "emotion", "hazards", "deadlines")


# ── who hears of it (R7, R14, R15, R27, R30): everybody once, and somebody always


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
    tasks = named_tasks(complaint.body)
    return tasks[task].data if task in tasks else {}


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


def _unassigned(complaint: Complaint, event: Event, policy: Policy) -> Iterable[str]:
    """R7: who owned it, and the team that holds it; the lead, so that somebody takes it up."""
    owners = [str(entry.data.get("owner", "")) for entry in complaint.body.of(Assign)]
    return (*owners[-1:], complaint.facts.team, LEAD)


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
    Unassign.__name__: _unassigned,
    Watch.__name__: lambda complaint, event, policy: (str(event.data["who"]),),
}
"""Whom each kind of command concerns; all others concern their audience."""
