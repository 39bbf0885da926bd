"""A line is in a file as a whole, and on the disk, or it is not there at all.

Whoever writes holds the file's lock, so threads and processes take turns. What a writer left that was killed in the
middle of a line stays a line of its own: the next one begins on a new line.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from complaintflow.channels._patience import PATIENCE
from complaintflow.plugins.private_file import OURS_ALONE, sync_folder

if sys.platform == "win32":
    from threading import Lock

    _TURN = Lock()  # there it is for the threads of one process

    def _take(file: int) -> bool:
        return _TURN.acquire(blocking=False)

    def _give(file: int) -> None:
        _TURN.release()
else:
    from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock

    def _take(file: int) -> bool:
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give(file: int) -> None:
        flock(file, LOCK_UN)  # before it is closed: a child that was forked meanwhile has the same lock


_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_POLL = 0.002


def append_line(path: Path, line: bytes, patience: float = PATIENCE) -> None:
    """Append it, and wait until it is on the disk. What failed is taken back.

    Raises `OSError`: `TimeoutError` when others hold the file for longer than the patience, in seconds.
    """
    with _opened_alone(path, patience) as file:
        begin = os.fstat(file).st_size
        torn = begin > 0 and os.pread(file, 1, begin - 1) != b"\n"
        text = (b"\n" if torn else b"") + line + b"\n"
        try:
            _write(file, text)
            os.fsync(file)
            if os.fstat(file).st_size < begin + len(text):
                raise OSError(errno.EIO, "the line is not in the file", str(path))
        except BaseException:
            with suppress(OSError):
                _take_back(file, begin, len(text))
            raise
        if begin == 0:
            sync_folder(path.parent)


@contextmanager
def _opened_alone(path: Path, patience: float) -> Generator[int, None, None]:
    """The file that has this name, and its lock. It may have got another name while we waited."""
    until = monotonic() + patience
    while True:
        file = os.open(path, _FLAGS, OURS_ALONE)
        try:
            _wait_for_turn(file, path, until)
            try:
                if _has_name(file, path):
                    yield file
                    return
            finally:
                _give(file)
        finally:
            os.close(file)


def _wait_for_turn(file: int, path: Path, until: float) -> None:
    if not stat.S_ISREG(os.fstat(file).st_mode):
        raise OSError(errno.EINVAL, "no regular file", str(path))
    while not _take(file):
        if monotonic() >= until:
            raise TimeoutError(errno.ETIMEDOUT, "others write to it all the time", str(path))
        sleep(_POLL)


def _has_name(file: int, path: Path) -> bool:
    """Whether the file that we opened is still the one of this name: a job may have taken it away to send it on."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _write(file: int, text: bytes) -> None:
    """All of it. A full disk takes a part, and says so only to the next write."""
    left = memoryview(text)
    while left:
        left = left[os.write(file, left) :]


def _take_back(file: int, begin: int, most: int) -> None:
    """Cut off what we wrote; not when others made the file longer or shorter meanwhile."""
    if begin < os.fstat(file).st_size <= begin + most:
        os.ftruncate(file, begin)
        os.fsync(file)
