"""What watches who reads: auditors, before private data go out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

import attrs

from complaintflow._validation.structure import Record
from complaintflow.values import Actor
from complaintflow.vocabulary import Part


@attrs.frozen(eq=False, repr=False)
class Access(Record):
    """That somebody is about to get what a call of the desk tells: who, by which call, and of which complaints.

    `at` is the desk's time (aware UTC). `seen` has the id of each complaint, with the parts that the answer may hold
    beside the case itself: none where only the case is told. It is empty for a call that tells of no single complaint:
    a number, a report. No words of the record are in it, and none of what was asked.
    """

    by: Actor
    call: str
    at: datetime
    seen: Mapping[str, frozenset[Part]]


class Auditor(Protocol):
    """Is told who reads private data, before they get it. It can hold them back, and neither see nor change them.

    It takes the read of everybody: of staff, machines, customers and the system, of one complaint, of none and of
    thousands; and answers nothing.

    - Calls: once for each call of a desk that acts for somebody and tells them something, with everything that the
      answer is about. A command of theirs is a read as well: it tells of its complaint, and comes before it is done.
      A desk that acts for nobody tells no auditor.
    - Threads: many reads at once.
    - Errors: it fails closed: an exception, or an answer, is a `PluginError` for the caller, who gets no data.
    - Idempotency: the same read again is one more read. What it was told may be more than what went out: another
      auditor may fail, a command may be refused.
    - Time: `access.at` is aware UTC. The reader waits for it: return when what must not be lost is kept.
    """

    def reads(self, access: Access) -> None:
        """Who gets what."""
        ...
