"""Lists of complaints in memory: sorted lists of places, and the numbers of complaints by what their facts say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import attrs

from complaintflow.plugins import Query, Sort, Stored
from complaintflow.plugins.ports.lists import NEVER, Place
from complaintflow.record.complaint import AT_ONCE, microseconds
from complaintflow.vocabulary import OPEN
from complaintflow.wording.search import Phrase, asked_phrases

FIELDS = ("customer", "order", "owner", "team", "state", "incident")
"""The facts that have an index."""
_FEW = 1000
"""So many complaints are sorted when somebody asks; where more may fit, those that are sorted are looked through."""
_FIRST, _LAST = (-1 << 63,), (1 << 63,)


def place_of(sort: Sort, number: int, stored: Stored) -> Place:
    """Where a complaint stands in this order."""
    facts, due = stored.complaint.facts, _when(stored.complaint.next_due)
    match sort:
        case Sort.OLDEST | Sort.NEWEST:
            return microseconds(stored.received_at), number
        case Sort.GRADE:
            return facts.rank, due, number
        case Sort.DUE:
            return due, number
        case Sort.WAITING:
            return _when(facts.waits_since), number


def _when(at: datetime | None) -> int:
    return NEVER if at is None else microseconds(at)


class ListIndex:
    """What lists find complaints by."""

    def __init__(self) -> None:
        self._places = {sort: list[Place]() for sort in Sort if sort is not Sort.NEWEST}
        self._numbers: dict[tuple[str, str], set[int]] = {}

    def put(self, number: int, now: Stored, before: Stored | None) -> None:
        """A complaint as it stands, and as it stood before."""
        for sort, places in self._places.items():
            new, old = place_of(sort, number, now), place_of(sort, number, before) if before else None
            if new != old:
                if old:
                    del places[bisect_left(places, old)]
                insort(places, new)
        for name in FIELDS:
            told = str(getattr(now.complaint.facts, name))
            former = str(getattr(before.complaint.facts, name)) if before else None
            if told != former:
                self._numbers.setdefault((name, told), set()).add(number)
                if former is not None:
                    self._numbers[name, former].discard(number)

    def walk(self, query: Query, start: Place | None, place: Callable[[int], Place], *, down: bool) -> Iterator[Place]:
        """The places behind this one, or before it, of all that may fit. `place` gives that of a number."""
        few = self._few(query)
        places = self._places[Sort.OLDEST if query.sort is Sort.NEWEST else query.sort]
        if few is not None:
            places = sorted(map(place, few))
        if down:
            return (places[nth] for nth in range(bisect_left(places, start or _LAST) - 1, -1, -1))
        return (places[nth] for nth in range(bisect_right(places, start or _FIRST), len(places)))

    def _few(self, query: Query) -> set[int] | None:
        """The fewest numbers among which all that fits must be; None where there are many."""
        asked = query.exact()
        found = [
            [self._numbers.get((name, value), set[int]()) for value in asked[name]] for name in FIELDS if name in asked
        ]
        fewest = min(found, key=lambda sets: sum(map(len, sets)), default=None)
        if fewest is None or sum(map(len, fewest)) > _FEW:
            return None
        return set[int]().union(*fewest)


@attrs.frozen
class Wanted:
    """What a query asks for, of one complaint after the other."""

    query: Query
    phrases: tuple[Phrase, ...]

    @classmethod
    def by(cls, query: Query) -> Wanted:
        """What this query asks for."""
        return cls(query, asked_phrases(query.text))

    def fits(self, stored: Stored, words: Mapping[int, str], labels: Mapping[str, str]) -> bool:
        """Whether this complaint fits, which has these words and labels."""
        return (
            self._fits_facts(stored)
            and self._fits_times(stored)
            and all(labels.get(name, "") in values for name, values in self.query.labels().items())
            and self._fits_text(words)
        )

    def _fits_facts(self, stored: Stored) -> bool:
        query, facts, wanted = self.query, stored.complaint.facts, self.query.exact()
        return (
            stored.complaint.id in wanted.pop("id", {stored.complaint.id})
            and all((getattr(facts, name) or "") in values for name, values in wanted.items())
            and query.open in {None, facts.stage in OPEN}
            and query.awaiting_reply in {None, bool(facts.signs)}
            and (query.reach is None or any(one.holds(facts) for one in query.reach))
        )

    def _fits_times(self, stored: Stored) -> bool:
        query, complaint = self.query, stored.complaint
        times = {"received": stored.received_at, "closed": complaint.closed_at, "due": complaint.next_due}
        overdue = complaint.next_due is not None and complaint.next_due < (query.now or AT_ONCE)
        return query.overdue in {None, overdue} and all(
            (at := times[name]) is not None and (since is None or since <= at) and (until is None or at < until)
            for name, (since, until) in query.ranges().items()
        )

    def _fits_text(self, words: Mapping[int, str]) -> bool:
        if not self.query.text:
            return True
        return bool(self.phrases) and all(any(one.is_in(text) for text in words.values()) for one in self.phrases)
