"""A file with private data is for its owner alone from its first byte, whatever the machine's habit (the umask) is.

SQLite makes the files beside a database like the database itself.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

_LOG = logging.getLogger("complaintflow.files")
OURS_ALONE = 0o600
"""The mode of such a file."""
_OTHERS = 0o077
_MAKING = Lock()
"""Closing a file gives up all locks that this process has on it, so nobody may open what is being made."""


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, unless one is there; that one stays as it is. It follows links.

    Raises nothing: whether the file can be opened, its database says.
    """
    with _MAKING, suppress(OSError):
        path = path.resolve()
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OURS_ALONE))
        sync_folder(path.parent)


def warn_if_others_may_read(path: Path) -> None:
    """Log a warning that names the file and its mode. It may be meant so: nothing is changed."""
    if mode := mode_for_others(path):
        _LOG.warning("%s is open to others (mode %04o): chmod 600 makes it yours alone", path.name, mode)


def mode_for_others(path: Path) -> int:
    """The mode of a file that others may read or write, 0 where they may not."""
    mode = path.stat().st_mode & 0o777
    return mode if os.name == "posix" and mode & _OTHERS else 0


def sync_folder(folder: Path) -> None:
    """A power cut does not take the name of a new file in it away."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
