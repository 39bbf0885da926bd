"""From an event to the message that it sends, if it sends one.

Visibility is a type: a `CustomerMessage` is made here from what the command says to the customer and from
nothing else; what is for our own people becomes a `StaffMessage`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from complaintflow._conform import FrozenMap
from complaintflow.complaint import Complaint
from complaintflow.events import Event
from complaintflow.messages.words import language_of, remedy, when, word
from complaintflow.plugins.ports import CustomerMessage, Message, StaffMessage
from complaintflow.vocabulary import Audience

__all__ = ["compose"]

Said = Mapping[str, Any]

_WORDLESS = frozenset({"Close"})
"""Commands that may say nothing and still send a message."""


def compose(complaint: Complaint, event: Event) -> Message | None:
    """The message of this event, or None. `complaint` is the one after it. One whose words were erased is none."""
    if "messages" not in event.sets or (not event.said and event.kind not in _WORDLESS):
        return None
    audience = event.said.get("audience", Audience.CUSTOMER)
    if audience == Audience.CUSTOMER:
        return _to_customer(complaint, event)
    return _to_staff(complaint, event, audience)


def _key(complaint: Complaint, event: Event) -> str:
    """R34: the key carries the cycle and the fix, so that a second "solved" is not taken for a repeat."""
    cycle = event.sets.get("cycle", complaint.cycle)
    return f"{complaint.id}/{cycle.number}/{cycle.fix}/M{event.sets['messages']}"


def _to_customer(complaint: Complaint, event: Event) -> CustomerMessage:
    customer = complaint.customer
    language = language_of(customer.language)
    return CustomerMessage(
        id=f"M{event.sets['messages']}",
        complaint=complaint.id,
        key=_key(complaint, event),
        kind=event.kind,
        channel=customer.preferred_channel or complaint.facts.channel,
        language=language,
        subject=f"{word('your_complaint', language)} {complaint.id}",
        text="\n".join(_TEXTS.get(event.kind, _plain_message)(event.said, language)),
        to=FrozenMap(customer.contact),
        customer=complaint.facts.customer,
    )


def _to_staff(complaint: Complaint, event: Event, audience: str) -> StaffMessage:
    named = tuple(event.said.get("tells", ()))
    watchers = tuple(str(entry.said.get("who", "")) for entry in complaint.body.of("Watch"))
    parts = ("message", "understood", "judged", "done", "next")
    return StaffMessage(
        id=f"M{event.sets['messages']}",
        complaint=complaint.id,
        key=_key(complaint, event),
        kind=event.kind,
        audience=audience,
        recipients=named or ((complaint.facts.team,) if audience == Audience.TEAM else watchers),
        subject=f"{complaint.label('zh')} {complaint.id}",
        text="\n".join(str(event.said[part]) for part in parts if event.said.get(part)),
    )


def _line(name: str, text: str, language: str) -> str:
    return f"{word(name, language)}: {text}"


def _plain_message(said: Said, language: str) -> list[str]:
    return [str(said.get("message", ""))]


def _acknowledged(said: Said, language: str) -> list[str]:
    return [str(said["message"]), _line("next_at", when(said["next_at"]), language)]


def _asked(said: Said, language: str) -> list[str]:
    return [word("questions", language), *(f"- {text}" for text in said["questions"].values())]


def _offered(said: Said, language: str) -> list[str]:
    lines: list[str] = []
    for place, option in enumerate(said["options"], 1):
        lines.append(f"{word('option', language)} {place}: {remedy(option['remedy'], language)}")
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
    return [word("closed", language), word("reopen", language)]


def _withdrawn(said: Said, language: str) -> list[str]:
    return [word("withdrawn", language)]


def _declined(said: Said, language: str) -> list[str]:
    return [_line(part, said[part], language) for part in ("reason", "recourse")]


_TEXTS: Mapping[str, Callable[[Said, str], list[str]]] = {
    "Acknowledge": _acknowledged,
    "AskCustomer": _asked,
    "Propose": _offered,
    "Update": _progress,
    "Notify": _solved,
    "ExplainPlan": _planned,
    "Close": _closed,
    "Withdraw": _withdrawn,
    "Decline": _declined,
}
