"""The commands that check the history, and name its head."""

from __future__ import annotations

from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.settings import Shared
from complaintflow.desk.integrity import Integrity
from complaintflow.errors import InvalidInput, Problem


def fsck(
    id: Annotated[str | None, Parameter(help="One complaint only; without it everything, and the ledger.")] = None,
    /,
    *,
    anchor: Annotated[str | None, Parameter(help="A head that was anchored outside.")] = None,
    settings: Shared,
) -> int:
    """Check chains, ledger, anchor, and replay against snapshots."""
    if id and anchor:
        raise InvalidInput((Problem("anchor", "an anchor for one complaint", "no ID: a head is of the whole store"),))
    with settings.desk() as desk:
        found = desk.check_integrity(id, anchor)
    settings.output.emit({**attrs.asdict(found), "sound": found.sound}, _view(found))
    return Code.OK if found.sound else Code.BREACHED


def _view(found: Integrity) -> View:
    """The verdict, and every breach."""
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    yield f"{found.complaints} complaint(s), {found.events} event(s): {verdict}"
    yield from map(str, found.breaches)


def head(*, settings: Shared) -> int:
    """Print the chain's head, to be anchored outside."""
    with settings.desk() as desk:
        text = desk.head()
    settings.output.emit({"head": text}, [text])
    return Code.OK
