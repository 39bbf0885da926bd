"""Each answer as people read it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from complaintflow.cli.output import Output
from complaintflow.desk.delivery import Delivery
from complaintflow.desk.importing import ImportedRow
from complaintflow.desk.integrity import Integrity
from complaintflow.lifecycle.lifecycle import Step
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event

__all__ = [
    "show_changed", "show_complaint", "show_delivery", "show_history", "show_integrity", "show_page", "show_rows",
    "show_steps",
]  # fmt: skip

_MINUTE = "%Y-%m-%d %H:%M"


def show_page(
    out: Output, complaints: Sequence[Complaint], following: int | None, language: str, policy: Policy
) -> None:
    """One line a complaint, and how to get the next page."""
    columns = ("id", "received (UTC)", "state", "label", "channel", "held by")
    out.table(columns, (_line(one, language, policy) for one in complaints))
    if not complaints:
        out.line("No complaint fits.")
    if following is not None:
        out.line(f"There are more: --after {following}")


def _line(complaint: Complaint, language: str, policy: Policy) -> Sequence[str]:
    facts = complaint.facts
    label, at = complaint.label(language, policy), f"{complaint.body[0].at:{_MINUTE}}"
    held_by = ", ".join(filter(None, (facts.owner, facts.team)))
    return (complaint.id, at, str(complaint.state), label, facts.channel, held_by)


def show_complaint(out: Output, complaint: Complaint, language: str, policy: Policy) -> None:
    """The record: where it stands, why it has its grade, what it waits for, and the customer's words."""
    facts, cycle = complaint.facts, complaint.cycle
    waits = (f"{wait.what} from the {wait.on} ({wait.id})" for wait in complaint.waiting_for)
    out.fields(
        (
            ("id", f"{complaint.id}, version {complaint.version}"),
            ("state", f"{complaint.state}{f', on the ground {facts.ground}' if facts.ground else ''}"),
            ("label", complaint.label(language, policy)),
            ("received", f"{complaint.body[0].at:{_MINUTE}} UTC by {facts.channel}"),
            ("customer", f"{facts.customer} ({facts.tier})"),
            ("held by", ", ".join(filter(None, (facts.owner, facts.team)))),
            ("cycle", f"{cycle.number}: {_progress(complaint)}"),
            ("waits for", ", ".join(waits)),
            ("open", ", ".join(sorted(facts.open_tasks | facts.blockers | {claim.id for claim in facts.claims}))),
            ("missing", ", ".join(complaint.missing)),
            ("may repeat", ", ".join(complaint.duplicates)),
            ("merged into", facts.merged_into),
            ("incident", facts.incident),
            ("root cause", facts.root_cause),
        )
    )
    _show_factors(out, complaint)
    out.line()
    out.line(complaint.description)


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


def _show_factors(out: Output, complaint: Complaint) -> None:
    priority = complaint.priority
    if priority is None:
        return
    out.line(f"\ngrade {priority.grade}, score {priority.score}, because:")
    for factor in priority.factors:
        if factor.points or factor.name in {"quadrant", "standing", "incident", "regrade"}:
            out.line(f"  {factor.why}")


def show_history(out: Output, events: Iterable[Event]) -> None:
    """Who said what, when, and where it led."""
    rows = ((str(one.seq), f"{one.at:{_MINUTE}}", one.by, one.kind, one.state, _said(one)) for one in events)
    out.table(("event", "at (UTC)", "by", "command", "state", "data"), rows)


def _said(event: Event) -> str:
    parts = (f"{name}={_short(value)}" for name, value in event.data.items())
    return "  ".join(parts)


def _short(value: object, most: int = 60) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def show_steps(out: Output, steps: Iterable[Step]) -> None:
    """What is open first, then what is refused and why; the impossible in one line."""
    by_status: dict[str, list[Step]] = {"open": [], "refused": [], "impossible": []}
    for step in steps:
        by_status[step.status].append(step)
    out.table(("open", "fields it needs"), ((step.command, ", ".join(step.fields)) for step in by_status["open"]))
    out.line()
    reasons = ((step.command, refusal) for step in by_status["refused"] for refusal in step.refusals)
    lines = ((command, refusal.rule, refusal.why, refusal.remedy) for command, refusal in reasons)
    out.table(("refused", "rule", "because", "what helps"), lines)
    out.line("\nnot possible now: " + ", ".join(step.command for step in by_status["impossible"]))


def show_changed(out: Output, complaint: Complaint, language: str, policy: Policy) -> None:
    """In a sentence: where it stands now."""
    label = complaint.label(language, policy)
    out.line(f"{complaint.id} is {complaint.state} at version {complaint.version}: {label}")
    if complaint.missing:
        out.line(f"still to be asked: {', '.join(complaint.missing)}")
    if complaint.duplicates:
        out.line(f"it may repeat: {', '.join(complaint.duplicates)}")


def show_rows(out: Output, rows: Sequence[ImportedRow]) -> None:
    """How many, and every row that was left out, with its line and the reason."""
    counts = Counter(row.status for row in rows)
    left_out = [row for row in rows if row.reason]
    out.line(f"{counts['new']} taken in, {counts['known']} known already, {len(left_out)} left out")
    for row in left_out:
        out.line(f"line {row.line}: {row.status}: {' '.join(row.reason.split())}")


def show_integrity(out: Output, found: Integrity) -> None:
    """The verdict, and every breach."""
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    out.line(f"{found.complaints} complaint(s), {found.events} event(s): {verdict}")
    for breach in found.breaches:
        out.line(str(breach))


def show_delivery(out: Output, done: Delivery) -> None:
    """How many messages went out, and which channels failed."""
    counts = Counter(str(outcome.status) for _, outcome in done.outcomes)
    sent = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "nothing sent"
    out.line(f"{sent}; {done.waiting} waiting")
    if done.dead:
        out.line(f"{done.dead} could not be sent: see complaintflow outbox --dead")
    for failure in done.failures:
        out.line(str(failure))
