"""Events, and the fold from events to a complaint.

`data` holds the fields of the command in plain values. `changes` holds the facts that it changed, decided once. So a
fold needs neither the command's class nor its rules, and an old history replays without the code or plugin that wrote
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import attrs
import msgspec

from complaintflow.record.complaint import Complaint, Entry, OfKind, decode_data, encode_json


@attrs.frozen
class Event(OfKind):
    """One accepted command: who asked for it, when (UTC), the state after it, and the facts that it changed.

    `versions` are the digests of the lifecycle and the policy under which it was decided. The data stay the canonical
    JSON that is stored and sealed, and are decoded when they are read.
    """

    seq: int
    at: datetime
    by: str
    kind: str
    _data: Mapping[str, Any] | bytes = attrs.field(repr=False, eq=decode_data)
    state: str
    changes: Mapping[str, Any]
    versions: tuple[str, ...] = ()

    @property
    def data(self) -> Mapping[str, Any]:
        """The fields of the command, as JSON values."""
        return decode_data(self._data)

    @property
    def encoded(self) -> bytes:
        """The data as canonical JSON."""
        return self._data if isinstance(self._data, bytes) else encode_json(self._data)

    @property
    def entry(self) -> Entry:
        """Its entry in the body of the complaint."""
        return Entry(self.seq, self.at, self.by, self.kind, self._data)


def evolve(complaint: Complaint, events: Iterable[Event]) -> Complaint:
    """The complaint after these events. Pure. Merges all changes and builds the record once."""
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
