"""The sheets of what is counted, and the days of which a save takes the sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from complaintflow.plugins import Counted, CountedDay
from complaintflow.stores.columns import COUNTED, DAY
from complaintflow.stores.sql.recorder import CHUNK
from complaintflow.stores.sql.turns import Turns

_TOUCH = (
    "INSERT INTO complaintflow_counted_days (day, format, touched) VALUES (:day, 0, :touched) ON CONFLICT (day) "
    "DO UPDATE SET format = 0, touched = excluded.touched WHERE complaintflow_counted_days.format != 0"
)
_TAKE = "DELETE FROM complaintflow_sheets WHERE day = :day"
_DAYS = "SELECT day, format, touched FROM complaintflow_counted_days WHERE day >= :since"
_UNKEPT = (
    "SELECT day FROM complaintflow_counted_days WHERE format < :format AND day < :before AND touched < :before "
    "ORDER BY day LIMIT :limit"
)
_COUNTED_ON = (
    f"SELECT number, {COUNTED} FROM complaintflow_complaints "  # noqa: S608  # ours
    "WHERE counted_to BETWEEN :first AND :last AND number > :number ORDER BY number LIMIT :limit"
)
_SHEETS = (
    "SELECT day, name, data FROM complaintflow_sheets WHERE day >= :since AND day <= :until AND name IN :names "
    "ORDER BY day"
)
_SPAN = 32
"""The sheets of so many days are read at once."""
_KEEP_DAY = "UPDATE complaintflow_counted_days SET format = :format WHERE day = :day"
_KEEP = "INSERT INTO complaintflow_sheets (day, name, data) VALUES (:day, :name, :data)"


class Sheets(Turns):
    """The table of sheets, with a row for each column, and that of their days."""

    def _take_sheets(self, days: Collection[int], touched: int) -> None:
        """Something of complaints that count until these days changes: their sheets say it no more."""
        for day in sorted(days):
            self._later(_TAKE, {"day": day})
            self._later(_TOUCH, {"day": day, "touched": touched})

    def counted_days(self, since: int) -> Mapping[int, CountedDay]:
        """Those from this day on."""
        return {day: CountedDay(*more) for day, *more in self._run(_DAYS, since=since)}

    def days_without_sheet(self, format: int, before: int, limit: int) -> Sequence[int]:
        """The earliest of them."""
        return [row[0] for row in self._run(_UNKEPT, format=format, before=before, limit=limit)]

    def counted_on(self, day: int) -> Iterator[Counted]:
        """A chunk at a time. Whoever writes takes the turn before, so that nothing of it changes until the end."""
        if self.writes:
            self.take_turn()
        ends: dict[str, Any] = {"first": day * DAY, "last": (day + 1) * DAY - 1, "limit": CHUNK}
        number: int | None = 0
        while number is not None:
            rows = self._run(_COUNTED_ON, number=number, **ends)
            yield from (Counted(*kept) for _, *kept in rows)
            number = rows[-1][0] if len(rows) == CHUNK else None

    def sheets(self, since: int, names: Collection[str]) -> Iterator[tuple[int, Mapping[str, bytes]]]:
        """The columns by their days, those of some days at a time."""
        days = sorted(self.counted_days(since))
        for begin in range(0, len(days), _SPAN):
            some = days[begin : begin + _SPAN]
            rows = self._run(_SHEETS, since=some[0], until=some[-1], names=sorted(names))
            for day, columns in groupby(rows, itemgetter(0)):
                yield day, {name: data for _, name, data in columns}

    def keep_sheet(self, day: int, format: int, columns: Mapping[str, bytes]) -> None:
        """In place of what was there."""
        self.take_turn()
        self._later(_TAKE, {"day": day})
        self._later(_KEEP, [{"day": day, "name": name, "data": data} for name, data in columns.items()])
        self._later(_KEEP_DAY, {"format": format, "day": day})
