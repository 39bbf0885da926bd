"""One transaction on one connection."""

from __future__ import annotations

from complaintflow.stores.sqlite.complaints import Complaints
from complaintflow.stores.sqlite.keys import Keys, Policies
from complaintflow.stores.sqlite.outbox import Outbox
from complaintflow.stores.sqlite.schedule import Schedule


class Session(Complaints, Outbox, Schedule, Keys, Policies):
    """All recorders on one connection."""
