"""What people read: tables and lines that fit the terminal, and plain text into a pipe."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from complaintflow.cli.documents import as_json

_NARROW = 72
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What could drive a terminal or turn a text round: a complaint's text is a stranger's."""


def harmless(text: str) -> str:
    """The text with a replacement sign for every control character but tab and newline."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))


def prepared(*streams: TextIO) -> None:
    """A character that the stream's encoding lacks is written as an escape, and ends nothing."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


class _Console(Console):
    """A console that leaves a broken pipe to who called it."""

    def on_broken_pipe(self) -> None:
        """Not an exit in the middle of a call."""
        raise BrokenPipeError


def console_on(stream: TextIO, *, quiet: bool = False, piped_width: int = 200) -> Console:
    """A console that interprets no text; into a pipe it writes wide lines without colours."""
    piped = not stream.isatty() and "COLUMNS" not in os.environ
    width = piped_width if piped else None
    return _Console(file=stream, markup=False, emoji=False, highlight=False, width=width, quiet=quiet)


class Output:
    """One command's answer: a document for machines, or tables and lines for people."""

    def __init__(self, machine: bool) -> None:
        self.machine = machine
        self._console = console_on(sys.stdout)

    def document(self, document: Any, stream: TextIO | None = None) -> None:
        """A JSON document; where the stream is not UTF-8, with escapes."""
        stream = sys.stdout if stream is None else stream
        encoding = str(getattr(stream, "encoding", "")).lower().replace("-", "")
        print(as_json(document, ascii_only=encoding != "utf8"), file=stream)

    def line(self, text: str = "", style: str = "") -> None:
        """A line of text; a long one is folded by the terminal, so that it can be copied whole."""
        self._console.print(Text(harmless(text), style), soft_wrap=True)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[str]], styles: Iterable[str] = ()) -> None:
        """A table whose first column is never folded; on a narrow terminal, each row by itself."""
        if self._console.width < _NARROW:
            for row in rows:
                self.fields(zip(columns, row, strict=True))
                self.line()
            return
        table = Table(box=None, pad_edge=False, header_style="bold")
        for place, name in enumerate(columns):
            table.add_column(name, overflow="fold", no_wrap=place == 0)
        for row, style in zip(rows, chain(styles, repeat("")), strict=False):
            table.add_row(*map(harmless, row), style=style)
        self._show(table)

    def fields(self, rows: Iterable[tuple[str, str]]) -> None:
        """Names and values, one below the other; those without a value are left out."""
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in rows:
            if value:
                table.add_row(name, harmless(value))
        self._show(table)

    def _show(self, table: Table) -> None:
        """Into a pipe without the blanks that fill a line."""
        if self._console.is_terminal:
            self._console.print(table)
            return
        with self._console.capture() as captured:
            self._console.print(table)
        for text in captured.get().splitlines():
            self.line(text.rstrip())
