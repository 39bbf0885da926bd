"""Signed webhooks: messages as JSON to an address of your own, by the Standard Webhooks convention.

Needs the extra: `pip install 'complaintflow[webhook]'`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from complaintflow._validation.faults import Harmless
from complaintflow._validation.secrets import webhook_secret
from complaintflow.channels._json import encode
from complaintflow.channels._patience import PATIENCE, Cut
from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins import CustomerMessage, Outcome, StaffMessage
from complaintflow.plugins.message_ids import encode_key
from complaintflow.vocabulary import ReceiptStatus

if TYPE_CHECKING:
    from httpx2 import HTTPTransport
    from standardwebhooks.webhooks import Webhook

_LONGEST = timedelta(days=365)
_NOT_NOW = frozenset({408, 425, 429})
_SERVERS_FAULT = 500


class _Unanswered(Harmless, ConnectionError):
    """The listener did not answer. It names the host, and nothing more."""


class WebhookChannel:
    """To customers or to staff, through a program of yours that listens at `url`.

    It answers *accepted* to any 2xx: what the listener does with it, it cannot know. With `reports` a report is
    expected later, and only that one says *delivered* or *failed* (a `Receipt`). The listener honours keys by the
    header `webhook-id`, which stays the same for a message until it comes back. 408, 425, 429 and 5xx mean "not now",
    with their Retry-After; any other answer is a failure for good, a redirection too. A listener that cannot be reached
    is an exception. `secret` is `whsec_` and 24 bytes or more in base64; `timeout` is in seconds, for each step; all
    together may take 25.
    """

    def __init__(self, url: str, secret: str, *, timeout: float = 10.0, reports: bool = False) -> None:
        self._url, self._host = url, _host_of(url)
        self._timeout = timeout
        self._reports = reports
        self._transport, self._signer = _load_extra(webhook_secret(secret))
        self._process = os.getpid()

    def __repr__(self) -> str:
        return f"WebhookChannel({self._host!r}, reports={self._reports})"

    def send(self, message: CustomerMessage | StaffMessage) -> Outcome:
        """Post it, signed. Raises `ConnectionError`, which names the host and nothing more."""
        now = datetime.now(UTC)
        body = encode(message, now)
        id = encode_key(message.key)
        headers = {
            "content-type": "application/json",
            "webhook-id": id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": self._signer.sign(id, now, body.decode()),
        }
        status, answer = self._post(headers, body)
        return self._outcome(status, answer.get("retry-after", ""), now)

    def _post(self, headers: Mapping[str, str], body: bytes) -> tuple[int, Mapping[str, str]]:
        """Past the client, which writes every URL into the log."""
        import httpx2

        cut = Cut(PATIENCE)
        extensions = {"timeout": httpx2.Timeout(self._timeout).as_dict(), "trace": cut.trace}
        try:
            with cut:
                request = httpx2.Request("POST", self._url, headers=headers, content=body, extensions=extensions)
                response = self._own_transport().handle_request(request)
                response.close()  # with its connection, since its body is not read
        except httpx2.HTTPError as error:
            why = "it took too long" if cut.over else type(error).__name__
            raise _Unanswered(f"no answer from {self._host}: {why}") from None
        return response.status_code, response.headers

    def _own_transport(self) -> HTTPTransport:
        """A child of a fork speaks on no connection of its parent, and waits for no thread that it does not have."""
        import httpx2

        if self._process != os.getpid():
            self._transport, self._process = httpx2.HTTPTransport(), os.getpid()
        return self._transport

    def _outcome(self, status: int, wait: str, now: datetime) -> Outcome:
        detail = f"HTTP {status}"
        if 200 <= status < 300:
            return Outcome(ReceiptStatus.ACCEPTED, not self._reports, detail)
        if status in _NOT_NOW or status >= _SERVERS_FAULT:
            return Outcome(ReceiptStatus.FAILED, False, detail, _parse_retry_after(wait, now))
        return Outcome(ReceiptStatus.FAILED, True, detail)


def _parse_retry_after(text: str, now: datetime) -> timedelta | None:
    """What Retry-After asks for: seconds, or a date; None for anything else."""
    if text.isascii() and text.isdecimal():
        return min(timedelta(seconds=int(text[:9])), _LONGEST)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(until.replace(tzinfo=until.tzinfo or UTC) - now, timedelta(0))


def _host_of(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise DefinitionError((Problem("url", "a private value", "an address with https:// and a host"),))
    return parts.hostname


def _load_extra(secret: str) -> tuple[HTTPTransport, Webhook]:
    try:
        import httpx2
        from standardwebhooks.webhooks import Webhook
    except ImportError as error:
        missing = Problem("webhook", f"{error.name} is not installed", "pip install 'complaintflow[webhook]'")
        raise DefinitionError((missing,)) from error
    return httpx2.HTTPTransport(), Webhook(secret)
