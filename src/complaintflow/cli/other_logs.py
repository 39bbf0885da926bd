"""The commands for another system's event log: replay it through our rules, or watch it by the promises."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Annotated, TextIO, cast
from zoneinfo import ZoneInfo

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.following import FollowedFile, FollowedStream, WholeLines
from complaintflow.cli.new_file import write_new
from complaintflow.cli.other_log_views import view_left_out, view_replay, view_summary, view_violation
from complaintflow.cli.positions import Position
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Settings, Shared, check_readable
from complaintflow.cli.stopping import Stop, signals
from complaintflow.conformance import LeftOut, LogMap, LogRow, LogWatch, Replay, read_log_file, read_log_map
from complaintflow.conformance.rows import Format, format_of, read_rows, read_text
from complaintflow.errors import InvalidInput, Problem
from complaintflow.intakes.mapped import detect_encoding
from complaintflow.intakes.mapped.files import SAMPLE
from complaintflow.lifecycle import Lifecycle

_STDIN = "-"
_Map = Annotated[Path, Parameter(help="A TOML file: which row of the log is which command.")]
_Format = Annotated[Format | None, Parameter(help="csv, jsonl (JSON Lines) or xes; else the file tells it.")]
_WithIds = Annotated[
    bool, Parameter(help="Name who acted, which is private; else only as what, numbered.", negative="")
]


@subcommand
def replay(
    file: Annotated[Path, Parameter(help="The log of another system: CSV, JSON Lines or XES.")],
    /,
    *,
    map: _Map,
    format: _Format = None,
    report: Annotated[Path | None, Parameter(help="Write every refusal here, as JSON Lines.")] = None,
    with_ids: _WithIds = False,
    language: Language = "en",
    settings: Shared,
) -> int:
    """Which moves of another system our rules would have refused, how often, and what was missing.

    A refused move did happen there: it counts as made, and the replay goes on from it. JSON: `system`, `rows`, `cases`,
    `departing` (cases with a refusal), `asked` and `refused` (by command), `departures` (`command`, `rule`, `moves`,
    `cases`, `first`), `ignored`, `left`, `left_out`. The exit code is 9 when rows were left out.
    """
    rules, log_map = _read_map(map, settings)
    rows = read_log_file(check_readable(file, "file"), log_map, format)
    found = Replay(rules, log_map, with_ids)
    told = (json.dumps(one.as_document(), ensure_ascii=False) + "\n" for one in found.run(rows))
    if report:
        write_new(told, report)
    else:
        deque(told, maxlen=0)
    answer = found.report()
    settings.output.emit(answer.as_document(), view_replay(answer, rules, _zone(log_map), language))
    return Code.LEFT_OUT if answer.left else Code.OK


@subcommand
def watch(  # noqa: PLR0913 - each is an option of the command line
    file: Annotated[Path, Parameter(help="The log of another system; - is standard input.")],
    /,
    *,
    map: _Map,
    format: _Format = None,
    once: Annotated[bool, Parameter(help="End at the end of the file, with a code.", negative="")] = False,
    position: Annotated[
        Path | None, Parameter(help="Keep in this file how far the log was watched, and go on from there.")
    ] = None,
    with_ids: _WithIds = False,
    with_words: Annotated[
        bool, Parameter(help="Tell the fields of the commands, which are private.", negative="")
    ] = False,
    language: Language = "en",
    settings: Shared,
) -> int:
    """Tell each promise that another system breaks, with its story, while its log grows; until SIGTERM or Ctrl-C.

    With --json each is a document on a line of its own: `kind` is violation, unreadable, unknown or summary. With
    --once the exit code is 8 when a promise was broken, else 9 when rows were left out.
    """
    rules, log_map = _read_map(map, settings)
    if position and str(file) == _STDIN:
        raise InvalidInput((Problem("position", "standard input", "a file: what a pipe gave cannot be read again"),))
    watched, place = LogWatch(rules, log_map, with_ids, with_words), Position.read(position)
    with signals() as stop, _rows(file, log_map, format, stop, place, once=once) as rows:
        _tell(watched, rows, place, stop, settings, language)
        place.save()
    settings.output.log({"kind": "summary", **watched.counts}, view_summary(watched.counts, language))
    if not once or stop.told():
        return Code.INTERRUPTED if once else Code.OK
    left_out = watched.counts["unreadable"] + watched.counts["unknown"]
    return Code.BREACHED if watched.counts["violations"] else Code.LEFT_OUT if left_out else Code.OK


def _tell(
    watched: LogWatch, rows: Iterable[LogRow | LeftOut], place: Position, stop: Stop, settings: Settings, language: str
) -> None:
    for row in rows:
        if stop.told():  # a record that was cut off there is no record
            return
        known = place.passes(row)
        for found in watched.see(row):
            if known:
                continue
            told = (
                view_left_out(found, language)
                if isinstance(found, LeftOut)
                else view_violation(found, watched.rules, _zone(watched.log_map), language)
            )
            settings.output.log(found.as_document(), told)


def _zone(log_map: LogMap) -> tzinfo:
    """People read the times as the log writes them."""
    return ZoneInfo(log_map.zone) if log_map.zone else UTC


def _read_map(file: Path, settings: Settings) -> tuple[Lifecycle, LogMap]:
    rules = settings.lifecycle()
    return rules, read_log_map(check_readable(file, "map"), rules)


@contextmanager
def _rows(
    file: Path, log_map: LogMap, format: Format | None, stop: Stop, place: Position, *, once: bool
) -> Generator[Iterator[LogRow | LeftOut], None, None]:
    """The rows of the log, as they come."""
    if str(file) == _STDIN:
        stdin = sys.stdin.buffer
        source = FollowedStream(stdin, stop, place.save)
        lines = WholeLines(source, log_map.encoding or "utf-8-sig", tail=True)
        yield read_rows(read_text(cast("TextIO", lines), log_map, _followed(format or "csv")), log_map)
        return
    found = _followed(format or format_of(check_readable(file, "file")), once=once)
    if found == "xes":
        yield read_log_file(file, log_map, found)
        return
    with file.open("rb") as stream:
        encoding = log_map.encoding or detect_encoding(stream.read(SAMPLE))
        stream.seek(0)
        followed = FollowedFile(file, stream, stop, place.save, follow=not once)
        lines = WholeLines(followed, encoding, tail=once and place.file is None)
        yield read_rows(read_text(cast("TextIO", lines), log_map, found), log_map)


def _followed(format: Format, *, once: bool = False) -> Format:
    if format == "xes" and not once:
        raise InvalidInput((Problem("file", "XES, which is whole only at its end", "--once, CSV or JSON Lines"),))
    return format
