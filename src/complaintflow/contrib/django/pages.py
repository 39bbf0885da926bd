"""What the pages of the admin show: what the desk gives to the user who is logged in, as plain rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from complaintflow import Actor, Complaint, Event, Step
from complaintflow.contrib.django.project import desk

_LONGEST = 200
_FILTERS = ("id", "state", "team", "text", "after", "before")
"""What a list may be asked for, by the names of `Desk.find`."""
PAGE = 50
"""So many complaints are on a page of the list."""
HISTORY = 500
"""So many of its last events are on the page of a complaint."""


def list_page(actor: Actor, asked: Mapping[str, str]) -> dict[str, Any]:
    """A page of complaints, the newest first. Raises `InvalidInput` and `Refused`."""
    wanted = {name: asked[name][:_LONGEST] for name in _FILTERS if asked.get(name)}
    page = desk().acting(actor).find(**wanted, sort="newest", limit=PAGE)
    kept = {name: text for name, text in wanted.items() if name not in {"after", "before"}}
    return {
        "complaints": list(map(_row, page.complaints)),
        "next": urlencode({**kept, "after": page.next}) if page.next else "",
        "previous": urlencode({**kept, "before": page.previous}) if page.previous else "",
        "unreadable": [str(one) for one in page.unreadable],
    }


def _row(one: Complaint) -> dict[str, Any]:
    facts = one.facts
    return {
        "id": one.id,
        "linked": one.id.isprintable(),  # no address has a line break in it
        "state": one.state,
        "grade": one.grade or "",
        "team": facts.team,
        "owner": facts.owner,
        "received": one.received_at,
        "due": one.next_due,
        "due_for": one.next_due_for,
    }


def complaint_page(actor: Actor, id: str) -> dict[str, Any]:
    """One complaint with its history and what this actor may do next. Raises `NotFound`."""
    ours = desk().acting(actor)
    one, events, steps = ours.get(id), ours.history(id), ours.steps(id)
    language = ours.policy.language_for_staff
    return {
        "id": one.id,
        "description": one.description,
        "facts": list(_facts(one)),
        "events": list(map(_event, events[-HISTORY:])),
        "left_out": max(0, len(events) - HISTORY),
        "open": [
            (step.command, ", ".join(need.name for need in step.needs)) for step in steps if step.status == "open"
        ],
        "refused": list(_refused(steps, language)),
        "impossible": [step.command for step in steps if step.status == "impossible"],
        "hidden": sorted(map(str, one.hidden)),
    }


def _facts(one: Complaint) -> Iterator[tuple[str, object]]:
    facts = one.facts
    yield from (("state", one.state), ("grade", one.grade), ("received", one.received_at), ("channel", facts.channel))
    yield from (("customer", facts.customer), ("order", facts.order), ("type", facts.type), ("area", facts.area))
    yield from (("team", facts.team), ("owner", facts.owner), ("next due", one.next_due), ("for", one.next_due_for))
    yield from (("waits for", ", ".join(f"{wait.what} from the {wait.on}" for wait in one.waiting_for)),)
    yield from (("missing", ", ".join(one.missing)), ("may repeat", ", ".join(one.duplicates)))
    yield from (("merged into", facts.merged_into), ("incident", facts.incident), ("root cause", facts.root_cause))


def _event(event: Event) -> dict[str, Any]:
    data = [(name, _text(value)) for name, value in event.data.items()]
    return {"seq": event.seq, "at": event.at, "by": event.by, "kind": event.kind, "state": event.state, "data": data}


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _refused(steps: tuple[Step, ...], language: str) -> Iterator[dict[str, str]]:
    for step in steps:
        for refusal in step.refusals if step.status == "refused" else ():
            told = refusal.in_language(language)
            yield {"command": step.command, "rule": told.rule, "why": told.why, "remedy": told.remedy}
