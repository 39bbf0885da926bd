"""A complaint as machines read it: plain values with names that stay."""

from __future__ import annotations

import json
from typing import Any

import attrs

from complaintflow.commands import AddEvidence
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import encode_facts
from complaintflow.record.keys import part_name


def summarize(complaint: Complaint, policy: Policy) -> dict[str, Any]:
    """One complaint in a list."""
    facts = complaint.facts
    return {
        "id": complaint.id,
        "version": complaint.version,
        "state": str(complaint.state),
        "grade": facts.grade,
        "label": {language: complaint.label(language, policy) for language in policy.languages},
        "type": facts.type,
        "area": facts.area,
        "team": facts.team,
        "owner": facts.owner,
        "channel": facts.channel,
        "customer": facts.customer,
        "order": facts.order,
        "received_at": complaint.received_at,
    }


def describe(complaint: Complaint, policy: Policy) -> dict[str, Any]:
    """One complaint by itself."""
    facts, cycle = complaint.facts, complaint.cycle
    priority = complaint.priority
    factors = priority.factors if priority else ()
    return {
        **summarize(complaint, policy),
        "score": facts.score,
        "cautions": [attrs.asdict(caution) for caution in complaint.cautions],
        "factors": [{**attrs.asdict(factor), "why": factor.why} for factor in factors],
        "cycle": cycle.number,
        "fix": cycle.fix,
        "proved": cycle.proved,
        "confirmed": cycle.confirmed,
        "ground": facts.ground,
        "root_cause": facts.root_cause,
        "responsible": facts.responsible,
        "incident": facts.incident,
        "merged_into": facts.merged_into,
        "missing": facts.missing,
        "duplicates": facts.duplicates,
        "waiting_for": [
            {"id": one.id, "on": one.on, "what": one.what, "due": one.due} for one in complaint.waiting_for
        ],
        "open_tasks": facts.open_tasks,
        "open_messages": facts.open_messages,
        "blockers": facts.blockers,
        "evidence": evidence_documents(complaint),
        "intake": complaint.intake,
    }


def evidence_documents(complaint: Complaint) -> list[dict[str, Any]]:
    """R22: each piece of evidence with its files; of one that was erased only the id."""
    entries = complaint.body.of(AddEvidence)
    return [
        {
            "id": part_name("evidence", number),
            **{name: entry.data.get(name, "") for name in ("kind", "source", "content")},
            "attachments": entry.data.get("attachments", ()),
        }
        for number, entry in enumerate(entries, 1)
    ]


def event_document(event: Event) -> dict[str, Any]:
    """One event of a history."""
    return {
        "seq": event.seq,
        "at": event.at,
        "by": event.by,
        "kind": event.kind,
        "state": event.state,
        "data": event.data,
        "changes": json.loads(encode_facts(dict(event.changes))),
        "versions": event.versions,
    }
