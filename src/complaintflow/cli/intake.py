"""The command that imports: complaints from a file, row by row."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping as Table
from contextlib import ExitStack, closing, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal, TextIO

import attrs
from cyclopts import Parameter
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from complaintflow.cli.answer_stream import AnswerStream
from complaintflow.cli.failures import Code, unprinted
from complaintflow.cli.new_file import open_report
from complaintflow.cli.output import Output, View, make_console
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk import Desk
from complaintflow.desk.importing import BATCH, ImportedRow, read_rows, read_with, take_in
from complaintflow.errors import InvalidInput, Problem
from complaintflow.intakes import open_csv
from complaintflow.intakes.mapped import MappedIntake, Mapping, detect_encoding, is_json_lines, open_text, read_mapping
from complaintflow.intakes.mapped.files import SAMPLE
from complaintflow.intakes.mapped.notes import NotesFile
from complaintflow.interchange import to_data
from complaintflow.plugins import Incoming, Unreadable

_STDIN = "-"
Format = Literal["csv", "jsonl"]
_FORMATS: Table[str, Format] = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_NAMED = 100
"""So many rows that were left out are named on the screen; the report has all of them."""


@subcommand
def import_(  # noqa: PLR0913  # each is an option of the command line
    file: Annotated[Path, Parameter(help="The file to read; - is standard input.")],
    /,
    *,
    intake: Annotated[str, Parameter(help="The reader of this format.")] = "cfpb",
    map: Annotated[Path | None, Parameter(help="A TOML file: which column of another system is what.")] = None,
    notes: Annotated[Path | None, Parameter(help="With --map: a second file, with the notes of the cases.")] = None,
    format: Annotated[
        Format | None, Parameter(help="With --map: csv, or jsonl (JSON Lines); else the file tells it.")
    ] = None,
    encoding: Annotated[str, Parameter(help="With --map: utf-8, gb18030, big5 …; else the file tells it.")] = "",
    triage: Annotated[str, Parameter(help="Triage each by this classifier, for example rules.")] = "",
    report: Annotated[Path | None, Parameter(help="Write every row that is left out here, as JSON Lines.")] = None,
    strict: Annotated[bool, Parameter(help="Stop at the first row that is left out.", negative="")] = False,
    dry_run: Annotated[bool, Parameter(help="Say what would happen, and take nothing in.", negative="")] = False,
    settings: Shared,
) -> int:
    """Take in complaints from a file. Reading it again takes in only what is new."""
    mapping = read_mapping(check_readable(map, "map")) if map else None
    with ExitStack() as stack:
        desk = stack.enter_context(settings.desk(new=True))
        named = encoding or (mapping.encoding if mapping else "")
        source = stack.enter_context(closing(_open(file, mapping, named)))
        if mapping:
            lines = _is_json_lines(file, format, source)
            found = read_with(MappedIntake(mapping, lines, _read_notes(stack, mapping, notes, named)), source, "map")
        else:
            found = read_rows(desk, intake, source)
        told = AnswerStream(stack.enter_context(open_report(report))) if report else None
        tally = _Tally(mapping is None and settings.output.machine, told)
        tally.count(_follow(desk, found, source, triage, dry_run=dry_run, strict=strict), strict=strict)
        if told:
            told.flush()
    settings.output.emit(tally.document(dry_run=dry_run), tally.view(dry_run=dry_run))
    if told and told.lost:
        document, sentence = unprinted(told.lost, "the report of what was left out", str(report))
        Output(settings.output.machine, sys.stderr).emit(document, [f"complaintflow: {sentence}"])
        return Code.UNPRINTED
    return Code.LEFT_OUT if tally.left_out else Code.OK


def _open(file: Path, mapping: Mapping | None, encoding: str) -> TextIO:
    if str(file) == _STDIN:
        named = encoding or (detect_encoding(_sample(sys.stdin.buffer)) if mapping else "utf-8")
        with _naming(encoding):
            return TextIOWrapper(sys.stdin.buffer, encoding=named, errors="surrogateescape", newline="")
    found = check_readable(file, "file")
    return _open_text(found, encoding) if mapping else open_csv(found)


def _open_text(file: Path, encoding: str) -> TextIO:
    with _naming(encoding):
        return open_text(file, encoding)


@contextmanager
def _naming(encoding: str) -> Generator[None, None, None]:
    """Says of an encoding that there is none of this name."""
    try:
        yield
    except LookupError:
        raise InvalidInput((Problem("encoding", repr(encoding), "utf-8, gb18030, big5 or the like"),)) from None


def _sample(stream: Any) -> bytes:
    """What comes first, which is read again afterwards."""
    return bytes(stream.peek(SAMPLE))


def _is_json_lines(file: Path, format: Format | None, source: TextIO) -> bool:
    """Whether the file has JSON Lines: as the caller says, else its name, else how it begins."""
    told = format or _FORMATS.get(file.suffix.lower())
    return told == "jsonl" if told else is_json_lines(_sample(source.buffer), source.encoding)


def _read_notes(stack: ExitStack, mapping: Mapping, notes: Path | None, encoding: str) -> NotesFile | None:
    """The notes of the second file, where the mapping speaks of one."""
    wanted = mapping.notes.case if mapping.notes else ""
    if bool(wanted) != (notes is not None):
        found = "a second file, and no notes.case" if notes else "notes.case, and no second file"
        raise InvalidInput((Problem("notes", found, "--notes with a mapping that has notes.case"),))
    if notes is None:
        return None
    with closing(_open_text(check_readable(notes, "notes"), encoding)) as text:
        return stack.enter_context(closing(NotesFile(text, wanted, lines=_is_json_lines(notes, None, text))))


def _follow(
    desk: Desk, found: Iterable[Incoming | Unreadable], source: TextIO, triage: str, *, dry_run: bool, strict: bool
) -> Iterator[ImportedRow]:
    """What becomes of each row, while a bar shows how much of the file is read."""
    with _progress() as progress:
        bar = progress.add_task("taking in", total=_size(source), rows=0)
        for number, row in enumerate(take_in(desk, found, triage, dry_run=dry_run, batch=1 if strict else BATCH), 1):
            yield row
            progress.update(bar, rows=number, completed=_place(source))


def _size(source: TextIO) -> int | None:
    """How many bytes the file has; None of what has no size."""
    name = getattr(source, "name", None)
    return Path(name).stat().st_size if isinstance(name, str) and Path(name).is_file() else None


def _place(source: TextIO) -> int:
    return source.buffer.tell() if source.seekable() else 0


def _progress() -> Progress:
    """On standard error, so that the answer can be piped."""
    console = make_console(sys.stderr, quiet=not sys.stderr.isatty())
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description} {task.fields[rows]} rows"),
        BarColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True)


@attrs.define
class _Tally:
    """What became of the rows. Of many, only those that were left out are kept, and no more than are shown."""

    every: bool
    report: AnswerStream | None
    counts: Counter[str] = attrs.field(factory=Counter[str])
    shown: list[ImportedRow] = attrs.field(factory=list[ImportedRow])

    @property
    def left_out(self) -> int:
        """How many rows were left out."""
        return self.counts["unreadable"] + self.counts["refused"]

    def count(self, rows: Iterable[ImportedRow], *, strict: bool) -> None:
        """Count these rows, and report those that are left out; with `strict` no further than to the first of them."""
        for row in rows:
            self.counts[row.status] += 1
            if self.report and row.reason:
                self.report.write(json.dumps(to_data(row), ensure_ascii=False) + "\n")
            if self.every or (row.reason and len(self.shown) < _NAMED):
                self.shown.append(row)
            if strict and row.reason:
                return

    def document(self, *, dry_run: bool) -> dict[str, Any]:
        """For a machine."""
        if self.every:
            return dict(to_data({"rows": self.shown}))
        counts = {"new": self.counts["new"], "known": self.counts["known"], "left_out": self.left_out}
        return dict(to_data({**counts, "dry_run": dry_run, "rows": self.shown}))

    def view(self, *, dry_run: bool) -> View:
        """How many, and the rows that were left out, with their lines and reasons."""
        would = "would be taken in" if dry_run else "taken in"
        yield f"{self.counts['new']} {would}, {self.counts['known']} known already, {self.left_out} left out"
        for row in self.shown:
            if row.reason:
                yield f"line {row.line}: {row.status}: {' '.join(row.reason.split())}"
        if (more := self.left_out - _NAMED) > 0 and not self.every:
            yield f"... and {more} more: --report names them all"
