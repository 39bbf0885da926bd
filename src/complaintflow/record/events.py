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

from complaintflow.record.complaint import Complaint, Entry, said_in

_encode = msgspec.json.Encoder(order="deterministic").encode


@attrs.frozen
class Event:
    """One accepted command: who said what, when (UTC), where it led, and which facts it set.

    `versions` names the digests of the lifecycle and the policy under which it was decided. What was said
    stays the canonical JSON that it is stored and sealed as, and is decoded for whoever reads it.
    """

    seq: int
    at: datetime
    by: str
    kind: str
    _said: Mapping[str, Any] | bytes = attrs.field(repr=False, eq=said_in)
    state: str
    sets: Mapping[str, Any]
    versions: tuple[str, ...] = ()

    @property
    def said(self) -> Mapping[str, Any]:
        """The fields of the command, as JSON has them."""
        return said_in(self._said)

    @property
    def encoded(self) -> bytes:
        """What was said, as canonical JSON."""
        return self._said if isinstance(self._said, bytes) else _encode(self._said)

    @property
    def entry(self) -> Entry:
        """Its part of a complaint's body."""
        return Entry(self.seq, self.at, self.by, self.kind, self._said)


def evolve(complaint: Complaint, events: Iterable[Event]) -> Complaint:
    """The complaint after these events. Pure; merges all changes and freezes once."""
    facts: dict[str, Any] = {}
    entries: list[Entry] = []
    for event in events:
        facts.update(event.sets)
        facts["state"] = event.state
        entries.append(event.entry)
    if not entries:
        return complaint
    return Complaint(
        complaint.id,
        entries[-1].seq,
        msgspec.structs.replace(complaint.facts, **facts),
        complaint.body.followed_by(entries),
    )
