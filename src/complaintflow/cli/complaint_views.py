"""A complaint as people read it."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence

from complaintflow.cli.output import MINUTE, Fields, Table, View
from complaintflow.commands import AddEvidence, Retract
from complaintflow.lifecycle.lifecycle import Step
from complaintflow.plugins import Page
from complaintflow.policy.playbook import Playbook
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.keys import Counter, part_name
from complaintflow.values import Attachment

_SHORT = 60
_TAKEN_BACK: tuple[Counter, ...] = ("notes", "calls", "evidence")
"""What is numbered and can be taken back."""
_LIFTING = {"quadrant", "standing", "incident", "regrade"}
"""Factors that are told even without points."""


def view_page(complaints: Sequence[Complaint], page: Page, language: str, policy: Policy) -> View:
    """One line a complaint, and how to get the pages beside this one."""
    columns = ("id", "received (UTC)", "state", "label", "channel", "held by", "next due (UTC)")
    yield Table(columns, (_row(one, language, policy) for one in complaints))
    if not complaints:
        yield "No complaint fits."
    if page.next is not None:
        yield f"There are more: --after {page.next}"
    if page.previous is not None:
        yield f"Before these: --before {page.previous}"


def _row(complaint: Complaint, language: str, policy: Policy) -> Sequence[str]:
    label, at = complaint.label(language, policy), f"{complaint.received_at:{MINUTE}}"
    due = f"{complaint.next_due:{MINUTE}} {complaint.next_due_for}" if complaint.next_due else ""
    return (complaint.id, at, str(complaint.state), label, complaint.facts.channel, _held_by(complaint), due)


def _held_by(complaint: Complaint) -> str:
    return ", ".join(filter(None, (complaint.facts.owner, complaint.facts.team)))


def view_complaint(complaint: Complaint, language: str, policy: Policy) -> View:
    """The record: where it stands, why it has its grade, what it waits for, and the customer's words."""
    facts, cycle = complaint.facts, complaint.cycle
    waits = (f"{wait.what} from the {wait.on} ({wait.id})" for wait in complaint.waiting_for)
    yield Fields(
        (
            ("id", f"{complaint.id}, version {complaint.version}"),
            ("state", f"{complaint.state}{f', on the ground {facts.ground}' if facts.ground else ''}"),
            ("label", complaint.label(language, policy)),
            ("received", f"{complaint.received_at:{MINUTE}} UTC by {facts.channel}"),
            ("customer", f"{facts.customer} ({facts.tier})"),
            ("held by", _held_by(complaint)),
            ("cycle", f"{cycle.number}: {_progress(complaint)}"),
            ("waits for", ", ".join(waits)),
            ("awaits our reply", ", ".join(f"{sign.kind} of {sign.since:{MINUTE}} UTC" for sign in facts.signs)),
            ("open", ", ".join(sorted(facts.open_tasks | facts.blockers | {claim.id for claim in facts.claims}))),
            ("evidence", "\n".join(_evidence(complaint))),
            ("missing", ", ".join(complaint.missing)),
            ("may repeat", ", ".join(complaint.duplicates)),
            ("merged into", facts.merged_into),
            ("incident", facts.incident),
            ("root cause", facts.root_cause),
        )
    )
    yield from _view_factors(complaint)
    yield ""
    yield complaint.description


def _evidence(complaint: Complaint) -> Iterator[str]:
    """R22: each piece with its files, and whether it was taken back; of one that was erased only the id."""
    for number, entry in enumerate(complaint.body.of(AddEvidence), 1):
        name, files = part_name("evidence", number), entry.data.get("attachments", ())
        gone = " (taken back)" if name in complaint.facts.retracted else ""
        listed = ", ".join(Attachment(**file).label for file in files)
        yield f"{name} {entry.data.get('kind') or 'erased'}{gone}{f': {listed}' if listed else ''}"


def _progress(complaint: Complaint) -> str:
    cycle = complaint.cycle
    marks = {
        f"fix {cycle.fix}": cycle.fix,
        "proved": cycle.proved,
        "told": cycle.notice,
        "delivered": cycle.delivered,
        "confirmed": cycle.confirmed,
    }
    return ", ".join(name for name, there in marks.items() if there) or "no fix yet"


def _view_factors(complaint: Complaint) -> View:
    priority = complaint.priority
    if priority is None:
        return
    yield f"\ngrade {priority.grade}, score {priority.score}, because:"
    for factor in priority.factors:
        if factor.points or factor.name in _LIFTING:
            yield f"  {factor.why}"


def view_history(events: Iterable[Event]) -> View:
    """Who did what, when, and where it led."""
    listed = tuple(events)
    gone = {str(one.data.get("entry", "")) for one in listed if one.is_a(Retract)}
    rows = ((str(one.seq), f"{one.at:{MINUTE}}", one.by, _kind(one, gone), one.state, _data(one)) for one in listed)
    yield Table(("event", "at (UTC)", "by", "command", "state", "data"), rows)


def _kind(event: Event, gone: Container[str]) -> str:
    """The command, what can be taken back with its name, and whether it was."""
    parts = [part_name(counter, event.changes[counter]) for counter in _TAKEN_BACK if counter in event.changes]
    return " ".join([event.kind, *parts, *(["(taken back)"] if any(one in gone for one in parts) else [])])


def _data(event: Event) -> str:
    return "  ".join(f"{name}={_shorten(value)}" for name, value in event.data.items())


def _shorten(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def view_steps(steps: Iterable[Step]) -> View:
    """What is open first, then what is refused and why; the impossible in one line."""
    by_status: dict[str, list[Step]] = {"open": [], "refused": [], "impossible": []}
    for step in steps:
        by_status[step.status].append(step)
    yield Table(
        ("open", "fields it needs here"),
        ((step.command, ", ".join(need.name for need in step.needs)) for step in by_status["open"]),
    )
    phrases = next((step.phrases for step in by_status["open"] if step.phrases), ())
    yield from (f"to the customer you may say: {text}" for text in phrases)
    yield ""
    reasons = ((step.command, refusal) for step in by_status["refused"] for refusal in step.refusals)
    rows = ((command, refusal.rule, refusal.why, refusal.remedy) for command, refusal in reasons)
    yield Table(("refused", "rule", "because", "what helps"), rows)
    yield "\nnot possible now: " + ", ".join(step.command for step in by_status["impossible"])


def view_playbook(book: Playbook) -> View:
    """R42: what to do first, what to say, and who helps."""
    for title, texts in (("first", book.first), ("script", book.script), ("phrases", book.soothing)):
        yield f"{title}:"
        yield from (f"  {text}" for text in texts)
    yield Table(("objection", "answer"), book.objections.items())
    yield Table(("party", "contact"), book.contacts.items())
    yield f"stands by: {', '.join(book.stands_by) or 'nobody'}"


def view_change(complaint: Complaint, language: str, policy: Policy) -> View:
    """Where the complaint stands now, in a sentence."""
    label = complaint.label(language, policy)
    yield f"{complaint.id} is {complaint.state} at version {complaint.version}: {label}"
    if complaint.missing:
        yield f"still to be asked: {', '.join(complaint.missing)}"
    if complaint.duplicates:
        yield f"it may repeat: {', '.join(complaint.duplicates)}"
    yield from (f"caution, {caution}" for caution in complaint.cautions)
