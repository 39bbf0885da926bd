"""Which message of ours a machine's mail is about: by the copy that came back, or by what it refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._charsets import decode
from complaintflow.inbound._html import write_lines
from complaintflow.inbound._mail_headers import decode_words
from complaintflow.inbound._mail_parts import header, parts
from complaintflow.inbound._mail_tree import Mail
from complaintflow.record.keys import MessageKey, message_number

FindKey = Callable[[str], str]
"""The key of a Message-ID of ours, or a blank text."""

_COPIES = frozenset(
    {"message/rfc822", "message/global", "message/rfc822-headers", "text/rfc822-headers", "message/global-headers"}
)
"""The parts of a report that are the mail, or its headers."""
_FIELD = re.compile(r"^[ \t>|]*(?:[\w-]{0,40}[- ])?message-?id[ \t]*:[\s>|]{0,20}<([^<>\s]{1,900})>", re.I | re.M)
_SUBJECT = re.compile(r"^[ \t>|]*(?:subject|主[题題旨])[ \t]*[:\uff1a]([^\n]{1,500})", re.I | re.M)
_ENVELOPE = re.compile(r"^[ \t]*original-envelope-id[ \t]*:[ \t]*<?([^<>\s]{1,900})", re.I | re.M)
_TOKEN = re.compile(r"[^\s<>\"'()\[\],;\uff0c\uff1a\u3002\uff1b]+")
_RECIPIENTS = ("delivered-to", "x-original-to", "envelope-to", "to")
_ADDRESS = re.compile(r"(?<![\w.+=%-])[\w.+=%-]{1,64}@[\w.-]{1,255}")
_REFERENCE = re.compile(r"<([^<>\s]{1,900})>")


def find_returned(mail: Mail, find_key: FindKey) -> str:
    """The key of our message in the copy that a server sent back, or that its report names; or a blank text.

    The Message-ID of the copy counts before all else: a copy of somebody else's mail may refer to ours.
    """
    texts = tuple(_texts(mail))
    named = [id for text in texts for id in _FIELD.findall(text)]
    envelopes = [id if "@" in id else f"{id}@" for text in texts for id in _ENVELOPE.findall(text)]
    if named or envelopes:
        return _first(find_key, named + envelopes)
    return _first(find_key, _tokens(texts))


def find_referred(mail: Mail, find_key: FindKey) -> str:
    """The key of our message that the mail answers, unless it holds a copy of another."""
    if any(_FIELD.search(text) for text in _texts(mail)):
        return ""
    ids = _REFERENCE.findall(f"{header(mail, 'in-reply-to')} {header(mail, 'references')}")
    return _first(find_key, ids)


def find_recipient(mail: Mail, find_key: FindKey) -> str:
    """The key of our message for which an address was made that this mail came to; or a blank text."""
    values = [value for name in _RECIPIENTS for value in mail.values(name)]
    addresses: list[str] = [one for value in values[: limits.REFERENCES] for one in _ADDRESS.findall(value)]
    return next((key for one in addresses[: limits.REFERENCES] if (key := find_key(one))), "")


def find_in_subject(mail: Mail, wanted: re.Pattern[str]) -> str:
    """The first such words in the subject of the copy, or in what the server says of it; or a blank text."""
    subjects = (decode_words(line) for text in _texts(mail) for line in _SUBJECT.findall(text))
    found = filter(None, map(wanted.search, subjects))
    return next((one.group() for one in found), "")


def has_copy(mail: Mail) -> bool:
    """Whether a mail came back with it, or the headers of one."""
    return any(part.get_content_type() in _COPIES for part in parts(mail) if part is not mail)


def _first(find_key: FindKey, ids: list[str]) -> str:
    """The first that is ours; that of a thread's beginning names no message."""
    keys = (find_key(f"<{id}>") for id in ids[: limits.REFERENCES])
    return next((key for key in keys if key and message_number(MessageKey.parse(key).message)), "")


def _tokens(texts: tuple[str, ...]) -> list[str]:
    return [token for text in texts for token in _TOKEN.findall(text) if "@" in token and "/M" in token]


def _texts(mail: Mail) -> Iterator[str]:
    """What may name a message: the words of a server, its fields, and the headers of a copy."""
    left = limits.REPORT_BYTES
    for part in parts(mail):
        if part is not mail and part.value("message-id"):  # a copy that lost the headers of its part
            yield f"Message-ID: {part.value('message-id')}"
        if part is not mail and part.get_content_type() in _COPIES:
            data = (part.children[0].raw if part.children else part.data())[: min(left, limits.COPY_BYTES)]
        else:
            data = part.data()[:left] if part.get_content_maintype() in {"text", "message"} else b""
        left -= len(data)
        text = decode(data, part.get_content_charset())
        yield write_lines(part.html_lines(text)) if part.get_content_subtype() == "html" else text.replace("\r\n", "\n")
