"""The commands that erase a customer's words, and take what was deleted out of the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from complaintflow._validation.faults import name_fault
from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.desk.erasing import Erasure
from complaintflow.desk.retention import Expired
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange import export_page, to_data
from complaintflow.plugins.private_file import OURS_ALONE
from complaintflow.values import Actor


@subcommand
def erase(
    customer: Annotated[str, Parameter(help="The id of the customer.")],
    *,
    reason: Annotated[str, Parameter(help="Why; it stays on record, so it names nobody.")],
    by: Annotated[str, Parameter(help="Who orders it.")] = "operator",
    dry_run: Annotated[bool, Parameter(help="Only say what it would do.", negative="")] = False,
    settings: Shared,
) -> int:
    """Erase the private words of all complaints of a customer, or of none while one is refused."""
    with settings.desk() as desk:
        found = desk.erase(customer, by=Actor(by, desk.policy.staff_roles), reason=reason, dry_run=dry_run)
    settings.output.emit(to_data({"erasure": found, "dry_run": dry_run}), _view(found, dry_run))
    return Code.REFUSED if found.refusals else Code.OK


def _view(found: Erasure, dry_run: bool) -> View:
    rows = [(one.complaint, one.state, str(one.events), "") for one in found.records if not one.refusals]
    rows += [(one.complaint, one.state, "", str(refusal)) for one in found.records for refusal in one.refusals]
    yield Table(("complaint", "state", "events", "refused because"), rows)
    gone = 0 if found.refusals else len(found.records)
    yield f"{gone} of {len(found.records)} {'would be' if dry_run else 'were'} erased"
    if gone and not dry_run:
        yield "what was deleted may lie in free pages and logs: complaintflow vacuum"


@subcommand
def retention(
    *,
    by: Annotated[str, Parameter(help="Who orders it.")] = "operator",
    dry_run: Annotated[bool, Parameter(help="Only say what it would do.", negative="")] = False,
    limit: Annotated[int, Parameter(help="So many go at most.")] = 1000,
    settings: Shared,
) -> int:
    """Erase the words of what was over for longer than the policy keeps it (retention)."""
    with settings.desk() as desk:
        found = desk.retention(by=Actor(by, desk.policy.staff_roles), dry_run=dry_run, limit=limit)
    settings.output.emit(to_data({"expired": found, "dry_run": dry_run}), _view_expired(found, dry_run))
    return Code.REFUSED if any(one.refusals for one in found) else Code.OK


def _view_expired(found: Sequence[Expired], dry_run: bool) -> View:
    rows = [
        (one.complaint, one.state, f"{one.since:{SECOND}}", str(one.days), "; ".join(map(str, one.refusals)))
        for one in found
    ]
    yield Table(("complaint", "state", "since (UTC)", "days", "refused because"), rows)
    gone = sum(not one.refusals for one in found)
    yield f"{gone} of {len(found)} {'would be' if dry_run else 'were'} erased"


@subcommand
def export(
    customer: Annotated[str, Parameter(help="The id of the customer.")],
    *,
    page: Annotated[Path | None, Parameter(help="Write it as a page of HTML into this new file.")] = None,
    language: Annotated[str, Parameter(help="The language of the page: zh or en.")] = "en",
    settings: Shared,
) -> int:
    """Everything that is held about a customer: a document (--json), or a page to read (--page)."""
    with settings.desk() as desk:
        found = desk.export(customer)
    if page:
        _write(page, export_page(found, language))
    rows = [
        (one.complaint.id, one.complaint.state, str(len(one.events)), str(len(one.letters))) for one in found.records
    ]
    unread = map(str, found.unreadable)
    settings.output.emit(to_data(found), (Table(("complaint", "state", "events", "letters"), rows), *unread))
    return Code.OK


def _write(page: Path, text: str) -> None:
    try:
        with open(page, "x", encoding="utf-8", opener=_make_private) as file:
            file.write(text)
    except OSError as error:
        raise InvalidInput((Problem("page", name_fault(error), "a new file in a folder that is there"),)) from None


def _make_private(path: str, flags: int) -> int:
    return os.open(path, flags, OURS_ALONE)


@subcommand
def vacuum(*, settings: Shared) -> int:
    """Take what was deleted out of the files of the store; others wait until it is done."""
    with settings.desk() as desk:
        desk.vacuum()
    settings.output.emit({"vacuum": "done"}, ("the files are written anew",))
    return Code.OK
