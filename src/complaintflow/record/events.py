"""What happened: one shape for every event, and the fold from events to a complaint.

`data` is what the command said, in plain values; `changes` are the few facts that it changed, decided
once. So folding needs neither the command's class nor the rule, and an old history replays without
the code or the plugin that wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import attrs
import msgspec

from complaintflow.record.complaint import Complaint, Entry, decode_data

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
    _data: Mapping[str, Any] | bytes = attrs.field(repr=False, eq=decode_data)
    state: str
    changes: Mapping[str, Any]
    versions: tuple[str, ...] = ()

    def is_a(self, *kinds: type[Any]) -> bool:
        """Whether a command of one of these classes was accepted."""
        return any(self.kind == kind.__name__ for kind in kinds)

    @property
    def data(self) -> Mapping[str, Any]:
        """The fields of the command, as JSON has them."""
        return decode_data(self._data)

    @property
    def encoded(self) -> bytes:
        """What was said, as canonical JSON."""
        return self._data if isinstance(self._data, bytes) else _encode(self._data)

    @property
    def entry(self) -> Entry:
        """Its part of a complaint's body."""
        return Entry(self.seq, self.at, self.by, self.kind, self._data)


def evolve(complaint: Complaint, events: Iterable[Event]) -> Complaint:
    """The complaint after these events. Pure; merges all changes and freezes once."""
    facts: dict[str, Any] = {}
    entries: list[Entry] = []
    for event in events:
        facts.update(event.changes)
        facts["state"] = event.state
        entries.append(event.entry)
    if not entries:
        return complaint
    return Complaint(
        complaint.id,
        entries[-1].seq,
        msgspec.structs.replace(complaint.facts, **facts),
        complaint.body.with_entries(entries),
    )
