"""What came in, whatever the way; and what became of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import attrs

from complaintflow._validation.structure import Checked, NonBlank, as_texts, as_word_or_none
from complaintflow.commands import Command
from complaintflow.record.keys import MessageKey
from complaintflow.values import Attachment, as_attachments


class Report(StrEnum):
    """What a machine tells of a message of ours, other than that it failed. It is nobody's word, and no failure."""

    DELAYED = "delayed"
    """A server still tries to deliver it."""
    DELIVERED = "delivered"
    """A server delivered it, or passed it on."""
    READ = "read"
    """It was shown to somebody: a read receipt."""
    DISCARDED = "discarded"
    """It was deleted unread, says a read receipt."""
    SPAM = "spam"
    """The customer, or a filter, marked it as spam: it had arrived."""


@attrs.frozen(eq=False, repr=False)
class Reply(Checked):
    """What somebody sent, in their own words.

    `ref` finds it again where it is kept (a Message-ID), and is the same when it comes twice. `at` (aware) is when
    it was sent, as the sender says. `refers_to` are keys of our messages, `complaint` is the id that it names itself.
    `doubt` says why it may not be the sender's own word: an automatic answer, an address that was not proved.
    `automatic` says that a program answered and nobody read ours: a record, and no sign of the customer. With `report`
    it is a machine's word about our message, and `text` is what the machine wrote. `quoted` is what was left out of
    `text`: quotes, signatures, what nobody sees. `subject` is that of a mail, as it came: what it says beyond a subject
    of ours is the customer's word, and may be all of it.
    """

    ref: NonBlank
    address: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    at: datetime
    channel: NonBlank = "email"
    name: str = attrs.field(default="", repr=False)
    refers_to: tuple[str, ...] = attrs.field(default=(), converter=as_texts)
    complaint: str = ""
    attachments: tuple[Attachment, ...] = attrs.field(default=(), converter=as_attachments)
    doubt: str = attrs.field(default="", repr=False)
    automatic: bool = False
    report: Report | None = attrs.field(default=None, converter=as_word_or_none)
    quoted: str = attrs.field(default="", repr=False)
    subject: str = attrs.field(default="", repr=False)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The complaints that it may be about, the surest first."""
        named = (*(MessageKey.guess(key).complaint for key in self.refers_to), self.complaint)
        return tuple(dict.fromkeys(filter(None, named)))


@attrs.frozen(eq=False, repr=False)
class Bounce(Checked):
    """A mail server's word that a message of ours did not arrive: which (its key), and why.

    `detail` has the codes and words of the server, without addresses. `doubt` says why it may be forged: then a person
    looks, and nothing counts as failed. Where it is the word of its `sender` alone, it counts from a server of the
    customer's own domain.
    """

    ref: NonBlank
    key: NonBlank
    detail: str = attrs.field(default="", repr=False)
    channel: NonBlank = "email"
    sender: str = attrs.field(default="", repr=False)
    doubt: str = attrs.field(default="", repr=False)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The complaint that the message was about."""
        return (MessageKey.guess(self.key).complaint,)

    @property
    def message(self) -> str:
        """The message by its name in the complaint: `M3`."""
        return MessageKey.guess(self.key).message

    @property
    def sending(self) -> int:
        """Which sending of the message came back: 1, or more once it was sent anew; 0 where the key does not say."""
        return MessageKey.guess(self.key).sending


Inbound = Reply | Bounce
"""What may come in: a reply, or a report that a message did not arrive."""


class Disposition(StrEnum):
    """What became of something that came in."""

    HEARD = "heard"
    """It is the customer's word, on record."""
    NOTED = "noted"
    """It is on record as an internal note: from a stranger's address, or automatic."""
    FOLLOWED_UP = "followed_up"
    """Its complaint is archived. It is on record as a new complaint, which names the archived one."""
    FAILED = "failed"
    """A message of ours did not arrive; the receipt is on record."""
    UNKNOWN = "unknown"
    """It names no complaint of ours. Nothing is on record."""
    ENDED = "ended"
    """Its complaint is archived and takes nothing more, and it asks for nothing. Nothing is on record."""


@attrs.frozen
class Suggested:
    """A command that a person may ask for as it stands, by `desk.do`, and why."""

    command: Command
    why: str = attrs.field(repr=False)  # it quotes the customer


@attrs.frozen
class Heard:
    """What became of it, the complaint that it is about (or blank), and what it may mean."""

    disposition: Disposition
    complaint: str = ""
    suggestions: tuple[Suggested, ...] = ()

    @property
    def recorded(self) -> bool:
        """Whether it is on record."""
        return self.disposition not in {Disposition.UNKNOWN, Disposition.ENDED}
