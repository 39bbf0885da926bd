"""From an event to its message, if it sends one.

Visibility is a type: a `CustomerMessage` is made here from what the command says to the customer and from nothing
else. What is for staff becomes a `StaffMessage`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import (
    Acknowledge,
    ApproveCompensation,
    AskCustomer,
    Close,
    Decline,
    ExplainPlan,
    Notify,
    Propose,
    Remind,
    Survey,
    Unassign,
    Update,
    Withdraw,
)
from complaintflow.commands.clocks import correction_of
from complaintflow.messages.internal import recipients, staff_fields, staff_subject, staff_text
from complaintflow.messages.public import public_fields
from complaintflow.messages.words import label_line, label_text, remedy, when, word
from complaintflow.plugins import CustomerMessage, Message, StaffMessage
from complaintflow.policy.policy import STANDARD, Policy
from complaintflow.record.card import card_contacts, customer_on, make_card
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.contacts import written_to_no_more
from complaintflow.record.keys import MessageKey, message_name
from complaintflow.vocabulary import Audience, language_of

Fields = Mapping[str, Any]


def sends_without_words(event: Event) -> bool:
    """Whether what it sends is more than its words; of all others that say nothing the words were erased."""
    return event.closes or event.is_a(Close, Unassign)


def compose(complaint: Complaint, event: Event, policy: Policy = STANDARD) -> Message | None:
    """The message of this event, or None, also when its words were erased. `complaint` is the one after the event.

    What sends more than its words may say nothing and still send a message.
    """
    if "messages" not in event.changes or not (event.data or sends_without_words(event)):
        return None
    if event.is_a(Remind) and (correction := correction_of(event.data.get("about", ""))):
        return _to_former(complaint, event, correction, policy)
    if message_name(event.changes["messages"]) not in event.changes.get("to_us", ()):
        return _to_customer(complaint, event, policy)
    return _to_staff(complaint, event, event.data.get("audience", Audience.TEAM.value), policy)


def _key(complaint: Complaint, event: Event) -> MessageKey:
    cycle = event.changes.get("cycle", complaint.cycle)
    return MessageKey(complaint.id, cycle.number, cycle.fix, message_name(event.changes["messages"]))


def _to_customer(complaint: Complaint, event: Event, policy: Policy) -> CustomerMessage:
    customer = complaint.customer
    language = language_of(customer.language)
    fields, key = public_fields(complaint, event), _key(complaint, event)
    return CustomerMessage(
        id=key.message,
        complaint=complaint.id,
        key=str(key),
        kind=event.kind,
        channel=_channel(complaint, event, policy),
        language=language,
        subject=f"{word('your_complaint', language)} {complaint.id}",
        text="\n".join(_writer_of(event)(fields, language)),
        to=FrozenMap(customer.contact),
        fields=FrozenMap(fields),
        customer=complaint.facts.customer,
        zone=customer.zone,
    )


def _channel(complaint: Complaint, event: Event, policy: Policy) -> str:
    """R1: the channel that the customer prefers, or needs; else that of a notice, if they have a contact for it."""
    if chosen := complaint.customer.preferred_channel or _care_channel(complaint, policy):
        return chosen
    named = policy.spell("channel", str(event.data.get("way", ""))) if event.is_a(Remind) else ""
    reached = named and policy.contact_kind(named) in complaint.customer.contact
    return named if reached else complaint.facts.channel


def _to_former(complaint: Complaint, event: Event, correction: int, policy: Policy) -> CustomerMessage | None:
    """R22: to the verified addresses that a correction took away, by what the record says of the customer before it."""
    then, now = (make_card(complaint.body[:place]) for place in (correction - 1, correction))
    if not then:
        return None
    customer = customer_on(then, complaint.facts.customer, complaint.facts.tier)
    to = written_to_no_more(card_contacts(then), card_contacts(now))
    if not to:
        return None  # what was said of them is erased
    language, key, text = language_of(customer.language), _key(complaint, event), str(event.data["message"])
    ways = (customer.preferred_channel, complaint.facts.channel, *policy.sending.fallback)
    return CustomerMessage(
        id=key.message,
        complaint=complaint.id,
        key=str(key),
        kind=event.kind,
        channel=next((way for way in ways if way and policy.contact_kind(way) in to), next(iter(to))),
        language=language,
        subject=f"{word('your_complaint', language)} {complaint.id}",
        text=text,
        to=FrozenMap(to),
        fields=FrozenMap({"name": "", "message": text}),
        zone=customer.zone,
    )


def _care_channel(complaint: Complaint, policy: Policy) -> str:
    """R48: the channel that the policy names for a vulnerable customer who has a contact for it; blank without one."""
    if not (complaint.facts.vulnerable and policy.care_channels):
        return ""
    named = (policy.care_channels.get(reason, "") for reason in complaint.care_reasons)
    return next((one for one in named if one and policy.contact_kind(one) in complaint.customer.contact), "")


def _to_staff(complaint: Complaint, event: Event, audience: str, policy: Policy) -> StaffMessage:
    fields, language = staff_fields(complaint, event, policy), language_of(policy.language_for_staff)
    key = _key(complaint, event)
    return StaffMessage(
        id=key.message,
        complaint=complaint.id,
        key=str(key),
        kind=event.kind,
        audience=audience,
        recipients=recipients(complaint, event, audience, policy),
        subject=staff_subject(complaint.id, fields, language),
        text=staff_text(fields, language),
        fields=FrozenMap(fields),
        language=language,
    )


def _writer_of(event: Event) -> Callable[[Fields, str], list[str]]:
    return _TEXTS.get(event.kind, _closure if event.closes else _message)


def _message(fields: Fields, language: str) -> list[str]:
    return [str(fields["message"])]


def _acknowledgement(fields: Fields, language: str) -> list[str]:
    return [str(fields["message"]), label_line("next_at", when(fields["next_at"]), language)]


def _questions(fields: Fields, language: str) -> list[str]:
    return [word("questions", language), *(f"- {text}" for text in fields["questions"])]


def _options(fields: Fields, language: str) -> list[str]:
    lines: list[str] = []
    for place, option in enumerate(fields["options"], 1):
        lines.append(label_text(f"{word('option', language)} {place}", remedy(option["remedy"], language)))
        lines += [f"  {label_line(part, option[part], language)}" for part in ("basis", "pros", "cons")]
    return [*lines, word("choose", language)]


def _progress(fields: Fields, language: str) -> list[str]:
    judged = fields.get("judged") or word("checking", language)
    lines = [label_line("understood", fields["understood"], language), label_line("judged", judged, language)]
    lines += [label_line(part, fields[part], language) for part in ("done", "next", "plain") if fields.get(part)]
    return [*lines, label_line("next_at", when(fields["next_at"]), language)]


def _notice(fields: Fields, language: str) -> list[str]:
    return [*_progress(fields, language), word("confirm", language)]


def _plan(fields: Fields, language: str) -> list[str]:
    lines = [label_line(part, fields[part], language) for part in ("assessment", "plan")]
    return [*lines, label_line("expected_by", when(fields["expected_by"]), language)]


def _closure(fields: Fields, language: str) -> list[str]:
    parts = ("closed", "reopen", "survey") if fields["survey"] else ("closed", "reopen")
    said = [str(fields["message"])] if fields.get("message") else []
    return [*said, *(word(part, language) for part in parts)]


def _compensation(fields: Fields, language: str) -> list[str]:
    what, amount = remedy(fields["kind"], language), fields["amount"]
    return [
        label_line("compensation", f"{what} {amount['value']} {amount['currency']}".strip(), language),
        label_line("arrives", when(fields["arrives"]), language),
        label_line("terms", fields["terms"], language),
    ]


def _withdrawal(fields: Fields, language: str) -> list[str]:
    return [word("withdrawn", language)]


def _rating(fields: Fields, language: str) -> list[str]:
    parts = {"rated": True, "rated_low": fields["sorry"], "rated_comment": fields["looked_at"]}
    return [word(part, language) for part, said in parts.items() if said]


def _decline(fields: Fields, language: str) -> list[str]:
    return [label_line(part, fields[part], language) for part in ("reason", "recourse")]


_TEXTS: Mapping[str, Callable[[Fields, str], list[str]]] = {
    Acknowledge.__name__: _acknowledgement,
    ApproveCompensation.__name__: _compensation,
    AskCustomer.__name__: _questions,
    Propose.__name__: _options,
    Update.__name__: _progress,
    Notify.__name__: _notice,
    ExplainPlan.__name__: _plan,
    Close.__name__: _closure,
    Withdraw.__name__: _withdrawal,
    Decline.__name__: _decline,
    Survey.__name__: _rating,
}
