"""The texts of complaints, which are read when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from threading import get_ident
from typing import Protocol

from complaintflow.record.complaint import Body, Entry


class Reader(Protocol):
    """A transaction that can read texts."""

    def texts(self, id: str, version: int) -> tuple[Entry, ...]: ...  # up to this version
    def text(self, id: str, version: int) -> Entry: ...  # of this event alone


Reading = Callable[[], AbstractContextManager[Reader]]


class Bodies:
    """Reads in the transaction that loaded a complaint while that goes on, and then in a new one.

    A history is only added to, so each version finds its own texts at any time; what was erased is gone. They are found
    by the id: in a file that took the place of this one, the number of a row is somebody else's.
    """

    def __init__(self, session: Reader, reading: Reading) -> None:
        self._session: Reader | None = session
        self._thread = get_ident()
        self._reading = reading

    def later(self, id: str, version: int) -> Body:
        """The texts of a complaint up to this version."""
        return Body.later(version, partial(self._read, id, version), partial(self._read_one, id))

    def end(self) -> None:
        """The transaction is over."""
        self._session = None

    def _read(self, id: str, version: int) -> tuple[Entry, ...]:
        with self._reader() as reader:
            return reader.texts(id, version)

    def _read_one(self, id: str, version: int) -> Entry:
        with self._reader() as reader:
            return reader.text(id, version)

    def _reader(self) -> AbstractContextManager[Reader]:
        session = self._session
        return nullcontext(session) if session is not None and self._thread == get_ident() else self._reading()
