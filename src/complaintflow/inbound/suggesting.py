"""What a customer's words suggest, as the complaint stands: commands that a person may ask for as they are.

Nothing here acts. The customer's thanks never confirm, and a reply to a closed complaint never reopens it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from complaintflow.commands import (
    AddEvidence,
    Answer,
    Confirm,
    Dispute,
    Hear,
    Receive,
    Reopen,
    Withdraw,
)
from complaintflow.inbound.reading import Reading, read_words
from complaintflow.inbound.reply import Reply, Suggested
from complaintflow.record.complaint import Complaint
from complaintflow.values import Attachment, Customer, Said
from complaintflow.vocabulary import CLOSABLE, OPEN, State
from complaintflow.wording import mere_thanks

_NUMBERED = re.compile(r"^[ \t]*[((]?([1-9])[.)、:)\uff0e\uff1a\uff09][ \t]*(\S[^\n]*)$", re.MULTILINE)
_LISTED = 5
"""So many files are named in the reason of a suggestion."""
_ANSWERS = (Answer, Confirm, Dispute, Reopen, Withdraw, Receive)
"""The commands by which the customer answers or gives a verdict."""


def suggest_for_words(complaint: Complaint, said: Said, reading: Reading) -> tuple[Suggested, ...]:
    """Suggest answers to what was asked, a confirmation, a dispute or a reopening.

    Mere thanks suggest nothing, nor does a text that only repeats ours, as a mail program writes below an empty answer.
    """
    if reading.thanks or reading.quoted:
        return ()
    return (*_answers(complaint, said), *_verdict(complaint, said, reading))


def suggest_for_last_words(complaint: Complaint) -> tuple[Suggested, ...]:
    """Suggest the same for the last words on record, unless the customer's answer or verdict came after them."""
    entries = complaint.body.of(Hear, *_ANSWERS)
    if not entries or not entries[-1].is_a(Hear) or not entries[-1].data:
        return ()
    said = Said(**entries[-1].data["said"])
    return suggest_for_words(complaint, said, read_words(said.text))


def suggest_evidence(reply: Reply, most: int) -> tuple[Suggested, ...]:
    """Suggest the files that came with the words as evidence: the first ones, at most so many (the policy's)."""
    count, files = len(reply.attachments), reply.attachments[:most]
    if not files:
        return ()
    content = "sent by the customer" + (f": the first {most} of {count} files" if count > most else "")
    command = AddEvidence("attachment", f"{reply.channel} {reply.ref}", content, files, came_with=reply.ref)
    return (Suggested(command, f"{count} file(s) came with it: {_list_files(files)}"),)


def _list_files(files: Sequence[Attachment]) -> str:
    """The first ones as a person reads them."""
    return ", ".join(file.label for file in files[:_LISTED]) + (" …" if len(files) > _LISTED else "")


def suggest_customers_word(reply: Reply, hear: Hear) -> tuple[Suggested, ...]:
    """Suggest that a stranger's word is the customer's after all: a person finds out who wrote it."""
    return (Suggested(hear, reply.doubt or "the address is none of the customer's contacts"),)


def suggest_new_complaint(reply: Reply) -> tuple[Suggested, ...]:
    """Suggest a new complaint, since the reply names none."""
    if reply.doubt or not reply.address.strip() or not reply.text.strip() or mere_thanks(reply.text):
        return ()
    customer = Customer(_guess_id(reply.address), name=reply.name, contact={reply.channel: reply.address})
    command = Receive(reply.channel, customer, reply.text, snapshot=note_left_out(reply))
    return (Suggested(command, "it names no complaint of ours; put your own id of the customer in its place"),)


def _guess_id(address: str) -> str:
    """What stands for the sender until somebody says who it is: ids stay when an erasure takes the address."""
    return f"sender-{hashlib.sha256(address.casefold().encode()).hexdigest()[:16]}"


def note_left_out(reply: Reply) -> Mapping[str, str]:
    """What the record of a new complaint says of the words that it leaves out: how many characters, and where."""
    return {"mail": reply.ref, "left_out": f"{len(reply.quoted)} characters"} if reply.quoted else {}


def _answers(complaint: Complaint, said: Said) -> Iterator[Suggested]:
    asked = [wait.what for wait in complaint.facts.waits if wait.on == "customer"]
    if not asked or complaint.stage not in OPEN:
        return
    parts = _NUMBERED.findall(said.text)
    if len(asked) > 1 and [number for number, _ in parts] == [str(one) for one in range(1, len(asked) + 1)]:
        answers = dict(zip(asked, (text for _, text in parts), strict=True))
        yield Suggested(Answer(answers, said), f"it answers {len(asked)} questions by their numbers")
    elif len(asked) > 1:
        whole = dict.fromkeys(asked, said.text)
        yield Suggested(Answer(whole, said), f"{len(asked)} questions are open: say what answers which")
    else:
        yield Suggested(Answer({asked[0]: said.text}, said), f"{asked[0]} was asked")


def _verdict(complaint: Complaint, said: Said, reading: Reading) -> Iterator[Suggested]:
    unsolved, solved, state = reading.unsolved, reading.solved, complaint.stage
    if state in CLOSABLE | {State.DECLINED} and unsolved:
        yield Suggested(Dispute(said), f"{unsolved!r}: not solved, or not accepted")
    elif state == State.AWAITING_CONFIRMATION and solved:
        yield Suggested(Confirm(said), f"{solved!r}: solved")
    elif state in {State.CLOSED, State.WITHDRAWN} and not solved:
        reason = f"{said.text} ({said.via} {said.ref})"
        yield Suggested(Reopen(reason), f"{unsolved!r}: not solved" if unsolved else "a request after the end")
