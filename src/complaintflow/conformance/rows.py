"""The rows of another system's event log: each with its line, its case and its time, or with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

import attrs

from complaintflow._validation.structure import plain_text
from complaintflow.conformance.log_map import LogMap
from complaintflow.conformance.xes import read_xes
from complaintflow.errors import InvalidInput, Problem
from complaintflow.intakes.mapped.cells import as_text, parse_time
from complaintflow.intakes.mapped.files import (
    SAMPLE,
    Line,
    is_json_lines,
    look_up,
    open_text,
    read_csv,
    read_json_lines,
)
from complaintflow.intakes.mapped.mapping import Source

Format = Literal["csv", "jsonl", "xes"]
_SUFFIXES: Mapping[str, Format] = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".xes": "xes"}
_SHOWN = 60
_LONGEST_ID = 200
"""So many characters may the id of a case have: of many cases the ids are kept."""


@attrs.frozen
class LogRow:
    """One row: its line, the case, when, what happened, and the columns that the map names."""

    line: int
    case: str
    at: datetime
    activity: str = attrs.field(repr=False)
    cells: Mapping[str, str] = attrs.field(repr=False)


@attrs.frozen
class LeftOut:
    """A row of which nothing was made: it cannot be read, or the map does not say what it is.

    `activity` is that of an unknown row, as it is shown; `named` says that the map names it, and no entry holds there.
    """

    line: int
    what: Literal["unreadable", "unknown"]
    why: str = attrs.field(repr=False)
    activity: str = attrs.field(default="", repr=False)
    named: bool = False

    def as_document(self) -> dict[str, Any]:
        """The row as plain values."""
        return {"kind": self.what, "line": self.line, "why": self.why}


def read_log_file(file: Path, log_map: LogMap, format: Format | None = None) -> Iterator[LogRow | LeftOut]:
    """Every row of a file, in its order. Without a format the name tells it, else how the file begins.

    Raises `InvalidInput` for a CSV file without a column that the map names.
    """
    told = format or format_of(file)
    if told == "xes":
        with file.open("rb") as stream:
            yield from read_rows(read_xes(stream), log_map)
        return
    with open_text(file, log_map.encoding) as text:
        yield from read_rows(read_text(text, log_map, told), log_map)


def format_of(file: Path) -> Format:
    """The format of a file: as its name says, else how it begins."""
    named = _SUFFIXES.get(file.suffix.lower())
    if named:
        return named
    with file.open("rb") as stream:
        return tell_format(stream.read(SAMPLE))


def tell_format(sample: bytes) -> Format:
    """The format of what begins so."""
    if sample.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return "xes"
    return "jsonl" if is_json_lines(sample) else "csv"


def read_text(text: TextIO, log_map: LogMap, format: Format) -> Iterator[Line]:
    """The records of a text. Raises `InvalidInput` for a CSV header that lacks a column."""
    if format == "jsonl":
        yield from read_json_lines(text)
        return
    every = read_csv(text)
    header = next(every, None)
    if header is None:
        return
    missing = sorted(log_map.columns - set(header.cells))
    if header.broken or missing:
        found = header.broken or f"no column {', '.join(missing)}"
        raise InvalidInput((Problem("log", found, f"the columns that the map names, among {', '.join(header.cells)}"),))
    yield from every


def read_rows(lines: Iterable[Line], log_map: LogMap) -> Iterator[LogRow | LeftOut]:
    """The records as rows of the map."""
    for line in lines:
        yield LeftOut(line.number, "unreadable", line.broken) if line.broken else _row(line, log_map)


def _row(line: Line, log_map: LogMap) -> LogRow | LeftOut:
    cells = {column: as_text(look_up(line.cells, column)) for column in log_map.columns}
    wrong = [f"{column} is not {fault}" for column, text in cells.items() if (fault := plain_text(text))]
    if wrong:
        return LeftOut(line.number, "unreadable", "; ".join(wrong))
    try:
        case, activity = value_of(log_map.case, cells), value_of(log_map.activity, cells)
        at = read_time(value_of(log_map.time, cells, time=True), log_map.time, log_map)
    except ValueError as error:
        return LeftOut(line.number, "unreadable", str(error))
    if not 0 < len(case) <= _LONGEST_ID:
        return LeftOut(line.number, "unreadable", f"a case of {len(case)} characters" if case else "no case")
    return LogRow(line.number, case, at, activity, cells)


def value_of(source: Source, cells: Mapping[str, str], *, time: bool = False) -> str:
    """What a row says of a field: all its columns, joined; of a time the first that is there.

    Raises `ValueError` for a value that stands in no table of values.
    """
    there = [text for column in source.columns if (text := cells.get(column, ""))]
    text = there[0] if there and time else "\n\n".join(there)
    found = source.meaning(text)
    if found is None:
        raise ValueError(f"{show(text)} stands in no table of values ({', '.join(source.values)})")
    return found or source.default or source.constant


def read_time(text: str, source: Source, log_map: LogMap) -> datetime:
    """The time of a text, in UTC; without a zone it is in that of the map. Raises `ValueError`."""
    found = parse_time(text, (*source.formats, *log_map.formats), source.zone or log_map.zone)
    if found is None:
        raise ValueError(f"{show(text)} is no time of the formats")
    if found.tzinfo is None:
        raise ValueError(f"the time {show(text)} has no zone, and the map names none")
    return found.astimezone(UTC)


def show(text: str) -> str:
    """The beginning of a cell, or that it is empty."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…") if text else "nothing"
