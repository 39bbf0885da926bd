"""What a plugin may bring, as Protocols. Each docstring is the contract.

All ports: objects are made once and used by many threads; times are aware UTC `datetime`s; an error is
raised, never swallowed: the host names the plugin and contains it as the port's contract says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Protocol, TextIO, TypeVar

import attrs

from complaintflow._conform import FrozenMap, Within
from complaintflow.asking import Ask
from complaintflow.batches import Sighting
from complaintflow.commands import Receive
from complaintflow.complaint import Complaint
from complaintflow.errors import Refusal
from complaintflow.events import Event
from complaintflow.history import Sealed
from complaintflow.values import Signals
from complaintflow.vocabulary import Effect, ReceiptStatus

__all__ = [
    "Channel",
    "Classifier",
    "CustomerMessage",
    "Guard",
    "HolidayYear",
    "Holidays",
    "Incoming",
    "Intake",
    "Linker",
    "Message",
    "Observer",
    "Outcome",
    "Page",
    "Query",
    "Queued",
    "Remembered",
    "Renderer",
    "Session",
    "StaffChannel",
    "StaffMessage",
    "Store",
    "StoreOpener",
    "Stored",
    "Suggestion",
    "Unreadable",
]


@attrs.frozen
class Stored:
    """A complaint with the last link of its chain and when it came in (aware UTC)."""

    complaint: Complaint
    link: bytes
    received_at: datetime


@attrs.frozen
class Query:
    """Which complaints to find: every field that is given must equal; the oldest come first.

    `after` is the `next` of the page before; `limit` the size of a page. `open` asks for what is still
    open, or for what is not.
    """

    EXACT: ClassVar = ("id", "state", "grade", "type", "area", "team", "owner", "customer", "order", "channel")

    id: str | None = None
    state: str | None = None
    grade: str | None = None
    type: str | None = None
    area: str | None = None
    team: str | None = None
    owner: str | None = None
    customer: str | None = None
    order: str | None = None
    channel: str | None = None
    open: bool | None = None
    received_since: datetime | None = None
    after: Annotated[int, Within(0)] = 0
    limit: Annotated[int, Within(1)] = 50

    def exact(self) -> dict[str, str]:
        """The fields that must be equal."""
        return {name: value for name in self.EXACT if (value := getattr(self, name)) is not None}


@attrs.frozen
class Page:
    """Some of what was found, and where the next page begins, or None. Stable: a complaint that comes in
    meanwhile is on a later page, and none is shown twice."""

    complaints: tuple[Complaint, ...]
    next: int | None


@attrs.frozen
class Remembered:
    """What a key stands for: the complaint, its version afterwards, and the digest of what was asked."""

    complaint: str
    version: int
    asked: str


@attrs.frozen
class CustomerMessage:
    """What a customer will read. It is made from public facts only.

    `key` stays the same when it is sent again: a channel that can, drops a repeat. `to` maps kinds of
    contact to addresses. `text` is always there; `html` says the same where a renderer made it. `fields` are
    the public words that a template may use, `links` where the customer may click.
    """

    id: str
    complaint: str
    key: str
    kind: str
    channel: str
    language: str
    subject: str
    text: str = attrs.field(repr=False)
    to: Mapping[str, str] = attrs.field(factory=FrozenMap, repr=False)
    html: str = attrs.field(default="", repr=False)
    fields: Mapping[str, Any] = attrs.field(factory=FrozenMap, repr=False)
    links: Mapping[str, str] = attrs.field(factory=FrozenMap, repr=False)


@attrs.frozen
class StaffMessage:
    """What our own people will read: a team or the stakeholders."""

    id: str
    complaint: str
    key: str
    kind: str
    audience: str
    recipients: tuple[str, ...]
    subject: str
    text: str = attrs.field(repr=False)
    html: str = attrs.field(default="", repr=False)
    fields: Mapping[str, Any] = attrs.field(factory=FrozenMap, repr=False)


Message = CustomerMessage | StaffMessage
AnyMessage = TypeVar("AnyMessage", CustomerMessage, StaffMessage)


@attrs.frozen
class Queued:
    """A message that waits in the outbox, and how often it was tried."""

    number: int
    message: Message
    attempts: int = 0


@attrs.frozen
class Outcome:
    """What became of a message. `final=False`: another receipt will come."""

    status: ReceiptStatus
    final: bool = True
    detail: str = ""


class Session(Protocol):
    """One transaction. What it reads belongs together; what it writes is there as a whole or not at all."""

    def load(self, id: str) -> Stored | None:
        """The complaint with its body, or None."""
        ...

    def history(self, id: str) -> tuple[Sealed, ...]:
        """Its sealed events, in order of their sequence."""
        ...

    def find(self, query: Query) -> Page:
        """What fits the query."""
        ...

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        """Append the events and replace the snapshot; the complaint is to be looked at (see `due`).

        Raises `Conflict` when an event's place is taken.
        """
        ...

    def enqueue(self, message: Message) -> None:
        """Put a message into the outbox."""
        ...

    def claim(self, limit: int, now: datetime, until: datetime) -> tuple[Queued, ...]:
        """The oldest waiting messages, leased until then: nobody else claims them before."""
        ...

    def settle(self, number: int) -> None:
        """A message is done with."""
        ...

    def waiting(self) -> int:
        """How many messages are in the outbox."""
        ...

    def look_at(self, id: str, when: datetime | None) -> None:
        """When the clocks of this complaint want to be looked at next (aware); None: not as it stands."""
        ...

    def due(self, limit: int, now: datetime, until: datetime) -> tuple[str, ...]:
        """The ids that wait to be looked at by now, the longest waiting first, leased until then."""
        ...

    def looks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        """What is to be looked at next, the earliest first, with its id."""
        ...

    def sighted(self, since: datetime, until: datetime, type: str = "", area: str = "") -> tuple[Sighting, ...]:
        """R12: what came in between these times (aware, both inside), of this type and area where they are given."""
        ...

    def keep_policy(self, digest: str, document: bytes) -> None:
        """Keep the document of a policy under its digest; one that is there stays as it is."""
        ...

    def policy(self, digest: str) -> bytes | None:
        """The document of a policy, or None."""
        ...

    def remember(self, key: str, what: Remembered) -> None:
        """Keep what a key stands for."""
        ...

    def recall(self, key: str) -> Remembered | None:
        """What a key stands for, or None."""
        ...

    def links(self) -> Iterator[bytes]:
        """The links of all events in the order in which they were saved."""
        ...

    def ids(self) -> Iterator[str]:
        """The ids of all complaints."""
        ...


class Store(Protocol):
    """Keeps everything. What `writing()` left without an exception is durable: it survives a killed process.

    Two writers wait for each other or get an error, never a mixture. Errors are `StoreError`s; a store
    fails loudly.
    """

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads."""
        ...

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction that commits when its block ends and rolls back when it raises."""
        ...

    def close(self) -> None:
        """Give everything back; calling it twice is allowed."""
        ...


StoreOpener = Callable[[str], Store]
"""Opens the store that a URL names."""


class Channel(Protocol):
    """A way out to customers. It can only be handed what is meant for them.

    `send` returns what became of the message. An exception means "not now": the message stays in the
    outbox. The same `key` may come again after a crash. A channel may name its `form` for the renderer: `plain`
    (when it names none), `mail`, `chat` or `sms`.
    """

    def send(self, message: CustomerMessage) -> Outcome:
        """Send it, or raise."""
        ...


class StaffChannel(Protocol):
    """A way to our own people; otherwise like `Channel`."""

    def send(self, message: StaffMessage) -> Outcome:
        """Send it, or raise."""
        ...


class Linker(Protocol):
    """Gives a message that asks for the customer's word the links to give it with: `confirm`, `dispute`.

    Called once for each attempt to send; what is not the customer's to click is left as it is.
    """

    def linked(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        """The message with its `links`, as of this time (aware)."""
        ...


class Renderer(Protocol):
    """Writes a message in the form of its channel: `plain`, `mail`, `chat` or `sms`.

    It reads the message and nothing else, so it cannot tell a customer what is internal. An exception means
    "not now", as in a channel.
    """

    def rendered(self, message: AnyMessage, form: str) -> AnyMessage:
        """The message with its subject, text and, for mail, HTML."""
        ...


class Guard(Protocol):
    """One more rule. It must be pure; it fails closed: an exception is a refusal that names the plugin."""

    @property
    def rule(self) -> str:
        """The name of the rule, in lower case with dashes."""
        ...

    @property
    def effects(self) -> frozenset[Effect]:
        """The effects that it watches."""
        ...

    def check(self, ask: Ask) -> Refusal | None:
        """A refusal, or None."""
        ...


@attrs.frozen
class Suggestion:
    """What a classifier makes of a complaint, and why."""

    type: str
    area: str
    signals: Signals
    why: tuple[str, ...]


class Classifier(Protocol):
    """Suggests type, area and signals of what was received. Pure and deterministic; a person decides."""

    def classify(self, received: Receive) -> Suggestion | None:
        """A suggestion with its reasons, or None when there is nothing to say."""
        ...


@attrs.frozen
class Incoming:
    """One complaint that an intake read: its line, a key that stays the same when it is read again, the
    command, and what the source knew of the outcome."""

    line: int
    key: str
    command: Receive
    outcome: Mapping[str, str] = FrozenMap()


@attrs.frozen
class Unreadable:
    """One row that could not be read: its line and the reason."""

    line: int
    reason: str


class Intake(Protocol):
    """Reads complaints from a file. It never stops half-way and never drops a row in silence."""

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        """Every row, readable or not, in order."""
        ...


class Observer(Protocol):
    """Is told what happened, after it was saved. An exception is logged and changes nothing."""

    def saw(self, complaint: Complaint, events: Sequence[Event]) -> None:
        """The complaint as it stands, and the events that led there."""
        ...


@attrs.frozen
class HolidayYear:
    """The days of one year that are not as the week says: without work, and worked though the week has them free.

    `confirmed` is false while nobody has announced the year: then the dates are a guess, or there are none.
    """

    holidays: tuple[date, ...] = ()
    working: tuple[date, ...] = ()
    confirmed: bool = False


class Holidays(Protocol):
    """Knows the holidays of a country, a region or a house. It answers every year the same way whenever it is asked,
    and says of a year that it does not know for certain that it is not confirmed."""

    def year(self, year: int) -> HolidayYear:
        """The days of this year, in order; no day of another."""
        ...
