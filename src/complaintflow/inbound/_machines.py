"""What a machine's mail tells of a message of ours: what became of it, which it was, and why."""

from __future__ import annotations

import re

import attrs

from complaintflow.inbound._bounces import is_by_machine, may_answer_what_failed, read_bounce, servers_words
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound._reports import Told, read_report
from complaintflow.inbound._returned import FindKey, find_referred, find_returned
from complaintflow.inbound._second_opinion import ask_for_a_second_opinion
from complaintflow.inbound.reply import Report

_BY_ANYBODY = frozenset({Report.SPAM, Report.READ, Report.DISCARDED})
"""What comes from a customer's own mail program, or from a provider under any name."""
_LONGEST = 200
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_PRIVATE = re.compile(r"https?://[^\s<>]+|<?[^\s<>@\"'()]{1,100}@[^\s<>@\"'()]{1,200}>?|\d{7,}", re.IGNORECASE)


@attrs.frozen
class MachineWord:
    """A machine's word about our message; without a `report`, that it failed. `text` is what it wrote."""

    report: Report | None
    key: str
    detail: str = attrs.field(repr=False)
    text: str = attrs.field(repr=False)


def read_machine(mail: Mail, find_key: FindKey, sent_back: str = "") -> MachineWord | None:
    """What the mail tells of a message of ours; None when it tells of none.

    `sent_back` is the message that its recipient names. It says which one came back, and not that one did.
    """
    key = find_returned(mail, find_key)
    told = _read(mail, key)
    if told is None and (key or sent_back) and is_by_machine(mail):
        told = ask_for_a_second_opinion(mail)
    if told is None:
        return None
    answers = told.report in _BY_ANYBODY or may_answer_what_failed(mail, told.reasons)
    key = key or (find_referred(mail, find_key) if answers else "") or sent_back
    return MachineWord(told.report, key, reduce_reasons(told), servers_words(mail))


def _read(mail: Mail, key: str) -> Told | None:
    """By the book where a machine sent the book; else by its words."""
    told = read_report(mail)
    if told and (told.report in _BY_ANYBODY or mail.get_content_type() == "multipart/report" or is_by_machine(mail)):
        return told
    return read_bounce(mail, key)


def reduce_reasons(told: Told) -> str:
    """The reasons on one line, without addresses and numbers of persons: they go on record."""
    return "; ".join(dict.fromkeys(filter(None, (_reduce(one, told.recipients) for one in told.reasons))))


def _reduce(reason: str, recipients: tuple[str, ...]) -> str:
    line = _PRIVATE.sub("…", _SPACE.sub(" ", reason[: 5 * _LONGEST]).strip())
    for one in recipients:
        local = one.rpartition(";")[2].strip().strip("<>").partition("@")[0]
        if len(local) > 1:
            line = re.sub(rf"(?<!\w){re.escape(local)}(?!\w)", "…", line, flags=re.IGNORECASE)
    return line[:_LONGEST]
