"""What a machine reports by the book: deliveries (RFC 3464, RFC 6533), receipts (RFC 8098), complaints (RFC 5965)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from complaintflow.inbound import _limits as limits, _server_phrases as phrases
from complaintflow.inbound._charsets import decode
from complaintflow.inbound._mail_parts import header, parts, text
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound.reply import Report

_ACTIONS: Mapping[str, Report | None] = {
    "failed": None,
    "delayed": Report.DELAYED,
    "delivered": Report.DELIVERED,
    "relayed": Report.DELIVERED,
    "expanded": Report.DELIVERED,
}
_CLASSES: Mapping[str, Report | None] = {"5": None, "4": Report.DELAYED, "2": Report.DELIVERED}
"""What the first digit of a status says where no action is given."""
_ORDER = (None, Report.DELAYED, Report.DELIVERED)
"""Of several recipients, the worst counts: a message that failed for one may have failed for the customer."""
_DISPOSITIONS: Mapping[str, Report] = {"displayed": Report.READ, "deleted": Report.DISCARDED}
_NO_MARKS = frozenset({"not-spam", "auth-failure"})
_REFUSED = frozenset({"reject", "discard"})
_DELIVERY = frozenset({"message/delivery-status", "message/global-delivery-status"})
_RECEIPT = frozenset({"message/disposition-notification", "message/global-disposition-notification"})
_FEEDBACK = "message/feedback-report"
_FOLDED = re.compile(r"\n[ \t]+")
_FIELD = re.compile(r"^([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*(\S[^\n]*)?$", re.MULTILINE)
_LOOSE = re.compile(r"^(?:final-recipient|original-recipient)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"[a-z]+")
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")


@attrs.frozen
class Told:
    """What a report tells of a message; without a `report` that it failed. `reasons` are the server's, as they came."""

    report: Report | None
    reasons: tuple[str, ...] = ()
    recipients: tuple[str, ...] = attrs.field(default=(), repr=False)


def read_report(mail: Mail) -> Told | None:
    """What a part for machines tells, or None: there is none that says so."""
    for part in parts(mail):
        kind = part.get_content_type()
        if kind == _FEEDBACK:
            return _read_feedback(part)
        if kind in _RECEIPT:
            return _read_receipt(part)
        if (kind in _DELIVERY or _is_loose(part)) and (told := _read_delivery(part)):
            return told
    if _has_mark_of_spam(mail):
        return Told(Report.SPAM)
    return _read_receipt_in_words(mail)


def _has_mark_of_spam(mail: Mail) -> bool:
    """A mail provider that sends the mail back, and no report."""
    copies = (child for part in parts(mail) for child in part.children)
    return any(header(one, "x-hmxmroriginalrecipient") for one in (mail, *copies))


def _is_loose(part: Mail) -> bool:
    """Whether a gateway made a text of the report."""
    return part.get_content_type() == "text/plain" and bool(_LOOSE.search(_content(part)))


def _read_receipt(part: Mail) -> Told:
    """A program that says neither that it was shown nor that it was deleted says that it arrived."""
    kind = _WORD.match(_field(part, "disposition").rpartition(";")[2].strip())
    return Told(_DISPOSITIONS.get(kind.group() if kind else "", Report.DELIVERED))


def _read_receipt_in_words(mail: Mail) -> Told | None:
    """What a mail program writes that knows no report for it."""
    if phrases.RECEIPT_SUBJECT.match(header(mail, "subject")):
        words = text(mail)[: limits.SERVER_WORDS]
        if phrases.DISCARDED.search(words):
            return Told(Report.DISCARDED)
        return Told(Report.READ) if phrases.SHOWN.search(words) else None
    return None


def _read_feedback(part: Mail) -> Told:
    """A mark as spam; a report of another kind says what became of the message."""
    if _field(part, "feedback-type") not in _NO_MARKS:
        return Told(Report.SPAM)
    refused = _field(part, "delivery-result") in _REFUSED
    return Told(None if refused else Report.DELIVERED)


def _field(part: Mail, name: str) -> str:
    """The first value of a field in small letters, or a blank text."""
    return next((one[name].lower() for one in _groups(part) if name in one), "")


def _read_delivery(part: Mail) -> Told | None:
    """The worst that it says of a recipient; None when it says of none whether the message arrived."""
    groups = [(found, one) for one in _groups(part) for found in _outcome(one)]
    if not groups:
        return None
    worst = min((found for found, _ in groups), key=_ORDER.index)
    chosen = [one for found, one in groups if found is worst]
    return Told(worst, tuple(_reasons(chosen)), tuple(_recipients(chosen)))


def _outcome(group: Mapping[str, str]) -> Iterator[Report | None]:
    action = _WORD.match(group.get("action", "").lower())
    if action and action.group() in _ACTIONS:
        yield _ACTIONS[action.group()]
    elif status := _STATUS.match(group.get("status", "")):
        yield _CLASSES[status.group()[0]]


def _reasons(groups: list[Mapping[str, str]]) -> Iterator[str]:
    for one in groups:
        yield from (one[name] for name in ("status", "diagnostic-code") if one.get(name))


def _recipients(groups: list[Mapping[str, str]]) -> Iterator[str]:
    for one in groups:
        yield from (one[name] for name in ("final-recipient", "original-recipient") if one.get(name))


def _groups(part: Mail) -> Iterator[Mapping[str, str]]:
    """The fields of each recipient, by their names in lower case; those of the message come first."""
    for block in re.split(r"\n[ \t]*\n", _content(part))[: limits.RECIPIENTS]:
        fields = _FIELD.findall(_FOLDED.sub(" ", block))
        yield {name.lower(): value.strip() for name, value in reversed(fields)}


def _content(part: Mail) -> str:
    found = decode(part.data()[: limits.REPORT_BYTES], part.get_content_charset())
    return found.replace("\r\n", "\n").replace("\r", "\n")
