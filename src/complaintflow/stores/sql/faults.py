"""What the errors of a driver mean, by their codes. Their own sentences may hold what is private, or the URL."""

from __future__ import annotations

from complaintflow.errors import Overtaken, StoreError
from complaintflow.plugins.sqlite_faults import kind_of, meaning_of
from complaintflow.stores.file_faults import file_fault
from complaintflow.stores.schema_parts import CHECK_TABLES

FAILED = "the transaction of the host has failed", "roll it back, and do all of it again"
_TRY_AGAIN = "try again"
NOT_PREPARED = "26000"
"""What was prepared is gone with the connection on which it was."""
_MET_NONE = "22012"
"""A division by no rows."""
_OVERTAKEN = {"40001", "40P01", NOT_PREPARED}
_LOCKED = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_GONE = {"57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04"}
"""The server has ended the connection: it stops, the database is dropped, or one of its limits of time has passed."""
_UNHEARD = {"OperationalError", "ConnectionTimeout"}
"""The errors of a driver to which no server has said anything."""
_MEANINGS: dict[str, tuple[str, str]] = {
    "22021": ("a text cannot be stored", "leave out the character that is no text"),
    "25006": (
        "the transaction only reads: it was begun so, or the server is a replica",
        "begin one that may write, or name the server that writes",
    ),
    "25P02": FAILED,
    "3D000": ("there is no such database", "create it"),
    "3F000": ("the search_path names no schema in which tables can be", "create one, or set the search_path"),
    "42501": ("the user may not do this", "grant it: the manual of the store says what it needs"),
    "42703": ("a column is missing", CHECK_TABLES),
    "42P01": ("a table is missing", CHECK_TABLES),
    "42P10": ("a unique key is missing", CHECK_TABLES),
    "53100": ("the disk of the server is full", "make room and try again"),
    "53300": ("the server has too many connections", "try again, or put a pooler between"),
    "55P03": ("another one has been writing for too long", _TRY_AGAIN),
    "57014": ("the server has stopped the statement", _TRY_AGAIN),
}
_CLASSES: dict[str, tuple[str, str]] = {
    "22": ("a value cannot be stored", "look at what was asked for"),
    "23": ("a row contradicts another one, or the schema", "run complaintflow fsck"),
    "28": ("the server does not let this user in", "look at the user and the password of the URL"),
    "53": ("the server has run out of something", "look into the log of the server, then try again"),
    "58": ("the disk of the server fails", "look into the log of the server"),
    "XX": ("the server found its data damaged", "look into the log of the server"),
}


def fault_of(store: str, error: Exception) -> StoreError:
    """The error of a driver as ours, with what would help."""
    cause: Exception = getattr(error, "orig", None) or error
    state: str = getattr(cause, "sqlstate", None) or ""
    if kind_of(cause):
        return file_fault(store, cause)
    if state in _OVERTAKEN:
        return Overtaken(store, "another one was faster, and nothing was saved", _TRY_AGAIN, whole=True)
    if is_lost(error):
        return Overtaken(store, "the connection was lost, and nothing was saved", _TRY_AGAIN, whole=True)
    meaning = _MEANINGS.get(state) or _CLASSES.get(state[:2])
    return StoreError(store, *(meaning or (meaning_of(cause), "look into the log of the server, then try again")))


def is_refused(error: Exception) -> bool:
    """Whether a statement that was committed in the same message met no row, and must meet one: see `together`."""
    return getattr(error, "sqlstate", None) == _MET_NONE


def is_locked(error: Exception) -> bool:
    """Whether another one has the file of SQLite."""
    return kind_of(error) in _LOCKED


def is_lost(error: Exception) -> bool:
    """Whether the connection is gone, so that nobody knows what the server did last."""
    cause = getattr(error, "orig", None) or error
    state: str = getattr(cause, "sqlstate", None) or ""
    if state:
        return state[:2] == "08" or state in _GONE
    return bool(getattr(error, "connection_invalidated", False)) or type(cause).__name__ in _UNHEARD
