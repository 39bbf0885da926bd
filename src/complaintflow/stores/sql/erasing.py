"""Taking the words of a complaint out of every table."""

from __future__ import annotations

from collections.abc import Collection

from complaintflow.record.history import Sealed, without_words
from complaintflow.record.keys import KEYED
from complaintflow.stores.columns import SEALED
from complaintflow.stores.letters import LETTER, key_behind, key_prefix, letters_about
from complaintflow.stores.sql.outbox import Outbox
from complaintflow.stores.sql.turns import mark_of_customer

_FIND = "SELECT number, customer FROM complaintflow_complaints WHERE id = :id"
_EVENTS = (
    f"SELECT {SEALED} FROM complaintflow_events "  # noqa: S608  # ours
    "WHERE complaint = :number AND data IS NOT NULL ORDER BY seq"
)
_BLANK = (
    "UPDATE complaintflow_events SET data = NULL, salt = :salt, commitment = :commitment "
    "WHERE complaint = :number AND seq = :seq"
)
_BLANK_CARD = "UPDATE complaintflow_complaints SET card = :card WHERE number = :number"
_DELETE_WORDS = "DELETE FROM complaintflow_words WHERE complaint = :number"
_DELETE_LABELS = "DELETE FROM complaintflow_labels WHERE complaint = :number"
_DELETE_SERIES = "DELETE FROM complaintflow_series WHERE complaint = :number"
_DELETE_KEYS = "DELETE FROM complaintflow_keys WHERE complaint = :id AND instr(key, :keyed) = 0"
_LETTERS = (
    f"SELECT {LETTER} FROM complaintflow_outbox "  # noqa: S608  # ours
    "WHERE key >= :prefix AND key < :behind ORDER BY number"
)


class Erasing(Outbox):
    """All tables that have words."""

    def erase(self, id: str, events: Collection[int]) -> None:
        """Take the words of these events, and whatever repeats them."""
        self.take_turn()
        if row := self._row(_FIND, id=id):
            number, customer = row
            self._touch(mark_of_customer(customer))
            there = [Sealed(*one) for one in self._run(_EVENTS, number=number)]
            gone = (without_words(one) for one in there if one.seq in events)
            blank = [{"number": number, "seq": one.seq, "salt": b"", "commitment": one.commitment} for one in gone]
            self._later(_BLANK, blank)
            self._later(_BLANK_CARD, {"number": number, "card": b""})
            for delete in (_DELETE_WORDS, _DELETE_LABELS, _DELETE_SERIES):
                self._later(delete, {"number": number})
        self._later(_DELETE_KEYS, {"id": id, "keyed": f"/{KEYED}"})
        prefix = key_prefix(id)
        for letter in letters_about(id, self._run(_LETTERS, prefix=prefix, behind=key_behind(prefix))):
            self.remove(letter)
