"""The complaints of each series, and how many came in each hour (R41)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from complaintflow.insight.spikes import hour_of
from complaintflow.record.complaint import microseconds
from complaintflow.stores.sql.together import Asked
from complaintflow.stores.sql.turns import Turns

_FILE = (
    "INSERT INTO complaintflow_series (complaint, name, at) "
    "SELECT number, :name, :at FROM complaintflow_complaints WHERE id = :id ON CONFLICT DO NOTHING RETURNING name"
)
_COUNT = (
    "INSERT INTO complaintflow_series_hours (name, hour, complaints) VALUES (:name, :hour, 1) "
    "ON CONFLICT (name, hour) DO UPDATE SET complaints = complaintflow_series_hours.complaints + 1 "
    "RETURNING name, complaints"
)
_HOURS = (
    "SELECT hour, complaints FROM complaintflow_series_hours "
    "WHERE name = :name AND hour >= :since AND hour < :until ORDER BY hour"
)
_LATEST = (
    "SELECT id FROM complaintflow_series s JOIN complaintflow_complaints ON number = s.complaint "
    "WHERE s.name = :name AND s.at BETWEEN :since AND :until ORDER BY s.at DESC, s.complaint DESC LIMIT :limit"
)


class Series(Turns):
    """The table of series, and that of their hours."""

    def file_in_series(self, id: str, series: Mapping[str, datetime]) -> Mapping[str, int]:
        """File it where it is not yet, and count it in its hour; whoever looks then sees all that was filed before."""
        self.take_turn()
        filed = self._ask(
            [Asked(_FILE, {"id": id, "name": name, "at": microseconds(at)}) for name, at in series.items()]
        )
        new = [row[0] for rows in filed for row in rows]
        counted = self._ask([Asked(_COUNT, {"name": name, "hour": hour_of(series[name])}) for name in new])
        return {name: int(count) for rows in counted for name, count in rows}

    def count_by_hour(self, series: str, since: int, until: int) -> Iterator[tuple[int, int]]:
        """The hours in which any came, in order."""
        return ((int(row[0]), int(row[1])) for row in self._run(_HOURS, name=series, since=since, until=until))

    def in_series(self, series: str, since: datetime, until: datetime, limit: int) -> tuple[str, ...]:
        """The latest ones, the last one first."""
        ends = {"since": microseconds(since), "until": microseconds(until)}
        return tuple(row[0] for row in self._run(_LATEST, name=series, limit=limit, **ends))
