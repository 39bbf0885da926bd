"""From the outbox to the channels, and what became of it."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

import attrs

from complaintflow.commands import Receipt
from complaintflow.errors import PluginError
from complaintflow.plugins import Host
from complaintflow.plugins.ports import AnyMessage, CustomerMessage, Linker, Message, Outcome, Queued, Renderer
from complaintflow.vocabulary import ReceiptStatus

FALLBACK = "log"
"""The channel for a name that no plugin has."""


@attrs.frozen
class Delivery:
    """What one call of `deliver` did: what became of each message, and which channels failed.

    `waiting` messages are left in the outbox; `dead` ones became dead letters in this call.
    """

    outcomes: tuple[tuple[Message, Outcome], ...] = ()
    failures: tuple[PluginError, ...] = ()
    waiting: int = 0
    dead: int = 0

    def count(self, status: ReceiptStatus | str) -> int:
        """How many messages ended so: `count("delivered")`."""
        return sum(outcome.status == status for _, outcome in self.outcomes)


@attrs.frozen
class Pen:
    """What a message goes through before its channel gets it: its links, then its form."""

    linker: Linker | None = None
    renderer: Renderer | None = None

    def linked(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        """The message with its links."""
        return self.linker.linked(message, now) if self.linker else message

    def rendered(self, message: AnyMessage, channel: object) -> AnyMessage:
        """The message in the form of its channel."""
        return self.renderer.rendered(message, getattr(channel, "form", "plain")) if self.renderer else message


def send(host: Host, queued: Queued, pen: Pen, now: datetime) -> Outcome:
    """Hand the message to its channel: what became of it.

    Raises `PluginError` that names the channel, also when what it answers is no outcome; the message stays.
    """
    message = queued.message
    name = _channel(host, message)
    if name is None:
        return Outcome(ReceiptStatus.FAILED, detail="no channel is there that reaches this contact")
    try:
        if isinstance(message, CustomerMessage):
            channel = host.channels[name]
            outcome = channel.send(pen.rendered(pen.linked(message, now), channel))
        else:
            staff = host.staff_channels[name]
            outcome = staff.send(pen.rendered(message, staff))
        receipt_of(message, outcome)  # what cannot be recorded is no outcome
        if outcome.status == ReceiptStatus.DROPPED:
            raise ValueError("a channel does not drop what it is handed")
        return outcome
    except Exception as error:
        raise PluginError(name, "send", f"{message.key}: {error!r}") from error


def receipt_of(message: Message, outcome: Outcome) -> Receipt:
    """What became of a message, as a command."""
    channel = message.channel if isinstance(message, CustomerMessage) else ""
    return Receipt(message.id, outcome.status, outcome.final, channel, outcome.detail)


def _channel(host: Host, message: Message) -> str | None:
    """The channel of this name, or the log; but when a plugin could not hand its channels over, it may be missing.

    R33: the log reaches no customer, so it takes their messages only where a house has no other channel yet.
    """
    if not isinstance(message, CustomerMessage):
        return _known(host, message.audience, host.staff_channels, "staff_channels")
    name = _known(host, message.channel, host.channels, "channels")
    strayed = name == FALLBACK != message.channel and set(host.channels) > {FALLBACK}
    return None if strayed else name


def _known(host: Host, name: str, known: Container[str], hook: str) -> str:
    if name in known:
        return name
    for failure in host.failures:
        if failure.hook == hook:
            raise failure
    return FALLBACK
