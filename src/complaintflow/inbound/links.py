"""Links with which the addressed customer confirms or disputes: signed, for one fix, for a time.

A token is `v1.{payload}.{signature}`: whoever holds it can read the payload (complaint, cycle, fix, customer,
action, expiry) and change nothing. Like a letter, it proves who got the message; it is no login.
A GET must never act: mail scanners and browsers open links by themselves. Show a page, and let its button post.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import attrs

from complaintflow._validation.secrets import as_secrets, is_one_of, sign, why_unsound
from complaintflow._validation.structure import FrozenMap, at_utc
from complaintflow.commands import Notify
from complaintflow.errors import DefinitionError, Problem, Refusal
from complaintflow.plugins import Click, CustomerMessage, Link, SurveyLink
from complaintflow.record.complaint import microseconds, moment
from complaintflow.record.keys import MessageKey

_VERSION = "v1"
_CONFIRM, _SURVEY = "confirm", "survey"
"""What a token is signed for: one of the other kind does not count."""
_LONGEST = 4096


@attrs.frozen
class ConfirmLinks:
    """A `Linker`: signs the links of a `Notify` and reads what comes back.

    `page` is the URL of your landing page, which gets `token=`. With a `survey_page` the closing message gets a link to
    rate the handling (R36), which `Desk.accept_survey` takes. The first of the `secrets` (32 bytes or more, kept
    out of `repr`) signs, the others still count: put a new one in front, and drop the old one after `lifetime`.
    Raises `DefinitionError` for a page without http(s), a short secret, or no lifetime.
    """

    page: str
    secrets: tuple[bytes, ...] = attrs.field(converter=as_secrets, repr=False)
    lifetime: timedelta = timedelta(days=14)
    survey_page: str = ""

    def __attrs_post_init__(self) -> None:
        checks = (
            (_is_url(self.page), Problem("page", repr(self.page), "an http(s) URL")),
            (
                not self.survey_page or _is_url(self.survey_page),
                Problem("survey_page", repr(self.survey_page), "an http(s) URL"),
            ),
            (self.lifetime > timedelta(0), Problem("lifetime", str(self.lifetime), "a time span above zero")),
        )
        unsound = why_unsound(self.secrets)
        problems = (*filter(None, [unsound]), *(problem for fine, problem in checks if not fine))
        if problems:
            raise DefinitionError(problems)

    def add_links(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        """Links for a notice and a closing message to their customer; any other message as it is."""
        if message.customer and self.survey_page and message.fields.get("survey"):
            key = MessageKey.parse(message.key)
            survey = SurveyLink(key.complaint, key.cycle, message.customer, at_utc(now) + self.lifetime)
            address = _with(self.survey_page) + self.survey_token(survey)
            return attrs.evolve(message, links=FrozenMap({_SURVEY: address}))
        if message.kind != Notify.__name__ or not message.customer:
            return message
        key = MessageKey.parse(message.key)
        expires = at_utc(now) + self.lifetime
        links = (Link(key.complaint, key.cycle, key.fix, message.customer, action, expires) for action in Click)
        page = _with(self.page)
        return attrs.evolve(message, links=FrozenMap({str(link.action): page + self.token(link) for link in links}))

    def token(self, link: Link) -> str:
        """The signed form of a link."""
        fields = [link.complaint, link.cycle, link.fix, link.customer, link.action, microseconds(link.expires)]
        return self._signed(fields, _CONFIRM)

    def survey_token(self, link: SurveyLink) -> str:
        """The signed form of a link to a survey."""
        return self._signed([link.complaint, link.cycle, link.customer, microseconds(link.expires)], _SURVEY)

    def _signed(self, fields: Sequence[object], purpose: str) -> str:
        payload = f"{_VERSION}.{_encode(json.dumps(fields, ensure_ascii=False).encode())}"
        return f"{payload}.{_signature(self.secrets[0], payload, purpose)}"

    def read(self, token: str, now: datetime) -> Link | Refusal:
        """The link of the token, or why it counts for nothing: not ours, changed, or too late. Changes nothing."""
        fields = self._read(token, _CONFIRM)
        if fields is None:
            return Refusal.of("link-genuine")
        complaint, cycle, fix, customer, action, expires = fields
        link = Link(complaint, cycle, fix, customer, Click(action), moment(expires), _id_of(token))
        return _late(link.expires, now) or link

    def read_survey(self, token: str, now: datetime) -> SurveyLink | Refusal:
        """The same of a link to a survey."""
        fields = self._read(token, _SURVEY)
        if fields is None:
            return Refusal.of("link-genuine")
        complaint, cycle, customer, expires = fields
        link = SurveyLink(complaint, cycle, customer, moment(expires), _id_of(token))
        return _late(link.expires, now) or link

    def _read(self, token: str, purpose: str) -> list[Any] | None:
        """The fields of a token that was signed for this purpose; None for any other text."""
        payload, _, signature = token.rpartition(".")
        genuine = (_signature(one, payload, purpose) for one in self.secrets)
        return _decode(payload) if len(token) <= _LONGEST and is_one_of(signature, genuine) else None


def _late(expires: datetime, now: datetime) -> Refusal | None:
    return Refusal.of("link-in-time", expires=expires) if at_utc(now) >= expires else None


def _signature(secret: bytes, payload: str, purpose: str) -> str:
    return _encode(sign(secret, f"{purpose} link", payload))


def _is_url(page: str) -> bool:
    return page.startswith(("https://", "http://"))


def _with(page: str) -> str:
    """The page with what comes before the token."""
    return f"{page}{'&' if '?' in page else '?'}token="


def _encode(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(payload: str) -> list[Any]:
    """The fields of a payload whose signature was found genuine: it has the form that was given it."""
    encoded = payload.removeprefix(f"{_VERSION}.")
    return list(json.loads(urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))))


def _id_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()[:16]
