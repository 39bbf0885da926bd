"""Who is inside a store: a store that closes lets nobody in and waits for those who are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from threading import Condition, RLock, get_ident

from complaintflow.errors import StoreError


class Entrance:
    """Counts the transactions of each thread. `patience` is how long `close` waits, in seconds."""

    def __init__(self, name: str, patience: float) -> None:
        self._name, self._patience = name, patience
        self.open = True
        self.begin_anew()

    def begin_anew(self) -> None:
        """In the child of a fork nobody is inside."""
        self._inside = Counter[int]()
        self._changed = Condition(RLock())  # a handler of a signal may come while its thread has it

    @contextmanager
    def enter(self, *, alone: bool) -> Generator[None, None, None]:
        """A transaction. One that writes may be the only one of its thread. Raises `StoreError`."""
        with self._changed:
            if not self.open:
                raise StoreError(self._name, "the store is closed", "open the desk again")
            if alone and self._inside[get_ident()]:
                raise StoreError(self._name, "this thread has a transaction open already", "end it before the next one")
            self._inside[get_ident()] += 1
        thread = get_ident()
        try:
            yield
        finally:
            self._leave(thread)

    def _leave(self, thread: int) -> None:
        with self._changed:
            self._inside[thread] -= 1
            if self._inside[thread] < 1:
                del self._inside[thread]
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody in, and wait for those inside. Raises `StoreError` when some stay beyond the patience."""
        with self._changed:
            self.open = False
            if not self._inside[get_ident()]:  # who is inside themselves does not wait: that would never end
                self._changed.wait_for(lambda: not +self._inside, self._patience)
            count = (+self._inside).total()
        if count:
            raise StoreError(self._name, f"transactions are still open: {count}", "let them end, then close it again")
