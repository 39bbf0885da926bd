"""A store in one file of JSON lines: `jsonlines:///folder` or `jsonlines:////absolute/folder`.

Each line is one transaction: the calls that changed something. The tables are in memory; opening the file makes all
calls again. A line counts when it has its line end: what a killed process left behind has none, and is cut off. One
process has the folder at a time.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import cast

from complaintflow import DefinitionError, Problem, StoreError
from complaintflow.plugins import Session, Store, StoreOpener, hookimpl
from complaintflow.stores import MemoryStore
from complaintflow_jsonlines.calls import RecordingSession, encode_line, replay_line

__all__ = ["JsonLinesStore", "stores"]

FORMAT = b'{"format": "complaintflow-jsonlines", "version": '
HEADER = FORMAT + b"2}\n"  # raise it when an older journal would be read as something else


@hookimpl
def stores() -> Mapping[str, StoreOpener]:
    """The stores of this plugin by the schemes of their URLs."""
    return {"jsonlines": open_store}


def open_store(url: str) -> Store:
    """The store that the URL names."""
    path = url.removeprefix("jsonlines:///")
    if path in {url, ""}:
        raise DefinitionError((Problem("store", url, "jsonlines:///folder or jsonlines:////absolute/folder"),))
    return JsonLinesStore(Path(path))


class JsonLinesStore:
    """Keeps everything in `journal.jsonl` in a folder, which is created if it is missing.

    Threads wait for each other. Raises `StoreError` when the file cannot be read, was not written by this store, or is
    open already.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder.absolute() / "journal.jsonl"
        self._tables = MemoryStore()
        self._end = 0  # of what is in the tables
        with self._store_errors():
            folder.mkdir(exist_ok=True)
            self.path.touch(mode=0o600)  # a new file is for its owner alone
            self._file = self.path.open("a+b", buffering=0)
            number = os.open(folder, os.O_RDONLY)
            os.fsync(number)  # only then a new file in it is there for good
            os.close(number)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._read()
        except BaseException as error:
            self._file.close()
            if isinstance(error, BlockingIOError):
                raise self._error("it is open already", "close the other desk, or name another folder") from None
            raise

    def reading(self) -> AbstractContextManager[Session]:
        """Read the tables."""
        return self._tables.reading()

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        """Write the changes as one line, which is on the disk before the tables keep them."""
        with self._tables.writing() as session:
            recording = RecordingSession(session)
            yield cast(Session, recording)
            if recording.calls:
                self._append(encode_line(recording.calls))

    def close(self) -> None:
        """Close the file; another process may have it."""
        self._tables.close()
        self._file.close()

    def _read(self) -> None:
        with self._store_errors():
            self._file.seek(0)
            text = self._file.read()
        if not (text.startswith(HEADER) or HEADER.startswith(text)):
            whose = "another version of this store" if text.startswith(FORMAT) else "something else"
            raise self._error(f"its journal.jsonl was written by {whose}", "use what wrote it, or name another folder")
        *lines, torn = text.split(b"\n")
        self._end = len(text) - len(torn)
        for number, line in enumerate(lines[1:], 2):
            try:
                with self._tables.writing() as session:
                    replay_line(line, session)
            except Exception as error:  # whatever a damaged line leads to
                raise self._error(f"line {number} is damaged: {error}", "restore a backup") from error
        if not lines:
            self._append(HEADER)

    def _append(self, line: bytes) -> None:
        """Write the line to the disk; if that fails, nothing of it stays."""
        with self._store_errors():
            self._file.truncate(self._end)
            try:
                left = memoryview(line)
                while left:
                    left = left[self._file.write(left) :]
                os.fsync(self._file)
            except OSError:
                self._file.truncate(self._end)
                raise
        self._end += len(line)

    @contextmanager
    def _store_errors(self) -> Generator[None, None, None]:
        """Turn the errors of the system and of a closed file into `StoreError`."""
        try:
            yield
        except (OSError, ValueError) as error:
            cause = getattr(error, "strerror", None) or str(error)
            raise self._error(cause, "look at the folder, its rights and its disk") from error

    def _error(self, cause: str, remedy: str) -> StoreError:
        return StoreError(f"jsonlines {self.path.parent.name}", cause, remedy)
