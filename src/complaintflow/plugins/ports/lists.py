"""Lists of complaints: what is asked for, in which order, and the pages of the answer."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, ClassVar

import attrs
import msgspec

from complaintflow._validation.structure import (
    ONE_OR_MORE,
    Form,
    FrozenMap,
    NameOrBlank,
    Record,
    Within,
    Words,
    is_list,
    is_table,
)
from complaintflow.errors import InvalidInput, Problem, SetAside
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts

MOST = 1000
"""So many complaints are on a page at most."""
LONGEST = 500
"""So many characters may a text have that is looked for."""

Several = Annotated[frozenset[str], ONE_OR_MORE]
Names = Annotated[frozenset[NameOrBlank], ONE_OR_MORE]
Place = tuple[int, ...]
"""Where a complaint stands in a list: the numbers by which it is sorted, the last of which is its own."""


class Sort(StrEnum):
    """The order of a list. What is equal in it comes in the order in which it was stored, the last one first in
    `newest`."""

    OLDEST = "oldest"  # what came in first
    NEWEST = "newest"  # what came in last
    GRADE = "grade"  # the worst grade, then what is due next; without a grade last
    DUE = "due"  # what is due next; what is due never comes last
    WAITING = "waiting"  # what has waited longest for our reply; what waits for none comes last


def as_several(value: str | Words | None) -> Any:
    """One text, several, or None where nothing is asked."""
    return frozenset({value}) if isinstance(value, str) else frozenset(value) if is_list(value) else value


def as_sort(value: str) -> Any:
    """The order of this name; another name stays as it is, and is refused."""
    return Sort(value) if value in list(Sort) else value


def as_fields(value: Mapping[str, str | Words]) -> Any:
    """The values of each field."""
    return FrozenMap({name: as_several(one) for name, one in value.items()}) if is_table(value) else value


def _not_long(text: str) -> str | None:
    return None if len(text) <= LONGEST else f"at most {LONGEST} characters"


@attrs.frozen(eq=False, repr=False)
class Reach(Record):
    """One kind of complaints that somebody may find: each field that is given must be one of its values."""

    team: frozenset[str] | None = None
    owner: frozenset[str] | None = None
    shop: frozenset[str] | None = attrs.field(default=None, repr=False)
    type: frozenset[str] | None = None
    customer: frozenset[str] | None = None

    def given(self) -> dict[str, frozenset[str]]:
        """The fields that are given, with their values."""
        return {field.name: one for field in attrs.fields(Reach) if (one := getattr(self, field.name)) is not None}

    def holds(self, facts: Facts) -> bool:
        """Whether a complaint with these facts is of this kind. Equal is equal in every character."""
        return all(getattr(facts, name) in values for name, values in self.given().items())


@attrs.frozen(eq=False, repr=False)
class Query(Record):
    """Which complaints to find: each field that is given has one of its values; the oldest first.

    A field takes one text or several (`state={"received", "triaged"}`). A blank one finds what has none: no team,
    nobody as owner, no grade yet. No values at all (an empty set) find nothing. Equal is equal in every character: case
    counts, and nothing in a field is a pattern. `fields` are those that the policy declares as searchable.

    Times are aware. A range has what is at its `…_from` or later, and before its `…_to`. `open` asks for what is still
    open, or for what is not, `awaiting_reply` for what awaits our reply or does not (R33: `facts.signs`).
    `overdue` asks for what was due before `now` and still is, or for all else; a desk knows what time it is.

    `text` finds what has all its words among those of the customer and of staff. A word of three or more letters or
    digits finds longer ones that begin with it; Chinese characters stand as they are asked for, and simplified ones
    find traditional ones.

    `reach` are the kinds of complaints of which it must be one, whatever else is asked: what a person may see at all.

    `sort` is the order. `after` is the `next` of a page, `before` its `previous`, of the same question in the same
    order; `limit` is the size of a page, 1 to 1000.
    """

    EXACT: ClassVar = (
        *("id", "state", "grade", "type", "area", "team", "owner", "customer", "order", "channel", "incident"),
    )
    LABELS: ClassVar = ("product", "category", "region", "shop", "respondent")
    RANGES: ClassVar = ("received", "closed", "due")

    id: Several | None = attrs.field(default=None, converter=as_several)
    state: Several | None = attrs.field(default=None, converter=as_several)
    grade: Several | None = attrs.field(default=None, converter=as_several)
    type: Names | None = attrs.field(default=None, converter=as_several)
    area: Names | None = attrs.field(default=None, converter=as_several)
    team: Names | None = attrs.field(default=None, converter=as_several)
    owner: Several | None = attrs.field(default=None, converter=as_several)
    customer: Several | None = attrs.field(default=None, converter=as_several)
    order: Several | None = attrs.field(default=None, converter=as_several, repr=False)
    channel: Names | None = attrs.field(default=None, converter=as_several)
    incident: Several | None = attrs.field(default=None, converter=as_several)
    product: Several | None = attrs.field(default=None, converter=as_several, repr=False)
    category: Several | None = attrs.field(default=None, converter=as_several)
    region: Several | None = attrs.field(default=None, converter=as_several, repr=False)
    shop: Several | None = attrs.field(default=None, converter=as_several, repr=False)
    respondent: Several | None = attrs.field(default=None, converter=as_several, repr=False)
    fields: Mapping[str, Several] = attrs.field(factory=FrozenMap, converter=as_fields, repr=False)
    open: bool | None = None
    awaiting_reply: bool | None = None
    overdue: bool | None = None
    received_from: datetime | None = None
    received_to: datetime | None = None
    closed_from: datetime | None = None
    closed_to: datetime | None = None
    due_from: datetime | None = None
    due_to: datetime | None = None
    text: Annotated[str, Form(str.strip), _not_long] = attrs.field(default="", repr=False)
    sort: Sort = attrs.field(default=Sort.OLDEST, converter=as_sort)
    after: str | None = None
    before: str | None = None
    limit: Annotated[int, Within(1, MOST)] = 50
    now: datetime | None = None
    reach: tuple[Reach, ...] | None = None

    def exact(self) -> dict[str, frozenset[str]]:
        """The facts that are asked for, each with the values of which it must have one."""
        return {name: values for name in self.EXACT if (values := getattr(self, name)) is not None}

    def labels(self) -> dict[str, frozenset[str]]:
        """The same of the labels, which are no facts, and of fields of the house's own."""
        given = {name: values for name in self.LABELS if (values := getattr(self, name)) is not None}
        return {**given, **self.fields}

    def ranges(self) -> dict[str, tuple[datetime | None, datetime | None]]:
        """The ranges of times that are asked for: from then on, and until before then."""
        both = {name: (getattr(self, f"{name}_from"), getattr(self, f"{name}_to")) for name in self.RANGES}
        return {name: ends for name, ends in both.items() if ends != (None, None)}

    def start(self) -> tuple[Place | None, bool]:
        """The place at which the page begins, and whether it lies before that. Raises `InvalidInput`.

        A cursor belongs to the question and the order that it came from.
        """
        if self.after is not None and self.before is not None:
            raise InvalidInput((Problem("before", "a cursor beside that of `after`", "one of them"),))
        name, cursor = ("before", self.before) if self.before is not None else ("after", self.after)
        place = None if cursor is None else self._read(cursor)
        if cursor is not None and place is None:
            raise InvalidInput((Problem(name, "no page of this question in this order", "a page's next or previous"),))
        return place, self.before is not None

    def cursor(self, place: Place) -> str:
        """The cursor of a place in the answer to this question."""
        return urlsafe_b64encode(msgspec.msgpack.encode((self._digest(), place))).decode().rstrip("=")

    def _read(self, cursor: str) -> Place | None:
        try:
            digest, place = _decode_cursor(urlsafe_b64decode(f"{cursor}==="))
        except (ValueError, msgspec.MsgspecError):
            return None
        fits = len(place) == _PLACES[self.sort] and all(abs(one) < _MOST_NUMBER for one in place)
        return place if digest == self._digest() and fits else None

    def _digest(self) -> bytes:
        """What tells this question in this order from others. It shows nothing of what is asked for."""
        asked = {
            one.name: value
            for one in attrs.fields(type(self))
            if one.name not in {"after", "before", "limit", "now"} and (value := getattr(self, one.name)) is not None
        }
        plain = {**asked, "fields": {name: sorted(values) for name, values in self.fields.items()}}
        return sha256(_encode(plain)).digest()[:8]


_encode = msgspec.json.Encoder(order="deterministic").encode
_decode_cursor = msgspec.msgpack.Decoder(tuple[bytes, tuple[int, ...]]).decode
_MOST_NUMBER = 2**63
_PLACES = {Sort.OLDEST: 2, Sort.NEWEST: 2, Sort.GRADE: 3, Sort.DUE: 2, Sort.WAITING: 2}


NEVER = 2**62
"""Stands for a time that never comes, behind all others."""


@attrs.frozen(eq=False, repr=False)
class Page(Record):
    """Some of what was found, and the cursors of the next page and the previous one, or None where there is none.

    Stable: a complaint that comes in meanwhile takes no other one's place, and none is shown twice that stays where it
    is in the order. None is left out, though those of an earlier page fit no more: what cannot be read is named in
    `unreadable` of its page.
    """

    complaints: tuple[Complaint, ...]
    next: str | None = None
    previous: str | None = None
    unreadable: tuple[SetAside, ...] = ()
