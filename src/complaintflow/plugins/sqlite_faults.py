"""What SQLite's errors mean, by their codes. Its own sentences may hold what a trigger of others says."""

from __future__ import annotations

from complaintflow._validation.faults import name_fault

_MEANINGS = {
    "SQLITE_AUTH": "not authorized",
    "SQLITE_BUSY": "database is locked",
    "SQLITE_CANTOPEN": "unable to open database file",
    "SQLITE_CONSTRAINT": "a row contradicts another one, or the schema",
    "SQLITE_CORRUPT": "database disk image is malformed",
    "SQLITE_FULL": "database or disk is full",
    "SQLITE_IOERR": "disk I/O error",
    "SQLITE_LOCKED": "database table is locked",
    "SQLITE_NOMEM": "out of memory",
    "SQLITE_NOTADB": "file is not a database",
    "SQLITE_READONLY": "attempt to write a readonly database",
    "SQLITE_TOOBIG": "a text or a number of bytes is too big",
}
_REMEDIES = {
    "SQLITE_AUTH": "fork between two calls: the child of a fork cannot go on with its parent's transaction",
    "SQLITE_BUSY": "try again: another process is writing",
    "SQLITE_LOCKED": "try again: another process is writing",
    "SQLITE_FULL": "make room and try again",
    "SQLITE_IOERR": "look at the disk and its limits, then try again",
    "SQLITE_READONLY": "make the file and its folder writable, and the connection",
    "SQLITE_CANTOPEN": "make the folder, and make it writable",
    "SQLITE_NOTADB": "name another file",
}
_MISSING = {"no such table": "a table is missing", "no such column": "a column is missing"}
"""How its sentences of `SQLITE_ERROR` begin. What follows in them is not repeated."""


def kind_of(error: Exception) -> str:
    """The name of its primary code, like `SQLITE_BUSY`, or nothing."""
    named = str(getattr(error, "sqlite_errorname", ""))
    return "_".join(named.split("_")[:2])


def meaning_of(error: Exception) -> str:
    """What it says, in words that hold for every error of its kind; else its name."""
    return _MEANINGS.get(kind_of(error)) or missing_in(error) or name_fault(error)


def remedy_of(error: Exception) -> str:
    """What would help."""
    return _REMEDIES.get(kind_of(error), "look at the file with fsck")


def missing_in(error: Exception) -> str:
    """That a table or a column is missing, if that is the error."""
    said = str(error) if kind_of(error) == "SQLITE_ERROR" else ""
    return next((meaning for begin, meaning in _MISSING.items() if said.startswith(begin)), "")
