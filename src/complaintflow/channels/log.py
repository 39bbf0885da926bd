"""A channel that writes to the log: for development, and where no other channel has the name.

A log is a record and no way to reach anybody: it answers *recorded*, which proves nothing (R33).

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
    return Outcome(ReceiptStatus.RECORDED, detail="written to the log")


class LogChannel:
    """Writes down what customers should be told; it reaches none of them."""

    def send(self, message: CustomerMessage) -> Outcome:
        """Log it."""
        return _log(message)


class StaffLogChannel:
    """Writes down what staff should be told."""

    def send(self, message: StaffMessage) -> Outcome:
        """Log it."""
        return _log(message)
