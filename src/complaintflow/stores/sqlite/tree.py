"""The tiles of the Merkle tree over the ledger, whose places are those of the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from complaintflow.stores.sqlite.recorder import Recorder

_PLACE = "SELECT place FROM events WHERE complaint = (SELECT number FROM complaints WHERE id = ?) AND seq = ?"
_BEHIND = "SELECT id FROM complaints WHERE number IN (SELECT complaint FROM events WHERE place > ?)"
_TILES = "SELECT hash FROM tiles WHERE level = ? AND place > ? ORDER BY place"


class Tree(Recorder):
    """The table of tiles. Places count from 1 here, as those of the events do."""

    def place(self, id: str, seq: int) -> int | None:
        """How many events were saved before this one."""
        return next((place - 1 for (place,) in self._rows(_PLACE, (id, seq))), None)

    def ids_behind(self, after: int) -> Iterator[str]:
        """The complaints of events behind so many."""
        return (id for (id,) in self._execute(_BEHIND, (after,)))

    def count_tiles(self, level: int) -> int:
        """How many there are of this level; of level 0, how many events."""
        if level:
            [(count,)] = self._rows("SELECT coalesce(max(place), 0) FROM tiles WHERE level = ?", (level,))
        else:
            [(count,)] = self._rows("SELECT coalesce(max(place), 0) FROM events")
        return int(count)

    def tiles(self, level: int, after: int = 0) -> Iterator[bytes]:
        """Those of this level behind so many."""
        return (hash for (hash,) in self._execute(_TILES, (level, after)))

    def keep_tiles(self, level: int, after: int, hashes: Sequence[bytes]) -> None:
        """Keep these behind so many; what is there stays."""
        rows = ((level, place, one) for place, one in enumerate(hashes, after + 1))
        self._many("INSERT OR IGNORE INTO tiles VALUES (?, ?, ?)", rows)
