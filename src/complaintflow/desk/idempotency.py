"""Keys that make a retry safe: the same key and the same question get the first result again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

import attrs
import msgspec

from complaintflow._validation.structure import plain_text
from complaintflow.commands import Command
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Remembered
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import replay
from complaintflow.values import Actor


@attrs.frozen
class Request:
    """A question to the desk: the caller's key, if there is one, and the digest of what is asked under it."""

    key: str | None
    digest: str = ""

    @classmethod
    def of(cls, key: str | None, id: str, commands: Iterable[Command], by: Actor) -> Request:
        """Raises `InvalidInput` for a key that cannot be stored."""
        if key is None:
            return cls(None)
        if fault := plain_text(key):
            raise InvalidInput((Problem("key", ascii(key), fault),))
        asked = [id, by.id, *((type(command).__name__, command.data()) for command in commands)]
        return cls(key, hashlib.sha256(msgspec.json.encode(asked, order="deterministic")).hexdigest())

    @classmethod
    def named(cls, key: str) -> Request:
        """A question whose key names all that it asks."""
        return cls(key, key)

    def once(self, work: UnitOfWork, act: Callable[[], Complaint]) -> Complaint:
        """What the key's first use returned. The first use acts, and its result is kept for the key.

        Raises `InvalidInput` when the first use asked for something else.
        """
        result = self._first_result(work)
        if result is None:
            result = act()
            if self.key is not None:
                work.remember(self.key, Remembered(result.id, result.version, self.digest))
        return result

    def _first_result(self, work: UnitOfWork) -> Complaint | None:
        before = None if self.key is None else work.session.result_for_key(self.key)
        if before is None:
            return None
        if before.asked != self.digest:
            found = f"{self.key!r}, which asked for something else"
            raise InvalidInput((Problem("key", found, "a new key for a new question"),))
        return replay(before.complaint, work.session.history(before.complaint)[: before.version])
