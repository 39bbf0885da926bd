"""Keys that make a retry safe: the same key and the same question get the first result again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

import attrs
import msgspec

from complaintflow._validation.structure import Record
from complaintflow.commands import Command
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.errors import InvalidInput, Problem
from complaintflow.inbound.request_key import RequestKey
from complaintflow.plugins import Incoming, Remembered
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import replay
from complaintflow.values import Actor


@attrs.frozen(eq=False, repr=False)
class Request(Record):
    """A question to the desk: the caller's key, if there is one, and the digest of what is asked under it."""

    key: RequestKey | None
    digest: str = attrs.field(default="", repr=False)

    @classmethod
    def of(cls, key: RequestKey | None, id: str, commands: Iterable[Command], by: Actor) -> Request:
        """A question that asks for these commands."""
        if key is None:
            return cls(None)
        asked = [id, by.id, *((type(command).__name__, msgspec.Raw(command.encoded())) for command in commands)]
        return cls(key, hashlib.sha256(msgspec.json.encode(asked, order="deterministic")).hexdigest())

    @classmethod
    def named(cls, key: RequestKey | None) -> Request:
        """A question whose key names all that it asks."""
        return cls(key, str(key))

    def once(self, work: UnitOfWork, act: Callable[[], Complaint]) -> Complaint:
        """What the key's first use returned. The first use acts, and its result is kept for the key.

        Raises `InvalidInput` when the first use asked for something else, or when what it asked is erased.
        """
        return self.answer(work, act)[0]

    def answer(self, work: UnitOfWork, act: Callable[[], Complaint]) -> tuple[Complaint, bool]:
        """The same, with whether it is new."""
        result = self._first_result(work)
        if result is not None:
            return result, False
        result = act()
        if self.key is not None:
            work.remember(self.key, Remembered(result.id, result.version, self.digest))
        return result, True

    def _first_result(self, work: UnitOfWork) -> Complaint | None:
        before = None if self.key is None else work.first_use(self.key)
        if before is None:
            return None
        same = self.digest == str(self.key) or work.is_answer(before, self.digest)
        if not same:
            used = "whose question was erased" if same is None else "which asked for something else"
            found = f"{self.key.name if self.key else None!r}, {used}"
            raise InvalidInput((Problem("key", found, "a new key for a new question"),))
        now = work.load(before.complaint)
        if now.version == before.version:  # nothing happened since, as mostly: its history is not read
            return now
        return replay(before.complaint, work.session.history(before.complaint, 0, before.version))


def of_caller(key: str | None) -> RequestKey | None:
    """The key that a caller gave. Raises `InvalidInput`."""
    return None if key is None else RequestKey("form", key)


def of_row(row: Incoming) -> RequestKey:
    """The key of a row of a reader. Raises `InvalidInput`."""
    return RequestKey("import", row.key)
