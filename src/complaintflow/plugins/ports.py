"""What a plugin may bring, as Protocols. Each docstring is the contract, in the same five points:

- Calls: who calls, when and how often.
- Threads: what may happen at the same time.
- Errors: what an exception means. It is raised, never swallowed; the host names the plugin.
- Idempotency: what the same call again does.
- Time: which times come and go, and how long a call may take. Every time is an aware `datetime` in UTC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Annotated, Any, ClassVar, Protocol, TextIO, TypeVar

import attrs

from complaintflow._validation.structure import FrozenMap, Within
from complaintflow.commands import Receive
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.insight.batches import Sighting
from complaintflow.record.complaint import AT_ONCE, Complaint
from complaintflow.record.events import Event
from complaintflow.record.history import Sealed
from complaintflow.values import Signals
from complaintflow.vocabulary import Effect, ReceiptStatus


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
    the public words that a template may use, `links` where the customer may click; `tried` are the channels on
    which it failed for good before, `customer` is the addressee's id, `zone` their time zone where it is known.
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
    tried: tuple[str, ...] = ()
    customer: str = attrs.field(default="", repr=False)
    zone: str = ""


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
class OutboxEntry:
    """A message in the outbox, and how often it was tried.

    Nobody claims it before `until` (aware). With None it is a dead letter, which waits for a person. `why` says what
    it waits for, or what it died of.
    """

    number: int
    message: Message
    attempts: int = 0
    until: datetime | None = AT_ONCE
    why: str = ""

    @property
    def dead(self) -> bool:
        """Whether it is a dead letter."""
        return self.until is None


@attrs.frozen
class Outcome:
    """What became of a message. `final=False`: another receipt will come.

    A failure for now may say in `retry_after` how long to wait at least. `detail` goes on record: no secrets.
    """

    status: ReceiptStatus
    final: bool = True
    detail: str = ""
    retry_after: timedelta | None = None


class Session(Protocol):
    """One transaction. What it reads belongs together; what it writes is there as a whole or not at all.

    - Calls: by the desk, any number in any order, until the block of the transaction ends; a reader never writes.
    - Threads: one session belongs to the thread that opened it.
    - Errors: `Conflict` when a place in a history is taken, `StoreError` for all else; either rolls everything back.
    - Idempotency: none; `save` appends. What must not happen twice is kept by versions and by `remember`.
    - Time: whatever time it needs is given to it (aware UTC), and comes back to the microsecond. It reads no clock.
    """

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

    def claim(self, limit: int, now: datetime, until: datetime) -> tuple[OutboxEntry, ...]:
        """The oldest entries that wait until now or less, as they lay there. They are leased: nobody else claims them
        before `until`, and each counts one attempt more then."""
        ...

    def remove(self, number: int) -> None:
        """A message is done with, a dead letter too."""
        ...

    def reschedule(self, entry: OutboxEntry) -> None:
        """It waits again, or is a dead letter from now on, just as it is given here.

        What was removed meanwhile stays so.
        """
        ...

    def waiting(self) -> int:
        """How many messages are in the outbox, dead letters apart."""
        ...

    def entries(self, limit: int, after: int = 0, *, dead: bool = False) -> tuple[OutboxEntry, ...]:
        """What waits, or the dead letters, in the order of their numbers, beginning after this one."""
        ...

    def note_sending(self, recipient: str, at: datetime) -> None:
        """A message goes to this recipient now; what is older than a day may be forgotten."""
        ...

    def sendings(self, recipient: str, since: datetime) -> tuple[datetime, ...]:
        """When messages went to this recipient after that time, the first one first."""
        ...

    def schedule(self, id: str, when: datetime | None) -> None:
        """When the clocks of this complaint want to be looked at next (aware); None: not as it stands."""
        ...

    def due(self, limit: int, now: datetime, until: datetime) -> tuple[str, ...]:
        """The ids that wait to be looked at by now, the longest waiting first, leased until then."""
        ...

    def next_checks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        """What is to be looked at next, the earliest first, with its id."""
        ...

    def received_between(
        self, since: datetime, until: datetime, type: str = "", area: str = ""
    ) -> tuple[Sighting, ...]:
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

    def result_for_key(self, key: str) -> Remembered | None:
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

    - Calls: the desk opens a transaction for each of its own calls, one for reading or one for writing, never nested.
    - Threads: many at once. Two writers wait for each other or get an error, never a mixture; a reader sees no half.
    - Errors: `StoreError`, at once and loudly: the caller of the desk gets it, and nothing was saved.
    - Idempotency: a transaction that raised left nothing and may be tried again; `close` may be called twice.
    - Time: it reads no clock. A writer that waits for another one longer than its patience gives up with an error.
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

    A channel may name its `form` for the renderer: `plain` (when it names none), `mail`, `chat` or `sms`.

    - Calls: `send` once for each attempt at a message; it returns what became of it. No transaction is open meanwhile.
    - Threads: several messages at once, never two attempts at one message while its lease of a minute lasts.
    - Errors: an exception means "not now, and somebody should look": the message is tried again later, and `deliver`
      names the channel. No secret stands in its `repr`, its errors or its logs.
    - Idempotency: the same `key` may come again after a crash; a channel that can, drops the repeat.
    - Time: the texts are final, times in them are written out. It gives up by itself within 30 seconds.
    """

    def send(self, message: CustomerMessage) -> Outcome:
        """Send it, or raise."""
        ...


class StaffChannel(Protocol):
    """A way to our own people, to whom internal words may go.

    - Calls: `send` once for each attempt at a message; it returns what became of it. No transaction is open meanwhile.
    - Threads: several messages at once, never two attempts at one message while its lease of a minute lasts.
    - Errors: an exception means "not now": the message stays in the outbox, and `deliver` names the channel.
    - Idempotency: the same `key` may come again after a crash; a channel that can, drops the repeat.
    - Time: the texts are final, times in them are written out. It gives up by itself within 30 seconds.
    """

    def send(self, message: StaffMessage) -> Outcome:
        """Send it, or raise."""
        ...


class Linker(Protocol):
    """Gives a message that asks for the customer's word the links to give it with: `confirm`, `dispute`.

    - Calls: once for each attempt to send, before the renderer; what is not the customer's to click stays as it is.
    - Threads: several messages at once.
    - Errors: an exception means "not now", as in a channel.
    - Idempotency: another attempt may get other links; those of an earlier one are as good as it was sent.
    - Time: `now` (aware) is the time of the attempt, from which links expire. It reads no clock.
    """

    def linked(self, message: CustomerMessage, now: datetime) -> CustomerMessage:
        """The message with its `links`, as of this time (aware)."""
        ...


class Renderer(Protocol):
    """Writes a message in the form of its channel: `plain`, `mail`, `chat` or `sms`.

    It reads the message and nothing else, so it cannot tell a customer what is internal.

    - Calls: once for each attempt to send, after the linker.
    - Threads: several messages at once.
    - Errors: an exception means "not now", as in a channel.
    - Idempotency: pure: the same message in the same form gives the same texts.
    - Time: it reads no clock; times come in the message's `fields`.
    """

    def rendered(self, message: AnyMessage, form: str) -> AnyMessage:
        """The message with its subject, text and, for mail, HTML."""
        ...


class Guard(Protocol):
    """One more rule, on the effects that it watches. It can refuse, never permit.

    - Calls: once for each question about a command with one of these effects: for `do`, `steps` and a dry run alike.
    - Threads: many questions at once; it keeps nothing between them.
    - Errors: it fails closed: an exception, or an answer that is none, is a refusal that names the plugin.
    - Idempotency: pure: the same question gets the same answer, and nothing else happens.
    - Time: `ask.at` (aware UTC) is now. It reads no clock, and it is quick: the transaction waits for it.
    """

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
    """Suggests type, area and signals of what was received. A person decides.

    - Calls: once for each `Desk.suggest`, and for each row of an import that names it; never on the way of a command.
    - Threads: several complaints at once.
    - Errors: an exception is logged by the plugin's name and counts as nothing to say; an import goes on.
    - Idempotency: deterministic: the same words get the same suggestion.
    - Time: it reads no clock; nothing waits for it but who asked.
    """

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
    """Reads complaints from a file. It never stops half-way and never drops a row in silence.

    - Calls: `read` once for each file, which is open at its beginning; rows are taken as they are needed.
    - Threads: several files at once, each by one thread.
    - Errors: a row that cannot be read is an `Unreadable` with its line; an exception ends the import
      with a `PluginError` that names it, and the rows before stay taken in.
    - Idempotency: the same row read again has the same `key`, so that importing a file twice takes in nothing new.
    - Time: times in the file become aware; one without a zone is read in the zone that the format names, or not at all.
    """

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        """Every row, readable or not, in order."""
        ...


@attrs.frozen
class Question:
    """What somebody wants to know: the customer's words and language, and type and area, blank before triage."""

    text: str = attrs.field(repr=False)
    language: str = ""
    type: str = ""
    area: str = ""


@attrs.frozen
class Answer:
    """R31: what helped before: its title and text, where it stands, and why it was found.

    `ref` is a complaint's id or the name of a page, to look it up by. `score` grows with how well it fits, and
    can be compared within one source only. `why` are the words that matched.
    """

    title: str
    text: str = attrs.field(repr=False)
    ref: str
    score: float
    why: tuple[str, ...]


class Knowledge(Protocol):
    """R31: suggests answers that helped before. A person reads them and decides what to say.

    - Calls: once for each `Desk.answers`; never on the way of a command.
    - Threads: several questions at once.
    - Errors: an exception is logged by the plugin's name and counts as no answer. No text of a customer is an error:
      one that is blank, very long, or in the syntax of a search gets fewer answers.
    - Idempotency: asking changes nothing; the same question to the same knowledge gets the same answers in one order.
    - Time: it reads no clock; nothing waits for it but the person who asked.
    """

    def suggest(self, question: Question, limit: int) -> Sequence[Answer]:
        """At most so many answers (1 or more), the best first; none when nothing fits."""
        ...


class Observer(Protocol):
    """Is told what happened, after it was saved. It can neither change nor stop it.

    - Calls: once for each complaint that a call of the desk changed, in the process that saved, before it returns.
    - Threads: many at once; two versions of one complaint may come in either order: `complaint.version` tells.
    - Errors: an exception is logged by the plugin's name and changes nothing; the other observers are told.
    - Idempotency: told once, and not again if the process dies meanwhile: what must not be missed is in the history.
    - Time: each event has its `at` (aware UTC). The caller of the desk waits: hand on what takes long.
    """

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
    """Knows the holidays of a country, a region or a house.

    - Calls: once for each year that a calendar is built for.
    - Threads: several years at once.
    - Errors: an exception is the error of who builds the calendar; a year that is not known is no error: not confirmed.
    - Idempotency: every year is answered the same way whenever it is asked, until it is announced.
    - Time: days are days on the wall of that place, without a zone. It reads no clock.
    """

    def year(self, year: int) -> HolidayYear:
        """The days of this year, in order; no day of another."""
        ...
