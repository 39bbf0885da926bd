"""The command that writes the report of a period: one file to look at."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.measures import Narrowed
from complaintflow.cli.new_file import write_new
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.cli.who import Who
from complaintflow.contrib.report import Gathered, alarms, gather, write_report
from complaintflow.insight import ActionEffect, Figures
from complaintflow.interchange import to_data


@subcommand
def report(
    *,
    narrowed: Annotated[Narrowed, Parameter()],
    output: Annotated[Path | None, Parameter(name=("--output", "-o"), help="A new file; else standard output.")] = None,
    language: Language = "en",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """The report of a period: one file of HTML for screen and paper. --json gives its figures."""
    with settings.desk() as desk:
        gathered = gather(who.at(desk), anew=narrowed.anew, **narrowed.wanted(desk.policy))
    if output is not None:
        write_new([write_report(gathered, language)], output)
    if settings.output.machine:
        settings.output.emit(_document(gathered), ())
    elif output is not None:
        settings.output.show([f"The report is in {output}."])
    else:
        sys.stdout.write(write_report(gathered, language))
    return Code.OK


def _document(gathered: Gathered) -> dict[str, Any]:
    """What needs attention, and the figures of each part of the page, with all their complaints."""
    found = [{"name": one.name, "number": one.number, "complaints": one.complaints} for one in alarms(gathered)]
    parts = ((field.name, getattr(gathered, field.name)) for field in attrs.fields(Gathered))
    figures = {name: to_data(part) for name, part in parts if isinstance(part, Figures)}
    actions = [_action(one) for one in gathered.actions]
    return {"attention": to_data(found), "figures": figures, "spikes": to_data(gathered.spikes), "actions": actions}


def _action(action: ActionEffect) -> dict[str, Any]:
    """An improvement without what somebody wrote of it."""
    return {name: value for name, value in to_data(action).items() if name != "what"}
