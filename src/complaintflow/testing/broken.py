"""A store that fails at the point where it is told to: before an operation, at the commit, or just after it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from itertools import count
from typing import Any, Literal, cast

from complaintflow.errors import StoreError
from complaintflow.plugins import Session, Store

Loss = Literal["nothing kept", "all kept"]
"""What a failure at the commit leaves: the transaction was rolled back, or it was kept and only the answer is lost."""


class BrokenStore:
    """Stands in front of a store. It fails once, with a `StoreError`, at the operation that `fail_at` named.

    Beginning a transaction, each call of a session and the commit are operations. Its `Loss` decides what happens
    when the point is a commit. A failed transaction is rolled back by the inner store. `checks` is what the desk said
    last about when each complaint is to be checked, whatever the store made of it.
    """

    def __init__(self, inner: Store) -> None:
        self.inner = inner
        self.broke = False
        self.kept = False
        self.checks: dict[str, datetime | None] = {}
        self._left: int | None = None
        self._loss: Loss = "nothing kept"

    def fail_at(self, point: int, loss: Loss = "nothing kept") -> None:
        """Fail at this operation from now on, the first being 1. `broke` says whether it came to that, `kept`
        whether what was to be saved is there all the same."""
        self._left, self._loss, self.broke, self.kept = point, loss, False, False

    def mend(self) -> None:
        """It fails no more."""
        self._left = None

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction of the inner store that only reads."""
        return self._transaction(self.inner.reading, writes=False)

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction of the inner store."""
        return self._transaction(self.inner.writing, writes=True)

    def close(self) -> None:
        """Close the inner store. This never fails."""
        self.inner.close()

    @contextmanager
    def _transaction(
        self, begin: Callable[[], AbstractContextManager[Session]], writes: bool
    ) -> Generator[Session, None, None]:
        self.count("the beginning of a transaction")
        lost = False
        with begin() as session:
            counting = _Counting(session, self)
            yield cast(Session, counting)
            if writes and self._is_reached():
                lost = self._loss == "all kept"
                if not lost:
                    raise _failure("the commit")
            self.checks |= counting.checks  # before the commit: writers wait for each other until then
        if lost:
            self.kept = True
            raise _failure("the answer to a commit")

    def count(self, what: str) -> None:
        """One more operation: raises `StoreError` when it is the one to fail at."""
        if self._is_reached():
            raise _failure(what)

    def _is_reached(self) -> bool:
        if self._left is None:
            return False
        self._left -= 1
        if self._left > 0:
            return False
        self._left, self.broke = None, True
        return True


def _failure(what: str) -> StoreError:
    return StoreError("broken", f"it was told to fail at {what}", "ask again")


class _Counting:
    """A session whose calls are counted."""

    def __init__(self, session: Session, store: BrokenStore) -> None:
        self._session = session
        self._store = store
        self.checks: dict[str, datetime | None] = {}

    def schedule(self, id: str, when: datetime | None, clocks: bytes = b"") -> None:
        """Hand it on, and note what was said."""
        self._store.count("schedule")
        self._session.schedule(id, when, clocks)
        self.checks[id] = when

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._session, name)

        def counted(*args: Any, **named: Any) -> Any:
            self._store.count(name)
            return call(*args, **named)

        return counted


def every_point(fresh: Callable[[], Store]) -> Iterator[tuple[int, BrokenStore]]:
    """A fresh store for each point at which it can fail: 1, 2, 3 and so on, until one did not come to its point.

    For each, prepare what is to be there, call `fail_at` with the point, do what is to be tried, and look.
    """
    for point in count(1):
        store = BrokenStore(fresh())
        yield point, store
        if not store.broke:
            return
