"""What keys stand for, and the documents of policies."""

from __future__ import annotations

from complaintflow.plugins import Remembered
from complaintflow.stores.sqlite.recorder import Recorder


class Keys(Recorder):
    """The table of keys with their results."""

    def remember(self, key: str, what: Remembered) -> None:
        self._execute("INSERT INTO keys VALUES (?, ?, ?, ?)", (key, what.complaint, what.version, what.asked))

    def result_for_key(self, key: str) -> Remembered | None:
        row = self._execute("SELECT complaint, version, asked FROM keys WHERE key = ?", (key,)).fetchone()
        return Remembered(*row) if row else None


class Policies(Recorder):
    """The table of policies by their digests."""

    def keep_policy(self, digest: str, document: bytes) -> None:
        self._execute("INSERT OR IGNORE INTO policies VALUES (?, ?)", (digest, document))

    def policy(self, digest: str) -> bytes | None:
        row = self._execute("SELECT document FROM policies WHERE digest = ?", (digest,)).fetchone()
        return row[0] if row else None
