"""How a command answers: by a document for machines, or by a view for people. `Output.emit` knows which."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TextIO, cast
from unicodedata import category

import attrs
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table as Grid
from rich.text import Text

from complaintflow.cli.answer_stream import AnswerStream

MINUTE = "%Y-%m-%d %H:%M"
SECOND = "%Y-%m-%d %H:%M:%S"

_NARROW = 72
_HARMLESS = frozenset("\t\n")
_CONTROLS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""What could drive a terminal, turn a text round or hide in it: a complaint's text is a stranger's."""


@attrs.frozen
class Line:
    """A line of text in a style; the terminal folds a long one, so that it can be copied whole."""

    text: str
    style: str = ""


@attrs.frozen
class Table:
    """A table whose first column is never folded; `styles` are those of the rows."""

    columns: Sequence[str]
    rows: Iterable[Sequence[str]]
    styles: Iterable[str] = ()


@attrs.frozen
class Fields:
    """Names and values, one below the other; those without a value are left out."""

    rows: Iterable[tuple[str, str]]


View = Iterable[str | Line | Table | Fields]
"""What a person sees, part by part; a `str` is a line."""


class Output:
    """Where the answer goes: one JSON document, or tables and lines."""

    def __init__(self, machine: bool, stream: TextIO | None = None) -> None:
        self.machine = machine
        self._stream: TextIO | AnswerStream = stream or sys.stdout
        self._console = make_console(self._stream)

    def emit(self, document: object, view: View) -> None:
        """Answer with the document or the view."""
        if self.machine:
            self._print_json(document)
        else:
            self.show(view)

    def log(self, document: object, view: View) -> None:
        """Tell of something that happened: a document on a line of its own, or the view. It is out at once."""
        if self.machine:
            self._print_json(document, indent=None)
        else:
            self.show(view)
        self._stream.flush()
        if isinstance(self._stream, AnswerStream):
            self._stream.check_reader()

    def show(self, view: View) -> None:
        """Show something to people alone, before the answer."""
        if not self.machine:
            for part in view:
                self._print(part)

    def progress_console(self) -> Console:
        """A console for what people see before the answer; it is silent for machines, and fails where nobody reads."""
        stream = self._stream.stream if isinstance(self._stream, AnswerStream) else self._stream
        return make_console(stream, quiet=self.machine, piped_width=100)

    def _print_json(self, document: object, indent: int | None = 2) -> None:
        """Keys keep their order; where the stream is not UTF-8, with escapes."""
        encoding = str(getattr(self._stream, "encoding", "")).lower().replace("-", "")
        text = json.dumps(document, ensure_ascii=encoding != "utf8", indent=indent, default=_plain)
        print(escape_controls(text), file=self._stream)

    def _print(self, part: str | Line | Table | Fields) -> None:
        match part:
            case str():
                self._print_line(part)
            case Line():
                self._print_line(part.text, part.style)
            case Table():
                self._print_table(part)
            case Fields():
                self._print_fields(part.rows)

    def _print_line(self, text: str, style: str = "") -> None:
        self._console.print(Text(replace_controls(text), style), soft_wrap=True)

    def _print_table(self, table: Table) -> None:
        """On a narrow terminal, each row by itself."""
        if self._console.width < _NARROW:
            for row in table.rows:
                self._print_fields(zip(table.columns, row, strict=True))
                self._print_line("")
            return
        grid = Grid(box=None, pad_edge=False, header_style="bold")
        for place, name in enumerate(table.columns):
            grid.add_column(name, overflow="fold", no_wrap=place == 0)
        for row, style in zip(table.rows, chain(table.styles, repeat("")), strict=False):
            grid.add_row(*map(replace_controls, row), style=style)
        self._print_grid(grid)

    def _print_fields(self, rows: Iterable[tuple[str, str]]) -> None:
        grid = Grid(box=None, pad_edge=False, show_header=False)
        grid.add_column(style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in rows:
            if value:
                grid.add_row(name, replace_controls(value))
        self._print_grid(grid)

    def _print_grid(self, grid: Grid) -> None:
        """Into a pipe without the blanks that fill a line."""
        if self._console.is_terminal:
            self._console.print(grid)
            return
        with self._console.capture() as captured:
            self._console.print(grid)
        for text in captured.get().splitlines():
            self._print_line(text.rstrip())


def replace_controls(text: str) -> str:
    """The text with a replacement sign for every character that nobody sees, but tab and newline."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_control(char) else char for char in text)


def escape_controls(document: str) -> str:
    """A JSON document with an escape for every such character: it reads as it did, and a terminal sees none of them."""
    if document.isascii() and "\x7f" not in document:  # the encoder has escaped the others
        return document
    return "".join(json.dumps(char)[1:-1] if _is_control(char) else char for char in document).replace(
        "\x7f", "\\u007f"
    )


def _is_control(char: str) -> bool:
    return char not in _HARMLESS and category(char) in _CONTROLS


def open_missing_streams() -> None:
    """A daemon or a mail server may close them: the command is done all the same, and its answer goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # until the end


def escape_unencodable(*streams: TextIO) -> None:
    """Write a character that a stream's encoding lacks as an escape, instead of failing."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


class _Console(Console):
    """A console that shows no control characters, and leaves a broken pipe to its caller."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """What is printed, whoever made it, holds no character that could drive the terminal."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(replace_controls(segment.text), segment.style)

    def on_broken_pipe(self) -> None:
        """Raise, where rich would end the process in the middle of a call."""
        raise BrokenPipeError


def make_console(stream: TextIO | AnswerStream, *, quiet: bool = False, piped_width: int = 200) -> Console:
    """A console that interprets no text; into a pipe it writes wide lines without colours."""
    piped = not stream.isatty() and "COLUMNS" not in os.environ
    width = piped_width if piped else None
    return _Console(file=cast(TextIO, stream), markup=False, emoji=False, highlight=False, width=width, quiet=quiet)


def _plain(value: Any) -> Any:
    """What JSON has no type for."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): one for key, one in value.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, frozenset):
        return sorted(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return str(value)
