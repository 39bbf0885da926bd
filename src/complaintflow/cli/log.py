"""The command that writes the histories as an event log for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.new_file import write_new
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.cli.who import Who
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange.event_log import read_log
from complaintflow.interchange.log_formats import FORMATS, Log, write_ocel

Format = Literal["csv", "jsonl", "xes", "ocel", "flow", "parquet"]


@subcommand
def log(
    *,
    format: Annotated[
        Format, Parameter(help="CSV, JSON Lines, XES, OCEL 2.0, Parquet, or a map of the real flow.")
    ] = "csv",
    output: Annotated[Path | None, Parameter(name=("--output", "-o"), help="A new file; else standard output.")] = None,
    with_ids: Annotated[
        bool, Parameter(help="Name who acted, which is private; else only as what.", negative="")
    ] = False,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Every event of every complaint, without words, for spreadsheets and process mining."""
    with settings.desk() as desk:
        events = read_log(who.at(desk), who=with_ids)
        if format == "parquet":
            _write_parquet(events, output)
            return Code.OK
        parts = write_ocel(events, sorted(desk.commands)) if format == "ocel" else FORMATS[format](events)
        if output is None:
            sys.stdout.writelines(parts)
        else:
            write_new(parts, output)
    return Code.OK


def _write_parquet(events: Log, output: Path | None) -> None:
    if output is None:
        raise InvalidInput((Problem("output", "nothing", "a new file: Parquet is no text"),))
    try:
        from complaintflow.contrib.parquet import write_parquet
    except ImportError as error:
        raise InvalidInput((Problem("format", "parquet", str(error)),)) from error
    write_new(write_parquet(events), output)
