"""What the tables of complaints have beside the facts, in every store with tables: columns, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from complaintflow.errors import UnreadableRecord
from complaintflow.insight.batches import Only, Sighting, is_apart, proposed_for
from complaintflow.plugins import Stored
from complaintflow.plugins.ports.lists import NEVER
from complaintflow.plugins.ports.stored import SPREAD
from complaintflow.record.card import decode_card, make_card
from complaintflow.record.complaint import AT_ONCE, Complaint, microseconds, moment
from complaintflow.record.encrypted import is_encrypted
from complaintflow.record.facts import LATEST_FACTS, Facts
from complaintflow.record.history import Sealed
from complaintflow.stores.bodies import Bodies, Reader
from complaintflow.vocabulary import OPEN, State

PLACE = (
    *("state", "team", "owner", "type", "area", "order_no", "incident", "proposed", "apart"),
    *("rank", "ended", "waits_since", "closed_at"),
)
"""The columns that indexes have."""

SEALED = ", ".join(Sealed.__struct_fields__)
"""The columns of an event, in the order in which `Sealed` takes them."""

SIGHTING = "id, received_at, type, area, customer, state, incident, proposed, apart"
"""The columns of what a search for batches sees (R12)."""

ONLY: dict[Only, str] = {"": "", "incident": " AND incident != ''", "proposed": " AND proposed != ''"}
"""The condition for those that are linked to an incident, or were proposed for one."""

DAY = 86_400_000_000
"""A day, in microseconds."""

_LATEST = datetime.max.replace(tzinfo=UTC)


COUNTED = "id, counted, clocks, link"
"""The columns of what is counted of a complaint."""

SNAPSHOT = "id, version, received_at, link, state, clocks, facts, card, due, due_for, counted, counted_to"
"""The columns, in the order in which `Snapshot` takes them."""


class Snapshot(NamedTuple):
    """The values of `SNAPSHOT`."""

    id: str
    version: int
    received_at: int
    link: bytes
    state: str
    clocks: bytes
    facts: bytes
    card: bytes
    due: int
    due_for: str
    counted: bytes
    counted_to: int

    def read(self, reader: Reader, bodies: Bodies) -> Stored:
        """The complaint with its body. Raises what damaged bytes raise, and `UnreadableRecord` for a damaged event."""
        self.id.encode()  # raises for bytes that are no text
        known = LATEST_FACTS.read(self.id, self.facts)
        if known.state == State.NEW != self.state:
            raise ValueError("facts that say nothing")
        card = self.card or _make_card(reader, self.id, self.version)
        if card and not is_encrypted(card):
            decode_card(card)  # about a microsecond: one that is damaged is set aside here, and holds up nobody later
        when = None if self.due == NEVER else moment(self.due)
        body = bodies.later(self.id, self.version)
        complaint = Complaint(self.id, self.version, known, body, card=card, next_due=when, next_due_for=self.due_for)
        until = None if self.counted_to == NEVER else moment(self.counted_to)
        received_at = moment(self.received_at)
        return Stored(complaint, self.link, received_at, self.clocks, counted=self.counted, counted_to=until)


def _make_card(reader: Reader, id: str, version: int) -> bytes:
    """The card of one from whom it was taken by an erasure, or that an older version of the store brought."""
    try:
        texts = reader.texts(id, version)
        return b"" if any(is_encrypted(one.encoded) for one in texts) else make_card(texts)
    except UnreadableRecord as error:
        raise UnreadableRecord.of("events", f"{id}#{error.key}", error.cause) from None


def ended_in(states: Iterable[str]) -> set[int]:
    """Whether complaints in these states are over, as `PLACE` has it; of a state of a house's own it may be either."""
    return {ended for state in states for ended in ((int(state not in OPEN),) if state in _BUILT_IN else (0, 1))}


_BUILT_IN = frozenset(State)


def place_of(facts: Facts) -> tuple[object, ...]:
    """Where the indexes have a complaint: the values of `PLACE`."""
    batch = (facts.incident, proposed_for(facts), is_apart(facts))
    since = facts.waits_since if facts.signs else None  # most have none: asked twice, it took half of the time
    waits_since = microseconds(since) if since else NEVER
    closed_at = facts.closed_at and microseconds(facts.closed_at)
    lists = (facts.rank, facts.stage not in OPEN, waits_since, closed_at)
    return facts.state, facts.team, facts.owner, facts.type, facts.area, facts.order, *batch, *lists


def counted_to(stored: Stored) -> int:
    """Until when something of it may have counted, as its column has it."""
    return NEVER if stored.counted_to is None else microseconds(stored.counted_to)


def counted_days(*times: int) -> set[int]:
    """The days of these times, as `counted_to` has them; what goes on has none."""
    return {at // DAY for at in times if at != NEVER}


def sightings(rows: Iterable[Any], load: Callable[[str], Stored | None]) -> Iterator[Sighting]:
    """What the rows show. One whose id or customer cannot be read shows nothing; a query names it.

    A state of a house's own is seen by its meaning, which no column has: `load` gives the complaint.
    """
    for id, received_at, type, area, customer, state, incident, proposed, apart in rows:
        if is_text(id) and is_text(customer):
            stage = state if state in _BUILT_IN else _stage_of(id, state, load)
            yield Sighting(id, moment(received_at), type, area, customer, stage, incident, proposed, bool(apart))


def _stage_of(id: str, state: str, load: Callable[[str], Stored | None]) -> str:
    try:
        stored = load(id)
    except UnreadableRecord:
        return state
    return stored.complaint.stage if stored else state


def is_text(text: str) -> bool:
    """Whether it is stored as a text that can be read."""
    return text.isascii() or not any("\udc80" <= one <= "\udcff" for one in text)


def named(id: str) -> str:
    """An id as it can be said, also where its bytes are damaged."""
    return id if is_text(id) else id.encode(errors="backslashreplace").decode()


def clamped_moment(at: int) -> datetime:
    """A time that is stored, or the earliest or latest one where no time is stored so."""
    try:
        return max(moment(at), AT_ONCE)
    except OverflowError:
        return _LATEST if at > 0 else AT_ONCE


def complaint_of(key: str, greater: str = "max") -> str:
    """The complaint in the key of a letter, both as expressions; `greater` names the greater of two numbers."""
    return f"substr({key}, 1, {greater}(instr({key}, '/') - 1, 0))"


def in_shard(id: str, shards: str, shard: str) -> str:
    """The condition that a complaint is in a shard, as `Shard.holds` has it; all three are expressions.

    The remainder is written so that no driver takes its sign for a parameter.
    """
    last, before = (f"coalesce(unicode(substr({id}, length({id}) - {back}, 1)), 0)" for back in (0, 1))
    mark = f"({last} + {SPREAD} * {before})"
    return f"({shards} = 1 OR {mark} - {mark} / {shards} * {shards} = {shard} - 1)"
