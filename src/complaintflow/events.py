"""What happened: one shape for every event, and the fold from events to a complaint.

`said` is what the command said, in plain values; `sets` are the few facts that it changed, decided
once. So folding needs neither the command's class nor the rule, and an old history replays without
the code or the plugin that wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import attrs
import msgspec

from complaintflow.complaint import Body, Complaint, Entry

__all__ = ["Event", "evolve"]


@attrs.frozen
class Event:
    """One accepted command: who said what, when (UTC), where it led, and which facts it set.

    `versions` names the digests of the lifecycle and the policy under which it was decided.
    """

    seq: int
    at: datetime
    by: str
    kind: str
    said: Mapping[str, Any] = attrs.field(repr=False)
    state: str
    sets: Mapping[str, Any]
    versions: tuple[str, ...] = ()


def evolve(complaint: Complaint, events: Iterable[Event]) -> Complaint:
    """The complaint after these events. Pure; merges all changes and freezes once."""
    facts: dict[str, Any] = {}
    entries: list[Entry] = []
    for event in events:
        facts.update(event.sets)
        facts["state"] = event.state
        entries.append(Entry(event.seq, event.at, event.by, event.kind, event.said))
    if not entries:
        return complaint
    return Complaint(
        complaint.id,
        entries[-1].seq,
        msgspec.structs.replace(complaint.facts, **facts),
        Body((*complaint.body, *entries)),
    )
