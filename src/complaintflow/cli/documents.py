"""What a machine reads: plain values with names that stay."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow.desk.delivery import Delivery
from complaintflow.desk.importing import ImportedRow
from complaintflow.desk.integrity import Integrity
from complaintflow.desk.worker import Ticked
from complaintflow.insight.advice import Advice
from complaintflow.insight.batches import Batch
from complaintflow.lifecycle.lifecycle import Step
from complaintflow.plugins import HookCall, Installed, Loaded
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event
from complaintflow.record.facts import encode_facts
from complaintflow.sla import Explanation

if TYPE_CHECKING:
    from complaintflow.demo import Report

__all__ = [
    "advice", "as_json", "clock", "delivery", "demo", "event", "integrity", "plugins", "row", "step", "summary",
    "ticked", "whole",
]  # fmt: skip


def as_json(document: Any, *, ascii_only: bool) -> str:
    """The text of a document; keys keep their order."""
    return json.dumps(document, ensure_ascii=ascii_only, indent=2, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): one for key, one in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, frozenset):
        return sorted(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return str(value)


def summary(complaint: Complaint, policy: Policy) -> dict[str, Any]:
    """One complaint in a list."""
    facts = complaint.facts
    return {
        "id": complaint.id,
        "version": complaint.version,
        "state": str(complaint.state),
        "grade": facts.grade,
        "label": {language: complaint.label(language, policy) for language in ("en", "zh")},
        "type": facts.type,
        "area": facts.area,
        "team": facts.team,
        "owner": facts.owner,
        "channel": facts.channel,
        "customer": facts.customer,
        "order": facts.order,
        "received_at": complaint.body[0].at,
    }


def whole(complaint: Complaint, policy: Policy) -> dict[str, Any]:
    """One complaint by itself."""
    facts, cycle = complaint.facts, complaint.cycle
    priority = complaint.priority
    factors = priority.factors if priority else ()
    return {
        **summary(complaint, policy),
        "score": facts.score,
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
        "intake": complaint.intake,
    }


def event(one: Event) -> dict[str, Any]:
    """One event of a history."""
    return {
        "seq": one.seq,
        "at": one.at,
        "by": one.by,
        "kind": one.kind,
        "state": one.state,
        "data": one.data,
        "changes": json.loads(encode_facts(dict(one.changes))),
        "versions": one.versions,
    }


def step(one: Step) -> dict[str, Any]:
    """What one command would get."""
    return attrs.asdict(one)


def row(one: ImportedRow) -> dict[str, Any]:
    """What became of one row of an import."""
    return {"line": one.line, "status": one.status, "id": one.id, "reason": one.reason}


def integrity(found: Integrity) -> dict[str, Any]:
    """What fsck found."""
    return {**attrs.asdict(found), "sound": found.sound}


def demo(report: Report) -> dict[str, Any]:
    """What the demo found."""
    rules = {rule: {"refused": refused, "passed": passed} for rule, (refused, passed) in report.rules.items()}
    plain = attrs.asdict(report, filter=lambda field, _: field.name != "week")
    return {**plain, "rules": rules, "week": _week(report), "ok": report.ok}


def _week(report: Report) -> dict[str, Any]:
    week = report.week
    if week is None:
        return {}
    return {
        "file": week.file,
        "ticks": week.ticks,
        "breaches": week.breaches,
        "reminders": week.levels,
        "silent_closings": week.closings,
        "sound": week.integrity.sound,
        "head": week.head,
    }


def delivery(done: Delivery) -> dict[str, Any]:
    """What was sent: no texts and no addresses."""
    sent = [
        {"complaint": message.complaint, "message": message.id, "kind": message.kind, "key": message.key,
         "status": outcome.status, "final": outcome.final, "detail": outcome.detail}
        for message, outcome in done.outcomes
    ]  # fmt: skip
    failures = [attrs.asdict(one) for one in done.failures]
    return {"sent": sent, "failures": failures, "waiting": done.waiting, "dead": done.dead}


def ticked(found: Ticked) -> dict[str, Any]:
    """What a tick did, or would do."""
    done = [
        {"complaint": one.complaint, "due": one.due, "run": str(one.key), "rule": one.rule,
         "command": type(one.command).__name__, "fields": one.command.data(),
         "refusals": [attrs.asdict(refusal) for refusal in one.refusals]}
        for one in found.done
    ]  # fmt: skip
    return {"done": done, "looked_at": found.looked_at, "failed": [list(one) for one in found.failed]}


def batch(one: Batch) -> dict[str, Any]:
    """R12: what belongs together; ids only."""
    about = ("incident", "type", "area", "customers", "ids", "unlinked")
    return {name: getattr(one, name) for name in about}


def clock(one: Explanation, language: str) -> dict[str, Any]:
    """One run of a clock, with what it was computed from."""
    counted = {"version": one.version, "segments": one.segments, "text": one.text(language)}
    plain = attrs.asdict(one.deadline, filter=lambda field, _: field.name != "open")
    return {**plain, "key": str(one.deadline.key), **counted}


def advice(one: Advice, language: str) -> dict[str, Any]:
    """What a compensation may be worth, with its sum."""
    items = [{"kind": item.kind, "amount": item.amount, "why": item.why(language)} for item in one.items]
    return {**attrs.asdict(one), "items": items, "total": one.total, "text": one.text(language)}


def plugins(loaded: Iterable[Loaded], others: Iterable[Installed], calls: Iterable[HookCall]) -> dict[str, Any]:
    """What is loaded, what could be, and the calls that were traced."""
    parts: dict[str, Iterable[Any]] = {"loaded": loaded, "not_loaded": others, "calls": calls}
    return {name: [attrs.asdict(one) for one in several] for name, several in parts.items()}
