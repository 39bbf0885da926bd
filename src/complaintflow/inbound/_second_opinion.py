"""What flufl.bounce (extra `mail`) finds in a mail in which our own rules find nothing."""

from __future__ import annotations

from email.message import Message
from typing import Any, cast

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._mail_parts import header, text
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound._reports import Told
from complaintflow.inbound.reply import Report


def ask_for_a_second_opinion(mail: Mail) -> Told | None:
    """What it says of the message, by the words of the mail; None where it finds nothing, or is not installed.

    Of the parts for machines it is shown nothing: those are read before.
    """
    try:
        import flufl.bounce as library  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    try:
        for_now, for_good = cast("Any", library).all_failures(_shorten(mail))
    except Exception:  # it raises whatever it stumbles over
        return None
    return Told(None) if for_good else Told(Report.DELAYED) if for_now else None


def _shorten(mail: Mail) -> Message:
    """The mail as a text that is not long, from whom it comes and what it is about."""
    short = Message()
    for name in ("from", "subject"):
        short[name] = _in_ascii(header(mail, name))
    short.set_payload(_in_ascii(text(mail)[: limits.SECOND_OPINION]))
    return short


def _in_ascii(words: str) -> str:
    """The words as that library expects them: it knows servers that write in English."""
    return words.encode("ascii", errors="replace").decode()
