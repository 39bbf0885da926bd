"""The keys of words, and the words that lie encrypted anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from complaintflow.errors import Overtaken
from complaintflow.plugins import DataKey, Searched
from complaintflow.plugins.keys_of_words import keys_not_restored, needs_keys
from complaintflow.record.encrypted import LEFT_PLAIN, MARK
from complaintflow.record.history import Sealed
from complaintflow.stores.columns import counted_days
from complaintflow.stores.sqlite.complaints import Complaints
from complaintflow.stores.sqlite.conditions import LAST

_KEYS = "SELECT complaint, id, root, wrapped FROM data_keys WHERE complaint "
_ENCRYPTED = (
    "SELECT 1 FROM data_keys WHERE complaint = '' UNION ALL SELECT 0 FROM (SELECT data FROM events "
    "WHERE data IS NOT NULL AND kind != ? ORDER BY place DESC LIMIT 1) "
    "WHERE substr(data, 1, 1) = ? LIMIT 1"
)
"""Whether the key of the search is there; and if not, whether the words that were said last lie encrypted."""
_BEHIND = f"{_KEYS}> ? ORDER BY complaint LIMIT ?"
_KEEP = "INSERT OR IGNORE INTO data_keys VALUES (?, ?, ?, ?)"
_REWRAP = "UPDATE data_keys SET root = ?, wrapped = ? WHERE complaint = ? AND id = ?"
_DESTROY = "DELETE FROM data_keys WHERE complaint = ?"
_PLACE = "SELECT number, counted_to FROM complaints WHERE id = ?"
_RESEAL = "UPDATE events SET data = ?, salt = ?, commitment = ? WHERE complaint = ? AND seq = ?"
_RESEAL_CARD = "UPDATE complaints SET card = ?, counted = x'' WHERE number = ?"


class DataKeys(Complaints):
    """The table of keys."""

    def data_keys(self, complaints: Collection[str]) -> tuple[DataKey, ...]:
        some = tuple(complaints)
        rows = self._rows(f"{_KEYS}IN ({', '.join('?' * len(some))})", some)
        return tuple(DataKey(*row) for row in rows)

    def check_no_keys(self) -> None:
        if self.check_keys_restored():
            raise needs_keys()

    def check_keys_restored(self) -> bool:
        """Whether the key of the search is there. Raises `StoreError` where it must have been, and is not."""
        for (is_there,) in self._rows(_ENCRYPTED, (LEFT_PLAIN, MARK)):
            if not is_there:
                raise keys_not_restored("data_keys")
            return True
        return False

    def data_keys_behind(self, after: str, limit: int) -> tuple[DataKey, ...]:
        return tuple(DataKey(*row) for row in self._rows(_BEHIND, (after, limit)))

    def keep_data_key(self, key: DataKey) -> None:
        if not self._execute(_KEEP, (key.complaint, key.id, key.root, key.wrapped)).rowcount:
            raise Overtaken("sqlite", "another one has made its key, and nothing was saved", "try again")

    def rewrap_data_key(self, key: DataKey) -> None:
        self._execute(_REWRAP, (key.root, key.wrapped, key.complaint, key.id))

    def destroy_data_key(self, complaint: str) -> None:
        self._execute(_DESTROY, (complaint,))

    def reseal(self, id: str, events: Sequence[Sealed], card: bytes, searched: Searched) -> None:
        for number, until in self._rows(_PLACE, (id,)):
            days = counted_days(until)
            self._take_sheets(days, max(days, default=0))
            self._many(_RESEAL, [(one.data, one.salt, one.commitment, number, one.seq) for one in events])
            self._execute(_RESEAL_CARD, (card, number))
            self._keep_searched(number, searched, LAST)
