"""From the outbox to the channels, and what became of it."""

from __future__ import annotations

import logging
from collections.abc import Container, Iterable, Iterator
from datetime import datetime

import attrs

from complaintflow._validation.faults import Misfit, name_fault
from complaintflow._validation.structure import Record
from complaintflow.commands import Receipt
from complaintflow.errors import InvalidInput, PluginError, SetAside
from complaintflow.messages.outgoing import compose
from complaintflow.messages.receipts import say_receipt
from complaintflow.plugins import CustomerMessage, Host, Linker, Message, Outcome, Renderer, StaffMessage
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.vocabulary import ReceiptStatus

_LOG = logging.getLogger("complaintflow.desk")
_MAIL = "mail"
"""The form whose subject a mail has."""

FALLBACK = "log"
"""The channel for a name that no plugin has."""


@attrs.frozen(eq=False, repr=False)
class Delivery(Record):
    """What one call of `deliver` did: what became of each message, and which channels failed.

    `waiting` messages are left in the outbox; `dead` ones became dead letters in this call. `unreadable` are the
    records that held up a letter of their own, and no other: itself, its complaint, or the policy of that. Of
    `lost_leases` letters somebody had claimed each before and did not come back: a worker died, or was too slow.
    """

    outcomes: tuple[tuple[Message, Outcome], ...] = ()
    failures: tuple[PluginError, ...] = ()
    waiting: int = 0
    dead: int = 0
    unreadable: tuple[SetAside, ...] = ()
    lost_leases: int = 0

    @property
    def unreached(self) -> tuple[CustomerMessage, ...]:
        """The messages to customers that were only recorded: nobody was reached by them (R33)."""
        recorded = (message for message, outcome in self.outcomes if outcome.status == ReceiptStatus.RECORDED)
        return tuple(message for message in recorded if isinstance(message, CustomerMessage))

    def count(self, status: ReceiptStatus | str) -> int:
        """How many messages ended so: `count("delivered")`."""
        return sum(outcome.status == status for _, outcome in self.outcomes)


@attrs.frozen(eq=False, repr=False)
class Sender(Record):
    """Hands a message to its channel, with its links and in the channel's form."""

    host: Host
    linker: Linker | None = None
    renderer: Renderer | None = None

    def send(self, message: Message, now: datetime, reaching: Container[str] = ()) -> Outcome:
        """What became of the message. What a channel records counts as accepted if it is among the `reaching`.

        Raises `PluginError` that names the channel, also when what it answers is no outcome; the message stays.
        """
        name = _channel_name(self.host, message)
        if name is None:
            return Outcome(ReceiptStatus.FAILED, detail="no channel is there that reaches this contact")
        try:
            outcome = self._send_to(name, message, now)
            _check_outcome(message, outcome)
        except Exception as error:
            raise PluginError(name, "send", f"{message.key}: {name_fault(error)}") from None
        vouched = outcome.status == ReceiptStatus.RECORDED and name in reaching
        return attrs.evolve(outcome, status=ReceiptStatus.ACCEPTED) if vouched else outcome

    def _send_to(self, name: str, message: Message, now: datetime) -> Outcome:
        if isinstance(message, StaffMessage):
            staff_channel = self.host.staff_channels[name]
            written = self.renderer.render(message, _form(staff_channel)) if self.renderer else message
            return staff_channel.send(written)
        channel = self.host.channels[name]
        linked = self.linker.add_links(message, now) if self.linker and message.proved else message
        rendered = self.renderer.render(linked, _form(channel)) if self.renderer else linked
        return channel.send(say_receipt(rendered, _form(channel)))

    def subjects_of(self, complaint: Complaint, events: Iterable[Event], policy: Policy) -> Iterator[str]:
        """The subjects of the messages that the customer was sent, as they would be written today."""
        for event in events:
            message = compose(complaint, event, policy)
            if isinstance(message, CustomerMessage):
                yield message.subject
                yield self._written_subject(message)

    def _written_subject(self, message: CustomerMessage) -> str:
        """That of the template; blank where it fails: then the customer is thought to have written it."""
        try:
            return self.renderer.render(message, _MAIL).subject if self.renderer else ""
        except Exception as error:
            _LOG.error("%s", PluginError(type(self.renderer).__name__, "render", name_fault(error)))
            return ""


def _check_outcome(message: Message, outcome: Outcome) -> None:
    """Raises `Misfit` for an outcome that cannot be recorded."""
    try:
        receipt_of(message, outcome)
    except (AttributeError, InvalidInput) as error:
        wrong = _what_is_wrong(error) if isinstance(error, InvalidInput) else ""
        raise Misfit(f"an outcome that cannot be recorded: {wrong or type(outcome).__name__}") from None
    if outcome.status == ReceiptStatus.DROPPED:
        raise Misfit("a channel does not drop what it is handed")


def _what_is_wrong(error: InvalidInput) -> str:
    """Each field, and what was expected; what was found stays out."""
    return "; ".join(f"{problem.path}, expected {problem.expected}" for problem in error.problems)


def receipt_of(message: Message, outcome: Outcome, onward: str = "") -> Receipt:
    """What became of a message, as a command. When it failed, no channel has taken it, as far as is known."""
    channel = message.channel if isinstance(message, CustomerMessage) else ""
    taken = outcome.status != ReceiptStatus.FAILED
    return Receipt(message.id, outcome.status, outcome.final, channel, outcome.detail, onward, taken)


def _form(channel: object) -> str:
    form: str = getattr(channel, "form", "plain")
    return form


def _channel_name(host: Host, message: Message) -> str | None:
    """The channel of this name, or the log; but when a plugin could not hand its channels over, it may be missing.

    R33: the log reaches no customer, so it takes their messages only where no other channel is installed yet.
    """
    if not isinstance(message, CustomerMessage):
        return _known_or_log(host, message.audience, host.staff_channels, "staff_channels")
    name = _known_or_log(host, message.channel, host.channels, "channels")
    strayed = name == FALLBACK != message.channel and set(host.channels) > {FALLBACK}
    return None if strayed else name


def _known_or_log(host: Host, name: str, known: Container[str], hook: str) -> str:
    if name in known:
        return name
    for failure in host.failures:
        if failure.hook == hook:
            raise failure
    return FALLBACK
