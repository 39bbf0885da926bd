"""The command that looks for answers that helped before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.cli.who import Who
from complaintflow.errors import Problem
from complaintflow.interchange import to_data
from complaintflow.knowledge import AnswerIndex
from complaintflow.plugins import FoundAnswer


@subcommand
def answers(
    id: str,
    /,
    *,
    limit: Annotated[int, Parameter(help="How many from each source at most.")] = 5,
    folder: Annotated[Path | None, Parameter(help="A folder of answers: .md and .txt, the title first.")] = None,
    index: Annotated[Path | None, Parameter(help="Keep the index in this file; else it is made anew.")] = None,
    rebuild: Annotated[
        bool, Parameter(help="Learn the whole archive again, not only what changed.", negative="")
    ] = False,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """What helped with the like before: archived complaints, your folder, and plugins; and why it was found."""
    with closing(AnswerIndex(index or ":memory:")) as own, settings.desk(plugins=(own,)) as desk:
        read = (own.index_archive(desk, rebuild=rebuild), *((own.index_folder(folder),) if folder else ()))
        found = who.at(desk).answers(id, limit)
    problems = [problem for changes in read for problem in changes.problems]
    settings.output.emit(_document(found, problems), _view(found, problems))
    return Code.LEFT_OUT if problems else Code.OK


def _document(found: Mapping[str, Sequence[FoundAnswer]], problems: Sequence[Problem]) -> dict[str, Any]:
    written: dict[str, Any] = to_data({"answers": found, "problems": problems})
    return written


def _view(found: Mapping[str, Sequence[FoundAnswer]], problems: Sequence[Problem]) -> View:
    rows = [(name, one.ref, one.title, ", ".join(one.why)) for name, several in found.items() for one in several]
    yield Table(("source", "where", "title", "found by"), rows) if rows else "Nothing like it is known."
    yield from map(str, problems)
