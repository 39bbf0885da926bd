"""The keys of words, and the words that lie encrypted anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from complaintflow.errors import Overtaken
from complaintflow.plugins import DataKey, Searched
from complaintflow.record.history import Sealed
from complaintflow.stores.columns import counted_days
from complaintflow.stores.sql.complaints import Complaints

_KEYS = "SELECT complaint, id, root, wrapped FROM complaintflow_data_keys WHERE complaint "
_SOME = f"{_KEYS}IN :some"
_BEHIND = f"{_KEYS}> :after ORDER BY complaint LIMIT :limit"
_KEEP = (
    "INSERT INTO complaintflow_data_keys VALUES (:complaint, :id, :root, :wrapped) ON CONFLICT (complaint) DO NOTHING"
)
_REWRAP = (
    "UPDATE complaintflow_data_keys SET root = :root, wrapped = :wrapped WHERE complaint = :complaint AND id = :id"
)
_DESTROY = "DELETE FROM complaintflow_data_keys WHERE complaint = :complaint"
_PLACE = "SELECT number, counted_to FROM complaintflow_complaints WHERE id = :id"
_RESEAL = (
    "UPDATE complaintflow_events SET data = :data, salt = :salt, commitment = :commitment "
    "WHERE complaint = :number AND seq = :seq"
)
_RESEAL_CARD = "UPDATE complaintflow_complaints SET card = :card, counted = :nothing WHERE number = :number"


class DataKeys(Complaints):
    """The table of keys."""

    def data_keys(self, complaints: Collection[str]) -> tuple[DataKey, ...]:
        return tuple(DataKey(*row) for row in self._run(_SOME, some=list(complaints)))

    def data_keys_behind(self, after: str, limit: int) -> tuple[DataKey, ...]:
        return tuple(DataKey(*row) for row in self._run(_BEHIND, after=after, limit=limit))

    def keep_data_key(self, key: DataKey) -> None:
        self.take_turn()
        self._later(_KEEP, _row_of(key), self._check_alone)

    def _check_alone(self, count: int) -> None:
        if not count:
            raise Overtaken(self._dialect.name, "another one has made its key, and nothing was saved", "try again")

    def rewrap_data_key(self, key: DataKey) -> None:
        self.take_turn()
        self._later(_REWRAP, _row_of(key))

    def destroy_data_key(self, complaint: str) -> None:
        self.take_turn()
        self._later(_DESTROY, {"complaint": complaint})

    def reseal(self, id: str, events: Sequence[Sealed], card: bytes, searched: Searched) -> None:
        self.take_turn()
        if row := self._row(_PLACE, id=id):
            days = counted_days(row[1])
            self._take_sheets(days, max(days, default=0))
            names = ("data", "salt", "commitment", "seq")
            self._later(_RESEAL, [{"number": row[0], **{name: getattr(one, name) for name in names}} for one in events])
            self._later(_RESEAL_CARD, {"card": card, "nothing": b"", "number": row[0]})
            self._keep_searched(row[0], searched, 0)


def _row_of(key: DataKey) -> dict[str, str | bytes]:
    return {"complaint": key.complaint, "id": key.id, "root": key.root, "wrapped": key.wrapped}
