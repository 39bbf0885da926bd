"""A new file for what a command wrote: none that is there is written over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from complaintflow.errors import StoreError


def write_new(parts: Iterable[str | bytes], output: Path) -> None:
    """Write the parts into a new file. Raises `StoreError`."""
    try:
        with output.open("xb") as file:
            file.writelines(part.encode() if isinstance(part, str) else part for part in parts)
    except OSError as error:
        raise StoreError(str(output), str(error.strerror), "name a new file in a folder that may be written") from error
