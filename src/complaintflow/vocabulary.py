"""The closed vocabularies: states, grades, effects and the scales of the signals.

Everything that a user may extend (types, areas, channels, roles, hazards) is a plain
string and stands in the policy instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
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
    "Abuse",
    "ActionKind",
    "Audience",
    "Effect",
    "Emotion",
    "Exposure",
    "Grade",
    "Ground",
    "Impact",
    "Operation",
    "Ordered",
    "Part",
    "PausedBy",
    "ReceiptStatus",
    "Remedy",
    "Scope",
    "Severity",
    "State",
    "Then",
    "Touches",
    "Urgency",
    "Vulnerability",
    "has_words",
    "in_language",
    "language_of",
]

_T = TypeVar("_T")

CUSTOMER = "customer"
"""The role of the person who complains."""
SYSTEM = "system"
"""The role of the desk itself: timers, channels, reactions."""
LEAD = "lead"
"""Who decides what nobody else may, and hears what nobody else would."""


def names_system(id: str) -> bool:
    """Whether an id belongs to the system: it is `system`, or begins with `system:`."""
    return id == SYSTEM or id.startswith(f"{SYSTEM}:")


MACHINE = "machine"
"""What the ids of machines that act among staff begin with, before a colon."""
_OF_A_MACHINE = f"{MACHINE}:"


def names_machine(id: str) -> bool:
    """Whether an id belongs to a machine that acts among staff, such as an AI agent: it begins with `machine:`."""
    return id.startswith(_OF_A_MACHINE)


LANGUAGES = ("zh", "en")
"""The languages of the built-in texts."""


@lru_cache(maxsize=256)
def language_of(wanted: str) -> str:
    """The language of the texts for a wanted language (`zh`, `zh-CN`, `zh_Hans`): it, or English."""
    return _short(wanted) if has_words(wanted) else "en"


def has_words(wanted: str) -> bool:
    """Whether the library has words in this language."""
    return _short(wanted) in LANGUAGES


def in_language(wanted: str, pair: tuple[_T, _T]) -> _T:
    """The one of a pair of texts, in the order of `LANGUAGES`, for a wanted language."""
    return pair[LANGUAGES.index(language_of(wanted))]


def text_in(wanted: str, texts: Mapping[str, _T], otherwise: _T) -> _T:
    """What a house says in a wanted language, else in English; where it says neither, otherwise."""
    return texts.get(wanted) or texts.get(language_of(wanted)) or texts.get("en", otherwise)


def _short(wanted: str) -> str:
    return wanted.strip().lower().replace("_", "-").split("-")[0]


class Ordered(StrEnum):
    """Words in order, the most serious last.

    A member equals its string, and `max` of several members is the worst of them.
    """

    @cached_property
    def rank(self) -> int:
        """The place in the order, from 0."""
        return list(type(self)).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < (other if isinstance(other, type(self)) else type(self)(other)).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= (other if isinstance(other, type(self)) else type(self)(other)).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > (other if isinstance(other, type(self)) else type(self)(other)).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= (other if isinstance(other, type(self)) else type(self)(other)).rank


class Grade(Ordered):
    """R9: how serious a complaint is, from C (a suggestion) to E (an emergency)."""

    C = "C"  # low, such as a suggestion
    B = "B"  # medium
    A = "A"  # high
    E = "E"  # an emergency


class Impact(Ordered):
    """R10: how many customers feel the problem."""

    ONE = "one"
    SOME = "some"
    MANY = "many"
    ALL = "all"


class Urgency(Ordered):
    """R10: how much the problem holds the customer up."""

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

    GENERAL = "general"  # 一般
    IMPORTANT = "important"  # 重要
    URGENT = "urgent"  # 紧急


class Exposure(Ordered):
    """R10: the attention from outside."""

    NONE = "none"
    PUBLIC = "public"
    REGULATOR = "regulator"


class ActionKind(StrEnum):
    """R39: what an improvement changes."""

    RULE = "rule"
    PROCESS = "process"
    MERCHANT_MANAGEMENT = "merchant_management"  # a step of the ladder (R46)
    PRODUCT = "product"
    TRAINING = "training"
    KNOWLEDGE = "knowledge"


class Abuse(StrEnum):
    """R47: what is more than a complaint: it is recorded with evidence, and never changes the grade."""

    DEMAND = "demand"  # more than the rules allow
    INSULT = "insult"
    THREAT = "threat"


class Vulnerability(StrEnum):
    """R48: why a customer needs particular care."""

    AGE = "age"
    ILLNESS = "illness"
    DISTRESS = "distress"
    LANGUAGE = "language"


class State(StrEnum):
    """The state of a complaint. Everything else is a fact."""

    NEW = "new"  # nobody received it yet
    RECEIVED = "received"  # on record, not sorted yet
    TRIAGED = "triaged"  # sorted, with a team
    INVESTIGATING = "investigating"  # somebody looks into it
    PROPOSED = "proposed"  # the customer has options to choose from
    EXECUTING = "executing"  # the customer agreed to an option
    RESOLVED = "resolved"  # the handler believes that it works
    AWAITING_CONFIRMATION = "awaiting_confirmation"  # the customer was told that it is solved
    PLANNED = "planned"  # a long-term plan was explained to the customer
    CLOSED = "closed"  # closed on a ground
    ARCHIVED = "archived"  # it never changes again, but for a legal hold and an erasure
    WITHDRAWN = "withdrawn"  # the customer took it back
    DECLINED = "declined"  # we do not take it on
    MERGED = "merged"  # part of another complaint of the customer


WORKING = frozenset({State.TRIAGED, State.INVESTIGATING, State.PROPOSED, State.EXECUTING})
"""The states in which somebody investigates or carries out a solution."""
FIXED = frozenset({State.RESOLVED, State.AWAITING_CONFIRMATION})
"""The states after a fix was recorded."""
CLOSABLE = frozenset({State.AWAITING_CONFIRMATION, State.PLANNED})
"""The states that `Close` leaves."""
OPEN = frozenset({State.RECEIVED, State.PLANNED}) | WORKING | FIXED
"""The states in which the customer still waits for us."""
ENDS = frozenset({State.WITHDRAWN, State.DECLINED, State.MERGED})
"""The states that ended without a solution."""


class Effect(StrEnum):
    """What a command does to the world. Guards are attached to effects, not to edges."""

    ANY = "*"  # is a command at all: guards on it are asked about every command of everybody
    HEARS = "hears"  # records the customer's word
    TELLS_SOLVED = "tells_solved"  # tells the customer that it is solved
    SPEAKS = "speaks"  # sends the customer a message
    WRITES = "writes"  # has words that the customer reads or hears, now or later
    REPORTS = "reports"  # tells staff what was done or found
    CLOSES = "closes"
    ENDS = "ends"  # withdraws, declines or merges
    PROMISES = "promises"  # offers or plans something
    ACTS = "acts"  # changes something of the customer's
    MENDS = "mends"  # records a fix or a finished task, whatever it touches
    PAYS = "pays"
    JUDGES = "judges"  # says who is at fault
    HANDS_OFF = "hands_off"  # changes the team
    REGRADES = "regrades"  # lowers the grade
    CLEARS = "clears"  # takes off what keeps the grade up: a hazard, an incident
    READDRESSES = "readdresses"  # changes where the customer is written to
    ARCHIVES = "archives"
    RETROSPECTS = "retrospects"  # opens a retrospective


class Ground(StrEnum):
    """R33: the grounds for closing a complaint, the strongest first."""

    CONFIRMED = "confirmed"  # the customer said that it is solved
    SILENT = "silent"  # no request of the customer since the notice was delivered
    PLANNED = "planned"  # a long-term plan reached the customer
    UNREACHABLE = "unreachable"  # several attempts to reach the customer failed
    IMPORTED = "imported"  # another system says that it closed it; nobody here knows how it ended


class SignKind(StrEnum):
    """R33: what a sign of life from the customer was, until a person of ours handles it."""

    WORDS = "words"  # words, a picture, or anything else that has no kind of its own
    ANSWER = "answer"  # an answer to a question
    EVIDENCE = "evidence"  # a piece of evidence
    DECISION = "decision"  # agreed, objected, disputed or reopened
    UNPROVED = "unproved"  # words from a sender who is not proved to be the customer
    COMPLAINT = "complaint"  # complained again, or another complaint was merged into this one
    SURVEY = "survey"  # a comment of somebody who is not satisfied


class Audience(StrEnum):
    """R15: the readers of an update."""

    CUSTOMER = "customer"
    STAKEHOLDERS = "stakeholders"  # the people who watch it
    TEAM = "team"  # the team that holds it


class Touches(StrEnum):
    """R25: whose property an action changes."""

    CUSTOMER = "customer"  # the customer's: order, account
    MONEY = "money"  # the customer's money: it is a payment
    OWN_SYSTEM = "own_system"  # the company's own
    NOTHING = "nothing"


class Remedy(StrEnum):
    """What a solution offers the customer. [S1 三(三)]"""

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

    That tells nobody, and is no attempt (R33); a channel cannot answer it. What is only `recorded`, in a log or a
    file, tells nobody either.
    """

    ACCEPTED = "accepted"  # the channel handed it on
    RECORDED = "recorded"  # it was written down, and sent to nobody
    DELIVERED = "delivered"  # it reached the recipient
    DROPPED = "dropped"  # the outbox did not send it
    FAILED = "failed"  # it could not be sent, or came back

    @property
    def sent(self) -> bool:
        """Whether it went to the recipient, so that it is not to be sent: it is on its way, or there."""
        return self in {ReceiptStatus.ACCEPTED, ReceiptStatus.DELIVERED}

    def tells(self, final: bool) -> bool:
        """Whether the customer counts as told: it was delivered, or finally accepted, when no more will be known."""
        return self is ReceiptStatus.DELIVERED or (self is ReceiptStatus.ACCEPTED and final)


class Then(StrEnum):
    """What a clock of the customer's asks for when it is due: to tell its owner, or to end the complaint."""

    TELL = "tell"  # its owner is told
    CLOSE = "close"  # the system asks to close
    DECLINE = "decline"  # the system asks to decline


class PausedBy(StrEnum):
    """The one for whom a paused clock waits."""

    CUSTOMER = "customer"  # an answer of the customer
    PARTY = "party"  # a reply of a third party


class Scope(StrEnum):
    """Which complaints a role sees, and where it acts."""

    ALL = "all"  # every complaint
    OWN_TEAM = "own_team"  # what the actor's team holds
    OWN_CASES = "own_cases"  # what the actor owns
    OWN_SHOPS = "own_shops"  # what is about one of the actor's shops


class Part(StrEnum):
    """The parts of a complaint that a role may see or not; the rest goes with the complaint."""

    NOTES = "notes"  # what staff wrote for staff
    CONTACTS = "contacts"  # the customer's name, contacts, account and device, and files
    MONEY = "money"  # amounts, and what was claimed and paid


class Operation(StrEnum):
    """What those do who run the desk, beside commands."""

    RUN = "run"  # tick, deliver, agenda
    LETTERS = "letters"  # dead letters: read, retry, discard
    MEND = "mend"  # quarantine and release
    MIGRATE = "migrate"  # to another policy
    ERASE = "erase"  # the words of a customer's complaints
    EXPORT = "export"  # everything that is held about a customer
    CHECK = "check"  # integrity and head
    IMPORT = "import"  # rows of a reader
    REPORTS = "reports"  # measures, batches and respondents, over all complaints
