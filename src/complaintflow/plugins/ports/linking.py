"""Links by which a customer confirms or disputes, and what signs and reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import attrs

from complaintflow._validation.structure import Record
from complaintflow.commands import Command, Confirm, Dispute
from complaintflow.errors import Refusal
from complaintflow.plugins.ports.sending import CustomerMessage
from complaintflow.record.complaint import Complaint
from complaintflow.values import Said
from complaintflow.vocabulary import in_language


class Click(StrEnum):
    """What the customer says by a click."""

    CONFIRM = "confirm"
    DISPUTE = "dispute"


_WORDS: Mapping[Click, tuple[type[Confirm] | type[Dispute], tuple[str, str]]] = {
    Click.CONFIRM: (Confirm, ("通过链接确认:问题已解决", "by the link: it is solved")),
    Click.DISPUTE: (Dispute, ("通过链接反馈:问题未解决", "by the link: it is not solved")),
}


@attrs.frozen(eq=False, repr=False)
class Link(Record):
    """The content of a genuine token. `expires` is aware; `id` names the token and is no secret."""

    complaint: str
    cycle: int
    fix: int
    customer: str
    action: Click
    expires: datetime
    id: str = ""

    def command(self, language: str = "en") -> Command:
        """The customer's word that the click stands for, in `zh` or `en`."""
        kind, words = _WORDS[self.action]
        return kind(Said(in_language(language, words), via="link", ref=self.id))

    def check_customer(self, customer: str) -> Refusal | None:
        """Refuse everybody but the customer to whom the message was addressed."""
        if customer == self.customer:
            return None
        return Refusal.of("link-of-this-customer")

    def check_current(self, complaint: Complaint) -> Refusal | None:
        """R32, R34: refuse a click about another fix than the complaint's present one, and another customer's."""
        cycle = complaint.cycle
        if stranger := self.check_customer(complaint.facts.customer):
            return stranger
        if (cycle.number, cycle.fix) != (self.cycle, self.fix) or not cycle.notice:
            return Refusal.of("link-current")
        return None


@attrs.frozen(eq=False, repr=False)
class SurveyLink(Record):
    """R36: the content of a genuine token by which a customer rates the handling of one cycle.

    `expires` is aware; `id` names the token and is no secret.
    """

    complaint: str
    cycle: int
    customer: str
    expires: datetime
    id: str = ""

    def check_current(self, complaint: Complaint) -> Refusal | None:
        """R34: refuse what is about an earlier round, and another customer's."""
        if complaint.facts.customer != self.customer:
            return Refusal.of("link-of-this-customer")
        return None if complaint.cycle.number == self.cycle else Refusal.of("link-current")


class Linker(Protocol):
    """Gives a message that asks for the customer's word the links to give it with, and reads what comes back.

    - Calls: `add_links` once for each attempt to send, before the renderer; a message that asks for no click stays as
      it is. `read` for every visit to the page behind a link.
    - Threads: several messages and several tokens at once.
    - Errors: an exception of `add_links` means "not now", as in a channel. `read` answers with a refusal for a token
      that counts for nothing; what it raises reaches the caller of the desk.
    - Idempotency: another attempt may get other links; those of an earlier one are as good as it was sent. `read`
      changes nothing, and a token is read often: the link's `id` names it, so that it counts once.
    - Time: `now` (aware) is the time of the attempt, from which links expire, or of the visit. It reads no clock.
    """

    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        """The message with its `links`, as of this time (aware)."""
        ...

    def read(self, token: str, now: datetime) -> Link | Refusal:
        """The link that the token stands for, or why it counts for nothing."""
        ...
