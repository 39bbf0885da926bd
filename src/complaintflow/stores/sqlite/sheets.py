"""The sheets of what is counted, and the days of which a save takes the sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from complaintflow.plugins import Counted, CountedDay
from complaintflow.stores.columns import COUNTED, DAY, named
from complaintflow.stores.sqlite.recorder import Recorder

_TOUCH = (
    "INSERT INTO counted_days VALUES (?, 0, ?) "
    "ON CONFLICT (day) DO UPDATE SET format = 0, touched = excluded.touched WHERE format != 0"
)
_TAKE = "DELETE FROM sheets WHERE day = ?"
_DAYS = "SELECT day, format, touched FROM counted_days WHERE day >= ?"
_UNKEPT = "SELECT day FROM counted_days WHERE format < ?1 AND day < ?2 AND touched < ?2 ORDER BY day LIMIT ?3"
_COUNTED_ON = f"SELECT {COUNTED} FROM complaints WHERE counted_to BETWEEN ? AND ?"  # noqa: S608  # ours
_SHEETS = "SELECT day, name, data FROM sheets WHERE day >= ? AND name IN ({}) ORDER BY day"
_KEEP_DAY = "UPDATE counted_days SET format = ? WHERE day = ?"
_KEEP = "INSERT INTO sheets VALUES (?, ?, ?)"


class Sheets(Recorder):
    """The table of sheets, with a row for each column, and that of their days."""

    def _take_sheets(self, days: Collection[int], touched: int) -> None:
        """Something of complaints that count until these days changes: their sheets say it no more."""
        for day in days:
            if self._execute(_TOUCH, (day, touched)).rowcount:
                self._execute(_TAKE, (day,))

    def counted_days(self, since: int) -> Mapping[int, CountedDay]:
        """Those from this day on."""
        return {day: CountedDay(*more) for day, *more in self._rows(_DAYS, (since,))}

    def days_without_sheet(self, format: int, before: int, limit: int) -> Sequence[int]:
        """The earliest of them."""
        return [day for (day,) in self._rows(_UNKEPT, (format, before, limit))]

    def counted_on(self, day: int) -> Iterator[Counted]:
        """What is counted of those that count until this day."""
        rows = self._each(_COUNTED_ON, (day * DAY, (day + 1) * DAY - 1))
        return (Counted(named(id), *kept) for id, *kept in rows)

    def sheets(self, since: int, names: Collection[str]) -> Iterator[tuple[int, Mapping[str, bytes]]]:
        """The columns by their days."""
        rows = self._each(_SHEETS.format(", ".join("?" * len(names))), (since, *names))
        return ((day, {name: data for _, name, data in some}) for day, some in groupby(rows, itemgetter(0)))

    def keep_sheet(self, day: int, format: int, columns: Mapping[str, bytes]) -> None:
        """In place of what was there."""
        self._execute(_TAKE, (day,))
        self._many(_KEEP, ((day, name, data) for name, data in columns.items()))
        self._execute(_KEEP_DAY, (format, day))
