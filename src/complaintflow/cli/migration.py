"""The command that moves complaints to another policy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.settings import Shared
from complaintflow.desk.migration import Migration
from complaintflow.interchange import to_data
from complaintflow.values import Actor


def migrate(
    *ids: Annotated[str, Parameter(help="Complaints; none: all that are not archived.")],
    reason: Annotated[str, Parameter(help="Why, for the history.")],
    by: Annotated[str, Parameter(help="Who orders it.")] = "operator",
    dry_run: Annotated[bool, Parameter(help="Only say what it would do.", negative="")] = False,
    settings: Shared,
) -> int:
    """Move complaints to the policy of this call, with the deadlines that are not past."""
    with settings.desk() as desk:
        found = desk.migrate(*ids, by=Actor(by, desk.policy.staff_roles), reason=reason, dry_run=dry_run)
    document = to_data({"migrations": found, "dry_run": dry_run})
    settings.output.emit(document, _view(found, dry_run))
    return Code.REFUSED if any(one.refusals for one in found) else Code.OK


def _view(found: Sequence[Migration], dry_run: bool) -> View:
    rows = [
        (one.complaint, str(move.key), _at(move.before), _at(move.after), "") for one in found for move in one.moved
    ]
    rows += [(one.complaint, "", "", "", str(refusal)) for one in found for refusal in one.refusals]
    yield Table(("complaint", "run", "due before (UTC)", "due after", "refused because"), rows)
    moved = sum(not one.refusals for one in found)
    yield f"{moved} of {len(found)} {'would be' if dry_run else 'were'} moved"


def _at(due: datetime | None) -> str:
    return f"{due:{SECOND}}" if due else "—"
