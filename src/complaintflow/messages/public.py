"""The words that a customer may read, by kind of command: what a template is given, and nothing else.

Every reader below names the fields that are meant for the customer. A field that nobody names stays with us: who
approved a decline, which reaction to an option we expect, what a closure rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event
from complaintflow.vocabulary import Ground

Fields = dict[str, Any]
Reader = Callable[[Complaint, Event], Fields]

SUGGESTION = "suggestion"
_OPTION = ("remedy", "basis", "pros", "cons")


def public_fields(complaint: Complaint, event: Event) -> Fields:
    """What the customer may read of this event, as JSON has it. Of a command of another house: its `message`."""
    name = " ".join(complaint.customer.name.split())
    return {"name": name, **PUBLIC.get(event.kind, _MESSAGE)(complaint, event)}


def _said(*names: str) -> Reader:
    """These fields as they were said; a missing one is blank."""

    def read(complaint: Complaint, event: Event) -> Fields:
        return {name: event.data.get(name) or "" for name in names}

    return read


def _asked(complaint: Complaint, event: Event) -> Fields:
    return {"questions": list(event.data["questions"].values())}


def _offered(complaint: Complaint, event: Event) -> Fields:
    """R24: the options under the numbers by which the customer agrees to one."""
    options = event.data["options"]
    first = event.changes.get("options", len(options)) - len(options) + 1
    return {
        "options": [
            {"id": f"O{number}", **{part: option[part] for part in _OPTION}}
            for number, option in enumerate(options, first)
        ]
    }


def _progress(complaint: Complaint, event: Event) -> Fields:
    parts = _said("understood", "judged", "done", "next", "next_at")(complaint, event)
    return {**parts, "suggestion": complaint.facts.type == SUGGESTION}


def _solved(complaint: Complaint, event: Event) -> Fields:
    return {**_progress(complaint, event), "plain": event.data.get("plain", "")}


def _paid(complaint: Complaint, event: Event) -> Fields:
    """R17: of a compensation what it is, when it arrives, and the rules of its use."""
    wish = wished(complaint, event.data["compensation"])
    amount = {"value": wish.get("amount", ""), "currency": wish.get("currency", "")}
    return {"kind": wish.get("kind", ""), "amount": amount, **{part: wish.get(part, "") for part in _CONDITIONS}}


_CONDITIONS = ("arrives", "terms")


def wished(complaint: Complaint, id: str) -> Mapping[str, Any]:
    """What was said of a compensation; nothing, when it was erased or never there."""
    wishes = complaint.body.of("Compensate")
    number = int(id[1:])
    return wishes[number - 1].data if number <= len(wishes) else {}


def _closed(complaint: Complaint, event: Event) -> Fields:
    """R36: whoever could be reached is asked how it was."""
    return {"survey": event.changes.get("ground", "") != Ground.UNREACHABLE}


_MESSAGE = _said("message")

PUBLIC: Mapping[str, Reader] = {
    "Acknowledge": _said("message", "next_at"),
    "ApproveCompensation": _paid,
    "AskCustomer": _asked,
    "Close": _closed,
    "Decline": _said("reason", "recourse"),
    "ExplainPlan": _said("assessment", "plan", "expected_by"),
    "Notify": _solved,
    "Propose": _offered,
    "Remind": _said("message"),
    "Update": _progress,
    "Withdraw": _said(),
}
"""Every kind of command that speaks to a customer, with what it says to them."""
