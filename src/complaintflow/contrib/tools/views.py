"""What the tools tell of complaints: plain data, in which every text is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from complaintflow import Complaint, Policy, to_data
from complaintflow.commands import Approve, AskApproval, Disapprove
from complaintflow.contrib.tools.marking import Marker
from complaintflow.contrib.tools.sources import source_of, source_of_actor
from complaintflow.plugins import Page
from complaintflow.record.complaint import Entry
from complaintflow.sla import Explanation

_OF_THE_CUSTOMER = frozenset({"customer", "extra", "fields", "order", "shop"})
"""The facts whose words are the customer's."""
_TOLD_ELSEWHERE = frozenset({"requested", "signs", "waits", "state", "grade", "policy"})
_ENDS = (Approve, Disapprove)


def row_of(complaint: Complaint, marker: Marker) -> dict[str, Any]:
    """A complaint in a list."""
    facts = complaint.facts
    ours = marker.knowing(complaint.id, facts.owner, *facts.duplicates)
    told = {
        "id": complaint.id,
        "version": complaint.version,
        "state": complaint.state,
        "grade": complaint.grade,
        "type": facts.type,
        "area": facts.area,
        "team": facts.team,
        "owner": facts.owner,
        "received_at": complaint.received_at,
        "closed_at": complaint.closed_at,
        "next_due": complaint.next_due,
        "next_due_for": complaint.next_due_for,
        "awaiting_reply": [sign.kind for sign in complaint.awaiting_reply],
        "requests": sorted(one.id for one in facts.requested),
        "hidden": complaint.hidden,
    }
    outside = {"customer": facts.customer, "order": facts.order, "shop": facts.shop}
    return {**ours.value(to_data(told), "record"), **marker.value(outside, "customer")}


def page_of(page: Page, marker: Marker) -> dict[str, Any]:
    """A page of a list, with the cursors that lead on."""
    rows = [row_of(one, marker) for one in page.complaints]
    return {
        "complaints": rows,
        "after": page.next,
        "before": page.previous,
        "unreadable": len(page.unreadable),
    }


def case_of(complaint: Complaint, policy: Policy, marker: Marker) -> dict[str, Any]:
    """A complaint: its facts, what it waits for, and what the customer says."""
    facts = complaint.facts
    document = to_data(complaint, policy=policy)
    return {
        **row_of(complaint, marker),
        "waiting_for": marker.value(document["waiting_for"], "record"),
        "awaiting_reply": marker.value(document["awaiting_reply"], "record"),
        "missing": marker.value(document["missing"], "record"),
        "facts": {name: one for name, one in _facts_of(document["facts"], marker, facts) if one},
        "description": marker.text(complaint.description, "customer"),
        "intake": marker.value(
            {name: one for name, one in document["intake"].items() if name != "description"}, "customer"
        ),
        "requests": requests_of(complaint, marker),
        "machines": {"done": facts.by_machines, "budget": policy.machines.budget},
    }


def _facts_of(facts: Mapping[str, Any], marker: Marker, known: Any) -> Iterator[tuple[str, Any]]:
    staff = {known.owner, *known.task_owners.values(), *known.watchers}
    named = marker.knowing(*staff, *known.duplicates, *known.absorbed, known.merged_into, known.follows)
    for name, value in facts.items():
        if name in _OF_THE_CUSTOMER:
            yield name, marker.value(value, "customer", name)
        elif name not in _TOLD_ELSEWHERE:
            yield name, named.value(_without_defaults(value) if name == "cycle" else value, "record", name)


def _without_defaults(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in table.items() if one}


def requests_of(complaint: Complaint, marker: Marker) -> list[dict[str, Any]]:
    """What somebody asked a person to approve, and what became of it, the latest first."""
    customer = complaint.facts.customer
    open_ones = {one.id: one for one in complaint.facts.requested}
    ends = {str(entry.data.get("request")): entry for entry in complaint.body.of(*_ENDS)}
    asked = enumerate(complaint.body.of(AskApproval), 1)
    rows = [_request_of(f"A{number}", entry, ends.get(f"A{number}"), marker, customer) for number, entry in asked]
    for row in rows:
        if row["id"] in open_ones:
            row["roles"] = [*open_ones[row["id"]].roles]
    return list(reversed(rows[-marker.rows :]))


def _request_of(id: str, entry: Entry, end: Entry | None, marker: Marker, customer: str) -> dict[str, Any]:
    data, by = entry.data, source_of_actor(entry.by, customer)
    ours = marker.knowing(entry.by, str(data.get("command", "")))
    told: dict[str, Any] = {
        "id": id,
        "command": ours.value(data.get("command", ""), by),
        "by": ours.value(entry.by, by),
        "at": to_data(entry.at),
        "reason": marker.text(str(data.get("reason", "")), by),
        "fields": marker.text(str(data.get("document", "")), by),
        "status": "waiting",
    }
    if end is None:
        return told
    ended = {"at": to_data(end.at), "by": end.by, "why": marker.value(end.data.get("reason", ""), "staff")}
    return {**told, "status": "approved" if end.kind == Approve.__name__ else "disapproved", "ended": ended}


def history_of(complaint: Complaint, marker: Marker, count: int, before: int | None) -> dict[str, Any]:
    """Some of what happened, the latest last; `before` leads to what was earlier."""
    customer = complaint.facts.customer
    end = complaint.version if before is None else max(0, min(before - 1, complaint.version))
    start = max(0, end - min(count, marker.rows))
    entries = complaint.body[start:end]
    return {"events": [_event_of(one, marker, customer) for one in entries], "before": start + 1 if start else None}


def _event_of(entry: Entry, marker: Marker, customer: str) -> dict[str, Any]:
    source = source_of_actor(entry.by, customer)
    by = entry.by if source != "customer" else marker.text(entry.by, source)
    fields = {name: marker.value(one, source_of(entry, name, customer), name) for name, one in entry.data.items()}
    return {"seq": entry.seq, "at": to_data(entry.at), "by": by, "command": entry.kind, "fields": fields}


def deadline_of(explained: Explanation, marker: Marker, language: str) -> dict[str, Any]:
    """A deadline: from when, until when, what stopped it, and how it was counted."""
    deadline = explained.deadline
    document = to_data(deadline)
    told = ("clock", "rule", "start", "due", "ended", "status", "late", "pauses", "warnings", "tells", "calendar")
    ours = marker.knowing(deadline.clock, deadline.rule, deadline.calendar, deadline.status)
    plain = not deadline.pauses and ours.is_ours(deadline.key.part)
    text = explained.text(language)
    return {
        **{name: ours.value(document[name], "staff", name) for name in told},
        "of": ours.value(deadline.key.part, "record"),
        "text": text if plain else marker.text(text, "quoted"),
    }
