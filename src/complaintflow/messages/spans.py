"""What a template writes, as lines of spans: text that may be cut, and text that may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Kept(str):
    """A value that is never cut: a time."""

    __slots__ = ()


class Span(NamedTuple):
    """A stretch of text. A line end in it is a value's own; a `kept` one is never cut."""

    text: str
    kept: bool = False


Line = tuple[Span, ...]
"""What stands on one line of a template. No two neighbours may both be cut: they would be one span."""


class Fitted(str):
    """A text that is fit for its form, with its lines. Jinja writes `str(...)` of it, and the lines stay."""

    __slots__ = ("lines",)
    lines: tuple[Line, ...]

    def __new__(cls, *lines: Line) -> Fitted:
        fitted = super().__new__(cls, "\n".join(map(text_of, lines)))
        fitted.lines = lines
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
    """The parts, one after the other. A line end in a plain text is one of the template."""
    lines: list[list[Span]] = [[]]
    for part in parts:
        first, *others = _lines_of(part)
        lines[-1] += first
        lines += map(list, others)
    return Fitted(*map(_merge, lines))


def _lines_of(part: Span | str) -> Sequence[Line]:
    if isinstance(part, Span):
        return ((part,),)
    if isinstance(part, Fitted):
        return part.lines or ((),)
    plain = str.__str__(part)  # Markup would escape what is added to it
    return [(Span(line),) for line in plain.split("\n")]


def _merge(spans: Iterable[Span]) -> Line:
    """The spans without blank ones. Neighbours that may be cut become one."""
    merged: list[Span] = []
    for kept, group in groupby((span for span in spans if span.text), key=lambda span: span.kept):
        found = tuple(group)
        merged += found if kept else (Span(text_of(found)),)
    return tuple(merged)


def text_of(line: Line) -> str:
    """The text of a line."""
    return "".join(span.text for span in line)


def strip(line: Line, blanks: str) -> Line:
    """The line without these at its ends, but for what is kept."""
    return _strip_left(_strip_right(line, blanks), blanks)


def _strip_left(line: Line, blanks: str) -> Line:
    return line if not line or line[0].kept else _merge((Span(line[0].text.lstrip(blanks)), *line[1:]))


def _strip_right(line: Line, blanks: str) -> Line:
    return line if not line or line[-1].kept else _merge((*line[:-1], Span(line[-1].text.rstrip(blanks))))


def strip_all(text: Fitted, blanks: str) -> Fitted:
    """The text without these before and after it, and without the lines that are blank then."""
    lines = list(text.lines)
    while lines and not _strip_left(lines[0], blanks):
        del lines[0]
    while lines and not _strip_right(lines[-1], blanks):
        del lines[-1]
    if lines:
        lines[0] = _strip_left(lines[0], blanks)
        lines[-1] = _strip_right(lines[-1], blanks)
    return Fitted(*lines)


def split_subject(text: Fitted) -> tuple[str, tuple[Line, ...]]:
    """The first line that is not empty, as one line of text; and the lines below it, up to the last such line."""
    written = [place for place, line in enumerate(text.lines) if line]
    if not written:
        return "", ()
    first, last = written[0], written[-1]
    return " ".join(text_of(text.lines[first]).split()), text.lines[first + 1 : last + 1]


def tidy(lines: Iterable[Line]) -> list[Line]:
    """The lines without blanks at their ends and without blank ones; one blank line between paragraphs, not two."""
    tidied: list[Line] = []
    ended = False
    for line in lines:
        stripped = strip(line, " \t")
        if not stripped:
            continue
        if ended and not stripped[0].kept:
            stripped = _merge((Span(stripped[0].text.removeprefix("\n")), *stripped[1:]))
        ended = bool(stripped) and not stripped[-1].kept and stripped[-1].text.endswith("\n")
        tidied.append(stripped)
    return tidied
