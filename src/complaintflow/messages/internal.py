"""What our own people are told, by kind of command: everything that a handoff must carry (R14, R18, R30).

The customer's words, the emotion and the deadlines go along by themselves. When each clock is due is the business
of `desk.explain`; here stand the times that somebody named, and the promise of the grade.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from complaintflow._validation.structure import is_list
from complaintflow.messages.brief import brief_fields, brief_lines, plain, spoken, title
from complaintflow.messages.words import EMOTION, HAZARD, named, when, word
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event

Fields = dict[str, Any]

_LATEST = 5


def case_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    """The whole case: the brief, what is felt and endangered, the customer's own words, and what is due."""
    signals = complaint.facts.signals
    first = [complaint.description] if complaint.description else []
    later = [spoken(entry) for entry in complaint.body.of(*_HEARD)][-_LATEST:]
    return {
        **brief_fields(complaint, policy),
        "words": [*first, *filter(None, later)],
        "emotion": str(signals.emotion) if signals else "",
        "hazards": sorted(signals.hazards) if signals else [],
        "deadlines": sorted(_deadlines(complaint, event.at), key=lambda due: due["at"]),
        "by": event.by,
    }


_HEARD = ("Hear", "Dispute", "Object", "Confirm")


def _deadlines(complaint: Complaint, now: datetime) -> Iterator[dict[str, str]]:
    """R14, R26a: every time that was named and has not passed without a word; a missed task is still due."""
    facts, body = complaint.facts, complaint.body
    if needed := plain(complaint.intake.get("needed_by", "")):
        yield {"what": "needed_by", "at": needed}
    for number, task in enumerate(body.of("AddTask"), 1):
        if f"T{number}" in facts.open_tasks and task.data:
            yield {"what": task.data["what"], "at": task.data["due"]}
    for wait in facts.waits:
        if wait.due:
            yield {"what": wait.what, "at": wait.due.isoformat()}
    if facts.plan_open and facts.plan_due:
        yield {"what": "plan_due", "at": facts.plan_due.isoformat()}
    promised = [entry.data["next_at"] for entry in body.of(*_PROMISING) if _told(entry.data)]
    coming = [("news", at) for at in promised[-1:]]
    coming += [
        ("compensation_arrives", wish.data["arrives"]) for wish in body.of("Compensate") if "arrives" in wish.data
    ]
    yield from ({"what": what, "at": at} for what, at in coming if datetime.fromisoformat(at) > now)


_PROMISING = ("Acknowledge", "Update", "Notify")


def _told(said: Mapping[str, Any]) -> bool:
    return said.get("audience", "customer") == "customer" and "next_at" in said


def _handed_over(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    said = event.data
    return {
        **case_fields(complaint, event, policy),
        "summary": said.get("summary", ""),
        "harm": said.get("harm", ""),
        "material": [one["uri"] for one in said.get("material", ())],
        "no_material": said.get("no_material_because", ""),
    }


def _reviewed(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    return {**case_fields(complaint, event, policy), "reason": event.data.get("reason", "")}


def _informed(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    labels = {language: complaint.label(language, policy) for language in ("zh", "en")}
    parts = ("message", "understood", "judged", "done", "next", "next_at", "audience")
    return {"label": labels, "by": event.by, **{part: event.data.get(part) or "" for part in parts}}


STAFF: Mapping[str, Callable[[Complaint, Event, Policy], Fields]] = {
    "Escalate": _reviewed,
    "Handoff": _handed_over,
    "Remind": _informed,
    "Update": _informed,
    "Watch": case_fields,
}
"""Every kind of command that sends a message to our own people, with what it says."""


def staff_fields(complaint: Complaint, event: Event, policy: Policy) -> Fields:
    """What our own people are told of this event, as JSON has it. Of a command of another house: its usual parts."""
    return STAFF.get(event.kind, _informed)(complaint, event, policy)


def staff_subject(id: str, fields: Mapping[str, Any], language: str) -> str:
    """R18: a whole case is named like its war room; news by its label."""
    return title(id, fields, language) if "shop" in fields else f"{fields['label'][language]} {id}"


def staff_text(fields: Mapping[str, Any], language: str) -> str:
    """The text without templates."""
    if "shop" not in fields:
        parts = ("message", "understood", "judged", "done", "next")
        return "\n".join(fields[part] for part in parts if fields[part])
    lines = [_line(name, fields[name], language) for name in _OWN_WORDS if fields.get(name)]
    return "\n".join([*lines, *brief_lines(fields, language)])


def _line(name: str, value: Any, language: str) -> str:
    if name == "deadlines":
        value = [f"{word(due['what'], language)} {when(due['at'])}" for due in value]
    if name == "emotion":
        value = word(value, language, EMOTION)
    if name == "hazards":
        value = [word(one, language, HAZARD) for one in value]
    return named(word(name, language), word("between", language).join(value) if is_list(value) else value)


_OWN_WORDS = ("reason", "summary", "harm", "material", "no_material", "emotion", "hazards", "deadlines")
