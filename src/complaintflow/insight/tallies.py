"""A tally: one measure while sheets are looked at. It counts by cells, and lists complaints when somebody looks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Any, NamedTuple

import attrs

from complaintflow.insight.cells import Collected, Ids, Listed
from complaintflow.insight.dimensions import Cut, Taken
from complaintflow.insight.measures import Counted, Measure, Unit
from complaintflow.insight.sheets import Labels, Seen, Sheet, pick

Key = tuple[str, ...]
Between = Callable[[int, int], int]
"""The time between two instants that counts; all in microseconds."""
Chosen = Sequence[bool] | None
"""Of each row of a sheet, whether it counts; None: all do."""


class _Part(NamedTuple):
    """A sheet with what is taken of it, and the places of these observations in what the measure saw."""

    sheet: Sheet
    seen: Seen
    places: Sequence[int]
    taken: Taken


@attrs.define
class Tally:
    """One measure, cut by some dimensions. `between` counts business time.

    `moments` are those at which what stands is looked at. Times are microseconds since 1970.
    """

    measure: Measure
    by: tuple[str, ...]
    cuts: tuple[Cut, ...]
    between: Between
    moments: Sequence[int]
    since: int
    until: int
    cells: dict[Key, Collected] = attrs.field(factory=dict[Key, Collected])
    last: Collected = attrs.field(factory=Collected)
    looked: list[tuple[Sheet, Chosen]] = attrs.field(factory=list[tuple[Sheet, Chosen]])

    def add(self, sheet: Sheet, chosen: Chosen) -> None:
        """Count what the measure saw of these complaints in the period."""
        part = self._part(sheet, chosen)
        if part is None:
            return
        self.looked.append((sheet, chosen))
        self._collect(part, self._values(part))

    def _collect(self, part: _Part, values: Sequence[Any]) -> None:
        key, codes = self._codes(part)
        numbers = Counter(codes)
        cells = {code: self._cell(key(code)) for code in numbers}
        for code, number in numbers.items():
            cells[code].number += number
        appends = {code: cell.values.append for code, cell in cells.items()}
        for code, value in zip(codes, values, strict=False):  # a count has no values
            appends[code](value)
        if self.measure.at_moments:
            last = self._at_last(part)
            self.last.number += len(last)
            self.last.values += pick(values, last) if values else ()

    def _cell(self, key: Key) -> Collected:
        if key not in self.cells:
            self.cells[key] = Collected()
        return self.cells[key]

    def whole(self) -> Collected:
        """All cells together, or what stands at the last moment; nothing of a measure that is always cut."""
        if self.measure.always:
            return Collected()
        return self.last if self.measure.at_moments else Collected.joined(self.cells.values())

    def listed(self) -> dict[Key | None, list[str]]:
        """The complaints of each cell; without a key, those of what stands at the last moment."""
        lists = defaultdict[Key | None, list[str]](list)
        for part, ids in self._with_ids():
            key, codes = self._codes(part)
            appends = {code: lists[key(code)].append for code in {*codes}}
            for code, id in zip(codes, ids, strict=True):
                appends[code](id)
            if self.measure.at_moments:
                lists[None] += pick(ids, self._at_last(part))
        return lists

    def hits(self) -> dict[Key | None, list[str]]:
        """Those of the complaints of each cell of which it is so."""
        lists = defaultdict[Key | None, list[str]](list)
        for part, ids in self._with_ids():
            key, codes = self._codes(part)
            for code, id, value in zip(codes, ids, self._values(part), strict=True):
                if value:
                    lists[key(code)].append(id)
        return lists

    def _with_ids(self) -> Iterator[tuple[_Part, Sequence[str]]]:
        """What counts of each sheet, and the complaint of each observation."""
        for part in filter(None, (self._part(*one) for one in self.looked)):
            yield part, pick(part.sheet.read_ids(), part.taken.rows)

    def _part(self, sheet: Sheet, chosen: Chosen) -> _Part | None:
        """What counts of a sheet, if anything does."""
        seen = sheet.seen.get(self.measure.name)
        if seen is None:
            return None
        places, at = self._standing(seen) if self.measure.at_moments else self._in_period(seen)
        if chosen is not None:
            fitting = [nth for nth, place in enumerate(places) if chosen[seen.rows[place]]]
            places, at = pick(places, fitting), pick(at, fitting)
        if not places:
            return None
        of = {name: labels.pick(places) for name, labels in seen.of.items()} if self.cuts else {}
        return _Part(sheet, seen, places, Taken(pick(seen.rows, places), at, of))

    def _in_period(self, seen: Seen) -> tuple[Sequence[int], Sequence[int]]:
        """The places of what lies in the period, and when it was."""
        at = seen.at
        if self.since <= seen.first and seen.last < self.until:
            return range(len(at)), at
        places = [place for place, when in enumerate(at) if self.since <= when < self.until]
        return places, pick(at, places)

    def _standing(self, seen: Seen) -> tuple[Sequence[int], Sequence[int]]:
        """The places of what stands at each moment, and the instant before that moment."""
        places, at = list[int](), list[int]()
        first = self.moments[0] if self.moments else self.until
        for place, (since, until) in enumerate(zip(seen.since, seen.until, strict=True)):
            if first < until:
                there = self.moments[bisect_right(self.moments, since) : bisect_left(self.moments, until)]
                places += [place] * len(there)
                at += [moment - 1 for moment in there]
        return places, at

    def _at_last(self, part: _Part) -> Sequence[int]:
        last = self.moments[-1] - 1
        return [nth for nth, at in enumerate(part.taken.at) if at == last]

    def _codes(self, part: _Part) -> tuple[Callable[[int], Key], Sequence[int]]:
        """Which cell each of what is taken counts in, as a code, and the key of a code."""
        columns = [cut(part.sheet, part.taken) for cut in self.cuts]
        return _combine(columns) if columns else (lambda _: (), bytes(len(part.places)))

    def _values(self, part: _Part) -> Sequence[Any]:
        """The values of what is taken; a count has none."""
        unit, taken = self.measure.unit, part.taken
        if unit is Unit.COUNT:
            return ()
        if self.measure.at_moments:
            since = pick(part.sheet.received_at, taken.rows)
            return [at + 1 - begin for at, begin in zip(taken.at, since, strict=True)]
        if self.measure.time is Counted.WALL:
            return pick(part.seen.values, part.places)
        return pick(self._open_times(part.seen), part.places)

    def _open_times(self, seen: Seen) -> Sequence[int]:
        """The business time of each observation."""
        times = map(self.between, seen.since, seen.until)
        return [sum(islice(times, parts)) for parts in seen.parts] if seen.parts else [*times]


def _combine(columns: Sequence[Labels]) -> tuple[Callable[[int], Key], Sequence[int]]:
    """One code for the values in several dimensions, and the key that it stands for."""
    if len(columns) == 1:
        (only,) = columns
        return lambda code: (only.texts[code],), only.codes
    known: dict[tuple[int, ...], int] = {}
    codes = [known.setdefault(one, len(known)) for one in zip(*(column.codes for column in columns), strict=True)]
    found = [*known]

    def key(code: int) -> Key:
        return tuple(column.texts[place] for column, place in zip(columns, found[code], strict=True))

    return key, codes


class Lists:
    """Who stands behind the cells of a tally. All are listed as soon as somebody looks at one."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def of(self, key: Key) -> Listed:
        """Those behind one cell."""
        return Listed(Ids(lambda: self._complaints[key]), Ids(lambda: self._hits[key]))

    @property
    def whole(self) -> Listed:
        """Those behind all cells, or of what stands at the last moment."""
        return Listed(Ids(lambda: self._joined(self._complaints)), Ids(lambda: self._joined(self._hits)))

    def _joined(self, lists: Mapping[Key | None, list[str]]) -> Sequence[str]:
        return lists[None] if self._tally.measure.at_moments else [*chain.from_iterable(lists.values())]

    @cached_property
    def _complaints(self) -> Mapping[Key | None, list[str]]:
        return self._tally.listed()

    @cached_property
    def _hits(self) -> Mapping[Key | None, list[str]]:
        return self._tally.hits()
