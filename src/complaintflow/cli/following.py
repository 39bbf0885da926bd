"""A log that is read while another system writes it: the whole lines that are there, and then those that come."""

from __future__ import annotations

import codecs
import os
from collections import deque
from collections.abc import Callable
from io import TextIOBase
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Protocol

from complaintflow.cli.stopping import BREATH, Stop
from complaintflow.errors import StoreError

_CHUNK = 2**16
_AHEAD = 16
"""So many pieces of a stream wait to be read."""


class FollowedFile:
    """The bytes of a file that grows. It ends when it is told to stop, or at the end of the file unless `follow`.

    `idle` is called when all that is there was read. Raises `StoreError` for a file that was cut or replaced.
    """

    def __init__(self, file: Path, stream: IO[bytes], stop: Stop, idle: Callable[[], None], *, follow: bool) -> None:
        self._file, self._stream, self._stop, self._idle, self._follow = file, stream, stop, idle, follow

    def read(self) -> bytes:
        """The next bytes; none at the end."""
        while not self._stop.told():
            if found := self._stream.read(_CHUNK):
                return found
            self._idle()
            if not self._follow:
                return b""
            self._check_same()
            self._stop.wait(BREATH)
        return b""

    def _check_same(self) -> None:
        try:
            named, opened = self._file.stat(), os.fstat(self._stream.fileno())
        except OSError as error:
            raise StoreError(str(self._file), str(error.strerror), "watch the log that is there now") from error
        if (named.st_dev, named.st_ino) != (opened.st_dev, opened.st_ino) or opened.st_size < self._stream.tell():
            raise StoreError(str(self._file), "the log was cut or replaced", "watch the new one from its beginning")


class FollowedStream:
    """The bytes of a pipe, such as standard input, until it ends or somebody tells to stop."""

    def __init__(self, stream: IO[bytes], stop: Stop, idle: Callable[[], None]) -> None:
        self._stop, self._idle = stop, idle
        self._pieces: Queue[bytes] = Queue(_AHEAD)
        # A blocking read hears no signal, so that another thread waits in it. It ends with the process.
        Thread(target=self._fill, args=(stream,), daemon=True).start()

    def _fill(self, stream: IO[bytes]) -> None:
        piece = b"?"
        while piece:
            piece = os.read(stream.fileno(), _CHUNK)
            self._pieces.put(piece)

    def read(self) -> bytes:
        """The next bytes; none at the end."""
        while not self._stop.told():
            try:
                return self._pieces.get(timeout=BREATH)
            except Empty:
                self._idle()
        return b""


class ByteSource(Protocol):
    """What gives bytes until it ends."""

    def read(self) -> bytes:
        """The next bytes; none at the end."""
        ...


class WholeLines(TextIOBase):
    """The text of followed bytes, a whole line at a time. What has no end of line waits; `tail` takes it at the end.

    A line that is longer than the reader wants comes in pieces.
    """

    def __init__(self, source: ByteSource, encoding: str, *, tail: bool) -> None:
        self._source, self._takes_tail = source, tail
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
        self._lines: deque[str] = deque()
        self._tail = ""
        self._over = False

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # the base of the base has bytes
        """The next line, or as much of it; a blank text at the end."""
        most = size if size and size > 0 else None
        while not self._lines and not self._over and (most is None or len(self._tail) < most):
            self._take()
        line = self._lines.popleft() if self._lines else self._rest(most)
        if most is not None and len(line) > most:
            self._lines.appendleft(line[most:])
        return line[:most]

    def _take(self) -> None:
        found = self._source.read()
        self._over = not found
        *whole, self._tail = (self._tail + self._decoder.decode(found, final=self._over)).split("\n")
        self._lines.extend(f"{line}\n" for line in whole)

    def _rest(self, most: int | None) -> str:
        """What has no end of line: a piece of a long one, or the last one of all."""
        if self._over and not self._takes_tail:
            return ""
        found, self._tail = self._tail[:most], self._tail[len(self._tail[:most]) :]
        return found
