"""A mail as a tree of parts (RFC 2046), read in time that grows with its size. No bytes can make it fail.

The methods have the names of the standard library's `Message`, whose parser takes time by the square of a header, and
keeps a mail of many parts as many objects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property

import attrs

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._html import html_lines
from complaintflow.inbound._mail_headers import read_file_name, read_parameters, read_value
from complaintflow.inbound._transfer import decode_transfer, is_encoded
from complaintflow.inbound.lines import Line

_FIELD = re.compile(rb"([!-9;-~]+[ \t]*):([^\n]*(?:\n[ \t][^\n]*)*)(?:\n|\Z)")
_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?(?:>?From (?![ \t]*:)[^\n]*\n)?")
"""What stands before the headers of a mail that was kept in a file."""
_TYPE = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,80}")
_BLANK = re.compile(rb"\r*\n")
_MAILS = frozenset({"message/rfc822", "message/global"})
_FILE = "application/octet-stream"


@attrs.frozen(eq=False, slots=False)
class Mail:
    """A mail, or a part of one: where it stands in its `source`, its headers, its parts.

    `is_whole` is false where it has more headers than are looked at. `type_instead` is what it counts as where its own
    type does not hold.
    """

    source: bytes = attrs.field(repr=False)
    start: int
    middle: int
    end: int
    fields: tuple[tuple[str, bytes], ...] = attrs.field(default=(), repr=False)
    children: tuple[Mail, ...] = attrs.field(default=(), repr=False)
    is_whole: bool = True
    type_instead: str = ""

    @property
    def raw(self) -> bytes:
        """The part as it came, headers and all."""
        return self.source[self.start : self.end]

    @property
    def body(self) -> bytes:
        """What follows the headers, as it came."""
        return self.source[self.middle : self.end]

    def values(self, name: str, longest: int = limits.VALUE_BYTES) -> tuple[str, ...]:
        """Every value of a header as it was written, on one line and at most so long. `name` is in lower case."""
        return tuple(read_value(value[:longest]) for one, value in self.fields if one == name)

    def value(self, name: str) -> str:
        """The first value of a header as it was written, or blank."""
        return next((read_value(value[: limits.VALUE_BYTES]) for one, value in self.fields if one == name), "")

    def end_of(self, name: str) -> str:
        """The end of the first value of a header that grows at its end."""
        return next((read_value(value[-limits.LONG_VALUE_BYTES :]) for one, value in self.fields if one == name), "")

    @cached_property
    def parameters(self) -> Mapping[str, str]:
        """The parameters of its Content-Type."""
        return read_parameters(self.value("content-type"))

    @property
    def file_name(self) -> str:
        """The name that the sender gave it, as it was written; or blank."""
        placed = read_parameters(self.value("content-disposition"))
        return read_file_name(placed.get("filename", "") or self.parameters.get("name", ""))

    @cached_property
    def html_lines(self) -> Callable[[str], list[Line]]:
        """Reads its HTML. Its id and its words are looked for apart: what both look at is read once."""
        return cache(html_lines)

    def get_content_type(self) -> str:
        """Its type in lower case; `text/plain` where it names none."""
        named = self.type_instead or self.value("content-type").partition(";")[0].partition("(")[0].strip().lower()
        return named if _TYPE.fullmatch(named) else "text/plain"

    def get_content_maintype(self) -> str:
        """`text` of `text/html`."""
        return self.get_content_type().partition("/")[0]

    def get_content_subtype(self) -> str:
        """`html` of `text/html`."""
        return self.get_content_type().partition("/")[2]

    def get_content_charset(self) -> str:
        """The charset that it names, in lower case, or blank."""
        return next(iter(self.parameters.get("charset", "").lower().split()), "")

    def is_multipart(self) -> bool:
        """Whether it has parts; a mail within a mail is one."""
        return bool(self.children)

    def data(self) -> bytes:
        """The bytes of its body, without the transfer encoding."""
        return decode_transfer(self.body, self.value("content-transfer-encoding"))


def read_tree(raw: bytes) -> Mail:
    """The mail. What lies beyond the limits is a part of it that is a file."""
    seen = min(len(raw), limits.MAIL_BYTES)
    whole = _Reader().read(raw, 0, seen, 0)
    if seen == len(raw):
        return whole
    parts = whole.children or (attrs.evolve(whole),)
    return attrs.evolve(whole, children=(*parts, _as_file(raw, seen, len(raw))))


class _Reader:
    """Counts the parts of one mail while it reads them."""

    def __init__(self) -> None:
        self._left = limits.PARTS

    def read(self, source: bytes, start: int, end: int, depth: int, default: str = "") -> Mail:
        fields, middle, is_whole = _read_fields(source, start, end)
        named = any(name == "content-type" for name, _ in fields)
        mail = Mail(source, start, middle, end, fields, (), is_whole, "" if named else default)
        if mail.get_content_maintype() == "multipart":
            parts = self._split(mail, depth) if depth < limits.DEPTH else ()
            instead = "" if parts else "text/plain" if depth < limits.DEPTH else _FILE
            return attrs.evolve(mail, children=parts, type_instead=instead)
        if mail.get_content_type() in _MAILS and depth < limits.DEPTH:
            return attrs.evolve(mail, children=(self._open(mail, depth),))
        return mail

    def _open(self, mail: Mail, depth: int) -> Mail:
        """The mail within the mail."""
        if is_encoded(mail.value("content-transfer-encoding")):
            data = mail.data()
            return self.read(data, 0, len(data), depth + 1)
        return self.read(mail.source, mail.middle, mail.end, depth + 1)

    def _split(self, mail: Mail, depth: int) -> tuple[Mail, ...]:
        """The parts between the lines of the boundary; those beyond the limit are one file."""
        parts: list[Mail] = []
        default = "message/rfc822" if mail.get_content_subtype() == "digest" else ""
        for start, end in _spans(mail, mail.parameters.get("boundary", "").rstrip()):
            if self._left <= 0:
                return (*parts, _as_file(mail.source, start, mail.end))
            self._left -= 1
            parts.append(self.read(mail.source, start, end, depth + 1, default))
        return tuple(parts)


def _read_fields(source: bytes, place: int, end: int) -> tuple[tuple[tuple[str, bytes], ...], int, bool]:
    """The headers, where the body begins, and whether all headers are among them."""
    if before := _BEFORE.match(source, place, end):
        place = before.end()
    fields: list[tuple[str, bytes]] = []
    count = 0
    while found := _FIELD.match(source, place, end):
        count += 1
        if count <= limits.FIELDS:
            fields.append((found[1].decode("ascii").lower(), found[2]))
        place = found.end()
    blank = _BLANK.match(source, place, end)
    return tuple(fields), blank.end() if blank else place, count <= limits.FIELDS


def _spans(mail: Mail, boundary: str) -> Iterator[tuple[int, int]]:
    """Where each part begins and ends. A last part may have no end."""
    if not 0 < len(boundary) <= limits.BOUNDARY:
        return
    named = re.escape(boundary.encode(errors="replace"))
    line = re.compile(rb"^--" + named + rb"(--)?[ \t]*\r*(?:\n|\Z)", re.MULTILINE)
    start = -1
    for found in line.finditer(mail.source, mail.middle, mail.end):
        if start >= 0:
            yield start, max(start, _before_line(mail.source, found.start()))
        if found[1]:
            return
        start = found.end()
    if start >= 0:
        yield start, mail.end


def _before_line(source: bytes, place: int) -> int:
    """The end of the line before: its line break belongs to the boundary."""
    end = place - 1
    while source[end - 1 : end] == b"\r":
        end -= 1
    return end


def _as_file(source: bytes, start: int, end: int) -> Mail:
    return Mail(source, start, start, end, type_instead=_FILE)
