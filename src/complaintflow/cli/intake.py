"""The command that imports: complaints from a file, row by row."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

from cyclopts import Parameter
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View, make_console
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk.importing import ImportedRow, read_rows, take_in
from complaintflow.intakes import open_csv
from complaintflow.interchange import to_data


def import_(
    file: Annotated[Path, Parameter(help="The file to read; - is standard input.", allow_leading_hyphen=True)],
    /,
    *,
    intake: Annotated[str, Parameter(help="The reader of this format.")] = "cfpb",
    triage: Annotated[str, Parameter(help="Triage each by this classifier, for example rules.")] = "",
    settings: Shared,
) -> int:
    """Take in complaints from a file. Reading it again takes in only what is new."""
    with settings.desk(new=True) as desk, closing(_open(file)) as source, _progress() as progress:
        taken = take_in(desk, read_rows(desk, intake, source), triage)
        done = list(progress.track(taken, description="taking in"))
    settings.output.emit(to_data({"rows": done}), _view(done))
    return Code.LEFT_OUT if any(row.reason for row in done) else Code.OK


def _open(file: Path) -> TextIO:
    if str(file) == "-":
        return TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogateescape", newline="")
    return open_csv(check_readable(file, "file"))


def _progress() -> Progress:
    """On standard error, so that the answer can be piped."""
    console = make_console(sys.stderr, quiet=not sys.stderr.isatty())
    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed} rows"), TimeElapsedColumn())
    return Progress(*columns, console=console, transient=True)


def _view(rows: Sequence[ImportedRow]) -> View:
    """How many, and every row that was left out, with its line and the reason."""
    counts = Counter(row.status for row in rows)
    left_out = [row for row in rows if row.reason]
    yield f"{counts['new']} taken in, {counts['known']} known already, {len(left_out)} left out"
    for row in left_out:
        yield f"line {row.line}: {row.status}: {' '.join(row.reason.split())}"
