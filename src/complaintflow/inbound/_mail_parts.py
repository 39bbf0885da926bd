"""The parts of a mail: headers, leaves, texts, files. No bytes can make the reading fail."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Any, TypeAlias, cast
from urllib.parse import quote

from complaintflow.inbound._html import read_html
from complaintflow.values import Attachment

Mail: TypeAlias = "Message[Any, Any]"

_CHINESE = frozenset({"gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936"})
"""Labels of mails that use more characters than the label allows: GB18030 holds them all."""
_NO_CHARSETS = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})
"""Codecs of Python that no mail uses."""


def parse(raw: bytes) -> Mail:
    """The mail. One that is nested too deeply is read as one part."""
    try:
        return message_from_bytes(raw)
    except RecursionError:
        return BytesHeaderParser().parsebytes(raw)


def headers(mail: Mail, name: str) -> tuple[Any, ...]:
    """Every value of a header, parsed; one that cannot be parsed is blank."""
    return tuple(_parse_header(name, str(value)) for one, value in mail.raw_items() if one.lower() == name)


def _parse_header(name: str, value: str) -> Any:
    try:
        return policy.default.header_factory(name, "".join(value.splitlines()))
    except Exception:  # the standard library's parser raises whatever it stumbles over
        return ""


def header(mail: Mail, name: str) -> str:
    """The first value of a header as text, or blank."""
    return next((str(value).strip() for value in headers(mail, name)), "")


def parts(mail: Mail) -> Iterator[Mail]:
    """Its leaves, in order; a mail inside the mail is one."""
    if mail.is_multipart() and mail.get_content_maintype() != "message":
        for part in cast("list[Mail]", mail.get_payload()):
            yield from parts(part)
    else:
        yield mail


def _is_text(part: Mail) -> bool:
    attached = header(part, "content-disposition").lower().startswith("attachment")
    return part.get_content_type() in {"text/plain", "text/html"} and not attached


def text(mail: Mail) -> str:
    """The plain text; where there is none, that of the HTML."""
    texts = [part for part in parts(mail) if _is_text(part)]
    plain = "\n".join(decode(part) for part in texts if part.get_content_subtype() != "html")
    return plain if plain.strip() else "\n".join(read_html(decode(part)) for part in texts)


def decode(part: Mail) -> str:
    """The part's text: by its charset, else as UTF-8, else as Chinese."""
    data, named = _data(part), str(part.get_content_charset() or "").lower().replace("-", "_")
    charset = "gb18030" if named.replace("_", "-") in _CHINESE or named in _CHINESE else named
    for one in filter(None, (charset, "utf-8", "gb18030")):
        with suppress(LookupError, ValueError):
            if one not in _NO_CHARSETS:
                return data.decode(one)
    return data.decode("utf-8", errors="replace")


def _data(part: Mail) -> bytes:
    if part.is_multipart():
        return flatten(part).encode("utf-8", errors="replace")
    try:
        return cast("bytes", part.get_payload(decode=True)) or b""
    except Exception:  # a transfer encoding that the standard library stumbles over
        return b""


def flatten(part: Mail) -> str:
    """The part as it came, headers and all."""
    try:
        return part.as_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
    except Exception:  # the standard library cannot write out everything that it can read
        return ""


def attachments(mail: Mail, ref: str) -> Iterator[Attachment]:
    """The files of the mail: where in it (RFC 2392), type, size, digest. Their contents stay in the mail."""
    for number, part in enumerate(parts(mail), 1):
        if part is not mail and not _is_text(part):
            data = _data(part)
            uri = f"mid:{quote(ref.strip('<>'), safe='@')}/part-{number}"
            digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
            yield Attachment(uri, clean(part.get_content_type()), len(data), digest)


def clean(text: str) -> str:
    """The text without what cannot be stored or sent."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


_UNFIT = re.compile("[\x00\ud800-\udfff]")
