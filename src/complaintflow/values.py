"""The small public values in records and commands.

All are frozen attrs classes that check themselves when they are created. Personal values (names, contacts, words) are
left out of `repr`, so that they do not end in a log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import attrs

from complaintflow._validation.structure import (
    Checked,
    FileName,
    Form,
    FrozenMap,
    Hazard,
    Id,
    Name,
    NameOrBlank,
    NonBlank,
    Record,
    Within,
    as_numbers,
    as_texts,
    as_word,
    as_word_or_none,
    as_words,
    id_fault,
    not_blank,
    plain_name,
    replace_unchecked,
    validate,
)
from complaintflow.errors import InvalidInput, Problem
from complaintflow.vocabulary import (
    CUSTOMER,
    MACHINE,
    SYSTEM,
    ActionKind,
    Emotion,
    Exposure,
    Grade,
    Impact,
    Remedy,
    Severity,
    Urgency,
    names_machine,
    names_system,
)

STAFF_ONLY = FrozenMap({"staff_only": True})
"""The mark of a field that no customer fills: the metadata of `attrs.field`."""
_SHOWN = 60
_UNKNOWN = "unknown"
_NOT_STAFF = frozenset({CUSTOMER, SYSTEM})
ASSISTANT = "assistant"
"""The role of a machine for which nobody names another one."""


@attrs.frozen(eq=False, repr=False)
class Actor(Checked):
    """Who acts: an id, roles and, for staff, a team, and the shops that are theirs.

    Roles, team and shops compare without case, width and blanks. The roles `customer` and `system` do not mix with
    others. Any other role is one of staff where the policy declares it, and gives nothing where it does not. An event
    keeps only the id. So the ids of the system are `system` or begin with `system:`, and no other ids do. Raises
    `InvalidInput` for a blank id, no role, mixed roles, an id that does not fit the roles, and an id of staff with
    blanks around it or with characters that nobody sees.
    """

    id: NonBlank
    roles: frozenset[Name] = attrs.field(converter=as_words)
    team: NameOrBlank = ""
    shops: frozenset[Name] = attrs.field(default=frozenset(), converter=as_words, repr=False)

    def __attrs_post_init__(self) -> None:
        validate(self)
        if not self.roles:
            raise InvalidInput((Problem("roles", "no role", "at least one role"),))
        if len(self.roles) > 1 and self.roles & _NOT_STAFF:
            raise InvalidInput((Problem("roles", ", ".join(sorted(self.roles)), "customer or system alone"),))
        if names_system(self.id if self.is_system else plain_name(self.id)) != self.is_system:
            raise InvalidInput((Problem("id", self.id, "system or system:name for the system, and for nobody else"),))
        if names_machine(plain_name(self.id)) and (self.is_customer or not names_machine(self.id)):
            raise InvalidInput((Problem("id", self.id, "machine:name for a machine, and for nobody else"),))
        if not self.is_customer and (fault := id_fault(self.id)):  # a customer's id is compared with the one on record
            raise InvalidInput((Problem("id", ascii(self.id[:_SHOWN]), fault),))

    @classmethod
    def customer(cls, id: str) -> Actor:
        """The customer with this id."""
        return cls(id, frozenset({CUSTOMER}))

    @classmethod
    def system(cls, id: str = SYSTEM) -> Actor:
        """The system, or a named part of it."""
        return cls(id if names_system(id) else f"{SYSTEM}:{id}", frozenset({SYSTEM}))

    @classmethod
    def machine(cls, id: str, roles: Iterable[str] = (ASSISTANT,), team: str = "") -> Actor:
        """A machine that acts among staff, such as an AI agent, with its roles; its id begins with `machine:`."""
        return cls(id if names_machine(id) else f"{MACHINE}:{id}", frozenset(roles), team)

    @property
    def is_machine(self) -> bool:
        """Whether a machine acts, with the roles that staff have."""
        return names_machine(self.id)

    @property
    def is_person(self) -> bool:
        """Whether a person of staff acts."""
        return self.is_staff and not self.is_machine

    @property
    def is_customer(self) -> bool:
        """Whether the actor is a customer."""
        return CUSTOMER in self.roles

    @property
    def is_system(self) -> bool:
        """Whether the actor is the system."""
        return SYSTEM in self.roles

    @property
    def is_staff(self) -> bool:
        """Whether the actor is neither a customer nor the system; the policy says which roles are those of staff."""
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


PROFILE_FIELDS = frozenset({"name", "language", "tier", "preferred_channel", "zone"})
"""What a correction may say of a customer beside the contacts, as `customer.language`; none is a kind of contact."""


def _no_profile(kind: str) -> str | None:
    return "a kind of contact, like email" if kind in PROFILE_FIELDS else None


def choose(contacts: Sequence[KnownContact]) -> dict[str, str]:
    """The address of each kind that is written to: one that is verified comes first."""
    best: dict[str, str] = {}
    for one in sorted(contacts, key=lambda contact: contact.rank):
        best.setdefault(one.kind, one.address)
    return {one.kind: best[one.kind] for one in contacts}


def as_contacts(value: list[Contact] | tuple[Contact, ...]) -> Any:
    """Addresses of a customer."""
    return value


@attrs.frozen(eq=False, repr=False)
class Contact(Checked):
    """R1: one address of a customer, of a kind (email, phone …), of which there may be several.

    `verified` says whether it is proved to be the customer's. None: nobody has said, and then it counts as theirs where
    it came with the complaint, and as not proved where somebody added it later. Staff and the system alone say it.
    """

    kind: Annotated[str, Form(plain_name), not_blank, _no_profile]
    address: NonBlank = attrs.field(repr=False)
    verified: bool | None = attrs.field(default=None, metadata=STAFF_ONLY)


@attrs.frozen(eq=False, repr=False)
class KnownContact(Record):
    """R1: an address of the customer on record, and since when, if a correction or an answer brought it."""

    kind: str
    address: str = attrs.field(repr=False)
    verified: bool | None = None
    since: datetime | None = None

    def is_proved(self, at: datetime, settles: timedelta) -> bool:
        """R22: whether it is known to be the customer's by this time: it came with the complaint and nobody doubts it,
        or it is verified, and was not added within the time `settles`."""
        if self.verified is None:
            return self.since is None
        return self.verified and (self.since is None or at - self.since >= settles)

    @property
    def rank(self) -> tuple[int, float]:
        """Which one of a kind is written to, the least first: verified, as it came in, the newest of the others."""
        since = self.since.timestamp() if self.since else 0.0
        return (0, since) if self.verified else (1, since) if self.verified is None else (2, -since)


@attrs.frozen(eq=False, repr=False)
class Customer(Checked):
    """Who complains (R1, R4): a shopper, or a merchant of a platform. `tier` is said by staff or the system only.

    `contact` maps kinds of contact (email, phone, portal …) to the addresses that are written to. `contacts` lists
    them where there are several of a kind, or where it is known whether one is verified. Messages use
    `preferred_channel` and `language` (`zh` or `en`), blank for that of the house. `zone` is the time zone of their
    quiet hours, if it is not that of the policy.
    """

    id: Id
    tier: Name = attrs.field(default="ordinary", metadata=STAFF_ONLY)
    name: str = attrs.field(default="", repr=False)
    contact: Mapping[str, NonBlank] = attrs.field(factory=FrozenMap, repr=False)
    language: str = ""
    preferred_channel: NameOrBlank = ""
    zone: ZoneName = ""
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=as_contacts, repr=False)

    def __attrs_post_init__(self) -> None:
        validate(self)
        if taken := sorted(PROFILE_FIELDS.intersection(self.contact)):
            hint = "a kind of contact, like email; the others are fields of the customer"
            raise InvalidInput(tuple(Problem(f"contact.{name}", "no kind of contact", hint) for name in taken))
        if self.contacts:
            object.__setattr__(self, "contact", FrozenMap({**self._chosen(), **self.contact}))

    def _chosen(self) -> dict[str, str]:
        """The address of each kind that `contact` does not name."""
        given = {plain_name(kind) for kind in self.contact}
        known = [KnownContact(one.kind, one.address, one.verified) for one in self.contacts if one.kind not in given]
        return choose(known)

    @classmethod
    def recorded(cls, given: Mapping[str, Any]) -> Customer:
        """The customer of a record: the id stays as it is, also one that is refused by now."""
        id = given["id"]
        if not isinstance(id, str) or not id.strip() or not id_fault(id):
            return cls(**given)
        known: dict[str, Any] = {**given, "id": _UNKNOWN}
        return replace_unchecked(cls(**known), id=id)

    @staticmethod
    def profile_problem(name: str, text: str) -> str:
        """What is wrong with a correction of this field (`zone`), or nothing."""
        if name == "tier" and not text.strip():
            return "a tier that is not blank"
        return (_zone(text.strip()) or "") if name == "zone" else ""


@attrs.frozen(eq=False, repr=False)
class OldNote(Checked):
    """What somebody wrote about a case in another system: when (aware), who, and whether the customer could read it."""

    text: NonBlank = attrs.field(repr=False)
    at: datetime | None = None
    by: str = attrs.field(default="", repr=False)
    public: bool = False


def as_old_notes(value: list[OldNote] | tuple[OldNote, ...]) -> Any:
    """Notes of another system."""
    return tuple(value)


@attrs.frozen(eq=False, repr=False)
class OldCase(Checked):
    """What another system says of a case: nothing of it is proved here. Times are aware.

    `system` names it and `id` the case there. Without `closed_at` the case still runs. `status` is its last state in
    the words of that system, `resolution` what it says was done. `root_cause` is written as ours are, or blank.
    """

    system: Name
    id: NonBlank
    received_at: datetime
    status: str = attrs.field(default="", repr=False)
    closed_at: datetime | None = None
    assigned_at: datetime | None = None
    first_answered_at: datetime | None = None
    team: NameOrBlank = ""
    owner: str = ""
    grade: Grade | None = attrs.field(default=None, converter=as_word_or_none)
    resolution: str = attrs.field(default="", repr=False)
    root_cause: str = attrs.field(default="", repr=False)
    notes: tuple[OldNote, ...] = attrs.field(default=(), converter=as_old_notes)


@attrs.frozen(eq=False, repr=False)
class Said(Checked):
    """Words of the customer: the text, the channel, where they are on record, and who heard them.

    `via` is a channel, and `ref` names the call or message. Both may be blank only when the customer acts in person. A
    plain `str` becomes a `Said`.
    """

    text: NonBlank = attrs.field(repr=False)
    via: NameOrBlank = ""
    ref: str = ""
    heard_by: str = ""

    @classmethod
    def of_text(cls, text: str) -> Said:
        """Words without a channel or reference."""
        return cls(text)


@attrs.frozen(eq=False, repr=False)
class Attachment(Checked):
    """A file by reference (R22): its URI, media type, size in bytes, digest, and the name that its sender gave it.

    The name is for people, and may be private: no path, nothing that cannot be seen, at most 120 characters. Two files
    of one name differ in their URIs.
    """

    uri: NonBlank = attrs.field(repr=False)
    media_type: str = ""
    size: Annotated[int, Within(0)] = 0
    digest: str = attrs.field(default="", repr=False)
    name: FileName = attrs.field(default="", repr=False)

    @property
    def label(self) -> str:
        """What a person reads of it: its name, or else its URI; then its type and size."""
        about = ", ".join(part for part in (self.media_type, f"{self.size} bytes" if self.size else "") if part)
        return f"{self.name or self.uri}{f' ({about})' if about else ''}"


@attrs.frozen(eq=False, repr=False)
class Option(Checked):
    """R24: a possible solution, with basis, pros, cons and expected reaction."""

    remedy: Remedy = attrs.field(converter=as_word)
    basis: NonBlank = attrs.field(repr=False)
    pros: NonBlank = attrs.field(repr=False)
    cons: NonBlank = attrs.field(repr=False)
    expected: NonBlank = attrs.field(repr=False)


@attrs.frozen(eq=False, repr=False)
class Action(Checked):
    """R39: one improvement with an owner and a due date.

    One of merchant management may be a `step` of the policy's ladder, for the `respondent` that it names (R46).
    """

    what: NonBlank = attrs.field(repr=False)
    owner: NonBlank
    due: date
    kind: ActionKind = attrs.field(converter=as_word)
    respondent: str = attrs.field(default="", repr=False)
    step: str = ""


@attrs.frozen(eq=False, repr=False)
class SpikeFigures(Checked):
    """R41: what grew too fast: its `kind` and `name`, how many complaints came in the 24 hours up to `until`, how many
    in the 24 hours before, and how many on the same weekday of earlier weeks, the last one first.

    `expected` is what these weeks and the level of the last one let expect. By chance there would be so many at most
    once in `one_in` looks. `complaints` are the latest of them, and `also` names what else spiked with them.
    """

    kind: NonBlank
    name: NonBlank = attrs.field(repr=False)
    until: datetime
    now: Annotated[int, Within(0)]
    before: Annotated[int, Within(0)]
    expected: Annotated[int, Within(0)]
    weeks: tuple[int, ...] = attrs.field(default=(), converter=as_numbers)
    one_in: Annotated[int, Within(1)] = 1
    complaints: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts, repr=False)
    also: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts, repr=False)


@attrs.frozen(eq=False, repr=False)
class CallPlan(Checked):
    """R21: what was prepared for a call: the script, the likely objections with answers, and who listens in."""

    script: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    objections: Mapping[str, NonBlank] = FrozenMap()
    listener: str = ""


@attrs.frozen(eq=False, repr=False)
class Participant(Checked):
    """R30: somebody who took part in a review, and in which role. A plain `str` is a role without a name."""

    role: NonBlank
    who: str = ""

    @classmethod
    def of_text(cls, text: str) -> Participant:
        """A role without a name."""
        return cls(text)


@attrs.frozen(eq=False, repr=False)
class Signals(Checked):
    """R10: the input of the priority calculator. `Triage` takes `tier`, `repeats` and `vulnerable` from the record."""

    impact: Impact = attrs.field(default=Impact.ONE, converter=as_word)
    urgency: Urgency = attrs.field(default=Urgency.ROUTINE, converter=as_word)
    emotion: Emotion = attrs.field(default=Emotion.CALM, converter=as_word)
    severity: Severity = attrs.field(default=Severity.GENERAL, converter=as_word)
    hazards: frozenset[Hazard] = attrs.field(default=frozenset(), converter=as_words)
    exposure: Exposure = attrs.field(default=Exposure.NONE, converter=as_word)
    tier: Name = "ordinary"
    repeats: Annotated[int, Within(0)] = 0
    vulnerable: bool = False


@attrs.frozen(eq=False, repr=False)
class Caution(Record):
    """One thing that was accepted and is probably not what was meant: the rule, why, and what would help."""

    rule: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.why} — {self.remedy}"


@attrs.frozen(eq=False, repr=False)
class Notice(Record):
    """Who is told when an edge of a house's own lifecycle is taken, and what, in Chinese and English.

    `channel` is the customer's, where it is not left to what the customer prefers or needs.
    """

    audience: str
    template: str
    zh: str = attrs.field(repr=False)
    en: str = attrs.field(repr=False)
    channel: str = ""

    @property
    def texts(self) -> tuple[str, str]:
        """What is said, in the order of `LANGUAGES`."""
        return self.zh, self.en

    def __str__(self) -> str:
        return " ".join(filter(None, (self.audience, self.template, self.channel)))


_WHY = {
    "impact": "the problem reaches {value} customer(s)",
    "urgency": "for the customer it is {value}",
    "emotion": "the customer is {value}",
    "severity": "the matter is {value}",
    "exposure": "outside attention: {value}",
    "tier": "the customer's tier is {value}",
    "care": "the customer needs particular care (R48)",
    "repeats": "earlier contacts about it: {value}",
    "hazards": "hazards: {value}; any hazard is an emergency (R11)",
    "disputes": "the customer said {value} time(s) that it is not solved (R34)",
    "disputed": "raised to {value}, because it was not solved again (R34)",
    "quadrant": "{value} by the four quadrants (R9)",
    "alarm": "{value} whatever the points: the matter is urgent, or a regulator looks at it (R9)",
    "standing": "it stood at {value} before, and priority never falls by itself (R13)",
    "incident": "it belongs to incident {value}, a batch is at least A (R12)",
    "regrade": "set to {value} by hand",
    "cleared": "the hazard {value} was taken off; the grade stays until somebody lowers it (R13)",
    "unlinked": "it was taken out of incident {value}; the grade stays until somebody lowers it (R13)",
}


@attrs.frozen(eq=False, repr=False)
class Factor(Record):
    """One factor of a priority: name, value, points, and reason."""

    name: str
    value: str
    points: int

    @property
    def why(self) -> str:
        """The reason in a sentence."""
        return f"{_WHY[self.name].format(value=self.value)} ({self.points:+d})"


@attrs.frozen(eq=False, repr=False)
class Priority(Record):
    """R10: the grade, its score, and every factor with its points and reason."""

    grade: Grade
    score: int
    factors: tuple[Factor, ...]


# ── types that fields accept, see `complaintflow._validation.structure`


def as_said(value: Said | str) -> Any:
    """Words of a customer, or just their text."""
    return value


def as_said_or_none(value: Said | str | None) -> Any:
    """Words of a customer, their text, or None."""
    return value


def as_attachments(value: list[Attachment] | tuple[Attachment, ...]) -> Any:
    """Files by reference."""
    return value


def as_options(value: list[Option] | tuple[Option, ...]) -> Any:
    """Possible solutions."""
    return value


def as_participants(value: Sequence[Participant | str]) -> Any:
    """People with their roles, or roles alone."""
    return value


def as_actions(value: list[Action] | tuple[Action, ...]) -> Any:
    """Improvements."""
    return value
