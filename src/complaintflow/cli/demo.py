"""The command that plays the demo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared

if TYPE_CHECKING:
    from complaintflow.cli.demonstration import Report


@subcommand
def demo(
    *,
    rows: Annotated[int, Parameter(help="How many of the sample's rows, spread over it.")] = 500,
    file: Annotated[
        Path | None, Parameter(help="The new SQLite file; by default one in a new temporary folder.")
    ] = None,
    settings: Shared,
) -> int:
    """Take 500 real complaints through the lifecycle, and try every guard."""
    from complaintflow.cli.demonstration import run

    report = run(settings.output.progress_console(), rows, file)
    settings.output.emit(_document(report), ())
    return Code.OK if report.ok else Code.FAILED


def _document(report: Report) -> dict[str, Any]:
    rules = {rule: {"refused": refused, "passed": passed} for rule, (refused, passed) in report.rules.items()}
    plain = attrs.asdict(report, filter=lambda field, _: field.name != "week")
    return {**plain, "rules": rules, "week": _week_document(report), "ok": report.ok}


def _week_document(report: Report) -> dict[str, Any]:
    week = report.week
    if week is None:
        return {}
    return {
        "file": week.file,
        "ticks": week.ticks,
        "breaches": week.breaches,
        "reminders": week.levels,
        "silent_closings": week.closings,
        "sound": week.integrity.sound,
        "head": week.head,
    }
