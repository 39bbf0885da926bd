"""A receipt of one event: what anybody needs to see later that it was not changed, beside a head that was anchored.

It holds the public part of the event, the inner digest that its link was made of, and the way from there to the root
of the ledger at one time. So it needs no key and no private word, and an erasure takes nothing of it away.
"""

from __future__ import annotations

import hashlib
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from struct import Struct

import attrs
import msgspec

from complaintflow._validation.names import is_unseen
from complaintflow._validation.structure import Record
from complaintflow.record.complaint import moment
from complaintflow.record.history import Head, PublicEvent, link_of
from complaintflow.record.merkle import proved_root, siblings

LONGEST = 65_536
"""So many characters of a text are looked at for a receipt."""

_MARK = "CFR1."
_VERSION = 1
_FIRST = Struct(">BQQH")  # the version, place, size, and how long the public part is
_DIGEST = 32
_CHECK = 4
_OUTSIDE = re.compile(r"[^A-Za-z0-9_-]+")
EXPECTED = f"a whole receipt, which begins with {_MARK}"
"""What a text should be that is no receipt."""


@attrs.frozen(eq=False, repr=False)
class LedgerReceipt(Record):
    """That an event was at this place (from 0) of the ledger when that had so many events in all.

    What it proves, it proves to who knows `head` from elsewhere: anybody can make a receipt of a ledger of their own.
    """

    public: PublicEvent
    inner: bytes = attrs.field(repr=False)
    place: int
    size: int
    proof: tuple[bytes, ...] = attrs.field(repr=False)

    @property
    def link(self) -> bytes:
        """The link of the event."""
        return link_of(self.inner, self.public.encoded)

    @property
    def head(self) -> Head:
        """The head of the ledger that has this event at this place. Raises `ValueError` where there can be none."""
        root = proved_root(self.link, self.place, self.size, self.proof)
        if root is None:
            raise _unreadable()
        return Head(self.size, root.hex())

    @property
    def encoded(self) -> bytes:
        """Its bytes: about 170 and 32 for each doubling of the ledger."""
        public = self.public.encoded
        first = _FIRST.pack(_VERSION, self.place, self.size, len(public))
        whole = b"".join((first, public, self.inner, *self.proof))
        return whole + _check(whole)

    def __str__(self) -> str:
        """One line for a letter."""
        return _MARK + urlsafe_b64encode(self.encoded).rstrip(b"=").decode()

    @classmethod
    def parse(cls, text: str) -> LedgerReceipt:
        """The first whole receipt in a text: a letter, which may be wrapped or quoted. Raises `ValueError`."""
        for behind in text[:LONGEST].split(_MARK)[1:]:  # a letter may speak of the mark, or hold one that was cut
            signs = _OUTSIDE.sub("", behind)
            with suppress(ValueError):
                return cls.decode(urlsafe_b64decode(signs[: len(signs) // 4 * 4] + _rest(signs)))
        raise _unreadable()

    @classmethod
    def decode(cls, data: bytes) -> LedgerReceipt:
        """The receipt at the beginning of these bytes. Raises `ValueError`."""
        if len(data) < _FIRST.size:
            raise _unreadable()
        version, place, size, length = _FIRST.unpack_from(data)
        if version != _VERSION or place >= size:
            raise _unreadable()
        middle = _FIRST.size + length
        end = middle + _DIGEST * (1 + sum(1 for _ in siblings(place, size)))
        if _check(data[:end]) != data[end : end + _CHECK]:
            raise _unreadable()
        inner, *proof = (data[start : start + _DIGEST] for start in range(middle, end, _DIGEST))
        found = cls(_read_public(data[_FIRST.size : middle]), inner, place, size, tuple(proof))
        if found.encoded != data[: end + _CHECK]:  # not canonical: others would make another link of it
            raise _unreadable()
        return found


def _read_public(text: bytes) -> PublicEvent:
    try:
        found = msgspec.json.decode(text, type=PublicEvent)
        moment(found.at)
    except (msgspec.DecodeError, OverflowError):
        raise _unreadable() from None
    if any(map(is_unseen, f"{found.complaint}{found.kind}{found.state}{found.versions}")):
        raise _unreadable()  # no event of ours has one, and a forged receipt would write lines of its own on a screen
    return found


def _check(whole: bytes) -> bytes:
    """Finds a sign that was lost on the way, and nothing that was meant."""
    return hashlib.sha256(whole).digest()[:_CHECK]


def _rest(signs: str) -> str:
    """The signs behind the last whole group of four, filled up; a single one is nothing."""
    rest = signs[len(signs) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def _unreadable() -> ValueError:
    return ValueError(EXPECTED)
