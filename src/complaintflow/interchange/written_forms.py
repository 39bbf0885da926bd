"""Writes the records whose documents are not simply their fields: complaints, events, policies and refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_type_hints

from complaintflow.commands import BUILTIN, AddEvidence
from complaintflow.errors import Refusal
from complaintflow.interchange.scalars import Unwritable, write_scalar
from complaintflow.interchange.schemas import need_schema
from complaintflow.interchange.writing import Options, Writer
from complaintflow.lifecycle.lifecycle import Step
from complaintflow.lifecycle.needs import Need
from complaintflow.policy.document import plain
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Body, Complaint, Entry, Event
from complaintflow.record.facts import Facts, Sign, Wait
from complaintflow.record.keys import part_name
from complaintflow.values import Caution, Customer, Priority

FACTS: Mapping[str, Any] = get_type_hints(Facts, include_extras=True)
"""The type of each fact."""


def _complaint(writer: Writer, complaint: Complaint, options: Options) -> dict[str, Any]:
    """Its facts, and what a reader wants to know first beside them; then its texts."""
    return {
        "id": write_scalar(complaint.id),
        "version": complaint.version,
        **_summary(writer, complaint, options),
        "label": {language: complaint.label(language, options.policy) for language in options.policy.languages},
        "hidden": sorted(complaint.hidden),
        "cautions": writer.of(tuple[Caution, ...])(complaint.cautions, options),
        "next_due": write_scalar(complaint.next_due),
        "next_due_for": complaint.next_due_for,
        "facts": writer.fields(complaint.facts, options),
        **(_texts(writer, complaint, options) if options.bodies else {}),
    }


def _summary(writer: Writer, complaint: Complaint, options: Options) -> dict[str, Any]:
    """What its facts say to a reader."""
    return {
        "state": str(complaint.state),
        "grade": complaint.grade and complaint.grade.value,
        "received_at": write_scalar(complaint.received_at if complaint.version else None),
        "closed_at": write_scalar(complaint.closed_at),
        "priority": writer.of(Priority | None)(complaint.priority, options),
        "waiting_for": writer.of(tuple[Wait, ...])(complaint.waiting_for, options),
        "awaiting_reply": writer.of(tuple[Sign, ...])(complaint.awaiting_reply, options),
        "missing": [*complaint.missing],
        "duplicates": [*complaint.duplicates],
    }


def _texts(writer: Writer, complaint: Complaint, options: Options) -> dict[str, Any]:
    """Its texts, which are private, and what they say to a reader."""
    known = complaint.customer if complaint.version else None
    return {
        "customer": writer.of(Customer | None)(known, options),
        "description": write_scalar(complaint.description),
        "intake": writer.untyped(complaint.intake, options),
        "evidence": [*_evidence(complaint)],
        "body": writer.fields(complaint.body, options),
    }


def _evidence(complaint: Complaint) -> Iterator[dict[str, Any]]:
    """R22: each piece of evidence with its files; of one that was erased only the id."""
    for number, entry in enumerate(complaint.body.of(AddEvidence), 1):
        said = {name: entry.data.get(name, "") for name in ("kind", "source", "content")}
        yield {"id": part_name("evidence", number), **said, "attachments": [*entry.data.get("attachments", ())]}


def _body(_: Writer, body: Body, options: Options) -> dict[str, Any]:
    return {"entries": [_write_entry(entry) for entry in body]}


def _entry(_: Writer, entry: Entry, options: Options) -> dict[str, Any]:
    return _write_entry(entry)


def _write_entry(entry: Entry | Event) -> dict[str, Any]:
    """`data` are the fields of the command as they are sealed: those that differ from their defaults."""
    return {
        "seq": entry.seq,
        "at": write_scalar(entry.at),
        "by": write_scalar(entry.by),
        "kind": entry.kind,
        "data": dict(entry.data),
    }


def _event(writer: Writer, event: Event, options: Options) -> dict[str, Any]:
    if unknown := sorted(event.changes.keys() - FACTS.keys()):
        raise Unwritable(f"a change of {unknown[0]}", "changes of facts")
    changes = {name: writer.of(FACTS[name])(value, options) for name, value in event.changes.items()}
    more = {"state": str(event.state), "changes": changes, "versions": [*event.versions]}
    return {**_write_entry(event), **more}


def _policy(_: Writer, policy: Policy, options: Options) -> dict[str, Any]:
    written: dict[str, Any] = plain(policy)
    return written


def _refusal(writer: Writer, refusal: Refusal, options: Options) -> dict[str, Any]:
    """Its sentences, and what they are made of: the case and the facts of a rule of the library, or the author's."""
    kept = vars(refusal)["_said"]
    made = {"case": kept} if isinstance(kept, str) else {"said": writer.untyped(kept, options)}
    return {
        "rule": refusal.rule,
        "why": write_scalar(refusal.why),
        "remedy": write_scalar(refusal.remedy),
        "commands": [*refusal.commands],
        "language": refusal.language,
        **made,
        "facts": writer.untyped(refusal.facts, options),
    }


def _step(writer: Writer, step: Step, options: Options) -> dict[str, Any]:
    """Its fields, and for each need the schema of the field with the choices on record."""
    written = writer.plain_fields(Step)(step, options)
    return {**written, "needs": [_need(writer, step, one, options) for one in step.needs]}


def _need(writer: Writer, step: Step, need: Need, options: Options) -> dict[str, Any]:
    kind = step.kind or BUILTIN.get(step.command)
    schema = need_schema(need, kind, options) if kind else {}
    return {**writer.fields(need, options), "schema": schema}


WRITTEN_FORMS: Mapping[type[Any], Callable[[Writer, Any, Options], dict[str, Any]]] = {
    Body: _body,
    Complaint: _complaint,
    Entry: _entry,
    Event: _event,
    Policy: _policy,
    Refusal: _refusal,
    Step: _step,
}
