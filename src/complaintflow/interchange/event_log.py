"""The histories as an event log for other tools: one row for each event, without a word of anybody.

A reader takes what its desk shows: an acting desk leaves out what the actor does not see. Nothing is kept in memory but
one complaint at a time, and of OCEL the objects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

import attrs
import msgspec

from complaintflow.interchange.scalars import write_time
from complaintflow.plugins import Page
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import names_machine, names_system

_PAGE = 200
CUT = ("type", "area", "grade", "team", "channel", "tier", "responsible", "incident")
"""The facts that stand beside each event, as it leaves them."""


class Source(Protocol):
    """A desk, or one that acts for a person."""

    def find(self, /, **wanted: Any) -> Page: ...
    def history(self, id: str) -> tuple[Event, ...]: ...


@attrs.frozen
class LoggedEvent:
    """One event: of which complaint, its number, when (UTC), what was done, by whom, and how it left the complaint.

    `by` is `customer`, `staff`, `machine` or `system`; with `who` it is the id of the actor, which is private, and
    `about` are the facts of `CUT`.
    """

    complaint: str
    seq: int
    at: datetime
    activity: str
    by: str
    state: str
    about: Mapping[str, str]
    follows: str = ""
    merged_into: str = ""


def read_log(desk: Source, *, who: bool = False, **wanted: Any) -> Iterator[tuple[LoggedEvent, ...]]:
    """The events of each complaint that `wanted` finds (as `Desk.find`), complaint by complaint, the oldest first."""
    page = desk.find(**{"limit": _PAGE, **wanted})
    while True:
        for complaint in page.complaints:
            yield tuple(_logged(complaint.id, desk.history(complaint.id), who=who))
        if page.next is None:
            return
        page = desk.find(**{"limit": _PAGE, **wanted, "after": page.next})


def _logged(id: str, events: Iterable[Event], *, who: bool) -> Iterator[LoggedEvent]:
    facts = Facts()
    for event in events:
        facts = msgspec.structs.replace(facts, **event.changes, state=event.state)
        about = {name: str(getattr(facts, name) or "") for name in CUT}
        by = event.by if who else _role(event.by, facts.customer)
        yield LoggedEvent(
            id, event.seq, event.at, event.kind, by, str(event.state), about, facts.follows, facts.merged_into
        )


def _role(by: str, customer: str) -> str:
    if names_system(by):
        return "system"
    if names_machine(by):
        return "machine"
    return "customer" if by == customer else "staff"


def row_of(event: LoggedEvent) -> dict[str, str | int]:
    """One event as a flat table has it."""
    return {
        "complaint": event.complaint,
        "seq": event.seq,
        "at": write_time(event.at),
        "activity": event.activity,
        "by": event.by,
        "state": event.state,
        **event.about,
        "follows": event.follows,
        "merged_into": event.merged_into,
    }


COLUMNS = ("complaint", "seq", "at", "activity", "by", "state", *CUT, "follows", "merged_into")
"""The columns of that table."""
