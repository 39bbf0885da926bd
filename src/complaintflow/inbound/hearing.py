"""What becomes of something that came in: decided once, before anything is recorded. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from complaintflow.commands import Command, Hear, Note, Receipt
from complaintflow.inbound.reading import Reading, read_words
from complaintflow.inbound.reply import Bounce, Disposition, Heard, Inbound, Reply, Suggested
from complaintflow.inbound.request_key import RequestKey
from complaintflow.inbound.suggesting import (
    suggest_customers_word,
    suggest_evidence,
    suggest_follow_up,
    suggest_for_words,
    suggest_new_complaint,
)
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor, Said
from complaintflow.vocabulary import ReceiptStatus

_PHONE = re.compile(r"\+?[0-9 ()./-]{5,}")


@attrs.frozen
class HearingDecision:
    """What to record and what to answer. Without a `command` nothing goes on record.

    `complaint` takes the command, `by` asks for it, `key` makes it once. `suggestions` hold whatever the complaint's
    state is. What the `reading` of the words suggests depends on the state after the record.
    """

    disposition: Disposition
    complaint: str = ""
    command: Command | None = None
    by: Actor = attrs.field(factory=Actor.system)
    key: RequestKey | None = None
    suggestions: tuple[Suggested, ...] = ()
    reading: Reading | None = None

    def answer(self, complaint: Complaint) -> Heard:
        """The answer after the command is on record with this complaint."""
        found = self.suggestions
        if self.reading and isinstance(self.command, Hear):
            found = (*suggest_for_words(complaint, self.command.said, self.reading), *found)
        return Heard(self.disposition, complaint.id, found)

    def answer_unrecorded(self) -> Heard:
        """The answer when nothing goes on record."""
        return Heard(self.disposition, self.complaint, self.suggestions)


def decide_hearing(came: Inbound, chain: Sequence[Complaint], lifecycle: Lifecycle, limit: int) -> HearingDecision:
    """Decide what becomes of it. `chain` is the complaint that was meant and those it was merged into, in turn.

    A text has at most `limit` characters (the policy's). A longer one is cut, and says so.
    """
    if not chain:
        found = () if isinstance(came, Bounce) else suggest_new_complaint(_shorten(came, limit))
        return HearingDecision(Disposition.UNKNOWN, suggestions=found)
    return _fail(came, chain[0], lifecycle, limit) if isinstance(came, Bounce) else _hear(came, chain, lifecycle, limit)


def _fail(came: Bounce, meant: Complaint, lifecycle: Lifecycle, limit: int) -> HearingDecision:
    """A failed receipt, if the message is one of this complaint's own."""
    if not meant.facts.has_part(came.message):
        return HearingDecision(Disposition.ENDED)
    receipt = Receipt(came.message, ReceiptStatus.FAILED, channel=came.channel, detail=came.detail[:limit])
    if not lifecycle.has_move(receipt, meant):
        return HearingDecision(Disposition.ENDED)
    key = RequestKey.of("bounced", meant.id, came.ref, came.key)
    return HearingDecision(Disposition.FAILED, meant.id, receipt, key=key)


def _hear(came: Reply, chain: Sequence[Complaint], lifecycle: Lifecycle, limit: int) -> HearingDecision:
    """The customer's word if it came from one of the customer's contacts, else a note."""
    meant, last = chain[0], chain[-1]
    known = _is_known(came, chain)
    files = "\n".join(file.uri for file in came.attachments)
    words = came.text.strip() or f"[without words]\n{files}".strip()
    said = Said(_cut(words, limit, came.ref), via=came.channel, ref=came.ref)
    reading = read_words(said.text)
    hear = Hear(said, request=not reading.thanks)
    if not lifecycle.has_move(hear, last):
        found = suggest_follow_up(last, _shorten(came, limit)) if known else ()
        return HearingDecision(Disposition.ENDED, last.id, suggestions=found)
    parts = (meant.id, came.channel, came.ref, said.text)
    if known:
        return HearingDecision(
            Disposition.HEARD,
            meant.id,
            hear,
            by=Actor.customer(meant.facts.customer),
            key=RequestKey.of("heard", *parts),
            suggestions=suggest_evidence(came),
            reading=reading,
        )
    why = came.doubt or "not one of the customer's contacts"
    text = f"{came.channel} {came.ref} from {came.address or 'nobody'} ({why}):\n{said.text}"
    note = Note(_cut(text, limit, came.ref))
    return HearingDecision(
        Disposition.NOTED,
        last.id,
        note,
        key=RequestKey.of("noted", *parts),
        suggestions=suggest_customers_word(came, hear),
    )


def _shorten(reply: Reply, limit: int) -> Reply:
    return attrs.evolve(reply, text=_cut(reply.text, limit, reply.ref))


def _cut(text: str, limit: int, ref: str) -> str:
    if len(text) <= limit:
        return text
    mark = f"\n[cut: the whole text of {len(text)} characters is in {ref[:100]}]"
    return text[: max(1, limit - len(mark))] + mark


def _is_known(reply: Reply, chain: Sequence[Complaint]) -> bool:
    """Whether it came from one of the customer's contacts, and nothing speaks against it."""
    address = _normalize(reply.address)
    contacts = {_normalize(contact) for one in chain for contact in one.customer.contact.values()}
    return bool(address) and not reply.doubt and address in contacts


def _normalize(address: str) -> str:
    """An address in one form. Only ASCII letters lose their case: others could become somebody else's."""
    bare = address.strip()
    if _PHONE.fullmatch(bare):
        return "+" * bare.startswith("+") + "".join(filter(str.isdigit, bare))
    return bare.lower() if bare.isascii() else bare
