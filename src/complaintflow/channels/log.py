"""A channel that writes to the log: for development, and where no other channel has the name.

The text itself is never logged above DEBUG: a log is no place for what is private.
"""

from __future__ import annotations

import logging

from complaintflow.plugins import CustomerMessage, Outcome, StaffMessage
from complaintflow.vocabulary import ReceiptStatus

_LOG = logging.getLogger("complaintflow.channels.log")


def _log(message: CustomerMessage | StaffMessage) -> Outcome:
    _LOG.info("%s %s of %s, key %s", message.kind, message.id, message.complaint, message.key)
    _LOG.debug("%s", message.text)
    return Outcome(ReceiptStatus.DELIVERED, detail="written to the log")


class LogChannel:
    """Delivers to customers by logging."""

    def send(self, message: CustomerMessage) -> Outcome:
        """Log it; that is all the delivery there is."""
        return _log(message)


class StaffLogChannel:
    """Delivers to staff by logging."""

    def send(self, message: StaffMessage) -> Outcome:
        """Log it; that is all the delivery there is."""
        return _log(message)
