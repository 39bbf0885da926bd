"""Whether the history was written with the chain key of this desk: what another one appends fits nobody's check."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator
from contextlib import suppress

import attrs

from complaintflow.errors import StoreError, UnreadableRecord
from complaintflow.plugins import Query, Session, Sort
from complaintflow.record.history import GENESIS, link

_LOOKED_AT = 3
"""So many of the oldest and of the newest complaints are looked at: one that is damaged locks nobody out."""


@attrs.define
class ChainKey:
    """The key, and whether it is known to fit. It is asked once in a process, before anything is written.

    What is not committed yet proves nothing: another process may begin the house with another key.
    """

    key: bytes = attrs.field(default=b"", repr=False)
    fits: bool = False

    def check(self, session: Session, once_committed: Callable[[Callable[[], object]], object]) -> None:
        """Raises `StoreError` where no complaint that is there began with this key. An empty house takes any.

        `once_committed` calls what it is given when what the session sees is committed, at once or later or never.
        """
        strange = False
        for fits in self._found(session):
            if fits:
                once_committed(self._remember)
                return
            strange = True
        if strange:
            wrong = "the history was written with another chain key" if self.key else "the history has a chain key"
            raise StoreError("history", wrong, "give the desk the key with which the house began: nothing was written")

    def _remember(self) -> None:
        self.fits = True

    def _found(self, session: Session) -> Iterator[bool]:
        """Of each complaint that can be read, whether its first link is of this key."""
        for sort in (Sort.OLDEST, Sort.NEWEST):
            for complaint in session.find(Query(sort=sort, limit=_LOOKED_AT)).complaints:
                with suppress(UnreadableRecord):
                    for first in session.history(complaint.id, 0, 1):
                        yield hmac.compare_digest(link(complaint.id, GENESIS, first, self.key), first.link)
