"""The small public values of which records and commands are made.

All are frozen attrs classes that check themselves when made. A value from a person (a name, a
contact, what was said) is left out of `repr`, so that it does not end in a log.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import attrs

from complaintflow._validation.accepts import as_word, as_words
from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, Within, validate
from complaintflow.errors import InvalidInput, Problem
from complaintflow.vocabulary import (
    CUSTOMER,
    SYSTEM,
    Emotion,
    Exposure,
    Grade,
    Impact,
    Remedy,
    Severity,
    Urgency,
)

_NOT_STAFF = frozenset({CUSTOMER, SYSTEM})


@attrs.frozen
class Actor(Checked):
    """Who acts: an id, roles and, for staff, a team.

    `customer` and `system` are roles of their own and mix with no other. An event keeps the id alone, so the
    system's are `system` or begin with `system:`, and nobody else's do.
    Raises `InvalidInput` for a blank id, no role, mixed roles, or an id that is not fit for them.
    """

    id: NonBlank
    roles: frozenset[NonBlank] = attrs.field(converter=as_words)
    team: str = ""

    def __attrs_post_init__(self) -> None:
        validate(self)
        if not self.roles:
            raise InvalidInput((Problem("roles", "no role", "at least one role"),))
        if len(self.roles) > 1 and self.roles & _NOT_STAFF:
            raise InvalidInput((Problem("roles", ", ".join(sorted(self.roles)), "customer or system alone"),))
        if self.names_system(self.id) != self.is_system:
            raise InvalidInput((Problem("id", self.id, "system or system:name for the system, and for nobody else"),))

    @staticmethod
    def names_system(id: str) -> bool:
        """Whether this is an id of the system."""
        return id == SYSTEM or id.startswith(f"{SYSTEM}:")

    @classmethod
    def customer(cls, id: str) -> Actor:
        """The customer with this id."""
        return cls(id, frozenset({CUSTOMER}))

    @classmethod
    def system(cls, id: str = SYSTEM) -> Actor:
        """The desk itself, or a named part of it."""
        return cls(id if cls.names_system(id) else f"{SYSTEM}:{id}", frozenset({SYSTEM}))

    @property
    def is_customer(self) -> bool:
        """Whether this is a customer."""
        return CUSTOMER in self.roles

    @property
    def is_system(self) -> bool:
        """Whether this is the desk itself."""
        return SYSTEM in self.roles

    @property
    def is_staff(self) -> bool:
        """Whether this is a person of ours."""
        return self.roles.isdisjoint(_NOT_STAFF)


def _zone(name: str) -> str | None:
    try:
        if name:
            ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown, or no name of a zone at all
        return "an IANA time zone, like Asia/Shanghai"
    return None


ZoneName = Annotated[str, _zone]
"""The name of a time zone, or blank."""


@attrs.frozen
class Customer(Checked):
    """Who complains (R1, R4): a shopper, or a merchant of a platform.

    `contact` maps a kind of contact (email, phone, portal …) to the address; `preferred_channel` is
    respected for what goes out; `language` is `zh` or `en`; `zone` is the time zone of their quiet hours, where it
    is not the house's.
    """

    id: NonBlank
    tier: NonBlank = "ordinary"
    name: str = attrs.field(default="", repr=False)
    contact: Mapping[str, NonBlank] = attrs.field(factory=FrozenMap, repr=False)
    language: NonBlank = "zh"
    preferred_channel: str = ""
    zone: ZoneName = ""


@attrs.frozen
class Said(Checked):
    """A customer's own words: what, by which way, where it is on record, and who heard it.

    `via` is a channel, `ref` a call or message to look it up by. Both may be blank only when the
    customer acts in person. A plain `str` becomes a `Said`.
    """

    text: NonBlank = attrs.field(repr=False)
    via: str = ""
    ref: str = ""
    heard_by: str = ""

    @classmethod
    def of_text(cls, text: str) -> Said:
        """The words alone."""
        return cls(text)


@attrs.frozen
class Attachment(Checked):
    """A file by reference (R22): where, of which type, how long in bytes, and its digest."""

    uri: NonBlank
    media_type: str = ""
    size: Annotated[int, Within(0)] = 0
    digest: str = ""


@attrs.frozen
class Option(Checked):
    """R24: one way to solve it, with basis, pros, cons and the reaction expected."""

    remedy: Remedy = attrs.field(converter=as_word)
    basis: NonBlank
    pros: NonBlank
    cons: NonBlank
    expected: NonBlank


@attrs.frozen
class Action(Checked):
    """R39: one improvement with an owner and a due date.

    `kind` is rule, process, merchant_management, product, training or knowledge.
    """

    what: NonBlank
    owner: NonBlank
    due: date
    kind: NonBlank


@attrs.frozen
class Signals(Checked):
    """R10: what the calculator looks at. The desk fills `tier` and `repeats` from the record."""

    impact: Impact = attrs.field(default=Impact.ONE, converter=as_word)
    urgency: Urgency = attrs.field(default=Urgency.ROUTINE, converter=as_word)
    emotion: Emotion = attrs.field(default=Emotion.CALM, converter=as_word)
    severity: Severity = attrs.field(default=Severity.GENERAL, converter=as_word)
    hazards: frozenset[NonBlank] = attrs.field(default=frozenset(), converter=as_words)
    exposure: Exposure = attrs.field(default=Exposure.NONE, converter=as_word)
    tier: NonBlank = "ordinary"
    repeats: Annotated[int, Within(0)] = 0


_WHY = {
    "impact": "the problem reaches {value} customer(s)",
    "urgency": "for the customer it is {value}",
    "emotion": "the customer is {value}",
    "severity": "the matter is {value}",
    "exposure": "outside attention: {value}",
    "tier": "the customer's tier is {value}",
    "repeats": "earlier contacts about it: {value}",
    "hazards": "hazards: {value}; any hazard is an emergency (R11)",
    "quadrant": "{value} by the four quadrants (R9)",
    "standing": "it stood at {value} before, and priority never falls by itself (R13)",
    "incident": "it belongs to incident {value}, a batch is at least A (R12)",
    "regrade": "set to {value} by hand",
}


@attrs.frozen
class Factor:
    """One factor of a priority: its name, the value found, the points it gave, and why."""

    name: str
    value: str
    points: int

    @property
    def why(self) -> str:
        """A sentence for the person who asks."""
        return f"{_WHY[self.name].format(value=self.value)} ({self.points:+d})"


@attrs.frozen
class Priority:
    """R10: the grade, its score, and every factor with what it contributed and why."""

    grade: Grade
    score: int
    factors: tuple[Factor, ...]


# ── what a field of these takes, see `complaintflow._validation.accepts`


def as_said(value: Said | str) -> Any:
    """What a customer said, or the words alone."""
    return value


def as_said_or_none(value: Said | str | None) -> Any:
    """The same, or nothing."""
    return value


def as_attachments(value: list[Attachment] | tuple[Attachment, ...]) -> Any:
    """Files by reference."""
    return value


def as_options(value: list[Option] | tuple[Option, ...]) -> Any:
    """Ways to solve it."""
    return value


def as_actions(value: list[Action] | tuple[Action, ...]) -> Any:
    """Improvements."""
    return value
