"""The parts of a mail: headers, leaves, texts, files. No bytes can make the reading fail."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import quote

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._charsets import charset_of_html, decode
from complaintflow.inbound._html import read_html
from complaintflow.inbound._mail_headers import charset_of_words, decode_words
from complaintflow.inbound._mail_tree import Mail, read_tree
from complaintflow.values import Attachment


def parse(raw: bytes) -> Mail:
    """The mail, as far as the limits go. One whose lines end in CR alone is read like any other."""
    return read_tree(raw if b"\n" in raw else raw.replace(b"\r", b"\n"))


def header(mail: Mail, name: str) -> str:
    """The first value of a header as text, or blank."""
    return decode_words(mail.value(name)).strip()


def parts(mail: Mail) -> Iterator[Mail]:
    """Its leaves, in order; a mail inside the mail is one."""
    if mail.is_multipart() and mail.get_content_maintype() != "message":
        for part in mail.children:
            yield from parts(part)
    else:
        yield mail


def _is_text(part: Mail) -> bool:
    attached = header(part, "content-disposition").lower().startswith("attachment")
    return part.get_content_type() in {"text/plain", "text/html"} and not attached


def text(mail: Mail) -> str:
    """The plain text; where there is none, that of the HTML."""
    texts = list(_texts(mail))
    plain = "\n".join(words for kind, words in texts if kind != "html")
    return plain if plain.strip() else "\n".join(read_html(words) for _, words in texts)


def _texts(mail: Mail) -> Iterator[tuple[str, str]]:
    """The texts of the mail with their kinds, `plain` or `html`, as far as they are looked at."""
    left, hint = dict(_LONGEST), charset_of_words(mail.value("subject") + mail.value("from"))
    for part in filter(_is_text, parts(mail)):
        kind, data = part.get_content_subtype(), part.data()
        seen = data if len(data) <= left[kind] else _begin(data, left[kind])
        left[kind] -= len(seen)
        yield kind, decode(seen, part.get_content_charset(), charset_of_html(seen) if kind == "html" else hint)


def is_cut(mail: Mail) -> bool:
    """Whether its texts are longer than what is looked at."""
    texts = [(part.get_content_subtype(), len(part.data())) for part in parts(mail) if _is_text(part)]
    return any(sum(size for one, size in texts if one == kind) > longest for kind, longest in _LONGEST.items())


def _begin(data: bytes, longest: int) -> bytes:
    """The begin, up to the end of a line or a word where there is one, so that no character is divided."""
    seen = data[:longest]
    return seen[: max(seen.rfind(b"\n"), seen.rfind(b" "), seen.rfind(b">")) + 1] or seen


def flatten(part: Mail) -> str:
    """The part as it came, headers and all."""
    return part.raw.decode("utf-8", errors="replace").replace("\r\n", "\n")


def attachments(mail: Mail, ref: str) -> Iterator[Attachment]:
    """The files of the mail: where in it (RFC 2392), type, size, digest. Their contents stay in the mail."""
    for number, part in enumerate(parts(mail), 1):
        if part is not mail and not _is_text(part):
            data = part.data()
            uri = f"mid:{quote(ref.strip('<>'), safe='@')}/part-{number}"
            digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
            yield Attachment(uri, clean(part.get_content_type()), len(data), digest)


_LONGEST = {"plain": limits.TEXT_BYTES, "html": limits.HTML_BYTES}


def clean(text: str) -> str:
    """The text without what cannot be stored or sent."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


_UNFIT = re.compile("[\x00\ud800-\udfff]")
