"""What flufl.bounce (extra `mail`) finds in a mail in which our own rules find nothing."""

from __future__ import annotations

from email import message_from_bytes

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound._reports import Told
from complaintflow.inbound.reply import Report


def ask_for_a_second_opinion(mail: Mail) -> Told | None:
    """What it says of the message; None where it finds nothing, is not installed, or the mail is long."""
    try:
        from flufl.bounce import all_failures  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    if len(mail.raw) > limits.SECOND_OPINION_BYTES:
        return None
    try:
        for_now, for_good = all_failures(message_from_bytes(mail.raw))
    except Exception:  # it raises whatever it stumbles over
        return None
    return Told(None) if for_good else Told(Report.DELAYED) if for_now else None
