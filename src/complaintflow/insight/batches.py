"""R12: batches, the same problem from many customers. Pure.

A batch is what came in with one type and area from so many customers within a window. It leads to an incident: the
policy says whether a tick makes one or proposes it to the lead. Everything in an incident has at least grade A.

A complaint looks for its batch when it comes in, is triaged, or moves to another problem or incident (`batch_mark`):
among its neighbours in time, and at no more of them than it needs. `batch_around` stops reading when it has seen enough
customers. So a batch costs in proportion to what is new.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import chain, groupby
from typing import Literal, Protocol

import attrs

from complaintflow._validation.structure import Record
from complaintflow.commands import Command, LinkIncident, Remind
from complaintflow.policy.batches import Batches
from complaintflow.record.facts import Facts
from complaintflow.record.keys import BatchKey, LevelKey
from complaintflow.vocabulary import ENDS, LEAD, OPEN, Audience, in_language


@attrs.frozen(eq=False, repr=False)
class Sighting(Record):
    """One complaint as the search for batches sees it: its id, when it came in (aware UTC), and what counts of it.

    `incident` is the one that it is linked to, `proposed` the one that it was proposed for. `apart` says that a person
    took it out of an incident, or that it was imported: it counts for no other one.
    """

    id: str
    received_at: datetime
    type: str = ""
    area: str = ""
    customer: str = ""
    state: str = ""
    incident: str = ""
    proposed: str = ""
    apart: bool = False

    @classmethod
    def of(cls, id: str, received_at: datetime, facts: Facts) -> Sighting:
        """The sighting of a complaint with these facts."""
        proposed, apart = proposed_for(facts), is_apart(facts)
        problem = (facts.type, facts.area, facts.customer, facts.stage)
        return cls(id, received_at, *problem, facts.incident, proposed, apart)

    @property
    def counts(self) -> bool:
        """Whether its customer counts: not of what was withdrawn, declined or merged, or taken out of an incident."""
        return self.state not in ENDS and not self.apart

    @property
    def unlinked(self) -> bool:
        """Whether it is open and linked to no incident."""
        return not self.incident and self.state in OPEN


def proposed_for(facts: Facts) -> str:
    """The incident that a complaint was proposed for, or a blank text."""
    if not facts.reminded:  # as most: each complaint that is saved is asked
        return ""
    told = (about for about in facts.reminded if about.startswith(_BATCH))
    named = (LevelKey.parse(about).subject for about in told)
    return min((one.incident for one in named if isinstance(one, BatchKey)), default="")


def batch_mark(facts: Facts) -> str:
    """What decides about its batch, as a text to be compared; blank where it has none to look for.

    As long as it stays as it is, whoever comes later looks for the batch that both are in.
    """
    if not (facts.type and facts.area) or facts.stage in ENDS or is_apart(facts):
        return ""
    if not (facts.incident or facts.stage in OPEN):
        return ""
    told = repr((facts.policy, facts.customer, facts.type, facts.area, facts.incident))
    return blake2b(told.encode(errors="surrogateescape"), digest_size=8).hexdigest()


def is_apart(facts: Facts) -> bool:
    """Whether a person took it out of an incident, or another system had it before; and nobody linked it since.

    What is imported comes all at once, and is no problem of today.
    """
    return (bool(facts.unlinked) or facts.imported is not None) and not facts.incident


_BATCH = str(BatchKey(""))


Only = Literal["", "incident", "proposed"]
"""Which sightings are asked for: all, those that are linked to an incident, or those that were proposed for one."""


class Neighbours(Protocol):
    """Reads what came in with one type and area (see `Complaints.alike`), the nearest first, as far as it is asked."""

    def __call__(self, until: datetime, only: Only = "") -> Iterator[Sighting]:
        """From the complaint's own time on until this one, which may be earlier."""
        ...


@attrs.frozen(eq=False, repr=False)
class Batch(Record):
    """Complaints that belong together. `incident` names the one that some are linked to, or a new one."""

    type: str
    area: str
    sightings: tuple[Sighting, ...]
    incident: str
    customers: int

    @property
    def ids(self) -> tuple[str, ...]:
        """All complaints in it, in the order in which they came in."""
        return tuple(one.id for one in self.sightings)

    @property
    def unlinked(self) -> tuple[str, ...]:
        """Those that are open and linked to no incident."""
        return tuple(one.id for one in self.sightings if one.unlinked)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Those that are open and belong to no incident yet, nor were proposed for one."""
        return tuple(one.id for one in self.sightings if one.unlinked and not one.proposed)

    @property
    def key(self) -> BatchKey:
        """What a proposal of it is about."""
        return BatchKey(self.incident)

    @property
    def linked(self) -> bool:
        """Whether a part of it belongs to an incident already."""
        return any(one.incident for one in self.sightings)


def batch_around(mine: Sighting, alike: Neighbours, rule: Batches) -> Batch | None:
    """The batch that this complaint is in, or None.

    Of each customer the nearest complaint on each side is enough, and no more customers than the rule asks for. What
    is in a batch already may lie farther away; then the nearest of those is named too.
    """
    if not mine.counts:
        return None
    ends = (mine.received_at - rule.within, mine.received_at + rule.within)
    sides = [_nearest(mine, alike(end), rule.customers) for end in ends]
    seen = _in_order({one.id: one for one in (mine, *chain(*sides))}.values())
    window = _window(seen, rule.within, mine)
    if _customers(window) < rule.customers:
        return None
    found = next((one for one in seen if one.incident), None) or _nearest_known(mine, alike, ends)
    return _batch(window, found)


def _nearest(mine: Sighting, side: Iterator[Sighting], customers: int) -> Iterator[Sighting]:
    """The nearest complaint of each customer, until there are enough with this one's."""
    found, seen = set[str](), {mine.customer}
    for one in side:
        if one.counts and one.id != mine.id and one.customer not in found:
            found.add(one.customer)
            seen.add(one.customer)
            yield one
            if len(seen) >= customers:
                return


def _nearest_known(mine: Sighting, alike: Neighbours, ends: Iterable[datetime]) -> Sighting | None:
    """The nearest that is linked to an incident, else the nearest that was proposed for one."""
    kinds: tuple[Only, ...] = ("incident", "proposed")
    for only in kinds:
        sides = [next((one for one in alike(end, only) if one.counts), None) for end in ends]
        if known := [one for one in sides if one]:
            return min(known, key=lambda one: abs(one.received_at - mine.received_at))
    return None


def batches(seen: Iterable[Sighting], rule: Batches) -> Iterator[Batch]:
    """Every batch among these, by type and area; of each the window with the most customers."""
    typed = [one for one in seen if one.counts and one.type and one.area]
    for _, group in groupby(sorted(typed, key=_problem), key=_problem):
        largest = _window(_in_order(group), rule.within)
        if _customers(largest) >= rule.customers:
            yield _batch(largest, next((one for one in largest if one.incident), None))


def _window(alike: list[Sighting], length: timedelta, around: Sighting | None = None) -> tuple[Sighting, ...]:
    """The window with the most customers, of several the first; `around` must be in it if it is given.

    It slides: each sighting enters and leaves once.
    """
    place = None if around is None else alike.index(around)
    begin, best, counted = 0, (0, 0, 0), Counter[str]()
    for end, last in enumerate(alike):
        counted[last.customer] += 1
        while alike[begin].received_at < last.received_at - length:
            counted[alike[begin].customer] -= 1
            if not counted[alike[begin].customer]:
                del counted[alike[begin].customer]
            begin += 1
        if len(counted) > best[0] and (place is None or begin <= place <= end):
            best = len(counted), begin, end + 1
    return tuple(alike[best[1] : best[2]])


def batch_commands(batch: Batch, mine: Sighting, rule: Batches, language: str) -> Iterator[tuple[str, Command]]:
    """The commands that a batch asks for because of this complaint, each with its complaint.

    It is linked; or, where a person decides, the lead is told in this language: once for the batch, and once for each
    complaint that comes later to an incident. The others of the batch ask for themselves.
    """
    if rule.makes:
        yield mine.id, LinkIncident(batch.incident)
    elif batch.linked and not mine.proposed:
        yield mine.id, _proposal(batch, _BELONGS, language)
    elif not batch.linked and not any(one.proposed for one in batch.sightings):
        yield from ((id, _proposal(batch, _PROPOSED, language)) for id in batch.unlinked[:1])


_BELONGS = ("属于事件 {incident}?", "Does it belong to incident {incident}?")
_PROPOSED = (
    "{customers} 位客户在 {begin}–{end} 反映同一问题({type}-{area}):是否建立事件 {incident}?",
    "{customers} customers came with the same problem ({type}-{area}), {begin} to {end}: is it incident {incident}?",
)


def _proposal(batch: Batch, texts: tuple[str, str], language: str) -> Remind:
    begin, end = batch.sightings[0].received_at, batch.sightings[-1].received_at
    said = in_language(language, texts).format(
        customers=batch.customers,
        begin=f"{begin:%m-%d %H:%M}",
        end=f"{end:%H:%M} UTC",
        type=batch.type,
        area=batch.area,
        incident=batch.incident,
    )
    return Remind(said, Audience.TEAM, str(batch.key), (LEAD,))


def _problem(one: Sighting) -> tuple[str, str]:
    return one.type, one.area


def _in_order(seen: Iterable[Sighting]) -> list[Sighting]:
    return sorted(seen, key=lambda one: (one.received_at, one.id))


def _customers(window: tuple[Sighting, ...]) -> int:
    return len({one.customer for one in window})


def _batch(window: tuple[Sighting, ...], known: Sighting | None) -> Batch:
    """The batch of a window; `known` is in a batch already, and perhaps not in the window."""
    seen = window if known is None or known in window else (*window, known)
    first = window[0]
    name = (known.incident or known.proposed) if known else ""
    return Batch(first.type, first.area, tuple(_in_order(seen)), name or f"I-{first.id}", _customers(window))


# ── for stores that have no index of their own

Place = tuple[datetime, str]
"""When a complaint came in, and its id."""
_Shelf = tuple[str, str, Only]

_MICROSECOND = timedelta(microseconds=1)


def _shelves(one: Sighting) -> set[_Shelf]:
    kinds: dict[Only, bool] = {"": True, "incident": bool(one.incident), "proposed": bool(one.proposed)}
    return {(one.type, one.area, only) for only, is_one in kinds.items() if is_one}


class AlikeIndex:
    """The places of sightings, sorted by time for each type and area. `put` and `read` take logarithmic time."""

    def __init__(self) -> None:
        self._shelves: dict[_Shelf, list[Place]] = defaultdict(list)

    def put(self, one: Sighting, before: Sighting | None = None) -> None:
        """Find it by its type, area and batch from now on, and no more by those `before`."""
        old, new = _shelves(before) if before else set[_Shelf](), _shelves(one)
        place = (one.received_at, one.id)
        for gone in old - new:
            del self._shelves[gone][bisect_left(self._shelves[gone], place)]
        for come in new - old:
            insort(self._shelves[come], place)

    def read(self, type: str, area: str, at: datetime, until: datetime, only: Only) -> Iterator[Place]:
        """The places from `at` on until `until`, which may be earlier; the nearest first."""
        shelf = self._shelves.get((type, area, only), [])
        begin = bisect_left(shelf, (min(at, until), ""))
        end = bisect_left(shelf, (max(at, until) + _MICROSECOND, ""))
        return (shelf[place] for place in (range(end - 1, begin - 1, -1) if until < at else range(begin, end)))
