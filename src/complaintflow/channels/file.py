"""A channel that appends to a file, one JSON object a line: for a job of your own that sends them on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import attrs

from complaintflow.channels._appending import append_line
from complaintflow.channels._json import encode
from complaintflow.plugins import CustomerMessage, Outcome, StaffMessage
from complaintflow.vocabulary import ReceiptStatus


@attrs.frozen
class FileChannel:
    """To customers and to staff.

    It answers *recorded*, when the line is on the disk: a file reaches nobody, and who reads it and what they do, it
    cannot know. Your job that sends the lines on reports each by a `Receipt`; or the policy names this channel in
    `sending.reaching`. It honours no keys: a message that comes twice is in the file twice, under one `key`. The file
    is made for its owner alone.

    Threads and processes may share it (on Windows, threads alone). Your job may rename the file at any time to take it
    away: the next line begins a new one. A line that is no JSON was never recorded, so the job leaves it out: its
    writer was killed, and its message comes again.
    """

    path: Path = attrs.field(converter=Path)

    def send(self, message: CustomerMessage | StaffMessage) -> Outcome:
        """Append it. Raises `OSError` when that is not possible; then nothing of it is in the file."""
        append_line(self.path, encode(message, datetime.now(UTC)))
        return Outcome(ReceiptStatus.RECORDED, detail="written to a file")
