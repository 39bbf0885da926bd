"""Signed requests from a gateway (SMS, chat, a form) become replies: the extra `complaintflow[webhook]`.

The signature is that of Standard Webhooks: HMAC-SHA256 over id, time and body, compared in constant time. A request
that is more than five minutes off does not count; one that comes again within them has the same id, and is heard once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from complaintflow._validation.secrets import webhook_secret
from complaintflow._validation.structure import structure
from complaintflow.errors import DefinitionError, InvalidInput, Problem, Refusal
from complaintflow.inbound.reply import Reply

if TYPE_CHECKING:
    from standardwebhooks.webhooks import Webhook

_ID = "webhook-id"
_NOT_IN_BODY = ("ref", "channel", "doubt", "automatic", "report")
"""What the body does not say itself: its id is signed, the way is known by its secret."""


class Webhooks:
    """The requests of one gateway, which speaks for one channel. `secrets` as the gateway gave them (`whsec_…`).

    Several secrets count at once while one is changed for another; none of them is in `repr`.
    Raises `DefinitionError` for a secret that is none, and when the extra is missing.
    """

    def __init__(self, secrets: str | Iterable[str], channel: str) -> None:
        given = (secrets,) if isinstance(secrets, str) else tuple(secrets)
        self.channel = channel
        self._verifiers = tuple(_make_verifier(webhook_secret(one)) for one in given)
        if not given:
            raise DefinitionError((Problem("secrets", "none", "at least one"),))

    def __repr__(self) -> str:
        return f"Webhooks(channel={self.channel!r})"

    def read(self, body: bytes, headers: Mapping[str, str]) -> Reply | Refusal:
        """The reply in a genuine request, or why it counts for nothing. No other body is read.

        The body is a JSON object with `address`, `text` and `at`, and as you like `name`, `complaint`,
        `refers_to` (keys of messages) and `attachments`. Raises `InvalidInput` that names what is wrong in it.
        """
        found = [_is_genuine(one, body, headers) for one in self._verifiers]  # every one is tried
        if not any(found):
            why = "the signature does not fit, or it is more than five minutes off"
            return Refusal("webhook-genuine", why, "send it anew, signed with the secret that was agreed")
        given = _read_document(body)
        ref = next(value for name, value in headers.items() if name.lower() == _ID)
        return structure(Reply, {**given, "ref": ref, "channel": self.channel})


def _read_document(body: bytes) -> dict[str, object]:
    try:
        found = msgspec.json.decode(body, type=dict[str, object])
    except msgspec.MsgspecError as error:
        raise InvalidInput((Problem("body", str(error), "a JSON object"),)) from None
    problems = tuple(
        Problem(name, "a value", "nothing: it is not the body's to say") for name in _NOT_IN_BODY if name in found
    )
    if problems:
        raise InvalidInput(problems)
    return found


def _is_genuine(verifier: Webhook, body: bytes, headers: Mapping[str, str]) -> bool:
    from standardwebhooks.webhooks import WebhookVerificationError  # noqa: PLC0415 - an extra

    try:
        verifier.verify(body, dict(headers), json_parse=False)
    except (WebhookVerificationError, ValueError):  # ValueError: a signature or a body that is no text
        return False
    return True


def _make_verifier(secret: str) -> Webhook:
    try:
        from standardwebhooks.webhooks import Webhook  # noqa: PLC0415 - an extra
    except ImportError as error:
        missing = Problem("webhook", "standardwebhooks is not installed", "pip install 'complaintflow[webhook]'")
        raise DefinitionError((missing,)) from error
    return Webhook(secret)
