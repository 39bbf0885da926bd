"""A new file for what a command wrote: none that is there is written over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from complaintflow.errors import StoreError


def write_new(parts: Iterable[str], output: Path) -> None:
    """Write the parts into a new file. Raises `StoreError`."""
    try:
        with output.open("x", encoding="utf-8", newline="") as file:
            file.writelines(parts)
    except OSError as error:
        raise StoreError(str(output), str(error.strerror), "name a new file in a folder that may be written") from error
