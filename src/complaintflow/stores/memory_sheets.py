"""The sheets of what is counted, as the store in memory has them, and the days of which a save takes the sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, MutableMapping

import attrs

from complaintflow.plugins import CountedDay

Columns = Mapping[str, bytes]
Sheets = MutableMapping[int, tuple[CountedDay, Columns]]
"""By their days; one without a sheet has no columns."""


def take_sheets(sheets: Sheets, days: Collection[int], touched: int) -> None:
    """Something of complaints that count until these days changes: their sheets say it no more."""
    for day in days:
        if day not in sheets or sheets[day][0].format:
            sheets[day] = CountedDay(0, touched), {}


def read_sheets(sheets: Sheets, since: int, names: Collection[str]) -> Iterator[tuple[int, Columns]]:
    """The sheets from this day on, with these columns."""
    for day in sorted(day for day in sheets if day >= since):
        if some := {name: data for name, data in sheets[day][1].items() if name in names}:
            yield day, some


def put_sheet(sheets: Sheets, day: int, format: int, columns: Columns) -> None:
    """The sheet of a day on which something counts."""
    if day in sheets:
        sheets[day] = attrs.evolve(sheets[day][0], format=format), dict(columns)
