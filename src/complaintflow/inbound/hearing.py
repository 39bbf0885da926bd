"""What to put on record of something that came in: one command, by whom, under which key. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import attrs

from complaintflow.commands import Command, Hear, Note, Receipt
from complaintflow.inbound import suggesting
from complaintflow.inbound.reading import mere_thanks
from complaintflow.inbound.reply import Bounce, Fate, Heard, Inbound, Reply
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor, Said
from complaintflow.vocabulary import ReceiptStatus

_PHONE = re.compile(r"\+?[0-9 ()./-]{5,}")


@attrs.frozen
class Record:
    """What to ask the desk for: the complaint, the command, who says it, and the key that makes it once."""

    complaint: str
    command: Command
    by: Actor
    key: str
    fate: Fate


def on_record(came: Inbound, chain: Sequence[Complaint], limit: int) -> Record:
    """What goes on record. `chain` is the complaint that was meant, and those into which it was merged, in turn.

    `limit` is how many characters a text may have (the policy's); a longer one is cut, and says so.
    """
    meant, last = chain[0], chain[-1]
    if isinstance(came, Bounce):
        key = f"bounced/{_key(meant, came.ref, came.key)}"
        return Record(meant.id, _receipt(came, limit), Actor.system(), key, Fate.FAILED)
    said = words(came, limit)
    key = _key(meant, came.channel, came.ref, said.text)
    if _known(came, chain):
        heard = Hear(said, request=not mere_thanks(said.text))
        return Record(meant.id, heard, Actor.customer(meant.facts.customer), f"heard/{key}", Fate.HEARD)
    why = came.doubt or "not one of the customer's contacts"
    text = f"{came.channel} {came.ref} from {came.address or 'nobody'} ({why}):\n{said.text}"
    note = Note(_cut(text, limit, came.ref))
    return Record(last.id, note, Actor.system(), f"noted/{key}", Fate.NOTED)


def _receipt(came: Bounce, limit: int) -> Receipt:
    return Receipt(came.message, ReceiptStatus.FAILED, channel=came.channel, detail=came.detail[:limit])


def words(reply: Reply, limit: int) -> Said:
    """What was said; where there are no words, what came instead."""
    files = "\n".join(file.uri for file in reply.attachments)
    text = reply.text.strip() or f"[without words]\n{files}".strip()
    return suggesting.said_by(reply, _cut(text, limit, reply.ref))


def result(came: Inbound, record: Record, complaint: Complaint, limit: int) -> Heard:
    """What became of it, and what it may mean for the complaint as it stands now."""
    if isinstance(came, Bounce):
        return Heard(record.fate, complaint.id)
    said = words(came, limit)
    if record.fate is Fate.NOTED:
        return Heard(record.fate, complaint.id, suggesting.for_stranger(came, said))
    found = (*suggesting.for_words(complaint, said), *suggesting.for_attachments(came))
    return Heard(record.fate, complaint.id, found)


def takes(lifecycle: Lifecycle, came: Inbound, chain: Sequence[Complaint]) -> bool:
    """Whether the complaint can take it: an archived one takes nothing, and a message must be one of its own."""
    if isinstance(came, Bounce):
        return chain[0].facts.has_part(came.message) and lifecycle.leaves(
            Receipt(came.message, ReceiptStatus.FAILED), chain[0]
        )
    return lifecycle.leaves(Hear("?"), chain[-1])


def unplaced(came: Inbound, chain: Sequence[Complaint], limit: int) -> Heard:
    """What becomes of what no complaint takes: it names none of ours, or one that is archived."""
    fate = Fate.ENDED if chain else Fate.UNKNOWN
    if isinstance(came, Bounce):
        return Heard(fate)
    short = attrs.evolve(came, text=_cut(came.text, limit, came.ref))
    if not chain:
        return Heard(fate, "", suggesting.for_unknown(short))
    known = _known(came, chain)
    return Heard(fate, chain[-1].id, suggesting.for_archived(chain[-1], short) if known else ())


def _known(reply: Reply, chain: Sequence[Complaint]) -> bool:
    """Whether it came from one of the customer's contacts, and nothing speaks against it."""
    address = _folded(reply.address)
    contacts = {_folded(contact) for one in chain for contact in one.customer.contact.values()}
    return bool(address) and not reply.doubt and address in contacts


def _folded(address: str) -> str:
    """An address in one form. Only plain letters lose their case: others could become somebody else's."""
    plain = address.strip()
    if _PHONE.fullmatch(plain):
        return "+" * plain.startswith("+") + "".join(filter(str.isdigit, plain))
    return plain.lower() if plain.isascii() else plain


def _cut(text: str, limit: int, ref: str) -> str:
    if len(text) <= limit:
        return text
    mark = f"\n[cut: the whole text of {len(text)} characters is in {ref[:100]}]"
    return text[: max(1, limit - len(mark))] + mark


def _key(complaint: Complaint, *parts: str) -> str:
    said = "\0".join((complaint.id, *parts))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
