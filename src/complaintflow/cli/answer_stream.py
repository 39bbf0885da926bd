"""Standard output that stops no command: a command that changed something must not look as if it had failed.

What cannot be written is lost, and why is kept: at the end the launcher says so on standard error.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TextIO


class AnswerStream:
    """Stands in front of a stream. Of a write that fails, `lost` is the error, and what follows goes nowhere."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.lost: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        """Write it, or keep why not."""
        try:
            return self.stream.write(text)
        except OSError as error:
            self._lose(error)
            return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write them as far as they go."""
        for line in lines:
            if self.lost:
                return
            self.write(line)

    def flush(self) -> None:
        """Write what waits, or keep why not."""
        try:
            self.stream.flush()
        except OSError as error:
            self._lose(error)

    def check_reader(self) -> None:
        """Raise `BrokenPipeError` when nobody reads any more: for what goes on as long as it is read."""
        if isinstance(self.lost, BrokenPipeError):
            raise self.lost

    def _lose(self, error: OSError) -> None:
        """What waits in the buffer would fail again, at the latest when the interpreter ends."""
        self.lost = self.lost or error
        with suppress(OSError, ValueError):  # a stream of a test may have no file
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, self.stream.fileno())
            os.close(null)
