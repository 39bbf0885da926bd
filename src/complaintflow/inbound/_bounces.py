"""What mail servers write when a message did not arrive, or not yet, where they report nothing by the book.

Servers are known by who they say they are; what happened, by the phrases that they have written for decades, in Chinese
and English. In doubt, a mail is no failure: it is noted, and a person reads it.
"""

from __future__ import annotations

import re

from complaintflow.inbound import _limits as limits, _server_phrases as phrases
from complaintflow.inbound._automatic import is_answer
from complaintflow.inbound._mail_parts import header, text
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound._reports import Told
from complaintflow.inbound._returned import has_copy
from complaintflow.inbound.reply import Report

_MARKS = ("x-failed-recipients", "x-ms-exchange-message-is-ndr", "x-ms-embedded-report")
_CODE = re.compile(r"(?<![\d.])(?:[45]\.\d{1,3}\.\d{1,3}|4[25]\d|5[0-7]\d)(?![\d.]*\d)")
_CODES = 4


def read_bounce(mail: Mail, key: str) -> Told | None:
    """What a server says in words of a message of ours; None when it does not say that one did not arrive.

    A server that only sends ours back (the message with this key) has given up, whatever its language.
    """
    strong = is_by_server(mail)
    if not is_by_machine(mail) or (not strong and is_answer(mail)):
        return None
    subject, words = header(mail, "subject"), phrases.SUBJECT_LINE.sub("", servers_words(mail))
    if _is_for_later(subject, words):
        return Told(Report.DELAYED)
    sends_back = strong and (key or has_copy(mail)) and not phrases.ANSWERED.match(subject)
    if sends_back or phrases.FAILED.search(f"{subject}\n{words}"):
        return Told(None, tuple(_codes(words)))
    return None


def _is_for_later(subject: str, words: str) -> bool:
    """Whether the server still tries. The subject of a failure may hold ours, which tells of delays of another kind."""
    says_failed = phrases.BOUNCE_SUBJECT.match(subject)
    tries = phrases.LATER.search(words if says_failed else f"{subject}\n{words}")
    return bool(tries) and not phrases.FOR_GOOD.search(words)


def is_by_machine(mail: Mail) -> bool:
    """Whether anything says that no person sent it."""
    sends_back = has_copy(mail) and bool(phrases.MACHINES_NAME.search(header(mail, "from")))
    return sends_back or _has_subject(mail) or _is_marked(mail) or is_by_server(mail)


def may_answer_what_failed(mail: Mail, codes: tuple[str, ...]) -> bool:
    """Whether what it answers may be what it tells of: a person may answer ours, and speak of what did not arrive."""
    if mail.get_content_type() == "multipart/report" or any(header(mail, name) for name in _MARKS):
        return True
    return (_has_subject(mail) and _is_marked(mail)) or (bool(codes) and is_by_server(mail))


def _has_subject(mail: Mail) -> bool:
    return bool(phrases.BOUNCE_SUBJECT.match(header(mail, "subject")))


def _is_marked(mail: Mail) -> bool:
    """Whether its headers say that a program sent it."""
    submitted, path = header(mail, "auto-submitted").lower(), header(mail, "return-path")
    return submitted not in {"", "no"} or path == "<>" or bool(phrases.SERVER.search(path))


def is_by_server(mail: Mail) -> bool:
    """Whether a mail server names itself as the sender, or marks the mail as its own."""
    return bool(phrases.SERVER.search(header(mail, "from"))) or any(header(mail, name) for name in _MARKS)


def is_servers_address(address: str) -> bool:
    """Whether a mail server sends from such an address: nobody gets it as a mailbox of their own."""
    return bool(phrases.SERVERS_ADDRESS.match(address))


def servers_words(mail: Mail) -> str:
    """What the server says itself, above the copy of what it sends back."""
    whole = text(mail)[: limits.SERVER_WORDS]
    copied = phrases.COPY.search(whole)
    return whole[: copied.start()].strip() if copied else whole.strip()


def _codes(words: str) -> list[str]:
    """The codes that it gives as the reason: of its words no more goes on record."""
    return list(dict.fromkeys(_CODE.findall(words)))[:_CODES]
