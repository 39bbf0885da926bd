"""Links with which the addressed customer confirms or disputes: signed, for one fix, for a time.

A token is `v1.{payload}.{signature}`: whoever holds it can read the payload (complaint, cycle, fix, customer,
action, expiry) and change nothing. Like a letter, it proves who got the message; it is no login.
A GET must never act: mail scanners and browsers open links by themselves. Show a page, and let its button post.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

import attrs

from complaintflow._validation.secrets import as_secrets, is_one_of, sign, why_unsound
from complaintflow._validation.structure import FrozenMap, at_utc
from complaintflow.commands import Notify
from complaintflow.errors import DefinitionError, Problem, Refusal
from complaintflow.plugins import Click, CustomerMessage, Link
from complaintflow.record.complaint import microseconds, moment
from complaintflow.record.keys import MessageKey

_VERSION = "v1"
_LONGEST = 4096


@attrs.frozen
class ConfirmLinks:
    """A `Linker`: signs the links of a `Notify` and reads what comes back.

    `page` is the URL of your landing page, which gets `token=`. The first of the `secrets` (32 bytes or more, kept
    out of `repr`) signs, the others still count: put a new one in front, and drop the old one after `lifetime`.
    Raises `DefinitionError` for a page without http(s), a short secret, or no lifetime.
    """

    page: str
    secrets: tuple[bytes, ...] = attrs.field(converter=as_secrets, repr=False)
    lifetime: timedelta = timedelta(days=14)

    def __attrs_post_init__(self) -> None:
        checks = (
            (self.page.startswith(("https://", "http://")), Problem("page", repr(self.page), "an http(s) URL")),
            (self.lifetime > timedelta(0), Problem("lifetime", str(self.lifetime), "a time span above zero")),
        )
        unsound = why_unsound(self.secrets)
        problems = (*filter(None, [unsound]), *(problem for fine, problem in checks if not fine))
        if problems:
            raise DefinitionError(problems)

    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        """Links for a notice to its customer; any other message as it is."""
        if message.kind != Notify.__name__ or not message.customer:
            return message
        key = MessageKey.parse(message.key)
        expires = at_utc(now) + self.lifetime
        links = (Link(key.complaint, key.cycle, key.fix, message.customer, action, expires) for action in Click)
        page = f"{self.page}{'&' if '?' in self.page else '?'}token="
        return attrs.evolve(message, links=FrozenMap({str(link.action): page + self.token(link) for link in links}))

    def token(self, link: Link) -> str:
        """The signed form of a link."""
        fields = [link.complaint, link.cycle, link.fix, link.customer, link.action, microseconds(link.expires)]
        payload = f"{_VERSION}.{_encode(json.dumps(fields, ensure_ascii=False).encode())}"
        return f"{payload}.{_signature(self.secrets[0], payload)}"

    def read(self, token: str, now: datetime) -> Link | Refusal:
        """The link of the token, or why it counts for nothing: not ours, changed, or too late. Changes nothing."""
        payload, _, signature = token.rpartition(".")
        if len(token) > _LONGEST or not is_one_of(signature, (_signature(one, payload) for one in self.secrets)):
            return Refusal.of("link-genuine")
        link = _decode(payload, token)
        if at_utc(now) >= link.expires:
            return Refusal.of("link-in-time", expires=link.expires)
        return link


def _signature(secret: bytes, payload: str) -> str:
    return _encode(sign(secret, "confirm link", payload))


def _encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(payload: str, token: str) -> Link:
    """The fields of a payload whose signature was found genuine: it has the form that `token` gave it."""
    encoded = payload.removeprefix(f"{_VERSION}.")
    complaint, cycle, fix, customer, action, expires = json.loads(
        urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
    )
    id = hashlib.sha256(token.encode()).hexdigest()[:16]
    return Link(complaint, cycle, fix, customer, Click(action), moment(expires), id)
