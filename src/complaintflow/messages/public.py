"""The words that a customer may read, by kind of command: what a template is given, and nothing else.

Each function below names the fields that are meant for the customer. A field that nobody names stays with
staff: who approved a decline, which reaction to an option they expect, what a closure rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from complaintflow.commands import (
    Acknowledge,
    ApproveCompensation,
    AskCustomer,
    Close,
    Compensate,
    Decline,
    ExplainPlan,
    Notify,
    Propose,
    Remind,
    Survey,
    Update,
    Withdraw,
)
from complaintflow.commands.clocks import notice_of
from complaintflow.commands.ends import SATISFIED
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.keys import part_name
from complaintflow.vocabulary import Ground, SignKind

Fields = dict[str, Any]
FieldReader = Callable[[Complaint, Event], Fields]

_SUGGESTION = "suggestion"
_OPTION_PARTS = ("remedy", "basis", "pros", "cons")


def public_fields(complaint: Complaint, event: Event) -> Fields:
    """What the customer may read of this event, as JSON has it. Of a custom command: its `message`; that it closed."""
    name = " ".join(complaint.customer.name.split())  # on one line
    return {"name": name, **PUBLIC.get(event.kind, _closing if event.closes else _MESSAGE)(complaint, event)}


def _copy(*names: str) -> FieldReader:
    """These fields as they are; a missing one is blank."""

    def read(complaint: Complaint, event: Event) -> Fields:
        return {name: event.data.get(name) or "" for name in names}

    return read


def _questions(complaint: Complaint, event: Event) -> Fields:
    return {"questions": list(event.data["questions"].values())}


def _options(complaint: Complaint, event: Event) -> Fields:
    """R24: the options under the numbers by which the customer agrees to one."""
    options = event.data["options"]
    first = event.changes.get("options", len(options)) - len(options) + 1
    return {
        "options": [
            {"id": part_name("options", number), **{part: option[part] for part in _OPTION_PARTS}}
            for number, option in enumerate(options, first)
        ]
    }


def _progress(complaint: Complaint, event: Event) -> Fields:
    parts = _copy("understood", "judged", "done", "next", "next_at")(complaint, event)
    return {**parts, "suggestion": complaint.facts.type == _SUGGESTION}


def _notice(complaint: Complaint, event: Event) -> Fields:
    return {**_progress(complaint, event), "plain": event.data.get("plain", "")}


def _compensation(complaint: Complaint, event: Event) -> Fields:
    """R17: of a compensation what it is, when it arrives, and the rules of its use."""
    wish = _compensation_data(complaint, event.data["compensation"])
    amount = {"value": wish.get("amount", ""), "currency": wish.get("currency", "")}
    return {"kind": wish.get("kind", ""), "amount": amount, **{part: wish.get(part, "") for part in _CONDITIONS}}


_CONDITIONS = ("arrives", "terms")


def _compensation_data(complaint: Complaint, id: str) -> Mapping[str, Any]:
    """The data of a compensation; nothing when it was erased or never there."""
    wishes = complaint.body.of(Compensate)
    number = int(id[1:])
    return wishes[number - 1].data if number <= len(wishes) else {}


def _closure(complaint: Complaint, event: Event) -> Fields:
    """R36: whoever could be reached is asked how it was."""
    return {"survey": event.changes.get("ground", "") != Ground.UNREACHABLE}


def _closing(complaint: Complaint, event: Event) -> Fields:
    """R33: of another command that closes also its own message, where it has one."""
    said = _MESSAGE(complaint, event) if event.data.get("message") else {}
    return {**said, **_closure(complaint, event)}


def _rating(complaint: Complaint, event: Event) -> Fields:
    """R36: whether it was not good, and whether somebody looks at the comment: only if it is a sign that awaits us."""
    waits = any(sign.kind == SignKind.SURVEY for sign in complaint.facts.signs)
    comment = str(event.data.get("comment", "")).strip()
    return {"sorry": event.data["csat"] < SATISFIED, "looked_at": bool(comment) and waits}


_MESSAGE = _copy("message")


def _reminder(complaint: Complaint, event: Event) -> Fields:
    """What is said; of a notice of an edge, which one it is."""
    notice = notice_of(str(event.data.get("about", "")))
    return {**_MESSAGE(complaint, event), **({"notice": notice} if notice else {})}


PUBLIC: Mapping[str, FieldReader] = {
    Acknowledge.__name__: _copy("message", "next_at"),
    ApproveCompensation.__name__: _compensation,
    AskCustomer.__name__: _questions,
    Close.__name__: _closure,
    Decline.__name__: _copy("reason", "recourse"),
    ExplainPlan.__name__: _copy("assessment", "plan", "expected_by"),
    Notify.__name__: _notice,
    Propose.__name__: _options,
    Remind.__name__: _reminder,
    Survey.__name__: _rating,
    Update.__name__: _progress,
    Withdraw.__name__: _copy(),
}
"""Every kind of command that speaks to a customer, with what it says to them."""
