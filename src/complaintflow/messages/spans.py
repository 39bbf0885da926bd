"""What a template writes, as typed spans: its own text, values, and what is never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple


class Kept(str):
    """A value that is never cut: a time."""

    __slots__ = ()


class Kind(Enum):
    """Whose text a span is."""

    TEMPLATE = "template"
    """The template's own text. A line end in it ends a line of the page."""
    VALUE = "value"
    """A value. A line end in it is the value's own."""
    KEPT = "kept"
    """A value that is never cut."""


class Span(NamedTuple):
    """A stretch of text of one kind."""

    text: str
    kind: Kind = Kind.VALUE


class Fitted(str):
    """A text that is fit for its form, with its spans. Jinja writes `str(...)` of it, and the spans stay."""

    __slots__ = ("spans",)
    spans: tuple[Span, ...]

    def __new__(cls, *spans: Span) -> Fitted:
        fitted = super().__new__(cls, "".join([span.text for span in spans]))
        fitted.spans = spans
        return fitted

    def __str__(self) -> str:
        return self

    def __html__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The text alone."""
        return super().__str__()


def join(*parts: Span | str) -> Fitted:
    """The parts, one after the other. A plain text is the template's."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, Fitted):
            spans += part.spans
        else:
            spans.append(part if isinstance(part, Span) else Span(str.__str__(part), Kind.TEMPLATE))
    return Fitted(*spans)


def strip(text: Fitted, blanks: str) -> Fitted:
    """The text without these before and after it, but for what is kept."""
    spans = list(text.spans)
    while spans and spans[0].kind is not Kind.KEPT:
        first = spans.pop(0)
        if left := first.text.lstrip(blanks):
            spans.insert(0, Span(left, first.kind))
            break
    while spans and spans[-1].kind is not Kind.KEPT:
        last = spans.pop()
        if left := last.text.rstrip(blanks):
            spans.append(Span(left, last.kind))
            break
    return Fitted(*spans)


# ── the lines of a page


class Piece(NamedTuple):
    """A stretch of a line that may be cut, or that is kept whole. No two neighbours may be cut."""

    text: str
    kept: bool = False


Line = tuple[Piece, ...]
"""What stands on one line of a template; a line end in it is a value's own."""


def text_of(line: Line) -> str:
    """The text of a line."""
    return "".join([piece.text for piece in line])


def split_lines(text: Fitted) -> Iterator[Line]:
    """The lines of the template in the text."""
    line: list[Piece] = []
    free: list[str] = []
    for span in text.spans:
        if span.kind is Kind.KEPT:
            line += (*_piece(free), Piece(span.text, kept=True))
            free = []
            continue
        first, *others = span.text.split("\n") if span.kind is Kind.TEMPLATE else (span.text,)
        free.append(first)
        for other in others:
            yield (*line, *_piece(free))
            line, free = [], [other]
    yield (*line, *_piece(free))


def _piece(texts: Iterable[str]) -> Line:
    text = "".join(texts)
    return (Piece(text),) if text else ()


def split_subject(text: Fitted) -> tuple[str, list[Line]]:
    """The first line that is not empty, as one line of text; and the lines below it, up to the last such line."""
    lines = list(split_lines(text))
    written = [place for place, line in enumerate(lines) if line]
    if not written:
        return "", []
    first, last = written[0], written[-1]
    return " ".join(text_of(lines[first]).split()), lines[first + 1 : last + 1]


def tidy(lines: Iterable[Line]) -> list[Line]:
    """The lines without blanks at their ends and without blank ones; one blank line between paragraphs, not two."""
    tidied: list[Line] = []
    ended = False
    for line in lines:
        stripped = _strip_line(line)
        if not stripped:
            continue
        if ended and not stripped[0].kept:
            stripped = (*_piece((stripped[0].text.removeprefix("\n"),)), *stripped[1:])
        ended = bool(stripped) and not stripped[-1].kept and stripped[-1].text.endswith("\n")
        tidied.append(stripped)
    return tidied


def _strip_line(line: Line) -> Line:
    """The line without blanks at its ends, but for what is kept."""
    if line and not line[0].kept:
        line = (*_piece((line[0].text.lstrip(" \t"),)), *line[1:])
    if line and not line[-1].kept:
        line = (*line[:-1], *_piece((line[-1].text.rstrip(" \t"),)))
    return line
