"""The sheets of what is counted, as the store in memory has them, and the days of which a save takes the sheet."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from complaintflow.plugins import CountedDay

Columns = Mapping[str, bytes]
_NEVER_KEPT: Columns = {}


@attrs.define
class SheetIndex:
    """Days with their sheets. A transaction has changes of its own before it, until they are kept."""

    days: ChainMap[int, CountedDay] = attrs.field(factory=ChainMap[int, CountedDay])
    columns: ChainMap[int, Columns] = attrs.field(factory=ChainMap[int, Columns])

    def changing(self) -> SheetIndex:
        """The same, whose changes stay beside."""
        return SheetIndex(self.days.new_child(), self.columns.new_child())

    def keep(self, changed: SheetIndex) -> None:
        """Keep what was changed beside it."""
        self.days.update(changed.days.maps[0])
        self.columns.update(changed.columns.maps[0])

    def take(self, days: Collection[int], touched: int) -> None:
        """Something of complaints that count until these days changes: their sheets say it no more."""
        for day in days:
            known = self.days.get(day)
            if known is None or known.format:
                self.days[day], self.columns[day] = CountedDay(0, touched), _NEVER_KEPT

    def without_sheet(self, format: int, before: int, limit: int) -> Sequence[int]:
        """The earliest days that have none of this format or a newer one, and were not touched since."""
        found = [day for day, one in self.days.items() if one.format < format and max(day, one.touched) < before]
        return sorted(found)[:limit]

    def read(self, since: int, names: Collection[str]) -> Iterator[tuple[int, Columns]]:
        """The sheets from this day on, with these columns."""
        for day in sorted(day for day in self.columns if day >= since):
            if some := {name: data for name, data in self.columns[day].items() if name in names}:
                yield day, some

    def put(self, day: int, format: int, columns: Columns) -> None:
        """The sheet of a day."""
        if known := self.days.get(day):
            self.days[day], self.columns[day] = attrs.evolve(known, format=format), dict(columns)
