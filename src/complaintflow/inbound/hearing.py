"""What to put on record of something that came in: one command, by whom, under which key. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import attrs

from complaintflow.commands import Command, Hear, Note, Receipt
from complaintflow.complaint import Complaint
from complaintflow.inbound import suggesting
from complaintflow.inbound.reading import mere_thanks
from complaintflow.inbound.reply import Bounce, Fate, Heard, Inbound, Reply
from complaintflow.values import Actor, Said
from complaintflow.vocabulary import ReceiptStatus

__all__ = ["Record", "on_record", "result", "unplaced"]

_PHONE = re.compile(r"\+?[0-9 ()./-]{5,}")
_ROOM = 200
"""Characters that are kept free for what is said about a text that was cut."""


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
        receipt = Receipt(came.message, ReceiptStatus.FAILED, channel=came.channel, detail=came.detail[:limit])
        return Record(meant.id, receipt, Actor.system(), _key(meant, came.ref, came.key), Fate.FAILED)
    said = words(came, limit)
    key = _key(meant, came.channel, came.ref, said.text)
    if _known(came, chain):
        heard = Hear(said, request=not mere_thanks(said.text))
        return Record(meant.id, heard, Actor.customer(meant.facts.customer), f"heard/{key}", Fate.HEARD)
    why = came.doubt or "not one of the customer's contacts"
    note = Note(_cut(f"{came.channel} {came.ref} from {came.address or 'nobody'} ({why}):\n{said.text}", limit, came.ref))
    return Record(last.id, note, Actor.system(), f"noted/{key}", Fate.NOTED)


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
        return Heard(record.fate, complaint.id, suggesting.for_stranger(complaint, came, said))
    found = (*suggesting.for_words(complaint, said), *suggesting.for_attachments(came))
    return Heard(record.fate, complaint.id, found)


def unplaced(came: Inbound, archived: Complaint | None, limit: int) -> Heard:
    """What becomes of what no complaint takes: it names none, or one that is archived."""
    if isinstance(came, Bounce):
        return Heard(Fate.ENDED if archived else Fate.UNKNOWN)
    short = attrs.evolve(came, text=_cut(came.text, limit, came.ref))
    if archived is None:
        return Heard(Fate.UNKNOWN, "", suggesting.for_unknown(short))
    known = _known(came, (archived,))
    return Heard(Fate.ENDED, archived.id, suggesting.for_archived(archived, short) if known else ())


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
