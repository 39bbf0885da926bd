"""A tally: one measure while sheets are looked at. It counts by cells, and lists complaints when somebody looks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from operator import sub
from typing import Any, NamedTuple

import attrs

from complaintflow.insight.cells import Collected, Ids, Listed
from complaintflow.insight.dimensions import Cut, Taken
from complaintflow.insight.measures import Measure, Unit
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
    """One measure, cut by some dimensions. `between` counts business time; without it all time counts.

    `moments` are those at which what stands is looked at. Times are microseconds since 1970.
    """

    measure: Measure
    by: tuple[str, ...]
    cuts: tuple[Cut, ...]
    between: Between | None
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
        values = self._values(part)
        for key, places in self._groups(part):
            _collect(self.cells.setdefault(key, Collected()), values, places)
        if self.measure.at_moments:
            _collect(self.last, values, self._at_last(part))

    def whole(self) -> Collected:
        """All cells together, or what stands at the last moment; nothing of a measure that is always cut."""
        if self.measure.always:
            return Collected()
        return self.last if self.measure.at_moments else Collected.joined(self.cells.values())

    def lists(self) -> Lists:
        """Who stands behind the cells."""
        return Lists(self)

    def listed(self) -> Iterator[tuple[Key | None, Sequence[str], Sequence[str]]]:
        """The complaints of each cell, and those of which it is so; without a key, those of the whole."""
        for sheet, chosen in self.looked:
            if part := self._part(sheet, chosen):
                ids = pick(sheet.read_ids(), part.taken.rows)
                for key, places in self._groups(part):
                    some = pick(ids, places)
                    yield key, some, self._hits(some, pick(part.places, places), part.seen)
                if self.measure.at_moments:
                    yield None, pick(ids, self._at_last(part)), ()

    def _hits(self, ids: Sequence[str], places: Sequence[int], seen: Seen) -> Sequence[str]:
        if self.measure.unit is not Unit.SHARE:
            return ()
        return [id for id, place in zip(ids, places, strict=True) if seen.values[place]]

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
        if self.since <= min(at) and max(at) < self.until:
            return range(len(at)), at
        places = [place for place, when in enumerate(at) if self.since <= when < self.until]
        return places, pick(at, places)

    def _standing(self, seen: Seen) -> tuple[Sequence[int], Sequence[int]]:
        """The places of what stands at each moment, and the instant before that moment."""
        places, at = list[int](), list[int]()
        first = self.moments[0] if self.moments else self.until
        for place, (since, until) in enumerate(zip(seen.since, seen.until, strict=True)):
            if first < until:
                there = self.moments[bisect_left(self.moments, since) : bisect_left(self.moments, until)]
                places += [place] * len(there)
                at += [moment - 1 for moment in there]
        return places, at

    def _at_last(self, part: _Part) -> Sequence[int]:
        last = self.moments[-1] - 1
        return [nth for nth, at in enumerate(part.taken.at) if at == last]

    def _groups(self, part: _Part) -> Iterator[tuple[Key, Sequence[int]]]:
        """The places in what is taken, by the key of the cell in which they count."""
        columns = [cut(part.sheet, part.taken) for cut in self.cuts]
        if not columns:
            yield (), range(len(part.places))
            return
        names, codes = _combine(columns)
        groups = defaultdict[int, list[int]](list)
        for place, code in enumerate(codes):
            groups[code].append(place)
        yield from ((names(code), places) for code, places in groups.items())

    def _values(self, part: _Part) -> Sequence[Any]:
        """The values of what is taken; a count has none."""
        unit, taken = self.measure.unit, part.taken
        if unit is Unit.COUNT:
            return ()
        if unit is not Unit.TIME:
            return pick(part.seen.values, part.places)
        if self.measure.at_moments:
            since = pick(part.sheet.received_at, taken.rows)
            return self._times(since, [at + 1 for at in taken.at])
        if part.seen.parts:
            return pick(self._sums(part.seen), part.places)
        return self._times(pick(part.seen.since, part.places), pick(part.seen.until, part.places))

    def _times(self, since: Sequence[int], until: Sequence[int]) -> Sequence[int]:
        return [*map(self.between, since, until)] if self.between else [*map(sub, until, since)]

    def _sums(self, seen: Seen) -> Sequence[int]:
        """The time of each observation that has several spans."""
        times = iter(self._times(seen.since, seen.until))
        return [sum(next(times) for _ in range(parts)) for parts in seen.parts]


def _collect(cell: Collected, values: Sequence[Any], places: Sequence[int]) -> None:
    cell.number += len(places)
    if values:
        cell.values += pick(values, places)


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
        return Listed(Ids(lambda: self._all[0][key]), Ids(lambda: self._all[1][key]))

    @property
    def whole(self) -> Listed:
        """Those behind all cells, or of what stands at the last moment."""
        return Listed(Ids(partial(self._joined, 0)), Ids(partial(self._joined, 1)))

    def _joined(self, nth: int) -> Sequence[str]:
        some = self._all[nth]
        return some[None] if self._tally.measure.at_moments else [id for ids in some.values() for id in ids]

    @cached_property
    def _all(self) -> tuple[Mapping[Key | None, list[str]], Mapping[Key | None, list[str]]]:
        complaints, hits = defaultdict[Key | None, list[str]](list), defaultdict[Key | None, list[str]](list)
        for key, some, so in self._tally.listed():
            complaints[key] += some
            hits[key] += so
        return complaints, hits
