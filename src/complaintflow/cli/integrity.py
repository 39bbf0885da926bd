"""The command that checks the history."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.desk.integrity import Integrity
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange import to_data
from complaintflow.interchange.anchors import read_heads


@subcommand
def fsck(
    id: Annotated[str | None, Parameter(help="One complaint only; without it everything, and the ledger.")] = None,
    /,
    *,
    anchor: Annotated[
        str | None, Parameter(help="A head that was anchored outside, or a file of `anchor` with many of them.")
    ] = None,
    since: Annotated[
        str | None,
        Parameter(help="Only what was saved since this head was anchored, or the last one in a file of `anchor`."),
    ] = None,
    settings: Shared,
) -> int:
    """Check everything that is stored: chains, ledger, anchor, snapshots, clocks, letters, keys, policies, the file.

    The exit code is 0 when it is sound, 8 when there are breaches, 7 when the store cannot be read at all. What was
    erased, and notes, are no breaches. JSON: `complaints`, `events`, `breaches` (`complaint`, `seq`, `what`, `table`),
    `erased` (`complaint`, `events`), `notes`, `sound`.
    """
    if id and anchor:
        raise InvalidInput((Problem("anchor", "an anchor for one complaint", "no ID: a head is of the whole store"),))
    with settings.desk() as desk:
        last = None if since is None else read_heads(since, "since")[-1]
        found = desk.check_integrity(id, None if anchor is None else read_heads(anchor, "anchor"), since=last)
    settings.output.emit(to_data(found), view_of_integrity(found))
    return Code.OK if found.sound else Code.BREACHED


def view_of_integrity(found: Integrity) -> View:
    """The verdict, and every breach."""
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    yield f"{found.complaints} complaint(s), {found.events} event(s): {verdict}"
    yield from map(str, found.breaches)
    yield from (f"{one.complaint}: the words of {one.events} event(s) were erased" for one in found.erased)
    yield from (f"note: {note}" for note in found.notes)
