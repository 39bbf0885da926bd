"""An index in memory of what came in, by type, area and time (R12): for stores that have no other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from complaintflow.insight.batches import Only, Sighting

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
