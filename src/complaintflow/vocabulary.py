"""The closed words of the field: states, grades, effects and the scales of the signals.

Everything that a user may extend (types, areas, channels, roles, hazards) is a plain
string and stands in the policy instead.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TypeVar

__all__ = [
    "CLOSABLE",
    "CUSTOMER",
    "ENDS",
    "FIXED",
    "LANGUAGES",
    "OPEN",
    "SYSTEM",
    "WORKING",
    "Audience",
    "Effect",
    "Emotion",
    "Exposure",
    "Grade",
    "Ground",
    "Impact",
    "Ordered",
    "PausedBy",
    "ReceiptStatus",
    "Remedy",
    "Severity",
    "State",
    "Then",
    "Touches",
    "Urgency",
    "has_words",
    "in_language",
    "language_of",
]

_T = TypeVar("_T")

CUSTOMER = "customer"
"""The role of the person who complains."""
SYSTEM = "system"
"""The role of the desk itself: timers, channels, reactions."""

LANGUAGES = ("zh", "en")
"""Those in which the library has words."""


def language_of(wanted: str) -> str:
    """The language to write in: the wanted one (`zh`, `zh-CN`, `zh_Hans`) when there are words for it, else English."""
    return _short(wanted) if has_words(wanted) else "en"


def has_words(wanted: str) -> bool:
    """Whether the library has words in this language."""
    return _short(wanted) in LANGUAGES


def in_language(wanted: str, pair: tuple[_T, _T]) -> _T:
    """Of what is said in the two `LANGUAGES`, what to say to somebody who wants this one."""
    return pair[LANGUAGES.index(language_of(wanted))]


def _short(wanted: str) -> str:
    return wanted.lower().replace("_", "-").split("-")[0]


class Ordered(StrEnum):
    """Words with an order: the later one is the more serious one.

    A member equals its string, and `max` of several members is the worst of them.
    """

    @cached_property
    def rank(self) -> int:
        """The place in the order, from 0."""
        return list(type(self)).index(self)

    def _other(self, word: str) -> int:
        kind = type(self)
        return (word if isinstance(word, kind) else kind(word)).rank

    def __lt__(self, other: str) -> bool:
        return self.rank < self._other(other)

    def __le__(self, other: str) -> bool:
        return self.rank <= self._other(other)

    def __gt__(self, other: str) -> bool:
        return self.rank > self._other(other)

    def __ge__(self, other: str) -> bool:
        return self.rank >= self._other(other)


class Grade(Ordered):
    """R9: how serious a complaint is, from C (a suggestion) to E (an emergency)."""

    C = "C"
    B = "B"
    A = "A"
    E = "E"


class Impact(Ordered):
    """R10: how many customers feel the problem."""

    ONE = "one"
    SOME = "some"
    MANY = "many"
    ALL = "all"


class Urgency(Ordered):
    """R10: how much the customer is held up."""

    NONE = "none"
    ROUTINE = "routine"
    BLOCKED = "blocked"
    CRITICAL = "critical"


class Emotion(Ordered):
    """R10: how the customer feels about it."""

    CALM = "calm"
    UPSET = "upset"
    ANGRY = "angry"
    FURIOUS = "furious"


class Severity(Ordered):
    """R6: 一般, 重要, 紧急."""

    GENERAL = "general"
    IMPORTANT = "important"
    URGENT = "urgent"


class Exposure(Ordered):
    """R10: who else is looking."""

    NONE = "none"
    PUBLIC = "public"
    REGULATOR = "regulator"


class State(StrEnum):
    """Where a complaint stands. All else is a fact beside the state."""

    NEW = "new"
    RECEIVED = "received"
    TRIAGED = "triaged"
    INVESTIGATING = "investigating"
    PROPOSED = "proposed"
    EXECUTING = "executing"
    RESOLVED = "resolved"
    AWAITING_CONFIRMATION = "awaiting_confirmation"
    PLANNED = "planned"
    CLOSED = "closed"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    MERGED = "merged"


WORKING = frozenset({State.TRIAGED, State.INVESTIGATING, State.PROPOSED, State.EXECUTING})
"""Somebody is looking into it or carrying a solution out."""
FIXED = frozenset({State.RESOLVED, State.AWAITING_CONFIRMATION})
"""The handler believes that it works."""
CLOSABLE = frozenset({State.AWAITING_CONFIRMATION, State.PLANNED})
"""The states that `Close` leaves."""
OPEN = frozenset({State.RECEIVED, State.PLANNED}) | WORKING | FIXED
"""The customer is still waiting for us."""
ENDS = frozenset({State.WITHDRAWN, State.DECLINED, State.MERGED})
"""Ended without a solution."""


class Effect(StrEnum):
    """What a command does to the world; guards hang on effects, not on edges."""

    HEARS = "hears"
    TELLS_SOLVED = "tells_solved"
    SPEAKS = "speaks"
    CLOSES = "closes"
    ENDS = "ends"
    PROMISES = "promises"
    ACTS = "acts"
    PAYS = "pays"
    JUDGES = "judges"
    HANDS_OFF = "hands_off"
    REGRADES = "regrades"
    ARCHIVES = "archives"
    RETROSPECTS = "retrospects"


class Ground(StrEnum):
    """R33: why a complaint may be closed, the strongest first."""

    CONFIRMED = "confirmed"
    SILENT = "silent"
    PLANNED = "planned"
    UNREACHABLE = "unreachable"


class Audience(StrEnum):
    """R15: whom an update is for."""

    CUSTOMER = "customer"
    STAKEHOLDERS = "stakeholders"
    TEAM = "team"


class Touches(StrEnum):
    """R25: whose things an action changes."""

    CUSTOMER = "customer"
    OWN_SYSTEM = "own_system"
    NOTHING = "nothing"


class Remedy(StrEnum):
    """What is done for the customer. [S1 三(三)]"""

    REFUND = "refund"
    PARTIAL_REFUND = "partial_refund"
    REPLACEMENT = "replacement"
    RESHIPMENT = "reshipment"
    COUPON = "coupon"
    POINTS = "points"
    APOLOGY = "apology"
    THIRD_PARTY_HELP = "third_party_help"
    REPAIR = "repair"
    EXPLANATION = "explanation"


class ReceiptStatus(StrEnum):
    """What became of a message. `dropped` says that the outbox did not send it: it was not true any more, or overtaken.

    That tells nobody, and is no attempt (R33); a channel cannot answer it.
    """

    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    DROPPED = "dropped"
    FAILED = "failed"

    def tells(self, final: bool) -> bool:
        """Whether the customer counts as told: delivered, or accepted for good, where nobody can know more."""
        return self is ReceiptStatus.DELIVERED or (self is ReceiptStatus.ACCEPTED and final)


class Then(StrEnum):
    """What a clock of the customer's asks for when it is due: that its owner hears of it, or an end."""

    TELL = "tell"
    CLOSE = "close"
    DECLINE = "decline"


class PausedBy(StrEnum):
    """For whom a clock waits."""

    CUSTOMER = "customer"
    PARTY = "party"
