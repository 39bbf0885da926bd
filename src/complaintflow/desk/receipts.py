"""Receipts of events: made of the ledger as it stands, and compared with it later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from complaintflow._validation.structure import Record
from complaintflow.desk.ledger import LedgerTree
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import CustomerMessage, Message, Session
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import decode_changes
from complaintflow.record.history import GENESIS, Head, Sealed, head_of, inner, public_of, stages_of
from complaintflow.record.keys import message_number
from complaintflow.record.receipt import EXPECTED, LedgerReceipt
from complaintflow.vocabulary import OPEN, State


@attrs.frozen(eq=False, repr=False)
class CheckedReceipt(Record):
    """What a receipt says, and what speaks against it.

    `head` is the head that it proves its event under. `compared` says whether that was compared with anything from
    elsewhere: an anchored head, or a ledger. Until then a receipt proves nothing.
    """

    receipt: LedgerReceipt
    head: str
    compared: bool
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.problems


def read_receipt(text: str) -> LedgerReceipt:
    """The receipt in a text. Raises `InvalidInput`."""
    try:
        return LedgerReceipt.parse(text)
    except ValueError:
        raise InvalidInput((Problem("receipt", "something else, or a part of one", EXPECTED),)) from None


def make_receipt(session: Session, key: bytes, id: str, seq: int | None, size: int | None = None) -> LedgerReceipt:
    """The receipt of this event, or of the last one that told the customer something or ended the matter.

    `size` is that of an earlier ledger. Raises `InvalidInput` for an event that is not there, or was not there then.
    """
    wanted = _last_told(session.history(id)) if seq is None else seq
    tree = LedgerTree.of(session)
    place = tree.place(id, wanted)
    among = tree.count if size is None else size
    if place is None or not place < among <= tree.count:
        raise InvalidInput((Problem("seq", str(wanted), f"an event of {id} among the first {among} of the ledger"),))
    *before, event = _event_and_last(session, id, wanted)
    previous = before[0].link if before else GENESIS
    within = inner(id, previous, event, key)
    return LedgerReceipt(public_of(id, event), within, place, among, tree.proof(place, among))


def _event_and_last(session: Session, id: str, seq: int) -> tuple[Sealed, ...]:
    """This event, behind the one before it where there is one; of a long history nothing else is read."""
    return tuple(one for one in session.history(id, max(seq - 2, 0), 2) if one.seq <= seq)


def _last_told(history: Sequence[Sealed]) -> int:
    """The last event that said something to the customer, or with which the matter ended; else the first."""
    states = [State.NEW.value, *stages_of(history)]
    ended = (before in OPEN and after not in OPEN for before, after in pairwise(states))
    told = [one.seq for one, ends in zip(history, ended, strict=True) if ends or _tells(one)]
    return told[-1] if told else 1


def _tells(event: Sealed) -> bool:
    """Whether it says a message: a name in JSON, which no text can hold."""
    return b'"messages":' in event.changes


def with_receipt(session: Session, key: bytes, message: Message, policy: Policy) -> Message:
    """The message with the receipt of the event that said it, where the house sends one with its kind."""
    if not isinstance(message, CustomerMessage) or message.kind not in policy.sending.receipts:
        return message
    number = message_number(message.id)
    said = filter(_tells, session.history(message.complaint))
    seq = next((one.seq for one in said if decode_changes(one.changes).get("messages") == number), None)
    if seq is None:
        return message
    return attrs.evolve(message, receipt=str(make_receipt(session, key, message.complaint, seq)))


def check_offline(receipt: LedgerReceipt, anchor: str | None = None) -> CheckedReceipt:
    """What a receipt says by itself, and what an anchored head says against it.

    Raises `InvalidInput` for an anchor that is none.
    """
    from complaintflow.desk.integrity import parse_anchor  # with every check of the house: few processes need them

    wrong = () if anchor is None else tuple(_compare_with_head(receipt, parse_anchor(anchor)))
    return CheckedReceipt(receipt, str(receipt.head), anchor is not None, wrong)


def _compare_with_head(receipt: LedgerReceipt, head: Head) -> Iterator[str]:
    """What an anchored head says against it."""
    if head.count != receipt.size:
        yield (
            f"the head counts {head.count} events, and the receipt is of the first {receipt.size}, so nothing can be "
            "said: ask for a receipt at that head, or compare with the ledger"
        )
    elif head != receipt.head:
        yield "the ledger whose head was anchored has not this event at this place"


def compare_with_ledger(session: Session, key: bytes, receipt: LedgerReceipt) -> Iterator[str]:
    """What the ledger says against it. Every link is read, and no tile: those could be wrong as well."""
    found = head_of(session.links(), receipt.size)
    if found.count < receipt.size:
        yield f"the ledger has {found.count} events, and had {receipt.size}: its end was cut off"
    elif found != receipt.head:
        yield f"the first {receipt.size} events of the ledger are not those of which the receipt was made"
    yield from _compare_event(session, key, receipt)


def _compare_event(session: Session, key: bytes, receipt: LedgerReceipt) -> Iterator[str]:
    """What the history says against it, also where its link was left as it was."""
    public, previous = receipt.public, GENESIS
    for event in _event_and_last(session, public.complaint, public.seq):
        if event.seq == public.seq:
            if event.link != receipt.link or public_of(public.complaint, event) != public:
                yield "the event on record is another one"
            elif inner(public.complaint, previous, event, key) != receipt.inner:
                yield "the event on record was changed, or is read without its key"
            return
        previous = event.link
    yield "the event is not on record any more"
