"""Messages on their way out, and the channels that carry them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Protocol, TypeVar

import attrs

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.vocabulary import ReceiptStatus


@attrs.frozen(eq=False, repr=False)
class CustomerMessage(Record):
    """What a customer will read. It is made from public facts only.

    `key` is the text of a `MessageKey`; it stays the same when the message is sent again, and a channel that can drops
    the repeat. Once it came back, it is another sending, with a key of its own. On the next way it is another sending
    as well, since both ways may be one provider's account. `to` maps kinds of contact to
    addresses. `text` is always there; `html` says the same where a renderer made it. `fields` are the public words that
    a template may use, `links` where the customer may click; `tried` are the channels on which it failed for good
    before, `customer` is the addressee's id, `zone` their time zone where it is known.
    `proved` says that the address is known to be the customer's: only then it gets links (R22). `receipt` is that of
    the event in the ledger, where the house sends one; what is plain text or a mail says it at its end.
    """

    id: str
    complaint: str
    key: str
    kind: str
    channel: str
    language: str
    subject: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    to: Mapping[str, str] = attrs.field(factory=FrozenMap, repr=False)
    html: str = attrs.field(default="", repr=False)
    fields: Mapping[str, Any] = attrs.field(factory=FrozenMap, repr=False)
    links: Mapping[str, str] = attrs.field(factory=FrozenMap, repr=False)
    tried: tuple[str, ...] = ()
    customer: str = attrs.field(default="", repr=False)
    zone: str = ""
    proved: bool = True
    receipt: str = attrs.field(default="", repr=False)


@attrs.frozen(eq=False, repr=False)
class StaffMessage(Record):
    """What staff will read: a team or the stakeholders. `language` is theirs, as the house has it."""

    id: str
    complaint: str
    key: str
    kind: str
    audience: str
    recipients: tuple[str, ...]
    subject: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    html: str = attrs.field(default="", repr=False)
    fields: Mapping[str, Any] = attrs.field(factory=FrozenMap, repr=False)
    language: str = ""


Message = CustomerMessage | StaffMessage
"""A message to a customer or to staff."""
AnyMessage = TypeVar("AnyMessage", CustomerMessage, StaffMessage)
"""The type of a message that a function returns as it got it: `CustomerMessage` or `StaffMessage`."""


@attrs.frozen(eq=False, repr=False)
class Outcome(Record):
    """What became of a message. `final=False`: another receipt will come.

    A failure for now may say in `retry_after` how long to wait at least. `detail` goes on record: no secrets.
    """

    status: ReceiptStatus
    final: bool = True
    detail: str = attrs.field(default="", repr=False)
    retry_after: timedelta | None = None


class Channel(Protocol):
    """A way out to customers. It can only be handed what is meant for them.

    A channel may name its `form` for the renderer: `plain` (when it names none), `mail`, `chat` or `sms`.

    What it says was sent arrived, once and whole: every character, each line a line, however long the text. What was
    not sent is never said to be: it raises, or answers `failed`. It answers `recorded` when it is a log or a file,
    which reaches nobody, and only then (R33).

    It sends in every language, every kind of message, and whichever of the fields are blank. It writes to the contact
    of its own kind, to no other, and to none that it remembers. Each message is its own: the same text under another
    key, and `M1` of another complaint, are other messages, and nothing of one is in the next.

    - Calls: `send` once for each attempt at a message; it returns what became of it. No transaction is open meanwhile.
    - Threads: several messages at once, never two attempts at one message while its lease of a minute lasts.
    - Errors: an exception means "not now, and somebody should look": the message is tried again later, and `deliver`
      names the channel. A far end that cannot be reached, is broken or says nothing is "not now": it raises, or fails
      with `final=False`, since `final=True` gives the message up. No secret stands in its `repr`, its errors or its
      logs. No text and no address stands in its errors, in `detail`, or in its logs above DEBUG; it prints nothing.
    - Idempotency: the same `key` may come again after a crash; a channel that can, drops the repeat.
      Another end is no repeat: `C-1/1/0/M1/2` came back or failed on another way, and has to arrive.
    - Time: the texts are final, times in them are written out. It gives up by itself within 30 seconds.
    """

    def send(self, message: CustomerMessage) -> Outcome:
        """Send it, or raise."""
        ...


class StaffChannel(Protocol):
    """A way to staff, to whom internal words may go. What a `Channel` promises of sending, of failing and of what is
    private, it promises, too. It writes to each audience: a team and the stakeholders, one recipient or several.

    - Calls: `send` once for each attempt at a message; it returns what became of it. No transaction is open meanwhile.
    - Threads: several messages at once, never two attempts at one message while its lease of a minute lasts.
    - Errors: an exception means "not now": the message stays in the outbox, and `deliver` names the channel. A team or
      person that it does not know is a failure.
    - Idempotency: the same `key` may come again after a crash; a channel that can, drops the repeat.
      Another end is no repeat: `C-1/1/0/M1/2` came back or failed on another way, and has to arrive.
    - Time: the texts are final, times in them are written out. It gives up by itself within 30 seconds.
    """

    def send(self, message: StaffMessage) -> Outcome:
        """Send it, or raise."""
        ...


class Renderer(Protocol):
    """Writes a message in the form of its channel: `plain`, `mail`, `chat` or `sms`.

    It reads the message and nothing else, so it cannot tell a customer what is internal. It writes subject, text and
    HTML, and leaves all other fields as they are; every kind of message in every language has its text.

    - Calls: once for each attempt to send, after the linker.
    - Threads: several messages at once.
    - Errors: an exception means "not now", as in a channel.
    - Idempotency: pure: the same message in the same form gives the same texts.
    - Time: it reads no clock; times come in the message's `fields`.
    """

    def render(self, message: AnyMessage, form: str) -> AnyMessage:
        """The message with its subject, text and, for mail, HTML."""
        ...
