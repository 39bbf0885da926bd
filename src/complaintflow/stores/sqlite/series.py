"""The complaints of each series, and how many came in each hour (R41)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from complaintflow.insight.spikes import hour_of
from complaintflow.record.complaint import microseconds
from complaintflow.stores.sqlite.recorder import Recorder

_FILE = "INSERT OR IGNORE INTO series SELECT number, ?2, ?3 FROM complaints WHERE id = ?1"
_COUNT = (
    "INSERT INTO series_hours VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET complaints = complaints + 1 "
    "RETURNING complaints"
)
_HOURS = "SELECT hour, complaints FROM series_hours WHERE name = ? AND hour >= ? AND hour < ? ORDER BY hour"
_LATEST = (
    "SELECT id FROM series JOIN complaints ON number = complaint WHERE name = ? AND at BETWEEN ? AND ? "
    "ORDER BY at DESC, complaint DESC LIMIT ?"
)


class Series(Recorder):
    """The table of series, and that of their hours."""

    def file_in_series(self, id: str, series: Mapping[str, datetime]) -> Mapping[str, int]:
        """File it where it is not yet, and count it in its hour."""
        new: dict[str, int] = {}
        for name, when in series.items():
            if self._execute(_FILE, (id, name, microseconds(when))).rowcount:
                [[new[name]]] = self._execute(_COUNT, (name, hour_of(when))).fetchall()
        return new

    def count_by_hour(self, series: str, since: int, until: int) -> Iterator[tuple[int, int]]:
        """The hours in which any came, in order."""
        return self._execute(_HOURS, (series, since, until))

    def in_series(self, series: str, since: datetime, until: datetime, limit: int) -> tuple[str, ...]:
        """The latest ones, the last one first."""
        return tuple(id for (id,) in self._rows(_LATEST, (series, microseconds(since), microseconds(until), limit)))
