"""What becomes of a letter that only the other policy sends: nobody sent it, so the record has no receipt of it.

It goes as the last letter of that complaint went on its channel, or else of the house, and at once, as a clock does its
work when it is due. Where that came back, or nothing is on record of the channel, it is only recorded: it keeps nothing
open, and proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import attrs

from complaintflow.commands import Receipt
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, Session
from complaintflow.record.complaint import Event
from complaintflow.vocabulary import ReceiptStatus

_ROUND = 100
IsRecorded = Callable[[Session, Message], bool]
"""Whether the record has this letter by now, too; asked within a transaction of the copy."""


class Letters:
    """The outbox of the other desk."""

    def __init__(self, units: UnitsOfWork, is_recorded: IsRecorded) -> None:
        self._units, self._is_recorded = units, is_recorded
        self._fates: dict[tuple[str, str], ReceiptStatus] = {}
        self._arrived = set[tuple[str, str]]()

    def note(self, complaint: str, receipt: Event) -> None:
        """Note how a letter of this complaint went on its channel, once that is final."""
        said = receipt.data
        channel, status = said.get("channel", ""), ReceiptStatus(said["status"])
        if said.get("final", True) and status is not ReceiptStatus.DROPPED:
            self._fates[complaint, channel] = status
            if status is not ReceiptStatus.FAILED:  # what one customer's address did says nothing of the others
                self._fates["", channel] = status

    def has_arrived(self, complaint: str, message: str) -> bool:
        """Whether it went here before the record has it, so that its receipt is told already."""
        return (complaint, message) in self._arrived

    def send(self, now: datetime) -> None:
        """Let all letters go. What happened until now must all be told, so that no letter on record goes twice."""
        after = 0
        while entries := self._units.run(now, partial(self._send_round, after=after, now=now)):
            after = entries[-1].number

    def _send_round(self, work: UnitOfWork, after: int, now: datetime) -> tuple[OutboxEntry, ...]:
        entries = work.session.claim(_ROUND, now, now, after)
        for entry in entries:
            self._send_one(work, entry, now)
        return entries

    def _send_one(self, work: UnitOfWork, entry: OutboxEntry, now: datetime) -> None:
        """A letter that is on record waits as long as the store lets it: the receipts on record tell how it went, and
        until then it can be recalled."""
        message, session = entry.message, work.session
        if self._is_recorded(session, message):
            session.reschedule(attrs.evolve(entry, until=now + self._units.versions.present.policy.leaps.longest))
        else:
            session.remove(entry.number)
            self._tell(work, message)

    def _tell(self, work: UnitOfWork, message: Message) -> None:
        """Put on record what became of it."""
        id = message.complaint
        channel = message.channel if isinstance(message, CustomerMessage) else ""
        status = self._fates.get((id, channel)) or self._fates.get(("", channel))
        if status is None or not status.sent:
            status = ReceiptStatus.RECORDED
        else:
            self._arrived.add((id, message.id))
        work.do_if_possible(id, Receipt(message.id, status, channel=channel))
