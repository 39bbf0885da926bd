"""One transaction on one connection."""

from __future__ import annotations

from datetime import datetime

from complaintflow.record.complaint import microseconds
from complaintflow.stores.sqlite.checks import Checks
from complaintflow.stores.sqlite.complaints import Complaints
from complaintflow.stores.sqlite.keys import Keys, Policies
from complaintflow.stores.sqlite.outbox import Outbox
from complaintflow.stores.sqlite.schedule import Schedule


class Session(Complaints, Outbox, Schedule, Keys, Policies, Checks):
    """All recorders on one connection."""

    def recall(self, leases: datetime, waits: datetime) -> None:
        """Give back what no clock allows."""
        self.recall_letters(microseconds(leases), microseconds(waits))
        self.recall_checks(microseconds(leases), microseconds(waits))
