"""The parts of a mail: headers, leaves, texts, files. No bytes can make the reading fail."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

import attrs

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._alternatives import shown_parts
from complaintflow.inbound._charsets import charset_of_html, decode
from complaintflow.inbound._mail_headers import charset_of_words, decode_words
from complaintflow.inbound._mail_tree import Mail, read_tree
from complaintflow.inbound.lines import Line
from complaintflow.inbound.quoting import plain_lines
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


def text(mail: Mail) -> str:
    """What a reader sees of it, quotes and all."""
    return "\n".join(line.text for line in read_body(mail).lines if not line.hidden)


@attrs.frozen
class Body:
    """The lines of the text that a reader sees, and whether there are more than are looked at."""

    lines: list[Line] = attrs.field(repr=False)
    is_cut: bool = False


def read_body(mail: Mail) -> Body:
    """Its text: of alternatives one, and of all else every part in turn."""
    texts = dict(_texts(mail))
    shown = list(shown_parts(mail, {part: body.lines for part, body in texts.items()}))
    lines = [line for part in shown for line in texts[part].lines]
    return Body(lines, any(texts[part].is_cut for part in shown))


def _texts(mail: Mail) -> Iterator[tuple[Mail, Body]]:
    """The texts of the mail, as far as they are looked at."""
    left, hint = dict(_LONGEST), charset_of_words(mail.value("subject") + mail.value("from"))
    for part in text_parts(mail):
        kind, data = part.get_content_subtype(), part.data()
        seen = data if len(data) <= left[kind] else _begin(data, left[kind])
        left[kind] -= len(seen)
        words = decode(seen, part.get_content_charset(), charset_of_html(seen) if kind == "html" else hint)
        yield part, Body(part.html_lines(words) if kind == "html" else plain_lines(words), len(seen) < len(data))


def text_parts(mail: Mail) -> list[Mail]:
    """The leaves that are text to read. One with the name of a file is a file, unless it comes first."""
    found: list[Mail] = []
    for part in parts(mail):
        disposition = header(part, "content-disposition").lower()
        named = bool(found) and "filename" in disposition
        kept = part is mail or not (disposition.startswith("attachment") or named)
        found += [part] if kept and part.get_content_type() in {"text/plain", "text/html"} else []
    return found


def _begin(data: bytes, longest: int) -> bytes:
    """The begin, up to the end of a line or a word where there is one, so that no character is divided."""
    seen = data[:longest]
    for tag in (b"style", b"script"):  # what is cut off in one of them is no text
        place = seen.lower().rfind(b"<" + tag)
        seen = seen[:place] if place > seen.lower().rfind(b"</" + tag) else seen
    return seen[: max(seen.rfind(b"\n"), seen.rfind(b" "), seen.rfind(b">")) + 1] or seen


def attachments(mail: Mail, ref: str, is_ours: Callable[[Mail], bool]) -> Iterator[Attachment]:
    """The files of the mail: where in it (RFC 2392), type, size, digest, name. Their contents stay in the mail.

    A letter of ours that hangs on it is none.
    """
    texts = text_parts(mail)
    for number, part in enumerate(parts(mail), 1):
        if part not in texts and not is_ours(part):
            kind, name = clean(part.get_content_type()), clean(part.file_name)
            yield describe(ref, f"part-{number}", kind, part.data(), name)


def describe(ref: str, place: str, media_type: str, data: bytes, name: str = "") -> Attachment:
    """A file by where it stands in the mail."""
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    return Attachment(f"mid:{quote(ref.strip('<>'), safe='@')}/{place}", media_type, len(data), digest, name)


_LONGEST = {"plain": limits.TEXT_BYTES, "html": limits.HTML_BYTES}


def clean(text: str) -> str:
    """The text without what cannot be stored or sent."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


_UNFIT = re.compile("[\x00\ud800-\udfff]")
