"""From an event to the message that it sends, if it sends one.

Visibility is a type: a `CustomerMessage` is made here from what the command says to the customer and from
nothing else; what is for our own people becomes a `StaffMessage`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from complaintflow._validation.structure import FrozenMap
from complaintflow.messages.internal import STAFF, staff_fields, staff_subject, staff_text
from complaintflow.messages.public import PUBLIC, public_fields
from complaintflow.messages.words import named, remedy, when, word
from complaintflow.plugins.ports import CustomerMessage, Message, StaffMessage
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event
from complaintflow.record.message_key import MessageKey, message_name
from complaintflow.vocabulary import Audience, language_of

Said = Mapping[str, Any]

_STANDARD = Policy()
_WORDLESS = frozenset({"Close"})
"""Commands that may say nothing and still send a message."""


def compose(complaint: Complaint, event: Event, policy: Policy = _STANDARD) -> Message | None:
    """The message of this event, or None. `complaint` is the one after it. One whose words were erased is none."""
    if "messages" not in event.changes or (not event.data and event.kind not in _WORDLESS):
        return None
    audience = event.data.get("audience", _AUDIENCES.get(event.kind, Audience.CUSTOMER.value))
    if audience == Audience.CUSTOMER:
        return _to_customer(complaint, event)
    return _to_staff(complaint, event, audience, policy)


_AUDIENCES: Mapping[str, str] = {kind: Audience.TEAM.value for kind in STAFF if kind not in PUBLIC}
"""Commands that speak to our own people and to nobody else."""


def _key(complaint: Complaint, event: Event) -> MessageKey:
    cycle = event.changes.get("cycle", complaint.cycle)
    return MessageKey(complaint.id, cycle.number, cycle.fix, message_name(event.changes["messages"]))


def _to_customer(complaint: Complaint, event: Event) -> CustomerMessage:
    customer = complaint.customer
    language = language_of(customer.language)
    fields, key = public_fields(complaint, event), _key(complaint, event)
    return CustomerMessage(
        id=key.message,
        complaint=complaint.id,
        key=str(key),
        kind=event.kind,
        channel=customer.preferred_channel or complaint.facts.channel,
        language=language,
        subject=f"{word('your_complaint', language)} {complaint.id}",
        text="\n".join(_TEXTS.get(event.kind, _plain_message)(fields, language)),
        to=FrozenMap(customer.contact),
        fields=FrozenMap(fields),
        customer=complaint.facts.customer,
        zone=customer.zone,
    )


def _to_staff(complaint: Complaint, event: Event, audience: str, policy: Policy) -> StaffMessage:
    fields, language = staff_fields(complaint, event, policy), language_of(policy.staff_language)
    key = _key(complaint, event)
    return StaffMessage(
        id=key.message,
        complaint=complaint.id,
        key=str(key),
        kind=event.kind,
        audience=audience,
        recipients=_recipients(complaint, event, audience, policy),
        subject=staff_subject(complaint.id, fields, language),
        text=staff_text(fields, language),
        fields=FrozenMap(fields),
    )


def _recipients(complaint: Complaint, event: Event, audience: str, policy: Policy) -> tuple[str, ...]:
    """Those who are named; else the team or the stakeholders. A review is called with those whom its clock tells."""
    if event.kind == "Escalate" and (clock := policy.clocks.get("review")):
        return clock.tells
    if event.kind == "Watch":
        return (str(event.data["who"]),)
    watchers = tuple(str(entry.data.get("who", "")) for entry in complaint.body.of("Watch"))
    return tuple(event.data.get("tells", ())) or ((complaint.facts.team,) if audience == Audience.TEAM else watchers)


def _line(name: str, text: str, language: str) -> str:
    return named(word(name, language), text)


def _plain_message(said: Said, language: str) -> list[str]:
    return [str(said["message"])]


def _acknowledged(said: Said, language: str) -> list[str]:
    return [str(said["message"]), _line("next_at", when(said["next_at"]), language)]


def _asked(said: Said, language: str) -> list[str]:
    return [word("questions", language), *(f"- {text}" for text in said["questions"])]


def _offered(said: Said, language: str) -> list[str]:
    lines: list[str] = []
    for place, option in enumerate(said["options"], 1):
        lines.append(named(f"{word('option', language)} {place}", remedy(option["remedy"], language)))
        lines += [f"  {_line(part, option[part], language)}" for part in ("basis", "pros", "cons")]
    return [*lines, word("choose", language)]


def _progress(said: Said, language: str) -> list[str]:
    judged = said.get("judged") or word("checking", language)
    lines = [_line("understood", said["understood"], language), _line("judged", judged, language)]
    lines += [_line(part, said[part], language) for part in ("done", "next", "plain") if said.get(part)]
    return [*lines, _line("next_at", when(said["next_at"]), language)]


def _solved(said: Said, language: str) -> list[str]:
    return [*_progress(said, language), word("confirm", language)]


def _planned(said: Said, language: str) -> list[str]:
    lines = [_line(part, said[part], language) for part in ("assessment", "plan")]
    return [*lines, _line("expected_by", when(said["expected_by"]), language)]


def _closed(said: Said, language: str) -> list[str]:
    return [word("closed", language), word("reopen", language), *([word("survey", language)] if said["survey"] else [])]


def _compensated(said: Said, language: str) -> list[str]:
    what, amount = remedy(said["kind"], language), said["amount"]
    lines = [_line("compensation", f"{what} {amount['value']} {amount['currency']}".strip(), language)]
    return [*lines, _line("arrives", when(said["arrives"]), language), _line("terms", said["terms"], language)]


def _withdrawn(said: Said, language: str) -> list[str]:
    return [word("withdrawn", language)]


def _declined(said: Said, language: str) -> list[str]:
    return [_line(part, said[part], language) for part in ("reason", "recourse")]


_TEXTS: Mapping[str, Callable[[Said, str], list[str]]] = {
    "Acknowledge": _acknowledged,
    "ApproveCompensation": _compensated,
    "AskCustomer": _asked,
    "Propose": _offered,
    "Update": _progress,
    "Notify": _solved,
    "ExplainPlan": _planned,
    "Close": _closed,
    "Withdraw": _withdrawn,
    "Decline": _declined,
}
