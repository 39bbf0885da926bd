"""What a mail is made of, read so that no bytes can make it fail: headers, leaves, texts, files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.parser import BytesHeaderParser
from typing import Any, TypeAlias, cast
from urllib.parse import quote

from complaintflow.inbound._html import text_of
from complaintflow.values import Attachment

Mail: TypeAlias = "Message[Any, Any]"

_CHINESE = frozenset({"gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936"})
"""Labels under which more is written than they name: GB18030 holds them all."""
_NO_CHARSETS = frozenset({"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"})
"""Codecs of Python that no mail is written in."""


def opened(raw: bytes) -> Mail:
    """The mail. One that is nested beyond measure is read as one part."""
    try:
        return message_from_bytes(raw)
    except RecursionError:
        return BytesHeaderParser().parsebytes(raw)


def headers(mail: Mail, name: str) -> tuple[Any, ...]:
    """Every value of a header, parsed; one that the parser stumbles over is left out."""
    return tuple(_parsed(name, str(value)) for one, value in mail.raw_items() if one.lower() == name)


def _parsed(name: str, value: str) -> Any:
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
    plain = "\n".join(decoded(part) for part in texts if part.get_content_subtype() != "html")
    return plain if plain.strip() else "\n".join(text_of(decoded(part)) for part in texts)


def decoded(part: Mail) -> str:
    """The part's text: by its charset, else as UTF-8, else as Chinese."""
    data, named = _data(part), str(part.get_content_charset() or "").lower().replace("-", "_")
    charset = "gb18030" if named.replace("_", "-") in _CHINESE or named in _CHINESE else named
    for one in filter(None, (charset, "utf-8", "gb18030")):
        found = None if one in _NO_CHARSETS else _in_charset(data, one)
        if found is not None:
            return found
    return data.decode("utf-8", errors="replace")


def _in_charset(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return None


def _data(part: Mail) -> bytes:
    if part.is_multipart():
        return flat(part).encode("utf-8", errors="replace")
    try:
        return cast("bytes", part.get_payload(decode=True)) or b""
    except Exception:  # a transfer encoding that the standard library stumbles over
        return b""


def flat(part: Mail) -> str:
    """The part as it came, headers and all."""
    try:
        return part.as_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
    except Exception:  # the standard library cannot write out everything that it can read
        return ""


def references(mail: Mail, ref: str) -> Iterable[Attachment]:
    """Its files: where in the mail (RFC 2392), type, size, digest. Their contents stay in the mail."""
    for number, part in enumerate(parts(mail), 1):
        if part is not mail and not _is_text(part):
            data = _data(part)
            uri = f"mid:{quote(ref.strip('<>'), safe='@')}/part-{number}"
            yield Attachment(
                uri, fitting(part.get_content_type()), len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
            )


def fitting(text: str) -> str:
    """The text without what cannot be stored or sent."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


_UNFIT = re.compile("[\x00\ud800-\udfff]")
