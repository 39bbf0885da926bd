"""A channel that appends to a file, one JSON object a line: for a job of your own that sends them on."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import attrs

from complaintflow.channels._json import encode
from complaintflow.plugins import CustomerMessage, Outcome, StaffMessage
from complaintflow.vocabulary import ReceiptStatus

_OURS_ALONE = 0o600


@attrs.frozen
class FileChannel:
    """To customers and to staff.

    It answers *recorded*, when the line is on the disk: a file reaches nobody, and who reads it and what they do, it
    cannot know. Your job that sends the lines on reports each by a `Receipt`; or the policy names this channel in
    `sending.reaching`. It honours no keys: a message that comes twice is in the file twice, under one `key`. The file
    is made for its owner alone.
    """

    path: Path = attrs.field(converter=Path)
    _lock: Lock = attrs.field(factory=Lock, init=False, repr=False, eq=False)

    def send(self, message: CustomerMessage | StaffMessage) -> Outcome:
        """Append it. Raises `OSError` when that is not possible."""
        line = encode(message, datetime.now(UTC)) + b"\n"
        with self._lock, open(self.path, "ab", buffering=0, opener=_ours) as file:
            file.write(line)
            os.fsync(file.fileno())
        return Outcome(ReceiptStatus.RECORDED, detail="written to a file")


def _ours(path: str, flags: int) -> int:
    return os.open(path, flags, _OURS_ALONE)
