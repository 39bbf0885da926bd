"""The command that moves complaints to another policy and lifecycle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared, check_readable
from complaintflow.desk.migration import Migration
from complaintflow.interchange import to_data
from complaintflow.lifecycle import LifecycleMapping, read_mapping
from complaintflow.values import Actor


@subcommand
def migrate(
    *ids: Annotated[str, Parameter(help="Complaints; none: all that are not archived.")],
    reason: Annotated[str, Parameter(help="Why, for the history.")],
    by: Annotated[str, Parameter(help="Who orders it.")] = "operator",
    mapping: Annotated[
        Path | None, Parameter(help="A TOML file with the new names: [states] and [facts], each old = new.")
    ] = None,
    after: Annotated[str, Parameter(help="Go on behind this complaint.")] = "",
    limit: Annotated[int | None, Parameter(help="At most so many.")] = None,
    dry_run: Annotated[bool, Parameter(help="Only say what it would do.", negative="")] = False,
    settings: Shared,
) -> int:
    """Move complaints to the policy and the lifecycle of this call, with the deadlines that are not past.

    Each moves whole or not at all, and those that are there already are left alone: called again, it goes on.
    """
    names = read_mapping(check_readable(mapping, "mapping")) if mapping else LifecycleMapping()
    with settings.desk() as desk:
        found = desk.migrate(
            *ids,
            by=Actor(by, desk.policy.staff_roles),
            reason=reason,
            mapping=names,
            after=after,
            limit=limit,
            dry_run=dry_run,
        )
    document = to_data({"migrations": found, "dry_run": dry_run})
    settings.output.emit(document, _view(found, dry_run))
    return Code.REFUSED if any(one.refusals for one in found) else Code.OK


def _view(found: Sequence[Migration], dry_run: bool) -> View:
    moved = [one for one in found if not one.refusals]
    runs = [(one.complaint, str(run.key), _at(run.before), _at(run.after)) for one in moved for run in one.moved]
    if runs:
        yield Table(("complaint", "run", "due before (UTC)", "due after"), runs)
    refused = [(one.complaint, one.was, str(refusal)) for one in found for refusal in one.refusals]
    if refused:
        yield Table(("complaint", "state", "refused because"), refused)
    yield from _states(moved)
    yield f"{len(moved)} of {len(found)} {'would be' if dry_run else 'were'} moved"


def _states(moved: Sequence[Migration]) -> Iterator[str | Table]:
    """How many come from which state to which, where any gets another one."""
    counts = Counter((one.was, one.state) for one in moved)
    if any(was != state for was, state in counts):
        yield Table(("state", "becomes", "complaints"), [(*states, str(counts[states])) for states in sorted(counts)])


def _at(due: datetime | None) -> str:
    return f"{due:{SECOND}}" if due else "—"
