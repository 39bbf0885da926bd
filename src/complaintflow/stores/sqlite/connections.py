"""The connections of one process to one file: each is lent to one transaction at a time.

There are as many as transactions at once, however many threads come and go. Nobody closes one that is lent: a store
that is closed waits, and whoever is still inside when its patience ends closes what it was lent.

SQLite does not live through a fork: a child that goes on with a file of its parent believes in locks that only the
parent holds, and even a connection that the child opens anew takes no lock of its own. So a process that forks waits
until nobody is inside, and closes all of them before; then each side opens its own. Where somebody is inside
nevertheless, the child refuses the file, and leaves what it inherited alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, RLock, get_ident
from weakref import WeakSet

import attrs

from complaintflow.errors import StoreError
from complaintflow.plugins.forks import leave_alone, live_through_forks

MOST = 64
"""So many transactions of a process are inside at once; more of them wait. Each takes three open files."""
_KEPT = 8
"""So many connections are kept for the next ones."""

_FileId = tuple[int, int]
_SPOILT = set[_FileId]()
"""The files that were open when this process was forked from its parent."""


class Connection(sqlite3.Connection):
    """A connection that knows how long it waits for another one, in milliseconds."""

    patience = -1


@attrs.define(eq=False)
class Loan:
    """A connection with the thread that uses it. It has none yet while it is being opened."""

    thread: int
    process: int
    connection: Connection | None = None


class Connections:
    """Lends connections to the file at this path, which `connect` opens. `patience` is in seconds."""

    def __init__(self, name: str, path: Path, connect: Callable[[], Connection], patience: float) -> None:
        self._name, self._path, self._connect, self._patience = name, str(path), connect, patience
        self._open = True
        self._file: _FileId | None = None
        self._begin_alone()
        live_through_forks(self)

    def _begin_alone(self) -> None:
        self._process = os.getpid()
        self._lock = RLock()  # a handler of a signal may come while its thread has it
        self._changed = Condition(self._lock)
        self._free: list[Connection] = []
        self._loans = WeakSet[Loan]()  # with its frame a loan goes that a Ctrl-C kept from ending
        self._resting = 0

    @contextmanager
    def lend(self) -> Generator[Connection, None, None]:
        """A connection for one block. Raises `StoreError` when the store is closed or the file was inherited."""
        loan, connection = self.take()
        try:
            yield connection
        finally:
            self.give_back(loan)

    def take(self) -> tuple[Loan, Connection]:
        """A connection for one transaction, with the loan to be given back. Raises as `lend`."""
        self._notice_fork()
        loan = Loan(get_ident(), self._process)
        try:
            self._begin(loan)
            if loan.connection is None:
                loan.connection = self._connect()
                self._file = self._file or _find_file(self._path)
        except BaseException:
            self.give_back(loan)
            raise
        return loan, loan.connection

    @property
    def is_open(self) -> bool:
        """Whether transactions may begin."""
        return self._open

    @property
    def inside(self) -> int:
        """How many transactions the thread that asks has open. Nobody comes or goes while they are counted."""
        with self._lock:
            return sum(loan.thread == get_ident() for loan in self._loans)

    def close(self) -> None:
        """Let nobody in, wait for those inside, and close. Raises `StoreError` when some stay beyond the patience."""
        self._notice_fork()
        with self._lock:
            self._open = False
            self._changed.notify_all()
            self._wait_for_others()
            self._close_free()
            if self._loans:
                count = len(self._loans)
                still, them = ("1 transaction is", "it") if count == 1 else (f"{count} transactions are", "them")
                raise StoreError(self._name, f"{still} still open", f"let {them} end, then close it again")

    @property
    def is_nested(self) -> bool:
        """Whether the thread that asks has more than one open. Mostly nobody else is inside, and nothing is counted."""
        return len(self._loans) > 1 and self.inside > 1

    def _begin(self, loan: Loan) -> None:
        with self._lock:
            if not self._may_enter() and not self._changed.wait_for(self._may_enter, self._patience):
                raise StoreError(self._name, "too many transactions are open at once", "try again when some have ended")
            if not self._open:
                raise StoreError(self._name, "the store is closed", "open the desk again")
            self.check_file()
            self._loans.add(loan)
            loan.connection = self._free.pop() if self._free else None

    def _may_enter(self) -> bool:
        """One who is inside already may go on, also while a fork waits for them."""
        return not self._open or not (self._resting or len(self._loans) >= MOST) or bool(self.inside)

    def give_back(self, loan: Loan) -> None:
        """The transaction is over."""
        if loan.process != os.getpid():
            return  # of the parent, and left alone
        try:
            if loan.connection and not self._keep(loan.connection):
                loan.connection.close()
        finally:
            with self._lock:
                self._loans.discard(loan)
                self._changed.notify_all()

    def check_file(self) -> None:
        """Raise `StoreError` unless it is the file that was opened: what is written to one that has lost its name is
        lost with it."""
        found = _find_file(self._path)
        if found in _SPOILT:
            cause = "this process was forked while its parent was at work on the file"
            raise StoreError(self._name, cause, "fork between two calls, or begin the process anew")
        if self._file and found != self._file:
            cause = "another file is in its place" if found else "the file is gone"
            raise StoreError(self._name, cause, "put the file back, or open the desk again")

    def _keep(self, connection: Connection) -> bool:
        """Whether it is kept for the next transaction."""
        with self._lock:
            kept = self._open and not self._resting and len(self._free) < _KEPT and not connection.in_transaction
            if kept:
                self._free.append(connection)
            return kept

    def _wait_for_others(self) -> None:
        """Who is inside themselves does not wait: that would never end."""
        if not self.inside:
            self._changed.wait_for(lambda: not self._loans, self._patience)

    def _close_free(self) -> None:
        while self._free:
            self._free.pop().close()

    # ── a fork

    def rest(self) -> None:
        """Before a fork: nobody enters, those inside leave, and nothing stays open."""
        self._lock.acquire()
        self._resting += 1
        self._wait_for_others()
        self._close_free()

    def wake(self, *, child: bool) -> None:
        """After a fork: each process opens its own connections."""
        if child:
            self._leave_inherited()
        else:
            self._resting -= 1
            self._changed.notify_all()
            self._lock.release()

    def _notice_fork(self) -> None:
        """A fork that went past Python is seen now."""
        if self._process != os.getpid():
            self._leave_inherited()

    def _leave_inherited(self) -> None:
        """What was open at the fork is neither used nor closed: that would undo what the parent does with it."""
        inherited = [*self._free, *(loan.connection for loan in self._loans if loan.connection)]
        if self._file and (inherited or self._loans):
            _SPOILT.add(self._file)
        for loan in self._loans:
            if loan.connection and loan.thread == get_ident():
                loan.connection.set_authorizer(_refuse)
        for connection in inherited:
            leave_alone(connection)
        self._begin_alone()

    def __del__(self) -> None:
        """A store that is forgotten lets the file go; what a child inherited stays alone."""
        if self._process == os.getpid():
            self._close_free()


def _find_file(path: str) -> _FileId | None:
    """Which file has this name now, if any."""
    try:
        found = os.stat(path)  # noqa: PTH116  # that of a `Path` takes twice as long, and each transaction asks
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _refuse(*_: object) -> int:
    """For a transaction that went through a fork: the child does nothing in it."""
    return sqlite3.SQLITE_DENY
