"""What keys stand for, and the documents of policies."""

from __future__ import annotations

from collections.abc import Collection

from complaintflow.errors import StoreError
from complaintflow.plugins import Remembered
from complaintflow.stores.sql.dialects import fit
from complaintflow.stores.sql.turns import Turns

_REMEMBER = (
    "INSERT INTO complaintflow_keys VALUES (:key, :whole, :complaint, :version, :asked) ON CONFLICT (key) DO NOTHING"
)
_RECALL = "SELECT complaint, version, asked FROM complaintflow_keys WHERE key = :key"
_AHEAD = "SELECT key, complaint, version, asked FROM complaintflow_keys WHERE key IN :keys"
_KEEP = "INSERT INTO complaintflow_policies VALUES (:digest, :document) ON CONFLICT (digest) DO NOTHING"
_IS_THERE = "SELECT 1 FROM complaintflow_policies WHERE digest = :digest"
_POLICY = "SELECT document FROM complaintflow_policies WHERE digest = :digest"


class Keys(Turns):
    """The table of keys with their results."""

    def _read_keys_ahead(self, keys: Collection[str]) -> None:
        """Also that they are not there, which is looked at once more with the turn."""
        fitted = sorted({*map(fit, keys)})
        there = {row[0]: row[1:] for row in self._run(_AHEAD, keys=fitted)}
        self._keys_ahead = {key: there.get(key) for key in fitted}
        for key in {*fitted} - {*there}:
            self._missed_key(key)

    def remember(self, key: str, what: Remembered) -> None:
        self.take_turn()
        fitted = fit(key)
        self._keys_ahead.pop(fitted, None)
        whole = None if fitted == key else key
        row = {"key": fitted, "whole": whole, "complaint": what.complaint, "version": what.version, "asked": what.asked}
        self._later(_REMEMBER, row, self._check_new)

    def _check_new(self, count: int) -> None:
        if not count:
            raise StoreError(self._dialect.name, "a key is remembered already", "read what it stands for")

    def result_for_key(self, key: str) -> Remembered | None:
        fitted = fit(key)
        row = self._keys_ahead.pop(fitted) if fitted in self._keys_ahead else self._row(_RECALL, key=fitted)
        if row is None:
            self._missed_key(fitted)
            return None
        return Remembered(*row)


class Policies(Turns):
    """The table of policies by their digests."""

    def keep_policy(self, digest: str, document: bytes) -> None:
        """Most are there, and need no turn. A transaction asks once: nobody takes one away."""
        if digest in self._policies_there:
            return
        if self._row(_IS_THERE, digest=digest) is None:
            self.take_turn()
            self._later(_KEEP, {"digest": digest, "document": document})
        self._policies_there.add(digest)

    def policy(self, digest: str) -> bytes | None:
        row = self._row(_POLICY, digest=digest)
        return row[0] if row else None
