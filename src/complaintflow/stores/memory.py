"""A store in memory: for tests and for trying things out. It forgets everything with the process."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from threading import RLock
from typing import Any

import attrs

from complaintflow.batches import Sighting
from complaintflow.errors import Conflict, StoreError
from complaintflow.history import Sealed, moment
from complaintflow.plugins.ports import Message, Page, Query, Queued, Remembered, Stored
from complaintflow.vocabulary import OPEN

__all__ = ["MemoryStore"]


@attrs.frozen
class _Waiting:
    """A message in the outbox; None in its place says that it is done with."""

    queued: Queued
    until: datetime | None = None


class MemoryStore:
    """Keeps everything in dictionaries. One transaction at a time; a failed one leaves no trace."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._open = True
        self._complaints: dict[str, Stored] = {}
        self._histories: dict[str, tuple[Sealed, ...]] = {}
        self._outbox: dict[int, _Waiting | None] = {}
        self._keys: dict[str, Remembered] = {}
        self._looks: dict[str, datetime | None] = {}
        self._policies: dict[str, bytes] = {}
        self._links: list[bytes] = []

    @contextmanager
    def reading(self) -> Generator[_Session, None, None]:
        """A transaction that only reads."""
        with self._lock:
            yield self._session()

    @contextmanager
    def writing(self) -> Generator[_Session, None, None]:
        """A transaction whose changes are kept when its block ends without an exception."""
        with self._lock:
            session = self._session()
            yield session
            self._keep(session)

    def close(self) -> None:
        """Forget everything."""
        self._open = False

    def _session(self) -> _Session:
        if not self._open:
            raise StoreError("memory", "the store is closed", "open the desk again")
        return _Session(
            self._complaints, self._histories, self._outbox, self._keys, self._looks, self._policies, self._links
        )

    def _keep(self, session: _Session) -> None:
        self._complaints.update(session.complaints.maps[0])
        self._histories.update(session.histories.maps[0])
        self._outbox.update(session.outbox.maps[0])
        self._keys.update(session.keys.maps[0])
        self._looks.update(session.when.maps[0])
        self._policies.update(session.policies.maps[0])
        self._links.extend(session.added)


class _Session:
    """Reads through to the store and keeps its own changes beside it."""

    def __init__(
        self,
        complaints: dict[str, Stored],
        histories: dict[str, tuple[Sealed, ...]],
        outbox: dict[int, _Waiting | None],
        keys: dict[str, Remembered],
        looks: dict[str, datetime | None],
        policies: dict[str, bytes],
        links: list[bytes],
    ) -> None:
        self.complaints: ChainMap[str, Stored] = ChainMap({}, complaints)
        self.histories: ChainMap[str, tuple[Sealed, ...]] = ChainMap({}, histories)
        self.outbox: ChainMap[int, _Waiting | None] = ChainMap({}, outbox)
        self.keys: ChainMap[str, Remembered] = ChainMap({}, keys)
        self.when: ChainMap[str, datetime | None] = ChainMap({}, looks)
        self.policies: ChainMap[str, bytes] = ChainMap({}, policies)
        self.added: list[bytes] = []
        self._links = links

    def load(self, id: str) -> Stored | None:
        return self.complaints.get(id)

    def history(self, id: str) -> tuple[Sealed, ...]:
        return self.histories.get(id, ())

    def find(self, query: Query) -> Page:
        numbered = enumerate(self.ids(), 1)
        fitting = ((number, id) for number, id in numbered if number > query.after and self._fits(id, query))
        found = list(islice(fitting, query.limit + 1))
        shown = found[: query.limit]
        complaints = tuple(self.complaints[id].complaint for _, id in shown)
        return Page(complaints, shown[-1][0] if len(found) > len(shown) else None)

    def _fits(self, id: str, query: Query) -> bool:
        stored = self.complaints[id]
        facts = stored.complaint.facts
        since = query.received_since
        wanted = query.exact()
        return (
            wanted.pop("id", id) == id
            and all(getattr(facts, name) == value for name, value in wanted.items())
            and (query.open is None or query.open == (facts.state in OPEN))
            and (since is None or stored.received_at >= since)
        )

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        complaint = stored.complaint
        there = self.histories.get(complaint.id, ())
        if len(there) != events[0].seq - 1:
            raise Conflict(complaint.id, events[0].seq - 1, len(there))
        self.complaints[complaint.id] = stored
        self.histories[complaint.id] = (*there, *events)
        self.added.extend(event.link for event in events)
        self.when[complaint.id] = moment(0)

    def enqueue(self, message: Message) -> None:
        number = len(self.outbox) + 1
        self.outbox[number] = _Waiting(Queued(number, message))

    def claim(self, limit: int, now: datetime, until: datetime) -> tuple[Queued, ...]:
        free = [one for one in self._waiting() if one.until is None or one.until <= now][:limit]
        for one in free:
            tried = attrs.evolve(one.queued, attempts=one.queued.attempts + 1)
            self.outbox[one.queued.number] = _Waiting(tried, until)
        return tuple(one.queued for one in free)

    def _waiting(self) -> list[_Waiting]:
        numbered: Mapping[int, Any] = self.outbox
        return [one for _, one in sorted(numbered.items()) if one is not None]

    def settle(self, number: int) -> None:
        self.outbox[number] = None

    def waiting(self) -> int:
        return len(self._waiting())

    def look_at(self, id: str, when: datetime | None) -> None:
        self.when[id] = when

    def due(self, limit: int, now: datetime, until: datetime) -> tuple[str, ...]:
        found = tuple(id for when, id in self.looks(limit) if when <= now)
        for id in found:
            self.when[id] = until
        return found

    def looks(self, limit: int) -> tuple[tuple[datetime, str], ...]:
        return tuple(sorted((when, id) for id, when in self.when.items() if when is not None)[:limit])

    def sighted(self, since: datetime, until: datetime, type: str = "", area: str = "") -> tuple[Sighting, ...]:
        seen = (Sighting(id, one.received_at, one.complaint.facts) for id, one in self.complaints.items())
        return tuple(
            one
            for one in seen
            if since <= one.received_at <= until and type in {"", one.facts.type} and area in {"", one.facts.area}
        )

    def keep_policy(self, digest: str, document: bytes) -> None:
        self.policies.setdefault(digest, document)

    def policy(self, digest: str) -> bytes | None:
        return self.policies.get(digest)

    def remember(self, key: str, what: Remembered) -> None:
        self.keys[key] = what

    def recall(self, key: str) -> Remembered | None:
        return self.keys.get(key)

    def links(self) -> Iterator[bytes]:
        return iter((*self._links, *self.added))

    def ids(self) -> Iterator[str]:
        fresh = [id for id in self.complaints.maps[0] if id not in self.complaints.maps[1]]
        return iter((*self.complaints.maps[1], *fresh))
