"""The outbox against the events that say its letters: none is lost, none is forged, none goes to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import lru_cache, partial
from itertools import chain, islice
from typing import Any

import attrs
import msgspec

from complaintflow._validation.reading import reading_complaint
from complaintflow.commands import Close, Receipt
from complaintflow.desk.dispatch import receipts_of
from complaintflow.desk.finding import find_letters
from complaintflow.desk.integrity.subject import Checkup, Subject
from complaintflow.desk.returns import compose_anew, find_sent, letter_key
from complaintflow.errors import UnreadableRecord
from complaintflow.messages.outgoing import sends_without_words
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, StaffMessage
from complaintflow.record.complaint import Complaint, Event, evolve
from complaintflow.record.history import Breach
from complaintflow.record.keys import MessageKey
from complaintflow.vocabulary import ReceiptStatus

_LOST = frozenset((ReceiptStatus.FAILED, ReceiptStatus.DROPPED))
_ON_ITS_WAY = ("channel", "to", "tried")
"""What changes while a letter is tried, and is judged by itself."""
_PAGE = 1000
"""So many letters are held at once, to be looked at complaint by complaint."""


# ── what must be there


def lost_letters(checkup: Checkup, subject: Subject) -> Iterator[Breach]:
    """The messages that are open, that no channel ever took, and that wait nowhere."""
    lost = Receipt("M1", ReceiptStatus.DROPPED)
    if not checkup.versions.lifecycle_of(subject.made.facts).has_move(lost, subject.made):
        return  # what a person took away is on no record
    for name in sorted(subject.made.facts.open_messages):
        sent = find_sent(subject.events, name)
        if sent is None or _says_nothing(sent, subject) or _was_taken(subject, name):
            continue
        key = str(letter_key(subject.id, subject.events, sent))
        if checkup.session.find_message(key) is None and not _is_unreadable(checkup, key):
            yield Breach(subject.id, sent.seq, f"{name} was never sent, and is not in the outbox")


def _says_nothing(sent: Event, subject: Subject) -> bool:
    """Whether it never had words, so that there is no letter."""
    return subject.history[sent.seq - 1].data == b"{}" and not sends_without_words(sent)


def _was_taken(subject: Subject, name: str) -> bool:
    """Whether a channel has it, and another receipt will come; what an erased receipt said, nobody knows."""
    erased = any(one.is_a(Receipt) and not one.data for one in subject.events)
    receipts = receipts_of(name, subject.events)
    return erased or bool(receipts and receipts[-1]["status"] not in _LOST)


def _is_unreadable(checkup: Checkup, key: str) -> bool:
    """Whether it waits, but cannot be read: which letter that is, may not be known."""
    return any(one.about in {key, ""} for one in checkup.unreadable_letters)


# ── what is there


def letter_faults(checkup: Checkup, ids: Container[str] | None = None) -> Iterator[Breach]:
    """Everything that waits, and every dead letter, against the event that says it: of all complaints, or of these."""
    if checkup.locked:
        return  # none of them can be read
    seen, events_of = set[str](), lru_cache(maxsize=1)(partial(_read_events, checkup))
    for entry in _by_complaint(chain(find_letters(checkup.session), find_letters(checkup.session, dead=True))):
        if ids is not None and entry.message.complaint not in ids:
            continue
        if entry.message.key in seen:
            yield _about(entry, "is there twice")
        seen.add(entry.message.key)
        try:
            with reading_complaint(entry.message.complaint):
                yield from (_about(entry, what) for what in _judge(checkup, entry, events_of))
        except UnreadableRecord:
            pass  # of its complaint, there is a breach of its own
    for one in checkup.unreadable_letters:
        if ids is None or MessageKey.guess(one.about).complaint in ids:
            yield Breach(one.about, int(one.key), f"cannot be read: {one.cause}", one.table)


def _by_complaint(entries: Iterator[OutboxEntry]) -> Iterator[OutboxEntry]:
    """The letters in an order in which few histories are read more than once, whatever their number."""
    while page := sorted(islice(entries, _PAGE), key=lambda entry: entry.message.complaint):
        yield from page


def _read_events(checkup: Checkup, id: str) -> tuple[Event, ...]:
    return tuple(one.event for one in checkup.session.history(id))


def _about(entry: OutboxEntry, what: str) -> Breach:
    return Breach(entry.message.complaint, entry.number, what, "outbox")


def _judge(checkup: Checkup, entry: OutboxEntry, events_of: Callable[[str], tuple[Event, ...]]) -> Iterator[str]:
    """What is wrong with one letter."""
    message = entry.message
    try:
        key = MessageKey.parse(message.key)
    except ValueError:
        yield "has a key that is none"
        return
    events = events_of(message.complaint)
    sent = find_sent(events, key.message)
    if (key.complaint, key.message) != (message.complaint, message.id) or sent is None or sent.kind != message.kind:
        yield "no event says this letter"
        return
    yield from _Said(checkup, message, events, sent).faults()


@attrs.frozen(repr=False)
class _Said:
    """A letter beside the events of its complaint, and the one among them that says it."""

    checkup: Checkup
    message: Message
    events: tuple[Event, ...]
    sent: Event

    def faults(self) -> Iterator[str]:
        """What is in the letter that was not said, and where it goes that nobody asked for."""
        if not self.sent.data and not self.sent.is_a(Close):
            return  # its words were erased: what it said, nobody can tell
        first = self._compose(self.sent.seq)
        if first is None or _fixed(first) != _fixed(self.message):
            later = range(self.sent.seq + 1, len(self.events) + 1)
            if not any(self._fits(version) for version in later):
                yield "says something else than its event"
                return
        if isinstance(self.message, CustomerMessage):
            yield from self._ways(self.message, first)

    def _fits(self, version: int) -> bool:
        """Whether it was made anew at this version, since it had come back."""
        again = self._compose(version)
        return again is not None and _fixed(again) == _fixed(self.message)

    def _compose(self, version: int) -> Message | None:
        complaint = self._complaint(version)
        policy = self.checkup.versions.of(self.checkup.session, complaint.facts).policy
        return compose_anew(complaint, self.events, self.sent, policy)

    def _complaint(self, version: int) -> Complaint:
        return evolve(Complaint.blank(self.message.complaint), self.events[:version])

    def _ways(self, message: CustomerMessage, first: Message | None) -> Iterator[str]:
        """R33: it goes to a contact of the customer, on a way that there is."""
        begun = first.channel if isinstance(first, CustomerMessage) else ""
        if not self._are_contacts(set(message.to.items()), first):
            yield "goes to somebody who is no contact of the customer"
        receipts = [one for one in receipts_of(message.id, self.events) if one["status"] == ReceiptStatus.FAILED]
        tried = {one.get("channel", "") for one in receipts}
        ways = {begun, *tried, *self.checkup.versions.present.policy.sending.fallback, *self.checkup.channels}
        if message.channel not in ways:
            yield "goes by a channel that nobody chose"
        if not tried.issuperset(message.tried):
            yield "is said to have been tried where it never was"

    def _are_contacts(self, to: set[tuple[str, str]], first: Message | None) -> bool:
        """Whether the customer had these contacts when it was said, or later."""
        if isinstance(first, CustomerMessage) and to == set(first.to.items()):
            return True
        later = range(self.sent.seq, len(self.events) + 1)
        return any(to == set(self._complaint(version).customer.contact.items()) for version in later)


def _fixed(message: Message) -> Any:
    """What stays the same on every way, as it is stored."""
    plain = msgspec.to_builtins(message, enc_hook=dict)
    kind = CustomerMessage if isinstance(message, CustomerMessage) else StaffMessage
    return kind, {name: value for name, value in plain.items() if name not in _ON_ITS_WAY}
