"""R18: the brief, the one-page pinned summary for everyone who joins late."""

from __future__ import annotations

from collections.abc import Iterable

from complaintflow.complaint import Complaint, Entry
from complaintflow.messages.words import STATUS, language_of, when, word
from complaintflow.policy import Policy
from complaintflow.vocabulary import Grade

__all__ = ["brief"]

_LATEST = 5


def brief(complaint: Complaint, language: str, policy: Policy, other_shops: Iterable[str] = ()) -> str:
    """The page in `zh` or `en`. `other_shops` are those that the same customer complained about elsewhere."""
    language = language_of(language)
    lines = [_title(complaint, language, policy), ""]
    for name, texts in _sections(complaint, language, policy, other_shops):
        lines.append(f"{word(name, language)}: {'; '.join(texts) or word('none', language)}")
    return "\n".join(lines)


def _title(complaint: Complaint, language: str, policy: Policy) -> str:
    urgent = complaint.grade is not None and complaint.grade >= Grade.A
    shop = str(complaint.intake.get("shop", ""))
    parts = (complaint.label(language, policy), shop, complaint.id)
    return f"{'【紧急】' if urgent else '【投诉】'}{' '.join(part for part in parts if part)}"


def _sections(
    complaint: Complaint, language: str, policy: Policy, other_shops: Iterable[str]
) -> list[tuple[str, list[str]]]:
    intake, facts, body = complaint.intake, complaint.facts, complaint.body
    shop = str(intake.get("shop", ""))
    objections = [str(entry.said.get("core_demand", "")) for entry in body.of("Object")]
    blocks = [entry for number, entry in enumerate(body.of("Block"), 1) if f"B{number}" in facts.blockers]
    needed_by = intake.get("needed_by")
    return [
        ("shop", [shop] if shop else []),
        ("other_shops", sorted(set(other_shops) - {shop, ""})),
        ("background", [complaint.description]),
        ("demand", [text for text in (str(intake.get("desired", "")), *objections[-1:]) if text]),
        ("words", [_spoken(entry) for entry in body.of("Hear", "Dispute", "Object")[-_LATEST:]]),
        ("status", [word(complaint.state, language, STATUS)]),
        ("grade", [_grade(complaint, policy)] if complaint.grade else []),
        ("needed_by", [when(needed_by)] if needed_by else []),
        ("progress", [_progress(entry) for entry in body.of(*_PROGRESS)[-_LATEST:]]),
        ("blocked", [str(entry.said.get("what", "")) for entry in blocks]),
        ("help", [str(entry.said.get("help_needed", "")) for entry in blocks]),
        ("owner", [part for part in (facts.owner, facts.team) if part]),
    ]


_PROGRESS = {
    "CheckEvidence": "finding",
    "FindCause": "cause",
    "Mitigate": "what",
    "FinishTask": "result",
    "Resolve": "summary",
    "Update": "done",
    "RecordReview": "decision",
}


def _progress(entry: Entry) -> str:
    return f"{when(entry.at)} {entry.kind}: {entry.said.get(_PROGRESS[entry.kind], '')}".rstrip(": ")


def _spoken(entry: Entry) -> str:
    said = entry.said.get("said", {})
    return f"「{said.get('text', '')}」"


def _grade(complaint: Complaint, policy: Policy) -> str:
    grade = complaint.grade or Grade.C
    minutes = int(policy.promises.for_grade(grade).total_seconds() // 60)
    return f"{grade} ({minutes} min)"
