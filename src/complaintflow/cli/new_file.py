"""A new file for what a command wrote: none that is there is written over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from complaintflow.errors import StoreError


def write_new(parts: Iterable[str | bytes], output: Path) -> None:
    """Write the parts into a new file, whole or not at all: half a file would be in the way of the next try.

    Raises `StoreError`.
    """
    try:
        file = output.open("xb")
    except OSError as error:
        raise _unwritable(output, error) from error
    try:
        with file:
            file.writelines(part.encode() if isinstance(part, str) else part for part in parts)
    except BaseException as error:
        output.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise StoreError(str(output), str(error.strerror), "make room, or name a file elsewhere") from error


def open_report(report: Path) -> TextIO:
    """A file that is written while a command goes on. Raises `StoreError` before it begins."""
    try:
        return report.open("w", encoding="utf-8")
    except OSError as error:
        raise _unwritable(report, error) from error


def _unwritable(file: Path, error: OSError) -> StoreError:
    return StoreError(str(file), str(error.strerror), "name a new file in a folder that may be written")
