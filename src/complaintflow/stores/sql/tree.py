"""The tiles of the Merkle tree over the ledger, whose places are those of the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from complaintflow.stores.sql.complaints import Complaints
from complaintflow.stores.sql.recorder import CHUNK

_PLACE = (
    "SELECT place FROM complaintflow_events "
    "WHERE complaint = (SELECT number FROM complaintflow_complaints WHERE id = :id) AND seq = :seq"
)
_BEHIND = (
    "SELECT number, id FROM complaintflow_complaints WHERE number > :number AND number IN "
    "(SELECT complaint FROM complaintflow_events WHERE place > :after) ORDER BY number LIMIT :limit"
)
_LINKS = "SELECT coalesce(max(place), 0) FROM complaintflow_events"
_COUNT = "SELECT coalesce(max(place), 0) FROM complaintflow_tiles WHERE level = :level"
_TILES = "SELECT hash FROM complaintflow_tiles WHERE level = :level AND place > :after ORDER BY place LIMIT 64"
_KEEP = "INSERT INTO complaintflow_tiles (level, place, hash) VALUES (:level, :place, :hash) ON CONFLICT DO NOTHING"


class Tree(Complaints):
    """The table of tiles. Places count from 1 here, as those of the events do."""

    def place(self, id: str, seq: int) -> int | None:
        """How many events were saved before this one."""
        row = self._row(_PLACE, id=id, seq=seq)
        return int(row[0]) - 1 if row else None

    def ids_behind(self, after: int) -> Iterator[str]:
        """The complaints of events behind so many."""
        number = 0
        while rows := self._run(_BEHIND, after=after, number=number, limit=CHUNK):
            yield from (id for _, id in rows)
            number = rows[-1][0]

    def count_tiles(self, level: int) -> int:
        """How many there are of this level; of level 0, how many events."""
        row = self._row(_COUNT, level=level) if level else self._row(_LINKS)
        return int(row[0]) if row else 0

    def tiles(self, level: int, after: int = 0) -> Iterator[bytes]:
        """Those of this level behind so many."""
        while rows := self._run(_TILES, level=level, after=after):
            yield from (row[0] for row in rows)
            after += len(rows)

    def keep_tiles(self, level: int, after: int, hashes: Sequence[bytes]) -> None:
        """Keep these behind so many; what is there stays."""
        rows = [{"level": level, "place": place, "hash": one} for place, one in enumerate(hashes, after + 1)]
        self._later(_KEEP, rows)
