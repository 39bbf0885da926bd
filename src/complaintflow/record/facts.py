"""The facts of a complaint, which guards read: small, hashable and quick to copy.

Recorded texts are never facts, and neither is anything that no rule reads. The records are `msgspec.Struct`s because
every step copies and encodes them; that was measured ten times faster than attrs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, TypeVar, get_type_hints

import msgspec
from msgspec.structs import astuple, force_setattr

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import FrozenMap, encode_map, is_list, is_table
from complaintflow.record.keys import CALL_TASK, LevelKey, MessageKey, RunKey, message_name, message_number, parse_part
from complaintflow.values import Signals
from complaintflow.vocabulary import Grade, SignKind, State

T = TypeVar("T")

NEXT = "lifecycle.next"
"""The fact that holds the state in which it goes on, chosen when a wait began."""
PREVIOUS = "lifecycle.previous"
"""The fact that holds the state before this one."""


class Wait(msgspec.Struct, frozen=True, omit_defaults=True, repr_omit_defaults=True):
    """Something that we wait for: an answer (`Q1`) or a party's reply (`R1`).

    `on` is customer or party, `what` the field asked for or the name of the party, `since` the time of asking.
    `message` asks a customer, and `arrived` is when it was proved to have arrived: before, nothing counts as asked.
    """

    id: str
    on: str
    what: str
    due: datetime | None = None
    since: datetime | None = None
    message: str = ""
    arrived: datetime | None = None


class Return(msgspec.Struct, frozen=True, order=True):
    """R33: one way by which a message did not arrive. Ordered, because a set of them is encoded in order."""

    message: str
    channel: str


class Claim(msgspec.Struct, frozen=True, omit_defaults=True):
    """R26: a compensation that was requested and is not decided yet. Its kind and currency stand as they compare.

    `tells_solved` says that its words claim a solution (R32).
    """

    id: str
    kind: str
    amount: Decimal
    currency: str
    explained: bool
    arrives: datetime | None = None
    tells_solved: bool = False


class Payment(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """R26: a compensation that was approved: what it was, in which cycle, and for which order.

    Kind, currency and order stand as they compare. `complaint` is the merged complaint that it came from, blank for
    one of this complaint.
    """

    id: str
    kind: str
    amount: Decimal
    currency: str
    cycle: int
    order: str = ""
    complaint: str = ""


class PaymentProof(msgspec.Struct, frozen=True):
    """R26a: our evidence that a compensation arrived. It counts once it is checked."""

    evidence: str
    compensation: str


class ShownAbuse(msgspec.Struct, frozen=True, order=True):
    """R47: a kind of abuse, and the evidence that shows it."""

    kind: str
    evidence: str


class Offer(msgspec.Struct, frozen=True):
    """R24, R26: an option on offer that pays, and the kind of compensation that it is."""

    option: str
    kind: str


class Attempt(msgspec.Struct, frozen=True, order=True):
    """R33: one failed attempt to reach the customer. Ordered, because a set of them is encoded in order."""

    channel: str
    on: date


class Requested(msgspec.Struct, frozen=True, order=True):
    """What a person must approve: its name, the command, who asked, and the roles one of which approves it.

    Without roles any person may who may do it. Ordered, because a set of them is encoded in order.
    """

    id: str
    command: str
    by: str
    roles: tuple[str, ...] = ()


class Sign(msgspec.Struct, frozen=True):
    """R33: something that came from the customer and that no person has handled yet; `since` is when the first came."""

    kind: SignKind
    since: datetime


class Settled(msgspec.Struct, frozen=True):
    """R33: the signs that a message (`M3`) or a call (`P1`) handled, which come back when it is taken back."""

    by: str
    signs: tuple[Sign, ...]


class Cycle(msgspec.Struct, frozen=True, omit_defaults=True, repr_omit_defaults=True):
    """R34: one round from diagnosis to the customer's answer; a dispute or reopening begins a new one.

    `fix` is the number of the latest fix (0: none yet), `proof` the fix that the latest passed verification checked.
    `working` are those who worked since the last fix, `fixers` those who made the latest one. `paying` are the options
    that pay, `rests_on` is the evidence that was checked when something was offered, and `proved_by` the evidence that
    the verification names. `approvers` are those who approved a decline.
    """

    number: int = 1
    fix: int = 0
    proof: int = 0
    working: frozenset[str] = frozenset()
    fixers: frozenset[str] = frozenset()
    provers: frozenset[str] = frozenset()
    proved_by: frozenset[str] = frozenset()
    notice: str = ""
    delivered: datetime | None = None
    requested: bool = False
    confirmed: bool = False
    plan_confirmed: bool = False
    proposed: bool = False
    offered: frozenset[str] = frozenset()
    offered_at: datetime | None = None
    paying: tuple[Offer, ...] = ()
    rests_on: frozenset[str] = frozenset()
    offer: str = ""
    agreed: str = ""
    planned: bool = False
    plan_notice: str = ""
    plan_delivered: datetime | None = None
    worst: Grade | None = None
    escalated: bool = False
    held: frozenset[str] = frozenset()
    overridden: frozenset[str] = frozenset()
    approvers: frozenset[str] = frozenset()

    @property
    def proved(self) -> bool:
        """R32: whether the latest fix has passed its latest verification."""
        return self.fix > 0 and self.proof == self.fix


class Money(msgspec.Struct, frozen=True):
    """An amount with its currency, as a fact of the house. What two currencies are worth nobody knows: compare amounts
    of one."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


class Origin(msgspec.Struct, frozen=True):
    """Where an imported complaint comes from: the name of the other system, when it was imported, and when it came in
    there (UTC)."""

    system: str
    at: datetime
    received_at: datetime


class LegalHold(msgspec.Struct, frozen=True, omit_defaults=True):
    """Nothing of the record may be erased, until then or until somebody lifts it; `by` is who placed it."""

    by: str
    until: datetime | None = None

    def outlasts(self, other: datetime | None) -> bool:
        """Whether it ends later than one that ends then, or never."""
        return other is not None and (self.until is None or other < self.until)


class Facts(msgspec.Struct, frozen=True, omit_defaults=True, repr_omit_defaults=True):
    """Everything that the rules know of one complaint. Times are aware and in UTC.

    `stands_for` is the built-in state whose meaning a state of the house's own has; blank for the built-in ones.
    `policy` is the digest of its policy, `lifecycle` that of its lifecycle, blank for the built-in one; `shop` is the
    name of the shop as it compares, `progress` the team that last reported progress (R29), `paid` what was approved in
    any cycle, and `owed` the compensations that were approved but not proved to have arrived (R26a). `judged_on` is the
    evidence that was checked when responsibility was decided, `plan_news` the messages that tell the customer that the
    plan was kept, of which `plan_kept_by` arrived. `unlinked` are the incidents that a person took it out of (R12),
    `safeguards` the tasks that the desk itself set, which need no identity, and `spikes` those of them by which a spike
    is investigated that is not over (R41). `identity_asked` says that an account was at stake at some time (R22); it
    never falls. `signs` holds at most one sign of each kind, and `answered_at` is when a person last handled signs by
    an answer (R33). `unproved` are the messages to the customer that are not proved to have arrived, `returned` the
    ways by which they did not, and `chasing` the tasks about these. `sendings` says of what came back, or went another
    way, which sending of it is the present one, from 2 on. `told_solved` are those, other than notices, that say that
    it is solved, which is true as long as its proof stands (R32). `watchers` are the stakeholders (R15). `last_told` is
    the number of the event that last told the customer something (R16); what it said stands in the body alone. `fields`
    are the searchable fields of the house's own, and `addresses` counts the contacts that were added. `sent_in` is the
    evidence that the customer sent, `retracted` are the notes, calls and pieces of evidence that were taken back, and
    `settled` says what handled the last signs. `requested` waits for the approval of a person, and `by_machines` counts
    what machines did. `imported` says that it is a case of another system: what it tells of the time before is what
    that system said, and a measure of our own work leaves it out. `hold` keeps the record from being erased, and
    `erased` is when its words were.
    """

    state: str = State.NEW
    stands_for: str = ""
    policy: str = ""
    lifecycle: str = ""
    channel: str = ""
    customer: str = ""
    tier: str = "ordinary"
    order: str = ""
    shop: str = ""
    type: str = ""
    area: str = ""
    team: str = ""
    owner: str = ""
    grade: Grade | None = None
    score: int = 0
    factors: tuple[tuple[str, str, int], ...] = ()
    signals: Signals | None = None
    repeats: int = 0
    disputes: int = 0
    incident: str = ""
    unlinked: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    follows: str = ""
    evidence: int = 0
    checked: frozenset[str] = frozenset()
    identity: frozenset[str] = frozenset()
    identity_asked: bool = False
    heard: frozenset[str] = frozenset()
    responsible: str = "undetermined"
    judged_on: frozenset[str] = frozenset()
    questions: int = 0
    referrals: int = 0
    waits: tuple[Wait, ...] = ()
    paused: str = ""
    breached: frozenset[str] = frozenset()
    tasks: int = 0
    open_tasks: frozenset[str] = frozenset()
    task_owners: FrozenMap = FrozenMap()
    safeguards: frozenset[str] = frozenset()
    improvements: frozenset[str] = frozenset()
    spikes: frozenset[str] = frozenset()
    watchers: frozenset[str] = frozenset()
    progress: str = ""
    options: int = 0
    compensations: int = 0
    claims: tuple[Claim, ...] = ()
    paid: tuple[Payment, ...] = ()
    owed: frozenset[str] = frozenset()
    proofs: tuple[PaymentProof, ...] = ()
    fixes: int = 0
    messages: int = 0
    open_messages: frozenset[str] = frozenset()
    to_us: frozenset[str] = frozenset()
    unproved: frozenset[str] = frozenset()
    returned: frozenset[Return] = frozenset()
    sendings: FrozenMap = FrozenMap()
    chasing: frozenset[str] = frozenset()
    told_solved: frozenset[str] = frozenset()
    last_told: int = 0
    attempts: frozenset[Attempt] = frozenset()
    signs: tuple[Sign, ...] = ()
    answered_at: datetime | None = None
    abuse_shown: frozenset[ShownAbuse] = frozenset()
    vulnerable: bool = False
    blocks: int = 0
    blockers: frozenset[str] = frozenset()
    approvals: int = 0
    requested: frozenset[Requested] = frozenset()
    by_machines: int = 0
    escalation: int = 0
    plan_due: datetime | None = None
    plan_open: bool = False
    plan_news: frozenset[str] = frozenset()
    plan_kept_by: str = ""
    reminded: frozenset[str] = frozenset()
    ground: str = ""
    closed_at: datetime | None = None
    end_letter: str = ""
    surveyed: bool = False
    root_cause: str = ""
    merged_into: str = ""
    merged_from: str = ""
    absorbed: frozenset[str] = frozenset()
    imported: Origin | None = None
    cycle: Cycle = Cycle()
    extra: FrozenMap = FrozenMap()
    fields: FrozenMap = FrozenMap()
    addresses: int = 0
    notes: int = 0
    calls: int = 0
    sent_in: frozenset[str] = frozenset()
    retracted: frozenset[str] = frozenset()
    settled: Settled | None = None
    hold: LegalHold | None = None
    erased: datetime | None = None

    @property
    def stage(self) -> str:
        """The built-in state whose meaning its state has: the state itself, unless it is a house's own."""
        return self.stands_for or self.state

    @property
    def handled_by(self) -> str:
        """Who handles it: its owner, before it has one its team, and nobody yet before it has a team."""
        return self.owner or self.team

    def is_held(self, at: datetime) -> bool:
        """Whether the record is on legal hold at this time."""
        return self.hold is not None and (self.hold.until is None or at < self.hold.until)

    @property
    def rank(self) -> int:
        """R9: the place of its grade in a list: 0 for the worst one, and the last for what has none yet."""
        return rank_of(self.grade)

    @property
    def waits_since(self) -> datetime | None:
        """R33: since when it awaits our reply, if it does."""
        return min((sign.since for sign in self.signs), default=None)

    @property
    def identity_checked(self) -> bool:
        """R22: whether evidence of the customer's identity was checked and found genuine."""
        return bool(self.checked & self.identity)

    @property
    def hazards(self) -> frozenset[str]:
        """R11: the hazards that stand."""
        return hazards_of(self.signals)

    @property
    def abuse(self) -> frozenset[str]:
        """R47: the kinds of abuse that evidence shows."""
        return frozenset(one.kind for one in self.abuse_shown)

    @property
    def tasks_aside(self) -> frozenset[str]:
        """R32: tasks that are no work on the fix: to call, to improve things later, about a message that came back."""
        return self.improvements | self.chasing | {CALL_TASK}

    @property
    def makers(self) -> frozenset[str]:
        """R32: who worked on the latest fix, owners of tasks included."""
        aside = self.tasks_aside
        return self.cycle.fixers.union(owner for task, owner in self.task_owners.items() if task not in aside)

    @property
    def proved(self) -> bool:
        """R32: whether the latest fix passed a verification, at grade E by somebody who did not work on it."""
        return self.cycle.proved and (self.grade != Grade.E or self._is_proved_beside(self.makers))

    @property
    def still_proved(self) -> bool:
        """R32: the same of what was told already: a task that was set since then is no work on that fix."""
        return self.cycle.proved and (self.grade != Grade.E or self._is_proved_beside(self.cycle.fixers))

    def _is_proved_beside(self, makers: frozenset[str]) -> bool:
        """Ids compare as people write them in a form."""
        return not {fold_name(id) for id in self.cycle.provers} <= {fold_name(id) for id in makers}

    def holds(self, message: MessageKey) -> bool:
        """R32: whether the message, no notice, claims nothing, or its proof stands. What is merged goes on unsolved."""
        if message.message not in self.told_solved:
            return True
        goes_on = self.stage == State.MERGED
        return not goes_on and self.still_proved and (message.cycle, message.fix) == (self.cycle.number, self.cycle.fix)

    @property
    def compensations_open(self) -> bool:
        """R26, R26a: whether a compensation is not decided, or not proved to have arrived."""
        return bool(self.claims or self.owed)

    def sending(self, message: str) -> int:
        """R33: which sending of the message is the present one: 1, and one more each time that it came back or took
        another way."""
        return int(self.sendings.get(message, 1))

    def reached_after(self, message: str) -> bool:
        """R33: whether a later message is proved to have reached the customer."""
        later = (message_name(number) for number in range(message_number(message) + 1, self.messages + 1))
        return any(one not in self.unproved and one not in self.to_us for one in later)

    def has_part(self, part: str) -> bool:
        """Whether a numbered part (`E1`, `T2` …) was ever recorded."""
        found = parse_part(part)
        return found is not None and found[1] <= getattr(self, found[0])

    def has_breached(self, run: RunKey) -> bool:
        """Whether it is on record that the run missed its deadline."""
        return bool(self.breached) and str(run) in self.breached  # most have none, and make no text

    def has_told(self, level: LevelKey) -> bool:
        """Whether it is on record that they were told."""
        return str(level) in self.reminded


def rank_of(grade: Grade | None) -> int:
    """R9: the place of a grade in a list: the worst one first, and none last."""
    return len(Grade) if grade is None else len(Grade) - 1 - grade.rank


def hazards_of(signals: Signals | None) -> frozenset[str]:
    """The hazards among the signals, if there are any."""
    return signals.hazards if signals else frozenset()


_TYPES: dict[str, Any] = get_type_hints(Facts)


def _hook(kind: type[Any], value: Any) -> Any:
    """The hook of msgspec that builds custom types from builtins."""
    if kind is FrozenMap:
        return FrozenMap({key: _hashable(one) for key, one in value.items()})
    raise NotImplementedError(kind)


def _hashable(value: Any) -> Any:
    if is_list(value):
        return tuple(_hashable(one) for one in value)
    if not is_table(value):
        return value
    ((name, text),) = value.items() if len(value) == 1 else (("", None),)
    if name in _READ_MARKED and isinstance(text, str):
        return _READ_MARKED[name](text)
    return FrozenMap({key: _hashable(one) for key, one in value.items()})


def _read_money(text: str) -> Money:
    amount, _, currency = text.partition(" ")
    try:
        return Money(Decimal(amount), currency)
    except InvalidOperation:
        raise ValueError("no amount") from None


_READ_MARKED: Mapping[str, Callable[[str], Any]] = {
    "$date": date.fromisoformat,
    "$time": lambda text: datetime.fromisoformat(text).astimezone(UTC),
    "$money": _read_money,
}
"""The facts of a house that JSON has no type for, by the marks with which they are written."""


def _encode_map(value: Any) -> Any:
    """A `FrozenMap` as a table, in which dates, times and amounts bear the marks by which they are read again."""
    return {name: _mark(one) for name, one in encode_map(value).items()}


def _mark(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$time": value.astimezone(UTC).isoformat()}
    if isinstance(value, date):
        return {"$date": value.isoformat()}
    if is_list(value):
        return [*map(_mark, value)]
    return {"$money": str(value)} if isinstance(value, Money) else value


_ENCODER = msgspec.json.Encoder(enc_hook=_encode_map, order="deterministic")
_DECODER = msgspec.json.Decoder(Facts, dec_hook=_hook)


def encode_facts(facts: Facts | dict[str, Any]) -> bytes:
    """Facts, or the changes of an event, as canonical JSON."""
    return _ENCODER.encode(facts)


def decode_facts(text: bytes) -> Facts:
    """The facts of a snapshot. What is alike in many complaints is in memory once."""
    facts = _DECODER.decode(text)
    _share_sets(facts)
    _share_sets(facts.cycle)
    if facts.factors:
        _share_factors(facts)
    return facts


_MOST_LATEST = 256
"""Of so many complaints it is kept what their bytes say: about two megabytes."""


class Latest(Generic[T]):
    """What the bytes beside a complaint say, decoded once while they stay as they are. Those of the last ones are kept.

    A command mostly follows a look at the same complaint, or another command. What another process wrote has other
    bytes, and what an erasure wrote takes the place of what was there. What is decoded is frozen, so any thread may
    take it. A command of `benchmarks/life.py` takes 4 % fewer instructions by it, and a `get` after another 39 %.
    """

    __slots__ = ("_decode", "_encode", "_found")

    def __init__(self, decode: Callable[[bytes], T], encode: Callable[[T], bytes]) -> None:
        self._decode, self._encode = decode, encode
        self._found: dict[str, tuple[bytes, T]] = {}

    def read(self, id: str, text: bytes) -> T:
        """What this text of the complaint says. Raises what `decode` raises."""
        found = self._found.get(id)
        if found is not None and found[0] == text:
            return found[1]
        value = self._decode(text)
        self._keep(id, text, value)
        return value

    def write(self, id: str, value: T) -> bytes:
        """The text that says this of the complaint."""
        text = self._encode(value)
        self._keep(id, text, value)
        return text

    def _keep(self, id: str, text: bytes, value: T) -> None:
        if len(self._found) >= _MOST_LATEST and id not in self._found:
            self._found.clear()
        self._found[id] = text, value


LATEST_FACTS = Latest(decode_facts, encode_facts)
"""The facts of the complaints that were read or written last."""


def _share_sets(record: Facts | Cycle) -> None:
    """A set takes 216 bytes in CPython, also a blank one that was written, and most are as in other complaints: 2.2 of
    5.2 KB of a closed complaint. It takes a fifth of a decoding, which `LATEST_FACTS` mostly spares."""
    values = astuple(record)  # a field at a time took twice as long
    if len(_SETS) >= _MOST_SHARED:
        _SETS.clear()
    for place, name, default in _SETS_OF[type(record)]:
        found = values[place]
        if found is not default and len(found) <= _FEW:
            force_setattr(record, name, _SETS.setdefault(found, found) if found else _BLANK)


def _sets_of(kind: type[Facts | Cycle]) -> list[tuple[int, str, frozenset[str]]]:
    """The fields that are sets of texts: the place and the name of each, and what it is where nobody says anything."""
    blank, hints = kind(), get_type_hints(kind)
    fields = enumerate(kind.__struct_fields__)
    return [(place, name, getattr(blank, name)) for place, name in fields if hints[name] == frozenset[str]]


def _share_factors(facts: Facts) -> None:
    """What was made of the same signals has the same score: to compare the last ones with it takes a third of what
    their digest would. Eighteen texts and their tuples are 1.7 KB."""
    found = _FACTORS.get(facts.score)
    if found == facts.factors:
        force_setattr(facts, "factors", found)
        return
    if len(_FACTORS) >= _MOST_SHARED:
        _FACTORS.clear()
    _FACTORS[facts.score] = facts.factors


_SETS_OF = {kind: _sets_of(kind) for kind in (Facts, Cycle)}
_BLANK = frozenset[str]()
"""It is none of the defaults: what is one of these is left out when it is written."""
_SETS: dict[frozenset[str], frozenset[str]] = {}
_FACTORS: dict[int, tuple[tuple[str, str, int], ...]] = {}
_MOST_SHARED = 4096
_FEW = 8
"""A set of more names is hardly that of another complaint, and to look for it takes as long as it is."""


_split_changes = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


class _Decoders(dict[str, Callable[[msgspec.Raw], Any]]):
    """Reads each fact. Kept: `msgspec.convert` looks at the type anew at each call, and took 2.4 times as long."""

    def __missing__(self, name: str) -> Callable[[msgspec.Raw], Any]:
        found = self[name] = msgspec.json.Decoder(_TYPES[name], dec_hook=_hook).decode
        return found


_DECODERS = _Decoders()


def fold_changes(texts: Iterable[bytes], state: str) -> Facts:
    """The facts that the changes of stored events leave: the last word on each, which alone is decoded."""
    last: dict[str, Any] = {}
    for text in texts:
        last.update(_split_changes(text))
    return _DECODER.decode(_ENCODER.encode({**last, "state": state}))


def decode_changes(text: bytes) -> dict[str, Any]:
    """The changes of a stored event, with the types of the facts; names that are no longer facts are left out."""
    return {name: _DECODERS[name](value) for name, value in _split_changes(text).items() if name in _TYPES}
