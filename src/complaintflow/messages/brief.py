"""R18: the brief, the one-page pinned summary for everyone who joins late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from complaintflow.commands import (
    AddEvidence,
    Block,
    CheckEvidence,
    Dispute,
    FindCause,
    FinishTask,
    Hear,
    Mitigate,
    Object,
    RecordReview,
    Resolve,
    Update,
)
from complaintflow.messages.words import SIGN, STATUS_FOR_STAFF, STEP, label_line, label_text, when, word
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Entry
from complaintflow.record.keys import part_name
from complaintflow.values import Attachment
from complaintflow.vocabulary import LANGUAGES, Grade, in_language, language_of

LATEST = 5
"""How many of the customer's words and of the steps are shown."""


def brief(complaint: Complaint, language: str, policy: Policy, other_shops: Iterable[str] = ()) -> str:
    """The page in `zh` or `en`. `other_shops` are those that the same customer complained about elsewhere."""
    fields, language = brief_fields(complaint, policy, other_shops), language_of(language)
    return "\n".join([title(complaint.id, fields, language), "", *brief_lines(fields, language)])


def brief_fields(complaint: Complaint, policy: Policy, other_shops: Iterable[str] = ()) -> dict[str, Any]:
    """The content of the page, as JSON has it: for a template, or for a message to staff."""
    intake, facts, body, grade = complaint.intake, complaint.facts, complaint.body, complaint.grade
    shop = str(intake.get("shop", ""))
    objections = [str(entry.data.get("core_demand", "")) for entry in body.of(Object)]
    blocks = [entry for number, entry in enumerate(body.of(Block), 1) if part_name("blocks", number) in facts.blockers]
    return {
        "label": complaint.labels(policy),
        "urgent": grade is not None and grade >= Grade.A,
        "shop": shop,
        "other_shops": sorted(set(other_shops) - {shop, ""}),
        "background": complaint.description,
        "fields": _own_fields(intake, policy),
        "files": list(_files(complaint)),
        "demand": [text for text in (str(intake.get("desired", "")), *objections[-1:]) if text],
        "words": [customer_words(entry) for entry in body.of(Hear, Dispute, Object)[-LATEST:]],
        "unanswered": [{"kind": str(sign.kind), "since": sign.since.isoformat()} for sign in facts.signs],
        "status": str(complaint.state),
        "grade": str(grade or ""),
        "promise": int(policy.promises.for_grade(grade).total_seconds() // 60) if grade else 0,
        "needed_by": iso_time(intake.get("needed_by", "")),
        "progress": [
            {"at": entry.at.isoformat(), "step": entry.kind, "text": str(entry.data.get(_PROGRESS[entry.kind], ""))}
            for entry in body.of(*_PROGRESS)[-LATEST:]
        ],
        "blocked": [str(entry.data.get("what", "")) for entry in blocks],
        "help": [str(entry.data.get("help_needed", "")) for entry in blocks],
        "owner": facts.handled_by,
        "team": facts.team,
        "playbook": {language: _playbook_fields(complaint, policy, language) for language in LANGUAGES},
    }


def _own_fields(intake: Mapping[str, Any], policy: Policy) -> list[dict[str, Any]]:
    """R3: the fields of the house's own that are not private, with their names in every language."""
    given = ((name, rule, str(intake.get(name, ""))) for name, rule in policy.fields.items() if not rule.private)
    return [
        {"label": {language: rule.label(name, language) for language in LANGUAGES}, "text": text}
        for name, rule, text in given
        if text
    ]


def _files(complaint: Complaint) -> Iterator[dict[str, Any]]:
    """R22: the files of the complaint and of its evidence, by name, type and size, and what was taken back."""
    yield from ({"text": file.label, "retracted": False} for file in complaint.files)
    for number, entry in enumerate(complaint.body.of(AddEvidence), 1):
        name = part_name("evidence", number)
        gone = name in complaint.facts.retracted
        for one in entry.data.get("attachments", ()):
            yield {"text": f"{name}: {Attachment(**one).label}", "retracted": gone}


def _playbook_fields(complaint: Complaint, policy: Policy, language: str) -> dict[str, Any]:
    """R42: what to do first, whom to ask at a third party, and who stands by."""
    book = complaint.playbook(policy, language)
    contacts = [label_text(party, person) for party, person in sorted(book.contacts.items())]
    return {"first": list(book.first), "contacts": contacts, "stands_by": list(book.stands_by)}


def brief_lines(fields: Mapping[str, Any], language: str) -> list[str]:
    """The page without its title."""
    return [
        label_line(name, word("between", language).join(filter(None, texts)) or word("none", language), language)
        for name, texts in _sections(fields, language)
    ]


def title(id: str, fields: Mapping[str, Any], language: str) -> str:
    """R18: the name of the war room begins with 【投诉】 or [Complaint], from grade A with 【紧急】 or [Urgent]."""
    parts = (fields["label"][language], fields["shop"], id)
    mark = in_language(language, ("【紧急】", "[Urgent] ") if fields["urgent"] else ("【投诉】", "[Complaint] "))
    return f"{mark}{' '.join(part for part in parts if part)}"


def _sections(fields: Mapping[str, Any], language: str) -> list[tuple[str, list[str]]]:
    grade = f"{fields['grade']} ({fields['promise']} {word('minutes', language)})" if fields["grade"] else ""
    owner = [part for part in dict.fromkeys((fields["owner"], fields["team"])) if part]
    return [
        ("shop", [fields["shop"]]),
        ("other_shops", fields["other_shops"]),
        ("background", [fields["background"]]),
        *([("fields", _show_own(fields["fields"], language))] if fields["fields"] else []),
        *([("files", _show_files(fields["files"], language))] if fields["files"] else []),
        ("demand", fields["demand"]),
        ("words", [in_language(language, ("「{}」", "“{}”")).format(text) for text in fields["words"]]),
        *_unanswered(fields, language),
        ("status", [word(fields["status"], language, STATUS_FOR_STAFF)]),
        ("grade", [grade]),
        ("needed_by", [when(fields["needed_by"])]),
        ("progress", [_show_step(step, language) for step in fields["progress"]]),
        ("blocked", fields["blocked"]),
        ("help", fields["help"]),
        ("owner", owner),
        *((name, fields["playbook"][language][name]) for name in ("first", "contacts", "stands_by")),
    ]


_PROGRESS = {
    CheckEvidence.__name__: "finding",
    FindCause.__name__: "cause",
    Mitigate.__name__: "what",
    FinishTask.__name__: "result",
    Resolve.__name__: "summary",
    Update.__name__: "done",
    RecordReview.__name__: "decision",
}
"""The steps of progress, each with the field that says what came of it."""


def _show_own(own: Iterable[Mapping[str, Any]], language: str) -> list[str]:
    return [label_text(one["label"][language], one["text"]) for one in own]


def _show_files(files: Iterable[Mapping[str, Any]], language: str) -> list[str]:
    mark = f" [{word('retracted', language)}]"
    return [f"{one['text']}{mark if one['retracted'] else ''}" for one in files]


def _unanswered(fields: Mapping[str, Any], language: str) -> list[tuple[str, list[str]]]:
    """R33: what awaits our reply, where something does."""
    signs = [_show_sign(sign, language) for sign in fields["unanswered"]]
    return [("unanswered", signs)] if signs else []


def _show_sign(sign: Mapping[str, str], language: str) -> str:
    return label_text(word(sign["kind"], language, SIGN), when(sign["since"]))


def _show_step(step: Mapping[str, str], language: str) -> str:
    name = f"{when(step['at'])} {word(step['step'], language, STEP)}"
    return label_text(name, step["text"]) if step["text"] else name


def customer_words(entry: Entry) -> str:
    """The customer's own words in an entry."""
    return str(entry.data.get("said", {}).get("text", ""))


def iso_time(moment: Any) -> str:
    """A time as JSON has it, or what was said instead of one."""
    return str(moment.isoformat() if hasattr(moment, "isoformat") else moment)
