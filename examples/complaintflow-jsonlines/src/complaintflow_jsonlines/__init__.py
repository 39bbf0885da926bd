"""A store in one file of JSON lines: `jsonlines:///folder` or `jsonlines:////absolute/folder`.

Each line is one transaction: the list of changes that it made. The tables themselves are in memory. They hold what
doing all lines again gives, so a change is one record with one method, and what happens now and what happens when the
file is read are the same code.

A line counts when its line end is there. What a killed process left behind has none, and is cut off.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import cast

import msgspec

from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.plugins import Session, Store, StoreOpener, hookimpl
from complaintflow.stores.memory import MemoryStore
from complaintflow_jsonlines.changes import Changes, Writer, line_of, read_line

__all__ = ["JsonLinesStore", "stores"]

HEADER = b'{"format": "complaintflow-jsonlines", "version": 1}\n'
NOT_OURS = ("its journal.jsonl is none of this version", "name another folder")
PAUSE = 0.005
"""Seconds between two looks whether the file is free."""


@hookimpl
def stores() -> Mapping[str, StoreOpener]:
    """What complaintflow asks this plugin for."""
    return {"jsonlines": opened}


def opened(url: str) -> Store:
    """The store that the URL names."""
    path = url.removeprefix("jsonlines:///")
    if path in {url, ""}:
        raise DefinitionError((Problem("store", url, "jsonlines:///folder or jsonlines:////absolute/folder"),))
    return JsonLinesStore(Path(path))


class JsonLinesStore:
    """Keeps everything in `journal.jsonl` in a folder, which is made when it is not there.

    One transaction at a time, over all threads and processes; `patience` is how long, in seconds, one waits for the
    other. Raises `StoreError` when the file cannot be read or is none of ours.
    """

    def __init__(self, folder: Path, *, patience: float = 10.0) -> None:
        self.path = folder.absolute() / "journal.jsonl"
        self._patience = patience
        self._tables = MemoryStore()
        self._lock = Lock()
        self._read = 0  # so much of the file is in the tables
        with self._named():
            folder.mkdir(exist_ok=True)
            self._file = self.path.open("a+b", buffering=0)
        try:
            with self._alone():
                _sync(folder)
        except BaseException:
            self._file.close()
            raise

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """What is on file."""
        with self._alone(), self._tables.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        """Its changes are one line, which is on the disk before the tables keep them."""
        with self._alone():
            with self._tables.writing() as session:
                writer = Writer(session)
                yield cast(Session, writer)
                end = self._append(line_of(writer.changes)) if writer.changes else self._read
            self._read = end

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    @contextmanager
    def _alone(self) -> Generator[None, None, None]:
        """Nobody else reads or writes meanwhile, and what others wrote before is in the tables."""
        deadline = monotonic() + self._patience
        if not self._lock.acquire(timeout=self._patience):
            raise self._error("another thread has it", "try again")
        try:
            self._lock_file(deadline)
            try:
                self._catch_up()
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)
        finally:
            self._lock.release()

    def _lock_file(self, deadline: float) -> None:
        if self._file.closed:
            raise self._error("the store is closed", "open the desk again")
        with self._named():
            while True:
                try:
                    return fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if monotonic() >= deadline:
                        raise self._error("another process has it", "try again") from None
                sleep(PAUSE)

    def _catch_up(self) -> None:
        """Do what others wrote meanwhile."""
        with self._named():
            self._file.seek(self._read)
            *lines, torn = self._file.read().split(b"\n")
            if not self._read and not lines and not HEADER.startswith(torn):
                raise self._error(*NOT_OURS)
            if torn:
                self._file.truncate(self._file.tell() - len(torn))
            if not self._read and not lines:
                self._read = self._append(HEADER)
        for line in lines:
            self._do_again(line + b"\n")

    def _do_again(self, line: bytes) -> None:
        if self._read:
            with self._tables.writing() as session:
                for change in self._changes(line):
                    change.on(session)
        elif line != HEADER:
            raise self._error(*NOT_OURS)
        self._read += len(line)

    def _changes(self, line: bytes) -> Changes:
        try:
            return read_line(line)
        except msgspec.MsgspecError as error:
            raise self._error(f"the line at byte {self._read} is damaged: {error}", "restore a backup") from error

    def _append(self, line: bytes) -> int:
        """The end of the file, once the line is on the disk; when it cannot be, nothing of it stays."""
        with self._named():
            end = self._file.seek(0, os.SEEK_END)
            try:
                left = memoryview(line)
                while left:
                    left = left[self._file.write(left) :]
                os.fsync(self._file)
            except OSError:
                self._file.truncate(end)
                raise
        return end + len(line)

    @contextmanager
    def _named(self) -> Generator[None, None, None]:
        """The system's errors as the store's."""
        try:
            yield
        except OSError as error:
            raise self._error(str(error.strerror or error), "look at the folder, its rights and its disk") from error

    def _error(self, cause: str, remedy: str) -> StoreError:
        return StoreError(f"jsonlines {self.path.parent.name}", cause, remedy)


def _sync(folder: Path) -> None:
    """A file that is new is on the disk when its folder is."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
