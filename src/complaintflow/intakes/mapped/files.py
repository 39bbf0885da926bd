"""Text files of other systems: which encoding they are in, and their records with lines, a bounded piece at a time."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import attrs

from complaintflow._validation.bounds import read_bounded
from complaintflow._validation.structure import is_list, is_table
from complaintflow.errors import InvalidInput, Problem
from complaintflow.intakes._records import BOM, LINE_CHARS, read_records

SAMPLE = 2**18
"""So many bytes tell the encoding of a file."""
ENCODINGS = ("utf-8", "gb18030", "big5")
"""What is told from the bytes, the likeliest first; a byte order mark tells more."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_USUAL = {"gb18030": (0xB0, 0xD7), "big5": (0xA4, 0xC6)}
"""The first bytes of the characters that people use daily, in each encoding."""


@attrs.frozen
class Line:
    """One record of a file: where it begins, what its columns hold, or what is wrong with it."""

    number: int
    cells: Mapping[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    broken: str = ""


def detect_encoding(sample: bytes) -> str:
    """The encoding of a file that begins so: by its mark, or the one in which most characters are usual ones."""
    marked = next((name for mark, name in _MARKS if sample.startswith(mark)), "")
    if marked or _decodes(sample, "utf-8"):
        return marked or "utf-8"
    likely = [(name, _usual_share(sample, name)) for name in _USUAL if _decodes(sample, name)]
    return max(likely, key=lambda one: one[1])[0] if likely else "utf-8"


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _usual_share(sample: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII are usual ones."""
    text = sample.decode(encoding, "ignore")
    coded = [one.encode(encoding) for one in text if one > "\x7f"]
    low, high = _USUAL[encoding]
    return sum(len(one) == 2 and low <= one[0] <= high for one in coded) / (len(coded) or 1)


def is_json_lines(sample: bytes, encoding: str = "") -> bool:
    """Whether a file that begins so has an object of JSON a line, and is no CSV.

    Raises `InvalidInput` for one whole array of JSON, which is none of both.
    """
    begin = sample.decode(encoding or detect_encoding(sample), "ignore").removeprefix(BOM).lstrip()[:1]
    if begin == "[":
        raise InvalidInput((Problem("file", "a JSON array", "CSV, or JSON Lines: one object a line"),))
    return begin == "{"


def open_text(file: Path, encoding: str = "") -> TextIO:
    """The file as text; without an encoding it is told from the bytes. A bad byte spoils its row and nothing else."""
    stream = file.open("rb")
    if not encoding:
        encoding = detect_encoding(stream.read(SAMPLE))
        stream.seek(0)
    return TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")


def read_csv(source: TextIO) -> Iterator[Line]:
    """Each record by the names of its columns. The first one is the header: its cells are the names themselves."""
    names: tuple[str, ...] = ()

    def begins(line: str) -> bool:
        return len(next(csv.reader([line]), ())) == len(names)

    for record in read_records(source, begins):
        if not names and not record.broken:
            names = tuple(name.strip() for name in record.cells)
            yield Line(record.line, dict.fromkeys(names, ""))
        elif record.broken or not names:
            where = f" (lines {record.line} to {record.last})" if record.last > record.line else ""
            yield Line(record.line, broken=record.broken + where)
        else:
            yield Line(record.line, dict(zip(names, record.cells, strict=True)))


def read_json_lines(source: TextIO) -> Iterator[Line]:
    """Each line that is not blank, which is one JSON object. A line that is too long is passed over, and named."""
    number = 0
    while piece := source.readline(LINE_CHARS):
        number += 1
        if len(piece) == LINE_CHARS and not piece.endswith("\n"):
            while piece and not piece.endswith("\n"):
                piece = source.readline(LINE_CHARS)
            yield Line(number, broken=f"a line of more than {LINE_CHARS} characters")
        elif text := piece.removeprefix(BOM).strip():
            yield _read_object(number, text)


def _read_object(number: int, text: str) -> Line:
    try:
        found: object = read_bounded(lambda: json.loads(text), "line")
    except (ValueError, InvalidInput) as error:
        return Line(number, broken=f"no JSON: {error}")
    if not is_table(found):
        return Line(number, broken=f"a JSON {type(found).__name__}, and no object")
    return Line(number, dict(found))


def look_up(cells: Mapping[str, Any], path: str) -> Any:
    """What stands under a column, or under a path like `requester.email` or `tags.0`; None when nothing does."""
    if path in cells:
        return cells[path]
    found: Any = cells
    for part in path.split("."):
        if is_table(found):
            found = found.get(part)
        elif is_list(found) and part.isdecimal():
            found = next(islice(found, int(part), None), None)
        else:
            return None
    return found
