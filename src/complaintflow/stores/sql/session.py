"""One transaction on one connection."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from complaintflow.record.complaint import microseconds
from complaintflow.stores.sql.checks import Checks
from complaintflow.stores.sql.copying import Copying
from complaintflow.stores.sql.data_keys import DataKeys
from complaintflow.stores.sql.erasing import Erasing
from complaintflow.stores.sql.keys import Keys, Policies
from complaintflow.stores.sql.outbox import Outbox
from complaintflow.stores.sql.schedule import Schedule
from complaintflow.stores.sql.series import Series
from complaintflow.stores.sql.tree import Tree


class Session(Checks, Tree, DataKeys, Erasing, Outbox, Schedule, Series, Keys, Policies, Copying):
    """All recorders on one connection."""

    def read_ahead(
        self, ids: Collection[str], keys: Collection[str], customers: Collection[str], repeating: Collection[str]
    ) -> Collection[str]:
        """Read what is going to be asked for, in one round trip each; and say which complaints that were."""
        if ids:
            self._read_complaints_ahead(ids)
        if keys:
            self._read_keys_ahead(keys)
        if theirs := {*customers, *self._customers_ahead(repeating)}:
            self._read_open_ahead(theirs)
        return self._ahead.ids

    def recall(self, now: datetime, leases: datetime, waits: datetime) -> None:
        """Give back what no clock allows."""
        at = microseconds(now)
        values = {"now": at, "lease": microseconds(leases) - at, "waits": microseconds(waits)}
        self.recall_letters(values)
        self.recall_checks(values)
