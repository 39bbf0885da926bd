"""One transaction on one connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from complaintflow.plugins import Flaw
from complaintflow.plugins.sqlite_faults import meaning_of
from complaintflow.record.complaint import microseconds
from complaintflow.stores.sqlite.checks import DATABASE, MOST, Checks
from complaintflow.stores.sqlite.copying import Copying
from complaintflow.stores.sqlite.data_keys import DataKeys
from complaintflow.stores.sqlite.erasing import Erasing
from complaintflow.stores.sqlite.keys import Keys, Policies
from complaintflow.stores.sqlite.outbox import Outbox
from complaintflow.stores.sqlite.schedule import Schedule
from complaintflow.stores.sqlite.series import Series
from complaintflow.stores.sqlite.tree import Tree


class Session(DataKeys, Erasing, Outbox, Schedule, Keys, Policies, Series, Tree, Checks, Copying):
    """All recorders on one connection."""

    def recall(self, now: datetime, leases: datetime, waits: datetime) -> None:
        """Give back what no clock allows."""
        self.recall_letters(microseconds(leases), microseconds(waits))
        self.recall_checks(microseconds(leases), microseconds(waits))

    def flaws(self) -> Iterator[Flaw]:
        """What is wrong with the file, then the columns that are not as the facts beside them."""
        yield from super().flaws()
        try:
            for id, name in islice(self.misplaced(), MOST):
                yield Flaw("complaints", f"its column {name} is not what its facts say", id)
        except sqlite3.DatabaseError as error:
            yield Flaw(DATABASE, meaning_of(error))
