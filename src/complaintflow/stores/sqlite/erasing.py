"""Taking the words of a complaint out of every table."""

from __future__ import annotations

from collections.abc import Collection

from complaintflow.record.history import Sealed, without_words
from complaintflow.stores.columns import SEALED
from complaintflow.stores.letters import LETTER, key_behind, key_prefix, letters_about
from complaintflow.stores.sqlite.recorder import Recorder

_NUMBER = "SELECT number FROM complaints WHERE id = ?"
_EVENTS = f"SELECT {SEALED} FROM events WHERE complaint = ? AND data IS NOT NULL ORDER BY seq"  # noqa: S608  # ours
_BLANK = "UPDATE events SET data = NULL, salt = x'', commitment = ? WHERE complaint = ? AND seq = ?"
"""The trigger `erased` takes the words, labels and keys."""
_NO_SERIES = "DELETE FROM series WHERE complaint = ?"
_BLANK_CARD = "UPDATE complaints SET card = x'' WHERE number = ?"
_LETTERS = (
    f"SELECT {LETTER} FROM outbox WHERE key >= ?1 AND key < ?2 UNION ALL "  # noqa: S608  # ours
    "SELECT number, audience, message, attempts, NULL, why, key, 0 FROM dead_letters WHERE key >= ?1 AND key < ?2"
)
_REMOVE = ("DELETE FROM outbox WHERE number = ?", "DELETE FROM dead_letters WHERE number = ?")


class Erasing(Recorder):
    """All tables that have words."""

    def erase(self, id: str, events: Collection[int]) -> None:
        """Take the words of these events, and whatever repeats them."""
        for (number,) in self._rows(_NUMBER, (id,)):
            there = (Sealed(*row) for row in self._rows(_EVENTS, (number,)))
            gone = (without_words(one) for one in there if one.seq in events)
            self._many(_BLANK, [(one.commitment, number, one.seq) for one in gone])
            self._execute(_BLANK_CARD, (number,))
            self._execute(_NO_SERIES, (number,))
        prefix = key_prefix(id)
        letters = letters_about(id, self._rows(_LETTERS, (prefix, key_behind(prefix))))
        for remove in _REMOVE:
            self._many(remove, [(letter,) for letter in letters])
