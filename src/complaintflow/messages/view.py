"""R19: what the customer may see at any time: public facts only.

It is built from what was said to the customer and by the customer. Notes, evidence, tasks, owners, grades and what
staff say to each other have no way in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import AskCustomer, Notify, Recall
from complaintflow.commands.clocks import is_dropped
from complaintflow.messages.outgoing import compose
from complaintflow.messages.words import STATUS, label_line, when, word
from complaintflow.plugins import CustomerMessage
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.keys import MessageKey
from complaintflow.vocabulary import ENDS, SignKind, State, in_language, language_of

_SETTLED = ENDS | {State.CLOSED, State.ARCHIVED}
"""Where no news is to come."""


@attrs.frozen
class CustomerView:
    """The public facts: id, status in words, when it came in, what waits for whom, what we told, and when news comes.

    `fields` say the same for a template.
    """

    id: str
    language: str
    status: str
    received: str
    description: str = attrs.field(repr=False)
    waiting_for_you: tuple[str, ...] = attrs.field(repr=False)
    told: tuple[str, ...] = attrs.field(repr=False)
    next_at: str
    fields: Mapping[str, Any] = attrs.field(repr=False, factory=FrozenMap)
    waiting_for_us: str = ""

    def __str__(self) -> str:
        facts = {
            "status": self.status,
            "received": self.received,
            "waiting_for_us": self.waiting_for_us,
            "next_at": self.next_at,
        }
        lines = [f"{word('your_complaint', self.language)} {self.id}"]
        lines += [label_line(name, text, self.language) for name, text in facts.items() if text]
        lines += [label_line("waiting_for_you", text, self.language) for text in self.waiting_for_you]
        lines += [f"{label_line('told', '', self.language)}\n{text}" for text in self.told[-1:]]
        return "\n".join(lines)


def customer_view(
    complaint: Complaint,
    events: tuple[Event, ...],
    language: str = "",
    labels: Mapping[str, tuple[str, str]] = FrozenMap(),
) -> CustomerView:
    """The customer's page, in the customer's language unless another one is given. `labels` are those of own states.

    R32: of notices it shows only one that reached the customer and is still proved.
    """
    language = language_of(language or complaint.customer.language)
    sent = list(_told(complaint, events))
    promised = [str(event.data["next_at"]) for event, _ in sent if "next_at" in event.data]
    next_at = promised[-1] if promised and complaint.stage not in _SETTLED else ""
    told, waiting = tuple(text for _, text in sent), _open_questions(complaint)
    status = _status(shown_state(complaint), complaint.stage, language, labels)
    return CustomerView(
        id=complaint.id,
        language=language,
        status=word(status, language, STATUS),
        received=when(complaint.received_at) if events else "",
        description=complaint.description,
        waiting_for_you=waiting,
        told=told,
        next_at=when(next_at) if next_at else "",
        waiting_for_us=_waits_for_us(complaint),
        fields=FrozenMap(
            {
                "complaint": complaint.id,
                "status": status,
                "received": complaint.received_at.isoformat() if events else "",
                "description": complaint.description,
                "waiting": list(waiting),
                "told": told[-1] if told else "",
                "next_at": next_at,
            }
        ),
    )


def _told(complaint: Complaint, events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    """R16: what the customer was told and still holds, with its text: not what was taken back before it was sent."""
    back = {event.data["message"] for event in events if (event.is_a(Recall) or is_dropped(event)) and event.data}
    never = back | complaint.facts.to_us
    for event in events:
        message = compose(complaint, event)
        if isinstance(message, CustomerMessage) and message.id not in never and _holds(complaint, event, message):
            yield event, message.text


def _status(state: str, stage: str, language: str, labels: Mapping[str, tuple[str, str]]) -> str:
    """R19: a built-in state, or the house's words for its own one; without such in this language its meaning.

    What staff call a state is nothing for the customer.
    """
    return in_language(language, labels.get(state, ("", ""))) or (state if state in STATUS else stage)


def _waits_for_us(complaint: Complaint) -> str:
    """R33: since when the customer's own words wait; of strangers' words the customer is told nothing."""
    own = [sign.since for sign in complaint.facts.signs if sign.kind not in {SignKind.UNPROVED, SignKind.COMPLAINT}]
    return when(min(own)) if own else ""


def merged_view(view: CustomerView, target: CustomerView) -> CustomerView:
    """R19: the page of a merged complaint: its own words, and what its target shows the same customer."""
    going_on = {name: target.fields[name] for name in ("status", "waiting", "next_at")}
    told = (*view.told, *target.told)
    return attrs.evolve(
        view,
        status=f"{view.status}: {target.status}",
        waiting_for_you=target.waiting_for_you,
        waiting_for_us=target.waiting_for_us,
        told=told,
        next_at=target.next_at,
        fields=FrozenMap({**view.fields, **going_on, "told": told[-1] if told else ""}),
    )


def _holds(complaint: Complaint, event: Event, message: CustomerMessage) -> bool:
    """Whether it still holds: a notice arrived, what says "solved" is proved, a closing was not undone."""
    if event.is_a(Notify):
        return _is_told(complaint) and message.id == complaint.cycle.notice
    if not complaint.facts.holds(MessageKey.parse(message.key)):
        return False
    return not event.closes or complaint.stage in {State.CLOSED, State.ARCHIVED}


def _is_told(complaint: Complaint) -> bool:
    """R32: whether the present notice arrived and is proved. What was merged goes on in its target, unsolved."""
    going_on = complaint.stage == State.MERGED
    return complaint.cycle.delivered is not None and complaint.facts.still_proved and not going_on


def shown_state(complaint: Complaint) -> str:
    """Nobody is asked to confirm what they were not told, or what is not proved any more."""
    asked = complaint.stage != State.AWAITING_CONFIRMATION or _is_told(complaint)
    return str(complaint.state if asked else State.RESOLVED)


def _open_questions(complaint: Complaint) -> tuple[str, ...]:
    """The texts of the questions that still wait for an answer."""
    asked: dict[str, str] = {}
    for entry in complaint.body.of(AskCustomer):
        asked.update(entry.data.get("questions", {}))
    waiting = dict.fromkeys(wait.what for wait in complaint.facts.waits if wait.on == "customer")
    return tuple(asked[field] for field in waiting if field in asked)
