"""The frozen record of one complaint: its facts, its texts, and what is derived from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Any, Generic, TypeVar, overload

import attrs
import msgspec

from complaintflow._validation.reading import unreadable
from complaintflow._validation.structure import Record
from complaintflow.policy.playbook import Playbook, open_playbook
from complaintflow.policy.policy import STANDARD, Policy
from complaintflow.record.asking import questions
from complaintflow.record.card import (
    INTAKE_FIELDS,
    card_contacts,
    customer_on,
    decode_card,
    intake_part,
    make_card,
    note,
)
from complaintflow.record.encrypted import is_encrypted
from complaintflow.record.facts import Cycle, Facts, Sign, Wait, encode_facts
from complaintflow.values import Attachment, Caution, Customer, Factor, KnownContact, Priority
from complaintflow.vocabulary import LANGUAGES, Grade, Part, State, language_of

T = TypeVar("T")

VULNERABILITY = "RecordVulnerability"
"""The command that records why a customer needs particular care."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """An aware time as microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def moment(at: int) -> datetime:
    """Microseconds since 1970 as a UTC time."""
    return _EPOCH + timedelta(0, 0, at)  # by place: by name it takes half as long again


AT_ONCE = moment(0)
"""The due time of what waits for nothing: before everything else."""


def day_of(at: datetime) -> int:
    """The day (UTC), counted from 1970."""
    return (at - AT_ONCE).days


encode_json = msgspec.json.Encoder(order="deterministic").encode
"""Encodes plain values as canonical JSON."""


_ENCRYPTED = "it is encrypted, and no key that this desk has opens it"
_decode_object = msgspec.json.Decoder(dict[str, Any]).decode


def decode_data(data: Mapping[str, Any] | bytes, seq: int = 0) -> Mapping[str, Any]:
    """The data of an event, decoded if it is still JSON. Raises `UnreadableRecord`."""
    if not isinstance(data, bytes):
        return data
    try:
        return _decode_object(data)
    except msgspec.MsgspecError as fault:
        raise unreadable("events", seq, _ENCRYPTED if is_encrypted(data) else fault) from None


_name_of = attrgetter("__name__")


class OfKind:
    """What comes from a command, whose name is its kind."""

    __slots__ = ()

    kind: str

    def is_a(self, *kinds: type[Any]) -> bool:
        """Whether it comes from a command of one of these classes."""
        return self.kind in map(_name_of, kinds)


class Entry(msgspec.Struct, OfKind, eq=False):
    """What one event says, in plain values. Time and data are decoded when they are first read.

    `at` may be given as it is stored, in microseconds since 1970.
    """

    seq: int
    _at: datetime | int
    by: str
    kind: str
    _data: Mapping[str, Any] | bytes

    @property
    def at(self) -> datetime:
        """When it happened, in UTC."""
        if isinstance(self._at, int):
            try:
                self._at = moment(self._at)
            except OverflowError as fault:
                raise unreadable("events", self.seq, fault) from None
        return self._at

    @property
    def data(self) -> Mapping[str, Any]:
        """The fields of the command; empty after an erasure."""
        self._data = data = decode_data(self._data, self.seq)
        return data

    @property
    def encoded(self) -> bytes:
        """The data as canonical JSON."""
        return self._data if isinstance(self._data, bytes) else encode_json(self._data)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        if (self.seq, self.by, self.kind, self.at) != (other.seq, other.by, other.kind, other.at):
            return False
        return self._data == other._data or self.data == other.data  # equal bytes need no decoding

    def __ne__(self, other: object) -> bool:
        return not self == other  # that of a struct would ask whether it is the same object

    def __hash__(self) -> int:
        return hash((self.seq, self.kind))

    def __repr__(self) -> str:
        return f"Entry({self.seq}, {self.kind}, by={self.by!r})"


ReadEntries = Callable[[], tuple[Entry, ...]]
"""Reads the entries of one complaint up to its version, whenever it is called."""

ReadEntry = Callable[[int], Entry]
"""Reads the entry of the event with this number."""


class Body(Sequence[Entry]):
    """The texts of a complaint: one entry for each event, in order. No rule reads them.

    A store may read them only when somebody looks at them (`later`): what is there then is as long as the complaint's
    version says, whatever happened since.
    """

    __slots__ = ("_parts", "_read_one")

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        self._parts: tuple[ReadEntries | None, int, tuple[Entry, ...]] = (None, 0, entries)
        self._read_one: ReadEntry | None = None

    @classmethod
    def later(cls, count: int, read: ReadEntries, read_one: ReadEntry | None = None) -> Body:
        """So many entries, which `read` gives when somebody looks at them, once.

        `read_one` finds one entry without the others, where a store can.
        """
        body = cls()
        body._parts, body._read_one = (read, count, ()), read_one
        return body

    def _read(self) -> tuple[Entry, ...]:
        """All entries. Raises `UnreadableRecord` where there are fewer than there were, or more."""
        read, count, entries = self._parts
        if read is None:
            return entries
        before = read()
        if len(before) != count:
            raise unreadable("events", len(before), f"the complaint is of version {count}")
        self._parts = (None, 0, (*before, *entries))  # at once, since other threads may look as well
        return self._parts[2]

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        return self._read()[place]

    def __len__(self) -> int:
        _, count, entries = self._parts
        return count + len(entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._read())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Body) and len(self) == len(other) and self._read() == other._read()

    def __hash__(self) -> int:
        return hash(len(self))  # which reads nothing

    def __reduce__(self) -> tuple[type[Body], tuple[tuple[Entry, ...]]]:
        """A copy for another process has its texts with it."""
        return Body, (self._read(),)

    def with_entries(self, entries: Iterable[Entry]) -> Body:
        """A body with more entries at the end."""
        read, count, before = self._parts
        body = Body()
        body._parts, body._read_one = (read, count, (*before, *entries)), self._read_one
        return body

    def read_through(self, wrap: Callable[[Any], Any]) -> Body:
        """The same, where what is not read yet is read in another way; what is there stays as it is."""
        read, count, entries = self._parts
        if read is None:
            return self
        body = Body()
        body._parts, body._read_one = (wrap(read), count, entries), self._read_one and wrap(self._read_one)
        return body

    def at(self, version: int) -> Entry:
        """The entry of the event with this number, from 1 on. Raises `IndexError` and `UnreadableRecord`."""
        if not 0 < version <= len(self):
            raise IndexError(version)
        read, count, entries = self._parts
        if version > count:
            return entries[version - count - 1]
        return self._read_one(version) if read and self._read_one else self._read()[version - 1]

    def since(self, version: int) -> tuple[Entry, ...]:
        """The entries after this version. What came since it was loaded is there without reading."""
        _, count, entries = self._parts
        return entries[version - count :] if version >= count else self._read()[version:]

    def of(self, *kinds: type[Any] | str) -> tuple[Entry, ...]:
        """The entries of these commands, given by class or by name, in order."""
        names = {kind if isinstance(kind, str) else kind.__name__ for kind in kinds}
        return tuple(entry for entry in self._read() if entry.kind in names)


@attrs.frozen(eq=False, repr=False)
class Complaint(Record):
    """One complaint of one customer, as it is after `version` events.

    Guards read only `facts`; the rest is for people. `cautions` say what was doubtful in the call that returned it.
    `card` is private: what of the texts is wanted often, encoded; blank where nobody keeps it (`carded`). `next_due` is
    when the next of its deadlines is due (UTC), or was and still waits, and `next_due_for` the clock; None and blank
    while none runs. `hidden` are the parts that its reader may not see: marks stand in their place.
    """

    id: str
    version: int = 0
    facts: Facts = Facts()
    body: Body = attrs.field(factory=Body, repr=False)
    cautions: tuple[Caution, ...] = attrs.field(default=(), eq=False, repr=False)
    card: bytes = attrs.field(default=b"", eq=False, repr=False)
    next_due: datetime | None = attrs.field(default=None, eq=False, repr=False)
    next_due_for: str = attrs.field(default="", eq=False, repr=False)
    hidden: frozenset[Part] = attrs.field(default=frozenset(), repr=False)
    _known: Customer | None = attrs.field(default=None, init=False, eq=False, repr=False)

    @classmethod
    def blank(cls, id: str) -> Complaint:
        """A complaint that was not received yet; only `Receive` is possible, or that the system imports it."""
        return cls(id)

    @property
    def state(self) -> str:
        """Its state: a `State`, or the name of a custom state."""
        return self.facts.state

    @property
    def stage(self) -> str:
        """The built-in state whose meaning its state has: the state itself, unless it is a house's own."""
        return self.facts.stage

    @property
    def grade(self) -> Grade | None:
        """R9: its grade, or None before triage."""
        return self.facts.grade

    @property
    def cycle(self) -> Cycle:
        """R34: the current cycle."""
        return self.facts.cycle

    def answered(self, cautions: tuple[Caution, ...], due: datetime | None, due_for: str) -> Complaint:
        """The complaint as a call answers it. By hand: `attrs.evolve` takes three times as long, at each command."""
        return Complaint(self.id, self.version, self.facts, self.body, cautions, self.card, due, due_for, self.hidden)

    @property
    def missing(self) -> tuple[str, ...]:
        """R3: the intake fields that the type requires and that are still missing."""
        return self.facts.missing

    @property
    def duplicates(self) -> tuple[str, ...]:
        """R5: the ids of open complaints that this one may duplicate."""
        return self.facts.duplicates

    @property
    def waiting_for(self) -> tuple[Wait, ...]:
        """What we wait for: answers, replies, agreement and confirmation."""
        waits = self.facts.waits
        if self.stage == State.PROPOSED:
            waits += (Wait("agreement", "customer", "agreement"),)
        if self.stage == State.AWAITING_CONFIRMATION and not self.cycle.confirmed:
            waits += (Wait("confirmation", "customer", "confirmation"),)
        return waits

    @property
    def awaiting_reply(self) -> tuple[Sign, ...]:
        """R33: what came from the customer and no person has handled yet, the oldest first."""
        return self.facts.signs

    @property
    def intake(self) -> Mapping[str, Any]:
        """R3: the intake fields after corrections and answers."""
        fields: dict[str, Any] = {}
        for entry in self.body.of(*INTAKE_FIELDS):
            fields.update(intake_part(entry))
        return fields

    def questions(self, policy: Policy = STANDARD, language: str = "") -> dict[str, str]:
        """R3: a question for each missing field, by its name, for `AskCustomer`; in the customer's language."""
        return questions(self.facts.missing, policy.fields, language or self.customer.language)

    @property
    def files(self) -> tuple[Attachment, ...]:
        """R22: the files that came with the complaint itself; those of evidence stand with the evidence."""
        came = self.intake.get("attachments", ())
        return tuple(Attachment(**one) for one in came)

    @property
    def carded(self) -> bytes:
        """Its card, or one that is made of its texts where none is kept."""
        return self.card or make_card(self.body)

    @property
    def received_at(self) -> datetime:
        """When it came in (UTC); an imported one, when it came in at the other system."""
        if self.facts.imported:
            return self.facts.imported.received_at
        return self._read_card(decode_card).received_at

    @property
    def closed_at(self) -> datetime | None:
        """When it was closed (UTC), as long as it is."""
        return self.facts.closed_at

    @property
    def customer(self) -> Customer:
        """R1: the customer as corrections and answers have it (`customer.language`, `contact.email`).

        A blank contact is removed. One message asks for the customer several times: kept, it takes no 8 µs. It is kept
        here and nowhere else, so that no cache holds a contact for longer than anybody holds the complaint.
        """
        if self._known is None:
            known = self._read_card(lambda card: customer_on(card, self.facts.customer, self.facts.tier))
            object.__setattr__(self, "_known", known)
            return known
        return self._known

    @property
    def contacts(self) -> tuple[KnownContact, ...]:
        """R1, R22: every address of the customer, whether it is verified, and since when it is on record."""
        return self._read_card(card_contacts)

    @property
    def shop(self) -> str:
        """R46: the shop that it is about, or a blank text."""
        return self._read_card(decode_card).shop

    def _read_card(self, read: Callable[[bytes], T]) -> T:
        try:
            return read(self.carded)
        except msgspec.MsgspecError as fault:
            raise unreadable("complaints", self.id, _ENCRYPTED if is_encrypted(self.card) else fault) from None

    @property
    def care_reasons(self) -> tuple[str, ...]:
        """R48: why the customer needs particular care, in the order of recording; an erased reason is unknown."""
        reasons: dict[str, None] = {}
        for entry in self.body.of(VULNERABILITY):
            if not entry.data.get("stands", True):
                reasons.clear()
            elif reason := entry.data.get("reason"):
                reasons[str(reason)] = None
        return tuple(reasons)

    @property
    def description(self) -> str:
        """The customer's own description."""
        return str(self.intake.get("description", ""))

    @property
    def priority(self) -> Priority | None:
        """R10: the grade and all factors of the last assessment, or None before triage."""
        if self.facts.grade is None:
            return None
        return Priority(self.facts.grade, self.facts.score, tuple(Factor(*factor) for factor in self.facts.factors))

    def label(self, language: str = "en", policy: Policy = STANDARD) -> str:
        """R8: type, area and grade in one label, in `zh` or `en`: 故障-支付-E级, fault-payment-E."""
        facts, grade = self.facts, self.facts.grade
        if language_of(language) != "zh":
            return "-".join(part or "unknown" for part in (facts.type, facts.area, grade or "ungraded"))
        rule = policy.types.get(facts.type)
        kind = (rule.zh if rule else "") or facts.type.strip() or "未分类"
        area = policy.areas.get(facts.area) or facts.area or "未知"
        return f"{kind}-{area}-{f'{grade}级' if grade else '未定级'}"

    def playbook(self, policy: Policy = STANDARD, language: str = "en") -> Playbook:
        """R42: what the playbook says for this case, in a language."""
        facts = self.facts
        pages = policy.playbook.values()
        return open_playbook(pages, policy.contacts, language, type=facts.type, grade=facts.grade, abuse=facts.abuse)

    def labels(self, policy: Policy) -> dict[str, str]:
        """R8: the label in every language."""
        return {language: self.label(language, policy) for language in LANGUAGES}


class Once(Generic[T]):
    """A property that is computed once. `functools.cached_property` takes a lock before Python 3.12."""

    __slots__ = ("name", "work")

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.name = work.__name__

    def __get__(self, owner: Any, _: object) -> T:
        found = owner.__dict__[self.name] = self.work(owner)
        return found


class Event(msgspec.Struct, OfKind, frozen=True, dict=True):
    """One accepted command: who asked for it, when (UTC), the state after it, and the facts that it changed.

    `encoded` are the fields of the command as the canonical JSON that is sealed and stored; `data` decodes them when
    they are read. `versions` are the digests of the lifecycle and the policy under which it was decided.
    """

    seq: int
    at: datetime
    by: str
    kind: str
    encoded: bytes
    state: str
    changes: Mapping[str, Any]
    versions: tuple[str, ...] = ()

    @Once
    def data(self) -> Mapping[str, Any]:
        """The fields of the command, as JSON values."""
        return decode_data(self.encoded, self.seq)

    @Once
    def encoded_changes(self) -> bytes:
        """The changes as canonical JSON."""
        return encode_facts(dict(self.changes))

    @property
    def closes(self) -> bool:
        """R33: whether it closed the complaint here and said so to the customer, whatever command it comes from."""
        return bool(self.changes.get("closed_at") and self.changes.get("end_letter"))

    @property
    def entry(self) -> Entry:
        """Its entry in the body of the complaint."""
        return Entry(self.seq, self.at, self.by, self.kind, self.encoded)

    def __repr__(self) -> str:
        return f"Event({self.seq}, {self.kind}, by={self.by!r}, at={self.at}, {self.state}, changes={self.changes!r})"


def evolve(complaint: Complaint, events: Iterable[Event]) -> Complaint:
    """The complaint after these events. Pure. Merges all changes and builds the record once."""
    facts: dict[str, Any] = {}
    entries: list[Entry] = []
    for event in events:
        facts.update(event.changes)
        facts["state"] = event.state
        entries.append(event.entry)
    return with_entries(complaint, msgspec.structs.replace(complaint.facts, **facts), entries) if entries else complaint


def with_entries(complaint: Complaint, facts: Facts, entries: Sequence[Entry]) -> Complaint:
    """The complaint after these entries, which leave these facts."""
    body = complaint.body.with_entries(entries)
    return Complaint(complaint.id, entries[-1].seq, facts, body, (), _note(complaint, entries))


def _note(complaint: Complaint, entries: Sequence[Entry]) -> bytes:
    """The card after these entries. Where none is kept, it stays so until somebody needs one."""
    if not complaint.version:
        return make_card(entries)
    told = [entry for entry in entries if entry.kind in INTAKE_FIELDS]
    return note(complaint.card, told) if told and complaint.card else complaint.card
