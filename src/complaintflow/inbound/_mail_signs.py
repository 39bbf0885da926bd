"""What the headers of a mail say: that a machine wrote it, that ours bounced."""

from __future__ import annotations

import re
from collections.abc import Callable

from complaintflow.inbound._mail_parts import flatten, header
from complaintflow.inbound._mail_tree import Mail
from complaintflow.plugins.message_ids import key_of

_SERVERS = re.compile(r"\bmailer-daemon\b|\bmail-daemon\b|\bpostmaster@", re.IGNORECASE)
_BULK = frozenset({"bulk", "junk", "list", "auto_reply"})
_SUBJECT = re.compile(
    r"自动回复|自动回覆|自動回覆|自动答复|系统退信|退信|automatic reply|auto(?:matic)?[- ]?(?:reply|response)"
    r"|out of (?:the )?office|undeliver(?:ed|able)|delivery status notification|mail delivery failed|returned mail",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"自动回复|自动回覆|自動回覆|自動回復|自动答复|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office",
    re.IGNORECASE,
)
_RETURNED = frozenset({"message/rfc822", "message/rfc822-headers", "text/rfc822-headers"})
"""The parts of a report that are the mail, or its headers."""
_ID = re.compile(r"^message-id:\s*(<[^<>\s]{1,900}>)", re.IGNORECASE | re.MULTILINE)
_ACTION = re.compile(r"^action:\s*([a-z]+)", re.IGNORECASE | re.MULTILINE)
_REASON = re.compile(r"^(?:status|diagnostic-code):\s*([^\n]{1,200})", re.IGNORECASE | re.MULTILINE)


def answers_itself(mail: Mail) -> bool:
    """Whether a mail program answered ours while nobody read it: out of office."""
    replied = header(mail, "auto-submitted").strip().lower().startswith("auto-replied")
    marked = header(mail, "x-autoreply") or header(mail, "x-autorespond")
    bulk = header(mail, "precedence").lower() == "auto_reply"
    return replied or bool(marked) or bulk or bool(_ANSWER.match(header(mail, "subject")))


def why_automatic(mail: Mail) -> str:
    """Why it counts as written by a machine (RFC 3834, and what older programs do); blank when a person wrote it."""
    submitted = re.split("[;(]", header(mail, "auto-submitted"))[0].strip().lower()
    signs = (
        (submitted not in {"", "no"}, f"Auto-Submitted: {submitted[:40]}"),
        (header(mail, "precedence").lower() in _BULK, "sent in bulk"),
        (bool(header(mail, "list-id")), "sent through a mailing list"),
        (bool(header(mail, "x-autoreply") or header(mail, "x-autorespond")), "an automatic answer"),
        (header(mail, "return-path") == "<>", "sent without a return path"),
        (mail.get_content_type() == "multipart/report", "a report of a mail server"),
        (bool(_SERVERS.search(header(mail, "from"))), "sent by a mail server"),
        (bool(_SUBJECT.match(header(mail, "subject"))), "its subject says that it is automatic"),
        (bool(key_of(header(mail, "message-id"))), "our own message came back"),
    )
    return next((f"automatic: {why}" for found, why in signs if found), "")


def failed_key(mail: Mail, find_key: Callable[[str], str]) -> str:
    """The key of the message of ours that did not arrive, when a mail server says so; or a blank text."""
    actions = _report_fields(mail, _ACTION) or ["failed"]  # who writes no report has given up
    if not _is_by_server(mail) or "failed" not in actions:
        return ""
    returned = (flatten(part) for part in mail.walk() if part.get_content_type() in _RETURNED)
    keys = (find_key(id) for text in returned for id in _ID.findall(text))
    return next(filter(None, keys), "")


def failure_reason(mail: Mail) -> str:
    """What the server gives as the reason."""
    return "; ".join(dict.fromkeys(_report_fields(mail, _REASON)))


def _is_by_server(mail: Mail) -> bool:
    report = mail.get_content_type() == "multipart/report"
    return report or header(mail, "return-path") == "<>" or bool(_SERVERS.search(header(mail, "from")))


def _report_fields(mail: Mail, wanted: re.Pattern[str]) -> list[str]:
    """The values of a field in the machine-readable part of a report (RFC 3464)."""
    reports = (flatten(part) for part in mail.walk() if part.get_content_type() == "message/delivery-status")
    return [found.strip().lower() for report in reports for found in wanted.findall(report)]
