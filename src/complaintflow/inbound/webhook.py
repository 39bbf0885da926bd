"""Signed requests from a gateway (SMS, chat, a form) become replies: the extra `complaintflow[webhook]`.

The signature is that of Standard Webhooks: HMAC-SHA256 over id, time and body, compared in constant time. A request
that is more than five minutes off does not count; one that comes again within them has the same id, and is heard once.
So the id that is kept is the very one that was signed, and a request that has two is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from complaintflow._validation.bounds import read_bounded
from complaintflow._validation.secrets import webhook_secret
from complaintflow._validation.structure import is_list, structure
from complaintflow.errors import DefinitionError, InvalidInput, Problem, Refusal
from complaintflow.inbound import _limits as limits
from complaintflow.inbound.reply import Reply

if TYPE_CHECKING:
    from standardwebhooks.webhooks import Webhook

_ID = "webhook-id"
_SIGNED = (_ID, "webhook-timestamp", "webhook-signature")
_ID_FORM = re.compile(r"[\w.:@+/=-]{1,256}", re.ASCII)
"""What an id is made of: it stands before the body in what is signed, so it holds nothing that begins a body."""
_LONGEST = 4_000
"""How long a header may be: a signature has 50 letters, and several secrets may sign at once."""
_MOST = {"refers_to": limits.REFERENCES}
"""How many entries a list of the body may have. Files may be many: the words beside them are heard, and the first files
are offered as evidence."""
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

        `headers` are a mapping, or what has `items` like one and may hold a header twice: then the request is refused.
        The body is a JSON object of at most 1 MB with `address`, `text` and `at`, and as you like `name`, `complaint`,
        `refers_to` (keys of messages), `subject` and `attachments`. Raises `InvalidInput` that names what is wrong.
        """
        sent = _read_bytes(body)
        signed = _signed_headers(headers)
        found = [_is_genuine(one, sent, signed) for one in self._verifiers] if signed else []  # every one is tried
        if not any(found):
            return Refusal.of("webhook-genuine")
        return structure(Reply, {**_read_document(sent), "ref": signed[_ID], "channel": self.channel})


def _read_bytes(body: Any) -> bytes:
    if not isinstance(body, bytes | bytearray):
        raise InvalidInput((Problem("body", type(body).__name__, "bytes"),))
    if len(body) > limits.WEBHOOK_BYTES:
        raise InvalidInput((Problem("body", f"{len(body)} bytes", f"at most {limits.WEBHOOK_BYTES} bytes"),))
    return bytes(body)


def _signed_headers(headers: Any) -> Mapping[str, str]:
    """The three headers that a signature needs, each as it came; none where one is missing, odd or there twice.

    What is verified is what is used: two spellings of one name would be two values.
    """
    if not hasattr(headers, "items"):
        raise InvalidInput((Problem("headers", type(headers).__name__, "a mapping"),))
    given: list[tuple[str, Any]] = [(_fold(name), value) for name, value in headers.items()]
    found = {name: value for name, value in given if name in _SIGNED and isinstance(value, str)}
    once = Counter(name for name, _ in given if name in _SIGNED) == dict.fromkeys(_SIGNED, 1)
    sound = once and len(found) == len(_SIGNED) and all(0 < len(value) <= _LONGEST for value in found.values())
    return found if sound and _ID_FORM.fullmatch(found[_ID]) else {}


def _fold(name: object) -> str:
    """A name of a header without its case, and as a server may pass it on: `HTTP_WEBHOOK_ID`."""
    return str(name).strip().lower().replace("_", "-").removeprefix("http-")


def _read_document(body: bytes) -> dict[str, object]:
    try:
        found = read_bounded(lambda: msgspec.json.decode(body, type=dict[str, object]), "body")
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise InvalidInput((Problem("body", str(error), "a JSON object"),)) from None
    problems = [
        Problem(name, "a value", "nothing: it is not the body's to say") for name in _NOT_IN_BODY if name in found
    ]
    problems += [
        Problem(name, f"{size} entries", f"at most {most}")
        for name, most in _MOST.items()
        if (size := _size(found.get(name))) > most
    ]
    if problems:
        raise InvalidInput(tuple(problems))
    return found


def _size(value: object) -> int:
    return len(list(value)) if is_list(value) else 0


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
