"""Records of a CSV file with their lines, whatever the file holds.

A stray quote swallows the lines after it. Such a record is returned as broken, and reading continues at the next line
that looks like the beginning of a record: the good rows after a bad one are not lost.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import TextIOBase

import attrs

BOM = "\ufeff"
LINE_CHARS = 2**20
"""A line that is longer is read in pieces, which are no records: a file without line ends fills no memory."""


@attrs.frozen
class Record:
    """The cells of one record and its first and last line; `broken` says what is wrong with it, or is blank."""

    line: int
    last: int
    cells: tuple[str, ...] = attrs.field(default=(), repr=False)
    broken: str = ""


class _Lines:
    """The lines of a text, counted, that can be put back."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = (
            iter(partial(source.readline, LINE_CHARS), "") if isinstance(source, TextIOBase) else iter(source)
        )
        self._ahead: deque[str] = deque()
        self.taken: list[str] = []
        self.last = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._source)
        self.last += 1
        self.taken.append(line.removeprefix(BOM) if self.last == 1 else line)
        return self.taken[-1]

    def end(self) -> None:
        """Read no more of the source."""
        self._source = iter(())

    def put_back(self, keep: int) -> None:
        """Keep so many of the lines taken; the others come again."""
        self._ahead.extendleft(reversed(self.taken[keep:]))
        self.last -= len(self.taken) - keep
        del self.taken[keep:]


def read_records(source: Iterable[str], begins: Callable[[str], bool]) -> Iterator[Record]:
    """Every record but blank lines, in order; the first one says how many cells the others must have.

    `begins` tells whether a line looks like the beginning of a record. A source that fails in the middle
    gives one last broken record.
    """
    lines = _Lines(source)
    width = 0
    while record := _read_next(lines, width):
        if record.broken:
            record = _cut_short(lines, record, begins)
        width = width or len(record.cells)
        if record.cells or record.broken:
            yield record


def _read_next(lines: _Lines, width: int) -> Record | None:
    lines.taken = []
    first = lines.last + 1
    try:
        cells = tuple(next(csv.reader(lines, strict=True), ()))
    except csv.Error as error:
        return Record(first, lines.last, broken=str(error))
    except UnicodeDecodeError as error:
        lines.end()
        return Record(first, max(first, lines.last), broken=f"not {error.encoding}, and nothing after it can be read")
    if not lines.taken:
        return None
    wrong = f"{len(cells)} columns instead of {width}" if cells and width and len(cells) != width else ""
    return Record(first, lines.last, cells, wrong)


def _cut_short(lines: _Lines, record: Record, begins: Callable[[str], bool]) -> Record:
    """The broken record cut short before the next line that begins one."""
    places = (place for place, line in enumerate(lines.taken) if place and begins(line))
    lines.put_back(next(places, len(lines.taken)))
    return attrs.evolve(record, last=max(record.line, lines.last))
